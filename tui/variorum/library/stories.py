"""Stories in the library: found again by their sources, or by their texts when the files have moved."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from variorum.engine import digest
from variorum.engine.nouns import Article
from variorum.errors import LibraryError
from variorum.library.changes import forget_old_steps
from variorum.library.codec import article_meta, article_of, correction_of, dumps, loads, sentences_json
from variorum.library.connection import Library
from variorum.library.rows import now
from variorum.text.sanitise import clean_line

MOST_KIN = 300
"""Articles up to which a story is looked for that they are a part of, or that has grown into them."""


@dataclass(frozen=True)
class StoryRecord:
    """A kept story.

    Attributes:
        id: A UUID as text.
        name: What people call it.
        articles: As they were read last, in their order.
        created: ISO 8601 in UTC, likewise `opened`.
    """

    id: str
    name: str
    articles: tuple[Article, ...]
    created: str = ""
    opened: str = ""


@dataclass(frozen=True, slots=True)
class RecentStory:
    """A line in the list of stories.

    Attributes:
        outlets: Outlet of each article, as a reader stated it if one did, or its id where none is known.
        sources: What was named to read them.
        highlights: How many are kept, in all sets.
    """

    id: str
    name: str
    opened: str
    outlets: tuple[str, ...]
    sources: tuple[str, ...]
    highlights: int


def keep_story(library: Library, articles: Sequence[Article], *, name: str | None = None) -> StoryRecord:
    """The story of those articles, found by its sources or else by its texts, or made; brought up to date.

    Former texts of its articles stay in the library, because highlights may have been made on them. A story of which
    only a part is read stays whole.

    Args:
        name: For a new story; else made from the first title.

    Raises:
        LibraryError: It cannot be written.
        ValueError: There are no articles.
    """
    if not articles:
        raise ValueError("a story has articles")
    moment = now()
    with library.writing() as connection:
        found, part = _find(connection, articles)
        id = found or str(uuid.uuid4())
        if found is None:
            connection.execute(
                "INSERT INTO stories VALUES (?, ?, '', '', ?, ?)",
                (id, clean_line(name) if name else story_name(articles), moment, moment),
            )
        if part:
            connection.execute("UPDATE stories SET opened = ? WHERE id = ?", (moment, id))
        else:
            _bring_up_to_date(connection, id, articles, moment)
        forget_old_steps(connection, library)
        kept, created = connection.execute("SELECT name, created FROM stories WHERE id = ?", (id,)).fetchone()
    return StoryRecord(id, kept, tuple(articles), created, moment)


def _bring_up_to_date(connection: sqlite3.Connection, id: str, articles: Sequence[Article], moment: str) -> None:
    """Make these the story's articles."""
    connection.execute(
        "UPDATE stories SET sources = ?, texts = ?, opened = ? WHERE id = ?",
        (_sources_key(articles), _texts_key(articles), moment, id),
    )
    connection.execute("UPDATE story_articles SET position = NULL WHERE story = ?", (id,))
    connection.executemany(
        "INSERT INTO story_articles VALUES (?, ?, ?, ?)"
        " ON CONFLICT (story, article) DO UPDATE SET position = excluded.position",
        [(id, _keep_article(connection, article), n, moment) for n, article in enumerate(articles)],
    )


def find_story(library: Library, articles: Sequence[Article]) -> str | None:
    """The id of the story of those articles, None where nothing of it has been kept. Writes nothing.

    Raises:
        LibraryError: The library cannot be read.
    """
    with library.reading() as connection:
        return _find(connection, articles)[0]


def find_by_hashes(library: Library, hashes: Iterable[str]) -> str | None:
    """The id of the story that holds all texts with those hashes (see `text_hash`), the one opened last of several.

    Raises:
        LibraryError: The library cannot be read.
    """
    wanted = sorted(set(hashes))
    if not wanted:
        return None
    with library.reading() as connection:
        row = connection.execute(
            "SELECT s.story FROM story_articles s JOIN articles a ON a.row = s.article JOIN stories t ON t.id = s.story"
            f" WHERE a.sha256 IN ({','.join('?' * len(wanted))})"
            " GROUP BY s.story HAVING count(DISTINCT a.sha256) = ? ORDER BY t.opened DESC LIMIT 1",
            (*wanted, len(wanted)),
        ).fetchone()
    return str(row[0]) if row else None


def load_story(library: Library, id: str) -> StoryRecord:
    """A story with its articles as they were read last, which needs none of the files.

    Raises:
        LibraryError: The library cannot be read, or has no such story.
    """
    with library.reading() as connection:
        row = connection.execute("SELECT name, created, opened FROM stories WHERE id = ?", (id,)).fetchone()
        if row is None:
            raise LibraryError(f"there is no story {clean_line(id)} in the library", "`variorum` lists the stories")
        rows = connection.execute(
            "SELECT a.id, a.source, a.text, a.meta, a.sentences FROM story_articles s"
            " JOIN articles a ON a.row = s.article WHERE s.story = ? AND s.position IS NOT NULL ORDER BY s.position",
            (id,),
        ).fetchall()
        articles = tuple(
            article_of(i, source, text, loads(meta), loads(spans)) for i, source, text, meta, spans in rows
        )
    return StoryRecord(id, row[0], articles, row[1], row[2])


def recent_stories(library: Library, limit: int = 50) -> tuple[RecentStory, ...]:
    """The stories opened last, the newest first.

    Raises:
        LibraryError: The library cannot be read.
    """
    with library.reading() as connection:
        rows = connection.execute(
            # What is dated later than now was opened before the clock was put back: it is not the one opened last.
            "SELECT id, name, opened FROM stories ORDER BY opened > ?, opened DESC, id LIMIT ?",
            (now(), limit),
        ).fetchall()
        return tuple(_recent(connection, *row) for row in rows)


