"""Where kept highlights stand in the texts as they are now: found, found again, or lost; and putting them right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from variorum.engine.keeping.anchors import locate, make_anchor, why_lost
from variorum.engine.keeping.nouns import Anchor, Highlight
from variorum.engine.keeping.places import Lost, Place
from variorum.engine.nouns import Article
from variorum.view.actions import Action, GoTo, ShowPair

NOT_OPEN = "its article is not among those that are open"

Sides = tuple[tuple[str, tuple[int, ...]], ...]
"""Article id and sentences, ascending, of each side."""


@dataclass(frozen=True)
class Standing:
    """A highlight and where it stands.

    Attributes:
        places: One for each anchor; None for one that has none.
        articles: Those that the anchors name, as they are now, by id.
    """

    highlight: Highlight
    places: tuple[Place | None, ...]
    articles: dict[str, Article]

    @property
    def orphan(self) -> bool:
        """An anchor has no place."""
        return None in self.places or not self.sides

    @property
    def shut(self) -> bool:
        """An article that it stands in is not open; nothing that is open has lost words of it."""
        pairs = zip(self.highlight.anchors, self.places, strict=True)
        return self.orphan and all(place or anchor.article not in self.articles for anchor, place in pairs)

    @property
    def moved(self) -> bool:
        """It has all its places, but does not stand as it stood."""
        return not self.orphan and any(p and (p.moved or p.changed) for p in self.places)

    @property
    def sure(self) -> float:
        """How sure the least sure of its places is; 0 for an orphan."""
        return 0.0 if self.orphan else min(p.confidence for p in self.places if p)

    @cached_property
    def lost(self) -> tuple[tuple[Anchor, Lost], ...]:
        """The anchors without a place, each with why, and the nearest there is to one."""
        return tuple(
            (anchor, why_lost(self.articles[anchor.article].text, anchor) if anchor.article in self.articles else _SHUT)
            for anchor, place in zip(self.highlight.anchors, self.places, strict=True)
            if place is None
        )

    @cached_property
    def sides(self) -> Sides:
        """The sentences of the places there are, side by side in the order of the anchors."""
        found: dict[str, set[int]] = {}
        for anchor, place in zip(self.highlight.anchors, self.places, strict=True):
            if place is not None:
                found.setdefault(anchor.article, set()).update(touched(self.articles[anchor.article], place))
        return tuple((id, tuple(sorted(indices))) for id, indices in found.items() if indices)

    @property
    def target(self) -> Action | None:
        """What goes there on the reader's screen; None for what has no place at all."""
        if not self.sides:
            return None
        if len(self.sides) == 1:
            id, indices = self.sides[0]
            return GoTo(indices[0], article=id)
        (left, a), (right, b) = self.sides[:2]
        return ShowPair(left, right, a[0], b[0])


_SHUT = Lost(NOT_OPEN)


def stand(highlights: Iterable[Highlight], articles: Sequence[Article]) -> tuple[Standing, ...]:
    """Find highlights again in the articles as they are now."""
    by_id = {article.id: article for article in articles}
    found = []
    for highlight in highlights:
        named = {a.article: by_id[a.article] for a in highlight.anchors if a.article in by_id}
        places = (locate(named[a.article].text, a) if a.article in named else None for a in highlight.anchors)
        found.append(Standing(highlight, tuple(places), named))
    return tuple(found)


def touched(article: Article, place: Place) -> list[int]:
    """The sentences that a place touches."""
    return [s.index for s in article.sentences if s.start < place.end and place.start < s.end]


def put_on(standing: Standing, article: Article, sentence: int) -> Highlight:
    """The highlight with what it lost in one article put on a sentence.

    What has lost several anchors there gets one in their place; what it lost in another article stays lost.
    """
    lost_in = standing.lost[0][0].article
    span = article.sentences[sentence]
    here, anchors = make_anchor(article, span.start, span.end), list[Anchor]()
    for anchor, place in zip(standing.highlight.anchors, standing.places, strict=True):
        if place is not None or anchor.article != lost_in:
            anchors.append(anchor)
        elif here not in anchors:
            anchors.append(here)
    return replace(standing.highlight, anchors=tuple(anchors))


def settled_there(standing: Standing) -> Highlight:
    """The highlight anchored anew where it was found again, so that it is sure from now on."""
    anchors = tuple(
        make_anchor(standing.articles[anchor.article], place.start, place.end) if place else anchor
        for anchor, place in zip(standing.highlight.anchors, standing.places, strict=True)
    )
    return replace(standing.highlight, anchors=anchors)
