"""Screens before the reader's: reading that takes a while, and choosing among what it gave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.timer import Timer

from variorum.engine.nouns import Article
from variorum.reading import Entry
from variorum.reading.grouping import Grouping, StoryGroup
from variorum.ui.bringing import Bringing
from variorum.ui.screens.over import FocusedScreen
from variorum.ui.widgets.table import TableView
from variorum.view.keys import plain_key, press
from variorum.view.lists.choosing import Item, entries_view, progress_view, stories_view
from variorum.view.lists.table import View
from variorum.view.palette import Palette

_TICK = 0.1
"""Seconds between two looks at how far reading is."""


class _Progress(TableView):
    """The list of what was skipped so far; q leaves the program, and not only the list."""

    def on_key(self, event: events.Key) -> None:
        """Before the list's own keys."""
        if self.listing.keys.reader.get(plain_key(event.key)) == "quit":
            event.stop()
            event.prevent_default()
            self.post_message(ReadingScreen.Quit())


class ReadingScreen(FocusedScreen[None]):
    """How far reading is; it ends by itself, or is stopped."""

    DEFAULT_CSS = "ReadingScreen { layout: vertical; overflow: hidden hidden; }"

    @dataclass
    class Ended(Message):
        """Reading has ended, or was stopped."""

        screen: ReadingScreen
        stopped: bool

    class Quit(Message):
        """The reader wants to leave."""

    def __init__(self, bringing: Bringing, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._ticking: Timer | None = None
        self.follow(bringing)
        self.table = _Progress(self._view(), palette)

    def compose(self) -> ComposeResult:
        """One widget that paints everything."""
        yield self.table

    def follow(self, bringing: Bringing) -> None:
        """Show how far this is, which has begun already."""
        self.bringing = bringing
        self._ended = False
        if self._ticking:
            self._ticking.resume()

    def on_mount(self) -> None:
        """Look again and again how far it is."""
        self._ticking = self.set_interval(_TICK, self._look)

    def _view(self) -> View:
        now = self.bringing
        return progress_view(now.stage, now.reading.now, now.done, now.total, now.reading.failures, self._palette.glyph)

    def _look(self) -> None:
        if self.bringing.finished:
            self._end(stopped=False)
        elif not self._ended:
            self.table.show(self._view())

    def on_table_view_closed(self, message: TableView.Closed) -> None:
        """Stop, and go on with what there is."""
        message.stop()
        self.bringing.stop()
        self._end(stopped=True)

    def _end(self, *, stopped: bool) -> None:
        if not self._ended:
            self._ended = True
            if self._ticking:
                self._ticking.pause()
            self.post_message(self.Ended(self, stopped))


class ChoosingScreen(FocusedScreen[None]):
    """A list of stories or entries; one row, or all that are marked, are opened together."""

    DEFAULT_CSS = "ChoosingScreen { layout: vertical; overflow: hidden hidden; }"

    @dataclass
    class Chosen(Message):
        """These shall be read."""

        items: tuple[Item, ...]

    @dataclass
    class Asked(Message):
        """A key of the reader's screen, by its id."""

        key: str

    class Left(Message):
        """Nothing shall be read."""

    def __init__(self, items: Grouping | Sequence[Entry], palette: Palette) -> None:
        super().__init__()
        self._items, self._palette = items, palette
        self._marked: dict[int, Item] = {}
        self.table = TableView(self._view(), palette)

    def _view(self) -> View:
        make: Callable[..., View] = stories_view if isinstance(self._items, Grouping) else entries_view
        return make(self._items, self._marked, self._palette.glyph)

    def compose(self) -> ComposeResult:
        """One widget that paints everything."""
        yield self.table

    def on_table_view_marked(self, message: TableView.Marked) -> None:
        """Mark the row, or take its mark away, and go on to the next."""
        message.stop()
        item = message.row.key
        assert isinstance(item, StoryGroup | Article | Entry)
        if self._marked.pop(id(item), None) is None:
            self._marked[id(item)] = item
        self.table.show()
        self.table.press("down")

    def on_table_view_chosen(self, message: TableView.Chosen) -> None:
        """Open what is marked, else the row."""
        message.stop()
        item = message.row.key
        assert isinstance(item, StoryGroup | Article | Entry)
        self.post_message(self.Chosen(tuple(self._marked.values()) or (item,)))

    def on_table_view_elsewhere(self, message: TableView.Elsewhere) -> None:
        """Another list."""
        message.stop()
        self.post_message(self.Asked(message.key))

    def on_table_view_closed(self, message: TableView.Closed) -> None:
        """Leave; what is marked is let go first."""
        message.stop()
        if self._marked:
            self.unmark()
            self.table.say(f"nothing is marked now: {press('list-close')} again quits")
        else:
            self.post_message(self.Left())

    def unmark(self) -> None:
        """Begin anew: what was marked is open."""
        self._marked.clear()
        self.table.show()
