"""Word differences: inside their sentences, mirrored, none for equal sides, bounded for long ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.nouns import Article, Comparison, Link, Relation, Sentence
from variorum.engine.spans import word_spans


def article(id: str, sentences: list[str]) -> Article:
    found, at = [], 0
    for n, text in enumerate(sentences):
        found.append(Sentence(n, at, at + len(text), n))
        at += len(text) + 1
    return Article(id, id, "\n".join(sentences), tuple(found))


def pair(a: list[str], b: list[str]) -> tuple[Comparison, Link]:
    link = Link(tuple(range(len(a))), tuple(range(len(b))), Relation.PARAPHRASE, 1.0)
    return Comparison(article("a", a), article("b", b), (link,)), link


def shown(a: list[str] | str, b: list[str] | str) -> list[tuple[str, str]]:
    comparison, link = pair([a] if isinstance(a, str) else a, [b] if isinstance(b, str) else b)
    return [(comparison.a.text[slice(*s.a)], comparison.b.text[slice(*s.b)]) for s in word_spans(comparison, link)]


def test_the_one_word_that_differs() -> None:
    a = "In an interview, he said, “For my part, I am ready for cooperation and contacts with you.”"
    b = 'In an interview, he said, "for my part, I am ready for collaboration and contacts with you."'
    assert shown(a, b) == [("cooperation", "collaboration")]


def test_dress_is_no_difference() -> None:
    assert shown("The mayor’s elec\u00adtric “car”, BLUE.", "the Mayor's electric 'car' - blue") == []


def test_missing_words_are_marked_by_an_empty_span() -> None:
    assert shown("The old mill burned.", "The mill burned.") == [("old", "")]


def test_a_lone_light_word_does_not_shred() -> None:
    assert shown("Six red boats and four rafts sank.", "Twelve canoes and big ships sank.") == [
        ("Six red boats and four rafts", "Twelve canoes and big ships")
    ]


def test_a_moved_phrase_does_not_differ() -> None:
    assert (
        shown("On Friday evening the mayor of Ormly resigned.", "The mayor of Ormly resigned on Friday evening.") == []
    )


def test_sentences_that_cross() -> None:
    a = ["The harbour wall broke at midnight.", "Boats drifted into the market."]
    assert shown(a, ["Boats drifted into the market.", "The harbour wall broke at noon."]) == [("midnight", "noon")]
    assert shown(a, "Boats drifted into the market and the harbour wall broke at midnight.") == [("", "and")]


def test_numbers_and_signs_are_words() -> None:
    assert shown("It cost 1,900 and 4 %.", "It cost 9,100 and 4 €.") == [("1,900", "9,100"), ("%", "€")]


def test_scripts_without_blanks() -> None:
    assert shown("市长今天辞职", "市长昨天辞职") == [("今", "昨")]


_WORDS = st.sampled_from("the The mayor of Ormly said on 1,900 % “we” won’t can't go ; . 市长 ça été".split())  # noqa: SIM905 - it reads as text
_SENTENCES = st.lists(st.lists(_WORDS, max_size=14).map(" ".join), min_size=1, max_size=3)


@given(_SENTENCES, _SENTENCES)
def test_inside_their_sentences_and_mirrored(a: list[str], b: list[str]) -> None:
    comparison, link = pair(a, b)
    spans = word_spans(comparison, link)
    for span in spans:
        for (start, end), side in ((span.a, comparison.a), (span.b, comparison.b)):
            assert any(s.start <= start <= end <= s.end for s in side.sentences)
    mirror = Comparison(comparison.b, comparison.a, (link.mirrored(),))
    assert {(s.b, s.a) for s in word_spans(mirror, link.mirrored())} == {(s.a, s.b) for s in spans}


@given(_SENTENCES)
def test_identical_sides_have_none(a: list[str]) -> None:
    assert word_spans(*pair(a, a)) == ()


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_text(a: str, b: str) -> None:
    comparison, link = pair([a], [b])
    for span in word_spans(comparison, link):
        assert 0 <= span.a[0] <= span.a[1] <= len(a)
        assert 0 <= span.b[0] <= span.b[1] <= len(b)


def test_a_very_long_sentence() -> None:
    words = [f"word{n % 9973}x{n}" for n in range(100_000)]
    other = list(words)
    other[50_000] = "different"
    assert shown(" ".join(words), " ".join(other)) == [(words[50_000], "different")]
    assert len(shown(" ".join(f"w{n}" for n in range(140_000)), "nothing")) == 1
    assert len(shown("same " * 100_000, "other " * 90_000)) == 1
