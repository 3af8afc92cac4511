"""Painting a pane: sentences as rows with their marks, words that differ, search hits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from variorum.engine.nouns import Article, Role, Span, Story
from variorum.view.layout.lines import Line, blank
from variorum.view.layout.rows import narrow, shown
from variorum.view.marks import Mark
from variorum.view.painting.differences import Differences, differences
from variorum.view.palette import Palette, colour_name
from variorum.view.reducing.changes import is_kept, kept_words
from variorum.view.reducing.find import hits
from variorum.view.reducing.move import Sight
from variorum.view.reducing.selection import moving_word, span_of
from variorum.view.state import Side, State, Strength

CACHED_ROWS = 4000
_BOLD = Style(bold=True)


class Spot(NamedTuple):
    """One row of one sentence, and what of the cursor's whereabouts its looks depend on.

    `bar` names the mark before it (`cursor`, `partner`, `selected` or none); `pairs` are the links whose differing
    words it shows; `cells` is the row's width with its gutter; `words` is the part of the row that is being chosen and
    `end` the word of it that moves, both as offsets into the article's text.
    """

    side: Side
    sentence: int
    row: int
    bar: str
    pairs: tuple[int, ...]
    cells: int
    words: Span | None = None
    end: Span | None = None


@dataclass
class PanePainter:
    """Paints both panes; rows painted once are remembered until something they depend on has changed."""

    palette: Palette
    _rows: dict[Spot, Line] = field(default_factory=dict)
    _made_for: tuple[object, ...] = ()

    def lines(self, state: State, story: Story, see: Sight, side: Side) -> list[Line]:
        """The rows of one pane, as many as it is high."""
        pane = see.layout.panes[side]
        if pane is None:
            return []
        self._forget_if_changed(state, see)
        strip = 1 if see.layout.strips[side] else 0
        cells = pane.w - strip
        numbers = see.marks.numbers(state.active, state.sentence)
        partners = see.marks.partners(state.active, state.sentence)
        words, end = _chosen(state, see, side)
        found: list[Line] = []
        for place in places(state, see, side, pane.h):
            if place is None:
                found.append(blank(cells, self.palette.style("")))
                continue
            sentence, row = place
            own = side is state.active
            bar = ""
            if own and sentence == state.sentence:
                bar = "cursor"
            elif not own and sentence in partners and not self._hidden(state, side, sentence):
                bar = "partner"
            row_span = _row_span(see, side, place) if end else (0, 0)
            chosen = _inside(words, row_span)
            if chosen and not bar:
                bar = "selected"
            pairs = see.marks.numbers(side, sentence) if state.all_words else ()
            if bar in ("cursor", "partner"):
                pairs = (*pairs, *(n for n in see.marks.numbers(side, sentence) if n in numbers and n not in pairs))
            spot = Spot(side, sentence, row, bar, pairs, cells, chosen, _inside(end, row_span))
            line = self._rows.get(spot)
            if line is None:
                line = self._rows[spot] = self._row(state, story, see, spot)
            found.append(line)
        return found

    def _forget_if_changed(self, state: State, see: Sight) -> None:
        made_for = (
            see.marks,
            state.changes,
            see.columns[0].article,
            see.columns[1].article,
            see.layout.text,
            state.query,
            state.strength,
            state.unfolded,
            state.classroom,
            state.revealed,
        )
        same = len(self._made_for) == len(made_for) and all(
            a is b or (isinstance(a, (str, tuple, bool)) and a == b)
            for a, b in zip(self._made_for, made_for, strict=True)
        )
        if not same or len(self._rows) > CACHED_ROWS:
            self._rows.clear()
            self._made_for = made_for

    def _hidden(self, state: State, side: Side, sentence: int) -> bool:
        return state.classroom and (state.article(side), sentence) not in state.revealed

    def _row(self, state: State, story: Story, see: Sight, spot: Spot) -> Line:
        side, sentence, row, bar, pairs, cells = spot[:6]
        hidden = self._hidden(state, side, sentence)
        mark = Mark.OTHER if hidden else see.marks.mark(side, sentence)
        disagrees = not hidden and see.marks.disagrees(side, sentence)
        kept = is_kept(state, story, side, sentence)
        rows = see.columns[side].rows(sentence)
        gutter = self._gutter(mark, side, bar, row, len(rows), disagrees=disagrees, kept=kept)
        article = see.columns[side].article
        span = _row_span(see, side, (sentence, row))
        found = differences(see.marks, side, () if hidden else pairs, every=state.all_words)
        base = self._text_style(state, mark, side, article.sentences[sentence].role)
        # Details that disagree are seen while reading on; in the current pair they stand out from any other difference.
        details = () if hidden else see.marks.disagreeing(side, sentence)
        overlays = [(part, self.palette.style("disagrees", "underline")) for part in details if _inside(part, span)]
        overlays += self._overlays(state, see, side, found, mark, span)
        overlays += self._words(state, article, spot, span)
        text = _styled(article.text, span, base, overlays)
        if row == 0 and len(rows) < len(_all_rows(see, side, sentence)):
            text.append(Segment(self.palette.glyph("dots"), self.palette.style("quiet")))
        # Fills the row up; and cuts it where joiners without sense made the terminal's widths add up differently.
        return tuple(Segment.adjust_line_length([*gutter, *text], cells, style=self.palette.style("")))

    def _gutter(
        self, mark: Mark, side: Side, bar: str, row: int, rows: int, *, disagrees: bool, kept: bool
    ) -> tuple[Segment, ...]:
        style, glyph = self.palette.style, self.palette.glyph
        names = [colour_name(mark.value, side)] if mark not in (Mark.OTHER, Mark.UNKNOWN) else [""]
        signs = [mark.value if names[0] else ""]
        if disagrees:
            signs, names = (
                (["disagrees"], ["disagrees"]) if rows == 1 else ([*signs, "disagrees"], [*names, "disagrees"])
            )
        if kept:
            signs, names = [*signs, "kept"], [*names, "kept"]
        if kept and rows < len(signs):
            signs, names = ["kept", *signs[1:-1]], ["kept", *names[1:-1]]
        sign = signs[row] if row < len(signs) else ""
        name = names[row] if row < len(signs) else ""
        look = {"cursor": "bar", "partner": "partner bar", "selected": "kept"}.get(bar, "")
        edge = {"cursor": "cursor", "partner": "cursor", "selected": "selected"}.get(bar)
        return (
            Segment(glyph(edge) if edge else " ", style(look)),
            Segment(glyph(sign) if sign else " ", self.palette.mark(name)),
            Segment(" ", style("")),
        )

    def _text_style(self, state: State, mark: Mark, side: Side, role: Role) -> Style:
        style = self.palette.style
        if role is Role.TITLE:
            return style("strong")
        if role is not Role.BODY:
            return style("quiet")
        if state.strength is not Strength.SENTENCES:
            return style("")
        return style(colour_name(mark.value, side))

    def _overlays(
        self, state: State, see: Sight, side: Side, found: Differences, mark: Mark, row: Span
    ) -> list[tuple[Span, Style]]:
        palette = self.palette
        name = colour_name(mark.value, side)
        overlays: list[tuple[Span, Style]] = []
        if state.strength is Strength.WORDS and found.sides:
            overlays += [(span, palette.style(name)) for span in _outside(found.words, row)]
        # Many words differ in a paraphrase: weight alone keeps it calm. What disagrees stands out from either.
        words = _BOLD if mark in (Mark.PARAPHRASE, Mark.RELATED) else palette.style("strong", "underline")
        overlays += [(span, words) for span in found.words]
        overlays += [(span, palette.style("conflict")) for span in found.disagreeing]
        overlays += [
            (span, palette.style("hit")) for span in hits(see.columns[side].article, state.query).spans_in(row)
        ]
        return [(span, style) for span, style in overlays if span[0] < row[1] and span[1] > row[0]]

    def _words(self, state: State, article: Article, spot: Spot, row: Span) -> list[tuple[Span, Style]]:
        """What is kept of a sentence, and over everything else what is being chosen."""
        palette = self.palette
        kept = kept_words(state.changes, article).get(spot.sentence, ())
        overlays = [(span, palette.mark("kept words")) for span in kept if _inside(span, row)]
        if spot.words:
            overlays.append((spot.words, palette.style("chosen words")))
        if spot.end:
            overlays.append((spot.end, palette.mark("chosen end")))
        return overlays


def _all_rows(see: Sight, side: Side, sentence: int) -> tuple[Span, ...]:
    column = see.columns[side]
    if column.article.sentences[sentence].role is not Role.BOILERPLATE:
        return column.rows(sentence)
    return type(column)(column.article, column.cells, unfolded=True).rows(sentence)


def _chosen(state: State, see: Sight, side: Side) -> tuple[Span | None, Span | None]:
    """The words that are being chosen in a pane, and the one that moves."""
    now = state.selection
    if now is None or now.side is not side:
        return None, None
    article = see.columns[side].article
    return None if now.cut else span_of(article, now), moving_word(article, now)


def _row_span(see: Sight, side: Side, place: tuple[int, int]) -> Span:
    """The offsets of a row in the article's text."""
    column = see.columns[side]
    start, row = column.article.sentences[place[0]].start, column.rows(place[0])[place[1]]
    return start + row[0], start + row[1]


