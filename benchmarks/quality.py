"""Print how well the engine links, on stories it was not fitted on.

    python benchmarks/quality.py [STORY_FOLDER…] [--real FILE.jsonl] [--misses] [--shipped]

For each story the constants are fitted again on all the others (and on the real news, where named), and the engine
reads and compares the story's files. With `--shipped` the constants in the package are used as they are, which is only
honest on stories that they were not fitted on. Needs numpy and scikit-learn unless `--shipped` is given.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from math import fsum, sqrt
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tui")]

from benchmarks.scores import Miss, Score, score_pair, score_quotes  # noqa: E402 - the checkout is found first
from tools.gold import GoldPair, Pair, load_real, load_stories  # noqa: E402 - likewise

from variorum.engine.headlines import check_headline  # noqa: E402 - likewise
from variorum.engine.matching.model import MODEL, Model  # noqa: E402 - likewise
from variorum.engine.matching.scoring import Prepared, final_scores, gather  # noqa: E402 - likewise
from variorum.engine.matching.tokens import article_words  # noqa: E402 - likewise
from variorum.engine.nouns import Article  # noqa: E402 - likewise
from variorum.engine.pair import compare_pair  # noqa: E402 - likewise
from variorum.engine.quoting.quotes import find_quotes  # noqa: E402 - likewise
from variorum.reading import read  # noqa: E402 - likewise

TARGETS = {
    "segmentation F1": 0.98,
    "link F1": 0.90,
    "shared/unique": 0.92,
    "relation": 0.95,
    "identical found": 0.99,
    "near found": 0.99,
    "paraphrase found": 0.80,
    "look-alikes linked": -0.12,
    "furniture kept out": 0.97,
    "discrepancy recall": 0.80,
    "discrepancy precision": 0.80,
    "quotes found": 0.97,
    "speakers right": 0.85,
    "sources right": 0.80,
}
"""What the project is held to; a negative one is a ceiling."""
CUTS = tuple(n / 20 for n in range(4, 17))
FOLDS = 5


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description="How well the engine links, on stories it was not fitted on.")
    parser.add_argument("stories", nargs="*", type=Path, help="folders with gold.json (default: all of tests/gold)")
    parser.add_argument("--real", type=Path, help="annotated real news as JSON lines")
    parser.add_argument("--misses", action="store_true", help="print every disagreement with the annotation")
    parser.add_argument("--shipped", action="store_true", help="use the constants shipped instead of fitting again")
    options = parser.parse_args()
    folders = options.stories or sorted((ROOT / "tests" / "gold").glob("story-*"))
    stories = load_stories(folders)
    real = load_real(options.real) if options.real else []
    ready = {p.name: _prepared(p) for p in (*stories, *real)}
    models = dict.fromkeys({p.group for p in stories}, MODEL)
    if not options.shipped:
        models = {story: _fitted([p for p in (*stories, *real) if p.group != story], ready) for story in models}
    _print_stories(folders, models, misses=options.misses)
    _print_curve(stories, {p.name: _scores(ready[p.name], models[p.group]) for p in stories})
    if real:
        _print_real(stories, real, ready, shipped=options.shipped)


def _prepared(pair: GoldPair) -> Prepared:
    return Prepared(article_words(pair.a), article_words(pair.b), remember=True)


def _fitted(pairs: Sequence[GoldPair], ready: Mapping[str, Prepared]) -> Model:
    from tools.fit_model import fit  # noqa: PLC0415 - numpy and scikit-learn, not needed with --shipped

    return fit(pairs, ready)


def _scores(prepared: Prepared, model: Model) -> dict[Pair, float]:
    return final_scores(gather(prepared, model), model)


def _print_stories(folders: Sequence[Path], models: Mapping[str, Model], *, misses: bool) -> None:
    total = Score()
    found: list[Miss] = []
    heads: Counter[str] = Counter()
    for folder in folders:
        gold = json.loads((folder / "gold.json").read_text("utf-8"))
        for pair in gold["pairs"]:
            paths = [folder / gold["articles"][pair[side]]["file"] for side in "ab"]
            files = tuple(path.read_bytes().decode("utf-8-sig") for path in paths)
            a, b = (read(path) for path in paths)
            comparison = compare_pair(a, b, model=models[folder.name])
            found += score_pair(gold, pair, comparison, (files[0], files[1]), total)
            for side, article, file in zip("ab", (a, b), files, strict=True):
                score_quotes(gold["articles"][pair[side]], article, find_quotes(article), file, total)
        for path in sorted({folder / article["file"] for article in gold["articles"].values()}):
            heads += _headline(read(path))
    print(f"{len(folders)} stories, {total.counts['pairs made']} pairs of sentences linked")
    for name, value in total.figures().items():
        target = TARGETS.get(name)
        verdict = ""
        if target is not None:
            missed = value > -target if target < 0 else value < target
            verdict = f"  {'≤' if target < 0 else '≥'} {abs(target):.2f}{'  MISSED' if missed else ''}"
        print(f"  {name:24}{value:6.3f}{verdict}")
    print(f"  headlines: {', '.join(f'{count} {what}' for what, count in heads.items())}")
    if misses:
        for miss in found:
            print(
                f"\n{miss.kind}", *(f"\n  A {text}" for text in miss.a), *(f"\n  B {text}" for text in miss.b), sep=""
            )


def _headline(article: Article) -> Counter[str]:
    """What is marked in one headline."""
    claims = check_headline(article, find_quotes(article))
    return Counter({"read": bool(article.title), "marked": bool(claims)}) + Counter(
        f"{claim.type}s {claim.where}" for claim in claims
    )


def _print_curve(pairs: Sequence[GoldPair], scores: Mapping[str, Mapping[Pair, float]]) -> None:
    print("\nwith perfect sentences, by threshold: precision and recall of pairs, look-alikes linked")
    close = sum(len(p.close) for p in pairs)
    for cut in CUTS:
        made = {p.name: {k for k, v in scores[p.name].items() if v >= cut} for p in pairs}
        precision, recall, f1 = _pairwise(pairs, made)
        linked = sum(len(p.close & made[p.name]) for p in pairs) / close if close else 0.0
        print(f"  {cut:.2f}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  look-alikes {linked:.3f}")


def _print_real(
    stories: Sequence[GoldPair], real: Sequence[GoldPair], ready: Mapping[str, Prepared], *, shipped: bool
) -> None:
    topics = sorted({p.group for p in real})
    scores: dict[str, dict[Pair, float]] = {}
    alone: dict[str, dict[Pair, float]] = {}
    for fold in range(FOLDS):
        held = set(topics[fold::FOLDS])
        kept = [p for p in real if p.group not in held]
        model = MODEL if shipped else _fitted([*stories, *kept], ready)
        own = MODEL if shipped else _fitted(kept, ready)
        for pair in (p for p in real if p.group in held):
            scores[pair.name] = _scores(ready[pair.name], model)
            alone[pair.name] = _scores(ready[pair.name], own)
    cosine = {p.name: _cosines(ready[p.name]) for p in real}
    how = "with the constants shipped" if shipped else f"cross-validated over topics in {FOLDS} parts"
    print(f"\nreal news, {len(real)} pairs of articles, {how}: F1 of pairs of sentences")
    print("  cut    stories and real   real alone   weighted cosine")
    for cut in CUTS:
        row = [
            _pairwise(real, {n: {k for k, v in found.items() if v >= cut} for n, found in kind.items()})[2]
            for kind in (scores, alone, cosine)
        ]
        print(f"  {cut:.2f}   {row[0]:16.3f}   {row[1]:10.3f}   {row[2]:15.3f}")


def _pairwise(pairs: Sequence[GoldPair], made: Mapping[str, set[Pair]]) -> tuple[float, float, float]:
    counted = sum(len(made[p.name] - p.optional) for p in pairs)
    right = sum(len(made[p.name] & p.links) for p in pairs)
    wanted = sum(len(p.links) for p in pairs)
    precision, recall = right / max(1, counted), right / max(1, wanted)
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def _cosines(prepared: Prepared) -> dict[Pair, float]:
    """The plain way, for comparison: the cosine of the content words weighted by rareness in the two articles."""
    weights = prepared.weighing.words
    sides = [
        [(p.content, sqrt(fsum(weights[s] ** 2 for s in p.content))) for p in side]
        for side in (prepared.left, prepared.right)
    ]
    return {
        (i, j): fsum(weights[s] ** 2 for s in x & y) / (n * m)
        for i, (x, n) in enumerate(sides[0])
        for j, (y, m) in enumerate(sides[1])
        if n * m and x & y
    }


if __name__ == "__main__":
    main()
