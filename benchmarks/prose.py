"""Made-up prose with the statistics of news: Zipf's vocabulary, names, figures, shared and reworded sentences."""

from __future__ import annotations

import random
from itertools import accumulate

from variorum.engine.nouns import Article, Sentence

_SYLLABLES = """
ba be bor cal dan del dor el fen gar hal im jor ka kel lan lo mar mel nor ol per qua ra ren sal tor ul ven wil
"""
_FUNCTION = """
the of and to in a for on that with by as at from was is said it has its an be after were who which
"""
_GLUE = _FUNCTION.split()
WORDS = 14
"""Content words of a sentence on average; about as many function words stand between them."""


class Prose:
    """A language of its own, the same for the same seed."""

    def __init__(self, size: int = 30_000, seed: int = 7) -> None:
        self._random = random.Random(seed)
        self._words = sorted({self._word() for _ in range(2 * size)})[:size]
        self._random.shuffle(self._words)
        # Content words follow Zipf-Mandelbrot; function words are drawn apart.
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self._words))))

    def pair(self, sentences: int, shared: float = 0.4) -> tuple[Article, Article]:
        """Two articles of so many sentences; a share of B's are A's, word for word or reworded, in another order."""
        a, b = self.outlets(2, sentences, shared)
        return a, b

    def outlets(self, count: int, sentences: int, shared: float = 0.4) -> list[Article]:
        """So many articles of so many sentences; each shares with the first what `pair` says."""
        first = [self._sentence() for _ in range(sentences)]
        told = [first, *(self._retold(first, shared) for _ in range(count - 1))]
        return [_article(chr(ord("a") + n), each) for n, each in enumerate(told)]

    def _retold(self, first: list[list[str]], shared: float) -> list[list[str]]:
        """Another outlet's sentences."""
        found = []
        for sentence in first:
            luck = self._random.random()
            if luck < shared / 3:
                found.append(sentence)
            elif luck < shared:
                found.append(self._reworded(sentence))
            else:
                found.append(self._sentence())
        for at in range(0, len(found) - 4, 5):
            # News is not monotone, but what is told early stays early.
            window = found[at : at + 5]
            self._random.shuffle(window)
            found[at : at + 5] = window
        return found

    def _word(self) -> str:
        return "".join(self._random.choice(_SYLLABLES.split()) for _ in range(self._random.choice((1, 2, 2, 3, 3, 4))))

    def _content(self, count: int) -> list[str]:
        return self._random.choices(self._words, cum_weights=self._weights, k=count)

    def _sentence(self) -> list[str]:
        found: list[str] = []
        for drawn in self._content(max(4, round(self._random.gauss(WORDS, 4)))):
            word = drawn
            found += self._random.choices(_GLUE, k=self._random.choice((0, 1, 1, 2)))
            luck = self._random.random()
            found.append(
                word.capitalize() if luck < 0.12 else str(self._random.randint(2, 3000)) if luck < 0.16 else word
            )
        return found

    def _reworded(self, sentence: list[str]) -> list[str]:
        kept = [w for w in sentence if w not in _GLUE and self._random.random() < 0.6]
        found: list[str] = []
        for word in [*kept, *self._content(4)]:
            found += [word, *self._random.choices(_GLUE, k=self._random.choice((0, 1, 1, 2)))]
        return found


def _article(id: str, sentences: list[list[str]]) -> Article:
    parts: list[str] = []
    spans: list[Sentence] = []
    at = 0
    for number, words in enumerate(sentences):
        text = " ".join(words)
        text = text[:1].upper() + text[1:] + "."
        paragraph = number // 3
        spans.append(Sentence(number, at, at + len(text), paragraph))
        parts.append(text + (" " if number % 3 != 2 else "\n\n"))
        at += len(parts[-1])
    return Article(id, id, "".join(parts), tuple(spans))
