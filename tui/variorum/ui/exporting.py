"""The key that exports: the comparison as it is, or what is kept of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from variorum.engine.nouns import HighlightSet
from variorum.export import render_set, render_story
from variorum.paths import export_folder
from variorum.ui.screens.export import ExportScreen, Render
from variorum.view.actions import Say
from variorum.view.marks import story_as_shown
from variorum.view.story_index import StoryIndex

if TYPE_CHECKING:
    from variorum.library import Library
    from variorum.ui.screens.reader import ReaderScreen


def open_export(reader: ReaderScreen) -> None:
    """Choose a format for the comparison or for the set that is kept."""
    if reader.state.busy:
        reader.dispatch(Say("still comparing: export when that is done, or Esc stops it"))
        return
    desk = reader.desk
    if desk is None or not desk.keeper.story or not reader.state.changes.kept:
        _open(reader, None)
        return
    story, wanted = desk.keeper.story, desk.keeper.set

    def fetch(library: Library) -> HighlightSet | None:
        from variorum.library import sets  # noqa: PLC0415 - SQLite loads behind the screen

        for record in sets.list_sets(library, story):
            if record.id == wanted or (wanted is None and record.is_default):
                return sets.load_set(library, record.id)
        return None

    desk.ask(fetch, lambda kept: _open(reader, kept))


def _open(reader: ReaderScreen, kept: HighlightSet | None) -> None:
    story, threshold = story_as_shown(reader.story, reader.state.changes), reader.state.threshold
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    choices: list[tuple[str, Render]] = []
    if kept is not None and kept.highlights:
        held, count = kept, len(kept.highlights)
        words = f"what is kept: {count} highlight{'' if count == 1 else 's'}"
        choices.append((words, lambda format: render_set(held, story.articles, format, now=now, threshold=threshold)))
    choices.append(("the whole comparison", lambda format: render_story(story, format, now=now, threshold=threshold)))
    name = " ".join(StoryIndex(story).names.values())
    screen = ExportScreen(choices, name, export_folder(), reader.palette)
    reader.app.push_screen(screen, reader.answered)
