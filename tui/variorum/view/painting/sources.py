"""Painting the source list: outlets, and under an outlet that has several, its versions or articles."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.engine.nouns import Article, Story
from variorum.text.counting import counted
from variorum.view.layout.lines import Line, blank, line
from variorum.view.layout.rows import shown
from variorum.view.outlets import in_list, is_newest, outlets
from variorum.view.painting.side import filled, name_of, per_cent
from variorum.view.palette import Palette
from variorum.view.reducing.move import Sight
from variorum.view.state import Focus, State

_AIRY = 8
"""Rows from which the heading has a blank one below it."""

_WIDE = 40
"""Cells from which the list says all of an article in one row."""


def sources_lines(state: State, story: Story, see: Sight, palette: Palette) -> list[Line]:
    """The source list: every article with its number, where it is shown and what of it is shared."""
    place = see.layout.sources
    assert place is not None
    style = palette.style
    inside = state.focus is Focus.SOURCES
    among = [line([(f" {shown(state.among)}", style("quiet"))], place.w, style(""))] if state.among else []
    lines = [
        *among,
        line([(" OUTLETS", style("strong" if inside else "quiet"))], place.w, style("")),
        *([blank(place.w, style(""))] if place.h >= _AIRY else []),
    ]
    chosen = in_list(story)[min(state.item, len(story.articles) - 1)] if inside else -1
    chosen_at = 0
    for outlet in outlets(story):
        several = len(outlet.members) > 1
        if several:
            unsure = _unsure(story.articles[n] for n in outlet.members)
            heading = [(f" {shown(outlet.name)}", style("strong")), (unsure, style("quiet"))]
            lines.append(line(heading, place.w, style(""), palette.glyph("dots")))
        for n in outlet.members:
            if n == chosen:
                chosen_at = len(lines)
            lines += _article(state, story, see, palette, n, under=several, chosen=n == chosen)
        lines.append(blank(place.w, style("")))
    skip = max(0, chosen_at + 4 - place.h)
    return filled(lines[skip:], place.w, place.h, palette)


def _article(
    state: State, story: Story, see: Sight, palette: Palette, n: int, *, under: bool, chosen: bool
) -> list[Line]:
    """An article's rows; `under` its outlet's heading it goes by its version and says the rest in one row."""
    place = see.layout.sources
    assert place is not None
    style, glyph = palette.style, palette.glyph
    article = story.articles[n]
    where = glyph("left") if n == state.left else glyph("right") if n == state.right else " "
    look = style("strong") if n in (state.left, state.right) else style("")
    if chosen:
        look += style("chosen")
    number = str(n + 1) if n < 9 else " "
    parts = [(f" {number} {where} ", look)]
    if under and article.version:
        date = (article.version.date or "")[:10]
        parts.append((article.version.name, look))
        parts.append((" newest" if is_newest(story, n) else "", style("quiet")))
        parts.append((f" {date}" if date not in article.version.name else "", style("quiet")))
    else:
        parts.append((shown(article.title or article.id) if under else name_of(article, story), look))
        parts.append(("" if under else _unsure((article,)), style("quiet")))
    about = _about(state, story, n, see, glyph("dot"), under=under)
    told = [line([("     " + words, style("quiet"))], place.w, style(""), glyph("dots")) for words in about]
    return [line(parts, place.w, look, glyph("dots")), *told]


def _unsure(articles: Iterable[Article]) -> str:
    """The sign of an outlet that is only a guess."""
    named = [a for a in articles if a.outlet]
    return " ?" if named and all("outlet" in a.guessed for a in named) else ""


def _about(state: State, story: Story, index: int, see: Sight, dot: str, *, under: bool) -> list[str]:
    article = story.articles[index]
    partner = state.right if index == state.left else state.left
    made = story.comparison(article.id, story.articles[partner].id) if partner != index else None
    told: list[str] = []
    if made and not state.classroom:
        several = len(story.articles) > 2 and partner < 9  # then it matters with which of the others, by its number
        shared, alone = (f"also in {partner + 1}", f"not in {partner + 1}") if several else ("shared", "only here")
        told = [f"{per_cent(made.share_a)} {shared}", f"{len(made.unique_a)} {alone}"]
    if under:
        return told[:1] or [counted(len(article.body), "sentence")]
    title = [shown(article.title)] if article.title and see.layout.overlay else []
    told = [counted(len(article.body), "sentence"), *told]
    place = see.layout.sources
    if place and place.w >= _WIDE:  # above the text, where rows are dear
        told = [f" {dot} ".join(told)]
    return [*title, *told]
