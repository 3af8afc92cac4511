"""Two articles → Comparison: the links a careful reader would agree to, and the candidates below them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from variorum.engine.competition import Pair
from variorum.engine.discrepancies import with_discrepancies
from variorum.engine.grouping import Group, group_pairs
from variorum.engine.model import MODEL, Model
from variorum.engine.nouns import Article, Comparison, Link, Progress
from variorum.engine.relations import relation_of
from variorum.engine.scoring import Prepared, final_scores, gather, prepare
from variorum.engine.thresholds import RELATED, THRESHOLD
from variorum.engine.tokens import article_words, plain_words
from variorum.engine.why import reasons

SAME_WORDS = 0.99
"""The least score of a pair with the same words."""


def compare_pair(a: Article, b: Article, *, progress: Progress | None = None, model: Model = MODEL) -> Comparison:
    """Compare two articles; comparing them the other way round gives the mirrored result.

    Args:
        progress: Told how far the work is.
        model: The constants of the score; others than those shipped are for measuring.

    Raises:
        Cancelled: Out of `progress`, when it raises that.
    """
    if (b.text, b.id) < (a.text, a.id):
        # One canonical order, so that nothing can depend on which article was named first.
        return compare_pair(b, a, progress=progress, model=model).mirrored()
    if progress:
        progress("taking sentences apart", 0, 1)
    prepared = prepare(article_words(a), article_words(b))
    plain = tuple([plain_words(x.sentence_text(i)) for i in x.body] for x in (a, b))
    scores = final_scores(gather(prepared, model, progress), model)
    same = _same_words(*plain)
    _settle(scores, same)
    work = _Work(a, b, prepared, plain, scores)
    accepted = [pair for pair, score in scores.items() if score >= THRESHOLD]
    links = tuple(work.link(group) for group in group_pairs(accepted))
    below = sorted(
        (pair for pair, score in scores.items() if RELATED <= score < THRESHOLD), key=lambda p: (-scores[p], p)
    )
    return with_discrepancies(Comparison(a, b, links, tuple(work.link(((i,), (j,))) for i, j in below)))


class _Work:
    """What every link of one comparison is made from."""

    def __init__(
        self,
        a: Article,
        b: Article,
        prepared: Prepared,
        plain: Sequence[Sequence[tuple[str, ...]]],
        scores: Mapping[Pair, float],
    ) -> None:
        self._bodies = (a.body, b.body)
        self._prepared = prepared
        self._plain = plain
        self._scores = scores

    def link(self, group: Group) -> Link:
        left, right = group
        relation = relation_of(_joined(self._plain[0], left), _joined(self._plain[1], right))
        pairs = [(i, j) for i in left for j in right]
        score = sum(self._scores[pair] for pair in pairs) / len(pairs)
        why = reasons(
            [self._prepared.left[i].words for i in left],
            [self._prepared.right[j].words for j in right],
            self._prepared.weighing.words,
            relation,
        )
        body_a, body_b = self._bodies
        return Link(tuple(body_a[i] for i in left), tuple(body_b[j] for j in right), relation, score, why=why)


def _joined(sentences: Sequence[tuple[str, ...]], chosen: Iterable[int]) -> tuple[str, ...]:
    return tuple(word for i in chosen for word in sentences[i])


def _same_words(a: Sequence[tuple[str, ...]], b: Sequence[tuple[str, ...]]) -> list[Pair]:
    """Pairs of sentences with the same words: the first with the first, and so on, spare ones with the last."""
    places: defaultdict[tuple[str, ...], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, sentences in enumerate((a, b)):
        for n, words in enumerate(sentences):
            if words:
                places[words][side].append(n)
    found: list[Pair] = []
    for left, right in places.values():
        if left and right:
            most = max(len(left), len(right))
            found += [(left[min(k, len(left) - 1)], right[min(k, len(right) - 1)]) for k in range(most)]
    return found


def _settle(scores: dict[Pair, float], same: Sequence[Pair]) -> None:
    """Sentences with the same words are linked, and linked to no other copy of themselves."""
    for pair in same:
        scores[pair] = max(scores.get(pair, 0.0), SAME_WORDS)
