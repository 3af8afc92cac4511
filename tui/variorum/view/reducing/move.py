"""Cursor and windows: what stands in view, what the other pane does, how a window moves."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from variorum.engine.nouns import Story
from variorum.view.layout.areas import Layout, arrange
from variorum.view.layout.parallel import BandFlow, bands
from variorum.view.layout.rows import Column, Flow, clamp, distance, last_top, walk
from variorum.view.marks import Marks, articles, marks
from variorum.view.state import Pair, Place, Side, State


class Sight(NamedTuple):
    """Everything that movement depends on, made from a state and its story."""

    layout: Layout
    marks: Marks
    columns: tuple[Column, Column]
    band_flow: BandFlow | None

    @property
    def rows(self) -> int:
        """Rows of text in a pane."""
        return self.layout.rows

    def flow(self, side: Side) -> Flow:
        """What a window of that side moves over."""
        return self.band_flow or self.columns[side]

    def place(self, side: Side, sentence: int) -> Place:
        """Where a sentence begins in its flow."""
        return self.band_flow.place(side, sentence) if self.band_flow else (sentence, 0)

    def height(self, side: Side, sentence: int) -> int:
        """Rows of the sentence's own text."""
        return len(self.columns[side].rows(sentence))


def is_single(story: Story) -> bool:
    """There is nothing to compare with."""
    return len(story.articles) < 2


def sight(state: State, story: Story) -> Sight:
    """What movement depends on, in this state."""
    layout = arrange(state, single=is_single(story))
    left, right = articles(state, story)
    columns = (Column(left, layout.text[0], state.unfolded), Column(right, layout.text[1], state.unfolded))
    found = marks(state, story)
    in_bands = state.parallel and all(layout.panes)
    return Sight(layout, found, columns, BandFlow(bands(found), columns) if in_bands else None)


def slot(see: Sight, side: Side) -> Side:
    """Whose top a side's window goes by: in the parallel edition both go by the left one's."""
    return Side.LEFT if see.band_flow else side


def with_top(state: State, see: Sight, side: Side, place: Place) -> State:
    """The state with a window moved to a place, kept within the flow's ends."""
    place = clamp(see.flow(side), place, see.rows)
    tops = (place, state.top[1]) if slot(see, side) is Side.LEFT else (state.top[0], place)
    return replace(state, top=tops)


def with_cursor(state: State, side: Side, sentence: int) -> State:
    """The state with one pane's cursor set."""
    cursor: Pair = (sentence, state.cursor[1]) if side is Side.LEFT else (state.cursor[0], sentence)
    return replace(state, cursor=cursor)


def row_of(state: State, see: Sight, side: Side, sentence: int) -> int:
    """The window's row in which a sentence begins, from 0; negative above, large below."""
    return distance(see.flow(side), state.top[slot(see, side)], see.place(side, sentence), 4 * see.rows)


def in_view(state: State, see: Sight, side: Side, sentence: int) -> bool:
    """All rows of the sentence are in the window, or as many as it holds."""
    row = row_of(state, see, side, sentence)
    return row >= 0 and row + min(see.height(side, sentence), see.rows) <= see.rows


def hidden_below(state: State, see: Sight, rows: int) -> int:
    """By how many rows to scroll so that the screen's last rows cover as little as can be of the cursor's sentence."""
    pane = see.layout.panes[state.active]
    if pane is None:
        return 0
    free = min(pane.h, see.layout.lines - rows - pane.y)
    row = row_of(state, see, state.active, state.sentence)
    return max(0, min(row, row + see.height(state.active, state.sentence) - free))


