"""What is far too long opens or is refused within bounds of time and memory, and `q` answers all the while."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from benchmarks.prose import Prose
from tests.terminal.harness import ENV, Terminal

pytestmark = pytest.mark.long

MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Ended:
    """How a command ended, in how many seconds, and its largest size in MiB."""

    status: int
    seconds: float
    size: float
    output: str
    errors: str


def run(*arguments: str | Path, home: Path) -> Ended:
    """Run the command and measure it alone: the largest of it and each of its children."""
    code = (
        "import resource, subprocess, sys\n"
        "done = subprocess.run([sys.executable, '-m', 'variorum', *sys.argv[1:]])\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(f'\\n{used.ru_maxrss} {used.ru_utime + used.ru_stime}', file=sys.stderr)\n"
        "sys.exit(done.returncode)\n"
    )
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=150, env={**ENV, "VARIORUM_HOME": str(home)}
    )
    errors, _, figures = done.stderr.strip().rpartition("\n")
    largest, seconds = figures.split()
    unit = 1 if sys.platform == "darwin" else 1024
    return Ended(done.returncode, float(seconds), int(largest) * unit / MEGABYTE, done.stdout, errors)


def pair(folder: Path, sentences: int) -> tuple[Path, Path]:
    """Two made-up articles of so many sentences, as short as news has them where there are very many."""
    paths = (folder / "a.txt", folder / "b.txt")
    for path, article in zip(paths, Prose().pair(sentences), strict=True):
        shown = [article.sentence_text(n) for n in range(len(article.sentences))]
        path.write_text("\n\n".join(shown if sentences < 50_000 else (f"{text[:120].rstrip('. ')}." for text in shown)))
    return paths


def test_a_megabyte_in_one_line(tmp_path: Path) -> None:
    words = " ".join(Prose().pair(9000)[0].text.replace(".", "").split())[:MEGABYTE]
    path = tmp_path / "line.txt"
    path.write_text(words)
    (tmp_path / "other.txt").write_text("The harbour was closed. Nobody asked the gulls.\n")
    done = run("compare", path, tmp_path / "other.txt", "--format", "text", home=tmp_path)
    assert done.status == 0, done.errors
    assert done.seconds < 10
    assert done.size < 600


def test_twenty_thousand_sentences(tmp_path: Path) -> None:
    done = run("compare", *pair(tmp_path, 20_000), "--json", home=tmp_path)
    assert done.status == 0, done.errors
    assert done.seconds < 60
    assert done.size < 1500


@pytest.mark.parametrize(("size", "bound"), [(50 * MEGABYTE, 1500), (1 << 30, 400)])
def test_what_is_too_large_is_refused_at_once(tmp_path: Path, size: int, bound: int) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.write(b"The harbour was closed. ")
        file.truncate(size)
    (tmp_path / "other.txt").write_text("The harbour was closed. Nobody asked the gulls.\n")
    done = run("get", path, home=tmp_path)
    assert done.status == 3
    assert "MB" in done.errors
    assert done.errors.count("\n") <= 1
    assert done.seconds < 10
    assert done.size < bound


@pytest.mark.parametrize("sentences", [20_000, 100_000])
def test_keys_are_answered_while_comparing(tmp_path: Path, sentences: int) -> None:
    with Terminal.variorum(*pair(tmp_path, sentences), env={"VARIORUM_HOME": str(tmp_path / "home")}) as terminal:
        terminal.wait_for("comparing", timeout=60)
        shown = terminal.lines[1:-1]
        terminal.send(" ")
        terminal.wait_for(lambda: terminal.lines[1:-1] != shown, timeout=5)
        terminal.send("q")
        assert terminal.wait_end(timeout=10) == 0
