"""What a reader keeps, as frozen values. Every offset counts characters of `Article.text`; ends are exclusive."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal

from variorum.engine.nouns import Discrepancy, Link, Maker, Relation, Role


class HighlightKind(StrEnum):
    """Why a reader keeps something."""

    SHARED = "shared"
    UNIQUE = "unique"
    DISCREPANCY = "discrepancy"
    QUOTE = "quote"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a highlight stands: exact text, its surroundings and its position (TextQuote- and TextPositionSelector)."""

    article: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True)
class Highlight:
    """Something a reader keeps: a link (anchors in two articles) or a span (one).

    Attributes:
        id: A UUID as text; it survives export and import.
        relation: Of a kept link; None for a span.
        score: Of a kept link, as it was when kept.
        by: Who made the kept link.
        created: ISO 8601 in UTC, likewise `modified`.
        why: Reasons for the kept link in words, as they were when it was kept; see `Link.why`.
        threshold: The score from which links were shown when the engine's was kept; None for a reader's link or a span.
    """

    id: str
    kind: HighlightKind
    anchors: tuple[Anchor, ...]
    relation: Relation | None = None
    score: float | None = None
    by: Maker | None = None
    discrepancies: tuple[Discrepancy, ...] = ()
    colour: str | None = None
    tags: tuple[str, ...] = ()
    note: str = ""
    created: str = ""
    modified: str = ""
    why: tuple[str, ...] = ()
    threshold: float | None = None

    def of(self, link: Link, threshold: float) -> Highlight:
        """The highlight of a link: with how sure and why it is, who made it, and what disagrees.

        Args:
            threshold: The score from which links are shown.
        """
        return replace(
            self,
            relation=link.relation,
            score=link.score,
            by=link.by,
            discrepancies=link.discrepancies,
            why=link.why,
            threshold=threshold if link.by is Maker.ENGINE else None,
        )


@dataclass(frozen=True)
class HighlightSet:
    """A named list of highlights, the unit of export. `story` is the story's name."""

    id: str
    name: str
    story: str
    highlights: tuple[Highlight, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader put right about an article; `start` and `end` are offsets into its text.

    `role` gives every sentence inside the span that role; `break` starts a new sentence at `start`; `join` makes the
    sentences inside the span one. With an `anchor` it is found again when the text has changed. The other kinds are
    the article's fields: they stand for no span and have a `value`, which is empty where nobody knows it.
    """

    article: str
    kind: Literal["role", "break", "join", "outlet", "title", "byline", "published"]
    start: int
    end: int
    role: Role | None = None
    anchor: Anchor | None = None
    value: str = ""


@dataclass(frozen=True)
class ReaderLinks:
    """Links made and pairs of sentences cut by hand, kept apart from the engine's so that they survive a re-run."""

    made: tuple[tuple[Anchor, ...], ...] = ()
    cut: tuple[tuple[Anchor, Anchor], ...] = field(default=())
