"""Screens in words."""

from __future__ import annotations

from variorum.text.width import width
from variorum.view.layout.lines import Block


def as_text(blocks: list[Block], lines: int) -> list[str]:
    """The frame's plain text, row by row."""
    rows: list[list[tuple[int, str]]] = [[] for _ in range(lines)]
    for place, content in blocks:
        for n, found in enumerate(content):
            rows[place.y + n].append((place.x, "".join(segment.text for segment in found)))
    done = []
    for parts in rows:
        text, at = "", 0
        for x, part in sorted(parts):
            text += " " * (x - at) + part
            at = x + width(part)
        done.append(text.rstrip())
    return done
