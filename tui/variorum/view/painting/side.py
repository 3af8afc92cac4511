"""Painting what stands round the panes: headers, highlights, the status row."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style

from variorum.engine.labels import labels, place_of
from variorum.engine.nouns import Article, Story
from variorum.text.counting import counted
from variorum.text.width import shorten, width
from variorum.view.keymap import Keymap
from variorum.view.layout.lines import Line, bar, blank, both_ends, line
from variorum.view.layout.rows import shown
from variorum.view.marks import Marks
from variorum.view.memo import Memo
from variorum.view.outlets import outlets, uncompared
from variorum.view.palette import Palette, colour_name
from variorum.view.reducing import panel
from variorum.view.reducing.changes import kept_sentences
from variorum.view.reducing.move import Sight, in_view, row_of
from variorum.view.state import Filter, Focus, Side, State

COLUMNS_FROM = 90
"""Cells from which the highlights panel has three columns."""

COUNTS = 4, 9
"""Cells of a header in which partners out of sight are counted; and named, where the other pane is not shown."""

_NAMES: Memo[dict[str, str]] = Memo(2)


def name_of(article: Article, story: Story) -> str:
    """What an article is called where there is little room."""
    return _NAMES.get((story.articles,), lambda: {id: shown(x) for id, x in labels(story.articles).items()})[article.id]


def share(marks: Marks, side: Side) -> float | None:
    """The part of an article's body that is linked; None while nobody knows."""
    if marks.comparison is None:
        return None
    return marks.comparison.share_b if side else marks.comparison.share_a


def per_cent(part: float | None) -> str:
    """A share in words."""
    return "" if part is None else f"{round(part * 100)} %"


def head_line(state: State, story: Story, see: Sight, side: Side, palette: Palette) -> Line:
    """A pane's header: whose text, how much of it is shared, and how many partners are out of sight."""
    place = see.layout.heads[side]
    assert place is not None
    style, glyph = palette.style, palette.glyph
    article = see.columns[side].article
    active = side is state.active and state.focus is Focus.PANES
    part = None if state.classroom else share(see.marks, side)
    look = style("" if active else "quiet")
    shares: list[tuple[str, Style]] = []
    if part is not None:
        cells = 8 if place.w >= 44 else 6
        long = f" {per_cent(part)} shared"
        least = 1 + width(name_of(article, story)) + 2 + cells + width(long) + COUNTS[not see.layout.panes[side.other]]
        words = long if place.w >= min(44, least) else f" {per_cent(part)}"
        shares = [("  ", look), (bar(part, cells, glyph("full"), glyph("empty")), look), (words, look)]
    end = [(f" {words}", style("bar")) for words in _elsewhere(state, see, side, palette)]
    end.append((" ", style("")))
    room = place.w - 1 - sum(width(text) for text, _ in (*shares, *end))
    name = shorten(name_of(article, story), max(8, room), glyph("dots"))  # a long name leaves the share in sight
    start = [(" " + name, style("strong" if active else "quiet")), *shares]
    if place.w >= 60 and article.title:
        start.append((f"  {shown(article.title)}", style("quiet")))
    return both_ends(start, end, place.w, style(""), glyph("dots"))


def _elsewhere(state: State, see: Sight, side: Side, palette: Palette) -> list[str]:
    """How many partners stand above and below the window; which ones, where the other pane is not shown at all."""
    partners = see.marks.partners(state.active, state.sentence)
    if state.classroom or not partners:
        return []
    if side is state.active:
        there = place_of(see.marks.articles[side.other], partners)
        return [] if see.layout.panes[side.other] else [f"{palette.glyph('pair')} {there}"]
    rows = [row_of(state, see, side, p) for p in partners if not in_view(state, see, side, p)]
    counts = {"above": sum(row < 0 for row in rows), "below": sum(row >= 0 for row in rows)}
    return [f"{palette.glyph(name)}{count}" for name, count in counts.items() if count]


