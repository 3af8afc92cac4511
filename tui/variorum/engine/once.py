"""What is worked out of an article once, however often it is compared, and forgotten with the article."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from variorum.engine.nouns import Article

T = TypeVar("T")


def once_for_article(work: Callable[[Article], T]) -> Callable[[Article], T]:
    """`work`, done once for each article that is still in use; what it gives may not hold the article."""
    known: WeakKeyDictionary[Article, T] = WeakKeyDictionary()

    @wraps(work)
    def found(article: Article) -> T:
        try:
            return known[article]
        except KeyError:
            value = known[article] = work(article)
            return value

    return found
