"""The keys that put right what an article says and whose it is: kept with the story, which is shown anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.engine.keeping.corrections import FIELDS, Field, with_statements
from variorum.ui.screens.listing import ListScreen
from variorum.view import actions as do
from variorum.view.keeping.corrected import corrected, renumbered
from variorum.view.keeping.metadata import LABELS
from variorum.view.list_keys import ELSEWHERE
from variorum.view.lists.correcting import RESTORE, SPLIT, correction_of, correction_view, split_before, those_at
from variorum.view.painting.side import name_of
from variorum.view.reducing.panel import chosen_article
from variorum.view.reducing.selection import moving_word

if TYPE_CHECKING:
    from variorum.engine.keeping.nouns import Correction
    from variorum.engine.nouns import Article
    from variorum.ui.screens.reader import ReaderScreen
    from variorum.view.state import Changes


def ask_correction(reader: ReaderScreen) -> None:
    """Ask what the sentence under the cursor is, and keep the answer."""
    article, sentence = _here(reader)
    made = reader.state.changes.corrections

    def chosen(answer: do.Action | str | None) -> None:
        if not isinstance(answer, str) or answer in ELSEWHERE:
            reader.answered(answer)
        elif answer == SPLIT:
            reader.dispatch(do.Select(cut=True))
        elif answer == RESTORE:
            here = those_at(article, sentence, made)
            _keep(reader, tuple(c for c in made if c not in here), "correction taken back")
        elif (correction := correction_of(article, sentence, answer)) is not None:
            _keep(reader, (*made, correction), "corrected")

    reader.app.push_screen(ListScreen(correction_view(article, sentence, made), reader.palette), chosen)


def finish_choosing(reader: ReaderScreen) -> None:
    """Keep the words that are chosen; or cut the sentence before the word that is."""
    now = reader.state.selection
    if now is None or not now.cut:
        reader.dispatch(do.Keep())
        return
    article, sentence = _here(reader)
    correction = split_before(article, sentence, moving_word(article, now)[0])
    if correction is None:
        reader.dispatch(do.Say("the sentence begins there already"))
        return
    _keep(reader, (*reader.state.changes.corrections, correction), "sentence cut in two")


def _here(reader: ReaderScreen) -> tuple[Article, int]:
    state = reader.state
    return reader.story.articles[state.article(state.active)], state.sentence


def _keep(reader: ReaderScreen, corrections: tuple[Correction, ...], said: str) -> None:
    after = corrected(reader.sources, corrections)
    changes = renumbered(_named(reader), reader.story.articles, after)
    reader.dispatch(do.Change(replace(changes, corrections=corrections), said))


def _named(reader: ReaderScreen) -> Changes:
    """The changes with the library's ids, which else are made from sentences that will be others."""
    changes = reader.state.changes
    story = reader.desk.keeper.story if reader.desk else ""
    if not story:
        return changes
    from variorum.view.keeping.bridge import highlight_id  # noqa: PLC0415 - only a story in the library has ids

    return replace(changes, kept=tuple(replace(k, id=highlight_id(story, reader.story, k)) for k in changes.kept))


def ask_metadata(reader: ReaderScreen, field: Field = "outlet", article: str | None = None) -> None:
    """Ask whose an article is, the active pane's or the chosen one of the source list, and keep the answer."""
    from variorum.ui.screens.form import AskFields  # noqa: PLC0415 - loads when it is opened

    asked = reader.story.article(article) if article else chosen_article(reader.state, reader.story)

    def done(found: list[Correction] | None) -> None:
        if not found:
            reader.dispatch(do.Say("it is as it was"))
            return
        said = ", ".join(f"{LABELS[c.kind]}: {c.value or 'not known'}" for c in found if c.kind in FIELDS)
        _keep(reader, with_statements(reader.state.changes.corrections, found), said)

    reader.app.push_screen(AskFields(asked, name_of(asked, reader.story), reader.palette, field), done)