def title_line(state: State, story: Story, see: Sight, palette: Palette) -> Line:
    """The topmost row: what is open, and what was found in it."""
    place = see.layout.title
    assert place is not None
    title = next((a.title for a in story.articles if a.title), None)
    title = title or f" {palette.glyph('dot')} ".join(name_of(a, story) for a in story.articles)
    several = len(outlets(story))
    parts = [counted(several, "outlet")]
    if len(story.articles) > several:
        parts.append(counted(len(story.articles), "article"))
    if see.marks.comparison and not state.classroom:
        these = "these two: " if len(story.articles) > 2 else ""
        parts.append(these + counted(see.marks.first_related, "shared passage"))
        if see.marks.conflicts:
            parts.append(counted(see.marks.conflicts, "disagrees", "disagree"))
    words = f" {palette.glyph('dot')} ".join(parts)
    end = [(f"  {words} ", palette.style("quiet"))]
    return both_ends(
        [(" " + shown(title), palette.style("quiet"))], end, place.w, palette.style(""), palette.glyph("dots")
    )


def highlights_lines(state: State, story: Story, see: Sight, palette: Palette, keys: Keymap) -> list[Line]:
    """The highlights panel: shared, only left, only right; side by side where there is room for three columns."""
    place = see.layout.highlights
    assert place is not None
    every = panel.listing(state, story)
    if state.classroom:
        reveals, ends = keys.label("counterpart"), keys.label("classroom")
        words = f"marks are hidden: {reveals} reveals a sentence's, {ends} ends it"
        return filled(
            [line([(" " + words, palette.style("quiet"))], place.w, palette.style(""))], place.w, place.h, palette
        )
    if not len(every):
        why = line([(" " + _why_empty(state, story, see, keys), palette.style("quiet"))], place.w, palette.style(""))
        return filled([why], place.w, place.h, palette)
    painter = _List(state, story, see, palette, every)
    return painter.columns(place.w, place.h) if place.w >= COLUMNS_FROM else painter.one(place.w, place.h)


def _why_empty(state: State, story: Story, see: Sight, keys: Keymap) -> str:
    """Why the highlights list has no row, and what brings rows back."""
    if state.list_query:
        return f"no sentence has these words: {state.list_query} · {keys.label('escape')} clears them"
    if state.filter is Filter.KEPT:
        return f"nothing is kept of these two: {keys.label('keep')} keeps what the cursor stands on"
    if state.filter is not Filter.ALL:
        return f"nothing here: {state.filter.value} · {keys.label('filter')} goes on to the next filter"
    return uncompared(story) if see.marks.comparison is None else "these two share nothing, and leave nothing out"


