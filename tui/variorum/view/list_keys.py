"""The keys of lists and tables."""

from __future__ import annotations

from collections.abc import Mapping

from variorum.view.keys import Key

GROUP = "In lists and tables"

LISTS: tuple[Key, ...] = (
    Key("list-down", "j,down", "↓ j", "next row", GROUP),
    Key("list-up", "k,up", "↑ k", "previous row", GROUP),
    Key("list-page-down", "space,pagedown,ctrl+f", "Space PgDn", "page down", GROUP),
    Key("list-page-up", "b,pageup", "b PgUp", "page up", GROUP),
    Key("list-half-down", "d,ctrl+d", "d", "half a page down", GROUP),
    Key("list-half-up", "u,ctrl+u", "u", "half a page up", GROUP),
    Key("list-first", "g,home", "g Home", "first row", GROUP),
    Key("list-last", "G,end", "G End", "last row", GROUP),
    Key("list-left", "h,left", "← h", "outlet to the left", GROUP),
    Key("list-right", "l,right", "→ l", "outlet to the right", GROUP),
    Key("list-enter", "enter", "Enter", "open", GROUP),
    Key("list-search", "slash", "/", "only rows with these words", GROUP),
    Key("list-filter", "f", "f", "next filter", GROUP),
    Key("list-filter-back", "F", "F", "previous filter", GROUP),
    Key("list-order", "o", "o", "sort by something else", GROUP),
    Key("list-matrix", "M", "M", "coverage matrix", GROUP),
    Key("list-quotes", "Q", "Q", "quotes", GROUP),
    Key("list-discrepancies", "D", "D", "what disagrees", GROUP),
    Key("list-revisions", "V", "V", "what was changed between versions", GROUP),
    Key("list-export", "e", "e", "export", GROUP),
    Key("list-skipped", "W", "W", "sources that were not read", GROUP),
    Key("list-help", "question_mark,f1", "?", "help", GROUP),
    Key("list-close", "escape,q", "Esc q", "back", GROUP),
)

MARKING: tuple[Key, ...] = (
    Key("list-mark", "space,m", "Space m", "mark, where several can be opened together", GROUP),
)


def _own(group: str, *rows: tuple[str, str, str, str]) -> tuple[Key, ...]:
    """Keys of one list: id, key, what it does, and a few words more."""
    return tuple(Key(id, key, key, words, group, more=more) for id, key, words, more in rows)


SETS = _own(
    "In the list of sets",
    ("sets-new", "n", "new", ""),
    ("sets-rename", "r", "rename", ""),
    ("sets-merge", "m", "merge", "into another set"),
    ("sets-compare", "c", "compare", "with another set: what only one holds, and what both do"),
    ("sets-remove", "x", "remove", ""),
    ("sets-undo", "z", "undo", ""),
    ("sets-redo", "Z", "redo", ""),
)

HELD = _own(
    "In the list of what is kept",
    ("held-place", "p", "put here", "what lost its place, on the sentence under the cursor"),
    ("held-note", "a", "note", ""),
    ("held-tags", "t", "tags", ""),
    ("held-remove", "x", "remove", ""),
    ("held-undo", "z", "undo", ""),
    ("held-redo", "Z", "redo", ""),
)

EXPORT = _own("In the list of formats", ("export-name", "n", "under another name", "or in another folder"))

OWN: Mapping[str, tuple[Key, ...]] = {
    "stories": MARKING,
    "entries": MARKING,
    "sets": SETS,
    "held": HELD,
    "export": EXPORT,
}
"""Keys that only some lists have, by the names of their views; they come before those of all lists."""

ELSEWHERE = frozenset({"matrix", "quotes", "discrepancies", "revisions", "export", "help", "skipped"})
"""Names of those that leave the list and press the reader's key of that id."""

UNOPENED = "open a story first"
"""What those say where no story is open."""
