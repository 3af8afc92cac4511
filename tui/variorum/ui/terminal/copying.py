"""How a copied text can leave: the terminal's clipboard (OSC 52), tmux's own buffer, or neither."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from enum import Enum

from variorum.text.sanitise import clean_line

SECONDS = 2
"""How long tmux may take to answer."""


class Way(Enum):
    """Where a copied text can go; the value says why not to the clipboard."""

    TERMINAL = ""
    TMUX = "tmux has set-clipboard off"
    SCREEN = "screen drops what is sent to the clipboard"
    NONE = "this terminal has no clipboard"


def way(env: Mapping[str, str]) -> Way:
    """The way in this environment, as far as it can be known: terminals do not say whether they take a text.

    Inside tmux it is asked, which takes some milliseconds. Only `on` lets a program reach the clipboard; with
    `external`, the default since tmux 2.6, what programs send is dropped.
    """
    if env.get("TMUX"):
        return Way.TERMINAL if tmux_option("set-clipboard") == "on" else Way.TMUX
    if env.get("STY"):
        return Way.SCREEN
    if env.get("TERM", "").startswith(("linux", "vt", "dumb")):
        return Way.NONE
    return Way.TERMINAL


def tmux_option(name: str) -> str:
    """The value of an option of the tmux around this program; empty where it cannot be known."""
    done = _tmux("show-options", "-gv", name)
    return clean_line(done.stdout.decode("utf-8", "replace")) if done and not done.returncode else ""


def into_tmux(text: str) -> bool:
    """Put a text into a buffer of tmux, from where its own key pastes it; and, where tmux can, into the clipboard."""
    done = _tmux("load-buffer", "-w", "-", text=text)
    if done is None or done.returncode:  # -w came with tmux 3.2
        done = _tmux("load-buffer", "-", text=text)
    return done is not None and not done.returncode


def _tmux(*arguments: str, text: str = "") -> subprocess.CompletedProcess[bytes] | None:
    program = shutil.which("tmux")
    if program is None:
        return None
    try:
        return subprocess.run(
            [program, *arguments], input=text.encode(), capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
