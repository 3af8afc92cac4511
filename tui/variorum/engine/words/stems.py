"""Stems of words by the snowball algorithms.

They come from PyStemmer, the compiled form of the same project's pure package: the same stems in a small part of the
time, and it is imported sooner (tests/engine/test_stems.py compares the two).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from Stemmer import Stemmer

from variorum.engine.words.irregular import IRREGULAR
from variorum.engine.words.vocabulary import ALGORITHMS


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The snowball stem of a lower-case word; the word itself where the language has none.

    English verbs of irregular past come to the stem of their base: "won" is "win".
    """
    if language == "en":
        word = IRREGULAR.get(word, word)
    return _stemmer(language)(word) or word


@lru_cache(maxsize=64)
def _stemmer(language: str) -> Callable[[str], str]:
    algorithm = ALGORITHMS.get(language)
    if algorithm is None:
        return str
    step: Callable[[str], str] = Stemmer(algorithm, 0).stemWord  # no cache of its own beside ours
    return step
