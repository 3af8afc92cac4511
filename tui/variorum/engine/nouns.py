"""The nouns of variorum, as frozen values. Every offset counts characters of `Article.text`; ends are exclusive."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from typing import Any, Literal

Span = tuple[int, int]
"""Start (inclusive) and end (exclusive) in an article's text."""

Progress = Callable[[str, int, int], None]
"""Called with a stage in words, the steps done and the steps in all. It may raise `variorum.errors.Cancelled`."""


class Role(StrEnum):
    """What a sentence is for. Only `BODY` is compared."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


class Relation(StrEnum):
    """How the words of a link's two sides, each joined and normalised, relate."""

    IDENTICAL = "identical"
    NEAR = "near"
    PARAPHRASE = "paraphrase"


class Maker(StrEnum):
    """Who made a link."""

    ENGINE = "engine"
    READER = "reader"


class DiscrepancyType(StrEnum):
    """What kind of detail disagrees inside a link."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    ATTRIBUTION = "attribution"

    @property
    def words(self) -> str:
        """What disagrees, as people say it."""
        return {"negation": "says not", "attribution": "source"}.get(self, self.value)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of an article's text. `index` counts all sentences of the article, `paragraph` its paragraphs, from 0."""

    index: int
    start: int
    end: int
    paragraph: int
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Version:
    """An article's place in a chain of revisions of the same article."""

    chain: str
    order: int
    name: str
    date: str | None = None


@dataclass(frozen=True)
class Article:
    """One outlet's text, or one version of it.

    Attributes:
        id: Unique within a story; a file's stem, or made from the address.
        source: What the user named: a path, an address, `-`.
        text: The sanitised text; it is never altered after reading.
        sentences: Non-overlapping, in order; blanks between them belong to none.
        cut_off: The text ends at a paywall or is truncated: what it does not say is unknown, not left out.
        guessed: Names of those fields (`outlet`, `title`, `byline`, `published`) that were inferred and not stated.
        replaced: How many bytes or characters could not be decoded or must not be shown, and became U+FFFD.
        url: The canonical address, where one is known.
    """

    id: str
    source: str
    text: str
    sentences: tuple[Sentence, ...] = ()
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str = "en"
    cut_off: bool = False
    guessed: frozenset[str] = frozenset()
    replaced: int = 0
    url: str | None = None
    version: Version | None = None

    def __reduce__(self) -> tuple[object, ...]:
        """What is pickled: sentences as numbers, since one by one they take a multiple of the time and the memory."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        every = (n for s in self.sentences for n in (s.index, s.start, s.end, s.paragraph, _ROLES.index(s.role)))
        return _unpickled, (values | {"sentences": array("q", every)},)

    def __hash__(self) -> int:
        """By id and text: what is remembered of an article is looked up often, and its sentences may be many."""
        return hash((self.id, self.text))

    def sentence_text(self, index: int) -> str:
        """The unaltered text of a sentence."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]

    def first_of(self, role: Role) -> str | None:
        """The text of the first sentence of a role, where there is one."""
        return next((self.sentence_text(s.index) for s in self.sentences if s.role is role), None)

    @cached_property
    def body(self) -> tuple[int, ...]:
        """Indices of the body sentences, in order."""
        return tuple(s.index for s in self.sentences if s.role is Role.BODY)

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """Body sentence index → the number that screens and exports print: its place in the body, from 1."""
        return {index: number for number, index in enumerate(self.body, 1)}


_ROLES = tuple(Role)


