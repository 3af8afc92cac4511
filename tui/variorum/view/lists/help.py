"""Help and the palette of commands as lists, both made from the key table, and the legend of glyphs and colours."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from variorum.text.searching import saying
from variorum.view.actions import Action, Choose
from variorum.view.keymap import EVERY, Keymap
from variorum.view.keys import BY_ID, NUMBERED, NUMBERED_WORDS, READER, Key
from variorum.view.lists.columns import Column
from variorum.view.lists.fuzzy import ranked
from variorum.view.lists.table import Line, Row, Table, View, marked
from variorum.view.state import Side

Glyph = Callable[[str], str]

LEGEND = (
    ("identical", "identical", "the same words in both"),
    ("near", "near", "nearly the same words"),
    ("paraphrase", "paraphrase", "the same fact in other words"),
    ("only here", "only left", "only in the left article"),
    ("only here", "only right", "only in the right article"),
    ("disagrees", "disagrees", "a number, date, name, negation or source differs"),
    ("kept", "kept", "you keep it"),
    ("related", "related", "related at a lowered threshold; never counted as shared"),
)
"""Glyph, colour and meaning of each mark."""

FIRST = (
    "next-sentence",
    "counterpart",
    "other-pane",
    "next-match",
    "next-conflict",
    "search",
    "matrix",
    "keep",
    "export",
    "commands",
)
"""The keys that do for a start: with the marks they fill the first screen of 24 rows."""


def help_view(glyph: Glyph, keys: Keymap) -> View:
    """The first keys, what the marks mean, then every key by group; a filter takes one group alone."""
    groups = {"To begin with": [_key_row(BY_ID[id], keys, brief=True) for id in FIRST]}
    groups |= {"Marks": [_mark_row(glyph, *entry) for entry in LEGEND]}
    groups |= {group: [_key_row(key, keys) for key in entries] for group, entries in _groups().items()}

    def build(order: int, wanted: int, query: str) -> Table:
        rows: list[Row] = []
        for place, (group, entries) in enumerate(groups.items(), 1):
            found = saying(query, entries, lambda row: row.text)
            if found and wanted in (0, place):
                rows += [_heading(group), *found]
        columns = (Column("", 12, 16), Column("", 24, rows=0))
        return Table("HELP", columns, rows, "marks and keys", empty="no key does this", head=False)

    filters = ("all", *(group.lower() for group in groups))
    return View(
        "help", build, filters=filters, keys=(("list-enter", "do it"), ("list-up list-down", "more")), help=False
    )


def commands_view(keys: Keymap, names: Sequence[str] = ()) -> View:
    """Every command, found by a few of its letters.

    Args:
        names: What the articles are called, each of which can be put on either side.
    """
    commands: list[tuple[str, str, str, str | Action]] = [
        (keys.said(key.words), key.group, keys.shown(key), key.id)
        for key in READER
        if key.id != "escape" and key not in NUMBERED
    ]
    for side, words in ((Side.LEFT, "left"), (Side.RIGHT, "right")):
        commands += [(f"{words}: {name}", "Articles", "", Choose(n, side)) for n, name in enumerate(names)]
    texts = [words for words, *_ in commands]

    def build(order: int, wanted: int, query: str) -> Table:
        rows = [_command_row(*command, places) for command, places in ranked(query, commands, texts)]
        columns = (Column("", 36, rows=0), Column("", 8, 14, drop=2), Column("", 10, 14, drop=1))
        return Table(
            "COMMANDS", columns, rows, "type a few letters of what you want", empty="no such command", head=False
        )

    return View("commands", build, typed=True)


def _groups() -> dict[str, list[Key]]:
    found: dict[str, list[Key]] = {}
    for key in EVERY:
        if key not in NUMBERED:
            found.setdefault(key.group, []).append(key)
    first = NUMBERED[0]
    found[first.group].append(first)
    return found


def _key_row(key: Key, keys: Keymap, *, brief: bool = False) -> Row:
    said, shown = keys.said(key.words), keys.shown(key)
    if key.id == NUMBERED[0].id:  # it stands for all nine
        said, shown = NUMBERED_WORDS, f"{shown} … {keys.shown(NUMBERED[-1])}"
    words: Line = ((said, ""),) if brief or not key.more else ((said, ""), (f"  {key.more}", "quiet"))
    return Row((((shown, "accent"),), words), key=key.id if key in READER else None)


def _command_row(words: str, group: str, shown: str, does: str | Action, places: tuple[int, ...]) -> Row:
    spans = [(place, place + 1) for place in places]
    cells = (marked(words, spans, "accent"), ((group, "quiet"),), ((shown, "accent"),))
    return Row(cells, key=does) if isinstance(does, str) else Row(cells, does)


def _mark_row(glyph: Glyph, name: str, colour: str, words: str) -> Row:
    return Row((((f"{glyph(name)} {colour}", colour),), ((words, ""),)))


def _heading(words: str) -> Row:
    return Row((((words.upper(), "strong"),),), heading=True)
