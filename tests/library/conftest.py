"""A library in a folder of its own, and a story to keep in it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from variorum.engine.article import make_article
from variorum.engine.keeping.anchors import make_anchor
from variorum.engine.keeping.nouns import Highlight, HighlightKind
from variorum.engine.nouns import Article
from variorum.library import Library

Make = Callable[..., Highlight]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the library is to be; nothing is there yet."""
    return tmp_path / "data" / "library.sqlite3"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    opened = Library(path)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def articles() -> tuple[Article, Article]:
    texts = ("The mayor left.\n\nNobody was hurt. It rained.", "A mayor went away.\n\nNobody was hurt, said police.")
    return (
        make_article(texts[0], id="post", source="post.txt", outlet="The Post", title="The mayor left"),
        make_article(texts[1], id="herald", source="herald.txt"),
    )


@pytest.fixture(scope="session")
def mark(articles: tuple[Article, Article]) -> Make:
    """Make a highlight of a sentence of the first article."""

    def make(sentence: int = 0, *, id: str = "", note: str = "", tags: tuple[str, ...] = ()) -> Highlight:
        span = articles[0].sentences[sentence]
        anchor = make_anchor(articles[0], span.start, span.end)
        return Highlight(id, HighlightKind.OWN, (anchor,), note=note, tags=tags)

    return make


@pytest.fixture
def shut() -> Iterator[Path]:
    """A folder that its user cannot write to: root becomes nobody for the while."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        user = os.geteuid()
        if user == 0:
            os.seteuid(65534)
        else:
            folder.chmod(0o555)
        yield folder
        os.seteuid(user)
        folder.chmod(0o755)
