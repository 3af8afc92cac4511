"""What the command says to people, on standard error, one line at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from variorum.reading import Failure
from variorum.text.sanitise import clean_line


def say(message: str) -> None:
    """One line on standard error, with the program's name before it."""
    try:
        sys.stderr.write(f"variorum: {clean_line(message)}\n")
        sys.stderr.flush()
    except BrokenPipeError:
        return  # nobody listens any more, and there is nobody to tell


def say_failures(failures: Iterable[Failure]) -> None:
    """One line for each source that could not be read."""
    for failure in failures:
        hint = f" ({failure.hint})" if failure.hint else ""
        say(f"{failure.source}: {failure.reason}{hint}")
