"""Fit the constants of `variorum/engine/matching/model.py` on annotated pairs.

    python tools/fit_model.py tests/gold/story-* --real spark-dev.jsonl

numpy and scikit-learn are needed here only; the engine itself is plain Python. Nothing of the data but the constants
ends up in the file written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from math import log
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tui")]

from tools.gold import GoldPair, load_real, load_stories  # noqa: E402 - the project's root is found first

from variorum.engine.matching.competition import COMPETITION, Pair  # noqa: E402 - likewise
from variorum.engine.matching.features import FEATURES  # noqa: E402 - likewise
from variorum.engine.matching.model import Model  # noqa: E402 - likewise
from variorum.engine.matching.scoring import Evidence, Prepared, gather  # noqa: E402 - likewise
from variorum.engine.matching.tokens import article_words  # noqa: E402 - likewise

C = 0.3
"""Inverse strength of the penalty on large weights (L2)."""
REAL_WEIGHT = 0.05
"""What a pair of the real news counts against one of the stories: its annotation is incomplete."""
BY_HAND = {"goes_on": 6.0, "strays": -6.0}
"""Set and not fitted: sentences that open with "this" are too few in the annotated stories to be learnt from."""
FOLDS = 5
"""Parts that the first stage is fitted without, to give the second stage chances like those of unseen stories."""
CUT = 0.42
"""The fitted probability that becomes a score of one half: about where F1 is highest on unseen stories."""
_BLIND = Model(dict.fromkeys(FEATURES, 0.0), -1.0, {}, 0.0)


def prepare_pair(pair: GoldPair) -> Prepared:
    """An annotated pair, ready to be scored."""
    return Prepared(article_words(pair.a), article_words(pair.b), remember=True)


def fit(pairs: Sequence[GoldPair], ready: Mapping[str, Prepared]) -> Model:
    """Both stages. The second learns from first-stage chances of pairs that the first stage has not seen."""
    first, first_bias = fit_first(pairs, ready)
    groups = sorted({p.group for p in pairs})
    evidence: list[tuple[GoldPair, Evidence]] = []
    for fold in range(FOLDS):
        held = set(groups[fold::FOLDS])
        weights, bias = fit_first([p for p in pairs if p.group not in held], ready)
        blind = Model(weights, bias, {}, 0.0)
        evidence += [(p, gather(ready[p.name], blind)) for p in pairs if p.group in held]
    names = COMPETITION + FEATURES
    rows = [e.standing[k] + ready[p.name].numbers(k) for p, e in evidence for k in e.standing]
    second, second_bias = _logistic(names, rows, [(p, k) for p, e in evidence for k in e.standing])
    return Model(first, first_bias, second | BY_HAND, second_bias + log((1 - CUT) / CUT))


def fit_first(pairs: Sequence[GoldPair], ready: Mapping[str, Prepared]) -> tuple[dict[str, float], float]:
    """The stage that sees each pair by itself."""
    rows, keys = [], []
    for pair in pairs:
        evidence = gather(ready[pair.name], _BLIND)
        rows += [ready[pair.name].numbers(key) for key in evidence.chances]
        keys += [(pair, key) for key in evidence.chances]
    return _logistic(FEATURES, rows, keys)


def _logistic(
    names: Sequence[str],
    rows: Sequence[Sequence[float]],
    keys: Sequence[tuple[GoldPair, Pair]],
) -> tuple[dict[str, float], float]:
    used = [n for n, (pair, key) in enumerate(keys) if key not in pair.optional]
    numbers = np.array([rows[n] for n in used])
    wanted = np.array([keys[n][1] in keys[n][0].links for n in used])
    weights = np.array([REAL_WEIGHT if keys[n][0].real else 1.0 for n in used])
    numbers[:, [n for n, name in enumerate(names) if name in BY_HAND]] = 0.0
    scaler = StandardScaler().fit(numbers, sample_weight=weights)
    model = LogisticRegression(C=C, max_iter=5000)
    model.fit(scaler.transform(numbers), wanted, sample_weight=weights)
    slopes = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - slopes @ scaler.mean_)
    return {name: float(slope) for name, slope in zip(names, slopes, strict=True)}, bias


def write(model: Model, path: Path) -> None:
    """Replace the constants at the end of the model's file."""
    head = path.read_text("utf-8").split("FIRST: Final", maxsplit=1)[0]
    lines = ["FIRST: Final = {"]
    lines += [f'    "{name}": {value:.4f},' for name, value in model.first.items()]
    lines += ["}", f"FIRST_BIAS: Final = {model.first_bias:.4f}", "", "SECOND: Final = {"]
    lines += [f'    "{name}": {value:.4f},' for name, value in model.second.items()]
    lines += ["}", f"SECOND_BIAS: Final = {model.second_bias:.4f}", ""]
    lines += ["MODEL = Model(FIRST, FIRST_BIAS, SECOND, SECOND_BIAS)", '"""The constants shipped."""', ""]
    path.write_text(head + "\n".join(lines), "utf-8")


def main() -> None:
    """Fit on everything named and write the constants."""
    parser = argparse.ArgumentParser(description="Fit the constants of the learnt score.")
    parser.add_argument("stories", nargs="+", type=Path, help="folders with gold.json")
    parser.add_argument("--real", type=Path, help="real news as JSON lines")
    options = parser.parse_args()
    pairs = load_stories(options.stories) + (load_real(options.real) if options.real else [])
    model = fit(pairs, {p.name: prepare_pair(p) for p in pairs})
    write(model, ROOT / "tui" / "variorum" / "engine" / "matching" / "model.py")
    print(f"fitted on {len(pairs)} pairs of articles, {sum(len(p.links) for p in pairs)} linked pairs of sentences")


if __name__ == "__main__":
    main()
