"""Proper names: found by capitals, compared across titles, initials, acronyms and spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.details.names import names, same_name, vocabulary_of


def keys(text: str, language: str = "en", article: str = "") -> list[str]:
    return [n.key for n in names(text, language, vocabulary_of(article, language))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In March, President Ada Lovelace met Mr. Babbage.", ["ada lovelace", "babbage"]),
        ("The U.S. and the United States and the US agree.", ["united states"] * 3),
        ("British Prime Minister Jane Grey said so.", ["united kingdom", "jane grey"]),
        ("On Tuesday he left for the Bank of Utopia.", ["bank of utopia"]),
        ("J. K. Marlow's book sold on Monday.", ["j k marlow"]),
        ("Everybody left. Nobody stayed.", []),
        ("He FINALLY met us there.", []),
        (
            "There Jose\u0301 A\u030angstro\u0308m and Mette Aa\u00adgaard\u200b‑Holm met.",
            ["jose angstrom", "mette aagaard-holm"],
        ),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


def test_a_word_that_opens_a_sentence_is_a_name_only_where_the_article_says_so() -> None:
    assert keys("Porter said so.") == []
    assert keys("Porter said so.", article="The mayor is Ann Porter.") == ["porter"]
    assert keys("MAYOR Porter went.", article="It was Porter.") == ["porter"]
    assert keys("Trade fell.", article="Sara Trade and the trade in fish.") == []


def test_german_nouns_are_no_names() -> None:
    article = "Die Regisseurin Jorun Acker gewann den Preis. Acker dankte der Jury."
    assert keys("Acker bekam den Preis der Jury in Frankreich.", "de", article) == ["acker", "france"]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Joe Biden", "Biden", True),
        ("J. Biden", "Joe Biden", True),
        ("Volodymyr Zelensky", "Zelenskyy", True),
        ("José Muñoz", "Jose Munoz", True),
        ("Northern Rail", "NR", True),
        ("Jules Porter", "Giles Porter", False),
        ("Ann Porter", "Ann Potter", False),
    ],
)
def test_same_name(a: str, b: str, same: bool) -> None:
    (one,), (two,) = names(f"it was {a}"), names(f"it was {b}")
    assert same_name(one, two) is same
    assert same_name(two, one) is same


@given(st.text(max_size=200), st.sampled_from(["en", "de", "es", "ru"]))
def test_spans_hold(text: str, language: str) -> None:
    last = 0
    for name in names(text, language, vocabulary_of(text, language)):
        assert last <= name.start < name.end <= len(text)
        assert text[name.start : name.end] == name.text
        last = name.end
