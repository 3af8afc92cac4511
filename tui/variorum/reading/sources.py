"""What the user named → articles, and one line for each thing that could not be read."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from variorum.engine.article import make_article
from variorum.engine.nouns import Article, Progress
from variorum.errors import ArticleError
from variorum.text.sanitise import clean, clean_line


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read, why, and what to do; each fit to print on one line."""

    source: str
    reason: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What came of a list of sources, in their order."""

    articles: tuple[Article, ...]
    failures: tuple[Failure, ...] = ()


def read(source: str | Path) -> Article:
    """Read one article.

    Raises:
        ArticleError: It could not be read.
    """
    result = read_all([str(source)])
    if not result.articles:
        failure = result.failures[0]
        raise ArticleError(f"{failure.source}: {failure.reason}", failure.hint)
    return result.articles[0]


def read_all(sources: Iterable[str], *, progress: Progress | None = None) -> ReadResult:
    """Read every source; one that fails does not stop the rest.

    Raises:
        Cancelled: Out of `progress`, when it raises that.
    """
    articles: list[Article] = []
    failures: list[Failure] = []
    for source in sources:
        for path in _files(source):
            try:
                text = sys.stdin.buffer.read() if source == "-" else Path(path).read_bytes()
            except OSError as error:
                failures.append(Failure(clean_line(path), error.strerror or "could not be read"))
                continue
            name = clean_line(Path(path).stem)
            articles.append(make_article(clean(text.decode("utf-8-sig", "replace")), id=name, source=clean_line(path)))
    return ReadResult(tuple(articles), tuple(failures))


def _files(source: str) -> list[str]:
    path = Path(source)
    if source != "-" and path.is_dir():
        return sorted(str(p) for p in path.iterdir() if p.is_file() and not p.name.startswith("."))
    return [source]
