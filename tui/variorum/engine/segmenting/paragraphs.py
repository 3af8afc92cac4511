"""Paragraphs as spans of the unaltered text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from variorum.engine.nouns import Span
from variorum.text.patterns import lazy_pattern

NARROWEST = 40
WIDEST = 110
"""Between these widths, in characters, the lines of a block may be hard-wrapped prose."""

RAGGED = 6
"""Cells by which a full line may be shorter than the column: some programs count bytes."""

_LINE = lazy_pattern(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BREAK = lazy_pattern(r"\r\n?|[\n\v\f\x85\u2028\u2029]")
_ITEM = lazy_pattern(r"(?:[-*+•·–—]|\d{1,3}[.)]|#{1,6}|>)\s")


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text, without the blanks around them: its lines, except that hard-wrapped lines make one."""
    blocks = list(_blocks(text))
    sure = [block for block in blocks if len(block) > 2 and _wrapped(text, block)]
    column = max((b - a for block in sure for a, b in block), default=0) if len(sure) > 1 else 0
    found: list[Span] = []
    for block in blocks:
        if _wrapped(text, block):
            found.append((block[0][0], block[-1][1]))
        else:
            found += _filled(text, block, column) if column else block
    return found


def _blocks(text: str) -> Iterator[list[Span]]:
    """Runs of lines with no blank line between them."""
    block: list[Span] = []
    for match in _LINE.finditer(text):
        start = match.start()
        line = match.group()
        inner = (start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
        if inner[0] >= inner[1]:
            continue
        if block and len(_BREAK.findall(text, block[-1][1], inner[0])) > 1:
            yield block
            block = []
        block.append(inner)
    if block:
        yield block


def _wrapped(text: str, block: Sequence[Span]) -> bool:
    """Whether a block is one paragraph broken at a column: no line but the last had room for the next one's first word.

    Two lines are too few to tell by their widths alone; there the second must go on in the middle of a sentence.
    """
    if len(block) < 2:
        return False
    widths = [b - a for a, b in block]
    width = max(widths)
    if not NARROWEST <= width <= WIDEST or any(_ITEM.match(text, a, b) for a, b in block[1:]):
        return False
    room = 0
    middle = 0
    for (a, b), (c, d) in pairwise(block):
        word = text[c:d].split(maxsplit=1)[0]
        room += (b - a) + 1 + len(word) <= width
        middle += text[b - 1] not in '.!?…:"”’»)' and text[c].islower()
    if len(block) == 2:
        return room == 0 and middle == 1
    return room <= len(block) // 8 and middle * 3 >= len(block) - 1


def _filled(text: str, block: Sequence[Span], column: int) -> list[Span]:
    """The lines of a block, those that run to the column at which this text is wrapped joined to the next."""
    found = [block[0]]
    for (a, b), (c, d) in pairwise(block):
        full = b - a + 1 + len(text[c:d].split(maxsplit=1)[0]) > column - RAGGED
        if full and not _ITEM.match(text, c, d):
            found[-1] = (found[-1][0], d)
        else:
            found.append((c, d))
    return found
