"""Which words of two texts differ: a word-level diff that is mirrored exactly and bounded for any length.

Words are mapped to characters for Myers' algorithm (An O(ND) Difference Algorithm, 1986) in diff-match-patch, without
its clock. Texts too long for that are first cut at words that stand once on each side and in the same order (patience
diff, after Bram Cohen). A phrase that only moved does not differ.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

Region = tuple[int, int, int, int]
"""Words i0 to before i1 of A stand against words j0 to before j1 of B."""

_LARGEST = 160_000
"""Product of the sides' word counts up to which Myers' algorithm is used as it is."""
_FIRST = 0xF0000
"""First of the private characters that stand for words; their class in Unicode is one and the same."""
_MOST_WORDS = 0x1FFF0
"""How many such characters there are."""
_PHRASE = 2
"""Fewest words of a phrase that counts as moved."""


def differing(a: Sequence[str], b: Sequence[str], light: frozenset[str]) -> list[Region]:
    """The regions in which two runs of normalised words differ, in order; equal runs have none.

    Args:
        light: Words too common to part two differences when they match alone between them.
    """
    if tuple(b) < tuple(a):
        return [(j0, j1, i0, i1) for i0, i1, j0, j1 in differing(b, a, light)]
    return _tidy(_regions(a, b), a, light)


def _regions(a: Sequence[str], b: Sequence[str]) -> list[Region]:
    if _is_small(a, b):
        return _myers(a, b)
    found: list[Region] = []
    done_a = done_b = 0
    for i, j in [*_anchors(a, b), (len(a), len(b))]:
        part_a, part_b = a[done_a:i], b[done_b:j]
        if part_a or part_b:
            inner = _myers(part_a, part_b) if _is_small(part_a, part_b) else _ends(part_a, part_b)
            found += [(i0 + done_a, i1 + done_a, j0 + done_b, j1 + done_b) for i0, i1, j0, j1 in inner]
        done_a, done_b = i + 1, j + 1
    return _joined(found)


def _is_small(a: Sequence[str], b: Sequence[str]) -> bool:
    return len(a) * len(b) <= _LARGEST and len(a) + len(b) <= _MOST_WORDS


def _myers(a: Sequence[str], b: Sequence[str]) -> list[Region]:
    """The regions between the words of a longest common subsequence."""
    # Words that one side lacks match nothing: without them, of a paraphrase, little is left to compare.
    both = frozenset(a) & frozenset(b)
    at_a, at_b = [i for i, word in enumerate(a) if word in both], [j for j, word in enumerate(b) if word in both]
    found: list[Region] = []
    i0 = j0 = 0
    for i, j in [*_matches([a[i] for i in at_a], [b[j] for j in at_b], at_a, at_b), (len(a), len(b))]:
        if i > i0 or j > j0:
            found.append((i0, i, j0, j))
        i0, j0 = i + 1, j + 1
    return found


def _matches(a: Sequence[str], b: Sequence[str], at_a: Sequence[int], at_b: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where the words of a longest common subsequence stand, in order; the k-th word stands at `at_a[k]`, `at_b[k]`."""
    if not a:
        return
    from diff_match_patch import diff_match_patch  # noqa: PLC0415 - a comparison without differing words needs none

    codes = {word: chr(_FIRST + n) for n, word in enumerate(dict.fromkeys(a))}
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    i = j = 0
    for operation, words in engine.diff_main("".join(codes[w] for w in a), "".join(codes[w] for w in b), False):
        n = len(words)
        if operation == 0:
            yield from zip(at_a[i : i + n], at_b[j : j + n], strict=True)
        i += n if operation <= 0 else 0
        j += n if operation >= 0 else 0


