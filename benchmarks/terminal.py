"""What a key costs on the wire and in time, in a real pseudo-terminal, with less and vim -d in the same run.

    python benchmarks/terminal.py            everything
    python benchmarks/terminal.py bytes      only bytes for each key
    python benchmarks/terminal.py time       only key to last byte, start and memory

Bytes are all that the program writes from a press until the terminal has been quiet for a while; only presses that
move the text count. Two panes stand alone, as less and vim -d have no panels; a row of its own says what panels and
strips add. The seeds are shorter than a tall window, so that a page there is half a page: a long pair stands beside
them. Times are from a press until the last byte of its frame came; what the terminal of this benchmark takes to draw
it, about as long again, is not the reader's. Memory is told apart into the reader's own and the comparison's, which a
process that does nothing else is measured to need.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tui")]

from benchmarks.machine import machine, quantile  # noqa: E402 - after the path is set
from benchmarks.prose import Prose  # noqa: E402
from tests.terminal.harness import Terminal  # noqa: E402

QUIET = 0.12
FRAME_QUIET = 0.015
"""Seconds without a byte after which a frame has ended; a later one says how far comparing is."""
SEEDS = sorted((ROOT / "seeds").iterdir())


@dataclass(frozen=True)
class Program:
    """A reader to measure: how it starts, what it shows when it has, and its keys for the same movements.

    `keys` holds for each movement the keys pressed in turn, so that every press moves.
    """

    name: str
    command: tuple[str | Path, ...]
    ready: str
    keys: dict[str, tuple[str, ...]]


def programs(files: Sequence[Path] = SEEDS, ready: str = "electoral") -> Iterator[Program]:
    """Ours with two panes alone, and its peers; `ready` are words of the first page."""
    yield ours("variorum", files, ready, "--layout", "narrow")
    if shutil.which("less"):
        yield Program("less", ("less", *files), ready, {"line": ("j",), "page": (" ", "b")})
    if shutil.which("vim"):
        command = ("vim", "-u", "NONE", "-N", "-d", "--cmd", "set wrap", *files)
        keys = {"line": ("\x05",), "sentence": ("j",), "page": ("\x06", "\x02")}
        yield Program("vim -d", command, ready, keys)


def ours(name: str, files: Sequence[Path], ready: str, *options: str) -> Program:
    """The reader with these options."""
    command = (sys.executable, "-m", "variorum", *options, *files)
    return Program(name, command, ready, {"line": ("\x05",), "sentence": ("j",), "page": (" ", "b")})


def main() -> None:
    """Print what was asked for."""
    asked = sys.argv[1:]
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        if not asked or "bytes" in asked:
            bytes_for_each_key(Path(folder))
        if not asked or "time" in asked:
            start_up(Path(folder))
            key_to_frame(Path(folder))


def bytes_for_each_key(folder: Path) -> None:
    """Median bytes for a line, a sentence and a page, by program and window; idle for the reader's own screen."""
    long = _files(folder, 400)
    for what, files, ready in (("the seeds", SEEDS, "electoral"), ("2 × 400 sentences", long, _first_words(long[0]))):
        print(f"\nbytes for each key on {what}, median (largest)")
        print(f"{'':22}{'window':>9}{'line':>16}{'sentence':>16}{'page':>16}{'idle 10 s':>11}")
        for columns, rows in ((80, 24), (120, 40), (200, 60)):
            extra = [ours("… panels and strips", files, ready, "--layout", "auto")] if columns > 80 else []
            for program in (*programs(files, ready), *extra):
                costs = (_cost(program, key, columns, rows, folder) for key in ("line", "sentence", "page"))
                row = "".join(f"{cost:>16}" for cost in costs)
                idle = _idle(program, columns, rows, folder) if columns == 80 and files is SEEDS else ""
                print(f"{program.name:22}{f'{columns}×{rows}':>9}{row}{idle:>11}")
    for columns, rows in ((120, 40), (200, 60)):
        costs, colours = _part_costs(long, folder, columns, rows)
        where = f"variorum on 2 × 400 sentences, {columns}×{rows}"
        print(f"{where}, next part of the highlights {_median(costs)}, of it colours {_median(colours)}")
    for columns, rows in ((80, 24), (120, 40)):
        still, jumps = _sentence_costs(folder, columns, rows)
        where = f"variorum on the seeds, {columns}×{rows}"
        print(f"{where}, next sentence: other pane stands still {_median(still)}, jumps {_median(jumps)}")
        print(f"{where}, the end of chosen words: a word {_median(_word_costs(folder, columns, rows))}")


