"""Highlight sets from files: our JSON, our Web Annotations, and the JSON of Hypothesis.

A file is hostile until it is read: its size and the number of highlights are bounded, every text is cleaned, and
whatever does not fit the shape is refused in one line, with nothing taken.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from variorum.engine.keeping.nouns import HighlightSet
from variorum.engine.nouns import Article
from variorum.errors import ImportFileError
from variorum.export.importing.annotation import read_collection
from variorum.export.importing.hypothesis import read_hypothesis
from variorum.export.importing.json import read_articles, read_set
from variorum.export.importing.values import MAX_HIGHLIGHTS, ImportedSource, refuse

MAX_CHARACTERS = 64_000_000
"""Of an import: ten thousand highlights with two long articles take a quarter of that."""


@dataclass(frozen=True)
class Imported:
    """A set out of a file, and what the file knows of the articles that its anchors name.

    Attributes:
        articles: Those whose texts the file brings along: our JSON does, annotations do not.
    """

    kept: HighlightSet
    sources: tuple[ImportedSource, ...] = ()
    articles: tuple[Article, ...] = ()

    def placed(self, articles: Iterable[Article]) -> HighlightSet:
        """The set with its anchors on these articles, wherever one is the same.

        The same text by its hash comes first, then the same address, then the same id; anchors in other articles keep
        the name that the file gave them.
        """
        names = _names(self.sources, tuple(articles))
        highlights = []
        for highlight in self.kept.highlights:
            anchors = tuple(replace(a, article=names.get(a.article, a.article)) for a in highlight.anchors)
            highlights.append(replace(highlight, anchors=anchors))
        return replace(self.kept, highlights=tuple(highlights))


def read_import(text: str, *, name: str = "imported") -> Imported:
    """Read an exported set.

    Args:
        name: What to call the set where the file does not say.

    Raises:
        ImportFileError: It is none of the formats, too large, or broken.
    """
    if len(text) > MAX_CHARACTERS:
        refuse(f"larger than {MAX_CHARACTERS // 1_000_000} million characters", "export a smaller set")
    try:
        data: Any = json.loads(text.removeprefix("\ufeff"))
    except RecursionError:
        raise ImportFileError("the file to import is nested too deeply", _HINT) from None
    except ValueError as error:
        raise ImportFileError(f"the file to import is not JSON: {error}", _HINT) from error
    kept, sources = _read(data, text, name)
    articles = read_articles(data) if isinstance(data, dict) and "set" in data else ()
    ids = [highlight.id for highlight in kept.highlights]
    if len(ids) > MAX_HIGHLIGHTS:
        refuse(f"more than {MAX_HIGHLIGHTS} highlights", "export a smaller set")
    if len(set(ids)) < len(ids):
        twice = next(id for n, id in enumerate(ids) if id in ids[:n])
        refuse(f"two highlights have the id {twice}", _HINT)
    return Imported(kept, sources, articles)


_HINT = "give a set exported as json or annotation, or the JSON of Hypothesis"


def _read(data: Any, text: str, name: str) -> tuple[HighlightSet, tuple[ImportedSource, ...]]:  # noqa: ANN401 - what json.loads gives
    new_id = str(uuid5(NAMESPACE_URL, text))
    if isinstance(data, dict):
        if "highlights" in data and "set" in data:
            return read_set(data)
        if data.get("type") == "AnnotationCollection":
            return read_collection(data, name)
        if "pairs" in data:
            refuse("a whole comparison, not a kept set", "keep its highlights as a set and export that")
        rows = data.get("rows", data.get("annotations"))
        if isinstance(rows, list):
            return read_hypothesis(rows, new_id, name)
    if isinstance(data, list):
        return read_hypothesis(data, new_id, name)
    refuse("none of the formats that can be read", _HINT)


def _names(sources: tuple[ImportedSource, ...], articles: tuple[Article, ...]) -> dict[str, str]:
    from variorum.export.gather import text_hash  # noqa: PLC0415 - hashing is for imports that know hashes

    by_hash = {text_hash(article): article.id for article in articles}
    by_url = {_bare(article.url): article.id for article in articles if article.url}
    ids = {article.id for article in articles}
    names = {}
    for source in sources:
        found = by_hash.get(source.sha256 or "") or by_url.get(_bare(source.url or ""))
        if found or source.article in ids:
            names[source.article] = found or source.article
    return names


def _bare(url: str) -> str:
    """An address without what does not tell one article from another: scheme, fragment, last slash."""
    return url.partition("#")[0].removeprefix("https://").removeprefix("http://").rstrip("/")
