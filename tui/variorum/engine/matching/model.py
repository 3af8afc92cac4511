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
    "shared": 2.6016,
    "count": -1.7587,
    "rest": -0.3293,
    "plain": -0.0427,
    "kindred": 1.7141,
    "letters": 7.2510,
    "phrase": 0.3433,
    "figures": 1.0151,
    "unlike": 0.1266,
    "other_names": -0.5163,
    "functions": 0.8910,
    "mould": -1.0412,
    "said": 1.0512,
    "told": 0.7819,
    "longer": 1.6996,
}
FIRST_BIAS: Final = -10.6328

SECOND: Final = {
    "odds": 0.2018,
    "rival": -1.2197,
    "lead": 1.2264,
    "stale": -2.3451,
    "step": -2.9101,
    "beside": 1.0828,
    "goes_on": 6.0000,
    "strays": -6.0000,
    "inside": 1.2654,
    "drift": -0.7572,
    "shared": 0.8158,
    "count": -0.3872,
    "rest": -0.3319,
    "plain": 0.0155,
    "kindred": 1.1320,
    "letters": 3.8547,
    "phrase": 0.1146,
    "figures": 0.9018,
    "unlike": 0.3160,
    "other_names": -0.3137,
    "functions": 0.4825,
    "mould": -0.1169,
    "said": 1.4265,
    "told": 1.1317,
    "longer": 1.8429,
}
SECOND_BIAS: Final = -6.1099

MODEL = Model(FIRST, FIRST_BIAS, SECOND, SECOND_BIAS)
"""The constants shipped."""