def _inside(span: Span | None, row: Span) -> Span | None:
    """The part of a span that lies in a row; None for nothing of it."""
    if span is None or span[1] <= row[0] or row[1] <= span[0]:
        return None
    return max(span[0], row[0]), min(span[1], row[1])


def _outside(spans: Iterable[Span], row: Span) -> list[Span]:
    """The parts of a row that no span covers."""
    parts, at = [], row[0]
    for start, end in sorted(spans):
        if start > at:
            parts.append((at, min(start, row[1])))
        at = max(at, end)
    if at < row[1]:
        parts.append((at, row[1]))
    return [p for p in parts if p[0] < p[1]]


def _styled(text: str, row: Span, base: Style, overlays: list[tuple[Span, Style]]) -> list[Segment]:
    """The row's text cut where styles change; a later overlay lies over an earlier one."""
    if not overlays:
        return [Segment(shown(text[row[0] : row[1]]), base)]
    cuts = {row[0], row[1]}
    for (start, end), _ in overlays:
        cuts |= {max(row[0], start), min(row[1], end)}
    points = sorted(cuts)
    parts = []
    for start, end in pairwise(points):
        style = base
        for (a, b), over in overlays:
            if a <= start and end <= b:
                style += over
        parts.append(Segment(shown(text[start:end]), style))
    return parts


def places(state: State, see: Sight, side: Side, rows: int) -> list[tuple[int, int] | None]:
    """What stands in each row of a window: a sentence and one of its rows, or None for a blank row."""
    found: list[tuple[int, int] | None] = []
    if see.band_flow:
        band, skip = state.top[0]
        while len(found) < rows and band < len(see.band_flow):
            own: list[tuple[int, int] | None] = [*see.band_flow.side_rows(band, side)]
            own += [None] * (see.band_flow.height(band) - len(own))
            found += own[skip:]
            band, skip = band + 1, 0
    else:
        column = see.columns[side]
        sentence, skip = state.top[side]
        while len(found) < rows and sentence < len(column):
            count = len(column.rows(sentence))
            found += [(sentence, row) for row in range(skip, min(count, skip + rows))]
            found += [None] * (column.gap(sentence) - max(0, skip - count))
            sentence, skip = sentence + 1, 0
    return (found + [None] * rows)[:rows]


__all__ = ["PanePainter", "narrow"]
