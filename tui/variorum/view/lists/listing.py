"""A list screen's state and what it shows, line by line, without a screen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from variorum.text.width import width
from variorum.view.keymap import Keymap, make_keymap
from variorum.view.layout.rows import clamp, distance, walk
from variorum.view.list_keys import OWN
from variorum.view.lists.table import (
    LazyRows,
    Line,
    Row,
    Table,
    TableFlow,
    View,
    clipped,
    detail_lines,
    folded,
    head_lines,
    needed_widths,
    padded,
    place_of,
    selectable,
    step,
    text,
    with_keys,
)
from variorum.view.state import ListPlace, Place

GUTTER = 2
"""Cells before a row: the cursor's bar and a blank."""

FEW = 5
"""Rows up to which nobody need search them."""

Glyph = Callable[[str], str]
_NO_ROW = object()
"""A key that no row has: the cursor stays where it is."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """The rows of a list screen, from the top: title, head, body, a rule and details, legend, status."""

    title: int
    head: int
    body: int
    detail: int
    legend: int

    @property
    def body_at(self) -> int:
        """The first row of the body."""
        return self.title + self.head


class Listing:
    """A view under a cursor.

    Args:
        view: What is listed.
        glyph: A mark's name to its glyph.
        keys: Which key does what, for the words that name one.
    """

    def __init__(self, view: View, glyph: Glyph, keys: Keymap | None = None) -> None:
        self.view, self.glyph, self.keys = view, glyph, keys or make_keymap({})
        self.columns = self.lines = 0
        self.order = self.filter = 0
        self.query = ""
        self.typing = view.typed
        self.message = ""
        self.cursor = 0
        self.column: int | None = None
        self.top: Place = (0, 0)
        self.table = self._built()
        self._needed: tuple[int, ...] = ()
        self.flow = TableFlow(self.table, 1)
        self.cursor = selectable(self.table, 0)

    def name(self, keys: Keymap) -> None:
        """Call keys what they are called here."""
        if keys.remapped != self.keys.remapped:
            self.keys = keys
            self.rebuild()

    @property
    def row(self) -> Row | None:
        """The row under the cursor; None in an empty list or on a heading."""
        rows = self.table.rows
        if not 0 <= self.cursor < len(rows) or rows[self.cursor].heading:
            return None
        return rows[self.cursor]

    @property
    def place(self) -> ListPlace:
        """Where it is left, to come back to."""
        return ListPlace(self.order, self.filter, self.query, self.cursor, self.top)

    def restore(self, place: ListPlace) -> None:
        """Go back to where it was left, as far as there is still such a row."""
        self.order, self.filter, self.query = place.order, place.filter, place.query
        self.cursor = place.cursor
        self.rebuild(key=_NO_ROW)
        self._settle(place.top)

    @property
    def rooms(self) -> Rooms:
        """How the rows are given out."""
        lines = self.lines
        title = 0 if lines < 8 or not self.table.title else 2 if lines >= 20 else 1
        head = 0
        if self.table.head and lines >= 8 and (len(self.table.rows) or self.query):
            head = len(head_lines(self.table, self.flow.widths, self.flow.cells))
        detail = 0
        row = self.row
        if row is not None and row.detail and lines >= 14:
            detail = max(3, min(12, lines // 4))
        own = self.view.name in OWN  # what the keys do that only this list has is told on small screens too
        legend = 1 if self.table.legend and len(self.table.rows) and lines >= (12 if own else 18) else 0
        body = lines - title - head - (detail + 1 if detail else 0) - legend - 1
        return Rooms(title, head, max(1, body), detail, legend)

    def resize(self, columns: int, lines: int) -> None:
        """Give the list so many cells and rows."""
        self.columns, self.lines = columns, lines
        self._flow()
        self._settle()

    def rebuild(self, view: View | None = None, *, key: object = None) -> None:
        """Make the table again, under another order, filter or search, or from another view of the same things.

        The cursor stays at the row with its key, or at `key`; else as near as can be.
        """
        row = self.row
        wanted = key if key is not None else row.key if row else None
        self.view = view or self.view
        self.order, self.filter = self.order % len(self.view.orders), self.filter % len(self.view.filters)
        self.table = self._built()
        self._flow()
        place = self.cursor
        if wanted is not None:
            found = place_of(self.table.rows, wanted)
            place = place if found is None else found
        self.cursor = selectable(self.table, place)
        self.top = (0, 0)
        self._settle()

    def _built(self) -> Table:
        return with_keys(self.view.build(self.order, self.filter, self.query), self.keys.said)

    def _flow(self) -> None:
        """Set the table; its columns keep the room that another filter or search of it took."""
        needed = needed_widths(self.table)
        if len(needed) == len(self._needed):
            needed = tuple(max(both) if all(both) else 0 for both in zip(needed, self._needed, strict=True))
        self._needed = needed
        self.flow = TableFlow(self.table, max(1, self.columns - GUTTER - 1), needed)

    def move(self, by: int) -> None:
        """The cursor so many rows down; at the last, scroll on so that what follows it is seen."""
        before = self.cursor
        self.cursor = step(self.table, self.cursor, by)
        if before == self.cursor:
            self.top = clamp(self.flow, walk(self.flow, self.top, by), self.rooms.body)
        self._settle()

    def page(self, by: float) -> None:
        """Scroll by a part of the body's height, with the cursor."""
        body = self.rooms.body
        rows = max(1, int(abs(by) * body) - (2 if abs(by) >= 1 and body > 4 else 0)) * (1 if by > 0 else -1)
        self.top = clamp(self.flow, walk(self.flow, self.top, rows), body)
        target = walk(self.flow, (self.cursor, 0), rows)[0]
        if target == self.cursor:
            target = step(self.table, self.cursor, 1 if by > 0 else -1)
        self.cursor = selectable(self.table, target)
        self._settle()

    def end(self, *, last: bool) -> None:
        """To the first row, or to the last."""
        self.cursor = step(self.table, 0, len(self.table.rows)) if last else selectable(self.table, 0)
        if not last:
            self.top = (0, 0)
        self._settle()

    def choose_column(self, by: int) -> None:
        """The next column that can be opened; past the ends none is chosen."""
        row = self.row
        shown = [i for i in sorted(row.targets) if self.flow.widths[i]] if row else []
        if not shown:
            return
        if self.column not in shown:
            self.column = shown[0] if by > 0 else shown[-1]
            return
        place = shown.index(self.column) + by
        self.column = shown[place] if 0 <= place < len(shown) else None

    def next_filter(self, by: int = 1) -> None:
        """The next filter in turn."""
        self.filter = (self.filter + by) % len(self.view.filters)
        self.rebuild()

    def next_order(self) -> None:
        """The next order in turn."""
        self.order = (self.order + 1) % len(self.view.orders)
        self.rebuild()

    def search(self, query: str) -> None:
        """Show only rows with these words; where that is how one is chosen, the likeliest is."""
        self.query = query
        self.rebuild()
        if self.view.typed:
            self.end(last=False)

    def row_at(self, y: int) -> int | None:
        """The row of the list that the screen's row shows; None where there is none, or a heading."""
        rooms = self.rooms
        if not rooms.body_at <= y < rooms.body_at + rooms.body:
            return None
        item, row = self.top[0], self.top[1] + y - rooms.body_at
        while item < len(self.flow) and row >= self.flow.height(item):
            row -= self.flow.height(item)
            item += 1
        return item if item < len(self.flow) and not self.table.rows[item].heading else None

    def _settle(self, top: Place | None = None) -> None:
        """Scroll as little as shows the row under the cursor, whole where it fits; `top` goes to that row first."""
        if not len(self.flow):
            self.top = (0, 0)
            return
        if self.columns < 1:  # nothing is shown yet, and no row has its height
            self.top = top or self.top
            return
        self.top = top or self.top
        body = self.rooms.body
        self.top = clamp(self.flow, self.top, body)
        start = (self.cursor, 0)
        if start < self.top:
            self.top = start
            before = self.cursor - 1
            if before >= 0 and self.table.rows[before].heading and body > 3:
                self.top = (before, 0)
        high = min(self.flow.height(self.cursor), body)
        if distance(self.flow, self.top, start, 4 * body) + high > body:
            self.top = clamp(self.flow, walk(self.flow, start, high - body), body)

    def screen(self) -> list[Line]:
        """Every line of the screen, each exactly as wide as it is."""
        if self.columns < 1 or self.lines < 1:
            return []
        rooms = self.rooms
        lines: list[Line] = []
        if rooms.title:
            lines.append(self._title())
        if rooms.title > 1:
            lines.append(self._blank())
        if rooms.head:
            for head in head_lines(self.table, self.flow.widths, self.flow.cells, self.column):
                lines.append(((" " * GUTTER, ""), *head, (" ", "")))
        lines += self._body(rooms.body)
        if rooms.detail:
            lines.append(((self.glyph("line") * self.columns, "faint"),))
            lines += self._detail(rooms.detail)
        if rooms.legend:
            lines.append(padded(((" " * GUTTER, ""), *self._legend()), self.columns))
        lines = lines[: self.lines - 1]
        return [padded(line, self.columns) for line in lines] + [self._status()]

    def _blank(self) -> Line:
        return ((" " * self.columns, ""),)

    def _title(self) -> Line:
        left: Line = ((" " * GUTTER, ""), (self.table.title, "strong"))
        room = self.columns - width(text(left)) - 3
        said = self.table.note
        between = f" {self.glyph('dot')} "
        while width(said) > room and between in said:  # the first parts say most
            said = said.rpartition(between)[0]
        note = clipped(((said, "quiet"),), room) if room > 11 else ()
        return self._ends(left, (*note, (" ", "")))

    def _ends(self, left: Line, right: Line) -> Line:
        """Two ends of a row; the right one goes where both do not fit."""
        room = self.columns - width(text(right))
        if width(text(left)) + 2 > room:
            return padded(left, self.columns)
        return (*padded(left, room), *right)

    def _body(self, rows: int) -> list[Line]:
        lines: list[Line] = []
        item, row = self.top
        bar = self.glyph("cursor")
        while item < len(self.flow) and len(lines) < rows:
            set_rows = self.flow.lines(item)
            solid = len(set_rows) - self.flow.air(item)
            for place in range(row, len(set_rows)):
                mark = (bar, "bar") if item == self.cursor and place < solid and self.row else (" ", "")
                lines.append((mark, (" ", ""), *set_rows[place], (" ", "")))
            item, row = item + 1, 0
        if not len(self.flow):
            why = folded(((self._empty(), "quiet/italic"),), max(1, self.columns - GUTTER - 1))
            lines += [((" " * GUTTER, ""), *line) for line in why]
        lines = lines[:rows]
        return lines + [self._blank()] * (rows - len(lines))

    def _legend(self) -> Line:
        """What the glyphs mean and the keys do, as many as have room; each is a sign and its words."""
        found = [*self.table.legend]
        while len(found) > 2 and GUTTER + width(text(tuple(found)).rstrip()) > self.columns:
            del found[-2:]
        return tuple(found)

    def _empty(self) -> str:
        """Why there is no row, and what brings rows back."""
        dot, key = self.glyph("dot"), self.keys.label
        if self.query and not self.view.typed:
            return f"no row has these words: {self.query} {dot} {key('list-close')} clears them"
        if self.filter:
            return (
                f"nothing here: {self.view.filters[self.filter]} {dot} {key('list-filter')} goes on to the next filter"
            )
        return self.table.empty

    def _detail(self, rows: int) -> list[Line]:
        row = self.row
        found = detail_lines(row, self.columns - GUTTER - 1, rows) if row else ()
        lines: list[Line] = [((" " * GUTTER, ""), *line) for line in found]
        return lines + [self._blank()] * (rows - len(lines))

    def _status(self) -> Line:
        if self.typing:
            count = self._place()[1]
            does = ("does it", "back") if self.view.typed else ("keeps", "clears")
            left: Line = (("/", "accent"), (self.query, ""), (self.glyph("both"), "bar"))
            return self._ends(left, ((f"{count} found · Enter {does[0]} · Esc {does[1]} ", "quiet"),))
        if self.message:
            where: Line = ((" ", ""), (self.keys.said(self.message), "accent"))
            keys = self._keys(self.columns - 3 - width(text(where)))
            if width(text((*where, *keys))) > self.columns:
                keys = ()  # what happened is more than what could be pressed
        else:
            where = ((" ", ""), *self._where())
            keys = self._keys(self.columns - 3 - min(width(text(where)), self.columns // 3))
        room = self.columns - 1 - width(text(keys))
        return padded((*padded(clipped(where, room - 1), room + 1), *keys), self.columns)

    def _place(self) -> tuple[int, int]:
        """The row under the cursor and how many there are, counted from 1, headings left out."""
        rows = self.table.rows
        if isinstance(rows, LazyRows):  # they are not made to be counted
            return self.cursor + 1 - bisect_right(rows.headings, self.cursor), len(rows) - len(rows.headings)
        real = [place for place, row in enumerate(rows) if not row.heading]
        return bisect_right(real, self.cursor), len(real)

    def _where(self) -> Line:
        parts = []
        place, count = self._place()
        if count:
            parts.append(f"{place}/{count}")
        if len(self.view.filters) > 1:
            parts.append(self.view.filters[self.filter])
        if self.order:
            parts.append(self.view.orders[self.order])
        if self.query:
            parts.append(f"/{self.query}")
        return ((f" {self.glyph('dot')} ".join(parts), "quiet"),)

    def _keys(self, room: int) -> Line:
        """What the keys do; the first and the way back stay longest, then what is this list's own."""
        own = [*self.view.keys]
        several = [("list-filter", "filter")] if len(self.view.filters) > 1 else []
        rest = [("list-order", "sort")] if len(self.view.orders) > 1 else []
        rest += [("list-search", "find")] if len(self.table.rows) > FEW or self.query else []
        rest += [("list-help", "help")] if self.view.help else []
        keys = [*own, *several, *rest, ("list-close", self.view.leave)]
        spare = [*own[1:2], *several, *own[2:], *rest]
        named = {ids: self.keys.label(*ids.split()) for ids, _ in keys}
        while spare and sum(width(f"  {named[ids]} {does}") for ids, does in keys) > room:
            keys.remove(spare.pop())
        pieces = [piece for ids, does in keys for piece in ((f"  {named[ids]}", "accent"), (f" {does}", "quiet"))]
        return (*pieces, (" ", ""))
