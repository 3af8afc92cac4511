"""Where the reader is, written while he reads: a killed program or a lost machine takes no leave."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from variorum.errors import LibraryError
from variorum.view.actions import Say
from variorum.view.state import Changes

if TYPE_CHECKING:
    from variorum.engine.nouns import Story
    from variorum.ui.keeping.holder import Holder
    from variorum.ui.keeping.keeper import Dropped, Keeper
    from variorum.view.keeping.drafts import Draft

REST = 1.0
"""Seconds without a key after which the place is written."""
LONGEST = 5.0
"""Seconds after which it is written though the keys go on."""
LEAP = 20
"""Sentences from which a move is one that nobody wants to find again: it is written at once."""


class PlaceWriter:
    """Writes the place in the story, and the notes that are not finished, behind the screen.

    Attributes:
        drafts: The notes that were begun and not kept.
        dropped: The places of those that are kept or given up by now.
    """

    def __init__(self, reader: Holder, keeper: Keeper) -> None:
        self.drafts: tuple[Draft, ...] = ()
        self.dropped: Dropped = frozenset()
        self._reader, self._keeper = reader, keeper
        self._written: dict[str, Any] = {}
        self._first = self._last = 0.0  # when what is not written yet began to change, and when it did so last
        self._begun = self._waiting = self._writing = False

    def session(self) -> dict[str, Any]:
        """What is remembered of the story."""
        from variorum.view.keeping.resume import session_of  # noqa: PLC0415 - the first frame is painted without it

        return session_of(self._reader.state, self._reader.story) | {"drafts": self._drafts_value()}

    def _drafts_value(self) -> list[list[Any]]:
        if not self.drafts:
            return []
        from variorum.view.keeping.drafts import drafts_value  # noqa: PLC0415 - as above

        return drafts_value(self.drafts)

    def begin(self, session: dict[str, Any], story: Story) -> None:
        """Go on from what was remembered."""
        from variorum.view.keeping.drafts import drafts_of  # noqa: PLC0415 - as above

        known = {draft.place for draft in self.drafts}
        found = (d for d in drafts_of(session.get("drafts"), story.articles) if d.place not in known | self.dropped)
        self.drafts = (*self.drafts, *found)
        self._begun = True

    def draft(self, draft: Draft) -> None:
        """A note is being written; an empty text forgets it."""
        others = tuple(d for d in self.drafts if d.place != draft.place)
        if draft.text.strip():
            self.drafts = (*others, draft)
            self.dropped -= {draft.place}
        else:
            self.drafts = others
            self.dropped |= {draft.place}
        self.moved()

    def kept(self, changes: Changes) -> None:
        """These changes are on the disk: a draft that is a note by now is one no more."""
        notes = {kept.note for kept in changes.kept}
        done = [d for d in self.drafts if d.text.strip() in notes]
        for draft in done:
            self.draft(replace(draft, text=""))

    def moved(self) -> None:
        """Something may have changed: see that it is written before long."""
        if not self._begun:
            return
        now, session = time.monotonic(), self.session()
        if session == self._written:
            return
        if not self._waiting:
            self._first = now
        self._last = now
        if _is_leap(self._written, session) and not self._writing:
            self._write()
        elif not self._waiting:
            self._waiting = True
            self._reader.set_timer(REST, self._rested)

    def _rested(self) -> None:
        now = time.monotonic()
        left = min(self._last + REST, self._first + LONGEST) - now
        if left > 0.01 or self._writing:
            self._reader.set_timer(max(left, 0.05), self._rested)
            return
        self._waiting = False
        self._write()

    def _write(self) -> None:
        session = self.session()
        if session == self._written:
            return
        self._written, self._writing = session, True
        self._reader.run_worker(self._save(session))

    async def _save(self, session: dict[str, Any]) -> None:
        try:
            await self._keeper.place(self._reader.sources, session, self.dropped)
        except LibraryError as error:
            # A place is not worth a word; what the reader has typed is.
            if session["drafts"]:
                self._reader.dispatch(Say(f"the note is not on the disk yet: {error}"))
        finally:
            self._writing = False


def _is_leap(before: dict[str, Any], after: dict[str, Any]) -> bool:
    if (before.get("left"), before.get("right")) != (after["left"], after["right"]):
        return bool(before)
    return any(abs(a - b) >= LEAP for a, b in zip(before["cursor"], after["cursor"], strict=True))
