"""What can be wrong with a library, in words: one line that says where it is, and what to do."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Sequence
from pathlib import Path

from variorum.errors import LibraryError
from variorum.text.sanitise import clean_line

_RETRY = "what was kept before is safe; try again once that is mended"
_WORDS = {
    sqlite3.SQLITE_FULL: ("the disk is full", "make room and try again; nothing was changed"),
    sqlite3.SQLITE_READONLY: ("it cannot be written", "check the permissions of the file and its folder"),
    sqlite3.SQLITE_PERM: ("it may not be opened", "check the permissions of the file and its folder"),
    sqlite3.SQLITE_CANTOPEN: ("it cannot be opened", "check that the folder exists and may be written"),
    sqlite3.SQLITE_IOERR: ("the disk reports an error", _RETRY),
    sqlite3.SQLITE_BUSY: ("another session is writing and does not let go", "try again; nothing was changed"),
    sqlite3.SQLITE_LOCKED: ("another session is writing and does not let go", "try again; nothing was changed"),
}


def in_words(error: sqlite3.Error, path: Path, backups: Sequence[Path]) -> LibraryError:
    """The error for people; `path` is the library and `backups` its backups, the newest last."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path, backups)
    what, hint = _WORDS.get(code, (clean_line(str(error)), _RETRY))
    return LibraryError(f"{_name(path)}: the library cannot be used: {what}", hint)


def damaged(path: Path, backups: Sequence[Path], detail: str = "") -> LibraryError:
    """The file is not, or no longer, a whole library; it is left as it is."""
    because = f" ({detail})" if detail else ""
    hint = "it was left as it is, and articles still open; "
    if backups:
        hint += f"`variorum library restore` keeps it aside and puts the newest backup back, {_name(backups[-1])}"
    else:
        hint += "move it away to start a new one"
    return LibraryError(f"{_name(path)}: the library is damaged{because}", hint)


def no_file(path: Path, mode: int) -> LibraryError:
    """Something else stands where the file should; opening it might wait for ever, or read what is no file."""
    what = "a folder" if stat.S_ISDIR(mode) else "a pipe" if stat.S_ISFIFO(mode) else "a device or socket"
    return LibraryError(
        f"{_name(path)}: the library cannot be used: {what} stands in its place",
        "move it away, or set VARIORUM_HOME to another folder; articles still open",
    )


def newer(path: Path, version: int, known: int) -> LibraryError:
    """The file was written by a later program."""
    return LibraryError(
        f"{_name(path)}: the library was written by a newer variorum (version {version}; this one knows {known})",
        "use that one, or set VARIORUM_HOME to another folder; articles still open",
    )


def not_ours(path: Path) -> LibraryError:
    """The file is a database, but of another program."""
    return LibraryError(
        f"{_name(path)}: this database is not a library of variorum",
        "it was left as it is; move it away, or set VARIORUM_HOME to another folder",
    )


def _name(path: Path) -> str:
    return clean_line(str(path))
