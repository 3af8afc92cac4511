"""The library's commands and their homes: the way back to a backup, and names and folders of every kind."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path
from unittest import mock

import pytest
from tests.cli.test_keeping import ok, run, values

from variorum.cli import main
from variorum.errors import ExitCode


def test_a_library_of_a_newer_program_gives_way_to_a_named_backup_only(home: Path, story: list[Path]) -> None:
    ok(run("note", "add", "x", *story, home=home))
    ok(run("library", "backup", home=home))
    with closing(sqlite3.connect(home / "library.sqlite3")) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = (home / "library.sqlite3").read_bytes()
    done = run("library", "restore", home=home)
    assert done.returncode == ExitCode.UNWRITABLE
    assert b"newer variorum" in done.stderr
    assert (home / "library.sqlite3").read_bytes() == before
    ok(run("library", "restore", "1", home=home))
    assert next(home.glob("library-aside-*")).read_bytes() == before


@pytest.mark.parametrize("name", ["\udcff", "\x9b31m", "\u202e", "\U000e0041"])
def test_a_home_of_any_name_is_exact_in_json_and_acts_on_nothing(name: str, tmp_path: Path, story: list[Path]) -> None:
    home = tmp_path / f"a{name}b"
    ok(run("note", "add", "x", *story, home=home))
    backup = ok(run("library", "backup", home=home))
    printed = ok(run("library", "check", "--json", home=home))
    assert name not in backup + printed
    assert json.loads(printed)["path"] == str(home / "library.sqlite3")
    (listed,) = values(run("library", "backups", "--json", home=home))
    assert listed["path"] == str(next((home / "backups").iterdir()))
    assert "put back" in ok(run("library", "restore", "1", home=home))


def test_a_home_that_may_not_be_entered_keeps_nobody_from_reading(
    home: Path, story: list[Path], tmp_path: Path, as_nobody: Callable[[], AbstractContextManager[None]]
) -> None:
    """As after `sudo -u`, with the HOME of the user before."""
    home.mkdir(mode=0o700)
    commands = (("library", "backups"), ("library", "restore"), ("library", "check"), ("note", "list"))
    for command in commands:  # whatever loads with it, nobody might not be able to load
        run(*command, home=home)
    assert b"mayor" in run("-", *story, home=home, input=b"The mayor left on Monday.\n").stdout
    with as_nobody():
        done = [run(*command, home=home) for command in commands]
        read = run("-", home=home, input=b"The mayor left on Monday.\n")
    assert [d.returncode for d in done] == [ExitCode.DONE, ExitCode.USAGE, *[ExitCode.UNWRITABLE] * 2]
    assert all(b"Permission denied" in d.stderr + d.stdout for d in done)
    assert read.returncode == ExitCode.DONE
    assert b"1 article" in read.stdout


def test_an_import_waits_for_no_pipe_and_needs_no_input(home: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in (str(tmp_path / "pipe"), "/dev/zero", str(tmp_path), "gone.json", "-"):
        done = run("import", name, home=home)
        assert done.returncode == ExitCode.UNREADABLE
        assert done.stderr.count(b"\n") == 1
    with mock.patch.object(sys, "stdin", None), mock.patch.dict(os.environ, VARIORUM_HOME=str(home)):
        assert main.run(["import", "-"]) == ExitCode.UNREADABLE
