"""PDF → paragraphs. A PDF holds lines, not paragraphs; they are put together by their length and punctuation."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from variorum.engine.nouns import Role
from variorum.reading.cutoff import is_cut_off
from variorum.reading.document import Document, Harvest, Unreadable, compose
from variorum.text.patterns import lazy_pattern
from variorum.text.sanitise import clean_line

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_PAGES = 400
_HYPHEN = lazy_pattern(r"(?<=[^\W\d_])-$")
_PAGE_LINE = lazy_pattern(r"(?:page|seite|página)?\s*\d{1,4}(?:\s*(?:/|of|von|de)\s*\d{1,4})?", re.I)


def read_pdf(data: bytes, request: dict[str, str]) -> Harvest:
    """The text of a PDF.

    Raises:
        Unreadable: It is encrypted, damaged, or holds pictures of text only.
    """
    from pypdf import PdfReader  # noqa: PLC0415 - lazy: 50 ms, and only for PDFs
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("is locked with a password", "save an unlocked copy")
        pages = _pages(reader)
        title, author, created = _stated(reader)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, NotImplementedError) as error:
        # what pypdf raises on damaged files is not limited to its own errors
        raise Unreadable("is a damaged PDF", "open and save it again, or save its text") from error
    paragraphs = [p for page in pages for p in page]
    headed = len(paragraphs) > 1 and len(paragraphs[0]) < min(150, len(paragraphs[1])) and paragraphs[0][-1].isalnum()
    roles: list[Role | None] = [Role.BOILERPLATE if _PAGE_LINE.fullmatch(p) else None for p in paragraphs]
    if headed and roles[0] is None:
        roles[0] = Role.TITLE
        title = clean_line(paragraphs[0])
    text, known, replaced = compose(zip(paragraphs, roles, strict=True))
    if not text:
        raise Unreadable("holds no text, only pictures of it", "run text recognition (OCR) on it first")
    guessed = frozenset({"title", "byline", "published"} if title or author or created else ())
    document = Document(
        text,
        known,
        title=title,
        byline=author,
        published=created,
        replaced=replaced,
        cut_off=is_cut_off(text) or len(reader.pages) > _MOST_PAGES,
        guessed=guessed,
    )
    return Harvest((document,))


def _pages(reader: PdfReader) -> list[list[str]]:
    pages = [reader.pages[n].extract_text() for n in range(min(len(reader.pages), _MOST_PAGES))]
    lines = [[line.strip() for line in page.split("\n")] for page in pages]
    often = _running(lines)
    return _joined_over_pages([_paragraphs([line for line in page if line not in often]) for page in lines])


def _running(pages: list[list[str]]) -> set[str]:
    """Headers and footers: lines at a page's edge that stand on most pages."""
    if len(pages) < 3:
        return set()
    edges = [{*filter(None, page[:2]), *filter(None, page[-2:])} for page in pages]
    return {line for line in set().union(*edges) if sum(line in edge for edge in edges) > len(pages) / 2}


def _paragraphs(lines: list[str]) -> list[str]:
    """Lines joined: a paragraph ends at a blank line, or at a short line that ends a sentence or is a heading."""
    full = median([len(line) for line in lines if len(line) > 20] or [0])
    found: list[str] = []
    current = ""
    for line in lines:
        if not line:
            found.append(current)
            current = ""
            continue
        divided = _HYPHEN.search(current) and line[:1].islower()
        current = current[:-1] + line if divided else f"{current} {line}".strip()
        ends = line[-1:] in '.!?:”"’…' or not current[-1:].isalnum()
        if len(line) < 0.8 * full and (ends or len(current) < 0.8 * full):
            found.append(current)
            current = ""
    return [p for p in (*found, current) if p]


def _joined_over_pages(pages: list[list[str]]) -> list[list[str]]:
    """A paragraph that runs over the end of a page is one."""
    for before, after in pairwise(pages):
        if before and after and before[-1][-1:].isalnum() and after[0][:1].islower():
            after[0] = f"{before.pop()} {after[0]}"
    return pages


def _stated(reader: PdfReader) -> tuple[str | None, str | None, str | None]:
    """Title, author and date of the document information; programs fill them in, so they count as guesses."""
    information = reader.metadata
    if not information:
        return None, None, None
    title = clean_line(information.title or "")
    if re.search(r"\.(?:docx?|pdf|indd|qxd|html?)$|^(?:microsoft word|untitled|print)", title, re.I):
        title = ""
    created = information.creation_date
    return title or None, clean_line(information.author or "") or None, created.date().isoformat() if created else None
