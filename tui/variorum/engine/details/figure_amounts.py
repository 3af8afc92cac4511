"""Scores, amounts, shares, ages, ordinals, measures and counts read off tokens; None where there is none."""

from __future__ import annotations

from variorum.engine.details.figure_tokens import HYPHENS, NUMBER, ORDINAL_ENDS, WORD, FigureKind, Reading, Tokens
from variorum.engine.details.figure_words import CURRENCIES, DEGREE, HUNDRED_OF, MEASURES, PER, PERCENT, TIME
from variorum.engine.words.word_lists import word_set

_YEAR = TIME["year"][1]
_HOUR = TIME["hour"][1]
_YEAR_OLD = word_set("old jährige jährigen jähriger jähriges alt ans")
_AGED = word_set("aged edad âgé âgée")
_BEING, _WHO, _CLAUSES = word_set("is was turned turns"), word_set("he she who"), word_set("and when but or")
"""She was 40 when; words that stand before and behind a bare age."""
_OF_AGE = word_set("boy girl man woman child son daughter lad")
_SCORED = word_set(
    "vote votes win victory defeat loss draw lead score stimmen sieg niederlage votos victoria derrota voix"
)
_SCORING = word_set("won lost by beat drew voted vote mit gewann verlor por ganó perdió")
_POINTS_AFTER = frozenset(["percentage", "percent", "%", "basis"])
_POINTS = frozenset(["point", "points"])
_POINTS_WORDS = frozenset(["prozentpunkt", "prozentpunkte", "prozentpunkten", "pp"])
"""Differences between percentages, which are no percentages."""
_AFTER_PART = word_set("of above below more less higher lower der des de über du")
_OFTEN = word_set("times twice once hours mal veces fois")
_CELSIUS, _FAHRENHEIT = word_set("c celsius"), word_set("f fahrenheit")
_MINUS = word_set("minus moins menos")
_BELOW_ZERO = frozenset([("below", "zero"), ("unter", "null"), ("bajo", "cero"), ("sous", "zéro")])
_MOST_POINTS = 999
_LONGEST_LIFE = 120
_FEW = 10
"""The most of "three in four"."""


def read_score(t: Tokens, at: int, end: int, value: float) -> Reading | None:
    """`6-3`, `six to three`, `fünf zu zwei`; a rising pair is a range unless votes or a win are spoken of."""
    if t.word(end) in _SCORED:  # nine votes to six
        end += 1
    sign = t.sign(end)
    tight = (sign in HYPHENS or (sign == ":" and t.words.decimal_comma)) and t.touches(end)
    if value != int(value) or value > _MOST_POINTS or not (tight or sign in t.words.versus):
        return None
    other = t.number(end + 1)
    if other is None or other[0] != int(other[0]) or other[0] > _MOST_POINTS:
        return None
    high, low = max(value, other[0]), min(value, other[0])
    said = t.word(other[1]) in _SCORED or t.word(end - 1) in _SCORED or t.word(at - 1) in _SCORING
    if not said and (value <= other[0] or high > 99):
        return None
    return Reading(FigureKind.SCORE, f"score:{high:g}-{low:g}", value, "score", at, other[1])


def read_money(t: Tokens, at: int, end: int, value: float) -> Reading | None:
    """`$1.2 million`, `40.000 Euro`, `1,2 millones de dólares`."""
    before = t.sign(at - 1)
    if before in CURRENCIES and (not before.isalpha() or len(before) == 3 or before == "rs"):
        if t.word(end) == "m":
            value, end = value * 1e6, end + 1
        currency, factor = CURRENCIES[before]
        return _amount(value * factor, currency, at - 1, end)
    step = end + 1 if t.word(end) in ("de", "us") else end
    if t.sign(step) in CURRENCIES:
        currency, factor = CURRENCIES[t.sign(step)]
        return _amount(value * factor, currency, at, step + 1)
    return None


def _amount(value: float, currency: str, at: int, end: int) -> Reading:
    return Reading(FigureKind.MONEY, f"{currency}:{plain(value)}", value, currency, at, end)


