"""What disagrees: every detail on which linked sentences differ, with the words that each outlet prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from variorum.engine.labels import place_of
from variorum.engine.nouns import Article, Discrepancy, DiscrepancyType, Span, Story
from variorum.text.width import shorten
from variorum.view.marks import DISAGREEMENTS
from variorum.view.story_index import LinkSeat, StoryIndex
from variorum.view.table import Column, LazyRows, Line, Row, Table, View, cut, joined, marked, text

Glyph = Callable[[str], str]
ORDERS = ("as in the story", "by type", "most outlets first")

LONGEST, LONGEST_NAME = 60, 20
"""Cells of a wording and of an outlet's name that the table shows; the sentence stands in full below it."""

BRIEF, LEAD = 3, 40
"""Outlets up to which each one's sentences are shown from their beginning; characters before what disagrees else."""

Value = tuple[str, str, tuple[int, ...]]
"""Words printed, the article's id and the sentences they stand in."""


@dataclass(frozen=True)
class Conflict:
    """One detail on which outlets disagree; what several pairs of articles show of it is one conflict.

    Attributes:
        values: Each article's words, in the order of the articles.
        seats: The links that show it.
    """

    type: DiscrepancyType
    values: tuple[Value, ...]
    seats: tuple[tuple[LinkSeat, Discrepancy], ...]

    @property
    def wordings(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The different words, each with the articles that print them."""
        found: dict[str, list[str]] = {}
        for words, article, _ in self.values:
            key = next((known for known in found if same_wording(known, words, self.type)), words)
            found.setdefault(key, []).append(article)
        return tuple((words, tuple(dict.fromkeys(articles))) for words, articles in found.items())


def same_wording(one: str, two: str, type: DiscrepancyType) -> bool:
    """The two say the same; of sources also where one's words stand inside the other's ("to a statement …")."""
    a, b = one.casefold(), two.casefold()
    return a == b or (type is DiscrepancyType.ATTRIBUTION and (f" {a} " in f" {b} " or f" {b} " in f" {a} "))


def conflicts(index: StoryIndex) -> tuple[Conflict, ...]:
    """The story's discrepancies, those about the same words of an article joined, in the order of the first article."""
    groups: list[list[tuple[LinkSeat, Discrepancy]]] = []
    homes: dict[object, int] = {}
    for seat, discrepancy in index.discrepancies():
        places = [*_places(seat, discrepancy)]
        known = sorted({homes[place] for place in places if place in homes})
        home = known[0] if known else len(groups)
        if not known:
            groups.append([])
        for other in known[1:]:
            groups[home] += groups[other]
            groups[other] = []
            homes.update({place: home for place, at in homes.items() if at == other})
        groups[home].append((seat, discrepancy))
        homes.update(dict.fromkeys(places, home))
    found = [_conflict(index, group) for group in groups if group]
    return tuple(sorted(found, key=lambda c: (index.order.get(c.values[0][1], 0), c.values[0][2])))


def discrepancies_view(story: Story, glyph: Glyph) -> View:
    """The table of what disagrees."""
    index = StoryIndex(story)
    every = conflicts(index)
    types = tuple(type for type in DiscrepancyType if any(conflict.type is type for conflict in every))

    def build(order: int, wanted: int, query: str) -> Table:
        chosen = [c for c in every if not wanted or c.type is types[wanted - 1]]
        words = query.casefold().split()
        if words:
            chosen = [c for c in chosen if all(word in _row(index, c, glyph).text for word in words)]
        chosen.sort(key=_KEYS[order])
        return _table(index, chosen, glyph)

    filters = ("all", *(DISAGREEMENTS[type] for type in types))
    return View("what disagrees", build, ORDERS, filters, (("Enter", "read"), ("e", "export")))


_KEYS: tuple[Callable[[Conflict], tuple[object, ...]], ...] = (
    lambda conflict: (),
    lambda conflict: (tuple(DiscrepancyType).index(conflict.type),),
    lambda conflict: (-len({article for _, article, _ in conflict.values}),),
)


def _places(seat: LinkSeat, discrepancy: Discrepancy) -> list[object]:
    """What tells the words of each side from others: their span, or the sentences and the words without one."""
    sides = (
        (seat.comparison.a.id, discrepancy.a_span, seat.link.a, discrepancy.a),
        (seat.comparison.b.id, discrepancy.b_span, seat.link.b, discrepancy.b),
    )
    return [(discrepancy.type, id, span or (sentences, words)) for id, span, sentences, words in sides]


def _conflict(index: StoryIndex, group: list[tuple[LinkSeat, Discrepancy]]) -> Conflict:
    values: dict[tuple[str, str], Value] = {}
    for seat, d in group:
        values.setdefault((seat.comparison.a.id, d.a), (d.a, seat.comparison.a.id, seat.link.a))
        values.setdefault((seat.comparison.b.id, d.b), (d.b, seat.comparison.b.id, seat.link.b))
    ordered = sorted(values.values(), key=lambda value: (index.order.get(value[1], 0), value[2]))
    return Conflict(group[0][1].type, tuple(ordered), tuple(group))


def _table(index: StoryIndex, chosen: list[Conflict], glyph: Glyph) -> Table:
    most = max((len(conflict.wordings) for conflict in chosen), default=2)
    columns = (
        Column("", 10, 10),
        Column("one prints", 16, rows=0),
        Column("another prints", 16, rows=0),
        *(Column("a third", 14, drop=2, rows=0) for _ in range(2, min(most, 3))),
    )
    note = f"{len(chosen)} {'detail' if len(chosen) == 1 else 'details'}"
    rows = LazyRows(chosen, lambda place: _row(index, chosen[place], glyph, len(columns)))
    return Table("WHAT DISAGREES", columns, rows, note, (), "the outlets agree wherever they say the same")


def _row(index: StoryIndex, conflict: Conflict, glyph: Glyph, columns: int = 4) -> Row:
    wordings = list(conflict.wordings)
    cells: list[Line] = [((glyph("disagrees") + " ", "disagrees/bold"), (DISAGREEMENTS[conflict.type], "disagrees"))]
    shown = columns - 1
    for place in range(shown):
        part = wordings[place : place + 1] if place < shown - 1 else wordings[place:]
        cells.append(tuple(piece for words, articles in part for piece in _wording(index, conflict, words, articles)))
    jump = conflict.seats[0][0].jump
    return Row(tuple(cells), jump, {1: jump, 2: jump}, _detail(index, conflict), air=1, key=conflict)


def _wording(index: StoryIndex, conflict: Conflict, words: str, articles: tuple[str, ...]) -> Line:
    """Words printed, and behind them who prints them and where; a long source keeps its beginning."""
    places = []
    for article in articles:
        sentences = sorted({s for _, id, several in conflict.values if id == article for s in several})
        name = shorten(index.names[article], LONGEST_NAME)
        places.append(f"{name} {place_of(index.story.article(article), sentences)}")
    return ((shorten(words, LONGEST), "strong"), (f"  {', '.join(places)}  ", "quiet"))


def _detail(index: StoryIndex, conflict: Conflict) -> tuple[tuple[Line, Line], ...]:
    found: dict[str, tuple[tuple[int, ...], set[Span]]] = {}
    for seat, d in conflict.seats:
        for id, sentences, span in (
            (seat.comparison.a.id, seat.link.a, d.a_span),
            (seat.comparison.b.id, seat.link.b, d.b_span),
        ):
            known = found.setdefault(id, (sentences, set()))
            if span:
                known[1].add(span)
    lines = []
    for id in sorted(found, key=lambda id: index.order.get(id, 0)):
        sentences, spans = found[id]
        body = joined(marked_sentences(index.story.article(id), sentences, spans), ((" ", ""),))
        if len(found) > BRIEF:
            body = from_what_disagrees(body)
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


def from_what_disagrees(body: Line) -> Line:
    """The text from a few words before what disagrees, so that a single row shows it."""
    before = next((n for n, (_, style) in enumerate(body) if style.startswith("disagrees")), 0)
    at = len(text(body[:before]))
    if at <= LEAD:
        return body
    start = text(body).rfind(" ", 0, at - LEAD // 2) + 1
    return (("… ", "quiet"), *cut(body, start, len(text(body))))
