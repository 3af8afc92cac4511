"""How long keeping, opening, searching and exporting take: `python benchmarks/library.py [FOLDER]`.

FOLDER is on the disk to be measured (the working folder without it): a memory disk would make fsync free.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).parent.parent / "tui"))

from variorum.engine.article import make_article
from variorum.engine.keeping.anchors import make_anchor, settle
from variorum.engine.keeping.nouns import Highlight, HighlightKind
from variorum.engine.nouns import Article, Maker, Relation
from variorum.export import FORMATS, render_set
from variorum.library import Library, care, highlights, sets, stories

STORIES, EACH = 1000, 100
SENTENCE = "The minister of outlet {outlet} said in story {story} that point {n} of the plan would go to a vote soon."
NOTE = "Check number {n} with the ministry; the other outlet says something else about the vote in story {story}."


def main() -> None:
    """Fill a library and print the figures beside what they must not exceed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default=".", type=Path)
    with tempfile.TemporaryDirectory(dir=parser.parse_args().folder, prefix="variorum-benchmark-") as folder:
        measure(Path(folder) / "library.sqlite3")


def measure(path: Path) -> None:
    """Do everything in a library at that path."""
    library = Library(path, backups=2)
    print(f"SQLite {sqlite3.sqlite_version}, {STORIES} stories with {EACH} highlights each, in {path.parent}")
    filled = timed(lambda: fill(library))
    print(f"filled in {filled:.1f} s, {path.stat().st_size / 1e6:.0f} MB")
    story = stories.recent_stories(library, 1)[0].id
    articles = stories.load_story(library, story).articles
    marked = highlight(articles, 3, 0, 0)
    say("one fsync of this disk, median of 100", 1000 * median(fsyncs(path.parent)), None)
    one_by_one = [timed(lambda: highlights.keep(library, story, marked)) for _ in range(200)]
    say("keep a highlight, with fsync, p95", percentile(one_by_one), 30)
    say("keep a highlight, with fsync, median", 1000 * median(one_by_one), None)
    some = [r.id for r in stories.recent_stories(library, STORIES)][:: STORIES // 40]
    say("open a story with its highlights, p95", percentile([timed(lambda i=i: open_story(path, i)) for i in some]), 50)
    for words in ("vote", "number 57 ministry", "nothing like it"):
        times = [timed(lambda w=words: highlights.search_notes(library, w)) for _ in range(5)]
        say(f"search notes for “{words}”", 1000 * max(times), 100)
    say("search with FTS5, for comparison", *full_text(library))
    say("list the recent stories", 1000 * timed(lambda: stories.recent_stories(library)), None)
    large = ten_thousand(library)
    for format in FORMATS:
        if format != "text":  # a report to read, no export of highlights
            # The best of three: other work on the machine is not the export's.
            best = min(timed(lambda f=format: export(library, large, f)) for _ in range(3))
            say(f"export 10,000 highlights as {format}", 1000 * best, 2000)
    say("check the library", 1000 * timed(lambda: care.check(library)), None)
    say("back it up", 1000 * timed(lambda: care.backup(library)), None)
    library.close()


def fill(library: Library) -> None:
    """The stories and their highlights."""
    for n in range(STORIES):
        pair = tuple(article(n, outlet, EACH) for outlet in ("post", "herald"))
        story = stories.keep_story(library, pair, name=f"story {n}").id
        highlights.keep_all(library, story, [highlight(pair, k, k, n) for k in range(EACH)])


def article(story: int, outlet: str, sentences: int) -> Article:
    """An article of so many sentences."""
    text = "\n\n".join(SENTENCE.format(outlet=outlet, story=story, n=n) for n in range(sentences))
    return make_article(text, id=outlet, source=f"{story}/{outlet}.txt", language="en")


def highlight(articles: tuple[Article, ...], sentence: int, n: int, story: int) -> Highlight:
    """A kept link with tags and a note."""
    spans = [(a, a.sentences[sentence]) for a in articles]
    anchors = tuple(make_anchor(a, s.start, s.end) for a, s in spans)
    note = NOTE.format(n=n, story=story)
    return Highlight(
        "", HighlightKind.SHARED, anchors, Relation.NEAR, 0.9, Maker.ENGINE, (), None, ("vote", f"n{n % 7}"), note
    )


def open_story(path: Path, story: str) -> None:
    """What resuming reads, with a fresh session."""
    library = Library(path)
    stories.load_story(library, story)
    for record in sets.list_sets(library, story):
        sets.load_set(library, record.id)
    library.close()


def ten_thousand(library: Library) -> str:
    """The id of a set of 10,000 highlights on two articles of 2,000 sentences."""
    pair = tuple(article(STORIES, outlet, 2000) for outlet in ("post", "herald"))
    story = stories.keep_story(library, pair, name="large").id
    return sets.create_set(library, story, "large", [highlight(pair, n % 2000, n, 0) for n in range(10_000)]).id


def export(library: Library, set_id: str, format: str) -> None:
    """What `variorum export` does, from the library to the text."""
    kept = sets.load_set(library, set_id)
    record = next(r for r in sets.list_sets(library) if r.id == set_id)
    articles = stories.load_story(library, record.story).articles
    placed = settle(kept.highlights, articles).onto(kept)
    render_set(placed, articles, format, now="2026-01-01T00:00:00Z")


def fsyncs(folder: Path) -> list[float]:
    """What the disk itself takes: a commit needs five of these (the journal twice, its folder twice, the library)."""
    with (folder / "probe").open("wb", buffering=0) as file:

        def once() -> None:
            file.write(bytes(4096))
            os.fsync(file.fileno())

        return [timed(once) for _ in range(100)]


def full_text(library: Library) -> tuple[float, None]:
    """The same search in an FTS5 table made for it."""
    with library.reading() as connection:
        rows = connection.execute("SELECT highlight, note FROM notes").fetchall()
    other = sqlite3.connect(":memory:")
    try:
        other.execute("CREATE VIRTUAL TABLE notes USING fts5(note)")
    except sqlite3.OperationalError:
        return float("nan"), None
    other.executemany("INSERT INTO notes (rowid, note) VALUES (?, ?)", rows)
    query = "SELECT rowid FROM notes WHERE notes MATCH 'vote' ORDER BY rowid DESC LIMIT 200"
    seconds = max(timed(lambda: other.execute(query).fetchall()) for _ in range(5))
    other.close()
    return 1000 * seconds, None


def timed(do: Callable[[], object]) -> float:
    """Seconds that it takes."""
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def percentile(seconds: list[float]) -> float:
    """The 95th percentile in milliseconds."""
    return 1000 * quantiles(seconds, n=20)[-1]


def say(what: str, milliseconds: float, most: float | None) -> None:
    """One line: what, how long, and whether that is within what is promised."""
    verdict = "" if most is None else f"  (≤ {most:g} ms: {'yes' if milliseconds <= most else 'NO'})"
    print(f"{what:<52} {milliseconds:9.1f} ms{verdict}")


if __name__ == "__main__":
    main()
