"""Over a real sshd on a slow line: it starts, a line is cheap, a held key catches up, a dropped line ends it."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.terminal.harness import ROOT, Terminal
from tests.terminal.ssh import Server, missing_tool, sshd

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(bool(missing_tool()), reason=f"{missing_tool()} is not installed"),
]

COMPARED = "▌~"
PRESSES, RATE = 60, 30
LINE_DOWN = "\x05"
DELAYS = [0.1, 0.2]
BYTES_PER_SECOND = 8000.0

Connect = Callable[[float], Terminal]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with sshd(tmp_path_factory.mktemp("sshd")) as running:
        yield running


def remote(home: Path, seeds: Path) -> str:
    """The remote command: the reader on the seeds, with a library of its own."""
    env = f"TERM=xterm-256color LANG=C.UTF-8 PYTHONPATH={shlex.quote(str(ROOT / 'tui'))} VARIORUM_HOME={home}"
    return f"cd {home}; {env} exec {sys.executable} -m variorum {shlex.quote(str(seeds))}"


@pytest.fixture
def connect(server: Server, seeds: Path, tmp_path: Path) -> Iterator[Connect]:
    """Opens the reader over a line with that round trip in seconds."""
    opened: list[Terminal] = []

    def open_reader(delay: float) -> Terminal:
        terminal = Terminal(*server.command(remote(tmp_path, seeds), delay=delay, rate=BYTES_PER_SECOND))
        opened.append(terminal)
        terminal.wait_for("electoral", timeout=40)
        quiet(terminal, 0.6 + 2 * delay)
        return terminal

    yield open_reader
    for terminal in opened:
        terminal.close()


def quiet(terminal: Terminal, seconds: float) -> None:
    """Wait until the line has been quiet for so long."""
    until = time.monotonic() + 30
    while terminal.pump(seconds):
        assert time.monotonic() < until, "it never stops drawing"


def readers(home: Path) -> list[int]:
    """The processes on this machine that read with that library."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            environment = path.read_bytes().split(b"\0")
        except OSError:
            continue  # gone, or somebody else's
        if f"VARIORUM_HOME={home}".encode() in environment:
            found.append(int(path.parent.name))
    return found


@pytest.mark.parametrize("delay", DELAYS)
def test_a_line_costs_little_and_nothing_is_sent_unasked(connect: Connect, delay: float) -> None:
    terminal = connect(delay)
    assert "As the electoral college" in terminal.text
    sizes = []
    for _ in range(5):
        before = len(terminal.raw)
        terminal.send(LINE_DOWN)
        quiet(terminal, 0.3 + 2 * delay)
        sizes.append(len(terminal.raw) - before)
    drawn = sorted(size for size in sizes if size)
    assert drawn
    assert drawn[len(drawn) // 2] <= 300, sizes
    before = len(terminal.raw)
    terminal.pump(2.0)
    assert len(terminal.raw) == before
    terminal.send("q")
    assert terminal.wait_end() == 0


@pytest.mark.parametrize("delay", DELAYS)
def test_a_held_key_drops_old_frames_and_ends_where_it_should(
    connect: Connect, seeds: Path, tmp_path: Path, delay: float
) -> None:
    terminal = connect(delay)
    before = len(terminal.raw)
    for _ in range(PRESSES):
        due = time.monotonic() + 1 / RATE
        terminal.send("j")
        while (left := due - time.monotonic()) > 0:
            terminal.pump(min(left, 0.004))
    released = time.monotonic()
    with Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path / "near")}) as near:
        near.wait_for(COMPARED)
        near.send("j" * PRESSES)
        quiet(near, 0.6)
        terminal.wait_for(lambda: terminal.lines[:-1] == near.lines[:-1], timeout=10)
    took = time.monotonic() - released
    sent = len(terminal.raw) - before
    quiet(terminal, 0.5)
    assert len(terminal.raw) - before == sent, "the last frame is the last thing that came"
    # Had every frame of the 60 been queued, the line would have carried all that they cost one by one.
    assert sent < (PRESSES / RATE + took) * BYTES_PER_SECOND


def test_a_client_that_dies_ends_the_reader(connect: Connect, tmp_path: Path) -> None:
    terminal = connect(0.1)
    terminal.send("m")
    terminal.wait_for(lambda: terminal.lines[-1].split()[:1] == ["kept"])
    (reader,) = readers(tmp_path)
    terminal.kill(signal.SIGKILL)
    wait_gone(reader)
    again = connect(0.1)
    again.wait_for("★")
    assert "where you left it" in again.text


def test_a_server_that_drops_the_line_ends_the_reader(connect: Connect, tmp_path: Path) -> None:
    terminal = connect(0.1)
    (reader,) = readers(tmp_path)
    done = subprocess.run(["ps", "-o", "ppid=", "-p", str(reader)], capture_output=True, text=True, check=True)
    session = int(done.stdout)  # the sshd process of this connection alone
    assert session > 1
    assert "sshd" in Path(f"/proc/{session}/comm").read_text()
    os.kill(session, signal.SIGKILL)
    wait_gone(reader)
    assert terminal.wait_end() == 255


def wait_gone(process: int) -> None:
    """Wait for a process that must end within two seconds; one that waits only to be reaped has ended."""
    until = time.monotonic() + 2
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return
        if state in "ZX":
            return
        time.sleep(0.02)
    raise AssertionError("the reader goes on without a terminal")
