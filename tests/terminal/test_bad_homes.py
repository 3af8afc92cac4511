"""A home where nothing can be kept: the reader reads on, says why in the row it has, and leaves with 4 and one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.terminal.harness import Terminal

pytestmark = pytest.mark.long


def a_folder(home: Path) -> Path:
    (home / "library.sqlite3").mkdir(parents=True)
    return home


def a_pipe(home: Path) -> Path:
    home.mkdir()
    os.mkfifo(home / "library.sqlite3")
    return home


def garbage(home: Path) -> Path:
    home.mkdir()
    (home / "library.sqlite3").write_bytes(b"this was a library once\n" * 400)
    return home


def under_a_file(home: Path) -> Path:
    home.write_text("in the way")
    return home


def under_proc(_home: Path) -> Path:
    return Path("/proc/1/home")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (a_folder, "a folder"),
        (a_pipe, "a pipe"),
        (garbage, "is damaged"),
        (under_a_file, "File exists"),
        (under_proc, "No such file"),
    ],
)
def test_the_reason_is_seen_and_the_end_says_it(
    make: Callable[[Path], Path], reason: str, tmp_path: Path, seeds: Path
) -> None:
    with Terminal("env", f"VARIORUM_HOME={make(tmp_path / 'home')}", *reader(seeds)) as terminal:
        terminal.wait_for("▌~")
        terminal.send("j")
        terminal.wait_for(" 2/")  # what was said on opening has gone
        terminal.send("m")
        terminal.wait_for(lambda: reason in terminal.lines[-1])
        terminal.send("j")
        terminal.wait_for(" 3/")
        terminal.send("q")
        assert terminal.wait_end() == 4
        said = terminal.raw.rpartition(b"\x1b[?25h")[2].decode()
        assert said.startswith("variorum: not everything could be kept: ")
        assert reason in said
        assert said.count("\n") == 1
        assert b"Traceback" not in terminal.raw


def reader(seeds: Path) -> tuple[str, ...]:
    """The command that opens the seeds, with the tests' Python."""
    return sys.executable, "-m", "variorum", str(seeds)
