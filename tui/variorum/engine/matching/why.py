"""Why two sides are linked, in words a reader can check against the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from variorum.engine.matching.tokens import SentenceWords, Token
from variorum.engine.nouns import Relation

MOST_WORDS = 6
"""Shared words named at most, of each kind."""
SHORTEST_PHRASE = 3
"""Words in a row that make a phrase."""
LONGEST_PHRASE = 12
"""Words of a phrase that are shown."""
_SEARCHED = 400
"""Words of a side in which the phrase is looked for: an endless sentence must not take endless time."""
_RARE = 0.35
"""Share of the heaviest shared word's weight under which a word is not worth naming."""


def reasons(
    a: Sequence[SentenceWords],
    b: Sequence[SentenceWords],
    weights: Mapping[str, float],
    relation: Relation,
    *,
    phrased: bool = True,
) -> tuple[str, ...]:
    """What the two sides share, the weightiest kind first, as the first side prints it.

    Args:
        weights: The rareness of every word.
        phrased: They may share a phrase: false saves looking for one.
    """
    if relation is Relation.IDENTICAL:
        return ("the same words",)
    left, right = ([t for words in side for t in words.tokens] for side in (a, b))
    theirs = frozenset[str]().union(*[words.content for words in b])
    their_names = frozenset[str]().union(*[words.names for words in b])
    small = {t.stem for t in chain(left, right) if t.printed[0].islower()}  # "the board" of the "Harbour Board"
    shared = {t.stem: t for t in reversed(left) if t.stem in theirs and t.content}
    ranked = sorted(shared.values(), key=lambda t: (-weights[t.stem], t.stem))
    kinds: dict[str, list[Token]] = {"name": [], "number": [], "shared word": []}
    for token in ranked:
        named = token.stem not in small and (token.name or token.stem in their_names)
        kinds["number" if token.stem[0].isdigit() else "name" if named else "shared word"].append(token)
    found = []
    if phrased and (phrase := shared_phrase(left[:_SEARCHED], right[:_SEARCHED])):
        found.append(f"phrase “{phrase}”")
    for label, tokens in sorted(kinds.items(), key=lambda kind: -sum(weights[t.stem] for t in kind[1])):
        words = _worth_naming(tokens, weights)
        if words:
            found.append(f"{label}{'s' if len(words) > 1 else ''}: {', '.join(words)}")
    like = _like_words(left, right)
    if like:
        found.append(f"like words: {', '.join(like)}")
    return tuple(found) or ("its place between linked sentences",)


def shared_phrase(left: Sequence[Token], right: Sequence[Token]) -> str:
    """The longest run of words both sides have, as the left prints it; empty where it is short or holds no content."""
    where: dict[str, list[int]] = {}
    for j, token in enumerate(right):
        where.setdefault(token.stem, []).append(j)
    ends: dict[int, int] = {}
    length, end = 0, 0
    for i, token in enumerate(left):
        places = where.get(token.stem)
        if places is None:
            if ends:
                ends = {}
            continue
        now: dict[int, int] = {}
        for j in places:
            now[j] = ends.get(j - 1, 0) + 1
            if now[j] > length:
                length, end = now[j], i + 1
        ends = now
    run = left[end - length : end]
    if length < SHORTEST_PHRASE or not any(t.content for t in run):
        return ""
    words = " ".join(t.printed for t in run[:LONGEST_PHRASE])
    return words + (" …" if length > LONGEST_PHRASE else "")


def _worth_naming(tokens: Sequence[Token], weights: Mapping[str, float]) -> list[str]:
    if not tokens:
        return []
    least = weights[tokens[0].stem] * _RARE
    return [t.printed.removesuffix("'s") for t in tokens[:MOST_WORDS] if weights[t.stem] >= least]


def _like_words(left: Sequence[Token], right: Sequence[Token]) -> list[str]:
    """Words of one sense that only differ in wording, as "fire / blaze"."""
    if {t.sense for t in left if t.sense}.isdisjoint([t.sense for t in right if t.sense]):
        return []
    stems_left, stems_right = {t.stem for t in left}, {t.stem for t in right}
    others = {t.sense: t for t in reversed(right) if t.sense and t.stem not in stems_left}
    found = {t.sense: t for t in reversed(left) if t.sense in others and t.stem not in stems_right}
    pairs = [f"{t.printed} / {others[sense].printed}" for sense, t in found.items()]
    return sorted(pairs, key=str.casefold)[:MOST_WORDS]
