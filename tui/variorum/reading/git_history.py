"""Revisions of a file kept in git: `article.txt@v1..v3`, `article.txt@HEAD~3..HEAD`, read without a checkout."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from variorum.reading.document import Unreadable
from variorum.reading.options import MAX_TEXT, MEGABYTE
from variorum.text.patterns import lazy_pattern

_NUMBER = lazy_pattern(r"v(\d{1,6})", re.I)
_NAME = lazy_pattern(r"[A-Za-z0-9][\w./~^{}@-]{0,100}")
_SECONDS = 20
_SAFE = ("--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never")


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of a file: its place in the history from 1, its commit, its date (ISO 8601) and its name then."""

    number: int
    commit: str
    date: str
    path: str


def is_revision_range(source: str) -> bool:
    """Whether a source names revisions of a file: it has an `@`, is no file itself, and its folder exists."""
    file, _, asked = source.rpartition("@")
    return bool(file and asked) and not os.path.lexists(source) and os.path.isdir(os.path.dirname(file) or ".")


def revisions(source: str) -> tuple[Path, list[Revision]]:
    """The file and those of its revisions that a source names, oldest first.

    `v1` is the first state in the history, `..` alone is all of it; other names are commits, tags or branches, and a
    range of them takes the states from the one to the other, both ends included.

    Raises:
        Unreadable: git is missing, the file is in no repository or history, or there is no such revision.
    """
    file, _, asked = source.rpartition("@")
    first_name, dots, last_name = asked.partition("..")
    path = Path(file)
    history = _history(path)
    if not history:
        raise Unreadable("has no history in git", "commit it first, or name its versions as files")
    first = _place(path, first_name, history, start=True)
    last = _place(path, last_name, history, start=False) if dots else first
    if first > last:
        raise Unreadable("names a range that ends before it begins", "write FILE@v1..v3")
    return path, history[first : last + 1]


def read_revision(path: Path, revision: Revision) -> bytes:
    """The bytes of a file as they were.

    Raises:
        Unreadable: They cannot be had, or are too many.
    """
    thing = f"{revision.commit}:{revision.path}"
    size = int(_git(path, "cat-file", "-s", thing))
    if size > MAX_TEXT:
        raise Unreadable(f"had more than {MAX_TEXT // MEGABYTE} MB", "cut it into parts")
    return _git(path, "cat-file", "blob", thing)


def _history(path: Path) -> list[Revision]:
    raw = _git(path, "log", "--follow", "--name-only", "-z", "--format=%x01%H%x00%aI", "--", path.name)
    found: list[Revision] = []
    for entry in raw.decode("utf-8", "surrogateescape").split("\x01")[1:]:
        commit, date, *names = [part.strip("\n") for part in entry.split("\0")]
        name = next((n for n in names if n), None)
        if name:
            found.append(Revision(0, commit, date, name))
    found.reverse()
    return [Revision(n, r.commit, r.date, r.path) for n, r in enumerate(found, 1)]


def _place(path: Path, name: str, history: list[Revision], *, start: bool) -> int:
    """Where in the history a name stands: at a number, or at the last state that a commit has in its past."""
    if not name:
        return 0 if start else len(history) - 1
    number = _NUMBER.fullmatch(name)
    if number and not _is_commit(path, name):
        if not 1 <= int(number[1]) <= len(history):
            raise Unreadable(f"has no revision {name}", f"its history has v1 to v{len(history)}")
        return int(number[1]) - 1
    if not _is_commit(path, name):
        raise Unreadable(f"has no revision {name}", f"its history has v1 to v{len(history)}")
    past = set(_git(path, "rev-list", f"{name}^{{commit}}").decode("ascii").split())
    return max((i for i, r in enumerate(history) if r.commit in past), default=0)


def _is_commit(path: Path, name: str) -> bool:
    if not _NAME.fullmatch(name):
        return False
    try:
        _git(path, "rev-parse", "--quiet", "--verify", "--end-of-options", f"{name}^{{commit}}")
    except Unreadable:
        return False
    return True


def _git(path: Path, *arguments: str) -> bytes:
    """What git says about the repository around a file; it never asks, fetches, or runs what the repository names."""
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", *_SAFE, *arguments],
            cwd=path.parent,
            env={**os.environ, **quiet},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError as error:
        raise Unreadable("needs git to show its revisions", "install git") from error
    except subprocess.TimeoutExpired as error:
        raise Unreadable(f"git took more than {_SECONDS} seconds", "") from error
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[0].removeprefix("fatal: ") if said else "git could not read it"
        raise Unreadable(f"git: {reason}", "name a file in a git repository, as FILE@v1..v3")
    return done.stdout
