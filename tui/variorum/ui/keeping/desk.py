"""What the reader's screen keeps: told to the library behind it, and said only when it is on the disk."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from variorum.engine.nouns import Story
from variorum.errors import LibraryError
from variorum.text.sanitise import clean_line
from variorum.ui.keeping.keeper import PATIENCE, Keeper, Page
from variorum.ui.keeping.place import PlaceWriter
from variorum.ui.terminal.typed import TypedApp
from variorum.view import actions as do
from variorum.view.keeping.resume import resumed
from variorum.view.keys import press
from variorum.view.state import Changes, State

if TYPE_CHECKING:
    from variorum.library import Library
    from variorum.ui.keeping.holder import Holder
    from variorum.view.keeping.bridge import Opened

T = TypeVar("T")

KEEPING = "keeping …"
"""What the status row says until the disk has it."""


class Leap(NamedTuple):
    """A step of undo that the reader's state knows nothing of: another set is shown, or the library was altered.

    Attributes:
        step: The library's own step of undo; None where another set is shown and nothing else.
        before: Id of the set that was shown before it, None for the default one; `after` likewise.
        past: What could be undone before it.
    """

    step: int | None
    before: str | None
    after: str | None
    past: tuple[Changes, ...]


class Desk:
    """Between a reader's screen and its library.

    Attributes:
        keeper: The library's thread.
        ready: What was kept before is on the screen, or cannot be had.
        place: Writes where the reader is.
    """

    def __init__(self, reader: Holder, path: Path, *, backups: int) -> None:
        self.keeper = Keeper(path, backups=backups)
        self.ready = False
        self._reader = reader
        self._opened_with = reader.state
        self.place = PlaceWriter(reader, self.keeper)
        self._early = Changes()  # what was kept before the library had answered, as far as it has been told
        self._done: list[Leap] = []
        self._undone: list[Leap] = []

    async def open(self, set: str | None = None) -> None:
        """Fetch what was kept of the story, put it on the screen, and go where the reader was."""
        reader, first = self._reader, not self.ready
        try:
            found = await self.keeper.open(reader.sources, set, resume=first)
            while not self.ready and reader.state.changes != self._early:
                page = self._page()
                await self.keeper.write(page)
                self._early = page.changes
                found = await self.keeper.open(reader.sources, self.keeper.set)
        except LibraryError as error:
            self.ready = True
            self.place.begin({}, reader.story)
            reader.install(reader.story.articles)
            reader.dispatch(do.Say(self._unkept(error)))
            return
        self.ready = True
        state = replace(reader.state, changes=found.changes, past=(), future=(), set=found.set_name, selection=None)
        story = reader.story if found.articles == reader.story.articles else Story(found.articles)
        back = first and bool(found.session) and _same_place(state, self._opened_with)
        if back and found.session:
            state = resumed(state, found.session, story)
        reader.state = state
        self.place.begin(found.session or {}, story)
        reader.install(found.articles)
        reader.dispatch(do.Refreshed())
        usual = "kept" if first and self._early != Changes() else "where you left it" if back else ""
        drafted = f"a note is not finished: {press('note')} goes on with it" if first and self.place.drafts else ""
        if said := " · ".join(filter(None, [_lost(found) or usual, drafted])):
            reader.dispatch(do.Say(said))

    def changed(self, message: str) -> None:
        """The reader has changed what is kept: write it, and say the message when that is done."""
        self._reader.dispatch(do.Say(KEEPING))
        if self.ready:
            self._reader.run_worker(self._write(message))

    async def _write(self, message: str) -> None:
        reader = self._reader
        page = self._page()
        try:
            await self.keeper.write(page)
        except LibraryError as error:
            reader.dispatch(do.Say(self._unkept(error)))
            return
        self.place.kept(page.changes)
        if reader.state.changes is not page.changes and reader.state.changes != page.changes:
            return  # the next write will say so
        if reader.state.message in ("", KEEPING):
            warning, self.keeper.warning = self.keeper.warning, ""
            reader.dispatch(do.Say(f"{message} · {warning}" if warning else message))

    def _unkept(self, error: LibraryError) -> str:
        """What went wrong, the reason first: the row is too short for the path, and the end says all of it."""
        reason = str(error).removeprefix(f"{clean_line(str(self.keeper.path))}: ")
        return f"kept until you quit: {reason.removeprefix('the library cannot be used: ')}"

    def ask(self, work: Callable[[Library], T], done: Callable[[T], None]) -> None:
        """Do something with the library, and go on with its answer.

        What goes wrong is said in the status row. Keys wait for the answer, which may open a dialog.
        """
        self.run(self._asked(work, done))

    def run(self, worker: Coroutine[None, None, object]) -> None:
        """Run something that waits for the library; keys wait for it, as it may open or leave a screen."""
        app = self._reader.app
        let_go = app.hold_keys() if isinstance(app, TypedApp) else None
        self._reader.run_worker(worker if let_go is None else _then(worker, let_go))

    async def _asked(self, work: Callable[[Library], T], done: Callable[[T], None]) -> None:
        try:
            answer = await self.keeper.ask(work)
        except LibraryError as error:
            self._reader.dispatch(do.Say(str(error)))
        else:
            done(answer)

    async def alter(self, work: Callable[[Library, str], str | None], said: str) -> str:
        """Do something to the story's sets that `undo` takes back, and show the set that it names.

        Args:
            work: Gets the library and the story's id, returns the id of the set to show; None is the default one.
            said: What the status row says when it is done.

        Returns:
            What went wrong, in words; nothing of it was done then.
        """
        reader = self._reader
        before, past = self.keeper.set, reader.state.past
        try:
            await self.keeper.write(self._page())  # what is not on the disk yet would be lost with the set shown
            shown, step = await self.keeper.alter(reader.sources, work)
        except LibraryError as error:
            reader.dispatch(do.Say(str(error)))
            return str(error)
        await self.open(shown)
        self._done.append(Leap(step, before, self.keeper.set, past))
        self._undone.clear()
        reader.dispatch(do.Say(said))
        return ""

    def step_back(self, *, again: bool = False) -> bool:
        """Take back what was done last, or do it again, if the reader's state does not know of it; whether so."""
        state, leaps = self._reader.state, self._undone if again else self._done
        if not leaps or (state.future or state.past != leaps[-1].past if again else state.past):
            return False
        self.run(self.leap(again=again))
        return True

    async def leap(self, *, again: bool = False) -> str:
        """Take back the last change of sets, or make it again; returns what the status row says of it."""
        reader = self._reader
        source, target = (self._undone, self._done) if again else (self._done, self._undone)
        if not source:
            return f"nothing to {'redo' if again else 'undo'} here"
        leap = source.pop()
        words = ""
        if leap.step is not None:
            step = leap.step

            def work(library: Library) -> str:
                from variorum.library import undo  # noqa: PLC0415 - SQLite loads after the first frame

                words = (undo.redo if again else undo.undo)(library, self.keeper.story, step=step)
                if words is None:
                    raise LibraryError("that cannot be done again: other things were kept since")
                return words

            try:
                await self.keeper.write(self._page())
                words = await self.keeper.ask(work)
            except LibraryError as error:
                reader.dispatch(do.Say(str(error)))
                return str(error)
        target.append(leap)
        await self.open(leap.after if again else leap.before)
        if not again:
            reader.state = replace(reader.state, past=leap.past)
        done = "done again" if again else "undone"
        said = f"{done}: {words}" if words else f"back in {self.keeper.set_name or 'the default set'}"
        reader.dispatch(do.Say(said))
        return said

    def leave(self, waiting: Callable[[], None], patience: float = PATIENCE) -> str:
        """Write what is left to write, and where the reader is; returns what went wrong, in words.

        Args:
            waiting: Called once where what was kept takes longer than a moment.
            patience: Seconds to wait for it.
        """
        reader = self._reader
        if not reader.sources or (not self.ready and reader.state.changes == self._early):
            return ""
        session = self.place.session() if self.ready else {}
        dropped = self.place.dropped
        return self.keeper.leave(
            self._page(), reader.sources, session, dropped=dropped, waiting=waiting, patience=patience
        )

    def _page(self) -> Page:
        reader = self._reader
        before = None if self.ready else self._early
        return Page(reader.story, reader.state.changes, reader.state.threshold, reader.sources, before)


async def _then(worker: Coroutine[None, None, object], after: Callable[[], None]) -> None:
    try:
        await worker
    finally:
        after()


def _same_place(state: State, other: State) -> bool:
    """The reader has not moved since."""
    return (state.left, state.right, state.cursor, state.active) == (
        other.left,
        other.right,
        other.cursor,
        other.active,
    )


def _lost(found: Opened) -> str:
    """What of the kept things is not as it was, in words."""
    parts = []
    here = {article.id for article in found.articles}
    shut = sum(not {anchor.article for anchor in orphan.anchors} <= here for orphan in found.orphans)
    if several := len(found.orphans) - shut:
        lost = "highlights lost their words" if several > 1 else "highlight lost its words"
        parts.append(f"{several} {lost}")
    if shut:
        parts.append(f"{shut} kept in {'an article' if shut == 1 else 'articles'} not open here")
    if found.moved:
        parts.append(f"{len(found.moved)} moved with the text, the least sure {min(s for _, s in found.moved):.0%}")
    return " · ".join([*parts, f"{press('held')} lists them"]) if parts else ""
