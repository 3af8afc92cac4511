"""Sentences of two articles → the chance of each promising pair to be a link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from math import exp

from variorum.engine.candidates import candidate_pairs, neighbours
from variorum.engine.competition import ANCHOR, COMPETITION, Pair, Standing
from variorum.engine.features import FEATURES, Profile, Weighing, pair_features, profile, weigh
from variorum.engine.model import Model
from variorum.engine.nouns import Progress
from variorum.engine.tokens import SentenceWords

_STEP = 2000


@dataclass(frozen=True)
class Prepared:
    """Two articles before any score: what is true of them whatever the model.

    Attributes:
        known: The numbers of pairs worked out before, where they are wanted again (in fitting); else None.
    """

    left: Sequence[Profile]
    right: Sequence[Profile]
    weighing: Weighing
    candidates: frozenset[Pair]
    known: dict[Pair, tuple[float, ...]] | None = None

    def numbers(self, pair: Pair) -> tuple[float, ...]:
        """The numbers of `FEATURES` for a pair."""
        if self.known is not None and pair in self.known:
            return self.known[pair]
        numbers = pair_features(self.left[pair[0]], self.right[pair[1]], self.weighing)
        if self.known is not None:
            self.known[pair] = numbers
        return numbers


@dataclass(frozen=True)
class Evidence:
    """The promising pairs of two articles after the first stage.

    Attributes:
        chances: The first stage's probability for each pair.
        parts: What the pair's own words add to its log-odds in the second stage.
        standing: The numbers of `COMPETITION` for each pair.
    """

    chances: Mapping[Pair, float]
    parts: Mapping[Pair, float]
    standing: Mapping[Pair, tuple[float, ...]]


def prepare(a: Sequence[SentenceWords], b: Sequence[SentenceWords]) -> Prepared:
    """Weigh the words of two articles and find the pairs that share some."""
    weighing = weigh(a, b)
    left, right = ([profile(s, weighing) for s in side] for side in (a, b))
    return Prepared(left, right, weighing, frozenset(candidate_pairs(left, right, weighing.words)))


def gather(prepared: Prepared, model: Model, progress: Progress | None = None) -> Evidence:
    """Everything the second stage weighs.

    Raises:
        Cancelled: Out of `progress`, when it raises that.
    """
    first = tuple(model.first[name] for name in FEATURES)
    second = tuple(model.second.get(name, 0.0) for name in FEATURES)
    odds: dict[Pair, float] = {}
    parts: dict[Pair, float] = {}

    def look_at(pairs: Set[Pair], stage: str) -> None:
        for done, pair in enumerate(sorted(pairs)):
            if progress and done % _STEP == 0:
                progress(stage, done, len(pairs))
            numbers = prepared.numbers(pair)
            odds[pair] = model.first_bias + _dot(first, numbers)
            parts[pair] = _dot(second, numbers)

    look_at(prepared.candidates, "weighing pairs of sentences")
    strong = [pair for pair, value in odds.items() if chance_of(value) >= ANCHOR]
    look_at(neighbours(strong, len(prepared.left), len(prepared.right)) - odds.keys(), "weighing their neighbours")
    chances = {pair: chance_of(value) for pair, value in odds.items()}
    standing = Standing(odds, chances, prepared.left, prepared.right)
    return Evidence(chances, parts, {pair: standing.of(pair, prepared.weighing) for pair in odds})


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
    return sum([w * x for w, x in zip(weights, numbers, strict=True)])
