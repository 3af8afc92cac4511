"""How many terminal cells a text takes."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size


def width(text: str) -> int:
    """Cells that the text takes; wide characters count two, combining marks none."""
    return len(text) if text.isascii() else cell_len(text)


def fit(text: str, cells: int) -> str:
    """The text cut or padded with blanks to exactly so many cells."""
    return set_cell_size(text, max(0, cells))


def shorten(text: str, cells: int, mark: str = "…") -> str:
    """The text, cut with a mark at the end where it would take more cells than there are; never with two of them."""
    if width(text) <= cells:
        return text
    if cells <= width(mark):
        return set_cell_size(text, max(0, cells))
    return set_cell_size(text, cells - width(mark)).rstrip().removesuffix(mark).rstrip() + mark