def delete_story(library: Library, id: str) -> None:
    """Forget a story with all that was kept of it. This cannot be undone; a backup still has it.

    Raises:
        LibraryError: It cannot be written.
    """
    with library.writing() as connection:
        connection.execute("DELETE FROM stories WHERE id = ?", (id,))
        connection.execute("DELETE FROM articles WHERE row NOT IN (SELECT article FROM story_articles)")


def story_name(articles: Sequence[Article]) -> str:
    """A name for a story: its first title, else the ids of its articles."""
    titles = [clean_line(a.title) for a in articles if a.title]
    return (titles[0] if titles and titles[0] else " / ".join(clean_line(a.id) for a in articles))[:120]


def _find(connection: sqlite3.Connection, articles: Sequence[Article]) -> tuple[str | None, bool]:
    """The story's id, and whether the articles are only a part of it."""
    for column, key in (("sources", _sources_key(articles)), ("texts", _texts_key(articles))):
        row = connection.execute(
            f"SELECT id FROM stories WHERE {column} = ? ORDER BY opened DESC LIMIT 1", (key,)
        ).fetchone()
        if row:
            return str(row[0]), False
    return _kin(connection, articles)


def _kin(connection: sqlite3.Connection, articles: Sequence[Article]) -> tuple[str | None, bool]:
    """The story in which something is kept and all of whose articles are among these, or that has all of these.

    So what was kept on an article is there when a later version or another outlet's article lies beside it.
    """
    if len(articles) > MOST_KIN:
        return None, False
    hashes = [text_hash(article) for article in articles]
    named = [value for article, sha256 in zip(articles, hashes, strict=True) for value in (sha256, article.id)]
    row = connection.execute(
        "SELECT s.story, count(*) AS both, (SELECT count(*) FROM story_articles o"
        "   WHERE o.story = s.story AND o.position IS NOT NULL) AS every"
        " FROM story_articles s JOIN articles a ON a.row = s.article JOIN stories t ON t.id = s.story"
        f" WHERE s.position IS NOT NULL AND a.sha256 IN ({','.join('?' * len(hashes))})"  # which has an index
        f" AND (a.sha256, a.id) IN (VALUES {','.join(['(?, ?)'] * len(hashes))})"
        " AND (EXISTS (SELECT 1 FROM sets k JOIN highlights h ON h.set_id = k.id WHERE k.story = s.story)"
        "  OR EXISTS (SELECT 1 FROM reader_links l WHERE l.story = s.story)"
        "  OR EXISTS (SELECT 1 FROM corrections c WHERE c.story = s.story))"
        " GROUP BY s.story HAVING both = every OR both = ? ORDER BY both DESC, t.opened DESC LIMIT 1",
        (*hashes, *named, len(hashes)),
    ).fetchone()
    return (str(row[0]), row[1] == len(articles) and row[2] > row[1]) if row else (None, False)


def _recent(connection: sqlite3.Connection, id: str, name: str, opened: str) -> RecentStory:
    articles = connection.execute(
        "SELECT a.id, a.source, a.meta FROM story_articles s"
        " JOIN articles a ON a.row = s.article WHERE s.story = ? AND s.position IS NOT NULL ORDER BY s.position",
        (id,),
    ).fetchall()
    count = connection.execute(
        "SELECT count(*) FROM highlights WHERE set_id IN (SELECT id FROM sets WHERE story = ?)", (id,)
    ).fetchone()[0]
    stated = {}
    for (value,) in connection.execute("SELECT value FROM corrections WHERE story = ? ORDER BY row", (id,)):
        if (correction := correction_of(loads(value))).kind == "outlet":
            stated[correction.article] = correction.value or correction.article
    outlets = tuple(stated.get(article) or loads(meta)["outlet"] or article for article, _, meta in articles)
    return RecentStory(id, name, opened, outlets, tuple(source for _, source, _ in articles), count)


def _keep_article(connection: sqlite3.Connection, article: Article) -> int:
    texts = (article.id, article.source, dumps(article_meta(article)), dumps(sentences_json(article)), article.text)
    fingerprint = _hash("\0".join(texts))
    connection.execute(
        "INSERT OR IGNORE INTO articles (fingerprint, sha256, id, source, meta, sentences, text)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (fingerprint, text_hash(article), *texts),
    )
    return int(connection.execute("SELECT row FROM articles WHERE fingerprint = ?", (fingerprint,)).fetchone()[0])


def text_hash(article: Article) -> str:
    """SHA-256 of the article's text as UTF-8, in hexadecimal digits."""
    return _hash(article.text)


def _sources_key(articles: Sequence[Article]) -> str:
    return _key(_where(article) for article in articles)


def _texts_key(articles: Sequence[Article]) -> str:
    return _key(text_hash(article) for article in articles)


def _where(article: Article) -> str:
    """What an article is known by when its text has changed."""
    version = article.version.name if article.version else ""
    if article.url or "://" in article.source:
        return f"{article.url or article.source}\t{version}"
    if article.source == "-":
        return f"-\t{text_hash(article)}"
    return f"{Path(article.source).absolute()}\t{article.id}\t{version}"


def _key(parts: Iterable[str]) -> str:
    """One value for several, whatever their order."""
    return _hash("\n".join(sorted(parts)))


def _hash(text: str) -> str:
    return digest.text_hash(text)
