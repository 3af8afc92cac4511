"""The coverage matrix: which outlet carries which fact, and so what each one leaves out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from variorum.engine.coverage import Coverage, coverage, fact_label
from variorum.engine.nouns import Discrepancy, DiscrepancyType, Fact, Story
from variorum.text.counting import counted
from variorum.text.searching import saying
from variorum.text.width import width
from variorum.view.actions import Action
from variorum.view.lists.columns import Column
from variorum.view.lists.discrepancies import marked_sentences
from variorum.view.lists.story_index import StoryIndex
from variorum.view.lists.table import LazyRows, Line, Row, Table, View, joined, text
from variorum.view.outlets import uncompared

ORDERS = ("as in the story", "most carried first", "least carried first", "disagreeing first")

Glyph = Callable[[str], str]
"""A mark's name to its glyph."""

Test = Callable[[Fact], bool]


def matrix_view(story: Story, glyph: Glyph) -> View:
    """The matrix of a story; `glyph` gives the marks in the glyphs that the terminal can show."""
    index = StoryIndex(story)
    tests = _tests(story, index.names)

    def build(order: int, wanted: int, query: str) -> Table:
        facts = [fact for fact in story.facts if list(tests.values())[wanted](fact)]
        facts.sort(key=_KEYS[order])
        return _table(index, saying(query, facts, lambda fact: _text(index, fact)), glyph)

    return View(
        "coverage matrix",
        build,
        ORDERS,
        tuple(tests),
        (("list-enter", "read"), ("list-left list-right", "outlet"), ("list-export", "export")),
    )


def differs(discrepancy: Discrepancy) -> str:
    """A discrepancy in a few words: `22 / 24`, `source`."""
    if discrepancy.type in (DiscrepancyType.ATTRIBUTION, DiscrepancyType.NEGATION):
        return {"attribution": "source", "negation": "says not"}[discrepancy.type.value]
    return f"{discrepancy.a} / {discrepancy.b}"


_LOOKS = {
    Coverage.CARRIES: ("carries", "identical"),
    Coverage.PART: ("part", "near"),
    Coverage.MISSING: ("leaves out", "quiet"),
    Coverage.UNKNOWN: ("unknown", "quiet"),
}
"""Glyph and style of each."""
_KEYS: tuple[Callable[[Fact], tuple[int, int]], ...] = (
    lambda fact: (0, 0),
    lambda fact: (-len(fact.sentences), 0),
    lambda fact: (len(fact.sentences), 0),
    lambda fact: (not fact.disagrees, -len(fact.sentences)),
)


def _tests(story: Story, names: Mapping[str, str]) -> dict[str, Test]:
    count = len(story.articles)
    tests: dict[str, Test] = {
        "all": lambda fact: True,
        "in every outlet": lambda fact: len(fact.sentences) == count,
        "in several": lambda fact: len(fact.sentences) > 1,
        "left out by some": lambda fact: 1 < len(fact.sentences) < count,
        "disagreeing": lambda fact: fact.disagrees,
    }
    if count == 2:  # what is carried by several is carried by both, and nothing shared is left out
        del tests["in several"], tests["left out by some"]
    for article in story.articles:
        tests[f"only in {names[article.id]}"] = _only_in(article.id)
    if count > 2:
        for article in story.articles:
            tests[f"left out by {names[article.id]}"] = _left_out_by(article.id)
    return tests


def _only_in(id: str) -> Test:
    return lambda fact: set(fact.sentences) == {id}


def _left_out_by(id: str) -> Test:
    return lambda fact: id in fact.missing and len(fact.sentences) > 1


def _text(index: StoryIndex, fact: Fact) -> str:
    return " ".join(index.sentence(id, s) for id, sentences in fact.sentences.items() for s in sentences)


def _table(index: StoryIndex, facts: list[Fact], glyph: Glyph) -> Table:
    ids = [article.id for article in index.story.articles]
    columns = [Column("fact", 24, wish=40)]
    for id in ids:
        name = index.names[id]
        whole = max(4, min(14, width(name)))
        part = max(width(word) + 1 for word in re.split(r"[-_. ]", name))  # a name is parted there over two rows
        columns.append(Column(name, max(4, min(whole, part, 6 if len(ids) > 4 else 9)), whole, centred=True))
    odd = [fact for fact in facts if fact.disagrees][:50]
    note = max((width(text(_note(index, fact, glyph))) for fact in odd), default=12)
    columns.append(Column("", 12, min(26, max(12, note)), drop=1, rows=2))
    shared = sum(len(fact.sentences) > 1 for fact in facts)
    conflicts = sum(fact.disagrees for fact in facts)
    amount = f"{counted(len(facts), 'fact')} · {shared} shared"
    amount += f" · {counted(conflicts, 'disagrees', 'disagree')}" if conflicts else ""
    return Table(
        "COVERAGE",
        tuple(columns),
        LazyRows(facts, lambda place: _row(index, ids, facts[place], glyph)),
        amount,
        _legend(glyph),
        uncompared(index.story) or "there are no facts",
    )


