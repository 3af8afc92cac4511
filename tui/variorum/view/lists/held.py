"""What a set holds as a list: every highlight with its note and tags, where it stands, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from typing import Any

from variorum.engine.excerpt import GAP
from variorum.engine.keeping.nouns import Anchor, HighlightKind
from variorum.engine.labels import labels, place_of
from variorum.engine.nouns import Maker, Story
from variorum.text.sanitise import clean_line
from variorum.text.searching import saying
from variorum.text.width import width
from variorum.view.keeping.standing import Standing
from variorum.view.keys import press
from variorum.view.list_keys import HELD
from variorum.view.lists.columns import Column
from variorum.view.lists.table import LazyRows, Line, Row, Table, View, legend

Glyph = Callable[[str], str]
Group = tuple[str, Sequence[Standing]]

_KINDS = {
    HighlightKind.SHARED: ("pair", "paraphrase"),
    HighlightKind.UNIQUE: ("only here", "only left"),
    HighlightKind.DISCREPANCY: ("disagrees", "disagrees"),
    HighlightKind.QUOTE: ("open quote", "accent"),
    HighlightKind.OWN: ("kept", "kept"),
}
"""Glyph and colour of each kind."""

FEW = 4
"""Highlights up to which each shows more of its words."""

BETWEEN = 3
"""Characters between two sentences that follow each other: a blank, or the end of a paragraph."""

ORDERS = ("what lost its place first", "as they were kept", "by article and place")

_KEYS: tuple[Callable[[Standing], Any], ...] = (
    lambda found: not found.orphan,
    lambda _found: 0,
    lambda found: [(a.article, a.start) for a in found.highlight.anchors],
)


def held_view(name: str, held: Sequence[Standing], story: Story, glyph: Glyph) -> View:
    """What a set holds, with a filter for what has lost its place and what was found again elsewhere."""
    groups: list[Group] = [
        ("all", held),
        ("lost", [found for found in held if found.orphan and not found.shut]),
        ("found again", [found for found in held if found.moved]),
        ("with a note", [found for found in held if found.highlight.note]),
    ]
    lost = len(groups[1][1])
    note = f"{lost} lost {'its' if lost == 1 else 'their'} place" if lost else f"{len(held)} kept"
    if shut := sum(found.shut for found in held):
        note += f" {glyph('dot')} {shut} in articles not open"
    build = _build(f"KEPT IN {name}", groups, story, glyph, note, legend(HELD))
    return View("held", build, ORDERS, _names(groups), (("list-enter", "go there"),))


def difference_view(sets: tuple[str, str], groups: Sequence[Group], story: Story, glyph: Glyph) -> View:
    """Two sets side by side: what only one of them holds, and what both do."""
    every = [("all", [found for _, part in groups for found in part]), *groups]
    build = _build("SETS COMPARED", every, story, glyph, f" {glyph('dot')} ".join(sets), headed=True)
    return View("difference", build, filters=_names(every), keys=(("list-enter", "go there"),))


def _names(groups: Sequence[Group]) -> tuple[str, ...]:
    return tuple(name for name, _ in groups)


def _build(
    title: str,
    groups: Sequence[Group],
    story: Story,
    glyph: Glyph,
    note: str,
    keys: Line = (),
    *,
    headed: bool = False,
) -> Callable[[int, int, str], Table]:
    """What makes the table; `headed` sets each group under its name where all are shown."""
    names = labels(story.articles)

    def build(order: int, wanted: int, query: str) -> Table:
        parts = [(name, saying(query, part, _searched)) for name, part in groups]
        found = parts[wanted][1]
        found.sort(key=_KEYS[order])
        told = any(s.highlight.note or s.highlight.tags for s in found)
        unsure = any(s.orphan or s.moved for s in found)
        sign = width(glyph("pair"))
        columns = (
            Column("", sign, sign),
            Column("words", 24, rows=2 if len(found) > FEW else 4, wish=30),
            Column("where", 16, 40, drop=2, rows=2),
            *((Column("note and tags", 13, 30, drop=3, rows=2),) if told else ()),
            *((Column("place", 5, 5, drop=1),) if unsure else ()),
        )
        items: list[object] = [*found]
        if headed and not wanted:
            items = [item for name, part in parts[1:] for item in (_heading(name, len(part), glyph), *part)]
        rows = LazyRows(items, lambda n: _row(items[n], names, glyph, told=told, unsure=unsure))
        keeps = f"in the text, {press('keep')} keeps the sentence under the cursor"
        empty = "no such highlight" if query else f"nothing kept here yet: {keeps}"
        return Table(title, columns, rows, note, keys, empty)

    return build


def _heading(name: str, count: int, glyph: Glyph) -> str:
    """A group's heading; what the reader called a set stays as it is."""
    only = name.removeprefix("only in ")
    return f"{name.upper() if only == name else f'ONLY IN {only}'} {glyph('dot')} {count}"


