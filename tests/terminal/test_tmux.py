"""Inside a real tmux: it opens, grows, stops and goes on, and leaves the shell's screen as it was."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.terminal.harness import ENV, ROOT

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
]

COMPARED = "▌~"
PROMPT = "prompt-of-the-shell>"


class Tmux:
    """A tmux server of its own with one pane that runs a shell."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "socket"
        env = {**ENV, "HOME": str(folder), "VARIORUM_HOME": str(folder / "home")}
        settings = folder / "tmux.conf"
        settings.write_text("set -g default-terminal tmux-256color\nset -g status off\n")
        sized = ["-x", "80", "-y", "24"]
        command = [
            "tmux",
            "-f",
            str(settings),
            "-S",
            str(self._socket),
            "new-session",
            "-d",
            *sized,
            f"PS1='{PROMPT}' exec bash --norc -i",
        ]
        subprocess.run(command, check=True, env=env, cwd=ROOT)

    def run(self, *arguments: str) -> str:
        """What a tmux command prints."""
        command = ["tmux", "-S", str(self._socket), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    @property
    def screen(self) -> list[str]:
        """The pane's rows."""
        return [line.rstrip() for line in self.run("capture-pane", "-p").splitlines()]

    def type(self, *keys: str) -> None:
        """Press keys, by tmux's names."""
        self.run("send-keys", *keys)

    def wait_for(self, condition: Callable[[list[str]], bool]) -> list[str]:
        """Wait until the screen is so; returns it."""
        until = time.monotonic() + 15
        while not condition(screen := self.screen):
            if time.monotonic() > until:
                raise AssertionError("waited in vain; tmux shows:\n" + "\n".join(screen))
            time.sleep(0.05)
        return screen

    def wait_text(self, text: str) -> list[str]:
        """Wait until the screen shows a text."""
        return self.wait_for(lambda screen: text in "\n".join(screen))

    def wait_prompt(self) -> list[str]:
        """Wait until the shell asks for a command."""
        return self.wait_for(lambda screen: next((r for r in reversed(screen) if r), "").endswith(PROMPT))

    def open(self, seeds: Path) -> list[str]:
        """Start the reader from the shell; what it shows once it has compared."""
        self.wait_prompt()
        self.type("-l", f"{sys.executable} -m variorum {seeds}")
        self.type("Enter")
        return self.wait_text(COMPARED)


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    opened = Tmux(tmp_path)
    yield opened
    opened.run("kill-server")


def test_the_shell_is_as_before(tmux: Tmux, seeds: Path) -> None:
    tmux.wait_prompt()
    tmux.type("-l", "echo what stood here; echo $TERM")
    tmux.type("Enter")
    tmux.wait_text("tmux-256color")
    shown = tmux.open(seeds)
    assert "electoral" in "\n".join(shown)
    tmux.run("resize-window", "-x", "120", "-y", "40")
    tmux.wait_for(lambda screen: len(screen) == 40 and COMPARED in "\n".join(screen))
    tmux.type("j", "j", "Space")
    tmux.type("q")
    after = [row for row in tmux.wait_prompt() if row]
    assert after[1:3] == ["what stood here", "tmux-256color"]
    assert len(after) <= 6, "nothing of the reader stands on the shell's screen"
    assert "electoral" not in "\n".join(after)
    history = tmux.run("capture-pane", "-p", "-S", "-")
    assert COMPARED not in history, "nor in what can be scrolled back to"


def test_stopped_and_brought_back(tmux: Tmux, seeds: Path) -> None:
    tmux.open(seeds)
    tmux.type("j", "j")
    time.sleep(0.3)
    shown = tmux.screen
    tmux.type("C-z")
    tmux.wait_prompt()
    tmux.type("-l", "echo between; fg")
    tmux.type("Enter")
    tmux.wait_for(lambda screen: screen == shown)
    tmux.type("q")
    after = tmux.wait_prompt()
    assert "between" in after


def test_a_pane_split_while_reading(tmux: Tmux, seeds: Path) -> None:
    tmux.open(seeds)
    tmux.run("split-window", "-d", "-v", "sleep 60")
    tmux.wait_for(lambda screen: len(screen) < 20 and any("electoral" in row for row in screen))
    tmux.run("kill-pane", "-t", ":.1")
    tmux.wait_for(lambda screen: len(screen) == 24 and COMPARED in "\n".join(screen))
    tmux.type("q")
    tmux.wait_prompt()


@pytest.mark.parametrize("setting", ["on", "external", "off"])
def test_a_copy_is_in_tmux_whatever_it_lets_programs_do(tmux: Tmux, seeds: Path, setting: str) -> None:
    tmux.run("set-option", "-s", "set-clipboard", setting)
    tmux.open(seeds)
    tmux.type("j", "v", "0", "l", "y")
    tmux.wait_text("words sent to the terminal's clipboard" if setting == "on" else "words in tmux's buffer")
    until = time.monotonic() + 5
    while "On Tuesday" not in tmux.run("list-buffers"):
        assert time.monotonic() < until
        time.sleep(0.05)
    assert tmux.run("show-buffer") == "On Tuesday"
    tmux.type("q")
    tmux.wait_prompt()
