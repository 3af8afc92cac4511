"""How a pair of sentences stands against the other pairs of either sentence, and what its neighbours say.

News is mostly told once: a pair that is the best of both its sentences is likelier to be a link than its own words
say; one that shares nothing with a sentence that the better partner does not share as well is less likely; and one
that keeps step with the sure pairs around it is likelier.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from math import log1p

from variorum.engine.matching.features import Profile, Weighing

Pair = tuple[int, int]
"""Positions in the two articles' bodies."""

COMPETITION = (
    "odds",  # the first stage's log-odds
    "rival",  # the chance of the best other pair of either sentence
    "lead",  # by how much this pair beats it
    "stale",  # how sure a rival is that already shares all the words this pair shares
    "step",  # the lesser chance of the pair before both and the pair after both
    "beside",  # the best chance of one of the sentences with a neighbour of the other
    "goes_on",  # where one sentence opens with "this" or the like: the chance of the one before it with the other
    "strays",  # and by how much another partner of the one before it is likelier
    "inside",  # whether it stands between the same sure pairs in both articles: 0, one half or 1
    "drift",  # log of how many sentences it is out of step with the nearest sure pairs
)
"""Names of the numbers that `Standing.of` gives, in order."""
POINTED = ("goes_on", "strays")
"""Those of them that are 0 unless one of the sentences points back at the one before it."""
QUICK = 3
"""How many of them, the first, `Standing.quick` gives."""

ANCHOR = 0.5
"""First-stage chance from which a pair that is the best of both its sentences counts as sure."""
_ASTRAY = 2.0
"""Drift where no other pair is sure."""
_AROUND = 3
"""Sure pairs looked at before and after a sentence."""
_MEASURED = 4
"""Sure pairs that the drift is measured by."""
_FAINT = 0.05
"""Chance under which a rival makes nothing stale."""


class Standing:
    """The pairs of one comparison with their first-stage chances, ready to place each among the others."""

    def __init__(
        self,
        odds: Mapping[Pair, float],
        chances: Mapping[Pair, float],
        sides: tuple[Sequence[Profile], Sequence[Profile]],
        weighing: Weighing,
    ) -> None:
        self._odds = odds
        self._chances = chances
        self._sides = sides
        self._weighing = weighing
        self._best: tuple[dict[int, list[Pair]], dict[int, list[Pair]]] = ({}, {})
        for pair in sorted(chances, key=lambda p: (-chances[p], p)):
            for side in (0, 1):
                held = self._best[side].setdefault(pair[side], [])
                if len(held) < 2:
                    held.append(pair)
        sure = self._sure()
        by_a, by_b = sorted(sure), sorted(sure, key=lambda p: p[1])
        self._order = (by_a, [p[0] for p in by_a]), (by_b, [p[1] for p in by_b])
        self._nearest: tuple[dict[int, tuple[list[Pair], list[Pair]]], ...] = ({}, {})

    def of(self, pair: Pair) -> tuple[float, ...]:
        """The numbers named in `COMPETITION` for one of the pairs."""
        i, j = pair
        get = self._chances.get
        inside, drift = self._place(i, j)
        return (
            *self.quick(pair),
            self._stale(pair),
            min(get((i - 1, j - 1), 0.0), get((i + 1, j + 1), 0.0)),
            max(get((i, j + 1), 0.0), get((i, j - 1), 0.0), get((i + 1, j), 0.0), get((i - 1, j), 0.0)),
            *(self._going_on(pair) if self.points_back(pair) else (0.0, 0.0)),
            inside,
            drift,
        )

    def quick(self, pair: Pair) -> tuple[float, float, float]:
        """The first of those numbers, which take no time."""
        rival = max([self._chances[r] for r in self._rivals(pair) if r], default=0.0)
        return self._odds[pair], rival, self._chances[pair] - rival

    def points_back(self, pair: Pair) -> bool:
        """Whether one of the sentences points back at the one before it."""
        return self._sides[0][pair[0]].points_back or self._sides[1][pair[1]].points_back

    def _going_on(self, pair: Pair) -> tuple[float, float]:
        """How a sentence that points back at the one before it stands to that one's partners."""
        on = astray = 0.0
        for side, sentences in enumerate(self._sides):
            if pair[side] == 0 or not sentences[pair[side]].points_back:
                continue
            before = (pair[0] - 1, pair[1]) if side == 0 else (pair[0], pair[1] - 1)
            chance = self._chances.get(before, 0.0)
            rivals = [self._chances[p] for p in self._best[side].get(before[side], ()) if p != before]
            on = max(on, chance)
            astray = max(astray, rivals[0] - chance) if rivals else astray
        return on, astray

    def _sure(self) -> list[Pair]:
        """The pairs that are likely and the best of both their sentences: one at most for each sentence."""
        return [
            held[0]
            for held in self._best[0].values()
            if self._chances[held[0]] >= ANCHOR and self._best[1][held[0][1]][0] == held[0]
        ]

    def _rivals(self, pair: Pair) -> list[Pair | None]:
        """The best other pair of either sentence, None for a sentence that has no other."""
        found: list[Pair | None] = []
        for side in (0, 1):
            held = self._best[side][pair[side]]
            found.append(held[0] if held[0] != pair else held[1] if len(held) > 1 else None)
        return found

    def _stale(self, pair: Pair) -> float:
        """The greater over both sentences: the rival's chance times what it leaves of this pair's shared words."""
        found = 0.0
        left, right = self._sides
        common: frozenset[str] | None = None
        total = 0.0
        weighing = self._weighing
        for side, rival in enumerate(self._rivals(pair)):
            chance = self._chances[rival] if rival else 0.0
            if rival is None or chance < max(_FAINT, found):
                continue
            if common is None:
                common = left[pair[0]].content & right[pair[1]].content
                total = weighing.total(common)
            other = (right[rival[1]] if side == 0 else left[rival[0]]).content
            fresh = weighing.total(common - other) / total if total else 0.0
            found = max(found, chance * (1 - fresh))
        return found

    def _place(self, i: int, j: int) -> tuple[float, float]:
        """Whether the pair keeps the order of the sure pairs around it, and how far it is out of step with them."""
        before_a, after_a = ([p for p in side if p[1] != j] for side in self._near(0, i))
        before_b, after_b = ([p for p in side if p[0] != i] for side in self._near(1, j))
        around = {*before_a, *after_a, *before_b, *after_b}
        if not around:
            return 0.0, _ASTRAY
        inside = (not before_a or before_a[0][1] < j) and (not after_a or j < after_a[0][1])
        inside_b = (not before_b or before_b[0][0] < i) and (not after_b or i < after_b[0][0])
        steps = sorted([(max(abs(x - i), abs(y - j)), abs((x - i) - (y - j))) for x, y in around])[:_MEASURED]
        return (inside + inside_b) / 2, log1p(sum([drift for _, drift in steps]) / len(steps))

    def _near(self, side: int, own: int) -> tuple[list[Pair], list[Pair]]:
        """The sure pairs nearest before and after a sentence of a side, nearest first; those of its own left out."""
        known = self._nearest[side].get(own)
        if known is None:
            sure, places = self._order[side]
            low, high = bisect_left(places, own), bisect_right(places, own)
            known = sure[max(0, low - _AROUND) : low][::-1], sure[high : high + _AROUND]
            self._nearest[side][own] = known
        return known