def reveal(state: State, see: Sight, side: Side, sentence: int) -> State:
    """The state with the window moved so that it shows the whole sentence, or its beginning where it is too long.

    A window that has to move goes on by most of its rows, so that the next few sentences need no move: that is calmer
    to read, and over a slow line it is what keeps a key press small.
    """
    row, height = row_of(state, see, side, sentence), see.height(side, sentence)
    if height >= see.rows:
        return (
            state
            if 0 <= row < see.rows and height > see.rows
            else with_top(state, see, side, see.place(side, sentence))
        )
    if row >= 0 and row + height <= see.rows:
        return state
    spare = see.rows - height
    above = min(spare, see.rows // 5) if row > 0 else max(0, spare - see.rows // 5)
    return with_top(state, see, side, walk(see.flow(side), see.place(side, sentence), -above))


def first_in_view(state: State, see: Sight, side: Side) -> int:
    """The first sentence that begins in the window; the one that fills it where none does."""
    sentences = len(see.columns[side])
    if see.band_flow:
        items = see.band_flow.bands.bands
        top = state.top[0]
        for band in range(top[0] + (top[1] > 0), len(items)):
            if items[band][side]:
                return items[band][side][0]
        return max(0, sentences - 1)
    item, row = state.top[side]
    begins = item + 1 if row else item
    if begins < sentences and row_of(state, see, side, begins) < see.rows:
        return begins
    return item


def partly_in_view(state: State, see: Sight, side: Side, sentence: int) -> bool:
    """At least one row of the sentence is in the window; in the parallel edition, of its band."""
    row, height = row_of(state, see, side, sentence), see.height(side, sentence)
    if see.band_flow:
        band, into = see.place(side, sentence)
        row, height = row - into, see.band_flow.height(band) - 1
    return row < see.rows and row + height > 0


def hold_cursor(state: State, see: Sight, side: Side) -> State:
    """The state with the cursor moved as little as brings it into the window."""
    if partly_in_view(state, see, side, state.cursor[side]):
        return state
    down = row_of(state, see, side, state.cursor[side]) < 0
    sentence = first_in_view(state, see, side)
    if not down:
        last = sentence
        while last + 1 < len(see.columns[side]) and 0 <= row_of(state, see, side, last + 1) < see.rows:
            last += 1
        sentence = last
    return with_cursor(state, side, sentence)


def follow(state: State, see: Sight, rolled: int = 0) -> State:
    """The state with the other pane brought in step with the cursor.

    It stands still while it shows the cursor's counterpart, else goes to it, at the same row. Without a counterpart
    the nearest preceding linked sentence counts. `rolled` are the rows by which the active pane was scrolled: the
    other one scrolls as many and so keeps its offset between two anchors.
    """
    side, other = state.active, state.active.other
    if see.band_flow:
        partners = see.marks.partners(side, state.sentence)
        return with_cursor(state, other, partners[0]) if partners else state
    if not state.locked:
        return state
    if rolled:
        state = with_top(state, see, other, walk(see.flow(other), state.top[other], rolled))
    anchor = see.marks.anchor(side, state.sentence)
    if anchor is None:
        return hold_cursor(state, see, other)
    target = see.marks.partners(side, anchor)[0]
    if anchor != state.sentence and rolled:
        return hold_cursor(state, see, other)
    state = with_cursor(state, other, target)
    shows = partly_in_view if rolled else in_view
    if shows(state, see, other, target):
        return state
    row = max(0, min(row_of(state, see, side, anchor), see.rows - min(see.rows, see.height(other, target))))
    return with_top(state, see, other, walk(see.flow(other), (target, 0), -row))


def go(state: State, see: Sight, sentence: int, side: Side | None = None) -> State:
    """The state with the cursor on a sentence, in view, and the other pane in step."""
    side = state.active if side is None else side
    sentence = max(0, min(sentence, len(see.columns[side]) - 1))
    state = replace(with_cursor(state, side, sentence), active=side)
    return follow(reveal(state, see, side, sentence), see)


def scroll(state: State, see: Sight, by: int, side: Side | None = None) -> State:
    """The state with a pane scrolled by rows; the cursor stays unless it would leave the window."""
    side = state.active if side is None or see.band_flow else side
    at = state.top[slot(see, side)]
    moved = with_top(state, see, side, walk(see.flow(side), at, by))
    if side is not state.active:
        return hold_cursor(moved, see, side)
    went = distance(see.flow(side), at, moved.top[slot(see, side)], 4 * see.rows)
    return follow(hold_cursor(moved, see, side), see, went) if went else moved


def page(state: State, see: Sight, part: float) -> State:
    """The state scrolled by part of a window; at an end already, the cursor goes there."""
    by = round(see.rows * part) if abs(part) < 1 else (see.rows - 2 if see.rows > 3 else 1) * (1 if part > 0 else -1)
    side = state.active
    at = state.top[slot(see, side)]
    moved = with_top(state, see, side, walk(see.flow(side), at, by))
    place = moved.top[slot(see, side)]
    if place == at:
        return go(state, see, len(see.columns[side]) - 1 if part > 0 else 0)
    went = distance(see.flow(side), at, place, 4 * see.rows)
    return follow(with_cursor(moved, side, first_in_view(moved, see, side)), see, went)


def settle(state: State, story: Story) -> State:
    """The state after a change of size or layout: windows within their ends, the cursor in view, in step."""
    see = sight(state, story)
    for side in Side:
        count = len(see.columns[side])
        state = with_cursor(state, side, max(0, min(state.cursor[side], count - 1)))
        state = with_top(state, see, side, state.top[slot(see, side)])
    return follow(reveal(state, see, state.active, state.sentence), see)


__all__ = ["Sight", "first_in_view", "follow", "go", "in_view", "last_top", "page", "scroll", "settle", "sight"]
