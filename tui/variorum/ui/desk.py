"""What the reader's screen keeps: told to the library behind it, and said only when it is on the disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from variorum.engine.nouns import Story
from variorum.errors import LibraryError
from variorum.ui.keeper import Keeper
from variorum.view import actions as do
from variorum.view.resume import resumed, session_of
from variorum.view.state import Changes, State

if TYPE_CHECKING:
    from variorum.library import Library
    from variorum.ui.screens.reader import ReaderScreen
    from variorum.view.keeping import Opened

T = TypeVar("T")

KEEPING = "keeping …"
"""What the status row says until the disk has it."""


class Desk:
    """Between a reader's screen and its library.

    Attributes:
        keeper: The library's thread.
        ready: What was kept before is on the screen, or cannot be had.
    """

    def __init__(self, reader: ReaderScreen, path: Path, *, backups: int = 5) -> None:
        self.keeper = Keeper(path, backups=backups)
        self.ready = False
        self._reader = reader
        self._opened_with = reader.state

    async def open(self, set: str | None = None) -> None:
        """Fetch what was kept of the story, put it on the screen, and go where the reader was."""
        reader = self._reader
        try:
            found = await self.keeper.open(reader.sources, set)
        except LibraryError as error:
            self.ready = True
            reader.install(reader.story.articles)
            reader.dispatch(do.Say(f"kept until you quit: {error}"))
            return
        first, self.ready = not self.ready, True
        early = reader.state.changes  # what was kept by a key before the library had answered
        changes = found.changes
        if first and early != Changes():
            changes = replace(changes, kept=(*changes.kept, *early.kept))
        state = replace(reader.state, changes=changes, past=(), future=())
        story = reader.story if found.articles == reader.story.articles else Story(found.articles)
        if first and found.session and _same_place(state, self._opened_with):
            state = resumed(state, found.session, story)
        reader.state = state
        reader.install(found.articles)
        reader.dispatch(do.Refreshed())
        if said := _said(found, resumed=first and found.session is not None):
            reader.dispatch(do.Say(said))
        if changes != found.changes:
            self.changed(reader.state.message)

    def changed(self, message: str) -> None:
        """The reader has changed what is kept: write it, and say the message when that is done."""
        self._reader.dispatch(do.Say(KEEPING))
        if self.ready:
            self._reader.run_worker(self._write(message))

    async def _write(self, message: str) -> None:
        reader = self._reader
        changes = reader.state.changes
        try:
            await self.keeper.write(reader.story, changes, reader.state.threshold)
        except LibraryError as error:
            reader.dispatch(do.Say(f"kept until you quit: {error}"))
            return
        if reader.state.changes is not changes and reader.state.changes != changes:
            return  # the next write will say so
        if reader.state.message in ("", KEEPING):
            warning, self.keeper.warning = self.keeper.warning, ""
            reader.dispatch(do.Say(f"{message} · {warning}" if warning else message))

    def ask(self, work: Callable[[Library], T], done: Callable[[T], None], otherwise: T | None = None) -> None:
        """Do something with the library, and go on with its answer, or with `otherwise` where that is given.

        What goes wrong is said in the status row.
        """
        self._reader.run_worker(self._asked(work, done, otherwise))

    async def _asked(self, work: Callable[[Library], T], done: Callable[[T], None], otherwise: T | None) -> None:
        try:
            answer = await self.keeper.ask(work)
        except LibraryError as error:
            self._reader.dispatch(do.Say(str(error)))
            if otherwise is None:
                return
            answer = otherwise
        done(answer)

    def leave(self) -> str:
        """Write what is left to write, and where the reader is; returns what went wrong, in words."""
        reader = self._reader
        if not reader.sources or not self.ready:
            return ""
        session = session_of(reader.state, reader.story)
        return self.keeper.leave(reader.sources, reader.story, reader.state.changes, session, reader.state.threshold)


def _same_place(state: State, other: State) -> bool:
    """The reader has not moved since."""
    return (state.left, state.right, state.cursor, state.active) == (
        other.left,
        other.right,
        other.cursor,
        other.active,
    )


def _said(found: Opened, *, resumed: bool) -> str:
    """What of the kept things is not as it was; that it is the place of last time."""
    parts = []
    if found.orphans:
        several = len(found.orphans)
        parts.append(f"{several} highlight{'s' if several > 1 else ''} lost {'their' if several > 1 else 'its'} words")
    if found.moved:
        surest = min(sure for _, sure in found.moved)
        parts.append(f"{len(found.moved)} moved with the text, the least sure {surest:.0%}")
    return " · ".join(parts) or ("where you left it" if resumed else "")
