"""Links joined across outlets: the rows of the coverage matrix.

Joining link by link would chain unlike things (A says what B says, B what C says, and C something else). Links are
taken best first, and a side joins a fact only when its average score to the fact's other carriers, over all the
comparisons made, is high: average-link clustering (Sokal and Michener, 1958), with the scores of related candidates
counted and those of pairs never scored as nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from variorum.engine.matching.tokens import plain_words
from variorum.engine.nouns import Article, Comparison, Fact, Link
from variorum.engine.words.vocabulary import FUNCTION_WORDS

JOIN = 0.5
"""Least average score with which a side joins a fact."""
SHORT = 0.5
"""A carrier with fewer than this share of the longest carrier's words may carry the fact only in part …"""
WITHIN = 0.6
"""… when at least this share of its own words stands in the longest one's."""

_Side = tuple[str, frozenset[int]]
_Cell = tuple[str, int, str, int]


class _Cluster:
    """A fact being put together: who carries it in which sentences."""

    def __init__(self) -> None:
        self.sides: dict[str, set[int]] = {}
        self.links: list[tuple[str, str, Link]] = []
        self.merged = False

    def holds(self, side: _Side) -> bool:
        """Whether one of the side's sentences carries this fact."""
        return not side[1].isdisjoint(self.sides.get(side[0], ()))

    def free(self, article: str) -> bool:
        """Whether the article carries nothing of it yet."""
        return article not in self.sides

    def add(self, side: _Side) -> None:
        """Take in a side."""
        self.sides.setdefault(side[0], set()).update(side[1])


class _Scores:
    """How alike two sentences of two articles are, as far as they were compared."""

    def __init__(self, comparisons: Sequence[Comparison]) -> None:
        self._cells: dict[_Cell, float] = {}
        self._compared: set[tuple[str, str]] = set()
        self._linked: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
        for comparison in comparisons:
            a, b = comparison.a.id, comparison.b.id
            self._compared |= {(a, b), (b, a)}
            for link in comparison.links:
                for i in link.a:
                    self._linked[a, i].add(b)
                for j in link.b:
                    self._linked[b, j].add(a)
            for link in (*comparison.related, *comparison.links):
                for i in link.a:
                    for j in link.b:
                        self._cells[a, i, b, j] = self._cells[b, j, a, i] = link.score

    def compared(self, a: str, b: str) -> bool:
        """Whether the two articles were compared."""
        return (a, b) in self._compared

    def linked(self, article: str, sentences: Iterable[int], other: str) -> bool:
        """Whether one of the sentences is linked with the other article, for whatever fact."""
        return any(other in self._linked.get((article, i), ()) for i in sentences)

    def best(self, a: str, sentences: Iterable[int], b: str, others: Iterable[int]) -> float:
        """The best score between the sentences of one article and those of another."""
        others = tuple(others)
        return max((self._cells.get((a, i, b, j), 0.0) for i in sentences for j in others), default=0.0)


def join_facts(articles: Sequence[Article], comparisons: Sequence[Comparison]) -> tuple[Fact, ...]:
    """The facts of a story, in the order in which the articles first tell them.

    Every body sentence carries at least one fact; a sentence in several links may carry several. An article that was
    not yet compared with any carrier of a fact is unknown there, like one whose text is cut off. So is one with which a
    sentence of the fact is linked for another fact: which half of the sentence it tells cannot be said.
    """
    scores = _Scores(comparisons)
    clusters = _clusters(comparisons, scores)
    order = {article.id: n for n, article in enumerate(articles)}
    texts = {article.id: article for article in articles}
    carried: defaultdict[str, set[int]] = defaultdict(set)
    for cluster in clusters:
        for id, sentences in cluster.sides.items():
            carried[id] |= sentences
    rows = [(cluster.sides, cluster.links) for cluster in clusters if cluster.sides.keys() <= order.keys()]
    rows += [({a.id: {i}}, []) for a in articles for i in a.body if i not in carried[a.id]]
    keyed = sorted(rows, key=lambda row: min((order[id], min(sentences)) for id, sentences in row[0].items()))
    return tuple(_fact(sides, links, texts, scores) for sides, links in keyed)


