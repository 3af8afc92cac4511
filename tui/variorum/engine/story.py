"""Articles → Story: every comparison, the quotes, the headlines' claims, and the facts joined across outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from variorum.engine.disagreeing.discrepancies import quotes_of
from variorum.engine.facts import join_facts
from variorum.engine.headlines import check_headline
from variorum.engine.nouns import Article, Comparison, HeadlineClaim, Progress, Quote, Story
from variorum.engine.pair import compare_pair
from variorum.engine.quoting.quote_match import group_quotes
from variorum.engine.thresholds import THRESHOLD


def compare(*articles: Article, progress: Progress | None = None) -> Story:
    """Compare articles, each with each: links, quotations, claims of headlines, and facts with who carries them.

    Args:
        articles: In the order in which they are to be shown; any number of them.
        progress: Told how many pairs are done; stages inside a pair are reported as steps of that pair.

    Raises:
        ValueError: Two articles have the same id, by which everything in a story is told apart.
        Cancelled: Out of `progress`, when it raises that.
    """
    ids = Counter(article.id for article in articles)
    if twice := [id for id, count in ids.items() if count > 1]:
        raise ValueError(f"several articles have the id {twice[0]!r}: read them together, with read_all, or rename one")
    pairs = list(combinations(articles, 2))
    done: list[Comparison] = []
    for n, (a, b) in enumerate(pairs):
        if progress:
            progress("comparing", n, len(pairs))
        # Of a single pair every stage is told; of many, only how many are done: the stages would flicker.
        done.append(compare_pair(a, b, progress=_silent(progress, n, len(pairs))))
    return join(articles, done)


def _silent(progress: Progress | None, done: int, pairs: int) -> Progress | None:
    """The callback for the inside of one pair of several: it may still cancel."""
    if progress is None or pairs == 1:
        return progress

    def tell(_stage: str, _step: int, _steps: int) -> None:
        progress("comparing", done, pairs)

    return tell


def join(articles: Iterable[Article], comparisons: Iterable[Comparison]) -> Story:
    """A story from articles and the comparisons made so far; cheap enough to call after each one."""
    articles, comparisons = tuple(articles), tuple(comparisons)
    return Story(articles, comparisons, _quotes(articles), _headlines(articles), join_facts(articles, comparisons))


def raised(story: Story, threshold: float | None) -> Story:
    """The story at a higher threshold than the engine's; a lower one adds candidates, which count as shared nowhere."""
    if threshold is None or threshold <= THRESHOLD:
        return story
    return join(story.articles, [comparison.raised(threshold) for comparison in story.comparisons])


@lru_cache(maxsize=4)
def _headlines(articles: tuple[Article, ...]) -> tuple[HeadlineClaim, ...]:
    """What the headlines claim and their articles do not carry."""
    quotes = _quotes(articles)
    return tuple(claim for article in articles for claim in check_headline(article, quotes))


@lru_cache(maxsize=4)
def _quotes(articles: tuple[Article, ...]) -> tuple[Quote, ...]:
    """All quotations, with ids that no two articles share, grouped; they do not depend on the comparisons."""
    found: list[Quote] = []
    for article in articles:
        first = found[-1].id + 1 if found else 0
        found += [replace(quote, id=first + quote.id) for quote in quotes_of(article)]
    return group_quotes(found)
