"""The settings in the reader: seen at once, and kept in their file."""

from __future__ import annotations

from pathlib import Path

from tests.ui.pilots import app_of, reader_of, until
from tests.ui.stories import seeds

from variorum.config import Settings, load_settings
from variorum.ui.screens.dialog import AskLine
from variorum.ui.screens.settings import SettingsScreen


async def test_settings_are_changed_where_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    app = app_of(seeds(), Settings(path=path))
    async with app.run_test(size=(80, 24)) as pilot:
        reader = reader_of(pilot)
        await pilot.press("comma")
        await until(pilot, lambda: isinstance(app.screen, SettingsScreen))
        await pilot.press("enter")
        await until(pilot, lambda: reader.palette.theme == "light")
        assert load_settings(path).theme == "light"
        await pilot.press("j", "j", "j", "j", "enter")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        await pilot.press("backspace", "3", "0", "enter")
        await until(pilot, lambda: reader.state.text_width == 30)
        assert load_settings(path).text_width == 30
        screen = app.screen
        assert isinstance(screen, SettingsScreen)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        await pilot.press("x", "enter")
        await until(pilot, lambda: "no number" in screen.table.listing.message)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is reader)


async def test_without_a_file_a_setting_holds_for_this_run() -> None:
    app = app_of(seeds())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma")
        await until(pilot, lambda: isinstance(app.screen, SettingsScreen))
        screen = app.screen
        assert isinstance(screen, SettingsScreen)
        assert screen.table.listing.table.note == "for this time only"
        await pilot.press("j", "j", "j", "enter")
        await until(pilot, lambda: app.settings.colour == "gutter")


async def test_an_empty_line_puts_back_what_is_usual(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("# mine\nthreshold = 0.8  # strict\nbackups = 2\n[keys]\nquit = 'x'\n", "utf-8")
    settings = Settings(threshold=0.8, backups=2, path=path)
    app = app_of(seeds(), settings)
    async with app.run_test(size=(80, 24)) as pilot:
        reader = reader_of(pilot)
        await pilot.press("comma")
        await until(pilot, lambda: isinstance(app.screen, SettingsScreen))
        for _ in range(5):
            await pilot.press("j")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, AskLine))
        await pilot.press("backspace", "backspace", "backspace", "enter")
        await until(pilot, lambda: app.settings.threshold is None)
        assert reader.state.threshold is None
        assert path.read_text("utf-8") == "# mine\nbackups = 2\n[keys]\nquit = 'x'\n"
        screen = app.screen
        assert isinstance(screen, SettingsScreen)
        assert screen.table.listing.message == "threshold: usual"
