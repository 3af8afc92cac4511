"""Searching the articles on the screen: where a query stands, whatever its case, blanks and quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from variorum.engine.nouns import Article, Span
from variorum.view.memo import Memo

_ALIKE = {"'": "['’‘‚]", '"': '["“”„«»]', "-": "[-‐‑–—]"}


class Hits(NamedTuple):
    """Where a query stands in an article: offsets into its text, and the sentences, both ascending."""

    spans: tuple[Span, ...] = ()
    sentences: tuple[int, ...] = ()

    def spans_in(self, row: Span) -> tuple[Span, ...]:
        """The hits that touch a stretch of text."""
        if not self.spans:
            return ()
        first = max(0, bisect_right(self.spans, row) - 1)
        stop = bisect_right(self.spans, (row[1], 0))
        return self.spans[first:stop]


@lru_cache(maxsize=64)
def pattern(query: str) -> re.Pattern[str]:
    """The expression that finds a query: blanks match any, straight marks match curly ones."""
    words = ("".join(_ALIKE.get(c, re.escape(c)) for c in word) for word in query.split())
    return re.compile(r"\s+".join(words), re.IGNORECASE)


_MEMO: Memo[dict[str, Hits]] = Memo()


def hits(article: Article, query: str) -> Hits:
    """Every hit of the query in the article's sentences; none for a blank query."""
    if not query.strip():
        return Hits()
    found = _MEMO.get((article,), dict)
    if query not in found:
        if len(found) > 32:
            found.clear()
        found[query] = _search(article, query)
    return found[query]


def _search(article: Article, query: str) -> Hits:
    starts = [s.start for s in article.sentences]
    spans: list[Span] = []
    sentences: list[int] = []
    for match in pattern(query).finditer(article.text):
        at = bisect_right(starts, match.start()) - 1
        if at < 0 or match.start() >= article.sentences[at].end:
            continue
        spans.append(match.span())
        if not sentences or sentences[-1] != at:
            sentences.append(at)
    return Hits(tuple(spans), tuple(sentences))
