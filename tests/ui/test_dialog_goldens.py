"""Dialogs at the foot of the smallest screen as text; and the keys that lead out of dialogs and lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ui.pilots import keeping_app, ready, until
from tests.ui.test_goldens import check
from textual.pilot import Pilot

from variorum.config import Settings
from variorum.ui.screens.dialog import AskLine, Dialog
from variorum.ui.screens.listing import ListScreen
from variorum.ui.screens.sets import SetsScreen
from variorum.ui.shelf import ShelfApp
from variorum.view.palette import Palette
from variorum.view.reducing.move import row_of, sight
from variorum.view.state import Side

DIALOGS = {
    "note": (("a",), "NOTE on"),
    "tags": (("t",), "TAGS of"),
    "kind": (("T",), "KIND of"),
    "form": (("A",), "what it states"),
    "sets-new": (("K", "n"), "NAME of"),
    "sets-compare": (("K", "c"), "COMPARE"),
}
"""Name → the keys that open it, and what it says when it is there."""


@pytest.mark.parametrize("name", DIALOGS)
async def test_dialogs(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    keys, words = DIALOGS[name]
    async with keeping_app(tmp_path / "library.sqlite3").run_test(size=(60, 15)) as pilot:
        await ready(pilot)
        for key in keys[:-1]:
            await pilot.press(key)
            await until(pilot, lambda: isinstance(pilot.app.screen, SetsScreen))
        await pilot.press(keys[-1])

        await _looked_at(pilot, name, words, request)


async def _looked_at(pilot: Pilot[int], name: str, words: str, request: pytest.FixtureRequest) -> None:
    """Hold the dialog that says these words against its golden."""

    def rows() -> list[str]:
        return [strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips()]

    await until(pilot, lambda: isinstance(pilot.app.screen, Dialog) and any(words in row for row in rows()))
    shown = rows()
    assert len(shown) == 15
    foot = shown[next(n for n, row in enumerate(shown) if set(row) == {"─"}) :]  # above it the text may still come
    write = bool(request.config.getoption("--write-goldens"))
    check(f"dialog-{name}-60x15", "\n".join(foot) + "\n", write=write)


@pytest.mark.parametrize(("key", "words"), [("m", "MERGE"), ("r", "NAME of"), ("c", "COMPARE")])
async def test_dialogs_over_several_sets(key: str, words: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    async with keeping_app(tmp_path / "library.sqlite3").run_test(size=(60, 15)) as pilot:
        reader = await ready(pilot)
        await pilot.press("m", "K")
        await until(pilot, lambda: isinstance(pilot.app.screen, SetsScreen))
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskLine))
        await pilot.press(*"for class", "enter")
        await until(pilot, lambda: pilot.app.screen is reader)
        await pilot.press("m", "K")
        await until(pilot, lambda: isinstance(pilot.app.screen, SetsScreen))
        await pilot.press(key)
        await _looked_at(pilot, f"several-sets-{key}", words, request)


async def test_a_dialog_leaves_the_sentence_it_is_about_in_sight(tmp_path: Path) -> None:
    async with keeping_app(tmp_path / "library.sqlite3").run_test(size=(60, 15)) as pilot:
        reader = await ready(pilot)
        await pilot.press("j", "j", "j")
        await until(pilot, lambda: reader.state.cursor[0] == 3)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, Dialog))
        box = pilot.app.screen.query_one("Vertical")
        await until(pilot, lambda: box.region.height > 0)
        see = sight(reader.state, reader.story)
        pane = see.layout.panes[0]
        assert pane is not None
        first = pane.y + row_of(reader.state, see, Side.LEFT, 3)
        assert first >= pane.y
        assert first + see.height(Side.LEFT, 3) <= box.region.y


async def test_ctrl_q_leaves_also_from_a_dialog(tmp_path: Path) -> None:
    app = keeping_app(tmp_path / "library.sqlite3")
    async with app.run_test(size=(60, 15)) as pilot:
        await ready(pilot)
        await pilot.press("A")
        await until(pilot, lambda: isinstance(pilot.app.screen, Dialog))
        await pilot.press("ctrl+q")
        await until(pilot, lambda: app.return_code is not None)


async def test_the_list_of_stories_has_help_and_ctrl_q() -> None:
    app = ShelfApp((), settings=Settings(), palette=Palette())
    async with app.run_test(size=(60, 15)) as pilot:
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, ListScreen))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.shelf)
        await pilot.press("ctrl+c")
        await until(pilot, lambda: app.shelf.table.listing.message.endswith(" quits"))
        await pilot.press("ctrl+q")
        await until(pilot, lambda: app.return_code is not None)