class _List:
    """Paints the highlights list."""

    def __init__(self, state: State, story: Story, see: Sight, palette: Palette, every: panel.Listing) -> None:
        self._state, self._story, self._see, self._palette, self._every = state, story, see, palette, every
        self._inside = state.focus is Focus.HIGHLIGHTS
        self._kept = kept_sentences(state.changes)
        self._chosen = min(state.item, len(every) - 1) if self._inside else -1
        at = every.row_at(state)
        self._here = -1 if at is None else at
        self._focus = self._chosen if self._inside else self._here

    def columns(self, cells: int, rows: int) -> list[Line]:
        """Three columns side by side."""
        each = (cells - 2 * 2) // panel.SECTIONS
        sizes = [each, each, cells - 4 - 2 * each]
        found = []
        for section, size in enumerate(sizes):
            start, count = self._every.start(section), len(self._every.sections[section])
            first = self._first(start, count, rows - 1)
            entries = self._entries(range(first, min(first + rows - 1, start + count)), size)
            found.append(filled([self._heading(section, size), *entries], size, rows, self._palette))
        gap = Segment("  ", self._palette.style(""))
        return [(*a, gap, *b, gap, *c) for a, b, c in zip(*found, strict=True)]

    def one(self, cells: int, rows: int) -> list[Line]:
        """One column with a heading before each section."""
        shown_sections = [n for n in range(panel.SECTIONS) if self._every.sections[n]] or [0]
        headings = {self._every.start(n) + k: n for k, n in enumerate(shown_sections)}  # row of the column → section
        count = len(self._every) + len(headings)
        focus = max(0, self._focus)
        at = focus + sum(self._every.start(n) <= focus for n in shown_sections)
        first = list_window(at, rows, count)
        window = range(first, min(first + rows, count))
        found = {row: row - sum(h < row for h in headings) for row in window if row not in headings}
        entries = dict(zip(found, self._entries(found.values(), cells), strict=True))
        lines = [entries[row] if row in entries else self._heading(headings[row], cells) for row in window]
        return filled(lines, cells, rows, self._palette)

    def _entries(self, numbers: Iterable[int], cells: int) -> list[Line]:
        """The rows of these numbers, their sentences' numbers set flush right."""
        every = [(n, self._every.item(n)) for n in numbers]
        rooms: dict[bool, int] = {}  # of pairs, and of single sentences, which leave their words more
        for _, item in every:
            pair = bool(item.a and item.b)
            rooms[pair] = max(rooms.get(pair, 0), width(_where(item, self._see, self._palette)))
        return [self._entry(n, item, cells, rooms[bool(item.a and item.b)]) for n, item in every]

    def _first(self, start: int, count: int, rows: int) -> int:
        """The first row to show of a section."""
        at = self._focus - start if start <= self._focus < start + count else 0
        return start + list_window(at, rows, count)

    def _heading(self, section: int, cells: int) -> Line:
        listed = self._every.sections[section]
        related = sum(n >= self._see.marks.first_related for n in listed) if section == 0 else 0
        style = self._palette.style
        left, right = (name_of(a, self._story) for a in self._see.marks.articles)
        alone = (
            (f"ONLY {left}", f"ONLY {right}")
            if len(self._story.articles) < 3
            else (f"NOT IN {right}", f"NOT IN {left}")
        )
        words = ("SHARED", *alone)[section]
        parts = [
            (f" {words}", style("strong" if self._inside else "quiet")),
            (f" {self._palette.glyph('dot')} {len(listed) - related}", style("quiet")),
        ]
        if related:  # never counted as shared
            parts.append((f" {self._palette.glyph('dot')} {related} related", style("quiet")))
        wanted = self._state.filter
        if section == 0 and wanted is not Filter.ALL:
            parts.append((f"  filter: {wanted.value}", style("accent")))
        if section == 0 and self._state.list_query:
            parts.append((f"  /{self._state.list_query}", style("accent")))
        return line(parts, cells, style(""), self._palette.glyph("dots"))

    def _entry(self, number: int, item: panel.Item, cells: int, numbers: int) -> Line:
        palette = self._palette
        chosen = number == self._chosen
        under = palette.ground("chosen") if chosen else palette.style("")
        name = colour_name(item.mark.value, item.side)
        sign = "disagrees" if item.disagrees else item.mark.value
        here = number == self._here
        article = self._see.marks.articles[item.side]
        where = _where(item, self._see, palette)
        where = " " * (numbers - width(where)) + where
        kept = any(
            (a.id, s) in self._kept
            for a, side in zip(self._see.marks.articles, (item.a, item.b), strict=True)
            for s in side
        )
        front = palette.glyph("chosen") if chosen else palette.glyph("cursor") if here else " "
        sign_style = palette.mark("disagrees" if item.disagrees else name)
        parts = [
            (front, palette.style("bar")),
            (palette.glyph(sign), sign_style),
            (" ", palette.style("")),
        ]
        text = shown(article.sentence_text(item.sentence)[:200])
        star = f" {palette.glyph('kept') if kept else ' '}" if self._kept else ""
        room = cells - 3 - width(where) - 2 - width(star)
        parts.append((shorten(text, room, palette.glyph("dots")), palette.style("strong" if here or chosen else "")))
        end = [(star, palette.mark("kept")), (f" {where} ", palette.style("quiet"))]
        if chosen:
            parts = [(text, palette.over(style, under)) for text, style in parts]
            end = [(text, palette.over(style, under)) for text, style in end]
        return both_ends(parts, end, cells, under, palette.glyph("dots"))


def _where(item: panel.Item, see: Sight, palette: Palette) -> str:
    """Which sentences, counted from 1 as a reader counts."""
    sides = zip(see.marks.articles, (item.a, item.b), strict=True)
    places = [place_of(article, side) for article, side in sides if side]
    return f" {palette.glyph('pair')} ".join(places)


def filled(lines: list[Line], cells: int, rows: int, palette: Palette) -> list[Line]:
    """As many lines as there are rows: blank ones behind them, or the last left out."""
    return (lines + [blank(cells, palette.style(""))] * rows)[:rows]


def list_window(at: int, rows: int, count: int) -> int:
    """The first row of a list's window that has row `at` in its middle half, moved by halves of its height.

    A window that kept it in the very middle would be drawn anew with each step; as here, a few steps go without.
    """
    step = max(1, rows // 2)
    return max(0, min(at // step * step - step // 2, count - rows))
