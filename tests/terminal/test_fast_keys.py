"""Keys typed faster than they are dealt with, as over a slow line, do what they would do one at a time, or nothing."""

from __future__ import annotations

from pathlib import Path

from tests.terminal.harness import Terminal


def test_a_list_left_twice_leaves_the_reader_alone(seeds: Path, tmp_path: Path) -> None:
    terminal = Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)})
    try:
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
    finally:
        terminal.close()


def test_what_is_typed_ahead_meets_the_screen_it_was_meant_for(seeds: Path, tmp_path: Path) -> None:
    terminal = Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)})
    try:
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
    finally:
        terminal.close()


def test_an_open_dialog_sends_nothing_unasked(seeds: Path, tmp_path: Path) -> None:
    terminal = Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)})
    try:
        terminal.wait_for("▌~")
        for key, shown in (("a", "NOTE on"), ("t", "TAGS of")):
            terminal.send(key)
            terminal.wait_for(shown)
            terminal.pump(0.4)
            assert terminal.pump(1.2) == b"", "no cursor that blinks"
            terminal.send("\x03" if key == "a" else "\x1b")
            terminal.wait_for("▌~")
    finally:
        terminal.close()


def test_keys_that_look_like_a_sequence_that_is_none(seeds: Path, tmp_path: Path) -> None:
    terminal = Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)})
    try:
        terminal.wait_for("▌~")
        terminal.send("\x1b[:3u\x1b[;;u\x1b[<;;M")
        terminal.pump(0.3)
        terminal.send("j")
        terminal.wait_for("2/14")
        terminal.send("q")
        assert terminal.wait_end() == 0
        assert b"Traceback" not in terminal.raw
    finally:
        terminal.close()


def test_a_dialog_left_twice_leaves_the_reader_alone(seeds: Path, tmp_path: Path) -> None:
    terminal = Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)})
    try:
        terminal.wait_for("▌~")
        for _ in range(4):
            terminal.send("t\r\r\r\r")
            terminal.pump(0.2)
        terminal.send("\x1b")
        terminal.pump(0.3)
        terminal.send("q")
        assert terminal.wait_end() == 0
        assert b"Traceback" not in terminal.raw
    finally:
        terminal.close()


def test_a_list_opened_from_what_corrects(seeds: Path, tmp_path: Path) -> None:
    terminal = Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)})
    try:
        terminal.wait_for("▌~")
        for key, shown in (("Q", "QUOTES"), ("D", "DISAGREES"), ("M", "COVERAGE"), ("?", "HELP"), ("e", "EXPORT")):
            terminal.send("R")
            terminal.wait_for("THIS SENTENCE IS")
            terminal.send(key)
            terminal.wait_for(shown)
            terminal.send("\x1b")
            terminal.wait_for("▌~")
    finally:
        terminal.close()
