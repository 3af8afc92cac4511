"""Changed cells show what whole frames show, cost few bytes, and outlive signals and a dead terminal."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.terminal.harness import ROOT, Terminal

APP = Path(__file__).with_name("sample_app.py")
BLANK = "plain words 0"


def start(*arguments: str, **options: object) -> Terminal:
    terminal = Terminal(sys.executable, APP, *arguments, columns=60, rows=16, **options)  # type: ignore[arg-type]
    terminal.wait_for(BLANK)
    terminal.pump(0.2)
    return terminal


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    opened = start()
    yield opened
    opened.close()


def picture(terminal: Terminal) -> list[list[tuple[str, str, str, bool, bool]]]:
    """Every cell's character, colours, weight and reverse."""
    buffer = terminal.screen.buffer
    cells = [[buffer[y][x] for x in range(terminal.screen.columns)] for y in range(terminal.screen.lines)]
    return [
        [(c.data, "" if c.data == " " else c.fg, c.bg, c.bold and c.data != " ", c.reverse) for c in row]
        for row in cells
    ]


def test_every_frame_equals_the_stock_frame() -> None:
    ours, stock = start(), start("--stock")
    try:
        for keys in ("j", "jj", "k", " ", "m", "j", "\x1b", " ", "kkkk", "m", "\x1b"):
            ours.send(keys)
            stock.answer(keys)
            ours.wait_for(lambda: picture(ours) == picture(stock), timeout=5)
        for terminal in (ours, stock):
            terminal.resize(44, 11)
        stock.pump(0.4)
        ours.wait_for(lambda: picture(ours) == picture(stock), timeout=5)
        assert len(ours.raw) < len(stock.raw) / 2
    finally:
        ours.close()
        stock.close()


@pytest.mark.long
@pytest.mark.parametrize("theme", ["dark", "ansi"])
def test_the_reader_and_its_lists_equal_the_stock_frames(theme: str, tmp_path: Path) -> None:
    (tmp_path / "stock.toml").write_text("changed_cells = false\n")
    (tmp_path / "ours.toml").write_text("")
    pair = []
    for name in ("ours", "stock"):
        config, home = tmp_path / f"{name}.toml", str(tmp_path / name)
        seeds = sorted((ROOT / "seeds").iterdir())
        terminal = Terminal.variorum(
            "--theme", theme, "--config", config, *seeds, columns=90, rows=30, env={"VARIORUM_HOME": home, "HOME": home}
        )
        pair.append(terminal)
    ours, stock = pair
    try:
        for terminal in pair:
            terminal.wait_for("paraphrase")
        for keys in (
            "j",
            "\x05",
            " ",
            "M",
            "j",
            "f",
            "G",
            "\x1b",
            "Q",
            "j",
            "\x1b",
            "?",
            " ",
            "\x1b",
            "ax",
            "\x03",
            "H",
            "o",
        ):
            for terminal in pair:
                terminal.send(keys)
            ours.wait_for(lambda: not stock.pump() and picture(ours) == picture(stock), timeout=5)
    finally:
        for terminal in pair:
            terminal.close()


def test_a_line_scrolled_costs_about_a_line(terminal: Terminal) -> None:
    costs = []
    for _ in range(9):
        costs.append(len(terminal.answer("j")))
    assert 0 < sorted(costs)[4] < 200


def test_nothing_is_written_while_nothing_changes(terminal: Terminal) -> None:
    terminal.pump(0.3)
    assert terminal.pump(1.0) == b""


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGHUP, 129), (signal.SIGTERM, 143), (signal.SIGINT, 130)], ids=str
)
def test_a_signal_restores_the_screen_and_ends_it(terminal: Terminal, number: signal.Signals, status: int) -> None:
    began = time.monotonic()
    terminal.kill(number)
    assert terminal.wait_end() == status
    assert time.monotonic() - began < 2
    assert terminal.raw.rstrip().endswith(b"\x1b[?25h")
    assert b"\x1b[?1049l" in terminal.raw


def test_a_line_that_drops_ends_it(terminal: Terminal) -> None:
    began = time.monotonic()
    assert terminal.drop_line() == 129
    assert time.monotonic() - began < 2


def test_stopped_and_continued_it_repaints_at_once(terminal: Terminal) -> None:
    terminal.send("j")
    terminal.wait_for(lambda: terminal.lines[0].startswith("   1 日本語"))
    shown = picture(terminal)
    terminal.send("\x1a")
    terminal.wait_stopped()
    terminal.screen.reset()
    terminal.kill(signal.SIGCONT)
    terminal.wait_for(lambda: picture(terminal) == shown)


def test_stopped_from_outside_and_continued_it_goes_on(terminal: Terminal) -> None:
    shown = picture(terminal)
    terminal.kill(signal.SIGSTOP)
    terminal.screen.reset()
    terminal.kill(signal.SIGCONT)
    terminal.wait_for(lambda: picture(terminal) == shown)
    terminal.send("q")
    assert terminal.wait_end() == 0
    assert terminal.raw.count(b"\x1b[?1049l") == 1


def test_a_window_of_one_cell_and_back(terminal: Terminal) -> None:
    shown = picture(terminal)
    terminal.resize(1, 1)
    terminal.pump(0.3)
    terminal.resize(60, 16)
    terminal.wait_for(lambda: picture(terminal) == shown)
