"""The letter pieces of words: which of them two sentences share, and what those weigh.

A sentence holds some hundred pieces of 3 and 4 letters, and every pair of sentences asks for the ones it shares. So
a piece is a bit of an integer: the pieces of a sentence are the bits of its words together, and those that two
sentences share are found by one `&`. The weights are held as binary digits too, one integer for each power of two
with the bits of the pieces that have it, so that a weighted sum is a few counts of bits. Whole numbers add up to the
same sum in any order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, reduce
from itertools import count
from math import log, sqrt
from operator import or_
from typing import NamedTuple

from variorum.engine.matching.tokens import SentenceWords

BITS = 6000
"""Pieces that are bits: the first that this process meets. Those that come later are rare, and kept as sets."""
_KNOWN = 50_000
"""Words that are remembered with their pieces."""
_KEPT = 8000
"""Sentences whose pieces are kept; of a book's, memory has no room for all."""
_SCALE = 64
"""What a weight is multiplied by before it is rounded to a whole number: every further binary digit costs a count."""


class Letters(NamedTuple):
    """The letter pieces of a sentence's content words.

    Attributes:
        bits: Those that are bits.
        rest: Those that are not.
        norm: Root of the summed weights.
    """

    bits: int
    rest: frozenset[str]
    norm: float


class _Bits(dict[str, int]):
    """Pieces of 3 letters to their bits, those of 4 to theirs and the bit of their first three letters.

    A piece not met before gets the next bit; where all are taken, it gets none and is not remembered.
    """

    def __init__(self) -> None:
        super().__init__()
        self._next = count()  # gives no number twice, whichever thread asks
        self.full = False

    def __missing__(self, piece: str) -> int:
        bits = self[piece[:3]] if len(piece) > 3 else 0
        if self.full:
            return bits
        number = next(self._next)
        self.full = number >= BITS - 1
        return self.setdefault(piece, bits | 1 << number)


_BITS = _Bits()


@lru_cache(maxsize=_KNOWN)
def _taken_apart(form: str) -> tuple[int, tuple[str, ...]]:
    """The pieces of a word: those that are bits, and the others."""
    edged = f" {form} "
    # The last slice has only 3 letters left; the other pieces of 3 come with those of 4.
    pieces = [edged[i : i + 4] for i in range(len(edged) - 2)]
    bits = reduce(or_, map(_BITS.__getitem__, pieces), 0)
    rest = [p for piece in pieces for p in {piece, piece[:3]} if p not in _BITS] if _BITS.full else ()
    return bits, tuple(rest)


class Alphabet:
    """The letter pieces of two articles, weighed by the square of their rareness in them.

    Args:
        sentences: Those of both articles.
    """

    def __init__(self, sentences: Iterable[SentenceWords]) -> None:
        digits: list[int] = []
        rest: Counter[str] = Counter()
        total = 1
        self._kept: list[tuple[int, frozenset[str]]] = []
        for sentence in sentences:
            bits, others = _pieces(sentence)
            if total <= _KEPT:
                self._kept.append((bits, others))
            _count(digits, bits)
            rest.update(others)
            total += 1
        weights = [(_weight(holders, total), pieces) for holders, pieces in _by_count(digits)]
        highest = max((weight.bit_length() for weight, _ in weights), default=0)
        # The pieces whose weights have a binary digit, for each digit, the highest first.
        self._planes = [
            reduce(or_, [pieces for weight, pieces in weights if weight >> power & 1], 0)
            for power in reversed(range(highest))
        ]
        weighed = {holders: _weight(holders, total) for holders in frozenset(rest.values())}
        self._weigh_one: Callable[[str], int] = {p: weighed[n] for p, n in rest.items()}.__getitem__

    def of(self, sentence: SentenceWords, number: int) -> Letters:
        """The pieces of one of the sentences, given with its place among them."""
        bits, rest = self._kept[number] if number < _KEPT else _pieces(sentence)
        return Letters(bits, rest, sqrt(self._sum(bits, rest)))

    def cosine(self, x: Letters, y: Letters) -> float:
        """How like two sentences' pieces are, 0 to 1."""
        bits, rest = x.bits & y.bits, x.rest & y.rest
        return self._sum(bits, rest) / (x.norm * y.norm) if bits or rest else 0.0

    def _sum(self, bits: int, rest: frozenset[str]) -> int:
        known = 0
        for plane in self._planes:
            known += known + (bits & plane).bit_count()
        return known + sum(map(self._weigh_one, rest)) if rest else known


def _weight(count: int, total: int) -> int:
    """The square of a piece's rareness as a whole number; one of every sentence still weighs a little."""
    return max(1, round(_SCALE * log(total / count) ** 2))


def _pieces(sentence: SentenceWords) -> tuple[int, frozenset[str]]:
    """The pieces of a sentence's content words."""
    bits = 0
    rest: list[str] = []
    for token in sentence.tokens:
        if token.letters:
            own, others = _taken_apart(token.letters)
            bits |= own
            rest += others
    return bits, frozenset(rest)


def _count(digits: list[int], bits: int) -> None:
    """Add one to the counts of these bits; bit b of the k-th number is the k-th binary digit of b's count."""
    for k, digit in enumerate(digits):
        digits[k] = digit ^ bits
        bits &= digit
        if not bits:
            return
    if bits:
        digits.append(bits)


def _by_count(digits: list[int]) -> Iterator[tuple[int, int]]:
    """Each count that occurs with the bits that have it."""
    parts = [(0, reduce(or_, digits))] if digits else []
    for digit in reversed(digits):
        halves = [((count << 1, bits & ~digit), (count << 1 | 1, bits & digit)) for count, bits in parts]
        parts = [part for pair in halves for part in pair if part[1]]
    yield from parts
