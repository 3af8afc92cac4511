"""Write the README's table of keys from the key table.

python tools/write_keys.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tui"))

from variorum.view.keymap import EVERY, make_keymap  # noqa: E402 - after the path is set
from variorum.view.keys import NUMBERED, NUMBERED_WORDS  # noqa: E402

BEGIN, END = "<!-- keys: written by tools/write_keys.py -->", "<!-- end of keys -->"


def with_keys(readme: str) -> str:
    """The README with its table of keys made anew."""
    before, rest = readme.split(BEGIN)
    after = rest.split(END)[1]
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


def table() -> str:
    """Every key by group, as a Markdown table."""
    lines = ["| keys | do | | name |", "|---|---|---|---|"]
    said = make_keymap({}).said
    for key in EVERY:
        if key in NUMBERED[1:]:
            continue
        shown = "1 … 9" if key is NUMBERED[0] else key.shown.replace("|", "\\|")
        words = NUMBERED_WORDS if key is NUMBERED[0] else said(key.words)
        lines.append(f"| `{shown}` | {words} | {key.group.lower()} | `{key.id}` |")
    return "\n".join(lines)


if __name__ == "__main__":
    path = ROOT / "README.md"
    path.write_text(with_keys(path.read_text("utf-8")), "utf-8")
