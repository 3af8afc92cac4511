"""DOCX, ODT, EPUB and WACZ: archives told apart by what stands inside."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import unquote

from variorum.engine.nouns import Role
from variorum.reading.cutoff import is_cut_off
from variorum.reading.document import Block, Document, Harvest, Unreadable, compose
from variorum.reading.formats.archive import Archive
from variorum.reading.formats.xml import local, parse_xml
from variorum.text.sanitise import clean_line

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_CHAPTERS = 500
_INLINE_BLANKS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "s": " ",
    "line-break": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}


def read_zip(stream: BinaryIO, request: dict[str, str]) -> Harvest:
    """The article of a word processor's file, the chapters of a book, or the pages of a web archive.

    Raises:
        Unreadable: The archive is none of these, or is damaged, locked or a bomb.
    """
    archive = Archive(stream)
    names = set(archive.names)
    if "word/document.xml" in names:
        return Harvest((_docx(archive),))
    if "META-INF/container.xml" in names:
        return Harvest(tuple(_epub(archive)))
    if "content.xml" in names:
        return Harvest((_odt(archive),))
    if "datapackage.json" in names or archive.ending([".warc.gz", ".warc"]):
        from variorum.reading.formats.warc import read_wacz  # noqa: PLC0415 - lazy: warcio

        return read_wacz(archive, request)
    raise Unreadable("is a ZIP archive, not an article", "unpack it and open what is inside")


def _docx(archive: Archive) -> Document:
    blocks: list[Block] = []
    for paragraph in parse_xml(archive.read("word/document.xml")).iter("{*}p"):
        if local(paragraph) == "p" and not any(
            local(a) in ("txbxContent", "Fallback") for a in paragraph.iterancestors()
        ):
            style = next((_value(s) for s in paragraph.iterfind("{*}pPr/{*}pStyle")), "")
            blocks.append(
                (_text(paragraph, skip=("pPr", "instrText", "delText", "txbxContent", "Fallback")), _role(style))
            )
    stated = _core(archive, "docProps/core.xml")
    return _document(blocks, stated)


def _odt(archive: Archive) -> Document:
    if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise Unreadable("is locked with a password", "save an unlocked copy")
    root = parse_xml(archive.read("content.xml"))
    blocks: list[Block] = []
    for element in root.iter("{*}p", "{*}h"):
        if any(local(a) in ("note", "annotation", "tracked-changes", "deletion") for a in element.iterancestors()):
            continue
        style = next((v for k, v in element.attrib.items() if k.endswith("}style-name")), "")
        role = Role.TITLE if local(element) == "h" else _role(style)
        blocks.append((_text(element, skip=("note", "annotation")), role))
    return _document(blocks, _core(archive, "meta.xml"))


def _epub(archive: Archive) -> Iterator[Document]:
    """A book's chapters in reading order: each is an article, since books are opened for one piece in them."""
    container = parse_xml(archive.read("META-INF/container.xml"))
    place = next((e.get("full-path") for e in container.iter("{*}rootfile") if e.get("full-path")), "")
    package = parse_xml(archive.read(place or "content.opf"))
    stated = _fields(package)
    if _is_locked(archive):
        raise Unreadable("is locked (DRM)", "open a copy without it")
    files = {e.get("id"): e.get("href") or "" for e in package.iter("{*}item")}
    spine = [files.get(e.get("idref"), "") for e in package.iter("{*}itemref")][:_MOST_CHAPTERS]
    found = 0
    for number, href in enumerate(filter(None, spine), 1):
        name = posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(href)))
        blocks = list(_chapter(archive, name))
        if sum(len(text) for text, _ in blocks) < 200:
            continue  # covers, half-titles, tables of contents
        found += 1
        chapter = next((clean_line(text) for text, role in blocks if role is Role.TITLE), None)
        title = chapter or stated.get("title")
        yield _document(
            blocks, {**stated, **({"title": title} if title else {})}, name=f"{number}", outlet=stated.get("title")
        )
    if not found:
        raise Unreadable("holds no text", "save its text and name that")


