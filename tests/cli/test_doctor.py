"""The doctor says what is, and what to change."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.test_command import run

from variorum.cli import doctor
from variorum.engine.article import make_article
from variorum.library import Library, care, stories
from variorum.ui.terminal import copying


def found(checks: object) -> dict[str, doctor.Check]:
    return {c.name: c for c in checks}  # type: ignore[attr-defined]  # any iterable of checks


def test_colours_follow_the_environment() -> None:
    assert "none" in found(doctor.terminal({"NO_COLOR": "1", "TERM": "xterm-256color"}))["colours"].finding
    assert found(doctor.terminal({"TERM": "xterm-256color"}))["colours"].finding == "256"
    assert "16 million" in found(doctor.terminal({"TERM": "xterm", "COLORTERM": "truecolor"}))["colours"].finding


@pytest.mark.parametrize(
    ("term", "said"),
    [("vt100", "none that terminfo knows of"), ("linux", "16, the"), ("no-such-terminal", "set TERM to one like it")],
)
def test_terminfo_is_asked(term: str, said: str, tmp_path: Path) -> None:
    assert said in run("doctor", home=tmp_path, TERM=term).stdout.decode()


def test_tmux_that_drops_the_clipboard_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "tmux_option", lambda option: "external")
    check = found(doctor.clipboard({"TMUX": "x"}))["clipboard"]
    assert "set-clipboard on" in check.advice
    monkeypatch.setattr(copying, "tmux_option", lambda option: "on")
    assert found(doctor.clipboard({"TMUX": "x"}))["clipboard"].advice == ""


@pytest.mark.parametrize(("wait", "advised"), [("500", True), ("20", False), ("", False)])
def test_a_tmux_that_holds_esc_back_is_named(monkeypatch: pytest.MonkeyPatch, wait: str, advised: bool) -> None:
    monkeypatch.setattr(doctor, "tmux_option", {"escape-time": wait, "mouse": "on"}.get)
    assert ("escape-time" in found(doctor.terminal({"TMUX": "x"}))["Esc"].advice) is advised


def test_a_wrong_settings_file_is_named_with_its_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIORUM_HOME", str(tmp_path))
    (tmp_path / "config.toml").write_text("thme = 1")
    check = found(doctor.places())["settings"]
    assert "thme" in check.finding
    assert check.advice


def test_a_library_that_does_not_open_is_named_with_the_way_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARIORUM_HOME", str(tmp_path))
    library = Library(tmp_path / "library.sqlite3")
    stories.keep_story(library, [make_article("Nobody was hurt.", id="a", source="a.txt")])
    care.backup(library)
    library.close()
    assert found(doctor.places())["library"].advice == ""
    library.path.write_bytes(b"no library any more")
    check = found(doctor.places())["library"]
    assert "damaged" in check.finding
    assert "variorum library restore" in check.advice


def test_no_licence_at_run_time_is_gpl() -> None:
    lines = doctor.licences()
    assert any(line.startswith("textual ") for line in lines)
    assert not [line for line in lines if "GPL" in line and "LGPL" not in line]
    assert not [line for line in lines if line.endswith(": ?")]
