"""Files, folders and standard input: opened without ever waiting on a pipe, a device or a loop."""

from __future__ import annotations

import os
import re
import stat
import sys
from pathlib import Path

from variorum.reading.document import Failure, Unreadable
from variorum.reading.options import MAX_FILES, MEGABYTE
from variorum.text.patterns import lazy_pattern
from variorum.text.sanitise import clean_line

_STREAM = lazy_pattern(r"/dev/(?:stdin|fd/\d+)|/proc/self/fd/\d+")
_COMPANIONS = ("_files", "-Dateien", "_fichiers", "_archivos", ".files")
_DEEPEST = 40
_BESIDE = frozenset({"sources.toml"})
_NOT_FILES = (
    (stat.S_ISFIFO, "is a named pipe, not a file", "copy what it gives into a file, or use -"),
    (stat.S_ISSOCK, "is a socket, not a file", "name an article"),
    (stat.S_ISBLK, "is a device, not a file", "name an article"),
    (stat.S_ISCHR, "is a device, not a file", "name an article"),
)


class TooLarge(Unreadable):
    """A file or stream has more bytes than were asked for.

    Attributes:
        size: How many it has; None where nobody knows.
    """

    def __init__(self, size: int | None, limit: int) -> None:
        what = f"has {size / MEGABYTE:,.0f} MB" if size else "is too large"
        super().__init__(f"{what}, more than the {limit // MEGABYTE} MB that one article may have", "cut it into parts")
        self.size = size


def read_file(path: Path, limit: int) -> bytes:
    """The bytes of a regular file.

    Raises:
        TooLarge: It is larger than `limit` bytes.
        Unreadable: It is missing, not a file, or not permitted.
    """
    if _STREAM.fullmatch(str(path)):  # process substitution: an open pipe that the shell made for us
        return _stream(path, limit)
    descriptor = _open(path, getattr(os, "O_NONBLOCK", 0))
    try:
        status = os.fstat(descriptor)
        for is_kind, reason, hint in _NOT_FILES:
            if is_kind(status.st_mode):
                raise Unreadable(reason, hint)
        if status.st_size > limit:
            raise TooLarge(status.st_size, limit)
        return _bounded(descriptor, limit)
    finally:
        os.close(descriptor)


def read_head(path: Path) -> bytes:
    """The first few thousand bytes of a file that is one.

    Raises:
        Unreadable: It cannot be read.
    """
    descriptor = _open(path, getattr(os, "O_NONBLOCK", 0))
    try:
        return os.read(descriptor, 4096)
    except OSError as error:
        raise _from_os(error) from error
    finally:
        os.close(descriptor)


def read_standard_input(limit: int) -> bytes:
    """All of standard input.

    Raises:
        Unreadable: It is closed, empty, or larger than `limit` bytes.
    """
    if sys.stdin is None:
        raise Unreadable("standard input is closed", "pipe an article into it")
    stream = sys.stdin.buffer
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(None, limit)
    if not data:
        raise Unreadable("nothing came on standard input", "it can be named once; pipe an article into it")
    return data


def walk(folder: Path) -> tuple[list[Path], list[Failure]]:
    """The files of a folder and its subfolders, naturally sorted ("v2" before "v10").

    Hidden files, `sources.toml` and the pictures and scripts beside a page saved "complete" are left out. Links to
    folders are followed, but none twice, so a loop costs one failure.
    """
    files: list[Path] = []
    failures: list[Failure] = []
    _walk(folder, 0, {os.path.realpath(folder)}, files, failures)
    if len(files) > MAX_FILES:
        left = len(files) - MAX_FILES
        hint = "open a part of it"
        failures.append(Failure(clean_line(str(folder)), f"holds too many files: {left:,} were left out", hint))
    return files[:MAX_FILES], failures


def natural(name: str) -> tuple[tuple[int, str], ...]:
    """A sort key that reads numbers as numbers and ignores case."""
    parts = re.split(r"(\d+)", name.casefold())
    return tuple((int(p), "") if p.isdecimal() and len(p) < 19 else (-1, p) for p in parts)


def _walk(folder: Path, depth: int, seen: set[str], files: list[Path], failures: list[Failure]) -> None:
    if depth > _DEEPEST:
        failures.append(Failure(clean_line(str(folder)), "is nested too deep", "name this folder itself"))
        return
    try:
        with os.scandir(folder) as listing:
            entries = sorted((e for e in listing if not e.name.startswith(".")), key=lambda e: natural(e.name))
    except OSError as error:
        failures.append(_from_os(error).failure(str(folder)))
        return
    names = {e.name for e in entries}
    for entry in entries:
        if len(files) > MAX_FILES:
            return
        if entry.name in _BESIDE or _is_companion(entry.name, names):
            continue
        path = folder / entry.name
        try:
            if not entry.is_dir():
                files.append(path)
                continue
        except OSError as error:
            failures.append(_from_os(error).failure(str(path)))
            continue
        real = os.path.realpath(path)
        if real in seen:
            hint = "remove the link" if entry.is_symlink() else ""
            failures.append(Failure(clean_line(str(path)), "leads back into a folder that was read", hint))
            continue
        seen.add(real)
        _walk(path, depth + 1, seen, files, failures)


def _is_companion(name: str, beside: set[str]) -> bool:
    for ending in _COMPANIONS:
        stem = name.removesuffix(ending)
        if stem != name and any(f"{stem}{kind}" in beside for kind in (".html", ".htm", ".xhtml", ".md", ".txt")):
            return True
    return False


def _stream(path: Path, limit: int) -> bytes:
    descriptor = _open(path, 0)
    try:
        return _bounded(descriptor, limit)
    finally:
        os.close(descriptor)


def _open(path: Path, flags: int) -> int:
    try:
        return os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | flags)
    except OSError as error:
        raise _from_os(error) from error
    except ValueError as error:  # a NUL in the name
        raise Unreadable("is not a file name", "name an article") from error


def _bounded(descriptor: int, limit: int) -> bytes:
    chunks: list[bytes] = []
    left = limit + 1
    try:
        while left > 0 and (chunk := os.read(descriptor, min(left, MEGABYTE))):
            chunks.append(chunk)
            left -= len(chunk)
    except OSError as error:
        raise _from_os(error) from error
    if left <= 0:
        raise TooLarge(None, limit)
    return b"".join(chunks)


def _from_os(error: OSError) -> Unreadable:
    hints = {
        FileNotFoundError: ("does not exist", "check the name"),
        PermissionError: ("may not be read", "check its permissions"),
        IsADirectoryError: ("is a folder", "name the articles in it"),
    }
    for kind, (reason, hint) in hints.items():
        if isinstance(error, kind):
            return Unreadable(reason, hint)
    return Unreadable((error.strerror or "could not be read").lower(), "check the name")
