"""The SOURCE arguments and the options of reading them, shared by every command that reads articles."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from variorum.cli.talk import say, say_failures
from variorum.engine.nouns import Progress
from variorum.errors import ArticleError
from variorum.paths import cache_folder
from variorum.reading import ReadOptions, ReadResult, read_all

if TYPE_CHECKING:
    from rich.status import Status

_MANY = 10  # sources from which on a count is worth a line
_PATIENCE = 0.5  # seconds before progress is shown: what is quicker needs none


def add_sources(parser: argparse.ArgumentParser, *, needed: bool) -> None:
    """Add the sources and the options of reading them."""
    parser.add_argument("sources", nargs="+" if needed else "*", metavar="SOURCE", help="what to read")
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
        cache=None if options.no_cache else cache_folder(),
        offline=options.offline,
        entries=options.entries,
    )


def read_sources(options: argparse.Namespace) -> ReadResult:
    """Read every source, saying one line for each that cannot be read.

    Raises:
        ArticleError: There was nothing left to show.
    """
    with watch() as progress:
        result = read_all(options.sources, progress=progress, options=reading_options(options))
    say_failures(result.failures)
    if result.entries and not options.entries:
        say(f"{len(result.entries)} entries of feeds are not opened: --entries N opens the first N of each")
    if result.failures and len(result.failures) + len(result.articles) >= _MANY:
        say(f"{len(result.articles)} read, {len(result.failures)} skipped")
    if not result.articles:
        raise ArticleError(
            "no article could be read", "name a text file, a folder, an address, or - for standard input"
        )
    return result


@contextmanager
def watch() -> Iterator[Progress | None]:
    """Progress on standard error, where that is a terminal, for what takes longer than half a second."""
    if not sys.stderr.isatty():
        yield None
        return
    began = time.monotonic()
    shown: Status | None = None

    def show(stage: str, done: int, total: int) -> None:
        nonlocal shown
        if time.monotonic() - began <= _PATIENCE or done >= total:
            return
        if shown is None:
            from rich.console import Console  # noqa: PLC0415 - only for what takes long
            from rich.status import Status  # noqa: PLC0415

            shown = Status("", console=Console(stderr=True, markup=False, highlight=False))
            shown.start()
        shown.update(f"{stage} {done + 1:,} of {total:,} (Ctrl-C stops)")

    try:
        yield show
    finally:
        if shown is not None:
            shown.stop()


def _count(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 500:
        raise argparse.ArgumentTypeError("must be a number from 0 to 500")
    return number
