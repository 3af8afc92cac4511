"""What disagrees: every detail on which linked sentences differ, with the words that each outlet prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from variorum.engine.disagreeing.conflicts import Conflict, conflicts
from variorum.engine.labels import place_of
from variorum.engine.nouns import Article, DiscrepancyType, Span, Story
from variorum.text.counting import counted
from variorum.text.searching import saying
from variorum.text.width import shorten
from variorum.view.lists.columns import Column
from variorum.view.lists.story_index import LinkSeat, StoryIndex
from variorum.view.lists.table import LazyRows, Line, Row, Table, View, joined, marked
from variorum.view.outlets import uncompared

Glyph = Callable[[str], str]
ORDERS = ("as in the story", "by type", "most outlets first")

LONGEST, LONGEST_NAME = 60, 20
"""Cells of a wording and of an outlet's name that the table shows; the sentence stands in full below it."""


def discrepancies_view(story: Story, glyph: Glyph) -> View:
    """The table of what disagrees."""
    index = StoryIndex(story)
    every = conflicts(story)
    types = tuple(type for type in DiscrepancyType if any(conflict.type is type for conflict in every))

    def build(order: int, wanted: int, query: str) -> Table:
        chosen = [c for c in every if not wanted or c.type is types[wanted - 1]]
        chosen = saying(query, chosen, lambda c: _row(index, c, glyph).text)
        chosen.sort(key=_KEYS[order])
        return _table(index, chosen, glyph)

    filters = ("all", *(type.words for type in types))
    return View("what disagrees", build, ORDERS, filters, (("list-enter", "read"), ("list-export", "export")))


_KEYS: tuple[Callable[[Conflict], tuple[object, ...]], ...] = (
    lambda conflict: (),
    lambda conflict: (tuple(DiscrepancyType).index(conflict.type),),
    lambda conflict: (-len({article for _, article, _ in conflict.values}),),
)


def _table(index: StoryIndex, chosen: list[Conflict], glyph: Glyph) -> Table:
    most = max((len(conflict.wordings) for conflict in chosen), default=2)
    columns = (
        Column("", 10, 10),
        Column("one prints", 16, rows=0),
        Column("another prints", 16, rows=0),
        *(Column("a third", 14, drop=2, rows=0) for _ in range(2, min(most, 3))),
    )
    note = counted(len(chosen), "detail")
    rows = LazyRows(chosen, lambda place: _row(index, chosen[place], glyph, len(columns)))
    empty = uncompared(index.story) or "the outlets agree wherever they say the same"
    return Table("WHAT DISAGREES", columns, rows, note, (), empty)


def _row(index: StoryIndex, conflict: Conflict, glyph: Glyph, columns: int = 4) -> Row:
    wordings = list(conflict.wordings)
    cells: list[Line] = [((glyph("disagrees") + " ", "disagrees/bold"), (conflict.type.words, "disagrees"))]
    shown = columns - 1
    for place in range(shown):
        part = wordings[place : place + 1] if place < shown - 1 else wordings[place:]
        cells.append(tuple(piece for words, articles in part for piece in _wording(index, conflict, words, articles)))
    jump = LinkSeat(*conflict.found[0][:2]).jump
    return Row(tuple(cells), jump, {1: jump, 2: jump}, _detail(index, conflict), air=1, key=conflict)


def _wording(index: StoryIndex, conflict: Conflict, words: str, articles: tuple[str, ...]) -> Line:
    """Words printed, and behind them who prints them and where; a long source keeps its beginning."""
    places = []
    for article in articles:
        sentences = conflict.sentences(article)
        name = shorten(index.names[article], LONGEST_NAME)
        places.append(f"{name} {place_of(index.story.article(article), sentences)}")
    return ((shorten(words, LONGEST), "strong"), (f"  {', '.join(places)}  ", "quiet"))


def _detail(index: StoryIndex, conflict: Conflict) -> tuple[tuple[Line, Line], ...]:
    found: dict[str, tuple[tuple[int, ...], set[Span]]] = {}
    for comparison, link, d in conflict.found:
        for id, sentences, span in ((comparison.a.id, link.a, d.a_span), (comparison.b.id, link.b, d.b_span)):
            known = found.setdefault(id, (sentences, set()))
            if span:
                known[1].add(span)
    lines = []
    for id in sorted(found, key=lambda id: index.order.get(id, 0)):
        sentences, spans = found[id]
        body = joined(marked_sentences(index.story.article(id), sentences, spans), ((" ", ""),))
        lines.append((((index.place(id, sentences), "strong"),), body))
    return tuple(lines)


def marked_sentences(article: Article, sentences: Iterable[int], spans: Iterable[Span]) -> list[Line]:
    """Each sentence's text with those of the spans (of the article) that lie in it marked as disagreeing."""
    known, lines = tuple(spans), []
    for sentence in sentences:
        start, end = article.sentences[sentence].start, article.sentences[sentence].end
        inside = [(s - start, e - start) for s, e in known if start <= s and e <= end]
        lines.append(marked(article.text[start:end], inside, "disagrees/underline"))
    return lines
