"""What the fuzzer sends its inputs through: reading, engine, exports, imports, settings, library, lists, reader."""

from __future__ import annotations

import atexit
import hashlib
import json
import random
import re
import shutil
import sqlite3
from contextlib import closing, redirect_stderr, suppress
from dataclasses import replace
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from tests.terminal.hostile import FORBIDDEN
from tools.fuzz_inputs import NOW, SPRINKLES, cells, fill

from variorum.config import LAYOUTS, load_settings
from variorum.engine.article import make_article
from variorum.engine.keeping.anchors import settle
from variorum.engine.nouns import Article, Story
from variorum.engine.story import compare
from variorum.errors import ConfigError, ExportError, ImportFileError, LibraryError, UsageError
from variorum.export import FORMATS, render_set, render_story
from variorum.export.importing.sets import read_import
from variorum.library import Library, highlights, records, sets, stories
from variorum.reading.document import Unreadable
from variorum.reading.formats.plain import read_plain
from variorum.reading.sniff import PLAIN, Kind, sniff
from variorum.reading.sources_toml import NAME, Stated
from variorum.reading.worker import parser_for
from variorum.text.sanitise import clean
from variorum.text.width import width
from variorum.view import actions as do
from variorum.view.keeping.bridge import open_kept
from variorum.view.keeping.resume import resumed
from variorum.view.keys import READER, SELECTING
from variorum.view.lists.about import about_view
from variorum.view.lists.discrepancies import discrepancies_view
from variorum.view.lists.listing import Listing
from variorum.view.lists.matrix import matrix_view
from variorum.view.lists.quotes import quotes_view
from variorum.view.lists.revisions import revisions_view
from variorum.view.painting.screen import Painter
from variorum.view.palette import Palette
from variorum.view.reducing.reduce import opened, reduce
from variorum.view.state import Side, State

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
KNOWN = tuple(key.action for key in (*READER, *SELECTING) if key.action)


def exercise(name: str, data: bytes) -> None:
    """Put one input through everything that takes its kind; raises what should not be raised."""
    choose = random.Random(hashlib.sha256(data).digest())
    suffix = Path(name).suffix
    if suffix == ".import":
        take_in(data.decode("utf-8", "replace"))
    elif suffix == ".session":
        come_back(data.decode("utf-8", "replace"), choose)
    elif suffix == ".library":
        open_library(json.loads(data), choose)
    elif suffix in (".toml", ".sources"):
        state(data, suffix)
    else:
        read(name, data, choose)


def read(name: str, data: bytes, choose: random.Random) -> None:
    """An article, with a changed one beside it: compared, exported, looked at."""
    text = text_of(name, data)
    if not text.strip():
        return
    articles = [article_of(text, "a"), article_of(shuffled(text, choose), "b")]
    if choose.random() < 0.2:
        articles.append(article_of(shuffled(text, choose), "c"))
    story = compare(*articles)
    for format in FORMATS:
        try:
            shown = render_story(story, format, now=NOW)
        except UsageError:
            continue  # this format holds no such story
        inert(shown, format)
    look(story, choose)


def inert(shown: str, what: str) -> None:
    """Raise where something that acts on a terminal is shown."""
    bad = FORBIDDEN.search(shown.replace("\r\n", "\n"))
    if bad:
        raise AssertionError(f"{what} carries {bad.group()!r}")


def take_in(text: str) -> None:
    """A set to import, placed on the seeds, and exported in every format."""
    try:
        imported = read_import(text)
    except ImportFileError as error:
        inert(str(error).replace("\n", ""), "the refusal")
        return
    articles = imported.articles or seed_story().articles
    placed = imported.placed(articles)
    held = settle(placed.highlights, articles).onto(placed)
    for format in FORMATS:
        with suppress(UsageError, ExportError):  # this format holds no such set, or its texts are not at hand
            inert(render_set(held, articles, format, now=NOW), format)


def come_back(text: str, choose: random.Random) -> None:
    """A place in a story, as a library may give it."""
    try:
        session = json.loads(text)
    except ValueError:
        return  # the library says that it is damaged
    if isinstance(session, dict):
        story = seed_story()
        press(resumed(reduce(opened(story), do.Resize(80, 24), story), session, story), story, choose, 8)


