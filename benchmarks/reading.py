"""How well pages are read and piles grouped, and how fast.

    python benchmarks/reading.py [--pages] [--grouping] [--show]

Pages: those in `tests/pages`, written for this in the shapes that news sites use, each with its truth. Body F1 counts
words, with repetition. Grouping: piles made here of invented events, each told by several outlets in other words, and
the annotated stories; pairwise F1 counts pairs of articles put into one story.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tui")]

from benchmarks.piles import make_pile  # noqa: E402 - after the path is set

from variorum.engine.nouns import Article, Role  # noqa: E402
from variorum.reading import read_all  # noqa: E402
from variorum.reading.grouping import Grouping, group_into_stories  # noqa: E402

PAGES = ROOT / "tests" / "pages"
FIELDS = ("title", "outlet", "byline", "published")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", action="store_true", help="only the pages")
    parser.add_argument("--grouping", action="store_true", help="only the piles")
    parser.add_argument("--show", action="store_true", help="name what is wrong")
    options = parser.parse_args()
    if not options.grouping:
        pages(show=options.show)
    if not options.pages:
        grouping()


def pages(*, show: bool) -> None:
    """Print how the pages are read."""
    truth = json.loads((PAGES / "truth.json").read_text("utf-8"))
    paths = [str(PAGES / f"{name}.html") for name in truth]
    read_all(paths[:1])
    began = time.perf_counter()
    result = read_all(paths)
    spent = time.perf_counter() - began
    assert not result.failures, result.failures
    scores: list[float] = []
    right: Counter[str] = Counter()
    for (name, expected), article in zip(truth.items(), result.articles, strict=True):
        scores.append(body_f1(article, expected["body"]))
        wrong = [f for f in (*FIELDS, "cut_off", "captions") if not field_right(article, f, expected[f])]
        right.update({f: f not in wrong for f in (*FIELDS, "cut_off", "captions")})
        if show:
            print(f"{name:20} {scores[-1]:.3f} {', '.join(f'{f}: {getattr(article, f, None)!r}' for f in wrong)}")
    print(f"pages: {len(scores)}; body F1 mean {sum(scores) / len(scores):.3f}, worst {min(scores):.3f}")
    print("right: " + ", ".join(f"{f} {right[f] / len(scores):.0%}" for f in (*FIELDS, "cut_off", "captions")))
    print(f"{1000 * spent / len(paths):.0f} ms a page, the parser's start and imports included")
    began = time.perf_counter()
    read_all(paths * 4)
    print(f"{1000 * (time.perf_counter() - began - spent) / (3 * len(paths)):.0f} ms a page after import")


def body_f1(article: Article, body: list[str]) -> float:
    """Harmonic mean of precision and recall over the words of the body sentences, with repetition."""
    found = Counter(_words(" ".join(article.sentence_text(i) for i in article.body)))
    expected = Counter(_words(" ".join(body)))
    both = (found & expected).total()
    return 2 * both / max(1, found.total() + expected.total())


def field_right(article: Article, field: str, expected: object) -> bool:
    """Whether a field is as expected. What no page states must be missing or marked as guessed."""
    if field == "captions":
        found = " ".join(article.sentence_text(s.index) for s in article.sentences if s.role is Role.CAPTION)
        assert isinstance(expected, list)
        return all(_plain(str(caption)) in _plain(found) for caption in expected)
    value = getattr(article, field)
    if expected is None:
        return value is None or field in article.guessed
    if field == "published":
        return str(value or "")[:10] == expected
    if field == "cut_off":
        return bool(value == expected)
    if field == "byline":
        return _plain(str(value or "").replace(",", " and ")) == _plain(str(expected))
    return _plain(str(value or "")) == _plain(str(expected))


def grouping() -> None:
    """Print how piles fall into stories."""
    for count, seed in ((1000, 1), (1000, 2), (200, 3)):
        articles, labels = make_pile(count, seed)
        began = time.perf_counter()
        found = group_into_stories(articles)
        spent = time.perf_counter() - began
        precision, recall, f1 = pairwise(found, labels)
        stories = len(set(labels.values()))
        print(
            f"pile of {count} ({stories} events): {spent:.1f} s, pairwise precision {precision:.3f}, "
            f"recall {recall:.3f}, F1 {f1:.3f}; {len(found.stories)} stories, {len(found.singletons)} singletons"
        )
    files = sorted((ROOT / "tests" / "gold").glob("story-*/*.txt"))
    articles = list(read_all([*map(str, files), str(ROOT / "seeds")]).articles)
    labels = {a.id: Path(a.source).parent.name for a in articles}
    print("annotated stories and seeds: F1 {2:.3f}".format(*pairwise(group_into_stories(articles), labels)))


def pairwise(found: Grouping, labels: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of articles in one story."""
    together = {frozenset(pair) for s in found.stories for pair in combinations((a.id for a in s.articles), 2)}
    wanted = {frozenset((a, b)) for a, b in combinations(labels, 2) if labels[a] == labels[b]}
    both = len(together & wanted)
    return both / max(1, len(together)), both / max(1, len(wanted)), 2 * both / max(1, len(together) + len(wanted))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _plain(text: str) -> str:
    return " ".join(_words(text))


if __name__ == "__main__":
    main()
