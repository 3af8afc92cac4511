"""Figures of two sides that count the same thing and do not agree.

Figures that agree with one of the other side are set aside first. Of the rest, every pair of one group is weighed by
what speaks for their counting the same: the noun, the words around, standing against each other in otherwise equal
words, and being the only ones left. The best pairs above `ENOUGH` disagree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from variorum.engine.agree import agree, group_of
from variorum.engine.concepts import concepts
from variorum.engine.figure_words import TIME, word_set
from variorum.engine.figures import Figure, FigureKind, figures
from variorum.engine.names import Name, same_name
from variorum.engine.nouns import Discrepancy, DiscrepancyType
from variorum.engine.sides import Detail, Facing, Side
from variorum.engine.tokens import stem
from variorum.engine.vocabulary import FUNCTION_WORDS

ENOUGH = 2.0
"""Least weight of a pair that disagrees."""
SAME_NOUN = 2.0
OTHER_NOUN = -1.5
FACING = 2.0
SHARED_WORD = 0.7
"""For each word that the surroundings share, up to `MOST_SHARED`."""
MOST_SHARED = 3
ALONE = 1.0
"""Both are the only figures left of their group."""
SAME_FATE = 1.5
"""Both count the dead, or both the injured, or the like."""
MEASURED, AMOUNT = 0.5, 1.0
"""Measures and amounts of money are rarer than bare numbers."""
MISPRINT = 0.8
"""The same digits in another order, or with a nought more."""
OTHER_FATE = -4.0
"""One counts the dead and the other the injured, or the like."""
OTHER_RATE = -1.5
"""An amount a month and one a year, or one of them not by time."""
CROWD = -0.7
"""For each further figure of the group that is left on either side, up to `MOST_CROWD`."""
MOST_CROWD = 2
KNOWN = -2.0
"""Each article has the other's figure as well, elsewhere: they are two figures."""
KNOWN_ONCE = -0.7
"""One of the articles has the other's figure elsewhere."""
SUM = -4.0
"""One is the other and a third: "four nuns and 12 others" are "16 people"."""
REPEATED = -1.5
"""One of them agrees with another figure of the other side."""
FAR_APART = -1.0
"""Small and large: more than `FAR` times."""
FAR = 20.0
_GROUP_WEIGHT = {"score": 1.0, "weekday": 0.3, "clock": 0.5, "percent": 0.3, "ordinal": -1.0, "s": -0.3}
_DATE_WEIGHT = {"date": 0.4, "year": -0.6, "decade": -0.6}
EVERYDAY = 13
"""Counts below this stand in an article by chance."""
_PRINTED_SHORT = (FigureKind.NUMBER, FigureKind.MONEY, FigureKind.PERCENT, FigureKind.AGE)
_ANYONE = frozenset(["=people", "=menschen", "=personas"])
"""Senses of nouns that any other noun for people may stand for."""
_FACING_WORDS = 4
_PARTS = word_set(
    "other others including includes included among another more additional also plus addition rest up down from "
    "gained gain fewer rose lost"
)
_REPORTS = word_set(
    """
    said says say told tells announced reported reports added confirmed stated wrote tweeted posted according insisted
    warned sagte sagten teilte mitteilte berichtete erklärte meldete hieß dijo dijeron informó anunció afirmó declaró
    según reconoció dit annoncé déclaré indiqué rapporté
    """
)
_FATES = ("=killed", "=injured", "=missing", "=arrested", "=evacuated", "=tote", "=verletzte", "=muertos", "=heridos")
_Found = Detail[Figure]


def figures_that_disagree(a: Side, b: Side, facing: Facing) -> list[Discrepancy]:
    """Numbers and dates on which the sides disagree."""
    found_a, found_b = a.figures, b.figures
    if not found_a or not found_b:
        return []
    left_a, left_b = _unmatched(a, b)
    pairs: list[tuple[float, int, int]] = []
    for i in left_a:
        for j in left_b:
            one, other = found_a[i], found_b[j]
            if group_of(one.value) != group_of(other.value) or agree(one.value, other.value):
                continue
            weight = _weight(a, b, one, other, facing)
            others = _others(one, left_a, found_a) + _others(other, left_b, found_b)
            weight += CROWD * min(others, MOST_CROWD) if others else ALONE
            weight += (0, KNOWN_ONCE, KNOWN)[_in_article(a, other) + _in_article(b, one)]
            weight += SUM * _is_sum(a, b, one, other)
            weight += REPEATED * (_agrees(one, found_b) or _agrees(other, found_a))
            if weight >= ENOUGH:
                pairs.append((-weight, i, j))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    disagreeing: list[Discrepancy] = []
    for _, i, j in sorted(pairs):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            disagreeing.append(_discrepancy(a, b, found_a[i], found_b[j]))
    return disagreeing


