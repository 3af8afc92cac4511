"""Numbers, amounts, dates and times in a sentence, with values that can be compared across wordings and languages."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from variorum.engine.details.figure_amounts import (
    plain,
    read_age,
    read_count,
    read_money,
    read_odd,
    read_ordinal,
    read_part,
    read_score,
)
from variorum.engine.details.figure_dates import (
    read_clock,
    read_day,
    read_digit_date,
    read_month,
    read_season,
    read_time,
    read_weekday,
    read_year,
    time_of_day,
)
from variorum.engine.details.figure_tokens import CLOCK, DATE, NUMBER, WORD, FigureKind, Reading, Tokens, is_compound
from variorum.engine.details.figure_words import SEASONS, triggers
from variorum.engine.words.word_lists import word_set
from variorum.text.patterns import lazy_pattern
from variorum.text.split import split_words

__all__ = ["Figure", "FigureKind", "figures", "sentence_figures"]


class Figure(NamedTuple):
    """A number, amount, date or time printed in a text.

    Attributes:
        key: Equal for equal values in other dress: `percent:12`, `usd:1200000`, `date:2020-11-03`, `date:--11-03`,
            `weekday:1`, `season:3`, `time:09:00` (`time:09:30?` for "half past nine"), `score:6-3`, `s:86400`.
        value: Its size in the unit's base (metres, seconds, per cent, minutes of the day); years for an age.
        unit: The base unit or currency; empty for a bare number.
        noun: Up to three words after a count, in lower case: what it counts.
        approximate: The text says "about", "almost", "more than", …
        bound: `>` where the text says "more than", `≥` for "at least", `<` for "almost" and "up to", else empty.
        start, end: Where it stands in the text given; the end is exclusive.
    """

    kind: FigureKind
    key: str
    value: float
    unit: str
    noun: str
    approximate: bool
    bound: str
    start: int
    end: int
    text: str


_DIGITS = frozenset([NUMBER, DATE, CLOCK])
_DIGIT = lazy_pattern(r"\d")
_HEDGE_GOES_ON = frozenset(["than", "to", "as", "de", "als", "que", "an", "a", "zu", "d", "at", "the", "half", "just"])
_ON_EITHER_SIDE = frozenset(["before", "after", "vor", "nach", "antes", "después", "de", "avant", "après"])
_CLOSE = frozenset(["shortly", "just", "minutes", "moments", "kurz", "poco", "peu", "juste", "antes", "después"])
"""Shortly before midnight: about midnight."""
_LEAST = frozenset(["least", "minimum", "mindestens", "wenigstens"])
_LESS, _AT = frozenset(["menos", "moins"]), frozenset(["al", "lo", "au", "du"])
_SORTS = word_set("kind kinds type types sort sorts count counts case cases piece pieces clases tipos")
_RANGING = frozenset(["to", "and", "or", "bis", "und", "a", "y", "à", "et", "до"])
_NOT_ONE = frozenset(["no", "any", "every", "each", "this", "that", "which", "the", "some", "only"])
_NUMBER_READERS = (read_time, read_day, read_score, read_money, read_part, read_age, read_ordinal, read_year)


def figures(text: str, language: str = "en") -> tuple[Figure, ...]:
    """The figures of a text, in order and without overlap; spans count from the text's start.

    Words of other languages than English, German, Spanish, French and Russian are not read; their digits are.
    """
    if not _DIGIT.search(text):
        low = text.lower()
        compound = language[:2] == "de" and is_compound(low)
        if not compound and triggers(language).isdisjoint(split_words(low)):
            return ()
    tokens = Tokens(text, language)
    start = triggers(language)
    found: list[Figure] = []
    at = 0
    for k, word in enumerate(tokens.low):
        if k < at or not (word in start or tokens.kinds[k] in _DIGITS or (tokens.german and is_compound(word))):
            continue
        reading = _read(tokens, k)
        if reading is None:
            continue
        at = max(reading.end, k + 1)
        reading = _first_of_range(tokens, reading)
        figure = _figure(tokens, reading)
        if not found or found[-1].end <= figure.start:
            found.append(figure)
    return tuple(found)


sentence_figures = lru_cache(maxsize=4096)(figures)
"""`figures` of a sentence, remembered: its words, its links and its headline all ask."""


def _first_of_range(t: Tokens, reading: Reading) -> Reading:
    """Of `3 to 6 per cent` the first number, with the unit that is printed once."""
    joined = t.sign(reading.end) in _RANGING or t.hyphen(reading.end)
    if reading.kind is not FigureKind.NUMBER or reading.unit or not joined or t.kind(reading.end + 1) != NUMBER:
        return reading
    after = _read_number(t, reading.end + 1)
    if after is None or after.kind is not FigureKind.PERCENT:
        return reading
    return Reading(after.kind, f"percent:{plain(reading.value)}", reading.value, after.unit, reading.start, reading.end)


def _read(t: Tokens, at: int) -> Reading | None:
    """The reading that starts at this token."""
    kind = t.kinds[at]
    if kind == DATE:
        return read_digit_date(t, at)
    if kind == CLOCK:
        return read_clock(t, at)
    if kind == NUMBER and t.in_a_name(at):
        return None
    return (_read_word(t, at) if kind == WORD else None) or _read_number(t, at)


def _read_word(t: Tokens, at: int) -> Reading | None:
    """Months, seasons, weekdays, noon and midnight."""
    word = t.low[at]
    if word in SEASONS:
        return read_season(t, at)
    if word in t.words.months:
        return read_month(t, at)
    if word in t.words.noon or word in t.words.midnight:
        return time_of_day(720 if word in t.words.noon else 0, at, at + 1)
    return read_weekday(t, at)


def _read_number(t: Tokens, at: int) -> Reading | None:
    number = t.number(at)
    if number is None:
        return read_odd(t, at)
    value, end = number
    if value == 1 and t.kinds[at] == WORD and end == at + 1 and not _counts_one(t, end):
        return None
    for read in _NUMBER_READERS:
        if reading := read(t, at, end, value):
            return reading
    return read_count(t, at, end, value)


def _counts_one(t: Tokens, end: int) -> bool:
    """Whether the word for one, before this token, counts and is no pronoun."""
    after = t.word(end)
    if after in t.words.in_all and t.number(end + 1):
        return True
    return bool(after) and t.word(end - 2) not in _NOT_ONE and after not in t.words.stop and after != "another"


def _figure(t: Tokens, reading: Reading) -> Figure:
    start, end = t.starts[reading.start], t.ends[reading.end - 1]
    approximate, bound = _hedge(t, reading.start)
    counts = reading.kind in (FigureKind.NUMBER, FigureKind.ORDINAL)
    noun = _noun(t, reading.end) if counts else ""
    return Figure(
        reading.kind,
        reading.key,
        reading.value,
        reading.unit,
        noun,
        approximate,
        bound,
        start,
        end,
        t.text[start:end],
    )


def _noun(t: Tokens, at: int) -> str:
    """What a number counts: the words after it, up to three, up to a stop word or sign."""
    at = at + 1 if t.hyphen(at) or t.word(at) == "de" else at
    if t.word(at) == "out" and t.word(at + 1) == "of" and (whole := t.number(at + 2)):
        at = whole[1]  # nine out of 14 rhinos
    while t.word(at) in _SORTS and t.word(at + 1) in ("of", "de"):
        at += 2  # 62 kinds of sensor
    found: list[str] = []
    while len(found) < 3 and t.word(at) and t.word(at) not in t.words.stop:
        found.append(t.word(at))
        at += 1
    return " ".join(found)


def _hedge(t: Tokens, at: int) -> tuple[bool, str]:
    """Whether the words before a figure make it approximate, and which way."""
    if t.word(at - 1) in _ON_EITHER_SIDE and t.word(at - 2) in _CLOSE:
        return True, ""
    for step in (at - 1, at - 2, at - 3):
        word = t.word(step)
        if word in _LEAST or (word in _LESS and t.word(step - 1) in _AT):  # al menos, au moins
            return True, "≥"
        if word in t.words.about:
            return True, ""
        if word in t.words.under:
            return True, "<"
        if word in t.words.over:
            return True, ">"
        if word not in _HEDGE_GOES_ON:
            break
    return False, ""
