"""Where the reader is in a story, as plain values for the library, and back again on the same articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from variorum.engine.nouns import Story
from variorum.view.state import Filter, Side, State, Strength

_PLAIN: dict[str, tuple[type, ...]] = {
    "locked": (bool,),
    "zoomed": (bool,),
    "parallel": (bool,),
    "all_words": (bool,),
    "unfolded": (bool,),
    "sources": (bool, type(None)),
    "highlights": (bool, type(None)),
    "strip": (bool, type(None)),
    "split": (int,),
    "threshold": (float, int, type(None)),
}
"""Fields that are remembered as they are, and what they may be."""


_RANGES = {"split": (0, 100), "threshold": (0, 1)}
"""What a number among them may be at least and at most."""


def session_of(state: State, story: Story) -> dict[str, Any]:
    """What to remember: the articles by id, the places, the filter and the layout."""
    remembered: dict[str, Any] = {name: getattr(state, name) for name in _PLAIN}
    return remembered | {
        "left": story.articles[state.left].id,
        "right": story.articles[state.right].id,
        "active": int(state.active),
        "cursor": list(state.cursor),
        "top": [list(place) for place in state.top],
        "filter": state.filter.value,
        "strength": state.strength.value,
    }


def resumed(state: State, session: Mapping[str, Any], story: Story) -> State:
    """The state as it was left. What no longer fits the story, or is nothing known, stays as `state` has it."""
    known = {name: session[name] for name, types in _PLAIN.items() if isinstance(session.get(name, ...), types)}
    state = replace(state, **{name: value for name, value in known.items() if _within(name, value)})
    ids = [a.id for a in story.articles]
    left, right = session.get("left"), session.get("right")
    if left not in ids or right not in ids:
        return state
    state = replace(state, left=ids.index(left), right=ids.index(right))
    if session.get("active") in (0, 1):
        state = replace(state, active=Side(session["active"]))
    if session.get("filter") in [f.value for f in Filter]:
        state = replace(state, filter=Filter(session["filter"]))
    if session.get("strength") in [s.value for s in Strength]:
        state = replace(state, strength=Strength(session["strength"]))
    counts = [max(1, len(story.articles[n].sentences)) for n in (state.left, state.right)]
    cursor, top = _numbers(session.get("cursor"), 2), [_numbers(p, 2) for p in _list(session.get("top"))]
    if cursor:
        state = replace(state, cursor=(min(cursor[0], counts[0] - 1), min(cursor[1], counts[1] - 1)))
    if len(top) == 2 and all(top) and not state.parallel:
        places = tuple((min(place[0], count - 1), place[1]) for place, count in zip(top, counts, strict=True))
        state = replace(state, top=(places[0], places[1]))
    return state


def _within(name: str, value: Any) -> bool:  # noqa: ANN401 - whatever the library had
    low, high = _RANGES.get(name, (0, 1))
    return value is None or low <= value <= high


def _numbers(value: object, count: int) -> tuple[int, ...]:
    """So many numbers from 0, or none at all."""
    found = tuple(n for n in _list(value) if isinstance(n, int) and n >= 0)
    return found if len(found) == count == len(_list(value)) else ()


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
