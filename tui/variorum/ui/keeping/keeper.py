"""The library behind the screen: one thread of its own that does one thing after the other, because disks are slow."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from variorum.engine.nouns import Article, Story
from variorum.errors import LibraryError
from variorum.view.state import Changes

if TYPE_CHECKING:
    from variorum.library import Library
    from variorum.view.keeping.bridge import Opened

T = TypeVar("T")
Dropped = frozenset[tuple[tuple[str, int, int], ...]]

MOMENT = 0.5
"""Seconds that leaving may take without a word."""
PATIENCE = 30.0
"""Seconds that leaving waits for the disk to take what was kept: a dead network must not hold the shell for ever."""
PLACE_SECONDS = 2.0
"""Seconds that leaving waits where only the place in the story is to be written, or where nobody waits any more."""


class Page(NamedTuple):
    """What of a story is on the screen, to be written.

    Attributes:
        story: With the reader's corrections.
        changes: What is kept of it.
        threshold: The score from which links are shown, for what is kept of one; None is the engine's own.
        sources: The articles as they were read.
        before: What of it the library had been told, where that is not what it told last: before it has answered.
    """

    story: Story
    changes: Changes
    threshold: float | None = None
    sources: tuple[Article, ...] = ()
    before: Changes | None = None


class Keeper:
    """What the reader keeps, on its way to the disk and back.

    The thread starts, and SQLite loads, with the first question. Attributes are the thread's own to change.

    Attributes:
        path: The library.
        story: Id of the story in the library; empty while nothing of it is kept.
        set: Id of the set that is shown; None is the default one.
        set_name: What it is called; empty for the default one.
        written: What the library holds of this story and set.
        warning: What went wrong beside the work itself; told once.
    """

    def __init__(self, path: Path, *, backups: int) -> None:
        self.story = ""
        self.set: str | None = None
        self.set_name = ""
        self.written = Changes()
        self.warning = ""
        self.path, self._backups = path, backups
        self._jobs: SimpleQueue[tuple[Callable[[Library], Any], Future[Any]] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._filed = False  # the story is in the library as one that was read

    async def ask(self, work: Callable[[Library], T]) -> T:
        """Do something with the library, after everything that was asked before.

        Raises:
            LibraryError: From the work.
        """
        return await asyncio.wrap_future(self._ask(work))

    async def open(self, articles: tuple[Article, ...], set: str | None, *, resume: bool = False) -> Opened:
        """What is kept of the story of these articles; from here on that set is the one written to.

        Args:
            articles: As they were read.
            set: Id of the set; None is the default one, or with `resume` the one that was shown last.
            resume: Go on where the story was left.

        Raises:
            LibraryError: The library cannot be read.
        """

        def work(library: Library) -> Opened:
            from variorum.library import records  # noqa: PLC0415 - as above
            from variorum.view.keeping.bridge import open_kept  # noqa: PLC0415 - SQLite loads after the first frame

            found = open_kept(library, articles, set_id=set, resume=resume)
            if not resume and found.set != self.set and found.story:  # a dropped line must not lead back to another set
                records.save_session(library, found.story, {**(found.session or {}), "set": found.set})
            self.story, self.set, self.set_name, self.written = found.story, found.set, found.set_name, found.changes
            return found

        return await self.ask(work)

    async def write(self, page: Page) -> None:
        """Bring the library to what the screen shows; returns when it is on the disk.

        Raises:
            LibraryError: It could not be written; the next write tries again.
        """
        await self.ask(lambda library: self._write(library, page))

    async def alter(self, articles: tuple[Article, ...], work: Callable[[Library, str], T]) -> tuple[T, int | None]:
        """Do something to the story in the library that is not on the screen, such as removing a set.

        Args:
            articles: As they were read.
            work: Gets the library and the story's id.

        Returns:
            The work's answer, and the step of undo that it left behind, None if none.

        Raises:
            LibraryError: From the work.
        """

        def job(library: Library) -> tuple[T, int | None]:
            from variorum.library import stories, undo  # noqa: PLC0415 - SQLite loads after the first frame

            self.story = self.story or stories.keep_story(library, articles).id
            before = undo.last_step(library, self.story)
            answer = work(library, self.story)
            after = undo.last_step(library, self.story)
            return answer, after if after != before else None

        return await self.ask(job)

    async def place(self, articles: tuple[Article, ...], session: dict[str, Any], dropped: Dropped) -> None:
        """Write where the reader is, while he goes on.

        Args:
            articles: As they were read.
            session: The place, with the drafts of notes; those that another session wrote stay beside them.
            dropped: Places of drafts that are none any more.

        Raises:
            LibraryError: It could not be written.
        """

        def work(library: Library) -> None:
            from variorum.library import stories  # noqa: PLC0415 - as above

            if not self._filed:
                self.story = stories.keep_story(library, articles).id
                self._filed = True
            self._save_session(library, session, dropped)

        await self.ask(work)

    def _save_session(self, library: Library, session: dict[str, Any], dropped: Dropped) -> None:
        from variorum.library import records  # noqa: PLC0415 - as above
        from variorum.view.keeping.drafts import drafts_of, drafts_value  # noqa: PLC0415 - as above

        ours = drafts_of(session.get("drafts"), ())
        gone = {draft.place for draft in ours} | dropped
        there = drafts_of(records.load_session(library, self.story).get("drafts"), ())
        drafts = drafts_value((*(d for d in there if d.place not in gone), *ours))
        records.save_session(library, self.story, {**session, "set": self.set, "drafts": drafts})

    def leave(
        self,
        page: Page,
        articles: tuple[Article, ...],
        session: dict[str, Any],
        *,
        dropped: Dropped = frozenset(),
        waiting: Callable[[], None],
        patience: float = PATIENCE,
    ) -> str:
        """Write what is not written yet and where the reader was; returns what went wrong, in words.

        Args:
            page: What was on the screen.
            articles: As they were read.
            session: The place; an empty one is not written.
            dropped: As for `place`.
            waiting: Called once where what was kept takes longer than a moment.
            patience: Seconds to wait for it.
        """

        def work(library: Library) -> None:
            from variorum.library import stories  # noqa: PLC0415 - as above

            self._write(library, page)
            if session:
                self.story = stories.keep_story(library, articles).id
                self._save_session(library, session, dropped)
            library.close()

        last = self._ask(work)
        self._jobs.put(None)
        # A place in a story is not worth a word at every end, nor a long wait; what the reader has marked is.
        unwritten = page.changes != (self.written if page.before is None else page.before)
        try:
            try:
                last.result(MOMENT)
            except TimeoutError:
                if unwritten:
                    waiting()
                last.result(patience if unwritten else PLACE_SECONDS)
        except LibraryError as error:
            return str(error) if unwritten else ""
        except TimeoutError:
            return f"the library did not answer in {patience:.0f} seconds" if unwritten else ""
        return ""

    def _write(self, library: Library, page: Page) -> None:
        from variorum.view.keeping.bridge import write_difference  # noqa: PLC0415 - as above

        if page.before is not None:
            self.written = page.before
        if page.changes == self.written:
            return
        self._make_again(library)
        self.story = write_difference(
            library,
            page.story,
            self.written,
            page.changes,
            set_id=self.set,
            threshold=page.threshold,
            sources=page.sources,
        )
        self.written = page.changes

    def _make_again(self, library: Library) -> None:
        """Make the set anew where another session has removed it: what is on the screen is kept all the same."""
        from variorum.library import sets  # noqa: PLC0415 - as above

        if self.set is None or any(record.id == self.set for record in sets.list_sets(library, self.story)):
            return
        sets.create_set(library, self.story, self.set_name, id=self.set)
        self.written = replace(self.written, kept=())
        self.warning = f"the set {self.set_name} had been removed elsewhere, and is there again"

    def _ask(self, work: Callable[[Library], T]) -> Future[T]:
        future: Future[T] = Future()
        self._jobs.put((work, future))
        if self._thread is None:
            self._thread = Thread(target=self._run, name="library", daemon=True)
            self._thread.start()
        return future

    def _run(self) -> None:
        from variorum.library import Library  # noqa: PLC0415 - SQLite loads after the first frame

        library = Library(self.path, backups=self._backups)
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
