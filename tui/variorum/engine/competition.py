"""How a pair of sentences stands against the other pairs of either sentence, and what its neighbours say.

News is mostly told once: a pair that is the best of both its sentences is likelier to be a link than its own words
say, one that comes second is less likely, and one whose neighbours are linked is likelier.
"""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[int, int]
"""Positions in the two articles' bodies."""

COMPETITION = (
    "odds",  # the first stage's log-odds
    "rival_high",  # the best other pair of either sentence: the greater of the two
    "rival_low",  # and the lesser
    "lead_low",  # by how much this pair beats the greater rival
    "lead_high",  # by how much it beats the lesser
    "along_one",  # the better of the pairs before both and after both
    "along_both",  # the worse of the two
    "across",  # the better of the pairs before one and after the other
    "beside",  # the best pair of one of the sentences with a neighbour of the other
    "nearby",  # the best pair two sentences away in step
)
"""Names of the numbers that `competition` gives, in order."""

_NEARBY = ((2, 2), (-2, -2), (1, 2), (2, 1), (-1, -2), (-2, -1))


def rivals(chances: Mapping[Pair, float], side: int) -> dict[int, tuple[float, float]]:
    """The best and second best chance of each sentence of a side (0 or 1)."""
    best: dict[int, tuple[float, float]] = {}
    for pair, chance in chances.items():
        first, second = best.get(pair[side], (0.0, 0.0))
        if chance > first:
            best[pair[side]] = (chance, first)
        elif chance > second:
            best[pair[side]] = (first, chance)
    return best


def competition(
    pair: Pair,
    odds: float,
    chances: Mapping[Pair, float],
    rows: Mapping[int, tuple[float, float]],
    columns: Mapping[int, tuple[float, float]],
) -> tuple[float, ...]:
    """The numbers named in `COMPETITION` for one pair; a pair that is no candidate has chance 0.

    Args:
        pair: One of the keys of `chances`.
        odds: Its log-odds.
        chances: The first stage's probability of each candidate.
        rows: `rivals` of the first side.
        columns: `rivals` of the second side.
    """
    i, j = pair
    own = chances[pair]
    row, column = (_other(own, rows[i]), _other(own, columns[j]))
    high, low = max(row, column), min(row, column)
    get = chances.get
    before, after = get((i - 1, j - 1), 0.0), get((i + 1, j + 1), 0.0)
    return (
        odds,
        high,
        low,
        own - high,
        own - low,
        max(before, after),
        min(before, after),
        max(get((i - 1, j + 1), 0.0), get((i + 1, j - 1), 0.0)),
        max(get((i, j + 1), 0.0), get((i, j - 1), 0.0), get((i + 1, j), 0.0), get((i - 1, j), 0.0)),
        max(get((i + x, j + y), 0.0) for x, y in _NEARBY),
    )


def _other(own: float, best: tuple[float, float]) -> float:
    return best[1] if own >= best[0] else best[0]
