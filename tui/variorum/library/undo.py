"""Undo and redo of everything that a session wrote, on disk as well.

A session takes back its own steps only, the last first, and never what another session has changed since.
"""

from __future__ import annotations

from variorum.errors import LibraryError
from variorum.library.changes import make_again, read_changes, still_stands, take_back
from variorum.library.connection import Library

_CHANGED = "nothing was undone; what was written last stays"


def last_step(library: Library, story: str) -> int | None:
    """The last step of this session on a story that is not undone; None where there is none.

    Raises:
        LibraryError: The library cannot be read.
    """
    with library.reading() as connection:
        row = connection.execute(
            "SELECT max(row) FROM log WHERE story = ? AND session = ? AND NOT undone", (story, library.session)
        ).fetchone()
    return None if row[0] is None else int(row[0])


def undo(library: Library, story: str, *, step: int | None = None) -> str | None:
    """Take back the last step of this session on a story; returns it in words, None where there is none left.

    Args:
        step: Take back this one instead, whatever came after it, if what it left still stands.

    Raises:
        LibraryError: It cannot be written, or another session has changed the same things since.
    """
    return _go(library, story, step, back=True)


def redo(library: Library, story: str, *, step: int | None = None) -> str | None:
    """Make the step again that was undone last; returns it in words, None where there is none.

    Args:
        step: Make this one again instead.

    Raises:
        LibraryError: It cannot be written, or another session has changed the same things since.
    """
    return _go(library, story, step, back=False)


def _go(library: Library, story: str, step: int | None, *, back: bool) -> str | None:
    """Go a step back, the last first, or forward again, the first first."""
    with library.writing() as connection:
        row = connection.execute(
            "SELECT row, what, changes FROM log WHERE story = ? AND session = ? AND undone = ?"
            f" AND (? IS NULL OR row = ?) ORDER BY row {'DESC' if back else ''} LIMIT 1",
            (story, library.session, not back, step, step),
        ).fetchone()
        if row is None:
            return None
        changes = read_changes(row[2])
        if not all(still_stands(connection, change if back else change.backwards()) for change in changes):
            verb = "undo" if back else "redo"
            raise LibraryError(
                f"cannot {verb} “{row[1]}”: it has been changed since, perhaps by another session", _CHANGED
            )
        (take_back if back else make_again)(connection, changes)
        connection.execute("UPDATE log SET undone = ? WHERE row = ?", (back, row[0]))
        return str(row[1])
