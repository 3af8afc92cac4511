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
    "shared": 2.3804,
    "count": -1.2140,
    "rest": -0.3638,
    "plain": -0.0902,
    "kindred": 1.4902,
    "letters": 7.7796,
    "phrase": 0.3126,
    "figures": 1.0528,
    "other_names": -0.4959,
    "functions": 0.8344,
    "mould": -1.1276,
    "said": 1.0484,
    "told": 0.6224,
    "longer": 1.8102,
}
FIRST_BIAS: Final = -11.0119

SECOND: Final = {
    "odds": 0.1069,
    "rival": -0.9763,
    "lead": 1.3365,
    "stale": -2.0316,
    "step": -2.3986,
    "beside": 1.3054,
    "inside": 1.2874,
    "drift": -0.7029,
    "shared": 0.5442,
    "count": -0.1229,
    "rest": -0.4522,
    "plain": -0.1122,
    "kindred": 1.0484,
    "letters": 5.1793,
    "phrase": 0.1191,
    "figures": 1.0937,
    "other_names": -0.2944,
    "functions": 1.8725,
    "mould": -1.7509,
    "said": 3.3028,
    "told": 0.8665,
    "longer": 1.7724,
}
SECOND_BIAS: Final = -5.7923

MODEL = Model(FIRST, FIRST_BIAS, SECOND, SECOND_BIAS)
"""The constants shipped."""
