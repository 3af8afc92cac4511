"""The compiled stemmers find what the snowball project's own readable ones find."""

from __future__ import annotations

import random
from importlib import import_module

import pytest

from variorum.engine.words.stems import stem
from variorum.engine.words.vocabulary import ALGORITHMS


@pytest.mark.parametrize("language", sorted(ALGORITHMS))
def test_stems_are_those_of_the_readable_package(language: str) -> None:
    """For words put together from a language's own endings, which is where stemmers have anything to do."""
    name = ALGORITHMS[language]
    kind = getattr(import_module(f"snowballstemmer.{name}_stemmer"), f"{name.title()}Stemmer")
    reference = kind()
    lists = [getattr(kind, attribute) for attribute in dir(kind) if attribute.startswith("a_")]
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
