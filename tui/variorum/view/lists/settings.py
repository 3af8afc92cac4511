"""The settings as a list: what each is now, what it does, and what it may be."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from variorum.config import CHOICES, NUMBERS, Settings
from variorum.view.lists.columns import Column
from variorum.view.lists.table import Line, Row, Table, View

WORDS: Mapping[str, str] = {
    "theme": "a dark or a light ground, or the terminal's own",
    "glyphs": "all signs, or those that any terminal can show",
    "layout": "what stands side by side; auto: what fits",
    "colour": "how strongly the text is coloured",
    "text_width": "the widest line of text, in cells; 0: what fits",
    "threshold": "from which score, 0 to 1, two sentences are linked",
    "mouse": "whether the mouse does anything",
    "changed_cells": "send only what changed to the terminal",
    "hint": "the keys that are shown on the first run",
    "backups": "how many backups of the library are kept",
}
"""Every setting but the keys, which the file holds."""


def settings_view(settings: Settings, file: str, glyph: Callable[[str], str]) -> View:
    """The settings; a row's key is the setting's name.

    Args:
        file: Where they are kept, as it is shown; empty where they hold for this run only.
    """

    def build(order: int, wanted: int, query: str) -> Table:
        words = query.casefold().split()
        rows = [_row(settings, name, file, glyph) for name in WORDS]
        found = [row for row in rows if all(word in row.text for word in words)]
        columns = (Column("setting", 13, 16), Column("now", 9, 12), Column("what it is", 24, drop=1))
        note = f"kept in {file}" if file else "for this time only"
        return Table("SETTINGS", columns, found, note, empty="no such setting")

    return View("settings", build, keys=(("list-enter", "change"),))


def shown(value: object) -> str:
    """A value as the list shows it."""
    return "usual" if value is None else "yes" if value is True else "no" if value is False else str(value)


def may_be(name: str) -> str:
    """What a setting may be, in words."""
    if name in CHOICES:
        return ", ".join(map(shown, CHOICES[name]))
    low, high, _ = NUMBERS[name]
    return f"{low:g} to {high:g}; an empty line: {shown(getattr(Settings(), name))}"


def _row(settings: Settings, name: str, file: str, glyph: Callable[[str], str]) -> Row:
    now = getattr(settings, name)
    detail: list[tuple[Line, Line]] = [
        (((name, "strong"),), ((WORDS[name], ""),)),
        ((("may be", "quiet"),), ((may_be(name), ""),)),
    ]
    if file:
        detail.append(((("file", "quiet"),), ((f"{file} {glyph('dot')} its table [keys] sets other keys", ""),)))
    cells: tuple[Line, ...] = (((name, "strong"),), ((shown(now), "accent"),), ((WORDS[name], "quiet"),))
    return Row(cells, detail=tuple(detail), key=name)
