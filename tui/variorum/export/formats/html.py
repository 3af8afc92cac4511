"""One HTML page: every finding with both texts, then the whole texts side by side, marked and numbered.

Nothing in it runs or loads anything; every colour has a sign and a word beside it; it prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from variorum.engine.excerpt import GAP
from variorum.engine.keeping.nouns import HighlightKind
from variorum.engine.nouns import Relation, SpanPair, Story
from variorum.engine.revisions import Edit, revisions
from variorum.export.coverage import LEGEND, FactRow, matrix
from variorum.export.document import Document, Entry, Passage, Side, Source
from variorum.export.escape import markup, text_fragment
from variorum.export.formats.html_parts import Mark, link, made, page, sentence_id, text
from variorum.export.formats.html_style import REPORT
from variorum.export.formats.words import (
    DISAGREES,
    GLYPHS,
    KEPT,
    ONLY_HERE,
    about,
    decimal,
    disagreement,
    finding,
    glyph,
    made_by,
    whereabouts,
)


def render(document: Document) -> str:
    """The page of a comparison or a kept set."""
    return page(document.title, REPORT, _body(document))


def _body(document: Document) -> Iterator[str]:
    yield f"<header><h1>{markup(document.title)}</h1>{_legend()}</header>"
    yield '<ul class="sources">'
    yield from (_source(source) for source in document.sources)
    yield "</ul>\n<main>"
    numbers = {entry.id: number for number, entry in enumerate(document.entries, 1)}
    if document.story:
        yield from _story(document, document.story, numbers)
    else:
        yield _heading("Kept", len(document.entries))
        yield from (_finding(document, entry, numbers[entry.id]) for entry in document.entries)
    yield '<h2 id="texts">The texts</h2>\n<div class="columns">'
    marks: dict[str, list[Mark]] = {source.article.id: [] for source in document.sources}
    for entry in document.entries:
        _mark(document, entry, numbers[entry.id], marks)
    for source in document.sources:
        yield from text(document, source, marks[source.article.id])
    yield "</div>\n</main>"
    yield from made(document)


def _legend() -> str:
    signs = [
        ("identical", GLYPHS[Relation.IDENTICAL], "the same words"),
        ("near", GLYPHS[Relation.NEAR], "nearly the same words"),
        ("paraphrase", GLYPHS[Relation.PARAPHRASE], "in other words"),
        ("disagrees", DISAGREES, "a detail differs"),
        ("only-0", ONLY_HERE, "only in one"),
        ("kept", KEPT, "marked by the reader"),
    ]
    lines = (f'<li class="{css}"><span class="glyph">{sign}</span>{words}</li>' for css, sign, words in signs)
    return f'<ul class="legend">{"".join(lines)}</ul>'


def _source(source: Source) -> str:
    article = source.article
    title = link(source.address, markup(article.title)) if article.title else ""
    told = " · ".join(markup(part) for part in (article.byline, article.published) if part)
    meter = ""
    if source.share is not None:
        bar = f'<rect width="{source.share * 100:.1f}%" height="6"/>'
        meter = f'<div class="meter" aria-hidden="true"><svg>{bar}</svg></div>'
    lines = [f'<p lang="{markup(article.language)}" dir="auto">{title}</p>' if title else ""]
    lines += [f'<p class="quiet">{part}</p>' for part in (told, markup(about(source))) if part]
    return f"<li><strong>{markup(source.label)}</strong>{''.join(lines)}{meter}</li>"


def _heading(words: str, count: int) -> str:
    return f'<h2>{words} <span class="count">({count})</span></h2>'


def _story(document: Document, story: Story, numbers: dict[str, int]) -> Iterator[str]:
    if not document.shared and len(document.sources) > 1:
        yield _heading("Shared", 0) + '<p class="quiet">No sentence of one was found in another.</p>'
    for pair, entries in document.by_pair.items():
        names = " and ".join(markup(document.source(id).label) for id in pair)
        yield _heading(f"Shared by {names}", len(entries))
        yield from (_finding(document, entry, numbers[entry.id]) for entry in entries)
    for source, entries in document.only:
        yield _heading(f"Only in {markup(source.label)}", len(entries))
        yield '<ul class="single">'
        yield from (_alone(document, entry, numbers[entry.id]) for entry in entries)
        yield "</ul>"
    if rows := matrix(document):
        yield _heading("Coverage of what several carry", len(rows))
        yield from _matrix(document, rows)
    for step in revisions(story):
        names = " to ".join(markup(document.source(article.id).label) for article in (step.a, step.b))
        yield _heading(f"Changed from {names}", len(step.edits))
        yield f'<ul class="single">{"".join(map(_edit, step.edits))}</ul>' if step.edits else ""
    if story.headlines:
        yield _heading("Said in the title, not carried by the text behind the lede", len(story.headlines))
        yield '<ul class="single">'
        for claim in story.headlines:
            label = markup(document.source(claim.article).label)
            yield f'<li class="disagrees">{label}: {claim.type} “{markup(claim.text)}”, {claim.where}</li>'
        yield "</ul>"


def _matrix(document: Document, rows: Iterable[FactRow]) -> Iterator[str]:
    head = "".join(f'<th scope="col">{markup(source.label)}</th>' for source in document.sources)
    yield f'<table class="matrix"><thead><tr><th scope="col">Fact</th>{head}</tr></thead><tbody>'
    for row in rows:
        cells = "".join(f'<td title="{cell.name}">{cell.sign}</td>' for cell in row.cells)
        odd = f' <span class="disagrees">{DISAGREES}</span>' if row.disagrees else ""
        yield f'<tr><th scope="row">{markup(row.label)}{odd}</th>{cells}</tr>'
    yield f'</tbody></table><p class="quiet">{LEGEND}</p>'


def _edit(edit: Edit) -> str:
    before, after = (f"<q>{markup(words)}</q>" for words in (edit.before, edit.after))
    if edit.before == edit.after or not (edit.before and edit.after):
        return f"<li><b>{edit.name}</b> {after if edit.after else before}</li>"
    return f"<li><b>{edit.name}</b> {before} → {after}</li>"


def _finding(document: Document, entry: Entry, number: int) -> str:
    words = finding(entry)
    score = f' <span class="quiet">({decimal(entry.score)})</span>' if entry.score is not None else ""
    lines = [
        f'<article class="finding {_css(document, entry)}" id="f{number}">',
        f'<h3><span class="n">{number}</span><span class="glyph">{glyph(entry)}</span> '
        f"{markup(words[0].upper() + words[1:])}{score}</h3>",
        '<div class="columns">',
        *(_quotation(document, entry, place) for place in range(len(entry.sides))),
        "</div>",
    ]
    if entry.note.strip():
        lines.append(f'<div class="note" dir="auto">{markup(entry.note.strip())}</div>')
    if details := "".join(f"<li>{detail}</li>" for detail in _details(entry)):
        lines.append(f"<ul>{details}</ul>")
    return "\n".join([*lines, "</article>"])


def _details(entry: Entry) -> Iterator[str]:
    for discrepancy in entry.discrepancies:
        yield f"<b>differs</b> {markup(disagreement(discrepancy))}"
    if entry.why:
        yield f"why: {markup('; '.join(entry.why))}"
    if made_by(entry):
        yield made_by(entry)
    if entry.tags:
        yield "".join(f'<span class="tag">{markup(tag)}</span>' for tag in entry.tags)


def _quotation(document: Document, entry: Entry, place: int) -> str:
    side = entry.sides[place]
    article = side.source.article
    parts = []
    for number, passage in enumerate(side.passages):
        if number:
            between = article.text[side.passages[number - 1].anchor.end : passage.anchor.start]
            parts.append(GAP if between.strip() else " ")
        parts.append(_differing(entry, place, passage))
    footer = [_place(document, side)]
    anchor = side.passages[0].anchor
    if address := text_fragment(article.url, anchor.exact, anchor.prefix, anchor.suffix):
        footer.append(link(address, "on the page"))
    words = f'<p lang="{markup(article.language)}" dir="auto">{"".join(parts)}</p>'
    return f"<blockquote>{words}<footer>{' · '.join(footer)}</footer></blockquote>"


def _differing(entry: Entry, place: int, passage: Passage) -> str:
    """A passage's words, those that the other side has otherwise in bold.

    In a paraphrase most words differ: only a word or two that stand for a word or two are worth showing.
    """
    anchor = passage.anchor
    near = entry.relation is not Relation.PARAPHRASE
    shown = [pair for pair in entry.differing if near or _swapped(entry, pair)]
    spans = sorted(pair.b if place else pair.a for pair in shown)
    parts, at = [], anchor.start
    for start, end in spans:
        if at <= start < end <= anchor.end:
            parts.append(markup(anchor.exact[at - anchor.start : start - anchor.start]))
            parts.append(f"<b>{markup(anchor.exact[start - anchor.start : end - anchor.start])}</b>")
            at = end
    return "".join([*parts, markup(anchor.exact[at - anchor.start :])])


def _swapped(entry: Entry, pair: SpanPair) -> bool:
    texts = [side.source.article.text for side in entry.sides]
    return all(1 <= len(text[slice(*span)].split()) <= 2 for text, span in zip(texts, (pair.a, pair.b), strict=True))


def _place(document: Document, side: Side) -> str:
    number = next((n for i in side.sentences if (n := side.source.article.numbers.get(i))), None)
    words = markup(whereabouts(side))
    return f'<a href="#{sentence_id(side.source, number, document)}">{words}</a>' if number else words


def _alone(document: Document, entry: Entry, number: int) -> str:
    side = entry.sides[0]
    words = f'<span lang="{markup(side.source.article.language)}" dir="auto">{markup(side.text)}</span>'
    sign = f'<span class="glyph">{glyph(entry)}</span>'
    where = f'<span class="quiet ui">{_place(document, side)}</span>'
    return f'<li class="{_css(document, entry)}" id="f{number}">{sign} {words} {where}</li>'


def _css(document: Document, entry: Entry) -> str:
    if entry.discrepancies:
        return "disagrees"
    if entry.relation:
        return entry.relation.value
    if entry.kind is HighlightKind.UNIQUE:
        return f"only-{document.sources.index(entry.sides[0].source) % 2}"
    return "kept"


def _mark(document: Document, entry: Entry, number: int, marks: dict[str, list[Mark]]) -> None:
    behind = f'<a class="ref {_css(document, entry)}" href="#f{number}">{glyph(entry)}{number}</a>'
    for side in entry.sides:
        for passage in side.passages:
            anchor = passage.anchor
            if anchor.start < anchor.end:
                mark = Mark(anchor.start, anchor.end, _css(document, entry), behind)
                marks[side.source.article.id].append(mark)
