"""The default `Fetcher`: redirects, robots.txt, one request at a time per host, conditional requests and a cache."""

from __future__ import annotations

import threading
from collections import defaultdict
from email.message import Message
from pathlib import Path
from urllib.robotparser import RobotFileParser

from variorum import __version__
from variorum.reading.addresses import Target, parse_address
from variorum.reading.cache import Cache, Kept
from variorum.reading.document import Unreadable
from variorum.reading.fetcher import Page, Unreachable
from variorum.reading.transport import Deadline, Response, request

AGENT = f"variorum/{__version__} (a reader for comparing news; one request at a time)"
REDIRECTS = 5
SECONDS = 20.0

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
        seconds: For everything that one address costs.
    """

    def __init__(
        self, *, private: bool = False, cache: Path | None = None, offline: bool = False, seconds: float = SECONDS
    ) -> None:
        self._private = private
        self._cache = Cache(cache) if cache else None
        self._offline = offline
        self._seconds = seconds
        self._robots: dict[str, RobotFileParser] = {}
        self._hosts: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

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
        except Unreachable:
            if kept is None:
                raise
            return kept.page
        if self._cache and page is not (kept and kept.page):
            self._cache.put(target.address, page)
        return page

    def _follow(self, target: Target, kept: Kept | None, deadline: Deadline, *, ask: bool) -> Page:
        """The page at the end of at most five redirects, each as strictly checked as the first address."""
        conditions = kept.conditions if kept else {}
        seen = {target.address}
        for _ in range(REDIRECTS + 1):
            if ask:
                self._ask_robots(target, deadline)
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

    def _ask_robots(self, target: Target, deadline: Deadline) -> None:
        """Raise where the host asks programs to stay away (RFC 9309); a host that says nothing allows all."""
        rules = self._robots.get(target.origin)
        if rules is None:
            rules = RobotFileParser()
            rules.parse(self._robots_lines(target, deadline))
            self._robots[target.origin] = rules
        if not rules.can_fetch("variorum", target.address):
            raise Unreadable("asks programs not to fetch it (robots.txt)", _SAVE)

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
