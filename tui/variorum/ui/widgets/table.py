"""The one widget of all lists and tables: it paints a `Listing` by line and says what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from variorum.text.sanitise import clean_line
from variorum.ui.terminal.display import redraw
from variorum.view.keymap import Keymap
from variorum.view.keys import plain_key
from variorum.view.list_keys import ELSEWHERE, LISTS, MARKING
from variorum.view.lists.listing import Listing
from variorum.view.lists.table import Line, Row, View
from variorum.view.palette import Palette, laid_on


def strip_of(line: Line, palette: Palette, ground: Style) -> Strip:
    """A line of pieces in the palette's styles, laid on a ground."""
    segments = []
    for piece, style in line:
        name, _, extra = style.partition("/")
        segments.append(Segment(piece, palette.style(name, extra)))
    return Strip(laid_on(segments, ground))


class TableView(Widget, can_focus=True):
    """A list under a cursor; it lays nothing out on a key press."""

    DEFAULT_CSS = "TableView { width: 1fr; height: 1fr; }"

    @dataclass
    class Chosen(Message):
        """Enter on a row, in a column where one was chosen."""

        row: Row
        column: int | None

    class Closed(Message):
        """Esc or q: the reader is done with the list."""

    @dataclass
    class Elsewhere(Message):
        """A key of the reader's screen, by its id."""

        key: str

    @dataclass
    class Marked(Message):
        """Space on a row of a list in which rows can be marked."""

        row: Row

    @dataclass
    class Pressed(Message):
        """A key that only this list has, by its id; the row under the cursor, if there is one."""

        key: str
        row: Row | None

    @dataclass
    class Moved(Message):
        """The cursor stands elsewhere, or the filter is another."""

        row: Row | None

    def __init__(self, view: View, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self.listing = Listing(view, palette.glyph)
        self._lines: Sequence[Line] | None = None

    def on_mount(self) -> None:
        """Take the keys that the settings give, which the app has."""
        keys = getattr(self.app, "keys", None)
        if isinstance(keys, Keymap):
            self.listing.name(keys)

    def render_line(self, y: int) -> Strip:
        """A row of the screen."""
        if self._lines is None:
            self._lines = self.listing.screen()
        line = self._lines[y] if y < len(self._lines) else ((" " * self.size.width, ""),)
        listing = self.listing
        at_edge = y == listing.lines - 1 or (y == 0 and listing.rooms.title and listing.table.title)
        return strip_of(line, self._palette, self._palette.ground("edge") if at_edge else Style.null())

    def wear(self, palette: Palette, view: View | None = None) -> None:
        """Show the list, or another view of the same things, in other colours and glyphs."""
        self._palette = palette
        self.listing.glyph = palette.glyph
        self.show(view)

    def show(self, view: View | None = None, *, key: object = None) -> None:
        """Make the list again from another view of the same things, with the cursor at its row."""
        self.listing.rebuild(view, key=key)
        self._repaint()

    def say(self, message: str) -> None:
        """Say something in the status row until the next key."""
        self.listing.message = message
        self._repaint()

    def on_resize(self, event: events.Resize) -> None:
        """Set the rows in the new width."""
        self.listing.resize(event.size.width, event.size.height)
        self._repaint()

    def press(self, name: str) -> None:
        """Do what a key of the key table says."""
        listing = self.listing
        listing.message = ""
        if name == "enter":
            if listing.row:
                self.post_message(self.Chosen(listing.row, listing.column))
            return
        if name == "mark":
            if listing.row:
                self.post_message(self.Marked(listing.row))
            return
        if name in ELSEWHERE:
            self.post_message(self.Elsewhere(name))
            return
        if name == "leave":
            self.post_message(self.Closed())
            return
        if name == "close":
            self._close()
            return
        before, filter, column, order = listing.cursor, listing.filter, listing.column, listing.order
        _ACTS[name](listing)
        if (listing.filter, listing.column, listing.order) == (filter, column, order):
            listing.message = _STILL.get(name, "")
        self._repaint()
        if (listing.cursor, listing.filter) != (before, filter):
            self.post_message(self.Moved(listing.row))

    def on_key(self, event: events.Key) -> None:
        """Do what a key stands for, or put it into the words searched for.

        Here and not by Textual's bindings: those are looked up in the app's queue, and what is typed fast after `/`
        would overtake the prompt.
        """
        listing = self.listing
        if not listing.typing:
            id = self._id_of(event)
            if id is not None:
                event.stop()
                event.prevent_default()
                if id in _SHARED:
                    self.press(id.removeprefix("list-"))
                else:
                    listing.message = ""
                    self.post_message(self.Pressed(id, listing.row))
            return
        if listing.view.typed and event.key in ("enter", "escape"):
            self.press("enter" if event.key == "enter" else "leave")
        elif event.key == "enter":
            listing.typing = False
        elif event.key == "escape":
            listing.typing = False
            listing.search("")
        elif event.key in ("backspace", "ctrl+h"):
            listing.search(listing.query[:-1])
        elif event.is_printable and event.character:
            listing.search(listing.query + event.character)
        elif event.key in ("down", "up"):
            listing.move(1 if event.key == "down" else -1)
        event.stop()
        event.prevent_default()
        self._repaint()

    def stays(self, event: events.Key) -> bool:
        """Whether a key does not leave the list; what leaves it while words are typed counts as well."""
        id = self._id_of(event)
        return id.removeprefix("list-") in _ACTS if id else event.is_printable

    def _id_of(self, event: events.Key) -> str | None:
        pressed, known = (plain_key(event.key), event.character or ""), self.listing.keys
        own = known.own.get(self.listing.view.name, {})
        return next((keys[name] for keys in (own, known.lists) for name in pressed if name in keys), None)

    def on_paste(self, event: events.Paste) -> None:
        """Search for what is pasted."""
        if self.listing.typing:
            self.listing.search(self.listing.query + clean_line(event.text))
            self._repaint()
        event.stop()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three rows down."""
        event.stop()
        self.listing.move(3)
        self._repaint()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three rows up."""
        event.stop()
        self.listing.move(-3)
        self._repaint()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row; a second click opens it."""
        event.stop()
        place = self.listing.row_at(event.y)
        if place is None:
            return
        if place == self.listing.cursor and event.chain > 1:
            self.press("enter")
            return
        self.listing.cursor = place
        self._repaint()

    def _close(self) -> None:
        listing = self.listing
        if listing.query or listing.column is not None:
            listing.column = None
            listing.search("")
            self._repaint()
        else:
            self.post_message(self.Closed())

    def _repaint(self) -> None:
        self._lines = None
        redraw(self, self.size.region)


def _search(listing: Listing) -> None:
    listing.typing = True


_STILL = {
    "left": "there are no columns to choose from",
    "right": "there are no columns to choose from",
    "filter": "there is nothing to filter by",
    "filter-back": "there is nothing to filter by",
    "order": "there is no other order",
}
"""What is said of a key that changes nothing in this list; that an end is reached, the row's number says."""

_SHARED = frozenset(key.id for key in (*LISTS, *MARKING))


_ACTS: dict[str, Callable[[Listing], None]] = {
    "down": lambda listing: listing.move(1),
    "up": lambda listing: listing.move(-1),
    "page-down": lambda listing: listing.page(1),
    "page-up": lambda listing: listing.page(-1),
    "half-down": lambda listing: listing.page(0.5),
    "half-up": lambda listing: listing.page(-0.5),
    "first": lambda listing: listing.end(last=False),
    "last": lambda listing: listing.end(last=True),
    "left": lambda listing: listing.choose_column(-1),
    "right": lambda listing: listing.choose_column(1),
    "search": _search,
    "filter": lambda listing: listing.next_filter(1),
    "filter-back": lambda listing: listing.next_filter(-1),
    "order": lambda listing: listing.next_order(),
}
