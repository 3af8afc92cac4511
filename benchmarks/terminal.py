"""What a key costs on the wire and in time, in a real pseudo-terminal, with less and vim -d in the same run.

    python benchmarks/terminal.py            everything
    python benchmarks/terminal.py bytes      only bytes for each key
    python benchmarks/terminal.py time       only key to last byte, start and memory

Bytes are all that the program writes from a press until the terminal has been quiet for a while. Times are from a press
to the last byte of its frame.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.machine import machine, quantile  # noqa: E402 - after the path is set
from benchmarks.prose import Prose  # noqa: E402
from tests.terminal.harness import Terminal  # noqa: E402

QUIET = 0.12
SEEDS = sorted((ROOT / "seeds").iterdir())


@dataclass(frozen=True)
class Program:
    """A reader to measure: how it starts, what it shows when it has, and its keys for the same movements."""

    name: str
    command: tuple[str | Path, ...]
    ready: str
    keys: dict[str, str]


def programs() -> Iterator[Program]:
    """Ours and its peers, on the seeds."""
    yield Program(
        "variorum",
        (sys.executable, "-m", "variorum", *SEEDS),
        "electoral",
        {"line": "\x05", "sentence": "j", "page": " "},
    )
    if shutil.which("less"):
        yield Program("less", ("less", *SEEDS), "electoral", {"line": "j", "page": " "})
    if shutil.which("vim"):
        command = ("vim", "-u", "NONE", "-N", "-d", "--cmd", "set wrap", *SEEDS)
        yield Program("vim -d", command, "electoral", {"line": "\x05", "sentence": "j", "page": "\x06"})


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
    """Median bytes for a line, a sentence and a page, by program and window."""
    print("\nbytes for each key, median (largest)")
    print(f"{'':22}{'window':>9}{'line':>14}{'sentence':>16}{'page':>16}{'idle 10 s':>11}")
    for columns, rows in ((80, 24), (120, 40), (200, 60)):
        for program in programs():
            row = "".join(f"{_cost(program, key, columns, rows, folder):>16}" for key in ("line", "sentence", "page"))
            idle = _idle(program, columns, rows, folder) if columns == 80 else ""
            print(f"{program.name:22}{f'{columns}×{rows}':>9}{row}{idle:>11}")
    still, jumps = _sentence_costs(folder)
    print(f"variorum, next sentence: other pane stands still {_median(still)}, jumps {_median(jumps)}")


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
            times.append(time.monotonic() - began)
            terminal.close()
        print(f"{program.name:22}{median(times) * 1000:8.0f} ms{median(times) / base:8.2f}")


def key_to_frame(folder: Path) -> None:
    """Milliseconds from a press to the frame's last byte, for a short and a very long pair; opening and memory too."""
    print("\nkey to the last byte of its frame, ms: median, 95 %")
    for sentences in (40, 20_000):
        files = [folder / f"{outlet}-{sentences}.txt" for outlet in "ab"]
        pair = Prose().pair(sentences)
        for path, article in zip(files, pair, strict=True):
            path.write_text(article.text)
        command = (sys.executable, "-m", "variorum", *files)
        long = Program("variorum", command, "1", {"line": "\x05", "sentence": "j", "page": " "})
        began = time.monotonic()
        terminal = _open(long, 80, 24, folder, quiet=False, ready=pair[0].text[:20])
        opened = time.monotonic() - began
        terminal.pump(1.0)
        for name in ("line", "sentence", "page"):
            times = [_press(terminal, long.keys[name]) for _ in range(60)]
            drawn = [t for t in times if t is not None]
            if drawn:
                figures = f"{median(drawn):8.1f}{quantile(drawn, 0.95):8.1f}"
                print(f"2 × {sentences:6} {name:10}{figures}   ({len(drawn)} drawn)")
        print(f"2 × {sentences:6} readable after {opened:.2f} s, resident {_resident(terminal):.0f} MB")
        terminal.close()


def _press(terminal: Terminal, key: str) -> float | None:
    """Milliseconds until the last byte that a press brings; None where it brings none."""
    began = time.monotonic()
    terminal.send(key)
    last = None
    while time.monotonic() - began < 0.5:
        if terminal.pump(0.001):
            last = time.monotonic()
        if last is not None and time.monotonic() - last > 0.03:
            break
    return None if last is None else (last - began) * 1000


def _open(
    program: Program, columns: int, rows: int, folder: Path, *, quiet: bool = True, ready: str | None = None
) -> Terminal:
    home = tempfile.mkdtemp(dir=folder)  # a fresh one: the reader goes on where it was left
    env = {"VARIORUM_HOME": home, "HOME": home}
    terminal = Terminal(*program.command, columns=columns, rows=rows, env=env)
    until = time.monotonic() + 60
    while (ready or program.ready) not in terminal.text and time.monotonic() < until:
        terminal.pump(0.002)
    if quiet:
        terminal.pump(1.0)
    return terminal


def _cost(program: Program, key: str, columns: int, rows: int, folder: Path) -> str:
    if key not in program.keys:
        return "–"
    terminal = _open(program, columns, rows, folder)
    costs = []
    for _ in range(4 if key == "page" else 10):
        costs.append(_bytes(terminal, program.keys[key]))
    terminal.close()
    return _median([c for c in costs if c])


def _bytes(terminal: Terminal, key: str) -> int:
    before = len(terminal.raw)
    terminal.send(key)
    terminal.pump(QUIET)
    return len(terminal.raw) - before


def _sentence_costs(folder: Path) -> tuple[list[int], list[int]]:
    """What `j` costs from the top to the end: where the right pane stands still, and where it jumps."""
    program = next(programs())
    terminal = _open(program, 80, 24, folder)
    still: list[int] = []
    jumps: list[int] = []
    for _ in range(14):
        before = [line[46:] for line in terminal.lines[1:-1]]
        cost = _bytes(terminal, "j")
        (still if [line[46:] for line in terminal.lines[1:-1]] == before else jumps).append(cost)
    terminal.close()
    return still, jumps


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


def _resident(terminal: Terminal) -> float:
    status = Path(f"/proc/{terminal.child.pid}/status")
    if not status.exists():
        return float("nan")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1000


if __name__ == "__main__":
    main()
