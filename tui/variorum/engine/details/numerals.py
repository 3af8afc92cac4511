"""What a language needs to say for its figures to be read: a value, filled by the tables of each language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

_NONE: Mapping[str, int] = MappingProxyType({})


class Numerals(NamedTuple):
    """One language's words for figures.

    Attributes:
        units: Words below one hundred (and the hundreds, where they are one word) to their value.
        scales: Words that multiply what stands before them.
        joiners: Words between hundreds and the rest (`two hundred and six`), or tens and units (`treinta y dos`).
        ordinals: Words to their place in a row.
        fractions: Words for one of so many parts.
        half: Words for one half.
        articles: Words that stand for one before a scale, a fraction or a unit of time.
        versus: Words between the two sides of a score.
        in_all: Words between a part and its whole (`one in five`).
        year_before: Words that may stand before a bare year.
        clock: Words after an hour.
        noon, midnight: Words for twelve o'clock.
        decimal_comma: `1.200,5` and not `1,200.5`.
    """

    units: Mapping[str, float] = _NONE
    scales: Mapping[str, float] = _NONE
    joiners: frozenset[str] = frozenset()
    ordinals: Mapping[str, int] = _NONE
    fractions: Mapping[str, int] = _NONE
    half: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    versus: frozenset[str] = frozenset()
    in_all: frozenset[str] = frozenset()
    months: Mapping[str, int] = _NONE
    weekdays: Mapping[str, int] = _NONE
    year_before: frozenset[str] = frozenset()
    clock: frozenset[str] = frozenset()
    noon: frozenset[str] = frozenset()
    midnight: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    over: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()
    stop: frozenset[str] = frozenset()
    capital_dates: bool = False
    decimal_comma: bool = True
