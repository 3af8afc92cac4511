"""`variorum read`, or `variorum SOURCE…`: the reader where there is a terminal, else the plain report."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from variorum.cli.settings import usual_settings
from variorum.cli.sources import add_sources, nothing_read, print_entries, read_sources, reading_options, wish_to_sort
from variorum.cli.talk import say, say_failures
from variorum.config import COLOURS, LAYOUTS, THEMES, Settings, load_settings
from variorum.errors import ExitCode, UsageError
from variorum.paths import config_file, library_path
from variorum.reading import Reading, ReadResult
from variorum.ui.bringing import Bringing
from variorum.ui.memory import share_memory
from variorum.ui.terminal.quiet import quiet_keys

_PATIENCE = 0.4
"""Seconds before reading goes on behind a screen that says how far it is."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_sources(parser, needed=False)
    parser.add_argument(
        "--resume",
        nargs="?",
        const="",
        metavar="ID",
        help="go on with the story that was read last, or the one of that id",
    )
    parser.add_argument("--theme", choices=THEMES, help="colours for a dark or a light screen, or the terminal's own")
    parser.add_argument("--layout", choices=LAYOUTS, help="which panels stand where; auto goes by the room there is")
    parser.add_argument("--colour", choices=COLOURS, help="how strongly the text is coloured")
    parser.add_argument("--ascii", action="store_true", help="draw with ASCII characters only")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--config", metavar="FILE", type=Path, help="the settings file to use")


def run(options: argparse.Namespace) -> ExitCode:
    """Open the reader, or print the report where there is no screen.

    Raises:
        ArticleError: Nothing could be read.
        ConfigError: The settings are wrong.
        LibraryError: No source is named, and the library cannot be read.
        UsageError: There is nothing to resume.
    """
    if options.sources and options.resume is not None:
        raise UsageError("--resume opens a story that was read before", "name sources or --resume, not both")
    settings = _settings(options)
    reason = why_no_screen()
    if reason:
        return _report(options, settings, reason)
    with quiet_keys():
        return _screen(options, settings)


def _screen(options: argparse.Namespace, settings: Settings) -> ExitCode:
    share_memory()
    if not options.sources:
        result = _chosen_story(settings) if options.resume is None else _kept_story(settings, options.resume)
        return _reader(result, settings) if result.articles else ExitCode.DONE
    bringing = Bringing(Reading(options.sources, reading_options(options)), sort=wish_to_sort(options.story))
    bringing.start()
    if bringing.wait(_PATIENCE):
        result = bringing.result()
        if not result.articles and not result.entries:
            say_failures(result.failures)
            raise nothing_read(result)
        if result.pile is None and not result.entries:
            say_failures(result.failures)
            return _reader(result, settings)
    from variorum.ui.front import Wish, run_front  # noqa: PLC0415 - loads only where something is to be waited for

    wish = Wish(options.story, entries=options.entries > 0)
    status, result = run_front(bringing, wish, settings=settings, library=library_path())
    say_failures(result.failures)
    if status is ExitCode.UNREADABLE:
        raise nothing_read(result)
    return ExitCode.UNREADABLE if status is ExitCode.DONE and result.failures else status


def _reader(result: ReadResult, settings: Settings) -> ExitCode:
    from variorum.ui.app import run_reader  # noqa: PLC0415 - loads only where shown

    status = run_reader(result.articles, failures=result.failures, settings=settings, library=library_path())
    return ExitCode.UNREADABLE if status is ExitCode.DONE and result.failures else status


def _kept_story(settings: Settings, id: str) -> ReadResult:
    """The articles of a story in the library, as they were read: of that id (or its beginning), or of the last one."""
    from variorum.cli.library import story_of_id  # noqa: PLC0415 - SQLite loads only where it is asked for
    from variorum.library import Library, stories  # noqa: PLC0415 - likewise

    with closing(Library(library_path(), backups=settings.backups)) as library:
        if id:
            return ReadResult(stories.load_story(library, story_of_id(library, id).id).articles)
        recent = stories.recent_stories(library, 1)
        if not recent:
            raise UsageError("no story has been read yet", "variorum SOURCE… opens articles")
        return ReadResult(stories.load_story(library, recent[0].id).articles)


def _chosen_story(settings: Settings) -> ReadResult:
    """The articles of the story that the reader chooses among those in the library, as they were read."""
    from variorum.library import Library, stories  # noqa: PLC0415 - SQLite loads only where it is asked for
    from variorum.ui.shelf import choose_story  # noqa: PLC0415 - loads only where shown

    with closing(Library(library_path(), backups=settings.backups)) as library:
        chosen = choose_story(stories.recent_stories(library, 1_000), settings)
        return ReadResult(stories.load_story(library, chosen.id).articles) if chosen else ReadResult(())


def why_no_screen() -> str:
    """Why the reader cannot be shown here, in words; empty where it can."""
    if not sys.stdout.isatty():
        return "standard output is not a terminal"
    if os.environ.get("TERM", "dumb") in ("", "dumb"):
        return "TERM says that this terminal cannot move its cursor"
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return "there is no terminal to read keys from"
    return ""


def _report(options: argparse.Namespace, settings: Settings, reason: str) -> ExitCode:
    from variorum.cli.output import emit_story  # noqa: PLC0415 - the reader does without

    if not options.sources and options.resume is None:
        return _list_stories(settings)
    if sys.stdout.isatty():
        say(f"{reason}, so here is the plain report")
    plain = argparse.Namespace(format="text", output=None, force=False)
    if options.resume is not None:
        from variorum.cli.keeping import compare_corrected  # noqa: PLC0415 - loads the library

        emit_story(
            compare_corrected(_kept_story(settings, options.resume).articles), plain, threshold=settings.threshold
        )
        return ExitCode.DONE
    from variorum.engine.story import compare  # noqa: PLC0415 - the reader does without

    result = read_sources(options, listing=True)
    if not result.articles:
        print_entries(result.entries, "this is a feed: --entries N opens its first N entries, or name addresses of it")
        return ExitCode.UNREADABLE if result.failures else ExitCode.DONE
    emit_story(compare(*result.articles), plain, threshold=settings.threshold)
    return ExitCode.UNREADABLE if result.failures else ExitCode.DONE


def _list_stories(settings: Settings) -> ExitCode:
    """The stories read before as text, where they cannot be shown as a list to choose from."""
    from variorum.cli.library import stories_text  # noqa: PLC0415 - SQLite loads only where it is asked for
    from variorum.cli.output import print_text  # noqa: PLC0415 - the reader does without
    from variorum.library import Library, stories  # noqa: PLC0415 - likewise

    with closing(Library(library_path(), backups=settings.backups)) as library:
        recent = stories.recent_stories(library)
    print_text(stories_text(recent), exact=False)
    opening = "variorum SOURCE… reads articles"
    say(
        f"these are the stories read last: --resume ID goes on with one, {opening}"
        if recent
        else f"nothing read yet: {opening}"
    )
    return ExitCode.DONE


def _settings(options: argparse.Namespace) -> Settings:
    path = options.config or config_file()
    settings = load_settings(path) if options.config else usual_settings()
    if settings.keys:
        from variorum.view.keymap import make_keymap  # noqa: PLC0415 - loads with the screen

        make_keymap(settings.keys, str(path))
    given = {name: getattr(options, name) for name in ("theme", "layout", "colour") if getattr(options, name)}
    if options.ascii:
        given["glyphs"] = "ascii"
    if options.no_mouse:
        given["mouse"] = False
    return replace(settings, **given)
