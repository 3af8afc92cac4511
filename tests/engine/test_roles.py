"""What is title, byline, dateline, caption and furniture, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum.engine.article import make_article
from variorum.engine.nouns import Article, Role
from variorum.engine.segmenting.roles import is_furniture
from variorum.engine.segmenting.segment import segment

BODY = "\n\n".join(
    [
        "The harbour bridge was closed on Monday after a barge struck one of its piers.",
        "Engineers said that the damage would take three weeks to repair.",
        "Ferries will run every ten minutes until then.",
    ]
)


def read(text: str) -> Article:
    return make_article(text, id="a", source="a")


def texts(article: Article, role: Role) -> list[str]:
    return [article.sentence_text(s.index) for s in article.sentences if s.role is role]


def test_the_parts_of_a_plain_article() -> None:
    article = read(
        f"Bridge closed after barge hits pier\n\nBy Jane Roe\n\nPORT VALE, May 6 (Ultra) - {BODY}\n\nSource: Ultra"
    )
    assert article.title == "Bridge closed after barge hits pier"
    assert article.byline == "By Jane Roe"
    assert texts(article, Role.DATELINE) == ["PORT VALE, May 6 (Ultra) -"]
    assert texts(article, Role.BOILERPLATE) == ["Source: Ultra"]
    assert "\n\n".join(texts(article, Role.BODY)) == BODY


def test_nobody_behind_by_is_no_author() -> None:
    assert read(f"A title about the bridge\n\nBy :\n\n{BODY}").byline is None


def test_a_first_sentence_is_not_a_title() -> None:
    assert read(BODY).title is None
    assert read("One line and nothing else").title is None


@pytest.mark.parametrize(
    "dateline",
    [
        "KARSHOV (AP) —",
        "ST. JOHN'S, Nov. 3 (Reuters) -",
        "LONDON —",
        "Port Vale (NLA) –",
        "Santa Rita, 9 jun (Meridiana).-",
        "MADRID, 3 Nov. (EUROPA PRESS) -",
        "МОСКВА, 3 ноября. /ТАСС/.",
        "PORT VALE, 7 de mayo (Ultra).-",
        "Port Vale, le 7 mai (Ultra) -",
        "PORT VALE (Ultra) :",
        "PORT VALE.",
        "PORT VALE, May 7:",
        "Port Vale:",
        "PORT VALE, Ohio--(BUSINESS WIRE)--",
        "PORT VALE, UK – 14 October 2025 –",
    ],
)
def test_datelines(dateline: str) -> None:
    article = read(f"A title about the bridge\n\n{dateline} {BODY} Ferries from Port Vale were full.")
    assert texts(article, Role.DATELINE) == [dateline]
    assert texts(article, Role.BODY)[0].startswith("The harbour bridge")


@pytest.mark.parametrize(
    ("line", "kept"),
    [("About Harbour Bridge Partners", False), ("About the Port of Vale Ltd", False), ("About 300 people came", True)],
)
def test_a_heading_over_what_a_firm_says_of_itself_is_no_body(line: str, kept: bool) -> None:
    article = read(f"Harbour bridge to close for repairs\n\n{BODY}\n\n{line}\n\nThe firm runs nine bridges in Vale.")
    assert (line in texts(article, Role.BODY)) is kept
    assert texts(article, Role.BODY)[-1] == "The firm runs nine bridges in Vale."


@pytest.mark.parametrize("label", ["FOR IMMEDIATE RELEASE", "Press release", "Pressemitteilung"])
def test_what_a_release_is_called_is_not_its_title(label: str) -> None:
    article = read(f"{label}\n\nOctober 14, 2025\n\nHarbour bridge to close for repairs\n\nPORT VALE – {BODY}")
    assert article.title == "Harbour bridge to close for repairs"
    assert texts(article, Role.BOILERPLATE) == [label, "October 14, 2025"]
    assert texts(article, Role.DATELINE) == ["PORT VALE –"]


@pytest.mark.parametrize(
    "first",
    [
        "The bridge — the oldest in town — was closed on Monday.",
        "Jane Roe (Labour) said on Monday that the bridge would stay shut.",
        "“Nobody was hurt” - that was the first word from the mayor on Monday.",
        "WARNING: Ferries are full.",
        "SHAME. That was the word on Monday.",
        "WAR IS OVER. That was the word on Monday.",
    ],
)
def test_no_dateline(first: str) -> None:
    assert texts(read(f"A title about the bridge\n\n{first}\n\n{BODY}"), Role.DATELINE) == []


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe and Ravi Holt",
        "Jane Roe, Transport Correspondent",
        "Von Hedda Lund, dpa",
        "Por Ana Gil",
        "Harbour News desk",
        "From JANE ROE at the harbour",
        "JANE ROE reports from Port Vale",
        "Jane Roe | Port Vale | Updated: January 9, 2026 10:52 pm IST",
        "Staff report • 4 min read",
        "by hedgehog_99",
        "Von unserer Redakteurin Jana Roth",
        "Por la redacción",
        "Ultra, par Jeanne Roux",
        "Texte : Clémence Roux",
    ],
)
def test_bylines(line: str) -> None:
    assert read(f"A title about the bridge\n\n{line}\n\n{BODY}").byline == line


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our morning newsletter",
        "Read more: Why bridges fall",
        "READ MORE: Why bridges fall",
        "Related: Why bridges fall",
        "Additional reporting by R. Holt.",
        "(Reporting by Jane Roe; Editing by R. Holt)",
        "© 2024 Harbour News. All rights reserved.",
        "Advertisement",
        "Share on Facebook",
        "Comments (12)",
        "Were you there? Email the newsdesk",
        "The BBC is not responsible for the content of external sites.",
        "Jane Roe and R. Holt contributed to this report.",
        "Lesen Sie auch: Warum Brücken fallen",
        "Suscríbete a nuestro boletín",
        "Abonnez-vous à notre lettre",
        "Читайте также: Почему падают мосты",
        "Also Read | Why bridges fall",
        "More pictures at www.harbour.example/bridge",
        "Full story: pages 4 and 5",
        "Explainer: why bridges fall",
        "This article is part of our series on bridges.",
        "A version of this story first ran on Tuesday.",
        "Follow Harbour News on Facebook and Instagram.",
        "Dieser Artikel ist Teil unserer Serie über Brücken.",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)
    assert " ".join(texts(read(f"{BODY}\n\n{line}\n\n{BODY.upper()}"), Role.BOILERPLATE)) == line


@pytest.mark.parametrize(
    "line",
    [
        "Shares in bridge builders fell by a third.",
        "Following the accident, the mayor resigned.",
        "Advertisement spending rose by 5 per cent.",
        "Anzeige erstattete die Polizei noch am Abend.",
        "Watching the barge drift, nobody moved.",
        "More follows.",
        "This article was amended on 3 May to correct the name of the bridge.",
        "Correction: an earlier version gave the wrong date.",
        "Source close to the mayor denied it.",
        "And the ferry?",
        "Comments by the mayor caused anger in the town.",
        "This story has a moral.",
        "Follow the barge, and you find the owner.",
    ],
)
def test_the_articles_own_text_is_kept(line: str) -> None:
    assert not is_furniture(line)
    assert line in texts(read(f"{BODY}\n\n{line}\n\n{BODY.upper()}"), Role.BODY)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("For all the latest harbour news, download the Courier app.", Role.BOILERPLATE),
        ("Get the day's headlines in your inbox every morning.", Role.BOILERPLATE),
        ("Jane Roe is our harbour correspondent.", Role.BOILERPLATE),
        ("The ferry company's app was down for six hours.", Role.BODY),
        ("Subscribers can cancel their subscription at any time.", Role.BODY),
        ("“Read your newsletter,” the mayor said.", Role.BODY),
        ("Jane Smith was the last to leave.", Role.BODY),
    ],
)
def test_a_last_sentence_that_offers_a_service_or_is_about_the_author(line: str, role: Role) -> None:
    assert line in texts(read(f"A title about the bridge\n\nBy Jane Roe\n\n{BODY}\n\n{line}"), role)


def test_captions_by_credit_by_label_and_printed_twice() -> None:
    twice = "The bridge seen from the old pier on Sunday morning"
    article = read(
        f"A title about the bridge\n\n{twice}\n\n{BODY}\n\n{twice}\n{twice} POOL / ANNA LUND\n\n"
        "WRECK: the barge under the bridge\n\nThe mayor at the pier. Photo: R. Holt\n\n"
        "The barge seen from the harbour wall (Harbour Police)\n\n"
        "The pier on Monday. (Photo Harbour Post/R. H.)"
    )
    assert len(texts(article, Role.CAPTION)) >= 7
    assert "\n\n".join(texts(article, Role.BODY)) == BODY


PROSE = [f"The {what} was closed on Monday, and nobody could say for how long." for what in ("quay", "pier", "lock")]
PROSE += [f"{who} said that it would be open again by June." for who in ("The mayor", "A spokesman", "The engineer")]


@pytest.mark.parametrize(
    ("lines", "role"),
    [
        (["What happens next"], Role.TITLE),
        (["Forty barges and one swan: the harbour on Monday morning"], Role.CAPTION),
        (["“It held for ninety years”"], Role.TITLE),
        (["- the ferry stays in port"], Role.BODY),
        (["the ferry stays in port", "the bus goes round by Kelder"], Role.BODY),
        (["(Corrects the month in the fourth paragraph to June, not July)"], Role.BODY),
        (["The ferry stays in port."], Role.BODY),
    ],
)
def test_a_line_alone_without_a_final_stop_in_prose_is_a_heading_or_a_caption(lines: list[str], role: Role) -> None:
    article = read("\n\n".join(["Quay to close for repairs", *PROSE[:3], *lines, *PROSE[3:]]))
    assert [line for line in lines if line not in texts(article, role)] == []
    assert [line for line in PROSE if line not in texts(article, Role.BODY)] == []
    assert article.title == "Quay to close for repairs"


def test_headings_and_captions_of_a_short_article_are_none_of_its_sentences() -> None:
    lines = ["Quay to close for repairs", PROSE[0], "What happens next", *PROSE[1:4], "Who pays", *PROSE[4:]]
    assert texts(read("\n\n".join(lines)), Role.BODY) == PROSE


def test_text_without_final_stops_is_kept() -> None:
    verse = ["the quay is shut", "the pier is shut", "the lock lets no one through", "and nobody will say when"]
    assert texts(read("\n\n".join(["A title about the quay", *verse, *PROSE[:4]])), Role.BODY) == [*verse, *PROSE[:4]]


def test_ten_thousand_equal_lines_are_no_captions() -> None:
    article = read("The same words again\n" * 10_000)
    assert len(article.body) >= 9_999


def test_what_the_source_states_wins() -> None:
    text = f"Read more here. Twice.\n\n{BODY}"
    head = text.index("\n")
    known = [(0, head, Role.TITLE), (len(text) - 20, len(text), Role.CAPTION)]
    found = segment(text, known=known)
    assert [s.role for s in found if s.end <= head] == [Role.TITLE]
    assert found[-1].role is Role.CAPTION
    assert found[-1].start >= len(text) - 20
    assert segment("Read more here", known=[(0, 14, Role.BODY)])[0].role is Role.BODY


def test_the_seeds(seeds: Path) -> None:
    first, second = (read(path.read_text("utf-8")) for path in sorted(seeds.glob("*.txt")))
    assert first.title is None
    assert len(first.body) == 14
    assert [s.role for s in first.sentences[-2:]] == [Role.CAPTION, Role.CAPTION]
    assert second.title is not None
    assert len(second.body) == 18
    assert texts(second, Role.BOILERPLATE) == ["Source: Read Full Article"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Minister hat am Montag die neue Brücke eröffnet und nicht mit der Presse gesprochen.", "de"),
        ("Le ministre a ouvert le pont et il est parti avec les élus dans la ville.", "fr"),
        ("El ministro abrió el puente y no habló con los periodistas que lo esperaban.", "es"),
        ("Министр открыл мост и не стал говорить с журналистами.", "ru"),
        ("部长星期一宣布大桥开放。", "zh"),
        ("大臣は月曜日に橋を開通させました。", "ja"),
        ("افتتح الوزير الجسر يوم الاثنين", "ar"),
        ("The minister opened the bridge and did not speak to the press.", "en"),
        ("", "en"),
        ("1234", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert read(text).language == language
