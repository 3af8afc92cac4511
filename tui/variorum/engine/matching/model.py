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
    "shared": 1.5888,
    "rest": -0.3476,
    "kindred": 1.7184,
    "letters": 6.9559,
    "phrase": 0.2559,
    "figures": 0.9643,
    "other_names": -0.5633,
    "functions": 0.1822,
    "said": 1.0304,
    "told": 0.6731,
    "longer": 1.4768,
}
FIRST_BIAS: Final = -9.9008

SECOND: Final = {
    "rival": -1.1365,
    "lead": 1.2776,
    "stale": -2.3961,
    "step": -2.6527,
    "beside": 1.0358,
    "goes_on": 6.0000,
    "strays": -6.0000,
    "inside": 1.3144,
    "drift": -0.7608,
    "shared": 0.9244,
    "rest": -0.3929,
    "kindred": 1.4242,
    "letters": 4.5884,
    "phrase": 0.1689,
    "figures": 1.0263,
    "other_names": -0.4163,
    "functions": 0.6317,
    "said": 1.5383,
    "told": 1.1586,
    "longer": 2.0151,
}
SECOND_BIAS: Final = -7.6390

MODEL = Model(FIRST, FIRST_BIAS, SECOND, SECOND_BIAS)
"""The constants shipped."""
