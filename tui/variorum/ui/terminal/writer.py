"""A thread that writes to the terminal, so that a slow one never holds up the keys."""

from __future__ import annotations

import os
from collections.abc import Callable
from queue import SimpleQueue
from threading import Event, Thread

_PATIENCE = 1.0
"""Seconds that leaving waits for a terminal that takes nothing."""


class Writer(Thread):
    """Writes in order, calls back in order, and keeps quiet once the terminal is gone."""

    def __init__(self, descriptor: int, gone: Callable[[], None]) -> None:
        super().__init__(daemon=True, name="terminal-output")
        self._orders: SimpleQueue[str | Callable[[], None] | None] = SimpleQueue()
        self._descriptor = descriptor
        self._gone = gone

    def write(self, text: str) -> None:
        """Queue text."""
        self._orders.put(text)

    def call(self, done: Callable[[], None]) -> None:
        """Have `done` called, from this thread, when all that was queued before is written."""
        self._orders.put(done)

    def drain(self) -> bool:
        """Wait until all that is queued is written, within bounds; returns whether it is."""
        written = Event()
        self.call(written.set)
        return written.wait(_PATIENCE)

    def stop(self) -> None:
        """Write what is queued, within bounds, and end."""
        self._orders.put(None)
        self.join(_PATIENCE)

    def run(self) -> None:
        """Write until stopped."""
        alive = True
        while (order := self._orders.get()) is not None:
            if callable(order):
                order()
            elif alive:
                alive = self._write(order.encode("utf-8", "replace"))

    def _write(self, data: bytes) -> bool:
        try:
            while data:
                data = data[os.write(self._descriptor, data) :]
        except OSError:
            self._gone()
            return False
        return True
