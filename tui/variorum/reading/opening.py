"""Bytes → documents, by their kind: plain text here, whatever must be parsed in a process of its own."""

from __future__ import annotations

from types import TracebackType

from variorum.reading.document import Harvest, Unreadable
from variorum.reading.options import MAX_TEXT, MEGABYTE, ReadOptions
from variorum.reading.plain import read_plain
from variorum.reading.sniff import PLAIN, Kind, sniff


class Opener:
    """Opens one source after another, and keeps what that needs (a client, a parser process) until it is closed."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options

    def __enter__(self) -> Opener:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to close yet."""

    def open(self, data: bytes, name: str, *, media: str = "", charset: str | None = None) -> Harvest:
        """The documents in some bytes.

        Raises:
            Unreadable: There are none.
        """
        kind = sniff(data, name, media)
        if kind not in PLAIN:
            raise Unreadable(f"is {kind.value}, which cannot be read yet", "save it as text")
        if len(data) > MAX_TEXT:
            raise Unreadable(f"has more than {MAX_TEXT // MEGABYTE} MB of text", "cut it into parts")
        return Harvest((read_plain(data, markdown=kind is Kind.MARKDOWN, charset=charset),))

    def fetch(self, address: str) -> Harvest:
        """What an address gives.

        Raises:
            Unreadable: It cannot be fetched, or is no article.
        """
        raise Unreadable("cannot be fetched yet", "save the page and name the file")
