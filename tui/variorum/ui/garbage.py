"""Garbage is looked for while nobody waits for an answer: among many new objects it takes as long as several frames."""

from __future__ import annotations

import asyncio
import gc
import time

REST = 1.0
"""Seconds without a frame after which nobody seems to wait."""

ENOUGH = 5_000
"""Objects made since the last time that are worth looking through: the traces of about a hundred keys."""

WITHOUT_REST = (20_000, 5, 5)
"""Python's own thresholds while keys come without a rest: it looks through so many new objects in four milliseconds.

Those of starting are higher, for nothing is garbage then; here closed screens would wait for millions of objects."""

EVERYTHING_AFTER = 10
"""Times that only young objects are looked through until the old ones are too: screens that were closed, say."""


class Sweeper:
    """Looks for garbage when frames have ceased for a moment."""

    def __init__(self) -> None:
        self._last = 0.0
        self._waiting = False

    def drawn(self) -> None:
        """A frame went out."""
        if not self._last:
            gc.freeze()  # what was loaded and read by now stays
            gc.set_threshold(*WITHOUT_REST)
        self._last = time.monotonic()
        if not self._waiting:
            self._wait(REST)

    def _wait(self, seconds: float) -> None:
        self._waiting = True
        asyncio.get_running_loop().call_later(seconds, self._rested)

    def _rested(self) -> None:
        self._waiting = False
        rested = time.monotonic() - self._last
        if rested < REST:
            self._wait(REST - rested)
            return
        young, _, swept = gc.get_count()
        if young > ENOUGH:
            gc.collect(2 if swept >= EVERYTHING_AFTER else 1)
