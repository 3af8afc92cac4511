"""The reader as an app: real key presses, the mouse, comparing behind, and what the canvas draws."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.ui.pilots import app_of, reader_of
from tests.ui.stories import seeds, three_outlets
from tests.view.pictures import as_text
from textual import events
from textual.pilot import Pilot

from variorum.config import Settings
from variorum.engine.nouns import Article, Sentence, Story
from variorum.errors import ConfigError
from variorum.ui import comparing
from variorum.ui.screens.listing import ListScreen
from variorum.ui.screens.reader import ReaderScreen
from variorum.ui.widgets.canvas import Canvas
from variorum.view.keymap import make_keymap
from variorum.view.keys import BY_ID, READER, SELECTING
from variorum.view.painting.screen import Painter
from variorum.view.palette import Palette, palette_for
from variorum.view.state import Focus, Side


async def settled(pilot: Pilot[int]) -> ReaderScreen:
    """The reader, once every comparison is made and painted."""
    reader = reader_of(pilot)
    while reader.state.busy or not reader.story.facts:
        await pilot.pause(0.01)
    await pilot.pause()
    return reader


def drawn(reader: ReaderScreen) -> list[str]:
    canvas = reader.query_one(Canvas)
    return [canvas.render_line(y).text.rstrip() for y in range(canvas.size.height)]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (50, 12), (20, 5)])
async def test_the_canvas_draws_what_is_painted(size: tuple[int, int]) -> None:
    app = app_of(seeds())
    async with app.run_test(size=size) as pilot:
        await pilot.press("j", "j", "space", "tab", "w")
        await pilot.pause()
        reader = reader_of(pilot)
        wanted = as_text(Painter(Palette()).frame(reader.state, reader.story), size[1])
        assert drawn(reader) == wanted


async def test_every_key_of_the_table_is_bound_and_answered() -> None:
    app = app_of(seeds())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        reader = reader_of(pilot)
        keys = make_keymap({})
        assert {*keys.reader.values(), *keys.selecting.values()} == BY_ID.keys()
        for key in READER:
            if key.action is not None:
                before = reader.state
                reader.action_key(key.id)
                assert reader.state is not before, key.id
                reader.action_key("escape")


async def test_comparing_goes_on_behind_and_the_text_can_be_read_before() -> None:
    app = app_of(Story(three_outlets().articles))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert any("storm cut power" in row for row in drawn(reader_of(pilot)))
        reader = await settled(pilot)
        assert len(reader.story.comparisons) == 3
        assert "≈" in "".join(drawn(reader)) or "~" in "".join(drawn(reader))


async def test_long_articles_are_compared_in_a_process_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "APART_FROM", 1)
    app = app_of(Story(three_outlets().articles))
    async with app.run_test(size=(80, 24)) as pilot:
        reader = await settled(pilot)
        assert len(reader.story.comparisons) == 3
        assert all(c.a in reader.story.articles for c in reader.story.comparisons)


async def test_escape_stops_comparing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "APART_FROM", 1)
    text = "\n\n".join(f"Sentence number {n} of a very long article about towns {n % 97}." for n in range(6000))
    long = _article("long", text)
    app = app_of(Story((long, replace(long, id="other"))))
    async with app.run_test(size=(80, 24)) as pilot:
        reader = reader_of(pilot)
        while not reader.state.busy:
            await pilot.pause(0.01)
        reader.action_key("escape")
        while reader.state.busy:
            await pilot.pause(0.01)
        assert reader.story.comparisons == ()
        assert reader.state.message == "comparing stopped"
        await pilot.press("j")
        assert reader.state.sentence == 1


def _article(id: str, text: str) -> Article:
    sentences, at = [], 0
    for n, part in enumerate(text.split("\n\n")):
        sentences.append(Sentence(n, at, at + len(part), n))
        at += len(part) + 2
    return Article(id, id, text, tuple(sentences))


async def test_keys_before_the_first_layout_do_nothing() -> None:
    reader = app_of(seeds()).new_reader(seeds())
    reader.action_key("next-sentence")
    assert reader.state.sentence == 0


async def test_no_key_lays_the_screen_out_again() -> None:
    app = app_of(seeds())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        reader = reader_of(pilot)
        compositor = reader._compositor
        laid_out = []
        original = compositor.reflow
        compositor.reflow = lambda *a, **k: laid_out.append(1) or original(*a, **k)  # type: ignore[method-assign, func-returns-value]
        await pilot.press("j", "space", "S", "escape", "H", "escape", "x", "o", "tab", "slash", "a", "escape", "m")
        assert not laid_out


async def test_what_is_typed_fast_keeps_its_order() -> None:
    app = app_of(seeds())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in ("slash", *"kremlin", "enter", "n", "j"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        reader = reader_of(pilot)
        while reader.state.prompt or reader.state.sentence != 6:
            await pilot.pause(0.01)
        assert reader.state.query == "kremlin"


async def test_typing_a_search_and_pasting_into_it() -> None:
    app = app_of(seeds())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "q", "u", "backspace", "u", "a", "l")
        reader = reader_of(pilot)
        assert reader.state.query == "qual"
        assert (reader.state.active, reader.state.sentence) == (Side.LEFT, 2)
        await pilot.press("enter")
        assert reader.state.message == "/qual: 1 left, 0 right"


async def test_the_mouse_clicks_a_sentence_scrolls_and_drags_the_split() -> None:
    app = app_of(seeds())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.mouse_down(offset=(10, 10))
        await pilot.mouse_up(offset=(10, 10))
        reader = reader_of(pilot)
        assert (reader.state.active, reader.state.sentence) == (Side.LEFT, 1)
        await pilot.mouse_down(offset=(39, 10))
        assert reader.state.split in (49, 50)
        reader._mouse_at("drag", 50, 10)
        assert reader.state.split > 60
        reader._mouse_at("down", 10, 10)
        assert reader.state.top[0] != (0, 0)


async def test_sources_list_chooses_articles() -> None:
    app = app_of(three_outlets())
    async with app.run_test(size=(120, 40)) as pilot:
        reader = reader_of(pilot)
        await pilot.press("S")
        assert reader.state.focus is Focus.SOURCES
        await pilot.press("j", "j", "enter")
        assert (reader.state.left, reader.state.right) == (0, 2)
        await pilot.press("2")
        assert reader.state.right == 1


async def test_copying_sends_text_only_and_says_where_it_went(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    app = app_of(seeds())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "y")
        reader = reader_of(pilot)
        assert reader.state.message == "sentence sent to the terminal's clipboard"
        assert app.clipboard.startswith("On Tuesday, a message from the Kremlin")
        await pilot.press("Y")
        assert app.clipboard.count("\n\n") == 1
        assert app.clipboard.startswith("000: On Tuesday")


async def test_quitting_ends_with_done() -> None:
    app = app_of(seeds())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("q")
    assert app.return_value == 0


async def test_keys_can_be_remapped_and_the_old_ones_are_free() -> None:
    app = app_of(seeds(), Settings(keys={"next-sentence": "f5"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5")
        assert reader_of(pilot).state.sentence == 1
        await pilot.press("j")
        assert reader_of(pilot).state.sentence == 1


def test_key_settings_are_checked() -> None:
    with pytest.raises(ConfigError, match=r"keys\.jump: there is no such binding"):
        make_keymap({"jump": "j"}, "settings.toml")
    with pytest.raises(ConfigError, match=r"keys\.keep: j is taken by next-sentence"):
        make_keymap({"keep": "j"}, "settings.toml")
    with pytest.raises(ConfigError, match=r"keys\.keep: \? is taken by help"):
        make_keymap({"keep": "?"}, "settings.toml")


def test_no_key_is_bound_twice_and_none_clashes_with_a_terminal() -> None:
    made = make_keymap({})
    for keys in (made.reader, made.selecting, made.lists):
        assert not {f"ctrl+{c}" for c in "abshijm"} & keys.keys()
    assert len(BY_ID) == len(READER) + len(SELECTING)


def test_the_palette_goes_by_settings_locale_and_no_color() -> None:
    assert palette_for("dark", "auto", colour=True, encoding="UTF-8").glyph("near") == "≈"
    assert palette_for("dark", "auto", colour=True, encoding="ANSI_X3.4-1968").glyph("near") == ":"
    plain = palette_for("light", "auto", colour=False, encoding="utf-8")
    names = ("", "strong", "identical", "near", "only left", "disagrees", "hit", "kept", "chosen")
    assert all(plain.style(name).color is None and plain.style(name).bgcolor is None for name in names)


async def test_keys_of_lists_and_of_choosing_words_can_be_set_too() -> None:
    settings = Settings(keys={"list-down": "ctrl+n", "select-on": "ctrl+r"})
    async with app_of(seeds(), settings).run_test(size=(80, 24)) as pilot:
        reader = reader_of(pilot)
        await pilot.press("v", "0", "l", "ctrl+r")
        assert reader.state.selection is None, "l is free again, and goes to the other pane"
        await pilot.press("h", "v", "0", "ctrl+r", "ctrl+r")
        assert reader.state.selection
        assert reader.state.selection.moving == (0, 2)
        await pilot.press("escape", "question_mark")
        while not isinstance(screen := pilot.app.screen, ListScreen):
            await pilot.pause(0.01)
        before = screen.table.listing.cursor
        await pilot.press("j")
        assert screen.table.listing.cursor == before
        await pilot.press("ctrl+n")
        assert screen.table.listing.cursor > before
    with pytest.raises(ConfigError, match=r"settings\.toml: keys\.list-down: k is taken by list-up already"):
        make_keymap({"list-down": "k"}, "settings.toml")
