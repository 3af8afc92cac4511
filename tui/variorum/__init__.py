"""variorum as a library: read articles, compare them, ask what they share and why.

    >>> from variorum import compare, read
    >>> story = compare(read("seeds/000_3ff8fd24cccf8846.txt"), read("seeds/003_f58aa786c3cac6ea.txt"))
    >>> pair = story.comparisons[0]
    >>> link = pair.links[0]
    >>> pair.a.sentence_text(link.a[0]), pair.b.sentence_text(link.b[0]), link.relation, link.score, link.why

`read` takes one article from a file or an address, `read_all` all that several sources hold; `make_article` makes one
of a text. `compare` gives a `Story`: comparisons by pair, facts with the articles that carry them, quotations, and
what headlines claim. `revisions` tells what was changed between versions of an article. `render_story` writes a story
in any format of the command line.

All values are frozen. Sentences are named by their index in `Article.sentences`, from 0; offsets count characters of
`Article.text`, start inclusive, end exclusive; scores and shares go from 0 to 1; dates are ISO 8601. What is reported
to people is a `VariorumError` with a message and a hint. Nothing here opens a screen, and nothing but `read` and
`read_all` a file or, where an address is named, a connection.

Names load on first use, so that `import variorum` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from variorum.collecting import without_collection
from variorum.version import VERSION

if TYPE_CHECKING:
    from variorum.engine.article import make_article
    from variorum.engine.nouns import (
        Article,
        Comparison,
        Discrepancy,
        DiscrepancyType,
        Fact,
        HeadlineClaim,
        Link,
        Maker,
        Quote,
        Relation,
        Role,
        Sentence,
        Story,
        Version,
    )
    from variorum.engine.pair import compare_pair
    from variorum.engine.revisions import Edit, EditKind, Revision, revisions
    from variorum.engine.shares import Share, share_of
    from variorum.engine.story import compare
    from variorum.errors import ArticleError, Cancelled, UsageError, VariorumError
    from variorum.export import render_story
    from variorum.reading import Failure, ReadOptions, ReadResult, read, read_all

__version__ = VERSION

__all__ = [
    "Article",
    "ArticleError",
    "Cancelled",
    "Comparison",
    "Discrepancy",
    "DiscrepancyType",
    "Edit",
    "EditKind",
    "Fact",
    "Failure",
    "HeadlineClaim",
    "Link",
    "Maker",
    "Quote",
    "ReadOptions",
    "ReadResult",
    "Relation",
    "Revision",
    "Role",
    "Sentence",
    "Share",
    "Story",
    "UsageError",
    "VariorumError",
    "Version",
    "compare",
    "compare_pair",
    "make_article",
    "read",
    "read_all",
    "render_story",
    "revisions",
    "share_of",
]

_HOMES = {
    "ArticleError": "errors",
    "Cancelled": "errors",
    "Edit": "engine.revisions",
    "EditKind": "engine.revisions",
    "Failure": "reading",
    "ReadOptions": "reading",
    "ReadResult": "reading",
    "Revision": "engine.revisions",
    "Share": "engine.shares",
    "UsageError": "errors",
    "VariorumError": "errors",
    "compare": "engine.story",
    "compare_pair": "engine.pair",
    "make_article": "engine.article",
    "read": "reading",
    "read_all": "reading",
    "render_story": "export",
    "revisions": "engine.revisions",
    "share_of": "engine.shares",
}
"""Public name → module; the others are the engine's nouns."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 - what PEP 562 asks for
    if name not in __all__:
        raise AttributeError(f"module 'variorum' has no attribute {name!r}")
    with without_collection():
        value = getattr(import_module(f"variorum.{_HOMES.get(name, 'engine.nouns')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
