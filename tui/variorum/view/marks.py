"""What every sentence of the two panes is marked as: the links that the threshold shows, seen from each sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain

from variorum.engine.nouns import Article, Comparison, Link, Relation, Role, Span, Story
from variorum.engine.thresholds import THRESHOLD
from variorum.view.memo import Memo
from variorum.view.state import Changes, Filter, Side, State


class Mark(StrEnum):
    """What a sentence is, for glyph, colour and word. `UNKNOWN`: the two articles are not compared yet."""

    IDENTICAL = "identical"
    NEAR = "near"
    PARAPHRASE = "paraphrase"
    RELATED = "related"
    UNIQUE = "only here"
    OTHER = "not compared"
    UNKNOWN = "comparing"


_OF_RELATION = {
    Relation.IDENTICAL: Mark.IDENTICAL,
    Relation.NEAR: Mark.NEAR,
    Relation.PARAPHRASE: Mark.PARAPHRASE,
}
_RANK = {mark: n for n, mark in enumerate(Mark)}


@dataclass(frozen=True)
class Marks:
    """The links shown between two articles.

    Attributes:
        links: In the order of the left article; `related` ones count from `first_related` on.
        of: For each side, sentence → the numbers of its links.
    """

    articles: tuple[Article, Article]
    comparison: Comparison | None
    links: tuple[Link, ...]
    first_related: int
    of: tuple[dict[int, tuple[int, ...]], dict[int, tuple[int, ...]]]

    @cached_property
    def conflicts(self) -> int:
        """How many links disagree in a detail."""
        return sum(bool(link.discrepancies) for link in self.links)

    def numbers(self, side: Side, sentence: int) -> tuple[int, ...]:
        """The numbers of the sentence's links."""
        return self.of[side].get(sentence, ())

    def link_mark(self, number: int) -> Mark:
        """What a link is marked as."""
        return Mark.RELATED if number >= self.first_related else _OF_RELATION[self.links[number].relation]

    def mark(self, side: Side, sentence: int) -> Mark:
        """What the sentence is marked as; of several links the closest counts."""
        numbers = self.numbers(side, sentence)
        if numbers:
            return min((self.link_mark(n) for n in numbers), key=_RANK.__getitem__)
        if self.articles[side].sentences[sentence].role is not Role.BODY:
            return Mark.OTHER
        return Mark.UNIQUE if self.comparison else Mark.UNKNOWN

    def disagrees(self, side: Side, sentence: int) -> bool:
        """A detail of the sentence disagrees with a partner; of several sentences the one that holds its words."""
        at = self.articles[side].sentences[sentence]
        found = (
            d.b_span if side else d.a_span for n in self.numbers(side, sentence) for d in self.links[n].discrepancies
        )
        return any(span is None or (at.start < span[1] and span[0] < at.end) for span in found)

    def disagreeing(self, side: Side, sentence: int) -> tuple[Span, ...]:
        """The words of the sentence, as spans of its article, on which its links disagree."""
        found = (d for n in self.numbers(side, sentence) for d in self.links[n].discrepancies)
        return tuple(span for d in found if (span := d.b_span if side else d.a_span))

    def partners(self, side: Side, sentence: int) -> tuple[int, ...]:
        """The sentences across that say the same, in order."""
        links = (self.links[n] for n in self.numbers(side, sentence))
        return tuple(sorted({s for link in links for s in side_of(link, side.other)}))

    def anchor(self, side: Side, sentence: int) -> int | None:
        """The nearest sentence at or before it that has a partner; None where there is none."""
        of = self.of[side]
        return next((s for s in range(sentence, -1, -1) if s in of), None)

    def matches(self, side: Side, sentence: int, wanted: Filter) -> bool:
        """The sentence belongs to what the filter lists (`KEPT` excepted, which the marks know nothing of)."""
        mark = self.mark(side, sentence)
        if wanted is Filter.DISAGREES:
            return self.disagrees(side, sentence)
        if wanted is Filter.ALL:
            return mark in (*_OF_RELATION.values(), Mark.UNIQUE)
        if wanted is Filter.SHARED:
            return mark in _OF_RELATION.values()
        return mark.value == wanted.value


def side_of(link: Link, side: Side) -> tuple[int, ...]:
    """The link's sentences on that side."""
    return link.a if side is Side.LEFT else link.b


