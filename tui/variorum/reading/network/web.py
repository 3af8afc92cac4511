"""The default `Fetcher`: redirects, robots.txt, one request at a time per host, conditional requests and a cache."""

from __future__ import annotations

import math
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from email.message import Message
from pathlib import Path
from urllib.robotparser import RobotFileParser

from variorum.reading.document import Unreadable
from variorum.reading.network.addresses import Target, parse_address
from variorum.reading.network.cache import Cache, Kept
from variorum.reading.network.fetcher import Page, Unreachable
from variorum.reading.network.transport import Deadline, Response, request
from variorum.version import VERSION

AGENT = f"variorum/{VERSION} (a reader for comparing news; one request at a time)"
REDIRECTS = 5
SECONDS = 20.0
LONGEST_PAUSE = 10.0
"""Seconds that are waited at most between two pages of a host that asks for it: 30 in all for an address."""

_SAVE = "open it in a browser, save the page, and name the file"
_HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "*",
}


class WebFetcher:
    """Fetches addresses over http and https.

    Args:
        private: Hosts that are not on the public internet are allowed.
        cache: Folder for what is fetched; None keeps nothing.
        offline: Answer from the cache alone.
        seconds: For everything that one address costs, waiting for a host that asks for pauses excepted.
        clock: Seconds that only ever grow; `sleep` waits for so many of them. For tests.
    """

    def __init__(
        self,
        *,
        private: bool = False,
        cache: Path | None = None,
        offline: bool = False,
        seconds: float = SECONDS,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._private = private
        self._cache = Cache(cache) if cache else None
        self._offline = offline
        self._seconds = seconds
        self._robots: dict[str, RobotFileParser] = {}
        self._hosts: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._clock, self._sleep = clock, sleep
        self._last: dict[str, float] = {}

    def fetch(self, address: str, *, for_programs: bool = False) -> Page:
        """The page at an address: from the network, or as it was kept if the network cannot be asked.

        Raises:
            Unreadable: It cannot be had.
        """
        target = parse_address(address)
        kept = self._cache.get(target.address) if self._cache else None
        if self._offline:
            if kept is None:
                raise Unreadable("was never fetched, and the network may not be asked", "leave out --offline")
            return kept.page
        deadline = Deadline(self._seconds)
        try:
            page = self._follow(target, kept, deadline, ask=not for_programs)
        except Unreachable as error:
            if kept is None:
                raise
            return replace(kept.page, unreached=error.message)
        if self._cache and page is not (kept and kept.page):
            self._cache.put(target.address, page)
        return page

    def _follow(self, target: Target, kept: Kept | None, deadline: Deadline, *, ask: bool) -> Page:
        """The page at the end of at most five redirects, each as strictly checked as the first address."""
        conditions = kept.conditions if kept else {}
        seen = {target.address}
        for hop in range(REDIRECTS + 1):
            if ask:
                delay = self._ask_robots(target, deadline)
                if not hop:
                    self._pause(target, delay, deadline)
            answer = self._request(target, conditions, deadline)
            if answer.status == 304 and kept:
                return kept.page
            place = answer.headers.get("location")
            if answer.status not in (301, 302, 303, 307, 308) or not place:
                return _page(target, answer)
            target = parse_address(place, target.address)
            if target.address in seen:
                raise Unreadable("redirects in a circle", _SAVE)
            seen.add(target.address)
        raise Unreadable(f"redirects more than {REDIRECTS} times", _SAVE)

    def _request(self, target: Target, headers: dict[str, str], deadline: Deadline) -> Response:
        with self._hosts[target.host]:
            return request(target, {**_HEADERS, **headers}, deadline, private=self._private)

    def _ask_robots(self, target: Target, deadline: Deadline) -> float:
        """The seconds that the host wants between two pages; a host that says nothing allows all (RFC 9309).

        Raises:
            Unreadable: It asks programs to stay away.
        """
        rules = self._robots.get(target.origin)
        if rules is None:
            rules = RobotFileParser()
            rules.parse(self._robots_lines(target, deadline))
            self._robots[target.origin] = rules
        if not rules.can_fetch("variorum", target.address):
            raise Unreadable("asks programs not to fetch it (robots.txt)", _SAVE)
        return float(rules.crawl_delay("variorum") or 0)

    def _pause(self, target: Target, delay: float, deadline: Deadline) -> None:
        """Wait as long between two pages of a host as its robots.txt asks for (Crawl-delay).

        Raises:
            Unreachable: It asks for longer than anybody would wait; a page that is kept does.
        """
        now = self._clock()
        wait = delay - (now - self._last.get(target.origin, -math.inf))
        if wait > 0:
            if wait > LONGEST_PAUSE:
                reason = f"asks for a pause of {delay:,.0f} seconds between two pages (robots.txt)"
                raise Unreachable(reason, f"more than {LONGEST_PAUSE:.0f} are not waited; fetch it later, or save it")
            self._sleep(wait)
            deadline.extend(wait)
        self._last[target.origin] = self._clock()

    def _robots_lines(self, target: Target, deadline: Deadline) -> list[str]:
        try:
            answer = self._request(parse_address("/robots.txt", target.address), {}, deadline)
        except Unreachable:
            raise
        except Unreadable:
            return []  # what cannot be read forbids nothing; the page itself is asked for next, as strictly
        return answer.data[:500_000].decode("utf-8", "replace").splitlines() if answer.status == 200 else []


def _page(target: Target, answer: Response) -> Page:
    if answer.status >= 400 or answer.status < 200:
        hint = _SAVE if answer.status in (401, 402, 403, 429, 451) else "check the address"
        raise Unreadable(f"answered {answer.status}", hint)
    stated = Message()
    stated["Content-Type"] = answer.headers.get("content-type", "")
    media = stated.get_content_type() if "/" in answer.headers.get("content-type", "") else ""
    return Page(target.address, answer.data, media, stated.get_content_charset(), answer.headers)
