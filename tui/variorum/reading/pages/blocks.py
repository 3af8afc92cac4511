"""A page's tree → its paragraphs in order, each with what the markup around it says it is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.reading.pages.words import Part, names_container, part_named, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass
class Block:
    """A paragraph: its text, the element that makes it one, its ancestors from the root, its share of link text."""

    text: str
    signs: tuple[Part | None, ...]
    """What each ancestor says of itself."""
    tag: str
    chain: tuple[HtmlElement, ...]
    link_share: float
    part: Part = Part.PROSE


_SKIP = words(
    "script style template iframe svg math canvas object embed select textarea input button head noscript audio video "
    "map dialog datalist option"
)
_BLOCKS = words(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 "
    "h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead "
    "time tr ul"
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d])", re.I
)

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_SEMANTIC = ("article", "main")
_LONG_NOISE = ("comment", "disqus", "consent", "cookie", "gdpr")


def blocks_of(tree: HtmlElement) -> list[Block]:
    """All paragraphs of a page in the order of the page, hidden ones left out."""
    body = tree.find("body")
    found: list[Block] = []
    walker = _Walker(found)
    walker.walk(body if body is not None else tree)
    _settle(found)
    return found


def is_body_container(element: HtmlElement) -> bool:
    """Whether an element says of itself that it holds an article's text."""
    if (element.get("itemprop") or "").lower() == "articlebody":
        return True
    return names_container(_names(element))


def is_semantic(element: HtmlElement) -> bool:
    """Whether an element is `article` or `main`, by tag or role."""
    return element.tag in _SEMANTIC or element.get("role") in _SEMANTIC


class _Walker:
    """Collects text until a block begins or ends; depth is bounded by `markup.tame`."""

    def __init__(self, found: list[Block]) -> None:
        self._found = found
        self._chain: list[HtmlElement] = []
        self._parts: list[Part | None] = []
        self._text: list[str] = []
        self._linked = 0
        self._in_link = 0

    def walk(self, element: HtmlElement) -> None:
        """Visit an element and what is in it."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIP or _is_hidden(element):
            return
        block = tag in _BLOCKS
        row = tag in ("td", "th") and self._text  # cells of a row are one paragraph
        if block and not row:
            self._flush()
        self._chain.append(element)
        self._parts.append(_part_of(element))
        self._in_link += tag == "a"
        if row:
            self._add(" · ")
        if tag == "br":
            self._break()
        self._add(element.text)
        for child in element:
            self.walk(child)
            self._add(child.tail)
        if block and tag not in ("td", "th"):
            self._flush()
        self._in_link -= tag == "a"
        self._chain.pop()
        self._parts.pop()

    def _add(self, text: str | None) -> None:
        if text:
            self._text.append(text)
            if self._in_link:
                self._linked += len(text.strip())

    def _break(self) -> None:
        """Two line breaks in a row end a paragraph."""
        if self._text and self._text[-1] == "\n":
            self._flush()
        elif self._text:
            self._text.append("\n")

    def _flush(self) -> None:
        text = _BLANKS.sub(" ", "".join(self._text)).strip(" ") if self._text else ""
        if text:
            share = min(1.0, self._linked / len(text))
            tag = next((e.tag for e in reversed(self._chain) if e.tag in _BLOCKS), "")
            self._found.append(Block(text, tuple(self._parts), str(tag), tuple(self._chain), share))
        self._text.clear()
        self._linked = 0


def _settle(blocks: list[Block]) -> None:
    """Decide each block's part from what its ancestors are called.

    Noise and related anywhere above win over the rest, else the innermost sign. But what holds half of the page's prose
    is no menu or advert, whatever its class says ("content has-sidebar"), unless that is known to be long.
    """
    mass: Counter[HtmlElement] = Counter()
    for block in {block.text: block for block in blocks}.values():
        if len(block.text) >= 80 and block.link_share < 0.3:
            for element in block.chain:
                mass[element] += len(block.text)
    total = max(mass.values(), default=0)
    for block in blocks:
        stated = [
            part
            for element, part in zip(block.chain, block.signs, strict=True)
            if part and (not total or mass[element] < total / 2 or part is Part.TITLE or _is_never_prose(element))
        ]
        if Part.CAPTION in stated[-2:]:
            stated = [part for part in stated if part is not Part.RELATED]
        strong = next((part for part in (Part.NOISE, Part.RELATED, Part.WALL) if part in stated), None)
        block.part = strong or (stated[-1] if stated else Part.PROSE)


def _is_never_prose(element: HtmlElement) -> bool:
    """Whether an element is one that may well be longer than the article: readers' comments, or a consent dialogue."""
    names = " ".join(_names(element)).lower()
    return element.tag in ("footer", "nav") or any(word in names for word in _LONG_NOISE)


def _part_of(element: HtmlElement) -> Part | None:  # noqa: PLR0911 - one line for each sign
    tag = element.tag
    if tag in ("html", "body", "main"):
        return None
    if tag == "nav":
        return Part.NOISE
    if tag == "figcaption":
        return Part.CAPTION
    if tag == "figure":  # what is in it and no caption is a label, a prompt or a pull quote
        return Part.RELATED
    if tag == "h1":
        return Part.TITLE
    if tag in ("h2", "h3", "h4", "h5", "h6"):
        return Part.SUBHEAD
    if tag == "time":
        return Part.DATE
    if tag == "address" or element.get("rel") == "author" or "author" in (element.get("itemprop") or "").split():
        return Part.BYLINE
    if is_body_container(element):
        return None
    return part_named(_names(element)) or {"footer": Part.NOISE, "aside": Part.RELATED}.get(tag)


def _names(element: HtmlElement) -> list[str]:
    """Class names, the id, the role and what builders and testers call the element."""
    classes = (element.get("class") or "").split()[:12]
    data = [v for k, v in element.items() if k.startswith("data-") and k.endswith(("name", "component", "testid"))]
    return [*classes, element.get("id") or "", element.get("role") or "", *data]


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))
