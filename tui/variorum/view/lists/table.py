"""Tables as values: what the views list, and how a row of it is set in so many cells.

Text is in pieces, each with a name that `variorum.view.palette` knows; nothing here knows a colour or a screen. Rows
are built when they are looked at, so that a table of 20,000 facts opens at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from variorum.engine.nouns import Span
from variorum.text.width import fit, shorten, width
from variorum.view.actions import Action
from variorum.view.keys import BEGIN, Key, press
from variorum.view.layout.rows import shown, wrap
from variorum.view.lists.columns import GAP, Column, column_widths

Piece = tuple[str, str]
"""A text and the palette's name of its style, with attributes after a `/` where it has any."""

Line = tuple[Piece, ...]

LEAD, RAGGED = 20, 8
"""Characters shown before what disagrees where all that stands before it has no room; cells a row may leave blank."""

MEASURED = 200
"""Rows up to which a table's columns get no more cells than they need."""


@dataclass(frozen=True)
class Row:
    """A row of a table.

    Attributes:
        cells: One line of pieces for each column; of a heading, a single one for all.
        target: What Enter asks of the reader's screen.
        targets: What Enter asks in a column that was chosen, by the column's place.
        detail: What is shown in full below the table: a label and a text each.
        heading: It only names what follows; the cursor passes over it.
        air: Blank rows after it.
        key: What it stands for, for whoever listens to the table.
    """

    cells: tuple[Line, ...]
    target: Action | None = None
    targets: dict[int, Action] = field(default_factory=dict)
    detail: tuple[tuple[Line, Line], ...] = ()
    heading: bool = False
    air: int = 0
    key: object = None

    @cached_property
    def text(self) -> str:
        """Everything it says, for searching; lower case."""
        every = (*self.cells, *(text for _, text in self.detail))
        return " ".join(piece for line in every for piece, _ in line).casefold()


class LazyRows(Sequence[Row]):
    """Rows made from items when they are first looked at; the items are the rows' keys, and strings are headings."""

    def __init__(self, items: Sequence[object], make: Callable[[int], Row]) -> None:
        self.items, self._make = items, make
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self.items)

    @cached_property
    def headings(self) -> tuple[int, ...]:
        """The places of the rows that are headings, in their order."""
        return tuple(place for place, item in enumerate(self.items) if isinstance(item, str))

    def mapped(self, change: Callable[[Row], Row]) -> LazyRows:
        """The same rows, each changed when it is made."""
        return LazyRows(self.items, lambda place: change(self._make(place)))

    def __getitem__(self, place: int | slice) -> Row:  # type: ignore[override]  # no slices are taken of it
        assert isinstance(place, int)
        if not 0 <= place < len(self.items):
            raise IndexError(place)
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]


@dataclass(frozen=True)
class Table:
    """What a list screen shows.

    Attributes:
        title: What it is a list of.
        note: What it amounts to, at the right end of the title.
        legend: What the glyphs mean.
        empty: What is said where there is no row.
        head: Whether the columns' titles are shown.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    note: str = ""
    legend: Line = ()
    empty: str = "nothing here"
    head: bool = True


@dataclass(frozen=True)
class View:
    """A list with its orders and filters.

    Attributes:
        build: Makes the table for an order, a filter (places in `orders` and `filters`) and words to search for.
        keys: Ids of keys, with blanks between several, and what they do, for the status row.
        typed: It is searched from the start: Enter takes the row, Esc leaves the list.
        leave: What Esc does, for the status row.
        help: Whether the help can be opened from it.
    """

    name: str
    build: Callable[[int, int, str], Table]
    orders: tuple[str, ...] = ("as they stand",)
    filters: tuple[str, ...] = ("all",)
    keys: tuple[tuple[str, str], ...] = ()
    typed: bool = False
    leave: str = "back"
    help: bool = True


def text(line: Line) -> str:
    """A line's text without its styles."""
    return "".join(piece for piece, _ in line)


def joined(lines: Sequence[Line], between: Line) -> Line:
    """The lines as one, with `between` set between each two."""
    return tuple(piece for place, line in enumerate(lines) for piece in ((*between, *line) if place and line else line))


def marked(words: str, spans: Sequence[Span], style: str) -> Line:
    """A text with some spans of it (offsets into it, in any order) in a style."""
    pieces: list[Piece] = []
    at = 0
    for first, last in sorted(spans):
        start, end = max(first, at), min(last, len(words))
        if start < end:
            pieces += [(words[at:start], ""), (words[start:end], style)]
            at = end
    pieces.append((words[at:], ""))
    return tuple(piece for piece in pieces if piece[0])


def cut(line: Line, start: int, end: int) -> Line:
    """A part of a line, by offsets into its text."""
    found: list[Piece] = []
    at = 0
    for piece, style in line:
        part = piece[max(0, start - at) : max(0, end - at)]
        if part:
            found.append((part, style))
        at += len(piece)
    return tuple(found)


