"""RSS and Atom: a list of entries to open, and those entries that carry their whole text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from variorum.reading.document import Document, Entry, Harvest, Unreadable
from variorum.reading.formats.xml import refuse_entities
from variorum.text.sanitise import clean_line

_MOST_ENTRIES = 500
_WHOLE = 600  # characters of an entry's content that make it an article and not a teaser


def read_feed(data: bytes, request: dict[str, str]) -> Harvest:
    """The entries of a feed; those with `content` of some length are articles at once.

    Raises:
        Unreadable: It is no feed, or has no entries.
    """
    import feedparser  # noqa: PLC0415 - lazy: only for feeds

    refuse_entities(data)
    feed: Any = feedparser.parse(data, response_headers={"content-type": "application/xml"}, sanitize_html=False)
    if not feed.entries:
        raise Unreadable("is no feed, or has no entries", "open the page itself, or the feed's address")
    outlet = clean_line(str(feed.feed.get("title") or "")) or None
    entries = [_entry(e, outlet or "") for e in feed.entries[:_MOST_ENTRIES]]
    documents = [
        d for e in feed.entries[:_MOST_ENTRIES] if (d := _whole(e, outlet, str(feed.feed.get("language") or "")))
    ]
    return Harvest(tuple(documents), tuple(entries))


def _entry(entry: Mapping[str, Any], outlet: str) -> Entry:
    link = clean_line(str(entry.get("link") or ""))
    return Entry(
        clean_line(_plain(str(entry.get("title") or ""))) or link,
        link if link.startswith(("http://", "https://")) else "",
        _published(entry),
        clean_line(_plain(str(entry.get("summary") or "")))[:300],
        outlet,
    )


def _whole(entry: Mapping[str, Any], outlet: str | None, language: str) -> Document | None:
    from variorum.reading.pages.html import page_document  # noqa: PLC0415 - lazy: lxml

    contents = [str(c.get("value") or "") for c in entry.get("content") or ()]
    markup = max(contents, key=len, default="")
    if len(_plain(markup)) < _WHOLE:
        return None
    about = _entry(entry, outlet or "")
    document = page_document(f"<html><body><article>{markup}</article></body></html>", about.url, simple=True)
    stated = {
        "title": about.title,
        "outlet": outlet or "",
        "byline": clean_line(str(entry.get("author") or "")),
        "published": about.published or "",
        "url": about.url,
        "language": language[:2].lower(),
    }
    return Document(**{**vars(document.stating(stated)), "name": about.title})


def _published(entry: Mapping[str, Any]) -> str | None:
    when = entry.get("published_parsed") or entry.get("updated_parsed")
    return "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*when[:6]) if when else None


def _plain(markup: str) -> str:
    from variorum.reading.pages.markup import parse_page  # noqa: PLC0415 - lazy: lxml

    if "<" not in markup:
        return markup
    try:
        return str(parse_page(f"<div>{markup}</div>").text_content())
    except Unreadable:
        return ""
