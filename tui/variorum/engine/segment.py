"""Text → paragraphs → sentences with roles. Offsets count characters of the unaltered text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from variorum.engine.nouns import Role, Sentence, Span

KnownRole = tuple[int, int, Role]
"""A stretch of text whose role the reading layer knows (from HTML, front matter): start, end (exclusive), role."""

_PARAGRAPH = re.compile(r"\S(?:.*\S)?")
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[^\W\d_a-z]|[\"'“‘«]?\d)")


def segment(text: str, *, language: str = "en", known: Iterable[KnownRole] = ()) -> tuple[Sentence, ...]:
    """The sentences of a text, in order, each with its role."""
    roles = tuple(known)
    found: list[Sentence] = []
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        for start, end in _sentences(text, paragraph.start(), paragraph.end()):
            role = next((r for a, b, r in roles if a <= start and end <= b), Role.BODY)
            found.append(Sentence(len(found), start, end, number, role))
    return tuple(found)


def _sentences(text: str, start: int, end: int) -> list[Span]:
    cuts = [m.end() for m in _END.finditer(text, start, end)]
    edges = [start, *cuts, end]
    return [(a, a + len(text[a:b].rstrip())) for a, b in pairwise(edges) if text[a:b].strip()]
