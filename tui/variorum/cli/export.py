"""`variorum export SET`: a kept highlight set in some format. It needs the library only, not the sources."""

from __future__ import annotations

import argparse

from variorum.cli.keeping import open_library
from variorum.cli.output import add_output, chosen_format, emit
from variorum.cli.talk import say
from variorum.engine.keeping.anchors import settle
from variorum.engine.keeping.corrections import correct
from variorum.errors import ExitCode
from variorum.export import render_set, with_preset
from variorum.library import records, sets, stories


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "set", metavar="SET", help="a set's name or id, or a story's name; `highlights list` shows them"
    )
    parser.add_argument("--preset", metavar="NAME", help="a dress of the format: csv has hypothesis and readwise")
    add_output(parser)


def run(options: argparse.Namespace) -> ExitCode:
    """Write the set.

    Raises:
        UsageError: There is no such set, format or preset.
        LibraryError: The library cannot be read.
        ExportError: The file exists, or cannot be written.
    """
    format = with_preset(chosen_format(options), options.preset)
    with open_library() as library:
        record = sets.find_set(library, options.set)
        kept = sets.load_set(library, record.id)
        story = stories.load_story(library, record.story)
        fixes = records.corrections(library, record.story)
    articles = [correct(a, fixes) for a in story.articles]
    settled = settle(kept.highlights, articles)
    for count, what in (
        (len(settled.changed), "stand on words that have changed"),
        (len(settled.orphans), "are orphans"),
    ):
        if count:
            say(f"{count} of {len(kept.highlights)} highlights {what}; they are exported as they were kept")
    text = render_set(settled.onto(kept), articles, format)
    emit(text, options, format)
    return ExitCode.DONE
