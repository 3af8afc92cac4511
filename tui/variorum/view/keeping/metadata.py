"""The fields that say whose an article is: what is known of them, and what a reader may state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from variorum.engine.keeping.corrections import FIELDS, Field, make_statement
from variorum.engine.keeping.nouns import Correction
from variorum.engine.nouns import Article, Story
from variorum.reading.dates import stated_date
from variorum.text.sanitise import clean_line

LABELS: Mapping[Field, str] = {"outlet": "outlet", "title": "title", "byline": "byline", "published": "date"}


def standing(article: Article, field: Field) -> str:
    """How sure a field is: guessed, stated, or not known."""
    if not getattr(article, field):
        return "not known"
    return "guessed" if field in article.guessed else "stated"


def field_value(field: Field, typed: str) -> str | None:
    """What was typed for a field as it is kept; None where it cannot be that field's."""
    value = clean_line(typed).strip()
    return stated_date(value) if field == "published" and value else value


def statements(article: Article, typed: Mapping[Field, str], confirmed: Field | None = None) -> list[Correction]:
    """The corrections that what was typed amounts to: what differs, and a guess that was confirmed."""
    found = []
    for field in FIELDS:
        if field not in typed:
            continue
        value = field_value(field, typed[field])
        if value is None:
            continue
        sure = field == confirmed and value and field in article.guessed
        if sure or value != clean_line(getattr(article, field) or ""):
            found.append(make_statement(article, field, value))
    return found


def restated(story: Story, articles: tuple[Article, ...]) -> Story | None:
    """The story with articles that differ in their fields only; None where they must be compared anew."""
    if [(a.id, a.text, a.sentences) for a in articles] != [(a.id, a.text, a.sentences) for a in story.articles]:
        return None
    now = {a.id: a for a in articles}
    comparisons = tuple(replace(c, a=now[c.a.id], b=now[c.b.id]) for c in story.comparisons)
    return replace(story, articles=articles, comparisons=comparisons)
