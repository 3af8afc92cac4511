"""What can go wrong, as one tree, and the exit codes of the command.

    VariorumError            anything variorum itself reports
    ├── UsageError           the command line asks for something impossible
    ├── ConfigError          a settings file is wrong
    ├── ArticleError         a source could not be read
    ├── LibraryError         the library could not be read or written
    └── ExportError          an export could not be written
        └── ImportFileError  a file to import could not be understood

    Cancelled                the caller asked for long work to stop

Each error carries a message for people, one line, and a hint that says what to do.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the command's exit status means."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    UNREADABLE = 3
    UNWRITABLE = 4
    HUNG_UP = 129
    INTERRUPTED = 130
    TERMINATED = 143


class VariorumError(Exception):
    """Anything variorum itself reports.

    Args:
        message: One line for people: what happened, and to what.
        hint: One line that says what to do about it; empty where there is nothing to do.
    """

    exit_code = ExitCode.FAILED

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class UsageError(VariorumError):
    """The command line asks for something impossible."""

    exit_code = ExitCode.USAGE


class ConfigError(VariorumError):
    """A settings file is wrong; the message names the file and the key."""

    exit_code = ExitCode.USAGE


class ArticleError(VariorumError):
    """A source could not be read; the message names it."""

    exit_code = ExitCode.UNREADABLE


class LibraryError(VariorumError):
    """The library could not be read or written."""

    exit_code = ExitCode.UNWRITABLE


class ExportError(VariorumError):
    """An export could not be written."""

    exit_code = ExitCode.UNWRITABLE


class ImportFileError(ExportError):
    """A file to import could not be read or understood; nothing of it was taken."""

    exit_code = ExitCode.UNREADABLE


class Cancelled(Exception):  # noqa: N818 - a request that was granted, not an error
    """Raised out of a progress callback to stop long work; nothing half-made is returned."""