@cache
def seed_story() -> Story:
    """The seeds, compared."""
    return compare(*(article_of(path.read_text("utf-8"), f"a{n}") for n, path in enumerate(sorted(SEEDS.iterdir()))))


@cache
def seed_library() -> Path:
    """A library of the seeds, to be copied."""
    folder = Path(mkdtemp(prefix="fuzz-"))
    atexit.register(shutil.rmtree, folder)
    path = folder / "library.sqlite3"
    fill(path, seed_story())
    return path


def open_library(wanted: object, choose: random.Random) -> None:
    """A library in which some values are others: it opens or says what is wrong."""
    there = {(t, n, c): v for t, n, c, v in cells(seed_library())}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite3"
        shutil.copy(seed_library(), path)
        with closing(sqlite3.connect(path)) as connection:
            for cell in wanted if isinstance(wanted, list) else ():
                if isinstance(cell, list) and len(cell) == 4:
                    overwrite(connection, there, *cell)
            connection.commit()
        library = Library(path)
        try:
            use(library, choose)
        except LibraryError as error:
            inert(str(error), "the complaint")
        finally:
            library.close()


def overwrite(connection: sqlite3.Connection, there: dict[tuple[str, int, str], object], *cell: object) -> None:
    """Put a value into a library, if it is another than stands there and SQLite takes it."""
    table, number, column, value = cell
    try:
        if there.get((table, number, column), value) == value:  # type: ignore[arg-type]  # whatever the input says
            return
        command = (
            f"UPDATE OR IGNORE {table} SET {column} = ? WHERE rowid = (SELECT rowid FROM {table} LIMIT 1 OFFSET ?)"
        )
        connection.execute(command, (value, number))
    except (sqlite3.Error, OverflowError, TypeError, UnicodeEncodeError):
        return  # it can stand in no library


def use(library: Library, choose: random.Random) -> None:
    """What the reader and the commands ask of a library."""
    story = seed_story()
    stories.recent_stories(library)
    kept = open_kept(library, story.articles)
    highlights.all_tags(library)
    highlights.search_notes(library, "note")
    for record in sets.list_sets(library):
        held = sets.load_set(library, record.id)
        for format in ("json", "markdown", "csv", "html"):
            inert(render_set(held, story.articles, format, now=NOW), format)
    if kept.story:
        loaded = stories.load_story(library, kept.story)
        records.load_session(library, kept.story)
        shown = Story(loaded.articles)
        if shown.articles:
            press(reduce(opened(shown), do.Resize(80, 24), shown), shown, choose, 4)
    state = reduce(opened(story), do.Resize(80, 24), story)
    press(replace(resumed(state, kept.session or {}, story), changes=kept.changes), story, choose, 8)


