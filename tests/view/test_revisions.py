"""The list of what was changed between versions: what it says, marks and opens."""

from __future__ import annotations

from tests.ui.stories import three_outlets, two_versions

from variorum.view.actions import ShowPair
from variorum.view.lists.about import about_view
from variorum.view.lists.revisions import revisions_view
from variorum.view.lists.table import Table, View, text
from variorum.view.palette import UNICODE
from variorum.view.reducing.reduce import reduce
from variorum.view.state import Side, State


def table(view: View, query: str = "", wanted: str = "all") -> Table:
    """The view's table for a search and a filter."""
    return view.build(0, view.filters.index(wanted), query)


def words(found: Table) -> list[list[str]]:
    """The cells of every row."""
    return [[text(cell).strip() for cell in row.cells] for row in found.rows]


def test_every_change_is_a_row_under_the_two_versions() -> None:
    found = words(table(revisions_view(two_versions(), UNICODE.__getitem__)))
    assert found == [
        ["Tarn Post v1 → Tarn Post v2  2020-12-15 09:30"],
        ["≠ title", "Mayor refuses to name costs", "Bridge closed as a precaution"],
        ["↕ moved", "5", "3  Shopkeepers fear for their business."],
        [
            "≈ changed",
            "3  Mayor Ada Flint refused to comment on the costs.",
            "4  Mayor Ada Flint declined to comment on the costs.",
        ],
        ["− removed", "4  The engineer is married to the mayor's sister.", ""],
        ["+ added", "", "5  A ferry will carry cars from Thursday."],
    ]


def test_only_words_that_differ_are_marked() -> None:
    found = table(revisions_view(two_versions(), UNICODE.__getitem__), wanted="changed").rows[1]
    assert [[piece for piece, style in cell if "underline" in style] for cell in found.cells] == [
        [],
        ["refused"],
        ["declined"],
    ]


def test_searching_leaves_out_steps_without_a_find() -> None:
    view = revisions_view(two_versions(), UNICODE.__getitem__)
    assert [row[0] for row in words(table(view, "sister"))[1:]] == ["− removed"]
    assert words(table(view, "zebra")) == []


def test_what_was_added_is_opened_on_the_right() -> None:
    story = two_versions()
    added = table(revisions_view(story, UNICODE.__getitem__), wanted="added").rows[1]
    assert added.target == ShowPair("tarn-0", "tarn-1", 0, 5, side=Side.RIGHT)
    state = reduce(State(right=1), added.target, story)
    assert (state.active, state.sentence) == (Side.RIGHT, 5)


def test_about_names_the_title_that_the_version_before_had() -> None:
    view = about_view(two_versions(), "tarn-0", "tarn-1", Side.RIGHT, 1, UNICODE.__getitem__)
    assert ["", "title in Tarn Post v1: Mayor refuses to name costs"] in words(view.build(0, 0, ""))


def test_articles_that_are_no_versions_say_how_to_open_some() -> None:
    found = table(revisions_view(three_outlets(), UNICODE.__getitem__))
    assert not len(found.rows)
    assert found.empty.startswith("no two versions")
