"""The keys that open a story's highlight sets, and what the set on the screen holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.ui.screens.held import HeldScreen
from variorum.ui.screens.sets import SetsScreen
from variorum.view.actions import Say
from variorum.view.keeping.bridge import held_in
from variorum.view.keeping.standing import Standing
from variorum.view.marks import story_as_shown

if TYPE_CHECKING:
    from variorum.engine.nouns import Story
    from variorum.library import Library
    from variorum.library.rows import SetRecord
    from variorum.ui.keeping.desk import Desk
    from variorum.ui.screens.reader import ReaderScreen


def open_sets(reader: ReaderScreen) -> None:
    """The story's sets: choose one, make, rename, merge, remove, compare."""
    desk = _desk(reader)
    if desk is None:
        return

    read, changes = reader.story, reader.state.changes

    def fetch(library: Library) -> tuple[tuple[SetRecord, ...], Story]:
        from variorum.library.sets import list_sets  # noqa: PLC0415 - SQLite loads behind the screen

        records = list_sets(library, desk.keeper.story) if desk.keeper.story else ()
        return records, story_as_shown(read, changes)  # which may take a while for long articles

    def show(found: tuple[tuple[SetRecord, ...], Story]) -> None:
        records, story = found
        reader.app.push_screen(SetsScreen(records, desk, story, reader.palette), reader.answered)

    desk.ask(fetch, show)


def open_held(reader: ReaderScreen) -> None:
    """What the set on the screen holds, with what has lost its place."""
    desk = _desk(reader)
    if desk is None:
        return
    state, story = reader.state, reader.story
    cursors = {
        story.articles[state.article(side)].id: state.cursor[side] for side in (state.active, state.active.other)
    }

    def fetch(library: Library) -> tuple[tuple[Standing, ...], tuple[str, ...]]:
        from variorum.library.highlights import all_tags  # noqa: PLC0415 - SQLite loads behind the screen

        keeper = desk.keeper
        held = held_in(library, keeper.story, keeper.set, story.articles) if keeper.story else ()
        return held, all_tags(library)

    def show(found: tuple[tuple[Standing, ...], tuple[str, ...]]) -> None:
        held, tags = found
        reader.app.push_screen(HeldScreen(held, desk, story, cursors, tags, reader.palette), reader.answered)

    desk.ask(fetch, show)


def _desk(reader: ReaderScreen) -> Desk | None:
    """The desk, where there is one that has answered; says why not."""
    if reader.desk is None:
        reader.dispatch(Say("sets need a library"))
    elif not reader.desk.ready:
        reader.dispatch(Say("the library has not answered yet"))
    else:
        return reader.desk
    return None
