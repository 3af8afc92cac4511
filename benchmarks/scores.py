"""How well comparisons agree with annotated stories: the figures that the project is held to.

A predicted sentence is laid over the gold ones by the characters they share, letters and digits only.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from variorum.engine.nouns import Article, Comparison, Quote, Span

Cell = tuple[int, int]
Gold = Mapping[str, Any]
_NOWHERE: Span = (-1, -1)
_CHECKED = ("number", "date", "negation", "name", "attribution")


@dataclass
class Score:
    """Counts that add up over pairs of articles; `figures` turns them into rates."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, key: str, amount: int = 1) -> None:
        """Count something."""
        self.counts[key] += amount

    def rate(self, part: str, whole: str) -> float:
        """One count over another; 0 where there is nothing to count."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 0.0

    def figures(self) -> dict[str, float]:
        """Every rate by its name."""
        precision, recall = self.rate("right pairs", "pairs made"), self.rate("found", "to find")
        return {
            "segmentation F1": _f1(self.rate("cut right", "cut"), self.rate("cut right", "to cut")),
            "link precision": precision,
            "link recall": recall,
            "link F1": _f1(precision, recall),
            "shared/unique": self.rate("labels right", "labels"),
            "relation": self.rate("relations right", "relations"),
            **{f"{r} found": self.rate(f"{r} found", r) for r in ("identical", "near", "paraphrase")},
            "look-alikes linked": self.rate("look-alikes linked", "look-alikes"),
            "furniture kept out": self.rate("furniture out", "furniture"),
            "discrepancy recall": self.rate("discrepancies found", "discrepancies"),
            "discrepancy precision": self.rate("discrepancies right", "discrepancies made"),
            "quotes found": self.rate("quotes found", "quotes"),
            "speakers right": self.rate("speakers right", "speakers"),
            "sources right": self.rate("sources right", "sources"),
        }


@dataclass(frozen=True)
class Miss:
    """One disagreement with the annotation, for reading."""

    kind: str
    a: tuple[str, ...]
    b: tuple[str, ...]


def squash(text: str) -> str:
    """Letters and digits only, in lower case."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())


def score_pair(gold: Gold, pair: Gold, comparison: Comparison, files: tuple[str, str], score: Score) -> list[Miss]:
    """Count one comparison against its annotation.

    Args:
        files: The text of both files, as decoded.
    """
    articles = (comparison.a, comparison.b)
    named = [gold["articles"][pair[side]] for side in "ab"]
    laid = [_lay_article(*side, score) for side in zip(articles, named, files, strict=True)]
    cells = [
        (link, {(i, j) for x in link.a for y in link.b for i in laid[0].get(x, ()) for j in laid[1].get(y, ())})
        for link in comparison.links
    ]
    right = {(i, j): n for n, link in enumerate(pair["links"]) for i in link["a"] for j in link["b"]}
    optional = {(i, j) for i, j in pair.get("optional", ())}
    made = {cell for _, found in cells for cell in found}
    _count_pairs(made, right, optional, score)
    _count_labels(made, right, optional, [len(a["sentences"]) for a in named], score)
    relations: dict[int, set[str]] = {}
    disagreeing: list[int | None] = []
    for link, found in cells:
        hit = {right[cell] for cell in found if cell in right}
        for n in hit:
            relations.setdefault(n, set()).add(link.relation.value)
        if link.discrepancies:
            disagreeing += sorted(hit) or [None]
    _count_links(pair["links"], relations, set(disagreeing), score)
    close = look_alikes(gold, pair)
    score.add("look-alikes", len(close))
    score.add("look-alikes linked", len(close & made))
    return list(_misses(named, pair["links"], relations, made - optional - right.keys()))


def look_alikes(gold: Gold, pair: Gold) -> set[Cell]:
    """The annotated close look-alikes between a pair's articles."""
    found: set[Cell] = set()
    for hard in gold.get("hard_negatives", ()):
        if hard.get("grade", "close") == "close":
            if (hard["a"], hard["b"]) == (pair["a"], pair["b"]):
                found.add((hard["i"], hard["j"]))
            elif (hard["b"], hard["a"]) == (pair["a"], pair["b"]):
                found.add((hard["j"], hard["i"]))
    return found


