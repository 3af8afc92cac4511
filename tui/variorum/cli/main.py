"""The `variorum` command: parse, run one command, turn errors into one line and an exit status."""

from __future__ import annotations

import argparse
import sys

from variorum.errors import ExitCode, VariorumError


def run(arguments: list[str]) -> int:
    """Run the command line; returns the exit status and lets no error of ours out."""
    parser = argparse.ArgumentParser(prog="variorum")
    commands = parser.add_subparsers(dest="command", required=True)
    compare = commands.add_parser("compare")
    compare.add_argument("sources", nargs="+")
    compare.add_argument("--format", default="json")
    options = parser.parse_args(arguments)
    try:
        return _compare(options)
    except VariorumError as error:
        sys.stderr.write(f"variorum: {error}\n")
        return int(error.exit_code)


def _compare(options: argparse.Namespace) -> int:
    from variorum.engine.story import compare  # noqa: PLC0415 - each command loads only what it uses
    from variorum.export.json_format import story_to_json  # noqa: PLC0415
    from variorum.reading import read_all  # noqa: PLC0415

    result = read_all(options.sources)
    for failure in result.failures:
        sys.stderr.write(f"variorum: {failure.source}: {failure.reason}\n")
    sys.stdout.write(story_to_json(compare(*result.articles)))
    return int(ExitCode.UNREADABLE if result.failures else ExitCode.DONE)
