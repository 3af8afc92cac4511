"""`python -m variorum` and the `variorum` command."""

from __future__ import annotations

import gc
import sys

GARBAGE_FROM = 100_000
"""Objects made until the next search for garbage: with Python's 700 a sixth of the start goes into finding none."""


def main() -> int:
    """Run the command; returns its exit status."""
    gc.set_threshold(GARBAGE_FROM, 20, 20)
    from variorum.cli.main import run  # noqa: PLC0415 - the command's modules load only when it runs

    status = run(sys.argv[1:])
    # Before Python ends it looks through everything for cycles, a tenth of a short command's time; not what is frozen.
    gc.freeze()
    return status


if __name__ == "__main__":
    sys.exit(main())
