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
    "shared": 2.6419,
    "count": -1.7787,
    "rest": -0.3373,
    "plain": -0.0141,
    "kindred": 1.6954,
    "letters": 7.1858,
    "phrase": 0.3448,
    "figures": 0.9309,
    "other_names": -0.5255,
    "functions": 0.8051,
    "mould": -0.9007,
    "said": 0.9411,
    "told": 0.6324,
    "longer": 1.7070,
}
FIRST_BIAS: Final = -10.6575

SECOND: Final = {
    "odds": 0.2066,
    "rival": -1.2115,
    "lead": 1.2305,
    "stale": -2.3146,
    "step": -2.6389,
    "beside": 1.0603,
    "goes_on": 6.0000,
    "strays": -6.0000,
    "inside": 1.3370,
    "drift": -0.7543,
    "shared": 0.8036,
    "count": -0.3995,
    "rest": -0.3045,
    "plain": 0.0666,
    "kindred": 1.1358,
    "letters": 3.7646,
    "phrase": 0.1152,
    "figures": 0.8504,
    "other_names": -0.3245,
    "functions": 0.5844,
    "mould": -0.0938,
    "said": 1.3582,
    "told": 1.0910,
    "longer": 1.8349,
}
SECOND_BIAS: Final = -6.1974

MODEL = Model(FIRST, FIRST_BIAS, SECOND, SECOND_BIAS)
"""The constants shipped."""
