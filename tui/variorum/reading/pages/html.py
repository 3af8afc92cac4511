"""A page → its article: title, byline, date, prose, captions and related links, in the order of the page.

Two readers look at the page. Ours (`blocks`) keeps the order and knows what the markup says of each paragraph;
trafilatura (Barbaresi, ACL 2021) has learnt from many sites which paragraphs are the article. A paragraph is body where
both agree, or where one has nothing to say: ours alone never drops what trafilatura found, and never lets a caption,
a menu or a teaser in that the markup names as such.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from variorum.engine.nouns import Role
from variorum.reading.cutoff import ends_cut_off, is_prompt
from variorum.reading.dates import is_date_line, printed_date
from variorum.reading.document import Block as Paragraph
from variorum.reading.document import Document, Harvest, Unreadable, compose
from variorum.reading.pages.blocks import Block, blocks_of, is_body_container, is_semantic
from variorum.reading.pages.markup import decode_page, parse_page
from variorum.reading.pages.metadata import BY_NAME, PageMetadata, page_metadata, plain_byline
from variorum.reading.pages.words import Part
from variorum.text.sanitise import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ROLES = {
    Part.TITLE: Role.TITLE,
    Part.SUBHEAD: Role.TITLE,
    Part.BYLINE: Role.BYLINE,
    Part.DATE: Role.DATELINE,
    Part.CAPTION: Role.CAPTION,
    Part.RELATED: Role.BOILERPLATE,
    Part.WALL: Role.BOILERPLATE,
    Part.LEDE: Role.BODY,
    Part.PROSE: Role.BODY,
}
_POINTER = re.compile(
    r"(?:read (?:more|also|next|the full)|also read|related(?: articles?| stories)?|see also|more (?:on|from)|"
    r"recommended|watch|listen|in pictures|sign up|subscribe|follow us|advertisement|sponsored|share this|"
    r"click here|photo|image|"
    r"mehr zum thema|lesen sie auch|anzeige|lire aussi|à lire|publicité|lea también|te puede interesar|publicidad|"
    r"leia também|leggi anche)\b\s*(?:[:|»>-]|$)",
    re.I,
)
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b)\s*(?:\d{4}|[^\W\d_])|all rights reserved", re.I)
_PROMO = re.compile(
    r"sign up (?:to|for|here)|subscribe to our|get (?:the|our) .{0,60}(?:newsletter|inbox)|privacy notice|"
    r"by signing up|"
    r"download (?:the|our) .{0,20}app|follow us on|newsletters may contain|jetzt .{0,20}newsletter|inscrivez-vous|"
    r"suscríbete a (?:la|nuestra)|abonnez-vous|abonnieren sie|assine |iscriviti|join our|"
    r"(?:do you )?(?:have|got) (?:a|any) (?:news )?(?:tip|story|information)\b.{0,20}\?|"
    r"contact (?:us|the (?:author|newsroom))",
    re.I,
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_LEAST = 140  # characters of prose that make an article
_SHORT_PAGE = 600  # a page with less prose, and no element that calls itself an article, is taken whole


def read_html(data: bytes, request: dict[str, str]) -> Harvest:
    """The article of a page.

    Raises:
        Unreadable: The page holds no text.
    """
    text, replaced = decode_page(data, request.get("charset"))
    document = page_document(text, request.get("address") or "", simple=request.get("effort") == "simple")
    return Harvest((Document(**{**vars(document), "replaced": document.replaced + replaced}),))


def page_document(markup: str, address: str = "", *, simple: bool = False) -> Document:
    """The article of a page given as text; `simple` leaves trafilatura out.

    Raises:
        Unreadable: The page holds no text.
    """
    tree = parse_page(markup)
    blocks = blocks_of(tree)
    metadata = page_metadata(tree, address)
    voted = "" if simple else _vote(tree)
    _settle_pointers(blocks)
    region = _region(blocks)
    body = _body(blocks, region, _squeeze(voted))
    headline = _choose_title(blocks, body, metadata)
    body = {i for i in body if i > headline or _is_sentence(blocks[i].text)} - _behind_the_wall(blocks, body)
    paragraphs = _paragraphs(blocks, body, region)
    _complete(metadata, blocks, paragraphs)
    prose = sum(len(t) for t, role in paragraphs if role is Role.BODY)
    spare = metadata.body if len(metadata.body) > len(voted) else voted
    if prose < _LEAST and len(spare) > 2 * prose:
        paragraphs = [p for p in paragraphs if p[1] is not Role.BODY] + [(t, Role.BODY) for t in spare.split("\n")]
    if not any(role is Role.BODY for _, role in paragraphs):
        paragraphs = [(b.text, _ROLES.get(b.part)) for b in blocks if b.part is not Part.NOISE] or paragraphs
    composed, known, replaced = compose(_unsure_at_the_end(paragraphs))
    if not composed:
        raise Unreadable("holds no text", "the page may need a browser: save it there, and name the saved page")
    return Document(
        composed,
        known,
        outlet=metadata.outlet,
        title=metadata.title,
        byline=metadata.byline,
        published=metadata.published,
        url=metadata.url,
        language=metadata.language,
        cut_off=_is_cut_off(blocks, paragraphs, metadata),
        guessed=frozenset(metadata.guessed),
        replaced=replaced,
    )


def _vote(tree: HtmlElement) -> str:
    """The paragraphs that trafilatura takes for the article, a line each; empty where it finds none."""
    from copy import deepcopy  # noqa: PLC0415 - with its only user

    from trafilatura import bare_extraction  # noqa: PLC0415 - lazy: a tenth of a second and 30 MB

    try:
        found = bare_extraction(deepcopy(tree), include_comments=False, include_tables=True, fast=False)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return ""  # it trips over some damaged trees; ours goes on alone
    text = getattr(found, "text", None)
    return text if isinstance(text, str) else ""


def _settle_pointers(blocks: Iterable[Block]) -> None:
    """Tell by its words what a paragraph is that the markup says nothing about."""
    for block in blocks:
        if block.part is Part.PROSE:
            block.part = _part_by_words(block)
        elif block.part is Part.SUBHEAD and is_date_line(block.text):
            block.part = Part.DATE
        elif block.part is Part.SUBHEAD and is_prompt(block.text):
            block.part = Part.WALL


def _part_by_words(block: Block) -> Part:
    """Part of a paragraph that points elsewhere, asks for money, or is a byline, a date or a notice of rights."""
    text = block.text
    if len(text) < 160 and BY_NAME.match(text) and not _is_sentence(text):
        return Part.BYLINE
    if is_date_line(text):
        return Part.DATE
    if is_prompt(text):
        return Part.WALL
    if len(text) < 300 and _PROMO.match(text):
        return Part.RELATED
    if len(text) >= 160:
        return Part.PROSE
    if _RIGHTS.match(text):
        return Part.NOISE
    if _POINTER.match(text) or (block.link_share > 0.8 and not _is_sentence(text)):
        return Part.RELATED
    return Part.RELATED if len(text) < 120 and _MAIL.search(text) else Part.PROSE


def _region(blocks: list[Block]) -> HtmlElement | None:
    """The deepest element that holds nearly all prose of what calls itself article or body, or else of the page."""
    prose = [b for b in blocks if _is_prose(b)]
    for says in (is_body_container, is_semantic):
        inside = [b for b in prose if any(says(e) for e in b.chain)]
        if _length(inside) >= _LEAST:
            return _deepest(inside, 0.8)
    if _length(prose) >= _SHORT_PAGE:
        return _deepest(prose, 0.6)
    return blocks[0].chain[0] if blocks else None


def _length(blocks: Iterable[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _deepest(blocks: list[Block], share: float) -> HtmlElement | None:
    """The deepest element that holds that share of the blocks' text."""
    mass: Counter[HtmlElement] = Counter()
    depth: dict[HtmlElement, int] = {}
    for block in blocks:
        for level, element in enumerate(block.chain):
            mass[element] += len(block.text)
            depth[element] = level
    wide = [element for element, length in mass.items() if length >= share * _length(blocks)]
    return max(wide, key=lambda element: depth[element], default=None)


