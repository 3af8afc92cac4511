"""Notes and tags on the screen: what was typed is kept on the disk, and nothing is where the reader says no."""

from __future__ import annotations

import gc
from pathlib import Path
from weakref import ref

from tests.ui.pilots import keeping_app, ready, until

from variorum.engine.keeping.nouns import HighlightKind
from variorum.library import Library, sets
from variorum.ui.commands.notes import tags_of
from variorum.ui.screens.dialog import AskLine, AskText, Menu
from variorum.ui.screens.reader import ReaderScreen


def kept(path: Path) -> list[tuple[tuple[str, ...], str]]:
    library = Library(path)
    try:
        found = [h for record in sets.list_sets(library) for h in sets.load_set(library, record.id).highlights]
    finally:
        library.close()
    return [(h.tags, h.note) for h in found]


async def test_a_note_of_several_lines_is_kept_with_what_it_is_on(path: Path) -> None:
    async with keeping_app(path).run_test(size=(100, 30)) as pilot:
        reader = await ready(pilot)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskText))
        await pilot.press(*"one", "enter", *"two [sic]", "escape")
        await until(pilot, lambda: reader.state.message == "note kept")
        assert kept(path) == [((), "one\ntwo [sic]")]
        await pilot.press("z")
        await until(pilot, lambda: reader.state.message == "undone: the note")
        assert kept(path) == []


async def test_a_note_on_chosen_words_shows_these_words(path: Path) -> None:
    async with keeping_app(path).run_test(size=(100, 30)) as pilot:
        await ready(pilot)
        await pilot.press("j", "j", "v", "left", "left", "a")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskText))
        dialog = pilot.app.screen
        assert isinstance(dialog, AskText)
        assert dialog.about.startswith("Putin continued by saying")
        assert dialog.about.endswith("community")


async def test_leaving_a_note_keeps_nothing(path: Path) -> None:
    async with keeping_app(path).run_test(size=(60, 15)) as pilot:
        reader = await ready(pilot)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskText))
        await pilot.press(*"no", "ctrl+c")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        assert reader.state.changes.kept == ()
    assert not path.exists()


async def test_a_note_that_was_left_does_not_stay_in_memory(path: Path) -> None:
    closed: list[ref[object]] = []
    async with keeping_app(path).run_test(size=(60, 15)) as pilot:
        await ready(pilot)
        for _ in range(3):
            await pilot.press("a")
            await until(pilot, lambda: isinstance(pilot.app.screen, AskText))
            assert isinstance(pilot.app.screen, AskText)
            closed += [ref(pilot.app.screen.area), ref(pilot.app.screen.area._styles_cache)]
            await pilot.press(*"no", "ctrl+c")
            await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))

        def gone() -> bool:
            gc.collect()
            return not any(area() for area in closed[:-2])  # Textual remembers the last screen that had the focus

        await until(pilot, gone)


async def test_tags_are_kept_and_completed_from_those_there_are(path: Path) -> None:
    async with keeping_app(path).run_test(size=(100, 30)) as pilot:
        reader = await ready(pilot)
        await pilot.press("t")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskLine))
        await pilot.press(*"kremlin, #quote", "enter")
        await until(pilot, lambda: reader.state.message == "tagged kremlin, quote")
        assert kept(path) == [(("kremlin", "quote"), "")]
        await pilot.press("j", "j", "t")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskLine))
        await pilot.press(*"kr", "tab", "enter")
        await until(pilot, lambda: reader.state.message == "tagged kremlin")


def test_tags_lose_their_signs_and_doubles() -> None:
    assert tags_of("#a, b c,, a , #") == ["a", "b c"]


async def test_the_kind_is_chosen_from_a_menu(path: Path) -> None:
    async with keeping_app(path).run_test(size=(100, 30)) as pilot:
        reader = await ready(pilot)
        await pilot.press("v", "0", "l", "T")
        await until(pilot, lambda: isinstance(pilot.app.screen, Menu))
        await pilot.press("slash", *"quote", "enter", "enter")
        await until(pilot, lambda: reader.state.message == "kept as quote")
        [held] = reader.state.changes.kept
        assert (held.kind, held.span) == (HighlightKind.QUOTE, (0, 6))
        await pilot.press("T")
        await until(pilot, lambda: isinstance(pilot.app.screen, Menu))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        assert reader.state.changes.kept == (held,)
        await pilot.press("z")
        await until(pilot, lambda: kept(path) == [])
