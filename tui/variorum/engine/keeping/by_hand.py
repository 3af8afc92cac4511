"""Links made and cut by the reader: on a comparison, and as a record that survives a re-run.

The record (`ReaderLinks`) holds anchors, never indices: after the engine has run again, on changed sentences or a
changed text, `apply_reader_links` lays it over the engine's links once more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from variorum.engine.disagreeing.discrepancies import find_discrepancies, quotes_of
from variorum.engine.keeping.anchors import locate, make_anchor
from variorum.engine.keeping.nouns import Anchor, ReaderLinks
from variorum.engine.matching.relations import relation_of
from variorum.engine.matching.tokens import plain_words
from variorum.engine.nouns import Article, Comparison, Discrepancy, Link, Maker, Relation, Span

BY_HAND = "linked by hand"
"""The reason a reader's link gives."""


def with_link(comparison: Comparison, a: Iterable[int], b: Iterable[int]) -> Comparison:
    """The comparison with a reader's link between those sentences, and the details on which they disagree.

    Pairs that stood in other links leave them, so that no pair stands twice.

    Args:
        a: Sentence indices of the first article, in any order.
        b: Likewise of the second.

    Raises:
        ValueError: A side is empty or names a sentence that does not exist.
    """
    left, right = _indices(comparison.a, a), _indices(comparison.b, b)
    rest = without_link(comparison, left, right)
    one, other = comparison.a, comparison.b
    disagree = find_discrepancies(one, other, left, right, quotes_of(one), quotes_of(other))
    made = Link(left, right, _relation(comparison, left, right), 1.0, Maker.READER, (BY_HAND,), disagree)
    return Comparison(comparison.a, comparison.b, _ordered([*rest.links, made]), rest.related)


def without_link(comparison: Comparison, a: Iterable[int], b: Iterable[int]) -> Comparison:
    """The comparison in which no sentence of `a` is linked with one of `b`; nor are they candidates any more.

    Raises:
        ValueError: A side is empty or names a sentence that does not exist.
    """
    left, right = _indices(comparison.a, a), _indices(comparison.b, b)
    links = [part for link in comparison.links for part in _cut(comparison, link, left, right)]
    related = tuple(part for link in comparison.related for part in _cut(comparison, link, left, right))
    return Comparison(comparison.a, comparison.b, _ordered(links), related)


def record_link(readers: ReaderLinks, comparison: Comparison, a: Iterable[int], b: Iterable[int]) -> ReaderLinks:
    """The record with one more link made.

    Raises:
        ValueError: A side is empty or names a sentence that does not exist.
    """
    left, right = _anchors(comparison.a, a), _anchors(comparison.b, b)
    pairs = {frozenset((x, y)) for x in left for y in right}
    cut = tuple(pair for pair in readers.cut if frozenset(pair) not in pairs)
    made = (*left, *right)
    return ReaderLinks((*(m for m in readers.made if m != made), made), cut)


def record_cut(readers: ReaderLinks, comparison: Comparison, a: Iterable[int], b: Iterable[int]) -> ReaderLinks:
    """The record with the pairs of those sentences cut; a link made of only these pairs is forgotten.

    Raises:
        ValueError: A side is empty or names a sentence that does not exist.
    """
    left, right = _anchors(comparison.a, a), _anchors(comparison.b, b)
    gone = set(left) | set(right)
    known = {frozenset(pair) for pair in readers.cut}
    cut = tuple((x, y) for x in left for y in right if frozenset((x, y)) not in known)
    return ReaderLinks(tuple(m for m in readers.made if not set(m) <= gone), (*readers.cut, *cut))


def apply_reader_links(comparison: Comparison, readers: ReaderLinks) -> Comparison:
    """The engine's comparison with the reader's record laid over it: first the links made, then the pairs cut.

    What names other articles, or has no place in these texts any more, is passed over.
    """
    for made in readers.made:
        left, right = _places(comparison.a, made), _places(comparison.b, made)
        if left and right:
            comparison = with_link(comparison, left, right)
    for pair in readers.cut:
        left, right = _places(comparison.a, pair), _places(comparison.b, pair)
        if left and right:
            comparison = without_link(comparison, left, right)
    return comparison


def _indices(article: Article, chosen: Iterable[int]) -> tuple[int, ...]:
    found = tuple(sorted(set(chosen)))
    if not found or found[0] < 0 or found[-1] >= len(article.sentences):
        raise ValueError(f"no such sentences in {article.id}: {list(found)}")
    return found


def _anchors(article: Article, chosen: Iterable[int]) -> tuple[Anchor, ...]:
    sentences = [article.sentences[i] for i in _indices(article, chosen)]
    return tuple(make_anchor(article, s.start, s.end) for s in sentences)


def _places(article: Article, anchors: Iterable[Anchor]) -> tuple[int, ...]:
    """Sentences of the article in which those of the anchors stand that name it."""
    found: set[int] = set()
    for anchor in anchors:
        place = locate(article.text, anchor) if anchor.article == article.id else None
        if place is not None:
            covered = {
                s.index: min(s.end, place.end) - max(s.start, place.start)
                for s in article.sentences
                if s.start < place.end and place.start < s.end
            }
            whole = place.end - place.start
            found |= {
                i
                for i, common in covered.items()
                if 2 * common > min(whole, article.sentences[i].end - article.sentences[i].start)
            }
    return tuple(sorted(found))


def _cut(comparison: Comparison, link: Link, left: tuple[int, ...], right: tuple[int, ...]) -> list[Link]:
    """What is left of a link without those pairs: none, the link itself, or up to two smaller ones."""
    if not (set(left) & set(link.a) and set(right) & set(link.b)):
        return [link]
    sides = [
        (tuple(i for i in link.a if i not in left), link.b),
        (tuple(i for i in link.a if i in left), tuple(j for j in link.b if j not in right)),
    ]
    return [
        replace(link, a=a, b=b, relation=_relation(comparison, a, b), discrepancies=_kept(comparison, link, a, b))
        for a, b in sides
        if a and b
    ]


def _kept(comparison: Comparison, link: Link, a: tuple[int, ...], b: tuple[int, ...]) -> tuple[Discrepancy, ...]:
    """Those discrepancies of a link that lie in the sentences left; one without spans goes with its words."""

    def inside(article: Article, chosen: tuple[int, ...], span: Span | None, words: str) -> bool:
        sentences = [article.sentences[i] for i in chosen]
        if span is None:
            return any(words in article.text[s.start : s.end] for s in sentences)
        return any(s.start <= span[0] and span[1] <= s.end for s in sentences)

    return tuple(
        d
        for d in link.discrepancies
        if inside(comparison.a, a, d.a_span, d.a) and inside(comparison.b, b, d.b_span, d.b)
    )


def _relation(comparison: Comparison, a: tuple[int, ...], b: tuple[int, ...]) -> Relation:
    return relation_of(_words(comparison.a, a), _words(comparison.b, b))


def _words(article: Article, chosen: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(word for i in chosen for word in plain_words(article.sentence_text(i)))


def _ordered(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (link.a, link.b)))
