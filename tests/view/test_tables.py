"""Tables as values: columns that give way, wrapped cells, and what the views make of a story."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ui.stories import article, seeds

from variorum.engine.disagreeing.conflicts import same_wording
from variorum.engine.nouns import DiscrepancyType, Quote, Story
from variorum.text.width import width
from variorum.view.lists.columns import GAP, Column, column_widths
from variorum.view.lists.fuzzy import ranked
from variorum.view.lists.listing import Listing
from variorum.view.lists.quotes import quote_groups, quotes_view
from variorum.view.lists.story_index import StoryIndex
from variorum.view.lists.table import Row, Table, View, cut, detail_lines, folded, row_lines, text
from variorum.view.lists.word_marks import word_marks
from variorum.view.palette import UNICODE

COLUMNS = (
    Column("grows", 10, wish=20),
    Column("fixed", 5, 12),
    Column("dropped last", 8, 30, drop=1),
    Column("dropped first", 8, 30, drop=2),
)


@given(st.integers(25, 300))
def test_columns_fill_the_room_and_never_more(cells: int) -> None:
    widths = column_widths(COLUMNS, cells)
    shown = [room for room in widths if room]
    assert sum(shown) + GAP * (len(shown) - 1) == cells
    assert all(room >= column.least for room, column in zip(widths, COLUMNS, strict=True) if room)
    assert not (widths[3] and not widths[2])


def test_a_wish_comes_before_more_for_the_others() -> None:
    assert column_widths((Column("a", 5, wish=20), Column("b", 5, 30)), 32) == (20, 10)


def test_a_column_takes_no_more_than_it_needs() -> None:
    assert column_widths(COLUMNS, 100, (60, 6, 8, 3)) == (60, 6, 8, 3)
    assert column_widths(COLUMNS, 60, (60, 6, 8, 3)) == (37, 6, 8, 3)
    assert column_widths(COLUMNS, 100, (0, 6, 0, 3)) == (55, 6, 30, 3)


def test_columns_stay_where_they_are_while_one_searches() -> None:
    rows = [Row((((name, ""),), ((name, ""),))) for name in ("a", "a long name")]
    columns = (Column("", 1), Column("", 1))
    view = View("x", lambda order, wanted, query: Table("", columns, [r for r in rows if query in r.text]))
    made = Listing(view, UNICODE.__getitem__)
    made.resize(60, 12)
    before = made.flow.widths
    made.search("a")
    assert made.flow.widths == before == (11, 11)


@given(st.text(alphabet="ab 語é‍\n“”[]", max_size=80), st.integers(2, 30), st.integers(0, 4))
def test_a_cell_is_set_in_rows_of_its_width(words: str, cells: int, rows: int) -> None:
    set_rows = folded(((words[: len(words) // 2], "strong"), (words[len(words) // 2 :], "")), cells, rows)
    assert all(width(text(line)) <= cells for line in set_rows)
    assert not rows or len(set_rows) <= rows


@given(st.lists(st.text(max_size=8), max_size=5), st.integers(0, 30), st.integers(0, 30))
def test_a_part_of_a_line_is_the_part_of_its_text(parts: list[str], start: int, end: int) -> None:
    line = tuple((part, str(n)) for n, part in enumerate(parts))
    assert text(cut(line, start, max(start, end))) == "".join(parts)[start : max(start, end)]


@given(st.text(alphabet="ab 語", max_size=60), st.integers(20, 120))
def test_every_line_of_a_row_is_exactly_as_wide_as_asked(words: str, cells: int) -> None:
    table = Table("", COLUMNS, ())
    row = Row(tuple(((words, ""),) for _ in COLUMNS), air=1)
    lines = row_lines(table, row, column_widths(COLUMNS, cells), cells)
    assert {width(text(line)) for line in lines} == {cells}


def test_long_words_that_only_one_print_has_are_shortened_in_the_list() -> None:
    long = " ".join(f"word{n}" for n in range(30))
    same = "we will bear a special responsibility for the security and stability of the whole region"
    left, right = article("a", f"“{long} {same},” Ann Lee said."), article("b", f"“{same},” Ann Lee said.")
    quotes = (
        Quote(0, "a", 0, f"{long} {same},", 1, 2 + len(long) + 1 + len(same), "Ann Lee", None, 0),
        Quote(0, "b", 0, f"{same},", 1, 2 + len(same), "Ann Lee", None, 0),
    )
    rows = quotes_view(Story((left, right), quotes=quotes), UNICODE.__getitem__).build(0, 0, "").rows
    shown = text(rows[0].cells[0])
    assert "word0 word1 word2 word3 word4 word5 […] word24" in shown
    assert same in shown
    assert long in text(rows[0].detail[0][1])


@pytest.mark.parametrize("cells", [40, 57, 77])
@pytest.mark.parametrize("rows", [1, 2, 3])
@pytest.mark.parametrize("place", [0, 5, 30, 60, 79])
def test_below_a_table_what_disagrees_is_seen_wherever_it_stands(place: int, rows: int, cells: int) -> None:
    words = [f"word{n}" for n in range(80)]
    body = ((" ".join(words[:place]) + " ", ""), ("ODD", "disagrees/underline"), (" " + " ".join(words[place:]), ""))
    row = Row((), detail=(((("a", ""),), body),))
    shown = detail_lines(row, cells, rows)
    assert len(shown) == rows
    assert "ODD" in " ".join(text(line) for line in shown)


def test_markup_in_a_cell_stays_what_it_is() -> None:
    row = Row(((("[bold]sic[/] [/x] [T]he", ""),),))
    view = View("x", lambda order, wanted, query: Table("[T]", (Column("", 10),), [row]))
    made = Listing(view, UNICODE.__getitem__)
    made.resize(60, 12)
    assert any("[bold]sic[/] [/x] [T]he" in text(line) for line in made.screen())


@given(st.integers(1, 220), st.integers(1, 70))
def test_a_list_fits_every_size(columns: int, lines: int) -> None:
    made = Listing(quotes_view(seeds(), UNICODE.__getitem__), UNICODE.__getitem__)
    made.resize(columns, lines)
    made.end(last=True)
    made.page(-1)
    shown = made.screen()
    assert len(shown) == lines
    assert {width(text(line)) for line in shown} == {columns}


def test_a_source_inside_another_is_the_same_source_but_a_figure_is_not() -> None:
    assert same_wording("to a statement by the office", "a statement by the office", DiscrepancyType.ATTRIBUTION)
    assert not same_wording("an interview", "a statement", DiscrepancyType.ATTRIBUTION)
    assert not same_wording("300", "3,300", DiscrepancyType.NUMBER)


def _quoted(one: str, two: str) -> Story:
    a, b = article("a", f"He said “{one}”."), article("b", f"He said “{two}”.")
    quotes = tuple(
        Quote(n, x.id, 0, said, x.text.index(said), x.text.index(said) + len(said), "Ann", group=1)
        for n, (x, said) in enumerate(((a, one), (b, two)))
    )
    return replace(Story((a, b)), quotes=quotes)


def test_a_word_that_differs_is_marked_and_counted() -> None:
    (group,) = quote_groups(
        StoryIndex(_quoted("I am ready for cooperation and contacts", "I am ready for collaboration and contacts"))
    )
    assert group.verdicts == (frozenset(), frozenset({"words"}))
    printed = [group.prints[n].words[slice(*group.marks[n].other[0])] for n in (0, 1)]
    assert printed == ["cooperation", "collaboration"]


@pytest.mark.parametrize(
    ("one", "two", "differs"),
    [
        ("sea\u00adworthy, Jose\u0301\u200b", "seaworthy, José", False),
        ("Aagaard‑Holm’s", "Aagaard-Holm's", False),
        ("for $5 million", "for €5 million", True),
        ("well done 👍", "well done 👎", True),
    ],
)
def test_words_that_look_alike_are_the_same_and_signs_count(one: str, two: str, differs: bool) -> None:
    assert any(marks.other for marks in word_marks(one, two)) is differs


@pytest.mark.parametrize(
    ("one", "two", "differs"),
    [
        ("Vladimir Putin", "Putin", False),
        ("President Ann Roe", "A. Roe", False),
        ("Jose\u0301 Roe", "José Roe", False),
        ("Ann Roe", "Ann Poe", True),
        ("Ann Roe", "Jane Roe", True),
    ],
)
def test_speakers_are_the_same_by_their_whole_names(one: str, two: str, differs: bool) -> None:
    story = _quoted("I am ready for it", "I am ready for it")
    quotes = tuple(replace(q, speaker=name) for q, name in zip(story.quotes, (one, two), strict=True))
    (group,) = quote_groups(StoryIndex(replace(story, quotes=quotes)))
    assert ("speaker" in group.differing) is differs


def test_a_quote_in_wholly_other_words_is_called_so_and_not_marked_all_over() -> None:
    (group,) = quote_groups(
        StoryIndex(_quoted("strangers across the table", "never once eating together in all these years"))
    )
    assert group.differing == {"reworded"}
    assert not any(marks.other for marks in group.marks)


def test_a_command_is_found_by_the_beginnings_of_its_words() -> None:
    names = ("coverage matrix", "copy the sentence", "colour: gutter, words, sentences")
    assert ranked("cm", names, names)[0][0] == "coverage matrix"
    assert ranked("sentence copy", names, names)[0][0] == "copy the sentence"
    assert ranked("xyz", names, names) == []
