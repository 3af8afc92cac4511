"""Figures of two sides that count the same thing and do not agree.

Figures that agree with one of the other side are set aside first. Of the rest, every pair of one group is weighed by
what speaks for their counting the same: the noun, the words around, standing against each other in otherwise equal
words, and being the only ones left. The best pairs above `ENOUGH` disagree.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from variorum.engine.details.figures import Figure, FigureKind, sentence_figures
from variorum.engine.disagreeing.agree import agree, date_parts, group_of
from variorum.engine.disagreeing.figure_surroundings import (
    Found,
    is_day_after,
    is_gap,
    is_of_another,
    is_sum,
    partnered,
    rate,
    same_person,
    served,
)
from variorum.engine.disagreeing.sides import Facing, Side, one_to_one, touching
from variorum.engine.nouns import Article, Discrepancy, DiscrepancyType
from variorum.engine.once import once_for_article
from variorum.engine.words.concepts import meaning_of
from variorum.engine.words.stems import stem
from variorum.engine.words.vocabulary import FUNCTION_WORDS
from variorum.engine.words.word_lists import word_set

ENOUGH = 1.6
"""Least weight of a pair that disagrees."""
WEIGHTS = {
    "same noun": 2.0,  # both count the same thing
    "other noun": -1.0,  # they count things of different names
    "noun elsewhere": -1.5,  # the other side speaks of what this one counts, without this figure
    "facing": 2.0,  # they stand against each other between equal words
    "shared words": 0.7,  # for each word that the surroundings share, up to three
    "beside": 0.7,  # for each of them right beside both figures
    "alone": 1.0,  # both are the only figures left of their group
    "crowd": -0.7,  # for each further figure of the group left on either side, up to two
    "same fate": 1.5,  # both count the dead, or both the injured, or the like
    "other fate": -4.0,  # one counts the dead and the other the injured
    "other person": -4.0,  # ages of two people
    "other rate": -3.0,  # an amount a month and one a year, or one of them not by time
    "partner": 1.6,  # right beside both stand figures that agree: 96 for two, 96 for three
    "one a gap": -4.0,  # 12 short of a hundred, three ahead, a further 40 on one side only
    "day after": -4.0,  # shut until Monday, open again on Tuesday
    "misprint": 0.8,  # the same digits in another order, or with a nought more
    "long misprint": 0.8,  # of three digits and more, that is hardly ever chance
    "known": -2.0,  # each article has the other's figure elsewhere: they are two figures
    "known once": -1.0,  # one of the articles has the other's figure elsewhere
    "sum": -4.0,  # a third figure is their sum or difference: four nuns and 12 others are 16 people
    "other deed": -4.0,  # left the port at nine and collided off the cape; collided off the cape at ten
    "far apart": -1.5,  # one is more than twenty times the other
    "score": 1.0,  # and how likely two figures of a group stand for the same, other things being equal
    "ordinal": -3.0,
    "s": -0.3,  # a length of time
    "date parts": 0.7,  # two dates have the month, the day or the year in common
    "money": 1.0,
}
"""What each piece of evidence weighs."""
MOST_SHARED, MOST_CROWD, FAR = 3, 2, 20.0
EVERYDAY = 13
"""Counts below this stand in an article by chance."""
_PRINTED_SHORT = (FigureKind.NUMBER, FigureKind.MONEY, FigureKind.PERCENT, FigureKind.AGE)
_ANYONE = frozenset(["=people", "=menschen", "=personas", "=personnes", "=человек"])
"""Senses of nouns that any other noun for people may stand for."""
_OF_ANYTHING = word_set(
    "count counts kind kinds type types sort sorts case cases piece pieces item items unit units total totals number"
)
"""Nouns before "of" that tell nothing of what is counted."""
_LONG = 100
_FACING_WORDS = 4
_REPORTS = word_set(
    """
    said says say told tells announced reported reports added confirmed stated wrote tweeted posted according insisted
    warned sagte sagten teilte mitteilte berichtete erklärte meldete hieß dijo dijeron informó anunció afirmó declaró
    según reconoció dit annoncé déclaré indiqué rapporté
    """
)
_HAD = word_set("had hatte hatten había habían avait avaient")
_DAY = 3
"""A date of that many parts names a day."""
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


def figures_that_disagree(a: Side, b: Side, facing: Facing) -> list[Discrepancy]:
    """Numbers and dates on which the sides disagree."""
    if not a.figures or not b.figures:
        return []
    found_a, found_b = a.figures, b.figures
    left_a, left_b = _unmatched(a, b)
    pairs: list[tuple[float, int, int]] = []
    for i in left_a:
        for j in left_b:
            one, other = found_a[i], found_b[j]
            if group_of(one.value) != group_of(other.value):
                if _other_unit(one, other, facing):
                    pairs.append((ENOUGH, i, j))
                continue
            if agree(one.value, other.value):
                continue
            others = _others(a, one, left_a, b, other) + _others(b, other, left_b, a, one)
            found = evidence(a, b, one, other, facing, others)
            weight = sum(WEIGHTS[name] * amount for name, amount in found.items())
            if weight >= ENOUGH:
                pairs.append((weight, i, j))
    return [_discrepancy(a, b, found_a[i], found_b[j]) for i, j in one_to_one(pairs)]


def _other_unit(one: Found, other: Found, facing: Facing) -> bool:
    """Whether the same number stands in the same place in another currency, or as a share of a hundred and as money."""
    x, y = one.value, other.value
    measured = {x.kind, y.kind} <= {FigureKind.MONEY, FigureKind.PERCENT} and x.value == y.value
    words = product(range(one.first, one.last), range(other.first, other.last))
    return measured and any(facing.region(i, j, _FACING_WORDS) is not None for i, j in words)


def _discrepancy(a: Side, b: Side, one: Found, other: Found) -> Discrepancy:
    dated = one.value.kind in (FigureKind.DATE, FigureKind.TIME)
    kind = DiscrepancyType.DATE if dated else DiscrepancyType.NUMBER
    return Discrepancy(kind, a.text(one.span), b.text(other.span), one.span, other.span)


def _unmatched(a: Side, b: Side) -> tuple[list[int], list[int]]:
    """Figures without one of their own on the other side that agrees, the best surrounded matched first."""
    pairs = sorted(
        (-len(a.near(one.first, one.last) & b.near(other.first, other.last)), i, j)
        for i, one in enumerate(a.figures)
        for j, other in enumerate(b.figures)
        if _agree(a, one, b, other) or _elliptic(one.value, other.value) or _elliptic(other.value, one.value)
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


def _apart(a: Side, one: Found, b: Side, other: Found) -> bool:
    """Whether equal numbers count unlike things: one the dead, or the like, the other what is not people."""
    fated = bool(fates(a, one))
    if fated == bool(fates(b, other)) or one.value.unit or other.value.unit:
        return False
    dead, things = (_nouns(one.value, a.language), _nouns(other.value, b.language))[:: 1 if fated else -1]
    return bool(things) and not things & (dead | _ANYONE)


def _elliptic(bare: Figure, full: Figure) -> bool:
    """Whether a number without noun and unit leaves out the other's: "a goal of two" for two per cent."""
    alone = bare.kind is FigureKind.NUMBER and not bare.unit and not bare.noun
    return alone and full.kind in (FigureKind.PERCENT, FigureKind.MONEY) and bare.value == full.value


