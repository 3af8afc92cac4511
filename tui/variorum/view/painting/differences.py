"""The words that differ inside pairs, found only when a pair is shown."""

from __future__ import annotations

from typing import NamedTuple

from variorum.engine.nouns import Link, Span, SpanPair
from variorum.view.marks import Marks
from variorum.view.memo import Memo
from variorum.view.state import Side


class Differences(NamedTuple):
    """Spans of one side's article: words that its pairs have otherwise, and details that disagree."""

    sides: bool = False
    words: tuple[Span, ...] = ()
    disagreeing: tuple[Span, ...] = ()


_TELLING = 0.6
"""The part of a side's text up to which its differing words are marked: where nearly all differ, marks say nothing."""

_NONE = Differences()
_MEMO: Memo[dict[int, tuple[SpanPair, ...]]] = Memo()


def differences(marks: Marks, side: Side, numbers: tuple[int, ...], *, every: bool = False) -> Differences:
    """What differs in the pairs of these numbers, as seen from one side.

    `every` takes the words of all these pairs; without it, only of those that have enough words in common.
    """
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
        if every or _telling(marks, link, known[number]):
            words += [pair.b if side else pair.a for pair in known[number]]
        for found in link.discrepancies:
            span = found.b_span if side else found.a_span
            if span:
                disagreeing.append(span)
    return Differences(True, tuple(s for s in words if s[0] < s[1]), tuple(disagreeing))


def _telling(marks: Marks, link: Link, pairs: tuple[SpanPair, ...]) -> bool:
    """At least one side has enough of its words from the other."""
    left, right = marks.articles
    sides = ((left, link.a, [p.a for p in pairs]), (right, link.b, [p.b for p in pairs]))
    return any(
        sum(end - start for start, end in spans) <= _TELLING * sum(len(article.sentence_text(n)) for n in numbers)
        for article, numbers, spans in sides
    )