def _unpickled(values: dict[str, Any]) -> Article:
    numbers = iter(values["sentences"])
    each = zip(numbers, numbers, numbers, numbers, numbers, strict=True)
    return Article(**values | {"sentences": tuple(Sentence(n, a, b, p, _ROLES[role]) for n, a, b, p, role in each)})


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A detail inside a link on which the two sides disagree; `a` and `b` are the words printed, spans say where."""

    type: DiscrepancyType
    a: str
    b: str
    a_span: Span | None = None
    b_span: Span | None = None

    def mirrored(self) -> Discrepancy:
        """The same with the sides swapped."""
        return Discrepancy(self.type, self.b, self.a, self.b_span, self.a_span)


@dataclass(frozen=True, slots=True)
class SpanPair:
    """Words that differ between the sides of a link. An empty span marks where the other side's words are missing."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of A that say what sentences of B say.

    Attributes:
        a: Sentence indices of the first article, ascending.
        b: Sentence indices of the second article, ascending.
        score: How sure the engine is, 0 to 1; 1 for a reader's link.
        why: Reasons in words, the weightiest first ("shared words: …", "number 22", "phrase “…”", "quote .92").
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    relation: Relation
    score: float
    by: Maker = Maker.ENGINE
    why: tuple[str, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()

    def mirrored(self) -> Link:
        """The same link seen from the second article."""
        swapped = tuple(d.mirrored() for d in self.discrepancies)
        return Link(self.b, self.a, self.relation, self.score, self.by, self.why, swapped)


@dataclass(frozen=True)
class Comparison:
    """Two articles and their links.

    Attributes:
        links: What a reader would agree to, ordered by first sentence; no pair of sentences stands in two links.
        related: Candidates below the threshold, best first; never counted as shared.
    """

    a: Article
    b: Article
    links: tuple[Link, ...] = ()
    related: tuple[Link, ...] = ()

    @cached_property
    def linked_a(self) -> frozenset[int]:
        """Sentences of A that stand in a link."""
        return frozenset(i for link in self.links for i in link.a)

    @cached_property
    def linked_b(self) -> frozenset[int]:
        """Sentences of B that stand in a link."""
        return frozenset(j for link in self.links for j in link.b)

    @cached_property
    def unique_a(self) -> tuple[int, ...]:
        """Body sentences of A in no link."""
        return tuple(i for i in self.a.body if i not in self.linked_a)

    @cached_property
    def unique_b(self) -> tuple[int, ...]:
        """Body sentences of B in no link."""
        return tuple(j for j in self.b.body if j not in self.linked_b)

    @property
    def share_a(self) -> float:
        """Linked over all body sentences of A, 0 to 1; 0 for an article without body."""
        return 1 - len(self.unique_a) / len(self.a.body) if self.a.body else 0.0

    @property
    def share_b(self) -> float:
        """Linked over all body sentences of B, 0 to 1; 0 for an article without body."""
        return 1 - len(self.unique_b) / len(self.b.body) if self.b.body else 0.0

    def mirrored(self) -> Comparison:
        """The same comparison seen from the second article."""
        links = sorted((link.mirrored() for link in self.links), key=lambda link: (link.a, link.b))
        return Comparison(self.b, self.a, tuple(links), tuple(link.mirrored() for link in self.related))

    def raised(self, threshold: float, held: Collection[tuple[tuple[int, ...], ...]] = ()) -> Comparison:
        """The comparison at a higher threshold than the engine's: weaker links become related candidates.

        Links made by the reader stay, and so do those `held`, given as their two sides.
        """

        def stays(link: Link) -> bool:
            return link.score >= threshold or link.by is Maker.READER or (link.a, link.b) in held

        if all(map(stays, self.links)):
            return self
        gone = sorted((link for link in self.links if not stays(link)), key=lambda link: -link.score)
        return Comparison(self.a, self.b, tuple(filter(stays, self.links)), (*gone, *self.related))


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks; `start` and `end` enclose the words without the marks.

    A quotation that runs over several sentences is one entry for each, with the same `id`; `group` joins the same
    words across articles and translations.
    """

    id: int
    article: str
    sentence: int
    text: str
    start: int
    end: int
    speaker: str | None = None
    source: str | None = None
    group: int | None = None


@dataclass(frozen=True, slots=True)
class HeadlineClaim:
    """A quote, number or name in a title that the article carries nowhere else but, at most, in its lede.

    Attributes:
        in_lede: The first sentence of the body carries it; else nothing does.
    """

    article: str
    text: str
    type: Literal["quote", "number", "name"]
    start: int = 0
    end: int = 0
    in_lede: bool = False

    @property
    def where(self) -> str:
        """Where the article carries it, in words."""
        return "only in the lede" if self.in_lede else "nowhere in the text"


@dataclass(frozen=True)
class Fact:
    """One row of the coverage matrix.

    Attributes:
        sentences: Article id to the sentences that carry it; an article that does not carry it has no entry.
        missing: Articles in whose text it was not found.
        unknown: Those of `missing` of which nothing can be said: the text is cut off, or not yet compared, or one of
            these sentences is linked with it for another fact.
        partial: Those that carry it only in part.
        disagrees: A discrepancy stands between two of its carriers.
    """

    sentences: Mapping[str, tuple[int, ...]]
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    disagrees: bool = False


@dataclass(frozen=True)
class Story:
    """Articles on one event. `comparisons` holds every pair once compared, in the order of the articles."""

    articles: tuple[Article, ...]
    comparisons: tuple[Comparison, ...] = ()
    quotes: tuple[Quote, ...] = ()
    headlines: tuple[HeadlineClaim, ...] = ()
    facts: tuple[Fact, ...] = ()

    @cached_property
    def _by_pair(self) -> dict[tuple[str, str], Comparison]:
        pairs = {(c.a.id, c.b.id): c for c in self.comparisons}
        return pairs | {(c.b.id, c.a.id): c.mirrored() for c in self.comparisons}

    def comparison(self, left: str, right: str) -> Comparison | None:
        """The comparison of two articles by id, `left` as its A; None while it has not been made."""
        return self._by_pair.get((left, right))

    def article(self, id: str) -> Article:
        """The article of that id.

        Raises:
            KeyError: There is none.
        """
        for article in self.articles:
            if article.id == id:
                return article
        raise KeyError(id)
