"""Highlight sets: named, several for each story, and a default one that needs no naming."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.engine.keeping.nouns import Highlight, HighlightSet
from variorum.errors import LibraryError, UsageError
from variorum.library.changes import Change, highlight_change, perform
from variorum.library.connection import Library
from variorum.library.rows import SetRecord, complete, now, read_highlights
from variorum.text.sanitise import clean_line

DEFAULT_NAME = "highlights"
_SETS = (
    "SELECT s.id, s.name, s.story, t.name, s.is_default,"
    " (SELECT count(*) FROM highlights h WHERE h.set_id = s.id), s.created"
    " FROM sets s JOIN stories t ON t.id = s.story"
)


@dataclass(frozen=True, slots=True)
class SetDifference:
    """Two sets side by side. Highlights are the same when their ids are, or when they mark the same words."""

    only_first: tuple[Highlight, ...]
    only_second: tuple[Highlight, ...]
    both: tuple[Highlight, ...]


def list_sets(library: Library, story: str | None = None) -> tuple[SetRecord, ...]:
    """The sets of a story, or of all stories; the default one first, then by name.

    Raises:
        LibraryError: The library cannot be read.
    """
    with library.reading() as connection:
        if story is None:
            rows = connection.execute(f"{_SETS} ORDER BY t.opened DESC, t.id, s.is_default DESC, s.name").fetchall()
        else:
            rows = connection.execute(
                f"{_SETS} WHERE s.story = ? ORDER BY s.is_default DESC, s.name", (story,)
            ).fetchall()
    return tuple(_record(row) for row in rows)


def load_set(library: Library, id: str) -> HighlightSet:
    """A set with its highlights.

    Raises:
        LibraryError: The library cannot be read, or has no such set.
    """
    with library.reading() as connection:
        record = _by_id(connection, id)
        found = read_highlights(connection, "h.set_id = ?", (id,))
    return HighlightSet(record.id, record.name, record.story_name, tuple(found.get(id, ())))


def find_set(library: Library, wanted: str) -> SetRecord:
    """The set of that id, or the beginning of one (8 signs or more), or name, or story's name for its default set.

    `STORY/SET` names a set whose name alone is not enough.

    Raises:
        UsageError: There is no such set, or several.
        LibraryError: The library cannot be read.
    """
    asked = clean_line(wanted)
    records = list_sets(library)
    tests = (
        lambda r: asked == r.id or (len(asked) >= 8 and r.id.startswith(asked)),
        lambda r: asked == f"{r.story_name}/{r.name}",
        lambda r: asked == r.name,
        lambda r: asked == r.story_name and r.is_default,
        lambda r: asked.casefold() in (r.name.casefold(), r.story_name.casefold()),
    )
    for test in tests:
        found = [r for r in records if test(r)]
        if len(found) > 1:
            several = ", ".join(f"{r.id[:8]} ({r.story_name})" for r in found[:5])
            raise UsageError(f"several sets are called {asked}", f"name one by its id: {several}")
        if found:
            return found[0]
    raise UsageError(f"there is no highlight set {asked}", "`variorum highlights list` shows them")


def default_set(library: Library, story: str) -> SetRecord:
    """The set of a story that needs no naming; made if there is none yet.

    Raises:
        LibraryError: It cannot be written.
    """
    with library.writing() as connection:
        changes: list[Change] = []
        id = ensure_default(connection, story, changes)
        perform(connection, library, story, "made a set", changes)
        return _by_id(connection, id)


def create_set(
    library: Library, story: str, name: str, highlights: Iterable[Highlight] = (), *, id: str = ""
) -> SetRecord:
    """A new set, with highlights if there are any; ids and dates they lack are filled in.

    Args:
        id: For a set that comes back from an export; a new one if empty.

    Raises:
        LibraryError: It cannot be written, the name is blank, or the story has a set of that name.
    """
    id = id or str(uuid.uuid4())
    with library.writing() as connection:
        wanted = _free_name(connection, story, name)
        changes = [Change("set", story, id, None, [wanted, 0, now()])]
        changes += [highlight_change(connection, id, h.id, h) for h in (complete(h, touched=False) for h in highlights)]
        perform(connection, library, story, f"made the set {wanted}", changes)
        return _by_id(connection, id)


def fill_set(library: Library, story: str, wanted: str, highlights: Iterable[Highlight]) -> SetRecord:
    """Put highlights into the set of that name or id, made if need be; what it holds already stays as it is.

    Raises:
        LibraryError: It cannot be written, or the name is blank.
    """
    name = clean_line(wanted)[:120]
    with library.writing() as connection:
        query = "SELECT id FROM sets WHERE story = ? AND (name = ? OR id = ?)"
        row = connection.execute(query, (story, name, name)).fetchone()
        id = str(row[0]) if row else str(uuid.uuid4())
        changes = [] if row else [Change("set", story, id, None, [_free_name(connection, story, name), 0, now()])]
        there = {h.id for h in read_highlights(connection, "h.set_id = ?", (id,)).get(id, ())}
        new = [complete(h, touched=False) for h in highlights if h.id not in there]
        changes += [highlight_change(connection, id, h.id, h) for h in new]
        perform(connection, library, story, f"kept the set {name}", changes)
        return _by_id(connection, id)


def rename_set(library: Library, id: str, name: str) -> SetRecord:
    """Give a set another name.

    Raises:
        LibraryError: It cannot be written, the name is blank, or the story has a set of that name.
    """
    with library.writing() as connection:
        record = _by_id(connection, id)
        wanted = _free_name(connection, record.story, name, besides=id)
        state = [record.name, int(record.is_default), record.created]
        change = Change("set", record.story, id, state, [wanted, *state[1:]])
        perform(connection, library, record.story, f"renamed the set to {wanted}", [change])
        return _by_id(connection, id)


def merge_sets(library: Library, into: str, other: str) -> SetRecord:
    """Move what one set holds into another of the same story, and remove it. What both hold stays as `into` has it.

    Raises:
        LibraryError: It cannot be written, or there are no two such sets of one story.
    """
    with library.writing() as connection:
        target, source = _by_id(connection, into), _by_id(connection, other)
        if into == other or target.story != source.story:
            raise LibraryError("only two sets of one story can be merged")
        mine = tuple(read_highlights(connection, "h.set_id = ?", (into,)).get(into, ()))
        theirs = tuple(read_highlights(connection, "h.set_id = ?", (other,)).get(other, ()))
        added = compare_highlights(mine, theirs).only_second
        changes = [highlight_change(connection, into, h.id, h) for h in added]
        changes += _removal(connection, source)
        if source.is_default:
            # The default set gives its place to the one that takes its highlights.
            state = [target.name, int(target.is_default), target.created]
            changes.append(Change("set", target.story, into, state, [target.name, 1, target.created]))
        perform(connection, library, target.story, f"merged {source.name} into {target.name}", changes)
        return _by_id(connection, into)


def delete_set(library: Library, id: str) -> None:
    """Remove a set and what it holds; undo brings both back.

    Raises:
        LibraryError: It cannot be written, or there is no such set.
    """
    with library.writing() as connection:
        record = _by_id(connection, id)
        perform(connection, library, record.story, f"removed the set {record.name}", _removal(connection, record))


def compare_sets(first: HighlightSet, second: HighlightSet) -> SetDifference:
    """What is in one set and not in the other."""
    return compare_highlights(first.highlights, second.highlights)


def compare_highlights(first: tuple[Highlight, ...], second: tuple[Highlight, ...]) -> SetDifference:
    """What is among the first highlights and not among the second, and the other way round."""

    def known(highlights: tuple[Highlight, ...]) -> set[object]:
        return {h.id for h in highlights} | {_marks(h) for h in highlights}

    in_first, in_second = known(first), known(second)

    def among(highlight: Highlight, others: set[object]) -> bool:
        return highlight.id in others or _marks(highlight) in others

    return SetDifference(
        tuple(h for h in first if not among(h, in_second)),
        tuple(h for h in second if not among(h, in_first)),
        tuple(h for h in first if among(h, in_second)),
    )


def ensure_default(connection: sqlite3.Connection, story: str, changes: list[Change]) -> str:
    """The id of a story's default set; where there is none, its making is added to the changes."""
    row = connection.execute("SELECT id FROM sets WHERE story = ? AND is_default", (story,)).fetchone()
    if row:
        return str(row[0])
    taken = {r[0] for r in connection.execute("SELECT name FROM sets WHERE story = ?", (story,))}
    name, n = DEFAULT_NAME, 1
    while name in taken:
        n += 1
        name = f"{DEFAULT_NAME} {n}"
    if not connection.execute("SELECT 1 FROM stories WHERE id = ?", (story,)).fetchone():
        raise LibraryError(f"there is no story {clean_line(story)} in the library", "it may have been deleted")
    id = str(uuid.uuid4())
    changes.append(Change("set", story, id, None, [name, 1, now()]))
    return id


