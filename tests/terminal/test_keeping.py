"""What the status row calls kept survives the end of the program, however it comes."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.library.contents import load_sets
from tests.terminal.harness import Terminal

from variorum.library import Library, records, stories


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
    with keep_one(tmp_path / "home", seeds) as terminal:
        end(terminal)
        terminal.wait_end()
    with Terminal.variorum(seeds, columns=120, rows=40, env={"VARIORUM_HOME": str(tmp_path / "home")}) as again:
        again.wait_for("★")


def test_a_note_is_written_in_the_readers_own_editor(tmp_path: Path, seeds: Path) -> None:
    editor = tmp_path / "my editor"
    editor.write_text('#!/bin/sh\nprintf "from outside\\n" >> "$2"\n')
    editor.chmod(0o700)
    home = {"VARIORUM_HOME": str(tmp_path / "home"), "VISUAL": f"'{editor}' --wait"}
    with Terminal.variorum(seeds, env=home) as terminal:
        terminal.wait_for("~ paraphrase")
        terminal.send("a")
        terminal.wait_for("NOTE on")
        terminal.send("\x07")
        terminal.wait_for("from outside")
        terminal.send("\x1b")
        terminal.wait_for("note kept")
        assert "As the electoral college" in terminal.text


@pytest.mark.skipif(shutil.which("vim") is None, reason="vim is not installed")
def test_a_note_of_several_lines_is_written_in_vim(tmp_path: Path, seeds: Path) -> None:
    home = {"VARIORUM_HOME": str(tmp_path / "home"), "EDITOR": "vim -u NONE -N"}
    with Terminal.variorum(seeds, columns=100, rows=30, env=home) as terminal:
        terminal.wait_for("~ paraphrase")
        terminal.send("ahalf")
        terminal.wait_for("half")
        terminal.send("\x07")
        terminal.wait_for("\n~\n~\n")  # vim's rows behind the end
        terminal.send("oand the [rest]\x1b:wq\r")
        terminal.wait_for("Esc keeps it")
        terminal.wait_for("and the [rest]")
        terminal.send("\x1b")
        terminal.wait_for("note kept")
        assert "As the electoral college" in terminal.text


@pytest.mark.long
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ('echo lost > "$1"; exit 3', "ended with 3; the note is as it was"),
        (': > "$1"', "left an empty file; the note is as it was"),
        ('rm "$1"', "left no file"),
        ("kill -9 $$", "ended with -9; the note is as it was"),
        (None, "cannot be started: No such file or directory; the note is as it was"),
    ],
)
def test_an_editor_that_fails_loses_nothing(script: str | None, said: str, tmp_path: Path, seeds: Path) -> None:
    editor = tmp_path / "editor"
    if script is not None:
        editor.write_text(f"#!/bin/sh\n{script}\n")
        editor.chmod(0o700)
    with Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path / "home"), "VISUAL": str(editor)}) as terminal:
        terminal.wait_for("~ paraphrase")
        terminal.send("awhat I think")
        terminal.wait_for("what I think")
        terminal.send("\x07")
        terminal.wait_for(said)
        terminal.wait_for("what I think")
        terminal.send("\x1b")
        terminal.wait_for("note kept")


def test_without_a_source_the_stories_read_before_are_listed(tmp_path: Path, seeds: Path) -> None:
    home = tmp_path / "home"
    first = keep_one(home, seeds)
    first.send("jjj")
    first.wait_for("4/14")
    first.send("q")
    first.wait_end()
    first.close()
    with Terminal.variorum(env={"VARIORUM_HOME": str(home)}) as terminal:
        terminal.wait_for("STORIES")
        terminal.wait_for("000")
        terminal.send("\r")
        terminal.wait_for("4/14")
        terminal.send("q")
        assert terminal.wait_end() == 0
    with Terminal.variorum("read", "--resume", env={"VARIORUM_HOME": str(home)}) as again:
        again.wait_for("4/14")


def test_without_a_source_and_without_stories_it_says_what_to_do(tmp_path: Path) -> None:
    with Terminal.variorum(env={"VARIORUM_HOME": str(tmp_path / "home")}) as terminal:
        terminal.wait_for("nothing read yet")
        terminal.send("q")
        assert terminal.wait_end() == 0


def read_again(home: Path) -> Terminal:
    return Terminal.variorum("read", "--resume", columns=120, rows=40, env={"VARIORUM_HOME": str(home)})


def session_of(home: Path) -> dict[str, object]:
    """What the library remembers of the story, as another process sees it."""
    with closing(Library(home / "library.sqlite3")) as library:
        recent = stories.recent_stories(library) if (home / "library.sqlite3").exists() else ()
        return records.load_session(library, recent[0].id) if recent else {}


def test_the_place_is_there_again_after_kill_9(tmp_path: Path, seeds: Path) -> None:
    home = tmp_path / "home"
    with Terminal.variorum(seeds, columns=120, rows=40, env={"VARIORUM_HOME": str(home)}) as terminal:
        terminal.wait_for("~ paraphrase")
        terminal.send("jjjjj")
        terminal.wait_for("6/14")
        terminal.wait_for(lambda: session_of(home).get("cursor", [0])[:1] == [5])  # type: ignore[index]  # a list there
        terminal.kill(signal.SIGKILL)
        terminal.wait_end()
    with read_again(home) as again:
        again.wait_for("6/14")
        again.wait_for("where you left it")


@pytest.mark.long
@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGTERM, signal.SIGKILL])
def test_a_note_that_was_not_finished_is_offered_again(end: signal.Signals, tmp_path: Path, seeds: Path) -> None:
    home = tmp_path / "home"
    with Terminal.variorum(seeds, columns=120, rows=40, env={"VARIORUM_HOME": str(home)}) as terminal:
        terminal.wait_for("~ paraphrase")
        terminal.send("jv0la")  # a note on the sentence's first two words
        terminal.wait_for("NOTE on")
        terminal.send("begun and\rnot finished")
        terminal.wait_for("not finished")
        if end is signal.SIGKILL:
            terminal.wait_for(lambda: "not finished" in str(session_of(home).get("drafts")))
        terminal.kill(end)
        terminal.wait_end()
    with read_again(home) as again:
        again.wait_for("a note is not finished")
        again.send("a")
        again.wait_for("not kept last time")
        assert "begun and" in again.text
        again.send("\x1b")
        again.wait_for("note kept")
        again.send("a")
        again.wait_for("not finished")
        assert "not kept last time" not in again.text
        again.send("\x03")
        again.wait_for(lambda: session_of(home).get("drafts") == [])
        again.send("q")
        assert again.wait_end() == 0
    library = Library(home / "library.sqlite3")
    [held] = load_sets(library, stories.recent_stories(library)[0].id)[0].highlights
    library.close()
    assert held.note == "begun and\nnot finished"
    assert [a.exact for a in held.anchors] == ["On Tuesday"]


def test_what_is_typed_fast_after_a_goes_into_the_note(tmp_path: Path, seeds: Path) -> None:
    with Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path / "home")}) as terminal:
        terminal.wait_for("~ paraphrase")
        terminal.send("aHello qQ there")
        terminal.wait_for("Hello qQ there")
        terminal.send("\x1b")
        terminal.wait_for("note kept")
        terminal.send("tone, two\r")
        terminal.wait_for("tagged one, two")
