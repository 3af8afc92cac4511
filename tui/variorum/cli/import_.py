"""`variorum import FILE`: a set that was exported, by variorum or by Hypothesis, back into the library."""

from __future__ import annotations

import argparse
from itertools import chain, count
from pathlib import Path

from variorum.cli.keeping import open_library, story_of
from variorum.cli.output import print_text
from variorum.cli.talk import say
from variorum.engine.keeping.anchors import settle
from variorum.engine.keeping.nouns import HighlightSet
from variorum.errors import ExitCode, ImportFileError, UsageError
from variorum.export.importing.sets import MAX_CHARACTERS, Imported, read_import
from variorum.library import Library, highlights, sets, stories
from variorum.library.stories import StoryRecord
from variorum.reading.document import Unreadable
from variorum.reading.files import TooLarge, read_file, read_standard_input
from variorum.text.sanitise import clean_line

_MOST = 4 * MAX_CHARACTERS
"""Bytes that so many characters can take."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("file", metavar="FILE", help="JSON or JSON-LD of an export, or JSON of Hypothesis; - for input")
    told = "the articles, if the library has them not yet"
    parser.add_argument("sources", nargs="*", default=[], metavar="SOURCE", help=told)
    parser.add_argument("--set", metavar="NAME", help="what to call the set; else as the file does")


def run(options: argparse.Namespace) -> ExitCode:
    """Read the file and keep its set; prints the set's id.

    Raises:
        ImportFileError: The file cannot be read or understood.
        UsageError: The library does not have the articles, and they are not named.
        LibraryError: The library cannot be written.
    """
    name = clean_line(Path(options.file).stem) if options.file != "-" else "imported"
    imported = read_import(_text(options.file), name=name)
    with open_library() as library:
        story = story_of(library, options.sources) if options.sources else _known(library, imported)
        placed = imported.placed(story.articles)
        settled = settle(placed.highlights, story.articles)
        id = _keep(library, story, settled.onto(placed), options.set)
        lost = len(settled.orphans)
        if lost:
            say(f"{lost} of {len(placed.highlights)} highlights have no place in these texts; they are kept as orphans")
        print_text(f"{id}\n", exact=False)
    return ExitCode.DONE


def _text(file: str) -> str:
    try:
        return (read_standard_input(_MOST) if file == "-" else read_file(Path(file), _MOST)).decode("utf-8")
    except TooLarge:
        reason = f"has more than {MAX_CHARACTERS // 1_000_000} million characters"
    except Unreadable as error:
        reason = error.message
    except UnicodeDecodeError:
        reason = "is not UTF-8"
    raise ImportFileError(f"{clean_line(file)} cannot be read: {reason}", "name a file that was exported")


def _known(library: Library, imported: Imported) -> StoryRecord:
    """The story in the library whose articles the file names, or one from the texts that the file brings along."""
    hashes = [s.sha256 for s in imported.sources if s.sha256]
    id = stories.find_by_hashes(library, hashes)
    if id is None and imported.articles:
        return stories.keep_story(library, imported.articles)
    if id is None:
        names = ", ".join(s.title or s.article for s in imported.sources[:4]) or "its articles"
        raise UsageError(f"the library does not have {names}", "name the sources: variorum import FILE SOURCE…")
    return stories.load_story(library, id)


def _keep(library: Library, story: StoryRecord, placed: HighlightSet, name: str | None) -> str:
    """Into the set with the same id if the story has it still, or of the name asked for, else into a new one."""
    there = sets.list_sets(library)
    of_story = {r.name: r for r in there if r.story == story.id}
    wanted = clean_line(name or placed.name) or "imported"
    own = next((r for r in of_story.values() if r.id == placed.id and name in (None, r.name)), None)
    if name is None:
        wanted = next(n for n in chain((wanted,), (f"{wanted} {k}" for k in count(2))) if n not in of_story)
    else:
        own = own or of_story.get(wanted)
    if own:
        highlights.keep_all(
            library, story.id, placed.highlights, set_id=own.id, what="imported highlights", as_they_are=True
        )
        return own.id
    id = "" if any(r.id == placed.id for r in there) else placed.id
    return sets.create_set(library, story.id, wanted, placed.highlights, id=id).id
