"""What was typed into a dialog and left with Esc stands there again; Ctrl+C, or having done it, ends that."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ui.pilots import keeping_app, ready, until
from textual.pilot import Pilot
from textual.widgets import Input

from variorum.ui.screens.dialog import Dialog
from variorum.ui.screens.export import ExportScreen
from variorum.ui.screens.held import HeldScreen
from variorum.ui.screens.reader import ReaderScreen
from variorum.ui.screens.sets import SetsScreen

WAYS: dict[str, tuple[tuple[str, type | None], ...]] = {
    "tags": (("t", None),),
    "the article's form": (("A", None),),
    "a new set's name": (("K", SetsScreen), ("n", None)),
    "a file's path": (("e", ExportScreen), ("n", None)),
    "tags in the list of what is kept": (("P", HeldScreen), ("t", None)),
}
"""What is asked for → the keys that lead there, and the screen that each opens."""


async def asked(pilot: Pilot[int], way: tuple[tuple[str, type | None], ...]) -> list[Input]:
    for key, screen in way:
        if screen is None or not isinstance(pilot.app.screen, screen):
            await pilot.press(key)
            await until(pilot, lambda wanted=screen or Dialog: isinstance(pilot.app.screen, wanted))  # type: ignore[misc]
    await until(pilot, lambda: any(line.has_focus for line in pilot.app.screen.query(Input)))
    return [*pilot.app.screen.query(Input)]


@pytest.mark.parametrize("asked_for", WAYS)
async def test_what_was_typed_stands_there_again(asked_for: str, tmp_path: Path) -> None:
    way = WAYS[asked_for]
    async with keeping_app(tmp_path / "library.sqlite3").run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("m")
        before = [line.value for line in await asked(pilot, way)]
        await pilot.press(*"long words", "escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, Dialog))
        lines = await asked(pilot, way)
        assert [line.value for line in lines] == [before[0] + "long words", *before[1:]]
        assert lines[0].cursor_position == len(lines[0].value)
        await pilot.press("ctrl+c")
        await until(pilot, lambda: not isinstance(pilot.app.screen, Dialog))
        assert [line.value for line in await asked(pilot, way)] == before


async def test_it_belongs_to_what_it_was_typed_for(tmp_path: Path) -> None:
    async with keeping_app(tmp_path / "library.sqlite3").run_test(size=(80, 24)) as pilot:
        reader = await ready(pilot)
        await asked(pilot, WAYS["tags"])
        await pilot.press(*"first", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        await pilot.press("j")
        assert [line.value for line in await asked(pilot, WAYS["tags"])] == [""]
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is reader)
        await pilot.press("k")
        assert [line.value for line in await asked(pilot, WAYS["tags"])] == ["first"]
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is reader and bool(reader.state.changes.kept))
        await pilot.press("z")
        await until(pilot, lambda: not reader.state.changes.kept)
        assert [line.value for line in await asked(pilot, WAYS["tags"])] == [""]
