"""Finding an anchor whose words have changed: slide over the text, then compare word by word.

A window as long as the anchor slides over the words of the text and counts how many of them the anchor has too; only
the few best windows are compared in order. So the cost is linear in the text, and bounded by constants beyond that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from variorum.engine.anchors import ORPHAN_BELOW, Place, context_of
from variorum.engine.nouns import Anchor

_WORD = re.compile(
    # Scripts that put no blanks between words are taken sign by sign.
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|\w+"
)
_LEAST_WORDS = 3
"""Fewer words than these cannot be recognised once one has changed."""
_WINDOWS = 6
"""So many of the best windows are compared in order."""
_LONG = 300
"""Words from which only the head and the tail are compared in order, and the rest as a bag."""
_LEAST_RATIO = 0.6
"""The word similarity under which no surroundings help."""
_CONTEXT_MENDS = 0.5
"""Share of the missing similarity that the same surroundings make up for."""
_RECOGNISABLE = 16
"""Words from which a changed passage is known by itself; shorter ones need their surroundings."""
_SHORT_COSTS = 0.3
"""What the shortest passage in quite other surroundings loses."""
_RIVAL = 0.05
"""Two places whose confidences differ by less than this cannot be told apart."""

_Token = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class _Match:
    first: int
    last: int
    ratio: float


def locate_changed(text: str, anchor: Anchor) -> Place | None:
    """The place most similar to the anchor, or None where none is similar enough or two are equally so."""
    pattern = [w for w, _, _ in _tokens(anchor.exact)]
    if len(pattern) < _LEAST_WORDS:
        return None
    tokens = _tokens(text)
    words = [w for w, _, _ in tokens]
    found = _long(words, pattern) if len(pattern) > _LONG else _short(words, pattern)
    places: list[Place] = []
    for match in found:
        if match.ratio < _LEAST_RATIO:
            continue
        start, end = _one_line(text, anchor, tokens[match.first][1], tokens[match.last][2])
        start, end = _edges(text, anchor, start, end)
        confidence = _confidence(match.ratio, context_of(text, anchor, start, end), len(pattern))
        places.append(Place(start, end, min(0.99, confidence), start != anchor.start, changed=True))
    places.sort(key=lambda p: (-p.confidence, abs(p.start - anchor.start)))
    if not places or places[0].confidence < ORPHAN_BELOW:
        return None
    best = places[0]
    rivals = [p for p in places[1:] if p.end <= best.start or p.start >= best.end]
    return None if any(best.confidence - p.confidence < _RIVAL for p in rivals) else best


def _confidence(ratio: float, context: float, words: int) -> float:
    strange = _SHORT_COSTS * max(0.0, 1 - words / _RECOGNISABLE) * (1 - context)
    return 1 - (1 - ratio) * (1 - _CONTEXT_MENDS * context) - strange


def _tokens(text: str) -> list[_Token]:
    return [(m.group().casefold(), m.start(), m.end()) for m in _WORD.finditer(text)]


def _short(words: Sequence[str], pattern: Sequence[str]) -> list[_Match]:
    """The best windows, compared in order and cut to what matches."""
    size = len(pattern)
    reach = size // 2 + 2
    found: list[_Match] = []
    for at in _windows(words, pattern):
        low, high = max(0, at - reach), min(len(words), at + size + reach)
        match = _aligned(words[low:high], pattern, low)
        if match is not None:
            found.append(match)
    return found


def _long(words: Sequence[str], pattern: Sequence[str]) -> list[_Match]:
    """A long passage: its head and its tail in order, and between them the same bag of words."""
    half = _LONG // 2
    heads, tails = _short(words, pattern[:half]), _short(words, pattern[-half:])
    found: list[_Match] = []
    bag = Counter(pattern)
    for head in heads:
        for tail in tails:
            length = tail.last + 1 - head.first
            if 0.5 * len(pattern) <= length <= 2 * len(pattern):
                common = (bag & Counter(words[head.first : tail.last + 1])).total()
                ratio = min(2 * common / (len(pattern) + length), (head.ratio + tail.ratio) / 2)
                found.append(_Match(head.first, tail.last, ratio))
    return sorted(found, key=lambda m: -m.ratio)[:_WINDOWS]


def _windows(words: Sequence[str], pattern: Sequence[str]) -> list[int]:
    """Starts of the windows that share most words with the pattern, best first, none overlapping a better one."""
    size = min(len(pattern), len(words))
    spare = Counter(pattern)
    shared = 0
    scores: list[int] = []
    for n, word in enumerate(words):
        if word in spare:
            shared += spare[word] > 0
            spare[word] -= 1
        if n >= size:
            gone = words[n - size]
            if gone in spare:
                spare[gone] += 1
                shared -= spare[gone] > 0
        if n >= size - 1:
            scores.append(shared)
    least = max(1, len(pattern) * 2 // 5)
    starts = [n for n, score in enumerate(scores) if score >= least]
    starts.sort(key=lambda n: -scores[n])
    chosen: list[int] = []
    for n in starts:
        if all(abs(n - other) >= size for other in chosen):
            chosen.append(n)
            if len(chosen) == _WINDOWS:
                break
    return chosen


def _aligned(words: Sequence[str], pattern: Sequence[str], offset: int) -> _Match | None:
    """The stretch of words that stands for the pattern, and the similarity of the two (difflib over words)."""
    blocks = [b for b in SequenceMatcher(None, pattern, words, autojunk=False).get_matching_blocks() if b.size]
    if not blocks:
        return None
    # A changed first or last word is replaced by as many words as the pattern has there.
    first = max(0, blocks[0].b - blocks[0].a)
    after = len(pattern) - blocks[-1].a - blocks[-1].size
    last = min(len(words), blocks[-1].b + blocks[-1].size + after) - 1
    matched = sum(b.size for b in blocks)
    return _Match(offset + first, offset + last, 2 * matched / (len(pattern) + last + 1 - first))


def _one_line(text: str, anchor: Anchor, start: int, end: int) -> tuple[int, int]:
    """What lay in one line is looked for in one line: the longest that the span touches."""
    if "\n" in anchor.exact or "\n" not in text[start:end]:
        return start, end
    line = max(text[start:end].split("\n"), key=len)
    at = text.index(line, start)
    return at, at + len(line)


def _edges(text: str, anchor: Anchor, start: int, end: int) -> tuple[int, int]:
    """The span with its edges where the anchor's surroundings begin, if they stand nearby, and on its own marks."""
    near = max(16, len(anchor.exact) // 3)
    before, after = anchor.prefix[-12:], anchor.suffix[:12]
    if before.strip():
        at = text.rfind(before, max(0, start - near), min(end, start + near) + len(before))
        if at >= 0 and at + len(before) < end:
            start = at + len(before)
    if after.strip():
        at = text.find(after, max(start + 1, end - near), end + near + len(after))
        if at > start:
            return start, at
    # Marks that belong to the words, such as a full stop or quotation marks, come along.
    tail = len(anchor.exact) - len(anchor.exact.rstrip("\"'”’»)].!?…,;:"))
    while tail and end < len(text) and text[end] in "\"'”’»)].!?…,;:":
        end, tail = end + 1, tail - 1
    while start and text[start - 1] in "\"'“‘«(„" and anchor.exact[0] in "\"'“‘«(„":
        start -= 1
    return start, end
