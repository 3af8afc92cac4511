"""Backups of the library, beside it in `backups/`: made whole or not at all, the oldest given up first."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from variorum.errors import LibraryError
from variorum.text.sanitise import clean_line

DAY = 24 * 3600.0
"""Seconds after which the next write makes a backup first."""


def list_backups(library: Path) -> list[Path]:
    """The backups of a library, the newest last.

    Their names say when they were made. What is dated later than now was made before the clock was put back, so it
    counts as older than all others: else what is made now would be given up first.
    """
    now = dated(library, "-")
    try:
        found = [p for p in _folder(library).iterdir() if p.name.startswith(library.stem + "-")]
    except OSError:  # no folder, or none that may be read: no backups to speak of
        return []
    return sorted((p for p in found if p.suffix == ".sqlite3"), key=lambda p: (p.name <= now, p.name))


def copy_once_a_day(connection: sqlite3.Connection, library: Path, keep: int) -> str:
    """Make a backup unless there is one of the last day; returns what went wrong in words, or nothing."""
    backups = list_backups(library)
    try:
        if keep <= 0 or (backups and 0 <= time.time() - backups[-1].stat().st_mtime < DAY):
            return ""
        if not connection.execute("SELECT EXISTS (SELECT 1 FROM stories)").fetchone()[0]:
            return ""
        copy_to_backup(connection, library, keep)
    except (OSError, sqlite3.Error, LibraryError) as error:
        return f"no backup of the library was made: {clean_line(str(error))}"
    return ""


def copy_to_backup(connection: sqlite3.Connection, library: Path, keep: int) -> Path:
    """Copy the library to a new backup, and give up the oldest beyond `keep`; returns the new one.

    A damaged library is not copied, so that no good backup gives way to it.

    Raises:
        LibraryError: The library is damaged.
        OSError: The backup cannot be written.
        sqlite3.Error: Likewise.
    """
    folder = _folder(library)
    folder.mkdir(mode=0o700, exist_ok=True)
    made = folder / dated(library, "-")
    part = made.with_suffix(f".part{os.getpid()}")
    copy_whole(connection, library, part)
    part.rename(made)
    for old in list_backups(library)[: -max(1, keep)]:
        old.unlink(missing_ok=True)
    return made


def copy_whole(connection: sqlite3.Connection, origin: Path, to: Path) -> None:
    """Copy what is open there, the file `origin`, to a new file that only its owner may read; whole or not at all.

    Raises:
        LibraryError: The library is damaged.
        OSError: The copy cannot be written.
        sqlite3.Error: Likewise.
    """
    problems = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if problems != "ok":
        raise LibraryError(f"{clean_line(str(origin))}: the library is damaged: {clean_line(problems)}")
    os.close(os.open(to, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    try:
        with closing(sqlite3.connect(to, isolation_level=None)) as target:
            target.execute("PRAGMA journal_mode = OFF")  # a half-made copy is thrown away, never mended
            target.execute("PRAGMA synchronous = EXTRA")
            connection.backup(target)
    except BaseException:
        to.unlink(missing_ok=True)
        raise


def dated(library: Path, mark: str) -> str:
    """A file name beside the library's own that says when it was made, in UTC to the microsecond."""
    return f"{library.stem}{mark}{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}.sqlite3"


def _folder(library: Path) -> Path:
    return library.parent / "backups"
