"""Lines of styled text, exactly as wide as the place they are for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.segment import Segment
from rich.style import Style

from variorum.text.width import shorten, width
from variorum.view.layout.areas import Rect

Line = tuple[Segment, ...]
"""What one row of a rectangle shows."""

Block = tuple[Rect, Sequence[Line]]
"""A rectangle and its lines, one for each of its rows."""


def line(parts: Iterable[tuple[str, Style]], cells: int, rest: Style, dots: str = "…") -> Line:
    """A line of parts, filled up with blanks, or cut with dots where it is too long."""
    done: list[Segment] = []
    left = cells
    for text, style in parts:
        taken = width(text)
        if taken > left:
            cut = shorten(text, left, dots)
            done.append(Segment(cut + " " * (left - width(cut)), style))
            return tuple(done)
        if text:
            done.append(Segment(text, style))
        left -= taken
    if left > 0:
        done.append(Segment(" " * left, rest))
    return tuple(done)


def both_ends(
    start: Sequence[tuple[str, Style]], end: Sequence[tuple[str, Style]], cells: int, rest: Style, dots: str = "…"
) -> Line:
    """A line with parts at its beginning and at its end; the beginning gives way."""
    taken = sum(width(text) for text, _ in end)
    if taken >= cells:
        return line(end, cells, rest, dots)
    return (*line(start, cells - taken, rest, dots), *(Segment(text, style) for text, style in end if text))


def blank(cells: int, style: Style) -> Line:
    """A line of blanks."""
    return (Segment(" " * cells, style),)


def plain(lines: Sequence[Line]) -> list[str]:
    """The lines' text without their styles."""
    return ["".join(segment.text for segment in found) for found in lines]


def bar(share: float, cells: int, full: str, empty: str) -> str:
    """A bar of so many cells; any share above nothing shows at least one full cell."""
    filled = min(cells, max(1 if share > 0 else 0, round(share * cells)))
    return full * filled + empty * (cells - filled)
