"""How far reading is, on standard error: also while one source alone takes long."""

from __future__ import annotations

import io
import sys
import time

import pytest

from variorum.cli import sources


class Terminal(io.StringIO):
    """Standard error as a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_source_that_takes_long_is_said_to(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(sources, "_PATIENCE", 0.01)
    monkeypatch.setenv("TERM", "xterm")
    with sources.watch() as progress:
        assert progress
        progress("1 skipped, reading", 2, 4)
        until = time.monotonic() + 10
        while "1 skipped, reading 3 of 4" not in terminal.getvalue():
            assert time.monotonic() < until


def test_what_is_quick_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with sources.watch() as progress:
        assert progress
        progress("reading", 0, 1)
    assert terminal.getvalue() == ""


def test_no_terminal_gets_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with sources.watch() as progress:
        assert progress is None
