"""Sentences of two articles → the chance of each promising pair to be a link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cached_property, lru_cache
from math import exp
from operator import mul
from typing import NamedTuple

from variorum.engine.matching.candidates import candidate_pairs, neighbours
from variorum.engine.matching.competition import COMPETITION, Pair, Standing, sure_pairs
from variorum.engine.matching.features import FEATURES, pair_features, texture, weigh
from variorum.engine.matching.model import Model
from variorum.engine.matching.tokens import SentenceWords
from variorum.engine.nouns import Progress

HOPELESS = 0.01
"""First-stage chance under which a pair is not looked at again."""
_BLOCK = 10_000
"""Sentences of the first article whose larger sets are kept at a time."""
_AT_HAND = 2000
"""The same of the second: of a book, each is looked at once for every block."""
_STEP = 2000


class Prepared:
    """Two articles before any score: what is true of them whatever the model.

    Args:
        a: The sentences of the first article.
        b: Those of the second.
        remember: Keep the numbers of each pair once worked out, for fitting.
    """

    def __init__(self, a: Sequence[SentenceWords], b: Sequence[SentenceWords], *, remember: bool = False) -> None:
        weighing = self.weighing = weigh(a, b)
        self.left, self.right = a, b
        # Without `self` in them: a cycle would keep all of this in memory until it is looked for.
        self._left_texture = lru_cache(maxsize=_BLOCK)(lambda i: texture(a[i], i, weighing))
        self._right_texture = lru_cache(maxsize=_AT_HAND)(lambda j: texture(b[j], len(a) + j, weighing))
        self._known: dict[Pair, tuple[float, ...]] | None = {} if remember else None

    @cached_property
    def candidates(self) -> Set[Pair]:
        """The pairs worth a closer look for the words they share."""
        return candidate_pairs(self.left, self.right, self.weighing.words)

    def in_order(self, pairs: Set[Pair]) -> list[Pair]:
        """The pairs so ordered that of two books hardly any texture is made twice: block by block of the first."""
        if len(self.right) <= _AT_HAND:
            return sorted(pairs)
        return sorted(pairs, key=lambda pair: (pair[0] // _BLOCK, pair[1]))

    def phrased(self, pair: Pair) -> bool:
        """Whether the two sentences share words that stand side by side, as most pairs do not."""
        i, j = pair
        return not self._left_texture(i).pairs.isdisjoint(self._right_texture(j).pairs)

    def numbers(self, pair: Pair) -> tuple[float, ...]:
        """The numbers of `FEATURES` for a pair."""
        if self._known is not None and pair in self._known:
            return self._known[pair]
        i, j = pair
        grain = self._left_texture(i), self._right_texture(j)
        numbers = pair_features(self.left[i], self.right[j], grain, self.weighing)
        if self._known is not None:
            self._known[pair] = numbers
        return numbers


class Evidence(NamedTuple):
    """The promising pairs of two articles after the first stage.

    Attributes:
        chances: The first stage's probability for each pair.
        parts: What the own words of a pair that is not hopeless add to its log-odds in the second stage.
        standing: The numbers of `COMPETITION` for each of those.
    """

    chances: Mapping[Pair, float]
    parts: Mapping[Pair, float]
    standing: Mapping[Pair, tuple[float, ...]]


def gather(prepared: Prepared, model: Model, progress: Progress | None = None) -> Evidence:
    """Everything the second stage weighs.

    Raises:
        Cancelled: Out of `progress`, when it raises that.
    """
    first = tuple(model.first[name] for name in FEATURES)
    second = tuple(model.second.get(name, 0.0) for name in FEATURES)
    bias = model.first_bias
    chances: dict[Pair, float] = {}
    parts: dict[Pair, float] = {}

    def look_at(pairs: Set[Pair], stage: str) -> None:
        for done, pair in enumerate(prepared.in_order(pairs)):
            if progress and done % _STEP == 0:
                progress(stage, done, len(pairs))
            numbers = prepared.numbers(pair)
            chances[pair] = chance = chance_of(bias + sum(map(mul, first, numbers)))
            if chance >= HOPELESS:
                parts[pair] = sum(map(mul, second, numbers))

    look_at(prepared.candidates, "weighing pairs of sentences")
    sure = sure_pairs(chances)
    look_at(neighbours(sure, len(prepared.left), len(prepared.right)) - chances.keys(), "weighing their neighbours")
    standing = Standing(chances, prepared.left, prepared.right)
    return Evidence(chances, parts, {pair: standing.of(pair, prepared.weighing) for pair in parts})


def final_scores(evidence: Evidence, model: Model) -> dict[Pair, float]:
    """The second stage's probability for each pair."""
    weights = tuple(model.second[name] for name in COMPETITION)
    return {
        pair: chance_of(model.second_bias + _dot(weights, standing) + evidence.parts[pair])
        for pair, standing in evidence.standing.items()
    }


def chance_of(odds: float) -> float:
    """The probability for log-odds (the logistic function)."""
    return 1 / (1 + exp(-odds)) if odds > -500 else 0.0


def _dot(weights: Sequence[float], numbers: Sequence[float]) -> float:
    total: float = sum(map(mul, weights, numbers))
    return total
