"""The details on which the outlets of a story disagree: what several pairs of articles show of one is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from variorum.engine.nouns import Comparison, Discrepancy, DiscrepancyType, Link, Story

Value = tuple[str, str, tuple[int, ...]]
"""Words printed, the article's id and the sentences they stand in."""
Found = tuple[Comparison, Link, Discrepancy]
"""A discrepancy and where it was found."""


@dataclass(frozen=True)
class Conflict:
    """One detail on which outlets disagree.

    Attributes:
        values: Each article's words, in the order of the articles.
        found: Where it shows, in the order of the comparisons.
    """

    type: DiscrepancyType
    values: tuple[Value, ...]
    found: tuple[Found, ...]

    @property
    def wordings(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The different words, each with the articles that print them."""
        found: dict[str, list[str]] = {}
        for words, article, _ in self.values:
            key = next((known for known in found if same_wording(known, words, self.type)), words)
            found.setdefault(key, []).append(article)
        return tuple((words, tuple(dict.fromkeys(articles))) for words, articles in found.items())

    def sentences(self, article: str) -> tuple[int, ...]:
        """The sentences of an article in which it shows."""
        return tuple(sorted({s for _, id, several in self.values if id == article for s in several}))


def same_wording(one: str, two: str, type: DiscrepancyType) -> bool:
    """The two say the same; of sources also where one's words stand inside the other's ("to a statement …")."""
    a, b = one.casefold(), two.casefold()
    return a == b or (type is DiscrepancyType.ATTRIBUTION and (f" {a} " in f" {b} " or f" {b} " in f" {a} "))


def conflicts(story: Story) -> tuple[Conflict, ...]:
    """The story's discrepancies, those about the same words of an article joined, in the order of the first article."""
    groups: list[list[Found]] = []
    homes: dict[object, int] = {}
    for found in _every(story):
        places = _places(*found)
        known = sorted({homes[place] for place in places if place in homes})
        home = known[0] if known else len(groups)
        if not known:
            groups.append([])
        for other in known[1:]:
            groups[home] += groups[other]
            groups[other] = []
            homes.update({place: home for place, at in homes.items() if at == other})
        groups[home].append(found)
        homes.update(dict.fromkeys(places, home))
    order = {article.id: place for place, article in enumerate(story.articles)}
    made = [_conflict(order, group) for group in groups if group]
    return tuple(sorted(made, key=lambda conflict: (order.get(conflict.values[0][1], 0), conflict.values[0][2])))


def _every(story: Story) -> Iterator[Found]:
    for comparison in story.comparisons:
        for link in comparison.links:
            for discrepancy in link.discrepancies:
                yield comparison, link, discrepancy


def _places(comparison: Comparison, link: Link, discrepancy: Discrepancy) -> list[object]:
    """What tells the words of each side from others: their span, or the sentences and the words without one."""
    sides = (
        (comparison.a.id, discrepancy.a_span, link.a, discrepancy.a),
        (comparison.b.id, discrepancy.b_span, link.b, discrepancy.b),
    )
    return [(discrepancy.type, id, span or (sentences, words)) for id, span, sentences, words in sides]


def _conflict(order: dict[str, int], group: list[Found]) -> Conflict:
    values: dict[tuple[str, str], Value] = {}
    for comparison, link, d in group:
        values.setdefault((comparison.a.id, d.a), (d.a, comparison.a.id, link.a))
        values.setdefault((comparison.b.id, d.b), (d.b, comparison.b.id, link.b))
    ordered = sorted(values.values(), key=lambda value: (order.get(value[1], 0), value[2]))
    return Conflict(group[0][2].type, tuple(ordered), tuple(group))
