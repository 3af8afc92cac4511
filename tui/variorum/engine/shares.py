"""What an article shares with the others, what it alone has and what it leaves out, counted over the facts."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.engine.nouns import Fact, Story


@dataclass(frozen=True, slots=True)
class Share:
    """How much of an article's body others carry too. Counts of sentences, and of characters as a share of the body.

    Attributes:
        body: Body sentences.
        common: Those that another article carries too.
        common_text, unique_text: The same as shares of the body's characters, 0 to 1; both 0 for an empty body.
    """

    body: int
    common: int
    common_text: float
    unique_text: float

    @property
    def unique(self) -> int:
        """Body sentences that no other article carries."""
        return self.body - self.common


def share_of(story: Story, article_id: str) -> Share:
    """An article's share of common and unique text over the whole story.

    Raises:
        KeyError: The story has no such article.
    """
    article = story.article(article_id)
    shared = {i for fact in story.facts if len(fact.sentences) > 1 for i in fact.sentences.get(article_id, ())}
    lengths = {i: article.sentences[i].end - article.sentences[i].start for i in article.body}
    total = sum(lengths.values())
    common = sum(length for i, length in lengths.items() if i in shared)
    return Share(
        len(lengths),
        sum(i in shared for i in lengths),
        common / total if total else 0.0,
        (total - common) / total if total else 0.0,
    )


def left_out_by(story: Story, article_id: str, *, at_least: int = 2) -> tuple[Fact, ...]:
    """Facts that at least so many others carry and this article, as far as its text was read, does not."""
    return tuple(
        fact
        for fact in story.facts
        if article_id in fact.missing and article_id not in fact.unknown and len(fact.sentences) >= at_least
    )


def only_in(story: Story, article_id: str) -> tuple[Fact, ...]:
    """Facts that this article alone carries."""
    return tuple(fact for fact in story.facts if tuple(fact.sentences) == (article_id,))


def carried_by_all(story: Story) -> tuple[Fact, ...]:
    """Facts that every article carries."""
    return tuple(fact for fact in story.facts if not fact.missing)
