"""A number and what it counts."""

from __future__ import annotations


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number and its noun: `1 sentence`, `2 sentences`; `many` is the plural where that is more than an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"
