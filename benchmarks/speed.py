"""Print how fast articles are compared, ours beside other tools in the same run.

    python benchmarks/speed.py [--books] [--peers]

Without an option: 30 × 30 and 300 × 300 sentences, growth from n to 2n, ten outlets, and the command's start.
`--peers` adds other tools on 4, 16 and 163 KB a side, twice: with all modules loaded and used once before, and in a new
process that loads them and reads the files. `--books` adds 20,000 × 20,000 sentences and the memory it takes. Tools
that are not installed are named and left out: pip install redlines rapidfuzz; apt install wdiff dwdiff and
similarity-tester.
Times are of the wall clock, the best of several runs: on a busy machine every figure is larger.
The text is made up, with the statistics of prose (`benchmarks/prose.py`).
"""

from __future__ import annotations

import argparse
import difflib
import multiprocessing
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from math import inf
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tui")]

from benchmarks.machine import machine  # noqa: E402 - the checkout is found first
from benchmarks.prose import Prose  # noqa: E402 - likewise

from variorum.engine.matching.tokens import article_words  # noqa: E402 - likewise
from variorum.engine.nouns import Article  # noqa: E402 - likewise
from variorum.engine.pair import compare_pair  # noqa: E402 - likewise
from variorum.engine.story import compare  # noqa: E402 - likewise

LONGEST = 40.0
"""Seconds a peer may take."""
SIZES = (4, 16, 163)
"""Kilobytes a side that peers are measured at."""
PATIENCE = 1.0
"""Seconds in which a tool may do the same again: the best time counts, and the first is that of a cold processor."""
BYTES = 190
"""Of a made-up sentence, about."""
RUNS = 7


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description="How fast articles are compared.")
    parser.add_argument("--books", action="store_true", help="also 20,000 × 20,000 sentences")
    parser.add_argument("--peers", action="store_true", help="also other tools on 4, 16 and 163 KB a side")
    options = parser.parse_args()
    print(machine())
    prose = Prose()
    compare_pair(*prose.pair(100))
    _sizes(prose)
    with tempfile.TemporaryDirectory() as folder:
        print(f"start: {_start(folder)}")
        if options.peers:
            _print_peers(prose, folder)
    if options.books:
        _print_books()


def _sizes(prose: Prose) -> None:
    """Times of articles that are new each time, as a reader's are; their words mostly known."""
    found: dict[int, float] = {}
    for sentences, target in ((30, 0.015), (300, 0.2), (600, None), (1200, None), (2400, None)):
        runs = 4 * RUNS if sentences < 100 else RUNS if sentences <= 300 else 2
        found[sentences] = min(_seconds(compare_pair, *prose.pair(sentences)) for _ in range(runs))
        taken = f"{sentences:5} × {sentences:<5} sentences {1000 * found[sentences]:8.1f} ms"
        if target:
            taken += f"  (≤ {1000 * target:.0f})"
        elif sentences > 600:
            taken += f"  {found[sentences] / found[sentences // 2]:.2f} times as long (≤ 2.4)"
        print(taken)
    taken_by_ten = min(_seconds(compare, *prose.outlets(10, 40)) for _ in range(3))
    print(f"   10 outlets × 40 sentences {1000 * taken_by_ten:8.1f} ms")


def _seconds(work: Callable[..., object], *texts: object) -> float:
    begun = time.perf_counter()
    work(*texts)
    return time.perf_counter() - begun


def _start(folder: str) -> str:
    seeds = [str(path) for path in sorted((ROOT / "seeds").iterdir())]
    commands = {
        "variorum compare --json seeds/*": [sys.executable, "-m", "variorum", "compare", "--json", *seeds],
        'python -c "import textual.app"': [sys.executable, "-c", "import textual.app"],
        "python -c pass": [sys.executable, "-c", "pass"],
    }
    told = []
    for name, command in commands.items():
        best = min(_command(command, _environment(folder)) for _ in range(RUNS))
        told.append(f"{name} {1000 * best:.0f} ms")
    return ", ".join(told)


