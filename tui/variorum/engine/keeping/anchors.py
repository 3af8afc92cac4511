"""Anchors: where a highlight stands, said so that it is found again when the text has changed.

An anchor carries the exact words, what stands before and after them, and their position (the TextQuoteSelector and
TextPositionSelector of the W3C Web Annotation Data Model). Finding it again tries, in this order: the position, the
same words elsewhere, the most similar words. What stays doubtful is an orphan: better no place than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from variorum.engine.keeping.nouns import Anchor, Highlight, HighlightSet
from variorum.engine.keeping.places import ORPHAN_BELOW, Lost, Place, context_of
from variorum.engine.nouns import Article

CONTEXT = 32
"""Characters kept before and after the words."""

_MOST_COPIES = 400
"""So many occurrences of the same words are looked at on each side of the old position."""
_DISTINCTIVE = 28
"""Characters from which words that occur once need no context to be told from others."""
_AMBIGUOUS = 0.75
"""What remains of the confidence when another place fits as well."""
_CLEARLY = 0.2
"""A place's surroundings fit better than another's when they are this much more alike."""


@dataclass(frozen=True)
class Settled:
    """Where the highlights of a set stand in the texts as they are now.

    Attributes:
        places: Highlight id to a place for each of its anchors, None for an anchor without one.
    """

    places: Mapping[str, tuple[Place | None, ...]]

    @property
    def orphans(self) -> tuple[str, ...]:
        """Ids of highlights of which an anchor has no place."""
        return tuple(id for id, found in self.places.items() if None in found)

    @property
    def changed(self) -> tuple[str, ...]:
        """Ids of highlights that have all their places, but not all their words."""
        return tuple(
            id for id, found in self.places.items() if None not in found and any(p and p.changed for p in found)
        )

    @property
    def confidence(self) -> Mapping[str, float]:
        """Highlight id to how sure its least sure place is; 0 for an orphan."""
        return {id: min((p.confidence if p else 0.0 for p in found), default=0.0) for id, found in self.places.items()}

    def onto(self, kept: HighlightSet) -> HighlightSet:
        """The set with the positions of words that have only moved; what has changed stays as it was kept."""

        def anchors(highlight: Highlight) -> tuple[Anchor, ...]:
            found = self.places.get(highlight.id, (None,) * len(highlight.anchors))
            return tuple(
                replace(a, start=p.start, end=p.end) if p and p.moved and not p.changed else a
                for a, p in zip(highlight.anchors, found, strict=True)
            )

        return replace(kept, highlights=tuple(replace(h, anchors=anchors(h)) for h in kept.highlights))


def make_anchor(article: Article, start: int, end: int) -> Anchor:
    """The anchor of a span of the article's text.

    Raises:
        ValueError: The span is empty or does not lie in the text.
    """
    text = article.text
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no span of the text: {start} to {end}")
    return Anchor(
        article.id, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start, end
    )


def locate(text: str, anchor: Anchor) -> Place | None:
    """Where the anchor stands in a text; None makes it an orphan. The work is linear in the text's length."""
    exact = anchor.exact
    if not exact.strip():
        return None
    if _unmoved(text, anchor):
        return Place(anchor.start, anchor.start + len(exact), 1.0)
    starts = _occurrences(text, anchor)
    if not starts:
        from variorum.engine.keeping.fuzzy_anchors import locate_changed  # noqa: PLC0415 - most anchors stand as they were

        return locate_changed(text, anchor)
    place = _best(text, anchor, starts)
    return place if place.confidence >= ORPHAN_BELOW else None


def why_lost(text: str, anchor: Anchor) -> Lost:
    """Why `locate` finds no place for an anchor in a text."""
    if not anchor.exact.strip():
        return Lost("it holds no words")
    if starts := _occurrences(text, anchor):
        several = f"its words stand there {len(starts)} times, and nothing tells which is meant"
        alone = "its words stand there, but between quite other ones"
        return Lost(several if len(starts) > 1 else alone, _best(text, anchor, starts))
    from variorum.engine.keeping.fuzzy_anchors import why_none  # noqa: PLC0415 - as above

    return why_none(text, anchor)


def _best(text: str, anchor: Anchor, starts: list[int]) -> Place:
    """The place of those where the same words stand that fits best."""
    exact = anchor.exact
    fits = {start: context_of(text, anchor, start, start + len(exact)) for start in starts}
    start = max(fits, key=lambda s: (fits[s], -abs(s - anchor.start)))
    if fits.get(anchor.start, -1.0) >= fits[start] - _CLEARLY:
        start = anchor.start
    rivals = any(s != start and fits[s] >= fits[start] - _CLEARLY for s in starts)
    alone = 0.9 * min(1.0, len(exact) / _DISTINCTIVE)
    if start == anchor.start:
        fitting = fits[start] >= 0.5 or alone >= 0.9 or not (anchor.prefix.strip() or anchor.suffix.strip())
        confidence = 1.0 if fitting else 1 - (1 - fits[start]) * (1 - alone)
    elif rivals:
        confidence = fits[start] * _AMBIGUOUS
    else:
        confidence = min(0.99, 1 - (1 - fits[start]) * (1 - alone))
    return Place(start, start + len(exact), confidence, moved=start != anchor.start)


def settle(highlights: Iterable[Highlight], articles: Iterable[Article]) -> Settled:
    """Find every highlight again in the articles as they are now."""
    texts = {a.id: a.text for a in articles}
    places: dict[str, tuple[Place | None, ...]] = {}
    for highlight in highlights:
        found = tuple(locate(texts[a.article], a) if a.article in texts else None for a in highlight.anchors)
        places[highlight.id] = found
    return Settled(places)


def _unmoved(text: str, anchor: Anchor) -> bool:
    """Whether the words and all that is known of their surroundings stand where the anchor says."""
    start, end = anchor.start, anchor.start + len(anchor.exact)
    return (
        start >= len(anchor.prefix)
        and text.startswith(anchor.exact, start)
        and text.startswith(anchor.prefix, start - len(anchor.prefix))
        and text.startswith(anchor.suffix, end)
    )


def _occurrences(text: str, anchor: Anchor) -> list[int]:
    """Where the same words stand, those nearest to the old position first where there are very many."""
    exact, middle = anchor.exact, max(0, anchor.start)
    found: list[int] = []
    at = text.find(exact, middle)
    while at >= 0 and len(found) < _MOST_COPIES:
        found.append(at)
        at = text.find(exact, at + len(exact))
    at = text.rfind(exact, 0, middle + len(exact) - 1)
    before = 0
    while at >= 0 and before < _MOST_COPIES:
        found.append(at)
        before += 1
        at = text.rfind(exact, 0, at)
    return found
