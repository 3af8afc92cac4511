"""Which words differ between two short texts, for quotes and pairs of sentences in lists."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

from variorum.engine.nouns import Span
from variorum.text.joined import ACCENTS, HYPHENS, UNSEEN

_LETTERS = rf"[^\W_](?:[^\W_]|[{UNSEEN}{ACCENTS}])*"
_WORD = re.compile(
    rf"{_LETTERS}(?:['’.,\-{HYPHENS}–]{_LETTERS})*"
    r"|[$€£¥₹₽%‰]|[\u2600-\u27bf\U0001f000-\U0001faff](?:[\ufe0f\u200d\u2600-\u27bf\U0001f000-\U0001faff])*"
)
"""Words, and signs that say as much as one: of money, of per cent, and pictures."""
_NOT_SEEN = re.compile(f"[{UNSEEN}\ufe0f]")


@dataclass(frozen=True, slots=True)
class WordMarks:
    """Spans of a text's words: `other` where the second text has other words, `extra` where it has none."""

    other: tuple[Span, ...] = ()
    extra: tuple[Span, ...] = ()


def word_marks(one: str, two: str) -> tuple[WordMarks, WordMarks]:
    """The words of each text that the other does not have in that place; case and punctuation do not count.

    Meant for texts of a few hundred words: difflib's matcher, which takes time in the product of both.
    """
    words = ([*_WORD.finditer(one)], [*_WORD.finditer(two)])
    keys = [[_key(match.group()) for match in side] for side in words]
    sides: tuple[list[list[Span]], list[list[Span]]] = ([[], []], [[], []])
    for tag, a, b, c, d in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        kind = 0 if tag == "replace" else 1
        for side, start, end in ((0, a, b), (1, c, d)):
            if start < end:
                sides[side][kind].append((words[side][start].start(), words[side][end - 1].end()))
    return WordMarks(tuple(sides[0][0]), tuple(sides[0][1])), WordMarks(tuple(sides[1][0]), tuple(sides[1][1]))


def _key(word: str) -> str:
    plain = word if word.isascii() else unicodedata.normalize("NFKC", _NOT_SEEN.sub("", word))
    return plain.casefold().replace("’", "'").replace("‐", "-")
