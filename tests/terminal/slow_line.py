"""A slow line: relays standard input and output to a TCP port with a delay and a rate. Made to be ssh's ProxyCommand.

usage: slow_line.py HOST PORT DELAY_SECONDS BYTES_PER_SECOND

The delay is there and back together, half each way; a rate of 0 sets no limit. The rate holds towards the reader, where
screens are drawn. What waits for the line waits in the sender's buffers, as on a real one: only what the line can carry
is taken from it.
"""

from __future__ import annotations

import os
import selectors
import socket
import sys
import time
from collections import deque
from dataclasses import dataclass, field

_CHUNK = 4096


@dataclass
class Way:
    """One direction: bytes with the moment at which they come out."""

    source: int
    target: int
    delay: float
    rate: float
    free_at: float = 0.0
    under_way: deque[tuple[float, bytes]] = field(default_factory=deque)

    def can_take(self, now: float) -> bool:
        """Whether the line is free for more."""
        return self.free_at <= now

    def take(self, now: float) -> bool:
        """Take what the source has; False at its end."""
        data = os.read(self.source, max(64, int(self.rate / 50)) if self.rate else _CHUNK)
        if not data:
            return False
        self.free_at = max(self.free_at, now) + (len(data) / self.rate if self.rate else 0)
        self.under_way.append((self.free_at + self.delay, data))
        return True

    def give(self, now: float) -> None:
        """Deliver what has arrived."""
        while self.under_way and self.under_way[0][0] <= now:
            data = self.under_way.popleft()[1]
            while data:
                data = data[os.write(self.target, data) :]

    def next_event(self, now: float) -> float:
        """Seconds until something arrives or the line is free."""
        times = [self.under_way[0][0]] if self.under_way else []
        times += [self.free_at] if self.free_at > now else []
        return max(0.0, min(times, default=now + 60) - now)


def relay(host: str, port: int, delay: float, rate: float) -> None:
    """Relay until either side ends."""
    connection = socket.create_connection((host, port))
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16384)
    up = Way(sys.stdin.fileno(), connection.fileno(), delay / 2, 0)
    down = Way(connection.fileno(), sys.stdout.fileno(), delay / 2, rate)
    ways = (up, down)
    open_ways = set(range(2))
    while len(open_ways) == 2 or any(way.under_way for way in ways):
        now = time.monotonic()
        for way in ways:
            way.give(now)
        if len(open_ways) < 2 and not any(way.under_way for way in ways):
            return
        selector = selectors.DefaultSelector()
        for n in open_ways:
            if ways[n].can_take(now):
                selector.register(ways[n].source, selectors.EVENT_READ, n)
        ready = selector.select(min(way.next_event(now) for way in ways))
        selector.close()
        for key, _ in ready:
            if not ways[key.data].take(time.monotonic()):
                open_ways.discard(key.data)


if __name__ == "__main__":
    relay(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4]))
