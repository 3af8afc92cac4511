"""The overview strip: a whole article's marks in one column, and where the window is."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

from rich.color import ColorType
from rich.segment import Segment
from rich.style import Style

from variorum.engine.nouns import Role, Story
from variorum.view.layout.lines import Line
from variorum.view.marks import Mark, Marks
from variorum.view.memo import Memo
from variorum.view.palette import ASCII, Palette, colour_name
from variorum.view.reducing.move import Sight, row_of
from variorum.view.state import Side, State

_WEIGHT = {Mark.IDENTICAL: 5, Mark.NEAR: 4, Mark.PARAPHRASE: 3, Mark.UNIQUE: 2, Mark.RELATED: 1}
_MEMO: Memo[dict[tuple[Side, int], list[str]]] = Memo()


def halves(marks: Marks, side: Side, rows: int) -> list[str]:
    """Palette names of the article's marks, in two halves for each row from its beginning to its end."""
    known = _MEMO.get((marks,), dict)
    if (side, rows) not in known:
        if len(known) > 8:
            known.clear()
        known[side, rows] = _halves(marks, side, 2 * rows)
    return known[side, rows]


def _halves(marks: Marks, side: Side, parts: int) -> list[str]:
    sentences = marks.articles[side].sentences
    count = len(sentences)
    linked = sorted(marks.of[side])
    names = []
    for n in range(parts):
        first = n * count // parts
        stop = min(count, max(first + 1, (n + 1) * count // parts))
        inside = linked[bisect_left(linked, first) : bisect_left(linked, stop)]
        if any(marks.disagrees(side, s) for s in inside):
            names.append("disagrees")
            continue
        rest = (s for s in range(first, stop) if s not in marks.of[side] and sentences[s].role is Role.BODY)
        some = [*inside, *islice(rest, 1)]
        best = max((marks.mark(side, s) for s in some), key=lambda m: _WEIGHT.get(m, 0), default=Mark.OTHER)
        names.append(colour_name(best.value, side))
    return names


def sentence_at(count: int, row: int, rows: int) -> int:
    """The sentence that a row of the strip stands for."""
    return max(0, min(count - 1, row * count // max(1, rows)))


def strip_lines(state: State, story: Story, see: Sight, side: Side, palette: Palette) -> list[Line]:
    """The strip's rows, one cell each; the part in the window is bright, the rest dimmed."""
    place = see.layout.strips[side]
    if place is None:
        return []
    if state.classroom:
        return [(Segment(" ", palette.style("")),)] * place.h
    names = halves(see.marks, side, place.h)
    seen = window(state, see, side)
    return [_cell(names[2 * row], names[2 * row + 1], palette, lit=row in seen) for row in range(place.h)]


def window(state: State, see: Sight, side: Side) -> range:
    """The strip's rows that stand for what is in view."""
    place = see.layout.strips[side]
    count = len(see.columns[side])
    if place is None or not count:
        return range(0)
    first = _first(state, see, side)
    last = first
    while last + 1 < count and last - first < place.h and row_of(state, see, side, last + 1) < see.rows:
        last += 1
    start = first * place.h // count
    return range(start, max(start + 1, -(-(last + 1) * place.h // count)))


def _first(state: State, see: Sight, side: Side) -> int:
    if not see.band_flow:
        return state.top[side][0]
    bands = see.band_flow.bands.bands
    return next((band[side][0] for band in bands[state.top[0][0] :] if band[side]), len(see.columns[side]) - 1)


def _cell(upper: str, lower: str, palette: Palette, *, lit: bool) -> Line:
    if palette.glyphs is ASCII or palette.theme == "none":
        sign = {"only left": "only here", "only right": "only here", "": "not compared"}.get(upper, upper)
        return (Segment(palette.glyph(sign), palette.style("chosen" if lit else "faint")),)
    top, below = palette.style(upper or "faint"), palette.style(lower or "faint")
    if palette.theme == "ansi":
        both = Style(color=top.color, bgcolor=below.color, dim=not lit)
    else:
        both = Style(color=_faded(top, palette, lit=lit), bgcolor=_faded(below, palette, lit=lit))
    return (Segment(palette.glyph("upper"), both),)


def _faded(style: Style, palette: Palette, *, lit: bool) -> str:
    """The colour, or out of the window a third of it on the background."""
    assert style.color is not None
    assert style.color.type is ColorType.TRUECOLOR
    front = style.color.get_truecolor()
    ground = palette.style("").bgcolor
    assert ground is not None
    back = ground.get_truecolor()
    part = 0.8 if lit else 0.3
    mixed = (round(b + (f - b) * part) for f, b in zip(front, back, strict=True))
    return "#{:02x}{:02x}{:02x}".format(*mixed)
