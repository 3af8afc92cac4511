"""The quick search for endings finds what the snowball package's own search finds."""

from __future__ import annotations

import random

import pytest
import snowballstemmer

from variorum.engine.words.stems import stem
from variorum.engine.words.vocabulary import ALGORITHMS


@pytest.mark.parametrize("language", sorted(ALGORITHMS))
def test_stems_are_those_of_the_package(language: str) -> None:
    """For words put together from a language's own endings, which is where stemmers have anything to do."""
    reference = snowballstemmer.stemmer(ALGORITHMS[language])
    kind = type(reference)
    lists = [getattr(kind, name) for name in dir(kind) if name.startswith("a_")]
    endings = sorted({entry.s for listed in lists for entry in listed})
    letters = sorted(set("".join(endings)))
    luck = random.Random(5)
    for _ in range(1500):
        word = "".join(luck.choices(letters, k=luck.randint(1, 6)) + luck.choices(endings, k=luck.randint(0, 3)))
        assert stem(word, language) == (reference.stemWord(word) or word)


def test_a_language_without_an_algorithm_keeps_its_words() -> None:
    """Chinese words, and those of an unknown language, stand for themselves."""
    assert stem("国王", "zh") == "国王"
    assert stem("running", "xx") == "running"
