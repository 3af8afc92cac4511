"""The key that corrects a role or a sentence break: kept with the story, and the story compared anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.engine.nouns import Correction
from variorum.ui.screens.listing import ListScreen
from variorum.view.actions import Action, Say
from variorum.view.correcting import correction_of, correction_view
from variorum.view.list_keys import ELSEWHERE

if TYPE_CHECKING:
    from variorum.library import Library
    from variorum.ui.screens.reader import ReaderScreen


def ask_correction(reader: ReaderScreen) -> None:
    """Ask what the sentence under the cursor is, and keep the answer."""
    state = reader.state
    article = reader.story.articles[state.article(state.active)]

    def chosen(answer: Action | str | None) -> None:
        if answer in ELSEWHERE:
            reader.answered(answer)
            return
        correction = correction_of(article, state.sentence, answer) if isinstance(answer, str) else None
        if correction is not None:
            _keep(reader, correction)

    reader.app.push_screen(ListScreen(correction_view(article, state.sentence), reader.palette), chosen)


def _keep(reader: ReaderScreen, correction: Correction) -> None:
    desk = reader.desk
    if desk is None:
        reader.dispatch(Say("corrections need a library"))
        return
    sources = reader.sources

    def write(library: Library) -> bool:
        from variorum.library import records, stories  # noqa: PLC0415 - SQLite loads after the first frame

        story = stories.keep_story(library, sources).id
        before = records.corrections(library, story)
        records.save_corrections(library, story, before, (*before, correction))
        return True

    def done(_written: bool) -> None:
        reader.run_worker(desk.open(desk.keeper.set))

    desk.ask(write, done)
