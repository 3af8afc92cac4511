"""Whatever is pressed, at whatever size: the cursor stands on a sentence, and the frame fills the screen exactly."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from tests.ui.stories import seeds, three_outlets
from tests.view.pictures import as_text
from tools.fuzz_targets import filled, press

from variorum.config import LAYOUTS
from variorum.engine.article import make_article
from variorum.engine.nouns import Story
from variorum.engine.story import compare
from variorum.view import actions as do
from variorum.view.layout.areas import LONGEST
from variorum.view.painting.screen import Painter
from variorum.view.painting.side import list_window
from variorum.view.palette import Palette
from variorum.view.reducing.move import sight
from variorum.view.reducing.reduce import opened, reduce
from variorum.view.state import Focus, PromptKind, Side

SEEDS, OUTLETS = seeds(), three_outlets()
SIZES = [(1, 1), (39, 9), (40, 10), (79, 11), (80, 10), (80, 24), (110, 30), (150, 10), (237, 10), (300, 100)]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_blocks_never_overlap_nor_leave_the_screen(layout: str) -> None:
    painter = Painter(Palette())
    for columns, lines in SIZES:
        state = reduce(opened(SEEDS, layout=layout), do.Resize(columns, lines), SEEDS)
        for focus in Focus:
            for zoomed in (False, True):
                shown = replace(state, focus=focus, zoomed=zoomed, sources=True, highlights=True, strip=True)
                filled(painter, shown, SEEDS, (layout, columns, lines, focus, zoomed))


@pytest.mark.parametrize("story", [SEEDS, OUTLETS, Story(SEEDS.articles[:1]), Story(SEEDS.articles)])
@pytest.mark.parametrize("start", range(4))
def test_random_keys(story: Story, start: int) -> None:
    state = reduce(opened(story), do.Resize(80, 24), story)
    assert press(state, story, random.Random(start), 60).columns


@pytest.mark.parametrize("locked", [True, False])
def test_the_parallel_edition_is_left_from_the_right_pane(locked: bool) -> None:
    story = compare(
        make_article("The wall was built.", id="a", source="a"),
        make_article("\n\n".join(f"The wall was built {n} years ago." for n in range(40)), id="b", source="b"),
    )
    state = reduce(replace(opened(story), locked=locked), do.Resize(100, 15), story)
    for action in (do.ToPane(Side.RIGHT), do.Flip("parallel"), do.End(True), do.Flip("parallel")):
        state = reduce(state, action, story)
        filled(Painter(Palette()), state, story, action)
    assert all(state.top[side][0] < len(story.articles[side].sentences) for side in Side)


@pytest.mark.parametrize("rows", [1, 2, 3, 8, 37])
@pytest.mark.parametrize("count", [1, 5, 40, 100])
def test_a_lists_window_shows_where_one_is_and_seldom_moves(rows: int, count: int) -> None:
    firsts = [list_window(at, rows, count) for at in range(count)]
    assert all(first <= at < first + rows for at, first in enumerate(firsts))
    assert all(0 <= first <= max(0, count - rows) for first in firsts)
    assert len(set(firsts)) <= count // max(1, rows // 2) + 1


def test_a_pane_by_itself_stands_in_the_middle_with_lines_one_can_read() -> None:
    zoomed = replace(reduce(opened(SEEDS), do.Resize(200, 60), SEEDS), zoomed=True)
    layout = sight(zoomed, SEEDS).layout
    pane = layout.panes[0]
    assert pane is not None
    assert layout.text[0] == LONGEST
    assert abs(pane.x - (200 - pane.x - pane.w)) <= 1
    assert sight(replace(zoomed, text_width=120), SEEDS).layout.text[0] == 120


def test_what_is_searched_for_is_seen_on_the_narrowest_screen() -> None:
    state = opened(SEEDS)
    for action in (do.Resize(40, 12), do.OpenPrompt(PromptKind.SEARCH), do.Type("the")):
        state = reduce(state, action, SEEDS)
    assert as_text(Painter(Palette()).frame(state, SEEDS), 12)[-1].startswith(" /the")
