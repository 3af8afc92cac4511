"""Figures: equal values in other dress have one key, spans hold, and hostile text costs linear time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.engine.details.figures import figures


def keys(text: str, language: str = "en") -> list[str]:
    return [f.key for f in figures(text, language)]


@pytest.mark.parametrize(
    ("language", "key", "forms"),
    [
        ("en", "number:23", ["23 people", "twenty-three people"]),
        ("en", "number:2400", ["2,400 people", "2\u00a0400 people", "two thousand four hundred people"]),
        ("en", "number:60", ["60 people", "five dozen people", "sixty people"]),
        ("en", "number:1200000", ["1.2 million people", "1,200,000 people"]),
        ("en", "percent:12", ["12 percent", "12 per cent", "12%", "12 %", "twelve per cent"]),
        ("en", "percent:75", ["three quarters of it", "75 percent", "three homes in four"]),
        ("en", "usd:840000000", ["$840 million", "$840m", "840 million dollars", "US$840 million"]),
        ("en", "date:--11-03", ["Nov. 3", "November 3", "3 November", "November 3rd", "the 3rd of November"]),
        ("en", "date:2020-11-03", ["Nov. 3, 2020", "3 November 2020", "2020-11-03"]),
        ("en", "score:6-3", ["six to three", "6-3", "6–3"]),
        ("en", "time:09:00", ["9 a.m.", "9am", "9:00"]),
        ("en", "time:21:40", ["9.40pm", "9:40 p.m.", "21:40"]),
        ("en", "time:09:30?", ["half past nine"]),
        ("en", "time:06:50?", ["at ten to seven", "ten minutes to seven"]),
        ("de", "time:06:30?", ["um halb sieben"]),
        ("en", "season:3", ["next autumn", "in the fall"]),
        ("en", "time:12:00", ["noon", "midday", "12 p.m."]),
        ("en", "age:72", ["the 72-year-old", "aged 72", "Ada King, 72, said", "Ada King (72)", "72 years old"]),
        ("en", "s:315576000", ["a decade", "ten years"]),
        ("en", "kph:205", ["205 kph", "205 kilometres per hour", "205 km/h"]),
        ("en", "°:-4", ["−4 °C", "-4°C", "minus four degrees", "4 degrees below zero", "(-4 degrees Celsius)"]),
        ("en", "°f:77", ["77 degrees Fahrenheit", "77 °F"]),
        ("en", "ordinal:21", ["21st", "twenty-first"]),
        ("de", "number:2400", ["2.400 Menschen", "2\u202f400 Menschen", "zweitausendvierhundert Menschen"]),
        ("de", "percent:12", ["12 Prozent", "12 %", "zwölf Prozent"]),
        ("de", "date:--11-03", ["3. November", "am 3. November"]),
        ("de", "°:-4", ["−4 Grad", "minus vier Grad", "vier Grad unter null"]),
        ("de", "score:5-2", ["fünf zu zwei", "5:2"]),
        ("de", "weekday:5", ["Samstag", "Samstagabend", "Sonnabend"]),
        ("de", "time:21:37", ["21.37 Uhr", "21:37 Uhr", "21 Uhr 37"]),
        ("de", "eur:40000", ["40.000 Euro", "vierzigtausend Euro"]),
        ("es", "date:--11-03", ["3 de noviembre", "el 3 de noviembre"]),
        ("es", "number:1200000", ["1,2 millones de personas", "1.200.000 personas"]),
        ("es", "number:1000000000", ["mil millones de personas"]),
        ("es", "number:32", ["32 personas", "treinta y dos personas"]),
        ("es", "percent:4", ["4 %", "4 por ciento", "cuatro por ciento"]),
        ("fr", "number:97", ["97 personnes", "quatre-vingt-dix-sept personnes"]),
        ("fr", "percent:12", ["12 pour cent", "12 %"]),
    ],
)
def test_equal_values_in_other_dress(language: str, key: str, forms: list[str]) -> None:
    for form in forms:
        assert keys(form, language) == [key], form


@pytest.mark.parametrize(
    "text",
    ["one of the exits", "no one came", "May I go", "the G7 met", "a 5G mast", "Covid-19 again", "they march on"],
)
def test_not_figures(text: str) -> None:
    assert keys(text) == []


def test_approximation() -> None:
    about, almost, over = figures("about 60 people, almost seven weeks and more than 16,000 birds")
    assert (about.approximate, about.bound, about.noun) == (True, "", "people")
    assert (almost.approximate, almost.bound) == (True, "<")
    assert (over.approximate, over.bound) == (True, ">")


@pytest.mark.parametrize(
    ("text", "printed"), [("It opens by June.", "June"), ("It opened in Dec.", "Dec."), ("Open on 5 July.", "5 July")]
)
def test_the_full_stop_of_an_abbreviated_month_alone_is_part_of_the_date(text: str, printed: str) -> None:
    assert [figure.text for figure in figures(text)] == [printed]


@given(st.text(max_size=300), st.sampled_from(["en", "de", "es", "fr", "ru"]))
def test_spans_hold(text: str, language: str) -> None:
    last = 0
    for figure in figures(text, language):
        assert last <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        last = figure.end


_PIECES = [
    "1",
    "12",
    "1,000",
    "three",
    "million",
    "Nov.",
    "3",
    "to",
    "-",
    "%",
    "$",
    "per",
    "cent",
    "a",
    "half",
    " ",
    ":",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(_PIECES), max_size=30), st.sampled_from(["en", "de", "es", "fr"]))
def test_any_order_of_pieces(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    assert all(text[f.start : f.end] == f.text for f in figures(text, language))


@pytest.mark.parametrize("piece", ["1", "1,", "1.", "12:", "-1", "one ", "twenty-", "Nov. ", "hundert", "$1 to "])
@pytest.mark.parametrize("language", ["en", "de"])
def test_hostile_text_is_read(piece: str, language: str) -> None:
    text = piece * (50_000 // len(piece))
    assert all(f.end <= len(text) for f in figures(text, language))
