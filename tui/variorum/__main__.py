"""`python -m variorum` and the `variorum` command."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command; returns its exit status."""
    from variorum.cli.main import run  # noqa: PLC0415 - the command's modules load only when it runs

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
