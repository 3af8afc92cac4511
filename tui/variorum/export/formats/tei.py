"""TEI P5: a critical apparatus with the articles as witnesses.

Each pair of articles is one division in parallel segmentation (TEI Guidelines, chapter 12): its readings of one
witness, in order, are that witness's body. Links that cross the others cannot stand in one such line; their sentences
stand where each article has them, and a link group in `standOff` joins them. A link to a title or caption, which no
reading has, is a note on the witnesses there. Only what every P5 schema since `standOff` (4.0) takes is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from variorum.engine.crossing import chain
from variorum.engine.nouns import Comparison, Maker, Story
from variorum.export.document import Document, Entry, Side, Source
from variorum.export.escape import markup
from variorum.export.formats.words import decimal, disagreement, made_with
from variorum.text.sanitise import one_line

Move = tuple[Entry, list[list[str]]]
"""A link, and where the readings of each side's sentences are."""

_MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
_VERSION = re.compile(r"\d+[a-z]*\d*(\.\d+[a-z]*\d*){0,3}")


def render(document: Document) -> str:
    """The whole TEI document."""
    divisions: list[str] = []
    moves: list[Move] = []
    if document.story:
        for number, pair in enumerate(document.story.comparisons, 1):
            divisions += _division(document, pair, number, moves)
        if not document.story.comparisons:
            divisions += _plain(document, document.story)
    else:
        divisions += _kept(document)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
        *_header(document),
        *_standoff(document, moves),
        "<text><body>",
        *divisions,
        "</body></text>",
        "</TEI>",
    ]
    return "\n".join(lines) + "\n"


def _header(document: Document) -> Iterator[str]:
    made = document.provenance
    yield "<teiHeader>"
    yield f"<fileDesc><titleStmt><title>{_text(document.title)}</title>"
    yield '<respStmt xml:id="engine"><resp>linked by the engine</resp>'
    yield f"<name>variorum {markup(made.version)}</name></respStmt>"
    yield '<respStmt xml:id="reader"><resp>linked or kept by</resp><name>the reader</name></respStmt></titleStmt>'
    yield f"<publicationStmt><p>Made with {_text(made_with(made))}.</p></publicationStmt>"
    if document.sources:
        yield "<sourceDesc><listWit>"
        yield from (_witness(document, source) for source in document.sources)
        yield "</listWit></sourceDesc></fileDesc>"
    else:
        yield "<sourceDesc><p>Nothing is kept, so there is no source.</p></sourceDesc></fileDesc>"
    yield '<encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/>'
    yield "<editorialDecl><segmentation><p>One s element is one sentence of an article's body, numbered from 1; titles,"
    yield "captions and boilerplate are left out. White space inside sentences is normalised.</p></segmentation>"
    yield "</editorialDecl>"
    version = _VERSION.match(made.version)
    number = version.group() if version else "0"
    yield f'<appInfo><application ident="variorum" version="{number}"><label>variorum {markup(made.version)}</label>'
    yield f"<p>Links from a score of {made.threshold:g}.</p></application></appInfo></encodingDesc>"
    yield f"<revisionDesc><change{_when(made.date)}>Exported.</change></revisionDesc>"
    yield "</teiHeader>"


def _witness(document: Document, source: Source) -> str:
    article = source.article
    parts = [f"<title>{_text(article.title or source.label)}</title>"]
    if article.byline:
        parts.append(f"<author>{_text(article.byline)}</author>")
    if article.outlet:
        parts.append(f"<publisher>{_text(article.outlet)}</publisher>")
    if article.published:
        parts.append(f"<date{_when(article.published)}>{_text(article.published)}</date>")
    if address := source.address:
        parts.append(f'<ref target="{markup(address)}">{_text(address)}</ref>')
    parts.append(f'<idno type="sha256">{source.sha256}</idno><idno type="source">{_text(article.source)}</idno>')
    return f'<witness xml:id="{_sigil(document, source)}">{_text(source.label)} <bibl>{"".join(parts)}</bibl></witness>'


def _when(date: str) -> str:
    """The attribute for a date that XML Schema knows: a year, a month, a day, or a moment to the second; else none."""
    if _MONTH.fullmatch(date):
        return f' when="{date}"'
    try:
        moment = datetime.fromisoformat(date)
    except ValueError:
        return ""
    if "T" not in date:
        return f' when="{moment.date().isoformat()}"'
    return f' when="{moment.isoformat().replace("+00:00", "Z")}"'


def _sigil(document: Document, source: Source) -> str:
    return f"w{document.sources.index(source) + 1}"


