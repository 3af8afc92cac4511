"""A terminal for tests: runs a command in a pseudo-terminal, shows what it draws, and waits for what it should draw."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pexpect
import pyte

ROOT = Path(__file__).parent.parent.parent
ENV = {
    "PATH": os.environ["PATH"],
    "PYTHONPATH": str(ROOT / "tui"),
    "TERM": "xterm-256color",
    "LANG": "C.UTF-8",
    "HOME": "/nonexistent",
    "XDG_CONFIG_HOME": str(Path(__file__).parent / "settings"),
}


class Screen(pyte.Screen):
    """A screen that passes over the private SGR queries of other programs, which pyte does not know."""

    def select_graphic_rendition(self, *attributes: int, private: bool = False) -> None:
        """Set the look of what is drawn from here on."""
        if not private:
            super().select_graphic_rendition(*attributes)


class Terminal:
    """A pseudo-terminal with a screen.

    Attributes:
        raw: Every byte that the command has written so far.
        came: When the last of them came, in seconds of the monotonic clock; drawing them here takes longer than that.
        screen: What a terminal shows of it.
    """

    def __init__(
        self,
        *command: str | Path,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        cwd: Path = ROOT,
        answers: bool = True,
    ) -> None:
        program, *arguments = map(str, command) if command else ("",)
        if env and "VARIORUM_HOME" in env and not Path(env["VARIORUM_HOME"]).exists():
            Path(env["VARIORUM_HOME"]).mkdir(parents=True)
            (Path(env["VARIORUM_HOME"]) / "hint-shown").touch()  # tests read the status row, which the hint would fill
        self.child = pexpect.spawn(
            program, arguments, env={**ENV, **(env or {})}, cwd=str(cwd), dimensions=(rows, columns), timeout=20
        )
        self.child.delaybeforesend = None  # else every key and every answer waits 50 ms, and times say nothing
        self.raw = b""
        self.came = 0.0
        self.screen = Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        if answers:
            setattr(self.screen, "write_process_input", self.child.send)  # noqa: B010 - pyte's hook is a method

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @classmethod
    def variorum(cls, *arguments: str | Path, **options: object) -> Terminal:
        """The installed command with these arguments."""
        return cls(sys.executable, "-m", "variorum", *arguments, **options)  # type: ignore[arg-type]  # as above

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without the blanks at their ends."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    def send(self, keys: str) -> None:
        """Type."""
        self.child.send(keys)

    def answer(self, keys: str, patience: float = 1.0) -> bytes:
        """Type, and take what the command writes until it is quiet again; returns that.

        Args:
            patience: Seconds to wait for the first of it, as nothing may come at all.
        """
        self.send(keys)
        select.select([self.child.child_fd], [], [], patience)
        return self.pump()

    def pump(self, seconds: float = 0.05) -> bytes:
        """Take what the command writes until it is quiet for so long; returns what was new."""
        new = b""
        while select.select([self.child.child_fd], [], [], seconds)[0]:
            try:
                data = os.read(self.child.child_fd, 65536)
            except OSError:
                break
            if not data:
                break
            self.came = time.monotonic()
            new += data
            self.raw += data
            self.stream.feed(data)
        return new

    def wait_for(self, condition: Callable[[], bool] | str, timeout: float = 15) -> None:
        """Wait until the screen shows a text, or a condition holds."""
        until = time.monotonic() + timeout
        while not (condition in self.text if isinstance(condition, str) else condition()):
            self.pump()
            if time.monotonic() > until:
                raise AssertionError(f"waited in vain for {condition!r}; the screen shows:\n{self.text}")

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def kill(self, number: signal.Signals) -> None:
        """Send the command a signal."""
        self.child.kill(number)

    def wait_end(self, timeout: float = 10) -> int:
        """Wait until the command has ended; its exit status, or minus the signal that killed it."""
        until = time.monotonic() + timeout
        while self.child.isalive():
            self.pump()
            if time.monotonic() > until:
                raise AssertionError(f"still running; the screen shows:\n{self.text}")
        self.pump()
        status: int | None = self.child.exitstatus
        return status if status is not None else -int(self.child.signalstatus)

    def wait_stopped(self, timeout: float = 5) -> None:
        """Wait until the command has stopped itself, as after Ctrl-Z."""
        until = time.monotonic() + timeout
        while time.monotonic() < until:
            self.pump(0.02)
            pid, status = os.waitpid(self.child.pid, os.WNOHANG | os.WUNTRACED)
            if pid and os.WIFSTOPPED(status):
                return
        raise AssertionError("it did not stop")

    def drop_line(self, timeout: float = 5) -> int:
        """Take the terminal away, as a dropped connection does, and wait for the command's end; its exit status."""
        self.child.ptyproc.fileobj.close()
        self.child.closed = self.child.ptyproc.closed = True
        until = time.monotonic() + timeout
        while time.monotonic() < until:
            pid, status = os.waitpid(self.child.pid, os.WNOHANG)
            if pid:
                self.child.terminated = self.child.ptyproc.terminated = True
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.01)
        os.kill(self.child.pid, signal.SIGKILL)
        raise AssertionError("still running without a terminal")

    def close(self) -> None:
        """End it all, whatever it does."""
        if self.child.closed:
            return
        self.child.close(force=True)
