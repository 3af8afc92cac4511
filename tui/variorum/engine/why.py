"""Why two sides are linked, in words a reader can check against the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from variorum.engine.nouns import Relation
from variorum.engine.tokens import SentenceWords, Token

MOST_WORDS = 6
"""Shared words named at most."""
SHORTEST_PHRASE = 3
"""Words in a row that make a phrase."""
LONGEST_PHRASE = 12
"""Words of a phrase that are shown."""
_RARE = 0.35
"""Share of the heaviest shared word's weight under which a word is not worth naming."""


def reasons(
    a: Sequence[SentenceWords], b: Sequence[SentenceWords], weights: Mapping[str, float], relation: Relation
) -> tuple[str, ...]:
    """What the two sides share, the weightiest first, as the first side prints it."""
    if relation is Relation.IDENTICAL:
        return ("the same words",)
    left = [t for words in a for t in words.tokens]
    stems = {t.stem for words in b for t in words.tokens if t.content}
    shared = {t.stem: t for t in reversed(left) if t.content and t.stem in stems}
    names_right = {name for words in b for name in words.names}
    ranked = sorted(shared.values(), key=lambda t: (-weights[t.stem], t.stem))
    figures = [t for t in ranked if t.stem[0].isdigit()]
    names = [t for t in ranked if t not in figures and (t.name or t.stem in names_right)]
    plain = [t for t in ranked if t not in figures and t not in names]
    found = []
    phrase = shared_phrase(left, [t for words in b for t in words.tokens])
    if phrase:
        found.append(f"phrase “{phrase}”")
    for label, tokens in (("name", names), ("number", figures), ("shared word", plain)):
        words = _worth_naming(tokens, weights)
        if words:
            found.append(f"{label}{'s' if len(words) > 1 else ''}: {', '.join(words)}")
    return tuple(found) or ("its place between linked sentences",)


def shared_phrase(left: Sequence[Token], right: Sequence[Token]) -> str:
    """The longest run of words both sides have, as the left prints it; empty where it is short or holds no content."""
    ends: dict[int, int] = {}
    best = (0, 0)
    where: dict[str, list[int]] = {}
    for j, token in enumerate(right):
        where.setdefault(token.stem, []).append(j)
    for i, token in enumerate(left):
        now: dict[int, int] = {}
        for j in where.get(token.stem, ()):
            now[j] = ends.get(j - 1, 0) + 1
            if now[j] > best[0]:
                best = (now[j], i + 1)
        ends = now
    length, end = best
    run = left[end - length : end]
    if length < SHORTEST_PHRASE or not any(t.content for t in run):
        return ""
    words = " ".join(t.printed for t in run[:LONGEST_PHRASE])
    return words + (" …" if length > LONGEST_PHRASE else "")


def _worth_naming(tokens: Sequence[Token], weights: Mapping[str, float]) -> list[str]:
    if not tokens:
        return []
    least = weights[tokens[0].stem] * _RARE
    return [t.printed for t in tokens[:MOST_WORDS] if weights[t.stem] >= least]
