"""Copying where no clipboard is: into a file of the reader's own, and the status row says where."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from tests.ui.pilots import app_of, reader_of, until
from tests.ui.stories import article, seeds
from textual.pilot import Pilot

from variorum.engine.nouns import Comparison, Link, Relation, Story
from variorum.ui.commands.clipboard import LIMIT
from variorum.ui.terminal.copying import Way, way


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("VARIORUM_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


async def said(pilot: Pilot[int]) -> str:
    reader = reader_of(pilot)
    await until(pilot, lambda: reader.state.message != "")
    return reader.state.message


def test_what_is_known_of_the_way() -> None:
    assert way({"TERM": "xterm-256color"}) is Way.TERMINAL
    assert way({"TERM": "screen", "STY": "1.x"}) is Way.SCREEN
    assert [way({"TERM": name}) for name in ("linux", "vt100", "dumb")] == [Way.NONE] * 3


async def test_a_terminal_without_a_clipboard_gets_a_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    app = app_of(seeds())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("j", "y")
        assert await said(pilot) == f"sentence in {home}/copied.txt: this terminal has no clipboard"
        file = home / "copied.txt"
        assert file.read_text("utf-8").startswith("On Tuesday, a message from the Kremlin")
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(home.stat().st_mode) == 0o700
        await pilot.press("v", "0", "l", "y")
        await until(pilot, lambda: file.read_text("utf-8") == "On Tuesday\n")
        assert app.clipboard == ""


async def test_what_is_too_long_for_terminals_goes_into_the_file(home: Path) -> None:
    words = "word " * (LIMIT // 4)
    async with app_of(Story((article("a", words),))).run_test(size=(60, 12)) as pilot:
        await pilot.press("y")
        assert "more than 50,000 bytes" in await said(pilot)
        assert (home / "copied.txt").read_text("utf-8").strip() == words.strip()


async def test_what_cannot_be_written_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    home.write_text("a file where the folder should be")
    async with app_of(seeds()).run_test(size=(100, 30)) as pilot:
        await pilot.press("y")
        assert (await said(pilot)).startswith("not copied: this terminal has no clipboard, and ")


async def test_a_link_is_not_written_through(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    home.mkdir()
    (tmp_path / "other").write_text("untouched")
    (home / "copied.txt").symlink_to(tmp_path / "other")
    async with app_of(seeds()).run_test(size=(100, 30)) as pilot:
        await pilot.press("y")
        assert "symbolic link" in await said(pilot)
    assert (tmp_path / "other").read_text() == "untouched"


async def test_a_pair_is_copied_with_a_mark_where_the_article_goes_on(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    one, two = article("a", "Rain fell. Nobody came. Snow fell."), article("b", "Rain and snow fell.")
    story = Story((one, two), (Comparison(one, two, (Link((0, 2), (0,), Relation.PARAPHRASE, 0.9),)),))
    async with app_of(story).run_test(size=(100, 30)) as pilot:
        await pilot.press("Y")
        assert (await said(pilot)).startswith("pair in ")
        copied = (home / "copied.txt").read_text("utf-8")
        assert copied == "a: Rain fell. […] Snow fell.\n\nb: Rain and snow fell.\n"
