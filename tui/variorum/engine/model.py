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
    "shared": 2.2461,
    "count": -1.1017,
    "rest": -0.3618,
    "plain": -0.1374,
    "kindred": 1.6017,
    "letters": 7.2380,
    "phrase": 0.2886,
    "figures": 1.0450,
    "other_names": -0.5161,
    "functions": 0.8072,
    "mould": -0.8950,
    "said": 1.0126,
    "told": 0.6614,
    "longer": 1.7339,
}
FIRST_BIAS: Final = -10.4113

SECOND: Final = {
    "odds": 0.1919,
    "rival": -1.1610,
    "lead": 1.2056,
    "stale": -2.3225,
    "step": -2.9861,
    "beside": 1.0984,
    "inside": 1.3064,
    "drift": -0.7553,
    "shared": 0.6937,
    "count": -0.1581,
    "rest": -0.2990,
    "plain": -0.0789,
    "kindred": 1.0227,
    "letters": 4.2502,
    "phrase": 0.0898,
    "figures": 0.8641,
    "other_names": -0.3555,
    "functions": 0.6861,
    "mould": -0.2688,
    "said": 1.3491,
    "told": 1.0085,
    "longer": 1.7389,
}
SECOND_BIAS: Final = -5.7804

MODEL = Model(FIRST, FIRST_BIAS, SECOND, SECOND_BIAS)
"""The constants shipped."""
