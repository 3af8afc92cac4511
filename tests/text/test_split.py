"""Words are found alike by the table for ASCII and by the pattern for everything else."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from variorum.text.split import split_words


@given(st.text(st.characters(max_codepoint=127)) | st.text())
def test_words_are_the_runs_of_letters_and_digits(text: str) -> None:
    assert split_words(text) == re.findall(r"[^\W_]+", text)


def test_emphasis_is_no_part_of_a_word() -> None:
    assert split_words("_two_ people (or 3), well-known") == ["two", "people", "or", "3", "well", "known"]
