"""What the commands about the library share: opening it, finding a story by its sources, and showing what is kept."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from variorum.cli.settings import usual_settings
from variorum.cli.talk import say, say_failures
from variorum.engine.keeping.anchors import make_anchor
from variorum.engine.keeping.by_hand import apply_reader_links
from variorum.engine.keeping.corrections import correct
from variorum.engine.keeping.nouns import Anchor, ReaderLinks
from variorum.engine.nouns import Article, Story
from variorum.errors import ArticleError, UsageError
from variorum.library import Library, records
from variorum.library.highlights import Found, find_highlights
from variorum.library.sets import find_set
from variorum.library.stories import StoryRecord, find_story, keep_story
from variorum.paths import library_path
from variorum.reading import read_all
from variorum.text.sanitise import clean, clean_line, in_json

Values = dict[str, Any]
"""One JSON object."""


@contextmanager
def open_library() -> Iterator[Library]:
    """The library of this user for a block of work; its file is opened or made by what is asked of it.

    What went wrong beside the work is said at the end.

    Raises:
        ConfigError: The settings are wrong.
    """
    library = Library(library_path(), backups=usual_settings().backups)
    try:
        yield library
    finally:
        if library.warning:
            say(library.warning)
        library.close()


def story_of(library: Library, sources: Sequence[str]) -> StoryRecord:
    """The story of those sources, kept from now on.

    Raises:
        ArticleError: One of them cannot be read; with another set of articles it would be another story.
        LibraryError: It cannot be written.
    """
    result = read_all(sources)
    if result.failures or not result.articles:
        say_failures(result.failures)
        raise ArticleError("nothing was kept, because not all of the story could be read", "name sources that exist")
    return keep_story(library, result.articles)


def compare_corrected(articles: Sequence[Article]) -> Story:
    """The comparison of articles with the corrections and the links by hand that the library has of their story.

    Raises:
        LibraryError: The library cannot be read.
    """
    from variorum.engine.story import compare, join  # noqa: PLC0415 - most commands here compare nothing

    with open_library() as library:
        id = find_story(library, articles)
        fixes = records.corrections(library, id) if id else ()
        links = records.reader_links(library, id) if id else ReaderLinks()
    corrected = [correct(a, fixes) for a in articles]
    story = compare(*corrected)
    if not (links.made or links.cut):
        return story
    return join(corrected, [apply_reader_links(c, links) for c in story.comparisons])


def one_highlight(library: Library, wanted: str, set_name: str | None = None) -> Found:
    """The highlight of that id, or of the beginning of one.

    Args:
        set_name: The set that holds it, where several do; a name or an id.

    Raises:
        UsageError: There is none, or several.
        LibraryError: The library cannot be read.
    """
    found = find_highlights(library, wanted)
    if set_name is not None:
        record = find_set(library, set_name)
        found = tuple(f for f in found if f.set.id == record.id)
    if not found:
        raise UsageError(f"there is no highlight {clean_line(wanted)}", "`variorum highlights list SET` shows the ids")
    if len({f.highlight.id for f in found}) > 1:
        raise UsageError(f"several highlights begin with {clean_line(wanted)}", "give more of the id")
    if len(found) > 1:
        several = ", ".join(f"{f.set.name} ({f.set.id[:8]})" for f in found[:5])
        raise UsageError(f"several sets hold {clean_line(wanted)}: {several}", "name one of them with --in")
    return found[0]


def pick_anchor(articles: Iterable[Article], exact: str, article: str | None) -> Anchor:
    """The anchor of words that a user quotes: the first place where they stand, blanks and line ends aside.

    Raises:
        UsageError: They stand in none of the articles, or there is no article of that id.
    """
    wanted = clean(exact)
    words = wanted.split()
    chosen = [a for a in articles if article in (None, a.id)]
    if not chosen:
        raise UsageError(f"the story has no article {clean_line(article or '')}")
    if not words:
        raise UsageError("the words to mark are blank")
    for candidate in chosen:
        at = candidate.text.find(wanted)
        if at >= 0 and wanted == wanted.strip():
            return make_anchor(candidate, at, at + len(wanted))
        span = _spaced(candidate.text, words)
        if span:
            return make_anchor(candidate, *span)
    raise UsageError(f"these words stand in none of the articles: {' '.join(words)[:60]}", "copy them from the text")


def found_json(found: Found) -> Values:
    """A highlight and its set as the commands print it."""
    highlight = found.highlight
    return {
        "id": highlight.id,
        "set": {"id": found.set.id, "name": found.set.name, "story": found.set.story_name},
        "kind": highlight.kind.value,
        "relation": highlight.relation.value if highlight.relation else None,
        "score": highlight.score,
        "by": highlight.by.value if highlight.by else None,
        "why": list(highlight.why),
        "threshold": highlight.threshold,
        "note": highlight.note,
        "tags": list(highlight.tags),
        "anchors": [
            {"article": a.article, "exact": a.exact, "start": a.start, "end": a.end} for a in highlight.anchors
        ],
        "created": highlight.created,
        "modified": highlight.modified,
    }


def found_line(found: Found) -> str:
    """A highlight on one line: id, kind, words, tags, note."""
    highlight = found.highlight
    words = " / ".join(clean_line(a.exact) for a in highlight.anchors)
    tags = "".join(f" #{tag}" for tag in highlight.tags)
    note = f" — {clean_line(highlight.note)}" if highlight.note else ""
    return f"{highlight.id}  {highlight.kind.value:<11}  {words}{tags}{note}"


def print_json(value: object) -> None:
    """Print a value as JSON in UTF-8."""
    sys.stdout.buffer.write((in_json(json.dumps(value, ensure_ascii=False, indent=1)) + "\n").encode("utf-8"))


def text_argument(value: str) -> str:
    """What the user typed, or all of standard input for `-`, cleaned.

    Raises:
        UsageError: It is blank.
    """
    text = sys.stdin.buffer.read().decode("utf-8", "replace") if value == "-" else value
    cleaned = clean(text).strip()
    if not cleaned:
        raise UsageError("the note is blank")
    return cleaned


def _spaced(text: str, words: Sequence[str]) -> tuple[int, int] | None:
    """Where words stand one after the other with any blanks between them."""
    import re  # noqa: PLC0415 - only for words that were not found as they are

    match = re.search(r"\s+".join(map(re.escape, words)), text)
    return match.span() if match else None
