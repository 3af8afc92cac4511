"""Comparing two articles: what is linked, what is not, and that neither order nor strangers change it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.engine.article import make_article
from variorum.engine.leftovers import told_otherwise
from variorum.engine.matching.tokens import article_words
from variorum.engine.nouns import Article, Comparison, DiscrepancyType, Relation, Sentence
from variorum.engine.pair import compare_pair
from variorum.errors import Cancelled
from variorum.reading import read

WORDS = st.sampled_from(
    [
        "the",
        "of",
        "storm",
        "harbour",
        "said",
        "mayor",
        "12",
        "Thursday",
        "bridge",
        "closed",
        "ferry",
        "crews",
        "Ostrava",
        "a",
        "in",
        "rose",
        "percent",
        "not",
        "never",
    ]
)
SENTENCE = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
BODY = st.lists(SENTENCE, max_size=8)
LIMITS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def article(id: str, *sentences: str, language: str = "en") -> Article:
    text, spans = "", []
    for number, sentence in enumerate(sentences):
        spans.append(Sentence(number, len(text), len(text) + len(sentence), number))
        text += sentence + "\n"
    return Article(id, id, text, tuple(spans), language=language)


def pairs(comparison: Comparison) -> set[tuple[int, int]]:
    return {(i, j) for link in comparison.links for i in link.a for j in link.b}


@LIMITS
@given(BODY, BODY)
def test_a_sentence_is_linked_or_unique_and_no_pair_stands_twice(left: list[str], right: list[str]) -> None:
    comparison = compare_pair(article("a", *left), article("b", *right))
    assert sorted([*comparison.linked_a, *comparison.unique_a]) == list(range(len(left)))
    assert sorted([*comparison.linked_b, *comparison.unique_b]) == list(range(len(right)))
    every = [(i, j) for link in (*comparison.links, *comparison.related) for i in link.a for j in link.b]
    assert len(every) == len(set(every))
    assert all(0 <= link.score <= 1 for link in comparison.links)


@LIMITS
@given(BODY, BODY)
def test_the_other_way_round_is_the_mirror_image(left: list[str], right: list[str]) -> None:
    a, b = article("a", *left), article("b", *right)
    assert compare_pair(b, a) == compare_pair(a, b).mirrored()


@LIMITS
@given(BODY.filter(bool))
def test_an_article_is_identical_with_itself(sentences: list[str]) -> None:
    comparison = compare_pair(article("a", *sentences), article("b", *sentences))
    assert comparison.unique_a == comparison.unique_b == ()
    assert {link.relation for link in comparison.links} <= {Relation.IDENTICAL, Relation.NEAR, Relation.PARAPHRASE}
    assert comparison.mirrored() == compare_pair(article("b", *sentences), article("a", *sentences))


@LIMITS
@given(BODY, BODY, SENTENCE)
def test_an_unrelated_sentence_removes_no_identical_link(left: list[str], right: list[str], same: str) -> None:
    before = [*left, same]
    a = article("a", *before, "Quinces ripened unseen upon xylophones.")
    comparison = compare_pair(a, article("b", *right, same))
    assert len(left) in comparison.linked_a
    assert len(right) in comparison.linked_b


def test_links_what_is_shared_and_leaves_what_is_not() -> None:
    a = article(
        "a",
        "The Lindholm bridge was closed on Thursday after inspectors found cracks in two of its cables.",
        "Ferries will carry commuters across the sound for at least six weeks, the transport office said.",
        "A bakery beside the toll plaza gave away its unsold buns.",
        "“Nobody should have to guess whether a bridge will hold,” said Mayor Ines Calloway.",
    )
    b = article(
        "b",
        "Commuters face at least six weeks of ferries across the sound.",
        'Mayor Ines Calloway said: "Nobody should have to guess whether a bridge will hold."',
        "Cracks in two cables led inspectors to shut the Lindholm bridge on Thursday.",
        "The opera season opens on Saturday with a new production.",
    )
    assert pairs(compare_pair(a, b)) == {(0, 2), (1, 0), (3, 1)}


def test_reasons_name_names_as_printed_without_their_possessive() -> None:
    a = article("a", "The harbour board upheld Calloway's plan for the Lindholm bridge on Thursday.")
    b = article("b", "Calloway’s plan for the Lindholm bridge was upheld by the Harbour Board.")
    (link,) = compare_pair(a, b).links
    assert "names: Calloway, Lindholm" in link.why
    assert any(reason.startswith("shared words:") and "harbour" in reason.lower() for reason in link.why)


def test_a_look_alike_is_no_link() -> None:
    a = article("a", "Shares in brewers fell, with Gantry Ales down 4 percent.", "The strike began on Monday.")
    b = article("b", "Shares in railways rose, with Cordwain Lines up 7 percent.", "On Monday the strike began.")
    assert pairs(compare_pair(a, b)) == {(1, 1)}


def test_a_first_in_both_is_nothing_in_common() -> None:
    a = article("a", "Her sister said that they were wronged twice, first by a killer and now by the state.")
    b = article("b", "His first meal?", "He ate a crab sandwich.")
    assert not pairs(compare_pair(a, b))


def test_same_words_in_other_dress_are_identical() -> None:
    a = article("a", "“We don’t know,” she said.", "Read the whole report.")
    b = article("b", '"WE DON\'T KNOW", she said.')
    (link,) = compare_pair(a, b).links
    assert (link.a, link.b, link.relation) == ((0,), (0,), Relation.IDENTICAL)
    assert link.why


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ([], []),
        ([], ["One sentence."]),
        (["word"], ["word"]),
        (["!?"], ["…"]),
        (["日本の首相は木曜日に東京で演説した。"], ["日本の首相は木曜日、東京で演説を行った。"]),
        (["Премьер Иванов прибыл в Киров."], ["رئيس الوزراء وصل", "İstanbul'da", "\ufffd\ufffd"]),
    ],
)
def test_odd_input_gives_a_valid_comparison(left: list[str], right: list[str]) -> None:
    comparison = compare_pair(article("a", *left), article("b", *right))
    assert len(comparison.linked_a) + len(comparison.unique_a) == len(left)


def test_text_without_blanks_is_matched() -> None:
    a = article("a", "日本の首相は木曜日に東京で演説した。", "株価は大幅に下落した。", language="ja")
    b = article("b", "日本の首相は木曜日、東京で演説を行った。", "雨が降った。", language="ja")
    assert pairs(compare_pair(a, b)) == {(0, 0)}


@pytest.mark.parametrize(
    ("language", "one", "other", "stranger"),
    [
        (
            "de",
            "Der Bau der Brücke kostet 14 Millionen Euro.",
            "Der Neubau der Brücke kostet 16 Millionen Euro.",
            "Gestern regnete es.",
        ),
        (
            "fr",
            "Le chantier du pont coûtera 14 millions d'euros.",
            "Les travaux du pont coûteront 16 millions d'euros.",
            "Il pleuvait hier.",
        ),
        (
            "es",
            "La obra del puente costará 14 millones de euros.",
            "Las obras del puente costarán 16 millones de euros.",
            "Ayer llovió.",
        ),
        (
            "ru",
            "Строительство моста обойдётся в 14 миллионов рублей.",
            "Строительство моста будет стоить 16 миллионов рублей.",
            "Вчера шёл дождь.",
        ),
        ("zh", "工程费用预计为1400万元。", "工程费用预计为1600万元。", "昨天下雨了。"),
        ("ja", "橋の工事費は1400万円の見込みだ。", "橋の工事費は1600万円になる見込みだ。", "昨日は雨が降った。"),
    ],
)
def test_other_languages_link_what_counts_the_same_and_say_that_the_figures_differ(
    language: str, one: str, other: str, stranger: str
) -> None:
    comparison = compare_pair(article("a", one, language=language), article("b", stranger, other, language=language))
    assert pairs(comparison) == {(0, 1)}
    assert [d.type for d in comparison.links[0].discrepancies] == [DiscrepancyType.NUMBER]


def test_work_can_be_stopped() -> None:
    def stop(stage: str, done: int, total: int) -> None:
        raise Cancelled(stage)

    with pytest.raises(Cancelled):
        compare_pair(article("a", "A word."), article("b", "A word."), progress=stop)


def test_the_seeds_show_what_they_share(seeds: Path) -> None:
    a, b = (read(path) for path in sorted(seeds.glob("*.txt")))
    comparison = compare_pair(a, b)
    place_a, place_b = ({n: place for place, n in enumerate(x.body)} for x in (a, b))
    found = {(place_a[i], place_b[j]) for i, j in pairs(comparison)}
    assert found >= {(0, 0), (1, 7), (1, 8), (1, 9), (1, 10), (4, 8), (5, 2), (5, 3)}
    assert [link for link in comparison.links if {place_b[j] for j in link.b} == {7, 8, 9, 10}]
    # Xi's congratulations and the state television interview; Barr, and the immunity from prosecution.
    assert {6, 7, 9, 10} <= {place_a[i] for i in comparison.unique_a}
    # What Russia was accused of in 2016; the other says what the Kremlin wrote in 2016.
    assert {5, 13, 15, 16} <= {place_b[j] for j in comparison.unique_b}


def test_many_equal_sentences_are_compared_in_bounded_time() -> None:
    copies = ["The mayor said so."] * 3000
    comparison = compare_pair(article("a", *copies), article("b", *copies[:2000]))
    assert comparison.unique_a == comparison.unique_b == ()
    assert len(comparison.links) < 6000


def test_one_endless_sentence_is_compared() -> None:
    endless = "the harbour closed at noon and " * 4_000
    comparison = compare_pair(article("a", endless), article("b", "The harbour closed at noon.", endless))
    assert (0, 1) in pairs(comparison)


@pytest.mark.parametrize(("one", "other"), [("$5 million", "€5 million"), ("4 °C", "-4 °C"), ("5 %", "5")])
def test_another_sign_before_a_figure_is_not_the_same_words(one: str, other: str) -> None:
    a, b = (
        make_article(f"The harbour wall moved by {words} in the night of the storm.", id=name, source=name)
        for name, words in (("a", one), ("b", other))
    )
    assert [link.relation for link in compare_pair(a, b).links] == [Relation.NEAR]


def test_what_both_count_and_count_otherwise_is_linked_where_neither_has_a_better_partner() -> None:
    a = "The council met in Harrow on Monday.\n\nThe decision will be reviewed in March 2027."
    b = "Councillors came together in Harrow on Monday.\n\nThey will look at it again in May 2027."
    linked = compare_pair(make_article(a, id="a", source="a"), make_article(b, id="b", source="b")).links
    assert [(d.a, d.b) for link in linked for d in link.discrepancies] == [("March 2027", "May 2027")]


def test_the_same_words_in_quotation_marks_link_their_sentences() -> None:
    a = article("a", "“Nothing was done,” said Ann Moor.", "The harbour stays closed.")
    b = article("b", "Ferries run again.", "One visitor said this: “Nothing was ever done.”")
    assert pairs(compare_pair(a, b)) == {(0, 1)}
    c = article("c", "“Oh no,” said Ann Moor.")
    d = article("d", "One visitor said this: “Oh no.”")
    assert not pairs(compare_pair(c, d))


@pytest.mark.parametrize(
    ("told", "linked"),
    [
        ("“I spoke too soon, and I regret it,” Vik told broadcaster NRK.", False),
        ("“He was possibly on his phone,” Vik told broadcaster NRK.", True),
        ("Vik told broadcaster NRK that the driver had been on the telephone.", True),
    ],
)
def test_one_speaker_and_one_broadcaster_do_not_make_two_quotations_one(told: str, linked: bool) -> None:
    rest = ("The train left the tracks near Halden.", "Six passengers were taken to hospital.")
    a = article("a", rest[0], "“He was on his phone,” Vik told broadcaster NRK.", rest[1])
    b = article("b", "Rescuers worked through the night.", told, "The line stays closed until Friday.")
    assert ((1, 1) in pairs(compare_pair(a, b))) is linked


def test_two_amounts_of_money_alone_are_not_the_same_told_otherwise() -> None:
    asked = article("a", "The gang's note asked for $18 million in bitcoin, one of the people said.")
    drills = article("a", "The firm has put more than $60 million into training since 2021.")
    got = article("b", "Hackers are believed to have demanded $80 million in Bitcoin.")
    for told, links in ((asked, [(0, 0)]), (drills, [])):
        words = article_words(told), article_words(got)
        assert told_otherwise(told, got, words, {(0, 0): 0.3}) == links


def test_numbers_far_from_the_word_that_two_sentences_share_are_not_the_same_told_otherwise() -> None:
    found = article("a", "The burnt van by the weir is thought to be one of the three they escaped in.")
    asked = article("b", "“I thought the painters had come early,” said the mother of five.")
    words = article_words(found), article_words(asked)
    assert told_otherwise(found, asked, words, {(0, 0): 0.4}) == []


@pytest.mark.parametrize(
    ("told", "links"),
    [
        ("The office counted a storm surge of three metres.", [(0, 0)]),
        ("The office warned of a storm surge of three metres.", []),  # what was feared is not what came
        ("The office of Port Lund counted a storm surge of three metres.", []),  # and another place has its own
    ],
)
def test_what_is_left_over_and_counted_otherwise(told: str, links: list[tuple[int, int]]) -> None:
    a, b = article("a", told), article("b", "A storm surge of 3.4 metres swept through Kelder.")
    words = article_words(a), article_words(b)
    assert told_otherwise(a, b, words, {(0, 0): 0.3}) == links
    assert told_otherwise(a, b, words, {(0, 0): 0.01}) == []
