"""Which quotations count as one: the sentences of one, and the same words in several articles."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.engine.nouns import Quote


def joined_quotes(quotes: Iterable[Quote]) -> dict[tuple[str, int], object]:
    """For every (article, quote id), what stands for its group: quotes are one by their id, and one by their group."""
    parent: dict[object, object] = {}

    def head(of: object) -> object:
        while parent.setdefault(of, of) != of:
            of = parent[of]
        return of

    quotes = list(quotes)
    for quote in quotes:
        own = head((quote.article, quote.id))
        if quote.group is not None:
            parent[head(("group", quote.group))] = own
    return {(quote.article, quote.id): head((quote.article, quote.id)) for quote in quotes}