def where(standing: Standing, names: dict[str, str]) -> str:
    """The articles and sentences in which a highlight stands: `The Lantern 3 ↔ Quay 5`."""
    parts = [f"{names[id]} {place_of(standing.articles[id], indices)}" for id, indices in standing.sides]
    return " ↔ ".join(parts)


def _row(item: object, names: dict[str, str], glyph: Glyph, *, told: bool, unsure: bool) -> Row:
    """A highlight, with what is told of it and how sure its place is where that is shown; or a heading."""
    if not isinstance(item, Standing):
        return Row((((str(item), "strong"),),), heading=True)
    standing = item
    highlight = standing.highlight
    mark, colour = _KINDS[highlight.kind]
    words = " / ".join(clean_line(anchor.exact) for anchor in highlight.anchors)
    words_told = " ".join([*(f"#{tag}" for tag in highlight.tags), clean_line(highlight.note)]).strip()
    place: Line = (("lost", "disagrees"),) if standing.orphan else ((f"{standing.sure:.0%}", "quiet"),)
    if standing.shut:
        place = (("shut", "quiet"),)
    elif not standing.orphan and not standing.moved:
        place = (("", ""),)
    cells: tuple[Line, ...] = (
        ((glyph(mark), colour),),
        ((words, ""),),
        ((where(standing, names).replace("↔", glyph("pair")), "quiet"),),
        *((((words_told, ""),),) if told else ()),
        *((place,) if unsure else ()),
    )
    return Row(cells, standing.target, detail=tuple(_detail(standing, names)), key=standing)


def _detail(standing: Standing, names: dict[str, str]) -> list[tuple[Line, Line]]:
    highlight = standing.highlight
    lines: list[tuple[Line, Line]] = [
        (((names.get(id, id), "quiet"),), ((_kept_words([*anchors]), ""),))
        for id, anchors in groupby(highlight.anchors, lambda anchor: anchor.article)
    ]
    for anchor, lost in standing.lost:
        there = anchor.article in standing.articles
        label = f"{'lost in ' if there else ''}{names.get(anchor.article, anchor.article)}"
        lines.append((((label, "disagrees" if there else "quiet"),), ((lost.reason, ""),)))
        if lost.nearest and anchor.article in standing.articles:
            text = standing.articles[anchor.article].text[lost.nearest.start : lost.nearest.end]
            lines.append(((("nearest", "quiet"),), ((clean_line(text), "quiet"),)))
    for anchor, place in zip(highlight.anchors, standing.places, strict=True):
        if place and (place.changed or place.moved):
            text = standing.articles[anchor.article].text[place.start : place.end]
            said = f"now “{clean_line(text)}”" if place.changed else "the same words elsewhere"
            lines.append(((("found again", "accent"),), ((f"{place.confidence:.0%} sure: {said}", ""),)))
    if highlight.note:
        lines.append(((("note", "quiet"),), ((highlight.note, ""),)))
    if highlight.tags:
        lines.append(((("tags", "quiet"),), ((", ".join(highlight.tags), ""),)))
    if highlight.by:
        maker = "linked by you" if highlight.by is Maker.READER else "linked by the engine"
        score = f" ({highlight.score:.2f})".replace("0.", ".") if highlight.score is not None else ""
        why = f": {'; '.join(highlight.why)}" if highlight.why and highlight.by is Maker.ENGINE else ""
        lines.append(((("why", "quiet"),), ((maker + score + why, "quiet"),)))
    return lines


def _kept_words(anchors: Sequence[Anchor]) -> str:
    """The words of an article that are kept, with a gap where it says something else in between."""
    said = clean_line(anchors[0].exact)
    for before, anchor in pairwise(anchors):
        said += (GAP if anchor.start - before.end > BETWEEN else " ") + clean_line(anchor.exact)
    return said


def _searched(standing: Standing) -> str:
    highlight = standing.highlight
    return " ".join((*(a.exact for a in highlight.anchors), highlight.note, *highlight.tags))
