"""`variorum compare`: the comparison as text or data, without a screen."""

from __future__ import annotations

import argparse

from variorum.cli.output import add_output, emit_story
from variorum.cli.sources import add_sources, read_sources
from variorum.cli.talk import say
from variorum.engine.thresholds import THRESHOLD
from variorum.errors import ExitCode


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_sources(parser, needed=True)
    parser.add_argument("--corrected", action="store_true", help="with what you corrected and linked by hand before")
    told = (
        "leave out links below this score, from .5 to 1; settings are not asked, so that a report is the same anywhere"
    )
    parser.add_argument("--threshold", metavar="SCORE", type=_score, help=told)
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

        story = compare_corrected(result.articles)
    else:
        story = compare(*result.articles)
    emit_story(story, options, threshold=options.threshold)
    return ExitCode.UNREADABLE if result.failures else ExitCode.DONE


def _score(text: str) -> float:
    score = float(text)
    if not THRESHOLD <= score <= 1:
        raise argparse.ArgumentTypeError(f"must be a number from {THRESHOLD:g} to 1")
    return score
