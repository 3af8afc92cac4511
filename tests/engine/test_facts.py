"""Facts: joined across outlets without chaining, nothing lost, gaps and partial carriers named."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.article import make_article
from variorum.engine.facts import join_facts
from variorum.engine.nouns import Article, Comparison, Discrepancy, DiscrepancyType, Link, Relation, Sentence
from variorum.engine.shares import share_of
from variorum.engine.story import compare, join
from variorum.errors import Cancelled


def article(id: str, *sentences: str) -> Article:
    found, at = [], 0
    for n, text in enumerate(sentences):
        found.append(Sentence(n, at, at + len(text), n))
        at += len(text) + 1
    return Article(id, id, "\n".join(sentences), tuple(found))


def link(a: tuple[int, ...], b: tuple[int, ...], score: float = 0.9) -> Link:
    return Link(a, b, Relation.PARAPHRASE, score)


A = article("a", "The mill burned.", "Two died.", "The owner wept.")
B = article("b", "A mill has burned down.", "Two people died.")
C = article("c", "Fire took the mill.", "It rained.")


def test_three_outlets_one_fact() -> None:
    comparisons = [
        Comparison(A, B, (link((0,), (0,)), link((1,), (1,)))),
        Comparison(A, C, (link((0,), (0,)),)),
        Comparison(B, C, (link((0,), (0,)),)),
    ]
    facts = join_facts((A, B, C), comparisons)
    assert [dict(f.sentences) for f in facts] == [
        {"a": (0,), "b": (0,), "c": (0,)},
        {"a": (1,), "b": (1,)},
        {"a": (2,)},
        {"c": (1,)},
    ]
    assert [f.missing for f in facts] == [(), ("c",), ("b", "c"), ("a", "b")]


def test_unlike_things_are_not_chained() -> None:
    comparisons = [Comparison(A, B, (link((0,), (0,)),)), Comparison(B, C, (link((0,), (0,), 0.6),)), Comparison(A, C)]
    facts = [f for f in join_facts((A, B, C), comparisons) if len(f.sentences) > 1]
    assert [dict(f.sentences) for f in facts] == [{"a": (0,), "b": (0,)}, {"b": (0,), "c": (0,)}]


def test_a_sentence_linked_for_another_fact_is_not_called_left_out() -> None:
    comparisons = [Comparison(A, B, (link((0,), (0,)),)), Comparison(B, C, (link((0,), (0,), 0.6),)), Comparison(A, C)]
    facts = {frozenset(f.sentences): f for f in join_facts((A, B, C), comparisons) if 0 in f.sentences.get("b", ())}
    assert facts[frozenset("ab")].missing == facts[frozenset("ab")].unknown == ("c",)
    assert facts[frozenset("bc")].missing == facts[frozenset("bc")].unknown == ("a",)


def test_a_candidate_just_below_the_threshold_still_joins() -> None:
    comparisons = [
        Comparison(A, B, (link((0,), (0,)),)),
        Comparison(B, C, (link((0,), (0,), 0.8),)),
        Comparison(A, C, (), (link((0,), (0,), 0.4),)),
    ]
    assert dict(join_facts((A, B, C), comparisons)[0].sentences) == {"a": (0,), "b": (0,), "c": (0,)}


def test_one_link_to_many_is_one_fact_and_a_part_is_partial() -> None:
    comparisons = [
        Comparison(A, B, (link((0, 1), (0,)),)),
        Comparison(B, C, (link((0,), (0,)),)),
        Comparison(A, C, (link((0,), (0,)),)),
    ]
    first = join_facts((A, B, C), comparisons)[0]
    assert dict(first.sentences) == {"a": (0, 1), "b": (0,), "c": (0,)}
    assert first.partial == ("c",)


def test_cut_off_and_not_yet_compared_is_unknown() -> None:
    cut = replace(B, cut_off=True)
    facts = join_facts((A, cut, C), [Comparison(A, cut)])
    assert facts[0].missing == ("b", "c")
    assert facts[0].unknown == ("b", "c")


def test_a_disagreement_is_marked() -> None:
    odd = replace(link((1,), (1,)), discrepancies=(Discrepancy(DiscrepancyType.NUMBER, "Two", "Three"),))
    assert [f.disagrees for f in join_facts((A, B), [Comparison(A, B, (odd,))])] == [False, True, False, False]


def test_an_article_shares_and_alone_has_text() -> None:
    story = join((A, B, C), [Comparison(A, B, (link((0,), (0,)),)), Comparison(A, C), Comparison(B, C)])
    share = share_of(story, "a")
    assert (share.body, share.common, share.unique) == (3, 1, 2)
    assert share.common_text == pytest.approx(1 - share.unique_text) == pytest.approx(16 / 40)


def test_the_seeds(seeds: Path) -> None:
    articles = [make_article(p.read_text("utf-8"), id=p.stem, source=str(p)) for p in sorted(seeds.glob("*.txt"))]
    story = compare(*articles)
    assert any(len(f.sentences) == 2 for f in story.facts)
    for one in story.articles:
        assert {i for f in story.facts for i in f.sentences.get(one.id, ())} == set(one.body)


def test_progress_may_cancel() -> None:
    steps = []

    def tell(stage: str, done: int, total: int) -> None:
        steps.append((stage, done, total))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        compare(A, B, C, progress=tell)
    assert ("comparing", 1, 3) in steps


_CELLS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.floats(0.5, 1)), max_size=6)


@given(st.lists(_CELLS, min_size=3, max_size=3))
def test_nothing_is_lost(cells: list[list[tuple[int, int, float]]]) -> None:
    articles = [article(id, "One fell.", "Two rose.", "Three sat.", "Four ran.") for id in "abc"]
    comparisons = [
        Comparison(a, b, tuple({(i, j): link((i,), (j,), s) for i, j, s in found}.values()))
        for (a, b), found in zip(combinations(articles, 2), cells, strict=True)
    ]
    facts = join_facts(articles, comparisons)
    for one in articles:
        assert {i for f in facts for i in f.sentences.get(one.id, ())} == set(one.body)
    for c in comparisons:
        for x in c.links:
            assert any(
                set(x.a) <= set(f.sentences.get(c.a.id, ())) and set(x.b) <= set(f.sentences.get(c.b.id, ()))
                for f in facts
            )
    for f in facts:
        assert set(f.missing) | set(f.sentences) == {"a", "b", "c"}
