"""Writing only the changed cells shows exactly what writing the whole frame shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.ui.terminal.cells import (
    BLANK,
    Abilities,
    Frame,
    Row,
    blank_frame,
    encode,
    find_scroll,
    place,
    scrolled,
    text_cells,
)
from variorum.ui.terminal.sgr import even, settled, transition

WIDTH, HEIGHT = 12, 7
LOOKS = ["", "1", "2;38;5;33", "7", "38;2;1;2;3", "48;5;17", "1;4;38;5;9;48;2;9;9;9", "31;44", "97;103", "9;3"]


def rows_of(lines: Iterable[Sequence[tuple[str, str]]], width: int) -> Frame:
    """Rows from runs of (text, look), each cut or filled to the width."""
    frame = []
    for runs in lines:
        row: Row = [BLANK] * width
        x = 0
        for text, look in runs:
            cells = text_cells(text, look)
            place(row, x, cells)
            x += len(cells)
        frame.append(row)
    return frame


looks = st.sampled_from(LOOKS)
texts = st.text(st.sampled_from("ab  xyz.▌~日本語é“”…"), max_size=9) | st.sampled_from(["e\u0301a", "が", "한국", "  "])
lines = st.lists(st.tuples(texts, looks), max_size=4)
frames = st.lists(lines, min_size=HEIGHT, max_size=HEIGHT).map(lambda rows: rows_of(rows, WIDTH))


def show(*writes: str) -> list[list[object]]:
    screen = pyte.Screen(WIDTH, HEIGHT)
    screen.reset_mode(7, private=True)
    stream = pyte.Stream(screen)
    for data in writes:
        stream.feed(data)
    return [[_visible(screen.buffer[y][x]) for x in range(WIDTH)] for y in range(HEIGHT)]


def _visible(char: pyte.screens.Char) -> object:
    """A cell as the eye sees it: on a blank, only the background and lines through it count."""
    if char.data == " " and not (char.reverse or char.underscore or char.strikethrough):
        return (" ", char.bg)
    return char


def full(frame: Frame) -> str:
    """The plain way: every row, every cell, every look."""
    out = []
    for y, row in enumerate(frame):
        out.append(f"\x1b[{y + 1}H")
        out += [f"\x1b[0;{look}m{text}" if look else f"\x1b[m{text}" for text, look in row if text]
    return "".join(out) + "\x1b[m"


@pytest.mark.parametrize("able", [Abilities(), Abilities(scroll=False), Abilities(colour_erase=False)])
@given(first=frames, second=frames)
@settings(max_examples=120, deadline=None)
def test_any_frame_becomes_any_other(able: Abilities, first: Frame, second: Frame) -> None:
    wanted = show(full(second))
    assert show(full(first), encode(first, second, able)) == wanted


@given(frame=frames, top=st.integers(0, 3), size=st.integers(2, 4), by=st.integers(-3, 3))
@settings(max_examples=150, deadline=None)
def test_a_scrolled_block_becomes_itself(frame: Frame, top: int, size: int, by: int) -> None:
    block = frame[top : top + size]
    moved = [*frame[:top], *block[by % size :], *block[: by % size], *frame[top + size :]]
    assert show(full(frame), encode(frame, moved, Abilities())) == show(full(moved))


def test_nothing_is_written_for_the_same_frame() -> None:
    frame = rows_of([[("hello", "1")]] * HEIGHT, WIDTH)
    assert encode(frame, [list(row) for row in frame], Abilities()) == ""


def text_frame(lines: list[str]) -> Frame:
    return rows_of([[(line, "")] for line in lines], 40)


def test_a_scrolled_page_costs_one_row() -> None:
    page = [f"{n} line number {n * 7919} of a long article" for n in range(30)]
    old, new = text_frame(page[:20]), text_frame(page[1:21])
    found = find_scroll(old, new)
    assert found is not None
    assert (found.top, found.bottom, found.by) == (0, 19, 1)
    assert len(encode(old, new, Abilities())) < 80
    assert scrolled(old, found)[:19] == new[:19]


def test_a_fixed_header_and_a_mark_do_not_hide_a_scroll() -> None:
    page = [f"{n:2} line number {n * 7919} of a long article" for n in range(30)]
    old = text_frame(["HEADER", *page[:20], "status 1"])
    new = text_frame(["HEADER", *page[3:23], "status 2"])
    new[5][39] = ("█", "")
    found = find_scroll(old, new)
    assert found is not None
    assert (found.top, found.bottom, found.by) == (1, 20, 3)


def test_one_word_costs_about_its_letters() -> None:
    old, new = text_frame(["the same words here"] * 5), text_frame(["the same words here"] * 5)
    new[2] = text_frame(["the same votes here"])[0]
    assert len(encode(old, new, Abilities())) <= 12


def test_a_blank_frame_is_all_blank() -> None:
    assert blank_frame(2, 1) == [[BLANK, BLANK]]


@given(looks, looks)
def test_a_look_follows_from_any_other(have: str, want: str) -> None:
    start = f"\x1b[{have}m" if have else ""
    direct = f"\x1b[0;{want}m" if want else "\x1b[m"
    assert show(start + transition(have, want) + "x") == show(direct + "x")


def test_default_colours_are_no_colours() -> None:
    assert settled("1;39;49") == "1"
    assert settled("38;5;39;49") == "38;5;39"
    assert settled("39;49") == ""


def test_half_a_block_on_its_own_colour_is_a_blank() -> None:
    same, other, faint = "38;2;1;2;3;48;2;1;2;3", "38;5;7;48;5;8", "2;38;5;7;48;5;7"
    assert rows_of([[("▀", same), ("▀", other), ("▀", faint)]], 3) == [
        [(" ", "48;2;1;2;3"), ("▀", other), ("▀", faint)],
    ]
    assert [even(look) for look in ("31;41", "97;107", "31;42", "31", "")] == ["41", "107", "", "", ""]


@pytest.mark.parametrize("picture", ["❤\ufe0f", "👩\u200d👩\u200d👧", "🇺🇳"])
@pytest.mark.parametrize("before", ["abcdefghijkl", "            ", "x" * 3 + " thank u" + " "])
def test_beside_a_picture_that_a_terminal_draws_otherwise_stands_what_should(picture: str, before: str) -> None:
    """The test's terminal draws the characters of a picture one by one: in one cell, or in six."""
    old = rows_of([[(before, "")]] * HEIGHT, WIDTH)
    new = rows_of([[("x", ""), (picture, ""), (" thank u", "")]] * HEIGHT, WIDTH)
    shown = show(full(old), encode(old, new, Abilities()))
    for row in shown:
        cells = [c.data if isinstance(c, pyte.screens.Char) else " " for c in row]
        assert "".join(cells[3:]).rstrip() == " thank u"
        assert cells[2] in (" ", "") or picture.startswith(cells[1][0])
    assert show(full(old), encode(old, new, Abilities()), encode(new, old, Abilities())) == show(full(old))
