"""ASCII for terminals without Unicode keeps every column where it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.text.width import width
from variorum.ui.terminal.plain import as_ascii


@pytest.mark.parametrize(
    ("text", "plain"), [("“é”…", '"e".'), ("日本", "????"), ("≈", "?"), ("a – b", "a - b"), ("↑ ↓", "^ v")]
)
def test_likenesses(text: str, plain: str) -> None:
    assert as_ascii(text) == plain


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_the_width_stays_and_nothing_else_than_ascii_is_left(text: str) -> None:
    assert as_ascii(text).isascii()
    assert len(as_ascii(text)) == width(text.replace("\u00ad", " "))