def articles(state: State, story: Story) -> tuple[Article, Article]:
    """The articles of the two panes."""
    return story.articles[state.left], story.articles[state.right]


_MEMO: Memo[Marks] = Memo()


def marks(state: State, story: Story) -> Marks:
    """The marks of the two panes; remembered until the comparison, the threshold or the reader's changes differ."""
    left, right = articles(state, story)
    comparison = story.comparison(left.id, right.id)
    changes = state.changes
    parts = (left, right, comparison, state.threshold, changes.kept, changes.made, changes.cut)
    return _MEMO.get(parts, lambda: _make(left, right, comparison, state.threshold, changes))


def visible_links(
    comparison: Comparison, threshold: float | None, held: frozenset[tuple[tuple[int, ...], ...]]
) -> tuple[list[Link], list[Link]]:
    """The links and the related candidates that a threshold shows.

    At the engine's own threshold all links and no candidate; lower adds candidates, higher hides links, but never one
    made by the reader or `held` (kept), given as its two sides.
    """
    if threshold is None or threshold == THRESHOLD:
        links, related = list(comparison.links), []
    elif threshold < THRESHOLD:
        links, related = list(comparison.links), [x for x in comparison.related if x.score >= threshold]
    else:
        links, related = list(comparison.raised(threshold, held).links), []
    shown = {(x.a, x.b) for x in chain(links, related)}
    links += [x for x in comparison.related if (x.a, x.b) in held and (x.a, x.b) not in shown]
    return links, related


def _held(changes: Changes, left: Article, right: Article) -> frozenset[tuple[tuple[int, ...], ...]]:
    found = set()
    for kept in changes.kept:
        sides = dict(kept.sentences)
        if len(sides) == 2 and left.id in sides and right.id in sides:
            found.add((sides[left.id], sides[right.id]))
    return frozenset(found)


def _make(
    left: Article, right: Article, comparison: Comparison | None, threshold: float | None, changes: Changes
) -> Marks:
    links: list[Link] = []
    related: list[Link] = []
    if comparison:
        comparison = with_reader_links(comparison, changes)
        links, related = visible_links(comparison, threshold, _held(changes, left, right))
    every = (*links, *related)
    return Marks((left, right), comparison, every, len(links), (_index(every, Side.LEFT), _index(every, Side.RIGHT)))


def story_as_shown(story: Story, changes: Changes, threshold: float | None = None) -> Story:
    """The story with the reader's own links, without those taken apart or hidden by the threshold: what is exported."""
    least = max(threshold or THRESHOLD, THRESHOLD)
    if not (changes.made or changes.cut or least > THRESHOLD):
        return story
    from variorum.engine.story import join  # noqa: PLC0415 - few readers ever need it

    comparisons = [with_reader_links(comparison, changes) for comparison in story.comparisons]
    return join(story.articles, [c.raised(least, _held(changes, c.a, c.b)) for c in comparisons])


def with_reader_links(comparison: Comparison, changes: Changes) -> Comparison:
    """The comparison with the reader's own links, and without those taken apart."""
    if not (changes.made or changes.cut):
        return comparison
    from variorum.engine.keeping.by_hand import with_link, without_link  # noqa: PLC0415 - few readers ever need it

    ids = (comparison.a.id, comparison.b.id)
    for one, a, other, b in changes.made:
        if {one, other} == set(ids):
            comparison = with_link(comparison, *((a, b) if one == ids[0] else (b, a)))
    for one, first, other, second in changes.cut:
        if {one, other} == set(ids):
            left, right = (first, second) if one == ids[0] else (second, first)
            comparison = without_link(comparison, (left,), (right,))
    return comparison


def _index(links: Iterable[Link], side: Side) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = defaultdict(list)
    for number, link in enumerate(links):
        for sentence in side_of(link, side):
            found[sentence].append(number)
    return {sentence: tuple(numbers) for sentence, numbers in found.items()}


def elsewhere(story: Story, article: str, sentence: int) -> tuple[str, ...] | None:
    """Ids of the other articles that were found to say what a sentence says; None while not all have been compared."""
    made = [(other.id, story.comparison(article, other.id)) for other in story.articles if other.id != article]
    found = tuple(id for id, comparison in made if comparison and sentence in comparison.linked_a)
    return found if found or all(comparison for _, comparison in made) else None
