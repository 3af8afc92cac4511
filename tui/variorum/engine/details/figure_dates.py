"""Dates and times of day read off tokens: each function gives a reading, or None where there is none."""

from __future__ import annotations

from variorum.engine.details.figure_tokens import HALF, NUMBER, ORDINAL_ENDS, FigureKind, Reading, Tokens
from variorum.engine.details.figure_words import SEASONS
from variorum.engine.words.word_lists import word_set
from variorum.text.patterns import lazy_pattern

_NOT_DIGITS = lazy_pattern(r"\D+")
_LAST_YEAR = 2199
_PARTS_OF_DAY = (
    (["in", "the", "morning"], "a"),
    (["in", "the", "afternoon"], "p"),
    (["in", "the", "evening"], "p"),
    (["at", "night"], "p"),
    (["de", "la", "mañana"], "a"),
    (["de", "la", "tarde"], "p"),
    (["de", "la", "noche"], "p"),
)
_SEASON_LED = word_set("next last this early late mid im nächsten kommenden vergangenen letzten diesem diesen")
_SEASON_IN = word_set("in by until since before after during from for")
_OF_SEASON = word_set("said told")
_PAST = {"past": 1, "after": 1, "nach": 1, "to": -1, "before": -1, "vor": -1}
_PARTS_OF_HOUR = {"half": 30, "quarter": 15, "viertel": 15}
_MINUTES = word_set("minute minutes minuten")
_AT_A_TIME = word_set("at about around by was is until since just um gegen war ist bis seit kurz")
_DAY = 1440
_AT = word_set("at las la um about around")
_SURELY = word_set("the in im since year")
"""Behind these four digits are a year, whatever follows."""
_COUNTED = word_set("people men women children police feet sheep fish staff million dollars euros pounds yen")


def read_time(t: Tokens, at: int, end: int, value: float) -> Reading | None:
    """`9 a.m.`, `ten o'clock`, `21 Uhr 30`, `9:05`; the number stands from `at` to before `end`."""
    after = t.word(end)
    if said := _read_said(t, at, end, value):
        return said
    if value <= 12 and t.kind(end) == HALF:
        return _clock_reading(t, value, 0, at, end)
    if after in t.words.clock and value <= 24 and (after != "horas" or t.word(at - 1) in ("las", "la")):
        return _read_hour(t, at, end, value)
    part = _part_of_day(t, end) if value in range(1, 13) and t.word(at - 1) in _AT else ""
    if part:
        return time_of_day(_on_the_clock(value, 0, part), at, end)
    return _read_minutes(t, at, end, value)


def _part_of_day(t: Tokens, at: int) -> str:
    """`a` or `p` where "in the morning" or the like stands here."""
    return next((half for words, half in _PARTS_OF_DAY if t.low[at : at + len(words)] == words), "")


def _read_said(t: Tokens, at: int, end: int, value: float) -> Reading | None:
    """`half past nine`, `ten to seven`, `four minutes past nine`, `halb sieben`: number or minutes first."""
    lead = t.word(at - 1)
    if lead == "halb":
        return _said(t, value, -30, at - 1, end)
    minutes = _PARTS_OF_HOUR.get(t.word(at - 2), 0) if lead in _PAST else 0
    if minutes:
        return _said(t, value, _PAST[lead] * minutes, at - 2, end)
    named = t.word(end) in _MINUTES
    way = _PAST.get(t.word(end + named), 0)
    if not way or not 0 < value < 30 or not (named or (value % 5 == 0 and lead in _AT_A_TIME)):
        return None
    hour = t.number(end + named + 1)
    return _said(t, hour[0], way * value, at, hour[1]) if hour else None


def _said(t: Tokens, hour: float, minutes: float, at: int, end: int) -> Reading | None:
    """The reading of so many minutes from an hour; None where the number for it counts what follows."""
    after = t.word(end)
    part = (t.low[end] if t.kind(end) == HALF else "") or _part_of_day(t, end)
    if hour not in range(1, 13) or (after and not part and after not in t.words.stop and after not in t.words.weekdays):
        return None
    time = (_on_the_clock(hour, 0, part) + minutes) % _DAY
    reading = time_of_day(time, at, end + (t.kind(end) == HALF))
    return reading if part else reading._replace(key=reading.key + "?", unit="clock12")


