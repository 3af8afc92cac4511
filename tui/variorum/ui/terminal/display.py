"""An app whose frames go out as changed cells: what stands between Textual's compositor and its driver.

Textual hands over rendered strips for whole widgets or dirty regions. Here they become cells of a frame; what the
terminal shows already is known, so only the difference is written, whole rows that moved are scrolled, and a frame that
would queue behind older ones waits and is then drawn as the newest state. All that this needs of Textual's private
names stands in this module and in `driver.py`; Textual is pinned, and a test says what broke.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from typing import Any

from textual._compositor import ChopsUpdate, CompositorUpdate, InlineUpdate, LayoutUpdate
from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from variorum.ui.garbage import Sweeper
from variorum.ui.terminal.abilities import abilities
from variorum.ui.terminal.cells import Cell, Frame, Row, blank_frame, encode, place, text_cells
from variorum.ui.terminal.driver import ASK_CURSOR, TerminalDriver
from variorum.ui.terminal.pace import Pace
from variorum.ui.terminal.plain import as_ascii, needs_ascii
from variorum.ui.terminal.sgr import settled
from variorum.ui.terminal.typed import TypedApp

_CLEAR = "\x1b[m\x1b[2J"
_SYNC_FROM = 400
"""Bytes from which a frame is worth wrapping as one synchronised update."""


# Textual remembers these two styles with the cache of rows that asked for them: a thousand screens that are long closed
# stayed in memory with all that they had shown.
_INNER_OUTER = lru_cache(64)(partial(StylesCache.get_inner_outer.__wrapped__, StylesCache))
StylesCache.get_inner_outer = staticmethod(_INNER_OUTER)  # type: ignore[assignment]  # called with the same arguments


class CellApp(TypedApp):
    """An app that writes only changed cells. `changed_cells=False` leaves Textual's own way in place."""

    def __init__(self, *, changed_cells: bool = True, **options: Any) -> None:  # noqa: ANN401 - App's own options
        super().__init__(driver_class=TerminalDriver, **options)
        # Nothing here uses them, and each would be a widget more on every screen.
        self._disable_tooltips = self._disable_notifications = True
        self._changed_cells = changed_cells
        self._able = abilities()
        self._ascii = needs_ascii()
        self._pace = Pace()
        self._sweeper = Sweeper()
        self._wanted: Frame = []
        self._shown: Frame | None = None
        self._writing = False
        self._waiting = False

    def terminal_taken(self) -> None:
        """The terminal shows nothing of ours: after a start, a resume, or when a reader asks for a repaint."""
        self._shown = None
        self._pace = Pace()
        self._writing = False
        if isinstance(self._driver, TerminalDriver):
            # A question alone measures the link's delay, so that the first frame's answer tells its rate.
            self._pace.sent(len(ASK_CURSOR), time.monotonic())
            self._driver.write(ASK_CURSOR)
        if self._wanted:
            self._show_frame()
        elif self.is_running:
            self.refresh()

    def action_repaint(self) -> None:
        """Draw everything anew, for a screen that something else has written on."""
        self.terminal_taken()

    def frame_answered(self) -> None:
        """The terminal has taken a frame."""
        self._pace.answered(time.monotonic())
        self._show_frame()

    def draw_rows(self, widget: Widget, regions: Sequence[Region]) -> bool:
        """Draw regions of a widget that fills the topmost screen; False where it does not, or cannot be drawn yet."""
        size = self.size
        if not (
            self._changed_cells
            and isinstance(self._driver, TerminalDriver)
            and not self._batch_count
            and widget.is_attached
            and widget.screen is self.screen
            and widget.region == size.region
            and len(self._wanted) == size.height
        ):
            return False
        widget._set_dirty(*regions)  # what Textual remembers of these rows is wrong from now on
        widget._exchange_repaint_regions()
        for y in sorted({y for region in regions for y in region.line_range}):
            self._put(y, 0, (widget.render_line(y),))
        self._show_frame()
        return True

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """The screens that are seen beneath the topmost: none but a dialog leaves anything of them to be seen.

        Textual counts the next one down always, and drew the whole screen again for each of its turns.
        """
        return super()._background_screens if self.screen.is_modal else []

    def _set_pointer_shape(self, shape: str) -> None:
        """Leave the mouse pointer alone: few terminals know the sequence, and some would print it."""

    def _display(self, screen: Screen[Any], renderable: Any) -> None:  # noqa: ANN401 - a rich renderable
        direct = isinstance(renderable, (ChopsUpdate, LayoutUpdate)) and isinstance(self._driver, TerminalDriver)
        if not (self._changed_cells and direct):
            if isinstance(renderable, CompositorUpdate) and not isinstance(renderable, InlineUpdate):
                self._shown = None
            super()._display(screen, renderable)
            return
        if not self._batch_count and self._running and not self._closed:
            self._take(renderable, *screen.outer_size)
            self._show_frame()
        self.post_display_hook()

    def _take(self, update: ChopsUpdate | LayoutUpdate, width: int, height: int) -> None:
        """Put an update into the frame that is wanted."""
        if len(self._wanted) != height or (height and len(self._wanted[0]) != width):
            self._wanted = blank_frame(width, height)
            self._shown = None
        if isinstance(update, LayoutUpdate):
            for y, strips in enumerate(update.strips, update.region.y):
                self._put(y, update.region.x, strips)
            return
        for y in {y for y, _, _ in update.spans}:
            for x, strip in update.chops[y].items():
                if strip is not None:
                    self._put(y, x, (strip,))

    def _put(self, y: int, x: int, strips: Iterable[Strip]) -> None:
        if y >= len(self._wanted):
            return
        # The frame on the terminal may share this row: change a copy.
        row = list(self._wanted[y])
        for strip in strips:
            place(row, x, self._cells(strip))
            x += strip.cell_length
        self._wanted[y] = row

    def _cells(self, strip: Strip) -> Row:
        system = self.console._color_system
        cells: list[Cell] = []
        for text, style, control in strip:
            if control or not text:
                continue
            look = ""
            if style is not None and system is not None:
                look = settled(style._ansi if style._ansi is not None else Strip.render_ansi(style, system))
            cells += text_cells(as_ascii(text) if self._ascii else text, look)
        return cells

    def _show_frame(self) -> None:
        """Send what changed, unless older frames are still under way: then this is called again when they are not."""
        if self._writing or not self._wanted or self._shown == self._wanted:
            return
        wait = self._pace.wait(time.monotonic())
        if wait > 0:
            if not self._waiting:
                self._waiting = True
                self.set_timer(wait, self._waited)
            return
        self._send()

    def _waited(self) -> None:
        self._waiting = False
        self._show_frame()

    def _send(self) -> None:
        driver = self._driver
        if not isinstance(driver, TerminalDriver):
            return
        wanted = list(self._wanted)
        before = self._shown
        clear = ""
        if before is None:
            before, clear = blank_frame(len(wanted[0]), len(wanted)), _CLEAR
        data = clear + encode(before, wanted, self._able)
        self._shown = wanted
        if not data:
            return
        if self.focused is not None:
            x, y = self.size.clamp_offset(self.cursor_position)  # of a line scrolled sideways it lies outside
            data += f"\x1b[{y + 1};{x + 1}H"
        if self._pace.asks:
            data += ASK_CURSOR
            self._pace.sent(len(data), time.monotonic())
        if self._sync_available and len(data) > _SYNC_FROM:
            data = f"\x1b[?2026h{data}\x1b[?2026l"
        self._writing = True
        driver.write_frame(data, self._written)
        self._sweeper.drawn()

    def _written(self) -> None:
        self._writing = False
        self._show_frame()


def redraw(widget: Widget, *regions: Region) -> None:
    """Draw regions of a widget anew: at once and past Textual's compositor, where the widget fills the screen.

    The compositor would pass them through two queues, render whole rows into parts, and wait for the next of sixty
    ticks a second.
    """
    if not (isinstance(widget.app, CellApp) and widget.app.draw_rows(widget, regions)):
        widget.refresh(*regions)