def _environment(folder: str) -> dict[str, str]:
    """With bytecode kept, as that of installed packages is; the first of several runs writes it."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT / "tui"), "PYTHONPYCACHEPREFIX": folder}


def _command(command: list[str], environment: dict[str, str] | None = None) -> float:
    """Seconds of a command; infinite where it took longer than it may.

    A timer ends it: `subprocess.run` with a timeout looks only at .032, .064, .114 … seconds whether it has ended.
    """
    quiet = subprocess.DEVNULL
    begun = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as process:
        timer = threading.Timer(LONGEST, process.kill)
        timer.start()
        process.wait()
        taken = time.perf_counter() - begun
        timer.cancel()
    return taken if taken < LONGEST else inf


def _print_books() -> None:
    """In a process of its own, so that the memory is its own."""
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=_books)
    process.start()
    process.join()


def _books() -> None:
    prose = Prose(60_000)
    pairs = {n: prose.pair(n) for n in (10_000, 20_000)}
    half = _seconds(compare_pair, *pairs[10_000])
    whole = _seconds(compare_pair, *pairs[20_000])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(f"20,000 × 20,000 sentences {whole:.1f} s (≤ 60), {whole / half:.2f} times 10,000, peak {peak:.2f} GB (≤ 1)")


def _print_peers(prose: Prose, folder: str) -> None:
    pairs = {size: prose.pair(_sentences(size)) for size in SIZES}
    files = {size: [str(Path(folder) / f"{side}{size}.txt") for side in "ab"] for size in SIZES}
    for size, pair in pairs.items():
        for path, article in zip(files[size], pair, strict=True):
            Path(path).write_text(article.text, "utf-8")
    _print_head("all modules loaded")
    ours, words = (
        {size: min(_seconds(work, *prose.pair(_sentences(size))) for _ in range(RUNS)) for size in SIZES}
        for work in (compare_pair, _words_alone)
    )
    print(_row("variorum", ours, ours))
    print(_row("  its words alone", words, ours))
    for name, (module, peer, _) in _PEERS.items():
        if find_spec(module) is None:
            print(f"{name:18}not installed")
            continue
        taken = {size: _limited(peer, *(a.text for a in pairs[size])) for size in SIZES}
        print(_row(name, taken, ours), flush=True)
    _print_head("a new process")
    ours = {size: _new_process(_OURS, files[size], folder) for size in SIZES}
    print(_row("variorum", ours, ours))
    for name, (module, _, code) in _PEERS.items():
        if find_spec(module):
            print(_row(name, {size: _new_process(code, files[size], folder) for size in SIZES}, ours), flush=True)
    for name, command in _COMMANDS.items():
        if shutil.which(command[0]) is None:
            print(f"{name:18}not installed")
            continue
        print(_row(name, {size: _command([*command, *files[size]]) for size in SIZES}, ours), flush=True)


def _sentences(size: int) -> int:
    """Sentences of so many kilobytes."""
    return max(4, size * 1000 // BYTES)


def _words_alone(*articles: Article) -> None:
    """What every comparison begins with: words, their stems and meanings, names and figures."""
    for article in articles:
        article_words(article)


def _print_head(what: str) -> None:
    print(f"\n{what:18}" + "".join(f"{size:>8} KB" for size in SIZES) + "   seconds")


def _new_process(code: str, files: list[str], folder: str) -> float | None:
    """Seconds of Python from its start to its end, at best; None where it takes too long."""
    command = [sys.executable, "-c", code, *files]
    best = _best(lambda: _command(command, _environment(folder)))
    return None if best == inf else best


def _best(measure: Callable[[], float]) -> float:
    """The least of several measurements, of one where that takes long."""
    best, first = inf, time.perf_counter()
    while time.perf_counter() - first < PATIENCE:
        best = min(best, measure())
    return best


def _row(name: str, taken: Mapping[int, float | None], ours: Mapping[int, float | None]) -> str:
    cells = []
    for size in SIZES:
        seconds = taken[size]
        cells.append(f">{LONGEST:.0f}".rjust(11) if seconds is None else f"{seconds:11.3f}")
    ratios = [f"{theirs / own:.1f}" if theirs and (own := ours[size]) else "–" for size, theirs in taken.items()]
    return f"{name:18}" + "".join(cells) + ("" if taken is ours else f"   {', '.join(ratios)} times ours")


def _limited(peer: Callable[[str, str], object], a: str, b: str) -> float | None:
    """Seconds in a process of its own, which is ended when it takes too long; None then."""
    context = multiprocessing.get_context("fork")
    queue: multiprocessing.Queue[float] = context.Queue()

    def work() -> None:
        queue.put(_best(lambda: _seconds(peer, a, b)))

    process = context.Process(target=work)
    process.start()
    process.join(LONGEST)
    if process.is_alive():
        process.kill()
        process.join()
        return None
    return queue.get()


def _difflib(a: str, b: str) -> object:
    return difflib.SequenceMatcher(None, a.split(), b.split(), autojunk=False).get_opcodes()


def _redlines(a: str, b: str) -> object:
    from redlines import Redlines  # noqa: PLC0415 - a peer that may not be installed

    return Redlines(a, b).output_markdown


def _diff_match_patch(a: str, b: str) -> object:
    from diff_match_patch import diff_match_patch  # noqa: PLC0415 - only for this row

    tool = diff_match_patch()
    tool.Diff_Timeout = 0
    diffs = tool.diff_main(a, b)
    tool.diff_cleanupSemantic(diffs)
    return diffs


def _rapidfuzz(a: str, b: str) -> object:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - a peer that may not be installed

    left, right = a.replace("\n", " ").split(". "), b.replace("\n", " ").split(". ")
    return [process.extract(sentence, right, scorer=fuzz.token_set_ratio, limit=3) for sentence in left]


_READ = "import sys; a, b = (open(path, encoding='utf-8').read() for path in sys.argv[1:]); "
_OURS = "import sys; from variorum import compare, read; compare(*map(read, sys.argv[1:]))"
_PEERS: dict[str, tuple[str, Callable[[str, str], object], str]] = {
    "difflib, words": (
        "difflib",
        _difflib,
        _READ + "import difflib; difflib.SequenceMatcher(None, a.split(), b.split(), autojunk=False).get_opcodes()",
    ),
    "redlines": ("redlines", _redlines, _READ + "import redlines; redlines.Redlines(a, b).output_markdown"),
    "dmp, semantic": (
        "diff_match_patch",
        _diff_match_patch,
        _READ + "import diff_match_patch as d; t = d.diff_match_patch(); t.Diff_Timeout = 0; "
        "t.diff_cleanupSemantic(t.diff_main(a, b))",
    ),
    "rapidfuzz": (
        "rapidfuzz",
        _rapidfuzz,
        _READ + "from rapidfuzz import fuzz, process; x, y = (t.replace(chr(10), ' ').split('. ') for t in (a, b)); "
        "[process.extract(s, y, scorer=fuzz.token_set_ratio, limit=3) for s in x]",
    ),
}
"""Each tool's module, what it does in process, and the same as a program."""
_COMMANDS = {"wdiff": ["wdiff"], "dwdiff": ["dwdiff"], "sim_text": ["sim_text", "-p"]}


if __name__ == "__main__":
    main()
