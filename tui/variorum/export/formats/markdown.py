"""Markdown that Obsidian reads: properties, block quotes, tags and links; article text cannot break out of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from variorum.engine.nouns import Story
from variorum.engine.revisions import Edit, revisions
from variorum.export.coverage import LEGEND, matrix
from variorum.export.document import Document, Entry, Side, Source
from variorum.export.escape import markdown, text_fragment
from variorum.export.formats.words import about, decimal, disagreement, finding, made_by, made_with, makers

_TAG = re.compile(r"[^\w/-]+")


def render(document: Document) -> str:
    """The document of a comparison or a kept set."""
    blocks = [_properties(document), f"# {markdown(document.title)}", _sources(document)]
    if document.story:
        blocks += _story(document, document.story)
    else:
        blocks += [block for entry in document.entries for block in _entry(entry, "##")]
    blocks += ["---", _made(document)]
    return "\n\n".join(blocks) + "\n"


def tag(text: str) -> str:
    """A tag as Obsidian takes it: letters, digits, `_`, `-` and `/`, with at least one that is no digit."""
    word = _TAG.sub("-", text).strip("-/")
    return f"tag-{word}" if word.isdigit() else word


def _properties(document: Document) -> str:
    made = document.provenance
    tags = dict.fromkeys(["variorum", *(tag(t) for entry in document.entries for t in entry.tags)])
    lines = {
        "title": json.dumps(document.title, ensure_ascii=False),
        "date": json.dumps(made.date),
        "tags": json.dumps([t for t in tags if t], ensure_ascii=False),
        "program": json.dumps(f"variorum {made.version}"),
        "threshold": f"{made.threshold:g}",
    }
    return "\n".join(["---", *(f"{name}: {value}" for name, value in lines.items()), "---"])


def _sources(document: Document) -> str:
    return "\n".join(f"- {_source(source)}" for source in document.sources)


def _source(source: Source) -> str:
    article = source.article
    told = [markdown(part) for part in (article.title, article.byline, article.published) if part]
    address = source.address
    if address and told:
        told[0] = f"[{told[0]}]({address})"
    elif address:
        told = [f"[{markdown(article.url or '')}]({address})"]
    return " · ".join([f"**{markdown(source.label)}** ({about(source)})", *told])


def _story(document: Document, story: Story) -> Iterator[str]:
    if not document.shared and len(document.sources) > 1:
        yield from ("## Shared", "No sentence of one was found in another.")
    for pair, entries in document.by_pair.items():
        names = " and ".join(markdown(document.source(id).label) for id in pair)
        yield f"## Shared by {names}" if len(document.sources) > 2 else "## Shared"
        for entry in entries:
            yield from _entry(entry, "###")
    for source, entries in document.only:
        yield f"## Only in {markdown(source.label)}"
        yield from (_quotation(entry.sides[0]) for entry in entries)
    if rows := matrix(document):
        yield "## Coverage of what several carry"
        head = ["Fact", *(markdown(source.label) for source in document.sources)]
        body = [[markdown(row.label), *(cell.sign for cell in row.cells)] for row in rows]
        yield "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *body))
        yield LEGEND
    for step in revisions(story):
        names = " to ".join(markdown(document.source(article.id).label) for article in (step.a, step.b))
        yield f"## Changed from {names}"
        if step.edits:
            yield "\n".join(map(_edit, step.edits))
    if story.headlines:
        yield "## Said in the title, not carried by the text behind the lede"
        yield "\n".join(
            f"- {markdown(document.source(claim.article).label)}: {claim.type} “{markdown(claim.text)}”, {claim.where}"
            for claim in story.headlines
        )


def _edit(edit: Edit) -> str:
    same = edit.before == edit.after
    said = [f"“{markdown(words)}”" for words in (edit.before, "" if same else edit.after) if words]
    return f"- {edit.name}: {' → '.join(said)}"


def _entry(entry: Entry, level: str) -> Iterator[str]:
    words = finding(entry)
    score = f" ({decimal(entry.score)})" if entry.score is not None else ""
    yield f"{level} {markdown(words[0].upper() + words[1:])}{score}"
    yield from map(_quotation, entry.sides)
    if entry.note.strip():
        yield "\n".join("" if not line.strip() else markdown(line) for line in entry.note.splitlines())
    if details := _details(entry):
        yield "\n".join(f"- {detail}" for detail in details)


def _details(entry: Entry) -> Iterator[str]:
    for discrepancy in entry.discrepancies:
        yield f"differs: {markdown(disagreement(discrepancy))}"
    if entry.why:
        yield f"why: {markdown('; '.join(entry.why))}"
    if made_by(entry):
        yield made_by(entry)
    if tags := [f"#{tag(t)}" for t in entry.tags if tag(t)]:
        yield " ".join(tags)


def _quotation(side: Side) -> str:
    place = f"{markdown(side.source.label)}, {side.place}" if side.place else markdown(side.source.label)
    anchor = side.passages[0].anchor
    address = text_fragment(side.source.article.url, anchor.exact, anchor.prefix, anchor.suffix)
    return f"> {markdown(side.text)}\n>\n> — {f'[{place}]({address})' if address else place}"


def _made(document: Document) -> str:
    lines = [f"Made with {markdown(made_with(document.provenance))}. {makers(document)}".rstrip(), ""]
    lines += [f"- {markdown(source.label)}: sha256 `{source.sha256}`" for source in document.sources]
    return "\n".join(lines)
