"""Lists of words as they are written in the tables: parted by blanks."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text, parted by blanks, as a set."""
    return frozenset(text.split())


def count_words(text: str, start: int = 1) -> dict[str, int]:
    """Words, `/` between spellings of the same, numbered in order."""
    return {word: n for n, spellings in enumerate(text.split(), start) for word in spellings.split("/")}
