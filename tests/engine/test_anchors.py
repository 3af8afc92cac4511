"""Anchors: found where they stood, found again where they moved, and never put on the wrong words."""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.keeping.anchors import locate, make_anchor, why_lost
from variorum.engine.keeping.nouns import Anchor
from variorum.engine.keeping.places import ORPHAN_BELOW, Place
from variorum.engine.nouns import Article

PARTS = st.lists(
    st.sampled_from(
        ["The bank raised rates", "a storm hit the coast", "she said", "no one was hurt", "22 people", "in May", "the"]
    )
    | st.text(min_size=1, max_size=12),
    min_size=1,
    max_size=14,
)

TEXT = (
    "Queen visits Corvaya.\n\nThe queen arrived on Monday with her two sons. She spoke of a long friendship.\n\n"
    "Protesters waited outside the palace. The police counted 400 of them. Nobody was arrested, the police said.\n"
)


def article(text: str) -> Article:
    return Article("a", "a.txt", text)


def anchor_of(text: str, words: str) -> Anchor:
    start = text.index(words)
    return make_anchor(article(text), start, start + len(words))


def found(text: str, anchor: Anchor) -> str | None:
    place = locate(text, anchor)
    return text[place.start : place.end] if place else None


@given(PARTS, st.data())
def test_an_unchanged_text_gives_the_place_itself(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = make_anchor(article(text), start, end)
    place = locate(text, anchor)
    if anchor.exact.strip():
        assert place is not None
        assert (place.start, place.end, place.confidence, place.moved, place.changed) == (start, end, 1.0, False, False)
    else:
        assert place is None


@given(PARTS, st.text(max_size=80), st.data())
def test_a_place_is_honest_about_what_stands_there(parts: list[str], other: str, data: st.DataObject) -> None:
    text = " ".join(parts)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    cut = data.draw(st.integers(0, len(text)))
    later = data.draw(st.sampled_from([other + text, text + other, text[:cut] + other + text[cut:], text[cut:], other]))
    place = locate(later, make_anchor(article(text), start, end))
    if place is not None:
        assert 0 <= place.start < place.end <= len(later)
        assert ORPHAN_BELOW <= place.confidence <= 1
        assert place.moved == (place.start != start)
        assert place.changed == (later[place.start : place.end] != text[start:end])


@given(st.text(max_size=200), st.integers(0, 3))
def test_a_sentence_is_found_after_any_text_put_before_it(before: str, copies: int) -> None:
    anchor = anchor_of(TEXT, "Protesters waited outside the palace.")
    later = before + "\n\n" + TEXT + "Something else.\n" * copies
    assert found(later, anchor) == anchor.exact


def test_the_copy_with_the_same_surroundings_is_taken() -> None:
    text = "First. He left. Second, a storm came. He left. Third and last."
    start = text.index("He left", 20)
    anchor = make_anchor(article(text), start, start + 8)
    later = "He left. " + text
    place = locate(later, anchor)
    assert place is not None
    assert place.start == start + 9
    assert place.moved
    # At the old position stands the other copy now: it must not be taken for this one.
    assert found(text.replace("First. ", "A far longer first sentence than it was"), anchor) == "He left."
    shifted = "He left. He left again and again and again. Second, a storm came. He left. Third and last."
    assert locate(shifted, anchor) is not None


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("400", "500"), "The police counted 500 of them."),
        (("The police counted", "Police have counted"), "Police have counted 400 of them."),
        (("of them", "of them by noon"), "The police counted 400 of them by noon."),
        (("counted 400", "later counted some 400"), "The police later counted some 400 of them."),
    ],
)
def test_changed_words_are_found_with_less_confidence(change: tuple[str, str], expected: str) -> None:
    anchor = anchor_of(TEXT, "The police counted 400 of them.")
    later = "An update.\n\n" + TEXT.replace(*change)
    place = locate(later, anchor)
    assert place is not None
    assert later[place.start : place.end] == expected
    assert place.changed
    assert place.moved
    assert ORPHAN_BELOW <= place.confidence < 1


@pytest.mark.parametrize(
    "later",
    [
        "",
        "Nothing of it is left. Other words stand here.",
        TEXT.replace("The police counted 400 of them.", "The organisers spoke of a success."),
        "The police in another town counted votes until Sunday. Four hundred of them were void.",
        # Two places fit equally well: neither is taken.
        "They stood. The police counted 300 of them. Rain.\n\nThey stood. The police counted 500 of them. Rain.",
    ],
)
def test_what_is_gone_is_an_orphan(later: str) -> None:
    assert locate(later, anchor_of(TEXT, "The police counted 400 of them.")) is None


def test_one_changed_word_cannot_be_recognised() -> None:
    assert locate(TEXT.replace("palace", "castle"), anchor_of(TEXT, "palace")) is None


