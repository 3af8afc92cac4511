"""Driving the reader in tests: an app on a story, its screen, and waiting for a condition."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.ui.stories import seeds
from textual.pilot import Pilot

from variorum.config import Settings
from variorum.engine.nouns import Story
from variorum.ui.app import VariorumApp
from variorum.ui.screens.reader import ReaderScreen
from variorum.view.palette import Palette


def app_of(story: Story, settings: Settings | None = None, *, library: Path | None = None) -> VariorumApp:
    """The reader on a story; what is kept is kept for this run only where there is no library."""
    return VariorumApp(story, settings=settings or Settings(), palette=Palette(), library=library)


def keeping_app(library: Path, story: Story | None = None) -> VariorumApp:
    """The reader on a story, or on the seeds, with a library."""
    return app_of(story or seeds(), library=library)


def reader_of(pilot: Pilot[int]) -> ReaderScreen:
    """The reader, which must be the screen that is shown."""
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


async def until(pilot: Pilot[int], condition: Callable[[], bool]) -> None:
    """Wait for a condition; the test's own time limit ends a wait in vain."""
    while not condition():
        await pilot.pause(0.01)


async def ready(pilot: Pilot[int]) -> ReaderScreen:
    """The reader, once the library has answered."""
    reader = reader_of(pilot)
    await until(pilot, lambda: reader.desk is not None and reader.desk.ready)
    return reader
