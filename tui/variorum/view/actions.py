"""What a reader can ask of the reader's screen: values that `variorum.view.reduce` understands."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.view.state import Changes, Filter, Focus, PromptKind, Side


@dataclass(frozen=True, slots=True)
class Action:
    """Anything that changes the state."""


@dataclass(frozen=True, slots=True)
class Resize(Action):
    """The terminal has so many cells."""

    columns: int
    lines: int


@dataclass(frozen=True, slots=True)
class Step(Action):
    """Go so many sentences (or items of the list in focus) down; negative is up."""

    by: int


@dataclass(frozen=True, slots=True)
class Scroll(Action):
    """Scroll so many rows down; `side` scrolls that pane, None the active one."""

    by: int
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Page(Action):
    """Scroll by a part of the window's height, overlapping by two rows where it is a whole one."""

    by: float


@dataclass(frozen=True, slots=True)
class Tenth(Action):
    """Jump by so many tenths of the article, as along the overview strip."""

    by: int


@dataclass(frozen=True, slots=True)
class End(Action):
    """Go to the first sentence, or to the last."""

    last: bool


@dataclass(frozen=True, slots=True)
class GoTo(Action):
    """Put the cursor on a sentence: of the article with that id, or of a side."""

    sentence: int
    side: Side | None = None
    article: str | None = None


@dataclass(frozen=True, slots=True)
class ShowPair(Action):
    """Open two articles (ids) at a sentence of each: what a matrix cell, a quote or a discrepancy jumps to."""

    left: str
    right: str
    a: int
    b: int | None = None


@dataclass(frozen=True, slots=True)
class ToPane(Action):
    """Make a pane the active one; None takes the other."""

    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Counterpart(Action):
    """Go to the partner across; from a partner on to the next one."""


@dataclass(frozen=True, slots=True)
class Next(Action):
    """The next sentence of the filter, or of the search while one is active; negative is the previous."""

    by: int


@dataclass(frozen=True, slots=True)
class NextUnique(Action):
    """The next sentence that only this article has; negative is the previous."""

    by: int


@dataclass(frozen=True, slots=True)
class NextFilter(Action):
    """The next filter in turn, or the one named."""

    to: Filter | None = None


@dataclass(frozen=True, slots=True)
class Threshold(Action):
    """Raise the threshold by so much; 0 goes back to the engine's."""

    by: float


@dataclass(frozen=True, slots=True)
class Split(Action):
    """Widen the left pane by so many per cent; `to` sets its part."""

    by: int = 0
    to: int | None = None


@dataclass(frozen=True, slots=True)
class Flip(Action):
    """Turn something on or off: locked, all_words, zoomed, parallel, classroom, unfolded, strip."""

    name: str


@dataclass(frozen=True, slots=True)
class NextStrength(Action):
    """The next strength of colour in turn."""


@dataclass(frozen=True, slots=True)
class Panel(Action):
    """Show a panel and go into it; from inside, close it."""

    focus: Focus


@dataclass(frozen=True, slots=True)
class Choose(Action):
    """Put an article, by its place in the story from 0, into a pane; None is the right, in the source list the left."""

    article: int
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class NextArticle(Action):
    """The next article into the right pane; negative is the previous. In the source list: into the left."""

    by: int


@dataclass(frozen=True, slots=True)
class Enter(Action):
    """Enter: in the panes to the counterpart, in a list the chosen item, in classroom mode reveal, in a prompt done."""


@dataclass(frozen=True, slots=True)
class Escape(Action):
    """Close, cancel or clear the innermost thing."""


@dataclass(frozen=True, slots=True)
class OpenPrompt(Action):
    """Ask for a line."""

    kind: PromptKind


@dataclass(frozen=True, slots=True)
class Type(Action):
    """Add to the line being typed; None takes its last character away."""

    text: str | None


@dataclass(frozen=True, slots=True)
class Keep(Action):
    """Keep the link or sentence under the cursor; a second time lets it go."""


@dataclass(frozen=True, slots=True)
class Select(Action):
    """Begin or end a selection of several sentences."""


@dataclass(frozen=True, slots=True)
class Link(Action):
    """Link the sentence under the cursor (or the selection) with the other pane's; `cut` takes the pair apart."""

    cut: bool = False


@dataclass(frozen=True, slots=True)
class Change(Action):
    """Set what the reader has added, as one step of undo; `past` False replaces it without one."""

    changes: Changes
    message: str = ""
    undoable: bool = True


@dataclass(frozen=True, slots=True)
class Undo(Action):
    """Take back the last change of what is kept or linked; `again` does it once more."""

    again: bool = False


@dataclass(frozen=True, slots=True)
class Say(Action):
    """Say something in the status row; `busy` says what goes on behind."""

    message: str = ""
    busy: str | None = None


@dataclass(frozen=True, slots=True)
class Refreshed(Action):
    """The story has grown by a comparison: see that everything still stands in place."""
