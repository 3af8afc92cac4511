"""The coverage matrix in print: a row a fact, a cell an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from variorum.engine.coverage import Coverage, coverage, fact_label, in_several_facts
from variorum.engine.excerpt import excerpt
from variorum.engine.facts import join_facts
from variorum.engine.labels import place_of
from variorum.engine.nouns import Fact
from variorum.export.document import Document, Entry, Source
from variorum.text.sanitise import one_line

GLYPHS = {Coverage.CARRIES: "●", Coverage.PART: "◐", Coverage.MISSING: "○", Coverage.UNKNOWN: "?"}
LEGEND = "● carries it, ◐ in part, ○ not found in the text read, ? not sure; the numbers count sentences"


@dataclass(frozen=True, slots=True)
class Cell:
    """What an article makes of a fact, and in which sentences; words and place are empty where it does not carry it.

    Of a kept set nothing is known about articles in which nothing was kept.
    """

    source: Source
    coverage: Coverage | None
    place: str = ""
    words: str = ""

    @property
    def name(self) -> str:
        """Whether the article carries it, in words."""
        return self.coverage.value if self.coverage else ""

    @property
    def sign(self) -> str:
        """Glyph and place."""
        return f"{GLYPHS[self.coverage]} {self.place}".rstrip() if self.coverage else ""


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact in a few printed words, and a cell for each source, in their order."""

    label: str
    disagrees: bool
    cells: tuple[Cell, ...]

    @property
    def carried(self) -> int:
        """How many articles carry it."""
        return sum(bool(cell.place) for cell in self.cells)


def fact_rows(document: Document) -> Iterator[FactRow]:
    """Every fact, in the story's order; of a kept set, everything that was kept."""
    story = document.story
    if not story:
        yield from (_kept(document, entry) for entry in document.entries)
        return
    if not story.facts:  # of a story put together by hand
        story = replace(story, facts=join_facts(story.articles, story.comparisons))
    shared = in_several_facts(story)
    for fact in story.facts:
        cells = tuple(_cell(source, fact) for source in document.sources)
        yield FactRow(one_line(fact_label(story, fact, shared)), fact.disagrees, cells)


def matrix(document: Document) -> tuple[FactRow, ...]:
    """What a page shows as a table: the facts that several carry, where three articles or more are compared."""
    if not document.story or len(document.sources) < 3:
        return ()
    return tuple(row for row in fact_rows(document) if row.carried > 1)


def left_out(rows: tuple[FactRow, ...], source: Source) -> tuple[FactRow, ...]:
    """The rows that an article leaves out."""
    return tuple(r for r in rows if any(c.source is source and c.coverage is Coverage.MISSING for c in r.cells))


def _kept(document: Document, entry: Entry) -> FactRow:
    sides = {side.source.article.id: side for side in entry.sides}
    cells = [Cell(source, None) for source in document.sources]
    for place, source in enumerate(document.sources):
        if side := sides.get(source.article.id):
            cells[place] = Cell(source, Coverage.CARRIES, side.place, side.text)
    return FactRow(entry.sides[0].text if entry.sides else "", bool(entry.discrepancies), tuple(cells))


def _cell(source: Source, fact: Fact) -> Cell:
    article = source.article
    sentences = fact.sentences.get(article.id, ())
    spans = [article.sentences[i] for i in sentences]
    words = excerpt(article.text, ((s.start, s.end, article.text[s.start : s.end]) for s in spans))
    return Cell(source, coverage(fact, article.id), place_of(article, sentences), words)