def _discrepancy(a: Side, b: Side, one: _Found, other: _Found) -> Discrepancy:
    dated = one.value.kind in (FigureKind.DATE, FigureKind.TIME)
    kind = DiscrepancyType.DATE if dated else DiscrepancyType.NUMBER
    return Discrepancy(kind, a.text(one.span), b.text(other.span), one.span, other.span)


def _unmatched(a: Side, b: Side) -> tuple[list[int], list[int]]:
    """Figures without one of their own on the other side that agrees, the best surrounded matched first."""
    pairs = sorted(
        (-_shared(a, b, one, other), i, j)
        for i, one in enumerate(a.figures)
        for j, other in enumerate(b.figures)
        if group_of(one.value) == group_of(other.value) and agree(one.value, other.value)
    )
    done_a: set[int] = set()
    done_b: set[int] = set()
    for _, i, j in pairs:
        if i not in done_a and j not in done_b:
            done_a.add(i)
            done_b.add(j)
    return (
        [i for i, f in enumerate(a.figures) if i not in done_a and not _reporting(a, f)],
        [j for j, f in enumerate(b.figures) if j not in done_b and not _reporting(b, f)],
    )


def _others(figure: _Found, left: Sequence[int], found: Sequence[_Found]) -> int:
    """How many other figures of the group are left on this side."""
    group = group_of(figure.value)
    return sum(group_of(found[k].value) == group for k in left) - 1


def _in_article(side: Side, figure: _Found) -> bool:
    """Whether a figure, other than everyday ones, stands somewhere in the side's article."""
    value = figure.value
    small = value.kind in (FigureKind.NUMBER, FigureKind.SCORE) and value.value < EVERYDAY
    if small or value.unit in ("weekday", "clock", "clock12", "s", "ordinal"):
        return False
    return value.key in figure_keys(side.article.text, side.language)


@lru_cache(maxsize=16)
def figure_keys(text: str, language: str) -> frozenset[str]:
    """The keys of all figures of an article; remembered by text."""
    return frozenset(figure.key for figure in figures(text, language))


def _is_sum(a: Side, b: Side, one: _Found, other: _Found) -> bool:
    """Whether a third figure is their sum or difference, and a word says that one is part of another."""
    if one.value.kind is not FigureKind.NUMBER:
        return False
    parts = any(word.low in _PARTS for side in (a, b) for word in side.words)
    x, y = one.value.value, other.value.value
    return parts and any(
        f.value.value in (abs(x - y), x + y) for f in (*a.figures, *b.figures) if f not in (one, other)
    )


def _rate(side: Side, figure: _Found) -> str:
    """The unit of time after `a` or `per`, empty where none follows an amount."""
    after = side.words[figure.last : figure.last + 2]
    per = len(after) == 2 and after[0].low in ("a", "an", "per", "each", "pro", "im", "al", "por", "par")
    return after[1].stem if per and after[1].low in TIME else ""


def _agrees(figure: _Found, others: Sequence[_Found]) -> bool:
    group = group_of(figure.value)
    return any(group_of(f.value) == group and agree(figure.value, f.value) for f in others)


def _reporting(side: Side, figure: _Found) -> bool:
    """Whether a day is only the day on which someone said it: `officials said on Friday`."""
    if figure.value.unit not in ("weekday", "date"):
        return False
    before = side.words[max(0, figure.first - 3) : figure.first]
    return any(word.low in _REPORTS for word in before)


def _shared(a: Side, b: Side, one: _Found, other: _Found) -> int:
    """Words that the surroundings share; the ones right beside the figures count twice."""
    beside = a.near(one.first, one.last, 1) & b.near(other.first, other.last, 1)
    return len(a.near(one.first, one.last) & b.near(other.first, other.last)) + len(beside)