def _division(document: Document, pair: Comparison, number: int, moves: list[Move]) -> Iterator[str]:
    """One pair in parallel segmentation; crossing links go to `moves`."""
    a, b = document.source(pair.a.id), document.source(pair.b.id)
    entries = document.by_pair.get((pair.a.id, pair.b.id), ())
    places = [
        tuple(
            tuple(source.article.numbers[i] for i in side.sentences if i in source.article.numbers)
            for side, source in zip(entry.sides, (a, b), strict=True)
        )
        for entry in entries
    ]
    kept = chain([(p[0], p[1], entry.score or 0) for p, entry in zip(places, entries, strict=True)])
    prefix = f"p{number}"
    yield f'<div type="comparison" n="{number}" corresp="#{_sigil(document, a)} #{_sigil(document, b)}"><ab>'
    at_a, at_b = 1, 1
    for index in [*kept, None]:
        left, right = places[index] if index is not None else ((len(a.article.body) + 1,), (len(b.article.body) + 1,))
        yield from (_lone(document, a, n, prefix) for n in range(at_a, left[0]))
        yield from (_lone(document, b, n, prefix) for n in range(at_b, right[0]))
        if index is not None:
            readings = [_reading(document, a, left, prefix), _reading(document, b, right, prefix)]
            yield _app(entries[index], readings)
            at_a, at_b = left[-1] + 1, right[-1] + 1
    yield "</ab></div>"
    crossing = set(range(len(entries))).difference(kept)
    for index, entry in enumerate(entries):
        if index in crossing:
            ids = [
                [f"#{prefix}{_sigil(document, source)}s{n}" for n in numbers]
                for source, numbers in zip((a, b), places[index], strict=True)
            ]
            moves.append((entry, ids))


def _lone(document: Document, source: Source, number: int, prefix: str) -> str:
    return f'<app type="unaligned">{_reading(document, source, (number,), prefix)}</app>'


def _reading(document: Document, source: Source, numbers: tuple[int, ...], prefix: str) -> str:
    article, sigil = source.article, _sigil(document, source)
    sentences = (
        f'<s xml:id="{prefix}{sigil}s{n}" n="{n}">{_text(article.sentence_text(article.body[n - 1]))}</s>'
        for n in numbers
    )
    return f'<rdg wit="#{sigil}"{_language(source)}>{" ".join(sentences)}</rdg>'


def _app(entry: Entry, readings: list[str]) -> str:
    kind = entry.relation.value if entry.relation else entry.kind.value
    resp = f' resp="#{entry.by.value}"' if entry.by else ""
    return f'<app type="{kind}"{resp}>{"".join(readings)}{_notes(entry)}</app>'


def _notes(entry: Entry, target: str = "") -> str:
    notes = [("score", decimal(entry.score))] if entry.score is not None else []
    notes += [("threshold", decimal(entry.threshold))] if entry.threshold is not None else []
    notes += [("why", reason) for reason in entry.why]
    notes += [("discrepancy", disagreement(discrepancy)) for discrepancy in entry.discrepancies]
    notes += [("tag", tag) for tag in entry.tags]
    notes += [("reader", entry.note)] if entry.note.strip() else []
    at = f' target="{target}"' if target else ""
    return "".join(f'<note type="{kind}"{at}>{_text(words)}</note>' for kind, words in notes)


def _standoff(document: Document, moves: list[Move]) -> list[str]:
    """Links that stand in no line: those that cross the others, and those to what no reading has."""
    groups, notes = [], []
    for number, (entry, ids) in enumerate(moves, 1):
        resp = f' resp="#{entry.by.value}"' if entry.by else ""
        kind = entry.relation.value if entry.relation else "shared"
        if all(ids):
            targets = " ".join(target for side in ids for target in side)
            attributes = f'xml:id="m{number}" type="move" subtype="{kind}"{resp}'
            groups.append(f'<linkGrp {attributes}><link target="{targets}"/></linkGrp>')
            notes.append(_notes(entry, f"#m{number}"))
        else:
            witnesses = " ".join(f"#{_sigil(document, side.source)}" for side in entry.sides)
            words = " / ".join(side.text for side in entry.sides)
            attributes = f'xml:id="m{number}" type="link" subtype="{kind}"{resp} target="{witnesses}"'
            notes.append(f"<note {attributes}>{_text(words)}</note>{_notes(entry, f'#m{number}')}")
    listed = ["<listAnnotation>", *notes, "</listAnnotation>"] if any(notes) else []
    return ["<standOff>", *groups, *listed, "</standOff>"] if moves else []


def _kept(document: Document) -> Iterator[str]:
    yield '<div type="kept"><ab>'
    for number, entry in enumerate(document.entries, 1):
        readings = [_span(document, side, f"e{number}") for side in entry.sides]
        maker = entry.by or Maker.READER
        kind = entry.relation.value if entry.relation else entry.kind.value
        yield f'<app type="{kind}" n="{number}" resp="#{maker.value}">{"".join(readings)}{_notes(entry)}</app>'
    yield "</ab></div>"


def _span(document: Document, side: Side, prefix: str) -> str:
    sigil = _sigil(document, side.source)
    segments = []
    for number, passage in enumerate(side.passages, 1):
        place = ' type="gap"' if number > 1 and _apart(side, number) else ""
        segments.append(f'<seg xml:id="{prefix}{sigil}x{number}"{place}>{_text(passage.anchor.exact)}</seg>')
    return f'<rdg wit="#{sigil}"{_language(side.source)}>{" ".join(segments)}</rdg>'


def _apart(side: Side, number: int) -> bool:
    before, after = list(pairwise(side.passages))[number - 2]
    return bool(side.source.article.text[before.anchor.end : after.anchor.start].strip())


def _plain(document: Document, story: Story) -> Iterator[str]:
    for article in story.articles:
        source = document.source(article.id)
        yield '<div type="text"><ab>'
        yield from (_lone(document, source, n, "p0") for n in range(1, len(source.article.body) + 1))
        yield "</ab></div>"


def _language(source: Source) -> str:
    language = source.article.language
    return f' xml:lang="{language}"' if re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", language) else ""


def _text(text: str) -> str:
    return markup(one_line(text))
