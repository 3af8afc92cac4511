"""Two articles → Comparison."""

from __future__ import annotations

import math
import re
from collections import Counter

from variorum.engine.nouns import Article, Comparison, Link, Progress, Relation

THRESHOLD = 0.5
"""Score from which a candidate is a link; below it is `related`."""

_WORD = re.compile(r"\w+")


def compare_pair(a: Article, b: Article, *, progress: Progress | None = None) -> Comparison:
    """Compare two articles.

    Raises:
        Cancelled: Out of `progress`, when it raises that.
    """
    if progress:
        progress("comparing", 0, 1)
    words_a = {i: Counter(_WORD.findall(a.sentence_text(i).lower())) for i in a.body}
    words_b = {j: Counter(_WORD.findall(b.sentence_text(j).lower())) for j in b.body}
    seen = Counter(w for words in (*words_a.values(), *words_b.values()) for w in words)
    total = len(words_a) + len(words_b) + 1
    weight = {w: math.log(total / n) for w, n in seen.items()}
    found = []
    for i, left in words_a.items():
        for j, right in words_b.items():
            shared = left.keys() & right.keys()
            up = 2 * sum(weight[w] for w in shared)
            down = sum(weight[w] for w in left) + sum(weight[w] for w in right)
            if down and up / down >= 0.2:
                why = tuple(sorted(shared, key=lambda w: (-weight[w], w))[:5])
                relation = Relation.IDENTICAL if left == right else Relation.PARAPHRASE
                found.append(
                    Link((i,), (j,), relation, min(1.0, up / down + 0.2), why=("shared words: " + ", ".join(why),))
                )
    links = tuple(x for x in found if x.score >= THRESHOLD)
    related = tuple(sorted((x for x in found if x.score < THRESHOLD), key=lambda x: -x.score))
    return Comparison(a, b, links, related)
