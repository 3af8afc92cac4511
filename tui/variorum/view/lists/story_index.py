"""A story looked up by sentence: which links it stands in. What the views are made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from variorum.engine.coverage import in_several_facts
from variorum.engine.labels import labels, place_of
from variorum.engine.nouns import Comparison, Fact, Link, Story
from variorum.view.actions import ShowPair

Seat = tuple[str, int]
"""An article's id and a sentence of it."""


@dataclass(frozen=True)
class LinkSeat:
    """A link with the comparison it stands in."""

    comparison: Comparison
    link: Link

    @property
    def jump(self) -> ShowPair:
        """What opens it."""
        return ShowPair(self.comparison.a.id, self.comparison.b.id, self.link.a[0], self.link.b[0])


class StoryIndex:
    """A story with its links found by sentence. Made once for a view; it keeps nothing but the story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.names = labels(story.articles)
        self.order = {article.id: place for place, article in enumerate(story.articles)}

    @cached_property
    def _by_seat(self) -> Mapping[Seat, tuple[LinkSeat, ...]]:
        found: dict[Seat, list[LinkSeat]] = defaultdict(list)
        for comparison in self.story.comparisons:
            for link in comparison.links:
                seat = LinkSeat(comparison, link)
                for i in link.a:
                    found[comparison.a.id, i].append(seat)
                for j in link.b:
                    found[comparison.b.id, j].append(seat)
        return {seat: tuple(links) for seat, links in found.items()}

    @cached_property
    def in_several_facts(self) -> frozenset[Seat]:
        """The sentences that carry more than one fact."""
        return in_several_facts(self.story)

    def links(self, article: str, sentence: int) -> tuple[LinkSeat, ...]:
        """The links that a sentence stands in, of all comparisons."""
        return self._by_seat.get((article, sentence), ())

    def fact_links(self, fact: Fact) -> tuple[LinkSeat, ...]:
        """The links between a fact's sentences, each once, the surest first."""
        held = {(id, s) for id, sentences in fact.sentences.items() for s in sentences}
        found: dict[int, LinkSeat] = {}
        for id, sentence in sorted(held, key=lambda seat: (self.order.get(seat[0], 0), seat[1])):
            for seat in self.links(id, sentence):
                a, b = seat.comparison.a.id, seat.comparison.b.id
                if any((a, i) in held for i in seat.link.a) and any((b, j) in held for j in seat.link.b):
                    found.setdefault(id_of(seat.link), seat)
        return tuple(sorted(found.values(), key=lambda seat: -seat.link.score))

    def place(self, article: str, sentences: Iterable[int]) -> str:
        """An article's name and where in it, as people count."""
        return f"{self.names[article]} {place_of(self.story.article(article), sentences)}"

    def jump(self, fact: Fact, wanted: str | None = None) -> ShowPair | None:
        """What opens a fact's two best sentences, one of them in the article `wanted` where it is given.

        Where `wanted` does not carry it, that article is opened on the right, at nothing. None where no other article
        is there to be opened beside.
        """
        links = self.fact_links(fact)
        if wanted is not None:
            links = tuple(seat for seat in links if wanted in (seat.comparison.a.id, seat.comparison.b.id))
        if links:
            seat = links[0]
            jump = seat.jump
            best = _inside(seat, fact)
            return ShowPair(jump.left, jump.right, best[0], best[1])
        carriers = sorted(fact.sentences, key=lambda id: self.order.get(id, 0))
        if not carriers:
            return None
        left = wanted if wanted is not None and wanted in fact.sentences else carriers[0]
        others = [id for id in (wanted, *carriers[1:], *fact.missing, *self.order) if id is not None and id != left]
        return ShowPair(left, others[0] if others else left, fact.sentences[left][0])

    def sentence(self, article: str, sentence: int) -> str:
        """A sentence's text."""
        return self.story.article(article).sentence_text(sentence)


def id_of(link: Link) -> int:
    """What tells a link from another with the same sentences in another comparison."""
    return id(link)


def _inside(seat: LinkSeat, fact: Fact) -> tuple[int, int]:
    a = [i for i in seat.link.a if i in fact.sentences.get(seat.comparison.a.id, ())]
    b = [j for j in seat.link.b if j in fact.sentences.get(seat.comparison.b.id, ())]
    return (a or list(seat.link.a))[0], (b or list(seat.link.b))[0]
