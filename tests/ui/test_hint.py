"""The first-run hint."""

from __future__ import annotations

from pathlib import Path

from tests.ui.pilots import app_of, until
from tests.ui.stories import seeds

from variorum.config import Settings
from variorum.ui.hint import NAME, WORDS
from variorum.ui.screens.reader import ReaderScreen
from variorum.view.keymap import make_keymap


async def hint_shown(home: Path, *, hint: bool = True) -> bool:
    app = app_of(seeds(), Settings(hint=hint), library=home / "library.sqlite3")
    async with app.run_test(size=(100, 30)) as pilot:
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await until(pilot, lambda: reader.state.columns > 0 and reader.desk is not None and reader.desk.ready)
        shown = reader.state.message == WORDS
        await app.workers.wait_for_complete()
        await pilot.press("j")
        await until(pilot, lambda: reader.state.message != WORDS)
    app.leave()
    return shown


async def test_the_hint_is_shown_once_and_goes_with_the_first_key(tmp_path: Path) -> None:
    assert await hint_shown(tmp_path)
    assert (tmp_path / NAME).exists()
    assert not await hint_shown(tmp_path)


async def test_no_hint_where_the_settings_want_none(tmp_path: Path) -> None:
    assert not await hint_shown(tmp_path, hint=False)
    assert not (tmp_path / NAME).exists()


async def test_a_home_that_cannot_be_written_still_opens(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert await hint_shown(tmp_path / "file" / "home")


def test_the_hint_fits_a_small_screen() -> None:
    assert len(make_keymap({}).said(WORDS)) <= 60
    assert WORDS.count(" · ") + 1 == 5
