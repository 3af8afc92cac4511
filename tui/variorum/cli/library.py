"""`variorum library`: where the library is, whether it is whole, its backups and the way back to one, its stories."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from variorum.cli.keeping import open_library, print_json
from variorum.cli.output import print_text
from variorum.cli.talk import say
from variorum.errors import ExitCode, LibraryError, UsageError
from variorum.library import Library, care, restoring, stories
from variorum.library.restoring import Copy
from variorum.library.stories import RecentStory
from variorum.text.sanitise import clean_line


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("where", help="print the path of the library")
    checking = actions.add_parser("check", help="read all of it and say what is wrong; status 1 if something is")
    checking.add_argument("--json", action="store_true", help="as JSON")
    actions.add_parser("backup", help="make a backup now and print its path")
    backups = actions.add_parser("backups", help="list the backups, the newest first, and what was kept aside")
    backups.add_argument("--json", action="store_true", help="as JSON")
    restoring = actions.add_parser("restore", help="put a backup back; what stands there now is kept aside")
    told = "its number in `library backups`, or a file; without it the newest that is whole, for a damaged library"
    restoring.add_argument("backup", nargs="?", metavar="BACKUP", help=told)
    listing = actions.add_parser("stories", help="list the stories, the one opened last first")
    listing.add_argument("--json", action="store_true", help="as JSON")
    forgetting = actions.add_parser("forget", help="delete a story with all that was kept of it")
    forgetting.add_argument("story", metavar="ID", help="the story's id, or its first 8 signs")


def run(options: argparse.Namespace) -> ExitCode:
    """Do what the action says.

    Raises:
        UsageError: There is no such story or backup.
        LibraryError: The library cannot be opened or written, or a backup cannot be.
    """
    with open_library() as library:
        return _ACTIONS[options.action](library, options)


def _where(library: Library, options: argparse.Namespace) -> ExitCode:
    print_text(f"{clean_line(str(library.path))}\n", exact=False)
    if not os.path.exists(library.path):
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


def _backups(library: Library, options: argparse.Namespace) -> ExitCode:
    found = restoring.copies(library.path)
    if options.json:
        print_json([asdict(copy) | {"path": str(copy.path)} for copy in found])
    else:
        print_text("".join(f"{n:>3}  {_copy_line(copy)}\n" for n, copy in enumerate(found, 1)), exact=False)
        if not found:
            say("there is no backup yet: one is made on each day on which something is kept")
    return ExitCode.DONE


def _copy_line(copy: Copy) -> str:
    held = copy.problem or ", ".join(f"{table} {count}" for table, count in copy.counts.items())
    aside = "kept aside: " if copy.aside else ""
    return f"{copy.made[:16]}  {aside}{held}, bytes {copy.size:,}  {clean_line(str(copy.path))}"


def _restore(library: Library, options: argparse.Namespace) -> ExitCode:
    done = restoring.restore(library.path, _wanted(library, options.backup))
    print_text(f"{clean_line(str(library.path))}: put back {_copy_line(done.copy)}\n", exact=False)
    if done.aside:
        say(f"what stood there is kept: `variorum library restore {clean_line(str(done.aside))}` brings it back")
    return ExitCode.DONE


def _wanted(library: Library, named: str | None) -> Path:
    """The backup that is named by its number or as a file; else the newest whole one, for a library that needs it.

    Raises:
        UsageError: There is none; or none is named, and the library needs none.
        LibraryError: None is named, and the library is a newer program's.
    """
    found = restoring.copies(library.path)
    if named is not None:
        number = int(named) if named.isdecimal() and len(named) < 9 else 0
        if not os.path.exists(named) and 1 <= number <= len(found):
            return found[number - 1].path
        if not os.path.exists(named):
            raise UsageError(f"there is no backup {named}", "`variorum library backups` lists them")
        return Path(named)
    whole = [copy.path for copy in found if not copy.problem and not copy.aside]
    if not whole:
        raise UsageError("there is no backup that could be put back", "`variorum library backups` lists what there is")
    try:
        sound = os.path.exists(library.path) and not care.check(library).problems
    except LibraryError:
        if restoring.is_newer(library.path):
            raise
        sound = False
    library.close()
    if sound:
        raise UsageError("the library is whole", "name the backup to go back to: `variorum library backups` lists them")
    return whole[0]


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


_ACTIONS = {
    "where": _where,
    "check": _check,
    "backup": _backup,
    "backups": _backups,
    "restore": _restore,
    "stories": _stories,
    "forget": _forget,
}
