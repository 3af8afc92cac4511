"""Exporting from the reader: the format, the preview, the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.ui.pilots import until
from tests.ui.test_lists import app
from textual.pilot import Pilot

from variorum.ui.screens.dialog import AskLine, Menu
from variorum.ui.screens.export import ExportScreen
from variorum.ui.screens.reader import ReaderScreen
from variorum.view.lists.formats import file_name, free_name, named


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


async def menu(pilot: Pilot[int]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, Menu))


async def test_a_file_that_is_there_stays_unless_the_reader_chooses_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app().run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        names = ["".join(piece for piece, _ in row.cells[2]) for row in screen.table.listing.table.rows]
        path = tmp_path / names[0]
        path.write_text("mine")
        await pilot.press("enter")
        await menu(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: said(pilot) == f"written: {path.with_name(f'{path.stem}-2.txt')}")
        assert path.read_text() == "mine"
        screen = await opened(pilot)
        await pilot.press("enter")
        await menu(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert path.read_text() == "mine"
        await pilot.press("enter")
        await menu(pilot)
        await pilot.press("j", "j", "enter")
        await until(pilot, lambda: said(pilot) == f"written: {path}")
    assert path.read_text("utf-8") != "mine"
    assert len(list(tmp_path.iterdir())) == 2


async def test_the_file_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes").mkdir()
    async with app().run_test(size=(100, 30)) as pilot:
        for typed, name in (("notes/mine", "notes/mine.txt"), ("other.md", "other.md")):
            await opened(pilot)
            await pilot.press("n")
            await until(pilot, lambda: isinstance(pilot.app.screen, AskLine))
            line = pilot.app.screen
            assert isinstance(line, AskLine)
            assert line.input.value.endswith(".txt")
            await pilot.press("ctrl+u", *typed, "enter")
            await until(pilot, lambda: said(pilot) == f"written: {tmp_path / name}")  # noqa: B023 - awaited at once
            assert (tmp_path / name).is_file()
        screen = await opened(pilot)
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskLine))
        await pilot.press("ctrl+u", *"nowhere/at/all", "enter")
        await until(pilot, lambda: "cannot be written" in screen.table.listing.message)


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


def test_a_name_that_is_typed_gets_an_ending_and_a_taken_one_a_number(tmp_path: Path) -> None:
    usual = tmp_path / "usual.md"
    assert named("notes", usual, "markdown") == tmp_path / "notes.md"
    assert named("/elsewhere/x.txt", usual, "markdown") == Path("/elsewhere/x.txt")
    assert [named(folder, usual, "markdown").name for folder in ("/", ".", "..")] == ["usual.md"] * 3
    assert named("~nobody-here/x", usual, "markdown") == tmp_path / "~nobody-here" / "x.md"
    assert named("x" * 300, usual, "markdown").name == "x" * 300 + ".md"
    (tmp_path / "a.md").write_text("")
    (tmp_path / "a-2.md").symlink_to("nowhere")
    assert free_name(tmp_path / "a.md") == tmp_path / "a-3.md"
    assert free_name(tmp_path / "b.md") == tmp_path / "b.md"


async def test_a_name_that_is_too_long_is_refused_in_words(tmp_path: Path) -> None:
    async with app().run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        screen._begin("markdown", tmp_path / ("x" * 300 + ".md"))
        await until(pilot, lambda: "too long" in screen.table.listing.message)
