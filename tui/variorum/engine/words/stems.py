"""Stems of words by the snowball algorithms, found fast: most words of an article are looked up once and for all.

The algorithms are those of the package `snowballstemmer`, which is used in two ways it does not offer. It loads every
language at once, of which an article needs one; and it searches its lists of endings letter by letter, where a look
into a dictionary for each length of ending finds the same one in a third of the time.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import import_module
from importlib.machinery import PathFinder
from types import ModuleType
from typing import Any

from variorum.engine.words.vocabulary import ALGORITHMS

_PACKAGE = "_variorum_snowball"
"""A name for the package's folder under which its modules can be imported one by one."""
_Table = tuple[tuple[int, ...], dict[str, Any]]


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The snowball stem of a lower-case word; the word itself where the language has none."""
    return _stemmer(language)(word) or word


@lru_cache(maxsize=64)
def _stemmer(language: str) -> Callable[[str], str]:
    algorithm = ALGORITHMS.get(language)
    if algorithm is None:
        return str
    kind = getattr(_module(algorithm), f"{algorithm.title()}Stemmer")
    step: Callable[[str], str] = type("Stemmer", (_Looking, kind), {})().stemWord
    return step


def _module(algorithm: str) -> ModuleType:
    if _PACKAGE not in sys.modules:
        spec = PathFinder.find_spec("snowballstemmer")
        package = ModuleType(_PACKAGE)
        package.__path__ = list(spec.submodule_search_locations or ()) if spec else []
        sys.modules[_PACKAGE] = package
    return import_module(f"{_PACKAGE}.{algorithm}_stemmer")


class _Looking:
    """The search for the longest listed ending or beginning, in place of the stemmer's own."""

    current: str
    cursor: int
    limit: int
    limit_backward: int

    def __init__(self) -> None:
        super().__init__()
        self._tables: dict[int, _Table] = {}

    def _table(self, listed: Sequence[Any]) -> _Table:
        """The lengths of the listed strings, longest first, and each string's entry."""
        entries = {entry.s: entry for entry in listed}
        table = tuple(sorted({len(s) for s in entries}, reverse=True)), entries
        self._tables[id(listed)] = table  # the lists are constants of the stemmer's class, so ids stay theirs
        return table

    def find_among(self, listed: Sequence[Any]) -> Any:  # noqa: ANN401 - what the stemmer's lists hold: an int
        """The result of the longest listed string that stands after the cursor, which moves behind it; else 0."""
        lengths, entries = self._tables.get(id(listed)) or self._table(listed)
        current, cursor = self.current, self.cursor
        most = self.limit - cursor
        for length in lengths:
            if length <= most and (entry := entries.get(current[cursor : cursor + length])):
                self.cursor = cursor + length
                if entry.method is None or entry.method(self):
                    self.cursor = cursor + length
                    return entry.result
        return 0

    def find_among_b(self, listed: Sequence[Any]) -> Any:  # noqa: ANN401 - likewise
        """The same for strings that end at the cursor, which moves before it."""
        lengths, entries = self._tables.get(id(listed)) or self._table(listed)
        current, cursor = self.current, self.cursor
        most = cursor - self.limit_backward
        for length in lengths:
            if length <= most and (entry := entries.get(current[cursor - length : cursor])):
                self.cursor = cursor - length
                if entry.method is None or entry.method(self):
                    self.cursor = cursor - length
                    return entry.result
        return 0
