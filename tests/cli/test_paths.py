"""Where things live: one variable moves them all, and asking creates nothing."""

from __future__ import annotations

import pwd
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.test_command import BASE

from variorum import paths
from variorum.cli.main import run
from variorum.errors import ExitCode


def test_variorum_home_holds_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("VARIORUM_HOME", str(home))
    assert paths.config_file() == home / "config.toml"
    assert paths.library_path() == home / "library.sqlite3"
    assert paths.cache_folder() == home / "cache"
    assert not home.exists()


def test_without_it_the_platform_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIORUM_HOME", "")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    found = [paths.config_file(), paths.library_path(), paths.cache_folder()]
    assert all("variorum" in p.parts and p.is_relative_to(tmp_path) for p in found)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user whom the system does not know, as in many a container, without HOME."""
    for name in ("HOME", "VARIORUM_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", {}.__getitem__)


@pytest.mark.usefixtures("nobody")
def test_a_user_without_any_home_reads_all_the_same(
    tmp_path: Path, seeds: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["compare", str(seeds)]) == ExitCode.DONE
    assert run([str(seeds)]) == ExitCode.DONE
    assert run(["highlights", "list"]) == ExitCode.DONE
    capfd.readouterr()
    assert run(["note", "add", "x", *map(str, seeds.iterdir())]) == ExitCode.UNWRITABLE
    said = capfd.readouterr().err
    assert "no-home-folder-is-known" in said
    assert said.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("nobody")
@pytest.mark.parametrize("home", ["~/x", "~nobody-of-this-name/x", "~no\x1b[31m/x"])
def test_a_home_of_nobody_is_said_to_be(
    home: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VARIORUM_HOME", home)
    assert run(["highlights", "list"]) == ExitCode.USAGE
    said = capfd.readouterr().err
    assert "no such home folder" in said
    assert "\x1b" not in said


def test_a_folder_that_is_gone_is_said_to_be(tmp_path: Path, seeds: Path) -> None:
    """`.` of a shell whose folder someone has removed; what is named from the root on opens."""
    gone = tmp_path / "gone"
    gone.mkdir()
    code = "import os, sys; os.rmdir(os.getcwd()); from variorum.cli.main import run; sys.exit(run(sys.argv[1:]))"
    for source, status, said in ((".", ExitCode.FAILED, "no longer there"), (str(seeds), ExitCode.DONE, "")):
        gone.mkdir(exist_ok=True)
        done = subprocess.run(
            [sys.executable, "-c", code, source], cwd=gone, env=BASE, capture_output=True, text=True, check=False
        )
        assert done.returncode == status, done.stderr
        assert said in done.stderr
        assert "Traceback" not in done.stderr
