"""Which pairs of sentences are worth a closer look: those that share rare words, found through an inverted index.

The cost grows with what is shared, not with the product of the articles' lengths: words are looked up rarest first,
and a sentence stops looking after a fixed number of finds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from variorum.engine.matching.competition import Pair
from variorum.engine.matching.tokens import SentenceWords

FINDS = 300
"""Sentences that one sentence looks at before it stops taking up further, commoner words."""
KEPT = 5
"""Sentences that one sentence keeps for a closer look; with eight, comparing takes a tenth longer and finds no more."""
LEAST = 0.3
"""Share of the best sum of shared weights that a sentence must have to be kept."""


def candidate_pairs(a: Sequence[SentenceWords], b: Sequence[SentenceWords], weights: Mapping[str, float]) -> set[Pair]:
    """Pairs that share words: for each sentence of either side its best few by the summed weights of shared stems."""
    found = {(i, j) for i, js in enumerate(_best(a, b, weights)) for j in js}
    found.update((i, j) for j, is_ in enumerate(_best(b, a, weights)) for i in is_)
    return found


def neighbours(pairs: Iterable[Pair], n: int, m: int) -> set[Pair]:
    """Pairs one step before and after the given ones in both articles, or in one of them.

    Between two sentences that are linked to neighbours, even one without a shared word is worth a look.
    """
    found: set[Pair] = set()
    for i, j in pairs:
        steps = ((i - 1, j - 1), (i + 1, j + 1), (i, j + 1), (i, j - 1), (i + 1, j), (i - 1, j))
        found.update((x, y) for x, y in steps if 0 <= x < n and 0 <= y < m)
    return found


def _best(
    own: Sequence[SentenceWords], others: Sequence[SentenceWords], weights: Mapping[str, float]
) -> list[list[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for j, other in enumerate(others):
        for stem in other.content:
            index[stem].append(j)
    kept: list[list[int]] = []
    for sentence in own:
        sums: dict[int, float] = {}
        get = sums.get
        finds = 0
        for lightness, stem in sorted([(-weights[s], s) for s in sentence.content if s in index]):
            holders = index[stem]
            finds += len(holders)
            if finds > FINDS and sums:
                break
            for j in holders[:FINDS]:
                sums[j] = get(j, 0.0) - lightness
        best = sorted(sums.values(), reverse=True)[:KEPT]
        least = max(LEAST * best[0], best[-1]) if best else 0.0
        ranked = sorted([(-total, j) for j, total in sums.items() if total >= least])
        kept.append([j for _, j in ranked[:KEPT]])
    return kept
