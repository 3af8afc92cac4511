"""The words of a text as a reader points at them: in every script, with their combining marks, punctuation apart.

Not the engine's words, which are there to be compared: here every character that is no blank belongs to a word.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple


class Piece(NamedTuple):
    """A word or a punctuation mark: offsets into its text, end exclusive; `begins` what stands between blanks."""

    start: int
    end: int
    begins: bool


_LETTER, _ALONE, _SIGN, _JOINS, _BLANK = range(5)
_INSIDE_WORDS, _INSIDE_FIGURES = "'’.-‐‑_", ",:"
_ZWJ = "\u200d"
# Scripts without blanks between words: a character is what can be pointed at (Unicode Standard Annex 29 breaks the
# first two so, and leaves the others to dictionaries).
_NO_BLANKS = (
    (0x3040, 0x309F),  # Hiragana
    (0x3400, 0x9FFF),  # Han
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
)


@lru_cache(maxsize=64)
def pieces(text: str) -> tuple[Piece, ...]:
    """The words and punctuation marks of a text, in order; at least one."""
    found: list[Piece] = []
    start, before = 0, _BLANK  # of the piece being read
    for n, character in enumerate(text):
        kind = _kind(character)
        if before != _BLANK and _goes_on(text, n, before, kind):
            continue
        if before != _BLANK:
            found.append(_piece(text, found, start, n))
        start, before = n, _SIGN if kind == _JOINS else kind
    if before != _BLANK:
        found.append(_piece(text, found, start, len(text)))
    return tuple(found) or (Piece(0, len(text), True),)


def _goes_on(text: str, n: int, before: int, kind: int) -> bool:
    """The character belongs to the piece before it, which is of the kind `before`."""
    if kind == _BLANK:
        return False
    if kind == _JOINS or text[n - 1] == _ZWJ:
        return True
    if before == _LETTER and kind == _LETTER:
        return True
    if before == _SIGN and kind == _SIGN:
        return text[n] == text[n - 1] or (_is_flag(text[n]) and _is_flag(text[n - 1]))
    if before == _LETTER and kind == _SIGN:  # inside a word: behind a letter and before one
        after = text[n + 1 : n + 2]
        inside = _INSIDE_WORDS + (_INSIDE_FIGURES if text[n - 1].isdigit() and after.isdigit() else "")
        return text[n] in inside and bool(after) and _kind(after) == _LETTER
    return False


def _kind(character: str) -> int:
    if character.isspace():
        return _BLANK
    if character.isascii():
        return _LETTER if character.isalnum() else _SIGN
    category = unicodedata.category(character)
    if category[0] == "M" or category == "Cf" or "\U0001f3fb" <= character <= "\U0001f3ff":
        return _JOINS
    if category[0] not in "LN":
        return _SIGN
    code = ord(character)
    return _ALONE if any(low <= code <= high for low, high in _NO_BLANKS) else _LETTER


def _is_flag(character: str) -> bool:
    """Half of a flag (a regional indicator)."""
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _piece(text: str, found: list[Piece], start: int, end: int) -> Piece:
    """Without blanks between words, what stands between punctuation marks is gone over at once."""
    last = text[found[-1].end - 1] if found else ""
    wide_sign = "\u3000" <= last <= "\u303f" or "\uff01" <= last <= "\uff0f" or last in "：；？！"
    begins = not found or found[-1].end < start or (wide_sign and _kind(text[start]) != _SIGN)
    return Piece(start, end, begins)