def _chapter(archive: Archive, name: str) -> Iterator[Block]:
    from variorum.reading.pages.blocks import blocks_of  # noqa: PLC0415 - lazy: with lxml
    from variorum.reading.pages.markup import decode_page, parse_page  # noqa: PLC0415
    from variorum.reading.pages.words import Part  # noqa: PLC0415

    text, _ = decode_page(archive.read(name))
    roles = {Part.TITLE: Role.TITLE, Part.SUBHEAD: Role.TITLE, Part.CAPTION: Role.CAPTION, Part.NOISE: Role.BOILERPLATE}
    for block in blocks_of(parse_page(text)):
        yield block.text, roles.get(block.part)


def _is_locked(archive: Archive) -> bool:
    """Whether anything but its fonts is encrypted: those are in many books that everybody may open."""
    listed = "META-INF/encryption.xml"
    if listed not in archive.names or b"EncryptedData" not in archive.read(listed):
        return False
    names = [e.get("URI") or "" for e in parse_xml(archive.read(listed)).iter("{*}CipherReference")]
    return not all(name.lower().endswith((".otf", ".ttf", ".woff", ".woff2")) for name in names)


def _document(blocks: list[Block], stated: dict[str, str], *, name: str = "", outlet: str | None = None) -> Document:
    text, known, replaced = compose(blocks)
    if not text:
        raise Unreadable("holds no text", "save its text and name that")
    # what the file states was filled in by the program that wrote it: shown, but as a guess
    return Document(
        text,
        known,
        outlet=outlet,
        title=next((clean_line(t) for t, role in blocks if role is Role.TITLE and t.strip()), None)
        or stated.get("title"),
        byline=stated.get("byline"),
        published=stated.get("published"),
        language=stated.get("language"),
        name=name,
        cut_off=is_cut_off(text),
        guessed=frozenset({"byline", "published"} & stated.keys()) | ({"outlet"} if outlet else set()),
        replaced=replaced,
    )


def _role(style: str) -> Role | None:
    style = style.lower()
    if re.match(r"title|heading|berschrift|titre|ttulo|titulo|subtitle", style.replace("_20_", "")):
        return Role.TITLE
    return Role.CAPTION if "caption" in style or "illustration" in style else None


def _core(archive: Archive, name: str) -> dict[str, str]:
    if name not in archive.names:
        return {}
    try:
        return _fields(parse_xml(archive.read(name)))
    except Unreadable:
        return {}  # the text does not depend on it


def _fields(root: _Element) -> dict[str, str]:
    names = {"title": "title", "creator": "byline", "initial-creator": "byline", "created": "published"}
    names |= {"creation-date": "published", "date": "published", "language": "language"}
    found: dict[str, str] = {}
    for element in root.iter():
        field = names.get(local(element))
        text = clean_line(element.text or "")
        if field and text and field not in found:
            found[field] = text[:10] if field == "published" else text[:2].lower() if field == "language" else text
    return found


def _text(paragraph: _Element, *, skip: tuple[str, ...]) -> str:
    """The text of a paragraph: its own, tabs and breaks included, nothing of what `skip` names."""
    parts: list[str] = []
    stack: list[_Element | str] = [paragraph]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        name = local(item)
        if item is not paragraph and (name in skip or name in ("p", "h")):
            continue
        parts.append(_INLINE_BLANKS.get(name, ""))
        if name in ("t", "p", "h", "span", "a") or "office" in str(item.tag):
            parts.append(item.text or "")
        for child in reversed(item):
            if child.tail and "wordprocessingml" not in str(item.tag):
                stack.append(child.tail)
            stack.append(child)
    return "".join(parts)


def _value(element: _Element) -> str:
    return next((str(v) for k, v in element.attrib.items() if k.endswith("val")), "")
