"""Keeping on the screen: what the status row calls kept is on the disk, and comes back."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.ui.pilots import app_of, keeping_app, reader_of, ready, until
from tests.ui.stories import seeds

from variorum.config import Settings
from variorum.library import Library, highlights, records, sets, stories
from variorum.library.backups import list_backups
from variorum.ui.screens.reader import ReaderScreen
from variorum.view.keeping import bridge as keeping
from variorum.view.state import Filter

SEEDS = seeds()


def held(path: Path) -> list[str]:
    library = Library(path)
    try:
        found = [h for record in sets.list_sets(library) for h in sets.load_set(library, record.id).highlights]
    finally:
        library.close()
    return [" / ".join(a.exact for a in h.anchors) for h in found]


async def test_kept_is_said_when_it_is_on_the_disk_and_it_comes_back(path: Path) -> None:
    app = keeping_app(path)
    async with app.run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        assert not path.exists()
        await pilot.press("m")
        await until(pilot, lambda: reader.state.message == "kept")
        assert len(held(path)) == 1
        await pilot.press("j", "j", "m")
        await until(pilot, lambda: reader.state.message == "kept")
        assert len(held(path)) == 2
        await pilot.press("z")
        await until(pilot, lambda: reader.state.message == "undone: keeping")
        assert len(held(path)) == 1
    assert app.leave() == ""
    async with keeping_app(path).run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        assert len(reader.state.changes.kept) == 1


@pytest.mark.parametrize(("backups", "made"), [(0, 0), (2, 1)])
async def test_as_many_backups_are_made_as_the_settings_say(path: Path, backups: int, made: int) -> None:
    with closing(Library(path)) as library:
        stories.keep_story(library, SEEDS.articles)
    app = app_of(SEEDS, Settings(backups=backups), library=path)
    async with app.run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        await pilot.press("m")
        await until(pilot, lambda: reader.state.message == "kept")
    assert app.leave() == ""
    assert len(list_backups(path)) == made


async def test_the_place_the_filter_and_the_layout_come_back(path: Path) -> None:
    app = keeping_app(path)
    async with app.run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        await pilot.press("l", "j", "j", "j", "f", "f", "right_parenthesis", "H", "escape")
        await pilot.press("f", "f")
        before = reader.state
        assert before.filter is not Filter.ALL
    assert app.leave() == ""
    async with keeping_app(path).run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        now = reader.state
        assert (now.cursor, now.active, now.filter, now.split) == (
            before.cursor,
            before.active,
            before.filter,
            before.split,
        )
        assert now.message == "where you left it"
    library = Library(path)
    assert records.load_session(library, stories.recent_stories(library)[0].id)
    library.close()


@contextmanager
def slow_disk(reader: ReaderScreen) -> Iterator[threading.Event]:
    """Hold the library's thread up, as a disk does."""
    gate = threading.Event()
    assert reader.desk
    reader.desk.ask(lambda _library: gate.wait(20), lambda _answer: None)
    try:
        yield gate
    finally:
        gate.set()


async def test_nothing_is_called_kept_while_the_disk_is_slow_and_keys_go_on(path: Path) -> None:
    async with keeping_app(path).run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        with slow_disk(reader) as gate:
            await pilot.pause()
            await pilot.press("m")
            await pilot.pause()
            assert reader.state.message == "keeping …"
            at = reader.state.sentence
            await pilot.press("j")
            assert reader.state.sentence == at + 1
            assert held(path) == []
            gate.set()
            await until(pilot, lambda: reader.state.message == "kept")
        assert len(held(path)) == 1


@contextmanager
def slow_library(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[threading.Event, threading.Event]]:
    """Events: the library has been asked its first question, and it may answer."""
    asked, gate, truly = threading.Event(), threading.Event(), keeping.open_kept

    def slowly(*given: Any, **named: Any) -> keeping.Opened:  # noqa: ANN401 - handed on as they are
        asked.set()
        gate.wait(20)
        return truly(*given, **named)

    monkeypatch.setattr(keeping, "open_kept", slowly)
    try:
        yield asked, gate
    finally:
        gate.set()


async def test_what_is_kept_before_the_library_answers_survives_a_quick_quit(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with slow_library(monkeypatch) as (asked, gate):
        app = keeping_app(path)
        async with app.run_test(size=(120, 40)) as pilot:
            reader = reader_of(pilot)
            await until(pilot, lambda: reader.state.columns > 0 and asked.is_set())
            await pilot.press("m", "q")
            assert reader.desk
            assert not reader.desk.ready
        said: list[str] = []

        def waiting() -> None:
            said.append("waiting")
            gate.set()

        assert reader.desk.leave(waiting) == ""
    assert said == ["waiting"]
    assert len(held(path)) == 1


async def test_what_is_kept_early_neither_hides_nor_empties_what_was_kept_before(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with keeping_app(path).run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        await pilot.press("m", "j", "j", "m")
        await until(pilot, lambda: reader.state.message == "kept")
    library = Library(path)
    [known] = sets.list_sets(library)
    first, second = sets.load_set(library, known.id).highlights
    highlights.keep(library, known.story, replace(first, note="why?", tags=("x",)))
    library.close()
    with slow_library(monkeypatch) as (asked, gate):
        async with keeping_app(path).run_test(size=(120, 40)) as pilot:
            reader = reader_of(pilot)
            await until(pilot, lambda: reader.state.columns > 0 and asked.is_set())
            await pilot.press("m", "j", "m")
            assert [len(reader.state.changes.kept), len(held(path))] == [2, 2]
            gate.set()
            await until(pilot, lambda: len(reader.state.changes.kept) == 3)
            assert reader.state.message == "kept"
    library = Library(path)
    kept = {h.id: h for h in sets.load_set(library, known.id).highlights}
    library.close()
    assert len(kept) == 3
    assert (kept[first.id].note, kept[first.id].tags) == ("why?", ("x",))
    assert second.id in kept


async def test_a_disk_that_never_answers_does_not_hold_the_shell(path: Path) -> None:
    async with keeping_app(path).run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        with slow_disk(reader):
            await pilot.press("m")
            await pilot.pause()
            assert reader.desk
            said: list[str] = []
            assert "did not answer" in reader.desk.leave(lambda: said.append("waiting"), patience=0.1)
            assert said == ["waiting"]


async def test_a_library_that_cannot_be_written_is_said_and_tried_again(path: Path) -> None:
    path.parent.parent.mkdir(exist_ok=True)
    path.parent.write_text("a file where the folder should be")
    app = keeping_app(path)
    async with app.run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        await pilot.press("m")
        await until(pilot, lambda: reader.state.message.startswith("kept until you quit: "))
        assert len(reader.state.changes.kept) == 1
        os.unlink(path.parent)
        await pilot.press("j", "j", "m")
        await until(pilot, lambda: reader.state.message == "kept")
        assert len(held(path)) == 2


async def test_a_damaged_library_is_left_alone_and_reading_goes_on(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no library" * 500)
    app = keeping_app(path)
    async with app.run_test(size=(120, 40)) as pilot:
        reader = await ready(pilot)
        await until(pilot, lambda: reader.state.message.startswith("kept until you quit: "))
        await pilot.press("j", "m")
        await until(pilot, lambda: reader.state.message.startswith("kept until you quit: "))
    assert app.leave() != ""
    assert path.read_bytes() == b"no library" * 500
