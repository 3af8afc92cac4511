"""The source list: outlets, their versions in order, and which two go side by side."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.stories import article

from variorum.engine.nouns import Article, Story, Version
from variorum.view import actions as do
from variorum.view.layout.lines import plain
from variorum.view.outlets import in_list, is_newest, outlets
from variorum.view.painting.sources import sources_lines
from variorum.view.palette import Palette
from variorum.view.reducing.move import sight
from variorum.view.reducing.reduce import opened, reduce
from variorum.view.state import Focus, Side, State


def version(order: int, outlet: str | None = None) -> Article:
    made = article(f"bridge.v{order}", f"The bridge opens in 202{order}. It costs {order} million.")
    return replace(made, outlet=outlet, version=Version("/news/bridge", order, f"v{order}", f"2020-12-0{order}"))


STORY = Story(
    (
        version(2),
        replace(article("post", "Nothing new."), outlet="Post"),
        version(1, "Kelder"),
        version(3),
        article("x", "A."),
    )
)


def pressed(state: State, *actions: do.Action, story: Story = STORY) -> State:
    for action in actions:
        state = reduce(state, action, story)
    return state


def shown(state: State, story: Story = STORY) -> tuple[str, str]:
    return story.articles[state.left].id, story.articles[state.right].id


def start(columns: int = 120, lines: int = 32) -> State:
    return pressed(opened(STORY), do.Resize(columns, lines), do.Panel(Focus.SOURCES))


def test_versions_stand_under_the_outlet_that_one_of_them_names() -> None:
    assert [(o.name, o.members) for o in outlets(STORY)] == [("Kelder", (2, 0, 3)), ("Post", (1,)), ("x", (4,))]
    assert [is_newest(STORY, place) for place in in_list(STORY)] == [False, False, True, False, False]


def test_the_list_shows_versions_in_their_order_and_marks_the_newest() -> None:
    state = start()
    lines = [text.rstrip() for text in plain(sources_lines(state, STORY, sight(state, STORY), Palette()))]
    at = lines.index(" Kelder")
    names = [text[5:] for text in lines[at:] if text[5:6] == "v"]
    assert [name.split()[:2] for name in names] == [["v1", "2020-12-01"], ["v2", "2020-12-02"], ["v3", "newest"]]


def test_left_and_right_work_on_any_row() -> None:
    state = pressed(start(), do.End(True), do.ToPane(Side.LEFT), do.End(False), do.ToPane(Side.RIGHT))
    assert shown(state) == ("x", "bridge.v1")
    assert state.focus is Focus.SOURCES


def test_enter_on_a_version_puts_the_one_before_it_across() -> None:
    state = pressed(start(), do.End(False), do.Step(2), do.Enter())
    assert shown(state) == ("bridge.v2", "bridge.v3")
    assert state.focus is Focus.PANES
    first = pressed(start(), do.End(False), do.Enter())
    assert shown(first) == ("bridge.v1", "bridge.v2")


def test_the_next_article_of_two_versions_is_the_next_pair() -> None:
    state = pressed(start(), do.End(False), do.Enter(), do.NextArticle(1))
    assert shown(state) == ("bridge.v2", "bridge.v3")
    state = pressed(state, do.NextArticle(1))
    assert (shown(state), state.message) == (("bridge.v2", "bridge.v3"), "this is the newest version")
    assert shown(pressed(state, do.NextArticle(-1))) == ("bridge.v1", "bridge.v2")


def test_a_list_that_is_too_long_scrolls_to_its_cursor() -> None:
    state = pressed(start(120, 12), do.End(True))
    lines = plain(sources_lines(state, STORY, sight(state, STORY), Palette()))
    assert any(" x" in text for text in lines)
