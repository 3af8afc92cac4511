"""Where the settings give every key another, no word on any screen, list or dialog names one of the usual."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.ui.pilots import app_of, ready, until
from tests.ui.stories import article, link
from textual.pilot import Pilot

from variorum.config import Settings
from variorum.engine.nouns import Comparison, Discrepancy, DiscrepancyType, Relation, Story
from variorum.reading import Reading
from variorum.ui.app import BareApp, VariorumApp
from variorum.ui.bringing import Bringing
from variorum.ui.front import FrontApp, Wish
from variorum.ui.screens.choosing import ChoosingScreen
from variorum.ui.screens.dialog import Dialog
from variorum.ui.screens.reader import ReaderScreen
from variorum.ui.shelf import ShelfApp
from variorum.ui.widgets.table import TableView
from variorum.view.keymap import EVERY, make_keymap, written
from variorum.view.keys import BEGIN, END, READER
from variorum.view.list_keys import OWN
from variorum.view.palette import Palette

LETTERS = "".join(
    chr(n)
    for first, last in ((0x430, 0x460), (0x561, 0x587), (0x10D0, 0x10F1), (0x3B1, 0x3CA), (0x5D0, 0x5EB))
    for n in range(first, last)
)
"""Letters that neither a text nor a key here has."""

OTHERS = {key.id: letter for key, letter in zip(EVERY, LETTERS, strict=False)}
KEYS = make_keymap(OTHERS)

USUAL = re.compile(
    r"(?<![\w/#’'])(?:Enter|Esc|Tab|Space|Home|End|PgDn|PgUp|F1|Ctrl\+[A-Z]|[B-Zb-z])(?![\w’'.…])"
    r"|[↑↓←]|→ (?:end|word|outlet|right)|(?<!\S)[?:,<>](?= [a-z])|(?<!\S)/ find|\d … \d|(?<!\S)a (?=goes|note\b)"
)
"""Keys as words: any letter that stands alone but a, which is a word, and signs with something to do behind them."""


def plain_story(end: str = "Nobody was hurt.") -> Story:
    """Two articles in words of several letters, so that a letter by itself is a key; shared, alone, in dispute."""
    left = article("lantern", f"Crews mended the bridge on Monday. The mayor paid nine men. {end}")
    right = article("courier", "Crews mended the bridge on Monday. The mayor paid ten men. Ferries ran again.")
    start, across = left.sentences[1].start, right.sentences[1].start
    spans = (start + 15, start + 19), (across + 15, across + 18)
    number = Discrepancy(DiscrepancyType.NUMBER, "nine", "ten", *spans)
    links = (
        link([0], [0], Relation.IDENTICAL, 1.0, why="the same words"),
        link([1], [1], Relation.NEAR, 0.9, number, why="shared words: mayor, paid"),
    )
    return Story((left, right), (Comparison(left, right, links, ()),))


def typing(app: BareApp) -> bool:
    """A line or a text is being typed, which takes every letter."""
    screen = app.screen
    table = getattr(screen, "table", None)
    if isinstance(screen, ReaderScreen):
        return screen.state.prompt is not None
    return table.listing.typing if isinstance(table, TableView) else isinstance(screen, Dialog)


def check(app: BareApp, after: str) -> None:
    """Look at every row of the screen."""
    rows = [f"{strip.text} " for strip in app.screen._compositor.render_strips()]
    shown = "\n".join(rows)
    assert BEGIN not in shown, after
    assert END not in shown, after
    if typing(app):  # the keys that end it are the same whatever the settings say
        fixed = [name for name, _ in app.screen.keys] if isinstance(app.screen, Dialog) else ["Enter", "Esc"]
        shown = re.sub("|".join(map(re.escape, fixed)), "=", shown)
    assert USUAL.findall(shown) == [], f"{after}:\n{shown}"


async def press(pilot: Pilot[int], *ids: str) -> None:
    """Press the keys of these ids, and look at the screen after each."""
    for id in ids:
        await key(pilot, OTHERS[id], id)


async def key(pilot: Pilot[int], name: str, said: str = "") -> None:
    """Press a key, and look at the screen once all has been done that it asks for."""
    app = pilot.app
    assert isinstance(app, BareApp)
    await pilot.press(name)
    await app.workers.wait_for_complete()
    await pilot.pause()
    check(app, said or name)


async def through(pilot: Pilot[int]) -> None:
    """Press the keys of a list that lead nowhere else, and look at it where nothing is left in it."""
    screen = pilot.app.screen
    table = getattr(screen, "table", None)
    if not isinstance(table, TableView) or table.listing.typing:
        return
    own = [entry.id for entry in OWN.get(table.listing.view.name, ())]
    for id in (*own, "list-filter", "list-filter", "list-order", "list-search", "list-enter"):
        if pilot.app.screen is screen:
            await press(pilot, id)
        if table.listing.typing:
            await pilot.press("x", "q", "j")
            await key(pilot, "enter")
            await press(pilot, "list-close")
        elif isinstance(pilot.app.screen, Dialog):
            await left(pilot)


async def left(pilot: Pilot[int]) -> None:
    """Leave what is open."""
    app = pilot.app
    assert isinstance(app, BareApp)
    if typing(app):
        await key(pilot, "escape")
    else:
        await press(pilot, "escape" if isinstance(app.screen, ReaderScreen) else "list-close")


async def test_no_view_names_a_usual_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings(keys=OTHERS, hint=True)
    app = VariorumApp(plain_story(), settings=settings, palette=Palette(), library=tmp_path / "home" / "l.sqlite3")
    async with app.run_test(size=(130, 40)) as pilot:  # all hints have room
        reader = await ready(pilot)
        check(app, "the first screen")
        for id in (entry.id for entry in READER if entry.id not in ("quit", "copy", "copy-pair")):
            if id != "keep" and not reader.state.changes.kept:
                await press(pilot, "left-pane", "last", "keep", "note")
                await pilot.press(*"word")
                await key(pilot, "escape")
            await press(pilot, id)
            if app.screen is not reader:
                await through(pilot)
            while app.screen is not reader or reader.state.prompt or reader.state.selection or reader.state.back:
                await left(pilot)
    app.leave()


async def test_what_lost_its_place_names_no_usual_key(tmp_path: Path) -> None:
    for story in (plain_story(), plain_story("The ferry sank.")):
        app = VariorumApp(story, settings=Settings(keys=OTHERS, hint=False), palette=Palette(), library=tmp_path / "l")
        async with app.run_test(size=(100, 24)) as pilot:
            reader = await ready(pilot)
            check(app, "opened again")
            if not reader.state.message:
                await press(pilot, "last", "keep")
            else:
                assert "lost its words" in reader.state.message
                await press(pilot, "held", "list-enter", "list-close", "held-remove", "held-undo")
        app.leave()


async def test_no_list_before_a_story_names_a_usual_key(tmp_path: Path) -> None:
    settings = Settings(keys=OTHERS, hint=False)
    for n, words in enumerate(("Crews mended the bridge on Monday.", "The mayor paid nine men on Friday.")):
        for outlet in ("lantern", "courier"):
            (tmp_path / f"{outlet}-{n}.txt").write_text(f"{words}\n\n{words} {outlet} said so.", "utf-8")
    (tmp_path / "empty.txt").touch()
    bringing = Bringing(Reading([str(tmp_path)], None), sort=True)
    app = FrontApp(bringing, Wish(None), settings=settings, palette=Palette())
    async with app.run_test(size=(80, 24)) as pilot:
        check(app, "reading")
        bringing.start()
        await until(pilot, lambda: isinstance(app.screen, ChoosingScreen))
        await through(pilot)
        if isinstance(app.screen, ChoosingScreen):
            await press(pilot, "list-mark", "list-mark", "list-close", "list-skipped", "list-close", "list-enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await until(pilot, lambda: "goes back" in app.screen.state.message)  # type: ignore[attr-defined]  # as above
        check(app, "the story")


async def test_the_list_of_stories_read_before_names_no_usual_key() -> None:
    app = ShelfApp((), settings=Settings(keys=OTHERS), palette=Palette())
    async with app.run_test(size=(80, 24)) as pilot:
        check(app, "the shelf")
        await press(pilot, "list-help", "list-close")
        await key(pilot, "ctrl+c")


async def test_a_screen_that_is_too_small_names_the_key_that_leaves_it() -> None:
    app = app_of(plain_story(), Settings(keys=OTHERS))
    async with app.run_test(size=(39, 9)) as pilot:
        await press(pilot, "next-sentence")


def test_keys_are_written_as_people_write_them() -> None:
    names = ("ctrl+x", "question_mark", "escape", "pagedown", "f5", "shift+tab", "plus", "ctrl+plus", "Q", "down", "+")
    assert [written(name) for name in names] == [
        "Ctrl+X",
        "?",
        "Esc",
        "PgDn",
        "F5",
        "Shift+Tab",
        "+",
        "Ctrl++",
        "Q",
        "↓",
        "+",
    ]


def test_an_id_without_a_key_is_no_hint() -> None:
    assert KEYS.said("nothing to press") == "nothing to press"
    assert KEYS.label("keep") == OTHERS["keep"]
    with pytest.raises(KeyError):
        KEYS.label("no such key")
