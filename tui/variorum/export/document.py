"""The one thing that every format renders: sources, and entries with the texts of all their sides.

A whole comparison and a kept set become the same `Document`, so that a format is written once and the two read alike.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from variorum.engine.excerpt import excerpt
from variorum.engine.keeping.nouns import Anchor, HighlightKind, HighlightSet
from variorum.engine.labels import place_of
from variorum.engine.nouns import Article, Discrepancy, Maker, Relation, SpanPair, Story
from variorum.export.escape import web_address


class Provenance(NamedTuple):
    """What an export rests on, besides its sources: the program's version, the threshold, and when (ISO 8601, UTC)."""

    version: str
    threshold: float
    date: str


@dataclass(frozen=True)
class Source:
    """An article as a source.

    Attributes:
        label: A short name, unique in the document.
        sha256: Of the article's text in UTF-8, in hexadecimal.
        share: Body sentences that stand in a link, over all of them; None in a kept set.
    """

    article: Article
    label: str
    sha256: str
    share: float | None = None

    @cached_property
    def address(self) -> str:
        """The article's address where it may be linked to; empty else."""
        return web_address(self.article.url)

    @cached_property
    def iri(self) -> str:
        """What names the source on the web: its address, or its text's hash as a named information URI (RFC 6920)."""
        digest = base64.urlsafe_b64encode(bytes.fromhex(self.sha256)).decode().rstrip("=")
        return self.address or f"ni:///sha-256;{digest}"


class Passage(NamedTuple):
    """An unbroken stretch of one article; `sentences` are the indices it touches."""

    anchor: Anchor
    sentences: tuple[int, ...] = ()


@dataclass(frozen=True)
class Side:
    """What one article says in an entry: one passage or several, in the article's order."""

    source: Source
    passages: tuple[Passage, ...]

    @cached_property
    def text(self) -> str:
        """The words of the passages on one line, with a mark where the article goes on in between."""
        stretches = ((p.anchor.start, p.anchor.end, p.anchor.exact) for p in self.passages)
        return excerpt(self.source.article.text, stretches)

    @property
    def sentences(self) -> tuple[int, ...]:
        """Indices of the sentences that the passages touch, ascending."""
        return tuple(index for passage in self.passages for index in passage.sentences)

    @property
    def place(self) -> str:
        """Where the side stands, as people count: `5`, `3, 5`, `8–11`, `title`."""
        return place_of(self.source.article, self.sentences)


@dataclass(frozen=True)
class Entry:
    """One finding: a link, a sentence only one article has, or whatever else a reader kept.

    Attributes:
        id: A UUID as text; the same comparison of the same texts gives the same ids.
        sides: One for each article concerned, in the order of the link or of the anchors.
        quote: How the words of the quotation that both sides carry relate; None where they carry none.
        differing: Words that differ between the two sides of a link, as offsets into the two texts.
        threshold: The one under which the engine's link was kept, of a kept set.
    """

    id: str
    kind: HighlightKind
    sides: tuple[Side, ...]
    relation: Relation | None = None
    score: float | None = None
    by: Maker | None = None
    why: tuple[str, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    differing: tuple[SpanPair, ...] = ()
    quote: Relation | None = None
    colour: str | None = None
    tags: tuple[str, ...] = ()
    note: str = ""
    created: str = ""
    modified: str = ""
    threshold: float | None = None

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles concerned."""
        return tuple(side.source.article.id for side in self.sides)


@dataclass(frozen=True)
class Document:
    """What a format renders. `story` or `kept` is what it was made from; exactly one of them is set.

    Attributes:
        id: The set's own; for a comparison a UUID that the same texts and links always give.
    """

    id: str
    title: str
    provenance: Provenance
    sources: tuple[Source, ...]
    entries: tuple[Entry, ...]
    story: Story | None = None
    kept: HighlightSet | None = None

    def source(self, id: str) -> Source:
        """The source of that article.

        Raises:
            KeyError: There is none.
        """
        return self._by_id[id]

    @cached_property
    def _by_id(self) -> dict[str, Source]:
        return {source.article.id: source for source in self.sources}

    @cached_property
    def shared(self) -> tuple[Entry, ...]:
        """Entries with two sides or more."""
        return tuple(entry for entry in self.entries if len(entry.sides) > 1)

    @cached_property
    def single(self) -> tuple[Entry, ...]:
        """Entries with one side."""
        return tuple(entry for entry in self.entries if len(entry.sides) == 1)

    @cached_property
    def by_pair(self) -> dict[tuple[str, ...], tuple[Entry, ...]]:
        """The shared entries under the ids of the articles that they join, in order of appearance."""
        found: dict[tuple[str, ...], list[Entry]] = {}
        for entry in self.shared:
            found.setdefault(entry.articles, []).append(entry)
        return {pair: tuple(entries) for pair, entries in found.items()}

    @cached_property
    def only(self) -> tuple[tuple[Source, tuple[Entry, ...]], ...]:
        """The entries with one side, by source, in the order of the sources that have any."""
        found: dict[str, list[Entry]] = {source.article.id: [] for source in self.sources}
        for entry in self.single:
            found[entry.articles[0]].append(entry)
        return tuple((self.source(id), tuple(entries)) for id, entries in found.items() if entries)
