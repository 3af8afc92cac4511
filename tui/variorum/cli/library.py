"""`variorum library`: where the library is, whether it is whole, a backup of it now, and its stories."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import asdict

from variorum.cli.keeping import open_library, print_json
from variorum.cli.output import print_text
from variorum.cli.talk import say
from variorum.errors import ExitCode, UsageError
from variorum.library import Library, care, stories
from variorum.library.stories import RecentStory
from variorum.text.sanitise import clean_line


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("where", help="print the path of the library")
    checking = actions.add_parser("check", help="read all of it and say what is wrong; status 1 if something is")
    checking.add_argument("--json", action="store_true", help="as JSON")
    actions.add_parser("backup", help="make a backup now and print its path")
    listing = actions.add_parser("stories", help="list the stories, the one opened last first")
    listing.add_argument("--json", action="store_true", help="as JSON")
    forgetting = actions.add_parser("forget", help="delete a story with all that was kept of it")
    forgetting.add_argument("story", metavar="ID", help="the story's id, or its first 8 signs")


def run(options: argparse.Namespace) -> ExitCode:
    """Do what the action says.

    Raises:
        UsageError: There is no such story.
        LibraryError: The library cannot be opened or written, or a backup cannot be.
    """
    with open_library() as library:
        return _ACTIONS[options.action](library, options)


def _where(library: Library, options: argparse.Namespace) -> ExitCode:
    print_text(f"{clean_line(str(library.path))}\n", exact=False)
    if not library.path.exists():
        say("nothing has been kept yet, so the file does not exist")
    return ExitCode.DONE


def _backup(library: Library, options: argparse.Namespace) -> ExitCode:
    print_text(f"{clean_line(str(care.backup(library)))}\n", exact=False)
    return ExitCode.DONE


def _check(library: Library, options: argparse.Namespace) -> ExitCode:
    report = care.check(library)
    if options.json:
        print_json(
            {
                "path": str(report.path),
                "problems": list(report.problems),
                "counts": report.counts,
                "bytes": report.size,
                "version": report.version,
                "backups": [str(p) for p in report.backups],
            }
        )
    else:
        state = "is whole" if not report.problems else f"has {len(report.problems)} problems"
        held = ", ".join(f"{table.replace('_', ' ')} {count}" for table, count in report.counts.items())
        lines = [
            f"{clean_line(str(report.path))}: the library {state}" if report.size else "there is no library yet",
            f"  {held}; bytes {report.size}, backups {len(report.backups)}",
            *(f"  {problem}" for problem in report.problems),
        ]
        print_text("".join(f"{line}\n" for line in lines), exact=False)
    return ExitCode.FAILED if report.problems else ExitCode.DONE


def _stories(library: Library, options: argparse.Namespace) -> ExitCode:
    recent = stories.recent_stories(library, limit=100_000)
    if options.json:
        print_json([asdict(story) for story in recent])
    else:
        print_text(stories_text(recent), exact=False)
    return ExitCode.DONE


def stories_text(recent: Iterable[RecentStory]) -> str:
    """Stories, one a line: id, when it was opened, how much is kept of it, name and outlets."""
    return "".join(
        f"{s.id[:8]}  {s.opened[:16]}  {s.highlights:>5}  {s.name}  —  {', '.join(s.outlets)}\n" for s in recent
    )


def story_of_id(library: Library, id: str) -> RecentStory:
    """The story of that id, or of the beginning of one (8 signs or more).

    Raises:
        UsageError: There is none, or there are several.
        LibraryError: The library cannot be read.
    """
    wanted = clean_line(id)
    found = [s for s in stories.recent_stories(library, limit=100_000) if len(wanted) >= 8 and s.id.startswith(wanted)]
    if len(found) != 1:
        raise UsageError(f"there is no story {wanted}", "`variorum library stories` shows the ids")
    return found[0]


def _forget(library: Library, options: argparse.Namespace) -> ExitCode:
    stories.delete_story(library, story_of_id(library, options.story).id)
    return ExitCode.DONE


_ACTIONS = {"where": _where, "check": _check, "backup": _backup, "stories": _stories, "forget": _forget}
