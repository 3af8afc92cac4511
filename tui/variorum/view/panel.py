"""The lists beside the panes: the sources, and the highlights (what is shared, what only one has)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from variorum.engine.nouns import Story
from variorum.view import seek
from variorum.view.changes import kept_sentences
from variorum.view.find import pattern
from variorum.view.marks import Mark, Marks, marks
from variorum.view.memo import Memo
from variorum.view.move import go, settle, sight
from variorum.view.state import Filter, Focus, PromptKind, Side, State

SECTIONS = 3
"""Shared, only left, only right."""


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the highlights list: a link (its number) or a sentence that only one side has.

    `section` is 0 for what is shared, 1 for what only the left has, 2 for the right.
    """

    section: int
    a: tuple[int, ...] = ()
    b: tuple[int, ...] = ()
    mark: Mark = Mark.UNIQUE
    disagrees: bool = False

    @property
    def side(self) -> Side:
        """The side whose words stand for it."""
        return Side.LEFT if self.a else Side.RIGHT

    @property
    def sentence(self) -> int:
        """The sentence that stands for it."""
        return (self.a or self.b)[0]


_MEMO: Memo[tuple[Item, ...]] = Memo()


def items(state: State, story: Story) -> tuple[Item, ...]:
    """What the highlights panel lists under the filter, section by section."""
    found = marks(state, story)
    parts = (found, state.filter, state.list_query or None, state.changes)
    return _MEMO.get(parts, lambda: tuple(_items(state, found)))


def _items(state: State, found: Marks) -> list[Item]:
    left, right = found.articles
    every = [
        Item(0, link.a, link.b, found.link_mark(n), bool(link.discrepancies)) for n, link in enumerate(found.links)
    ]
    if found.comparison:
        every += [Item(1, (s,)) for s in left.body if s not in found.of[0]]
        every += [Item(2, (), (s,)) for s in right.body if s not in found.of[1]]
    kept = kept_sentences(state.changes)
    if state.filter is Filter.KEPT:
        every = [x for x in every if any((left.id, s) in kept for s in x.a) or any((right.id, s) in kept for s in x.b)]
    elif state.filter is not Filter.ALL:
        every = [x for x in every if _fits(x, state.filter)]
    if state.list_query.strip():
        found_in = pattern(state.list_query).search
        every = [x for x in every if found_in(found.articles[x.side].sentence_text(x.sentence))]
    return every


def _fits(item: Item, wanted: Filter) -> bool:
    if wanted is Filter.SHARED:
        return item.section == 0 and item.mark is not Mark.RELATED
    if wanted is Filter.DISAGREES:
        return item.disagrees
    return item.mark.value == wanted.value


def size(state: State, story: Story) -> int:
    """Rows of the list in focus."""
    return len(story.articles) if state.focus is Focus.SOURCES else len(items(state, story))


def moved(state: State, story: Story, by: int) -> State:
    """The state with another row of the list chosen."""
    return replace(state, item=max(0, min(size(state, story) - 1, state.item + by)))


def next_section(state: State, story: Story, by: int) -> State:
    """The state with the first row of the next (previous) section chosen."""
    every = items(state, story)
    starts = [next((n for n, x in enumerate(every) if x.section == s), None) for s in range(SECTIONS)]
    if not every:
        return state
    here = every[min(state.item, len(every) - 1)].section
    for step in range(1, SECTIONS):
        start = starts[(here + by * step) % SECTIONS]
        if start is not None:
            return replace(state, item=start)
    return state


def at_cursor(state: State, story: Story) -> State:
    """The state with that row chosen which the panes' cursor stands on."""
    if state.focus is Focus.SOURCES:
        return replace(state, item=state.article(state.active))
    cursor = state.sentence
    every = items(state, story)
    at = next((n for n, x in enumerate(every) if cursor in (x.a, x.b)[state.active]), 0)
    return replace(state, item=at)


def entered(state: State, story: Story) -> State:
    """The state after Enter in a list: the article is opened on the right, the highlight gone to."""
    if state.focus is Focus.SOURCES:
        side = state.active.other if state.item == state.article(state.active) else Side.RIGHT
        shown = settle(replace(state, focus=Focus.PANES), story)
        return seek.choose(shown, story, state.item, side) if state.item != state.article(side) else shown
    every = items(state, story)
    if not every:
        return settle(replace(state, focus=Focus.PANES), story)
    item = every[min(state.item, len(every) - 1)]
    shown = settle(replace(state, focus=Focus.PANES), story)
    side = state.active if (item.a, item.b)[state.active] else item.side
    return go(shown, sight(shown, story), (item.a, item.b)[side][0], side)


__all__ = ["Item", "PromptKind", "at_cursor", "entered", "items", "moved", "next_section", "size"]
