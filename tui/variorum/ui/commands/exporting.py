"""The key that exports: the comparison as it is, or what is kept of it."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from variorum.engine.keeping.anchors import settle
from variorum.engine.keeping.nouns import HighlightSet
from variorum.engine.nouns import Article
from variorum.engine.thresholds import THRESHOLD
from variorum.export import render_set, render_story
from variorum.paths import export_folder
from variorum.text.counting import counted
from variorum.text.moments import utc_now
from variorum.ui.screens.export import ExportScreen, Render
from variorum.view.actions import Say
from variorum.view.keys import press
from variorum.view.lists.story_index import StoryIndex
from variorum.view.marks import story_as_shown

if TYPE_CHECKING:
    from variorum.library import Library
    from variorum.ui.screens.reader import ReaderScreen


def open_export(reader: ReaderScreen) -> None:
    """Choose a format for the comparison or for the set that is kept."""
    if reader.state.busy:
        reader.dispatch(Say(f"still comparing: export when that is done, or {press('escape')} stops it"))
        return
    desk = reader.desk
    if desk is None or not desk.keeper.story:
        _open(reader, None)
        return
    story, wanted = desk.keeper.story, desk.keeper.set

    def fetch(library: Library) -> HighlightSet | None:
        from variorum.library import sets  # noqa: PLC0415 - SQLite loads behind the screen
        from variorum.view.keeping.bridge import set_record  # noqa: PLC0415 - likewise

        record = set_record(library, story, wanted)
        return sets.load_set(library, record.id) if record else None

    desk.ask(fetch, lambda kept: _open(reader, kept))


def _open(reader: ReaderScreen, kept: HighlightSet | None) -> None:
    story, changes = reader.story, reader.state.changes
    threshold = max(reader.state.threshold or THRESHOLD, THRESHOLD)  # a lower one adds nothing that counts as shared
    now = utc_now()
    outlets = " ".join(StoryIndex(story).names.values())
    choices: list[tuple[str, str, Render]] = []
    if kept is not None and kept.highlights:
        held, number = kept, len(kept.highlights)
        name = reader.state.set or "kept"
        words = f"{name}: {counted(number, 'highlight')}"
        render = partial(_render_set, held, story.articles, now=now, threshold=threshold)
        choices.append((words, f"{outlets} {name}", render))
    shown = cache(
        partial(story_as_shown, story, changes, threshold)
    )  # made where it is rendered: long articles take a while
    whole: Render = lambda format: render_story(shown(), format, now=now, threshold=threshold)  # noqa: E731 - a closure
    choices.append(("the whole comparison", outlets, whole))
    reader.app.push_screen(ExportScreen(choices, export_folder(), reader.palette), reader.answered)


def _render_set(
    kept: HighlightSet, articles: tuple[Article, ...], format: str, *, now: str, threshold: float | None
) -> str:
    """The set with its highlights where they stand now; what has lost its place is written as it was kept."""
    return render_set(settle(kept.highlights, articles).onto(kept), articles, format, now=now, threshold=threshold)
