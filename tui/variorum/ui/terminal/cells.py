"""A frame as rows of cells, and the fewest bytes that turn one frame into the next."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from rich.cells import split_graphemes

from variorum.ui.terminal.sgr import even, on_blank, parse, transition

Cell = tuple[str, str]
"""One terminal cell: a grapheme and its SGR parameters. The second cell of a wide grapheme holds an empty text."""

Row = list[Cell]
Frame = list[Row]

BLANK: Cell = (" ", "")

_HALF_BLOCK = "▀"
_CHUNKS = 8
_WORTH_SCROLLING = 3
_GAP = 4
_OVER = 6
"""Cells that a picture of several characters may take beyond its own where a terminal draws them one by one."""
_FLAGS = ("\U0001f1e6", "\U0001f1ff")
"""First and last of the letters that make flags."""
_SURE_WIDTH_BELOW = 0x300
_SURE_RANGES = ((0x2010, 0x2027), (0x2030, 0x205E), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2500, 0x25FF))


class Abilities(NamedTuple):
    """What a terminal can do, as terminfo tells it.

    Attributes:
        scroll: Scroll a region of rows (csr, ind, ri).
        colour_erase: Erasing paints the current background (bce).
    """

    scroll: bool = True
    colour_erase: bool = True


def blank_frame(width: int, height: int) -> Frame:
    """A frame as a cleared screen shows it."""
    return [[BLANK] * width for _ in range(height)]


def text_cells(text: str, look: str) -> Row:
    """The cells of a text in one look; on blanks, what cannot be seen of it is left out.

    Half a block in the colour of its ground is such a blank: half the bytes, in an overview strip a look after another.
    """
    if text == _HALF_BLOCK and (ground := even(look)):
        return [(" ", ground)]
    blank = on_blank(look)
    if blank == look:
        return _cells(text, look)
    return [(c, blank) if c == " " else (c, look) for c, look in _cells(text, look)]


def _cells(text: str, look: str) -> Row:
    if text.isascii():
        return [(c, look) for c in text]
    row: Row = []
    for start, end, cells in split_graphemes(text)[0]:
        grapheme = text[start:end]
        if cells:
            row.append((grapheme, look))
            row.extend([("", look)] * (cells - 1))
        elif row:
            at = len(row) - 1
            while at and not row[at][0]:
                at -= 1
            row[at] = (row[at][0] + grapheme, row[at][1])
    return row


def place(row: Row, x: int, cells: Row) -> None:
    """Put cells into a row at a column, in place; what falls off the right edge is dropped."""
    end = min(len(row), x + len(cells))
    if x >= end:
        return
    if not row[x][0] and x:
        row[x - 1] = (" ", row[x - 1][1])
    row[x:end] = cells[: end - x]
    if end < len(row) and not row[end][0]:
        row[end] = (" ", row[end][1])
    if end == len(row) and len(cells) > end - x and not cells[end - x][0]:
        row[end - 1] = (" ", row[end - 1][1])


def encode(old: Frame, new: Frame, able: Abilities) -> str:
    """What to write so that a terminal that shows `old` shows `new`; both frames have the same size."""
    out: list[str] = []
    if able.scroll:
        found = find_scroll(old, new)
        if found:
            out.append(_scroll_sequence(found))
            old = scrolled(old, found)
    writer = _Writer(able)
    for y, (had, has) in enumerate(zip(old, new, strict=True)):
        if had != has:
            writer.row(y, had, has)
    if writer.look:
        writer.out.append("\x1b[m")
    return "".join(out + writer.out)


class Scroll(NamedTuple):
    """Rows `top` to `bottom` (inclusive) move up by `by` rows, or down where it is negative."""

    top: int
    bottom: int
    by: int


def find_scroll(old: Frame, new: Frame) -> Scroll | None:
    """The block of whole rows that moved, where moving it saves most; None where nothing worth it moved.

    Rows are compared by chunks of columns, so that a mark that stays in one column does not hide a scroll.
    """
    height = len(new)
    before, after = [_chunks(row) for row in old], [_chunks(row) for row in new]
    same = sum(a == b for a, b in zip(before, after, strict=True))
    if height - same < _WORTH_SCROLLING:
        return None
    where: dict[tuple[int, int], list[int]] = {}
    for y, chunks in enumerate(before):
        for n, chunk in enumerate(chunks):
            if chunk:
                where.setdefault((n, chunk), []).append(y)
    votes: Counter[int] = Counter()
    for y, chunks in enumerate(after):
        if chunks != before[y]:
            votes.update(o - y for n, c in enumerate(chunks) if c for o in where.get((n, c), ())[:4] if o != y)
    best = max((_best_block(before, after, by) for by, _ in votes.most_common(3)), default=None, key=lambda b: b[0])
    return best[1] if best and best[0] >= _WORTH_SCROLLING * _CHUNKS // 2 else None


def _chunks(row: Row) -> tuple[int, ...]:
    """One number for each chunk of columns; 0 for a blank chunk, which moving does not help."""
    step = max(1, -(-len(row) // _CHUNKS))
    parts = (row[x : x + step] for x in range(0, len(row), step))
    return tuple(hash(tuple(p)) if any(c[0] != " " for c in p) else 0 for p in parts)


def _best_block(before: list[tuple[int, ...]], after: list[tuple[int, ...]], by: int) -> tuple[int, Scroll]:
    """The run of rows whose moving by so many rows gains most chunks (Kadane's maximum subarray)."""
    height = len(after)
    low, high = max(0, -by), min(height, height - by)
    best, run, start = 0, 0, low
    block = (low, low)
    for y in range(low, high):
        gain = sum((m == n) - (o == n) for m, o, n in zip(before[y + by], before[y], after[y], strict=True))
        if run <= 0:
            run, start = 0, y
        run += gain
        if run > best:
            best, block = run, (start, y)
    top, bottom = min(block[0], block[0] + by), max(block[1], block[1] + by)
    torn = range(top, block[0]) if by < 0 else range(block[1] + 1, bottom + 1)
    lost = sum(o == n and o != 0 for y in torn for o, n in zip(before[y], after[y], strict=True))
    return best - lost, Scroll(top, bottom, by)


def scrolled(frame: Frame, scroll: Scroll) -> Frame:
    """The frame after the terminal has scrolled."""
    top, bottom, by = scroll.top, scroll.bottom, scroll.by
    block = frame[top : bottom + 1]
    fresh = [[BLANK] * len(frame[0]) for _ in range(abs(by))]
    moved = [*block[by:], *fresh] if by > 0 else [*fresh, *block[:by]]
    return [*frame[:top], *moved, *frame[bottom + 1 :]]


def _scroll_sequence(scroll: Scroll) -> str:
    region = f"\x1b[m\x1b[{scroll.top + 1};{scroll.bottom + 1}r"
    if scroll.by > 0:
        return f"{region}\x1b[{scroll.bottom + 1}H" + "\n" * scroll.by + "\x1b[r"
    return f"{region}\x1b[{scroll.top + 1}H" + "\x1bM" * -scroll.by + "\x1b[r"


class _Writer:
    """Writes the changed cells of rows, tracking where the cursor stands and which look is set."""

    def __init__(self, able: Abilities) -> None:
        self.able = able
        self.out: list[str] = []
        self.look = ""
        self.at: tuple[int, int] | None = None
        self.doubtful = 0
        """Up to which column of the row something may stand that nobody wrote there."""

    def row(self, y: int, had: Row, has: Row) -> None:
        """Write what differs between two states of a row."""
        end = self._tail(had, has)
        x = self.doubtful = 0
        while x < end:
            if (had[x] == has[x] and x >= self.doubtful) or not has[x][0]:
                x += 1
                continue
            self._go(x, y, has)
            x = self._run(x, y, had[:end], has)
        if end < len(has) and (had[end:] != has[end:] or self.doubtful > end):
            self._erase(end, y, has)

    def _tail(self, had: Row, has: Row) -> int:
        """Where a run of equal blanks to the end of the row begins, if erasing is the cheapest way to write it."""
        last = has[-1]
        look = parse(last[1])
        plain = last[0] == " " and not look.attributes and (not look.background or self.able.colour_erase)
        if not plain:
            return len(has)
        end = len(has)
        while end and has[end - 1] == last:
            end -= 1
        changed = sum(a != b for a, b in zip(had[end:], has[end:], strict=True))
        return end if changed > 3 else len(has)

    def _go(self, x: int, y: int, row: Row) -> None:
        if self.at == (x, y):
            return
        if self.at and self.at[1] == y and 0 < x - self.at[0] <= _GAP:
            gap = row[self.at[0] : x]
            if all(text and _sure(text) and self._suits(text, look) for text, look in gap):
                self.out.append("".join(text for text, _ in gap))
                return
        if self.at and self.at[1] == y and x > self.at[0]:
            step = x - self.at[0]
            self.out.append("\x1b[C" if step == 1 else f"\x1b[{step}C")
        elif self.at and x == 0 and self.at[1] == y - 1:
            self.out.append("\r\n")
        else:
            self.out.append(f"\x1b[{y + 1}H" if x == 0 else f"\x1b[{y + 1};{x + 1}H")

    def _run(self, x: int, y: int, had: Row, has: Row) -> int:
        """Write the changed cells from a column on, as far as one look goes; returns where the next may be."""
        text, look = has[x]
        if not self._suits(text, look):
            self._pen(look)
        if not _sure(text):
            cells = max(1, split_graphemes(text)[1])
            if cells > 1 < len(text):  # drawn narrower it must leave blanks beside it
                self.out.append(" " * cells + f"\x1b[{y + 1};{x + 1}H")
            if cells > 1 < len(text) or _FLAGS[0] <= text <= _FLAGS[1]:  # drawn wider it must be cut
                self.doubtful = x + cells + _OVER
            self.out.append(text)
            self.at = None  # terminals differ on the width of unusual graphemes: the cursor is placed anew
            return x + cells
        first, end, pen, blank = x, len(had), self.look, on_blank(self.look)
        while x < end and (has[x] != had[x] or x < self.doubtful):
            text, look = has[x]
            if not _sure(text) or (look != pen and (text != " " or look != blank)):
                break
            x += 1
        self.out.append("".join([cell[0] for cell in has[first:x]]))
        self.at = (x, y)
        return x

    def _suits(self, text: str, look: str) -> bool:
        """Whether the text can be written as things stand; a blank can in any look that shows the same on it."""
        return look == self.look or (text == " " and on_blank(self.look) == look)

    def _pen(self, look: str) -> None:
        self.out.append(transition(self.look, look))
        self.look = look

    def _erase(self, x: int, y: int, row: Row) -> None:
        self._go(x, y, row)
        if not self._suits(*row[-1]):
            self._pen(row[-1][1])
        self.out.append("\x1b[K")
        self.at = (x, y)


@lru_cache(4096)
def _sure(text: str) -> bool:
    """Whether every terminal agrees that the text takes one cell."""
    if len(text) != 1:
        return False
    code = ord(text)
    return code < _SURE_WIDTH_BELOW or any(low <= code <= high for low, high in _SURE_RANGES)
