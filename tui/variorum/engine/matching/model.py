"""The constants of the learnt score, written by `tools/fit_model.py`; each bears the name of the number it weighs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple


class Model(NamedTuple):
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
    "shared": 1.5904,
    "rest": -0.3482,
    "kindred": 1.7280,
    "letters": 6.9417,
    "phrase": 0.2605,
    "figures": 0.9633,
    "other_names": -0.5653,
    "functions": 0.1669,
    "said": 1.0284,
    "told": 0.6708,
    "longer": 1.4727,
}
FIRST_BIAS: Final = -9.8884

SECOND: Final = {
    "rival": -1.1298,
    "lead": 1.2876,
    "stale": -2.4011,
    "step": -2.6476,
    "beside": 1.0375,
    "goes_on": 6.0000,
    "strays": -6.0000,
    "inside": 1.3190,
    "drift": -0.7624,
    "shared": 0.9251,
    "rest": -0.3920,
    "kindred": 1.4217,
    "letters": 4.5685,
    "phrase": 0.1669,
    "figures": 1.0308,
    "other_names": -0.4175,
    "functions": 0.6441,
    "said": 1.5224,
    "told": 1.1615,
    "longer": 2.0195,
}
SECOND_BIAS: Final = -7.6532

MODEL = Model(FIRST, FIRST_BIAS, SECOND, SECOND_BIAS)
"""The constants shipped."""
