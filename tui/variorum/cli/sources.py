"""The SOURCE arguments, shared by every command that reads articles."""

from __future__ import annotations

import argparse

from variorum.cli.talk import say_failures
from variorum.errors import ArticleError
from variorum.reading import ReadResult, read_all


def add_sources(parser: argparse.ArgumentParser, *, needed: bool) -> None:
    """Add the sources and the options of reading them."""
    parser.add_argument("sources", nargs="+" if needed else "*", metavar="SOURCE", help="what to read")


def read_sources(options: argparse.Namespace) -> ReadResult:
    """Read every source, saying one line for each that cannot be read.

    Raises:
        ArticleError: There was nothing left to show.
    """
    result = read_all(options.sources)
    say_failures(result.failures)
    if not result.articles:
        raise ArticleError(
            "no article could be read", "name a text file, a folder, an address, or - for standard input"
        )
    return result
