"""TEI P5: a critical apparatus with the articles as witnesses.

Each pair of articles is one division in parallel segmentation (TEI Guidelines, chapter 12): its readings of one
witness, in order, are that witness's body. Links that cross the others cannot stand in one such line; their sentences
stand where each article has them, and a link group in `standOff` joins them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from variorum.engine.nouns import Comparison, Maker, Story
from variorum.export.document import Document, Entry, Side, Source
from variorum.export.escape import markup
from variorum.export.tei_chain import chain
from variorum.export.words import decimal, disagreement, made_with

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[-+]\d{2}:\d{2})?)?)?)?")


def render(document: Document) -> str:
    """The whole TEI document."""
    divisions: list[str] = []
    moves: list[str] = []
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
        *_standoff(moves),
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
    yield "<sourceDesc><listWit>"
    yield from (_witness(document, source) for source in document.sources)
    yield "</listWit></sourceDesc></fileDesc>"
    yield '<encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/>'
    yield "<editorialDecl><segmentation><p>One s element is one sentence of an article's body, numbered from 1; titles,"
    yield "captions and boilerplate are left out. White space inside sentences is normalised.</p></segmentation>"
    yield "</editorialDecl>"
    yield f'<appInfo><application ident="variorum" version="{markup(made.version)}"><label>variorum</label>'
    yield f"<p>Links from a score of {made.threshold:g}.</p></application></appInfo></encodingDesc>"
    when = f' when="{made.date}"' if _DATE.fullmatch(made.date) else ""
    yield f"<revisionDesc><change{when}>Exported.</change></revisionDesc>"
    yield "</teiHeader>"


def _witness(document: Document, source: Source) -> str:
    article = source.article
    parts = [f"<title>{_text(article.title or source.label)}</title>"]
    if article.byline:
        parts.append(f"<author>{_text(article.byline)}</author>")
    if article.outlet:
        parts.append(f"<publisher>{_text(article.outlet)}</publisher>")
    if article.published:
        when = f' when="{article.published}"' if _DATE.fullmatch(article.published) else ""
        parts.append(f"<date{when}>{_text(article.published)}</date>")
    if address := source.address:
        parts.append(f'<ref target="{markup(address)}">{_text(address)}</ref>')
    parts.append(f'<idno type="sha256">{source.sha256}</idno><idno type="source">{_text(article.source)}</idno>')
    return f'<witness xml:id="{_sigil(document, source)}">{_text(source.label)} <bibl>{"".join(parts)}</bibl></witness>'


def _sigil(document: Document, source: Source) -> str:
    return f"w{document.sources.index(source) + 1}"


def _division(document: Document, pair: Comparison, number: int, moves: list[str]) -> Iterator[str]:
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
            moves.append(_move(entry, ids))


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


def _notes(entry: Entry) -> str:
    notes = [("score", decimal(entry.score))] if entry.score is not None else []
    notes += [("threshold", decimal(entry.threshold))] if entry.threshold is not None else []
    notes += [("why", reason) for reason in entry.why]
    notes += [("discrepancy", disagreement(discrepancy)) for discrepancy in entry.discrepancies]
    notes += [("tag", tag) for tag in entry.tags]
    notes += [("reader", entry.note)] if entry.note.strip() else []
    return "".join(f'<note type="{kind}">{_text(words)}</note>' for kind, words in notes)


def _move(entry: Entry, ids: list[list[str]]) -> str:
    """A link that crosses the others, from the sentences of one side to those of the other."""
    resp = f' resp="#{entry.by.value}"' if entry.by else ""
    kind = entry.relation.value if entry.relation else "shared"
    targets = " ".join(target for side in ids for target in side)
    told = "; ".join([decimal(entry.score or 0), *entry.why, *map(disagreement, entry.discrepancies)])
    note = f"<desc>{_text(told)}</desc>"
    return f'<linkGrp type="move" subtype="{kind}"{resp}>{note}<link target="{targets}"/></linkGrp>'


def _standoff(moves: list[str]) -> list[str]:
    return ["<standOff>", *moves, "</standOff>"] if moves else []


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
    return markup(" ".join(text.split()))
