"""Sentences of two articles → the chance of each promising pair to be a link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from math import exp

from variorum.engine.candidates import candidate_pairs, neighbours
from variorum.engine.competition import COMPETITION, Pair, competition, rivals
from variorum.engine.features import FEATURES, Profile, Weighing, pair_features, profiles
from variorum.engine.model import Model
from variorum.engine.nouns import Progress
from variorum.engine.tokens import SentenceWords

ANCHOR = 0.5
"""First-stage chance from which a pair's neighbours are looked at as well."""
_STEP = 2000


@dataclass(frozen=True)
class Prepared:
    """Two articles before any score: what is true of them whatever the model."""

    left: Sequence[Profile]
    right: Sequence[Profile]
    weighing: Weighing
    candidates: frozenset[Pair]
    _numbers: dict[Pair, tuple[float, ...]] = field(default_factory=dict)

    def numbers(self, pair: Pair) -> tuple[float, ...]:
        """The numbers of `FEATURES` for a pair, worked out once."""
        if pair not in self._numbers:
            self._numbers[pair] = pair_features(self.left[pair[0]], self.right[pair[1]], self.weighing)
        return self._numbers[pair]


@dataclass(frozen=True)
class Evidence:
    """What is known of the promising pairs of two articles before the second stage weighs it.

    Attributes:
        features: The numbers of `FEATURES` for each pair.
        chances: The first stage's probability for each pair.
        standing: The numbers of `COMPETITION` for each pair.
    """

    features: Mapping[Pair, tuple[float, ...]]
    chances: Mapping[Pair, float]
    standing: Mapping[Pair, tuple[float, ...]]


def prepare(a: Sequence[SentenceWords], b: Sequence[SentenceWords]) -> Prepared:
    """Weigh the words of two articles and find the pairs that share some."""
    left, right, weighing = profiles(a, b)
    return Prepared(left, right, weighing, frozenset(candidate_pairs(a, b, weighing.stems)))


def gather(prepared: Prepared, model: Model, progress: Progress | None = None) -> Evidence:
    """Everything the second stage weighs.

    Raises:
        Cancelled: Out of `progress`, when it raises that.
    """
    weights = tuple(model.first[name] for name in FEATURES)
    odds: dict[Pair, float] = {}

    def look_at(pairs: Set[Pair], stage: str) -> None:
        for done, pair in enumerate(sorted(pairs)):
            if progress and done % _STEP == 0:
                progress(stage, done, len(pairs))
            odds[pair] = model.first_bias + _dot(weights, prepared.numbers(pair))

    look_at(prepared.candidates, "weighing pairs of sentences")
    strong = [pair for pair, value in odds.items() if chance_of(value) >= ANCHOR]
    look_at(neighbours(strong, len(prepared.left), len(prepared.right)) - odds.keys(), "weighing their neighbours")
    chances = {pair: chance_of(value) for pair, value in odds.items()}
    rows, columns = rivals(chances, 0), rivals(chances, 1)
    standing = {pair: competition(pair, odds[pair], chances, rows, columns) for pair in odds}
    return Evidence({pair: prepared.numbers(pair) for pair in odds}, chances, standing)


def final_scores(evidence: Evidence, model: Model) -> dict[Pair, float]:
    """The second stage's probability for each pair."""
    first = tuple(model.second[name] for name in COMPETITION)
    second = tuple(model.second[name] for name in FEATURES)
    return {
        pair: chance_of(model.second_bias + _dot(first, standing) + _dot(second, evidence.features[pair]))
        for pair, standing in evidence.standing.items()
    }


def chance_of(odds: float) -> float:
    """The probability for log-odds (the logistic function)."""
    return 1 / (1 + exp(-odds)) if odds > -500 else 0.0


def _dot(weights: Sequence[float], numbers: Sequence[float]) -> float:
    return sum([w * x for w, x in zip(weights, numbers, strict=True)])
