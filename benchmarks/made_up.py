"""Made-up news text of any length: a Zipf vocabulary, names and figures, and a part that two articles share."""

from __future__ import annotations

import random
from functools import lru_cache
from itertools import accumulate

_SYLLABLES = (
    "ba",
    "ko",
    "ren",
    "tal",
    "mi",
    "sor",
    "du",
    "ven",
    "lar",
    "pe",
    "nok",
    "gri",
    "sta",
    "hol",
    "fen",
    "wi",
    "dra",
)
_GLUE = (
    "the",
    "of",
    "to",
    "and",
    "in",
    "a",
    "that",
    "for",
    "on",
    "with",
    "was",
    "said",
    "by",
    "from",
    "at",
    "it",
    "as",
)


def article(sentences: int, *, seed: int = 0, shared: float = 0.4) -> str:
    """An article of so many sentences; articles of different seeds share that part of them, half of it reworded."""
    common, own = random.Random(0), random.Random(seed + 1)
    words = _vocabulary(common, 400 + sentences * 2)
    told = []
    for n in range(sentences):
        sentence = _sentence(common, words)
        if own.random() >= shared:
            sentence = _sentence(own, words)
        elif own.random() < 0.5:
            sentence = _reworded(own, sentence, words)
        told.append(_printed(sentence) + ("\n\n" if n % 3 == 2 else " "))
    return "".join(told).strip() + "\n"


def _vocabulary(source: random.Random, size: int) -> list[str]:
    return ["".join(source.choices(_SYLLABLES, k=source.randint(2, 4))) for _ in range(size)]


def _sentence(source: random.Random, words: list[str]) -> list[str]:
    length = source.randint(9, 24)
    chosen = source.choices(words, cum_weights=_zipf(len(words)), k=length)
    sentence = [source.choice(_GLUE) if source.random() < 0.4 else word for word in chosen]
    if source.random() < 0.3:
        sentence[source.randrange(1, length)] = str(source.randint(2, 9000))
    if source.random() < 0.5:
        at = source.randrange(1, length)
        sentence[at] = sentence[at].capitalize()
    return sentence


@lru_cache
def _zipf(size: int) -> tuple[float, ...]:
    """Cumulated weights by rank, after Zipf's law with a flattened head."""
    return tuple(accumulate(1 / (rank + 8) for rank in range(size)))


def _reworded(source: random.Random, sentence: list[str], words: list[str]) -> list[str]:
    return [source.choice(words) if source.random() < 0.25 else word for word in sentence]


def _printed(sentence: list[str]) -> str:
    return sentence[0].capitalize() + " " + " ".join(sentence[1:]) + "."
