"""What the pages share: the frame that lets nothing run, and an article's text with marks and numbers."""

from __future__ import annotations

import base64
import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from variorum.engine.nouns import Role, Sentence
from variorum.export.document import Document, Source
from variorum.export.escape import markup
from variorum.export.formats.html_style import BASE
from variorum.export.formats.words import about, made_with, makers
from variorum.text.counting import counted


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of an article's text: the class that colours it, and what stands behind its end."""

    start: int
    end: int
    css: str
    behind: str


def page(title: str, style: str, body: Iterable[str]) -> str:
    """A whole page without a script, which may load nothing: its policy allows this one stylesheet by its hash."""
    sheet = BASE + style
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{markup(policy)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="generator" content="variorum">',
        f"<title>{markup(title)}</title>",
        f"<style>{sheet}</style>",
        "</head>",
        "<body>",
        *body,
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def link(url: str, text: str) -> str:
    """A link out of the page, or the text alone where the address may not be linked to; `text` is markup already."""
    return f'<a href="{markup(url)}" rel="noopener noreferrer">{text}</a>' if url else text


def made(document: Document) -> Iterator[str]:
    """What the page rests on."""
    yield '<footer class="made">'
    yield f"<p>Made with {markup(made_with(document.provenance))}. {makers(document)}</p>"
    for source in document.sources:
        place = link(source.address, markup(source.article.url or source.article.source))
        yield f"<p>{markup(source.label)}: {place}<br><code>sha256 {source.sha256}</code></p>"
    yield "</footer>"


def sentence_id(source: Source, number: int, document: Document) -> str:
    """The id of the place where a body sentence starts in its text."""
    return f"s{document.sources.index(source) + 1}-{number}"


def text(document: Document, source: Source, marks: Iterable[Mark] = (), *, blind: bool = False) -> Iterator[str]:
    """An article's text by paragraphs, its body sentences numbered, with marks.

    Args:
        blind: Leave out what the comparison found, as a share, and what is no part of the article.
    """
    article = source.article
    told = " · ".join(markup(part) for part in (article.byline, article.published) if part)
    size = counted(len(article.body), "sentence") if blind else about(source)
    yield f'<section class="text" lang="{markup(article.language)}">'
    yield f'<header lang="en"><h3>{markup(source.label)}</h3><p>{markup(size)}</p>'
    yield f"<p>{told}</p></header>" if told else "</header>"
    paragraphs = [list(group) for _, group in groupby(article.sentences, key=lambda s: s.paragraph)]
    if article.title and not any(s.role is Role.TITLE for s in article.sentences):
        yield f'<p class="title" dir="auto">{markup(article.title)}</p>'
    for sentences, inside in zip(paragraphs, _by_paragraph(paragraphs, marks), strict=True):
        if not (blind and sentences[0].role is Role.BOILERPLATE):
            yield _paragraph(document, source, sentences, inside)
    yield "</section>"


def _by_paragraph(paragraphs: list[list[Sentence]], marks: Iterable[Mark]) -> list[list[Mark]]:
    """The marks of each paragraph, cut to it; only the last piece of a mark keeps what stands behind it."""
    found: list[list[Mark]] = [[] for _ in paragraphs]
    starts = [sentences[0].start for sentences in paragraphs]
    for mark in marks:
        number = max(0, bisect_right(starts, mark.start) - 1)
        pieces = []
        while number < len(paragraphs) and starts[number] < mark.end:
            start, end = max(mark.start, starts[number]), min(mark.end, paragraphs[number][-1].end)
            if start < end:
                pieces.append((number, start, end))
            number += 1
        for place, (number, start, end) in enumerate(pieces, 1):
            found[number].append(Mark(start, end, mark.css, mark.behind if place == len(pieces) else ""))
    return found


_OPEN, _NUMBER, _CLOSE = 2, 1, 0  # at one place: first close marks, then number the sentence, then open marks


def _paragraph(document: Document, source: Source, sentences: list[Sentence], marks: list[Mark]) -> str:
    events: list[tuple[int, int, int]] = []
    for number, mark in enumerate(marks):
        events += [(mark.start, _OPEN, number), (mark.end, _CLOSE, number)]
    for sentence in sentences:
        if counted := source.article.numbers.get(sentence.index):
            events.append((sentence.start, _NUMBER, counted))
    whole, place = source.article.text, sentences[0].start
    active: dict[int, None] = {}
    parts = []
    for at, kind, number in sorted(events):
        parts.append(_marked(whole[place:at], marks, active))
        place = at
        if kind == _OPEN:
            active[number] = None
        elif kind == _CLOSE:
            del active[number]
            parts.append(marks[number].behind)
        else:
            parts.append(f'<span class="n" id="{sentence_id(source, number, document)}">{number}</span>')
    parts.append(_marked(whole[place : sentences[-1].end], marks, active))
    return _role(sentences[0].role) + "".join(parts) + "</p>"


def _marked(words: str, marks: list[Mark], active: dict[int, None]) -> str:
    if not active or not words.strip():
        return markup(words)
    return f'<mark class="{marks[next(reversed(active))].css}">{markup(words)}</mark>'


def _role(role: Role) -> str:
    if role is Role.BODY:
        return '<p dir="auto">'
    if role is Role.TITLE:
        return '<p class="title" dir="auto">'
    return f'<p class="aside" dir="auto"><span class="role" lang="en">{role.value}</span>'
