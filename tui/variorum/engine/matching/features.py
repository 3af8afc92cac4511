"""What two sentences have in common, in numbers. Every feature is symmetric: swapping the sentences changes none.

A word's weight is its rareness (IDF) counted over the two articles compared, which tells more than counts over other
texts do. Sums are exact (`fsum`), so that the last digit does not depend on the order of a set.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, log, log1p
from typing import NamedTuple

from variorum.engine.matching.letters import Alphabet, Letters
from variorum.engine.matching.tokens import SentenceWords

FEATURES = (
    "shared",  # log of the summed weights of the content words both have
    "rest",  # log of the lesser of the weights left unshared on either side
    "kindred",  # log of the summed weights of unshared content words with neighbours in meaning on the other side
    "letters",  # weighted cosine of the 3- and 4-letter pieces of the content words
    "phrase",  # log of the summed weights of shared pairs of neighbouring words
    "figures",  # log of the summed weights of shared numbers, amounts, dates and times
    "other_names",  # log of the lesser of the weights of names that only one side has
    "functions",  # weighted Dice coefficient of the function words
    "said",  # where both sides quote: weighted Dice coefficient of all the quoted words
    "told",  # where one side quotes: share of its quoted content that the other side has
    "longer",  # log of the words of the longer sentence
)
"""Names of the numbers that `pair_features` gives, in order."""

FEWEST = 40
"""Sentences that two articles are taken to have at least: in two briefs a shared word is as rare as in two reports."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """Rareness of words (content and function words alike), figures and letter pieces in the two articles compared."""

    words: Mapping[str, float]
    figures: Mapping[str, float]
    letters: Alphabet

    def total(self, stems: Iterable[str]) -> float:
        """The summed rareness of words."""
        return fsum(map(self.words.__getitem__, stems))


class Texture(NamedTuple):
    """What a sentence's words weigh here, and its larger sets, for which memory has no room if it is one of a book's.

    Attributes:
        content, functions, quoted: The summed rareness of these words of it.
        letters: 3- and 4-letter pieces of its content words.
        pairs: Stems of neighbouring words, function words included.
    """

    content: float
    functions: float
    quoted: float
    letters: Letters
    pairs: frozenset[tuple[str, str]]


def weigh(a: Sequence[SentenceWords], b: Sequence[SentenceWords]) -> Weighing:
    """Count over both articles how rare each word, piece and figure is."""
    both = [*a, *b]
    return Weighing(
        _rareness(s.content | s.functions for s in both),
        _rareness(s.figures for s in both),
        Alphabet(both),
    )


def texture(sentence: SentenceWords, number: int, weighing: Weighing) -> Texture:
    """The weights and the larger sets of one sentence; `number` is its place among those of both articles."""
    stems = [t.stem for t in sentence.tokens]
    return Texture(
        weighing.total(sentence.content),
        weighing.total(sentence.functions),
        weighing.total(sentence.quoted),
        weighing.letters.of(sentence, number),
        frozenset(pairwise(stems)),
    )


def pair_features(
    x: SentenceWords, y: SentenceWords, grain: tuple[Texture, Texture], weighing: Weighing
) -> tuple[float, ...]:
    """The numbers named in `FEATURES` for one pair of sentences with their textures."""
    left, right = grain
    weights = weighing.words
    weigh_one = weights.__getitem__
    common = x.content & y.content
    shared = fsum(map(weigh_one, common))
    phrases = left.pairs & right.pairs
    figures = x.figures & y.figures
    other_names = 0.0
    if x.names and y.names:
        own, other = x.names - common, y.names - common
        if own and other:
            other_names = log1p(min(fsum(map(weigh_one, own)), fsum(map(weigh_one, other))))
    return (
        log1p(shared),
        log1p(max(0.0, min(left.content, right.content) - shared)),
        0.0 if x.senses.keys().isdisjoint(y.senses) else log1p(_kindred(x, y, common, weights)),
        weighing.letters.cosine(left.letters, right.letters),
        log1p(fsum([weights[v] + weights[w] for v, w in phrases])) if phrases else 0.0,
        log1p(fsum(map(weighing.figures.__getitem__, figures))) if figures else 0.0,
        other_names,
        _dice(fsum(map(weigh_one, x.functions & y.functions)), left.functions + right.functions),
        *(_quoting(x, y, left.quoted + right.quoted, weighing) if x.quoted or y.quoted else (0.0, 0.0)),
        max(x.size, y.size),
    )


def _rareness(sentences: Iterable[Set[str]]) -> dict[str, float]:
    """Inverse document frequency, a sentence being a document; a word of every sentence still weighs a little."""
    seen: Counter[str] = Counter()
    total = 1
    for keys in sentences:
        seen.update(keys)
        total += 1
    total = max(total, FEWEST)
    return {key: log(total / count) for key, count in seen.items()}


def _dice(shared: float, both: float) -> float:
    return 2 * shared / both if both else 0.0


def _kindred(x: SentenceWords, y: SentenceWords, common: Set[str], weights: Mapping[str, float]) -> float:
    """Each sense that unshared words of both sides have counts as the lighter side's heaviest such word."""
    found = []
    for sense in x.senses.keys() & y.senses.keys():
        left = [weights[s] for s in x.senses[sense] if s not in common]
        right = [weights[s] for s in y.senses[sense] if s not in common]
        if left and right:
            found.append(min(max(left), max(right)))
    return fsum(found)


def _quoting(x: SentenceWords, y: SentenceWords, both: float, weighing: Weighing) -> tuple[float, float]:
    """`said` where both sides quote; `told`, in the other side's words quoted or not, where only one does.

    Args:
        both: What the quoted words of both sides weigh.
    """
    if x.quoted and y.quoted:
        return _dice(weighing.total(x.quoted & y.quoted), both), 0.0
    quoting, other = (x, y) if x.quoted else (y, x)
    said = quoting.quoted & quoting.content
    weight = weighing.total(said)
    return 0.0, weighing.total(said & other.content) / weight if weight else 0.0
