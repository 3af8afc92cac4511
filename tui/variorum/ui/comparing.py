"""Comparing behind the screen: with progress, until it is done or cancelled; long texts in a process of their own."""

from __future__ import annotations

import asyncio
import gc
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import IO

from variorum.engine.nouns import Article, Comparison, Link, Story
from variorum.errors import Cancelled
from variorum.view.keys import press

APART_FROM = 600
"""Sentences of all articles from which a process of its own does the work: a thread would hold up the keys."""
PERCENT_FROM = 200
"""Sentences from which the progress is worth telling."""


class Comparing:
    """The comparisons of a story, made one after another.

    Args:
        articles: What is compared, the pair on the screen first.
        grown: Gets the story each time that a comparison is finished, and when its quotes and facts are there.
        told: Gets what goes on in words, and an empty text at the end.
    """

    def __init__(
        self, articles: tuple[Article, ...], grown: Callable[[Story], None], told: Callable[[str], None]
    ) -> None:
        self._articles = articles
        self._grown, self._told = grown, told
        self._cancelled = False
        self._last = ""
        self._process: subprocess.Popen[bytes] | None = None
        self._sentences = sum(len(a.sentences) for a in articles)

    def cancel(self) -> None:
        """Stop; what is finished stays."""
        self._cancelled = True
        if self._process:
            self._process.kill()

    async def run(self) -> None:
        """Make every comparison."""
        self._loop = asyncio.get_running_loop()
        self._tell("comparing", 0, 1)
        try:
            await asyncio.to_thread(self._apart if self._sentences >= APART_FROM else self._here)
        finally:
            self.cancel()
            self._told("")

    def _tell(self, stage: str, done: int, total: int) -> None:
        part = f" {100 * done // max(1, total)} %" if self._sentences >= PERCENT_FROM else ""
        words = f"{stage}{part}, {press('escape')} stops"
        if words != self._last:
            self._last = words
            self._told(words)

    def _soon(self, call: Callable[..., None], *values: object) -> None:
        """Call from the screen's own thread."""
        if not self._cancelled:
            self._loop.call_soon_threadsafe(call, *values)

    def _here(self) -> None:
        from variorum.engine.grow import grow  # noqa: PLC0415 - the first frame is there before the engine is loaded

        try:
            for story in grow(self._articles, self._check):
                self._soon(self._grown, story)
        except Cancelled:
            return

    def _check(self, stage: str, done: int, total: int) -> None:
        if self._cancelled:
            raise Cancelled
        self._soon(self._tell, stage, done, total)

    def _apart(self) -> None:
        # -P: nothing in the working directory may stand in for a module.
        command = (sys.executable, "-P", "-m", "variorum.engine.grow")
        pipe = subprocess.PIPE
        with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as process:
            self._process = process
            if self._cancelled:  # when there was no process to kill yet
                process.kill()
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                with process.stdin:
                    pickle.dump(self._articles, process.stdin)
            except BrokenPipeError:
                return  # it was stopped before it had read everything
            for story in self._stories(process.stdout):
                self._soon(self._grown, story)

    def _stories(self, stream: IO[bytes]) -> Iterator[Story]:
        """The stories that come out of the process, as they grow."""
        from variorum.engine.grow import (  # noqa: PLC0415 - only long texts need it
            COMPARED,
            LINKS,
            PROGRESS,
            RELATED,
            REST,
            frames,
        )

        pairs = combinations(self._articles, 2)
        found: dict[bytes, list[Link]] = {LINKS: [], RELATED: []}
        done: list[Comparison] = []
        for letter, value in frames(stream):
            gc.freeze()  # what came stays: to look for garbage among it would hold up keys for tens of milliseconds
            if letter == PROGRESS:
                self._soon(self._tell, *value)
            elif letter in found:
                found[letter] += value
            elif letter == COMPARED:
                a, b = next(pairs)
                done.append(Comparison(a, b, tuple(found[LINKS]), tuple(found[RELATED])))
                found = {LINKS: [], RELATED: []}
                yield Story(self._articles, tuple(done))
            elif letter == REST:
                yield Story(self._articles, tuple(done), *value)
