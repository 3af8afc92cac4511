"""What the terminal at hand can do, asked of terminfo."""

from __future__ import annotations

import curses
import os

from variorum.ui.terminal.cells import Abilities

_PAINTS_ERASURES = ("xterm", "tmux", "linux", "alacritty", "kitty", "foot", "wezterm", "konsole", "rxvt", "vte")


def abilities() -> Abilities:
    """What the terminal named by `TERM` can do; the least where terminfo does not know it."""
    name = os.environ.get("TERM", "")
    try:
        curses.setupterm(name, 1)
    except curses.error:
        return Abilities(scroll=False, colour_erase=name.startswith(_PAINTS_ERASURES))
    scroll = all(curses.tigetstr(name) for name in ("csr", "ri"))
    return Abilities(scroll=scroll, colour_erase=curses.tigetflag("bce") > 0)


def colours() -> int | None:
    """How many colours the terminal named by `TERM` has; None where terminfo does not know the terminal."""
    try:
        curses.setupterm(os.environ.get("TERM", ""), 1)
    except curses.error:
        return None
    return max(curses.tigetnum("colors"), 0)
