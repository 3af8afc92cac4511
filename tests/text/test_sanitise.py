"""No character that can act on a terminal gets past the boundary, and nothing else is lost."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.text.sanitise import REPLACEMENT, clean, clean_line, forbidden, one_line

ANY = st.text(st.characters(codec=None, exclude_categories=()))


@given(ANY)
def test_nothing_that_acts_is_left(text: str) -> None:
    kept = clean(text)
    assert forbidden(kept) == 0
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" for c in kept)


@given(ANY.filter(lambda text: "\r" not in text))
def test_each_character_stands_for_itself_or_for_one_mark(text: str) -> None:
    kept = clean(text)
    assert len(kept) == len(text)
    assert all(b in (a, REPLACEMENT) for a, b in zip(text, kept, strict=True))


@given(ANY)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    "text",
    [
        "[sic] [/b] [T]he",
        "soft\u00adhyphen and\u00a0no-break",
        "👩\u200d🚀 family",
        "e\u0301te\u0301",
        "שלום עולם",
        "نص عربي\u200f.",
        "日本語、中文",
        "tab\tand\nline",
    ],
)
def test_prose_of_every_kind_is_kept(text: str) -> None:
    assert clean(text) == text
    assert forbidden(text) == 0


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b]52;c;aGk=\x07",
        "\x9b31m",
        "\x90q\x9c",
        "\x00",
        "\x7f",
        "\u202egnp",
        "\u2066x\u2069",
        "\u2028",
        "\U000e0041",
        "\x08",
        "\x0c",
    ],
)
def test_what_acts_is_marked_and_its_neighbours_are_kept(hostile: str) -> None:
    kept = clean(f"before {hostile} after")
    assert kept.startswith("before ")
    assert kept.endswith(" after")
    assert REPLACEMENT in kept


def test_line_ends_are_read_as_one() -> None:
    assert clean("a\r\nb\rc\n") == "a\nb\nc\n"


def test_a_line_is_one_line() -> None:
    assert clean_line(" a\r\n b\t\x1bc ") == f"a b {REPLACEMENT}c"


def test_words_on_one_line_keep_every_printed_blank() -> None:
    assert one_line(" at 4\u00a0°C \n  and\u20095\tkm ") == "at 4\u00a0°C and\u20095 km"