def _is_prose(block: Block) -> bool:
    return block.part is Part.PROSE and block.link_share < 0.5 and len(block.text) >= 40


def _body(blocks: list[Block], region: HtmlElement | None, voted: str) -> set[int]:
    """Which blocks are the article's prose, by their place in the list."""
    inside = [i for i, b in enumerate(blocks) if b.part is Part.PROSE and region in b.chain and b.link_share < 0.7]
    agreed = [i for i in inside if _squeeze(blocks[i].text) in voted]
    also = [
        i
        for i, b in enumerate(blocks)
        if b.part is Part.PROSE and b.link_share < 0.5 and _is_sentence(b.text) and _squeeze(b.text) in voted
    ]
    ours, theirs = (_length(blocks[i] for i in places) for places in (inside, {*also, *agreed}))
    if theirs < _LEAST or theirs < 0.5 * ours:
        return set(inside)
    if _length(blocks[i] for i in agreed) < 0.3 * theirs:
        return set(also)  # they found another part of the page; theirs is the better guess
    first, last = min(agreed), max(agreed)
    kept = {i for i in inside if i in agreed or first < i < last or _is_sentence(blocks[i].text)}
    return kept | {i for i in also if region is None or _shares_parent(blocks[i], region)}


def _behind_the_wall(blocks: list[Block], body: set[int]) -> set[int]:
    """The little that stands after a prompt to pay or register: what it offers, not what the article says."""
    for wall in (i for i, b in enumerate(blocks) if b.part is Part.WALL):
        after = {i for i in body if i > wall}
        if len(after) < len(body) and _length(blocks[i] for i in after) < _SHORT_PAGE:
            return after
    return set()


def _shares_parent(block: Block, region: HtmlElement) -> bool:
    """Whether a block stands in the element around the region: a standfirst, a second half after an advert."""
    parent = region.getparent()
    return parent is not None and parent.tag not in ("body", "html") and parent in block.chain


