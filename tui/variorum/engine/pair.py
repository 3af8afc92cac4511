"""Two articles → Comparison: the links a careful reader would agree to, and the candidates below them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from variorum.collecting import without_collection
from variorum.engine.disagreeing.discrepancies import quotes_of, with_discrepancies
from variorum.engine.leftovers import said_alike, said_apart, told_otherwise
from variorum.engine.matching.competition import Pair
from variorum.engine.matching.grouping import Group, group_pairs
from variorum.engine.matching.model import MODEL, Model
from variorum.engine.matching.relations import relation_of
from variorum.engine.matching.scoring import Prepared, final_scores, gather
from variorum.engine.matching.tokens import SentenceWords, article_words
from variorum.engine.matching.why import reasons
from variorum.engine.nouns import Article, Comparison, Link, Progress
from variorum.engine.thresholds import RELATED, THRESHOLD

MOST_RELATED = 3
"""Candidates below the threshold that a sentence shows."""
SAME_WORDS = 0.99
"""The least score of a pair with the same words."""


def compare_pair(a: Article, b: Article, *, progress: Progress | None = None, model: Model = MODEL) -> Comparison:
    """Compare two articles; comparing them the other way round gives the mirrored result.

    Only body sentences are compared. A link's score is the mean of what a logistic regression makes of its pairs of
    sentences, of shared words, letters, names and figures first, then of their rivals and neighbours too
    (`variorum.engine.matching`); links are those of .5 and more.

    Args:
        progress: Told how far the work is.
        model: The constants of the score; others than those shipped are for measuring.

    Raises:
        Cancelled: Out of `progress`, when it raises that.
    """
    if (b.text, b.id) < (a.text, a.id):
        # One canonical order, so that nothing can depend on which article was named first.
        return compare_pair(b, a, progress=progress, model=model).mirrored()
    with without_collection():
        return _compare(a, b, progress, model)


def _compare(a: Article, b: Article, progress: Progress | None, model: Model) -> Comparison:
    if progress:
        progress("taking sentences apart", 0, 1)
    words = article_words(a), article_words(b)
    prepared = Prepared(*words)
    scores = final_scores(gather(prepared, model, progress), model)
    _settle(scores, _same_words(*words))
    for pair, score in scores.items():
        if score >= THRESHOLD and said_apart(words[0][pair[0]], words[1][pair[1]]):
            scores[pair] = RELATED
    for pair in said_alike(a, b, quotes_of(a), quotes_of(b)):
        scores[pair] = max(scores.get(pair, 0.0), THRESHOLD)
    for pair in told_otherwise(a, b, words, scores):
        scores[pair] = THRESHOLD
    work = _Work((a.body, b.body), prepared, scores)
    accepted = [pair for pair, score in scores.items() if score >= THRESHOLD]
    links = tuple(work.link(group) for group in group_pairs(accepted))
    related = tuple(work.link(((i,), (j,))) for i, j in _below(scores))
    return with_discrepancies(Comparison(a, b, links, related))


def _below(scores: Mapping[Pair, float]) -> list[Pair]:
    """The pairs worth showing below the threshold, best first: those among the best few of both sentences."""
    ranked = sorted((p for p, score in scores.items() if RELATED <= score < THRESHOLD), key=lambda p: (-scores[p], p))
    seen: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
    found = []
    for pair in ranked:
        if all(seen[side][pair[side]] < MOST_RELATED for side in (0, 1)):
            found.append(pair)
        for side in (0, 1):
            seen[side][pair[side]] += 1
    return found


class _Work:
    """What every link of one comparison is made from."""

    def __init__(
        self,
        bodies: tuple[Sequence[int], Sequence[int]],
        prepared: Prepared,
        scores: Mapping[Pair, float],
    ) -> None:
        self._bodies = bodies
        self._prepared = prepared
        self._scores = scores

    def link(self, group: Group) -> Link:
        left, right = group
        prepared = self._prepared
        words_a = [prepared.left[i] for i in left]
        words_b = [prepared.right[j] for j in right]
        relation = relation_of(*(tuple(chain.from_iterable(w.plain for w in side)) for side in (words_a, words_b)))
        pairs = [(i, j) for i in left for j in right]
        score = sum(self._scores[pair] for pair in pairs) / len(pairs)
        # Words side by side may also be the end of one sentence and the beginning of the next.
        phrased = len(pairs) > 1 or prepared.phrased(pairs[0])
        why = reasons(words_a, words_b, prepared.weighing.words, relation, phrased=phrased)
        body_a, body_b = self._bodies
        return Link(tuple(body_a[i] for i in left), tuple(body_b[j] for j in right), relation, score, why=why)


def _same_words(a: Sequence[SentenceWords], b: Sequence[SentenceWords]) -> list[Pair]:
    """Pairs of sentences with the same words: the first with the first, and so on, spare ones with the last."""
    places: defaultdict[tuple[str, ...], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, sentences in enumerate((a, b)):
        for n, sentence in enumerate(sentences):
            if sentence.plain:
                places[sentence.plain][side].append(n)
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