def _scrambled(x: Figure, y: Figure) -> bool:
    if x.kind not in _PRINTED_SHORT and not x.unit == y.unit == "year":
        return False
    digits = [f"{figure.value:.8g}".replace(".", "").strip("0") for figure in (x, y)]
    return sorted(digits[0]) == sorted(digits[1]) and max(x.value, y.value) >= 10


def _weight(a: Side, b: Side, one: _Found, other: _Found, facing: Facing) -> float:
    x, y = one.value, other.value
    weight = _DATE_WEIGHT[x.unit] if group_of(x) == "date" else _GROUP_WEIGHT.get(group_of(x), 0.0)
    opposite = facing.region(one.first, other.first, _FACING_WORDS) is not None
    weight += FACING * opposite
    fates_a, fates_b = _fates(a, one), _fates(b, other)
    if fates_a and fates_b:
        weight += SAME_FATE if fates_a & fates_b else OTHER_FATE
    if not fates_a & fates_b:
        weight += _noun_weight(a, b, x, y, facing=opposite)
    weight += SHARED_WORD * min(MOST_SHARED, _shared(a, b, one, other))
    weight += MEASURED * (x.kind is FigureKind.NUMBER and x.unit != "") + AMOUNT * (x.kind is FigureKind.MONEY)
    weight += MISPRINT * _scrambled(x, y)
    if x.kind is FigureKind.MONEY and _rate(a, one) != _rate(b, other):
        weight += OTHER_RATE
    if x.kind is FigureKind.AGE and not _same_person(a, b, one, other):
        weight += OTHER_FATE
    small, large = sorted((abs(x.value), abs(y.value)))
    if x.kind is not FigureKind.DATE and large > FAR * max(small, 1e-9):
        weight += FAR_APART
    return weight


def _noun_weight(a: Side, b: Side, x: Figure, y: Figure, *, facing: bool) -> float:
    """What the nouns say that the figures count; ordinals without a common noun are never compared.

    A noun that the other side mentions elsewhere speaks against: that side counts something else.
    """
    if x.kind not in (FigureKind.NUMBER, FigureKind.ORDINAL) or x.unit not in ("", "ordinal"):
        return 0.0
    nouns_x, nouns_y = _nouns(x, a.language), _nouns(y, b.language)
    if nouns_x & nouns_y:
        return SAME_NOUN
    elsewhere = bool(nouns_x & b.senses) or bool(nouns_y & a.senses)
    if x.kind is FigureKind.ORDINAL:
        return SAME_NOUN if (nouns_x or nouns_y) and not (nouns_x and nouns_y) and elsewhere else OTHER_FATE
    both = bool(nouns_x and nouns_y)
    unlike = both and not facing and not _ANYONE & (nouns_x | nouns_y)
    return OTHER_NOUN * (unlike + elsewhere)


def _nouns(figure: Figure, language: str) -> frozenset[str]:
    meanings = concepts(language)
    functions = FUNCTION_WORDS.get(language, FUNCTION_WORDS["en"])
    stems = (stem(word, language) for word in figure.noun.split() if word not in functions)
    return frozenset(meanings.get(base, base) for base in stems)


def _fates(side: Side, figure: _Found) -> frozenset[str]:
    """What befell those counted: the nearest of the words for it in the figure's clause."""
    sentence = side.words[figure.first].sentence if side.words else -1
    distances: list[tuple[int, str]] = []
    for k in range(max(0, figure.first - 4), min(len(side.words), figure.last + 8)):
        word = side.words[k]
        if word.sense in _FATES and word.sentence == sentence:
            distances.append((figure.first - k + 2 if k < figure.first else k - figure.last, word.sense))
    return frozenset([min(distances)[1]]) if distances else frozenset()


def _same_person(a: Side, b: Side, one: _Found, other: _Found) -> bool:
    """Whether an age stands by the same person; unknown counts as the same."""
    names_a, names_b = list(_owners(a, one)), list(_owners(b, other))
    return not names_a or not names_b or any(same_name(x, y) for x in names_a for y in names_b)


def _owners(side: Side, figure: _Found) -> Iterator[Name]:
    """Names right before an age or right after it."""
    for name in side.names:
        if 0 <= figure.first - name.last <= 1 or 0 <= name.first - figure.last <= 3:
            yield name.value
