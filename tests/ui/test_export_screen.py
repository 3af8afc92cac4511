"""Exporting from the reader: the format, the preview, the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.ui.test_lists import app, until
from textual.pilot import Pilot

from variorum.ui.screens.export import ExportScreen
from variorum.ui.screens.reader import ReaderScreen
from variorum.view.export_list import file_name


async def opened(pilot: Pilot[int]) -> ExportScreen:
    await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen) and pilot.app.screen.state.columns > 0)
    await pilot.press("e")
    await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
    screen = pilot.app.screen
    assert isinstance(screen, ExportScreen)
    return screen


async def chosen(pilot: Pilot[int], screen: ExportScreen, format: str) -> None:
    listing = screen.table.listing
    while listing.row is None or listing.row.key != format:
        before = listing.cursor
        await pilot.press("j")
        await until(pilot, lambda: listing.cursor > before)  # noqa: B023 - awaited at once


def said(pilot: Pilot[int]) -> str:
    screen = pilot.app.screen
    return screen.state.message if isinstance(screen, ReaderScreen) else ""


async def test_the_file_is_written_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with app().run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await chosen(pilot, screen, "json")
        await until(pilot, lambda: bool(screen.table.listing.row and "schema" in screen.table.listing.row.text))
        await pilot.press("enter")
        await until(pilot, lambda: said(pilot).startswith("written: "))
    (path,) = tmp_path.iterdir()
    assert path.suffix == ".json"
    assert json.loads(path.read_text("utf-8"))["schema"] == 1


async def test_a_file_that_is_there_is_written_over_only_when_asked_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app().run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        names = [" ".join(piece for piece, _ in row.cells[2]) for row in screen.table.listing.table.rows]
        path = tmp_path / names[0]
        path.write_text("mine")
        await pilot.press("enter")
        await until(pilot, lambda: "is there already" in screen.table.listing.message)
        assert path.read_text() == "mine"
        await pilot.press("enter")
        await until(pilot, lambda: said(pilot).startswith("written: "))
    assert path.read_text("utf-8") != "mine"


async def test_a_link_is_never_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    other = tmp_path / "other.txt"
    other.write_text("mine")
    async with app().run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        name = "".join(piece for piece, _ in screen.table.listing.table.rows[0].cells[2])
        (folder / name).symlink_to(other)
        await pilot.press("enter")
        await until(pilot, lambda: "symbolic link" in screen.table.listing.message)
    assert other.read_text() == "mine"


def test_file_names_are_safe_and_tell_formats_apart() -> None:
    assert file_name("../../etc/passwd", "markdown") == "etc-passwd.md"
    names = [file_name("A title: with “marks”", format) for format in ("csv", "csv-hypothesis", "csv-readwise")]
    assert len(set(names)) == 3
