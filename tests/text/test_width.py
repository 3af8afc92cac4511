"""Cells are counted as terminals count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.text.width import fit, shorten, width


@pytest.mark.parametrize(("text", "cells"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("“x”", 3), ("", 0)])
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))), st.integers(0, 40))
def test_fitted_text_takes_exactly_the_room(text: str, cells: int) -> None:
    assert width(fit(text, cells)) == cells


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))), st.integers(0, 40))
def test_shortened_text_never_takes_more(text: str, cells: int) -> None:
    assert width(shorten(text, cells)) <= cells


def test_a_cut_is_marked() -> None:
    assert shorten("a long headline", 8) == "a long…"
    assert shorten("short", 8) == "short"


def test_what_is_cut_behind_an_ellipsis_ends_in_one() -> None:
    assert shorten("cut … here", 6) == "cut…"
