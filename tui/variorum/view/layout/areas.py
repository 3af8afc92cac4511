"""Where everything stands on the screen: rectangles of cells, from the room there is and what is switched on."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from variorum.view.state import Focus, Side, State

GUTTER = 3
"""Cells before a pane's text: the cursor's bar, the relation's glyph, a blank."""

LONGEST = 92
"""Cells of text in a row of a pane that has the screen to itself, where the settings say nothing: longer ones tire."""

MIN_COLUMNS, MIN_LINES = 40, 10
MIN_PANE = 16
MIN_ROWS = 2
"""Rows that the panes keep beside a panel above or under them: a head and a row of text."""


class Kind(StrEnum):
    """The layouts; `NONE` is too small for any."""

    WIDE = "wide"
    MIDDLE = "middle"
    NARROW = "narrow"
    SINGLE = "single"
    NONE = "none"


class Rect(NamedTuple):
    """Cells of the screen: the left upper corner, columns and rows."""

    x: int
    y: int
    w: int
    h: int

    def holds(self, x: int, y: int) -> bool:
        """The cell is inside."""
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h


class Layout(NamedTuple):
    """The rectangles; None for what is not shown. A pane's is its text's, `heads` its header row's.

    Attributes:
        text: Cells of text in a row of each pane, without gutter and margin.
        strips: The overview strips' columns.
        rule: The column between the panes, which can be dragged; None with one pane.
        rules: Every rule, one column wide or one row high.
        overlay: The panel stands over the panes and goes when it has been used.
    """

    kind: Kind
    columns: int
    lines: int
    status: Rect
    heads: tuple[Rect | None, Rect | None] = (None, None)
    panes: tuple[Rect | None, Rect | None] = (None, None)
    text: tuple[int, int] = (MIN_PANE, MIN_PANE)
    strips: tuple[Rect | None, Rect | None] = (None, None)
    title: Rect | None = None
    sources: Rect | None = None
    highlights: Rect | None = None
    rule: int | None = None
    rules: tuple[Rect, ...] = ()
    overlay: bool = False

    @property
    def rows(self) -> int:
        """Rows of text in a pane."""
        pane = self.panes[0] or self.panes[1]
        return pane.h if pane else 1


def kind_for(columns: int, lines: int, wanted: str = "auto") -> Kind:
    """The layout that fits so much room, or the one wanted where it is possible at all."""
    if columns < MIN_COLUMNS or lines < MIN_LINES:
        return Kind.NONE
    if wanted == "single" or columns < 2 * (MIN_PANE + GUTTER) + 2:
        return Kind.SINGLE
    if wanted == "wide" and columns >= 112:
        return Kind.WIDE
    if wanted == "middle" and columns >= 80 and lines >= 18:
        return Kind.MIDDLE
    if wanted == "narrow":
        return Kind.NARROW
    if columns >= 150:
        return Kind.WIDE
    if columns >= 110 and lines >= 30:
        return Kind.MIDDLE
    return Kind.NARROW if columns >= 80 else Kind.SINGLE


