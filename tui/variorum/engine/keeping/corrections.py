"""What a reader put right about an article, applied to it: its sentences, and the fields that say whose it is.

A correction carries an anchor, so that it holds after a re-run and when the text has changed; one whose place is gone
is skipped and can be listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Literal

from variorum.engine.keeping.anchors import locate, make_anchor
from variorum.engine.keeping.nouns import Correction
from variorum.engine.nouns import Article, Role, Sentence, Span


def make_correction(
    article: Article, kind: Literal["role", "break", "join"], start: int, end: int, role: Role | None = None
) -> Correction:
    """A correction with the anchor that lets it survive a change of the text.

    Args:
        start: Offset into the article's text: of the span, or, for a break, where the new sentence starts.
        end: End of the span, exclusive; for a break any offset behind `start`, for example the sentence's end.
        role: The new role; only for the kind `role`, where it must be given.

    Raises:
        ValueError: The span is empty or outside the text, or the role is missing or too much.
    """
    if (role is None) == (kind == "role"):
        raise ValueError("a role is given for the kind `role` and for no other")
    return Correction(article.id, kind, start, end, role, make_anchor(article, start, end))


Field = Literal["outlet", "title", "byline", "published"]
FIELDS: tuple[Field, ...] = ("outlet", "title", "byline", "published")
"""What of an article a reader can state."""


def make_statement(article: Article, field: Field, value: str) -> Correction:
    """A correction that states a field of an article: what was a guess is none any more."""
    return Correction(article.id, field, 0, 0, value=value)


def with_statements(before: Iterable[Correction], new: Sequence[Correction]) -> tuple[Correction, ...]:
    """The corrections with new ones behind; what they state of an article takes the place of what was stated."""
    again = {(c.article, c.kind) for c in new if c.kind in FIELDS}
    return (*(c for c in before if (c.article, c.kind) not in again), *new)


def correct(article: Article, corrections: Iterable[Correction]) -> Article:
    """The article, as the engine made it, with those corrections that name it applied in their order."""
    several = list(corrections)
    stated = {c.kind: c.value or None for c in several if c.kind in FIELDS and c.article == article.id}
    analysed = _analysed(article, [c for c in several if c.kind not in FIELDS])
    if not stated:
        return analysed
    return replace(analysed, **stated, guessed=analysed.guessed.difference(stated))  # type: ignore[arg-type]  # by name


def _analysed(article: Article, corrections: Iterable[Correction]) -> Article:
    """The article with other sentences."""
    sentences = list(article.sentences)
    for correction in corrections:
        span = place_of(article, correction)
        if span is not None:
            sentences = _APPLY[correction.kind](article, sentences, span, correction.role)
    numbered = tuple(replace(s, index=n) if s.index != n else s for n, s in enumerate(sentences))
    if numbered == article.sentences:
        return article
    corrected = replace(article, sentences=numbered)
    return replace(
        corrected,
        title=_restated(article, corrected, article.title, Role.TITLE),
        byline=_restated(article, corrected, article.byline, Role.BYLINE),
    )


def orphans(article: Article, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Those corrections that name the article but whose place is no longer in its text."""
    named = (c for c in corrections if c.article == article.id and c.kind not in FIELDS)
    return tuple(c for c in named if place_of(article, c) is None)


def place_of(article: Article, correction: Correction) -> Span | None:
    """Where the correction stands in the article's text; None where it names another, or its words are gone."""
    if correction.article != article.id:
        return None
    if correction.anchor is None:
        return (correction.start, correction.end)
    place = locate(article.text, correction.anchor)
    return (place.start, place.end) if place else None


def _role(article: Article, sentences: Sequence[Sentence], span: Span, role: Role | None) -> list[Sentence]:
    """Every sentence that lies in the span by more than half gets the role."""
    return [
        replace(s, role=role) if role is not None and 2 * _overlap(s, span) > s.end - s.start else s for s in sentences
    ]


def _break(article: Article, sentences: Sequence[Sentence], span: Span, role: Role | None) -> list[Sentence]:
    cut = span[0]
    found: list[Sentence] = []
    for s in sentences:
        head, tail = article.text[s.start : cut].rstrip(), article.text[cut : s.end]
        if s.start < cut < s.end and head and tail.strip():
            found.append(replace(s, end=s.start + len(head)))
            found.append(replace(s, start=s.end - len(tail.lstrip())))
        else:
            found.append(s)
    return found


def _join(article: Article, sentences: Sequence[Sentence], span: Span, role: Role | None) -> list[Sentence]:
    inside = [s for s in sentences if _overlap(s, span)]
    if len(inside) < 2:
        return list(sentences)
    joined = replace(inside[0], end=inside[-1].end)
    return [
        *(s for s in sentences if s.end <= joined.start),
        joined,
        *(s for s in sentences if s.start >= joined.end),
    ]


_Apply = Callable[[Article, Sequence[Sentence], Span, Role | None], list[Sentence]]
_APPLY: dict[str, _Apply] = {"role": _role, "break": _break, "join": _join}


def _overlap(sentence: Sentence, span: Span) -> int:
    return max(0, min(sentence.end, span[1]) - max(sentence.start, span[0]))


def _restated(before: Article, after: Article, value: str | None, role: Role) -> str | None:
    """A title or byline that was read off the sentences follows them; one that the source states stays."""
    if value is not None and value != before.first_of(role):
        return value
    return after.first_of(role)
