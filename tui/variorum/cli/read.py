"""`variorum read`, or `variorum SOURCE…`: the reader where there is a terminal, else the plain report."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path

from variorum.cli.sources import add_sources, nothing_read, read_sources, reading_options, wish_to_sort
from variorum.cli.talk import say, say_failures
from variorum.config import COLOURS, LAYOUTS, THEMES, Settings, load_settings
from variorum.errors import ExitCode, UsageError
from variorum.paths import config_file, library_path
from variorum.reading import Reading, ReadResult
from variorum.ui.bringing import Bringing
from variorum.ui.terminal.quiet import quiet_keys

_PATIENCE = 0.4
"""Seconds before reading goes on behind a screen that says how far it is."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_sources(parser, needed=False)
    parser.add_argument("--resume", action="store_true", help="go on with the story that was read last")
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
        UsageError: There is no source and no screen, or nothing to resume.
    """
    settings = _settings(options)
    reason = why_no_screen()
    if reason:
        return _report(options, reason)
    with quiet_keys():
        return _screen(options, settings)


def _screen(options: argparse.Namespace, settings: Settings) -> ExitCode:
    if options.sources and options.resume:
        raise UsageError("--resume opens the story that was read last", "name sources or --resume, not both")
    if not options.sources:
        result = _kept_story(settings, last=options.resume)
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


def _kept_story(settings: Settings, *, last: bool) -> ReadResult:
    """The articles of a story in the library, as they were read: the last one, or one that the reader chooses."""
    from variorum.library import Library, stories  # noqa: PLC0415 - SQLite loads only where it is asked for

    library = Library(library_path(), backups=settings.backups)
    try:
        recent = stories.recent_stories(library, 1 if last else 1_000)
        if last and not recent:
            raise UsageError("no story has been read yet", "variorum SOURCE… opens articles")
        if last:
            return ReadResult(stories.load_story(library, recent[0].id).articles)
        from variorum.ui.shelf import choose_story  # noqa: PLC0415 - loads only where shown

        chosen = choose_story(recent, settings)
        return ReadResult(stories.load_story(library, chosen.id).articles) if chosen else ReadResult(())
    finally:
        library.close()


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


def _report(options: argparse.Namespace, reason: str) -> ExitCode:
    from variorum.cli.output import emit_story  # noqa: PLC0415 - the reader does without
    from variorum.engine.story import compare  # noqa: PLC0415

    if not options.sources:
        raise UsageError(f"no source is named, and {reason}", "variorum SOURCE… or variorum --help")
    if sys.stdout.isatty():
        say(f"{reason}, so here is the plain report")
    result = read_sources(options)
    emit_story(compare(*result.articles), argparse.Namespace(format="text", output=None, force=False))
    return ExitCode.UNREADABLE if result.failures else ExitCode.DONE


def _settings(options: argparse.Namespace) -> Settings:
    path = options.config or config_file()
    settings = load_settings(path)
    if settings.keys:
        from variorum.view.keymap import make_keymap  # noqa: PLC0415 - loads with the screen

        make_keymap(settings.keys, str(path))
    given = {name: getattr(options, name) for name in ("theme", "layout", "colour") if getattr(options, name)}
    if options.ascii:
        given["glyphs"] = "ascii"
    if options.no_mouse:
        given["mouse"] = False
    return replace(settings, **given)