def _others(side: Side, figure: Found, left: Sequence[int], across: Side, other: Found) -> int:
    """How many other figures of the group are left on this side and stand as near to what the other one counts.

    Of dates those that name the same parts.
    """
    group, around = group_of(figure.value), across.near(other.first, other.last)
    least = len(side.near(figure.first, figure.last) & around)
    rivals = [side.figures[k] for k in left]
    return -1 + sum(
        group_of(rival.value) == group
        and _same_parts(rival.value, figure.value)
        and len(side.near(rival.first, rival.last) & around) >= least
        for rival in rivals
    )


def _same_parts(x: Figure, y: Figure) -> bool:
    """Whether both are dates with year, month and day, or both without the same of them; true of other figures."""
    if not x.unit == y.unit == "date":
        return True
    return [bool(part) for part in date_parts(x.key)] == [bool(part) for part in date_parts(y.key)]


def _in_article(side: Side, figure: Found) -> bool:
    """Whether a figure, other than everyday ones, stands somewhere in the side's article."""
    value = figure.value
    small = value.kind in (FigureKind.NUMBER, FigureKind.SCORE) and value.value < EVERYDAY
    if small or value.unit in ("weekday", "clock", "clock12", "s", "ordinal"):
        return False
    return value.key in figure_keys(side.article)


@once_for_article
def figure_keys(article: Article) -> frozenset[str]:
    """The keys of all figures of an article."""
    texts = (article.sentence_text(s.index) for s in article.sentences)
    return frozenset([figure.key for text in texts for figure in sentence_figures(text, article.language)])


def _agree(a: Side, one: Found, b: Side, other: Found) -> bool:
    """Whether two figures can be compared, say the same, and do not count unlike things."""
    alike = group_of(one.value) == group_of(other.value) and agree(one.value, other.value)
    return alike and not _apart(a, one, b, other)


def _reporting(side: Side, figure: Found) -> bool:
    """Whether a day is only the day on which someone said it: `officials said on Friday`.

    A month alone is not, nor when something "had been reported" or someone "had warned": that is what is told.
    """
    value = figure.value
    if value.unit != "weekday" and (value.unit != "date" or len(date_parts(value.key)) < _DAY):
        return False
    places = range(max(0, figure.first - 3), figure.first)
    return any(side.words[k].low in _REPORTS and not _perfect(side, k) for k in places)


