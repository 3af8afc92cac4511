"""`variorum doctor`: what this terminal, locale, clipboard path and configuration can do, and what to change."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from variorum.cli.output import print_text
from variorum.cli.read import why_no_screen
from variorum.config import load_settings
from variorum.errors import ConfigError, ExitCode, LibraryError
from variorum.paths import cache_folder, config_file, copy_file, library_path
from variorum.text.sanitise import clean_line
from variorum.ui.terminal.copying import Way, tmux_option, way
from variorum.ui.terminal.plain import needs_ascii
from variorum.version import VERSION
from variorum.view.keymap import make_keymap

_LAYOUTS = (
    ((150, 10), "sources, two articles and highlights side by side"),
    ((110, 30), "sources and two articles, highlights under them"),
    ((80, 10), "two articles; lists one key away"),
    ((40, 10), "one article at a time"),
    ((0, 0), ""),
)
"""The least columns and rows for what the reader shows there, the roomiest first."""

_ESCAPE_MS = 50
"""What Esc may wait inside tmux for the rest of a key; tmux itself waits ten times as long unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what it is, how it is, and what to change where it could be better."""

    name: str
    finding: str
    advice: str = ""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--licences", action="store_true", help="list the packages in use with their licences instead")


def run(options: argparse.Namespace) -> ExitCode:
    """Print what was found; a wrong settings file or a screen that cannot be shown is status 2."""
    if options.licences:
        print_text("".join(f"{line}\n" for line in licences()), exact=False)
        return ExitCode.DONE
    checks = [*versions(), *terminal(os.environ), *clipboard(os.environ), *places()]
    width = max(len(c.name) for c in checks)
    for check in checks:
        print_text(f"{check.name:<{width}}  {clean_line(check.finding)}\n", exact=False)
        if check.advice:
            print_text(f"{'':<{width}}  → {check.advice}\n".replace("→", _arrow()), exact=False)
    wrong = any(c.name in ("screen", "settings") and c.advice for c in checks)
    return ExitCode.USAGE if wrong else ExitCode.DONE


def versions() -> Iterator[Check]:
    """What runs here."""
    yield Check("variorum", f"{VERSION}, Python {platform.python_version()}, Textual {metadata.version('textual')}")


def terminal(env: Mapping[str, str]) -> Iterator[Check]:
    """The screen, its colours, its characters and its size."""
    reason = why_no_screen()
    yield Check("screen", f"no: {reason}" if reason else "yes", "the plain report is printed instead" if reason else "")
    yield _abilities(env)
    yield _colours(env)
    encoding = sys.stdout.encoding or "unknown"
    unicode = encoding.lower().replace("-", "") == "utf8" and not needs_ascii()
    advice = "" if unicode else "set LANG to a UTF-8 locale, such as C.UTF-8, for better marks than ASCII ones"
    yield Check("characters", f"{encoding}: {'all marks' if unicode else 'ASCII marks'}", advice)
    columns, rows = shutil.get_terminal_size()
    layout = next(words for least, words in _LAYOUTS if columns >= least[0] and rows >= least[1])
    advice = "" if layout else f"the reader needs {_LAYOUTS[-2][0][0]} columns and {_LAYOUTS[-2][0][1]} rows"
    yield Check("size", f"{columns} columns, {rows} rows: {layout or 'too small'}", advice)
    where = "over SSH" if env.get("SSH_CONNECTION") or env.get("SSH_TTY") else "local"
    inside = ", inside tmux" if env.get("TMUX") else ", inside screen" if env.get("STY") else ""
    yield Check("session", where + inside)
    if inside == ", inside tmux":
        mouse = tmux_option("mouse")
        yield Check("mouse", f"tmux: mouse {mouse or 'unknown'}", "" if mouse == "on" else "tmux set -g mouse on")
        wait = tmux_option("escape-time")
        slow = wait.isdigit() and int(wait) > _ESCAPE_MS
        advice = f"tmux set -s escape-time {_ESCAPE_MS} (until then tmux does not pass Esc on)" if slow else ""
        yield Check("Esc", f"tmux: escape-time {wait or 'unknown'} ms", advice)


def clipboard(env: Mapping[str, str]) -> Iterator[Check]:
    """Whether what `y` sends can reach a clipboard (OSC 52)."""
    found = way(env)
    if env.get("TMUX"):
        setting = tmux_option("set-clipboard") or "unknown"
        advice = "tmux set -g set-clipboard on (else it drops what programs send)" if found is Way.TMUX else ""
        instead = "; a copy goes into tmux's buffer" if advice else ""
        yield Check("clipboard", f"through tmux: set-clipboard {setting}{instead}", advice)
    elif found is not Way.TERMINAL:
        yield Check("clipboard", f"{found.value}: a copy goes into {copy_file()}", "use tmux, or export with e")
    else:
        yield Check("clipboard", "sent to the terminal, which may refuse it without saying so")


def places() -> Iterator[Check]:
    """The settings, the library and the cache."""
    path = config_file()
    try:
        make_keymap(load_settings(path).keys, str(path))
        yield Check("settings", f"{path}{'' if os.path.exists(path) else ' (none: the defaults hold)'}")
    except ConfigError as error:
        yield Check("settings", error.message, error.hint)
    yield _library(library_path())
    yield _place("cache", cache_folder())


def licences() -> list[str]:
    """Every package that variorum needs at run time, directly or not, with its version and licence, sorted by name."""
    found: dict[str, str] = {}
    waiting = ["variorum"]
    while waiting:
        name = waiting.pop()
        key = name.lower().replace("_", "-")
        if key in found:
            continue
        try:
            package = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # an optional dependency, or one for another platform
        about = package.metadata
        stated = [*(about.get_all("License-Expression") or ()), _classified(about.get_all("Classifier") or [])]
        licence = next(filter(None, stated + (about.get_all("License") or [])), "?")
        found[key] = f"{package.metadata['Name']} {package.version}: {clean_line(licence)[:60]}"
        waiting += [_requirement(r) for r in package.requires or () if "extra ==" not in r]
    return [found[key] for key in sorted(found)]


def _requirement(line: str) -> str:
    for n, character in enumerate(line):
        if not (character.isalnum() or character in "-_."):
            return line[:n]
    return line


def _classified(classifiers: list[str]) -> str:
    return ", ".join(c.split(" :: ")[-1] for c in classifiers if c.startswith("License ::"))


def _abilities(env: Mapping[str, str]) -> Check:
    from variorum.ui.terminal.abilities import abilities, colours  # noqa: PLC0415 - asks terminfo

    able = abilities()
    words = [f"TERM={clean_line(env.get('TERM', ''))}"]
    words.append("scrolls regions" if able.scroll else "no scroll regions: more bytes for each line")
    words.append("erases in colour" if able.colour_erase else "erases without colour")
    advice = (
        "set -g default-terminal tmux-256color in tmux.conf" if env.get("TERM") == "screen" and env.get("TMUX") else ""
    )
    if env.get("TERM") and colours() is None:
        advice = "terminfo does not know this terminal: set TERM to one like it, such as xterm-256color"
    return Check("terminal", ", ".join(words), advice)


def _colours(env: Mapping[str, str]) -> Check:
    if env.get("NO_COLOR"):
        return Check("colours", "none: NO_COLOR is set")
    if env.get("COLORTERM") in ("truecolor", "24bit"):
        return Check("colours", "16 million")
    if "256color" in env.get("TERM", ""):
        return Check("colours", "256", "set COLORTERM=truecolor if your terminal has 16 million")
    from variorum.ui.terminal.abilities import colours  # noqa: PLC0415 - asks terminfo

    if colours() == 0:
        return Check("colours", "none that terminfo knows of: signs, bold and underlining say the same")
    return Check("colours", "16, the terminal's own")


def _library(path: Path) -> Check:
    """Where the library is, and whether it opens; `variorum library check` reads all of it."""
    from variorum.library import Library  # noqa: PLC0415 - SQLite loads only where it is asked for

    try:
        with closing(Library(path)) as library, library.reading():
            return _place("library", path)
    except LibraryError as error:
        return Check("library", error.message, error.hint)


def _place(name: str, path: Path) -> Check:
    existing = path
    while not os.path.exists(existing) and existing != existing.parent:
        existing = existing.parent
    if os.access(existing, os.W_OK):
        return Check(name, f"{path}{'' if os.path.exists(path) else ' (not there yet)'}")
    return Check(
        name, f"{path}: cannot be written", "reading works; set VARIORUM_HOME to a folder of yours to keep things"
    )


def _arrow() -> str:
    return "→" if (sys.stdout.encoding or "").lower().replace("-", "") == "utf8" else "->"
