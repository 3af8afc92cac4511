"""Where sentences end, in news and in anything else."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.article import make_article
from variorum.engine.segmenting.paragraphs import paragraphs
from variorum.engine.segmenting.segment import segment
from variorum.engine.segmenting.sentences import sentences

NASTY = st.text(alphabet=st.sampled_from("aA.?!…“”\"'‘’«» \n\t-—,:;()1の。？؟\u0000\u00ad\u00a0"), max_size=300)


def cut(text: str, language: str = "en") -> list[str]:
    return [text[a:b] for a, b in sentences(text, 0, len(text), language=language)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The U.S. Senate met on Nov. 3 at 8.15 a.m. EST.", "No. 10 said nothing.", "He left at 5 p.m. sharp."],
        ["It fell 3.5 percent in the U.K.", "The pound rose."],
        ["Dr. J. R. Okafor saw Mr. and Mrs. Lund vs. Holt Ltd. in court.", "She lost."],
        ["Gov. Ann Roe and Sen. Bo Lee agreed.", "“Never,” said Lt. Col. Poe."],
        ["She told me.", "He came in.", "They saw the sun.", "It was ill.", "We drove to the max."],
        ["“We came. ", "We saw.”"],
        ["“Who is it?” asked the guard.", "“Open up!” Inspector Jane Roe told him.", "Nobody moved."],
        ["“Is it over?”", "She shook her head."],
        ["“I waited ... and then I left.”", "He paused…", "Then he went on."],
        ["The firm, Ace Inc., closed.", "Its owner, Ace Corp. of Ohio, did not."],
        ["They sell pens, ink, etc.", "Prices vary."],
        ["The plant closed in Jan.", "The owners left in Feb. 2019."],
        ["Visit example.com for more.", "It costs $1.50."],
        ["It closed last year.", "The next one opens soon."],
        ["iPhone sales fell.", "eBay did better."],
        ["(He had left.)", "(See p. 4.)", "Nobody knew."],
        ["1. The first point.", "2. The second."],
        ["Lt. Gen. R. Holt (retd.) said so.", "They sell pens, ink, etc. at the market."],
        ["“I … I don’t know,” she said.", "He wept… I did not."],
    ],
)
def test_english(expected: list[str]) -> None:
    assert cut(" ".join(s.strip() for s in expected)) == [s.strip() for s in expected]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", ["Am 6. November kam Dr. Lenz z. B. um 21.37 Uhr.", "„Nein!“, rief er.", "»Doch.«", "Sie ging."]),
        ("de", ["Er wurde 80.", "Danach zog er fort.", "Der 2. Weltkrieg war vorbei."]),
        ("fr", ["« Non. »", "Il est parti.", "« Pourquoi ? » demande-t-elle.", "M. Petit n'a rien dit."]),
        ("es", ["¿Qué pasó? —preguntó el Sr. Gil.", "«No lo sé.»", "¡Vaya!", "Nadie habló en EE.UU. ayer."]),
        ("es", ["El Sr. Paz llegó a las 5 p. m.", "Luego se fue.", "Paz S. A. cerró.", "EE. UU. calló."]),
        ("ru", ["Он сказал: «Да!» — и ушёл.", "В 2020 г. всё изменилось.", "И. И. Лунин молчал."]),
        ("zh", ["我们不会离开。", "“真的吗？”他问。", "没有人回答！"]),
        ("ja", ["彼は驚いた。", "「本当ですか。」と尋ねた。"]),
        ("ar", ["ماذا حدث؟", "لا شيء.", "ذهب الرجل۔", "ثم عاد."]),
    ],
)
def test_other_languages(language: str, expected: list[str]) -> None:
    between = "" if language in ("zh", "ja") else " "
    assert cut(between.join(expected), language) == expected


def test_a_lost_blank_between_sentences_is_no_reason_to_join_them() -> None:
    assert cut("It closed last year.The next one opens soon.") == [
        "It closed last year.",
        "The next one opens soon.",
    ]


def test_hard_wrapped_prose_is_one_paragraph_and_lists_are_not() -> None:
    lines = (
        "The council met late on Monday night and",
        "voted to close the library, although many",
        "had asked it not to.",
    )
    wrapped = "\n".join(lines)
    assert len(paragraphs(wrapped)) == 1
    assert [wrapped[a:b] for a, b in sentences(wrapped, 0, len(wrapped))] == [wrapped]
    assert len(paragraphs("- the first item of the list is here\n- the second item of it is here")) == 2
    assert len(paragraphs("The first short line\nThe second short line\n\nA third.")) == 3


@pytest.mark.parametrize("width", [60, 72, 80])
def test_an_article_wrapped_at_a_column_has_the_same_sentences(seeds: Path, width: int) -> None:
    for path in seeds.glob("*.txt"):
        plain = path.read_text("utf-8")
        wrapped = "\n\n".join(textwrap.fill(line, width, break_on_hyphens=False) for line in plain.split("\n") if line)
        one, two = (make_article(text, id="a", source="a") for text in (plain, wrapped))
        body = [[" ".join(a.sentence_text(i).split()) for i in a.body] for a in (one, two)]
        assert body[0] == body[1]


@given(NASTY)
def test_every_visible_character_lies_in_exactly_one_sentence(text: str) -> None:
    found = segment(text)
    assert [s.index for s in found] == list(range(len(found)))
    covered = [0] * len(text)
    last = 0
    for sentence in found:
        assert last <= sentence.start < sentence.end <= len(text)
        last = sentence.end
        piece = text[sentence.start : sentence.end]
        assert piece == piece.strip()
        for k in range(sentence.start, sentence.end):
            covered[k] += 1
    assert all(n == 1 or c.isspace() for n, c in zip(covered, text, strict=True))


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“",
        " “a",
        "'x ",
        "a.",
        "A. ",
        "( ",
        "\0",
        "a\n",
        "!? ",
        "我。",
        "“我。”",
        "“No,” said Poe. ",
        "« a ",
        "U.S. ",
    ],
)
def test_long_runs_of_one_thing_stay_cheap(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    article = make_article(text, id="a", source="a")
    assert "".join("".join(text[s.start : s.end].split()) for s in article.sentences) == "".join(text.split())
