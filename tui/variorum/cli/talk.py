"""What the command says to people, on standard error, one line at a time; and streams that cannot be written to."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from typing import TextIO

from variorum.reading import Failure
from variorum.text.sanitise import clean_line


def say(message: str) -> None:
    """One line on standard error, with the program's name before it."""
    tell(f"variorum: {clean_line(message)}\n")


def tell(text: str) -> None:
    """Write our own words to standard error at once; nobody need listen."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        write_nowhere(sys.stderr)  # there is nobody to tell


def say_failures(failures: Iterable[Failure]) -> None:
    """One line for each source that could not be read."""
    for failure in failures:
        hint = f" ({failure.hint})" if failure.hint else ""
        say(f"{failure.source}: {failure.reason}{hint}")


def stand_in_for_closed_streams() -> None:
    """Give the command the streams it was started without: output that cannot be written, talk that is lost.

    Python has None there, and the next file that is opened would become the stream of every child. `sys.stdin` stays
    None, so that `-` can say that it is closed; the screen's driver looks at `sys.__stdin__` and takes the terminal.
    """
    if sys.__stdin__ is None:
        _open_nowhere(0, os.O_RDONLY)
        sys.__stdin__ = os.fdopen(0, encoding="utf-8", closefd=False)  # type: ignore[misc]  # it is no constant
    for number, name, mode in ((1, "stdout", os.O_RDONLY), (2, "stderr", os.O_WRONLY)):
        if getattr(sys, name) is None:
            _open_nowhere(number, mode)
            setattr(sys, name, os.fdopen(number, "w", encoding="utf-8", errors="backslashreplace", closefd=False))


def speak_as_the_locale_can() -> None:
    """What the encoding of a stream does not have is written as what looks like it, never an error."""
    codecs.register_error("alike", _alike)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="alike")
    stdout = sys.stdout
    if sys.flags.utf8_mode and isinstance(stdout, TextIOWrapper) and stdout.isatty():
        from variorum.ui.terminal.plain import needs_ascii  # noqa: PLC0415 - loads rich, which few terminals need

        if needs_ascii():  # Python takes the C locale for UTF-8, which the terminal does not
            stdout.reconfigure(encoding="ascii", errors="alike")


def _alike(error: UnicodeError) -> tuple[str, int]:
    from variorum.ui.terminal.plain import as_ascii  # noqa: PLC0415 - loads rich, which few terminals need

    if not isinstance(error, UnicodeEncodeError):
        raise error
    return as_ascii(error.object[error.start : error.end]), error.end


def write_nowhere(*streams: TextIO) -> None:
    """Send what Python may still flush at its end nowhere: whoever read it has gone, or it cannot be written."""
    for stream in streams:
        _open_nowhere(stream.fileno(), os.O_WRONLY)


def _open_nowhere(number: int, mode: int) -> None:
    nowhere = os.open(os.devnull, mode)
    if nowhere != number:
        os.dup2(nowhere, number)
        os.close(nowhere)
