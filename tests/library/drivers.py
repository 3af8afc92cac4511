"""Programs that the tests run beside them: writers to kill, and writers that crowd."""

from __future__ import annotations

import os
import random
import select
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from variorum.engine.article import make_article
from variorum.engine.keeping.nouns import Anchor, Highlight, HighlightKind
from variorum.library import Library, highlights, stories


def story_in(library: Library) -> str:
    """The id of the story that all the writers write to; the library is closed, so that nothing open is forked."""
    article = make_article("Nobody was hurt.", id="a", source="a.txt")
    story = stories.keep_story(library, [article]).id
    library.close()
    return story


def note(id: str) -> Highlight:
    """A highlight with that id, and with a note long enough to take pages."""
    anchor = Anchor("a", "Nobody was hurt.", "", "", 0, 16)
    return Highlight(id, HighlightKind.OWN, (anchor,), tags=("x",), note=f"{id} " * 60)


def write_for_ever(path: Path, story: str, name: str, acknowledged: int) -> None:
    """Keep one note after the other; each id goes into the pipe once `keep` has returned."""
    library = Library(path)
    n = 0
    while True:
        highlights.keep(library, story, note(f"{name}-{n}"))
        os.write(acknowledged, f"{name}-{n}\n".encode())
        n += 1


def killed(path: Path, rounds: int) -> None:
    """Kill a writer at some moment, again and again; print what it had acknowledged."""
    chance = random.Random(7)
    story = story_in(Library(path))
    for n in range(rounds):
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            os.close(reader)
            write_for_ever(path, story, f"r{n}", writer)
        os.close(writer)
        seen = os.read(reader, 1)
        # A moment between no time and the time that a few writes take, so that the kill falls everywhere.
        wait = chance.random() * 0.03
        while wait > 0 and select.select([reader], [], [], wait)[0]:
            seen += os.read(reader, 4096)
            wait -= 0.005
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := os.read(reader, 4096):
            seen += more
        os.close(reader)
        # The last line is whole: a pipe takes so few bytes at once or not at all.
        sys.stdout.write(seen.decode())


def crowd(path: Path, writers: int, notes: int) -> None:
    """So many processes that write at once, each so many notes; ends with 1 if any of them failed."""
    story = story_in(Library(path))
    children = []
    for n in range(writers):
        child = os.fork()
        if not child:
            library = Library(path)
            for k in range(notes):
                highlights.keep(library, story, note(f"w{n}-{k}"))
            os._exit(0)
        children.append(child)
    failed = [status for child in children if (status := os.waitpid(child, 0)[1])]
    sys.exit(bool(failed))


if __name__ == "__main__":
    task, where, *numbers = sys.argv[1:]
    drivers: dict[str, Callable[..., None]] = {"killed": killed, "crowd": crowd}
    drivers[task](Path(where), *map(int, numbers))
