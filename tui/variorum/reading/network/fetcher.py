"""The one small interface behind which the network lies, so that a test or a caller can put something else there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from variorum.reading.document import Unreadable


@dataclass(frozen=True)
class Page:
    """What an address gave.

    Attributes:
        address: Where it came from in the end, after redirects.
        data: The body, decompressed.
        media: The media type the server stated, in lower case and without parameters; empty where it stated none.
        charset: The character set the server stated.
        headers: All headers, their names in lower case, the values sanitised.
        unreached: Why the network could not be asked; then this is the page as it was kept from an earlier fetch.
    """

    address: str
    data: bytes
    media: str = ""
    charset: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    unreached: str = ""


class Fetcher(Protocol):
    """Anything that turns an address into a page."""

    def fetch(self, address: str, *, for_programs: bool = False) -> Page:
        """The page at an address; one that is made `for_programs` is fetched whatever robots.txt says of crawlers.

        Raises:
            Unreadable: It cannot be had.
        """


class Unreachable(Unreadable):
    """The network could not be asked, or did not answer in time; a page kept from earlier may do."""