def score_quotes(gold: Gold, article: Article, quotes: Sequence[Quote], file: str, score: Score) -> None:
    """Count an article's quotes: words in the right sentence, speaker (last name), source (half of its words)."""
    stream = squash(file)
    gold_spans = _lay(stream, gold["sentences"])
    spans = _lay(stream, [article.sentence_text(s.index) for s in article.sentences])
    for wanted in gold.get("quotes", ()):
        key = squash(wanted["text"])
        near = [
            q
            for q in quotes
            if (squash(q.text) in key or key in squash(q.text))
            and 2 * len(squash(q.text)) > len(key)
            and _overlap(spans[q.sentence], gold_spans[wanted["sentence"]]) > 0.5
        ]
        score.add("quotes")
        score.add("quotes found", bool(near))
        if wanted.get("speaker"):
            score.add("speakers")
            last = squash(wanted["speaker"].split()[-1])
            score.add("speakers right", any(last in squash(q.speaker or "") for q in near))
        if wanted.get("source"):
            score.add("sources")
            words = _words(wanted["source"])
            score.add("sources right", any(2 * len(words & _words(q.source)) >= max(1, len(words)) for q in near))


def _lay_article(article: Article, gold: Gold, file: str, score: Score) -> dict[int, list[int]]:
    """Each body sentence with the gold sentences it covers."""
    stream = squash(file)
    body = [article.sentence_text(n) for n in article.body]
    wanted = {squash(s) for s in gold["sentences"]}
    score.add("cut", len(body))
    score.add("to cut", len(wanted))
    score.add("cut right", sum(squash(s) in wanted for s in body))
    held = {squash(s) for s in body}
    for text in (*gold.get("boilerplate", ()), *gold.get("captions", ()), *filter(None, [gold.get("title")])):
        score.add("furniture")
        score.add("furniture out", squash(text) not in held)
    spans = _lay(stream, gold["sentences"])
    return {
        n: [i for i, other in enumerate(spans) if _overlap(span, other) > 0.5]
        for n, span in zip(article.body, _lay(stream, body), strict=True)
    }


def _count_pairs(made: set[Cell], right: Mapping[Cell, int], optional: set[Cell], score: Score) -> None:
    counted = made - optional
    score.add("pairs made", len(counted))
    score.add("right pairs", len(counted & right.keys()))
    for side in (0, 1):
        score.add("to find", len({cell[side] for cell in right}))
        score.add("found", len({cell[side] for cell in made & right.keys()}))


def _count_labels(
    made: set[Cell], right: Mapping[Cell, int], optional: set[Cell], sizes: Sequence[int], score: Score
) -> None:
    for side in (0, 1):
        linked, wanted = {c[side] for c in made}, {c[side] for c in right}
        spare = {c[side] for c in optional} - wanted
        for n in set(range(sizes[side])) - spare:
            score.add("labels")
            score.add("labels right", (n in linked) == (n in wanted))


def _count_links(
    links: Sequence[Gold], relations: Mapping[int, set[str]], disagreeing: set[int | None], score: Score
) -> None:
    for n, link in enumerate(links):
        relation = link["relation"]
        score.add(relation)
        if n in relations:
            score.add(f"{relation} found")
            score.add("relations")
            score.add("relations right", relation in relations[n])
        if link.get("discrepancy") and link["discrepancy"].get("type") in _CHECKED:
            score.add("discrepancies")
            score.add("discrepancies found", n in disagreeing)
    score.add("discrepancies made", len(disagreeing))
    score.add("discrepancies right", sum(n is not None and bool(links[n].get("discrepancy")) for n in disagreeing))


def _misses(
    named: Sequence[Gold], links: Sequence[Gold], relations: Mapping[int, set[str]], wrong: set[Cell]
) -> Iterable[Miss]:
    a, b = (side["sentences"] for side in named)
    for n, link in enumerate(links):
        if n not in relations:
            yield Miss(
                f"not found ({link['relation']})", tuple(a[i] for i in link["a"]), tuple(b[j] for j in link["b"])
            )
    for i, j in sorted(wrong):
        yield Miss("wrongly linked", (a[i],), (b[j],))


def _lay(stream: str, parts: Iterable[str]) -> list[Span]:
    """Spans of the parts, found one after another in the stream."""
    spans, at = [], 0
    for part in parts:
        key = squash(part)
        found = stream.find(key, at) if key else -1
        if found < 0:
            found = stream.find(key) if key else -1
        spans.append((found, found + len(key)) if found >= 0 else _NOWHERE)
        at = max(at, spans[-1][1])
    return spans


def _overlap(x: Span, y: Span) -> float:
    if x[0] < 0 or y[0] < 0:
        return 0.0
    shared = min(x[1], y[1]) - max(x[0], y[0])
    return shared / max(1, min(x[1] - x[0], y[1] - y[0])) if shared > 0 else 0.0


def _words(text: str | None) -> set[str]:
    return {w for w in map(squash, (text or "").split()) if len(w) > 2 and w not in ("the", "and", "from", "with")}


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
