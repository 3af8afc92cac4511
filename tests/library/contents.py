"""What a library holds."""

from __future__ import annotations

from variorum.engine.keeping.nouns import HighlightSet
from variorum.library import Library
from variorum.library.sets import list_sets, load_set


def load_sets(library: Library, story: str) -> tuple[HighlightSet, ...]:
    """Every set of a story with its highlights, the default one first."""
    return tuple(load_set(library, record.id) for record in list_sets(library, story))
