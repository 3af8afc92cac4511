"""Figures of two sides that count the same thing and do not agree.

Figures that agree with one of the other side are set aside first. Of the rest, every pair of one group is weighed by
what speaks for their counting the same: the noun, the words around, standing against each other in otherwise equal
words, and being the only ones left. The best pairs above `ENOUGH` disagree.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from variorum.engine.details.figure_amounts import plain
from variorum.engine.details.figures import Figure, FigureKind, sentence_figures
from variorum.engine.disagreeing.agree import agree, date_parts, group_of
from variorum.engine.disagreeing.detector import Detector, Rest, one_to_one
from variorum.engine.disagreeing.figure_surroundings import (
    BOUNDS,
    Found,
    fates,
    is_asked,
    is_bounded,
    is_day_after,
    is_denied,
    is_gap,
    is_of_another,
    is_sum,
    is_within,
    partnered,
    rate,
    same_person,
    served,
)
from variorum.engine.disagreeing.sides import Facing, Side
from variorum.engine.nouns import Article, DiscrepancyType
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
    "asked, paid": -3.0,  # the price from which bids start, and that at which something was sold
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
    "same bound": 0.9,  # within three hours, in under two; closed until Thursday, not before Friday
}
"""What each piece of evidence weighs."""
MOST_SHARED, MOST_CROWD, FAR = 3, 2, 20.0
EVERYDAY = 13
"""Counts below this stand in an article by chance."""
_DATED = (FigureKind.DATE, FigureKind.TIME)
_PRINTED_SHORT = (FigureKind.NUMBER, FigureKind.MONEY, FigureKind.PERCENT, FigureKind.AGE)
_ANYONE = frozenset(["=people", "=menschen", "=personas", "=personnes", "=человек"])
"""Senses of nouns that any other noun for people may stand for."""
_OF_ANYTHING = word_set(
    "count counts kind kinds type types sort sorts case cases piece pieces item items unit units total totals number"
)
"""Nouns before "of" that tell nothing of what is counted."""
_LONG = 100
_SCALE = 1000
"""From which the word for its scale may be what is wrong in a figure."""
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


def _counts_left(a: Side, b: Side) -> tuple[list[Found], list[Found]]:
    return _left_over(a, b, dated=False)


def _dates_left(a: Side, b: Side) -> tuple[list[Found], list[Found]]:
    return _left_over(a, b, dated=True)


def _left_over(a: Side, b: Side, *, dated: bool) -> tuple[list[Found], list[Found]]:
    """Figures without one of their own across that agrees, those with the likest surroundings paired first."""
    found_a, found_b = (
        [f for f in side.figures if (f.value.kind in _DATED) == dated and not is_denied(side, f)] for side in (a, b)
    )
    if not found_a or not found_b:
        return [], []
    agreeing = list(
        one_to_one(
            (float(len(a.near(one.first, one.last) & b.near(other.first, other.last))), i, j)
            for i, one in enumerate(found_a)
            for j, other in enumerate(found_b)
            if _agree(a, one, b, other) or _elliptic(one.value, other.value) or _elliptic(other.value, one.value)
        )
    )
    done_a, done_b = {i for i, _ in agreeing}, {j for _, j in agreeing}
    return (
        [f for i, f in enumerate(found_a) if i not in done_a and not _reporting(a, f)],
        [f for j, f in enumerate(found_b) if j not in done_b and not _reporting(b, f)],
    )


def _weigh(rest: Rest[Found, Found], one: Found, other: Found) -> float:
    if group_of(one.value) != group_of(other.value):
        return ENOUGH if _other_unit(one, other, rest.facing) else 0.0
    if agree(one.value, other.value):
        return 0.0
    weight = sum(WEIGHTS[name] * amount for name, amount in _evidence(rest, one, other).items())
    return weight if weight >= ENOUGH else 0.0


def _other_unit(one: Found, other: Found, facing: Facing) -> bool:
    """Whether the same number stands in the same place in another currency, or as a share of a hundred and as money."""
    x, y = one.value, other.value
    measured = {x.kind, y.kind} <= {FigureKind.MONEY, FigureKind.PERCENT} and x.value == y.value
    words = product(range(one.first, one.last), range(other.first, other.last))
    return measured and any(facing.region(i, j, _FACING_WORDS) is not None for i, j in words)


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


def _rivals(side: Side, figure: Found, left: Sequence[Found], across: Side, other: Found) -> int:
    """How many other figures of the group are left on this side and stand as near to what the other one counts.

    Of dates those that name the same parts.
    """
    group, around = group_of(figure.value), across.near(other.first, other.last)
    least = len(side.near(figure.first, figure.last) & around)
    return -1 + sum(
        group_of(rival.value) == group
        and _same_parts(rival.value, figure.value)
        and len(side.near(rival.first, rival.last) & around) >= least
        for rival in left
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
    if group_of(one.value) != group_of(other.value):
        return False
    alike = agree(one.value, other.value) or is_within(a, one, b, other) or is_within(b, other, a, one)
    return alike and not _apart(a, one, b, other)


def _reporting(side: Side, figure: Found) -> bool:
    """Whether a day is only the day on which someone said it: `officials said on Friday`.

    A month alone is not, nor when something "had been reported" or someone "had warned": that is what is told.
    """
    value = figure.value
    if value.unit != "weekday" and (value.unit != "date" or len(date_parts(value.key)) < _DAY):
        return False
    before = [word.low for word in side.words[max(0, figure.first - 3) : figure.first]]
    if not BOUNDS.isdisjoint(before):  # to be confirmed before Monday
        return False
    return any(word in _REPORTS and not _perfect(side, figure.first - len(before) + k) for k, word in enumerate(before))


def _perfect(side: Side, at: int) -> bool:
    """Whether a verb tells what had been before: "had warned", "had been warned", "hatte gesagt"."""
    return any(word.low in _HAD for word in side.words[max(0, at - 2) : at])


def _scrambled(x: Figure, y: Figure) -> bool:
    if x.kind not in _PRINTED_SHORT and not x.unit == y.unit == "year":
        return False
    digits = [_digits(figure) for figure in (x, y)]
    return sorted(digits[0]) == sorted(digits[1]) and max(x.value, y.value) >= 10


def _digits(figure: Figure) -> str:
    """The digits of a value without noughts at either end."""
    return plain(figure.value).replace(".", "").strip("0")


def _evidence(rest: Rest[Found, Found], one: Found, other: Found) -> dict[str, float]:
    """What speaks for and against two figures' standing for the same, by the names of `WEIGHTS`."""
    a, b, facing = rest.a, rest.b, rest.facing
    opposite = facing.region(one.first, other.first, _FACING_WORDS) is not None
    rivals = _rivals(a, one, rest.left_a, b, other) + _rivals(b, other, rest.left_b, a, one)
    found = {
        **_of_their_kind(one.value, other.value),
        "facing": opposite,
        **_of_what_is_counted(a, b, one, other, facing=opposite, rivals=rivals),
        **_of_surroundings(a, b, one, other),
        **_of_time(a, b, one, other),
        **_of_size(one.value, other.value),
        **_of_elsewhere(a, b, one, other),
    }
    if rivals and not found["partner"] and not found["long misprint"]:
        found["crowd"] = min(rivals, MOST_CROWD)
    elif not rivals:
        found["alone"] = True
    return found


