"""Looking after a library: is it whole, and a backup now."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from variorum.errors import LibraryError
from variorum.library import schema
from variorum.library.backups import list_backups
from variorum.library.connection import Library
from variorum.text.sanitise import clean_line


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    Attributes:
        problems: In words, one line each; empty when the library is whole.
        counts: What it holds, by the names of its tables.
        size: Bytes of the file; 0 where there is none.
        version: Of its tables.
    """

    path: Path
    problems: tuple[str, ...]
    counts: dict[str, int]
    size: int
    version: int
    backups: tuple[Path, ...]


def check(library: Library) -> Report:
    """Read the whole library and say what is wrong with it. A library that is not there is whole.

    Raises:
        LibraryError: It cannot be opened at all.
    """
    size = library.path.stat().st_size if os.path.exists(library.path) else 0
    with library.reading() as connection:
        problems = [row[0] for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
        problems += [f"a row of {row[0]} belongs to nothing" for row in connection.execute("PRAGMA foreign_key_check")]
        counts = {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("stories", "articles", "sets", "highlights", "notes", "reader_links", "corrections")
        }
        version = schema.version_of(connection)
    backups = tuple(list_backups(library.path))
    return Report(library.path, tuple(map(clean_line, problems)), counts, size, version, backups)


def backup(library: Library) -> Path:
    """Make a backup now; returns it.

    Raises:
        LibraryError: There is no library yet, it is damaged, or the backup cannot be written.
    """
    if not os.path.exists(library.path):
        raise LibraryError(f"{clean_line(str(library.path))}: there is no library yet", "nothing has been kept so far")
    return library.backup()


def backups(library: Library) -> tuple[Path, ...]:
    """The backups there are, the newest last."""
    return tuple(list_backups(library.path))