def test_text_without_blanks_between_words() -> None:
    text = "女王は月曜日に到着した。警察は抗議者が四百人いたと発表した。逮捕者はいなかった。"
    anchor = anchor_of(text, "警察は抗議者が四百人いたと発表した。")
    assert found(text.replace("四百", "五百"), anchor) == "警察は抗議者が五百人いたと発表した。"


def test_no_anchor_lands_on_words_that_say_something_else(gold: Path) -> None:
    """Every annotated sentence looked for in a later version of its article, and in what other outlets wrote."""
    seen: Counter[tuple[str, str]] = Counter()
    for path in sorted(gold.glob("*/gold.json")):
        story = json.loads(path.read_text("utf-8"))
        sentences, texts = {}, {}
        for name, known in story["articles"].items():
            texts[name] = path.parent.joinpath(known["file"]).read_text("utf-8")
            sentences[name] = spans_of(texts[name], known["sentences"])
        for pair in story["pairs"]:
            a, b = pair["a"], pair["b"]
            goals = {i: (link["relation"], link["b"]) for link in pair["links"] for i in link["a"]}
            for i, span in enumerate(sentences[a]):
                relation, goal = goals.get(i, ("unique", []))
                place = locate(texts[b], make_anchor(article(texts[a]), *span))
                there = place and [common(place, sentences[b][j]) for j in goal]
                outcome = "orphan" if place is None else "right" if there and max(there) > 0.5 else "wrong"
                seen[relation, outcome] += 1
    assert not {key: n for key, n in seen.items() if key[1] == "wrong"}
    assert not seen["identical", "orphan"]
    assert seen["near", "right"] > 3 * seen["near", "orphan"]


def spans_of(text: str, sentences: list[str]) -> list[tuple[int, int]]:
    found, at = [], 0
    for sentence in sentences:
        start = text.index(sentence, at)
        at = start + len(sentence)
        found.append((start, at))
    return found


def common(place: Place, span: tuple[int, int]) -> float:
    """The part of a place that lies in a span."""
    return (min(place.end, span[1]) - max(place.start, span[0])) / (place.end - place.start)


def test_a_span_outside_the_text_is_refused() -> None:
    for start, end in ((-1, 3), (3, 3), (5, 2), (0, len(TEXT) + 1)):
        with pytest.raises(ValueError, match="no span"):
            make_anchor(article(TEXT), start, end)


def test_many_orphans_take_the_text_apart_once() -> None:
    """A hundred anchors that are gone cost less than ten times one of them: the rest is the text's."""
    text = " ".join(f"word{n} stands{n % 977} here{n % 50}." for n in range(40_000))
    anchors = [Anchor("a", f"word{n * 7} stood{n} elsewhere{n} then", "x" * 32, "y" * 32, 7, 9) for n in range(100)]

    def seconds(wanted: list[Anchor], text: str) -> float:
        began = time.process_time()
        for anchor in wanted:
            locate(text, anchor)
        return time.process_time() - began

    assert seconds(anchors, text + " One.") < 10 * max(0.02, seconds(anchors[:1], text + " Two."))


def test_the_cost_grows_with_the_text_only() -> None:
    """Ten times the text may cost at most some thirty times the work, also where every word is the same."""

    def seconds(size: int, exact: str) -> float:
        began = time.process_time()
        locate(("word " * (size // 5)) + "end.", Anchor("a", exact, "x" * 32, "y" * 32, 7, 9))
        return time.process_time() - began

    for exact in ("word " * 200 + "changed", "word " * 40_000 + "changed", "word word", "nothing of this is there"):
        assert seconds(1_000_000, exact) < 30 * max(0.02, seconds(100_000, exact))


@pytest.mark.parametrize(
    ("old", "words", "new", "reason", "near"),
    [
        (
            "One. It rained. Two.",
            "It rained.",
            "Snow fell. It rained. A dog. It rained. Cold.",
            "2 times",
            "It rained.",
        ),
        ("One. It rained. Two.", "It rained.", "One. It snowed. Two.", "so few cannot be recognised", None),
        (
            "The mayor left town on Monday.",
            "The mayor left town on Monday.",
            "Cats sleep a lot.",
            "nothing there is",
            None,
        ),
        (
            "The old bridge over the river was closed at noon.",
            "The old bridge over the river was closed at noon.",
            "Fish. At noon they closed the old bridge. Fish.",
            "like them by",
            "the old bridge",
        ),
    ],
)
def test_what_is_lost_says_why_and_what_comes_nearest(
    old: str, words: str, new: str, reason: str, near: str | None
) -> None:
    anchor = anchor_of(old, words)
    assert locate(new, anchor) is None
    lost = why_lost(new, anchor)
    assert reason in lost.reason
    assert (lost.nearest is None) == (near is None)
    if lost.nearest and near:
        assert near in new[lost.nearest.start : lost.nearest.end]
        assert lost.nearest.confidence < 1
