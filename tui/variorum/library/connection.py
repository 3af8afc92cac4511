"""The open library: one connection, transactions that are on disk when they return, and errors in plain words."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from variorum.errors import LibraryError
from variorum.library import schema
from variorum.library.backups import copy_once_a_day, copy_to_backup, list_backups
from variorum.library.problems import damaged, in_words, newer, no_file, not_ours
from variorum.text.sanitise import clean, clean_line

BUSY_SECONDS = 15.0
"""How long a session waits for another one that is writing."""


class Library:
    """A library file. Making one touches nothing; the file is created by the first write.

    Any thread may use it; calls wait for each other.

    Attributes:
        path: The file.
        session: An id of this use of the library; undo takes back only what the same session did.
        warning: What went wrong beside the work itself, such as the daily backup; empty when all is well.
    """

    def __init__(self, path: Path, *, backups: int = 5, busy_seconds: float = BUSY_SECONDS) -> None:
        self.path = path
        self.session = uuid.uuid4().hex
        self.warning = ""
        self._backups = backups
        self._busy = busy_seconds
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._backed_up = False
        self._written = False

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A consistent view; an empty one where there is no library.

        Raises:
            LibraryError: It cannot be read, is damaged, is newer than this program, or is not a library.
        """
        with self._lock, self._plainly():
            connection = self._existing() or _empty()
            try:
                connection.execute("BEGIN")
                try:
                    yield connection
                except (ValueError, TypeError, LookupError, AttributeError) as error:
                    # What the library wrote itself cannot be read as such any more, or has another shape.
                    raise damaged(self.path, list_backups(self.path), clean_line(str(error))) from error
                finally:
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
            finally:
                if connection is not self._connection:
                    connection.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is on disk when the block is left, or has not happened when it raises.

        Raises:
            LibraryError: It cannot be written: a full disk, a read-only home, another session that does not let go.
        """
        with self._lock, self._plainly():
            connection = self._begun()
            try:
                yield connection
                connection.execute("COMMIT")
                self._written = True
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def backup(self) -> Path:
        """Make a backup now; returns it.

        Raises:
            LibraryError: The library is damaged, or the backup cannot be written.
        """
        with self._lock, self._plainly():
            connection = self._existing()
            if connection is None:
                raise LibraryError(f"{clean_line(str(self.path))}: there is no library yet")
            return copy_to_backup(connection, self.path, self._backups)

    def close(self) -> None:
        """Let go of the file. Using the library again opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
                self._written = False

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        """Errors of SQLite and of the system in plain words; after one the file is opened anew."""
        try:
            yield
        except sqlite3.Error as error:
            self._abandon()
            raise in_words(error, self.path, list_backups(self.path)) from error
        except OSError as error:
            self._abandon()
            raise LibraryError(
                f"{clean_line(str(self.path))}: the library cannot be used: {error.strerror}",
                "articles still open; nothing was changed",
            ) from error

    def _abandon(self) -> None:
        """Close what has failed; closing may fail for the same reason, which is being reported already."""
        connection, self._connection = self._connection, None
        self._written = False
        if connection is not None:
            try:
                connection.close()
            except sqlite3.Error as error:
                self.warning = str(error)

    def _existing(self) -> sqlite3.Connection | None:
        """The connection to the file, opened if need be and brought up to date; None where there is no library yet."""
        try:
            status = os.stat(self.path)
        except (FileNotFoundError, NotADirectoryError):
            self._gone()
            return None
        if not stat.S_ISREG(status.st_mode):
            raise no_file(self.path, status.st_mode)
        if self._connection is not None and self._identity != (status.st_dev, status.st_ino):
            # Another file stands there now, for example a backup put back: what is written must go to that one.
            self.close()
        if self._connection is None:
            connection = self._open("rw")
            try:
                if not self._ready(connection):
                    connection.close()
                    return None
            except BaseException:
                connection.close()
                raise
            self._connection = connection
            self._identity = (status.st_dev, status.st_ino)
        return self._connection

    def _begun(self) -> sqlite3.Connection:
        """The connection in a transaction that may write, to the file that stands there now."""
        while True:
            if not self._written:
                self.close()  # opened while the disk was read-only it would stay so; that may have changed meanwhile
            connection = self._existing() or self._created()
            self._daily_backup(connection)
            connection.execute("BEGIN IMMEDIATE")
            if self._identity == _identity(self.path):
                return connection
            # A backup was put back while this waited for its turn: what is written must go to that one.
            connection.execute("ROLLBACK")

    def _gone(self) -> None:
        self.close()
        self._backed_up = False

    def _created(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
        connection = self._open("rw")
        try:
            connection.execute("BEGIN IMMEDIATE")
            if schema.version_of(connection) == 0:
                schema.migrate(connection)
            connection.execute("COMMIT")
            self._ready(connection)
        except BaseException:
            connection.close()
            raise
        self._connection, self._identity = connection, _identity(self.path)
        return connection

    def _open(self, mode: str) -> sqlite3.Connection:
        address = f"{self.path.absolute().as_uri()}?mode={mode}"
        connection = sqlite3.connect(
            address, uri=True, isolation_level=None, timeout=self._busy, check_same_thread=False
        )
        connection.text_factory = _text
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("PRAGMA foreign_keys = ON")
        # A virtual table or function in a file put there by someone else must not run.
        connection.execute("PRAGMA trusted_schema = OFF")
        return connection

    def _ready(self, connection: sqlite3.Connection) -> bool:
        """Whether the file is a library, brought up to date; False for an empty file that may become one."""
        # In a transaction, for only then is no other session in the middle of writing to the file.
        connection.execute("BEGIN")
        version = schema.version_of(connection)
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        partial = os.stat(self.path).st_size % connection.execute("PRAGMA page_size").fetchone()[0]
        connection.execute("ROLLBACK")
        if partial:
            raise damaged(self.path, list_backups(self.path), "its end is missing")
        if not tables and not version:
            if list_backups(self.path):
                raise damaged(self.path, list_backups(self.path), "it is empty")
            return False
        if application != schema.APPLICATION_ID:
            raise not_ours(self.path)
        if version > len(schema.MIGRATIONS):
            raise newer(self.path, version, len(schema.MIGRATIONS))
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "delete":
            connection.execute("PRAGMA journal_mode = DELETE")
        if version < len(schema.MIGRATIONS):
            copy_to_backup(connection, self.path, self._backups)
            connection.execute("BEGIN IMMEDIATE")
            schema.migrate(connection)
            connection.execute("COMMIT")
        return True

    def _daily_backup(self, connection: sqlite3.Connection) -> None:
        if self._backed_up:
            return
        self._backed_up = True
        # A backup that fails must not keep a note from being written; it is said instead.
        self.warning = copy_once_a_day(connection, self.path, self._backups)


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells the file from another one that takes its path; None where there is none."""
    try:
        status = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_dev, status.st_ino


def _empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    schema.migrate(connection)
    return connection


def _text(data: bytes) -> str:
    """A text of the file, which someone else may have written, fit to be shown."""
    try:
        return clean(data.decode())
    except UnicodeDecodeError as error:
        raise sqlite3.DataError("a text in it is not UTF-8") from error
