"""What else is kept with a story: links made and cut by hand, corrections, and where the reader was.

Links and corrections are written as the difference of two values, so that two sessions on one story add up and neither
overwrites what the other has acknowledged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from variorum.engine.keeping.nouns import Correction, ReaderLinks
from variorum.library.changes import Change, Kind, perform
from variorum.library.codec import Json, anchor_json, anchor_of, correction_json, correction_of, dumps, loads
from variorum.library.connection import Library
from variorum.library.rows import now


def reader_links(library: Library, story: str) -> ReaderLinks:
    """The links made and cut by hand, in the order in which that was done.

    Raises:
        LibraryError: The library cannot be read.
    """
    values = [loads(text) for text in _values(library, "reader_links", story)]
    made = tuple(tuple(anchor_of(a) for a in anchors) for kind, anchors in values if kind == "made")
    cut = tuple((anchor_of(a), anchor_of(b)) for kind, (a, b, *_) in values if kind == "cut")
    return ReaderLinks(made, cut)


def save_reader_links(library: Library, story: str, before: ReaderLinks, after: ReaderLinks) -> None:
    """Write what has changed from one record of links to the next; one step to undo.

    Raises:
        LibraryError: It cannot be written.
    """
    _save(library, story, "link", _link_texts(before), _link_texts(after))


def corrections(library: Library, story: str) -> tuple[Correction, ...]:
    """The corrections of a story's articles, in the order in which they were made.

    Raises:
        LibraryError: The library cannot be read.
    """
    return tuple(correction_of(loads(text)) for text in _values(library, "corrections", story))


def save_corrections(library: Library, story: str, before: Iterable[Correction], after: Iterable[Correction]) -> None:
    """Write what has changed from one list of corrections to the next; one step to undo.

    Raises:
        LibraryError: It cannot be written.
    """
    texts = [[dumps(correction_json(c)) for c in several] for several in (before, after)]
    _save(library, story, "correction", *texts)


def save_session(library: Library, story: str, state: Mapping[str, Json]) -> None:
    """Remember where the reader is in a story: plain JSON values.

    Raises:
        LibraryError: It cannot be written.
    """
    with library.writing() as connection:
        connection.execute(
            "INSERT INTO sessions VALUES (?, ?, ?)"
            " ON CONFLICT (story) DO UPDATE SET state = excluded.state, saved = excluded.saved",
            (story, dumps(dict(state)), now()),
        )


def load_session(library: Library, story: str) -> dict[str, Json]:
    """Where the reader was in a story; empty where that is not known.

    Raises:
        LibraryError: The library cannot be read.
    """
    with library.reading() as connection:
        row = connection.execute("SELECT state FROM sessions WHERE story = ?", (story,)).fetchone()
        state = loads(row[0]) if row else {}
    return state if isinstance(state, dict) else {}


def _values(library: Library, table: str, story: str) -> list[str]:
    with library.reading() as connection:
        rows = connection.execute(f"SELECT value FROM {table} WHERE story = ? ORDER BY row", (story,)).fetchall()
    return [row[0] for row in rows]


def _link_texts(links: ReaderLinks) -> list[str]:
    made = [dumps(["made", [anchor_json(a) for a in anchors]]) for anchors in links.made]
    return made + [dumps(["cut", [anchor_json(a) for a in pair]]) for pair in links.cut]


def _save(library: Library, story: str, kind: Kind, before: list[str], after: list[str]) -> None:
    gone = [Change(kind, story, text, text, None) for text in before if text not in after]
    come = [Change(kind, story, text, None, text) for text in after if text not in before]
    said = {"link": "changed links by hand", "correction": "corrected an article"}[kind]
    with library.writing() as connection:
        perform(connection, library, story, said, [*gone, *come])
