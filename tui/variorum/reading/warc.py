"""WARC and WACZ: the pages of a web archive, as they were sent."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from variorum.reading.document import Document, Failure, Harvest, Unreadable
from variorum.reading.html import page_document
from variorum.reading.markup import decode_page
from variorum.reading.options import MEGABYTE
from variorum.text.sanitise import clean_line

if TYPE_CHECKING:
    from variorum.reading.archive import Archive

_MOST_PAGES = 500
_LARGEST_PAGE = 10 * MEGABYTE
_LEAST = 200  # characters that make a page an article and not a redirect or a frame


def read_warc(data: bytes, request: dict[str, str]) -> Harvest:
    """The articles of a web archive; what stands before the place where it breaks off is kept.

    Raises:
        Unreadable: It holds no pages.
    """
    documents: list[Document] = []
    failures: list[Failure] = []
    name = request.get("name") or "standard input"
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - lazy: warcio

    try:
        for document in _pages(data):
            documents.append(document)
            if len(documents) >= _MOST_PAGES:
                break
    except (ArchiveLoadFailed, EOFError, zlib.error, ValueError, AttributeError, OSError) as error:
        # AttributeError: what warcio raises for a record whose header broke off
        if not documents:
            reason = "is a gzip archive, not a web archive" if _is_other_gzip(data) else "is a damaged web archive"
            raise Unreadable(reason, "unpack it, or download it again") from error
        failures.append(Failure(clean_line(name), f"breaks off after {len(documents)} pages", "download it again"))
    if not documents:
        raise Unreadable("holds no pages with an article", "name a page")
    return Harvest(tuple(documents), failures=tuple(failures))


def read_wacz(archive: Archive, request: dict[str, str]) -> Harvest:
    """The articles of all archives in a WACZ.

    Raises:
        Unreadable: It holds none.
    """
    harvests = [read_warc(archive.read(name), request) for name in archive.ending([".warc.gz", ".warc"])[:20]]
    documents = [d for h in harvests for d in h.documents]
    if not documents:
        raise Unreadable("holds no pages with an article", "name a page")
    return Harvest(tuple(documents), failures=tuple(f for h in harvests for f in h.failures))


def _pages(data: bytes) -> Iterator[Document]:
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - lazy: warcio

    found = 0
    for record in ArchiveIterator(BytesIO(data), check_digests=False):
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


def _is_other_gzip(data: bytes) -> bool:
    if not data.startswith(b"\x1f\x8b"):
        return False
    try:
        return not zlib.decompressobj(31).decompress(data[:4096], 64).startswith(b"WARC/")
    except zlib.error:
        return False
