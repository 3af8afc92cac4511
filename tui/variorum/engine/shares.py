"""How much of an article the others carry too, and how much it alone has, counted over the facts of a story."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.engine.nouns import Story


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
