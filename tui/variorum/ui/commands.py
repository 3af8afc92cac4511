"""What needs more than the reader's state: screens, files, the clipboard. Key ids to the functions that do it.

A new screen is one line here: the id of its row in `variorum.view.keys`, and a function that gets the reader's screen.
It reads `reader.story`, `reader.state` and `reader.palette`, pushes its own screen with
`reader.app.push_screen(screen, reader.answered)`, and that screen dismisses with an `Action` for the reader (or None).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from variorum.view.actions import Say
from variorum.view.keys import BY_ID

if TYPE_CHECKING:
    from variorum.ui.screens.reader import ReaderScreen

COMMANDS = {
    "copy": "variorum.ui.clipboard:copy_sentence",
    "copy-pair": "variorum.ui.clipboard:copy_pair",
    "note": "variorum.ui.notes:ask_note",
    "tags": "variorum.ui.notes:ask_tags",
    "kind": "variorum.ui.notes:ask_kind",
    "correct": "variorum.ui.correcting:ask_correction",
    "sets": "variorum.ui.sets:open_sets",
    "held": "variorum.ui.sets:open_held",
    "select-done": "variorum.ui.correcting:finish_choosing",
    "metadata": "variorum.ui.correcting:ask_metadata",
    "matrix": "variorum.ui.lists:open_matrix",
    "quotes": "variorum.ui.lists:open_quotes",
    "discrepancies": "variorum.ui.lists:open_discrepancies",
    "revisions": "variorum.ui.lists:open_revisions",
    "about": "variorum.ui.lists:open_about",
    "stories": "variorum.ui.front:choose_another",
    "skipped": "variorum.ui.lists:open_skipped",
    "export": "variorum.ui.exporting:open_export",
    "help": "variorum.ui.lists:open_help",
    "commands": "variorum.ui.lists:open_commands",
}
"""Key id → module and function; a module is loaded when its key is first pressed."""


def run_command(reader: ReaderScreen, id: str) -> None:
    """Do what the key of that id stands for."""
    if id not in COMMANDS:
        reader.dispatch(Say(f"{BY_ID[id].words}: not here yet"))
        return
    module, _, name = COMMANDS[id].partition(":")
    getattr(import_module(module), name)(reader)
