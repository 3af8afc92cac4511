"""What the mouse means: a cell of the screen and what was done there → an action."""

from __future__ import annotations

from variorum.engine.nouns import Story
from variorum.view import actions as do
from variorum.view.layout.areas import Rect
from variorum.view.painting.overview import sentence_at
from variorum.view.painting.pane import places
from variorum.view.reducing.move import Sight, sight
from variorum.view.state import Focus, Side, State

WHEEL_ROWS = 3


def action_of(state: State, story: Story, kind: str, x: int, y: int) -> do.Action | None:
    """The action for `kind` (`up` and `down` of the wheel, `press`, `drag`) at a cell; None where it means nothing."""
    if not state.columns:
        return None
    see = sight(state, story)
    layout = see.layout
    if kind in ("up", "down"):
        side = _side_at(layout.panes, x, y)
        if state.focus is not Focus.PANES and side is None:
            return do.Step(1 if kind == "down" else -1)
        return do.Scroll(WHEEL_ROWS if kind == "down" else -WHEEL_ROWS, side)
    pair = _pair_room(see)
    if kind == "drag" or (layout.rule is not None and x == layout.rule and y < layout.lines - 1):
        return do.Split(to=round(100 * (x - pair.x) / max(1, pair.w - 1))) if pair else None
    for side in Side:
        strip, pane = layout.strips[side], layout.panes[side]
        if strip and strip.holds(x, y):
            return do.GoTo(sentence_at(len(see.columns[side]), y - strip.y, strip.h), side)
        if pane and pane.holds(x, y):
            place = places(state, see, side, pane.h)[y - pane.y]
            return do.GoTo(place[0], side) if place else do.ToPane(side)
    return None


def _side_at(panes: tuple[Rect | None, Rect | None], x: int, y: int) -> Side | None:
    return next((side for side in Side if (pane := panes[side]) and pane.holds(x, y)), None)


def _pair_room(see: Sight) -> Rect | None:
    left, right = see.layout.panes
    return Rect(left.x, left.y, right.x + right.w - left.x, left.h) if left and right else None
