"""Finding a command by a few of its letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def fuzzy(query: str, text: str) -> tuple[float, tuple[int, ...]] | None:
    """How well a text answers a query, and the places of the letters found; None where it does not.

    Every word of the query must be found, in any order: as a whole run of letters if there is one (better at the start
    of a word), else as letters in order. Case does not count, nor do accents written as one character.
    """
    folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    places: list[int] = []
    score = 0.0
    for word in query.lower().split():
        found = _run(word, folded) or _scattered(word, folded)
        if found is None:
            return None
        score += found[0]
        places += found[1]
    return score - len(text) / 1000, tuple(sorted(set(places)))


def _run(word: str, text: str) -> tuple[float, list[int]] | None:
    best: tuple[float, list[int]] | None = None
    at = text.find(word)
    while at >= 0:
        start = at == 0 or not text[at - 1].isalnum()
        end = at + len(word) == len(text) or not text[at + len(word)].isalnum()
        score = 10.0 + 5 * start + 2 * end - at / 100
        if best is None or score > best[0]:
            best = score, list(range(at, at + len(word)))
        at = text.find(word, at + 1)
    return best


def _scattered(word: str, text: str) -> tuple[float, list[int]] | None:
    places: list[int] = []
    at = -1
    score = 0.0
    for letter in word:
        starts = (i for i in range(at + 1, len(text)) if text[i] == letter and (i == 0 or not text[i - 1].isalnum()))
        near = text.find(letter, at + 1)
        if near < 0:
            return None
        start = next(starts, -1)
        # The start of a later word, if the rest can still be found after it, tells more than the next letter alike.
        at = start if start >= 0 and _follows(word[len(places) + 1 :], text, start) and near != at + 1 else near
        score += 2 if at == start else 1 if places and at == places[-1] + 1 else 0.2
        places.append(at)
    return score, places


def _follows(letters: str, text: str, at: int) -> bool:
    for letter in letters:
        at = text.find(letter, at + 1)
        if at < 0:
            return False
    return True


def ranked(query: str, items: Iterable[T], texts: Sequence[str]) -> list[tuple[T, tuple[int, ...]]]:
    """The items that answer the query, best first, with the places of the letters found; all of them for no query."""
    found = []
    for place, (item, text) in enumerate(zip(items, texts, strict=True)):
        match = fuzzy(query, text)
        if match:
            found.append((match[0] if query.strip() else 0.0, place, item, match[1]))
    found.sort(key=lambda entry: (-entry[0], entry[1]))
    return [(item, places) for _, _, item, places in found]
