"""Lines for the plain report: wrapped by terminal cells, never inside a word that fits on a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.text.width import width

_BLANKS = re.compile("[ \n\t\u3000]+")
"""Where a line may break; a no-break blank is kept as it was printed."""
COLUMNS = 80
"""The plain report's width, whether it goes to a screen, a pipe or a file: the same words give the same lines."""


def wrap(text: str, *, first: str = "", rest: str = "", columns: int = COLUMNS) -> list[str]:
    """The text in lines of at most so many cells, the first after `first`, the others after `rest`.

    A longer word stands alone where it has no wide characters (an address stays whole and can be copied); prose that
    is written without blanks, as Chinese or Japanese, is cut between characters.
    """
    lines: list[str] = []
    line, used, fresh = first, width(first), True
    for glue, piece in _pieces(text, columns - width(rest)):
        size = width(piece)
        if not fresh and used + len(glue) + size > columns:
            lines.append(line)
            line, used, fresh = rest, width(rest), True
        line += piece if fresh else glue + piece
        used += size if fresh else len(glue) + size
        fresh = False
    return [*lines, line.rstrip()]


def _pieces(text: str, columns: int) -> Iterator[tuple[str, str]]:
    """What may not be cut any further, each after the blank or nothing that joins it to what stands before."""
    for word in filter(None, _BLANKS.split(text)):
        cells = width(word)
        if cells <= columns or cells <= len(word):
            yield " ", word
        else:
            yield from zip([" ", *[""] * len(word)], word, strict=False)
