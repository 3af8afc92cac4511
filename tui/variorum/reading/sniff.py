"""Which format some bytes are in: told by what they are, and by the name only where that decides nothing."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from variorum.text.patterns import lazy_pattern


class Kind(StrEnum):
    """A format, and the module that reads it."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    MHTML = "mhtml"
    FEED = "feed"
    JSON = "json"
    CSV = "csv"
    PDF = "pdf"
    ZIP = "zip"  # DOCX, ODT, EPUB, WACZ: which of them stands inside
    WARC = "warc"


PLAIN = frozenset({Kind.TEXT, Kind.MARKDOWN})
"""Read here; every other kind is parsed in a process of its own."""

_HEAD = 4096
_BY_NAME = {
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".mht": Kind.MHTML,
    ".mhtml": Kind.MHTML,
    ".json": Kind.JSON,
    ".jsonl": Kind.JSON,
    ".ndjson": Kind.JSON,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".xml": Kind.FEED,
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
}
_FEED = lazy_pattern(
    r"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*|<\?[^>]*>\s*|<!doctype[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL | re.I,
)
_PAGE = lazy_pattern(
    r"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.DOTALL
)
_TAGS = lazy_pattern(r"<(?:p|div|article|section|h1|table|br|script|meta|title|span|a)\b[^<>]*>", re.I)
_MAIL = lazy_pattern(
    r"^(?:MIME-Version|Content-Type:\s*multipart/related|Snapshot-Content-Location)", re.I | re.MULTILINE
)
_COLUMNS = lazy_pattern(r"[\w\" ]+(?:[,;\t][\w\" ]+)+$")
_TEXT_COLUMN = lazy_pattern(
    r"(?:^|[,;\t])\"?(?:text|body|content|article|fulltext|full_text|maintext)\"?(?:$|[,;\t])", re.I
)


def sniff(data: bytes, name: str = "", media: str = "") -> Kind:
    """The kind of some bytes.

    Args:
        data: The bytes, or at least the first few thousand of them.
        name: A file name or the path of an address; its ending helps where the content says little.
        media: The media type that a server stated, without parameters.
    """
    binary = _binary(data)
    if binary:
        return binary
    head = _head_text(data)
    ending = _BY_NAME.get(PurePath(name).suffix.lower())
    if ending is Kind.MHTML or ("multipart/related" in head.lower() and _MAIL.search(head)):
        return Kind.MHTML
    if head.startswith("<"):
        if _FEED.match(head):
            return Kind.FEED
        if _PAGE.match(head) or (ending is None and _TAGS.match(head)):
            return Kind.HTML
    stated = _by_media(media)
    if stated or ending:
        return stated or ending or Kind.TEXT
    return _unnamed(head)


def _binary(data: bytes) -> Kind | None:
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if data.startswith((b"WARC/", b"\x1f\x8b")):
        return Kind.WARC
    return None


def _by_media(media: str) -> Kind | None:
    media = media.lower()
    if "html" in media:
        return Kind.HTML
    if media.endswith(("rss+xml", "atom+xml", "rdf+xml")):
        return Kind.FEED
    if "json" in media:
        return Kind.JSON
    return {"text/csv": Kind.CSV, "text/markdown": Kind.MARKDOWN, "multipart/related": Kind.MHTML}.get(media)


def _unnamed(head: str) -> Kind:
    if re.match(r"\{\s*\"|\[\s*\{\s*\"", head):
        return Kind.JSON
    first = head.split("\n", 1)[0].strip()
    if _COLUMNS.match(first) and _TEXT_COLUMN.search(first):
        return Kind.CSV
    return Kind.MARKDOWN if re.match(r"# \S", head) else Kind.TEXT


def _head_text(data: bytes) -> str:
    """The beginning as text, roughly: enough to see tags and braces in."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in head:
        head = head.replace(b"\x00", b"")
    return head.decode("utf-8", "ignore").lstrip("\ufeff \t\r\n")
