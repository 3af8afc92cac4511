"""Where a report goes and in which format: the arguments, and the writing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from variorum.engine.nouns import Story
from variorum.engine.thresholds import THRESHOLD
from variorum.export import FORMATS, as_file, render_story
from variorum.export.write import write_file


def add_output(parser: argparse.ArgumentParser) -> None:
    """Add `--format`, `--json`, `-o` and `--force`."""
    formats = ", ".join(FORMATS)
    parser.add_argument(
        "--format",
        choices=FORMATS,
        metavar="FORMAT",
        help=f"one of {formats}; without it, what the ending of FILE says, else text",
    )
    parser.add_argument("--json", dest="format", action="store_const", const="json", help="short for --format json")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of to standard output")
    parser.add_argument("--force", action="store_true", help="overwrite FILE if it exists")


def emit_story(story: Story, options: argparse.Namespace, *, threshold: float | None = None) -> None:
    """Render a story as the options say, and write it where they say.

    Args:
        threshold: Links below it are left out; None, and what lies below the engine's own, leaves out none.

    Raises:
        ExportError: The file exists, or cannot be written.
    """
    from variorum.engine.story import raised  # noqa: PLC0415 - not every command that writes has an engine

    threshold = max(threshold or THRESHOLD, THRESHOLD)
    format = chosen_format(options)
    emit(render_story(raised(story, threshold), format, threshold=threshold), options, format)


def chosen_format(options: argparse.Namespace) -> str:
    """The format that the options name, or that the output file's ending stands for; text where neither does."""
    ending = Path(options.output or "").suffix
    told = next((name for name, known in FORMATS.items() if ending and known.suffix == ending.lower()), "text")
    return options.format or told


def emit(text: str, options: argparse.Namespace, format: str) -> None:
    """Write what a format rendered to the file of the options, or to standard output.

    Raises:
        ExportError: The file exists, or cannot be written.
    """
    if options.output and options.output != "-":
        write_file(Path(options.output), as_file(text, format), force=options.force)
    else:
        print_text(text, exact=format != "text")


def print_text(text: str, *, exact: bool) -> None:
    """Write to standard output: data always as UTF-8, text as the locale can show it."""
    if exact:
        sys.stdout.buffer.write(text.encode("utf-8"))
    else:
        sys.stdout.write(text)
        sys.stdout.flush()
