"""What two sentences have in common, in numbers. Every feature is symmetric: swapping the sentences changes none.

A word's weight is its rareness (IDF) counted over the two articles compared, which tells more than counts over other
texts do. Sums run over sorted words, so that the last digit does not depend on the order of a set.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, log1p, sqrt

from variorum.engine.tokens import SentenceWords

FEATURES = (
    "shared",  # log of the summed weights of the content words both have
    "count",  # log of how many those are
    "rest",  # log of the lesser of the weights left unshared on either side
    "letters",  # weighted cosine of the 3- and 4-letter pieces of the content words
    "phrase",  # log of the summed weights of shared pairs and triples of neighbouring words
    "figures",  # log of the summed weights of shared figures
    "names",  # log of the summed weights of shared names
    "other_names",  # log of the lesser of the weights of names that only one side has
    "plain",  # log of the summed weights of shared content words that are neither figures nor names
    "functions",  # weighted Dice coefficient of the function words
    "mould",  # Dice coefficient of the function-word frame: the sequence with every content word blanked
    "longer",  # log of the words of the longer sentence
    "place",  # how far apart they stand in their articles, each from 0 to 1
)
"""Names of the numbers that `pair_features` gives, in order."""

_BLANK = "*"


@dataclass(frozen=True, slots=True)
class Weighing:
    """Rareness of content stems, phrases, letter pieces and function words in the two articles compared."""

    stems: dict[str, float]
    phrases: dict[str, float]
    pieces: dict[str, float]
    functions: dict[str, float]


@dataclass(frozen=True, slots=True)
class Profile:
    """A sentence with the sums that every comparison of it needs.

    Attributes:
        place: Its middle in its article's body, from 0 to 1.
    """

    words: SentenceWords
    place: float
    weight: float
    pieces: frozenset[str]
    piece_norm: float
    functions: frozenset[str]
    function_weight: float
    mould: frozenset[str]
    size: float


def profiles(a: Sequence[SentenceWords], b: Sequence[SentenceWords]) -> tuple[list[Profile], list[Profile], Weighing]:
    """Weigh the words of two articles, and sum them up for each sentence."""
    both = [*a, *b]
    pieces = {id(s): _pieces(s) for s in both}
    functions = {id(s): frozenset(t.stem for t in s.tokens if not t.content) for s in both}
    weighing = Weighing(
        _rareness(s.stems for s in both),
        _rareness(s.phrases for s in both),
        _rareness(pieces[id(s)] for s in both),
        _rareness(functions[id(s)] for s in both),
    )

    def profile(words: SentenceWords, place: float) -> Profile:
        own, held = pieces[id(words)], functions[id(words)]
        return Profile(
            words,
            place,
            _total(words.stems, weighing.stems),
            own,
            sqrt(sum(weighing.pieces[p] ** 2 for p in own)),
            held,
            _total(held, weighing.functions),
            _mould(words),
            log1p(len(words.tokens)),
        )

    left = [profile(s, (i + 0.5) / len(a)) for i, s in enumerate(a)]
    right = [profile(s, (j + 0.5) / len(b)) for j, s in enumerate(b)]
    return left, right, weighing


def pair_features(x: Profile, y: Profile, weighing: Weighing) -> tuple[float, ...]:
    """The numbers named in `FEATURES` for one pair of sentences."""
    stems = weighing.stems
    common = x.words.stems.keys() & y.words.stems.keys()
    figures = common & x.words.numbers
    names = common & (x.words.names | y.words.names)
    shared = _total(common, stems)
    pieces = x.pieces & y.pieces
    norm = x.piece_norm * y.piece_norm
    held = x.function_weight + y.function_weight
    moulds = len(x.mould) + len(y.mould)
    return (
        log1p(shared),
        log1p(len(common)),
        log1p(max(0.0, min(x.weight, y.weight) - shared)),
        sum(weighing.pieces[p] ** 2 for p in sorted(pieces)) / norm if norm else 0.0,
        log1p(_total(x.words.phrases & y.words.phrases, weighing.phrases)),
        log1p(_total(figures, stems)),
        log1p(_total(names, stems)),
        log1p(min(_total(x.words.names - common, stems), _total(y.words.names - common, stems))),
        log1p(_total(common - figures - names, stems)),
        2 * _total(x.functions & y.functions, weighing.functions) / held if held else 0.0,
        2 * len(x.mould & y.mould) / moulds if moulds else 0.0,
        max(x.size, y.size),
        abs(x.place - y.place),
    )


def _rareness(sentences: Iterable[Iterable[str]]) -> dict[str, float]:
    """Inverse document frequency, a sentence being a document; a word of every sentence still weighs a little."""
    seen: Counter[str] = Counter()
    total = 1
    for keys in sentences:
        seen.update(set(keys))
        total += 1
    return {key: log(total / count) for key, count in seen.items()}


def _total(keys: Iterable[str], weights: dict[str, float]) -> float:
    return sum(sorted([weights[key] for key in keys]))


def _pieces(words: SentenceWords) -> frozenset[str]:
    found: set[str] = set()
    for printed in words.stems.values():
        word = f" {printed.lower()} "
        found.update(word[i : i + 3] for i in range(len(word) - 2))
        found.update(word[i : i + 4] for i in range(len(word) - 3))
    return frozenset(found)


def _mould(words: SentenceWords) -> frozenset[str]:
    """Pairs of neighbours in the sentence with each run of content words blanked."""
    frame: list[str] = []
    for token in words.tokens:
        if not token.content:
            frame.append(token.stem)
        elif not frame or frame[-1] != _BLANK:
            frame.append(_BLANK)
    return frozenset(f"{x} {y}" for x, y in pairwise(frame))
