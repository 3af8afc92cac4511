"""How the words of a link's two sides relate: identical, near or paraphrase, as they are defined for readers."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from variorum.engine.nouns import Relation

NEAR_RATIO = 0.6
"""Word-sequence similarity (difflib, Ratcliff and Obershelp 1988) from which two sides are near."""
NEAR_CONTAINED = 0.9
"""Share of the shorter side's words, found in order in the longer, from which two sides are near."""
_LONG = 2000
"""Words of the shorter side from which their order is not looked at: difflib takes quadratic time."""


def relation_of(a: Sequence[str], b: Sequence[str]) -> Relation:
    """The relation of two sides given as plain words (`tokens.plain_words`), each side's sentences joined."""
    if tuple(a) == tuple(b):
        return Relation.IDENTICAL
    shorter = min(len(a), len(b))
    if not shorter:
        return Relation.PARAPHRASE
    one, other = frozenset(a), frozenset(b)
    common = len(one & other)
    # How many words are shared at most, first as if every repeated one were, then counted.
    most = common + min(len(a) - len(one), len(b) - len(other))
    if not common or _is_far(most, a, b) or _is_far(_shared(a, b), a, b):
        return Relation.PARAPHRASE
    if shorter > _LONG:
        return Relation.NEAR
    # In one order, because difflib is not symmetric.
    first, second = sorted((tuple(a), tuple(b)))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    matched = sum(block.size for block in matcher.get_matching_blocks())
    near = 2 * matched / (len(a) + len(b)) >= NEAR_RATIO or matched / shorter >= NEAR_CONTAINED
    return Relation.NEAR if near else Relation.PARAPHRASE


def _is_far(shared: int, a: Sequence[str], b: Sequence[str]) -> bool:
    return shared / min(len(a), len(b)) < NEAR_CONTAINED and 2 * shared / (len(a) + len(b)) < NEAR_RATIO


def _shared(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words the sides share at most, in whatever order."""
    left: dict[str, int] = {}
    for word in a:
        left[word] = left.get(word, 0) + 1
    shared = 0
    for word in b:
        if left.get(word, 0):
            left[word] -= 1
            shared += 1
    return shared
