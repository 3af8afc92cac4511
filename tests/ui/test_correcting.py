"""Correcting on the screen: a sentence is cut in two at a word, kept with the story, and undone like the rest."""

from __future__ import annotations

from pathlib import Path

from tests.ui.pilots import keeping_app, ready, until
from tests.ui.test_keeping import held
from textual.pilot import Pilot

from variorum.engine.nouns import Role
from variorum.library import Library, records, stories
from variorum.ui.screens.listing import ListScreen
from variorum.ui.screens.reader import ReaderScreen


def fixes(path: Path) -> list[str]:
    library = Library(path)
    try:
        return [c.kind for record in stories.recent_stories(library) for c in records.corrections(library, record.id)]
    finally:
        library.close()


async def said(pilot: Pilot[int], reader: ReaderScreen, words: str) -> None:
    await until(pilot, lambda: reader.state.message.startswith(words))


async def choose(pilot: Pilot[int], words: str) -> None:
    """Choose what `R` lists."""
    await pilot.press("R")
    await until(pilot, lambda: isinstance(pilot.app.screen, ListScreen))
    await pilot.press("slash", *words, "enter", "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))


async def test_a_sentence_is_cut_at_a_word_and_all_is_undone_in_turn(path: Path) -> None:
    app = keeping_app(path)
    async with app.run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        await until(pilot, lambda: not reader.state.busy)
        await pilot.press("j", "j", "j", "m")
        await said(pilot, reader, "kept")
        kept = held(path)
        await pilot.press("k", "k")
        await choose(pilot, "split")
        assert reader.state.selection
        await pilot.press("w", "w", "l")
        await pilot.press("enter")
        await said(pilot, reader, "sentence cut in two")
        assert len(reader.story.articles[0].sentences) == 17
        assert reader.story.articles[0].sentence_text(1) == "On Tuesday, a message"
        assert fixes(path) == ["break"]
        assert [k.sentences for k in reader.state.changes.kept] == [(("000", (4,)),)]
        assert held(path) == kept
        await pilot.press("j", "j", "L")
        await said(pilot, reader, "linked by hand: ")
        await pilot.press("z", "z")
        await said(pilot, reader, "undone: the correction")
        await until(pilot, lambda: fixes(path) == [])
        assert len(reader.story.articles[0].sentences) == 16
        assert [k.sentences for k in reader.state.changes.kept] == [(("000", (3,)),)]
        assert held(path) == kept
        await pilot.press("z")
        await until(pilot, lambda: held(path) == [])
        await pilot.press("Z", "Z", "Z")
        await until(pilot, lambda: fixes(path) == ["break"] and held(path) == kept)
        await said(pilot, reader, "done again: ")
        assert len(reader.state.changes.made) == 1
    assert app.leave() == ""
    async with keeping_app(path).run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        assert reader.story.articles[0].sentence_text(1) == "On Tuesday, a message"
        assert [k.sentences for k in reader.state.changes.kept] == [(("000", (4,)),)]
        await pilot.press("g", "j")
        await choose(pilot, "restore")
        await said(pilot, reader, "correction taken back")
        await until(pilot, lambda: fixes(path) == [])
        assert held(path) == kept


async def test_roles_and_joins_are_undone_too(path: Path) -> None:
    async with keeping_app(path).run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        await choose(pilot, "caption")
        await said(pilot, reader, "corrected")
        assert reader.story.articles[0].sentences[0].role is Role.CAPTION
        await choose(pilot, "join")
        await until(pilot, lambda: fixes(path) == ["role", "join"])
        assert len(reader.story.articles[0].sentences) == 15
        await pilot.press("z", "z")
        await until(pilot, lambda: fixes(path) == [])
        await until(pilot, lambda: not reader.state.busy)
        assert reader.story.articles == reader.sources


async def test_leaving_the_choice_changes_nothing(path: Path) -> None:
    async with keeping_app(path).run_test(size=(80, 24)) as pilot:
        reader = await ready(pilot)
        await choose(pilot, "split")
        await pilot.press("w", "escape")
        assert reader.state.selection is None
        await choose(pilot, "split")
        await pilot.press("0", "enter")
        assert reader.state.message == "the sentence begins there already"
        await pilot.press("j")
        assert reader.state.selection is None
        assert reader.state.changes.corrections == ()
    assert not path.exists()
