"""The screen of the settings: the next choice with Enter, seen at once and kept in the settings file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.config import CHOICES, NUMBERS, Settings, changed
from variorum.errors import ConfigError
from variorum.text.sanitise import clean_line
from variorum.ui.screens.dialog import AskLine
from variorum.ui.screens.listing import TableScreen
from variorum.ui.widgets.table import TableView
from variorum.view.lists.settings import WORDS, may_be, settings_view, shown
from variorum.view.lists.table import View
from variorum.view.state import Strength

if TYPE_CHECKING:
    from variorum.ui.app import VariorumApp
    from variorum.ui.screens.reader import ReaderScreen

LATER = frozenset({"mouse", "changed_cells", "hint", "backups"})
"""Settings that hold from the next start on; the others are seen at once."""


class SettingsScreen(TableScreen):
    """The settings of the app that the reader is in."""

    def __init__(self, app: VariorumApp, reader: ReaderScreen) -> None:
        super().__init__()
        self._owner, self._reader = app, reader
        self.table = TableView(self._view(), reader.palette)

    def _view(self) -> View:
        settings = self._owner.settings
        return settings_view(settings, _at_home(settings.path), self._reader.palette.glyph)

    def on_table_view_chosen(self, message: TableView.Chosen) -> None:
        """The next choice; a number is asked for."""
        message.stop()
        name = str(message.row.key)
        now = getattr(self._owner.settings, name)
        if name in CHOICES:
            choices = CHOICES[name]
            self._set(name, choices[(choices.index(now) + 1) % len(choices)])
            return

        def typed(line: str | None) -> None:
            if line is not None and line != value:
                self._number(name, line)

        value = "" if now is None else str(now)
        dialog = AskLine(name.upper(), self._reader.palette, value, about=WORDS[name])
        dialog.hint = may_be(name)
        self.app.push_screen(dialog, typed)

    def _number(self, name: str, line: str) -> None:
        try:
            self._set(name, (int(line) if NUMBERS[name][2] else float(line)) if line else None)
        except ValueError:
            self.table.say(f"{name}: no number: {line}")

    def _set(self, name: str, value: object) -> None:
        settings = self._owner.settings
        try:
            new = changed(settings, name, value)
        except ConfigError as error:
            self.table.say(error.message)
            return
        self._owner.take(new)
        self._reader.wear(self._owner.palette, replace(self._reader.state, **_of_state(name, new)))
        self.table.wear(self._owner.palette, self._view())
        said = f"{name}: {shown(getattr(new, name))}"
        self.table.say(f"{said}, from the next start on" if name in LATER else said)


def _of_state(name: str, settings: Settings) -> dict[str, Any]:
    """What of the reader's state goes by a setting."""
    known: dict[str, dict[str, Any]] = {
        "layout": {"layout": settings.layout},
        "colour": {"strength": Strength(settings.colour)},
        "text_width": {"text_width": settings.text_width},
        "threshold": {"threshold": settings.threshold},
    }
    return known.get(name, {})


def _at_home(path: Path | None) -> str:
    """A path as people write it."""
    if path is None:
        return ""
    shown, home = clean_line(str(path)), str(Path.home())
    return f"~{shown.removeprefix(home)}" if shown.startswith(f"{home}/") else shown


def open_settings(reader: ReaderScreen) -> None:
    """What can be set, and what it is now."""
    from variorum.ui.app import VariorumApp  # noqa: PLC0415 - it imports the reader's screen, which finds this by name

    app = reader.app
    assert isinstance(app, VariorumApp)
    app.push_screen(SettingsScreen(app, reader), reader.answered)
