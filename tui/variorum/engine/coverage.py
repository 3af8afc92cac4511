"""What each article of a story makes of a fact, and what to call the fact, for the matrix and for print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet
from enum import StrEnum

from variorum.engine.nouns import Fact, Story


class Coverage(StrEnum):
    """Whether an article carries a fact."""

    CARRIES = "carries"
    PART = "in part"
    MISSING = "not found"
    UNKNOWN = "not sure"


def coverage(fact: Fact, article: str) -> Coverage:
    """What the article of that id makes of the fact."""
    if article in fact.sentences:
        return Coverage.PART if article in fact.partial else Coverage.CARRIES
    return Coverage.UNKNOWN if article in fact.unknown else Coverage.MISSING


def in_several_facts(story: Story) -> frozenset[tuple[str, int]]:
    """The sentences (article id and index) that carry more than one fact."""
    seats = Counter((id, i) for fact in story.facts for id, sentences in fact.sentences.items() for i in sentences)
    return frozenset(seat for seat, count in seats.items() if count > 1)


def fact_label(story: Story, fact: Fact, shared: AbstractSet[tuple[str, int]]) -> str:
    """A fact in the fewest words that an article spends on it: its shortest sentence of a carrier that needs one only.

    A carrier that tells it in part, and a sentence that tells another fact too, are asked only where no other is there;
    one that spreads it over several sentences only where every carrier does.

    Args:
        shared: What `in_several_facts` found.
    """
    order = {article.id: place for place, article in enumerate(story.articles)}

    def key(id: str) -> tuple[int, int, int, int]:
        first = fact.sentences[id][0]
        doubt = (id in fact.partial) + ((id, first) in shared)
        return len(fact.sentences[id]), doubt, len(story.article(id).sentence_text(first)), order[id]

    best = min((id for id in fact.sentences if id in order), key=key, default=None)
    return story.article(best).sentence_text(fact.sentences[best][0]) if best is not None else ""
