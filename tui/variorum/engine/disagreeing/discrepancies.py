"""Details on which the two sides of a link disagree.

Only what is comparable is compared: two figures of a kind that count the same thing or stand in the same surroundings,
two names in the same place, the same statement made and denied, the same words said in two places. A detail that only
one side has is no discrepancy.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from variorum.engine.disagreeing.denials import DENIALS, NONE_OF, SPARED
from variorum.engine.disagreeing.detector import Detector, disagreements
from variorum.engine.disagreeing.figure_disagreement import DATES, NUMBERS
from variorum.engine.disagreeing.name_disagreement import NAMES
from variorum.engine.disagreeing.opposites import OPPOSITES
from variorum.engine.disagreeing.sides import Facing, Side
from variorum.engine.disagreeing.source_disagreement import SOURCES
from variorum.engine.nouns import Article, Comparison, Discrepancy, Link, Quote, Relation
from variorum.engine.once import once_for_article
from variorum.engine.quoting.quotes import find_quotes

LONGEST = 1000
"""Words of a side up to which it is compared: in longer ones every figure would face every other."""

DETAILS: tuple[Detector[Any, Any], ...] = (NUMBERS, DATES, NAMES)
"""What finds details of which a link may have several."""
DENYING: tuple[Detector[Any, Any], ...] = (DENIALS, SPARED, NONE_OF)
"""What finds that the left side denies what the right side says; asked both ways."""

quotes_of = once_for_article(find_quotes)
"""`find_quotes`, once for each article however often it is compared."""


def find_discrepancies(
    a: Article,
    b: Article,
    side_a: tuple[int, ...],
    side_b: tuple[int, ...],
    quotes_a: Iterable[Quote] = (),
    quotes_b: Iterable[Quote] = (),
) -> tuple[Discrepancy, ...]:
    """The details on which these sentences of A and those of B disagree, in the order of A; mirrored input, mirrored.

    Args:
        quotes_a: Quotations of A with their sources; those in other sentences are passed over.
        quotes_b: Likewise of B.
    """
    left = Side(a, side_a, [q for q in quotes_a if q.sentence in side_a])
    right = Side(b, side_b, [q for q in quotes_b if q.sentence in side_b])
    turned = right.order < left.order  # one canonical order: then nothing can depend on which side came first
    found = [d.mirrored() for d in _find(right, left)] if turned else _find(left, right)
    return tuple(sorted(found, key=lambda d: (d.a_span or (0, 0), d.b_span or (0, 0), d.type)))


def _find(a: Side, b: Side) -> list[Discrepancy]:
    if max(len(a.words), len(b.words)) > LONGEST:
        return []
    facing = Facing(a, b)
    found = list(disagreements(SOURCES, a, b, facing)[:1])
    if a.forms != b.forms:
        for detector in DETAILS:
            found += disagreements(detector, a, b, facing)
        found += _stated(a, b, facing)
    return found


def _stated(a: Side, b: Side, facing: Facing) -> Sequence[Discrepancy]:
    """The first of what is stated on one side and denied on the other, in opposite words or by a negator."""
    if found := disagreements(OPPOSITES, a, b, facing):
        return found[:1]
    for detector in DENYING:
        if found := disagreements(detector, a, b, facing):
            return found[:1]
    for detector in DENYING:
        if found := disagreements(detector, b, a, facing):
            return [found[0].mirrored()]
    return ()


def with_discrepancies(comparison: Comparison) -> Comparison:
    """The comparison, each of its links with the details on which its sides disagree."""
    a, b = comparison.a, comparison.b
    if not comparison.links:
        return comparison
    quotes_a, quotes_b = _by_sentence(quotes_of(a)), _by_sentence(quotes_of(b))
    links: list[Link] = []
    for link in comparison.links:
        said_a = [quote for i in link.a for quote in quotes_a.get(i, ())]
        said_b = [quote for j in link.b for quote in quotes_b.get(j, ())]
        if link.relation is Relation.IDENTICAL and not (said_a and said_b):
            links.append(link)
        else:
            links.append(replace(link, discrepancies=find_discrepancies(a, b, link.a, link.b, said_a, said_b)))
    return replace(comparison, links=tuple(links))


def _by_sentence(quotes: Iterable[Quote]) -> dict[int, list[Quote]]:
    found: dict[int, list[Quote]] = {}
    for quote in quotes:
        found.setdefault(quote.sentence, []).append(quote)
    return found
