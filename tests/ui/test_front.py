"""From sources to the reader: progress, stories to choose from and come back to, entries of feeds, what was skipped."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.reading.server import Server, running
from tests.ui.pilots import until
from textual.pilot import Pilot

from variorum.config import Settings
from variorum.reading import Reading, ReadOptions
from variorum.reading.grouping import StoryGroup
from variorum.reading.network.fetcher import Page
from variorum.ui.bringing import Bringing
from variorum.ui.front import FrontApp, Wish
from variorum.ui.screens.choosing import ChoosingScreen, ReadingScreen
from variorum.ui.screens.listing import ListScreen
from variorum.ui.screens.reader import ReaderScreen
from variorum.view.lists.listing import Listing
from variorum.view.lists.table import text
from variorum.view.palette import Palette

BRIDGE = (
    "The bridge over the Corvay was closed on Tuesday after a storm damaged three pillars. Engineers will inspect it."
)
MAYOR = "Mayor Nornoren Torvelia of Keltoreth resigned on Friday over the sale of the granary. Her deputy takes over."
LONELY = ("Cats sleep for most of the day.", "A recipe for soup needs onions and time.", "Chess was played in Delbaro.")


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """Two stories of three articles each, three that stand alone, and a file that is none."""
    folder = tmp_path / "pile"
    folder.mkdir()
    for n, ending in enumerate(("Ferries run.", "No one was hurt.", "It reopens in March.")):
        (folder / f"bridge-{n}.txt").write_text(f"Corvay bridge closed\n\n{BRIDGE} {ending}", "utf-8")
        (folder / f"mayor-{n}.txt").write_text(f"Mayor of Keltoreth resigns\n\n{MAYOR} {ending}", "utf-8")
        (folder / f"alone-{n}.txt").write_text(LONELY[n], "utf-8")
    (folder / "empty.txt").touch()
    return folder


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as made:
        yield made


def app_of(
    *sources: str, story: str | None = None, library: Path | None = None, options: ReadOptions | None = None
) -> FrontApp:
    bringing = Bringing(Reading(sources, options), sort=None if story == "" else True)
    bringing.start()
    wish = Wish(story or None)
    return FrontApp(bringing, wish, settings=Settings(hint=False), palette=Palette(), library=library)


async def chooser(pilot: Pilot[int]) -> ChoosingScreen:
    await until(pilot, lambda: isinstance(pilot.app.screen, ChoosingScreen))
    screen = pilot.app.screen
    assert isinstance(screen, ChoosingScreen)
    await until(pilot, lambda: screen.table.listing.columns > 0)
    return screen


async def reader(pilot: Pilot[int]) -> ReaderScreen:
    await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen) and pilot.app.screen.state.columns > 0)
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def ids(screen: ReaderScreen) -> list[str]:
    return [a.id for a in screen.story.articles]


def shown(listing: Listing) -> str:
    return "\n".join(text(line) for line in listing.screen())


async def test_one_story_after_another_is_opened_without_leaving(pile: Path) -> None:
    app = app_of(str(pile))
    async with app.run_test(size=(100, 30)) as pilot:
        lists = await chooser(pilot)
        whole = shown(lists.table.listing)
        assert "2 stories · 9 articles · 3 alone" in whole
        assert whole.index("Mayor of Keltoreth") < whole.index("STANDING ALONE") < whole.index("alone-1")
        assert "9 read, 1 skipped" in whole
        await pilot.press("enter")
        first = await reader(pilot)
        assert ids(first) == ["bridge-0", "bridge-1", "bridge-2"]
        assert first.state.among == "STORY 1 of 2"
        await pilot.press("O")
        assert await chooser(pilot) is lists
        await pilot.press("j", "enter")
        assert ids(await reader(pilot)) == ["mayor-0", "mayor-1", "mayor-2"]


async def test_a_story_is_opened_where_it_was_left(pile: Path, tmp_path: Path) -> None:
    app = app_of(str(pile), library=tmp_path / "home" / "library.sqlite3")
    async with app.run_test(size=(100, 30)) as pilot:
        await chooser(pilot)
        await pilot.press("enter")
        first = await reader(pilot)
        await until(pilot, lambda: "goes back to the list" in first.state.message)
        await pilot.press("j", "m")
        await until(pilot, lambda: first.state.message == "kept")
        await pilot.press("O")
        await chooser(pilot)
        await pilot.press("enter")
        again = await reader(pilot)
        assert again is not first
        await until(pilot, lambda: len(again.state.changes.kept) == 1)
        assert again.state.sentence == first.state.sentence
    assert app.leave() == ""


async def test_marked_rows_are_opened_as_one_story(pile: Path) -> None:
    async with app_of(str(pile)).run_test(size=(100, 30)) as pilot:
        lists = await chooser(pilot)
        await pilot.press("space", "G", "space")
        await until(pilot, lambda: "2 marked" in lists.table.listing.table.note)
        await pilot.press("enter")
        assert len(ids(await reader(pilot))) == 4


async def test_escape_takes_marks_away_before_it_quits(pile: Path) -> None:
    app = app_of(str(pile))
    async with app.run_test(size=(100, 30)) as pilot:
        lists = await chooser(pilot)
        await pilot.press("space", "escape")
        await until(pilot, lambda: "again quits" in lists.table.listing.message)
        assert "marked" not in lists.table.listing.table.note
        await pilot.press("escape")
        await until(pilot, lambda: app.return_code is not None)


async def test_words_of_its_name_open_a_story_at_once(pile: Path) -> None:
    async with app_of(str(pile), story="keltoreth mayor").run_test(size=(100, 30)) as pilot:
        assert ids(await reader(pilot)) == ["mayor-0", "mayor-1", "mayor-2"]
        await pilot.press("O")
        row = (await chooser(pilot)).table.listing.row
        assert row is not None
        assert isinstance(row.key, StoryGroup)
        assert row.key.articles[0].id == "mayor-0"


async def test_a_story_that_is_not_there_ends_with_an_error(pile: Path) -> None:
    app = app_of(str(pile), story="9")
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.error is not None)
        assert "there are 2 stories" in str(app.error)


async def test_what_was_skipped_is_listed_with_the_reason(pile: Path) -> None:
    async with app_of(str(pile)).run_test(size=(100, 30)) as pilot:
        await chooser(pilot)
        await pilot.press("enter")
        await reader(pilot)
        await pilot.press("W")
        await until(pilot, lambda: isinstance(pilot.app.screen, ListScreen))
        screen = pilot.app.screen
        assert isinstance(screen, ListScreen)
        (row,) = screen.table.listing.table.rows
        assert "empty.txt" in row.text
        assert "is empty" in row.text
        await pilot.press("enter")


class Waiting:
    """A fetcher that answers the first address only, and the rest when it is let."""

    def __init__(self) -> None:
        self.let = threading.Event()
        self.asked: list[str] = []

    def fetch(self, address: str, *, for_programs: bool = False) -> Page:
        self.asked.append(address)
        if len(self.asked) > 1:
            self.let.wait(30)
        return Page(address, f"{BRIDGE} {address}".encode(), "text/plain", "utf-8", {})


async def test_escape_stops_reading_and_opens_what_there_is() -> None:
    waiting = Waiting()
    names = [f"https://example.org/{n}" for n in range(5)]
    app = app_of(*names, story="", options=ReadOptions(fetcher=waiting))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen) and len(waiting.asked) == 2)
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await until(pilot, lambda: "1 of 5" in shown(screen.table.listing))
        await pilot.press("escape")
        assert [a.source for a in (await reader(pilot)).story.articles] == names[:1]
        waiting.let.set()


async def test_q_leaves_while_it_is_being_read() -> None:
    waiting = Waiting()
    app = app_of("https://example.org/1", "https://example.org/2", story="", options=ReadOptions(fetcher=waiting))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(waiting.asked) == 2)
        await pilot.press("q")
        await until(pilot, lambda: app.return_value is not None)
        waiting.let.set()
    assert app.return_value == 0


async def test_entries_of_a_feed_are_marked_and_opened_as_a_story(server: Server) -> None:
    options = ReadOptions(allow_private_network=True)
    async with app_of(f"{server.base}/feed", story="", options=options).run_test(size=(100, 30)) as pilot:
        lists = await chooser(pilot)
        assert "Corvay Post" in shown(lists.table.listing)
        rows = len(lists.table.listing.table.rows)
        assert rows > 2
        await pilot.press("space", "space", "enter")
        assert len(ids(await reader(pilot))) == 2
        before = len(server.paths())
        await pilot.press("O")
        await chooser(pilot)
        await pilot.press("g", "enter")
        assert len(ids(await reader(pilot))) == 1
        assert len(server.paths()) == before


async def test_keys_typed_faster_than_screens_open_do_no_harm(pile: Path) -> None:
    app = app_of(str(pile))
    async with app.run_test(size=(100, 30)) as pilot:
        lists = await chooser(pilot)
        for key in ("enter", "enter", "enter"):
            lists.table.press(key)
        first = await reader(pilot)
        await pilot.pause()
        assert app.screen is first
        first.action_key("stories")
        first.action_key("stories")
        assert await chooser(pilot) is lists
        await pilot.press("enter")
        assert await reader(pilot) is not first


async def test_stopping_while_they_are_sorted_lists_every_article_alone(
    pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sorting, let = threading.Event(), threading.Event()

    def slow(articles: object, *, progress: Callable[[str, int, int], None]) -> None:
        progress("grouping", 0, 14)
        sorting.set()
        let.wait(30)
        progress("grouping", 1, 14)

    monkeypatch.setattr("variorum.reading.grouping.group_into_stories", slow)
    for n in range(3, 8):
        (pile / f"alone-{n}.txt").write_text(f"Nothing happened in {n} places.", "utf-8")
    async with app_of(str(pile)).run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: sorting.is_set() and isinstance(pilot.app.screen, ReadingScreen))
        await pilot.press("escape")
        lists = await chooser(pilot)
        assert "0 stories · 14 articles · 14 alone" in shown(lists.table.listing)
        let.set()


async def test_lists_over_the_stories_lead_to_each_other(pile: Path) -> None:
    app = app_of(str(pile))
    async with app.run_test(size=(100, 30)) as pilot:
        lists = await chooser(pilot)
        for key, title in (("W", "NOT READ"), ("question_mark", "HELP"), ("W", "NOT READ")):
            await pilot.press(key)
            await until(
                pilot,
                lambda: isinstance(app.screen, ListScreen) and app.screen.table.listing.table.title == title,  # noqa: B023 - awaited at once
            )
        await pilot.press("escape")
        assert await chooser(pilot) is lists
