"""The tables, and the way from every earlier version of them to this one.

`PRAGMA user_version` counts the migrations a library has been through; `application_id` says whose file it is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

APPLICATION_ID = 0x76_61_72_6D
"""'varm': what `file` and SQLite see in the header of a library."""

_FIRST = """
CREATE TABLE stories (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, sources TEXT NOT NULL, texts TEXT NOT NULL,
    created TEXT NOT NULL, opened TEXT NOT NULL);
CREATE INDEX stories_by_sources ON stories (sources);
CREATE INDEX stories_by_texts ON stories (texts);
CREATE INDEX stories_by_opened ON stories (opened);

CREATE TABLE articles (
    row INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, id TEXT NOT NULL,
    source TEXT NOT NULL, meta TEXT NOT NULL, sentences TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX articles_by_text ON articles (sha256);
CREATE TABLE story_articles (
    story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE, article INTEGER NOT NULL REFERENCES articles,
    position INTEGER, read TEXT NOT NULL, PRIMARY KEY (story, article));
CREATE INDEX story_articles_by_article ON story_articles (article);

CREATE TABLE sets (
    id TEXT PRIMARY KEY, story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE, name TEXT NOT NULL,
    is_default INTEGER NOT NULL, created TEXT NOT NULL, UNIQUE (story, name));

CREATE TABLE highlights (
    row INTEGER PRIMARY KEY, set_id TEXT NOT NULL REFERENCES sets ON DELETE CASCADE, id TEXT NOT NULL,
    kind TEXT NOT NULL, relation TEXT, score REAL, maker TEXT, colour TEXT, discrepancies TEXT NOT NULL,
    created TEXT NOT NULL, modified TEXT NOT NULL, UNIQUE (set_id, id));
CREATE INDEX highlights_by_id ON highlights (id);
CREATE TABLE anchors (
    highlight INTEGER NOT NULL REFERENCES highlights ON DELETE CASCADE, position INTEGER NOT NULL,
    article TEXT NOT NULL, exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, PRIMARY KEY (highlight, position)) WITHOUT ROWID;
CREATE TABLE tags (
    highlight INTEGER NOT NULL REFERENCES highlights ON DELETE CASCADE, position INTEGER NOT NULL, tag TEXT NOT NULL,
    PRIMARY KEY (highlight, position)) WITHOUT ROWID;
CREATE INDEX tags_by_tag ON tags (tag);
CREATE TABLE notes (
    highlight INTEGER PRIMARY KEY REFERENCES highlights ON DELETE CASCADE, note TEXT NOT NULL, folded TEXT);

CREATE TABLE reader_links (
    row INTEGER PRIMARY KEY, story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE,
    value TEXT NOT NULL, UNIQUE (story, value));
CREATE TABLE corrections (
    row INTEGER PRIMARY KEY, story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE,
    value TEXT NOT NULL, UNIQUE (story, value));
CREATE TABLE sessions (
    story TEXT PRIMARY KEY REFERENCES stories ON DELETE CASCADE, state TEXT NOT NULL, saved TEXT NOT NULL);

CREATE TABLE log (
    row INTEGER PRIMARY KEY AUTOINCREMENT, story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE,
    session TEXT NOT NULL, what TEXT NOT NULL, changes TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0,
    at TEXT NOT NULL);
CREATE INDEX log_by_session ON log (story, session);
CREATE INDEX log_by_time ON log (at);
"""
# `notes.folded` is the note without case where that differs from what SQLite's LIKE ignores (ASCII), else NULL.

Migration = Callable[[sqlite3.Connection], None]


def _create(connection: sqlite3.Connection) -> None:
    _run(connection, _FIRST)


def _say_why(connection: sqlite3.Connection) -> None:
    """Reasons and threshold of a kept link; what was kept before has none."""
    _run(
        connection,
        "ALTER TABLE highlights ADD COLUMN why TEXT NOT NULL DEFAULT '[]';"
        "ALTER TABLE highlights ADD COLUMN threshold REAL",
    )


MIGRATIONS: tuple[Migration, ...] = (_create, _say_why)
"""Each leads from the version of its index to the next; they only ever get more."""


def version_of(connection: sqlite3.Connection) -> int:
    """How many migrations this file has been through; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file up to date inside the transaction that the caller has begun."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for migration in MIGRATIONS[version_of(connection) :]:
        migration(connection)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def _run(connection: sqlite3.Connection, script: str) -> None:
    # Not `executescript`, which would commit the caller's transaction first.
    for statement in script.split(";"):
        if statement.strip():
            connection.execute(statement)