def _files(folder: Path, sentences: int) -> list[Path]:
    """Two files of made-up prose with so many sentences each."""
    files = [folder / f"{outlet}-{sentences}.txt" for outlet in "ab"]
    for path, article in zip(files, Prose().pair(sentences), strict=True):
        path.write_text(article.text)
    return files


def _first_words(file: Path) -> str:
    """What a screen shows of a file first, short enough to stand in one row."""
    with file.open() as stream:
        return stream.read(20)


def start_up(folder: Path) -> None:
    """Seconds from the command to readable text, beside importing Textual."""
    print("\nstart to readable text on the seeds, 80×24, median of 7 (ratio to importing textual.app)")
    imports = [_timed([sys.executable, "-c", "import textual.app"]) for _ in range(7)]
    base = median(imports)
    print(f"{'import textual.app':22}{base * 1000:8.0f} ms")
    for program in programs():
        times = []
        for _ in range(7):
            began = time.monotonic()
            terminal = _open(program, 80, 24, folder, quiet=False)
            times.append(terminal.came - began)
            terminal.close()
        print(f"{program.name:22}{median(times) * 1000:8.0f} ms{median(times) / base:8.2f}")


def key_to_frame(folder: Path) -> None:
    """Milliseconds from a press or a new size to the frame's last byte, short and very long; opening and memory too."""
    print("\nkey to the last byte of its frame, ms: median, 95 %, longest")
    for sentences in (40, 20_000):
        files = _files(folder, sentences)
        long = ours("variorum", files, _first_words(files[0]))
        began = time.monotonic()
        terminal = _open(long, 80, 24, folder, quiet=False)
        opened, resident = terminal.came - began, _resident(terminal.child.pid)
        terminal.pump(1.0)
        if sentences > 40:
            _movements(terminal, long, f"2 × {sentences}, comparing")
        while "Esc stops" in terminal.text:
            terminal.pump(0.5)
        _movements(terminal, long, f"2 × {sentences}")
        after = _resident(terminal.child.pid)
        terminal.close()
        compared = _compared(files, folder)
        print(f"2 × {sentences} readable after {opened:.2f} s, resident {resident:.0f} MB then;")
        print(f"    {after:.0f} MB compared and drawn: the comparison {compared:.0f}, the rest {after - compared:.0f}")


