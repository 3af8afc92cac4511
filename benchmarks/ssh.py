"""Reading over SSH: start, a line, a held key and its catch-up, with less and vim -d in the same run.

    python benchmarks/ssh.py

An sshd of its own runs on loopback; the line between is slowed to a round trip and a rate by a relay. Needs ssh, sshd
and ssh-keygen; less and vim where they are to be compared.
"""

from __future__ import annotations

import math
import shlex
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.machine import machine, quantile  # noqa: E402 - after the path is set
from benchmarks.terminal import Program, programs  # noqa: E402
from tests.terminal.harness import Terminal  # noqa: E402
from tests.terminal.ssh import Server, missing_tool, sshd  # noqa: E402

LINES = ((0.0, 0.0), (0.1, 8000.0), (0.2, 8000.0))
"""Round trip in seconds and bytes a second (0: as fast as it goes)."""

PRESSES, RATE = 60, 30


def main() -> None:
    """Print the figures of every program over every line."""
    missing = missing_tool()
    if missing:
        raise SystemExit(f"{missing} is not installed")
    print(machine())
    with tempfile.TemporaryDirectory() as folder, sshd(Path(folder)) as server:
        for delay, rate in LINES:
            print(f"\nround trip {delay * 1000:.0f} ms, {f'{rate / 1000:.0f} KB/s' if rate else 'no limit'}, 80×24")
            print(
                f"{'':10}{'start s':>9}{'line ms':>9}{'line bytes':>12}{'95 % ms':>9}{'held ms':>9}{'sentence ms':>13}"
            )
            for program in programs():
                print(f"{program.name:10}{_measure(program, server, delay, rate, Path(folder))}")


def _measure(program: Program, server: Server, delay: float, rate: float, folder: Path) -> str:
    starts, lines, sizes = [], [], []
    held = sentence = float("nan")
    for turn in range(3):
        began = time.monotonic()
        terminal = Terminal(*server.command(_remote(program, folder), delay=delay, rate=rate))
        _until(terminal, lambda t=terminal: program.ready in t.text)  # type: ignore[misc]  # bound at once
        starts.append(time.monotonic() - began)
        _quiet(terminal, 0.6 + 2 * delay)
        for _ in range(6):
            took, size = _press(terminal, program.keys["line"][0], delay)
            if size:
                lines.append(took * 1000)
                sizes.append(size)
        if turn == 2:
            held = _held(terminal, program.keys["line"][0]) * 1000
            if "sentence" in program.keys and program.name == "variorum":
                sentence = _held(terminal, program.keys["sentence"][0]) * 1000
        terminal.close()
    row = f"{median(starts):9.2f}{median(lines):9.0f}{median(sizes):12.0f}{quantile(lines, 0.95):9.0f}{held:9.0f}"
    return row + (f"{'–':>13}" if math.isnan(sentence) else f"{sentence:13.0f}")


def _remote(program: Program, folder: Path) -> str:
    env = (
        f"TERM=xterm-256color LANG=C.UTF-8 PYTHONPATH={shlex.quote(str(ROOT / 'tui'))} VARIORUM_HOME={folder / 'home'}"
    )
    return f"{env} exec {shlex.join(map(str, program.command))}"


def _press(terminal: Terminal, key: str, delay: float) -> tuple[float, int]:
    """Seconds from a press to the last byte it brings, and how many bytes."""
    before = len(terminal.raw)
    began = last = time.monotonic()
    terminal.send(key)
    while time.monotonic() - last < 0.25 + delay:
        if terminal.pump(0.004):
            last = time.monotonic()
    return last - began, len(terminal.raw) - before


def _held(terminal: Terminal, key: str) -> float:
    """Seconds from the last of 60 presses, 30 a second, to the last byte that they bring."""
    for _ in range(PRESSES):
        due = time.monotonic() + 1 / RATE
        terminal.send(key)
        while (left := due - time.monotonic()) > 0:
            terminal.pump(min(left, 0.004))
    released = last = time.monotonic()
    while time.monotonic() - last < 1.5:
        if terminal.pump(0.01):
            last = time.monotonic()
    return last - released


def _until(terminal: Terminal, holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not holds() and time.monotonic() < until:
        terminal.pump(0.004)


def _quiet(terminal: Terminal, seconds: float) -> None:
    while terminal.pump(seconds):
        pass


if __name__ == "__main__":
    main()
