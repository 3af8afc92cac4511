"""The lists beside the panes: the sources, and the highlights (what is shared, what only one has)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from variorum.engine.nouns import Article, Story
from variorum.view.marks import Mark, Marks, marks
from variorum.view.memo import Memo
from variorum.view.outlets import in_list
from variorum.view.reducing import seek
from variorum.view.reducing.changes import current_link, kept_sentences
from variorum.view.reducing.find import pattern
from variorum.view.reducing.move import go, settle, sight
from variorum.view.state import Filter, Focus, Side, State

SECTIONS = 3
"""Shared, only left, only right."""


class Item(NamedTuple):
    """A row of the highlights list: a link (its number) or a sentence that only one side has.

    `section` is 0 for what is shared, 1 for what only the left has, 2 for the right.
    """

    section: int
    a: tuple[int, ...]
    b: tuple[int, ...]
    mark: Mark
    disagrees: bool = False

    @property
    def side(self) -> Side:
        """The side whose words stand for it."""
        return Side.LEFT if self.a else Side.RIGHT

    @property
    def sentence(self) -> int:
        """The sentence that stands for it."""
        return (self.a or self.b)[0]


@dataclass(frozen=True)
class Listing:
    """The rows of the highlights list, as numbers only: a row is made when it is shown.

    `sections` holds link numbers for what is shared, and sentences of the left and of the right.
    """

    marks: Marks
    sections: tuple[Sequence[int], Sequence[int], Sequence[int]]

    def __len__(self) -> int:
        return sum(map(len, self.sections))

    def start(self, section: int) -> int:
        """The first row of a section."""
        return sum(len(s) for s in self.sections[:section])

    def section_of(self, row: int) -> int:
        """The section in which a row stands."""
        return next((n for n in range(SECTIONS) if row < self.start(n + 1)), SECTIONS - 1)

    def item(self, row: int) -> Item:
        """What stands in a row."""
        section = self.section_of(row)
        number = self.sections[section][row - self.start(section)]
        if section:
            a, b = ((number,), ()) if section == 1 else ((), (number,))
            return Item(section, a, b, Mark.UNIQUE)
        link = self.marks.links[number]
        return Item(0, link.a, link.b, self.marks.link_mark(number), bool(link.discrepancies))

    def row_of(self, section: int, number: int) -> int | None:
        """The row of a link (section 0) or of a sentence; None where it is not listed."""
        numbers = self.sections[section]
        at = bisect_left(numbers, number)
        return self.start(section) + at if at < len(numbers) and numbers[at] == number else None

    def row_at(self, state: State) -> int | None:
        """The row for what is under the panes' cursor; None where it is not listed."""
        link = current_link(state, self.marks)
        return self.row_of(1 + state.active, state.sentence) if link is None else self.row_of(0, link)


_MEMO: Memo[Listing] = Memo()


def listing(state: State, story: Story) -> Listing:
    """What the highlights panel lists under the filter, section by section."""
    found = marks(state, story)
    parts = (found, state.filter, state.list_query or None, state.changes.kept)
    return _MEMO.get(parts, lambda: _list(state, found))


def _list(state: State, found: Marks) -> Listing:
    left, right = found.articles
    links: Sequence[int] = range(len(found.links))
    alone: list[Sequence[int]] = [(), ()]
    if found.comparison:
        alone = [[s for s in article.body if s not in found.of[n]] for n, article in enumerate((left, right))]
    wanted = state.filter
    if wanted is Filter.KEPT:
        kept = kept_sentences(state.changes)
        links = [n for n in links if any((left.id, s) in kept for s in found.links[n].a)]
        alone = [[s for s in alone[n] if (x.id, s) in kept] for n, x in enumerate((left, right))]
    elif wanted is not Filter.ALL:
        links = [n for n in links if _fits(found, n, wanted)]
        alone = alone if wanted is Filter.UNIQUE else [(), ()]
    if state.list_query.strip():
        fits = pattern(state.list_query).search
        links = [n for n in links if fits(left.sentence_text(found.links[n].a[0]))]
        alone = [[s for s in alone[n] if fits(x.sentence_text(s))] for n, x in enumerate((left, right))]
    return Listing(found, (links, alone[0], alone[1]))


def _fits(found: Marks, number: int, wanted: Filter) -> bool:
    if wanted is Filter.SHARED:
        return number < found.first_related
    if wanted is Filter.DISAGREES:
        return bool(found.links[number].discrepancies)
    return found.link_mark(number).value == wanted.value


def size(state: State, story: Story) -> int:
    """Rows of the list in focus."""
    return len(story.articles) if state.focus is Focus.SOURCES else len(listing(state, story))


def moved(state: State, story: Story, by: int) -> State:
    """The state with another row of the list chosen."""
    return replace(state, item=max(0, min(size(state, story) - 1, state.item + by)))


def next_section(state: State, story: Story, by: int) -> State:
    """The state with the first row of the next (previous) section chosen that has any."""
    every = listing(state, story)
    here = every.section_of(state.item)
    for step in range(1, SECTIONS):
        section = (here + by * step) % SECTIONS
        if every.sections[section]:
            return replace(state, item=every.start(section))
    return state


def at_cursor(state: State, story: Story) -> State:
    """The state with that row chosen which the panes' cursor stands on."""
    if state.focus is Focus.SOURCES:
        return replace(state, item=in_list(story).index(state.article(state.active)))
    return replace(state, item=listing(state, story).row_at(state) or 0)


def entered(state: State, story: Story) -> State:
    """The state after Enter in a list: the article is opened on the right, the highlight gone to.

    A version is opened with the one before it on the left: what a reader asks of a version is what was changed.
    """
    shown = settle(replace(state, focus=Focus.PANES), story)
    if state.focus is Focus.SOURCES:
        chosen = in_list(story)[min(state.item, len(story.articles) - 1)]
        if story.articles[chosen].version:
            return seek.revision(shown, story, chosen)
        side = state.active.other if chosen == state.article(state.active) else Side.RIGHT
        return seek.choose(shown, story, chosen, side) if chosen != state.article(side) else shown
    every = listing(state, story)
    if not len(every):
        return shown
    item = every.item(min(state.item, len(every) - 1))
    side = state.active if (item.a, item.b)[state.active] else item.side
    return go(shown, sight(shown, story), (item.a, item.b)[side][0], side)


def put(state: State, story: Story, side: Side) -> State:
    """The state with the chosen article of the source list in that pane; the list stays open."""
    return seek.choose(state, story, in_list(story)[min(state.item, len(story.articles) - 1)], side)


def chosen_article(state: State, story: Story) -> Article:
    """The article that a key about an article means: the source list's chosen one, else the active pane's."""
    if state.focus is Focus.SOURCES:
        return story.articles[in_list(story)[min(state.item, len(story.articles) - 1)]]
    return story.articles[state.article(state.active)]
