"""What two sentences have in common, in numbers. Every feature is symmetric: swapping the sentences changes none.

A word's weight is its rareness (IDF) counted over the two articles compared, which tells more than counts over other
texts do. Sums are exact (`fsum`), so that the last digit does not depend on the order of a set.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, log, log1p, sqrt

from variorum.engine.tokens import SentenceWords

FEATURES = (
    "shared",  # log of the summed weights of the content words both have
    "count",  # log of how many those are
    "rest",  # log of the lesser of the weights left unshared on either side
    "plain",  # log of the summed weights of shared content words that are no part of a name
    "kindred",  # log of the summed weights of unshared content words with neighbours in meaning on the other side
    "letters",  # weighted cosine of the 3- and 4-letter pieces of the content words
    "phrase",  # log of the summed weights of shared pairs of neighbouring words
    "figures",  # log of the summed weights of shared numbers, amounts, dates and times
    "other_names",  # log of the lesser of the weights of names that only one side has
    "functions",  # weighted Dice coefficient of the function words
    "mould",  # Dice coefficient of the function-word frame: the sequence with every content word blanked
    "said",  # where both sides quote: weighted Dice coefficient of all the quoted words
    "told",  # where one side quotes: share of its quoted content that the other side has
    "longer",  # log of the words of the longer sentence
)
"""Names of the numbers that `pair_features` gives, in order."""

_BLANK = "*"


@dataclass(frozen=True, slots=True)
class Weighing:
    """Rareness of words (content and function words alike), letter pieces and figures in the two articles compared.

    Attributes:
        squares: Of a letter piece's rareness.
    """

    words: Mapping[str, float]
    squares: Mapping[str, float]
    figures: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Profile:
    """A sentence with the sets and sums that every comparison of it needs.

    Attributes:
        content: Stems of content words.
        names: Stems of names.
        senses: Sense to the content stems that have it.
        pairs: Stems of neighbouring words, function words included.
        mould: Neighbours in the sentence with each run of content words blanked.
        quoted: Stems of all words in quotation marks.
    """

    words: SentenceWords
    content: frozenset[str]
    weight: float
    names: frozenset[str]
    senses: Mapping[str, frozenset[str]]
    pieces: frozenset[str]
    piece_norm: float
    pairs: frozenset[tuple[str, str]]
    functions: frozenset[str]
    function_weight: float
    mould: frozenset[tuple[str, str]]
    quoted: frozenset[str]
    quoted_weight: float
    size: float


def weigh(a: Sequence[SentenceWords], b: Sequence[SentenceWords]) -> Weighing:
    """Count over both articles how rare each word, piece and figure is."""
    both = [*a, *b]
    pieces = _rareness(_pieces(s) for s in both)
    return Weighing(
        _rareness({t.stem for t in s.tokens} for s in both),
        {piece: weight * weight for piece, weight in pieces.items()},
        _rareness(s.figures for s in both),
    )


def profile(sentence: SentenceWords, weighing: Weighing) -> Profile:
    """The sets and sums of one sentence."""
    tokens = sentence.tokens
    content = frozenset(t.stem for t in tokens if t.content)
    functions = frozenset(t.stem for t in tokens if not t.content)
    quoted = frozenset(t.stem for t in tokens if t.quoted)
    pieces = _pieces(sentence)
    senses: dict[str, frozenset[str]] = {}
    for token in tokens:
        if token.sense:
            senses[token.sense] = senses.get(token.sense, frozenset()) | {token.stem}
    return Profile(
        sentence,
        content,
        _total(content, weighing.words),
        frozenset(t.stem for t in tokens if t.name),
        senses,
        pieces,
        sqrt(_total(pieces, weighing.squares)),
        frozenset(pairwise(t.stem for t in tokens)),
        functions,
        _total(functions, weighing.words),
        _mould(sentence),
        quoted,
        _total(quoted, weighing.words),
        log1p(len(tokens)),
    )


def pair_features(x: Profile, y: Profile, weighing: Weighing) -> tuple[float, ...]:
    """The numbers named in `FEATURES` for one pair of sentences."""
    weights = weighing.words
    common = x.content & y.content
    shared = _total(common, weights)
    names = common & (x.names | y.names)
    norm = x.piece_norm * y.piece_norm
    phrases = [weights[v] + weights[w] for v, w in x.pairs & y.pairs]
    moulds = len(x.mould) + len(y.mould)
    return (
        log1p(shared),
        log1p(len(common)),
        log1p(max(0.0, min(x.weight, y.weight) - shared)),
        log1p(_total(common - names, weights)),
        log1p(_kindred(x, y, common, weights)),
        _total(x.pieces & y.pieces, weighing.squares) / norm if norm else 0.0,
        log1p(fsum(phrases)),
        log1p(_total(x.words.figures & y.words.figures, weighing.figures)),
        log1p(min(_total(x.names - common, weights), _total(y.names - common, weights))),
        _dice(_total(x.functions & y.functions, weights), x.function_weight + y.function_weight),
        _dice(len(x.mould & y.mould), moulds),
        _dice(_total(x.quoted & y.quoted, weights), x.quoted_weight + y.quoted_weight)
        if x.quoted and y.quoted
        else 0.0,
        _told(x, y, weights) if bool(x.quoted) != bool(y.quoted) else 0.0,
        max(x.size, y.size),
    )


def _rareness(sentences: Iterable[Set[str]]) -> dict[str, float]:
    """Inverse document frequency, a sentence being a document; a word of every sentence still weighs a little."""
    seen: Counter[str] = Counter()
    total = 1
    for keys in sentences:
        seen.update(keys)
        total += 1
    return {key: log(total / count) for key, count in seen.items()}


def _total(keys: Iterable[str], weights: Mapping[str, float]) -> float:
    return fsum([weights[key] for key in keys])


def _dice(shared: float, both: float) -> float:
    return 2 * shared / both if both else 0.0


def _pieces(sentence: SentenceWords) -> frozenset[str]:
    return frozenset().union(*[t.pieces for t in sentence.tokens if t.content])


def _mould(sentence: SentenceWords) -> frozenset[tuple[str, str]]:
    frame: list[str] = []
    for token in sentence.tokens:
        if not token.content:
            frame.append(token.stem)
        elif not frame or frame[-1] != _BLANK:
            frame.append(_BLANK)
    return frozenset(pairwise(frame))


def _kindred(x: Profile, y: Profile, common: Set[str], weights: Mapping[str, float]) -> float:
    """Each sense that unshared words of both sides have counts as the lighter side's heaviest such word."""
    found = []
    for sense in x.senses.keys() & y.senses.keys():
        left = [weights[s] for s in x.senses[sense] if s not in common]
        right = [weights[s] for s in y.senses[sense] if s not in common]
        if left and right:
            found.append(min(max(left), max(right)))
    return fsum(found)


def _told(x: Profile, y: Profile, weights: Mapping[str, float]) -> float:
    """Share of the one side's quoted content that the other side has, in its own words or not."""
    quoting, other = (x, y) if x.quoted else (y, x)
    said = quoting.quoted & quoting.content
    weight = _total(said, weights)
    return _total(said & other.content, weights) / weight if weight else 0.0
