"""Rows of the library ↔ highlights and sets, many at a time."""

from __future__ import annotations

import sqlite3
import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from variorum.engine.keeping.nouns import Anchor, Highlight, HighlightKind
from variorum.engine.nouns import Maker, Relation
from variorum.library.codec import discrepancies_json, discrepancies_of, dumps, loads
from variorum.text.sanitise import clean, clean_line

_FIELDS = (
    "kind",
    "relation",
    "score",
    "maker",
    "colour",
    "discrepancies",
    "created",
    "modified",
    "why",
    "threshold",
)
_COLUMNS = f"h.row, h.id, {', '.join(f'h.{name}' for name in _FIELDS)}, n.note, h.set_id"
_WRITE = (
    f"INSERT INTO highlights (set_id, id, {', '.join(_FIELDS)}) VALUES (?, ?{', ?' * len(_FIELDS)})"
    f" ON CONFLICT (set_id, id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _FIELDS)}"
)
_CHUNK = 500
"""Rows asked for at once, under SQLite's limit of variables."""


@dataclass(frozen=True, slots=True)
class SetRecord:
    """A set without its highlights.

    Attributes:
        story: Id of its story.
        story_name: The story's name.
        is_default: It is the one that needs no naming.
        count: How many highlights it holds.
        created: ISO 8601 in UTC.
    """

    id: str
    name: str
    story: str
    story_name: str
    is_default: bool = False
    count: int = 0
    created: str = ""


def now() -> str:
    """This moment in UTC as ISO 8601, to the millisecond."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def complete(highlight: Highlight, *, touched: bool = True) -> Highlight:
    """A highlight fit to be written: with an id and dates, its note and tags cleaned.

    `touched` says that this moment is when it was modified; else only a date that it lacks is filled in.
    """
    moment = now()
    return replace(
        highlight,
        id=highlight.id or str(uuid.uuid4()),
        note=clean(highlight.note),
        tags=tuple(dict.fromkeys(t for t in map(clean_line, highlight.tags) if t)),
        created=highlight.created or moment,
        modified=moment if touched else highlight.modified or moment,
    )


def folded(note: str) -> str | None:
    """The note without case, where SQLite's LIKE would not see through the difference itself."""
    return None if note.isascii() else note.casefold()


def read_highlights(connection: sqlite3.Connection, where: str, values: Sequence[object]) -> dict[str, list[Highlight]]:
    """Set id → its highlights in the order in which they were kept, of the rows `h` that the condition picks."""
    source = f"FROM highlights h LEFT JOIN notes n ON n.highlight = h.row WHERE {where}"
    rows = connection.execute(f"SELECT {_COLUMNS} {source} ORDER BY h.created, h.row", values).fetchall()
    numbers = [row[0] for row in rows]
    anchors: dict[int, list[Anchor]] = defaultdict(list)
    for number, *anchor in _of(
        connection, "highlight, article, exact, prefix, suffix, start, end FROM anchors", numbers
    ):
        anchors[number].append(Anchor(*anchor))
    tags: dict[int, list[str]] = defaultdict(list)
    for number, tag in _of(connection, "highlight, tag FROM tags", numbers):
        tags[number].append(tag)
    found: dict[str, list[Highlight]] = defaultdict(list)
    for row in rows:
        (
            number,
            id,
            kind,
            relation,
            score,
            maker,
            colour,
            discrepancies,
            created,
            modified,
            why,
            threshold,
            note,
            set_id,
        ) = row
        if not all(isinstance(words, str | None) for words in (id, colour, note, created, modified)):
            raise TypeError("a highlight's words are no text")
        found[set_id].append(
            Highlight(
                id,
                HighlightKind(kind),
                tuple(anchors[number]),
                Relation(relation) if relation else None,
                _number(score),
                Maker(maker) if maker else None,
                discrepancies_of(loads(discrepancies)) if discrepancies != "[]" else (),
                colour,
                tuple(tags[number]),
                note or "",
                created,
                modified,
                tuple(loads(why)) if why != "[]" else (),
                _number(threshold),
            )
        )
    return found


def _number(value: float | None) -> float | None:
    """What a column of numbers holds: SQLite itself would let it be any words."""
    return None if value is None else float(value)


def write_highlight(connection: sqlite3.Connection, set_id: str, highlight: Highlight) -> None:
    """Put a highlight into a set, in place of the one with its id if there is one."""
    connection.execute(
        _WRITE,
        (
            set_id,
            highlight.id,
            highlight.kind.value,
            highlight.relation.value if highlight.relation else None,
            highlight.score,
            highlight.by.value if highlight.by else None,
            highlight.colour,
            dumps(discrepancies_json(highlight.discrepancies)),
            highlight.created,
            highlight.modified,
            dumps(highlight.why),
            highlight.threshold,
        ),
    )
    query = "SELECT row FROM highlights WHERE set_id = ? AND id = ?"
    row = connection.execute(query, (set_id, highlight.id)).fetchone()[0]
    for table in ("anchors", "tags", "notes"):
        connection.execute(f"DELETE FROM {table} WHERE highlight = ?", (row,))
    connection.executemany(
        "INSERT INTO anchors VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(row, n, a.article, a.exact, a.prefix, a.suffix, a.start, a.end) for n, a in enumerate(highlight.anchors)],
    )
    connection.executemany("INSERT INTO tags VALUES (?, ?, ?)", [(row, n, t) for n, t in enumerate(highlight.tags)])
    if highlight.note:
        connection.execute("INSERT INTO notes VALUES (?, ?, ?)", (row, highlight.note, folded(highlight.note)))


def delete_highlight(connection: sqlite3.Connection, set_id: str, id: str) -> None:
    """Take a highlight out of a set."""
    connection.execute("DELETE FROM highlights WHERE set_id = ? AND id = ?", (set_id, id))


def _of(connection: sqlite3.Connection, select: str, numbers: Sequence[int]) -> Iterable[tuple[Any, ...]]:
    """Rows of a table that belong to those highlights, in their order."""
    for at in range(0, len(numbers), _CHUNK):
        chunk = numbers[at : at + _CHUNK]
        marks = ",".join("?" * len(chunk))
        yield from connection.execute(
            f"SELECT {select} WHERE highlight IN ({marks}) ORDER BY highlight, position", chunk
        )
