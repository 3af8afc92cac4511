"""HTML → a tree that holds all visible text, in time that grows with its length."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from variorum.reading.decode import decode
from variorum.reading.document import Unreadable
from variorum.reading.pages.words import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_XML = re.compile(rb"<\?xml[^<>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.I)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)[^<>]*>")
_VOID = words("area base br col embed hr img input link meta param source track wbr p li dd dt option")
_INLINE = words("a abbr b bdi bdo big cite code em font i kbd mark q s small span strike strong sub sup tt u var")
_DEEPEST = 100  # with what is not counted still under 256, where libxml2 begins to drop text silently


def decode_page(data: bytes, charset: str | None = None) -> tuple[str, int]:
    """The page as text, and how many bytes could not be read; the header's character set comes before the page's."""
    head = data[:4096]
    stated = _META.search(head) or _XML.search(head)
    decoded = decode(data, charset or (stated[1].decode("ascii") if stated else None))
    return decoded.text, decoded.replaced


def parse_page(text: str) -> HtmlElement:
    """The tree of a page.

    Raises:
        Unreadable: No tree can be made of it.
    """
    from lxml import etree, html  # noqa: PLC0415 - lazy: 30 ms that text files must not pay

    parser = html.HTMLParser(huge_tree=True, remove_pis=True, no_network=True, encoding="utf-8")
    tamed = tame(text).encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(tamed, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise Unreadable("holds no page", "save the page again, or its text") from error
    if not isinstance(tree, html.HtmlElement):
        raise Unreadable("holds no page", "save the page again, or its text")
    return tree


def tame(text: str) -> str:
    """The page without what makes parsers quadratic, drop text, or hide the rest of a page.

    A comment that never ends is a comment to a browser; here its mark alone is dropped, since a page hidden behind one
    is more often damage than intent. Tags nested deeper than any page needs become line breaks; their text stays.
    """
    text = _without_comments(_without_subset(text.replace("\0", "\ufffd")))
    return _flatten(text) if _depth(text) > _DEEPEST else text


def _without_comments(text: str) -> str:
    if "<!--" not in text:
        return text
    parts: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start + 2)
        if end < 0:
            parts.append(text[at:].replace("<!--", ""))
            return "".join(parts)
        parts.append(text[at:start])
        at = end + 3
    parts.append(text[at:])
    return "".join(parts)


def _depth(text: str) -> int:
    depth = deepest = 0
    for match in _TAG.finditer(text):
        if match[2].lower() not in _VOID:
            depth = max(0, depth - 1) if match[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _flatten(text: str) -> str:
    parts: list[str] = []
    depth = at = 0
    for match in _TAG.finditer(text):
        parts.append(text[at : match.start()])
        at = match.end()
        tag = match[2].lower()
        if tag in _VOID:
            parts.append(match[0] if depth <= _DEEPEST or tag in ("br", "img") else "<br>")
            continue
        depth += 0 if match[1] else 1
        parts.append(match[0] if 0 < depth <= _DEEPEST else "" if tag in _INLINE else "\n")
        depth = max(0, depth - 1) if match[1] else depth
    parts.append(text[at:])
    return "".join(parts)


def _without_subset(text: str) -> str:
    """Without declarations inside the document type: a page has none, and libxml2 would show their end as text."""
    start = text[:2000].lower().find("<!doctype")
    bracket, close = text.find("[", start), text.find(">", start)
    if start < 0 or not start < bracket < close:
        return text
    end = text.find("]>", bracket)
    return text[:start] + text[end + 2 :] if end >= 0 else text
