"""The `variorum` command: find the command, run it, turn errors into one line and an exit status."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import IO, NoReturn, Protocol, cast

from variorum.cli.talk import say, speak_as_the_locale_can, stand_in_for_closed_streams, tell, write_nowhere
from variorum.errors import ExitCode, VariorumError
from variorum.text.sanitise import clean_line
from variorum.version import VERSION

COMMANDS = {
    "read": "open the reader; the command may be left out",
    "compare": "compare articles without a screen",
    "get": "fetch articles and keep them as files",
    "doctor": "say what this terminal and configuration can do",
    "highlights": "list, add, edit, remove, rename, merge and compare what is kept",
    "note": "add, list and remove notes",
    "export": "write a kept highlight set to a file or to standard output",
    "import": "bring an exported highlight set, or one of Hypothesis, into the library",
    "correct": "put right a role, a sentence break or a link, as in the reader",
    "library": "say where the library is, check it, back it up, put a backup back, list its stories",
    "completion": "print the completion script of a shell",
}
"""Each command is the module of its name in this package; a module is imported only when its command is asked for."""

_EPILOG = "SOURCE is a file, a folder, an address, a feed, or - for standard input; -- ends the options."


_REFUSED = (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN)
"""What the system says where it gives no more files, memory or processes."""


class Parser(argparse.ArgumentParser):
    """A parser whose complaints cannot act on the terminal, whatever was typed."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and end with status 2."""
        super().error(clean_line(message))

    def _print_message(self, message: str, file: IO[str] | None = None) -> None:  # type: ignore[override]  # as argparse
        """Write help or a complaint; help that cannot be written is an error, which argparse would pass over."""
        if file is sys.stdout:
            file.write(message)
        else:
            tell(message)


class CommandModule(Protocol):
    """What the module of a command offers."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's arguments."""

    def run(self, options: argparse.Namespace) -> ExitCode:
        """Do it. A `VariorumError` may come out."""


def run(arguments: Sequence[str]) -> int:
    """Run a command line; returns the exit status. No error of ours gets out, and a closed pipe ends it silently."""
    stand_in_for_closed_streams()
    speak_as_the_locale_can()
    try:
        status = _dispatch(_explicit(list(arguments)))
        sys.stdout.flush()
    except VariorumError as error:
        say(str(error))
        return int(error.exit_code)
    except SystemExit as ended:  # a signal while the terminal was held; whoever read our output may have gone
        write_nowhere(sys.stdout, sys.stderr)
        return int(ended.code or 0)
    except KeyboardInterrupt:
        return int(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        write_nowhere(sys.stdout, sys.stderr)
        return int(ExitCode.DONE)
    except MemoryError:
        say("there is not enough memory for this (compare fewer or shorter articles)")
        return int(ExitCode.FAILED)
    except OSError as error:
        return int(_refused(error))
    if status is ExitCode.HUNG_UP:
        write_nowhere(sys.stdout, sys.stderr)
    return int(status)


def _refused(error: OSError) -> ExitCode:
    """Say what the system would not do; an error about a file that nobody foresaw is ours, and goes on.

    Raises:
        OSError: That one.
    """
    if isinstance(error, FileNotFoundError) and not _working_folder():
        say("the folder that this runs in is no longer there (change to another folder)")
        return ExitCode.FAILED
    if error.errno in _REFUSED:
        say(f"the system refuses: {error.strerror}")
        return ExitCode.FAILED
    if sys.stdout.closed or error.filename is not None:
        raise error
    say(f"standard output: {error.strerror}")
    write_nowhere(sys.stdout, sys.stderr)
    return ExitCode.UNWRITABLE


def _working_folder() -> bool:
    """Whether the folder that the command runs in is there; someone may have removed it."""
    try:
        os.getcwd()
    except FileNotFoundError:
        return False
    return True


def build_parser(*asked: str) -> Parser:
    """The parser of the whole command line, with the arguments of the commands asked for filled in."""
    parser = Parser(
        prog="variorum",
        description="Put several articles on one event side by side: `variorum SOURCE…` opens the reader.",
        epilog=_EPILOG,
    )
    parser.add_argument("--version", action="version", version=f"variorum {VERSION}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, prog=parser.prog)
    for name, summary in COMMANDS.items():
        own = commands.add_parser(name, help=summary, description=_sentence(summary), epilog=_EPILOG)
        if name in asked:
            command_module(name).configure(own)
    return parser


def command_parser(name: str) -> Parser:
    """The parser of one command: the others' would be made for nothing at every start."""
    parser = Parser(prog=f"variorum {name}", description=_sentence(COMMANDS[name]), epilog=_EPILOG)
    command_module(name).configure(parser)
    return parser


def _sentence(summary: str) -> str:
    return f"{summary[0].upper()}{summary[1:]}."


def command_module(name: str) -> CommandModule:
    """The module of a command; `import` and other words of the language carry an underscore as module names."""
    return cast(CommandModule, import_module(f"variorum.cli.{name}{'_' if name == 'import' else ''}"))


def _explicit(arguments: list[str]) -> list[str]:
    first = arguments[0] if arguments else ""
    if first in COMMANDS or first in ("-h", "--help", "--version"):
        return arguments
    if first == "help" and not os.path.exists(first):
        return [*(name for name in arguments[1:2] if name in COMMANDS), "--help"]
    return ["read", *arguments]


def _dispatch(arguments: list[str]) -> int:
    name = arguments[0]
    try:
        if name not in COMMANDS:
            build_parser().parse_args(arguments)  # help or the version: it ends here
        options = command_parser(name).parse_args(arguments[1:])
    except SystemExit as ended:  # argparse has printed its help, or said what is wrong
        return int(ended.code or 0)
    return command_module(name).run(options)
