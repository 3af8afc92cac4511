"""The plain report: words instead of colours, 80 columns, fit for a pipe and for a screen reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from variorum.engine.coverage import Coverage
from variorum.engine.disagreeing.conflicts import Conflict, conflicts
from variorum.engine.excerpt import QUOTATION_MARKS, excerpt
from variorum.engine.labels import place_of
from variorum.engine.nouns import HeadlineClaim, Maker, Quote, Story
from variorum.engine.quoting.joined_quotes import joined_quotes
from variorum.engine.revisions import Edit, Revision, revisions
from variorum.export.coverage import matrix
from variorum.export.document import Document, Entry, Side
from variorum.export.formats.words import (
    about,
    decimal,
    disagreement,
    finding,
    made_by,
    made_with,
    makers,
    whereabouts,
)
from variorum.export.formats.wrap import wrap
from variorum.text.counting import counted
from variorum.text.sanitise import one_line


def render(document: Document) -> str:
    """The report of a comparison or a kept set."""
    blocks = [_opening(document)]
    if document.story and len(document.sources) < 2:
        blocks.append(["There is only one article, so there is nothing to compare it with."])
    blocks += _shared(document) if document.story else [_section("KEPT", map(_entry, document.entries))]
    if document.story:
        blocks += _only(document)
        blocks.append(_coverage(document))
        blocks += _revisions(document, document.story)
        blocks += [_discrepancies(document, document.story), _quotes(document, document.story)]
        blocks.append(_headlines(document, document.story))
    blocks.append(_made(document))
    return "\n".join("\n".join(block) + "\n" for block in blocks if block)


def _opening(document: Document) -> list[str]:
    names = [f"{source.label} ({about(source)})" for source in document.sources]
    lines = wrap(f"{counted(len(names), 'article')}: {', '.join(names)}", rest="  ")
    if document.kept:
        lines = [*wrap(f"{document.title}: {counted(len(document.entries), 'highlight')}"), *lines]
    for source in document.sources:
        article = source.article
        told = [part for part in (article.title, article.byline, article.published) if part]
        if told:
            lines += wrap(f"{source.label}: {' · '.join(told)}", first="  ", rest="    ")
    return lines


def _shared(document: Document) -> Iterator[list[str]]:
    if len(document.sources) > 1 and not document.shared:
        yield _section("SHARED", [["  No sentence of one was found in another."]])
    for pair, entries in document.by_pair.items():
        names = " AND ".join(document.source(id).label for id in pair)
        heading = "SHARED" if len(document.sources) == 2 else f"SHARED BY {names}"
        yield _section(f"{heading} ({len(entries)})", map(_entry, entries))


def _only(document: Document) -> Iterator[list[str]]:
    for source, entries in document.only:
        lines = [_side(entry.sides[0], with_label=False) for entry in entries]
        yield _section(f"ONLY IN {source.label} ({len(entries)})", lines)


def _coverage(document: Document) -> list[str]:
    """Who carries what several carry, and who leaves it out."""
    blocks = []
    for row in matrix(document):
        lines = wrap(row.label, first="  ", rest="    ")
        for kind in Coverage:
            cells = [f"{c.source.label} {c.place}".rstrip() for c in row.cells if c.coverage is kind]
            if cells:
                lines += wrap(f"{kind.value}: {'; '.join(cells)}", first="    ", rest="      ")
        if row.disagrees:
            lines.append("    they disagree on a detail")
        blocks.append(lines)
    return _section(f"COVERAGE OF WHAT SEVERAL CARRY ({len(blocks)})", blocks) if blocks else []


def _entry(entry: Entry) -> list[str]:
    lines = wrap(_heading(entry), first="  ", rest="    ")
    for side in entry.sides:
        lines += _side(side, with_label=True)
    for discrepancy in entry.discrepancies:
        lines += wrap(f"differs: {disagreement(discrepancy)}", first="    ", rest="      ")
    if entry.why:
        lines += wrap(f"why: {'; '.join(entry.why)}", first="    ", rest="      ")
    if entry.tags:
        lines += wrap(f"tags: {', '.join(entry.tags)}", first="    ", rest="      ")
    for number, line in enumerate(entry.note.splitlines()):
        lines += wrap(line if number else f"note: {line}", first="      " if number else "    ", rest="      ")
    return lines


def _heading(entry: Entry) -> str:
    parts = [finding(entry)]
    if entry.by is Maker.READER or entry.threshold is not None:  # that the engine made it goes without saying elsewhere
        parts.append(made_by(entry))
    score = f" ({decimal(entry.score)})" if entry.score is not None else ""
    return ", ".join(parts) + score


def _side(side: Side, *, with_label: bool) -> list[str]:
    name = whereabouts(side) if with_label else side.place
    indent = "    " if with_label else "  "
    return wrap(f"{name}: {side.text}", first=indent, rest=indent + "  ")


def _revisions(document: Document, story: Story) -> Iterator[list[str]]:
    """What was changed from each version of an article to the next."""
    for step in revisions(story):
        names = [document.source(article.id).label for article in (step.a, step.b)]
        lines = [_edit(step, edit) for edit in step.edits]
        yield _section(f"CHANGED FROM {names[0]} TO {names[1]} ({len(lines)})", lines)


def _edit(step: Revision, edit: Edit) -> list[str]:
    places = [place_of(article, numbers) for article, numbers in ((step.a, edit.a), (step.b, edit.b)) if numbers]
    head = " ".join(filter(None, (edit.name, " to ".join(places))))
    if not (edit.before and edit.after) or edit.before == edit.after:
        return wrap(f"{head}: {one_line(edit.after or edit.before)}", first="  ", rest="    ")
    lines = wrap(head, first="  ", rest="    ")
    for label, words in (("before", edit.before), ("after", edit.after)):
        lines += wrap(f"{label}: {one_line(words)}", first="    ", rest="      ")
    return lines


def _discrepancies(document: Document, story: Story) -> list[str]:
    """Each detail once, however many pairs of articles show it."""
    blocks = []
    for conflict in conflicts(story):
        wordings = [(words, _printed_by(document, conflict, articles)) for words, articles in conflict.wordings]
        said = " / ".join(f"{one_line(words)} ({places})" for words, places in wordings)
        blocks.append(wrap(f"{conflict.type.words}: {said}", first="  ", rest="    "))
    return _section(f"DISCREPANCIES ({len(blocks)})", blocks, close=True) if blocks else []


def _printed_by(document: Document, conflict: Conflict, articles: Iterable[str]) -> str:
    sources = [document.source(id) for id in articles]
    return "; ".join(f"{s.label}, {place_of(s.article, conflict.sentences(s.article.id))}" for s in sources)


def _quotes(document: Document, story: Story) -> list[str]:
    heads = joined_quotes(story.quotes)
    groups: dict[object, list[Quote]] = {}
    for quote in story.quotes:
        groups.setdefault(heads[quote.article, quote.id], []).append(quote)
    blocks = []
    for quotes in groups.values():
        lines = []
        for quote in _joined(story, quotes):
            who = "; ".join(part for part in (quote.speaker, quote.source) if part)
            name = document.source(quote.article).label
            lines += wrap(f"{name}: “{quote.text}”{f' ({who})' if who else ''}", first="  ", rest="    ")
        blocks.append(lines)
    return _section(f"QUOTES ({len(blocks)})", blocks) if blocks else []


def _joined(story: Story, quotes: list[Quote]) -> list[Quote]:
    """One quotation for each that runs over several sentences."""
    whole: dict[tuple[str, int], list[Quote]] = {}
    for quote in quotes:
        whole.setdefault((quote.article, quote.id), []).append(quote)
    found = []
    for parts in whole.values():
        first = parts[0]
        stretches = ((part.start, part.end, part.text) for part in parts)
        text = excerpt(story.article(first.article).text, stretches, QUOTATION_MARKS)
        found.append(Quote(first.id, first.article, first.sentence, text, first.start, parts[-1].end, *_who(parts)))
    return found


def _who(parts: list[Quote]) -> tuple[str | None, str | None]:
    speaker = next((part.speaker for part in parts if part.speaker), None)
    return speaker, next((part.source for part in parts if part.source), None)


def _headlines(document: Document, story: Story) -> list[str]:
    words = {"quote": "the quote", "number": "the number", "name": "the name"}
    blocks = [_headline(document, words[claim.type], claim) for claim in story.headlines]
    return (
        _section("HEADLINES: SAID IN THE TITLE, NOT CARRIED BY THE TEXT BEHIND THE LEDE", blocks, close=True)
        if blocks
        else []
    )


def _headline(document: Document, kind: str, claim: HeadlineClaim) -> list[str]:
    return wrap(
        f"{document.source(claim.article).label}: {kind} “{claim.text}”, {claim.where}", first="  ", rest="    "
    )


def _made(document: Document) -> list[str]:
    lines = ["MADE WITH", *wrap(made_with(document.provenance), first="  ", rest="  ")]
    if told := makers(document):
        lines += wrap(told, first="  ", rest="  ")
    for source in document.sources:
        lines += wrap(f"{source.label}: {source.article.url or source.article.source}", first="  ", rest="    ")
        lines.append(f"    sha256 {source.sha256}")
    return lines


def _section(
    heading: str, blocks: Iterator[list[str]] | list[list[str]] | map[list[str]], *, close: bool = False
) -> list[str]:
    """A heading over blocks of lines, a blank line between them unless they stand `close`."""
    lines = wrap(heading)
    for number, block in enumerate(blocks):
        lines += block if close or not number else ["", *block]
    return lines
