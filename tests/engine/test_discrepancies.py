"""Details on which linked sentences disagree: found by type, other dress and extra detail left alone, mirrored."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.engine.article import make_article
from variorum.engine.disagreeing.discrepancies import find_discrepancies, with_discrepancies
from variorum.engine.nouns import Article, Comparison, Discrepancy, Link, Relation, Sentence
from variorum.engine.quoting.quotes import find_quotes

# Pairs of linked sentences: language, what disagrees (`none`: only dress or detail differs), and the two texts.
CASES = [
    line.split("\t") for line in Path(__file__).with_name("discrepancy_cases.tsv").read_text("utf-8").splitlines()[1:]
]
DISAGREE = [case for case in CASES if case[1] != "none"]
AGREE = [[language, a, b] for language, kind, a, b in CASES if kind == "none"]


def article(id: str, text: str, language: str = "en") -> Article:
    return Article(id, id, text, (Sentence(0, 0, len(text), 0),), language=language)


def found(a: str, b: str, language: str = "en") -> tuple[Discrepancy, ...]:
    left, right = article("a", a, language), article("b", b, language)
    return find_discrepancies(left, right, (0,), (0,), find_quotes(left), find_quotes(right))


@pytest.mark.parametrize(("language", "kind", "a", "b"), DISAGREE)
def test_disagreements_are_found(language: str, kind: str, a: str, b: str) -> None:
    assert kind in [d.type for d in found(a, b, language)]


@pytest.mark.parametrize(("language", "a", "b"), AGREE)
def test_other_dress_and_extra_detail_are_none(language: str, a: str, b: str) -> None:
    assert found(a, b, language) == ()


def test_both_printed_texts_and_places_are_kept() -> None:
    a, b = "Some 80 people slept in the hall.", "In the hall 180 residents slept."
    (one,) = found(a, b)
    assert (one.a, one.b) == ("80", "180")
    assert one.a_span is not None
    assert one.b_span is not None
    assert (a[slice(*one.a_span)], b[slice(*one.b_span)]) == ("80", "180")


@pytest.mark.parametrize(
    ("a", "b", "printed"),
    [
        ("The union turned down the offer.", "The union accepted the offer.", ("turned down", "accepted")),
        ("The gate was not opened.", "The gate was opened.", ("not opened", "opened")),
        ("Nobody was hurt.", "Three people were hurt.", ("Nobody was hurt", "Three people were hurt")),
    ],
)
def test_what_says_the_opposite_is_shown_whole(a: str, b: str, printed: tuple[str, str]) -> None:
    (one,) = found(a, b)
    assert (one.a, one.b) == printed


def test_a_source_is_found_where_a_comma_stands_inside_its_marks() -> None:
    words = "For my part, I am ready for cooperation and contacts with you"
    one = f"In an interview with Radio Dawn’s “Morning Hour,” Ann Lee said, “{words}.”"
    other = f"“{words},” Ann Lee said, according to a ministry statement."
    (source,) = found(one, other)
    assert source.a_span == (one.index("an interview"), one.index(",” Ann"))


def test_a_source_left_out_contradicts_nobody() -> None:
    assert found('"We are leaving," she said in a letter to staff.', "“We are leaving,” she said.") == ()


def test_a_link_of_a_comparison_gets_them() -> None:
    a = make_article("The mill failed its inspection in May.", id="a", source="a")
    b = make_article("The mill passed its inspection in May.", id="b", source="b")
    link = Link((a.body[0],), (b.body[0],), Relation.NEAR, 0.9)
    (done,) = with_discrepancies(Comparison(a, b, (link,))).links
    assert [(d.type, d.a, d.b) for d in done.discrepancies] == [("negation", "failed", "passed")]


@pytest.mark.parametrize(("language", "a", "b"), [(c[0], c[2], c[3]) for c in DISAGREE])
def test_mirrored_sides_have_mirrored_discrepancies(language: str, a: str, b: str) -> None:
    mirror = {(d.type, d.b, d.a, d.b_span, d.a_span) for d in found(b, a, language)}
    assert {(d.type, d.a, d.b, d.a_span, d.b_span) for d in found(a, b, language)} == mirror


_PRINTED = """
The mayor Ann Porter did not say on Friday that 12 or 1,200 people in Rome won “a lot, all” of 5 % per cent to 3 Nov. 4
10.30 a.m. open closed never , . ( ) half a third and the U.S. told reporters in an interview
"""
_WORDS = st.sampled_from(_PRINTED.split())
_TEXTS = st.lists(_WORDS, min_size=1, max_size=25).map(" ".join)


@settings(deadline=None)
@given(_TEXTS, _TEXTS, st.sampled_from(["en", "de", "es", "fr", "ru"]))
def test_any_two_sides(a: str, b: str, language: str) -> None:
    there = found(a, b, language)
    assert [(d.type, d.b, d.a) for d in sorted(found(b, a, language), key=lambda d: (d.b, d.a, d.type))] == [
        (d.type, d.a, d.b) for d in sorted(there, key=lambda d: (d.a, d.b, d.type))
    ]
    for one in there:
        assert one.a_span is None or a[slice(*one.a_span)] == one.a
        assert one.b_span is None or b[slice(*one.b_span)] == one.b
    assert found(a, a, language) == ()


@pytest.mark.parametrize("piece", ["12 people ", "Ann Porter and ", "not open ", "“said” in a letter "])
def test_a_very_long_sentence_costs_little(piece: str) -> None:
    assert found(piece * 20_000, (piece + "7 ") * 20_000) == ()
