"""Quotations are found again across articles by their words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.nouns import Quote
from variorum.engine.quoting.quote_match import FRAGMENT, SAME, group_quotes, match_quotes, quote_words, similarity
from variorum.engine.words.speech import listed

WORDS = st.lists(
    st.sampled_from(sorted(listed("the sea is not a wall and we will build no bridge over water"))), max_size=14
)


def quote(text: str, *, article: str = "a", id: int = 0) -> Quote:
    return Quote(id, article, id, text, 0, len(text))


def score(a: str, b: str) -> float:
    return similarity(quote_words(a), quote_words(b))


def test_two_translations_of_one_remark_match() -> None:
    assert score("We shall not close the harbour to anyone", "we will not close the harbour to anybody") > SAME
    assert score("For us, this is a day of work and of hope", "for us this is a day of labour and of hope") > 0.8


def test_unrelated_remarks_of_small_words_do_not() -> None:
    assert score("It is not for us to say what is in the report", "We have to be there for them and that is all") < 0.2


def test_a_fragment_is_found_in_the_whole() -> None:
    whole = "We will reopen the school on Monday whatever the weather does to the roof of the gymnasium"
    assert score(whole, "whatever the weather does") > 0.9
    assert len(quote_words("whatever the weather does")) == FRAGMENT
    assert score(whole, "the roof") < SAME


def test_marks_case_and_soft_hyphens_do_not_count() -> None:
    assert score("Don’t re\u00adpeat THAT, please", "don't repeat that please!") == 1.0


def test_script_without_blanks() -> None:
    assert score("我们不会关闭港口", "我们不会关闭港口的") > 0.8


def test_groups_do_not_chain_unlike_things() -> None:
    first = "we will open the gates of the old harbour on Sunday"
    second = "and nobody will be asked to pay a single coin for it"
    quotes = [
        quote(f"{first} {second}", article="a"),
        quote(first, article="b"),
        quote(second, article="c"),
        quote("the tax on salt must go before the winter comes", article="b", id=1),
    ]
    grouped = group_quotes(quotes)
    assert [q.group for q in grouped] == [0, 0, 0, None]
    assert [q.group for q in group_quotes(quotes[1:])] == [None, None, None]


def test_a_thousand_equal_quotations_are_all_matched() -> None:
    many = [quote("the same words again and again", id=k) for k in range(1000)]
    pairs = match_quotes(many, many)
    assert {p.a.id for p in pairs} == set(range(1000))


@given(WORDS, WORDS)
def test_similarity_is_symmetric_and_bounded(a: list[str], b: list[str]) -> None:
    assert similarity(a, b) == similarity(b, a)
    assert 0.0 <= similarity(a, b) <= 1.0


@given(st.lists(WORDS.map(" ".join), max_size=6), st.lists(WORDS.map(" ".join), max_size=6))
def test_mirrored_input_gives_mirrored_pairs(a: list[str], b: list[str]) -> None:
    left = [quote(t, id=k) for k, t in enumerate(a)]
    right = [quote(t, id=k, article="b") for k, t in enumerate(b)]
    there = {(p.a.id, p.b.id, p.score) for p in match_quotes(left, right)}
    back = {(p.b.id, p.a.id, p.score) for p in match_quotes(right, left)}
    assert there == back
