"""Captures of one address in a web archive that speaks CDX and memento, as the Wayback Machine does.

The CDX server lists captures, one for each different content (`collapse=digest`); a capture's page comes unaltered from
`/web/TIMESTAMPid_/ADDRESS` (RFC 7089 names what is behind it). Both are made for programs.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from urllib.parse import urlencode

from variorum.reading.document import Unreadable
from variorum.reading.network.addresses import parse_address
from variorum.reading.network.fetcher import Fetcher, Page

_MOST = 12  # versions of one article that are opened; a longer chain is thinned out evenly, its ends kept
_SOURCE = re.compile(r"wayback:(?P<address>\S+?)(?:@(?P<first>[\d-]{4,19})?\.\.(?P<last>[\d-]{4,19})?)?")


@dataclass(frozen=True, slots=True)
class Capture:
    """One state of a page: its archive's time (14 digits, UTC) and the address it had."""

    timestamp: str
    address: str

    @property
    def date(self) -> str:
        """The time as ISO 8601."""
        t = self.timestamp.ljust(14, "0")
        return f"{t[:4]}-{t[4:6]}-{t[6:8]}T{t[8:10]}:{t[10:12]}:{t[12:14]}Z"


def captures(source: str, fetcher: Fetcher, archive: str) -> tuple[str, list[Capture]]:
    """The address and its captures, oldest first; `wayback:ADDRESS@2020-12-14..2020-12-16` takes those between.

    Raises:
        Unreadable: The archive cannot be asked, or has none.
    """
    match = _SOURCE.fullmatch(source)
    if not match:
        raise Unreadable("names no address", "write wayback:https://… or wayback:https://…@2020-12-14..2020-12-16")
    named = match["address"]
    address = parse_address(named if "://" in named else f"https://{named}").address
    asked = {"url": address, "output": "json", "fl": "timestamp,original,digest", "collapse": "digest", "limit": "500"}
    for name, limit in (("from", match["first"]), ("to", match["last"])):
        if limit:
            asked[name] = limit.replace("-", "")
    query = urlencode({**asked, "filter": "statuscode:200"})
    page = fetcher.fetch(f"{archive}/cdx/search/cdx?{query}", for_programs=True)
    found = _rows(page.data)
    if not found:
        raise Unreadable("was never archived", "check the address, or save the page yourself")
    return address, _thinned(found)


def fetch_capture(capture: Capture, fetcher: Fetcher, archive: str) -> Page:
    """The page as it was captured.

    Raises:
        Unreadable: It cannot be had.
    """
    return fetcher.fetch(f"{archive}/web/{capture.timestamp}id_/{capture.address}", for_programs=True)


def _rows(data: bytes) -> list[Capture]:
    try:
        rows = json.loads(data or b"[]")
    except (ValueError, RecursionError) as error:
        raise Unreadable("the archive answered with something that is no list", "try again later") from error
    seen: set[str] = set()
    found: list[Capture] = []
    for row in rows[1:] if isinstance(rows, list) else ():
        if not (isinstance(row, list) and len(row) >= 3 and all(isinstance(v, str) for v in row)):
            continue
        timestamp, address, digest = row[:3]
        if re.fullmatch(r"\d{14}", timestamp) and digest not in seen:
            seen.add(digest)
            found.append(Capture(timestamp, address))
    return sorted(found, key=lambda c: c.timestamp)


def _thinned(found: list[Capture]) -> list[Capture]:
    if len(found) <= _MOST:
        return found
    return [found[round(n * (len(found) - 1) / (_MOST - 1))] for n in range(_MOST)]
