"""Bytes → documents, by their kind: plain text here, whatever must be parsed in a process of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from variorum.reading.document import Document, Failure, Harvest, Unreadable
from variorum.reading.files import read_head
from variorum.reading.formats.plain import read_plain
from variorum.reading.options import MAX_DOCUMENT, MAX_PAGE, MAX_TEXT, MEGABYTE, ReadOptions
from variorum.reading.sniff import PLAIN, Kind, sniff
from variorum.text.sanitise import clean_line

if TYPE_CHECKING:
    from variorum.reading.network.fetcher import Fetcher, Page
    from variorum.reading.process import ParserProcess


_LIMITS = {
    Kind.TEXT: MAX_TEXT,
    Kind.MARKDOWN: MAX_TEXT,
    Kind.JSON: MAX_TEXT,
    Kind.CSV: MAX_TEXT,
    Kind.HTML: MAX_PAGE,
    Kind.FEED: MAX_PAGE,
}
"""Bytes that a file of a kind may have; others may have `MAX_DOCUMENT`."""


class Opener:
    """Opens one source after another, and keeps what that needs (a client, a parser process) until it is closed."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._process: ParserProcess | None = None
        self._fetcher = options.fetcher

    def __enter__(self) -> Opener:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the parser process, if one was needed."""
        if self._process:
            self._process.close()

    def open(
        self, data: bytes, name: str, *, media: str = "", charset: str | None = None, address: str = ""
    ) -> Harvest:
        """The documents in some bytes.

        Raises:
            Unreadable: There are none.
        """
        kind = sniff(data, name, media)
        limit = _LIMITS.get(kind, MAX_DOCUMENT)
        if len(data) > limit:
            raise Unreadable(
                f"has more than the {limit // MEGABYTE} MB that one such file may have", "cut it into parts"
            )
        if kind not in PLAIN:
            return self._parser().parse(data, kind, name, charset=charset, address=address)
        return Harvest((read_plain(data, markdown=kind is Kind.MARKDOWN, charset=charset),))

    def open_large(self, path: Path, refusal: Unreadable) -> Harvest:
        """The documents of an archive on the disk, which is read piece by piece.

        Raises:
            Unreadable: There are none; or `refusal`, where it is no archive.
        """
        kind = sniff(read_head(path), path.name)
        if kind not in (Kind.ZIP, Kind.WARC):
            raise refusal
        return self._parser().parse(b"", kind, str(path), path=path)

    def _parser(self) -> ParserProcess:
        from variorum.reading.process import ParserProcess  # noqa: PLC0415 - text files need no subprocess

        self._process = self._process or ParserProcess(self._options.seconds)
        return self._process

    def fetch(self, address: str) -> Harvest:
        """What an address gives; that it gave it earlier, where it cannot be asked now, is said with the failures.

        Raises:
            Unreadable: It cannot be fetched, or is no article.
        """
        page = self.fetcher.fetch(address)
        harvest = self.open_page(page)
        if not page.unreached:
            return harvest
        from variorum.reading.dates import stated_date  # noqa: PLC0415 - most pages come from their host

        kept = (
            f"{page.unreached}: this is the page as it was kept {stated_date(page.headers.get('date', '')) or 'before'}"
        )
        failure = Failure(clean_line(page.address), kept, "try again later")
        return harvest._replace(failures=(*harvest.failures, failure))

    def open_page(self, page: Page) -> Harvest:
        """The documents in a page from the network; those that state no address of their own have the page's.

        Raises:
            Unreadable: There are none.
        """
        harvest = self.open(
            page.data, urlsplit(page.address).path, media=page.media, charset=page.charset, address=page.address
        )
        host = (urlsplit(page.address).hostname or "").removeprefix("www.")
        return harvest._replace(documents=tuple(_placed(d, page.address, host) for d in harvest.documents))

    @property
    def fetcher(self) -> Fetcher:
        """What fetches addresses."""
        if self._fetcher is None:
            from variorum.reading.network.web import WebFetcher  # noqa: PLC0415 - files need no network

            chosen = self._options
            self._fetcher = WebFetcher(
                private=chosen.allow_private_network, cache=chosen.cache_folder, offline=chosen.offline
            )
        return self._fetcher


def _placed(document: Document, address: str, host: str) -> Document:
    guessed = document.guessed if document.outlet else document.guessed | {"outlet"}
    return replace(document, url=document.url or address, outlet=document.outlet or host, guessed=guessed)
