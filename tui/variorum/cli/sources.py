"""The SOURCE arguments and the options of reading them, shared by every command that reads articles."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from threading import Lock, Timer
from typing import TYPE_CHECKING

from variorum.cli.talk import say, say_failures
from variorum.engine.nouns import Article, Progress
from variorum.errors import ArticleError, UsageError
from variorum.paths import cache_folder
from variorum.reading import Entry, Reading, ReadOptions, ReadResult
from variorum.reading.options import PILE

if TYPE_CHECKING:
    from rich.status import Status

_MANY = 10  # sources from which on a count is worth a line
_LISTED = 20  # stories, or entries of a feed, that are named
_PATIENCE = 0.5  # seconds before progress is shown: what is quicker needs none


def add_sources(parser: argparse.ArgumentParser, *, needed: bool) -> None:
    """Add the sources and the options of reading them."""
    parser.add_argument("sources", nargs="+" if needed else "*", metavar="SOURCE", help="what to read")
    parser.add_argument(
        "--story",
        metavar="N",
        help="of a pile of articles, open its Nth story, or the one with these words; all takes them as one story",
    )
    add_reading(parser)


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add the options of reading."""
    group = parser.add_argument_group("reading")
    group.add_argument("--offline", action="store_true", help="take addresses from the cache, and ask no network")
    group.add_argument("--no-cache", action="store_true", help="keep no fetched pages")
    group.add_argument("--entries", metavar="N", type=_count, default=0, help="open the first N entries of a feed")
    group.add_argument("--allow-private-network", action="store_true", help="fetch from private addresses too")


def reading_options(options: argparse.Namespace) -> ReadOptions:
    """The options of reading, as the command line gives them."""
    return ReadOptions(
        allow_private_network=options.allow_private_network,
        cache=None if options.no_cache else cache_folder,
        offline=options.offline,
        entries=options.entries,
    )


def read_sources(options: argparse.Namespace, *, listing: bool = False) -> ReadResult:
    """Read every source, saying one line for each that cannot be read.

    Args:
        listing: The caller prints the entries of feeds from which nothing was opened.

    Raises:
        ArticleError: There was nothing left to show.
    """
    reading = Reading(options.sources, reading_options(options))
    with watch() as progress:
        for done in chain((0,), reading):
            if progress:
                skipped = f"{len(reading.failures):,} skipped, " if reading.failures else ""
                progress(f"{skipped}reading", done, reading.total)
    result = reading.result()
    say_failures(result.failures)
    if listing and result.entries and not result.articles:
        return result
    if result.entries and not options.entries:
        _list_entries(result.entries)
    if result.failures and len(result.failures) + len(result.articles) >= _MANY:
        say(f"{len(result.articles):,} read, {len(result.failures):,} skipped")
    if not result.articles:
        raise nothing_read(result)
    return replace(result, articles=_chosen_story(result.articles, options.story))


def nothing_read(result: ReadResult) -> ArticleError:
    """That there is nothing to show, and what to do."""
    if result.entries:
        return ArticleError("a feed, but no article yet", "--entries N opens its first N entries")
    return ArticleError("no article could be read", "name a text file, a folder, an address, or - for standard input")


def wish_to_sort(story: str | None) -> bool | None:
    """Whether articles are to be sorted into stories: None where that depends on how many there are."""
    return None if story is None else story != "all"


def _list_entries(entries: Sequence[Entry]) -> None:
    """What feeds offer, said on standard error; people name an address, or say how many to open."""
    for entry in entries[:_LISTED]:
        say(" ".join(filter(None, ((entry.published or "")[:10], entry.title, entry.url))))
    more = f" (the first {_LISTED} are named)" if len(entries) > _LISTED else ""
    say(f"{len(entries)} entries of feeds{more}: --entries N opens the first N of each")


def print_entries(entries: Sequence[Entry], hint: str) -> None:
    """What feeds offer, on standard output, one a line: number, date, title, address."""
    for number, entry in enumerate(entries, 1):
        when = (entry.published or "")[:10]
        sys.stdout.write(f"{number:>3}  {when:10}  {entry.title}  {entry.url}\n")
    say(hint)


def _chosen_story(articles: tuple[Article, ...], wanted: str | None) -> tuple[Article, ...]:
    """The articles of one story: all there are, unless they are a pile, or a story of it is asked for.

    Raises:
        UsageError: There is no such story, or no two of many articles tell the same.
    """
    if wanted == "all" or (wanted is None and len(articles) <= PILE):
        return articles
    from variorum.reading.grouping import group_into_stories, named_story  # noqa: PLC0415 - only piles are grouped

    with watch() as progress:
        pile = group_into_stories(articles, progress=progress)
    if wanted is not None:
        return named_story(pile, wanted)
    if len(pile.stories) == 1 and not pile.singletons:
        return articles
    if not pile.stories:
        raise UsageError(
            f"no two of these {len(articles):,} articles tell the same story", "--story all compares them all"
        )
    for place, story in enumerate(pile.stories[:_LISTED], 1):
        say(f"story {place}: {story.name} ({len(story.articles)} articles)")
    if len(pile.stories) > _LISTED:
        say(f"… and {len(pile.stories) - _LISTED} more stories")
    if pile.singletons:
        names = ", ".join(a.id for a in pile.singletons[:5])
        say(f"{len(pile.singletons)} stand alone: {names}{' …' if len(pile.singletons) > 5 else ''}")
    say("this is story 1; --story N opens another, --story WORDS the one with these words, --story all all as one")
    return pile.stories[0].articles


@contextmanager
def watch() -> Iterator[Progress | None]:
    """Progress on standard error, where that is a terminal, for what takes longer than half a second."""
    if not sys.stderr.isatty():
        yield None
        return
    shown = _Shown()
    try:
        yield shown.tell
    finally:
        shown.end()


class _Shown:
    """A line that says how far something is. A timer lets it appear: one source alone may take long."""

    def __init__(self) -> None:
        self._words = ""
        self._status: Status | None = None
        self._over = False
        self._lock = Lock()
        self._timer = Timer(_PATIENCE, self._appear)
        self._timer.daemon = True
        self._timer.start()

    def tell(self, stage: str, done: int, total: int) -> None:
        """What is done, and how much of it."""
        with self._lock:
            self._words = f"{stage} {min(done + 1, total):,} of {total:,} (Ctrl-C stops)"
            if self._status:
                self._status.update(self._words)

    def _appear(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - only for what takes long
        from rich.status import Status  # noqa: PLC0415

        with self._lock:
            if not self._over:
                self._status = Status(self._words, console=Console(stderr=True, markup=False, highlight=False))
                self._status.start()

    def end(self) -> None:
        """Take the line away."""
        self._timer.cancel()
        with self._lock:
            self._over = True
            if self._status:
                self._status.stop()


def _count(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 500:
        raise argparse.ArgumentTypeError("must be a number from 0 to 500")
    return number
