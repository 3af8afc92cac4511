"""Comparing behind the screen: with progress, until it is done or cancelled; long texts in a process of their own."""

from __future__ import annotations

import asyncio
import pickle
import sys
from collections.abc import Callable
from itertools import combinations

from variorum.engine.nouns import Article, Comparison, Link, Story
from variorum.errors import Cancelled

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
        self._process: asyncio.subprocess.Process | None = None
        self._sentences = sum(len(a.sentences) for a in articles)

    def cancel(self) -> None:
        """Stop; what is finished stays."""
        self._cancelled = True
        if self._process and self._process.returncode is None:
            self._process.kill()

    async def run(self) -> None:
        """Make every comparison."""
        self._tell("comparing", 0, 1)
        try:
            await (self._apart() if self._sentences >= APART_FROM else self._here())
        finally:
            await self._end()
            self._told("")

    async def _end(self) -> None:
        """Leave no process behind."""
        if self._process:
            if self._process.returncode is None:
                self._process.kill()
            await self._process.wait()

    def _tell(self, stage: str, done: int, total: int) -> None:
        part = f" {100 * done // max(1, total)} %" if self._sentences >= PERCENT_FROM else ""
        self._told(f"{stage}{part}, Esc stops")

    async def _here(self) -> None:
        from variorum.engine.grow import grow  # noqa: PLC0415 - the first frame is there before the engine is loaded

        loop = asyncio.get_running_loop()

        def work() -> None:
            try:
                for story in grow(self._articles, self._check):
                    loop.call_soon_threadsafe(self._grown, story)
            except Cancelled:
                return

        await asyncio.to_thread(work)

    def _check(self, _stage: str, _done: int, _total: int) -> None:
        if self._cancelled:
            raise Cancelled

    async def _apart(self) -> None:
        pipe = asyncio.subprocess.PIPE
        # -P: nothing in the working directory may stand in for a module.
        command = (sys.executable, "-P", "-m", "variorum.engine.grow")
        self._process = await asyncio.create_subprocess_exec(
            *command, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(await asyncio.to_thread(pickle.dumps, self._articles))
        self._process.stdin.close()
        await self._read(self._process.stdout)

    async def _read(self, stream: asyncio.StreamReader) -> None:
        from variorum.engine.grow import (  # noqa: PLC0415 - only long texts need it
            COMPARED,
            HEADER,
            LINKS,
            PROGRESS,
            RELATED,
            REST,
        )

        pairs = combinations(self._articles, 2)
        found: dict[bytes, list[Link]] = {LINKS: [], RELATED: []}
        done: list[Comparison] = []
        while True:
            try:
                letter, size = HEADER.unpack(await stream.readexactly(HEADER.size))
                value = pickle.loads(await stream.readexactly(size))
            except asyncio.IncompleteReadError:
                return  # it has ended, or was stopped
            if letter == PROGRESS:
                self._tell(*value)
            elif letter in found:
                found[letter] += value
            elif letter == COMPARED:
                a, b = next(pairs)
                done.append(Comparison(a, b, tuple(found[LINKS]), tuple(found[RELATED])))
                found = {LINKS: [], RELATED: []}
                self._grown(Story(self._articles, tuple(done)))
            elif letter == REST:
                self._grown(Story(self._articles, tuple(done), *value))
