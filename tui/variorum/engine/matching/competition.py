"""How a pair of sentences stands against the other pairs of either sentence, and what its neighbours say.

News is mostly told once: a pair that is the best of both its sentences is likelier to be a link than its own words
say; one that shares nothing with a sentence that the better partner does not share as well is less likely; and one
that keeps step with the sure pairs around it is likelier.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from math import inf, log1p
from operator import itemgetter

from variorum.engine.matching.features import Weighing
from variorum.engine.matching.tokens import SentenceWords

Pair = tuple[int, int]
"""Positions in the two articles' bodies."""

COMPETITION = (
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


_Rival = tuple[float, Pair]
"""A pair's chance and the pair; no chance where a sentence has no other."""
_Near = tuple[frozenset[Pair], int, int, float, float]
"""The sure pairs nearest to a sentence, and where in the other article the partners of the next ones before and after
stand: the next before, the one before that, the next after and the one after that. A pair is held as the sum and the
difference of its two positions."""


def sure_pairs(chances: Mapping[Pair, float]) -> list[Pair]:
    """The pairs that are likely and the best of both their sentences."""
    best: tuple[dict[int, Pair], dict[int, Pair]] = ({}, {})
    likely = [pair for pair, chance in chances.items() if chance >= ANCHOR]
    for pair in sorted(likely, key=lambda p: (-chances[p], p)):
        for side in (0, 1):
            best[side].setdefault(pair[side], pair)
    return [pair for pair in best[0].values() if best[1][pair[1]] == pair]


class Standing:
    """The pairs of one comparison with their first-stage chances, ready to place each among the others."""

    def __init__(
        self,
        chances: Mapping[Pair, float],
        left: Sequence[SentenceWords],
        right: Sequence[SentenceWords],
    ) -> None:
        self._chances = chances
        self._sides = (left, right)
        self._best: tuple[dict[int, list[_Rival]], dict[int, list[_Rival]]] = ({}, {})
        for less, pair in sorted([(-chance, pair) for pair, chance in chances.items()]):
            for side in (0, 1):
                held = self._best[side].setdefault(pair[side], [])
                if len(held) < 2:
                    held.append((-less, pair))
        by_a = sorted(sure_pairs(chances))
        by_b = sorted(by_a, key=itemgetter(1))
        self._sure = dict(by_a), {j: i for i, j in by_a}
        self._order = (by_a, [i for i, _ in by_a]), (by_b, [j for _, j in by_b])
        self._nearest: tuple[dict[int, _Near], dict[int, _Near]] = ({}, {})

    def of(self, pair: Pair, weighing: Weighing) -> tuple[float, ...]:
        """The numbers named in `COMPETITION` for one of the pairs."""
        i, j = pair
        left, right = self._sides
        get = self._chances.get
        rivals = self._rival(pair, 0), self._rival(pair, 1)
        rival = max(rivals)[0]
        inside, drift = self._place(i, j)
        return (
            rival,
            self._chances[pair] - rival,
            self._stale(pair, rivals, weighing),
            min(get((i - 1, j - 1), 0.0), get((i + 1, j + 1), 0.0)),
            max(get((i, j + 1), 0.0), get((i, j - 1), 0.0), get((i + 1, j), 0.0), get((i - 1, j), 0.0)),
            *(self._going_on(pair) if left[i].points_back or right[j].points_back else (0.0, 0.0)),
            inside,
            drift,
        )

    def _going_on(self, pair: Pair) -> tuple[float, float]:
        """How a sentence that points back at the one before it stands to that one's partners."""
        on = astray = 0.0
        for side, sentences in enumerate(self._sides):
            if pair[side] == 0 or not sentences[pair[side]].points_back:
                continue
            before = (pair[0] - 1, pair[1]) if side == 0 else (pair[0], pair[1] - 1)
            chance = self._chances.get(before, 0.0)
            rivals = [other for other, p in self._best[side].get(before[side], ()) if p != before]
            on = max(on, chance)
            astray = max(astray, rivals[0] - chance) if rivals else astray
        return on, astray

    def _rival(self, pair: Pair, side: int) -> _Rival:
        """The best other pair of the sentence on that side."""
        held = self._best[side][pair[side]]
        if held[0][1] != pair:
            return held[0]
        return held[1] if len(held) > 1 else (0.0, pair)

    def _stale(self, pair: Pair, rivals: tuple[_Rival, _Rival], weighing: Weighing) -> float:
        """The greater over both sentences: the rival's chance times what it leaves of this pair's shared words."""
        found = 0.0
        left, right = self._sides
        common: frozenset[str] | None = None
        total = 0.0
        for side, (chance, rival) in enumerate(rivals):
            if chance < max(_FAINT, found):
                continue
            if common is None:
                common = left[pair[0]].content & right[pair[1]].content
                total = weighing.total(common)
            other = (right[rival[1]] if side == 0 else left[rival[0]]).content
            fresh = weighing.total(common - other) / total if total else 0.0
            found = max(found, chance * (1 - fresh))
        return found

    def _place(self, i: int, j: int) -> tuple[float, float]:
        """Whether the pair keeps the order of the sure pairs around it, and how far it is out of step with them.

        A sure pair of one of the two sentences is a rival, and says nothing about the place.
        """
        around_a, before_a, earlier_a, after_a, later_a = self._near(0, i)
        around_b, before_b, earlier_b, after_b, later_b = self._near(1, j)
        around = around_a | around_b
        y, x = self._sure[0].get(i), self._sure[1].get(j)
        if y is not None:
            around -= {(i + y, i - y)}
        if x is not None:
            around -= {(x + j, x - j)}
        if not around:
            return 0.0, _ASTRAY
        inside_a = (before_a if before_a != j else earlier_a) < j < (after_a if after_a != j else later_a)
        inside_b = (before_b if before_b != i else earlier_b) < i < (after_b if after_b != i else later_b)
        # Of the distances along the two articles the greater is half of |sum| + |difference|.
        both, step = i + j, i - j
        steps = sorted([(abs(total - both) + (off := abs(apart - step)), off) for total, apart in around])[:_MEASURED]
        return (inside_a + inside_b) / 2, log1p(sum([off for _, off in steps]) / len(steps))

    def _near(self, side: int, own: int) -> _Near:
        """The sure pairs nearest before and after a sentence of a side; that of its own left out."""
        known = self._nearest[side].get(own)
        if known is None:
            sure, places = self._order[side]
            low, high = bisect_left(places, own), bisect_right(places, own)
            near = sure[max(0, low - _AROUND) : low][::-1], sure[high : high + _AROUND]
            before = [p[1 - side] for p in near[0]] + [-1, -1]
            after = [p[1 - side] for p in near[1]] + [inf, inf]
            around = frozenset([(x + y, x - y) for pairs in near for x, y in pairs])
            known = self._nearest[side][own] = around, before[0], before[1], after[0], after[1]
        return known
