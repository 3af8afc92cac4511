"""Every change to what a reader keeps, as a value: what stood there before and what stands there now.

A change can be made, and made backwards; a step (the changes of one key press) goes into the log in the same
transaction that makes it, so undo is as durable as the work itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from variorum.engine.keeping.nouns import Highlight
from variorum.errors import LibraryError
from variorum.library.codec import Json, dumps, highlight_json, highlight_of, loads
from variorum.library.connection import Library
from variorum.library.rows import delete_highlight, now, read_highlights, write_highlight

KEPT_STEPS = 500
"""Steps of a story that can be undone; older ones are forgotten."""

KEPT_DAYS = 7
"""Days after which the steps of other sessions are forgotten."""

Kind = Literal["highlight", "set", "link", "correction"]
_TABLES: dict[str, str] = {"link": "reader_links", "correction": "corrections"}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was made, changed or removed.

    Attributes:
        owner: Id of the set for a highlight, of the story for everything else.
        key: Id of the highlight or the set; the value itself for links and corrections.
        before: What stood there, None for nothing.
        after: What stands there now, likewise.
    """

    kind: Kind
    owner: str
    key: str
    before: Json
    after: Json

    def backwards(self) -> Change:
        """The change that takes this one back."""
        return Change(self.kind, self.owner, self.key, self.after, self.before)


def highlight_change(connection: sqlite3.Connection, set_id: str, id: str, after: Highlight | None) -> Change:
    """The change that puts a highlight into a set, or takes it out."""
    before = _current(connection, "highlight", set_id, id)
    return Change("highlight", set_id, id, before, highlight_json(after) if after else None)


def perform(connection: sqlite3.Connection, library: Library, story: str, what: str, changes: Iterable[Change]) -> None:
    """Make the changes as one step that can be undone; what this session had undone can no longer be redone.

    Args:
        connection: In a transaction of `library.writing()`.
        what: The step in words, as in "kept a highlight".
    """
    changed = [c for c in changes if c.before != c.after]
    if not changed:
        return
    for change in changed:
        _put(connection, change)
    connection.execute("DELETE FROM log WHERE story = ? AND session = ? AND undone", (story, library.session))
    row = connection.execute(
        "INSERT INTO log (story, session, what, changes, at) VALUES (?, ?, ?, ?, ?)",
        (story, library.session, what, _written(changed), now()),
    ).lastrowid
    connection.execute("DELETE FROM log WHERE story = ? AND row <= ?", (story, (row or 0) - KEPT_STEPS))


def forget_old_steps(connection: sqlite3.Connection, library: Library) -> None:
    """Drop what sessions logged that ended long ago: only they could have undone it."""
    oldest = (datetime.now(UTC) - timedelta(days=KEPT_DAYS)).strftime("%Y-%m-%dT%H:%M:%S")
    connection.execute("DELETE FROM log WHERE at < ? AND session != ?", (oldest, library.session))


def still_stands(connection: sqlite3.Connection, change: Change) -> bool:
    """Whether what the change left is what is there now."""
    return bool(_current(connection, change.kind, change.owner, change.key) == change.after)


def take_back(connection: sqlite3.Connection, changes: Sequence[Change]) -> None:
    """Make the changes of one step backwards.

    Sets come back before what they hold and go after it; the rest keeps its order, and so highlights have theirs.
    """
    backwards = [c.backwards() for c in changes]
    for change in sorted(backwards, key=lambda c: 1 if c.kind != "set" else 0 if c.after is not None else 2):
        _put(connection, change)


def make_again(connection: sqlite3.Connection, changes: Sequence[Change]) -> None:
    """Make changes that had been taken back."""
    for change in changes:
        _put(connection, change)


def read_changes(text: str) -> list[Change]:
    """The changes of a step in the log."""
    return [Change(*values) for values in loads(text)]


def _written(changes: Sequence[Change]) -> str:
    return dumps([[c.kind, c.owner, c.key, c.before, c.after] for c in changes])


def _current(connection: sqlite3.Connection, kind: Kind, owner: str, key: str) -> Json:
    if kind == "highlight":
        found = read_highlights(connection, "h.set_id = ? AND h.id = ?", (owner, key)).get(owner)
        # Through JSON, so that it compares equal to what the log holds.
        return loads(dumps(highlight_json(found[0]))) if found else None
    if kind == "set":
        row = connection.execute("SELECT name, is_default, created FROM sets WHERE id = ?", (key,)).fetchone()
        return list(row) if row else None
    table = _TABLES[kind]
    row = connection.execute(f"SELECT value FROM {table} WHERE story = ? AND value = ?", (owner, key)).fetchone()
    return row[0] if row else None


def _put(connection: sqlite3.Connection, change: Change) -> None:
    if change.kind == "highlight":
        if change.after is None:
            delete_highlight(connection, change.owner, change.key)
        else:
            write_highlight(connection, change.owner, highlight_of(change.after))
    elif change.kind == "set":
        _put_set(connection, change)
    elif change.after is None:
        table = _TABLES[change.kind]
        connection.execute(f"DELETE FROM {table} WHERE story = ? AND value = ?", (change.owner, change.key))
    else:
        table = _TABLES[change.kind]
        connection.execute(f"INSERT OR IGNORE INTO {table} (story, value) VALUES (?, ?)", (change.owner, change.key))


def _put_set(connection: sqlite3.Connection, change: Change) -> None:
    if change.after is None:
        if connection.execute("SELECT 1 FROM highlights WHERE set_id = ? LIMIT 1", (change.key,)).fetchone():
            raise LibraryError("the set holds highlights of another session by now", "it stays as it is")
        connection.execute("DELETE FROM sets WHERE id = ?", (change.key,))
        return
    name, is_default, created = change.after
    # One that comes back may find its place taken by another that was made since: an empty one gives way.
    connection.execute(
        "DELETE FROM sets WHERE story = ? AND id != ? AND (name = ? OR (is_default AND ?))"
        " AND NOT EXISTS (SELECT 1 FROM highlights h WHERE h.set_id = sets.id)",
        (change.owner, change.key, name, is_default),
    )
    connection.execute(
        "INSERT INTO sets (id, story, name, is_default, created) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, is_default = excluded.is_default",
        (change.key, change.owner, name, is_default, created),
    )