def state(data: bytes, suffix: str) -> None:
    """Settings, or what is stated of sources."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / (NAME if suffix == ".sources" else "config.toml")
        path.write_bytes(data)
        if suffix == ".sources":
            stated = Stated()
            for value in stated.fields(Path(folder), "a1.txt", "https://example.org/a").values():
                inert(value, "what is stated")
            for failure in stated.failures:
                inert(failure.reason, "the failure")
            return
        try:
            load_settings(path)
        except ConfigError as error:
            inert(str(error), "the complaint")


def text_of(name: str, data: bytes) -> str:
    """What reading makes of the input; empty where it is refused."""
    kind = sniff(data, name)
    try:
        if kind in PLAIN:
            return read_plain(data, markdown=kind is Kind.MARKDOWN).text
        request = {"kind": kind.value, "name": name, "charset": "", "address": "", "effort": "full", "seconds": "10"}
        with redirect_stderr(StringIO()):  # nobody sees what parsers say beside the process that runs them
            return "\n\n".join(document.text for document in parser_for(kind)(data, request).documents)
    except (Unreadable, RecursionError, MemoryError):  # as the process around a parser takes them
        return ""


def article_of(text: str, id: str) -> Article:
    """An article whose sentences lie one after another within its text."""
    article = make_article(text, id=id, source=id)
    end = 0
    for sentence in article.sentences:
        if not end <= sentence.start < sentence.end <= len(text):
            raise AssertionError(f"sentence {sentence.index} stands at {sentence.start}–{sentence.end} after {end}")
        end = sentence.end
    return article


def shuffled(text: str, choose: random.Random) -> str:
    """The text in other words and another order."""
    parts = re.split(r"(?<=[.\n])", text)
    parts = [part for part in parts if choose.random() < 0.8]
    for _ in range(len(parts) // 4):
        n, m = choose.randrange(len(parts)), choose.randrange(len(parts))
        parts[n], parts[m] = parts[m], parts[n]
    words = "".join(parts).split(" ")
    for _ in range(len(words) // 10):
        words[choose.randrange(len(words))] = clean(choose.choice(SPRINKLES))
    return " ".join(words) if "".join(words).strip() else text


def look(story: Story, choose: random.Random) -> None:
    """Press keys at random and paint what they show; open every list."""
    state = opened(story, layout=choose.choice(LAYOUTS))
    state = press(reduce(state, do.Resize(80, 24), story), story, choose, 25)
    glyph = Palette().glyph
    ids = [story.articles[state.article(side)].id for side in Side]
    views = [view(story, glyph) for view in (matrix_view, quotes_view, discrepancies_view, revisions_view)]
    for shown in (*views, about_view(story, ids[0], ids[1], state.active, state.sentence, glyph)):
        listing = Listing(shown, glyph)
        columns, lines = choose.randrange(1, 200), choose.randrange(1, 60)
        listing.resize(columns, lines)
        for _ in range(6):
            choose.choice((listing.next_filter, listing.next_order))()
            listing.move(choose.randrange(-9, 9))
            listing.search(choose.choice(("", "a", "[", "“", "the")))
            listing.choose_column(choose.choice((-1, 1)))
            full(listing.screen(), columns, lines, shown.name)


def full(rows: object, columns: int, lines: int, what: str) -> None:
    """Raise where a list's rows do not fill its place."""
    assert isinstance(rows, list | tuple)
    wide = [sum(width(piece) for piece, _ in row) for row in rows]
    if len(rows) != lines or any(one != columns for one in wide):
        raise AssertionError(f"{what} at {columns}×{lines}: {len(rows)} rows of {sorted(set(wide))}")


def press(state: State, story: Story, choose: random.Random, times: int) -> State:
    """Do things at random; the cursor stays on a sentence, and every frame fills the screen exactly."""
    painter = Painter(Palette())
    for _ in range(times):
        action = choose.choice(KNOWN)
        if choose.random() < 0.3:
            action = choose.choice(
                (
                    do.Resize(choose.randrange(1, 300), choose.randrange(1, 100)),
                    do.Resize(choose.randrange(1, 60), choose.randrange(1, 16)),
                    do.Type(choose.choice(("a", ".", "[", "é", "日", "the", None))),
                    do.GoTo(choose.randrange(-3, 400), choose.choice(tuple(Side))),
                    do.Scroll(choose.randrange(-90, 90)),
                    do.Choose(choose.randrange(0, 9)),
                    do.Split(to=choose.randrange(-10, 110)),
                )
            )
        state = reduce(state, action, story)
        stands(state, story)
        filled(painter, state, story, action)
    return state


def stands(state: State, story: Story) -> None:
    """Raise where a cursor is on no sentence of its article."""
    for side in Side:
        count = len(story.articles[state.article(side)].sentences)
        if not 0 <= state.cursor[side] < max(1, count):
            raise AssertionError(f"the {side.name} cursor is on {state.cursor[side]} of {count}")


def filled(painter: Painter, state: State, story: Story, action: object) -> None:
    """Raise where the blocks of a frame overlap, reach over the screen's edge, or hold lines of another width."""
    taken: set[tuple[int, int]] = set()
    for place, lines in painter.frame(state, story):
        if place.x < 0 or place.y < 0 or place.x + place.w > state.columns or place.y + place.h > state.lines:
            raise AssertionError(f"after {action}: {place} is over the edge of {state.columns}×{state.lines}")
        cells = {(x, y) for x in range(place.x, place.x + place.w) for y in range(place.y, place.y + place.h)}
        if taken & cells:
            raise AssertionError(f"after {action}: {place} overlaps another block")
        taken |= cells
        wide = {sum(width(segment.text) for segment in line) for line in lines}
        if len(lines) > place.h or wide - {place.w}:
            raise AssertionError(f"after {action}: {place} gets {len(lines)} lines of {sorted(wide)} cells")
