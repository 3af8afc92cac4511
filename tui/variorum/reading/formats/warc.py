"""WARC and WACZ: the pages of a web archive, as they were sent."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO
from zipfile import BadZipFile

from variorum.reading.document import Document, Failure, Harvest, Unreadable
from variorum.reading.options import MEGABYTE
from variorum.reading.pages.html import page_document
from variorum.reading.pages.markup import decode_page
from variorum.text.sanitise import clean_line

if TYPE_CHECKING:
    from variorum.reading.formats.archive import Archive

_MOST_PAGES = 500
_LARGEST_PAGE = 10 * MEGABYTE
_PART = 0.7  # of the time for a document, after which an archive is read no further
_MOST_PARTS = 20
_BROKEN = (EOFError, zlib.error, BadZipFile, ValueError, OverflowError, AttributeError, OSError)
"""What damage raises; of warcio AttributeError for a header that broke off, OverflowError for an endless length."""
_LEAST = 200  # characters that make a page an article and not a redirect or a frame


def read_warc(stream: BinaryIO, request: dict[str, Any]) -> Harvest:
    """The articles of a web archive; what stands before the place where it breaks off is kept.

    An archive that would take too long is read as far as the time for one document goes.

    Raises:
        Unreadable: It holds no pages.
    """
    documents: list[Document] = []
    failures: list[Failure] = []
    name = request.get("name") or "standard input"
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - lazy: warcio

    try:
        for document in _pages(stream, time.monotonic() + _PART * float(request["seconds"])):
            documents.append(document)
            if len(documents) >= _MOST_PAGES:
                failures.append(_rest(name, f"has more than {_MOST_PAGES} pages with an article: the rest is left out"))
                break
    except _OutOfTime as stopped:
        if not documents:
            raise Unreadable(f"holds no page with an article in its first {stopped}", "name a page") from stopped
        failures.append(_rest(name, f"takes long: only the pages of its first {stopped} were read"))
    except (ArchiveLoadFailed, *_BROKEN) as error:
        if not documents:
            reason = "is a gzip archive, not a web archive" if _is_other_gzip(stream) else "is a damaged web archive"
            raise Unreadable(reason, "unpack it, or download it again") from error
        failures.append(Failure(clean_line(name), f"breaks off after {len(documents)} pages", "download it again"))
    if not documents:
        raise Unreadable("holds no pages with an article", "name a page")
    return Harvest(tuple(documents), failures=tuple(failures))


def read_wacz(archive: Archive, request: dict[str, Any]) -> Harvest:
    """The articles of all archives in a WACZ.

    Raises:
        Unreadable: It holds none.
    """
    harvests: list[Harvest] = []
    reasons: list[Failure] = []
    names = archive.ending([".warc.gz", ".warc"])[:_MOST_PARTS]
    shared = {**request, "seconds": float(request["seconds"]) / max(1, len(names))}
    for name in names:
        try:
            with archive.open(name) as member:
                harvests.append(read_warc(member, shared))
        except Unreadable as error:
            reasons.append(error.failure(name))
    documents = [d for h in harvests for d in h.documents]
    if not documents:
        raise Unreadable("holds no pages with an article", "name a page")
    return Harvest(tuple(documents), failures=(*(f for h in harvests for f in h.failures), *reasons))


class _OutOfTime(Exception):  # noqa: N818 - it ends a loop
    """So many bytes, in words, were read when the time was over."""


def _rest(name: str, reason: str) -> Failure:
    return Failure(clean_line(name), reason, "name a page of it, or cut it into parts")


def _pages(stream: BinaryIO, until: float) -> Iterator[Document]:
    """The pages one after another, until some moment of the monotonic clock.

    Raises:
        _OutOfTime: It has come.
    """
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - lazy: warcio

    found = 0
    for record in ArchiveIterator(stream, check_digests=False):
        if time.monotonic() > until:
            raise _OutOfTime(f"{stream.tell() / MEGABYTE:,.0f} MB")
        if record.rec_type not in ("response", "resource"):
            continue
        headers: Any = record.http_headers
        media = str((headers or record.rec_headers).get_header("Content-Type") or "").lower()
        if "html" not in media or (headers and not str(headers.get_statuscode() or "").startswith("2")):
            continue
        address = str(record.rec_headers.get_header("WARC-Target-URI") or "")
        body = record.content_stream().read(_LARGEST_PAGE)
        if len(body) < _LARGEST_PAGE and getattr(record.raw_stream, "limit", 0) > 0:
            raise EOFError  # the record states more bytes than there are
        charset = media.partition("charset=")[2].split(";")[0].strip() or None
        text, replaced = decode_page(body, charset)
        try:
            document = page_document(text, address)
        except Unreadable:
            continue  # a page without text is no article; the archive has many
        if len(document.text) >= _LEAST:
            found += 1
            name = document.title or f"page {found}"
            yield Document(**{**vars(document), "name": name, "replaced": document.replaced + replaced})


def _is_other_gzip(stream: BinaryIO) -> bool:
    stream.seek(0)
    data = stream.read(4096)
    if not data.startswith(b"\x1f\x8b"):
        return False
    try:
        return not zlib.decompressobj(31).decompress(data, 64).startswith(b"WARC/")
    except zlib.error:
        return False
