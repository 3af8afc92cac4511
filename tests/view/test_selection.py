"""Choosing words: by words, between blanks, by sentences; kept, copied and shown as exactly these."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.library.contents import load_sets
from tests.ui.stories import article, seeds, three_outlets

from variorum.engine.nouns import Story
from variorum.engine.story import compare
from variorum.export import render_set
from variorum.library import Library
from variorum.view import actions as do
from variorum.view.keeping.bridge import write_difference
from variorum.view.keymap import make_keymap
from variorum.view.keys import READER, SELECTING
from variorum.view.painting.screen import Painter
from variorum.view.palette import Palette
from variorum.view.reducing import selection
from variorum.view.reducing.changes import kept_at, under_cursor
from variorum.view.reducing.move import sight
from variorum.view.reducing.pieces import Piece, pieces
from variorum.view.reducing.reduce import opened, reduce
from variorum.view.reducing.selection import chosen, in_words
from variorum.view.state import Changes, Kept, PromptKind, Side, State

SEEDS, OUTLETS = seeds(), three_outlets()
KEYS = make_keymap({})
BACK, ON, FAR_BACK, FAR_ON = do.Extend(-1), do.Extend(1), do.Extend(-1, far=True), do.Extend(1, far=True)


def press(state: State, *actions: do.Action, story: Story = SEEDS) -> State:
    for action in actions:
        state = reduce(state, action, story)
    return state


def start(story: Story = SEEDS, columns: int = 100, lines: int = 30) -> State:
    return reduce(opened(story), do.Resize(columns, lines), story)


def text(state: State, story: Story = SEEDS) -> str:
    """The words that are chosen."""
    found = chosen(state, story)
    assert found is not None
    return found[0].text[slice(*found[1])]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (
            "“For my part,” he said — 1,000.5 of it.",
            ["“", "For", "my", "part", ",", "”", "he", "said", "—", "1,000.5", "of", "it", "."],
        ),
        ("don't part-time [sic] U.S. --", ["don't", "part-time", "[", "sic", "]", "U.S", ".", "--"]),
        ("フェリーは木曜日。次", ["フェリー", "は", "木", "曜", "日", "。", "次"]),
        ("Cafe\u0301 n\u0303o 👩‍🍳 👍🏽!", ["Cafe\u0301", "n\u0303o", "👩‍🍳", "👍🏽", "!"]),
        ("می‌خواهم \u0301x", ["می‌خواهم", "\u0301", "x"]),
        ("  ", ["  "]),
    ],
)
def test_what_a_word_is(words: str, wanted: list[str]) -> None:
    assert [words[p.start : p.end] for p in pieces(words)] == wanted


@given(st.text(alphabet=st.sampled_from("aé\u0301 .,'日。ー👍\u200d🏽\u00ad1-“\n"), max_size=30))
def test_every_character_but_blanks_belongs_to_one_word(words: str) -> None:
    found = pieces(words)
    assert [p.start for p in found] == sorted({p.start for p in found})
    if words.strip():
        assert "".join(words[p.start : p.end] for p in found) == "".join(words.split())


def test_a_selection_begins_with_the_sentence_and_shrinks_to_words() -> None:
    state = press(start(), do.GoTo(4), do.Select())
    whole = text(state)
    assert whole == SEEDS.articles[0].sentence_text(4)
    assert text(press(state, BACK)) == whole[:-1]  # the quotation mark behind the last word
    words = press(state, do.SwapEnds(), *[FAR_ON] * 7, do.SwapEnds(), do.ExtendTo(False))
    assert text(words).startswith("In an interview with CBS’ “60 Minutes,")
    assert press(words, do.Select()).selection is None
    assert press(words, do.Escape()).selection is None


def test_the_end_that_moves_may_pass_the_other() -> None:
    state = press(start(), do.GoTo(5), do.Select(), do.ExtendTo(False))
    assert text(state) == "Unlike"
    assert text(press(state, ON)) == "Unlike many"
    assert text(press(state, BACK)).endswith("”\n\nUnlike")
    assert press(state, BACK).sentence == 4
    assert text(press(state, BACK, ON, ON)) == "Unlike many"
    back = press(state, FAR_ON, FAR_ON, do.SwapEnds(), FAR_BACK)
    assert text(back).endswith("you.”\n\nUnlike many other")


def test_sentences_are_taken_whole_whichever_way() -> None:
    state = press(start(), do.GoTo(4), do.Select(), do.Step(1))
    assert state.selection is not None
    assert under_cursor(state, SEEDS).sentences == (("000", (4, 5)),)
    assert under_cursor(state, SEEDS).span is None
    assert under_cursor(press(state, do.Step(-2)), SEEDS).sentences == (("000", (3, 4)),)
    last = press(start(), do.End(True), do.Select(), BACK, BACK, do.Step(1))
    assert under_cursor(last, SEEDS).span is None


def test_a_search_takes_the_end_along() -> None:
    state = press(start(), do.GoTo(4), do.Select(), do.ExtendTo(False), do.OpenPrompt(PromptKind.SEARCH))
    state = press(state, *map(do.Type, "60 minutes"), do.Enter())
    assert text(state) == "In an interview with CBS’ “60 Minutes"


def test_words_are_kept_noted_and_let_go_as_these_words() -> None:
    chose = press(start(), do.GoTo(4), do.Select(), do.SwapEnds(), ON, ON, do.SwapEnds(), do.ExtendTo(False), ON, ON)
    state = press(start(), do.GoTo(4), do.Select(), do.ExtendTo(False), ON, ON)
    assert text(state) == "In an interview"
    kept = press(state, do.Keep())
    [held] = kept.changes.kept
    assert held.span == (0, len("In an interview"))
    assert kept.selection is None
    assert kept_at(kept, SEEDS) is held
    # A link kept beside it is another thing, and so are other words.
    both = press(kept, do.Keep())
    assert len(both.changes.kept) == 2
    assert kept_at(press(kept, do.Select(), BACK), SEEDS) is None
    # v begins with the words that are kept, so that m lets them go; again, with the sentence.
    again = press(kept, do.Select())
    assert text(again) == "In an interview"
    assert press(again, do.Keep()).changes.kept == ()
    assert text(press(again, do.Select())) == SEEDS.articles[0].sentence_text(4)
    assert press(again, do.Select(), do.Select()).selection is None
    assert press(kept, do.Undo()).changes.kept == ()
    assert press(kept, do.Undo(), do.Undo(again=True)).changes == kept.changes
    assert chose.selection is not None


def looks(state: State, palette: Palette, story: Story = SEEDS) -> list[tuple[str, bool, bool]]:
    """What the active pane shows: pieces of text, whether in reverse or on a ground of its own, whether underlined."""
    found = []
    ground = palette.style("").bgcolor
    for place, lines in Painter(palette).frame(state, story):
        see = sight(state, story)
        pane = see.layout.panes[state.active]
        if pane and (place.x, place.y) == (pane.x, pane.y):
            for segment in (s for line in lines for s in line):
                style = segment.style
                assert style is not None
                found.append((segment.text, bool(style.reverse) or style.bgcolor != ground, bool(style.underline)))
    return found


@pytest.mark.parametrize("theme", ["dark", "light", "ansi", "none"])
@pytest.mark.parametrize("side", [0, 1])
def test_chosen_words_stand_out_in_every_theme_and_script(theme: str, side: int) -> None:
    story = Story(
        (article("a", "Café e\u0301te\u0301 was\u00adhed 島の嵐で四百戸が停電した。フェリーは木曜日まで。 End."),)
    )
    state = press(start(story, 40, 12), do.Select(), do.ExtendTo(False), *[ON] * (4 if side else 12), story=story)
    state = press(state, do.SwapEnds(), ON, story=story)
    wanted = "".join(text(state, story).replace("\u00ad", "").split())
    marked = "".join(words for words, apart, _ in looks(state, Palette(theme), story) if apart)
    assert "".join(marked.split()) == wanted
    end = [words for words, apart, lined in looks(state, Palette(theme), story) if apart and lined]
    assert end == ["e\u0301te\u0301"], "the end that moves is underlined"
    kept = press(state, do.Keep(), story=story)
    shown = [words for words, _, lined in looks(kept, Palette(theme), story) if lined]
    assert "".join("".join(shown).split()) == wanted


def test_a_long_sentence_scrolls_with_the_end_that_moves() -> None:
    story = Story((article("a", "word " * 2_000 + "end."),))
    state = press(start(story, 40, 12), do.Select(), story=story)
    assert "end." in "".join(words for words, *_ in looks(state, Palette(), story))
    first = press(state, do.ExtendTo(False), story=story)
    assert first.top[0] == (0, 0)


def test_the_row_says_what_is_chosen_and_which_keys() -> None:
    state = press(start(), do.GoTo(4), do.Select(), do.ExtendTo(False))
    assert in_words(state, SEEDS, KEYS) == "1 word “In”: ← → end, m keeps, y copies, Esc leaves"
    assert in_words(press(state, ON), SEEDS, KEYS).startswith("2 words “In … an”")
    assert in_words(press(state, do.Step(1), do.ExtendTo(False), BACK), SEEDS, KEYS).startswith("21 words “In … you.””")


ACTIONS = st.sampled_from(
    [key.action for key in (*READER, *SELECTING, *SELECTING, *SELECTING) if key.action is not None] + [do.Resize(60, 9)]
)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from([SEEDS, OUTLETS]), st.lists(ACTIONS, max_size=20))
def test_a_selection_is_always_words_around_the_cursor(story: Story, actions: list[do.Action]) -> None:
    state = press(start(story), do.Select(), story=story)
    for action in actions:
        state = reduce(state, action, story)
        now = state.selection
        if now is None:
            state = reduce(state, do.Select(), story)
            continue
        assert (now.side, now.moving[0]) == (state.active, state.sentence)
        assert text(state, story).strip()
        kept = under_cursor(state, story)
        assert isinstance(kept, Kept)
        assert Painter(Palette()).frame(state, story)


def test_another_pane_gives_the_selection_up() -> None:
    state = press(start(), do.Select())
    assert press(state, do.ToPane()).selection is None
    assert press(state, do.Choose(0, Side.RIGHT)).selection is None
    assert replace(state, selection=None) == press(start())


@pytest.mark.parametrize("format", ["annotation", "csv", "markdown", "json"])
def test_kept_words_are_exactly_these_in_the_library_and_in_exports(tmp_path: Path, format: str) -> None:
    state = press(start(), do.GoTo(4), do.Select(), do.ExtendTo(False), *[ON] * 5, do.SwapEnds(), ON, ON, do.Keep())
    library = Library(tmp_path / "library.sqlite3")
    id = write_difference(library, SEEDS, Changes(), state.changes)
    [kept] = load_sets(library, id)
    library.close()
    [anchor] = kept.highlights[0].anchors
    assert anchor.exact == "interview with CBS’"
    assert SEEDS.articles[0].text[anchor.start : anchor.end] == anchor.exact
    assert anchor.prefix.endswith("In an ")
    assert anchor.suffix.startswith(" “60 Minutes")
    assert anchor.exact in render_set(kept, SEEDS.articles, format, now="2020-12-15T00:00:00Z")


def test_where_one_pane_fits_the_key_for_one_pane_says_how_to_see_the_other() -> None:
    state = press(start(columns=60, lines=15), do.Flip("zoomed"))
    assert not state.zoomed
    assert KEYS.said(state.message) == "one pane fits: Tab shows 003"


def test_a_sentence_as_long_as_a_book_is_taken_apart_a_few_times_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """For each of its words again, and one key would be busy for minutes."""
    asked: list[int] = []

    def counted(text: str) -> tuple[Piece, ...]:
        asked.append(len(text))
        return pieces(text)

    text = "知事は火曜日に辞任した" * 300
    story = compare(article("a", f"{text}。 Nobody knows why."), article("b", "Nobody knows why."))
    state = press(start(story), do.Select(), BACK, story=story)
    monkeypatch.setattr(selection, "pieces", counted)
    assert press(state, FAR_BACK, story=story).selection != state.selection
    assert len(asked) < 20