def _perfect(side: Side, at: int) -> bool:
    """Whether a verb tells what had been before: "had warned", "had been warned", "hatte gesagt"."""
    return any(word.low in _HAD for word in side.words[max(0, at - 2) : at])


def _scrambled(x: Figure, y: Figure) -> bool:
    if x.kind not in _PRINTED_SHORT and not x.unit == y.unit == "year":
        return False
    digits = [f"{figure.value:.8g}".replace(".", "").strip("0") for figure in (x, y)]
    return sorted(digits[0]) == sorted(digits[1]) and max(x.value, y.value) >= 10


def evidence(a: Side, b: Side, one: Found, other: Found, facing: Facing, others: int) -> dict[str, float]:
    """What speaks for and against two figures' standing for the same, by the names of `WEIGHTS`.

    Args:
        others: How many other figures of the group are left on the two sides.
    """
    x, y = one.value, other.value
    group = "money" if x.kind is FigureKind.MONEY else group_of(x)
    found = {group: 1.0} if group in WEIGHTS else {}
    opposite = facing.region(one.first, other.first, _FACING_WORDS) is not None
    found["facing"] = opposite
    fates_a, fates_b = fates(a, one), fates(b, other)
    if fates_a and fates_b:
        found["same fate" if fates_a & fates_b else "other fate"] = 1.0
    if not fates_a & fates_b:
        found |= _noun_evidence(a, b, x, y, facing=opposite)
    if x.kind is y.kind is FigureKind.DURATION and not others:
        found["same noun"] = served(a, one) and served(b, other)
    found["shared words"] = min(MOST_SHARED, len(a.near(one.first, one.last) & b.near(other.first, other.last)))
    found["beside"] = len(a.near(one.first, one.last, 1) & b.near(other.first, other.last, 1))
    found["crowd" if others else "alone"] = min(others, MOST_CROWD) if others else 1.0
    if x.kind in (FigureKind.DATE, FigureKind.TIME):
        found["day after"] = is_day_after(a, one, b, other)
        found["other deed"] = is_of_another(a, one, b, other) or is_of_another(b, other, a, one)
    if x.unit == y.unit == "date":
        parts_x, parts_y = date_parts(x.key), date_parts(y.key)
        found["date parts"] = any(p == q != "" for p, q in zip(parts_x, parts_y, strict=False))
    found[("", "known once", "known")[_in_article(a, other) + _in_article(b, one)]] = 1.0
    small, large = sorted((abs(x.value), abs(y.value)))
    found["far apart"] = x.kind is not FigureKind.DATE and large > FAR * max(small, 1e-9)
    found["other person"] = x.kind is FigureKind.AGE and not same_person(a, b, one, other)
    found["other rate"] = x.kind in (FigureKind.MONEY, FigureKind.NUMBER) and rate(a, one) != rate(b, other)
    found["misprint"] = _scrambled(x, y)
    found["long misprint"] = found["misprint"] and min(x.value, y.value) >= _LONG
    found["partner"] = partnered(a, one, b, other)
    found["one a gap"] = x.kind is FigureKind.NUMBER and not x.unit and is_gap(a, one) != is_gap(b, other)
    if found["partner"] or found["long misprint"]:
        found.pop("crowd", None)
    found["sum"] = is_sum(a, b, one, other)
    found.pop("", None)
    return found


def _noun_evidence(a: Side, b: Side, x: Figure, y: Figure, *, facing: bool) -> dict[str, float]:
    """What the nouns say that the figures count.

    A noun that the other side mentions elsewhere speaks against: that side counts something else. An ordinal may lack
    its noun ("the fourth") where the other side has it.
    """
    if x.kind not in (FigureKind.NUMBER, FigureKind.ORDINAL) or x.unit not in ("", "ordinal"):
        return {}
    if any(f.value != int(f.value) and f.value < EVERYDAY for f in (x, y)):  # a magnitude counts nothing
        return {}
    nouns_x, nouns_y = _nouns(x, a.language), _nouns(y, b.language)
    elsewhere = bool(nouns_x & b.senses) or bool(nouns_y & a.senses)
    if nouns_x & nouns_y or (x.kind is FigureKind.ORDINAL and elsewhere and not (nouns_x and nouns_y)):
        return {"same noun": 1.0}
    unlike = bool(nouns_x and nouns_y) and not facing and not _ANYONE & (nouns_x | nouns_y)
    return {"other noun": unlike, "noun elsewhere": elsewhere}


def _nouns(figure: Figure, language: str) -> frozenset[str]:
    functions = FUNCTION_WORDS.get(language, FUNCTION_WORDS["en"])
    words = [word for word in figure.noun.split() if word not in functions]
    return frozenset(meaning_of(word, stem(word, language), language) for word in words if word not in _OF_ANYTHING)


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