def read_part(t: Tokens, at: int, end: int, value: float) -> Reading | None:
    """`12 per cent`, `two-thirds`, `three homes in four`."""
    after = t.sign(end)
    if reading := _read_points(t, at, end, value):
        return reading
    if after in PERCENT:
        return _share(value, at, end + 1)
    if after in PER and t.word(end + 1) in HUNDRED_OF:
        return _share(value, at, end + 2)
    step = end + 1 if after in HYPHENS else end
    parts = t.words.fractions.get(t.word(step))
    if parts and value < parts and (value > 1 or _part_ends(t, step + 1)):
        return _share(100 * value / parts, at, step + 1)
    return _read_so_many_in(t, at, end, value) if value <= _FEW else None


def _read_points(t: Tokens, at: int, end: int, value: float) -> Reading | None:
    """`two percentage points`, `zwei Prozentpunkte`."""
    after = t.sign(end)
    two_words = after in _POINTS_AFTER and t.word(end + 1) in _POINTS
    if not two_words and after not in _POINTS_WORDS:
        return None
    step = end + 2 if after in _POINTS_AFTER else end + 1
    return Reading(FigureKind.PERCENT, f"points:{plain(value)}", value, "points", at, step)


def _read_so_many_in(t: Tokens, at: int, end: int, value: float) -> Reading | None:
    """`three in four`, `three homes in four`."""
    for step in (end, end + 1):
        whole = t.number(step + 1) if t.word(step) in t.words.in_all else None
        if whole is None or not value < whole[0] <= 100 or whole[0] != int(whole[0]):
            continue
        plausible = t.kinds[at] == WORD and t.kinds[step + 1] == WORD and t.word(whole[1]) not in TIME
        if plausible and (step == end or not t.word(whole[1]) or t.word(whole[1]) in t.words.stop):
            return _share(100 * value / whole[0], at, whole[1])
    return None


def _share(value: float, at: int, end: int) -> Reading:
    return Reading(FigureKind.PERCENT, f"percent:{plain(value)}", value, "percent", at, end)


def _part_ends(t: Tokens, at: int) -> bool:
    """Whether a fraction, and not a place in a row, ends before this token."""
    return not t.word(at) or t.word(at) in _AFTER_PART


def read_age(t: Tokens, at: int, end: int, value: float) -> Reading | None:
    """`72-year-old`, `aged 72`, `Grace Tully, 51,`, `51-Jährige`, `, de 72 años`."""
    if not 0 < value < _LONGEST_LIFE:
        return None
    if old := _past_old(t, end):
        return _age(value, at, old)
    before, after = t.sign(at - 1), t.sign(end)
    of_age = before == "of" and t.word(at - 2) in _OF_AGE  # a girl of six
    if after not in MEASURES and (of_age or before in _AGED):
        return _age(value, at, end)
    if before in _BEING and t.word(at - 2) in _WHO and (after in (".", ",", ";", "") or after in _CLAUSES):
        return _age(value, at, end)
    if before == "de" and t.word(end) == "años" and t.sign(at - 2) == ",":
        return _age(value, at, end + 1)
    return _age(value, at, end) if _set_off(t, at, end) and value == int(value) else None


def _past_old(t: Tokens, at: int) -> int:
    """The token after `-year-old` or `-Jährige`, 0 where none stands here."""
    step = at + 1 if t.hyphen(at) else at
    old = step + 2 if t.hyphen(step + 1) else step + 1
    if _is_year(t, step) and t.word(old) in _YEAR_OLD:
        return old + 1
    return step + 1 if t.hyphen(at) and t.word(step) in _YEAR_OLD else 0


def _set_off(t: Tokens, at: int, end: int) -> bool:
    """Whether digits stand behind a name, between commas or in brackets."""
    before, after = t.sign(at - 1), t.sign(end)
    closed = (before == "," and after in (",", ".", ";", ")", "and", "")) or (before == "(" and after == ")")
    if not closed or t.kinds[at] != NUMBER or not t.word(at - 2):
        return False
    return t.text[t.starts[at - 2]].isupper() and t.word(at - 2) not in t.words.months


def _age(value: float, at: int, end: int) -> Reading:
    return Reading(FigureKind.AGE, f"age:{plain(value)}", value, "age", at, end)


def _is_year(t: Tokens, at: int) -> bool:
    return t.word(at) in TIME and TIME[t.word(at)][1] == _YEAR


