"""What stands round a figure and tells what it measures: its person, its deed, its neighbours, what time it is by."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

from variorum.engine.details.figure_words import TIME
from variorum.engine.details.figures import Figure, FigureKind
from variorum.engine.details.names import Name, same_name
from variorum.engine.disagreeing.agree import agree, group_of
from variorum.engine.disagreeing.sides import Detail, Side, touching
from variorum.engine.words.word_lists import word_set

Found = Detail[Figure]
"""A figure of a side."""

_GAPS = word_set("short ahead behind adrift further remaining fewer extra additional")
_UP_TO = word_set("until till through bis hasta jusqu'à jusqu'au до")
_ASKED = word_set("starting asking reserve opening guide")
_PRICES = word_set("price bid bids")
BOUNDS = word_set("by before until till bis vor hasta antes avant jusqu'à до")
"""Before a time up to which something holds or has come about."""
_BESIDE = 1
"""Words between two figures that stand beside each other."""
_AGES_APART = 15
_DEED = 2
_ONE = word_set("a an one another ein eine einen un una une один одна")
_PARTS = word_set(
    "other others including includes included among another more additional also plus addition rest up down from "
    "gained gain fewer rose lost"
)
_PUNISHED = word_set(
    "jail jailed prison imprisoned imprisonment bars caged locked sentenced sentence term gefängnis haft "
    "freiheitsstrafe cárcel prisión condenado condenada emprisonnement réclusion condamné condamnée заключения свободы"
)
_NOT_YET = word_set(
    "ask asked asks asking seek seeks seeking sought demand demanded requested recommended face faces facing faced "
    "maximum minimum could may might carries appeal served serving "
    "supervised probation parole suspended fordert forderte gefordert bewährung pide pedía requis"
)
"""Around a term that nobody was given, that was served, or that is spent free."""

FATES = (
    "=killed",
    "=injured",
    "=missing",
    "=arrested",
    "=evacuated",
    "=tote",
    "=verletzte",
    "=muertos",
    "=heridos",
    "=morts",
    "=blessés",
    "=погибли",
    "=пострадали",
)
"""What befalls people, by the senses of its words (`concepts`)."""


def rate(side: Side, figure: Found) -> str:
    """The unit of time after `a` or `per`, behind an amount or what is counted; empty where there is none."""
    after = side.words[figure.last : figure.last + 4]
    for per, unit in pairwise(after):
        if per.low in ("a", "an", "per", "each", "pro", "im", "al", "por", "par") and unit.low in TIME:
            return unit.stem
    return ""


def is_asked(side: Side, figure: Found) -> bool:
    """Whether an amount is the one from which bids start, or that was asked for, and not what was paid."""
    around = side.words[max(0, figure.first - 5) : figure.first] + side.words[figure.last : figure.last + 3]
    return any(x.low in _ASKED and y.low in _PRICES for x, y in pairwise(around))


def is_sum(a: Side, b: Side, one: Found, other: Found) -> bool:
    """Whether a third figure is their sum or difference, and a word says that one is part of another."""
    if one.value.kind is FigureKind.TIME:  # escaped at four, caught three hours later, caught at seven
        apart = abs(one.value.value - other.value.value) * 60
        return any(f.value.unit == "s" and f.value.value == apart for f in (*a.figures, *b.figures))
    if one.value.kind is not FigureKind.NUMBER:
        return False
    x, y = one.value.value, other.value.value
    if x + _and_one(a, one) == y + _and_one(b, other):  # two men and a woman: three people
        return True
    parts = any(word.low in _PARTS for side in (a, b) for word in side.words)
    return parts and any(
        f.value.value in (abs(x - y), x + y) and f.value.kind is FigureKind.NUMBER  # no time of day is one
        for f in (*a.figures, *b.figures)
        if f not in (one, other)
    )


def _and_one(side: Side, figure: Found) -> int:
    """One where "and a" follows what a figure counts."""
    after = [word.low for word in side.words[figure.last : figure.last + 4]]
    return int(any(x in ("and", "und", "y", "et", "и") and y in _ONE for x, y in pairwise(after)))


def partnered(a: Side, one: Found, b: Side, other: Found) -> bool:
    """Whether the figures two words before both, or behind both, agree."""
    for x, y in product(a.figures, b.figures):
        beside = (one.first - x.last, other.first - y.last), (x.first - one.last, y.first - other.last)
        if any(0 <= p <= _BESIDE and 0 <= q <= _BESIDE for p, q in beside) and agree(x.value, y.value):
            return group_of(x.value) == group_of(y.value)
    return False


def is_day_after(a: Side, one: Found, b: Side, other: Found) -> bool:
    """Whether something lasts to one day and what comes of it begins on the next: shut to Monday, open on Tuesday."""
    up_to = [_is_up_to(a, one), _is_up_to(b, other)]
    if up_to[0] == up_to[1] or not one.value.unit == other.value.unit == "weekday":
        return False
    last, next_one = (one, other) if up_to[0] else (other, one)
    return (next_one.value.value - last.value.value) % 7 == 1


def _is_up_to(side: Side, figure: Found) -> bool:
    """Whether something lasts until a day, or is not there before it."""
    before = [word.low for word in side.words[max(0, figure.first - 2) : figure.first]]
    denied = any(word.low in ("not", "no", "nicht", "kein", "keine") for word in side.words[: figure.first])
    return not _UP_TO.isdisjoint(before) or (denied and not BOUNDS.isdisjoint(before))


def is_denied(side: Side, figure: Found) -> bool:
    """Whether a figure is named as the wrong one: "68, not 86"."""
    at = figure.first - 1
    return at > 0 and side.words[at].low in ("not", "nicht") and not touching(side, at - 1, at)


def is_bounded(side: Side, figure: Found) -> bool:
    """Whether a date, a time or a length of time is the one up to which something lasts or comes about."""
    if figure.value.kind is FigureKind.DURATION:
        return figure.value.bound == "<"
    dated = figure.value.kind in (FigureKind.DATE, FigureKind.TIME)
    return dated and figure.first > 0 and side.words[figure.first - 1].low in BOUNDS


def is_within(side: Side, figure: Found, across: Side, other: Found) -> bool:
    """Whether a time of day here is one up to which something had come about, and the other one lies before it."""
    if figure.value.kind is not FigureKind.TIME or other.value.kind is not FigureKind.TIME:
        return False
    led = [s.words[f.first - 1].low if f.first else "" for s, f in ((side, figure), (across, other))]
    return led[0] in BOUNDS and led[1] not in BOUNDS and other.value.value <= figure.value.value


def is_gap(side: Side, figure: Found) -> bool:
    """Whether a number tells how far something is from something else: "12 short", "a further 40"."""
    around = side.words[max(0, figure.first - 1) : figure.first] + side.words[figure.last : figure.last + 1]
    before = side.words[max(0, figure.first - 3) : figure.first]  # "short of a hundred"
    after = [word.low for word in side.words[figure.last : figure.last + 3]]  # "one match to go"
    return (
        any(word.low in _GAPS for word in around)
        or any(word.low == "short" for word in before)
        or ("to", "go") in pairwise(after)
    )


def _deed(side: Side, figure: Found) -> list[str]:
    """What the content words right before a date or time mean, the nearest first, back to the point before."""
    found: list[str] = []
    for k in range(figure.first - 1, -1, -1):
        word = side.words[k]
        if len(found) == _DEED or word.sentence != side.words[figure.first].sentence:
            break
        if not touching(side, k, figure.first):
            break
        if word.content:
            found.append(word.sense)
    return found


def is_of_another(side: Side, figure: Found, across: Side, other: Found) -> bool:
    """Whether the side across tells nothing of what is dated here, while this side tells elsewhere of its deed."""
    deed, theirs = _deed(side, figure), frozenset(_deed(across, other))
    if not deed or not theirs or deed[0] in across.senses or not theirs <= side.senses:
        return False
    return not theirs <= side.near(figure.first, figure.last, _DEED + 1)


def served(side: Side, figure: Found) -> bool:
    """Whether a length of time is that of a punishment: seven years in prison, locked up for nine."""
    n = side.words[figure.first].sentence
    around = [word.low for word in side.words[max(0, figure.first - 6) : figure.last + 4] if word.sentence == n]
    return not _PUNISHED.isdisjoint(around) and _NOT_YET.isdisjoint(around)


def same_person(a: Side, b: Side, one: Found, other: Found) -> bool:
    """Whether an age stands by the same person; where only one is named, two ages far apart are two people's."""
    names_a, names_b = list(_owners(a, one)), list(_owners(b, other))
    if names_a and names_b:
        return any(same_name(x, y) or x.parts[-1] == y.parts[-1] for x in names_a for y in names_b)
    return bool(names_a) == bool(names_b) or abs(one.value.value - other.value.value) < _AGES_APART


def _owners(side: Side, figure: Found) -> Iterator[Name]:
    """Names right before an age or right after it."""
    for name in side.names:
        if 0 <= figure.first - name.last <= 1 or 0 <= name.first - figure.last <= 3:
            yield name.value


def fates(side: Side, figure: Found) -> frozenset[str]:
    """What befell those counted: the nearest of the words for it in the figure's clause."""
    sentence = side.words[figure.first].sentence if side.words else -1
    distances: list[tuple[int, str]] = []
    for k in range(max(0, figure.first - 4), min(len(side.words), figure.last + 8)):
        word = side.words[k]
        if word.sense in FATES and word.sentence == sentence:
            before = figure.first - k + 2 * (k + 1 < figure.first or not touching(side, k, figure.first))
            distances.append((before - 1 if k < figure.first else k - figure.last, word.sense))
    return frozenset([min(distances)[1]]) if distances else frozenset()