def folded(line: Line, cells: int, rows: int = 0) -> tuple[Line, ...]:
    """The line wrapped to rows of so many cells; with a limit, the last row ends in an ellipsis where more follows."""
    plain = tuple((shown(piece), style) for piece, style in line)
    whole = text(plain)
    spans = wrap(whole, cells)
    if not rows or len(spans) <= rows:
        return tuple(cut(plain, start, end) for start, end in spans)
    kept = [cut(plain, start, end) for start, end in spans[: rows - 1]]
    rest = cut(plain, spans[rows - 1][0], len(whole))
    return (*kept, clipped(rest, cells))


def clipped(line: Line, cells: int) -> Line:
    """The line cut to so many cells, with an ellipsis in the last style where something is cut off."""
    whole = text(line)
    if width(whole) <= cells:
        return line
    short = shorten(whole, cells)
    stem = short.removesuffix("…")
    part = cut(line, 0, len(stem))
    style = part[-1][1] if part else ""
    return (*part, (short[len(stem) :], style))


def padded(line: Line, cells: int, *, centred: bool = False) -> Line:
    """The line with blanks to exactly so many cells; a longer one is cut."""
    line = clipped(line, cells)
    rest = cells - width(text(line))
    before = rest // 2 if centred else 0
    blank: Callable[[int], Line] = lambda n: ((" " * n, ""),) if n > 0 else ()  # noqa: E731 - a name for one expression
    return (*blank(before), *line, *blank(rest - before))


def needed_widths(table: Table) -> tuple[int, ...]:
    """The cells that each column's widest cell takes, or its title; 0 where a long table would have to be made for it.

    Titles that stand in the middle go by what the column asks for: they may be parted over two rows.
    """
    if len(table.rows) > MEASURED:
        return tuple(0 for _ in table.columns)
    found = [width(column.title) if table.head else 1 for column in table.columns]
    for row in table.rows:
        if not row.heading:
            found = [max(most, width(shown(text(cell)))) for most, cell in zip(found, row.cells, strict=True)]
    return tuple(0 if column.centred else most for column, most in zip(table.columns, found, strict=True))


def row_lines(table: Table, row: Row, widths: Sequence[int], cells: int) -> tuple[Line, ...]:
    """A row set in the columns' widths: one line or more, each exactly so many cells wide."""
    if row.heading:
        return tuple(padded(line, cells) for line in folded(row.cells[0], cells)) + _air(row, cells)
    parts: list[list[Line]] = []
    for column, cell, room in zip(table.columns, row.cells, widths, strict=True):
        if room:
            fold = folded(cell, room, column.rows)
            parts.append([padded(line, room, centred=column.centred) for line in fold])
    high = max((len(part) for part in parts), default=1)
    blanks: list[Line] = [((" " * room, ""),) for room in widths if room]
    lines: list[Line] = []
    for place in range(high):
        cell_lines = [part[place] if place < len(part) else blank for part, blank in zip(parts, blanks, strict=True)]
        lines.append(padded(joined(cell_lines, ((" " * GAP, ""),)), cells))
    return tuple(lines) + _air(row, cells)


def _air(row: Row, cells: int) -> tuple[Line, ...]:
    return tuple(((" " * cells, ""),) for _ in range(row.air))


def head_lines(table: Table, widths: Sequence[int], cells: int, chosen: int | None = None) -> tuple[Line, ...]:
    """The columns' titles, long ones of narrow columns in two rows; the chosen one stands out."""
    titles = [
        _title_rows(c.title, room) if c.centred else [c.title] for c, room in zip(table.columns, widths, strict=True)
    ]
    high = max((len(rows) for rows, room in zip(titles, widths, strict=True) if room), default=1)
    lines = []
    for n in range(high):
        parts: list[Line] = []
        for place, (column, rows, room) in enumerate(zip(table.columns, titles, widths, strict=True)):
            if room:
                title = ["", *rows][max(0, n + 1 - (high - len(rows)))]
                style = "accent" if place == chosen else "quiet"
                parts.append(padded(((title, style),), room, centred=column.centred))
        lines.append(padded(joined(parts, ((" " * GAP, ""),)), cells))
    return tuple(lines)


def _title_rows(title: str, room: int) -> list[str]:
    """A title in one row, or in two parted behind a hyphen or blank, the second cut where it must be."""
    if not room or width(title) <= room:
        return [title]
    ends = [n + 1 for n, c in enumerate(title) if c in "-_. " and width(title[: n + 1].rstrip()) <= room]
    if not ends:
        first = next((n + 1 for n, c in enumerate(title) if c in "-_. "), len(title))
        rest = title[first:]
        return [shorten(title[:first], room), shorten(rest, room)] if rest else [shorten(title, room)]
    return [title[: ends[-1]].rstrip(), shorten(title[ends[-1] :], room)]


