"""The lists as text, and what a reader does in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ui.stories import seeds, three_outlets, two_versions
from tests.ui.test_goldens import check

from variorum.config import Settings
from variorum.engine.facts import join_facts
from variorum.engine.nouns import Story
from variorum.engine.story import join
from variorum.library.stories import RecentStory
from variorum.reading import Entry, Failure
from variorum.reading.grouping import Grouping, StoryGroup
from variorum.ui.terminal.plain import as_ascii
from variorum.view.actions import Choose
from variorum.view.keymap import make_keymap
from variorum.view.lists.about import about_view
from variorum.view.lists.choices import choices_view
from variorum.view.lists.choosing import entries_view, progress_view, skipped_view, stories_view
from variorum.view.lists.correcting import correction_view
from variorum.view.lists.discrepancies import discrepancies_view
from variorum.view.lists.formats import export_view, file_name
from variorum.view.lists.help import commands_view, help_view
from variorum.view.lists.listing import Listing
from variorum.view.lists.matrix import matrix_view
from variorum.view.lists.quotes import quotes_view
from variorum.view.lists.revisions import revisions_view
from variorum.view.lists.settings import settings_view
from variorum.view.lists.shelf import shelf_view
from variorum.view.lists.table import View, text
from variorum.view.palette import ASCII, UNICODE
from variorum.view.state import Side

Glyph = Callable[[str], str]
SIZES = ((60, 15), (80, 24), (140, 40))


def whole(story: Story) -> Story:
    """The story with its quotes and facts, the links as given."""
    joined = join(story.articles, story.comparisons)
    return replace(
        story, quotes=joined.quotes, headlines=joined.headlines, facts=join_facts(story.articles, story.comparisons)
    )


SEEDS, OUTLETS, VERSIONS = whole(seeds()), whole(three_outlets()), whole(two_versions())

VIEWS: dict[str, Callable[[Story, Glyph], View]] = {
    "matrix": matrix_view,
    "quotes": quotes_view,
    "discrepancies": discrepancies_view,
    "about": lambda story, glyph: about_view(story, story.articles[0].id, story.articles[1].id, Side.LEFT, 1, glyph),
}


def listing(view: View, columns: int = 80, lines: int = 24) -> Listing:
    made = Listing(view, UNICODE.__getitem__)
    made.resize(columns, lines)
    return made


def lines_of(made: Listing) -> list[str]:
    return [text(line).rstrip() for line in made.screen()]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("story", ["seeds", "outlets"])
@pytest.mark.parametrize("name", VIEWS)
def test_lists(name: str, story: str, size: tuple[int, int], request: pytest.FixtureRequest) -> None:
    made = listing(VIEWS[name](SEEDS if story == "seeds" else OUTLETS, UNICODE.__getitem__), *size)
    shown = "\n".join(lines_of(made)) + "\n"
    assert len(made.screen()) == size[1]
    check(f"{name}-{story}-{size[0]}x{size[1]}", shown, write=request.config.getoption("--write-goldens"))


STORM = "Storm cuts power to 400 homes on Harrow Island, and the ferry stays in port until Thursday"
PILE = Grouping(
    (StoryGroup(STORM, OUTLETS.articles), StoryGroup("000 and 003", SEEDS.articles)),
    (replace(SEEDS.articles[0], id="alone", title="Cats sleep for most of the day"),),
)
ENTRIES = tuple(
    Entry(title, f"https://lantern.example/{n}", f"2020-12-1{n}T09:30:00", "No one was hurt.", "The Harrow Lantern")
    for n, title in enumerate((STORM, "School reopens"))
)
FAILURES = (
    Failure("/home/reader/island/empty.txt", "is empty", "name a file with an article in it"),
    Failure("/home/reader/island/maps/photo.png", "is a picture, not text", ""),
)

ALONE: dict[str, Callable[[], View]] = {
    "help": lambda: help_view(UNICODE.__getitem__, make_keymap({})),
    "commands": lambda: commands_view(make_keymap({}), ["Lantern", "Wire"]),
    "correct": lambda: correction_view(SEEDS.articles[0], 3),
    "export": lambda: export_view(
        ["kept: 2 highlights", "the whole comparison"], _target, {(0, "text"): "words\n" * 9}
    ),
    "stories": lambda: shelf_view([]),
    "shelf": lambda: shelf_view(
        [RecentStory("s1", STORM, "2020-12-15T09:30:00", ("The Lantern", "Wire"), ("/a/lantern.txt", "/a/wire.txt"), 3)]
    ),
    "pile": lambda: stories_view(PILE, (), UNICODE.__getitem__),
    "pile-marked": lambda: stories_view(PILE, {id(PILE.stories[0]), id(PILE.singletons[0])}, UNICODE.__getitem__),
    "entries": lambda: entries_view(ENTRIES, {id(ENTRIES[1])}, UNICODE.__getitem__),
    "revisions": lambda: revisions_view(VERSIONS, UNICODE.__getitem__),
    "skipped": lambda: skipped_view(FAILURES, 12),
    "progress": lambda: progress_view("reading", "/a/wire.txt", 17, 59, FAILURES, UNICODE.__getitem__),
    "settings": lambda: settings_view(Settings(theme="light"), "~/.config/variorum/config.toml", UNICODE.__getitem__),
    "choices": lambda: choices_view(
        "kind", [(1, "shared", "both say it"), (2, "discrepancy", "they disagree on it (now)")]
    ),
}


def _target(choice: int, format: str) -> Path:
    return Path("/home/reader") / file_name("lantern-wire", format)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", ALONE)
def test_lists_without_a_story(name: str, size: tuple[int, int], request: pytest.FixtureRequest) -> None:
    shown = "\n".join(lines_of(listing(ALONE[name](), *size))) + "\n"
    check(f"{name}-{size[0]}x{size[1]}", shown, write=request.config.getoption("--write-goldens"))


@pytest.mark.parametrize("name", VIEWS)
def test_lists_do_without_unicode(name: str) -> None:
    made = Listing(VIEWS[name](SEEDS, ASCII.__getitem__), ASCII.__getitem__)
    made.resize(80, 24)
    own = set("\n".join(lines_of(made))) - set(SEEDS.articles[0].text) - set(SEEDS.articles[1].text)
    assert all(c.isascii() or as_ascii(c) != "?" for c in own)


def test_a_filter_shows_only_what_it_says() -> None:
    made = listing(matrix_view(SEEDS, UNICODE.__getitem__))
    everything = len(made.table.rows)
    made.next_filter()
    assert 0 < len(made.table.rows) < everything
    assert all(len(fact.sentences) == 2 for fact in SEEDS.facts if fact in [row.key for row in made.table.rows])


def test_searching_a_list_leaves_the_rows_with_the_words() -> None:
    made = listing(matrix_view(SEEDS, UNICODE.__getitem__))
    made.search("xinhua")
    assert len(made.table.rows) == 1
    made.search("no such words")
    assert made.row is None
    assert "no row has these words: no such words · Esc clears them" in "\n".join(lines_of(made))


def test_a_fact_opens_its_two_best_sentences() -> None:
    made = listing(matrix_view(SEEDS, UNICODE.__getitem__))
    row = made.row
    assert row is not None
    assert row.target is not None


def test_help_names_every_key_and_mark() -> None:
    made = listing(help_view(UNICODE.__getitem__, make_keymap({"quit": "ctrl+x"})), 80, 200)
    shown = "\n".join(lines_of(made))
    for words in ("next sentence", "coverage matrix", "Ctrl+X", "the same fact in other words", "1 … 9"):
        assert words in shown


def test_the_palette_finds_a_command_by_a_few_letters() -> None:
    made = listing(commands_view(make_keymap({"matrix": "ctrl+x"}), ["Lantern", "Wire"]))
    assert made.typing
    made.search("cov mat")
    assert made.row is not None
    assert made.row.key == "matrix"
    assert "Ctrl+X" in "\n".join(lines_of(made)), "the settings' key, not the table's"
    made.search("left wire")
    assert made.row is not None
    assert made.row.target == Choose(1, Side.LEFT)


def test_the_palette_s_cursor_stands_on_the_likeliest_command() -> None:
    made = listing(commands_view(make_keymap({})))
    for typed in ("e", "ex", "exp"):
        made.search(typed)
    assert made.row is not None
    assert made.row.key == "export"


def test_headings_are_not_counted() -> None:
    made = listing(stories_view(PILE, (), UNICODE.__getitem__))
    made.end(last=True)
    assert " 3/3 " in lines_of(made)[-1]


def test_a_list_is_found_again_where_it_was_left() -> None:
    made = listing(matrix_view(SEEDS, UNICODE.__getitem__))
    made.next_filter()
    made.move(2)
    again = Listing(matrix_view(SEEDS, UNICODE.__getitem__), UNICODE.__getitem__)
    again.restore(made.place)
    again.resize(80, 24)
    assert lines_of(again) == lines_of(made)


def test_a_list_begins_again_with_the_row_it_began_with() -> None:
    made = listing(matrix_view(SEEDS, UNICODE.__getitem__), lines=16)
    made.move(12)
    made.move(-3)
    again = Listing(matrix_view(SEEDS, UNICODE.__getitem__), UNICODE.__getitem__)
    again.restore(made.place)
    again.resize(80, 16)
    assert lines_of(again) == lines_of(made)


def test_a_filter_without_rows_says_so_and_how_to_go_on() -> None:
    made = listing(quotes_view(replace(SEEDS, quotes=(), headlines=()), UNICODE.__getitem__))
    made.next_filter()
    assert "in several outlets · f goes on" in "\n".join(lines_of(made))


def test_long_names_of_outlets_stand_in_two_rows() -> None:
    named = tuple(replace(a, outlet=name) for a, name in zip(OUTLETS.articles, LONG_NAMES, strict=True))
    shown = lines_of(listing(matrix_view(replace(OUTLETS, articles=named), UNICODE.__getitem__)))
    assert any("corvaya-" in line and "the-" in line for line in shown[:4])
    assert any("public" in line and "lantern" in line for line in shown[:5])


LONG_NAMES = ("corvaya-public", "the-lantern", "wire")
