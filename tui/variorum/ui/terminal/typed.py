"""Keys meet the screen that the keys before them have brought, however fast they are typed.

A slow line hands over a second's typing at once. Textual forwards each key to whatever has the focus at that moment, so
the words of a note would still be commands to the reader while the note's dialog is made. Here a key waits until the
one before has been dealt with, unless that one can neither open nor close a screen.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol, runtime_checkable

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen

PATIENCE = 1.0
"""Seconds after which a key is handed on whatever is still to come: a key too early is better than none."""


ROUNDS = 2
"""Times that a key is followed up to the app: a binding found there begins once more where the focus is."""


@runtime_checkable
class Staying(Protocol):
    """A screen or widget that knows which keys leave it where it is."""

    def stays(self, event: events.Key) -> bool:
        """Whether the key opens and closes no screen."""


class TypedApp(App[int]):
    """An app that hands its keys on in turn."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - App's own options
        super().__init__(**options)
        self._typed: deque[events.Key | events.Paste] = deque()
        self._watched: events.Event | None = None
        self._under_way = False
        self._staying = True
        self._turn = 0
        self._rounds = 0
        self._holds: set[object] = set()

    async def on_event(self, event: events.Event) -> None:
        """Put what is typed into the queue; leave everything else to Textual."""
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            self._typed.append(event)
            await self._hand_on()
        else:
            await super().on_event(event)

    def hold_keys(self) -> Callable[[], None]:
        """Keep keys back until what is returned is called: a screen is on its way that has to wait for something."""
        hold = object()
        self._holds.add(hold)

        def let_go() -> None:
            self._holds.discard(hold)
            self._follow(self.screen)

        return let_go

    async def _hand_on(self) -> None:
        """Hand on what need not wait."""
        while self._typed:
            event = self._typed[0]
            staying = self._stays(event)
            if self._under_way and not (staying and self._staying):
                if self._watched is not event:
                    self._watched = event
                    self.set_timer(PATIENCE, partial(self._wait_no_more, event))
                return
            self._staying = staying
            self._typed.popleft()
            target = self.focused or self.screen
            await super().on_event(event)
            self._follow(target)

    def _stays(self, event: events.Key | events.Paste) -> bool:
        if isinstance(event, events.Paste):
            return True
        focused = self.focused
        if focused is not None and focused.check_consume_key(event.key, event.character):
            return True  # it goes into a text
        target = focused or self.screen
        return isinstance(target, Staying) and target.stays(event)

    def _follow(self, target: MessagePump) -> None:
        """Wait until a key, and what it gives rise to, has passed everyone whom it may concern."""
        self._turn += 1
        self._under_way = True
        self._rounds = 1 if self._staying else ROUNDS
        self._pass(self._way(target), self._turn, self.screen)

    def _way(self, target: MessagePump) -> list[MessagePump]:
        """From the one who gets a key to the app, by way of every screen: an answer goes to whoever opened a dialog."""
        way: list[MessagePump] = [target]
        while (parent := way[-1]._parent) is not None and parent is not self:
            way.append(parent)
        return [*way, *(screen for screen in reversed(self.screen_stack) if screen not in way), self]

    def _pass(self, way: Sequence[MessagePump], turn: int, before: Screen[Any]) -> None:
        """Go through one queue after the other; those that are closing are passed by."""
        if turn != self._turn:
            return  # a later key is followed
        for n, pump in enumerate(way):
            if pump is self:
                self.call_later(self._dealt_with, turn, before)
                return
            if pump.call_later(self._pass, way[n + 1 :], turn, before):
                return

    async def _dealt_with(self, turn: int, before: Screen[Any]) -> None:
        """The last key is through; `before` is the screen it was meant for."""
        if turn != self._turn or self._holds:
            return
        self._rounds -= 1
        if self.screen is not before:
            self._rounds = ROUNDS
        if self._rounds > 0:
            self._pass(self._way(self.focused or self.screen), turn, self.screen)
            return
        self._under_way = False
        await self._hand_on()

    async def _wait_no_more(self, event: events.Event) -> None:
        if self._typed and self._typed[0] is event:
            self._under_way = False
            self._holds.clear()
            await self._hand_on()
