"""Accepted pairs of sentences → links of one or several sentences a side, no pair standing twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from variorum.engine.matching.competition import Pair

Group = tuple[tuple[int, ...], tuple[int, ...]]
"""The two sides of a link, ascending."""


def group_pairs(pairs: Iterable[Pair]) -> list[Group]:
    """Cover the pairs with links whose every sentence of one side is paired with every one of the other.

    Sentences with the same partners are joined first; then each remaining pair goes to the star around the one of its
    sentences that has more partners, so that one long sentence and its several counterparts are one link.
    """
    rows: defaultdict[int, set[int]] = defaultdict(set)
    columns: defaultdict[int, set[int]] = defaultdict(set)
    for i, j in pairs:
        rows[i].add(j)
        columns[j].add(i)
    groups: list[Group] = []
    stars: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for i, partners in sorted(rows.items()):
        for j in sorted(partners):
            twins = tuple(sorted(x for x in columns[j] if rows[x] == partners))
            if all(columns[y] == columns[j] for y in partners) and set(twins) == columns[j]:
                if i == twins[0] and j == min(partners):
                    groups.append((twins, tuple(sorted(partners))))
            elif len(partners) > len(columns[j]) or (len(partners) == len(columns[j]) and i <= j):
                stars[0, i].add(j)
            else:
                stars[1, j].add(i)
    for (side, centre), others in stars.items():
        rest = tuple(sorted(others))
        groups.append(((centre,), rest) if side == 0 else (rest, (centre,)))
    return sorted(groups)
