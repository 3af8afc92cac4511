"""Random keys for a long time: does the reader still answer `q`, print no traceback, stay small and draw only its own?

Memory is compared between the first quarter of a session and its end; descriptors and threads at rest, when everything
that was open is closed again.

    python tools/soak.py MINUTES [START] [--session MINUTES]

It opens the seeds in a pseudo-terminal, presses random keys of the key tables, resizes the window, stops and continues
the process, and now and then leaves with `q` and opens it anew on the same library. START is the first number of the
random sequence, 0 unless told. A session lasts two and a half minutes; a long one shows whether memory is level in the
end: the resident set is printed for every minute.
"""

from __future__ import annotations

import argparse
import random
import re
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tui")]

from tests.terminal.harness import Terminal  # noqa: E402 - after the path is set
from tests.terminal.hostile import HOSTILE, around, article, leftovers  # noqa: E402

from variorum.view.keymap import EVERY  # noqa: E402

LEAVE = "\x1b"
NAMED = {
    "down": "\x1b[B",
    "up": "\x1b[A",
    "left": "\x1b[D",
    "right": "\x1b[C",
    "space": " ",
    "enter": "\r",
    "escape": LEAVE,
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "slash": "/",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "vertical_line": "|",
    "question_mark": "?",
    "colon": ":",
}
"""What a terminal sends for the keys that Textual names."""

EXTRA = (
    "\x0c",
    "[sic]",
    "the",
    "日本",
    "\x1b[200~pasted\x1b[31m\ntext\x1b[201~",
    "\x1b[<64;10;5M",
    "\x1b[<0;10;5M\x1b[<0;10;5m",
)
"""Ctrl-L, words for prompts, a paste, a turn of the wheel, a click."""

OTHERS = re.compile(rb"\x1b\]52;c;[A-Za-z0-9+/=]*(?:\x07|\x1b\\\\)|\x08")
"""What `y` sends to the clipboard, nothing but letters inside; and a the echo of a terminal while it is stopped."""

GROWTH = 120
"""Megabytes that a session may grow by after its first quarter."""

LEAKED = 4
"""Descriptors or threads that a session may hold at its end beyond those of its beginning: pools keep a few."""

SESSION = 2.5
"""Minutes of a session, after which it is left and opened anew."""


@dataclass(frozen=True)
class Held:
    """What a process holds: megabytes, open descriptors, threads."""

    memory: float
    descriptors: int
    threads: int


def main() -> int:
    """Soak for a while; 1 where something was wrong."""
    parser = argparse.ArgumentParser(description="Random keys for a long time.")
    parser.add_argument("minutes", type=float)
    parser.add_argument("start", type=int, nargs="?", default=0)
    parser.add_argument("--session", type=float, default=SESSION)
    options = parser.parse_args()
    until, start = time.monotonic() + 60 * options.minutes, options.start
    with tempfile.TemporaryDirectory() as folder:
        sources = [*sorted((ROOT / "seeds").iterdir()), *hostile(Path(folder))]
        rounds = presses = 0
        while time.monotonic() < until:
            size = min(until - time.monotonic(), 60 * options.session)
            pressed, wrong = soak(random.Random(start + rounds), size, sources, Path(folder) / "home")
            presses += pressed
            rounds += 1
            if wrong:
                print(f"round {start + rounds - 1}: {wrong}")
                return 1
    print(f"{presses} keys in {rounds} sessions: nothing was wrong")
    return 0


def hostile(folder: Path) -> list[Path]:
    """Two articles that carry every hostile text."""
    paths = [folder / f"outlet-{number}.txt" for number in range(2)]
    for number, path in enumerate(paths):
        path.write_text("\n\n".join(article(name, number) for name in HOSTILE), newline="")
    return paths


