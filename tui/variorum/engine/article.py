"""Text → Article: the door by which every reader of files, pages and feeds enters the engine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from variorum.engine.nouns import Article, Role, Version
from variorum.engine.segmenting.language import guess_language
from variorum.engine.segmenting.segment import KnownRole, segment


def make_article(  # noqa: PLR0913 - one keyword for each thing a source can state
    text: str,
    *,
    id: str,
    source: str,
    outlet: str | None = None,
    title: str | None = None,
    byline: str | None = None,
    published: str | None = None,
    language: str | None = None,
    known: Iterable[KnownRole] = (),
    cut_off: bool = False,
    guessed: frozenset[str] = frozenset(),
    replaced: int = 0,
    url: str | None = None,
    version: Version | None = None,
) -> Article:
    """An article from sanitised text.

    Args:
        text: The text, already through `variorum.text.sanitise.clean`; it is kept as it is.
        id: Unique within the story.
        source: What the user named.
        title: The title where the source states one; else the first sentence with role `title`, else None.
        byline: Likewise.
        language: ISO 639-1; None lets the engine tell.
        known: Roles that the source states for stretches of the text.
    """
    language = language or guess_language(text)
    sentences = segment(text, language=language, known=known)
    article = Article(
        id,
        source,
        text,
        sentences,
        outlet,
        title,
        byline,
        published,
        language,
        cut_off,
        guessed,
        replaced,
        url,
        version,
    )
    if title is None:
        article = replace(article, title=article.first_of(Role.TITLE))
    return replace(article, byline=article.first_of(Role.BYLINE)) if byline is None else article
