"""variorum as a library: read articles, compare them, ask why.

    >>> from variorum import compare, read
    >>> story = compare(read("seeds/000_3ff8fd24cccf8846.txt"), read("seeds/003_f58aa786c3cac6ea.txt"))

Names load on first use, so that `import variorum` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from variorum.version import VERSION

if TYPE_CHECKING:
    from variorum.engine.article import make_article
    from variorum.engine.nouns import Article, Comparison, Fact, Link, Quote, Relation, Role, Sentence, Story
    from variorum.engine.pair import compare_pair
    from variorum.engine.shares import share_of
    from variorum.engine.story import compare
    from variorum.errors import VariorumError
    from variorum.reading import read

__version__ = VERSION

__all__ = [
    "Article",
    "Comparison",
    "Fact",
    "Link",
    "Quote",
    "Relation",
    "Role",
    "Sentence",
    "Story",
    "VariorumError",
    "compare",
    "compare_pair",
    "make_article",
    "read",
    "share_of",
]

_HOMES = {
    "compare": "variorum.engine.story",
    "compare_pair": "variorum.engine.pair",
    "make_article": "variorum.engine.article",
    "read": "variorum.reading",
    "VariorumError": "variorum.errors",
    "share_of": "variorum.engine.shares",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - what PEP 562 asks for
    if name not in __all__:
        raise AttributeError(f"module 'variorum' has no attribute {name!r}")
    value = getattr(import_module(_HOMES.get(name, "variorum.engine.nouns")), name)
    globals()[name] = value
    return value
