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
    "shared": 2.6601,
    "count": -1.7310,
    "rest": -0.3519,
    "plain": -0.0845,
    "kindred": 1.7049,
    "letters": 7.2607,
    "phrase": 0.3251,
    "figures": 1.0041,
    "unlike": 0.1447,
    "other_names": -0.5103,
    "functions": 0.9100,
    "mould": -1.0720,
    "said": 1.0961,
    "told": 0.8104,
    "longer": 1.6553,
}
FIRST_BIAS: Final = -10.5020

SECOND: Final = {
    "odds": 0.2052,
    "rival": -1.1881,
    "lead": 1.2508,
    "stale": -2.3253,
    "step": -2.9322,
    "beside": 1.1576,
    "goes_on": 6.0000,
    "strays": -6.0000,
    "inside": 1.2269,
    "drift": -0.7648,
    "shared": 0.7601,
    "count": -0.4068,
    "rest": -0.3283,
    "plain": -0.0248,
    "kindred": 1.1487,
    "letters": 4.2250,
    "phrase": 0.1093,
    "figures": 0.8450,
    "unlike": 0.3362,
    "other_names": -0.3192,
    "functions": 0.6405,
    "mould": -0.3274,
    "said": 1.3932,
    "told": 1.1024,
    "longer": 1.7907,
}
SECOND_BIAS: Final = -5.8277

MODEL = Model(FIRST, FIRST_BIAS, SECOND, SECOND_BIAS)
"""The constants shipped."""
