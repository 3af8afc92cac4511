"""Wrapping covers the text exactly and never runs over the pane; walking goes as far as it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.text.width import width
from variorum.view.layout.rows import shown, walk, wrap

PIECES = [*"ab  -—’“\n\t\xa0\xad\u0301日本語、。한🚀é", "e\u0301", "👩\u200d🚀", "👍🏽", "\u200da"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=100).map("".join)


@given(TEXTS, st.integers(2, 40))
def test_nothing_that_is_shown_falls_between_rows(text: str, cells: int) -> None:
    rows = wrap(text, cells)
    assert rows
    at = 0
    for start, end in rows:
        assert at <= start <= end
        assert not shown(text[at:start]).strip()
        at = end
    assert not shown(text[at:]).strip()


@given(TEXTS, st.integers(2, 40))
def test_no_row_is_wider_than_the_pane(text: str, cells: int) -> None:
    assert all(width(shown(text[start:end])) <= cells for start, end in wrap(text, cells))


@given(st.lists(st.text("abcdefg", min_size=1, max_size=12), min_size=1), st.integers(12, 40))
def test_words_that_fit_are_not_broken(words: list[str], cells: int) -> None:
    text = " ".join(words)
    assert " ".join(text[start:end] for start, end in wrap(text, cells)) == text


@pytest.mark.parametrize(
    ("text", "cells", "rows"),
    [
        ("日本語のテキスト、これは", 10, ["日本語のテ", "キスト、こ", "れは"]),
        ("e\u0301a e\u0301a", 3, ["e\u0301a", "e\u0301a"]),
        ("👩‍🚀👩‍🚀👩‍🚀", 4, ["👩‍🚀👩‍🚀", "👩‍🚀"]),
        ("", 10, [""]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
    ],
)
def test_rows_of(text: str, cells: int, rows: list[str]) -> None:
    assert [text[start:end] for start, end in wrap(text, cells)] == rows


class Heights:
    """A flow of items with given heights."""

    def __init__(self, heights: list[int]) -> None:
        self._heights = heights

    def __len__(self) -> int:
        return len(self._heights)

    def height(self, item: int) -> int:
        return self._heights[item]


@given(st.lists(st.integers(1, 5), min_size=1, max_size=20), st.integers(0, 60), st.integers(-60, 60))
def test_walking_is_arithmetic_on_rows(heights: list[int], start: int, by: int) -> None:
    flow = Heights(heights)
    rows = [(item, row) for item, height in enumerate(heights) for row in range(height)]
    at = min(start, len(rows) - 1)
    assert walk(flow, rows[at], by) == rows[max(0, min(len(rows) - 1, at + by))]


def test_a_word_too_long_for_a_row_breaks_behind_a_hyphen_or_stroke() -> None:
    def rows(text: str) -> list[str]:
        return [text[start:end] for start, end in wrap(text, 12)]

    assert rows("corvaya-public 8") == ["corvaya-", "public 8"]
    assert rows("https://lantern.example/1") == ["https://", "lantern.exam", "ple/1"]
    assert rows("東 corvaya-public-radio") == ["東", "corvaya-", "public-radio"]
    assert rows("a-verylongwordindeed") == ["a-verylongwo", "rdindeed"], "not where it would leave hardly anything"
