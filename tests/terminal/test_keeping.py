"""What the status row calls kept survives the end of the program, however it comes."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.terminal.harness import Terminal


def keep_one(home: Path, seeds: Path) -> Terminal:
    """The reader with one sentence kept."""
    terminal = Terminal.variorum(seeds, columns=120, rows=40, env={"VARIORUM_HOME": str(home)})
    terminal.wait_for("~ paraphrase")
    terminal.send("m")
    terminal.wait_for(lambda: terminal.lines[-1].split()[:1] == ["kept"])
    return terminal


@pytest.mark.parametrize(
    "end",
    [
        lambda t: t.kill(signal.SIGKILL),
        lambda t: t.kill(signal.SIGHUP),
        lambda t: t.kill(signal.SIGTERM),
        lambda t: t.send("q"),
    ],
    ids=["kill -9", "SIGHUP", "SIGTERM", "q"],
)
def test_what_is_kept_is_there_again(end: Callable[[Terminal], None], tmp_path: Path, seeds: Path) -> None:
    terminal = keep_one(tmp_path / "home", seeds)
    try:
        end(terminal)
        terminal.wait_end()
    finally:
        terminal.close()
    again = Terminal.variorum(seeds, columns=120, rows=40, env={"VARIORUM_HOME": str(tmp_path / "home")})
    try:
        again.wait_for("★")
    finally:
        again.close()


def test_a_note_is_written_in_the_readers_own_editor(tmp_path: Path, seeds: Path) -> None:
    editor = tmp_path / "my editor"
    editor.write_text('#!/bin/sh\nprintf "from outside\\n" >> "$2"\n')
    editor.chmod(0o700)
    home = {"VARIORUM_HOME": str(tmp_path / "home"), "VISUAL": f"'{editor}' --wait"}
    terminal = Terminal.variorum(seeds, env=home)
    try:
        terminal.wait_for("~ paraphrase")
        terminal.send("a")
        terminal.wait_for("NOTE on")
        terminal.send("\x07")
        terminal.wait_for("from outside")
        terminal.send("\x1b")
        terminal.wait_for("note kept")
        assert "As the electoral college" in terminal.text
    finally:
        terminal.close()


def test_without_a_source_the_stories_read_before_are_listed(tmp_path: Path, seeds: Path) -> None:
    home = tmp_path / "home"
    first = keep_one(home, seeds)
    first.send("jjj")
    first.wait_for("4/14")
    first.send("q")
    first.wait_end()
    first.close()
    terminal = Terminal.variorum(env={"VARIORUM_HOME": str(home)})
    try:
        terminal.wait_for("STORIES")
        terminal.wait_for("000")
        terminal.send("\r")
        terminal.wait_for("4/14")
        terminal.send("q")
        assert terminal.wait_end() == 0
    finally:
        terminal.close()
    again = Terminal.variorum("read", "--resume", env={"VARIORUM_HOME": str(home)})
    try:
        again.wait_for("4/14")
    finally:
        again.close()


def test_without_a_source_and_without_stories_it_says_what_to_do(tmp_path: Path) -> None:
    terminal = Terminal.variorum(env={"VARIORUM_HOME": str(tmp_path / "home")})
    try:
        terminal.wait_for("nothing read yet")
        terminal.send("q")
        assert terminal.wait_end() == 0
    finally:
        terminal.close()
