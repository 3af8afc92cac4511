"""What is pasted is text, however it comes in pieces; keys stay keys, and no paste takes them for good."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from variorum.ui.terminal.pasting import END, LONGEST, PAUSES, START, Pastes

SENT = f"jk{START}one\x1b[31m\nq{END}\x1b[A{START}{END}l"
PARTS = [("jk", False), ("one\x1b[31m\nq", True), ("\x1b[A", False), ("", True), ("l", False)]


def joined(parts: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Keys that follow each other as one."""
    done: list[tuple[str, bool]] = []
    for text, pasted in parts:
        if done and not pasted and not done[-1][1]:
            done[-1] = (done[-1][0] + text, False)
        else:
            done.append((text, pasted))
    return done


@given(st.lists(st.integers(1, len(SENT) - 1)))
def test_a_paste_is_one_however_it_is_cut(cuts: list[int]) -> None:
    pastes = Pastes()
    at = [0, *sorted(cut for cut in set(cuts) if SENT[cut - 1] != "\x1b"), len(SENT)]
    parts = [part for a, b in pairwise(at) for part in pastes.feed(SENT[a:b])]
    assert joined(parts) == PARTS


def test_a_key_that_begins_like_a_mark_waits_for_a_moment_only() -> None:
    pastes = Pastes()
    assert list(pastes.feed("\x1b")) == [("\x1b", False)]
    assert list(pastes.feed("\x1b[2")) == []
    assert list(pastes.pause()) == [("\x1b[2", False)]
    assert list(pastes.feed("\x1b[2~")) == [("\x1b[2~", False)]


def test_a_paste_without_its_end_mark_ends_with_a_pause() -> None:
    pastes = Pastes()
    assert list(pastes.feed(f"{START}some words\x1b[20")) == []
    found = [part for _ in range(PAUSES) for part in pastes.pause()]
    assert found == [("some words\x1b[20", True)]
    assert list(pastes.feed("q")) == [("q", False)]


def test_a_paste_without_end_is_bounded() -> None:
    pastes = Pastes()
    assert list(pastes.feed(START)) == []
    for _ in range(3):
        assert list(pastes.feed("x" * LONGEST)) == []
    assert [len(text) for text, _ in pastes.feed(END)] == [LONGEST]
