"""The library behind the screen: one thread of its own that does one thing after the other, because disks are slow."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from variorum.engine.nouns import Article, Story
from variorum.errors import LibraryError
from variorum.view.state import Changes

if TYPE_CHECKING:
    from variorum.library import Library
    from variorum.view.keeping import Opened

T = TypeVar("T")

LEAVING_SECONDS = 5.0
"""How long leaving waits for the disk at most: a home directory on a dead network must not hold the shell."""


class Keeper:
    """What the reader keeps, on its way to the disk and back.

    The thread starts, and SQLite loads, with the first question. Attributes are the thread's own to change.

    Attributes:
        story: Id of the story in the library; empty while nothing of it is kept.
        set: Id of the set that is shown; None is the default one.
        written: What the library holds of this story and set.
        warning: What went wrong beside the work itself; told once.
    """

    def __init__(self, path: Path, *, backups: int = 5) -> None:
        self.story = ""
        self.set: str | None = None
        self.written = Changes()
        self.warning = ""
        self._path, self._backups = path, backups
        self._jobs: SimpleQueue[tuple[Callable[[Library], Any], Future[Any]] | None] = SimpleQueue()
        self._thread: Thread | None = None

    async def ask(self, work: Callable[[Library], T]) -> T:
        """Do something with the library, after everything that was asked before.

        Raises:
            LibraryError: From the work.
        """
        return await asyncio.wrap_future(self._ask(work))

    async def open(self, articles: tuple[Article, ...], set: str | None) -> Opened:
        """What is kept of the story of these articles; from here on that set is the one written to.

        Raises:
            LibraryError: The library cannot be read.
        """

        def work(library: Library) -> Opened:
            from variorum.view.keeping import open_kept  # noqa: PLC0415 - SQLite loads after the first frame

            found = open_kept(library, articles, set_id=set)
            self.story, self.set, self.written = found.story, set, found.changes
            return found

        return await self.ask(work)

    async def write(self, story: Story, changes: Changes, threshold: float | None) -> None:
        """Bring the library to these changes; returns when they are on the disk.

        Args:
            threshold: The score from which links are shown, for what is kept of one; None is the engine's own.

        Raises:
            LibraryError: They could not be written; the next write tries again.
        """
        await self.ask(lambda library: self._write(library, story, changes, threshold))

    def leave(
        self,
        sources: tuple[Article, ...],
        story: Story,
        changes: Changes,
        session: dict[str, Any],
        threshold: float | None,
    ) -> str:
        """Write what is not written yet and where the reader was; returns what went wrong, in words.

        Args:
            sources: The articles as they were read.
            story: What was on the screen, with the reader's corrections.
            changes: What was kept there.
            session: The place; an empty one is not written.
            threshold: As for `write`.
        """

        def work(library: Library) -> None:
            from variorum.library import records, stories  # noqa: PLC0415 - as above

            if changes != self.written:
                self._write(library, story, changes, threshold)
            if session:
                self.story = stories.keep_story(library, sources).id
                records.save_session(library, self.story, session)
            library.close()

        last = self._ask(work)
        self._jobs.put(None)
        try:
            last.result(LEAVING_SECONDS)
        except LibraryError as error:
            # A place in a story is not worth a word at every end; what the reader has marked is.
            return str(error) if changes != self.written else ""
        except TimeoutError:
            return f"the library did not answer in {LEAVING_SECONDS:.0f} seconds" if changes != self.written else ""
        return ""

    def _write(self, library: Library, story: Story, changes: Changes, threshold: float | None) -> None:
        from variorum.view.keeping import write_difference  # noqa: PLC0415 - as above

        self.story = write_difference(library, story, self.written, changes, set_id=self.set, threshold=threshold)
        self.written = changes

    def _ask(self, work: Callable[[Library], T]) -> Future[T]:
        future: Future[T] = Future()
        self._jobs.put((work, future))
        if self._thread is None:
            self._thread = Thread(target=self._run, name="library", daemon=True)
            self._thread.start()
        return future

    def _run(self) -> None:
        from variorum.library import Library  # noqa: PLC0415 - SQLite loads after the first frame

        library = Library(self._path, backups=self._backups)
        while (job := self._jobs.get()) is not None:
            work, future = job
            if not future.set_running_or_notify_cancel():
                continue  # whoever asked has left; leaving writes what is missing
            try:
                result = work(library)
            except BaseException as error:
                future.set_exception(error)  # whoever asked gets it, whatever it is: the thread must go on
            else:
                self.warning, library.warning = library.warning or self.warning, ""
                future.set_result(result)
