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
    "shared": 2.6368,
    "count": -1.8019,
    "rest": -0.3342,
    "plain": -0.0429,
    "kindred": 1.6899,
    "letters": 7.2799,
    "phrase": 0.3369,
    "figures": 1.0344,
    "unlike": 0.1074,
    "other_names": -0.5099,
    "functions": 1.0752,
    "mould": -1.1924,
    "said": 1.0327,
    "told": 0.7348,
    "longer": 1.7202,
}
FIRST_BIAS: Final = -10.6970

SECOND: Final = {
    "odds": 0.1989,
    "rival": -1.2445,
    "lead": 1.2081,
    "stale": -2.3387,
    "step": -2.9138,
    "beside": 1.0900,
    "goes_on": 6.0000,
    "strays": -6.0000,
    "inside": 1.2813,
    "drift": -0.7616,
    "shared": 0.8465,
    "count": -0.3981,
    "rest": -0.3330,
    "plain": 0.0090,
    "kindred": 1.1488,
    "letters": 3.8789,
    "phrase": 0.1108,
    "figures": 0.9120,
    "unlike": 0.3202,
    "other_names": -0.3189,
    "functions": 0.5070,
    "mould": -0.1366,
    "said": 1.4776,
    "told": 1.1152,
    "longer": 1.8404,
}
SECOND_BIAS: Final = -6.1424

MODEL = Model(FIRST, FIRST_BIAS, SECOND, SECOND_BIAS)
"""The constants shipped."""
