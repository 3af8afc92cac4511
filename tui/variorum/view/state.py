"""What the reader's screen shows, as one frozen value that only `variorum.view.reducing.reduce` changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import NamedTuple

from variorum.engine.keeping.nouns import Correction, HighlightKind


class Side(IntEnum):
    """One of the two panes."""

    LEFT = 0
    RIGHT = 1

    @property
    def other(self) -> Side:
        """The pane across."""
        return Side(1 - self)


class Focus(StrEnum):
    """Where the movement keys go."""

    PANES = "panes"
    SOURCES = "sources"
    HIGHLIGHTS = "highlights"


class Filter(StrEnum):
    """Which sentences the highlights panel lists and `n` and `N` walk through."""

    ALL = "all"
    SHARED = "shared"
    IDENTICAL = "identical"
    NEAR = "near"
    PARAPHRASE = "paraphrase"
    UNIQUE = "only here"
    DISAGREES = "disagrees"
    KEPT = "kept"


class Strength(StrEnum):
    """How far the relations' colours reach."""

    GUTTER = "gutter"
    WORDS = "words"
    SENTENCES = "sentences"


class PromptKind(StrEnum):
    """What the one-line prompt asks for."""

    SEARCH = "search"
    HIGHLIGHTS = "highlights"


Place = tuple[int, int]
"""A sentence (or, in the parallel edition, a band) and a row of it: what stands at the top of a pane."""

Pair = tuple[int, int]
"""One number for each side."""

WordAt = tuple[int, int]
"""A sentence, and one of its words (`variorum.view.reducing.pieces`)."""


class Prompt(NamedTuple):
    """A line the reader is typing; `origin` is where the cursors stood before, for `Esc`."""

    kind: PromptKind
    text: str = ""
    origin: tuple[Side, Pair] = (Side.LEFT, (0, 0))


@dataclass(frozen=True, slots=True)
class Kept:
    """What a reader keeps, by article id and sentences: one side for a sentence or span, both for a link.

    `id` is that of the highlight in the library, empty while it is in none. `span` is a part of the sentences of one
    side that follow each other, in characters from the first one's start, end exclusive.
    """

    kind: HighlightKind
    sentences: tuple[tuple[str, tuple[int, ...]], ...]
    id: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    colour: str | None = None
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """Words of a pane being chosen, both ends included; `cut`: only the one before which a sentence shall be cut."""

    side: Side
    fixed: WordAt
    moving: WordAt
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that the reader adds to what the engine found, and that undo and redo step through.

    `made` are links by hand and `cut` pairs taken apart: two article ids and the sentences of each. All of them count
    the sentences of the articles with these `corrections`.
    """

    kept: tuple[Kept, ...] = ()
    made: tuple[tuple[str, tuple[int, ...], str, tuple[int, ...]], ...] = ()
    cut: tuple[tuple[str, int, str, int], ...] = ()
    corrections: tuple[Correction, ...] = ()


class ListPlace(NamedTuple):
    """Where a list was left: its order and filter by number, the words searched for, the cursor's row and the first."""

    order: int = 0
    filter: int = 0
    query: str = ""
    cursor: int = 0
    top: Place = (0, 0)


@dataclass(frozen=True)
class State:
    """The reader's screen.

    Attributes:
        columns: The terminal's width in cells, 0 before the first layout; `lines` likewise.
        left: Index of the left article in the story; `right` likewise (the same one where there is no other).
        cursor: The current sentence of each pane; the active pane's is *the* cursor.
        top: What stands at the top of each pane; in the parallel edition the first counts for both.
        locked: The other pane follows.
        threshold: The score from which a candidate is shown as a link; None takes the engine's.
        split: The left pane's part of both, in per cent.
        sources: The panel is shown (None: where there is room), likewise `highlights` and `strip`.
        item: The chosen row of the list in focus.
        hop: Where `Enter` first left for a counterpart, so that another `Enter` goes on to the next one.
        selection: Words being chosen; None while none are.
        revealed: Articles (by number) and their sentences whose marks classroom mode shows.
        sought: What was searched for, or typed to be, last.
        on_left: The article chosen next goes into the left pane.
        among: Which story of a pile it is, in words, for the source list; empty where there is no other.
        message: What the last key did, for the status row.
        busy: What goes on behind, for the status row.
        back: The id of the key whose list `Esc` goes back to; empty where there is none.
        set: The name of the highlight set that is shown; empty for the default one.
    """

    columns: int = 0
    lines: int = 0
    left: int = 0
    right: int = 1
    active: Side = Side.LEFT
    cursor: Pair = (0, 0)
    top: tuple[Place, Place] = ((0, 0), (0, 0))
    locked: bool = True
    filter: Filter = Filter.ALL
    threshold: float | None = None
    strength: Strength = Strength.SENTENCES
    all_words: bool = False
    split: int = 50
    zoomed: bool = False
    parallel: bool = False
    unfolded: bool = False
    layout: str = "auto"
    text_width: int = 0
    sources: bool | None = None
    highlights: bool | None = None
    strip: bool | None = None
    focus: Focus = Focus.PANES
    item: int = 0
    hop: tuple[Side, int] | None = None
    selection: Selection | None = None
    classroom: bool = False
    revealed: frozenset[tuple[int, int]] = frozenset()
    prompt: Prompt | None = None
    among: str = ""
    query: str = ""
    sought: str = ""
    list_query: str = ""
    on_left: bool = False
    message: str = ""
    busy: str = ""
    back: str = ""
    set: str = ""
    changes: Changes = field(default_factory=Changes)
    past: tuple[Changes, ...] = ()
    future: tuple[Changes, ...] = ()

    def article(self, side: Side) -> int:
        """The story's index of the article in that pane."""
        return self.left if side is Side.LEFT else self.right

    @property
    def sentence(self) -> int:
        """The sentence under the cursor."""
        return self.cursor[self.active]
