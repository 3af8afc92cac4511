"""Plain text and Markdown → a document: front matter becomes metadata, headings are known, all else stays literal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from variorum.engine.nouns import Role
from variorum.engine.segmenting.segment import KnownRole
from variorum.reading.cutoff import is_cut_off
from variorum.reading.decode import decode, refuse_binary
from variorum.reading.document import Document, Unreadable
from variorum.reading.formats.frontmatter import split_front_matter
from variorum.text.patterns import lazy_pattern
from variorum.text.sanitise import clean, clean_line, forbidden

_HEADING = lazy_pattern(r"#{1,6}[ \t]+\S")
_RULE = lazy_pattern(r"(?:={3,}|-{3,})[ \t]*")


def read_plain(data: bytes, *, markdown: bool, charset: str | None = None) -> Document:
    """A document from the bytes of a text file.

    Raises:
        Unreadable: They are no text, or hold nothing but blanks.
    """
    refuse_binary(data)
    decoded = decode(data, charset)
    text = clean(decoded.text)
    replaced = decoded.replaced + forbidden(decoded.text.replace("\r", "\n"))
    matter, text = split_front_matter(text)
    if not text.strip():
        raise Unreadable("is empty" if not data.strip() else "holds no text", "name a file with an article in it")
    known = list(_headings(text)) if markdown else []
    known += _stated(text, matter.roles)
    title = next((_heading_text(text[a:b]) for a, b, _ in known if markdown and text[a] == "#"), None)
    document = Document(
        text, tuple(sorted(known)), title=title, replaced=replaced, cut_off=matter.cut_off or is_cut_off(text)
    )
    stated = document.stating(matter.fields)
    return replace(stated, guessed=stated.guessed | matter.guessed)


def _headings(text: str) -> Iterator[KnownRole]:
    """Headings, `# …` and underlined, but not those inside fenced code."""
    start = before = 0
    fence = previous = ""
    for line in text.split("\n"):
        mark = line[:3]
        if mark in ("```", "~~~") and fence in ("", mark):
            fence = "" if fence else mark
        elif not fence and _HEADING.match(line):
            yield start, start + len(line), Role.TITLE
        elif not fence and previous.strip() and _RULE.fullmatch(line):
            yield before, start + len(line), Role.TITLE
        before, previous = start, line
        start += len(line) + 1


def _heading_text(line: str) -> str:
    return clean_line(line.lstrip("#").rstrip("# \t"))


def _stated(text: str, roles: Mapping[Role, tuple[str, ...]]) -> Iterator[KnownRole]:
    """Where the paragraphs stand whose role the front matter states."""
    for role, paragraphs in roles.items():
        end = 0
        for paragraph in paragraphs:
            start = text.find(paragraph, end)
            if paragraph and start >= 0:
                end = start + len(paragraph)
                yield start, end, role
