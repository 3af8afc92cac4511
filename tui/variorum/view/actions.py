"""What a reader can ask of the reader's screen: values that `variorum.view.reducing.reduce` understands.

Named tuples, because making thirty frozen dataclasses is a noticeable part of a start. Two of different kinds may be
equal as tuples: tell them apart by their type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from variorum.engine.nouns import Span
from variorum.view.state import Changes, Filter, Focus, PromptKind, Side

if TYPE_CHECKING:
    from variorum.engine.keeping.corrections import Field


class Resize(NamedTuple):
    """The terminal has so many cells."""

    columns: int
    lines: int


class Step(NamedTuple):
    """Go so many sentences (or items of the list in focus) down; negative is up."""

    by: int


class Scroll(NamedTuple):
    """Scroll so many rows down; `side` scrolls that pane, None the active one."""

    by: int
    side: Side | None = None


class Page(NamedTuple):
    """Scroll by a part of the window's height, overlapping by two rows where it is a whole one."""

    by: float


class Tenth(NamedTuple):
    """Jump by so many tenths of the article, as along the overview strip."""

    by: int


class End(NamedTuple):
    """Go to the first sentence, or to the last."""

    last: bool


class GoTo(NamedTuple):
    """Put the cursor on a sentence: of the article with that id, or of a side."""

    sentence: int
    side: Side | None = None
    article: str | None = None


class ShowPair(NamedTuple):
    """Open two articles (ids) at a sentence of each: what a matrix cell, a quote or a discrepancy jumps to.

    `back` is the id of the key that opened the list it comes from, for the way back; `side` the pane to be in.
    """

    left: str
    right: str
    a: int
    b: int | None = None
    back: str = ""
    side: Side = Side.LEFT


class ToPane(NamedTuple):
    """Make a pane the active one; None takes the other."""

    side: Side | None = None


class Next(NamedTuple):
    """The next sentence of the filter, or of the search while one is active; negative is the previous."""

    by: int


class NextUnique(NamedTuple):
    """The next sentence that only this article has; negative is the previous."""

    by: int


class NextConflict(NamedTuple):
    """The next sentence with a detail on which these two articles disagree; after the last the first again."""


class NextFilter(NamedTuple):
    """The next filter in turn, or the one named."""

    to: Filter | None = None


class Threshold(NamedTuple):
    """Raise the threshold by so much; 0 goes back to the engine's."""

    by: float


class Split(NamedTuple):
    """Widen the left pane by so many per cent; `to` sets its part."""

    by: int = 0
    to: int | None = None


class Flip(NamedTuple):
    """Turn something on or off: locked, all_words, zoomed, parallel, classroom, unfolded, strip."""

    name: str


class NextStrength(NamedTuple):
    """The next strength of colour in turn."""


class Panel(NamedTuple):
    """Show a panel and go into it; from inside, close it."""

    focus: Focus


class Choose(NamedTuple):
    """Put an article, by its place in the story from 0, into a pane; None is the right, in the source list the left."""

    article: int
    side: Side | None = None


class OnLeft(NamedTuple):
    """The article chosen next goes into the left pane: most terminals cannot send a digit with Shift."""


class NextArticle(NamedTuple):
    """The next article into the right pane; negative is the previous. In the source list: into the left."""

    by: int


class Enter(NamedTuple):
    """Enter: in the panes to the counterpart, in a list the chosen item, in classroom mode reveal, in a prompt done."""


class Escape(NamedTuple):
    """Close, cancel or clear the innermost thing."""


class OpenPrompt(NamedTuple):
    """Ask for a line."""

    kind: PromptKind


class Type(NamedTuple):
    """Add to the line being typed; None takes its last character away."""

    text: str | None


class Keep(NamedTuple):
    """Keep the link or sentence under the cursor; a second time lets it go."""


class Select(NamedTuple):
    """Begin or end a selection of words; with `cut` of the word before which the sentence shall be cut in two.

    `span` chooses these words, given as offsets into the article's text.
    """

    cut: bool = False
    span: Span | None = None


class Extend(NamedTuple):
    """Move the selection's end by a word; `far` by what stands between blanks. Negative is back."""

    by: int
    far: bool = False


class ExtendTo(NamedTuple):
    """Move the selection's end to the last (or first) word of its sentence."""

    last: bool


class SwapEnds(NamedTuple):
    """Move the selection's other end from here on."""


class Link(NamedTuple):
    """Link the sentence under the cursor with the other pane's; linked already, they are taken apart."""


class Change(NamedTuple):
    """Set what the reader has added, as one step of undo; `past` False replaces it without one."""

    changes: Changes
    message: str = ""
    undoable: bool = True


class Undo(NamedTuple):
    """Take back the last change of what is kept or linked; `again` does it once more."""

    again: bool = False


class CorrectField(NamedTuple):
    """Ask for a field of the article with that id."""

    article: str
    field: Field


class Say(NamedTuple):
    """Say something in the status row; `busy` says what goes on behind."""

    message: str = ""
    busy: str | None = None


class Refreshed(NamedTuple):
    """The story has grown by a comparison: see that everything still stands in place."""


Action = (
    Resize
    | Step
    | Scroll
    | Page
    | Tenth
    | End
    | GoTo
    | ShowPair
    | ToPane
    | Next
    | NextUnique
    | NextConflict
    | NextFilter
    | Threshold
    | Split
    | Flip
    | NextStrength
    | Panel
    | Choose
    | NextArticle
    | OnLeft
    | Enter
    | Escape
    | OpenPrompt
    | Type
    | Keep
    | Select
    | Extend
    | ExtendTo
    | SwapEnds
    | Link
    | Change
    | Undo
    | CorrectField
    | Say
    | Refreshed
)
"""Anything that changes the state."""
