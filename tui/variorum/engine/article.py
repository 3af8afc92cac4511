"""Text → Article: the door by which every reader of files, pages and feeds enters the engine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from variorum.engine.nouns import Article, Role, Version
from variorum.engine.segmenting.language import guess_language
from variorum.engine.segmenting.segment import KnownRole, segment
from variorum.text.sanitise import clean


def make_article(  # noqa: PLR0913 - one keyword for each thing a source can state
    text: str,
    *,
    id: str,
    source: str = "",
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
    """An article from a text: paragraphs, sentences and their roles are found here.

    Args:
        text: What is read. Characters that may not be shown become U+FFFD and every line end a newline
            (`variorum.text.sanitise.clean`); a text in which there are none stays as it is. All offsets are into
            `Article.text`, in characters, ends exclusive.
        id: Unique within the story.
        source: Where it comes from: a path, an address; the id where nothing is said.
        published: ISO 8601, a date or a moment.
        title: The title where the source states one; else the first sentence with role `title`, else None.
        byline: Likewise.
        language: ISO 639-1; None lets the engine tell.
        known: Roles that the source states for stretches of the text.
    """
    text = clean(text)
    language = language or guess_language(text)
    sentences = segment(text, language=language, known=known)
    article = Article(
        id,
        source or id,
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
