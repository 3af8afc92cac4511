"""A story's highlight sets as a list: those there are, and the automatic ones that can be kept as they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from variorum.engine.keeping.auto_sets import AutoSet, offered, size_of
from variorum.engine.nouns import Story
from variorum.library.rows import SetRecord
from variorum.library.sets import DEFAULT_NAME
from variorum.text.counting import counted
from variorum.text.searching import saying
from variorum.view.keys import press
from variorum.view.list_keys import SETS
from variorum.view.lists.columns import Column
from variorum.view.lists.table import LazyRows, Line, Row, Table, View, legend

Glyph = Callable[[str], str]

AUTOMATIC = f"{press('list-enter')} keeps one as it is"


def with_default(records: Sequence[SetRecord], story: str) -> tuple[SetRecord, ...]:
    """The sets, the default one first, also where it holds nothing yet and so is not made."""
    if any(record.is_default for record in records):
        return tuple(records)
    return (SetRecord("", DEFAULT_NAME, story, "", is_default=True), *records)


def is_shown(record: SetRecord, shown: str | None) -> bool:
    """Whether a set is the one on the screen; None stands for the default one."""
    return record.is_default if shown is None else record.id == shown


def sets_view(records: Sequence[SetRecord], shown: str | None, story: Story, glyph: Glyph) -> View:
    """The sets, then the automatic ones; a row's key is its `SetRecord` or `AutoSet`.

    Args:
        records: The sets, as `with_default` gives them.
        shown: Id of the one on the screen, None for the default one.
        story: With the comparisons made so far.
    """
    automatic = offered(story) if story.comparisons else ()
    every = len(story.articles) * (len(story.articles) - 1) // 2
    so_far = f", from {len(story.comparisons)} of {every} comparisons so far" if len(story.comparisons) < every else ""
    heading = AUTOMATIC + so_far

    def build(order: int, wanted: int, query: str) -> Table:
        found = saying(query, records, lambda r: r.name)
        made = saying(query, automatic, lambda a: a.name)
        items: list[object] = [*found, *([heading] if made else []), *made]
        columns = (
            Column("", 1, 1),
            Column("set", 20, wish=36, rows=2),
            Column(" kept", 5, 5),
            Column("", 13, 30, drop=1),
        )
        note = counted(len(records), "set")
        rows = LazyRows(items, lambda n: _row(items[n], records, shown, story, glyph))
        return Table("HIGHLIGHT SETS", columns, rows, note, legend(SETS), "no such set")

    return View("sets", build, keys=(("list-enter", "show"),))


def _row(item: object, records: Sequence[SetRecord], shown: str | None, story: Story, glyph: Glyph) -> Row:
    if isinstance(item, SetRecord):
        here = is_shown(item, shown)
        parts = [*(["shown now"] if here else []), *(["default"] if item.is_default else [])]
        said = f" {glyph('dot')} ".join(parts)
        name: Line = ((item.name, "strong" if here else ""),)
        mark: Line = ((glyph("left") if here else " ", "accent"),)
        return Row((mark, name, _count(item.count), ((said or item.created[:10], "quiet"),)), key=item)
    if isinstance(item, AutoSet):
        kept = any(record.name == item.name for record in records)
        said = "kept already" if kept else ""
        size: Line = ((f"{size_of(story, item):>5}", ""),)
        return Row((((" ", ""),), ((item.name, ""),), size, ((said, "quiet"),)), key=item)
    return Row(((("READY-MADE  ", "strong"), (str(item), "quiet")),), heading=True)


def _count(number: int) -> Line:
    return ((f"{number or '–':>5}", "kept" if number else "quiet"),)
