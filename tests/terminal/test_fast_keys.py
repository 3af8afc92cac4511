"""Keys typed faster than they are dealt with, as over a slow line, do what they would do one at a time, or nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.terminal.harness import Terminal
from tests.terminal.hostile import leftovers

pytestmark = pytest.mark.long


def test_a_list_left_twice_leaves_the_reader_alone(seeds: Path, tmp_path: Path) -> None:
    with Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("▌~")
        for _ in range(6):
            terminal.send("M")
            terminal.wait_for("COVERAGE")
            terminal.send("QDMQDMQD")
            terminal.pump(0.1)
            terminal.send("\x1b")
            terminal.wait_for("▌~")
        terminal.send("q")
        assert terminal.wait_end() == 0
        assert b"Traceback" not in terminal.raw


def test_what_is_typed_ahead_meets_the_screen_it_was_meant_for(seeds: Path, tmp_path: Path) -> None:
    with Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("▌~")
        for keys, shown in (
            ("ahello, export me", " hello, export me"),  # each letter of it is a command to the reader
            ("tone, zwei\rjMjjj", " 4/"),
            ("RQDM?", "HELP"),
            (":quo\rj", " 2/"),
            ("/the\rnnMQ", "QUOTES"),
        ):
            terminal.send(keys)
            terminal.wait_for(shown)
            terminal.send("\x1b")
            terminal.wait_for("▌~")
            terminal.send("\x1b")
        terminal.send("gt")
        terminal.wait_for("one, zwei")


def test_a_line_longer_than_its_field_keeps_the_cursor_on_the_screen(seeds: Path, tmp_path: Path) -> None:
    with Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("▌~")
        terminal.send("t" + "long tag, " * 30)
        terminal.wait_for("long tag, ")
        for keys in ("\x1b[H", "\x1b[F", "\x1b[D" * 20):
            terminal.send(keys)
            terminal.pump(0.2)
        terminal.resize(40, 12)
        terminal.pump(0.3)
        assert leftovers(terminal.raw) == b""


def test_an_open_dialog_sends_nothing_unasked(seeds: Path, tmp_path: Path) -> None:
    with Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("▌~")
        for key, shown in (("a", "NOTE on"), ("t", "TAGS of")):
            terminal.send(key)
            terminal.wait_for(shown)
            terminal.pump(0.2)
            assert terminal.pump(0.7) == b"", "no cursor that blinks"
            terminal.send("\x03" if key == "a" else "\x1b")
            terminal.wait_for("▌~")


def test_keys_that_look_like_a_sequence_that_is_none(seeds: Path, tmp_path: Path) -> None:
    with Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("▌~")
        terminal.send("\x1b[:3u\x1b[;;u\x1b[<;;M")
        terminal.pump(0.3)
        terminal.send("j")
        terminal.wait_for("2/14")
        terminal.send("q")
        assert terminal.wait_end() == 0
        assert b"Traceback" not in terminal.raw


def test_a_dialog_left_twice_leaves_the_reader_alone(seeds: Path, tmp_path: Path) -> None:
    with Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("▌~")
        for _ in range(4):
            terminal.send("t\r\r\r\r")
            terminal.pump(0.2)
        terminal.send("\x1b")
        terminal.pump(0.3)
        terminal.send("q")
        assert terminal.wait_end() == 0
        assert b"Traceback" not in terminal.raw


def test_a_list_opened_from_what_corrects(seeds: Path, tmp_path: Path) -> None:
    with Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("▌~")
        for key, shown in (("Q", "QUOTES"), ("D", "DISAGREES"), ("M", "COVERAGE"), ("?", "HELP"), ("e", "EXPORT")):
            terminal.send("R")
            terminal.wait_for("THIS SENTENCE IS")
            terminal.send(key)
            terminal.wait_for(shown)
            terminal.send("\x1b")
            terminal.wait_for("▌~")


def test_escape_and_a_key_straight_after_it_are_two_keys(seeds: Path, tmp_path: Path) -> None:
    with Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("▌~")
        terminal.send("/harbour")
        terminal.wait_for("/harbour")
        terminal.send("\x1bj\x1bj")
        terminal.wait_for(" 3/")
        terminal.send("M")
        terminal.wait_for("COVERAGE")
        terminal.send("\x1bQ")
        terminal.wait_for("QUOTES")
        terminal.send("\x1bq")
        assert terminal.wait_end() == 0


def test_a_key_with_alt_in_the_settings_is_one(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('hint = false\n[keys]\nquit = "alt+q"\n')
    with Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("▌~")
        terminal.send("M")
        terminal.wait_for("COVERAGE")
        terminal.send("\x1b")
        terminal.wait_for("▌~")
        terminal.send("\x1bq")
        assert terminal.wait_end() == 0


def test_a_letter_that_comes_in_two_pieces(seeds: Path, tmp_path: Path) -> None:
    # No answer of the terminal may come in between.
    with Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)}, answers=False) as terminal:
        terminal.wait_for("▌~")
        terminal.send("/")
        for piece in "日".encode():
            terminal.child.send(bytes([piece]))
            terminal.pump(0.05)
        terminal.wait_for("/日")


def test_what_is_pasted_is_no_key_and_acts_on_nothing(seeds: Path, tmp_path: Path) -> None:
    with Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("▌~")
        terminal.send("\x1b[200~M\x1b]0;x\x07\rmq\x9b31mq\x1b[201~")
        terminal.send("a\x1b[200~seen \x1b[31mred\x1b]0;x\x07 \x9b31mC1\x1b[201~ end")
        terminal.wait_for(" end")
        assert "seen �[31mred�]0;x� �31mC1 end" in terminal.text
        terminal.send("\x1b")
        terminal.wait_for("▌~")
        terminal.send("\x1b[200~a paste that never ends, qqq")
        terminal.pump(1.3)
        terminal.send("q")
        assert terminal.wait_end() == 0
        assert leftovers(terminal.raw) == b""


def test_a_click_beside_what_is_open_leaves_it_the_keys(seeds: Path, tmp_path: Path) -> None:
    beside, outside = "\x1b[<0;10;3M\x1b[<0;10;3m", "\x1b[<0;200;90M\x1b[<0;200;90m"
    with Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("▌~")
        for keys, opened, typed, shown in (
            ("t", "TAGS of", "harbour", "harbour"),
            ("M", "COVERAGE", "jj", " 3/"),
            ("R", "THIS SENTENCE IS", "jjj", " 4/"),
        ):
            terminal.send(keys)
            terminal.wait_for(opened)
            for click in (beside, outside):
                terminal.send(click)
                terminal.pump(0.1)
            terminal.send("g" + typed)
            terminal.wait_for(shown)
            terminal.send("\x1b")
            terminal.wait_for(lambda opened=opened: opened not in terminal.text)  # type: ignore[misc]  # its own value


def test_answers_that_come_late_are_not_typed_into_the_shell(seeds: Path, tmp_path: Path) -> None:
    script = f"{sys.executable} -m variorum {seeds}; echo the shell; cat"
    reader = Terminal("sh", "-c", script, answers=False, env={"VARIORUM_HOME": str(tmp_path)})
    answered = 0

    def answer() -> int:
        nonlocal answered
        asked = reader.raw.count(b"\x1b[6n") - answered
        reader.send("\x1b[10;10R" * asked)
        answered += asked
        return asked

    try:
        reader.wait_for("electoral")
        answer()
        reader.send("j")
        reader.wait_for(lambda: reader.raw.count(b"\x1b[6n") > answered)
        reader.send("q")
        reader.wait_for(lambda: b"\x1b[?1049l" in reader.raw)
        assert answer()
        reader.wait_for("the shell")
        reader.send("typed\n")
        reader.wait_for("typed")
        assert "10R" not in reader.text
    finally:
        reader.close()
