"""MHTML, the one-file form of a saved page: the root part is the page, the rest is pictures and styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.reading.document import Harvest, Unreadable
from variorum.reading.pages.html import read_html

if TYPE_CHECKING:
    from email.message import Message


def read_mhtml(data: bytes, request: dict[str, str]) -> Harvest:
    """The article of a page saved in one file.

    Raises:
        Unreadable: It holds no page.
    """
    from email import message_from_bytes  # noqa: PLC0415 - lazy: few sources are MHTML

    message = message_from_bytes(data)
    page = _page(message)
    if page is None:
        raise Unreadable("holds no page", "save it again from the browser")
    body = page.get_payload(decode=True)
    address = str(page.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
    charset = page.get_content_charset()
    inner = {
        "address": address if address.startswith(("http:", "https:")) else "",
        **({"charset": charset} if charset else {}),
    }
    return read_html(body if isinstance(body, bytes) else b"", {**request, **inner})


def _page(message: Message) -> Message | None:
    parts = message.walk()
    return next((p for p in parts if p.get_content_type() in ("text/html", "application/xhtml+xml")), None)
