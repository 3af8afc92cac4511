"""What a headline claims and its article does not carry."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum.engine.article import make_article
from variorum.engine.headlines import check_headline
from variorum.engine.quoting.quotes import find_quotes

BODY = """Mayor Petra Voss of Norburg resigned on Monday after 1,400 people signed a petition against her.

“I have made a mistake and I am sorry for it,” she told reporters at the town hall.

Her deputy, Jan Moe, will lead the council for 90 days.

The United States consul sent his regards. Nobody in Peruvian circles was surprised."""


def claims(title: str, body: str = BODY) -> list[tuple[str, str]]:
    article = make_article(f"{title}\n\n{body}", id="a", source="a")
    assert article.title == title
    found = check_headline(article, find_quotes(article))
    assert all(article.text[c.start : c.end] == c.text for c in found)
    return [(c.text, c.type) for c in found]


@pytest.mark.parametrize(
    "title",
    [
        "Norburg mayor quits after petition",
        "Voss: ‘I am sorry’",
        "“I have made a mistake,” says mayor",
        "‘I’ve made a mistake and am sorry for it’ – mayor quits",
        "Mayor out: deputy leads for 90 days",
        "US sends regards to mayor, Peru not surprised",
        "Mayor Quits After Angry Petition In Her Home Town",
    ],
)
def test_what_the_body_carries_is_no_claim(title: str) -> None:
    assert claims(title) == []


@pytest.mark.parametrize("title", ["Mill burnt in 1952 rebuilt", "Mill of the 1950s rebuilt"])
def test_a_date_in_the_body_carries_its_year_and_decade(title: str) -> None:
    body = (
        "The mill stands again, said its owners.\n\nThe roof is new.\n\nVisitors may come from May on.\n\n"
        "It burnt down on 14 December 1952, and nobody was hurt in the fire."
    )
    assert claims(title, body) == []
    assert claims(title.replace("195", "196"), body) != []


@pytest.mark.parametrize(
    ("title", "claim"),
    [
        ("Mayor quits: ‘I’m no thief’", ("I’m no thief", "quote")),
        ("Mayor quits after 2,600 sign petition", ("2,600", "number")),
        ("Mayor quits as Lindqvist takes over", ("Lindqvist", "name")),
    ],
)
def test_what_it_does_not_carry_is_one(title: str, claim: tuple[str, str]) -> None:
    assert claims(title) == [claim]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Mayor quits after 1,400 sign petition", "1,400"),
        ("Mayor quits as fourteen hundred sign petition", "fourteen hundred"),
    ],
)
def test_a_number_of_the_lede_only_is_told_from_one_that_stands_nowhere(title: str, text: str) -> None:
    article = make_article(f"{title}\n\n{BODY}", id="a", source="a")
    (claim,) = check_headline(article, ())
    assert (claim.text, claim.type, claim.where) == (text, "number", "only in the lede")
    (other,) = check_headline(make_article(f"Mayor quits after 2,600 sign\n\n{BODY}", id="a", source="a"), ())
    assert other.where == "nowhere in the text"
    assert (
        check_headline(make_article(f"{title}\n\n{BODY}\n\nThe 1,400 names fill a box.", id="a", source="a"), ()) == ()
    )


def test_a_quotation_that_only_the_lede_repeats_is_a_claim() -> None:
    body = 'Petra Voss says she is "ready to go" whenever the council asks.\n\n' + BODY
    assert claims("Mayor is ‘ready to go’, she says", body) == [("ready to go", "quote")]


def test_the_title_of_a_film_is_nobodys_words() -> None:
    body = "The film “Three Days” won the prize in Norburg on Sunday.\n\n" + BODY
    assert claims("“Three Days” wins prize in Norburg", body) == []


def test_several_of_a_kind_are_no_name() -> None:
    body = (
        "The head of the board apologised on Tuesday for the error in the paper.\n\n"
        "She told the education committee that a message had not been read.\n\nNobody resigned.\n\nIt rained."
    )
    assert claims("Error in paper was known, MPs hear", body) == []


def test_a_german_noun_behind_a_number_or_an_article_is_no_name() -> None:
    body = (
        "Beim Zusammenstoß zweier Züge sind am Mittwoch in Norburg zehn Menschen verletzt worden.\n\n"
        "Die Strecke bleibt gesperrt.\n\nDie Bahn in Norburg ermittelt noch und hat zehn Busse bestellt.\n\n"
        "Die Polizei war da."
    )
    assert claims("Zehn Verletzte bei Zusammenstoß in Norburg", body) == []


def test_nothing_to_check_against() -> None:
    assert claims("‘Never again’ says mayor", "One sentence only.\n\nAnd another.") == []
    article = make_article(BODY, id="a", source="a")
    assert check_headline(article, find_quotes(article)) == ()


def test_a_title_that_only_the_source_states_has_no_place() -> None:
    article = make_article(BODY, id="a", source="a", title="Mayor quits: ‘I’m no thief’")
    (claim,) = check_headline(article, ())
    assert (claim.text, claim.start, claim.end) == ("I’m no thief", 0, 0)


def test_the_seeds(seeds: Path) -> None:
    found = []
    for path in sorted(seeds.glob("*.txt")):
        article = make_article(path.read_text("utf-8"), id=path.stem, source=str(path))
        found += [c.text for c in check_headline(article, find_quotes(article))]
    assert found == ["ready to talk"]
