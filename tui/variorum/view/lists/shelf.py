"""The stories that were read before, for `variorum` without a source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from variorum.library.stories import RecentStory
from variorum.text.counting import counted
from variorum.text.searching import saying
from variorum.view.lists.columns import Column
from variorum.view.lists.table import LazyRows, Line, Row, Table, View

ORDERS = ("opened last first", "by name", "most kept first")

_KEYS: tuple[Callable[[RecentStory], Any], ...] = (
    lambda _story: 0,
    lambda story: story.name.casefold(),
    lambda story: -story.highlights,
)


def shelf_view(recent: Sequence[RecentStory]) -> View:
    """The stories, the one opened last first; a row's key is the story's id."""

    def build(order: int, wanted: int, query: str) -> Table:
        found = saying(query, recent, _said)
        found.sort(key=_KEYS[order])
        columns = (
            Column("story", 24, wish=36),
            Column("outlets", 12, 40, drop=2),
            Column("kept", 4, 5),
            Column("opened", 10, 10, drop=1),
        )
        empty = (
            "no such story" if query else "nothing read yet: variorum SOURCE… opens articles, variorum --help says more"
        )
        rows = LazyRows(found, lambda place: _row(found[place]))
        note = counted(len(found), "story", "stories")
        return Table("STORIES", columns, rows, note, empty=empty)

    return View("shelf", build, ORDERS, keys=(("list-enter", "read on"),), leave="quit")


def _said(story: RecentStory) -> str:
    return " ".join((story.name, *story.outlets, *story.sources))


def _row(story: RecentStory) -> Row:
    cells: tuple[Line, ...] = (
        ((story.name, "strong"),),
        ((", ".join(story.outlets), ""),),
        ((str(story.highlights) if story.highlights else "–", "kept" if story.highlights else "quiet"),),
        ((story.opened[:10], "quiet"),),
    )
    pairs = zip(story.outlets, story.sources, strict=True)
    detail = tuple((((outlet, "strong"),), ((source, "quiet"),)) for outlet, source in pairs)
    return Row(cells, detail=detail, key=story)
