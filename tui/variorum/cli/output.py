"""Where a report goes and in which format: the arguments, and the writing."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

from variorum.engine.nouns import Story
from variorum.export import FORMATS, render_story


def add_output(parser: argparse.ArgumentParser) -> None:
    """Add `--format`, `--json`, `-o` and `--force`."""
    formats = ", ".join(FORMATS)
    parser.add_argument("--format", default="json", choices=FORMATS, metavar="FORMAT", help=f"one of {formats}")
    parser.add_argument("--json", dest="format", action="store_const", const="json", help="short for --format json")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of to standard output")
    parser.add_argument("--force", action="store_true", help="overwrite FILE if it exists")


def emit_story(story: Story, options: argparse.Namespace) -> None:
    """Render a story as the options say, and write it where they say.

    Raises:
        ExportError: The file exists, or cannot be written.
    """
    emit(render_story(story, options.format, now=utc_now()), options)


def emit(text: str, options: argparse.Namespace) -> None:
    """Write a finished text to the file of the options, or to standard output.

    Raises:
        ExportError: The file exists, or cannot be written.
    """
    print_text(text, exact=options.format != "text")


def print_text(text: str, *, exact: bool) -> None:
    """Write to standard output: data always as UTF-8, text as the locale can show it."""
    if exact:
        sys.stdout.buffer.write(text.encode("utf-8"))
    else:
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.buffer.write(text.encode(encoding, "replace"))


def utc_now() -> str:
    """This moment in UTC as ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
