"""Sets that nobody had to mark: what is shared, what one article alone has or leaves out, quotes, discrepancies.

A pure function of a story. The same finding gets the same id each time, so that keeping a set again adds nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from variorum.engine.digest import named_id, text_hash
from variorum.engine.keeping.anchors import make_anchor
from variorum.engine.keeping.nouns import Anchor, Highlight, HighlightKind, HighlightSet
from variorum.engine.labels import labels
from variorum.engine.nouns import Article, Comparison, Fact, Link, Quote, Story
from variorum.engine.thresholds import THRESHOLD

KINDS = ("shared", "only", "left-out", "quotes", "discrepancies")
"""Names of the automatic sets as the command line takes them; `only` and `left-out` are of one article."""

T = TypeVar("T")

_NAMESPACE = "0f0f5a70-3c52-5a86-9b0e-5d9a6f6a2d11"


@dataclass(frozen=True, slots=True)
class AutoSet:
    """An automatic set that a story offers.

    Attributes:
        kind: One of `KINDS`.
        name: For people, as in "only in The Post".
        article: Id of the article it is about, None where it is about all.
    """

    kind: str
    name: str
    article: str | None = None


def offered(story: Story) -> tuple[AutoSet, ...]:
    """The automatic sets of a story, also those that would be empty."""
    names = labels(story.articles)
    return (
        AutoSet("shared", "all shared"),
        *(AutoSet("only", f"only in {names[a.id]}", a.id) for a in story.articles),
        *(AutoSet("left-out", f"left out by {names[a.id]}", a.id) for a in story.articles),
        AutoSet("quotes", "quotes"),
        AutoSet("discrepancies", "discrepancies"),
    )


def automatic_set(story: Story, wanted: AutoSet, *, name: str = "") -> HighlightSet:
    """One of the sets that `offered` names, filled.

    Args:
        name: The story's name.

    Raises:
        KeyError: The story has no such article.
        ValueError: There is no such kind.
    """
    if wanted.kind not in _MAKE:
        raise ValueError(f"no automatic set {wanted.kind}")
    make, article = _MAKE[wanted.kind], wanted.article or ""
    found = tuple(make.mark(story, article, item) for item in make.find(story, article))
    id = _id(wanted.kind, wanted.article or "", *(_hash(a) for a in story.articles))
    return HighlightSet(id, wanted.name, name, found)


def size_of(story: Story, wanted: AutoSet) -> int:
    """How many highlights an automatic set has, without making them.

    Raises:
        KeyError: The story has no such article, or there is no such kind.
    """
    return sum(1 for _ in _MAKE[wanted.kind].find(story, wanted.article or ""))


def of_link(comparison: Comparison, link: Link, *, kind: HighlightKind | None = None) -> Highlight:
    """A link as a highlight: an anchor for each of its sentences. Its id comes from what it marks."""
    anchors = (*_sentences(comparison.a, link.a), *_sentences(comparison.b, link.b))
    told = kind or (HighlightKind.DISCREPANCY if link.discrepancies else HighlightKind.SHARED)
    return Highlight(_marked(told, anchors), told, anchors).of(link, THRESHOLD)


def of_sentences(article: Article, indices: Iterable[int], kind: HighlightKind) -> Highlight:
    """Sentences of one article as a highlight. Its id comes from what it marks."""
    anchors = _sentences(article, indices)
    return Highlight(_marked(kind, anchors), kind, anchors)


@dataclass(frozen=True, slots=True)
class _Maker(Generic[T]):
    """How a kind of set is made: what it finds in a story (for an article), and one of these as a highlight."""

    find: Callable[[Story, str], Iterable[T]]
    mark: Callable[[Story, str, T], Highlight]


Linked = tuple[Comparison, Link]


def _shared(story: Story, _article: str) -> Iterable[Linked]:
    return ((c, link) for c in story.comparisons for link in c.links)


def _discrepancies(story: Story, _article: str) -> Iterable[Linked]:
    return ((c, link) for c in story.comparisons for link in c.links if link.discrepancies)


def _only(story: Story, article: str) -> Iterable[int]:
    mine = story.article(article)
    linked = {
        i
        for c in story.comparisons
        for i in (c.linked_a if c.a.id == article else c.linked_b if c.b.id == article else ())
    }
    return (i for i in mine.body if i not in linked)


def _left_out(story: Story, article: str) -> Iterable[Fact]:
    """What others carry and this one does not: facts of several outlets first, as the story tells them."""
    story.article(article)
    return (f for f in story.facts if article in f.missing and article not in f.unknown and any(f.sentences.values()))


def _fact(story: Story, _article: str, fact: Fact) -> Highlight:
    anchors = tuple(a for id, indices in fact.sentences.items() for a in _sentences(story.article(id), indices))
    return Highlight(_marked(HighlightKind.UNIQUE, anchors), HighlightKind.UNIQUE, anchors)


def _quotes(story: Story, _article: str) -> Iterable[list[Quote]]:
    """The same words in several articles together, each quotation that stands alone by itself."""
    groups: dict[tuple[str, int], list[Quote]] = {}
    for quote in story.quotes:
        key = ("group", quote.group) if quote.group is not None else ("alone", quote.id)
        if quote.end > quote.start:
            groups.setdefault(key, []).append(quote)
    return groups.values()


def _quote(story: Story, _article: str, quotes: list[Quote]) -> Highlight:
    marked = tuple(make_anchor(story.article(quote.article), quote.start, quote.end) for quote in quotes)
    return Highlight(_marked(HighlightKind.QUOTE, marked), HighlightKind.QUOTE, marked)


_MAKE: dict[str, _Maker[Any]] = {
    "shared": _Maker(_shared, lambda _story, _article, linked: of_link(*linked, kind=HighlightKind.SHARED)),
    "only": _Maker(_only, lambda story, id, i: of_sentences(story.article(id), [i], HighlightKind.UNIQUE)),
    "left-out": _Maker(_left_out, _fact),
    "quotes": _Maker(_quotes, _quote),
    "discrepancies": _Maker(_discrepancies, lambda _story, _article, linked: of_link(*linked)),
}


def _sentences(article: Article, indices: Iterable[int]) -> tuple[Anchor, ...]:
    return tuple(make_anchor(article, s.start, s.end) for s in (article.sentences[i] for i in indices))


def _marked(kind: HighlightKind, anchors: tuple[Anchor, ...]) -> str:
    return _id(kind.value, *(f"{a.article}\t{a.start}\t{a.exact}" for a in anchors))


def _id(*parts: str) -> str:
    return named_id(_NAMESPACE, *parts)


def _hash(article: Article) -> str:
    return text_hash(article.text)
