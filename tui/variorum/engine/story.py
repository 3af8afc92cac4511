"""Articles → Story: every comparison, the quotes, and the facts joined across outlets."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from variorum.engine.nouns import Article, Comparison, Progress, Story
from variorum.engine.pair import compare_pair


def compare(*articles: Article, progress: Progress | None = None) -> Story:
    """Compare articles, each with each.

    Raises:
        Cancelled: Out of `progress`, when it raises that.
    """
    pairs = list(combinations(articles, 2))
    done = []
    for n, (a, b) in enumerate(pairs):
        if progress:
            progress("comparing", n, len(pairs))
        done.append(compare_pair(a, b))
    return join(articles, done)


def join(articles: Iterable[Article], comparisons: Iterable[Comparison]) -> Story:
    """A story from articles and the comparisons made so far; cheap enough to call after each one."""
    return Story(tuple(articles), tuple(comparisons))
