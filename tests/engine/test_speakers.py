"""Whom a description, a first name, a pronoun or an odd turn of phrase means, and where it was said."""

from __future__ import annotations

import pytest

from variorum.engine.article import make_article
from variorum.engine.quoting.quotes import find_quotes
from variorum.engine.words.given_names import gender_of_name

BEFORE = {
    "en": "Mayor Jane Roe opened the bridge on Monday. Skipper Tom Hale steered the barge. Gordon Pell, 61, a baker, "
    "watched.",
    "de": "Bürgermeisterin Jana Roth eröffnete die Brücke am Montag. Der Bäcker Gerd Pohl, 61, sah zu.",
    "fr": "La maire Jeanne Roux a ouvert le pont lundi. Le boulanger Gérard Pic, 61 ans, regardait.",
    "es": "La alcaldesa Juana Ríos abrió el puente el lunes. El panadero Gerardo Paz, de 61 años, miraba.",
}
SAID = [
    ("en", "“It is a mess,” grinned landlord Des Hockaday.", "Des Hockaday", None),
    ("en", "“It is a mess,” chuckled jobless father-of-two Pete Dorn.", "Pete Dorn", None),
    ("en", "“It is a mess,” the baker said.", "Gordon Pell", None),
    ("en", "“It is a mess,” the skipper said.", "Tom Hale", None),
    ("en", "“It is a mess,” Gordon sighed.", "Gordon Pell", None),
    ("en", "“It is a mess,” she added on her podcast.", "Jane Roe", "her podcast"),
    ("en", "Not so, says Pell: “It is a mess.”", "Gordon Pell", None),
    ("en", "“It is a mess,” was all that Pell would say.", "Gordon Pell", None),
    ("en", "“It is a mess”: that is how Gordon Pell sees it.", "Gordon Pell", None),
    ("en", "Roe’s verdict: “It is a mess.”", "Jane Roe", None),
    (
        "en",
        "“It is a mess,” the mayor said in an exclusive chat with The Trumpet.",
        "Jane Roe",
        "an exclusive chat with",
    ),
    (
        "en",
        "“It is a mess,” Roe said in a statement read out by her lawyer.",
        "Jane Roe",
        "a statement read out by her",
    ),
    ("en", "Per Anker, who won it last year, sent a telegram: “It is a mess.”", "Per Anker", "a telegram"),
    ("en", "“It is a mess,” said Rusk, speaking on the steps of City Hall.", "Rusk", "the steps of City Hall"),
    (
        "en",
        "“It is a mess,” Roe told a meeting in the school hall on Tuesday.",
        "Jane Roe",
        "a meeting in the school hall",
    ),
    ("en", "Ohio Attorney General Philip Osgood said: “It is a mess.”", "Philip Osgood", None),
    ("en", "“It is a mess,” said Harbor Police Lt. Mark Otis.", "Mark Otis", None),
    ("en", "“It is a mess,” said Martin Luther King Jr.", "Martin Luther King Jr", None),
    ("en", "“It is a mess,” said Bank of Ruritania Governor Ann Lee.", "Ann Lee", None),
    ("en", "Bank of Ruritania Governor Ann Lee said: “It is a mess.”", "Ann Lee", None),
    ("en", "Paul Stone came with Susan Bell. “It is a mess,” she said.", "Susan Bell", None),
    ("en", "The firm named Susan Bell chief executive in May. “It is a mess,” she said.", "Susan Bell", None),
    ("en", "Dale Fox, 34, was jailed by Judge Ruth Moor. “It is a mess,” she told him.", "Ruth Moor", None),
    ("en", "The Dutchman Paul Stone came home. “It is a mess,” said the Dutchman.", "Paul Stone", None),
    ("en", "Ida Moss, 54, saw it. Police came at once. “It is a mess,” the 54-year-old said.", "Ida Moss", None),
    ("de", "Roth sagte im Deutschlandfunk: „Es ist ein Durcheinander.“", "Jana Roth", "Deutschlandfunk"),
    ("fr", "« C’est la pagaille », a confié à notre rédaction Solène Aubin.", "Solène Aubin", "notre rédaction"),
    ("fr", "« C’est la pagaille », se défend le maire, Anselme Roca.", "Anselme Roca", None),
    ("fr", "« C’est la pagaille », a dit la conservatrice en chef, Solène Aubin.", "Solène Aubin", None),
    ("es", "“Es un desastre”, se quejó Gerardo Paz, el panadero.", "Gerardo Paz", None),
]


@pytest.mark.parametrize(("language", "words", "speaker", "source"), SAID)
def test_who_said_it_and_where(language: str, words: str, speaker: str, source: str | None) -> None:
    text = f"A bridge is opened\n\n{BEFORE[language]}\n\n{words}"
    (quote,) = find_quotes(make_article(text, id="a", source="a", language=language))
    assert quote.speaker == speaker
    assert (quote.source or "").startswith(source or "")
    assert source is not None or quote.source is None


def test_a_caption_says_who_the_skipper_is() -> None:
    text = (
        "A bridge is opened\n\nGUTTED: skipper Hugh Marsh on the quay. Picture: N. Quist\n\n"
        "Hugh Marsh hit the pier. Gordon Pell watched him. “It carried,” the skipper said."
    )
    (quote,) = find_quotes(make_article(text, id="a", source="a"))
    assert quote.speaker == "Hugh Marsh"


def test_a_first_name_that_two_people_have_stays_a_first_name() -> None:
    text = "Gordon Pell and Gordon Hale met on the bridge. “It is a mess,” Gordon sighed."
    (quote,) = find_quotes(make_article(text, id="a", source="a"))
    assert quote.speaker == "Gordon"


@pytest.mark.parametrize(
    ("name", "gender"), [("jane", "f"), ("mirela", "f"), ("aurelio", "m"), ("chris", ""), ("orr", "")]
)
def test_what_a_given_name_suggests(name: str, gender: str) -> None:
    assert gender_of_name(name) == gender
