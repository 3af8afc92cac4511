"""The installed command in a real pseudo-terminal: it opens, reads, survives and leaves as it came."""

from __future__ import annotations

import re
import shlex
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.terminal.harness import Terminal
from tests.terminal.hostile import HOSTILE, article, leftovers

Opener = Callable[..., Terminal]

COMPARED = " %"
"""What the head of a pane says only when the articles have been compared: the share."""


@pytest.fixture
def opener(tmp_path: Path) -> Iterator[Opener]:
    """Opens the reader; every one opened is closed at the end."""
    opened: list[Terminal] = []

    def open_reader(*arguments: str | Path, env: dict[str, str] | None = None, **options: object) -> Terminal:
        home = {"VARIORUM_HOME": str(tmp_path / "home")}
        terminal = Terminal.variorum(*arguments, env=home | (env or {}), **options)
        opened.append(terminal)
        return terminal

    yield open_reader
    for terminal in opened:
        terminal.close()


def colours(raw: bytes) -> set[bytes]:
    """The SGR parameters in what was written that set a colour."""
    groups = re.findall(rb"\x1b\[([0-9;]*)m", raw)
    return {g for g in groups if re.search(rb"(^|;)(3[0-8]|4[0-8]|9[0-7]|10[0-7])(;|$)", g)}


def test_it_opens_the_seeds_and_quits_cleanly(opener: Opener, seeds: Path) -> None:
    terminal = opener(seeds)
    terminal.wait_for("As the electoral college")
    terminal.wait_for(COMPARED)
    assert "Vladimir Putin" in terminal.text
    terminal.send("q")
    assert terminal.wait_end() == 0
    assert terminal.raw.count(b"\x1b[?1049h") == terminal.raw.count(b"\x1b[?1049l") == 1
    assert leftovers(terminal.raw) == b""


def test_the_cursor_and_its_counterparts_move_together(opener: Opener, seeds: Path) -> None:
    terminal = opener(seeds)
    terminal.wait_for(COMPARED)
    terminal.send("jjjj")
    terminal.wait_for(lambda: any("▌" in line[30:] and "ready for collaboration" in line for line in terminal.lines))


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGHUP, 129), (signal.SIGTERM, 143), (signal.SIGINT, 130)], ids=str
)
def test_signals_end_it_with_the_terminal_restored(
    opener: Opener, seeds: Path, number: signal.Signals, status: int
) -> None:
    terminal = opener(seeds)
    terminal.wait_for(COMPARED)
    began = time.monotonic()
    terminal.kill(number)
    assert terminal.wait_end() == status
    assert time.monotonic() - began < 2
    assert b"\x1b[?1049l" in terminal.raw


def test_a_dropped_line_ends_it(opener: Opener, seeds: Path) -> None:
    terminal = opener(seeds)
    terminal.wait_for(COMPARED)
    began = time.monotonic()
    assert terminal.drop_line() == 129
    assert time.monotonic() - began < 2


def test_stopped_and_continued_it_is_as_before(opener: Opener, seeds: Path) -> None:
    terminal = opener(seeds)
    terminal.wait_for(COMPARED)
    terminal.pump(0.3)
    shown = terminal.text
    terminal.send("\x1a")
    terminal.wait_stopped()
    terminal.screen.reset()
    terminal.kill(signal.SIGCONT)
    terminal.wait_for(lambda: terminal.text == shown)


def test_a_window_made_tiny_and_large_again(opener: Opener, seeds: Path) -> None:
    terminal = opener(seeds)
    terminal.wait_for(COMPARED)
    for size in ((1, 1), (30, 8), (60, 15), (200, 60)):
        terminal.resize(*size)
        terminal.answer("")
    terminal.wait_for("electoral")
    terminal.resize(80, 24)
    terminal.wait_for(COMPARED)
    terminal.send("q")
    assert terminal.wait_end() == 0


