"""The reducer: whatever is pressed, the cursor stays in view, windows within their ends, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ui.stories import seeds, three_outlets
from tests.view.pictures import as_text

from variorum.engine.keeping.nouns import HighlightKind
from variorum.engine.nouns import Relation, Story
from variorum.view import actions as do
from variorum.view.keymap import make_keymap
from variorum.view.keys import READER, SELECTING
from variorum.view.layout.areas import Kind
from variorum.view.layout.rows import clamp
from variorum.view.marks import Mark, marks, story_as_shown
from variorum.view.painting.pane import places
from variorum.view.painting.screen import Painter
from variorum.view.palette import Palette
from variorum.view.reducing.move import in_view, partly_in_view, sight
from variorum.view.reducing.reduce import opened, reduce
from variorum.view.state import Filter, Focus, PromptKind, Side, State

SEEDS, OUTLETS = seeds(), three_outlets()
SAID = make_keymap({}).said
SIZES = st.tuples(st.integers(1, 210), st.integers(1, 60))
ACTIONS = st.one_of(
    st.sampled_from([key.action for key in READER if key.action is not None]),
    SIZES.map(lambda size: do.Resize(*size)),
    st.sampled_from("aePü日").map(do.Type),
    st.builds(do.GoTo, st.integers(0, 25), st.sampled_from(Side)),
    st.builds(do.Scroll, st.integers(-80, 80), st.sampled_from([None, *Side])),
)


def start(story: Story = SEEDS, columns: int = 80, lines: int = 24) -> State:
    return reduce(opened(story), do.Resize(columns, lines), story)


def press(state: State, *actions: do.Action, story: Story = SEEDS) -> State:
    for action in actions:
        state = reduce(state, action, story)
    return state


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([SEEDS, OUTLETS]), SIZES, st.lists(ACTIONS, max_size=25))
def test_cursor_and_windows_stay_where_they_can_be_seen(
    story: Story, size: tuple[int, int], actions: list[do.Action]
) -> None:
    state = start(story, *size)
    painter = Painter(Palette())
    for action in actions:
        state = reduce(state, action, story)
        see = sight(state, story)
        for side in Side:
            assert 0 <= state.cursor[side] < len(story.articles[state.article(side)].sentences)
        if see.layout.kind is not Kind.NONE:
            assert see.layout.panes[state.active]
            rows = places(state, see, state.active, see.rows)
            # In the parallel edition a window may hold nothing but what only the other side has.
            assert partly_in_view(state, see, state.active, state.sentence) or not any(rows)
            for side in Side:
                if see.layout.panes[side] and not see.band_flow:
                    assert clamp(see.flow(side), state.top[side], see.rows) == state.top[side]
        taken: set[tuple[int, int]] = set()
        for place, lines in painter.frame(state, story):
            cells = {(x, y) for x in range(place.x, place.x + place.w) for y in range(place.y, place.y + place.h)}
            assert not cells & taken
            taken |= cells
            assert place.x >= 0
            assert place.x + place.w <= max(1, state.columns)
            assert len(lines) == place.h
            assert all(sum(s.cell_length for s in line) == place.w for line in lines)


@pytest.mark.parametrize("columns", [80, 120, 60])
def test_next_sentence_visits_every_sentence(columns: int) -> None:
    state, seen = start(columns=columns), []
    for _ in SEEDS.articles[0].sentences:
        seen.append(state.sentence)
        state = press(state, do.Step(1))
    assert seen == list(range(len(SEEDS.articles[0].sentences)))
    assert state.sentence == seen[-1]


def test_the_other_pane_follows_by_link_and_stands_still_while_it_can() -> None:
    state = press(start(), do.GoTo(4))
    see = sight(state, SEEDS)
    assert state.cursor[1] == 9
    assert in_view(state, see, Side.RIGHT, 9)
    before = press(start(), do.GoTo(0))
    after = press(before, do.Scroll(1))
    assert after.cursor[1] == 1


def test_without_a_counterpart_the_preceding_link_counts() -> None:
    state = press(start(), do.GoTo(7))
    see = sight(state, SEEDS)
    assert marks(state, SEEDS).mark(Side.LEFT, 7) is Mark.UNIQUE
    assert see.marks.anchor(Side.LEFT, 7) == 5
    assert in_view(state, see, Side.RIGHT, 3)


def test_unlocked_panes_scroll_apart() -> None:
    state = press(start(), do.Flip("locked"))
    assert press(state, do.End(True)).top[1] == state.top[1]


def test_scrolling_takes_the_other_pane_along_between_anchors() -> None:
    state = press(start(), do.GoTo(6))
    moved = press(state, do.Scroll(1))
    assert moved.top[0] != state.top[0]
    assert moved.top[1] != state.top[1]


def test_enter_goes_through_all_counterparts_and_back() -> None:
    state = press(start(), do.GoTo(1))
    seen = []
    for _ in range(5):
        state = press(state, do.Enter())
        seen.append((state.active, state.sentence))
    assert seen == [(Side.RIGHT, n) for n in (8, 9, 10, 11)] + [(Side.LEFT, 1)]


def test_partners_of_a_split_are_counted_when_out_of_sight() -> None:
    state = press(start(), do.GoTo(1))
    text = "\n".join(as_text(Painter(Palette()).frame(state, SEEDS), 24))
    assert "▾" in text.splitlines()[0]


def test_threshold_adds_related_that_never_count_and_hides_but_never_what_is_kept() -> None:
    state = press(start(), do.GoTo(4), do.Keep(), *[do.Threshold(-0.05)] * 4)
    assert "1 related, not counted" in state.message
    assert marks(state, SEEDS).mark(Side.LEFT, 8) is Mark.RELATED
    high = press(state, do.Threshold(0), *[do.Threshold(0.05)] * 7)
    shown = [link.a for link in marks(high, SEEDS).links]
    assert shown == [(0,), (4,)]
    assert press(high, do.Threshold(0)).threshold is None


@pytest.mark.parametrize("steps", [-4, 0, 4, 7])
def test_what_is_exported_is_what_the_threshold_shows(steps: int) -> None:
    """Links that it hides are no shared passages of the export either; the weak one that is kept is in both."""
    state = press(start(), do.GoTo(4), do.Keep(), *[do.Threshold(0.05 if steps > 0 else -0.05)] * abs(steps))
    shown = marks(state, SEEDS)
    (exported,) = story_as_shown(SEEDS, state.changes, state.threshold).comparisons
    assert list(exported.links) == list(shown.links[: shown.first_related])
    assert len(exported.links) + len(exported.related) == len(SEEDS.comparisons[0].links + SEEDS.comparisons[0].related)


def test_next_of_the_filter_and_next_unique() -> None:
    state = start()
    assert press(state, do.Next(1)).sentence == 1
    assert press(state, do.NextUnique(1)).sentence == 2
    disagrees = press(state, do.NextFilter(Filter.DISAGREES), do.Next(1))
    assert disagrees.sentence == 4
    assert "no further sentence" in press(disagrees, do.Next(1)).message


def test_one_key_goes_round_what_disagrees() -> None:
    assert press(start(), do.NextConflict()).sentence == 4
    assert press(start(), do.GoTo(9), do.NextConflict()).sentence == 4, "after the last the first again"
    other = press(start(OUTLETS), do.Choose(2), do.NextConflict(), story=OUTLETS)
    assert "D looks at every outlet" in SAID(other.message)


def test_of_several_sentences_only_the_one_with_the_detail_disagrees() -> None:
    found = marks(start(), SEEDS)
    assert [s for s in range(20) if found.disagrees(Side.RIGHT, s)] == [9]


def test_what_a_list_opened_leads_back_to_it_until_esc() -> None:
    state = press(start(OUTLETS), do.ShowPair("lantern", "wire", 5, 1, "discrepancies"), do.Step(1), story=OUTLETS)
    assert state.back == "discrepancies"
    assert press(state, do.Escape(), story=OUTLETS).back == ""
    filtered = press(state, do.NextFilter(Filter.SHARED), do.Escape(), story=OUTLETS)
    assert (filtered.filter, filtered.back) == (Filter.ALL, "discrepancies")


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_the_status_row_names_both_sides_of_what_disagrees(width: int) -> None:
    state = press(start(SEEDS, width, 24), do.GoTo(4))
    status = as_text(Painter(Palette()).frame(state, SEEDS), 24)[-1]
    assert "≠ source: CBS’ “60 M" in status
    assert "/ a Kremlin s" in status


def test_search_counts_both_panes_walks_both_and_comes_back() -> None:
    state = press(start(), do.OpenPrompt(PromptKind.SEARCH), *map(do.Type, "biden's"))
    assert state.sentence == 0
    done = press(state, do.Enter())
    assert done.message == "/biden's: 1 left, 1 right"
    found = press(done, do.Next(1))
    assert (found.active, found.sentence) == (Side.RIGHT, 7)
    assert (press(found, do.Next(1)).active, press(found, do.Next(1)).sentence) == (Side.LEFT, 0)
    gone = press(start(), do.GoTo(2), do.OpenPrompt(PromptKind.SEARCH), do.Type("immunity"), do.Escape())
    assert (gone.active, gone.sentence, gone.query) == (Side.LEFT, 2, "")


def test_keeping_undo_and_redo() -> None:
    state = press(start(), do.GoTo(4), do.Keep())
    assert state.message == "kept"
    assert [dict(k.sentences) for k in state.changes.kept] == [{"000": (4,), "003": (9,)}]
    undone = press(state, do.Undo())
    assert undone.changes.kept == ()
    assert press(undone, do.Undo(again=True)).changes == state.changes
    assert press(state, do.Keep()).changes.kept == ()
    (kept,) = state.changes.kept
    noted = replace(state, changes=replace(state.changes, kept=(replace(kept, note="who said it?"),)))
    assert SAID(press(noted, do.Keep()).message) == "no longer kept, nor its note: z brings both back"
    assert press(noted, do.Keep(), do.Undo()).changes.kept[0].note == "who said it?"


def test_a_selection_is_kept_as_one() -> None:
    state = press(start(), do.GoTo(2), do.Select(), do.Step(2), do.Keep())
    assert [dict(k.sentences) for k in state.changes.kept] == [{"000": (2, 3, 4)}]
    assert state.selection is None


def test_links_by_hand_and_taken_apart() -> None:
    state = replace(press(start(), do.GoTo(6)), cursor=(6, 16))
    made = press(state, do.Link())
    assert marks(made, SEEDS).partners(Side.LEFT, 6) == (16,)
    cut = press(made, do.Link())
    assert marks(cut, SEEDS).partners(Side.LEFT, 6) == ()
    assert marks(press(cut, do.Undo()), SEEDS).partners(Side.LEFT, 6) == (16,)


def test_another_article_keeps_the_fact_in_view() -> None:
    state = press(start(OUTLETS), do.GoTo(5), story=OUTLETS)
    assert state.cursor[1] == 1
    other = press(state, do.Choose(2), story=OUTLETS)
    assert (other.right, other.cursor[1]) == (2, 2)
    left = press(other, do.Choose(1, Side.LEFT), story=OUTLETS)
    assert (left.left, left.cursor) == (1, (1, 2))
    swapped = press(left, do.Choose(1), story=OUTLETS)
    assert (swapped.left, swapped.right) == (2, 1)


def test_the_parallel_edition_keeps_the_place_and_shows_every_sentence_once() -> None:
    state = press(start(), do.GoTo(4), do.Flip("parallel"))
    assert state.sentence == 4
    see = sight(state, SEEDS)
    assert see.band_flow
    for side in Side:
        shown = [s for band in see.band_flow.bands.bands for s in band[side]]
        assert sorted(shown) == list(range(len(SEEDS.articles[side].sentences)))
    assert press(state, do.Flip("parallel")).sentence == 4


def test_classroom_hides_the_marks_until_they_are_revealed() -> None:
    state = press(start(), do.Flip("classroom"))
    hidden = "\n".join(as_text(Painter(Palette()).frame(state, SEEDS), 24))
    assert "~" not in hidden
    assert "29 %" not in hidden
    shown = "\n".join(as_text(Painter(Palette()).frame(press(state, do.Enter()), SEEDS), 24))
    assert "▌~ As the electoral college" in shown


def test_lists_filter_and_jump() -> None:
    state = press(start(), do.Panel(Focus.HIGHLIGHTS), do.Step(2), do.Enter())
    assert state.focus is Focus.PANES
    assert state.sentence == 4
    found = press(
        start(), do.Panel(Focus.HIGHLIGHTS), do.OpenPrompt(PromptKind.SEARCH), do.Type("Xinhua"), do.Enter(), do.Enter()
    )
    assert found.sentence == 6


def test_one_article_alone_opens() -> None:
    story = Story(SEEDS.articles[:1])
    state = start(story)
    text = "\n".join(as_text(Painter(Palette()).frame(state, story), 24))
    assert "one article: nothing to compare it with" in text
    assert press(state, do.Step(1), do.ToPane(), do.Flip("parallel"), do.Enter(), story=story).sentence == 1


def test_before_any_comparison_everything_can_be_read() -> None:
    story = Story(OUTLETS.articles)
    state = start(story)
    text = "\n".join(as_text(Painter(Palette()).frame(state, story), 24))
    assert "not compared yet" in text
    assert "+" not in text
    compared = reduce(state, do.Refreshed(), OUTLETS)
    assert marks(compared, OUTLETS).links[0].relation is Relation.NEAR


def test_words_that_look_like_markup_are_shown_as_they_are() -> None:
    state = press(start(OUTLETS), story=OUTLETS)
    assert "[sic] The school" in "\n".join(as_text(Painter(Palette()).frame(state, OUTLETS), 24))


def test_the_left_article_is_chosen_by_a_key_before_its_number() -> None:
    state = press(start(OUTLETS), do.OnLeft(), story=OUTLETS)
    assert SAID(state.message) == "on the left: 1 … 3, < or >"
    chosen = press(state, do.Choose(2), story=OUTLETS)
    assert (chosen.left, chosen.right, chosen.on_left) == (2, 1, False)
    assert press(chosen, do.Choose(0), story=OUTLETS).right == 0
    stepped = press(state, do.NextArticle(1), story=OUTLETS)
    assert (stepped.left, stepped.right) == (2, 1)
    assert not press(state, do.Step(1), story=OUTLETS).on_left


def test_what_another_outlet_has_is_not_called_only_here() -> None:
    state = press(start(OUTLETS, 120), do.Choose(2), do.GoTo(2), story=OUTLETS)
    assert "+ not in nippo, but in wire" in as_text(Painter(Palette()).frame(state, OUTLETS), 24)[-1]
    assert press(state, do.Keep(), story=OUTLETS).changes.kept[0].kind is HighlightKind.OWN
    state = press(state, do.GoTo(6), story=OUTLETS)
    assert "+ only here" in as_text(Painter(Palette()).frame(state, OUTLETS), 24)[-1]
    assert press(state, do.Keep(), story=OUTLETS).changes.kept[0].kind is HighlightKind.UNIQUE
    waiting = replace(OUTLETS, comparisons=OUTLETS.comparisons[:1])
    state = press(start(waiting, 120), do.GoTo(6), story=waiting)
    assert "+ not in wire " in as_text(Painter(Palette()).frame(state, waiting), 24)[-1]
    assert press(state, do.Keep(), story=waiting).changes.kept[0].kind is HighlightKind.OWN
    single = Story(OUTLETS.articles[:1])
    assert press(start(single), do.Keep(), story=single).changes.kept[0].kind is HighlightKind.OWN


def test_a_parallel_edition_that_has_no_room_says_so() -> None:
    assert press(start(), do.Flip("parallel")).message == "parallel edition"
    single = press(start(SEEDS, 40, 12), do.Flip("parallel"))
    assert SAID(single.message) == "one pane fits: Tab shows 003"
    assert not single.parallel


STORIES = {"seeds": SEEDS, "outlets": OUTLETS, "one article": Story(SEEDS.articles[:1])}
SITUATIONS: dict[str, tuple[do.Action, ...]] = {
    "at the start": (),
    "in the middle": (do.GoTo(4),),
    "on the right": (do.ToPane(Side.RIGHT),),
    "at the end": (do.End(True),),
    "in the sources": (do.Panel(Focus.SOURCES),),
    "in the highlights": (do.Panel(Focus.HIGHLIGHTS),),
    "choosing words": (do.GoTo(4), do.Select()),
    "in classroom mode": (do.Flip("classroom"),),
    "in the parallel edition": (do.Flip("parallel"),),
    "in one pane": (do.Flip("zoomed"),),
    "split far left": (do.Split(to=20),),
    "in one colour": (do.NextStrength(), do.NextStrength()),
}


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_key_shows_what_it_did(situation: str, size: tuple[int, int]) -> None:
    painter = Painter(Palette())
    for name, story in [*STORIES.items()][: 1 if size[0] >= 80 else None]:
        state = replace(press(start(story, *size), *SITUATIONS[situation], story=story), message="")
        before = painter.frame(state, story)
        keys = (*SELECTING, *READER) if state.selection else READER
        actions = {key.id: key.action for key in keys if key.action is not None and key.id != "escape"}
        same = [id for id, action in actions.items() if painter.frame(reduce(state, action, story), story) == before]
        assert same == [], name


@pytest.mark.parametrize(
    ("story", "actions", "words"),
    [
        ("one article", (), "one article: nothing to compare it with"),
        ("seeds", (do.NextFilter(Filter.KEPT),), "m keeps what the cursor stands on"),
        ("seeds", (do.NextFilter(Filter.IDENTICAL),), "nothing here: identical · f goes on to the next filter"),
        (
            "seeds",
            (do.OpenPrompt(PromptKind.HIGHLIGHTS), do.Type("zz"), do.Enter()),
            "these words: zz · Esc clears them",
        ),
    ],
)
def test_an_empty_list_says_why_and_what_to_do(story: str, actions: tuple[do.Action, ...], words: str) -> None:
    state = press(start(STORIES[story], 80, 24), do.Panel(Focus.HIGHLIGHTS), *actions, story=STORIES[story])
    assert words in "\n".join(as_text(Painter(Palette()).frame(state, STORIES[story]), 24))


@pytest.mark.parametrize("end", [do.Enter(), do.Escape()])
def test_enter_without_words_searches_for_the_last_ones_again(end: do.Action) -> None:
    search = do.OpenPrompt(PromptKind.SEARCH)
    left = press(start(SEEDS, 80, 24), search, do.Type("immunity"), end, do.Escape(), do.End(False))
    assert left.query == ""
    asking = press(left, search)
    assert "Enter finds immunity again" in as_text(Painter(Palette()).frame(asking, SEEDS), 24)[-1]
    again = press(asking, do.Enter())
    assert again.query == "immunity"
    assert (again.active, again.sentence) == (Side.RIGHT, press(start(), search, do.Type("immunity")).sentence)