def _ends(a: Sequence[str], b: Sequence[str]) -> list[Region]:
    """One region: all that is left between the words that both sides begin and end with."""
    most = min(len(a), len(b))
    head = next((k for k in range(most) if a[k] != b[k]), most)
    tail = next((k for k in range(most - head) if a[-1 - k] != b[-1 - k]), most - head)
    region = (head, len(a) - tail, head, len(b) - tail)
    return [region] if region[0] < region[1] or region[2] < region[3] else []


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """The longest chain, in order on both sides, of words that stand once on each."""
    once_a, once_b = Counter(a), Counter(b)
    where = {word: j for j, word in enumerate(b) if once_b[word] == 1}
    pairs = [(i, where[word]) for i, word in enumerate(a) if once_a[word] == 1 and word in where]
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for k, (_, j) in enumerate(pairs):
        at = bisect_left(tops, j)
        before.append(piles[at - 1] if at else -1)
        if at == len(tops):
            tops.append(j)
            piles.append(k)
        else:
            tops[at], piles[at] = j, k
    chain: list[tuple[int, int]] = []
    k = piles[-1] if piles else -1
    while k >= 0:
        chain.append(pairs[k])
        k = before[k]
    return chain[::-1]


def _joined(regions: Sequence[Region]) -> list[Region]:
    """Regions that touch, made one."""
    found: list[Region] = []
    for region in regions:
        if found and found[-1][1] == region[0] and found[-1][3] == region[2]:
            last = found.pop()
            region = (last[0], region[1], last[2], region[3])  # noqa: PLW2901 - grown by the one before it
        found.append(region)
    return found


def _tidy(regions: Sequence[Region], a: Sequence[str], light: frozenset[str]) -> list[Region]:
    """Regions with lone matches between them taken in: few words, or light ones, between two larger differences."""
    found: list[Region] = []
    for region in regions:
        grown = region
        while found:
            last = found[-1]
            between = a[last[1] : grown[0]]
            weight = sum(0.5 if word in light else 1.0 for word in between)
            smaller = min(max(r[1] - r[0], r[3] - r[2]) for r in (last, grown))
            both = all(r[0] < r[1] and r[2] < r[3] for r in (last, grown))
            if not both or 2 * weight > smaller:
                break
            found.pop()
            grown = (last[0], grown[1], last[2], grown[3])
        found.append(grown)
    return found


def moved(
    a: Sequence[str], b: Sequence[str], regions: Sequence[Region], light: frozenset[str]
) -> tuple[frozenset[int], frozenset[int]]:
    """Words inside the regions that stand in the other side's regions too, as part of the same phrase elsewhere.

    The longest phrases are taken first, each word once; a phrase is two words or more, one of them not light.
    """
    left = [i for i0, i1, _, _ in regions for i in range(i0, i1)]
    right = [j for _, _, j0, j1 in regions for j in range(j0, j1)]
    if not left or not right or len(left) * len(right) > _LARGEST:
        return frozenset(), frozenset()
    places: dict[tuple[str, str], list[int]] = {}
    free_b = set(right)
    for j in right:
        if j + 1 in free_b:
            places.setdefault((b[j], b[j + 1]), []).append(j)
    free_a = set(left)
    phrases: list[tuple[int, int, int]] = []
    for i in left:
        if i + 1 not in free_a:
            continue
        for j in places.get((a[i], a[i + 1]), ()):
            if i - 1 in free_a and j - 1 in free_b and a[i - 1] == b[j - 1]:
                continue  # inside a longer phrase, already taken from its first word
            n = _PHRASE
            while i + n in free_a and j + n in free_b and a[i + n] == b[j + n]:
                n += 1
            if any(word not in light for word in a[i : i + n]):
                phrases.append((-n, i, j))
    for n, i, j in sorted(phrases):
        span_a, span_b = range(i, i - n), range(j, j - n)
        if free_a.issuperset(span_a) and free_b.issuperset(span_b):
            free_a.difference_update(span_a)
            free_b.difference_update(span_b)
    return frozenset(left) - free_a, frozenset(right) - free_b
