"""The first-run hint: five keys in the status row, once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.view.actions import Say
from variorum.view.keys import press

if TYPE_CHECKING:
    from variorum.ui.screens.reader import ReaderScreen

WORDS = " · ".join(
    f"{press(*ids)} {does}"
    for ids, does in (
        (("previous-sentence", "next-sentence"), "go"),
        (("counterpart",), "counterpart"),
        (("next-match",), "next shared"),
        (("keep",), "keep"),
        (("help",), "help"),
    )
)
NAME = "hint-shown"


def first_hint(reader: ReaderScreen, folder: Path) -> None:
    """Show the hint unless it has been shown, and remember that it was, off the screen's thread.

    Args:
        folder: Where the library is; it need not exist.
    """
    marker = folder / NAME
    if os.path.exists(marker):
        return
    reader.dispatch(Say(WORDS))
    reader.run_worker(lambda: _remember(marker), thread=True)


def _remember(marker: Path) -> None:
    try:
        marker.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        marker.touch(mode=0o600)
    except OSError:
        return  # a home that cannot be written shows its hint again: nothing a reader need be told
