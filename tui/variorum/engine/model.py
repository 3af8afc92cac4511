"""The constants of the learnt score, written by `tools/fit_model.py`; each bears the name of the number it weighs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Model:
    """Two logistic regressions: over the words of a pair, then over its standing among the other pairs as well.

    Attributes:
        first: Weight of each of `features.FEATURES`.
        second: Weight of each of `competition.COMPETITION` and `features.FEATURES`.
        first_bias: Log-odds of the first stage where every number is 0.
        second_bias: Likewise, of the second; moved so that a probability of one half is the best cut.
    """

    first: Mapping[str, float]
    first_bias: float
    second: Mapping[str, float]
    second_bias: float


FIRST: Final = {
    "shared": 2.1789,
    "count": -2.1389,
    "rest": -0.3265,
    "letters": 7.3705,
    "phrase": 0.3404,
    "figures": 1.4731,
    "names": 0.5432,
    "other_names": -0.4533,
    "plain": 0.3305,
    "functions": 0.9224,
    "mould": -1.2206,
    "longer": 2.4491,
    "place": -4.8093,
}
FIRST_BIAS: Final = -11.3374

SECOND: Final = {
    "odds": 0.2060,
    "rival_high": -2.2791,
    "rival_low": -0.0048,
    "lead_low": 1.2371,
    "lead_high": 0.2598,
    "along_one": 0.6253,
    "along_both": -2.6627,
    "across": -0.6470,
    "beside": 1.4750,
    "nearby": 0.4863,
    "shared": 0.7797,
    "count": -1.0622,
    "rest": -0.4232,
    "letters": 5.0851,
    "phrase": 0.1478,
    "figures": 0.9132,
    "names": 0.3194,
    "other_names": -0.1636,
    "plain": 0.2082,
    "functions": 1.5308,
    "mould": -1.9017,
    "longer": 2.2439,
    "place": -2.8445,
}
SECOND_BIAS: Final = -7.1713

MODEL = Model(FIRST, FIRST_BIAS, SECOND, SECOND_BIAS)
"""The constants shipped."""
