"""Highlights: kept, dropped, searched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.engine.keeping.nouns import Highlight
from variorum.errors import LibraryError
from variorum.library.changes import Change, highlight_change, perform
from variorum.library.connection import Library
from variorum.library.rows import SetRecord, complete, read_highlights
from variorum.library.sets import ensure_default, record_of
from variorum.text.sanitise import clean_line


@dataclass(frozen=True, slots=True)
class Found:
    """A highlight and the set that holds it."""

    set: SetRecord
    highlight: Highlight


def keep(library: Library, story: str, highlight: Highlight, *, set_id: str | None = None) -> Highlight:
    """Keep a highlight, in place of the one with its id if the set has one; returns it as it was written.

    Args:
        highlight: An empty `id` gets a new one; `created` is filled in if empty, `modified` always.
        set_id: The set; None takes the story's default set and makes it if need be.

    Raises:
        LibraryError: It cannot be written, or there is no such set.
    """
    return keep_all(library, story, [highlight], set_id=set_id)[0]


def keep_all(
    library: Library,
    story: str,
    highlights: Sequence[Highlight],
    *,
    set_id: str | None = None,
    what: str = "",
    as_they_are: bool = False,
) -> tuple[Highlight, ...]:
    """Keep several highlights at once: all of them or none, and one step to undo.

    Args:
        highlights: As for `keep`.
        set_id: Likewise.
        what: The step in words for undo; made from the count if empty.
        as_they_are: Keep the date of the last change, for highlights that come from an export.

    Raises:
        LibraryError: They cannot be written, or there is no such set.
    """
    kept = tuple(complete(h, touched=not as_they_are) for h in highlights)
    with library.writing() as connection:
        changes: list[Change] = []
        if set_id is None:
            set_id = ensure_default(connection, story, changes)
        elif record_of(connection, set_id).story != story:
            raise LibraryError("the set belongs to another story")
        for given, highlight in zip(highlights, kept, strict=True):
            change = highlight_change(connection, set_id, highlight.id, highlight)
            if change.before and not given.created:
                change.after["created"] = change.before["created"]
            changes.append(change)
        changed = any(c.before for c in changes)
        verb = "changed" if changed else "kept"
        said = what or (f"{verb} a highlight" if len(kept) == 1 else f"{verb} {len(kept)} highlights")
        perform(connection, library, story, said, changes)
    return kept


def drop(library: Library, set_id: str, id: str) -> None:
    """Take a highlight out of a set; undo brings it back.

    Raises:
        LibraryError: It cannot be written, or the set has no such highlight.
    """
    drop_all(library, set_id, [id])


def drop_all(library: Library, set_id: str, ids: Iterable[str]) -> None:
    """Take several highlights out of a set: all or none, and one step to undo.

    Raises:
        LibraryError: It cannot be written, or the set has not all of them.
    """
    with library.writing() as connection:
        record = record_of(connection, set_id)
        changes = [highlight_change(connection, set_id, id, None) for id in ids]
        missing = next((c.key for c in changes if c.before is None), None)
        if missing is not None:
            raise LibraryError(f"there is no highlight {clean_line(missing)} in {record.name}")
        said = "removed a highlight" if len(changes) == 1 else f"removed {len(changes)} highlights"
        perform(connection, library, record.story, said, changes)


def find_highlights(library: Library, id: str) -> tuple[Found, ...]:
    """Where a highlight is kept: by its id, or the beginning of it (8 signs or more).

    Raises:
        LibraryError: The library cannot be read.
    """
    exact = clean_line(id)
    with library.reading() as connection:
        found = read_highlights(connection, "h.id = ?", (exact,))
        if not found and len(exact) >= 8:
            found = read_highlights(connection, "substr(h.id, 1, ?) = ?", (len(exact), exact))
        return _with_sets(connection, found)


def all_tags(library: Library) -> tuple[str, ...]:
    """Tags in use, the commonest first.

    Raises:
        LibraryError: The library cannot be read.
    """
    with library.reading() as connection:
        rows = connection.execute("SELECT tag FROM tags GROUP BY tag ORDER BY count(*) DESC, tag").fetchall()
    return tuple(row[0] for row in rows)


def all_notes(library: Library) -> tuple[Found, ...]:
    """Every highlight with a note, set by set.

    Raises:
        LibraryError: The library cannot be read.
    """
    with library.reading() as connection:
        return _with_sets(connection, read_highlights(connection, "h.row IN (SELECT highlight FROM notes)", ()))


def search_notes(library: Library, words: str, *, limit: int = 200) -> tuple[Found, ...]:
    """Highlights whose note contains all the words, in whatever case and also inside longer words; the newest first.

    Raises:
        LibraryError: The library cannot be read.
    """
    conditions, values = [], list[object]()
    for word in clean_line(words).split():
        conditions.append("(n.note LIKE ? ESCAPE '\\' OR n.folded LIKE ? ESCAPE '\\')")
        values += [_like(word), _like(word.casefold())]
    if not conditions:
        return ()
    with library.reading() as connection:
        rows = connection.execute(
            f"SELECT h.row FROM notes n JOIN highlights h ON h.row = n.highlight WHERE {' AND '.join(conditions)}"
            " ORDER BY h.row DESC LIMIT ?",
            (*values, limit),
        ).fetchall()
        numbers = [row[0] for row in rows]
        marks = ",".join("?" * len(numbers))
        found = _with_sets(connection, read_highlights(connection, f"h.row IN ({marks})", numbers))
    return tuple(sorted(found, key=lambda f: f.highlight.modified, reverse=True))


def _with_sets(connection: sqlite3.Connection, found: dict[str, list[Highlight]]) -> tuple[Found, ...]:
    records = {id: record_of(connection, id) for id in found}
    return tuple(Found(records[id], h) for id, held in found.items() for h in held)


def _like(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
