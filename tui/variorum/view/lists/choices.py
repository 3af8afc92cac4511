"""A few things to choose from, as a list for a menu."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.text.searching import saying
from variorum.text.width import width
from variorum.view.lists.columns import Column
from variorum.view.lists.table import Row, Table, View

Choice = tuple[object, str, str]
"""What it stands for, what it is called, and a word more."""


def choices_view(name: str, choices: Sequence[Choice]) -> View:
    """The choices, in their order; a row's key is what it stands for."""
    longest = max((width(title) for _, title, _ in choices), default=1)
    columns = (Column("", min(longest, 34), longest, rows=2), Column("", 8, rows=2, drop=1))

    def build(order: int, wanted: int, query: str) -> Table:
        rows = [Row((((title, ""),), ((more, "quiet"),)), key=key) for key, title, more in choices]
        found = saying(query, rows, lambda row: row.text)
        return Table("", columns, found, head=False)

    return View(name, build, keys=(("list-enter", "choose"),), help=False)