def record_of(connection: sqlite3.Connection, id: str) -> SetRecord:
    """The set of that id.

    Raises:
        LibraryError: There is none.
    """
    return _by_id(connection, id)


def _marks(highlight: Highlight) -> tuple[object, ...]:
    return tuple((a.article, a.start, a.end, a.exact) for a in highlight.anchors)


def _removal(connection: sqlite3.Connection, record: SetRecord) -> list[Change]:
    held = read_highlights(connection, "h.set_id = ?", (record.id,)).get(record.id, ())
    changes = [highlight_change(connection, record.id, h.id, None) for h in held]
    state = [record.name, int(record.is_default), record.created]
    return [*changes, Change("set", record.story, record.id, state, None)]


def _by_id(connection: sqlite3.Connection, id: str) -> SetRecord:
    row = connection.execute(f"{_SETS} WHERE s.id = ?", (id,)).fetchone()
    if row is None:
        raise LibraryError(f"there is no highlight set {clean_line(id)}", "it may have been removed in another session")
    return _record(row)


def _record(row: tuple[str, str, str, str, int, int, str]) -> SetRecord:
    id, name, story, story_name, is_default, count, created = row
    return SetRecord(id, name, story, story_name, bool(is_default), count, created)


def _free_name(connection: sqlite3.Connection, story: str, name: str, besides: str = "") -> str:
    wanted = clean_line(name)[:120]
    if not wanted:
        raise LibraryError("a set's name cannot be blank")
    row = connection.execute(
        "SELECT 1 FROM sets WHERE story = ? AND name = ? AND id != ?", (story, wanted, besides)
    ).fetchone()
    if row:
        raise LibraryError(f"there is a set {wanted} already", "choose another name, or merge the two")
    return wanted