def detail_lines(row: Row, cells: int, most: int) -> tuple[Line, ...]:
    """What a row has in full, the labels in a column of their own; at most so many lines, cut fairly."""
    if not row.detail or most < 1:
        return ()
    room = min(max(width(text(label)) for label, _ in row.detail), max(8, cells // 3))
    beside = max(2, cells - room - GAP)
    folds = [folded(body, beside, most) for _, body in row.detail]
    heights = [len(fold) for fold in folds]
    while sum(heights) > most and max(heights) > 1:
        heights[heights.index(max(heights))] -= 1
    for place, (_, body) in enumerate(row.detail):
        if heights[place] < len(folds[place]):
            folds[place] = folded(body, beside, heights[place])
        if _disagrees(body) and not any(map(_disagrees, folds[place])):
            folds[place] = folded(_from_what_disagrees(body, beside, heights[place]), beside, heights[place])
    lines = list(_labelled(row, folds, room, cells))
    return tuple(lines[:most])


def _from_what_disagrees(body: Line, cells: int, rows: int) -> Line:
    """The text from some words before what disagrees, so many that the rows show it and what follows."""
    before = next((n for n, (_, style) in enumerate(body) if style.startswith("disagrees")), 0)
    at = len(text(body[:before]))
    if at < cells // 2:
        return body
    spare = rows * (cells - RAGGED) - (len(text(body)) - at)
    start = text(body).rfind(" ", 0, max(0, at - max(spare, min(LEAD, cells // 2)))) + 1
    return (("… ", "quiet"), *cut(body, start, len(text(body)))) if start else body


def _disagrees(line: Line) -> bool:
    return any(style.startswith("disagrees") for _, style in line)


def _labelled(row: Row, folds: Sequence[tuple[Line, ...]], room: int, cells: int) -> Iterator[Line]:
    for (label, _), fold in zip(row.detail, folds, strict=True):
        for place, line in enumerate(fold):
            first = padded(label, room) if not place else ((fit("", room), ""),)
            yield padded((*first, (" " * GAP, ""), *line), cells)


class TableFlow:
    """A table's rows as `variorum.view.layout.rows` walks along them, each wrapped when it is looked at."""

    def __init__(self, table: Table, cells: int, needed: Sequence[int] = ()) -> None:
        self.table, self.cells = table, cells
        self.widths = column_widths(table.columns, cells, needed)
        self._lines: dict[int, tuple[Line, ...]] = {}

    def __len__(self) -> int:
        return len(self.table.rows)

    def lines(self, item: int) -> tuple[Line, ...]:
        """The lines of a row, with a blank one where a heading follows it."""
        if item not in self._lines:
            made = row_lines(self.table, self.table.rows[item], self.widths, self.cells)
            self._lines[item] = made + (((" " * self.cells, ""),),) * (self.air(item) - self.table.rows[item].air)
        return self._lines[item]

    def air(self, item: int) -> int:
        """The blank rows after a row."""
        rows, row = self.table.rows, self.table.rows[item]
        return row.air or int(not row.heading and item + 1 < len(rows) and rows[item + 1].heading)

    def height(self, item: int) -> int:
        """How many lines a row has."""
        return max(1, len(self.lines(item)))


def step(table: Table, cursor: int, by: int) -> int:
    """The row so many selectable rows further (negative: back), stopping at the ends; headings are passed over."""
    way = 1 if by > 0 else -1
    left, at, last = abs(by), cursor, cursor
    while left and 0 <= at + way < len(table.rows):
        at += way
        if not table.rows[at].heading:
            last, left = at, left - 1
    return last


def place_of(rows: Sequence[Row], key: object) -> int | None:
    """Where the row with a key stands; rows that are not made yet are not made for it."""
    if isinstance(rows, LazyRows):
        return next((place for place, item in enumerate(rows.items) if item is key), None)
    return next((place for place, row in enumerate(rows) if row.key is key or row.key == key), None)


def selectable(table: Table, cursor: int) -> int:
    """The nearest row at or after a place that is no heading, else before it; 0 where there is none."""
    count = len(table.rows)
    cursor = max(0, min(cursor, count - 1))
    ways = (*range(cursor, count), *range(cursor - 1, -1, -1))
    return next((i for i in ways if not table.rows[i].heading), 0)


def legend(keys: Iterable[Key]) -> Line:
    """Keys and what they do on one line."""
    return tuple(piece for key in keys for piece in ((press(key.id), "accent"), (f" {key.words}  ", "quiet")))


def with_keys(table: Table, said: Callable[[str], str]) -> Table:
    """The table with what keys are called put into its words; `said` does that for a text."""

    def named(line: Line) -> Line:
        return tuple((said(piece), style) for piece, style in line)

    def row_named(row: Row) -> Row:
        if not any(BEGIN in piece for cell in row.cells for piece, _ in cell):
            return row
        return replace(row, cells=tuple(map(named, row.cells)))

    rows = table.rows.mapped(row_named) if isinstance(table.rows, LazyRows) else [*map(row_named, table.rows)]
    return replace(table, rows=rows, note=said(table.note), legend=named(table.legend), empty=said(table.empty))
