"""Comparing behind the screen: pair by pair, with progress, until it is done or cancelled."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from itertools import combinations

from variorum.engine.nouns import Article, Comparison, Story
from variorum.errors import Cancelled


class Comparing:
    """The comparisons of a story, made one after another; each time one is there, `grown` gets the larger story."""

    def __init__(
        self, articles: tuple[Article, ...], grown: Callable[[Story], None], told: Callable[[str], None]
    ) -> None:
        self._articles = articles
        self._grown, self._told = grown, told
        self._cancelled = False

    def cancel(self) -> None:
        """Stop at the next step of the work; what is finished stays."""
        self._cancelled = True

    async def run(self) -> None:
        """Make every comparison, the pair that is on the screen first."""
        from variorum.engine.story import join  # noqa: PLC0415 - the first frame is there before the engine is loaded

        done: list[Comparison] = []
        pairs = list(_pairs(self._articles))
        for n, (a, b) in enumerate(pairs):
            self._told(f"comparing {n + 1} of {len(pairs)}, Esc stops")
            try:
                done.append(await asyncio.to_thread(self._compare, a, b))
            except Cancelled:
                self._told("")
                return
            order = {x.id: k for k, x in enumerate(self._articles)}
            ordered = sorted(done, key=lambda c: (order[c.a.id], order[c.b.id]))
            self._grown(await asyncio.to_thread(join, self._articles, ordered))
        self._told("")

    def _compare(self, a: Article, b: Article) -> Comparison:
        from variorum.engine.pair import compare_pair  # noqa: PLC0415 - as above

        return compare_pair(a, b, progress=self._progress)

    def _progress(self, stage: str, done: int, total: int) -> None:
        if self._cancelled:
            raise Cancelled


def _pairs(articles: tuple[Article, ...]) -> Iterator[tuple[Article, Article]]:
    return combinations(articles, 2)