def _clusters(comparisons: Sequence[Comparison], scores: _Scores) -> list[_Cluster]:
    links = [(c.a.id, c.b.id, link) for c in comparisons for link in c.links]
    links.sort(key=lambda x: -x[2].score)
    clusters: list[_Cluster] = []
    by_sentence: defaultdict[tuple[str, int], list[_Cluster]] = defaultdict(list)
    for a, b, link in links:
        left, right = (a, frozenset(link.a)), (b, frozenset(link.b))
        cluster = _home(left, right, by_sentence, scores)
        if cluster is None:
            cluster = _Cluster()
            clusters.append(cluster)
        for side in (left, right):
            cluster.add(side)
        cluster.links.append((a, b, link))
        for id, sentences in cluster.sides.items():
            for i in sentences:
                if cluster not in by_sentence[id, i]:
                    by_sentence[id, i].append(cluster)
    return [cluster for cluster in clusters if not cluster.merged]


def _home(
    left: _Side,
    right: _Side,
    by_sentence: Mapping[tuple[str, int], Sequence[_Cluster]],
    scores: _Scores,
) -> _Cluster | None:
    """The fact that a link belongs to, two facts made one where the link joins them; None for a new fact."""
    near: list[_Cluster] = []
    for id, sentences in (left, right):
        for i in sorted(sentences):
            near += [c for c in by_sentence.get((id, i), ()) if not c.merged and c not in near]
    both = [c for c in near if c.holds(left) and c.holds(right)]
    if both:
        return both[0]
    ones = [c for c in near if c.holds(left) and c.free(right[0]) and _close(right, c, scores)]
    others = [c for c in near if c.holds(right) and c.free(left[0]) and _close(left, c, scores)]
    for one in ones:
        for other in others:
            if one.sides.keys().isdisjoint(other.sides.keys()) and _average(one, other, scores) >= JOIN:
                for side in other.sides.items():
                    one.add((side[0], frozenset(side[1])))
                one.links += other.links
                other.merged = True
                return one
    homes = [*ones, *others]
    return homes[0] if homes else None


def _close(side: _Side, cluster: _Cluster, scores: _Scores) -> bool:
    one = _Cluster()
    one.add(side)
    return _average(one, cluster, scores) >= JOIN


def _average(one: _Cluster, other: _Cluster, scores: _Scores) -> float:
    """The average of the best scores between the carriers of one and those of the other, where compared."""
    found = [
        scores.best(a, i, b, j) for a, i in one.sides.items() for b, j in other.sides.items() if scores.compared(a, b)
    ]
    return sum(found) / len(found) if found else 0.0


def _fact(
    sides: Mapping[str, set[int]],
    links: Sequence[tuple[str, str, Link]],
    articles: Mapping[str, Article],
    scores: _Scores,
) -> Fact:
    missing = tuple(id for id in articles if id not in sides)
    unknown = tuple(
        id
        for id in missing
        if articles[id].cut_off
        or not any(scores.compared(id, carrier) for carrier in sides)
        or any(scores.linked(carrier, sentences, id) for carrier, sentences in sides.items())
    )
    return Fact(
        {id: tuple(sorted(sides[id])) for id in articles if id in sides},
        missing,
        unknown,
        _partial(sides, links, articles) if len(sides) > 1 else (),
        any(link.discrepancies for _, _, link in links),
    )


def _partial(
    sides: Mapping[str, set[int]], links: Sequence[tuple[str, str, Link]], articles: Mapping[str, Article]
) -> tuple[str, ...]:
    """Carriers linked to only some of another's sentences, or much shorter than the fullest and contained in it."""
    words = {
        id: {
            w
            for i in sentences
            for w in plain_words(articles[id].sentence_text(i))
            if w not in FUNCTION_WORDS.get(articles[id].language, ())
        }
        for id, sentences in sides.items()
    }
    fullest = max(words.values(), key=len)
    found = set()
    for id, own in words.items():
        reached: defaultdict[str, set[int]] = defaultdict(set)
        for a, b, link in links:
            if id in (a, b):
                reached[b if id == a else a].update(link.b if id == a else link.a)
        some_only = any(len(reached[other]) < len(sentences) for other, sentences in sides.items() if reached[other])
        short = len(own) < SHORT * len(fullest) and len(own & fullest) >= WITHIN * len(own)
        if some_only or short:
            found.add(id)
    return tuple(id for id in articles if id in found)
