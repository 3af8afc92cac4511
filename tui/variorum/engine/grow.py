"""A story that grows: one comparison after another, here or in a process of its own, so that a screen stays quick.

The process is `python -m variorum.engine.grow`: it reads the pickled articles from standard input, ended by closing it,
and writes frames: a letter, the payload's length in four bytes, the payload. Only what a parent of this very program
writes is ever unpickled.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import IO, Any

from variorum.engine.nouns import Article, Comparison, Link, Progress, Story

HEADER = struct.Struct(">cI")
"""A frame's letter and the length of its payload."""
PROGRESS, LINKS, RELATED, COMPARED, REST = b"p", b"l", b"r", b"c", b"s"
CHUNK = 500
"""Links in one frame: small enough to be unpickled between two key presses."""
NICE = 10
"""How far the process stands back where others want the processor: keys are answered first."""


def grow(articles: tuple[Article, ...], progress: Progress) -> Iterator[Story]:
    """The story after each comparison, and once more when its quotes and facts are there too.

    Raises:
        Cancelled: Out of `progress`, when it raises that.
    """
    # Who only reads the frames of another process does without the engine, which takes a tenth of a second to load.
    from variorum.engine.pair import compare_pair  # noqa: PLC0415 - as said
    from variorum.engine.story import join  # noqa: PLC0415 - as said

    done: list[Comparison] = []
    pairs = list(combinations(articles, 2))
    for n, (a, b) in enumerate(pairs):
        progress("comparing", n, len(pairs))

        def step(_stage: str, part: int, parts: int, n: int = n) -> None:
            progress("comparing", n * 100 + 100 * part // max(1, parts), len(pairs) * 100)

        done.append(compare_pair(a, b, progress=step))
        yield Story(articles, tuple(done))
    yield join(articles, done)


def main() -> None:
    """Grow the story of the articles on standard input, frame by frame on standard output, giving way to the reader."""
    os.nice(NICE)
    articles: tuple[Article, ...] = pickle.load(sys.stdin.buffer)
    out = sys.stdout.buffer
    sent = 0

    def progress(stage: str, done: int, total: int) -> None:
        _frame(out, PROGRESS, (stage, done, total))

    for story in grow(articles, progress):
        if len(story.comparisons) > sent:
            sent += 1
            _send_links(out, LINKS, story.comparisons[-1].links)
            _send_links(out, RELATED, story.comparisons[-1].related)
            _frame(out, COMPARED, None)
        if story.quotes or story.facts or story.headlines:
            _frame(out, REST, (story.quotes, story.headlines, story.facts))


def _send_links(out: IO[bytes], letter: bytes, links: Iterable[Link]) -> None:
    every = tuple(links)
    for first in range(0, len(every), CHUNK):
        _frame(out, letter, every[first : first + CHUNK])


def _frame(out: IO[bytes], letter: bytes, value: object) -> None:
    payload = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    out.write(HEADER.pack(letter, len(payload)) + payload)
    out.flush()


def frames(stream: IO[bytes]) -> Iterator[tuple[bytes, Any]]:
    """Each frame's letter and value, until the stream ends; half a frame at its end is none."""
    while len(head := stream.read(HEADER.size)) == HEADER.size:
        letter, size = HEADER.unpack(head)
        payload = stream.read(size)
        if len(payload) == size:
            yield letter, pickle.loads(payload)


if __name__ == "__main__":
    main()