def _read_hour(t: Tokens, at: int, end: int, value: float) -> Reading:
    """`ten o'clock`, which may be in the morning or the evening; `21 Uhr`, `21 Uhr 30`."""
    minute = t.small(end + 1, 59) if t.german else None
    if minute is not None:
        return _clock_reading(t, value, minute, at, end + 2)
    reading = _clock_reading(t, value, 0, at, end + 1)
    if t.words.capital_dates and value <= 12:
        return Reading(FigureKind.TIME, reading.key + "?", reading.value, "clock12", at, end + 1)
    return reading


def _read_minutes(t: Tokens, at: int, end: int, value: float) -> Reading | None:
    """`9:05`, `9h05`."""
    minute = t.small(end + 1, 59)
    tight = t.low[end : end + 1] in ([":"], ["h"]) and t.touches(end) and end == at + 1
    if minute is not None and tight and value < 24 and len(t.low[end + 1]) == 2:
        return _clock_reading(t, value, minute, at, end + 2)
    return None


def read_clock(t: Tokens, at: int) -> Reading | None:
    """`9.40pm`, `21.37 Uhr`: hours and minutes in one token, known to be a time by what follows."""
    hour, minute = (int(p) for p in _NOT_DIGITS.split(t.low[at]))
    if hour > 24 or minute > 59:
        return None
    reading = _clock_reading(t, hour, minute, at, at + 1)
    if t.word(at + 1) in t.words.clock:
        return Reading(reading.kind, reading.key, reading.value, reading.unit, at, at + 2)
    return reading


def _clock_reading(t: Tokens, hour: float, minute: float, at: int, end: int) -> Reading:
    """A time of day, with the `a.m.` or `p.m.` that may stand at `end`."""
    half = t.low[end] if t.kind(end) == HALF else ""
    return time_of_day(_on_the_clock(hour, minute, half), at, end + 1 if half else end)


def _on_the_clock(hour: float, minute: float, half: str) -> float:
    """Minutes since midnight of a time in the half of the day that begins with `a` or `p`."""
    if half.startswith("p") and hour < 12:
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    return hour * 60 + minute


def time_of_day(minutes: float, at: int, end: int) -> Reading:
    """The reading of a time, in minutes since midnight."""
    return Reading(FigureKind.TIME, f"time:{int(minutes) // 60:02d}:{int(minutes) % 60:02d}", minutes, "clock", at, end)


def read_day(t: Tokens, at: int, end: int, value: float) -> Reading | None:
    """`3 November`, `3. November`, `3rd of May`, `3 de noviembre de 2020`."""
    if not 1 <= value <= 31 or t.kinds[at] != NUMBER:
        return None
    step = end
    while step < end + 2 and t.sign(step) in (*ORDINAL_ENDS, ".", "of", "de", "er"):
        step += 1
    month = t.words.months.get(t.word(step))
    if month and (t.sign(end) != "." or t.words.decimal_comma):
        return _dated(t, month, int(value), at, t.past_dot(step))
    return None


def read_month(t: Tokens, at: int) -> Reading | None:
    """`November 3`, `Nov. 3, 2020`, `November 2020`, `in May`."""
    month = t.words.months[t.low[at]]
    if t.words.capital_dates and not t.text[t.starts[at]].isupper():
        return None
    step = t.past_dot(at)
    day = t.small(step, 31)
    if day and t.words.capital_dates:
        return _dated(t, month, int(day), at, step + 2 if t.word(step + 1) in ORDINAL_ENDS else step + 1)
    of = step + 1 if t.word(step) == "de" else step
    year = t.small(of, _LAST_YEAR)
    if year and year > 1000:
        return Reading(FigureKind.DATE, f"date:{year:.0f}-{month:02d}", year, "date", at, of + 1)
    doubtful = len(t.low[at]) < 4 and (step == at + 1 or t.low[at] == "may")
    if doubtful and t.word(at - 1) not in t.words.year_before:
        return None
    return Reading(FigureKind.DATE, f"date:--{month:02d}", month, "date", at, step)