def test_no_colour_means_none(opener: Opener, seeds: Path) -> None:
    terminal = opener(seeds, env={"NO_COLOR": "1"})
    terminal.wait_for(COMPARED)
    terminal.answer("jjw")
    assert "~" in terminal.text, "the relation is still a glyph"
    for key, shown in (("M", "COVERAGE"), ("?", "HELP")):
        terminal.send(key)
        terminal.wait_for(shown)
        terminal.answer("\x1b")
    assert colours(terminal.raw) == set()


def test_an_empty_no_colour_means_colour(opener: Opener, seeds: Path) -> None:
    terminal = opener(seeds, env={"NO_COLOR": ""})
    terminal.wait_for(COMPARED)
    assert colours(terminal.raw)


def test_the_ansi_theme_keeps_to_the_terminals_own_colours(opener: Opener, seeds: Path) -> None:
    terminal = opener("--theme", "ansi", seeds)
    terminal.wait_for(COMPARED)
    assert colours(terminal.raw)
    assert not [c for c in colours(terminal.raw) if b"38;" in c or b"48;" in c]


@pytest.mark.parametrize(
    "env",
    [
        {"LANG": "C"},
        {"LC_ALL": "POSIX"},
        {"LANG": "C", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    ],
)
def test_a_c_locale_gets_ascii_marks(opener: Opener, tmp_path: Path, env: dict[str, str]) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(
            "The “ferry” Aurora ran aground near Hölm on Friday.\n\nNobody was hurt.\n"
        )
    terminal = opener(tmp_path / "a.txt", tmp_path / "b.txt", env=env)
    terminal.wait_for("Aurora")
    terminal.pump(0.3)
    assert terminal.raw.isascii()


@pytest.mark.parametrize(("locale", "ascii"), [("C", True), ("C.UTF-8", False), ("", False)])
def test_the_report_on_a_terminal_is_as_the_locale_says(opener: Opener, seeds: Path, locale: str, ascii: bool) -> None:
    terminal = opener(seeds, env={"LANG": locale, "TERM": "dumb"})
    assert terminal.wait_end() == 0
    assert b"ready for cooperation and contacts" in terminal.raw
    assert terminal.raw.isascii() is ascii


@pytest.mark.parametrize("term", ["vt100", "linux", "screen", "tmux-256color", "xterm"])
def test_every_common_terminal_is_served(opener: Opener, seeds: Path, term: str) -> None:
    terminal = opener(seeds, env={"TERM": term})
    terminal.wait_for(COMPARED)
    assert terminal.answer("j")
    terminal.send("q")
    assert terminal.wait_end() == 0


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_gets_the_report(opener: Opener, seeds: Path, term: str) -> None:
    terminal = opener(seeds, env={"TERM": term})
    assert terminal.wait_end() == 0
    assert b"2 articles" in terminal.raw
    assert b"\x1b" not in terminal.raw


def test_keys_come_from_the_terminal_while_an_article_is_piped_in(seeds: Path, tmp_path: Path) -> None:
    first, second = sorted(seeds.glob("*.txt"))
    line = f"cat {first} | {sys.executable} -m variorum - {second}"
    with Terminal("sh", "-c", line, env={"VARIORUM_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("electoral")
        terminal.send("q")
        assert terminal.wait_end() == 0


def test_keys_typed_while_it_starts_are_kept_and_not_echoed(seeds: Path, tmp_path: Path) -> None:
    with Terminal.variorum(seeds, env={"VARIORUM_HOME": str(tmp_path)}) as terminal:
        time.sleep(0.12)
        terminal.send("q")
        assert terminal.wait_end() == 0
        before = terminal.raw.split(b"\x1b[?1049h")[0]
        assert b"q" not in before or before == b"q", "at most the echo before the program was running"


def test_hostile_articles_draw_nothing_of_their_own(opener: Opener, tmp_path: Path) -> None:
    for number in range(2):
        path = tmp_path / f"outlet-{number}.txt"
        path.write_text("\n\n".join(article(name, number) for name in HOSTILE), newline="")
    terminal = opener(tmp_path / "outlet-0.txt", tmp_path / "outlet-1.txt")
    terminal.wait_for("harbour")
    for keys in (
        "j" * 30,
        "  ",
        "S",
        "\x1b",
        "H",
        "\x1b",
        "i",
        "\x1b",
        "M",
        "\x1b",
        "Q",
        "\x1b",
        "/sic\r",
        "\x1b",
        "G",
    ):
        terminal.answer(keys)
    terminal.send("q")
    assert terminal.wait_end() == 0
    assert leftovers(terminal.raw) == b""
    assert b"Traceback" not in terminal.raw


def test_what_looks_like_markup_is_shown(opener: Opener, tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"He [sic] said [bold]no[/bold] to [T]he plan {name} [/x].\n")
    terminal = opener(tmp_path / "a.txt", tmp_path / "b.txt")
    terminal.wait_for("[sic]")
    assert "[bold]no[/bold]" in terminal.text
    assert "[/x]" in terminal.text


def test_one_article_alone_opens_and_says_what_is_missing(opener: Opener, seeds: Path) -> None:
    terminal = opener(min(seeds.glob("*.txt")))
    terminal.wait_for("electoral")
    terminal.send("q")
    assert terminal.wait_end() == 0


def test_a_bad_source_beside_good_ones_ends_with_3(opener: Opener, seeds: Path, tmp_path: Path) -> None:
    terminal = opener(seeds, tmp_path / "gone.txt")
    terminal.wait_for("not read")
    terminal.send("q")
    assert terminal.wait_end() == 3


def test_what_is_kept_is_there_again_and_nobody_elses_to_read(opener: Opener, seeds: Path, tmp_path: Path) -> None:
    terminal = opener(seeds)
    terminal.wait_for(COMPARED)
    terminal.send("m")
    terminal.wait_for(lambda: terminal.lines[-1].strip().startswith("kept"))
    terminal.child.kill(signal.SIGKILL)
    terminal.close()
    made = [path for path in (tmp_path / "home").rglob("*") if path.name != "hint-shown"]  # which the harness makes
    assert made
    assert not [path for path in made if path.stat().st_mode & 0o077]
    again = opener(seeds)
    again.wait_for("★")


def test_a_correction_is_kept_and_the_story_compared_anew(opener: Opener, seeds: Path) -> None:
    terminal = opener(seeds)
    terminal.wait_for(COMPARED)
    terminal.send("R")
    terminal.wait_for("THIS SENTENCE IS")
    terminal.send("jjjj\r")
    terminal.wait_for("corrected")
    terminal.send("q")
    assert terminal.wait_end() == 0
    again = opener(seeds)
    again.wait_for(COMPARED)
    again.wait_for(lambda: again.lines[1].startswith("▌  As the"))  # with no mark of a relation


@pytest.mark.long
@pytest.mark.parametrize("without", ["<&-", "</dev/null", "2>&-", "<&- 2>&-", "2>/dev/null"])
def test_it_opens_where_a_stream_is_closed_or_leads_elsewhere(seeds: Path, tmp_path: Path, without: str) -> None:
    """As from a script or a file manager: the screen and the keys are the terminal's all the same."""
    line = f"exec {shlex.quote(sys.executable)} -m variorum {shlex.quote(str(seeds))} {without}"
    with Terminal("bash", "-c", line, env={"VARIORUM_HOME": str(tmp_path / "home")}) as terminal:
        terminal.wait_for(COMPARED)
        terminal.send("jM")
        terminal.wait_for("COVERAGE")
        terminal.send("\x1b")
        terminal.wait_for(" 2/14")
        terminal.send("q")
        assert terminal.wait_end() == 0
        assert b"Traceback" not in terminal.raw