def soak(choose: random.Random, seconds: float, sources: list[Path], home: Path) -> tuple[int, str]:
    """One session: how many keys were pressed, and what was wrong with it."""
    env = {"VARIORUM_HOME": str(home), "HOME": str(home), "EDITOR": "true", "VISUAL": "true", "PYTHONFAULTHANDLER": "1"}
    home.mkdir(exist_ok=True)
    terminal = Terminal.variorum(*sources, env=env, cwd=home)
    pressed: list[str] = []
    try:
        terminal.wait_for(lambda: len(terminal.text.split()) > 40)
        began, told, found = time.monotonic(), 0, [held(terminal)]
        while time.monotonic() - began < seconds:
            keys = [choose.choice(KEYS) for _ in range(choose.choice((1, 1, 3, 20)))]
            pressed += keys
            terminal.send("".join(keys))
            terminal.pump(choose.choice((0.02, 0.05, 0.1)))
            disturb(terminal, choose)
            now = held(terminal)
            if not now.memory:
                ended = f"it ended by itself ({terminal.wait_end()})"
                return len(pressed), f"{ended} after {pressed[-30:]}: {last_words(terminal)}"
            found.append(now)
            if (minute := int((time.monotonic() - began) // 60)) > told:
                told = minute
                print(f"  minute {minute}: {now.memory:.0f} MB after {len(pressed)} keys", flush=True)
        rest(terminal)
        found.append(held(terminal))
        leave(terminal)
        return len(pressed), wrong(terminal, found)
    except AssertionError as error:
        return len(pressed), f"after {pressed[-30:]}: {error}\n{standing(terminal)}"
    finally:
        terminal.close()


def last_words(terminal: Terminal) -> str:
    """The lines of a traceback that name a place in the code, and what it ended with."""
    said = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", terminal.raw[-200_000:].decode("utf-8", "replace"))
    lines = [line.strip("│ \r") for line in said.splitlines()]
    return "\n".join([line for line in lines if re.search(r"\.py:\d+ in |^\s*❱", line)] + lines[-3:])


def standing(terminal: Terminal) -> str:
    """Where a reader that does not answer stands: Python says so when it is aborted."""
    before = len(terminal.raw)
    if terminal.child.isalive():
        terminal.kill(signal.SIGABRT)
        terminal.pump(1)
    return terminal.raw[before:].decode("utf-8", "replace")


def disturb(terminal: Terminal, choose: random.Random) -> None:
    """Now and then another size, or a stop."""
    luck = choose.random()
    if luck < 0.03:
        terminal.resize(choose.randrange(1, 200), choose.randrange(1, 60))
    elif luck < 0.06:
        terminal.resize(*choose.choice(((80, 24), (120, 40), (40, 12))))
    elif luck < 0.07:
        terminal.kill(signal.SIGSTOP)
        terminal.send(choose.choice(KEYS))
        terminal.pump(0.1)
        terminal.kill(signal.SIGCONT)
    elif luck < 0.08:
        terminal.send("\x1a")  # as the reader does; in an open text it takes back what was typed
        terminal.pump(0.3)
    if stopped(terminal):  # at once, or later where the keys before took their time
        terminal.kill(signal.SIGCONT)


def rest(terminal: Terminal) -> None:
    """Close whatever is open."""
    if stopped(terminal):
        terminal.kill(signal.SIGCONT)
    terminal.resize(80, 24)
    for _ in range(8):
        terminal.send(LEAVE)
        terminal.pump(0.3)


def leave(terminal: Terminal) -> None:
    """Quit; it must be out in a few seconds."""
    terminal.send("q")
    status = terminal.wait_end(30)
    if status != 0:
        raise AssertionError(f"it ended with {status}: {terminal.text}")


def wrong(terminal: Terminal, found: list[Held]) -> str:
    """What is wrong with what was written, and with what was held; empty where nothing is."""
    if b"Traceback" in terminal.raw:
        return f"a traceback: {terminal.text}"
    if left := leftovers(drawn := OTHERS.sub(b"", terminal.raw)):
        return f"bytes that are not its own: {left[:80]!r} in {around(drawn)!r}"
    first, last = found[0], found[-1]
    early = max(one.memory for one in found[: max(1, len(found) // 4)])
    most = max(one.descriptors for one in found)
    print(
        f"{len(terminal.raw) / 1e6:.1f} MB drawn; resident {first.memory:.0f} MB, {early:.0f}, {last.memory:.0f}; "
        f"descriptors {first.descriptors}, at most {most}, {last.descriptors}; threads {first.threads}, {last.threads}",
        flush=True,
    )
    if last.memory - early > GROWTH:
        return f"it grew from {early:.0f} to {last.memory:.0f} MB"
    if last.descriptors - found[len(found) // 4].descriptors > LEAKED:
        return f"it holds {last.descriptors} descriptors, {first.descriptors} at first"
    if last.threads - found[len(found) // 4].threads > LEAKED:
        return f"it holds {last.threads} threads, {first.threads} at first"
    return ""


def held(terminal: Terminal) -> Held:
    """What the reader holds; no memory once it has ended."""
    place = Path(f"/proc/{terminal.child.pid}")
    try:
        fields = dict(line.split(":", 1) for line in (place / "status").read_text().splitlines())
    except FileNotFoundError:
        fields = {}
    if "VmRSS" not in fields:
        return Held(0, 0, 0)
    return Held(int(fields["VmRSS"].split()[0]) / 1000, len(list((place / "fd").iterdir())), int(fields["Threads"]))


def stopped(terminal: Terminal) -> bool:
    """Whether the reader stands still until it is told to go on."""
    try:
        return "\nState:\tT" in Path(f"/proc/{terminal.child.pid}/status").read_text()
    except FileNotFoundError:
        return False


def sent(name: str) -> str:
    """What a terminal sends for a key of the table."""
    if name.startswith("ctrl+"):
        return chr(ord(name[-1]) & 31)
    return NAMED.get(name, name)


KEYS = tuple(sent(name) for key in EVERY for name in key.keys.split(",") if key.id != "quit" and name != "q") + EXTRA
"""Everything but leaving."""


if __name__ == "__main__":
    sys.exit(main())
