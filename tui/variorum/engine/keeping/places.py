"""Where an anchor was found, how sure that is, and how alike the surroundings of two places are."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from variorum.engine.keeping.nouns import Anchor

ORPHAN_BELOW = 0.7
"""The confidence under which a place is not given at all."""

_EDGE = 0.5
"""What it is worth that the two signs next to the words are the same: they still end a line, or a sentence."""
_CHANCE = 0.5
"""The similarity that two unrelated contexts of this length reach by chance (difflib over characters)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an anchor was found.

    Attributes:
        start: Offset into the text, inclusive.
        end: Likewise, exclusive.
        confidence: How sure, from 0 to 1; 1 only for the same words at the same position. `locate` gives no place
            below `ORPHAN_BELOW`.
        moved: It does not stand where the anchor says.
        changed: The words are not those of the anchor.
    """

    start: int
    end: int
    confidence: float
    moved: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Lost:
    """Why an anchor has no place, in words, and the nearest thing to one, where there is anything like it."""

    reason: str
    nearest: Place | None = None


def context_of(text: str, anchor: Anchor, start: int, end: int) -> float:
    """How alike the surroundings of a span and of the anchor are, 0 (as by chance) to 1 (the same)."""
    before, after = text[max(0, start - len(anchor.prefix)) : start], text[end : end + len(anchor.suffix)]
    alike = []
    if anchor.prefix.strip():
        alike.append(max(_alike(anchor.prefix, before), _EDGE * (anchor.prefix[-2:] == before[-2:])))
    if anchor.suffix.strip():
        alike.append(max(_alike(anchor.suffix, after), _EDGE * (anchor.suffix[:2] == after[:2])))
    return sum(alike) / len(alike) if alike else 0.0


def _alike(expected: str, found: str) -> float:
    if expected == found:
        return 1.0
    ratio = SequenceMatcher(None, expected, found, autojunk=False).ratio()
    return max(0.0, (ratio - _CHANCE) / (1 - _CHANCE))
