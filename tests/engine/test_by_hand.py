"""Links made and cut by hand, and corrections: kept apart from the engine's, and surviving its re-run."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.article import make_article
from variorum.engine.keeping.by_hand import (
    apply_reader_links,
    record_cut,
    record_link,
    with_link,
    without_link,
)
from variorum.engine.keeping.corrections import correct, make_correction, orphans
from variorum.engine.keeping.nouns import Correction, ReaderLinks
from variorum.engine.nouns import Article, Comparison, Link, Maker, Relation, Role
from variorum.engine.pair import compare_pair

COUNT = 5
TEXTS = tuple(
    "\n\n".join(f"{side} says number {word} here." for word in ("one", "two", "three", "four", "five")) for side in "AB"
)
LEFT, RIGHT = (make_article(text, id=name, source=name) for name, text in zip("ab", TEXTS, strict=True))
INDICES = st.lists(st.integers(0, COUNT - 1), min_size=1, max_size=3, unique=True).map(lambda x: tuple(sorted(x)))


def pairs(comparison: Comparison, *, by: Maker | None = None) -> list[tuple[int, int]]:
    return [p for link in comparison.links if by in (None, link.by) for p in product(link.a, link.b)]


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    taken: set[tuple[int, int]] = set()
    links = []
    for a, b in draw(st.lists(st.tuples(INDICES, INDICES), max_size=4)):
        own = set(product(a, b))
        if not own & taken:
            taken |= own
            links.append(Link(a, b, Relation.PARAPHRASE, 0.8))
    return Comparison(LEFT, RIGHT, tuple(sorted(links, key=lambda x: (x.a, x.b))))


@given(comparisons(), st.lists(st.tuples(st.booleans(), INDICES, INDICES), max_size=5))
def test_no_pair_stands_twice_and_no_other_pair_is_touched(
    comparison: Comparison, steps: list[tuple[bool, tuple[int, ...], tuple[int, ...]]]
) -> None:
    expected = set(pairs(comparison))
    for make, a, b in steps:
        comparison = with_link(comparison, a, b) if make else without_link(comparison, a, b)
        expected = expected | set(product(a, b)) if make else expected - set(product(a, b))
        found = pairs(comparison)
        assert len(found) == len(set(found))
        assert set(found) == expected
        assert list(comparison.links) == sorted(comparison.links, key=lambda x: (x.a, x.b))
    assert comparison.mirrored().mirrored().links == comparison.links


@given(comparisons(), INDICES, INDICES)
def test_seen_from_the_other_side_it_is_the_same(
    comparison: Comparison, a: tuple[int, ...], b: tuple[int, ...]
) -> None:
    assert set(pairs(with_link(comparison.mirrored(), b, a).mirrored())) == set(pairs(with_link(comparison, a, b)))


@given(st.lists(st.tuples(st.booleans(), INDICES, INDICES), max_size=6))
def test_the_record_laid_over_a_fresh_run_gives_what_the_reader_saw(
    steps: list[tuple[bool, tuple[int, ...], tuple[int, ...]]],
) -> None:
    engine = compare_pair(LEFT, RIGHT)
    seen, readers = engine, ReaderLinks()
    for make, a, b in steps:
        seen = with_link(seen, a, b) if make else without_link(seen, a, b)
        readers = record_link(readers, seen, a, b) if make else record_cut(readers, seen, a, b)
    again = apply_reader_links(compare_pair(LEFT, RIGHT), readers)
    assert set(pairs(again)) == set(pairs(seen))
    other_way = apply_reader_links(compare_pair(RIGHT, LEFT), readers)
    assert {(i, j) for j, i in pairs(other_way)} == set(pairs(seen))


def test_a_readers_link_says_so_and_has_a_relation() -> None:
    link = with_link(Comparison(LEFT, RIGHT), [0], [0]).links[0]
    assert (link.by, link.score, link.relation) == (Maker.READER, 1.0, Relation.NEAR)
    assert link.why == ("linked by hand",)


def test_a_readers_link_shows_what_disagrees() -> None:
    left = make_article("The police counted 400 people.", id="a", source="a")
    right = make_article("There were 500 people, police said.", id="b", source="b")
    [link] = with_link(Comparison(left, right), [0], [0]).links
    assert [(d.a, d.b) for d in link.discrepancies] == [("400", "500")]


def test_what_is_cut_is_no_candidate_either() -> None:
    comparison = Comparison(
        LEFT, RIGHT, (), (Link((0,), (0,), Relation.NEAR, 0.4), Link((1,), (0,), Relation.NEAR, 0.3))
    )
    assert [x.a for x in without_link(comparison, [0], [0]).related] == [(1,)]


def test_reader_links_survive_a_changed_text(gold: Path) -> None:
    old = read(gold / "story-02" / "kelder-post.v2.txt", "post")
    new = read(gold / "story-02" / "kelder-post.v3.txt", "post")
    other = read(gold / "story-02" / "national-broadsheet.txt", "broadsheet")
    same = next(i for i in reversed(old.body) if old.sentence_text(i) in new.text)
    gone = next(i for i in old.body if old.sentence_text(i).startswith("Police have asked"))
    before = compare_pair(old, other)
    readers = record_link(ReaderLinks(), before, [same], [other.body[-1]])
    readers = record_link(readers, before, [gone], [other.body[-2]])
    after = apply_reader_links(compare_pair(new, other), readers)
    made = [link for link in after.links if link.by is Maker.READER]
    assert [new.sentence_text(link.a[0]) for link in made] == [old.sentence_text(same)]


@pytest.mark.parametrize(("a", "b"), [([], [0]), ([0], []), ([COUNT], [0]), ([-1], [0])])
def test_sentences_that_do_not_exist_are_refused(a: list[int], b: list[int]) -> None:
    for act in (with_link, without_link):
        with pytest.raises(ValueError, match="no such sentences"):
            act(Comparison(LEFT, RIGHT), a, b)


def read(path: Path, id: str) -> Article:
    return make_article(path.read_text("utf-8"), id=id, source=str(path))


def test_a_corrected_role_break_and_join() -> None:
    text = "Mayor resigns\n\nThe mayor left. A photo of him.\n\nHe said no"
    article = replace(make_article(text, id="a", source="a"))
    role = make_correction(article, "role", text.index("A photo"), text.index("\n\nHe"), Role.CAPTION)
    fixed = correct(article, [role])
    assert [fixed.sentence_text(s.index) for s in fixed.sentences if s.role is Role.CAPTION] == ["A photo of him."]
    broken = correct(fixed, [make_correction(article, "break", text.index("mayor left"), text.index(" A photo"))])
    assert "The" in [broken.sentence_text(s.index) for s in broken.sentences]
    assert [s.index for s in broken.sentences] == list(range(len(broken.sentences)))
    joined = correct(broken, [make_correction(article, "join", text.index("The mayor"), text.index(" A photo"))])
    assert [s[1:] for s in map(shape, joined.sentences)] == [s[1:] for s in map(shape, fixed.sentences)]


def shape(sentence: object) -> tuple[object, ...]:
    return tuple(getattr(sentence, name) for name in ("index", "start", "end", "role"))


@given(
    st.lists(st.tuples(st.sampled_from(["role", "break", "join"]), st.integers(0, 120), st.integers(1, 60)), max_size=6)
)
def test_corrected_sentences_stay_in_order_and_lose_nothing(steps: list[tuple[str, int, int]]) -> None:
    corrections = []
    for kind, start, length in steps:
        end = min(len(LEFT.text), start + length)
        role = Role.CAPTION if kind == "role" else None
        corrections.append(Correction("a", kind, start, end, role))  # type: ignore[arg-type]
    once = correct(LEFT, corrections)
    edges = [(s.start, s.end) for s in once.sentences]
    assert edges == sorted(edges)
    assert all(a[1] <= b[0] for a, b in pairwise(edges))
    assert "".join("".join(LEFT.text[a:b] for a, b in edges).split()) == "".join(TEXTS[0].split())


def test_corrections_follow_a_changed_text(gold: Path) -> None:
    old = read(gold / "story-06" / "marabel-radio.v1.txt", "radio")
    new = read(gold / "story-06" / "marabel-radio.v3.txt", "radio")
    kept = next(s for s in reversed(old.sentences) if old.sentence_text(s.index) in new.text and s.role is Role.BODY)
    words = old.sentence_text(kept.index)
    correction = make_correction(old, "role", kept.start, kept.end, Role.CAPTION)
    fixed = correct(new, [correction])
    assert [fixed.sentence_text(s.index) for s in fixed.sentences if s.role is Role.CAPTION][-1] == words
    assert orphans(new, [correction]) == ()
    assert orphans(replace(new, text="Nothing left."), [correction]) == (correction,)
