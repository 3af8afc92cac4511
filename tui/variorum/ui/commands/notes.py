"""The keys that add to what is kept: a note, tags."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from variorum.engine.keeping.nouns import HighlightKind
from variorum.text.sanitise import clean_line
from variorum.ui.screens.dialog import AskLine, AskText, Complete, Dialog, Menu
from variorum.view import actions as do
from variorum.view.keeping.drafts import draft_on, words_drafted
from variorum.view.lists.choices import choices_view
from variorum.view.lists.story_index import StoryIndex
from variorum.view.reducing.changes import edited, kept_at, under_cursor
from variorum.view.reducing.move import hidden_below, sight
from variorum.view.reducing.selection import part, span_kept

_KINDS = {
    HighlightKind.SHARED: "both say it",
    HighlightKind.UNIQUE: "only one has it",
    HighlightKind.DISCREPANCY: "they disagree on it",
    HighlightKind.QUOTE: "somebody's words",
    HighlightKind.OWN: "for a reason of your own",
}

T = TypeVar("T")

LINE_ROWS = 5
"""Rows of a dialog with one line to fill in: its rule, title, what it is about, the line, and the keys."""

if TYPE_CHECKING:
    from variorum.library import Library
    from variorum.ui.screens.reader import ReaderScreen


def ask_note(reader: ReaderScreen) -> None:
    """The note of what is kept under the cursor; what is not kept yet is kept with it.

    What is typed is remembered until it is kept, so that a dropped line loses none of it.
    """
    _go_to_draft(reader)
    state, story = reader.state, reader.story
    there = kept_at(state, story)
    on = there or under_cursor(state, story)
    before = there.note if there else ""
    place = reader.desk.place if reader.desk else None
    begun = next((d for d in place.drafts if d.place == draft_on(story, on, "").place), None) if place else None

    def typed(text: str) -> None:
        if place:
            place.draft(draft_on(story, on, "" if text.strip() == before else text))

    def done(text: str | None) -> None:
        if text is None or text == before:
            typed("")
            reader.dispatch(do.Say("the note is as it was"))
            return
        said = "note kept" if text else "note taken away"
        reader.dispatch(do.Change(edited(reader.state, reader.story, note=text), said))

    text = begun.text if begun else before
    dialog = AskText(f"NOTE on {_place(reader)}", reader.palette, text, typed, _words(reader))
    if begun:
        dialog.hint = "not kept last time: Ctrl+C drops it"
    _open(reader, dialog, done, LINE_ROWS + max(3, min(10, reader.state.lines // 4)) - 1)


def _open(reader: ReaderScreen, dialog: Dialog[T], done: Callable[[T | None], None], rows: int) -> None:
    """Open a dialog of so many rows; the text scrolls so that the sentence it is about stays in sight above it."""
    by = hidden_below(reader.state, sight(reader.state, reader.story), rows)
    if by:
        reader.dispatch(do.Scroll(by))
    reader.app.push_screen(dialog, done)


def _go_to_draft(reader: ReaderScreen) -> None:
    """Choose the words again on which a note was begun in the cursor's sentence."""
    state, story = reader.state, reader.story
    if reader.desk is None or not reader.desk.place.drafts or state.selection:
        return
    article = story.articles[state.article(state.active)]
    span = words_drafted(reader.desk.place.drafts, article, state.sentence)
    if span is not None and part(article, span)[1] is not None:
        reader.dispatch(do.Select(span=span))


def ask_kind(reader: ReaderScreen) -> None:
    """What the thing kept under the cursor is kept as; what is not kept yet is kept with it."""
    there = kept_at(reader.state, reader.story)
    now = (there or under_cursor(reader.state, reader.story)).kind
    choices = [(kind, kind.value, f"{words} (now)" if kind is now else words) for kind, words in _KINDS.items()]

    def chosen(answer: object) -> None:
        if isinstance(answer, HighlightKind) and (there is None or answer is not now):
            changes = edited(reader.state, reader.story, kind=answer)
            reader.dispatch(do.Change(changes, f"kept as {answer.value}"))

    title = f"KIND of {_place(reader)}"
    view = choices_view("kind", choices)
    menu = Menu(title, view, reader.palette, len(choices), about=_words(reader), at=now)
    _open(reader, menu, chosen, LINE_ROWS - 1 + len(choices))


def ask_tags(reader: ReaderScreen) -> None:
    """The tags of what is kept under the cursor, with those of the whole library to choose from."""
    known: list[str] = []
    _ask_tags(reader, known)
    if reader.desk is None:
        return

    def fetch(library: Library) -> tuple[str, ...]:
        from variorum.library.highlights import all_tags  # noqa: PLC0415 - SQLite loads behind the screen

        return all_tags(library)

    reader.desk.ask(fetch, known.extend)


def _ask_tags(reader: ReaderScreen, known: Sequence[str]) -> None:
    there = kept_at(reader.state, reader.story)
    before = there.tags if there else ()
    every = list(dict.fromkeys((*known, *(tag for kept in reader.state.changes.kept for tag in kept.tags))))

    def done(line: str | None) -> None:
        tags = None if line is None else tuple(tags_of(line))
        if tags is None or tags == before:
            reader.dispatch(do.Say("the tags are as they were"))
            return
        said = f"tagged {', '.join(tags)}" if tags else "tags taken away"
        reader.dispatch(do.Change(edited(reader.state, reader.story, tags=tags), said))

    dialog = AskLine(f"TAGS of {_place(reader)}", reader.palette, ", ".join(before), completing(every), _words(reader))
    dialog.hint = "with commas between them"
    _open(reader, dialog, done, LINE_ROWS + 1)


def completing(known: Sequence[str]) -> Complete:
    """How a line of tags may go on: with those of the known ones that begin as its last one does."""

    def complete(line: str) -> list[str]:
        *given, last = tags_of(line, blank=True)
        return [t for t in known if t.casefold().startswith(last.casefold()) and t not in given and t != last]

    return complete


def tags_of(line: str, *, blank: bool = False) -> list[str]:
    """The tags of a line, each once, without a leading #; with `blank` also one that is only begun."""
    parts = [part.strip().removeprefix("#").strip() for part in clean_line(line).split(",")]
    return parts if blank else list(dict.fromkeys(part for part in parts if part))


def _words(reader: ReaderScreen) -> str:
    """The words that are kept, or would be, of every side."""
    state, story = reader.state, reader.story
    marked = kept_at(state, story) or under_cursor(state, story)
    if marked.span:
        article = story.article(marked.sentences[0][0])
        return clean_line(article.text[slice(*span_kept(article, marked))])
    texts = (story.article(id).sentence_text(n) for id, several in marked.sentences for n in several)
    return clean_line(" / ".join(texts))


def _place(reader: ReaderScreen) -> str:
    state, story = reader.state, reader.story
    marked = kept_at(state, story) or under_cursor(state, story)
    index = StoryIndex(story)
    return f" {reader.palette.glyph('pair')} ".join(index.place(id, several) for id, several in marked.sentences)
