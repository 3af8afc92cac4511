"""Lists over the reader, by keys."""

from __future__ import annotations

from tests.ui.pilots import app_of, until
from tests.ui.stories import seeds, two_versions
from textual.pilot import Pilot

from variorum.engine.story import join
from variorum.ui.app import VariorumApp
from variorum.ui.screens.listing import ListScreen
from variorum.ui.screens.reader import ReaderScreen


def app() -> VariorumApp:
    story = seeds()
    return app_of(join(story.articles, story.comparisons))


def a_list(pilot: Pilot[int]) -> ListScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ListScreen)
    return screen


async def opened(pilot: Pilot[int], key: str) -> ListScreen:
    await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen) and pilot.app.screen.state.columns > 0)
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, ListScreen))
    return a_list(pilot)


async def test_enter_in_the_matrix_opens_the_two_sentences() -> None:
    async with app().run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot, "M")
        await pilot.press("j", "j", "j", "j", "j")
        row = screen.table.listing.row
        assert row is not None
        target = row.target
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        reader = pilot.app.screen
        assert isinstance(reader, ReaderScreen)
        await until(pilot, lambda: reader.state.cursor == (getattr(target, "a", None), getattr(target, "b", None)))


async def test_what_is_typed_fast_after_a_slash_is_searched_for() -> None:
    async with app().run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot, "M")
        await pilot.press("slash", *"xinhua")
        await until(pilot, lambda: screen.table.listing.query == "xinhua")
        assert len(screen.table.listing.table.rows) == 1
        await pilot.press("enter", "escape")
        await until(pilot, lambda: screen.table.listing.query == "")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))


async def test_a_list_goes_straight_to_another() -> None:
    async with app().run_test(size=(100, 30)) as pilot:
        await opened(pilot, "M")
        await pilot.press("D")
        await until(
            pilot,
            lambda: (
                isinstance(pilot.app.screen, ListScreen) and a_list(pilot).table.listing.table.title == "WHAT DISAGREES"
            ),
        )


async def test_esc_goes_back_to_the_row_of_the_list_that_was_entered() -> None:
    async with app().run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot, "M")
        await pilot.press("j", "j", "j")
        cursor = screen.table.listing.cursor
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        reader = pilot.app.screen
        assert isinstance(reader, ReaderScreen)
        await until(pilot, lambda: reader.state.back == "matrix")
        await pilot.press("slash", *"trump", "enter", "escape")  # what is nearer is closed first
        await until(pilot, lambda: not reader.state.query)
        assert pilot.app.screen is reader
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ListScreen))
        assert a_list(pilot).table.listing.cursor == cursor
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is reader)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is reader


async def test_enter_on_a_key_of_lists_in_the_help_does_nothing() -> None:
    async with app().run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot, "question_mark")
        await pilot.press("G", "enter")
        await pilot.pause()
        assert pilot.app.screen is screen


async def test_a_list_hides_the_reader_which_fits_a_new_size_when_it_comes_back() -> None:
    async with app().run_test(size=(100, 30)) as pilot:
        shown = await opened(pilot, "M")
        assert pilot.app._background_screens == []  # else Textual draws the reader's turns too
        await pilot.resize_terminal(60, 15)
        await until(pilot, lambda: shown.table.listing.columns == 60)
        await pilot.press("escape")
        reader = pilot.app.screen_stack[0]
        assert isinstance(reader, ReaderScreen)
        await until(pilot, lambda: (reader.state.columns, reader.state.lines) == (60, 15))
        await pilot.press("a")
        await until(pilot, lambda: pilot.app.screen.is_modal)
        assert pilot.app._background_screens == [reader]


async def test_v_lists_what_was_changed_and_the_next_list_leads_back_to_it() -> None:
    async with app_of(two_versions()).run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot, "V")
        assert screen.table.listing.table.title == "WHAT WAS CHANGED"
        await pilot.press("G", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        reader = pilot.app.screen
        assert isinstance(reader, ReaderScreen)
        await until(pilot, lambda: reader.state.back == "revisions" and reader.state.sentence == 5)
        await pilot.press("D")
        await until(pilot, lambda: isinstance(pilot.app.screen, ListScreen))
        await pilot.press("V")
        await until(
            pilot,
            lambda: (
                isinstance(pilot.app.screen, ListScreen)
                and a_list(pilot).table.listing.table.title == "WHAT WAS CHANGED"
            ),
        )


async def test_a_key_that_a_list_has_no_use_for_says_so() -> None:
    async with app().run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot, "W")
        for key, words in (("o", "no other order"), ("f", "nothing to filter"), ("l", "no columns")):
            await pilot.press(key)
            await until(pilot, lambda words=words: words in screen.table.listing.message)  # type: ignore[misc]
