"""When the next frame may be sent: never so early that it would queue behind frames already old.

A terminal far away takes bytes slowly, and everything between (pseudo-terminal, sshd, kernel) buffers them, so a write
that returns proves nothing. After each frame the terminal is asked where its cursor is; the answer says that all bytes
before it were taken. From the answers follow the link's delay and rate, and from those how much may be under way.
"""

from __future__ import annotations

from collections import deque

_FIRST_WINDOW = 4096
"""Bytes that may be under way before the link's rate is known."""

_QUEUE = 0.03
"""Seconds of queue in front of the slowest hop that a frame may add to."""

_SILENCE = 3.0
"""Seconds after which a question counts as never to be answered."""

_QUESTIONS = 8
"""Questions that a terminal may leave unanswered before it is asked no more."""


class Pace:
    """What is known of the link. Times are seconds of one monotonic clock, sizes are bytes.

    A terminal that has never answered is not waited for.

    Attributes:
        delay: Of a round trip; None while nothing was answered.
        rate: Bytes a second; None while the line has not been the bottleneck.
    """

    def __init__(self) -> None:
        self.delay: float | None = None
        self.rate: float | None = None
        self._under_way: deque[tuple[int, float]] = deque()
        self._last_answer: float | None = None
        self._unanswered = 0

    @property
    def asks(self) -> bool:
        """Whether a question is worth its bytes."""
        return self._unanswered < _QUESTIONS

    def sent(self, size: int, now: float) -> None:
        """A frame of so many bytes went out, with the question after it."""
        self._unanswered += 1
        self._under_way.append((size, now))

    def answered(self, now: float) -> None:
        """The oldest question was answered."""
        if not self._under_way:
            return
        self._unanswered = 0
        size, when = self._under_way.popleft()
        took = max(1e-6, now - when)
        self.delay = took if self.delay is None else min(took, self.delay * 1.002)
        busy_since = when if self._last_answer is None else max(self._last_answer, when)
        if took > self.delay * 1.25 and now > busy_since:
            rate = size / (now - busy_since)
            self.rate = rate if self.rate is None else 0.7 * self.rate + 0.3 * rate
        self._last_answer = now

    def wait(self, now: float) -> float:
        """Seconds until a frame may be sent; 0 for at once. An answer in the meantime may shorten it."""
        if self._under_way and now - self._under_way[0][1] > _SILENCE:
            self._under_way.clear()
        if not self._under_way or self._last_answer is None:
            return 0.0
        window = _FIRST_WINDOW if self.rate is None else self.rate * ((self.delay or 0.0) + _QUEUE)
        if sum(size for size, _ in self._under_way) <= window:
            return 0.0
        return _SILENCE - (now - self._under_way[0][1])
