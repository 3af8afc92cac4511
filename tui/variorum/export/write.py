"""Exports onto the disk: whole or not at all, and never over something by accident."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from pathlib import Path

from variorum.errors import ExportError
from variorum.paths import sync_folder
from variorum.text.sanitise import clean_line

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
)
"""Latin letters that no normalisation takes apart."""


def write_file(path: str | os.PathLike[str], text: str | bytes, *, force: bool = False, mode: int = 0o644) -> None:
    """Write bytes, or a text as UTF-8, so that the file is either complete and on the disk or not there.

    They go to a new file in the same folder, which reaches the disk, and then takes its name. Without `force` an
    existing name is refused, atomically; a symbolic link is refused always, and so is anything that is no plain file.

    Raises:
        ExportError: The file exists, or it cannot be written; nothing was changed.
    """
    target = Path(path)
    shown = clean_line(str(target))
    _refuse(target, shown, force=force)
    temporary = target.parent / f".{os.urandom(8).hex()}.tmp"
    try:
        try:
            _write_new(temporary, text, mode)
            if force:
                os.replace(temporary, target)
            else:
                _claim(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)
        sync_folder(target.parent)
    except FileExistsError:
        raise ExportError(f"{shown} exists already", "choose another name, or add --force") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = (error.strerror if isinstance(error, OSError) else None) or "not a usable file name"
        raise ExportError(f"{shown} cannot be written: {reason}", "write to another folder with -o") from error


def safe_name(title: str) -> str:
    """A file name from a title: `[A-Za-z0-9._-]`, 1 to 80 characters, never hidden, never a way out of the folder."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", title.translate(_LETTERS)) if not unicodedata.combining(c))
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", plain)
    name = re.sub(r"\.{2,}", ".", name)[:80].strip("-._")
    return name or "untitled"


def _refuse(target: Path, shown: str, *, force: bool) -> None:
    try:
        mode = target.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "not a usable file name"
        raise ExportError(f"{shown} cannot be written: {reason}", "choose another name") from error
    if stat.S_ISLNK(mode):
        raise ExportError(f"{shown} is a symbolic link", "exports do not follow links; name the file itself")
    if not stat.S_ISREG(mode):
        raise ExportError(f"{shown} is not a plain file", "choose another name")
    if not force:
        raise ExportError(f"{shown} exists already", "choose another name, or add --force")


def _write_new(path: Path, text: str | bytes, mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(path, flags, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(text.encode("utf-8") if isinstance(text, str) else text)
        file.flush()
        os.fsync(file.fileno())


def _claim(temporary: Path, target: Path) -> None:
    """Give the file its name unless someone else took it since: a hard link fails where a rename would replace."""
    try:
        os.link(temporary, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # a file system without hard links: check again, then rename
        if os.path.lexists(target):
            raise FileExistsError from None
        os.rename(temporary, target)
