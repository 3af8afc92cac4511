"""What needs more than the reader's state: screens, files, the clipboard. Key ids to the functions that do it.

A new screen is one line here: the id of its row in `variorum.view.keys`, and a function that gets the reader's screen.
It reads `reader.story`, `reader.state` and `reader.palette`, pushes its own screen with
`reader.app.push_screen(screen, reader.answered)`, and that screen dismisses with an `Action` for the reader (or None).
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

COMMANDS = {
    "copy": "commands.clipboard:copy_sentence",
    "copy-pair": "commands.clipboard:copy_pair",
    "note": "commands.notes:ask_note",
    "tags": "commands.notes:ask_tags",
    "kind": "commands.notes:ask_kind",
    "correct": "commands.correcting:ask_correction",
    "sets": "commands.sets:open_sets",
    "held": "commands.sets:open_held",
    "select-done": "commands.correcting:finish_choosing",
    "metadata": "commands.correcting:ask_metadata",
    "matrix": "commands.lists:open_matrix",
    "quotes": "commands.lists:open_quotes",
    "discrepancies": "commands.lists:open_discrepancies",
    "revisions": "commands.lists:open_revisions",
    "about": "commands.lists:open_about",
    "stories": "front:choose_another",
    "skipped": "commands.lists:open_skipped",
    "export": "commands.exporting:open_export",
    "help": "commands.lists:open_help",
    "commands": "commands.lists:open_commands",
    "settings": "screens.settings:open_settings",
}
"""Key id → module of `variorum.ui` and function; a module is loaded when its key is first pressed."""


def command(id: str) -> Callable[..., None]:
    """What the key of that id does; it takes the reader's screen."""
    module, _, name = COMMANDS[id].partition(":")
    found: Callable[..., None] = getattr(import_module(f"variorum.ui.{module}"), name)
    return found
