"""Sets on the screen: chosen, made, renamed, merged, removed, compared; what has lost its place is put right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ui.pilots import keeping_app, ready, until
from tests.ui.stories import seeds
from tests.ui.test_goldens import check
from tests.view.pictures import as_text
from textual.pilot import Pilot

from variorum.engine.article import make_article
from variorum.engine.keeping.anchors import make_anchor
from variorum.engine.keeping.nouns import Highlight, HighlightKind
from variorum.engine.nouns import Article, Story
from variorum.engine.story import compare
from variorum.library import Library, highlights, sets, stories
from variorum.ui.screens.dialog import AskLine, AskText, Menu
from variorum.ui.screens.held import HeldScreen
from variorum.ui.screens.listing import ListScreen
from variorum.ui.screens.reader import ReaderScreen
from variorum.ui.screens.sets import SetsScreen
from variorum.view.keeping.bridge import held_in
from variorum.view.keys import press
from variorum.view.lists.held import held_view
from variorum.view.lists.listing import Listing
from variorum.view.lists.sets import sets_view, with_default
from variorum.view.lists.table import text
from variorum.view.palette import UNICODE

SEEDS = seeds()


def held(path: Path) -> dict[str, int]:
    library = Library(path)
    try:
        return {record.name: record.count for record in sets.list_sets(library)}
    finally:
        library.close()


def painted(reader: ReaderScreen) -> str:
    size = reader.app.size
    return "\n".join(as_text(reader._painter.frame(reader.state, reader.story), size[1]))


def test_the_lists_as_text(changed: Story, path: Path, request: pytest.FixtureRequest) -> None:
    """After a wanted change: look at the difference, then `--write-goldens`."""
    library = Library(path)
    records = sets.list_sets(library)
    glyph = UNICODE.__getitem__
    kept_here = held_in(library, records[0].story, None, changed.articles)
    library.close()
    views = (
        sets_view(with_default(records, records[0].story), None, changed, glyph),
        held_view("highlights", kept_here, changed, glyph),
    )
    lines = []
    for view in views:
        listing = Listing(view, glyph)
        listing.resize(80, 20)
        lines += [text(line).rstrip() for line in listing.screen()]
    check("sets-80x20", "\n".join(lines) + "\n", write=bool(request.config.getoption("--write-goldens")))


async def opened(pilot: Pilot[int]) -> SetsScreen:
    await pilot.press("K")
    await until(pilot, lambda: isinstance(pilot.app.screen, SetsScreen))
    screen = pilot.app.screen
    assert isinstance(screen, SetsScreen)
    return screen


async def on(pilot: Pilot[int], screen: SetsScreen, name: str) -> None:
    """The cursor on the set of that name."""
    listing = screen.table.listing
    await pilot.press("g")
    while listing.row is None or name not in listing.row.text:
        before = listing.cursor
        await pilot.press("j")
        await until(pilot, lambda: listing.cursor > before)  # noqa: B023 - awaited at once


async def named(pilot: Pilot[int], name: str) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, AskLine))
    await pilot.press(*name, "enter")


async def back(pilot: Pilot[int]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))


async def kept(pilot: Pilot[int], reader: ReaderScreen, *keys: str) -> None:
    before = len(reader.state.changes.kept)
    await pilot.press(*keys, "m")
    await until(pilot, lambda: reader.state.message == "kept")
    assert len(reader.state.changes.kept) == before + 1


async def test_a_new_set_takes_what_is_kept_and_undo_goes_back_through_both(path: Path) -> None:
    async with keeping_app(path).run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        await kept(pilot, reader)
        await opened(pilot)
        await pilot.press("n")
        await named(pilot, "for class")
        await back(pilot)
        await until(pilot, lambda: reader.state.set == "for class")
        assert reader.state.changes.kept == ()
        await kept(pilot, reader, "j", "j")
        assert "★ for class" in painted(reader)
        assert held(path) == {"highlights": 1, "for class": 1}
        for message, counts in (
            ("undone: keeping", {"highlights": 1, "for class": 0}),
            ("undone: made the set for class", {"highlights": 1}),
            ("undone: keeping", {"highlights": 0}),
        ):
            await pilot.press("z")
            await until(pilot, lambda: reader.state.message == message)  # noqa: B023 - awaited at once
            assert held(path) == counts
        assert reader.state.set == ""
        await pilot.press("z")
        await until(pilot, lambda: reader.state.message == "nothing to undo")
        await pilot.press("Z")
        await until(pilot, lambda: reader.state.message == "done again: keeping")
        assert held(path) == {"highlights": 1}


async def test_the_set_shown_last_is_shown_again_even_when_the_reader_was_killed(path: Path) -> None:
    async with keeping_app(path).run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        await opened(pilot)
        await pilot.press("n")
        await named(pilot, "mine")
        await until(pilot, lambda: reader.state.set == "mine")
        await back(pilot)
        await kept(pilot, reader)
    async with keeping_app(path).run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        assert reader.state.set == "mine"
        assert len(reader.state.changes.kept) == 1


async def test_sets_are_renamed_merged_and_removed_and_z_brings_back(path: Path) -> None:
    async with keeping_app(path).run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        await kept(pilot, reader)
        screen = await opened(pilot)
        await on(pilot, screen, "discrepancies")
        await pilot.press("enter")
        await until(pilot, lambda: reader.state.set == "discrepancies")
        found = len(reader.state.changes.kept)
        await back(pilot)
        screen = await opened(pilot)
        await on(pilot, screen, "discrepancies")
        await pilot.press("r")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskLine))
        await pilot.press("!", "enter")
        await until(pilot, lambda: "discrepancies!" in held(path))
        await until(pilot, lambda: "is called" in screen.table.listing.message)
        assert reader.state.set == "discrepancies!"
        await on(pilot, screen, "discrepancies!")
        await pilot.press("m")
        await until(pilot, lambda: isinstance(pilot.app.screen, Menu))
        await pilot.press("enter")
        await until(pilot, lambda: held(path) == {"highlights": found + 1})
        await until(pilot, lambda: "is part of" in screen.table.listing.message)
        assert len(reader.state.changes.kept) == found + 1
        await pilot.press("z")
        await until(pilot, lambda: held(path) == {"highlights": 1, "discrepancies!": found})
        await until(pilot, lambda: screen.table.listing.message.startswith("undone"))
        await on(pilot, screen, "highlights")
        await pilot.press("x")
        await until(pilot, lambda: held(path) == {"discrepancies!": found})
        await until(pilot, lambda: "is removed" in screen.table.listing.message)
        await pilot.press("escape")
        await back(pilot)
        await pilot.press("z")
        await until(pilot, lambda: held(path) == {"highlights": 1, "discrepancies!": found})


async def test_an_automatic_set_is_kept_as_it_is_and_again_without_losing_notes(path: Path) -> None:
    async with keeping_app(path).run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        for _ in range(2):
            screen = await opened(pilot)
            await on(pilot, screen, "all shared")
            await pilot.press("enter")
            await until(pilot, lambda: reader.state.message == "kept as it is: all shared")
            await back(pilot)
            library = Library(path)
            [record] = sets.list_sets(library)
            first, *rest = sets.load_set(library, record.id).highlights
            if not first.note:
                highlights.keep(library, record.story, replace(first, note="mine"), set_id=record.id)
            library.close()
        assert first.note == "mine"
        assert len(rest) + 1 == len(SEEDS.comparisons[0].links)
        assert all(h.by and h.why and h.threshold for h in rest)


async def test_two_sets_are_compared_and_enter_jumps(path: Path) -> None:
    async with keeping_app(path).run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        await kept(pilot, reader)
        unique = SEEDS.comparisons[0].unique_a[-1]
        await kept(pilot, reader, "G", *"k" * (len(SEEDS.articles[0].sentences) - 1 - unique))
        await pilot.press("g")
        screen = await opened(pilot)
        await on(pilot, screen, "highlights")
        await pilot.press("c")
        await until(pilot, lambda: isinstance(pilot.app.screen, Menu))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ListScreen))
        lists = pilot.app.screen
        assert isinstance(lists, ListScreen)
        rest = len(SEEDS.comparisons[0].links) - 1
        assert lists.table.listing.table.note == "highlights · all shared"
        headings = [row.text for row in lists.table.listing.table.rows if row.heading]
        assert headings == ["only in highlights · 1", f"only in all shared · {rest}", "in both · 1"]
        await pilot.press("enter")
        await back(pilot)
        await until(pilot, lambda: reader.state.sentence == unique)


async def test_the_text_stays_in_sight_above_a_dialog(path: Path) -> None:
    async with keeping_app(path).run_test(size=(100, 30)) as pilot:
        reader = await ready(pilot)
        await pilot.press("t")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskLine))
        await pilot.pause()
        first = pilot.app.screen._compositor.render_strips()[1].text
        assert first.strip()
        assert first.rstrip() == painted(reader).splitlines()[1]


OLD = "The mayor left on Monday.\n\nNobody was hurt. It rained. The old bridge over the river was closed at noon."
NEW = OLD.replace("Nobody was hurt", "Two men died").replace("river", "stream")


def texts(text: str) -> tuple[Article, ...]:
    other = "The mayor left.\n\nIt rained heavily."
    return make_article(text, id="a", source="a.txt"), make_article(other, id="b", source="b.txt")


@pytest.fixture
def changed(path: Path) -> Story:
    """A story of which sentences were kept before its text changed: one is lost, one is found again."""
    library = Library(path)
    before = texts(OLD)
    story = stories.keep_story(library, before).id
    for sentence, note in ((1, "who says?"), (3, "")):
        span = before[0].sentences[sentence]
        mark = Highlight("", HighlightKind.OWN, (make_anchor(before[0], span.start, span.end),), note=note)
        highlights.keep(library, story, mark)
    library.close()
    return compare(*texts(NEW))


async def open_held(pilot: Pilot[int]) -> HeldScreen:
    await pilot.press("P")
    await until(pilot, lambda: isinstance(pilot.app.screen, HeldScreen))
    screen = pilot.app.screen
    assert isinstance(screen, HeldScreen)
    return screen


def words(path: Path) -> list[str]:
    library = Library(path)
    try:
        return [h.anchors[0].exact for r in sets.list_sets(library) for h in sets.load_set(library, r.id).highlights]
    finally:
        library.close()


async def until_words(pilot: Pilot[int], path: Path, test: Callable[[list[str]], bool]) -> None:
    await until(pilot, lambda: test(words(path)))


async def test_orphans_are_listed_and_put_on_the_sentence_under_the_cursor(path: Path, changed: Story) -> None:
    async with keeping_app(path, changed).run_test(size=(100, 40)) as pilot:
        reader = await ready(pilot)
        assert "1 highlight lost its words" in reader.state.message
        assert reader.state.message.endswith(f"{press('held')} lists them")
        await pilot.press("j")
        screen = await open_held(pilot)
        seen = screen.table.listing
        row = seen.row
        assert row is not None
        assert "lost in a" in "".join(piece for label, _ in row.detail for piece, _ in label)
        assert "who says?" in row.text
        assert any("%" in r.cells[-1][0][0] for r in seen.table.rows)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Menu))
        await pilot.press("enter")
        await until_words(pilot, path, lambda found: "Two men died." in found)
        await until(pilot, lambda: "under the cursor now" in seen.message)
        assert "lost" not in seen.table.note
        await until(pilot, lambda: len(reader.state.changes.kept) == 2)
        await pilot.press("z")
        await until_words(pilot, path, lambda found: "Nobody was hurt." in found)
        await until(pilot, lambda: "undone" in seen.message)
        await pilot.press("x")
        await until_words(pilot, path, lambda found: len(found) == 1)


async def test_an_orphan_is_put_on_the_sentence_most_like_it(path: Path) -> None:
    before = texts(OLD)
    library = Library(path)
    story = stories.keep_story(library, before).id
    span = before[0].sentences[3]
    highlights.keep(library, story, Highlight("", HighlightKind.OWN, (make_anchor(before[0], span.start, span.end),)))
    library.close()
    rewritten = OLD.replace("The old bridge over the river was closed at noon", "At noon they closed the old bridge")
    async with keeping_app(path, compare(*texts(rewritten))).run_test(size=(100, 40)) as pilot:
        await ready(pilot)
        screen = await open_held(pilot)
        assert screen.table.listing.row
        assert "the most similar are like them by" in screen.table.listing.row.text
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Menu))
        await pilot.press("j", "enter")
        await until_words(pilot, path, lambda found: found == ["At noon they closed the old bridge."])
        await until(pilot, lambda: "most like it now" in screen.table.listing.message)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskText))
        await pilot.press(*"when?", "escape")
        await until(pilot, lambda: screen.table.listing.message == "note kept")
        await pilot.press("t")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskLine))
        await pilot.press(*"time", "enter")
        await until(pilot, lambda: screen.table.listing.message == "tagged time")
        assert screen.table.listing.row
        assert all(said in screen.table.listing.row.text for said in ("when?", "#time"))


async def test_what_was_found_again_is_made_sure(path: Path, changed: Story) -> None:
    async with keeping_app(path, changed).run_test(size=(100, 40)) as pilot:
        await ready(pilot)
        screen = await open_held(pilot)
        await pilot.press("f", "f")
        await until(pilot, lambda: bool(screen.table.listing.row and "sure" in screen.table.listing.row.text))
        await pilot.press("p")
        await until(pilot, lambda: isinstance(pilot.app.screen, Menu))
        await pilot.press("enter")
        await until_words(pilot, path, lambda found: any("stream" in exact for exact in found))
        await until(pilot, lambda: "for sure" in screen.table.listing.message)
        await pilot.press("f", "f", "escape")
        await back(pilot)


async def test_what_is_kept_in_an_article_that_is_not_open_is_not_called_lost(path: Path) -> None:
    library = Library(path)
    both = texts(OLD)
    story = stories.keep_story(library, both).id
    for article in both:
        span = article.sentences[1]
        highlights.keep(library, story, Highlight("", HighlightKind.OWN, (make_anchor(article, span.start, span.end),)))
    library.close()
    async with keeping_app(path, Story(both[:1])).run_test(size=(100, 40)) as pilot:
        reader = await ready(pilot)
        assert reader.state.message == f"1 kept in an article not open here · {press('held')} lists them"
        seen = (await open_held(pilot)).table.listing
        assert "2 kept · 1 in articles not open" in seen.table.note
        assert [row.cells[-1][0][0] for row in seen.table.rows] == ["shut", ""]
