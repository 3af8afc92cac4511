"""Notes that were begun and not kept: remembered with the place in the story, offered again where they were begun."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from variorum.engine.keeping.anchors import locate, make_anchor
from variorum.engine.keeping.nouns import Anchor
from variorum.engine.nouns import Article, Span, Story
from variorum.view.reducing.selection import span_kept
from variorum.view.state import Kept


@dataclass(frozen=True, slots=True)
class Draft:
    """A note as far as it was written, and the words that it is on."""

    anchors: tuple[Anchor, ...]
    text: str

    @property
    def place(self) -> tuple[tuple[str, int, int], ...]:
        """Article id and offsets of its words; a place has one draft at most."""
        return tuple((a.article, a.start, a.end) for a in self.anchors)


def draft_on(story: Story, kept: Kept, text: str) -> Draft:
    """A draft on what is kept, or would be."""
    return Draft(anchors_of(story, kept), text)


def anchors_of(story: Story, kept: Kept) -> tuple[Anchor, ...]:
    """An anchor for each sentence of what is kept, or for the part of it."""
    found: list[Anchor] = []
    for id, indices in kept.sentences:
        article = story.article(id)
        low, high = span_kept(article, kept)
        for s in (article.sentences[i] for i in indices):
            found.append(make_anchor(article, max(low, s.start), min(s.end, high)))
    return tuple(found)


def words_drafted(drafts: Iterable[Draft], article: Article, sentence: int) -> Span | None:
    """The words of a draft that begin in a sentence; None where there is none on words of this article alone."""
    at = article.sentences[sentence]
    for draft in drafts:
        if {a.article for a in draft.anchors} == {article.id} and at.start <= draft.anchors[0].start < at.end:
            return draft.anchors[0].start, draft.anchors[-1].end
    return None


def drafts_value(drafts: Iterable[Draft]) -> list[list[Any]]:
    """The drafts as plain values, for what is remembered of a story."""
    return [
        [draft.text, [[a.article, a.exact, a.prefix, a.suffix, a.start, a.end] for a in draft.anchors]]
        for draft in drafts
    ]


def drafts_of(value: object, articles: Sequence[Article]) -> tuple[Draft, ...]:
    """The drafts of plain values, at their places in the articles as they are now; one without a place stays as it is.

    What is no draft is passed over.
    """
    found = []
    for entry in value if isinstance(value, list) else []:
        match entry:
            case [str(text), [*several]] if several:
                anchors = [_anchor(a, articles) for a in several]
                if None not in anchors:
                    found.append(Draft(tuple(a for a in anchors if a), text))
    return tuple(found)


def _anchor(value: object, articles: Sequence[Article]) -> Anchor | None:
    match value:
        case [str(id), str(exact), str(prefix), str(suffix), int(start), int(end)]:
            anchor = Anchor(id, exact, prefix, suffix, start, end)
            article = next((a for a in articles if a.id == id), None)
            place = locate(article.text, anchor) if article else None
            return make_anchor(article, place.start, place.end) if article and place else anchor
    return None
