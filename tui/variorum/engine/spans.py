"""The words that differ between the two sides of a link, as spans of the articles' texts."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from variorum.engine.nouns import Comparison, Link, Span, SpanPair
from variorum.engine.words.vocabulary import FUNCTION_WORDS
from variorum.engine.words.word_diff import Region, differing, moved
from variorum.text.patterns import lazy_pattern

_TOKEN = lazy_pattern(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"  # scripts written without blanks: a character a word
    r"|\d+(?:[.,:\u00a0\u202f]\d+)*"
    r"|[^\W_](?:[\w\u00ad\u200b-\u200d\u0300-\u036f]|['’ʼ](?=\w))*"
    r"|[%$€£¥°&+]"
)
_INVISIBLE = lazy_pattern("[\u00ad\u200b-\u200d'’ʼ]")
_LIGHT = frozenset().union(*FUNCTION_WORDS.values())


class _Word(NamedTuple):
    """A word of one side: as compared, the sentence of the side it stands in, and where in that sentence."""

    form: str
    sentence: int
    start: int
    end: int


def word_spans(comparison: Comparison, link: Link) -> tuple[SpanPair, ...]:
    """The words that differ inside a link, in the order of its first side.

    Every span lies inside one sentence; an empty one marks where the other side's words are missing. Case, the style
    of quotation marks and apostrophes, soft hyphens and punctuation are no differences, nor is a phrase that stands
    elsewhere on the other side. The mirrored link has the mirrored spans.
    """
    starts_a = [comparison.a.sentences[i].start for i in link.a]
    starts_b = [comparison.b.sentences[j].start for j in link.b]
    pairs = _relative(
        tuple(comparison.a.sentence_text(i) for i in link.a),
        tuple(comparison.b.sentence_text(j) for j in link.b),
    )
    return tuple(SpanPair(_absolute(a, starts_a), _absolute(b, starts_b)) for a, b in pairs)


_Place = tuple[int, int, int]
"""A sentence of the side and a span inside it."""


def _absolute(place: _Place, starts: Sequence[int]) -> Span:
    sentence, start, end = place
    return starts[sentence] + start, starts[sentence] + end


@lru_cache(maxsize=4096)
def _relative(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[tuple[_Place, _Place], ...]:
    if b < a:
        return tuple(sorted((y, x) for x, y in _relative(b, a)))
    side_a, side_b = _words(a), _words(b)
    if [w.form for w in side_a] == [w.form for w in side_b]:
        return ()
    if len(a) > 1 and len(b) == 1:
        side_a = _reordered(side_a, side_b)
    elif len(b) > 1:
        side_b = _reordered(side_b, side_a)
    forms_a, forms_b = [w.form for w in side_a], [w.form for w in side_b]
    regions = differing(forms_a, forms_b, _LIGHT)
    kept_a, kept_b = moved(forms_a, forms_b, regions, _LIGHT)
    pairs: list[tuple[_Place, _Place]] = []
    for region in regions:
        pairs += _places(region, side_a, side_b, kept_a, kept_b)
    return tuple(sorted(pairs))


def _words(sentences: Sequence[str]) -> list[_Word]:
    return [
        _Word(_form(m.group()), n, m.start(), m.end())
        for n, text in enumerate(sentences)
        for m in _TOKEN.finditer(text)
    ]


def _form(word: str) -> str:
    if not word.isascii():
        word = unicodedata.normalize("NFKC", _INVISIBLE.sub("", word))
    return word.casefold().replace("'", "")


def _reordered(side: list[_Word], other: Sequence[_Word]) -> list[_Word]:
    """The side's sentences in the order in which the other side tells them: by the middle of their shared words."""
    where: dict[str, int] = {}
    for n, word in enumerate(other):
        where.setdefault(word.form, n)
    places: dict[int, list[int]] = {}
    for word in side:
        places.setdefault(word.sentence, [])
        if word.form in where and word.form not in _LIGHT:
            places[word.sentence].append(where[word.form])
    middle: dict[int, float] = {}
    last = -1.0
    for sentence, found in sorted(places.items()):
        last = middle[sentence] = float(sorted(found)[len(found) // 2]) if found else last
    return sorted(side, key=lambda word: (middle[word.sentence], word.sentence, word.start))


def _places(
    region: Region, a: Sequence[_Word], b: Sequence[_Word], kept_a: frozenset[int], kept_b: frozenset[int]
) -> list[tuple[_Place, _Place]]:
    """The spans of one region: a run of differing words in one sentence on either side, paired in order."""
    i0, i1, j0, j1 = region
    runs_a, runs_b = _runs(a, i0, i1, kept_a), _runs(b, j0, j1, kept_b)
    empty_a, empty_b = _gap(a, i0), _gap(b, j0)
    return [(x or empty_a, y or empty_b) for x, y in zip_longest(runs_a, runs_b)]


def _runs(side: Sequence[_Word], first: int, last: int, kept: frozenset[int]) -> list[_Place]:
    runs: list[_Place] = []
    previous = -2
    for n in range(first, last):
        if n in kept:
            continue
        word = side[n]
        if previous == n - 1 and side[previous].sentence == word.sentence:
            runs[-1] = (word.sentence, runs[-1][1], word.end)
        else:
            runs.append((word.sentence, word.start, word.end))
        previous = n
    return runs


def _gap(side: Sequence[_Word], at: int) -> _Place:
    """The empty span after the word before `at`; before the first word where there is none."""
    if at:
        return side[at - 1].sentence, side[at - 1].end, side[at - 1].end
    if side:
        return side[0].sentence, side[0].start, side[0].start
    return 0, 0, 0
