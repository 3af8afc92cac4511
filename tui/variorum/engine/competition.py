"""How a pair of sentences stands against the other pairs of either sentence, and what its neighbours say.

News is mostly told once: a pair that is the best of both its sentences is likelier to be a link than its own words
say; one that shares nothing with a sentence that the better partner does not share as well is less likely; and one
that keeps step with the sure pairs around it is likelier.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from math import log1p

from variorum.engine.features import Profile, Weighing

Pair = tuple[int, int]
"""Positions in the two articles' bodies."""

COMPETITION = (
    "odds",  # the first stage's log-odds
    "rival",  # the chance of the best other pair of either sentence
    "lead",  # by how much this pair beats it
    "stale",  # how sure a rival is that already shares all the words this pair shares
    "step",  # the lesser chance of the pair before both and the pair after both
    "beside",  # the best chance of one of the sentences with a neighbour of the other
    "inside",  # whether it stands between the same sure pairs in both articles: 0, one half or 1
    "drift",  # log of how many sentences it is out of step with the nearest sure pairs
)
"""Names of the numbers that `Standing.of` gives, in order."""

ANCHOR = 0.5
"""First-stage chance from which a pair that is the best of both its sentences counts as sure."""
_ASTRAY = 2.0
"""Drift where no other pair is sure."""
_AROUND = 4
"""Sure pairs that the drift is measured by."""


class Standing:
    """The pairs of one comparison with their first-stage chances, ready to place each among the others."""

    def __init__(
        self,
        odds: Mapping[Pair, float],
        chances: Mapping[Pair, float],
        left: Sequence[Profile],
        right: Sequence[Profile],
    ) -> None:
        self._odds = odds
        self._chances = chances
        self._sides = (left, right)
        self._best: tuple[dict[int, list[Pair]], dict[int, list[Pair]]] = ({}, {})
        for pair in sorted(chances, key=lambda p: (-chances[p], p)):
            for side in (0, 1):
                held = self._best[side].setdefault(pair[side], [])
                if len(held) < 2:
                    held.append(pair)
        self._by_a = sorted(self._sure())
        self._by_b = sorted((j, i) for i, j in self._by_a)

    def of(self, pair: Pair, weighing: Weighing) -> tuple[float, ...]:
        """The numbers named in `COMPETITION` for one of the pairs."""
        i, j = pair
        get = self._chances.get
        rivals = [self._rival(pair, side) for side in (0, 1)]
        rival = max(self._chances[r] if r else 0.0 for r in rivals)
        inside, drift = self._place(i, j)
        return (
            self._odds[pair],
            rival,
            self._chances[pair] - rival,
            max(self._stale(pair, side, r, weighing) for side, r in enumerate(rivals)),
            min(get((i - 1, j - 1), 0.0), get((i + 1, j + 1), 0.0)),
            max(get((i, j + 1), 0.0), get((i, j - 1), 0.0), get((i + 1, j), 0.0), get((i - 1, j), 0.0)),
            inside,
            drift,
        )

    def _sure(self) -> list[Pair]:
        """The pairs that are likely and the best of both their sentences: one at most for each sentence."""
        return [
            held[0]
            for held in self._best[0].values()
            if self._chances[held[0]] >= ANCHOR and self._best[1][held[0][1]][0] == held[0]
        ]

    def _rival(self, pair: Pair, side: int) -> Pair | None:
        return next((p for p in self._best[side][pair[side]] if p != pair), None)

    def _stale(self, pair: Pair, side: int, rival: Pair | None, weighing: Weighing) -> float:
        if rival is None:
            return 0.0
        other = self._sides[1 - side][rival[1 - side]].content
        common = self._sides[0][pair[0]].content & self._sides[1][pair[1]].content
        total = sum(sorted(weighing.words[stem] for stem in common))
        fresh = sum(sorted(weighing.words[stem] for stem in common - other))
        return self._chances[rival] * (1 - fresh / total if total else 1.0)

    def _place(self, i: int, j: int) -> tuple[float, float]:
        """Whether the pair keeps the order of the sure pairs around it, and how far it is out of step with them."""
        near_a = _around(self._by_a, i, j)
        near_b = _around(self._by_b, j, i)
        around = {(x, y) for side in near_a for x, y in side} | {(x, y) for side in near_b for y, x in side}
        if not around:
            return 0.0, _ASTRAY
        inside = _between(near_a, j) + _between(near_b, i)
        steps = sorted((max(abs(x - i), abs(y - j)), abs((x - i) - (y - j))) for x, y in around)[:_AROUND]
        return inside / 2, log1p(sum(drift for _, drift in steps) / len(steps))


def _around(sure: Sequence[Pair], own: int, other: int) -> tuple[list[Pair], list[Pair]]:
    """The sure pairs nearest before and after a sentence, nearest first; those of the pair's own sentences left out."""
    low, high = bisect_left(sure, (own, -1)), bisect_right(sure, (own, 1 << 60))
    before = [p for p in sure[max(0, low - _AROUND - 1) : low] if p[1] != other][-_AROUND:]
    after = [p for p in sure[high : high + _AROUND + 1] if p[1] != other][:_AROUND]
    return before[::-1], after


def _between(near: tuple[list[Pair], list[Pair]], other: int) -> bool:
    before, after = near
    return (not before or before[0][1] < other) and (not after or other < after[0][1])
