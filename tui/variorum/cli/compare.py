"""`variorum compare`: the comparison as text or data, without a screen."""

from __future__ import annotations

import argparse

from variorum.cli.output import add_output, emit_story
from variorum.cli.sources import add_sources, read_sources
from variorum.cli.talk import say
from variorum.errors import ExitCode


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_sources(parser, needed=True)
    parser.add_argument("--corrected", action="store_true", help="with what you corrected and linked by hand before")
    add_output(parser)


def run(options: argparse.Namespace) -> ExitCode:
    """Compare what the sources hold and print it.

    Raises:
        ArticleError: Nothing could be read.
        ExportError: The output file cannot be written.
    """
    from variorum.engine.story import compare  # noqa: PLC0415 - errors in the arguments come before any engine

    result = read_sources(options)
    if len(result.articles) == 1:
        say("there is one article only, so nothing to compare it with")
        if not result.failures:
            return ExitCode.USAGE
    if options.corrected:
        from variorum.cli.keeping import compare_corrected  # noqa: PLC0415 - loads the library

        emit_story(compare_corrected(result.articles), options)
    else:
        emit_story(compare(*result.articles), options)
    return ExitCode.UNREADABLE if result.failures else ExitCode.DONE
