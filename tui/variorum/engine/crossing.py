"""Which links of a pair of articles keep step, and which cross these: the passages that stand elsewhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

Place = tuple[tuple[int, ...], tuple[int, ...], float]
"""A link: its sentence numbers on both sides, ascending, and its weight."""


def crossing(links: Sequence[Place], line: Sequence[int]) -> frozenset[int]:
    """Indices of the unbroken links that stand before a link of the `line` on one side and behind it on the other.

    `line` is what `chain` found. A link that shares a sentence with one of it, and crosses none, has not moved.
    """
    kept = [links[n] for n in line]
    starts = ([a[0] for a, _, _ in kept], [b[0] for _, b, _ in kept])
    ends = ([a[-1] for a, _, _ in kept], [b[-1] for _, b, _ in kept])
    found = set()
    for n, (a, b, _) in enumerate(links):
        if a and b and _unbroken(a) and _unbroken(b):
            before = [bisect_left(ends[side], numbers[0]) for side, numbers in enumerate((a, b))]
            behind = [bisect_right(starts[side], numbers[-1]) for side, numbers in enumerate((a, b))]
            if behind[1] < before[0] or behind[0] < before[1]:
                found.add(n)
    return frozenset(found)


def chain(links: Sequence[Place]) -> tuple[int, ...]:
    """Indices of the heaviest set of links that do not cross, in order.

    A link whose sentences do not follow each other cannot stand in the line, as another sentence stands between.
    Dynamic programming over the links by their end in A, with the best weight up to each end in B in a Fenwick tree:
    O(n log n).
    """
    whole = [n for n, (a, b, _) in enumerate(links) if a and b and _unbroken(a) and _unbroken(b)]
    by_start = sorted(whole, key=lambda n: links[n][0][0])
    by_end = sorted(whole, key=lambda n: links[n][0][-1])
    ends = sorted({links[n][1][-1] for n in whole})
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(ends) + 1)
    total: dict[int, float] = {}
    before: dict[int, int] = {}
    done = 0
    for n in by_start:
        a, b, weight = links[n]
        while done < len(by_end) and links[by_end[done]][0][-1] < a[0]:
            finished = by_end[done]
            _raise(tree, bisect_left(ends, links[finished][1][-1]) + 1, (total[finished], finished))
            done += 1
        best, before[n] = _best(tree, bisect_left(ends, b[0]))
        total[n] = best + weight + 1e-6  # of two sets of equal weight, the one with more links
    found = []
    last = max(whole, key=lambda n: total[n], default=-1)
    while last != -1:
        found.append(last)
        last = before[last]
    return tuple(reversed(found))


def _unbroken(numbers: tuple[int, ...]) -> bool:
    return numbers[-1] - numbers[0] == len(numbers) - 1


def _raise(tree: list[tuple[float, int]], at: int, value: tuple[float, int]) -> None:
    while at < len(tree):
        if value[0] > tree[at][0]:
            tree[at] = value
        at += at & -at


def _best(tree: list[tuple[float, int]], at: int) -> tuple[float, int]:
    best = (0.0, -1)
    while at > 0:
        if tree[at][0] > best[0]:
            best = tree[at]
        at -= at & -at
    return best
