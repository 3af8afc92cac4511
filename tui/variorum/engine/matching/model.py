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
    "shared": 2.2452,
    "count": -1.0983,
    "rest": -0.3616,
    "plain": -0.1378,
    "kindred": 1.6016,
    "letters": 7.2361,
    "phrase": 0.2887,
    "figures": 1.0463,
    "other_names": -0.5164,
    "functions": 0.8057,
    "mould": -0.8927,
    "said": 1.0120,
    "told": 0.6624,
    "longer": 1.7346,
}
FIRST_BIAS: Final = -10.4157

SECOND: Final = {
    "odds": 0.1915,
    "rival": -1.1626,
    "lead": 1.2064,
    "stale": -2.3209,
    "step": -2.9861,
    "beside": 1.1007,
    "goes_on": 6.0000,
    "strays": -6.0000,
    "inside": 1.3026,
    "drift": -0.7578,
    "shared": 0.6916,
    "count": -0.1558,
    "rest": -0.2982,
    "plain": -0.0768,
    "kindred": 1.0238,
    "letters": 4.2524,
    "phrase": 0.0904,
    "figures": 0.8615,
    "other_names": -0.3568,
    "functions": 0.6844,
    "mould": -0.2723,
    "said": 1.3489,
    "told": 1.0051,
    "longer": 1.7391,
}
SECOND_BIAS: Final = -5.7788

MODEL = Model(FIRST, FIRST_BIAS, SECOND, SECOND_BIAS)
"""The constants shipped."""
