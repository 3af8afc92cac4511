"""How to read: everything a caller may choose, as one frozen value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variorum.reading.network.fetcher import Fetcher

MEGABYTE = 1 << 20
MAX_TEXT = 16 * MEGABYTE
"""Bytes of plain text: more than 100,000 sentences."""

MAX_PAGE = 10 * MEGABYTE
"""Bytes of a page or a feed, whose tree takes many times as much memory."""

MAX_DOCUMENT = 64 * MEGABYTE
"""Bytes of a PDF, a book or an archive, where most bytes are not text."""

MAX_ARCHIVE = 8 * 1024 * MEGABYTE
"""Bytes of a book or a web archive that is a file: of it only what is wanted is read."""

MAX_BREAKS = 600_000
"""Line ends and full stops of one article: cutting it into sentences takes some ten seconds for so many."""

MAX_FILES = 10_000
"""Files taken from one folder."""

PILE = 12
"""Articles from which on they are taken for several stories, if they fall into several."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a caller may choose.

    Attributes:
        allow_private_network: Fetch from loopback, private and link-local addresses too.
        cache: Folder for fetched pages, or what names it when the first address comes; None keeps nothing.
        offline: Answer from the cache alone.
        fetcher: What fetches addresses; None makes the default one when the first address comes.
        entries: How many entries of a feed to fetch and open; 0 only lists them.
        wayback: The web archive that `wayback:ADDRESS` asks.
        seconds: Time for one document of a kind that has to be parsed, before it is refused.
    """

    allow_private_network: bool = False
    cache: Path | Callable[[], Path] | None = None
    offline: bool = False
    fetcher: Fetcher | None = None
    entries: int = 0
    wayback: str = "https://web.archive.org"
    seconds: float = 10.0

    @property
    def cache_folder(self) -> Path | None:
        """The folder for fetched pages, where they are kept."""
        return self.cache() if callable(self.cache) else self.cache
