"""A backup back in the library's place; what stood there is kept beside it, whatever it was."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from variorum.errors import LibraryError
from variorum.library import schema
from variorum.library.backups import copy_whole, dated, list_backups
from variorum.library.connection import BUSY_SECONDS
from variorum.library.problems import in_words, newer, not_ours
from variorum.paths import sync_folder
from variorum.text.moments import utc
from variorum.text.sanitise import clean_line

COUNTED = ("stories", "highlights", "notes")
_BESIDE = ("-journal", "-wal", "-shm")
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that can be put in the library's place.

    Attributes:
        made: When it was last written, in UTC (ISO 8601).
        size: Its bytes.
        counts: What it holds, by the names of `COUNTED`; empty where it cannot be read.
        problem: Why it cannot be put back, in words; empty where it can.
        aside: It is what stood in the library's place when another one was put there.
    """

    path: Path
    made: str
    size: int
    counts: dict[str, int]
    problem: str = ""
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in the library's place, and where what stood there is kept; None where nothing did."""

    copy: Copy
    aside: Path | None


def copies(library: Path) -> tuple[Copy, ...]:
    """What can be put back: the backups, the newest first, then what was kept aside, the newest first."""
    backups = [_looked_at(path) for path in reversed(list_backups(library))]
    place = _place(library)
    try:
        kept = sorted(place.parent.glob(f"{place.stem}{_ASIDE}*.sqlite3"), reverse=True)
    except OSError:  # a folder that may not be read: nothing in it to speak of
        kept = []
    return (*backups, *(_looked_at(path, aside=True) for path in kept))


def restore(library: Path, origin: Path) -> Restored:
    """Put a copy of a backup, or of any other library, in the library's place, which is never empty meanwhile.

    What stood there is kept beside it under a dated name, with what SQLite keeps beside a file.

    Raises:
        LibraryError: The backup is damaged, newer than this program, or no library; a session is writing; or the copy
            cannot be written. Then nothing has changed.
    """
    looked_at = _looked_at(origin)
    if looked_at.problem:
        raise LibraryError(f"{clean_line(str(origin))}: {looked_at.problem}", "`variorum library backups` lists others")
    place = _place(library)
    part = place.with_name(f"{place.name}.part{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _opened(origin) as connection:
            copy_whole(connection, origin, part)
        try:
            with _held(place):
                aside = _exchange(place, part)
            sync_folder(place.parent)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except sqlite3.Error as error:
        raise in_words(error, library, ()) from error
    except OSError as error:
        raise LibraryError(
            f"{clean_line(str(library))}: the backup cannot be put back: {error.strerror}", "nothing was changed"
        ) from error
    return Restored(looked_at, aside)


def is_newer(library: Path) -> bool:
    """Whether a later program wrote the library: nothing is wrong with it, and a backup in its place would hide it."""
    try:
        with _opened(library) as connection:
            return schema.version_of(connection) > len(schema.MIGRATIONS)
    except sqlite3.Error:
        return False


_ASIDE = "-aside-"


def _place(library: Path) -> Path:
    """Where the file lies: a link to a file is followed, any other link is what stands there."""
    real = Path(os.path.realpath(library))
    return real if os.path.isfile(real) or not os.path.islink(library) else library


def _exchange(place: Path, new: Path) -> Path | None:
    """Put the new file there and what was there aside; returns where that is now."""
    if not os.path.lexists(place):
        new.rename(place)
        return None
    aside = place.with_name(dated(place, _ASIDE))
    for ending in _BESIDE:  # else SQLite would take it for a part of the new file
        with suppress(FileNotFoundError):
            os.rename(f"{place}{ending}", f"{aside}{ending}")
    if os.path.isfile(place):
        try:
            os.link(place, aside, follow_symlinks=False)
        except OSError:  # a file system without hard links
            place.rename(aside)
    else:
        place.rename(aside)
    new.rename(place)
    return aside


@contextmanager
def _held(place: Path) -> Iterator[None]:
    """Keep other sessions from writing to the file meanwhile; one that is no database is written to by nobody.

    Raises:
        sqlite3.Error: Another session is writing and does not let go.
    """
    file = place if os.path.isfile(place) else ":memory:"
    with closing(sqlite3.connect(file, isolation_level=None, timeout=BUSY_SECONDS)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in _BUSY:
                raise
        yield


def _looked_at(path: Path, *, aside: bool = False) -> Copy:
    """What a file holds, and whether it can be put back."""
    made, size, problem = "", 0, ""
    counts: dict[str, int] = {}
    try:
        status = path.stat()
        made = utc(datetime.fromtimestamp(status.st_mtime, UTC))
        size = status.st_size
        if not os.path.isfile(path):
            return Copy(path, made, 0, {}, "it is no file", aside)
        with _opened(path) as connection:
            problem = _problem(path, connection)
            if not problem:
                counts = {t: connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in COUNTED}
    except OSError as error:
        problem = f"it cannot be read: {error.strerror}"
    except sqlite3.Error as error:
        problem = in_words(error, path, ()).message.removeprefix(f"{clean_line(str(path))}: ")
    return Copy(path, made, size, counts, problem, aside)


def _problem(path: Path, connection: sqlite3.Connection) -> str:
    """Why this database cannot be the library, in words; empty where it can."""
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    version = schema.version_of(connection)
    if found != "ok":
        return f"it is damaged: {clean_line(found)}"
    if not version:
        return "it is empty"
    if connection.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        return not_ours(path).message.rpartition(": ")[2]
    if version > len(schema.MIGRATIONS):
        return newer(path, version, len(schema.MIGRATIONS)).message.rpartition(": ")[2]
    return ""


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The file, opened for reading only."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
        # A virtual table or function in a file put there by someone else must not run.
        connection.execute("PRAGMA trusted_schema = OFF")
        yield connection
