"""`variorum completion SHELL`: a completion script, made from the parser itself."""

from __future__ import annotations

import argparse
import sys

from variorum.errors import ExitCode


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("shell", choices=("bash", "zsh", "fish"))


def run(options: argparse.Namespace) -> ExitCode:
    """Print the script."""
    import shtab  # noqa: PLC0415 - for this command only

    from variorum.cli.main import COMMANDS, build_parser  # noqa: PLC0415 - main loads this module, not the reverse

    sys.stdout.write(shtab.complete(build_parser(*COMMANDS), shell=options.shell) + "\n")
    return ExitCode.DONE