def _choose_title(blocks: list[Block], body: set[int], metadata: PageMetadata) -> int:
    """Settle which headline is the article's, and return its place in the list, or -1.

    Other headlines of the first rank are teasers or the outlet's own name.
    """
    titles = [b for b in blocks if b.part is Part.TITLE]
    best = _headline(blocks, titles, min(body, default=len(blocks)), metadata)
    for block in titles:
        block.part = Part.NOISE
    if best is None:
        return -1
    best.part = Part.TITLE
    metadata.title = clean_line(best.text)
    metadata.guessed.discard("title")
    return blocks.index(best)


def _headline(blocks: list[Block], titles: list[Block], first: int, metadata: PageMetadata) -> Block | None:
    """The headline as printed: what the page states, a part of the browser's title, or the last before the text."""
    stated = _squeeze(metadata.title or "")
    element = _squeeze(metadata.title_element)
    headings = [*titles, *(b for b in blocks[: first + 1] if b.part is Part.SUBHEAD)]
    best = next((b for b in headings if stated and _alike(_squeeze(b.text), stated)), None)
    if best is None or "title" in metadata.guessed:
        contained = [b for b in headings if len(_squeeze(b.text)) > 7 and _squeeze(b.text) in element]
        best = max(contained, key=lambda b: len(b.text), default=best)
    if best is not None:
        return best
    return next((b for b in reversed(blocks[:first]) if b.part is Part.TITLE), titles[0] if titles else None)


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > 15 and (one in other or other in one))


def _paragraphs(blocks: list[Block], body: set[int], region: HtmlElement | None) -> list[Paragraph]:
    """What is shown, in order: the title, what stands around and in the prose, each with its role."""
    frame = _frame(region, blocks)
    found: list[Paragraph] = []
    seen: set[str] = set()
    for number, block in enumerate(blocks):
        role = _ROLES.get(block.part)
        if number in body:
            role = Role.BODY
        elif role is None or (block.part is not Part.TITLE and frame not in block.chain):
            continue
        elif role is Role.BODY and not (block.part is Part.LEDE and number < min(body, default=0)):
            role = Role.BOILERPLATE  # in the frame, but neither reader takes it for the article
            if block.link_share > 0.3 or len(block.text) < 25:
                continue
        if block.part is Part.SUBHEAD and region not in block.chain:
            continue
        key = _squeeze(block.text)
        if key in seen and (role is not Role.BODY or len(key) > 60):
            continue  # pull quotes, captions and titles are printed twice on many pages
        seen.add(key)
        found.append((block.text, role))
    return found


def _complete(metadata: PageMetadata, blocks: list[Block], paragraphs: list[Paragraph]) -> None:
    """Take byline and date from what is printed, where the page does not state them."""
    if not metadata.byline:
        bylines = (plain_byline(text) for text, role in paragraphs if role is Role.BYLINE and len(text) < 120)
        metadata.byline = next(filter(None, bylines), None)
    if not metadata.published:
        dates = (printed_date(b.text) for b in blocks if b.part in (Part.DATE, Part.BYLINE))
        metadata.published = next(filter(None, dates), None)
        metadata.guessed.update({"published"} if metadata.published else ())


def _unsure_at_the_end(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The last short paragraphs with no role: whether one is a sign-off, its words tell the engine, not the markup."""
    last = [i for i, (text, role) in enumerate(paragraphs) if role is Role.BODY][-3:]
    unsure = [i for i in last if not _is_sentence(paragraphs[i][0]) or ":" in paragraphs[i][0][:30]]
    return [(t, None if i in unsure else role) for i, (t, role) in enumerate(paragraphs)]


def _frame(region: HtmlElement | None, blocks: list[Block]) -> HtmlElement | None:
    """The article around the region: where its headline, standfirst, lead picture and related links stand."""
    if region is None:
        return None
    title = next((b for b in blocks if b.part is Part.TITLE), None)
    around = [e for e in (region, *region.iterancestors()) if e.tag not in ("body", "html")]
    with_title = next((e for e in around if title and e in title.chain), None)
    if with_title is not None and (is_semantic(with_title) or any(is_semantic(e) for e in with_title.iterancestors())):
        return with_title
    semantic = next((e for e in around if is_semantic(e)), None)
    if semantic is not None:
        return semantic
    if with_title is not None:
        return with_title
    return around[1] if len(around) > 1 else region


def _is_cut_off(blocks: list[Block], paragraphs: list[Paragraph], metadata: PageMetadata) -> bool:
    prose = [text for text, role in paragraphs if role is Role.BODY]
    if not prose:
        return False
    if ends_cut_off(prose[-1]):
        return True
    walled = any(b.part is Part.WALL and len(b.text) > 15 for b in blocks)
    length = sum(map(len, prose))
    if metadata.free is None:
        return walled and length < 2500
    return not metadata.free and (walled or (length < 1200 and len(metadata.body) <= length))


def _is_sentence(text: str) -> bool:
    """Whether a paragraph is as long as a sentence, and ends like one."""
    return len(text) > 30 and text.rstrip("\"'”’»)")[-1:] in (".", "!", "?", "…")


def _squeeze(text: str) -> str:
    """Letters and digits alone: how texts are compared across two extractors' ideas of blanks."""
    return "".join(filter(str.isalnum, text)).casefold()
