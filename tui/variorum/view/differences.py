"""The words that differ inside pairs, found only when a pair is shown."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.engine.nouns import Span, SpanPair
from variorum.view.marks import Marks
from variorum.view.memo import Memo
from variorum.view.state import Side


@dataclass(frozen=True)
class Differences:
    """Spans of one side's article: words that its pairs have otherwise, and details that disagree."""

    sides: bool = False
    words: tuple[Span, ...] = ()
    disagreeing: tuple[Span, ...] = ()


_NONE = Differences()
_MEMO: Memo[dict[int, tuple[SpanPair, ...]]] = Memo()


def differences(marks: Marks, side: Side, numbers: tuple[int, ...]) -> Differences:
    """What differs in the pairs of these numbers, as seen from one side."""
    if not numbers or marks.comparison is None:
        return _NONE
    from variorum.engine.spans import word_spans  # noqa: PLC0415 - the first frame is painted without it

    known = _MEMO.get((marks,), dict)
    words: list[Span] = []
    disagreeing: list[Span] = []
    for number in numbers:
        link = marks.links[number]
        if number not in known:
            known[number] = word_spans(marks.comparison, link)
        words += [pair.b if side else pair.a for pair in known[number]]
        for found in link.discrepancies:
            span = found.b_span if side else found.a_span
            if span:
                disagreeing.append(span)
    return Differences(True, tuple(s for s in words if s[0] < s[1]), tuple(disagreeing))
