"""Text → paragraphs → sentences with roles. Offsets count characters of the unaltered text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from variorum.engine.nouns import Role, Sentence, Span
from variorum.engine.segmenting.paragraphs import paragraphs
from variorum.engine.segmenting.roles import dateline_end, is_editors_note, paragraph_roles
from variorum.engine.segmenting.sentences import sentences

KnownRole = tuple[int, int, Role]
"""A stretch of text whose role the reading layer knows (from HTML, front matter): start, end (exclusive), role."""

_WHOLE = frozenset((Role.TITLE, Role.BYLINE, Role.DATELINE))
"""Roles of paragraphs that are not cut into sentences."""


def segment(text: str, *, language: str = "en", known: Iterable[KnownRole] = ()) -> tuple[Sentence, ...]:
    """The sentences of a text, in order, each with its role.

    They do not overlap, and every character that is not blank lies in exactly one.

    Args:
        text: The article's text.
        language: ISO 639-1.
        known: Roles that the source states; they win over what the words suggest, and their edges are kept.
    """
    stated = sorted(known)
    pieces = list(_pieces(text, paragraphs(text), stated))
    spans = [span for _, span, _ in pieces]
    roles = paragraph_roles(text, spans, [role for *_, role in pieces])
    found: list[Sentence] = []
    dated = False
    for (number, (start, end), stated_role), role in zip(pieces, roles, strict=True):
        begin = start
        if role is Role.BODY and not dated and not is_editors_note(text[start:end]):
            dated = True
            begin = dateline_end(text, start, end, language)
            if begin > start:
                found.append(_sentence(text, len(found), (start, begin), number, Role.DATELINE))
        whole = role in _WHOLE or (stated_role is Role.CAPTION)
        cut = [(begin, end)] if whole else sentences(text, begin, end, language=language)
        found += [Sentence(len(found) + k, a, b, number, role) for k, (a, b) in enumerate(cut)]
    return tuple(found)


def _sentence(text: str, index: int, span: Span, paragraph: int, role: Role) -> Sentence:
    return Sentence(index, span[0], span[0] + len(text[slice(*span)].rstrip()), paragraph, role)


def _pieces(text: str, spans: Sequence[Span], stated: Sequence[KnownRole]) -> Iterator[tuple[int, Span, Role | None]]:
    """The paragraphs cut where a stated role begins or ends, each with its number and that role."""
    starts = [a for a, _, _ in stated]
    for number, (start, end) in enumerate(spans):
        first = max(0, bisect_right(starts, start) - 1)
        inside = [k for k in stated[first : _upto(starts, end)] if k[0] < end and k[1] > start]
        edges = sorted({start, end, *(min(max(p, start), end) for a, b, _ in inside for p in (a, b))})
        for a, b in pairwise(edges):
            piece = text[a:b]
            left = a + len(piece) - len(piece.lstrip())
            right = a + len(piece.rstrip())
            if left < right:
                yield number, (left, right), next((r for x, y, r in inside if x <= a and b <= y), None)


def _upto(starts: Sequence[int], end: int) -> int:
    return bisect_right(starts, end - 1)
