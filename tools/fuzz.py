"""Random damage: changed inputs through all that takes input and all that shows it; what raises is saved.

    python tools/fuzz.py SECONDS FOLDER [START]

An input is one file, its name telling the kind; everything else that is chosen at random follows from its bytes, so a
saved input shows the same again: `python tools/fuzz.py --again FILE…`. START is the first number of the random
sequence; unless told every run takes another one, and says which.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tui")]

from tools.fuzz_inputs import changed, originals  # noqa: E402 - after the path is set
from tools.fuzz_targets import exercise  # noqa: E402

SLOW = 20
"""Seconds that one input may take."""


class TooSlow(Exception):  # noqa: N818 - a finding, not an error
    """An input took longer than it may."""


def main() -> int:
    """Fuzz for a while, or show saved inputs again; the number of findings, at most 1."""
    options = arguments()
    if options.again:
        for path in options.again:
            exercise(path.name, path.read_bytes())
        return 0
    until, folder, start = time.monotonic() + options.seconds, options.folder, options.start
    print(f"numbers from {start} on", flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    seeds = list(originals())
    done, found = 0, Counter[str]()
    kinds = Counter[str]()
    for number in count(start):
        if time.monotonic() > until:
            break
        name, data = changed(seeds, random.Random(number))
        kinds[Path(name).suffix] += 1
        try:
            with bounded(SLOW):
                exercise(name, data)
        except Exception as error:  # whatever it is, it is what is looked for
            where = "".join(traceback.format_exception(error)[-2:])
            found[where] += 1
            if found[where] == 1:
                path = folder / f"{hashlib.sha256(data).hexdigest()[:12]}-{name}"
                path.write_bytes(data)
                print(f"{path} (number {number})\n{where}", flush=True)
        done += 1
    print(f"{done} inputs ({', '.join(f'{n} {k}' for k, n in kinds.most_common())}), {len(found)} findings")
    return min(1, len(found))


def arguments() -> argparse.Namespace:
    """What the command line asks for; wrong ones end the program."""
    parser = argparse.ArgumentParser(description="Random damage to inputs; what raises is saved.")
    parser.add_argument("seconds", metavar="SECONDS", type=float, nargs="?", help="how long")
    parser.add_argument("folder", metavar="FOLDER", type=Path, nargs="?", help="where inputs that raise are saved")
    start = random.SystemRandom().randrange(10**9)
    parser.add_argument(
        "start", metavar="START", type=int, nargs="?", default=start, help="first number; any if not told"
    )
    parser.add_argument("--again", metavar="FILE", type=Path, nargs="+", help="show saved inputs again instead")
    options = parser.parse_args()
    if not options.again and options.folder is None:
        parser.error("SECONDS and FOLDER are needed, or --again")
    return options


@contextmanager
def bounded(seconds: int) -> Iterator[None]:
    """Raise TooSlow inside once the time is over."""

    def over(_number: int, _frame: FrameType | None) -> None:
        raise TooSlow(f"more than {seconds} s")

    signal.signal(signal.SIGALRM, over)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


if __name__ == "__main__":
    sys.exit(main())
