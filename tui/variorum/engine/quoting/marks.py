"""Quotation marks: which ones open, which close, and the stretches of text between them."""

from __future__ import annotations

import re
from typing import NamedTuple

from variorum.engine.nouns import Span
from variorum.text.patterns import lazy_pattern

_MARK = lazy_pattern(r"[\"“”„‟«»‹›‘’‚‛'「」『』＂]")
_OPENERS_BEFORE = frozenset("([{—–-―/…¿¡|*_>")
_ENDS = frozenset(".,!?…;:)]}—–。！？，、；：؟۔،")
_PAIRS = {"「": "」", "『": "』", "„": '“”"', "‟": '“”"', "‚": "‘’'", "“": "”"}
"""Marks that always open, and what closes them."""
_GUILLEMETS = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
_SINGLE = frozenset("‘’‚‛'‹›")
_ELISION = lazy_pattern(r"['’](?:\d0s|em\b|til\b|tis\b|twas\b|cause\b|n['’]|cos\b|bout\b|nuff\b)", re.IGNORECASE)
_REVERSED = lazy_pattern(r"(?:^|[\s(])»\w|\w[.,!?…]?«(?=[\s.,!?;:)]|$)")
_FORWARD = lazy_pattern(r"(?:^|[\s(])«[\s\u00a0\u202f]?\w|\w[.,!?…]?[\s\u00a0\u202f]?»(?=[\s.,!?;:)]|$)")
LONGEST_SINGLE = 2000
"""Characters a quotation in single marks may run; beyond, the opening mark was an apostrophe."""


DEEPEST = 8
"""Quotations nested deeper are none: their marks stand for something else."""


class Quoted(NamedTuple):
    """A stretch between outer quotation marks of one paragraph.

    Attributes:
        start: Of the words, after the opening mark and the blanks that French sets behind it.
        end: Of the words, before the closing mark, exclusive.
        outer: The stretch with its marks.
        closed: False where the paragraph ends before the quotation does.
        single: It stands in single marks.
    """

    start: int
    end: int
    outer: Span
    closed: bool = True
    single: bool = False


def guillemets_reversed(text: str) -> bool:
    """Whether a text sets its guillemets as »these«, with the points inwards."""
    if "»" not in text:
        return False
    return len(_REVERSED.findall(text)) > len(_FORWARD.findall(text))


def quoted(text: str, start: int, end: int, *, reversed_guillemets: bool = False) -> tuple[Quoted, ...]:
    """The outermost quoted stretches of one paragraph, in order; what is nested stays inside.

    Args:
        text: The article's text.
        start: Where the paragraph begins.
        end: Where it ends, exclusive.
        reversed_guillemets: As `guillemets_reversed` says of the whole text.
    """
    marks = [m.start() for m in _MARK.finditer(text, start, end)]
    found: list[Quoted] = []
    at = 0
    while at < len(marks):
        position = marks[at]
        closers = _closers(text, position, start, end, reversed_guillemets)
        if not closers:
            at += 1
            continue
        single = text[position] in _SINGLE
        close = _find_close(text, marks, at, closers, end)
        if close is None and single and not _resumed(text, position, end):
            at += 1
            continue
        if close is None and not single and any(text[m] == text[position] for m in marks[at + 1 : at + 2]):
            at += 1
            continue
        last = end if close is None else marks[close]
        found.append(_made(text, position, last, closed=close is not None, single=single))
        at = len(marks) if close is None else close + 1
    return tuple(found)


def _resumed(text: str, opening: int, end: int) -> bool:
    """Whether the next paragraph repeats the opening mark of a quotation in single marks that stays open."""
    following = text[end : end + 8].lstrip()
    return text[end : end + 8].count("\n") > 0 and following[:1] == text[opening] and following[1:2].isalnum()


def _made(text: str, opening: int, closing: int, *, closed: bool, single: bool) -> Quoted:
    start, end = opening + 1, closing
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quoted(start, end, (opening, closing + closed), closed, single)


def _before(text: str, at: int, start: int) -> str:
    return text[at - 1] if at > start else " "


def _after(text: str, at: int, end: int) -> str:
    return text[at + 1] if at + 1 < end else " "


def _closers(text: str, at: int, start: int, end: int, reversed_guillemets: bool) -> str:
    """The marks that close what the mark at `at` opens; empty where it opens nothing."""
    mark = text[at]
    if mark in _PAIRS:
        return _PAIRS[mark]
    if mark in _GUILLEMETS:
        opens = mark in ("»›" if reversed_guillemets else "«‹")
        return _GUILLEMETS[mark] if opens else ""
    before, after = _before(text, at, start), _after(text, at, end)
    if after.isspace():
        return ""
    free = before.isspace() or before in _OPENERS_BEFORE or _MARK.match(before) is not None
    if mark in '"＂”':
        wide = not before.isascii() and before.isalnum()
        return mark if free or wide or before in ":," else ""
    return "’'" if mark in "‘'‛" and free and not _ELISION.match(text, at) else ""


def _find_close(text: str, marks: list[int], at: int, closers: str, end: int) -> int | None:
    """The index in `marks` of the mark that closes the one at `at`, or None."""
    opening = text[marks[at]]
    if opening in "‘'‛‚":
        return _close_single(text, marks, at, closers, end)
    if opening in '"＂”':
        return _close_straight(text, marks, at, opening, end)
    own, depth = opening, 0
    for k in range(at + 1, len(marks)):
        mark = text[marks[k]]
        if mark == own and own not in closers:
            depth += 1
            if depth > DEEPEST:
                return None
        elif mark in closers:
            if depth == 0:
                return k
            depth -= 1
    return _last_closer(text, marks, at, closers) if depth else None


def _last_closer(text: str, marks: list[int], at: int, closers: str) -> int | None:
    return next((k for k in range(len(marks) - 1, at, -1) if text[marks[k]] in closers), None)


def _close_straight(text: str, marks: list[int], at: int, opening: str, end: int) -> int | None:
    """The next straight mark that may close; a mark after a blank and before a letter opens something new."""
    for k in range(at + 1, len(marks)):
        if text[marks[k]] == opening:
            before, after = text[marks[k] - 1], _after(text, marks[k], end)
            if before.isspace() and not after.isspace() and after not in _ENDS:
                return None
            return k
    return None


def _close_single(text: str, marks: list[int], at: int, closers: str, end: int) -> int | None:
    """The mark that closes a single one; apostrophes and the genitives of plurals are stepped over if one follows."""
    doubtful: int | None = None
    for k in range(at + 1, len(marks)):
        position = marks[k]
        if position - marks[at] > LONGEST_SINGLE:
            break
        before, mark, after = text[position - 1], text[position], _after(text, position, end)
        if mark in "‘'" and "‘" not in closers and before.isspace() and not after.isspace():
            break
        if mark not in closers or before.isspace() or after.isalnum():
            continue
        if before in _ENDS or after in _ENDS or before not in "sSzxß":
            return k
        doubtful = k if doubtful is None else doubtful
    return doubtful
