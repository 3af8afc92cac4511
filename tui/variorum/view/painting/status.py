"""Painting the status row: where the cursor is, how it relates, how surely and why; or what the last key did."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style

from variorum.engine.labels import place_of
from variorum.engine.nouns import Discrepancy, Story
from variorum.text.width import shorten, width
from variorum.view.keymap import Keymap
from variorum.view.layout.lines import Line, both_ends
from variorum.view.layout.rows import shown
from variorum.view.marks import Mark, elsewhere
from variorum.view.outlets import ALONE
from variorum.view.painting.side import name_of
from variorum.view.palette import Palette, colour_name
from variorum.view.reducing import panel
from variorum.view.reducing.changes import current_link
from variorum.view.reducing.move import Sight
from variorum.view.reducing.seek import count_words
from variorum.view.reducing.selection import in_words
from variorum.view.state import Filter, Focus, PromptKind, Side, State

Parts = list[tuple[str, Style]]

BACK = {"matrix": "matrix", "quotes": "quotes", "discrepancies": "what disagrees"}
"""What the lists that `Esc` leads back to are called."""

_HINTS = {
    Focus.SOURCES: (("counterpart", "opens it"), ("left-pane", "left"), ("right-pane", "right"), ("escape", "back")),
    Focus.HIGHLIGHTS: (
        ("counterpart", "goes there"),
        ("filter", "filter"),
        ("search", "find"),
        ("other-pane", "next part"),
        ("escape", "back"),
    ),
}
"""Ids of keys, and what they do in a list beside the panes."""


def status_line(state: State, story: Story, see: Sight, palette: Palette, keys: Keymap) -> Line:
    """The status row: where, relation, score and why; what the last key did; what is being typed."""
    style, glyph = palette.style, palette.glyph
    cells = see.layout.status.w
    if state.prompt:
        counts = count_words(state, story).partition(": ")[2]
        further = keys.label("next-match", "previous-match")
        words = f" {counts or 'type to find it'} "
        does = f"{glyph('dot')} Enter, then {further} {glyph('dot')} Esc back "
        if state.sought and not counts and state.prompt.kind is PromptKind.SEARCH:
            words = f" Enter finds {shorten(shown(state.sought), cells // 3, glyph('dots'))} again "
            does = f"{glyph('dot')} Esc back "
        if width(state.prompt.text) + width(words + does) < cells - 4:
            words += does
        start = [(f" /{state.prompt.text}", style("strong")), (glyph("cursor"), style("bar"))]
        return both_ends(start, [(words, style("quiet"))], cells, style(""), glyph("dots"))
    end: Parts = [("  " + f" {glyph('dot')} ".join(_where(state, story, see, palette, keys)) + " ", style("quiet"))]
    if state.message or state.selection:
        said = keys.said(state.message) or shown(in_words(state, story, keys, glyph("dots"), cells - 1))
        start = [(f" {said}", style("accent"))]
        if 1 + width(said) + sum(width(text) for text, _ in end) > cells:
            end = [(" ", style(""))]  # where the cursor is can be said later
    elif state.focus is not Focus.PANES:
        start = _hints(state, palette, keys, cells - sum(width(text) for text, _ in end))
    else:
        if state.busy:
            end = [(f"  {keys.said(state.busy)}", style("accent")), *end]
        start = _relation(state, story, see, palette, keys, cells - sum(width(text) for text, _ in end))
    return both_ends(start, end, cells, style(""), glyph("dots"))


def _where(state: State, story: Story, see: Sight, palette: Palette, keys: Keymap) -> list[str]:
    """Where the cursor is, and what of the switches changes what the keys do."""
    if state.focus is not Focus.PANES:
        count = panel.size(state, story)
        where = [f"{min(state.item, count - 1) + 1}/{count}"] if count else ["nothing listed"]
        return [*where, f"filter: {state.filter.value}"] if state.filter is not Filter.ALL else where
    article = see.marks.articles[state.active]
    where = [f"{at}/{len(article.body)}"] if (at := article.numbers.get(state.sentence)) else []
    if state.filter is not Filter.ALL:
        where.append(f"filter: {state.filter.value}")
    if state.set:
        room = max(12, see.layout.status.w // 6)
        where.append(f"{palette.glyph('kept')} {shorten(shown(state.set), room, palette.glyph('dots'))}")
    if not state.locked:
        where.append("apart")
    elif see.layout.panes[state.active.other] and not see.band_flow and see.layout.status.w >= 100:
        where.append("apart" if state.classroom else "in step")
    if state.back:
        where.append(f"{keys.label('escape')}: {BACK.get(state.back, 'list')}")
    return [*where, f"{keys.label('help')} help"]


def _hints(state: State, palette: Palette, keys: Keymap, room: int) -> Parts:
    """What the keys do in the list; the first and the way back stay longest."""
    hints = [(keys.label(id), does) for id, does in _HINTS[state.focus]]
    while len(hints) > 2 and sum(width(f" {key} {does} ") for key, does in hints) > room:
        del hints[-2]
    parts: Parts = []
    for key, does in hints:
        parts += [(f" {key}", palette.style("accent")), (f" {does} ", palette.style("quiet"))]
    return parts


def _relation(state: State, story: Story, see: Sight, palette: Palette, keys: Keymap, room: int) -> Parts:
    """What the sentence under the cursor is; `room` is the cells there are for it."""
    style = palette.style
    side, marks = state.active, see.marks
    if state.classroom and (state.article(side), state.sentence) not in state.revealed:
        shows, ends = keys.label("counterpart"), keys.label("classroom")
        ways = (f" marks hidden: {shows} shows them, {ends} ends it", f" hidden: {shows} shows it")
        return [(next((way for way in ways if width(way) <= room), ways[-1]), style("quiet"))]
    mark = marks.mark(side, state.sentence)
    role = marks.articles[side].sentences[state.sentence].role
    if mark is Mark.OTHER:
        return [(f" {role.value}: not compared", style("quiet"))]
    if mark is Mark.UNKNOWN:
        alone = len({a.id for a in marks.articles}) == 1
        return [(f" {ALONE if alone else 'not compared yet'}", style("quiet"))]
    number = current_link(state, marks)
    if number is None:
        return _alone(state, story, see, palette)
    link = marks.links[number]
    name = colour_name(mark.value, side)
    sure = min(link.score, 0.99) if mark is not Mark.IDENTICAL else 1  # 1 is what is the same
    score = f"{sure:.2f}".removeprefix("0")
    first = f" {palette.glyph(mark.value)} {mark.value} {score}"
    details = [_sides(d, side) for d in link.discrepancies]
    before = [f" {palette.glyph('disagrees')} {kind}: " for kind, _, _ in details]
    least = sum(width(words) for words in before) + sum(min(width(f"{a} / {b}"), 40) for _, a, b in details)
    if details and width(first) + least > room:
        first = f" {palette.glyph(mark.value)} {score}"  # the sign says it too; what disagrees needs the room
    found: Parts = [(first, palette.mark(name))]
    left = room - width(first)
    for place, (words, (_, one, other)) in enumerate(zip(before, details, strict=True)):
        share = left // (len(details) - place) - width(words)
        said = words + _both(one, other, share, palette.glyph("dots"))
        found.append((said, style("disagrees")))
        left -= width(said)
    if link.why:
        found.append((f" {palette.glyph('dot')} {'; '.join(shown(w) for w in link.why)}", style("quiet")))
    return found


def _alone(state: State, story: Story, see: Sight, palette: Palette) -> Parts:
    """Where it stands alone; and what stands opposite instead of a counterpart, where both panes are shown."""
    side, marks = state.active, see.marks
    name = colour_name(Mark.UNIQUE.value, side)
    others = elsewhere(story, marks.articles[side].id, state.sentence)
    told = "only here"
    if others != ():
        told = f"not in {name_of(marks.articles[side.other], story)}"
        told += f", but in {', '.join(name_of(story.article(id), story) for id in others)}" if others else ""
    words: Parts = [(f" {palette.glyph('only here')} {told}", palette.mark(name))]
    anchor = marks.anchor(side, state.sentence)
    if anchor is not None and state.locked and not see.band_flow and see.layout.panes[side.other]:
        here, across = marks.articles[side], marks.articles[side.other]
        one, other = place_of(here, [anchor]), place_of(across, marks.partners(side, anchor))
        pair = f"{one} {palette.glyph('pair')} {other}"
        words.append((f" {palette.glyph('dot')} opposite: last shared passage, {pair}", palette.style("quiet")))
    return words


def _sides(found: Discrepancy, side: Side) -> tuple[str, str, str]:
    """What disagrees, the words of this side and those across."""
    one, other = (found.b, found.a) if side else (found.a, found.b)
    return found.type.words, shown(one), shown(other)


def _both(one: str, other: str, room: int, dots: str) -> str:
    """Both words with a stroke between them; where they are too long each keeps its beginning."""
    sizes: Sequence[int] = (width(one), width(other))
    room = max(8, room - 3)
    if sum(sizes) > room:
        half = room // 2
        first = min(sizes[0], max(half, room - sizes[1]))
        one, other = shorten(one, first, dots), shorten(other, room - first, dots)
    return f"{one} / {other}"
