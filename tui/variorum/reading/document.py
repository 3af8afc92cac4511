"""What a reader of one format hands over: text with its roles and what the source states about itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from variorum.engine.nouns import Article, Role, Version
from variorum.engine.segmenting.segment import KnownRole
from variorum.errors import ArticleError
from variorum.text.sanitise import REPLACEMENT, clean, clean_line

Block = tuple[str, Role | None]
"""A paragraph and its role, None where the engine shall tell."""

FIELDS = ("outlet", "title", "byline", "published", "url", "language")
"""The fields of a document that people may state or correct."""


@dataclass(frozen=True)
class Document:
    """One article as a source gives it; all text sanitised.

    Attributes:
        text: What is read, line ends as newlines.
        known: Roles that the source states for stretches of `text`.
        name: What the article is called inside its source (a page of an archive, a row of a table); else empty.
        guessed: Names of fields that were inferred.
        replaced: How many bytes or characters became U+FFFD.
    """

    text: str
    known: tuple[KnownRole, ...] = ()
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    name: str = ""
    cut_off: bool = False
    guessed: frozenset[str] = frozenset()
    replaced: int = 0
    version: Version | None = None

    @property
    def breaks(self) -> int:
        """At how many places of the text a sentence may end; what cutting it costs goes by that."""
        return self.text.count("\n") + self.text.count(".")

    def stating(self, fields: Mapping[str, str]) -> Document:
        """This document with fields as someone stated them: they replace what was there and are no guesses."""
        stated = {name: fields[name] for name in FIELDS if fields.get(name)}
        return replace(self, **stated, guessed=self.guessed.difference(stated))  # type: ignore[arg-type]  # all are str


class Entry(NamedTuple):
    """One entry of a feed: something to open."""

    title: str
    url: str
    published: str | None = None
    summary: str = ""
    feed: str = ""

    def lists(self, article: Article) -> bool:
        """The article is this entry's: by its address, or where the feed gives none, by its title."""
        return self.url in (article.source, article.url) if self.url else self.title == article.title


class Failure(NamedTuple):
    """A source that could not be read, why, and what to do; each fit to print on one line."""

    source: str
    reason: str
    hint: str = ""


class Harvest(NamedTuple):
    """All that one source held."""

    documents: tuple[Document, ...] = ()
    entries: tuple[Entry, ...] = ()
    failures: tuple[Failure, ...] = ()


class Unreadable(ArticleError):  # noqa: N818 - it says what a source is; `ArticleError` is the public name
    """Why one source cannot be read, without its name: whoever knows the name makes it a `Failure`."""

    def failure(self, source: str) -> Failure:
        """This as a line about `source`."""
        return Failure(clean_line(source), clean_line(self.message), clean_line(self.hint))


def compose(blocks: Iterable[Block]) -> tuple[str, tuple[KnownRole, ...], int]:
    """Paragraphs → one text, blank lines between them, the roles as stretches of it, and how much was replaced."""
    parts: list[str] = []
    known: list[KnownRole] = []
    length = replaced = 0
    for raw, role in blocks:
        text = clean(raw).strip()
        if not text:
            continue
        replaced += text.count(REPLACEMENT)
        if parts:
            length += 2
        if role is not None:
            known.append((length, length + len(text), role))
        parts.append(text)
        length += len(text)
    return "\n\n".join(parts), tuple(known), replaced