def _row(index: StoryIndex, ids: list[str], fact: Fact, glyph: Glyph) -> Row:
    links = index.fact_links(fact)
    odd = (
        {id for seat in links if seat.link.discrepancies for id in (seat.comparison.a.id, seat.comparison.b.id)}
        if fact.disagrees
        else set()
    )
    label: Line = ((fact_label(index.story, fact, index.in_several_facts), "" if len(fact.sentences) > 1 else "quiet"),)
    cells = [label, *(_mark(fact, id, id in odd, glyph) for id in ids), _note(index, fact, glyph)]
    targets: dict[int, Action] = {}
    for place, id in enumerate(ids):
        jump = index.jump(fact, id)
        if jump:
            targets[place + 1] = jump
    detail = tuple(_said(index, fact, id) for id in ids if len(ids) < 5 or id in fact.sentences)
    return Row(tuple(cells), index.jump(fact), targets, detail, key=fact)


def _mark(fact: Fact, id: str, odd: bool, glyph: Glyph) -> Line:
    name, style = _LOOKS[coverage(fact, id)]
    mark: Line = ((glyph(name), style),)
    return (*mark, (glyph("disagrees"), "disagrees/bold")) if odd and id in fact.sentences else mark


def _note(index: StoryIndex, fact: Fact, glyph: Glyph) -> Line:
    if fact.disagrees:
        found = [d for seat in index.fact_links(fact) for d in seat.link.discrepancies]
        if found:
            return ((glyph("disagrees") + " ", "disagrees/bold"), (differs(found[0]), "disagrees"))
    if len(fact.sentences) == 1:
        only = f"only {index.names[next(iter(fact.sentences))]}"
        return ((only, "quiet"),) if width(only) <= 12 else ()  # a long name is said by the marks alone
    first = _first(index, fact)
    return ((f"first in {index.names[first]}", "quiet"),) if first else ()


def _first(index: StoryIndex, fact: Fact) -> str | None:
    """The carrier that printed it first, where every carrier has a date of its own."""
    dates = {id: index.story.article(id).published for id in fact.sentences}
    known = sorted((date, id) for id, date in dates.items() if date)
    if len(known) < len(dates) or len({date for date, _ in known}) < len(known):
        return None
    return known[0][1]


def _said(index: StoryIndex, fact: Fact, id: str) -> tuple[Line, Line]:
    name = index.names[id]
    sentences = fact.sentences.get(id)
    if not sentences:
        return ((name, "quiet"),), ((_why_not(index, fact, id), "quiet/italic"),)
    spans = [
        span
        for seat in (index.fact_links(fact) if fact.disagrees else ())
        for d in seat.link.discrepancies
        for owner, span in ((seat.comparison.a.id, d.a_span), (seat.comparison.b.id, d.b_span))
        if owner == id and span
    ]
    body = joined(marked_sentences(index.story.article(id), sentences, spans), ((" … ", "quiet"),))
    return ((index.place(id, sentences), "strong"),), body


def _why_not(index: StoryIndex, fact: Fact, id: str) -> str:
    if id not in fact.unknown:
        return "not found in the text read"
    if index.story.article(id).cut_off:
        return "cut off: nothing can be said"
    if not any(index.story.comparison(id, carrier) for carrier in fact.sentences):
        return "not compared yet"
    return "not sure: it shares a sentence of this fact, joined with another fact"


def _legend(glyph: Glyph) -> Line:
    words = (
        ("carries", "carries", "identical"),
        ("part", "in part", "near"),
        ("leaves out", "not found in the text read", "quiet"),
        ("unknown", "not sure", "quiet"),
        ("disagrees", "disagrees", "disagrees/bold"),
    )
    pieces: list[tuple[str, str]] = []
    for name, said, style in words:
        pieces += [(glyph(name), style), (f" {said}  ", "quiet")]
    return tuple(pieces)
