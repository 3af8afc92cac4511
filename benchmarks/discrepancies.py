"""How well discrepancies are found when the links are given: recall and precision by type on annotated stories.

usage: python benchmarks/discrepancies.py [--misses] STORY_DIR…   (default: tests/gold/*)

The sentences and links of each `gold.json` are taken as they are, so that only the comparing of details is measured.
A link with an annotated discrepancy is found when any is reported for it; a report on another link is wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tui"))

from variorum.engine.disagreeing.discrepancies import find_discrepancies  # noqa: E402 - the package may not be installed
from variorum.engine.nouns import Article, Discrepancy, Sentence  # noqa: E402 - likewise
from variorum.engine.quoting.quotes import find_quotes  # noqa: E402 - likewise


def gold_article(story: Path, id: str, gold: dict[str, Any]) -> Article:
    """An article with the annotated sentences."""
    text = (story / gold["file"]).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    sentences: list[Sentence] = []
    at = 0
    for n, words in enumerate(gold["sentences"]):
        start = text.index(words, at)
        paragraph = text.count("\n\n", 0, start)
        at = start + len(words)
        sentences.append(Sentence(n, start, at, paragraph))
    return Article(id, gold["file"], text, tuple(sentences), language=gold.get("lang", "en"))


def compared(story: Path) -> Iterator[tuple[dict[str, Any], Article, Article, tuple[Discrepancy, ...]]]:
    """Every annotated link of a story with its articles and the discrepancies found."""
    gold = json.loads((story / "gold.json").read_text("utf-8"))
    articles = {id: gold_article(story, id, one) for id, one in gold["articles"].items()}
    quotes = {id: find_quotes(one) for id, one in articles.items()}
    for pair in gold["pairs"]:
        a, b = articles[pair["a"]], articles[pair["b"]]
        for link in pair["links"]:
            found = find_discrepancies(a, b, tuple(link["a"]), tuple(link["b"]), quotes[pair["a"]], quotes[pair["b"]])
            yield link, a, b, found


def main() -> None:
    """Print the figures, and with `--misses` every link on which annotation and result differ."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("stories", nargs="*", type=Path)
    options = parser.parse_args()
    tally: Counter[tuple[str, str]] = Counter()
    for story in options.stories or sorted(p.parent for p in (ROOT / "tests" / "gold").glob("*/gold.json")):
        for link, a, b, found in compared(story):
            want = link.get("discrepancy")
            if want:
                tally["gold", want["type"]] += 1
                tally["hit", want["type"]] += bool(found)
                tally["same type", want["type"]] += any(d.type == want["type"] for d in found)
            for kind in {d.type.value for d in found}:
                tally["found", kind] += 1
                tally["right", kind] += bool(want)
            tally["links found", ""] += bool(found)
            tally["links right", ""] += bool(found and want)
            if options.misses and bool(found) != bool(want):
                print("MISSED" if want else "WRONG", story.name, want or [(d.type.value, d.a, d.b) for d in found])
                print("   A", " | ".join(a.sentence_text(i) for i in link["a"]))
                print("   B", " | ".join(b.sentence_text(j) for j in link["b"]))
    print(f"{'':12} {'gold':>5} {'found':>6} {'recall':>7} {'precision':>10}")
    for kind in ("number", "date", "name", "negation", "attribution"):
        gold, right, reported = tally["gold", kind], tally["right", kind], tally["found", kind]
        recall, precision = tally["hit", kind] / gold if gold else 1.0, right / reported if reported else 1.0
        print(
            f"{kind:12} {gold:5} {reported:6} {recall:7.2f} {precision:10.2f}   as that type {tally['same type', kind]}"
        )
    gold = sum(n for (what, _), n in tally.items() if what == "gold")
    hit = sum(n for (what, _), n in tally.items() if what == "hit")
    reported, right = tally["links found", ""], tally["links right", ""]
    print(f"{'by link':12} {gold:5} {reported:6} {hit / max(1, gold):7.2f} {right / max(1, reported):10.2f}")


if __name__ == "__main__":
    main()
