"""Finding an anchor whose words have changed: the rarer ones vote for a place, then words are compared in order.

The text is taken apart once, however many anchors are looked for in it. Only the few places with most votes are
compared, so the cost of an anchor is bounded by how often its rarer words occur.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from variorum.engine.keeping.nouns import Anchor
from variorum.engine.keeping.places import ORPHAN_BELOW, Lost, Place, context_of
from variorum.text.patterns import lazy_pattern

_WORD = lazy_pattern(
    # Scripts that put no blanks between words are taken sign by sign.
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|\w+"
)
_LEAST_WORDS = 3
"""Fewer words than these cannot be recognised once one has changed."""
_WINDOWS = 6
"""So many of the best windows are compared in order."""
_RARE = 64
"""A word that occurs more often than this has no vote while rarer ones have one."""
_VOTES = 20_000
"""So many votes are counted at most."""
_LONG = 300
"""Words from which only the head and the tail are compared in order, and the rest as a bag."""
_LEAST_RATIO = 0.6
"""The word similarity under which no surroundings help."""
_FAINT_RATIO = 0.35
"""The word similarity from which a place is worth a look by the reader."""
_CONTEXT_MENDS = 0.5
"""Share of the missing similarity that the same surroundings make up for."""
_RECOGNISABLE = 16
"""Words from which a changed passage is known by itself; shorter ones need their surroundings."""
_SHORT_COSTS = 0.3
"""What the shortest passage in quite other surroundings loses."""
_RIVAL = 0.05
"""Two places whose confidences differ by less than this cannot be told apart."""


@dataclass(frozen=True, slots=True)
class _Match:
    first: int
    last: int
    ratio: float


@dataclass(frozen=True, slots=True)
class _Text:
    """A text in words: where each starts and ends, and where each word occurs. Of a long text this is large."""

    words: list[str]
    starts: array[int]
    ends: array[int]
    places: dict[str, array[int]]


@lru_cache(maxsize=2)
def _taken_apart(text: str) -> _Text:
    taken = _Text([], array("l"), array("l"), {})
    known: dict[str, str] = {}
    for n, found in enumerate(_WORD.finditer(text)):
        word = found.group().casefold()
        word = known.setdefault(word, word)  # one object for each word, however often it occurs
        taken.words.append(word)
        taken.starts.append(found.start())
        taken.ends.append(found.end())
        if word not in taken.places:
            taken.places[word] = array("l")
        taken.places[word].append(n)
    return taken


def locate_changed(text: str, anchor: Anchor) -> Place | None:
    """The place most similar to the anchor, or None where none is similar enough or two are equally so."""
    places = _similar(text, anchor, _LEAST_RATIO)
    if not places or places[0].confidence < ORPHAN_BELOW:
        return None
    return None if _rivalled(places) else places[0]


def why_none(text: str, anchor: Anchor) -> Lost:
    """Why `locate_changed` finds no place, and the nearest to one."""
    if len(_WORD.findall(anchor.exact)) < _LEAST_WORDS:
        return Lost("its words are gone, and so few cannot be recognised in others")
    places = _similar(text, anchor, _FAINT_RATIO)
    if not places:
        return Lost("its words are gone, and nothing there is like them")
    if places[0].confidence >= ORPHAN_BELOW and _rivalled(places):
        return Lost("its words have changed, and two places are equally like them", places[0])
    return Lost(f"its words are gone; the most similar are like them by {places[0].confidence:.0%}", places[0])


def _rivalled(places: Sequence[Place]) -> bool:
    """Another place is as good as the first one."""
    best = places[0]
    rivals = [p for p in places[1:] if p.end <= best.start or p.start >= best.end]
    return any(best.confidence - p.confidence < _RIVAL for p in rivals)


def _similar(text: str, anchor: Anchor, least: float) -> list[Place]:
    """Places whose words are similar to the anchor's, the best first."""
    pattern = [word.casefold() for word in _WORD.findall(anchor.exact)]
    if len(pattern) < _LEAST_WORDS:
        return []
    taken = _taken_apart(text)
    found = _long(taken, pattern) if len(pattern) > _LONG else _short(taken, pattern)
    places: list[Place] = []
    for match in found:
        if match.ratio < least:
            continue
        start, end = _one_line(text, anchor, taken.starts[match.first], taken.ends[match.last])
        start, end = _edges(text, anchor, start, end)
        confidence = _confidence(match.ratio, context_of(text, anchor, start, end), len(pattern))
        places.append(Place(start, end, max(0.0, min(0.99, confidence)), start != anchor.start, changed=True))
    return sorted(places, key=lambda p: (-p.confidence, abs(p.start - anchor.start)))


def _confidence(ratio: float, context: float, words: int) -> float:
    strange = _SHORT_COSTS * max(0.0, 1 - words / _RECOGNISABLE) * (1 - context)
    return 1 - (1 - ratio) * (1 - _CONTEXT_MENDS * context) - strange


def _short(text: _Text, pattern: Sequence[str]) -> list[_Match]:
    """The places with most votes, compared in order and cut to what matches."""
    size = len(pattern)
    reach = size // 2 + 2
    found: list[_Match] = []
    for at in _starts(text, pattern):
        low, high = max(0, at - reach), min(len(text.words), at + size + reach)
        match = _aligned(text.words[low:high], pattern, low)
        if match is not None:
            found.append(match)
    return found


def _long(text: _Text, pattern: Sequence[str]) -> list[_Match]:
    """A long passage: its head and its tail in order, and between them the same bag of words."""
    half = _LONG // 2
    heads, tails = _short(text, pattern[:half]), _short(text, pattern[-half:])
    found: list[_Match] = []
    bag = Counter(pattern)
    for head in heads:
        for tail in tails:
            length = tail.last + 1 - head.first
            if 0.5 * len(pattern) <= length <= 2 * len(pattern):
                common = (bag & Counter(text.words[head.first : tail.last + 1])).total()
                ratio = min(2 * common / (len(pattern) + length), (head.ratio + tail.ratio) / 2)
                found.append(_Match(head.first, tail.last, ratio))
    return sorted(found, key=lambda m: -m.ratio)[:_WINDOWS]


def _starts(text: _Text, pattern: Sequence[str]) -> list[int]:
    """Where the pattern may start, the place with most votes first, none overlapping a better one."""
    known = [(len(text.places[word]), n, word) for n, word in enumerate(pattern) if word in text.places]
    rare = [entry for entry in known if entry[0] <= _RARE]
    # Each word votes for the start that it would have in an unchanged pattern; nearby votes count together.
    width = max(4, len(pattern) // 4)
    votes: Counter[int] = Counter()
    left = _VOTES
    for count, n, word in sorted(rare or known):
        votes.update((place - n) // width for place in text.places[word][:left])
        left -= count
        if left <= 0:
            break
    scores = {slot: votes[slot] + votes[slot + 1] for slot in votes}
    chosen: list[int] = []
    for slot in sorted(scores, key=lambda slot: (-scores[slot], slot)):
        start = max(0, (slot + 1) * width)
        if all(abs(start - other) >= len(pattern) for other in chosen):
            chosen.append(start)
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