def _dated(t: Tokens, month: int, day: int, at: int, end: int) -> Reading:
    step = end
    while step < end + 2 and t.sign(step) in (",", "de", "del"):
        step += 1
    year = t.small(step, _LAST_YEAR)
    prefix = "-"
    if year and year > 1000 and len(t.low[step]) == 4:
        prefix, end = f"{year:.0f}", step + 1
    return Reading(FigureKind.DATE, f"date:{prefix}-{month:02d}-{day:02d}", month * 31 + day, "date", at, end)


def read_digit_date(t: Tokens, at: int) -> Reading | None:
    """`2020-11-03`, `3.11.2020`, and `13/11/2020` where the order of day and month is certain."""
    token = t.low[at]
    first, second, third = (int(p) for p in _NOT_DIGITS.split(token))
    if "-" in token:
        year, month, day = first, second, third
    else:
        day, month, year = first, second, third
        if "/" in token and month > 12:
            day, month = month, day
        elif "/" in token and day <= 12 and day != month:
            return None  # 3/4/2020 is read differently on either side of the Atlantic
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Reading(FigureKind.DATE, f"date:{year}-{month:02d}-{day:02d}", month * 31 + day, "date", at, at + 1)


def read_weekday(t: Tokens, at: int) -> Reading | None:
    """`Monday`, `Montagabend`, `lunes`."""
    word = t.low[at]
    day = t.words.weekdays.get(word)
    if day is None and t.german and len(word) > 8:
        day = next((d for name, d in t.words.weekdays.items() if word.startswith(name)), None)
    if day is None or (t.words.capital_dates and not t.text[t.starts[at]].isupper()):
        return None
    return Reading(FigureKind.DATE, f"weekday:{day}", day, "weekday", at, at + 1)


def read_season(t: Tokens, at: int) -> Reading | None:
    """`next autumn`, `in the spring`, `im Herbst`; not "a spring", "winter coats"."""
    season, before = SEASONS[t.low[at]], t.word(at - 1)
    led = before in _SEASON_LED or (before == "the" and t.word(at - 2) in _SEASON_IN)
    after = t.word(at + 1) if t.words.capital_dates else ""
    if not led or (after and after not in t.words.stop and after not in _OF_SEASON):
        return None
    return Reading(FigureKind.DATE, f"season:{season}", season, "season", at, at + 1)


def read_year(t: Tokens, at: int, end: int, value: float) -> Reading | None:
    """`in 1964`, `the 2016 election`, `the 1980s`; not `2000 people`."""
    if t.kinds[at] != NUMBER or end != at + 1 or not 1000 <= value < 2200 or len(t.low[at]) != 4:
        return None
    if value % 10 == 0 and t.word(end) in ("s", "er") and t.starts[end] == t.ends[at]:
        return Reading(FigureKind.DATE, f"decade:{value:.0f}", value, "decade", at, end + 1)
    if _is_a_year(t, at, end, value):
        return Reading(FigureKind.DATE, f"date:{value:.0f}", value, "year", at, end)
    return None


def _is_a_year(t: Tokens, at: int, end: int, value: float) -> bool:
    """Whether four digits are a year, by the words before and behind them."""
    before, counted = t.word(at - 1), _counts(t, at, end, value)
    if before in t.words.year_before and (before in _SURELY or not counted):
        return True
    led = before in t.words.articles and value >= 1500
    return not counted and (led or (value >= 1900 and before not in t.words.about))


def _counts(t: Tokens, at: int, end: int, value: float) -> bool:
    """Whether the word behind four digits is what they count."""
    after = t.word(end)
    counted = bool(after) and after not in t.words.stop and after not in t.words.year_before
    if t.words.capital_dates and value >= 1500 and t.word(at - 1) not in t.words.about:
        # English counts plurals and a few words for people; before any other noun stands a year.
        return counted and (after.endswith("s") or after in _COUNTED)
    return counted