def read_ordinal(t: Tokens, at: int, end: int, value: float) -> Reading | None:
    """`21st`, `twenty-first`."""
    if t.word(end) in ORDINAL_ENDS and t.starts[end] == t.ends[end - 1]:
        return ordinal(value, at, end + 1)
    place = t.words.ordinals.get(t.word(end + 1)) if t.hyphen(end) and value >= 20 else None
    return ordinal(value + place, at, end + 2) if place else None


def ordinal(place: float, at: int, end: int) -> Reading:
    """The reading of a place in a row."""
    return Reading(FigureKind.ORDINAL, f"ordinal:{place:g}", place, "ordinal", at, end)


def read_count(t: Tokens, at: int, end: int, value: float) -> Reading:
    """A duration, a measure, or so many of something: what every other number is."""
    step = end + 1 if t.hyphen(end) else end
    unit = t.sign(step)
    if unit in TIME and not (unit in ("s", "second", "segundo", "seconde") and value != 1):
        return _duration(t, value, unit, at, step + 1)
    if unit not in MEASURES:
        return Reading(FigureKind.NUMBER, f"number:{plain(value)}", value, "", at, end)
    base, factor = MEASURES[unit]
    end = step + 1
    if base == DEGREE:
        return _temperature(t, value, at, end)
    if (
        base == "m"
        and t.word(end) in ("per", "an", "pro", "por", "par", "à")
        and TIME.get(t.word(end + 1)) == ("s", _HOUR)
    ):
        base, factor, end = "kph", factor / 1000, end + 2
    return Reading(FigureKind.NUMBER, f"{base}:{plain(value * factor)}", value * factor, base, at, end)


def _temperature(t: Tokens, value: float, at: int, end: int) -> Reading:
    """`−4 °C`, `minus four degrees`, `4 degrees below zero`; degrees Fahrenheit are a unit of their own."""
    fahrenheit = t.word(end) in _FAHRENHEIT
    end += fahrenheit or t.word(end) in _CELSIUS
    if (t.word(end), t.word(end + 1)) in _BELOW_ZERO:
        value, end = -value, end + 2
    elif t.word(at - 1) in _MINUS or (t.sign(at - 1) in HYPHENS and t.leads(at - 1)):
        value, at = -value, at - 1
    unit = f"{DEGREE}f" if fahrenheit else DEGREE
    return Reading(FigureKind.NUMBER, f"{unit}:{plain(value)}", value, unit, at, end)


def _duration(t: Tokens, value: float, unit: str, at: int, end: int) -> Reading:
    half = t.and_a_half(end)
    seconds = (value + 0.5 * bool(half)) * TIME[unit][1]
    end = half or end
    return Reading(FigureKind.DURATION, f"s:{plain(seconds)}", seconds, "s", at, end)


def read_odd(t: Tokens, at: int) -> Reading | None:
    """Words that are figures without being numbers: halves, fractions, ordinals, `a decade`."""
    word, before = t.low[at], t.word(at - 1)
    one = before in t.words.articles
    if word in t.words.half:
        return _half(t, at)
    if word in t.words.fractions and one and _part_ends(t, at + 1):
        return _share(100 / t.words.fractions[word], at - 1, at + 1)
    if word in t.words.ordinals:
        return ordinal(t.words.ordinals[word], at, at + 1)
    rate = t.kind(at - 2) == NUMBER or t.word(at - 2) in _OFTEN  # 1,900 a month
    return _duration(t, 1, word, at - 1, at + 1) if word in TIME and one and not rate else None


def _half(t: Tokens, at: int) -> Reading | None:
    """`half an hour`, `half a million`, `half of the island`; not `first half`, `half past`, `two and a half`."""
    before, after = t.word(at - 1), t.word(at + 1)
    in_row = before in t.words.ordinals or before in t.words.units or before == "and" or t.word(at - 2) == "and"
    if in_row or t.hyphen(at + 1) or after in ("past", "time", "uhr") or t.kind(at + 1) == NUMBER:
        return None
    step = at + 2 if after in t.words.articles else at + 1
    unit = t.word(step)
    if unit in TIME:
        return _duration(t, 0.5, unit, at, step + 1)
    if unit in t.words.scales:
        value = 0.5 * t.words.scales[unit]
        return read_money(t, at, step + 1, value) or read_count(t, at, step + 1, value)
    return _share(50, at, at + 1)


def plain(value: float) -> str:
    """A value as a key prints it: whole numbers whole, others to eight places."""
    return f"{value:.0f}" if value == int(value) else f"{value:.8g}"