def arrange(state: State, *, single: bool = False) -> Layout:
    """The layout of a state; `single` for a story of one article."""
    kind = kind_for(state.columns, state.lines, state.layout)
    columns, lines = state.columns, state.lines
    status = Rect(0, max(0, lines - 1), columns, 1)
    if kind is Kind.NONE:
        return Layout(kind, columns, lines, status)
    x, right, top, bottom = 0, columns, 0, lines - 1
    rules: list[Rect] = []
    lines_across: list[Rect] = []
    title = sources = highlights = None
    beside = kind in (Kind.WIDE, Kind.MIDDLE) and not state.zoomed
    if kind is Kind.WIDE or (beside and lines >= 30):
        title, top = Rect(0, 0, columns, 1), 1
    if beside and _shown(state.sources, default=True):
        w = 24 if columns >= 120 else 20
        sources, x = Rect(0, top, w, bottom - top), w + 1
    listed = not single and not state.classroom
    if beside and kind is Kind.MIDDLE and _shown(state.highlights, default=listed):
        h = min(max(7, min(10, lines // 4)), bottom - top - 1 - MIN_ROWS)
        highlights, bottom = Rect(x, bottom - h, columns - x, h), bottom - h - 1
        lines_across.append(Rect(x, bottom, columns - x, 1))
    if beside and kind is Kind.WIDE and _shown(state.highlights, default=listed):
        w = max(34, min(46, columns * 22 // 100))
        highlights, right = Rect(columns - w, top, w, bottom - top), columns - w - 1
        rules.append(Rect(right, top, 1, bottom - top))
    if sources:
        rules.append(Rect(x - 1, top, 1, lines - 1 - top))
    both = kind is not Kind.SINGLE and not state.zoomed and not single
    overlay = not beside and state.focus is not Focus.PANES
    if overlay and state.focus is Focus.HIGHLIGHTS:
        h = min(max(6, min(12, (bottom - top) * 45 // 100)), bottom - top - 1 - MIN_ROWS)
        highlights, bottom = Rect(0, bottom - h, columns, h), bottom - h - 1
        lines_across.append(Rect(0, bottom, columns, 1))
    if overlay and state.focus is Focus.SOURCES:
        if kind is Kind.NARROW:  # beside the active pane
            sources, x, both = Rect(0, top, 30, bottom - top), 31, False
            rules.append(Rect(30, top, 1, bottom - top))
        else:  # above it
            sources, top = Rect(0, top, columns, (bottom - top) // 2), top + (bottom - top) // 2 + 1
            lines_across.append(Rect(0, top - 1, columns, 1))
    return _with_panes(
        state,
        Layout(kind, columns, lines, status, title=title, sources=sources, highlights=highlights, overlay=overlay),
        Rect(x, top, right - x, bottom - top),
        [*rules, *lines_across],
        both=both,
    )


def _with_panes(state: State, layout: Layout, room: Rect, rules: list[Rect], *, both: bool) -> Layout:
    x, top, w, h = room
    air = 2 if state.lines >= 30 else 1  # the header row, and a blank one where there is room for it
    widths = [0, 0]
    rule = None
    if both:
        widths[0] = max(MIN_PANE + GUTTER, min(w - 1 - MIN_PANE - GUTTER, (w - 1) * state.split // 100))
        widths[1] = w - 1 - widths[0]
        rule = x + widths[0]
        rules.append(Rect(rule, top, 1, h))
    else:
        widths[state.active] = w
    strip = _shown(state.strip, default=layout.kind in (Kind.WIDE, Kind.MIDDLE))
    heads: list[Rect | None] = [None, None]
    panes: list[Rect | None] = [None, None]
    strips: list[Rect | None] = [None, None]
    text = [MIN_PANE, MIN_PANE]
    for side in Side:
        width = widths[side]
        if not width:
            continue
        left = x + (widths[0] + 1 if side and both else 0)
        heads[side] = Rect(left, top, width, 1)
        chrome = GUTTER + (2 if strip else 1)
        most = state.text_width if state.text_width >= MIN_PANE else width if both else LONGEST
        if not both and width > most + chrome:  # it stands in the middle
            left, width = left + (width - most - chrome) // 2, most + chrome
        panes[side] = Rect(left, top + air, width, max(1, h - air))
        if strip:
            strips[side] = Rect(left + width - 1, top + air, 1, max(1, h - air))
        text[side] = min(width - chrome, most)
    if not both:
        text[state.active.other] = text[state.active]
    return Layout(
        layout.kind,
        layout.columns,
        layout.lines,
        layout.status,
        (heads[0], heads[1]),
        (panes[0], panes[1]),
        (text[0], text[1]),
        (strips[0], strips[1]),
        layout.title,
        layout.sources,
        layout.highlights,
        rule,
        tuple(rules),
        layout.overlay,
    )


def _shown(wish: bool | None, *, default: bool) -> bool:
    return default if wish is None else wish
