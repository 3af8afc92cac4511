"""The app: it opens the reader's screen and ends with its exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from variorum.config import Settings
from variorum.engine.nouns import Article, Story
from variorum.errors import ExitCode
from variorum.ui.hint import first_hint
from variorum.ui.keeping.keeper import PATIENCE, PLACE_SECONDS
from variorum.ui.screens.reader import ReaderScreen
from variorum.ui.terminal.display import CellApp
from variorum.ui.terminal.plain import needs_ascii
from variorum.view.actions import Say
from variorum.view.keymap import make_keymap
from variorum.view.keys import press
from variorum.view.palette import Palette, palette_for
from variorum.view.reducing.reduce import opened
from variorum.view.state import Strength

if TYPE_CHECKING:
    from variorum.reading import Failure


SWITCH_SECONDS = 0.001
"""How long another thread may compute before a key gets its turn: each passes between threads several times."""


class BareApp(CellApp, inherit_bindings=False, inherit_css=False):
    """What every app here is: keys and colours as the settings say, and nothing of Textual's own on the screen.

    Attributes:
        keys: Which key does what, here and in every list.
        alt_keys: Some of them are pressed with Alt.
        palette: Glyphs and colours.
    """

    DEFAULT_CSS = "BareApp { background: ansi_default; color: ansi_default; }"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "how_to_quit", "say how to quit", show=False),
        Binding("ctrl+q", "quit_now", "quit", show=False),
        Binding("ctrl+z", "suspend_process", "suspend", show=False),
        Binding("ctrl+l", "repaint", "draw the screen anew", show=False),
    ]

    def __init__(self, settings: Settings, palette: Palette) -> None:
        # The palette's colours are final: Textual must neither translate nor grey them.
        super().__init__(changed_cells=settings.changed_cells, ansi_color=True)
        self.keys = make_keymap(settings.keys)
        self.alt_keys = any("alt+" in keys for keys in settings.keys.values())
        self.palette = palette

    def action_how_to_quit(self) -> None:
        """Ctrl+C copies in many places and ends a program in others: here it only says which key does."""
        from variorum.ui.widgets.table import TableView  # noqa: PLC0415 - loaded with the list that is open

        if isinstance(table := getattr(self.screen, "table", None), TableView):
            alone = len(self.screen_stack) == 1
            leaves = press("list-close")
            table.say(f"{leaves} quits" if alone else f"{leaves} goes back, Ctrl+Q quits")

    def action_quit_now(self) -> None:
        """Leave from wherever the reader is."""
        self.exit(ExitCode.DONE)


class VariorumApp(BareApp, inherit_bindings=False):
    """The reader on a story.

    Attributes:
        read_count: How many articles were read from the sources.
    """

    BINDINGS = BareApp.BINDINGS

    def __init__(
        self,
        story: Story,
        *,
        settings: Settings,
        palette: Palette,
        failures: Sequence[Failure] = (),
        library: Path | None = None,
    ) -> None:
        super().__init__(settings, palette)
        self._story = story
        self._settings = settings
        self._failures = failures
        self.read_count = len(story.articles)
        self._library = library
        self._reader: ReaderScreen | None = None

    @property
    def settings(self) -> Settings:
        """What the reader has set."""
        return self._settings

    def take(self, settings: Settings) -> None:
        """Go by other settings from now on, on every list that is open too."""
        from variorum.ui.widgets.table import TableView  # noqa: PLC0415 - the list of settings has loaded it

        self._settings, self.palette = settings, palette_here(settings)
        for screen in self.screen_stack:
            if isinstance(table := getattr(screen, "table", None), TableView):
                table.wear(self.palette)

    @property
    def failures(self) -> Sequence[Failure]:
        """What could not be read."""
        return self._failures

    def get_default_screen(self) -> Screen[None]:
        """The reader is the bottommost screen: an empty one under it would only cost time."""
        return self.new_reader(self._story)

    def new_reader(self, story: Story, among: str = "") -> ReaderScreen:
        """A reader on a story; from now on it is the one that `leave` writes the place of.

        Args:
            story: What is read.
            among: Which story of a pile it is, in words.
        """
        settings = self._settings
        state = opened(
            story,
            threshold=settings.threshold,
            strength=Strength(settings.colour),
            layout=settings.layout,
            text_width=settings.text_width,
            among=among,
        )
        self._reader = ReaderScreen(story, state, self.palette, self.keys, self._library, settings.backups)
        return self._reader

    def on_mount(self) -> None:
        """Say what could not be read, or the first five keys on the first run."""
        reader = self.screen
        if self._library and self._settings.hint and not self._failures and isinstance(reader, ReaderScreen):
            first_hint(reader, self._library.parent)
        if self._failures and isinstance(reader, ReaderScreen):
            first, several = self._failures[0], len(self._failures)
            name = first.source.rstrip("/").rpartition("/")[2] or first.source  # the reason needs the room
            listed = press("skipped")
            counted = f"{several} not read, {listed} lists them" if several > 1 else f"not read, {listed} says more"
            reader.dispatch(Say(f"{counted}: {name} {first.reason}"))

    def action_how_to_quit(self) -> None:
        """The reader says it in its status row."""
        if isinstance(self.screen, ReaderScreen):
            self.screen.dispatch(Say(f"{press('quit')} quits"))
        else:
            super().action_how_to_quit()

    def leave(self) -> str:
        """After the end: write what is not on the disk yet, and the place in the story; what went wrong, in words."""
        desk = self._reader.desk if self._reader else None
        hung_up = self.return_code == ExitCode.HUNG_UP
        return desk.leave(_still_writing, PLACE_SECONDS if hung_up else PATIENCE) if desk else ""


def _still_writing() -> None:
    sys.stderr.write("variorum: writing what you kept …\n")
    sys.stderr.flush()


def run_reader(
    articles: Sequence[Article],
    *,
    settings: Settings,
    failures: Sequence[Failure] = (),
    library: Path | None = None,
) -> ExitCode:
    """Open the reader on these articles; returns when it is left.

    Args:
        articles: In the order named; the first two are shown, and all are compared behind the screen.
        settings: The reader's settings.
        failures: Sources that could not be read; the first is named in the status row.
        library: Where highlights and places are kept; None keeps them until the end only.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    palette = palette_here(settings)
    story = Story(tuple(articles))
    app = VariorumApp(story, settings=settings, palette=palette, failures=failures, library=library)
    return put_down(app, app.run(mouse=settings.mouse))


def put_down(app: VariorumApp, status: int | None) -> ExitCode:
    """Write what is left to write of an app that has ended with this status, and say what could not be written."""
    if lost := app.leave():
        sys.stderr.write(f"variorum: not everything could be kept: {lost}\n")
        return ExitCode.UNWRITABLE
    return ExitCode(status if status is not None else app.return_code or 0)


def palette_here(settings: Settings) -> Palette:
    """The palette of the settings, as far as this terminal and NO_COLOR allow."""
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]  # an empty one means colour, but Textual would take it for none
    encoding = "ascii" if needs_ascii() else "utf-8"
    return palette_for(settings.theme, settings.glyphs, colour="NO_COLOR" not in os.environ, encoding=encoding)
