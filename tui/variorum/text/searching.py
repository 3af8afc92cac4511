"""Finding things by words that somebody typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def says(text: str, query: str) -> bool:
    """Whether each word of the query stands somewhere in the text, also inside a word, whatever its case."""
    folded = text.casefold()
    return all(word in folded for word in query.casefold().split())


def saying(query: str, items: Iterable[T], said: Callable[[T], str]) -> list[T]:
    """Those items of whose text that holds; an empty query keeps all, and asks none for its text."""
    return [item for item in items if says(said(item), query)] if query.strip() else list(items)