def _movements(terminal: Terminal, program: Program, what: str) -> None:
    """Print the times of every movement, and of new sizes."""
    for name, keys in program.keys.items():
        pressed = keys * (60 // len(keys))
        _print_times(what, name, [_frame(terminal, partial(terminal.send, key)) for key in pressed])
    sizes = ((100, 30), (80, 24)) * 10
    _print_times(what, "resize", [_frame(terminal, partial(terminal.resize, *size)) for size in sizes])


def _print_times(what: str, name: str, times: Sequence[float | None]) -> None:
    drawn = [t for t in times if t is not None]
    if drawn:
        figures = f"{median(drawn):8.1f}{quantile(drawn, 0.95):8.1f}{max(drawn):8.1f}"
        print(f"{what:22} {name:10}{figures}   ({len(drawn)} drawn)")


def _compared(files: Sequence[Path], folder: Path) -> float:
    """Megabytes that the comparison of these files takes in a process that holds nothing else."""
    sent = folder / "compared"
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        pool.apply(_compare, (files, sent))
        return pool.apply(_received, (sent,))


def _compare(files: Sequence[Path], sent: Path) -> None:
    """Write down what the reader's comparing process sends it."""
    from variorum.reading import read_all  # noqa: PLC0415 - in a process of its own

    articles = pickle.dumps(read_all([str(file) for file in files]).articles)
    with sent.open("wb") as stream:
        subprocess.run([sys.executable, "-m", "variorum.engine.grow"], input=articles, stdout=stream, check=True)


def _received(sent: Path) -> float:
    """Megabytes that it takes once it is read."""
    from variorum.engine.grow import frames  # noqa: PLC0415 - in a process of its own

    before = _resident(os.getpid())
    with sent.open("rb") as stream:
        held = list(frames(stream))
    grown = _resident(os.getpid()) - before
    assert held
    return grown


def _frame(terminal: Terminal, act: Callable[[], None]) -> float | None:
    """Milliseconds until the last byte that a press or a new size brings; None where it brings none."""
    began = time.monotonic()
    act()
    while time.monotonic() - began < 0.5:
        terminal.pump(0.001)
        if began < terminal.came < time.monotonic() - FRAME_QUIET:
            break
    return (terminal.came - began) * 1000 if terminal.came > began else None


def _open(program: Program, columns: int, rows: int, folder: Path, *, quiet: bool = True) -> Terminal:
    home = tempfile.mkdtemp(dir=folder)  # a fresh one: the reader goes on where it was left
    env = {"VARIORUM_HOME": home, "HOME": home}
    terminal = Terminal(*program.command, columns=columns, rows=rows, env=env)
    until = time.monotonic() + 60
    while program.ready not in terminal.text and time.monotonic() < until:
        terminal.pump(0.002)
    if quiet:
        terminal.pump(1.0)
    return terminal


def _cost(program: Program, movement: str, columns: int, rows: int, folder: Path) -> str:
    if movement not in program.keys:
        return "–"
    terminal = _open(program, columns, rows, folder)
    costs = []
    keys = program.keys[movement]
    for key in keys * (10 // len(keys)):
        before = terminal.lines[: rows - 1]
        cost = _bytes(terminal, key)
        if terminal.lines[: rows - 1] != before:
            costs.append(cost)
    terminal.close()
    return _median(costs)


def _bytes(terminal: Terminal, key: str) -> int:
    before = len(terminal.raw)
    terminal.send(key)
    terminal.pump(QUIET)
    return len(terminal.raw) - before


def _sentence_costs(folder: Path, columns: int, rows: int) -> tuple[list[int], list[int]]:
    """What `j` costs from the top to the end: where the right pane stands still, and where it jumps."""
    program = next(programs())
    terminal = _open(program, columns, rows, folder)
    middle = columns // 2 + 4  # right of the right pane's marks
    still: list[int] = []
    jumps: list[int] = []
    for _ in range(14):
        before = [line[middle:] for line in terminal.lines[1:-1]]
        cost = _bytes(terminal, "j")
        (still if [line[middle:] for line in terminal.lines[1:-1]] == before else jumps).append(cost)
    terminal.close()
    return still, jumps


def _part_costs(files: Sequence[Path], folder: Path, columns: int, rows: int) -> tuple[list[int], list[int]]:
    """What going to the next part of the highlights panel costs, and how much of it is changes of colour."""
    terminal = _open(ours("variorum", files, _first_words(files[0]), "--layout", "auto"), columns, rows, folder)
    _bytes(terminal, "H")
    costs = [_bytes(terminal, "\t") for _ in range(3)]
    written = [terminal.raw[len(terminal.raw) - sum(costs[n:]) :][:cost] for n, cost in enumerate(costs)]
    terminal.close()
    return costs, [sum(map(len, re.findall(rb"\x1b\[[0-9;]*m", part))) for part in written]


def _word_costs(folder: Path, columns: int, rows: int) -> list[int]:
    """What `l` and `h` cost while words are chosen."""
    terminal = _open(next(programs()), columns, rows, folder)
    for key in "jv0":
        _bytes(terminal, key)
    costs = [_bytes(terminal, key) for key in "llllllhhhh"]
    terminal.close()
    return costs


def _idle(program: Program, columns: int, rows: int, folder: Path) -> str:
    terminal = _open(program, columns, rows, folder)
    before = len(terminal.raw)
    until = time.monotonic() + 10
    while time.monotonic() < until:
        terminal.pump(0.5)
    written = len(terminal.raw) - before
    terminal.close()
    return str(written)


def _median(costs: list[int]) -> str:
    return f"{median(costs):.0f} ({max(costs)})" if costs else "–"


def _timed(command: list[str]) -> float:
    began = time.monotonic()
    subprocess.run(command, check=True)
    return time.monotonic() - began


def _resident(pid: int) -> float:
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return float("nan")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1000


if __name__ == "__main__":
    main()