def _of_their_kind(x: Figure, y: Figure) -> dict[str, float]:
    """How likely two figures of a kind stand for the same, other things being equal."""
    group = "money" if x.kind is FigureKind.MONEY else group_of(x)
    return {group: True} if group in WEIGHTS else {}


def _of_what_is_counted(a: Side, b: Side, one: Found, other: Found, *, facing: bool, rivals: int) -> dict[str, float]:
    """What befell those counted, what is counted, whose age it is, and by what time an amount goes."""
    x, y = one.value, other.value
    fates_a, fates_b = fates(a, one), fates(b, other)
    found: dict[str, float] = {}
    if fates_a and fates_b:
        found["same fate" if fates_a & fates_b else "other fate"] = True
    if not fates_a & fates_b:
        found |= _noun_evidence(a, b, x, y, facing=facing)
    if x.kind is y.kind is FigureKind.DURATION and not rivals:
        found["same noun"] = served(a, one) and served(b, other)
    found["other person"] = x.kind is FigureKind.AGE and not same_person(a, b, one, other)
    found["other rate"] = x.kind in (FigureKind.MONEY, FigureKind.NUMBER) and rate(a, one) != rate(b, other)
    found["asked, paid"] = x.kind is FigureKind.MONEY and is_asked(a, one) != is_asked(b, other)
    return found


def _of_surroundings(a: Side, b: Side, one: Found, other: Found) -> dict[str, float]:
    """The words around both, and the figures beside them."""
    bare = one.value.kind is FigureKind.NUMBER and not one.value.unit
    return {
        "same bound": is_bounded(a, one) and is_bounded(b, other),
        "shared words": min(MOST_SHARED, len(a.near(one.first, one.last) & b.near(other.first, other.last))),
        "beside": len(a.near(one.first, one.last, 1) & b.near(other.first, other.last, 1)),
        "partner": partnered(a, one, b, other),
        "one a gap": bare and is_gap(a, one) != is_gap(b, other),
        "sum": is_sum(a, b, one, other),
    }


def _of_time(a: Side, b: Side, one: Found, other: Found) -> dict[str, float]:
    """Of two dates or times: whether one follows on the other, is of something else, or has parts in common with it."""
    x, y = one.value, other.value
    if x.kind not in _DATED:
        return {}
    found: dict[str, float] = {
        "day after": is_day_after(a, one, b, other),
        "other deed": is_of_another(a, one, b, other) or is_of_another(b, other, a, one),
    }
    if x.unit == y.unit == "date":
        parts = zip(date_parts(x.key), date_parts(y.key), strict=False)
        found["date parts"] = any(p == q != "" for p, q in parts)
    return found


def _of_size(x: Figure, y: Figure) -> dict[str, float]:
    """How far they lie apart, and whether one looks like a misprint of the other."""
    small, large = sorted((abs(x.value), abs(y.value)))
    misprint = _scrambled(x, y)
    other_scale = small >= _SCALE and _digits(x) == _digits(y)  # 4.1 million and 4.1 billion
    return {
        "far apart": x.kind is not FigureKind.DATE and large > FAR * max(small, 1e-9) and not other_scale,
        "misprint": misprint,
        "long misprint": misprint and min(x.value, y.value) >= _LONG,
    }


def _of_elsewhere(a: Side, b: Side, one: Found, other: Found) -> dict[str, float]:
    """Whether the articles have each other's figure in another place."""
    known = _in_article(a, other) + _in_article(b, one)
    return {("known once", "known")[known - 1]: True} if known else {}


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


NUMBERS = Detector(DiscrepancyType.NUMBER, _counts_left, _weigh)
"""Numbers, amounts, shares, ages and lengths of time."""
DATES = Detector(DiscrepancyType.DATE, _dates_left, _weigh)
"""Dates and times of day."""
