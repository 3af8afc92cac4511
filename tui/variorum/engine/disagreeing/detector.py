"""The one shape of all that finds details on which the two sides of a link disagree.

    left over   what each side tells, but for what agrees with something across in whatever dress: 6-3, "six to three"
    weigh       how much speaks for two of the rest standing for the same thing, on which they then disagree
    choose      the heaviest pairs, no detail in two of them

A detector answers the first two for one kind of detail; `disagreements` does the rest for all alike. A detail that only
one side has is no discrepancy, and neither are two that need not stand for the same: those weigh nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, Protocol, TypeVar

from variorum.engine.disagreeing.sides import Facing, Side
from variorum.engine.nouns import Discrepancy, DiscrepancyType, Span


class Spot(Protocol):
    """A detail of a side: all that is asked of it is where it stands in the article, if it is printed there."""

    @property
    def span(self) -> Span | None:
        """The detail's characters in the article."""


X = TypeVar("X", bound=Spot)
Y = TypeVar("Y", bound=Spot)


class Rest(NamedTuple, Generic[X, Y]):
    """Two sides and what of each is left over."""

    a: Side
    b: Side
    facing: Facing
    left_a: Sequence[X]
    left_b: Sequence[Y]


@dataclass(frozen=True)
class Detector(Generic[X, Y]):
    """What finds one kind of disagreement.

    Attributes:
        left_over: The details of both sides without those that agree with one across.
        weigh: How much speaks for two details standing for the same; 0 where too little does.
        words: What a detail is called where that is no span of the article; else the words printed are shown.
    """

    type: DiscrepancyType
    left_over: Callable[[Side, Side], tuple[Sequence[X], Sequence[Y]]]
    weigh: Callable[[Rest[X, Y], X, Y], float]
    words: Callable[[X | Y], str] | None = None


def disagreements(detector: Detector[X, Y], a: Side, b: Side, facing: Facing) -> Sequence[Discrepancy]:
    """What a detector finds between two sides, the surest first."""
    left_a, left_b = detector.left_over(a, b)
    if not left_a or not left_b:
        return ()
    rest = Rest(a, b, facing, left_a, left_b)
    weighed = [(detector.weigh(rest, x, y), i, j) for i, x in enumerate(left_a) for j, y in enumerate(left_b)]
    return [
        Discrepancy(
            detector.type,
            _words(detector, a, left_a[i]),
            _words(detector, b, left_b[j]),
            left_a[i].span,
            left_b[j].span,
        )
        for i, j in one_to_one(pair for pair in weighed if pair[0] > 0)
    ]


def _words(detector: Detector[X, Y], side: Side, detail: X | Y) -> str:
    return detector.words(detail) if detector.words else side.text(detail.span or (0, 0))


def one_to_one(pairs: Iterable[tuple[float, int, int]]) -> Iterator[tuple[int, int]]:
    """Of weighed pairs the heaviest first, those of which neither side is in a heavier one.

    Args:
        pairs: Weight, place on the one side, place on the other.
    """
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], *pair[1:])):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            yield i, j
