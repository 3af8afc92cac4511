"""Keys typed while the reader is still starting: kept for it, and not echoed over the shell's prompt."""

from __future__ import annotations

import os
import signal
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

_LOCAL_FLAGS = 3

Modes = list[int | list[bytes | int]]

_original: Modes | None = None


@contextmanager
def quiet_keys() -> Iterator[None]:
    """Hold the terminal's echo and line editing, and put both back at the end, also when a signal ends it."""
    global _original  # noqa: PLW0603 - there is one terminal, and its driver must know how it was found
    try:
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        yield
        return
    try:
        _original = termios.tcgetattr(terminal)
        held = list(_original)
        for number in (signal.SIGHUP, signal.SIGTERM):
            signal.signal(number, _end)
        flags = held[_LOCAL_FLAGS]
        assert isinstance(flags, int)
        held[_LOCAL_FLAGS] = flags & ~(termios.ECHO | termios.ICANON)
        _set(terminal, held)
        yield
    finally:
        if _original is not None:
            _set(terminal, _original)
        _original = None
        os.close(terminal)


def original_modes(terminal: int) -> Modes:
    """The modes a terminal had before they were held, else those it has.

    Raises:
        termios.error: It is no terminal, or it is gone.
    """
    return _original if _original is not None else termios.tcgetattr(terminal)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(128 + number)


def _set(terminal: int, modes: Modes) -> None:
    try:
        termios.tcsetattr(terminal, termios.TCSANOW, modes)
    except termios.error:
        return  # the terminal is gone; nothing is left to set
