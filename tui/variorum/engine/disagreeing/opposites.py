"""The same stated on both sides in words that mean the opposite: failed and passed, open and "not open"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from variorum.engine.details.figures import Figure, FigureKind
from variorum.engine.disagreeing.agree import date_parts
from variorum.engine.disagreeing.detector import Detector, Rest
from variorum.engine.disagreeing.negation import negator_before
from variorum.engine.disagreeing.sides import Side, touching
from variorum.engine.nouns import DiscrepancyType, Span
from variorum.engine.words.concepts import opposites
from variorum.engine.words.word_lists import word_set

_FACING_WORDS = 2
_SHORTEST = 4
"""Letters a word with "un" in front has more than: unfit."""
_STAGES = word_set(
    """
    appeal appeals appealed overturned quashed retrial originally initially previously formerly eventually subsequently
    earlier
    berufung revision ursprünglich zunächst zuvor apelación inicialmente posteriormente appel cassation initialement
    апелляции первоначально
    """
)
"""Words beside what was once so, or came to be so in the end."""
_SPANS = word_set("year month season term decade century")
_CLOSE = 4
"""Words before a word in which its subject stands; what it is about stands in three times as many behind it."""
_BOTH_WAYS = 2
"""Content words that the surroundings of two opposite words must share."""

_PARTICLES = word_set("down off ahead")
"""The second words of verbs of two."""
_STAYED = word_set("stayed stays remained remains kept keeps became blieb bleibt permaneció quedó resta est")


class _Pole(NamedTuple):
    """A word at one end of an opposition: which opposition and end, negators counted in, and how weak it is.

    The word is the last of the verb that begins at `first`.
    """

    row: int
    end: int
    at: int
    weak: int
    first: int


class _Opposite(NamedTuple):
    """Such a word whose opposite stands across; the span is that of its negator too."""

    row: int
    at: int
    weak: int
    span: Span


def _left_over(a: Side, b: Side) -> tuple[list[_Opposite], list[_Opposite]]:
    """Words of which the other side has the opposite, and neither side both ends of the opposition."""
    found_a, found_b = _poles(a), _poles(b)
    left_a: list[_Opposite] = []
    left_b: list[_Opposite] = []
    for row in sorted(found_a.keys() & found_b.keys()):
        if len({pole.end for pole in found_a[row]}) > 1 or len({pole.end for pole in found_b[row]}) > 1:
            continue
        x, y = found_a[row][0], found_b[row][0]
        # Where one is the other negated, that is for what finds denials to weigh.
        if x.end != y.end and a.words[x.at].stem != b.words[y.at].stem:
            left_a.append(_opposite(a, x))
            left_b.append(_opposite(b, y))
    unmade = [*_unmade(a, b), *((x, y) for y, x in _unmade(b, a))]
    left_a += [_opposite(a, _Pole(-n, 0, x, 0, x)) for n, (x, _) in enumerate(unmade, 1)]
    left_b += [_opposite(b, _Pole(-n, 0, y, 0, y)) for n, (_, y) in enumerate(unmade, 1)]
    return left_a, left_b


def _two_stages(a: Side, x: int, b: Side, y: int) -> bool:
    """Whether one side tells how a matter began and the other how it went on: found guilty, cleared on appeal."""
    told = [[word.low for word in s.words if word.sentence == s.words[k].sentence] for s, k in ((a, x), (b, y))]
    if _is_stage(told[0]) != _is_stage(told[1]):
        return True
    years = [{year for d in side.figures if (year := _year(d.value))} for side in (a, b)]
    return all(years) and years[0].isdisjoint(years[1])


def _is_stage(words: Sequence[str]) -> bool:
    """Whether a sentence tells of what was before, or of what came of it."""
    return not _STAGES.isdisjoint(words) or any(x == "last" and y in _SPANS for x, y in pairwise(words))


def _year(figure: Figure) -> str:
    dated = figure.kind is FigureKind.DATE and figure.unit in ("date", "year")
    return date_parts(figure.key)[0] if dated else ""


def _unmade(side: Side, across: Side) -> Iterator[tuple[int, int]]:
    """Words of a side that deny one across by how they begin: unlocked, locked; none that a negator denies again."""
    for x, word in enumerate(side.words):
        bare = word.low[2:] if word.low.startswith("un") and len(word.low) > _SHORTEST else ""
        if bare and bare != "less" and bare in across.forms:
            y = across.forms.index(bare)
            if negator_before(side, x) is None and negator_before(across, y) is None:
                yield x, y


def _poles(side: Side) -> dict[int, list[_Pole]]:
    """The words of a side that have an opposite, by opposition."""
    table = opposites(side.language)
    found: dict[int, list[_Pole]] = {}
    for k, word in enumerate(side.words):
        several = table.get(f"{side.words[k - 1].stem}+{word.low}", ()) if k and word.low in _PARTICLES else ()
        for row, end, weak in several or table.get(word.stem, ()):
            turned = negator_before(side, k) is not None
            found.setdefault(row, []).append(_Pole(row, -end if turned else end, k, weak, k - bool(several)))
    return found


def _opposite(side: Side, pole: _Pole) -> _Opposite:
    negator = negator_before(side, pole.at)
    start = pole.first if negator is None else negator
    return _Opposite(pole.row, pole.at, pole.weak, (side.words[start].start, side.words[pole.at].end))


def _weigh(rest: Rest[_Opposite, _Opposite], one: _Opposite, other: _Opposite) -> float:
    """One where the surroundings share enough for both to be said of the same."""
    if one.row != other.row:
        return 0.0
    a, b, x, y = rest.a, rest.b, one.at, other.at
    opposed = not one.weak or rest.facing.region(x, y, _FACING_WORDS) or (one.weak == 1 and _framed(a, b, x, y))
    return float(bool(opposed) and _in_common(a, b, x, y, one.weak) and not _two_stages(a, x, b, y))


def _in_common(a: Side, b: Side, x: int, y: int, weak: int) -> bool:
    """Whether two opposite words are said of the same, going by the words around; strong opposites need fewer."""
    near_a, near_b = a.near(x, x + 1), b.near(y, y + 1)
    shared = near_a & near_b
    if not weak and min(len(near_a), len(near_b)) <= 1:
        return True  # "The decision was unanimous": all that the sentence says
    if len(shared) >= _BOTH_WAYS or not shared or weak:
        return len(shared) >= _BOTH_WAYS
    if _object(a, x) == _object(b, y) != "" or (shared in (near_a, near_b) and not (a.figures and b.figures)):
        return True
    return _subject(a, x) == _subject(b, y) != "" and not (_dates(a) and _dates(b))


def _object(side: Side, at: int) -> str:
    """What the content word right behind a word means, small words between them passed over."""
    for word in side.words[at + 1 : at + 4]:
        if word.content or word.sentence != side.words[at].sentence:
            return word.sense if word.sentence == side.words[at].sentence else ""
    return ""


def _subject(side: Side, at: int) -> str:
    """What the content word before a word means, where nothing but small words and a "stayed" stands between."""
    for k in range(at - 1, max(-1, at - _CLOSE), -1):
        word = side.words[k]
        if word.sentence != side.words[at].sentence or not touching(side, k, at):
            return ""
        if word.content and word.low not in _STAYED:
            return word.sense
    return ""


def _dates(side: Side) -> bool:
    return any(d.value.kind is FigureKind.DATE for d in side.figures)


def _framed(a: Side, b: Side, x: int, y: int) -> bool:
    """Whether the same is spoken of before both words and after both, close by."""
    counted = any(d.first in (n + 1, n + 2) for s, n in ((a, x), (b, y)) for d in s.figures)
    if counted:  # five lost and one won of six
        return False
    before = [{w.sense for w in s.words[max(0, n - _CLOSE) : n] if w.content} for s, n in ((a, x), (b, y))]
    after = [{w.sense for w in s.words[n + 1 : n + 1 + 3 * _CLOSE] if w.content} for s, n in ((a, x), (b, y))]
    return not before[0].isdisjoint(before[1]) and not after[0].isdisjoint(after[1])


OPPOSITES = Detector(DiscrepancyType.NEGATION, _left_over, _weigh)
