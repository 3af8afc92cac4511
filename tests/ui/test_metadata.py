"""Whose an article is, put right on the screen: a form, a step of undo, and there again when the story is opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.ui.pilots import keeping_app, ready, until
from tests.ui.stories import seeds
from textual.pilot import Pilot

from variorum.engine.keeping.corrections import FIELDS, correct, make_statement, orphans
from variorum.engine.nouns import Article, Story
from variorum.ui.screens.form import AskFields
from variorum.ui.screens.reader import ReaderScreen
from variorum.view.keeping.metadata import field_value, restated, standing, statements

STORY = seeds()
GUESSED = replace(STORY.articles[0], outlet="Xinhua", guessed=frozenset({"outlet"}))


def test_what_a_reader_states_is_no_guess_and_survives_the_analysis() -> None:
    stated = correct(GUESSED, [make_statement(GUESSED, "outlet", "Wire"), make_statement(GUESSED, "published", "")])
    assert (stated.outlet, stated.published, stated.guessed) == ("Wire", None, frozenset())
    assert orphans(GUESSED, [make_statement(GUESSED, "title", "x")]) == ()


def test_only_what_differs_is_stated_and_a_guess_by_confirming_it() -> None:
    typed = {field: getattr(GUESSED, field) or "" for field in FIELDS}
    assert statements(GUESSED, typed) == []
    assert [c.value for c in statements(GUESSED, typed, confirmed="outlet")] == ["Xinhua"]
    assert statements(GUESSED, typed, confirmed="title") == []
    assert [c.kind for c in statements(GUESSED, {**typed, "byline": "Ann Ex"})] == ["byline"]
    assert standing(GUESSED, "outlet") == "guessed"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2020-12-15", "2020-12-15"),
        ("2020-12-15 10:30", "2020-12-15T10:30"),
        ("15 December 2020", "2020-12-15"),
        ("", ""),
        ("31 February 2020", None),
        ("yesterday", None),
    ],
)
def test_a_date_is_one_or_is_refused(typed: str, kept: str | None) -> None:
    assert field_value("published", typed) == kept


def test_other_fields_need_no_new_comparison() -> None:
    renamed = (replace(STORY.articles[0], outlet="Wire"), STORY.articles[1])
    found = restated(STORY, renamed)
    assert found is not None
    assert found.comparisons[0].a is renamed[0]
    assert found.comparisons[0].links == STORY.comparisons[0].links
    assert restated(STORY, (replace(renamed[0], sentences=()), renamed[1])) is None


async def form(pilot: Pilot[int]) -> AskFields:
    await until(pilot, lambda: isinstance(pilot.app.screen, AskFields))
    screen = pilot.app.screen
    assert isinstance(screen, AskFields)
    await until(pilot, lambda: any(line.has_focus for line in screen.inputs.values()))
    return screen


def first(reader: ReaderScreen) -> Article:
    return reader.story.articles[0]


async def test_a_form_corrects_an_article_and_undo_takes_it_back(path: Path) -> None:
    story = Story((GUESSED, STORY.articles[1]), ())
    app = keeping_app(path, story)
    async with app.run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        await pilot.press("A")
        screen = await form(pilot)
        await pilot.press("down", "down", "down", *"soon", "enter")
        assert isinstance(pilot.app.screen, AskFields)
        screen.inputs["published"].value = "2020-12-15"
        screen.inputs["outlet"].value = "Wire"
        await pilot.press("enter")
        await until(pilot, lambda: first(reader).outlet == "Wire")
        assert (first(reader).published, first(reader).guessed) == ("2020-12-15", frozenset())
        await until(pilot, lambda: reader.state.message == "outlet: Wire, date: 2020-12-15")
        await pilot.press("z")
        await until(pilot, lambda: first(reader) == GUESSED)
        await pilot.press("Z")
        await until(pilot, lambda: first(reader).outlet == "Wire")
    assert app.leave() == ""
    async with keeping_app(path, story).run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        assert first(reader).outlet == "Wire"


async def test_enter_on_a_guess_about_an_article_asks_for_it(path: Path) -> None:
    async with keeping_app(path, Story((GUESSED, STORY.articles[1]), ())).run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        await pilot.press("i", "slash", *"guessed", "enter", "enter")
        screen = await form(pilot)
        assert screen.inputs["outlet"].has_focus
        await pilot.press("enter")
        await until(pilot, lambda: first(reader).guessed == frozenset())
        assert first(reader).outlet == "Xinhua"


async def test_escape_leaves_everything_as_it_was(path: Path) -> None:
    async with keeping_app(path).run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        await pilot.press("A")
        await form(pilot)
        await pilot.press(*"Wire", "escape")
        await until(pilot, lambda: reader.state.message == "it is as it was")
        assert first(reader).outlet is None
