"""The tokens of a text that may hold figures, and the numerals among them."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from variorum.engine.details.figure_words import CURRENCIES, MEASURES, TIME, numerals
from variorum.engine.details.numerals import Numerals
from variorum.text.patterns import lazy_pattern


class FigureKind(StrEnum):
    """What a figure says."""

    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    DATE = "date"
    TIME = "time"
    ORDINAL = "ordinal"
    DURATION = "duration"
    AGE = "age"
    SCORE = "score"


class Reading(NamedTuple):
    """What a run of tokens says: the figure without its surroundings. `start` and `end` count tokens."""

    kind: FigureKind
    key: str
    value: float
    unit: str
    start: int
    end: int


_WORDS = (
    r"(?=[^\W\d_])(?:([ap]\.\s?m\.|[ap]m\b)"  # 1: half of the day
    r"|(o['’]clock|us\$|km/h|[^\W\d_]+))"  # 2: word
)
_DIGITS = (
    r"|(?=\d)(?:(\d{4}-\d\d-\d\d(?!\d)|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}(?!\d)|\d{1,2}/\d{1,2}/\d{4}(?!\d))"  # 3: date
    r"|(\d{1,2}[:.h]\d\d(?!\d))(?=\s?(?:[ap]\.?\s?m\b|uhr\b|horas\b|h\b))|"  # 4: time of day, said to be one
)
_SIGN = r")|([^\w\s])"  # 6, after 5: number
_POINTED, _WITH_COMMA = (
    r"(\d+(?:[,\u00a0\u202f\u2009]\d{3}(?!\d))*(?:\.\d+)?)",
    r"(\d+(?:[.\u00a0\u202f\u2009'’ ]\d{3}(?!\d))*(?:,\d+)?)",
)
HALF, WORD, DATE, CLOCK, NUMBER = 1, 2, 3, 4, 5
_LONGEST = 24  # characters of a numeral; longer runs of digits are no figures a reader compares
_BLANKS = lazy_pattern(r"[\s'’]")
HYPHENS = frozenset("-–‐‑−")
ORDINAL_ENDS = frozenset(["st", "nd", "rd", "th", "º", "ª"])
_SHORT_MONTHS = frozenset(["may", "june", "july", "mai", "juni", "juli", "juin", "mayo", "mars", "août", "май"])
"""Whole names of months as short as an abbreviation: a full stop after one ends the sentence."""


@cache
def _pattern(decimal_comma: bool) -> re.Pattern[str]:
    """Tokens of a text in lower case; what most of them are, words, comes first."""
    return re.compile(_WORDS + _DIGITS + (_WITH_COMMA if decimal_comma else _POINTED) + _SIGN)


class Tokens:
    """A text cut into tokens; every method takes token indices, and one out of range finds nothing."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.words: Numerals = numerals(language)
        self.german = language[:2] == "de"
        low = text.lower()
        if len(low) != len(text):  # a capital whose small letter is two characters, such as İ
            low = "".join([c.lower()[:1] for c in text])
        tokens = list(_pattern(self.words.decimal_comma).finditer(low))
        self.kinds = [m.lastindex for m in tokens]
        self.low = [m[0] for m in tokens]
        self.starts = [m.start() for m in tokens]
        self.ends = [m.end() for m in tokens]
        self.size = len(tokens)

    def number(self, at: int) -> tuple[float, int] | None:
        """The value of the numeral that starts here and the token after it."""
        if at >= self.size:
            return None
        if self.kinds[at] == NUMBER:
            digits = self._digits(at)
            found = None if digits is None else self._scaled(digits, at + 1)
        else:
            found = self._spelt(at)
        half = found and self.and_a_half(found[1])
        if found is None or not half:
            return found
        return found[0] + 0.5 * self.words.scales.get(self.word(found[1] - 1), 1), half

    def and_a_half(self, at: int) -> int:
        """The token after `and a half` (`y media`), 0 where it does not stand here."""
        if self.word(at) not in self.words.joiners:
            return 0
        step = at + 2 if self.word(at + 1) in self.words.articles else at + 1
        return step + 1 if self.word(step) in self.words.half else 0

    def _digits(self, at: int) -> float | None:
        token = self.low[at]
        if len(token) > _LONGEST:
            return None
        token = _BLANKS.sub("", token)
        if self.words.decimal_comma:
            return float(token.replace(".", "").replace(",", "."))
        return float(token.replace(",", ""))

    def _scaled(self, value: float, at: int) -> tuple[float, int]:
        """`1.2 million`, `$5bn`, `mil millones`, `3m` after a currency sign is not told from metres here."""
        first = at
        while at < self.size and at < first + 2 and self.word(at) in self.words.scales:
            value *= self.words.scales[self.low[at]]
            at += 1
            if at < self.size and self.low[at] == "." and self.word(at - 1) in ("mio", "mrd"):
                at += 1
        return value, at

    def _spelt(self, at: int) -> tuple[float, int] | None:
        """The numeral in words that starts here: its value and the token after it."""
        total, current, end, last = 0.0, 0.0, at, 0.0
        while end < self.size:
            step = end + 1 if end > at and self._goes_on(last, end) else end
            word = self.word(step)
            value = self._unit(word)
            if last == 4 and step > end and word in ("vingt", "vingts"):  # quatre-vingts
                current, last = 80.0, 80.0
            elif value is not None and (end == at or _fits(last, value)):
                current += value
                last = max(value, last if value == 10 and last in (60, 80) else 0)
            elif step == end and word in self.words.scales and (end > at or self._one_before(at)):
                last = self.words.scales[word]
                total, current = _times(total, current, last)
            else:
                break
            end = step + 1
        return (total + current, end) if end > at else None

    def _unit(self, word: str) -> float | None:
        """The value of a word that is a numeral by itself."""
        value = self.words.units.get(word)
        if value is None and self.german and is_compound(word):
            return _german_number(word, self.words)
        return value

    def _goes_on(self, last: float, at: int) -> bool:
        """Whether a hyphen or an `and` at this token stands inside a numeral whose last part was `last`.

        Hyphens join tens and ones (and `quatre-vingts`); `and` follows a hundred, in Spanish and French also tens.
        """
        if self.low[at] in HYPHENS:
            return self.touches(at) and (20 <= last < 100 or last == 4)
        value = self.words.units.get(self.word(at + 1))
        if value is None or self.word(at) not in self.words.joiners:
            return False
        return last >= 100 or (not self.words.capital_dates and 20 <= last < 100 and value < 10)

    def kind(self, at: int) -> int | None:
        """What the token is: `DATE`, `CLOCK`, `NUMBER`, `HALF` (of the day), `WORD`, or another sign."""
        return self.kinds[at] if 0 <= at < self.size else None

    def word(self, at: int) -> str:
        """The word at this token in lower case, empty where it is none."""
        return self.low[at] if 0 <= at < self.size and self.kinds[at] == WORD else ""

    def sign(self, at: int) -> str:
        """The token in lower case, whatever it is."""
        return self.low[at] if 0 <= at < self.size else ""

    def small(self, at: int, most: float) -> float | None:
        """The value of the digits in this token, when it is no more than `most`."""
        if not (0 <= at < self.size and self.kinds[at] == NUMBER and self.low[at].isdigit()):
            return None
        value = self._digits(at)
        return value if value is not None and value <= most else None

    def hyphen(self, at: int) -> bool:
        """Whether this token joins its neighbours."""
        return 0 < at < self.size and self.low[at] in HYPHENS and self.touches(at)

    def touches(self, at: int) -> bool:
        """Whether nothing stands between this token and its neighbours."""
        return 0 < at < self.size - 1 and self.ends[at - 1] == self.starts[at] and self.ends[at] == self.starts[at + 1]

    def leads(self, at: int) -> bool:
        """Whether this token touches the one after it and not the one before, as a sign does."""
        apart = at == 0 or self.ends[at - 1] < self.starts[at] or self.low[at - 1] in "(["
        return 0 <= at < self.size - 1 and apart and self.ends[at] == self.starts[at + 1]

    def past_dot(self, at: int) -> int:
        """The token after this month and the full stop of its abbreviation."""
        dotted = at + 1 < self.size and self.low[at + 1] == "." and self.ends[at] == self.starts[at + 1]
        return at + 2 if dotted and len(self.low[at]) < 5 and self.low[at] not in _SHORT_MONTHS else at + 1

    def in_a_name(self, at: int) -> bool:
        """`G7`, `Covid-19`, `5G`: digits that are part of a name."""
        if at and self.kinds[at - 1] == WORD and self.ends[at - 1] == self.starts[at]:
            return self.low[at - 1].isascii() and self.low[at - 1] not in CURRENCIES
        if at > 1 and self.hyphen(at - 1) and self.kinds[at - 2] == WORD and self.low[at - 1] in "-‐‑":
            return self.word(at - 2) not in self.words.units
        after = self.word(at + 1)
        if not after or not after.isascii() or self.starts[at + 1] != self.ends[at]:
            return False
        if self.text[self.starts[at + 1]] == "G":
            return True
        known = after in self.words.scales or after in MEASURES or after in ORDINAL_ENDS or after in TIME
        return not known and after not in CURRENCIES and after not in ("h", "s", "c", "f", "er", "pc", "jährige", "uhr")

    def _one_before(self, at: int) -> bool:
        return self.word(at - 1) in self.words.articles


def _times(total: float, current: float, scale: float) -> tuple[float, float]:
    """What is counted so far, and the part that goes on being counted, after "hundred", "thousand", "million"."""
    if scale < 1000:
        return total, max(current, 1) * scale
    if total and not current:  # mil millones
        return total * scale, current
    return total + max(current, 1) * scale, 0.0


def _fits(last: float, value: float) -> bool:
    """Whether a numeral may follow another inside one number: tens and ones, hundreds and the rest."""
    return (20 <= last < 100 and value < 10) or (last in (60, 80) and value < 20) or (last >= 100 and value < last)


def _german_number(word: str, words: Numerals) -> float | None:
    """The value of a compound such as `zweitausendfünfhundert`; None for other words."""
    if len(word) > 60:
        return None
    for name, scale in (("tausend", 1000.0), ("hundert", 100.0)):
        head, found, tail = word.partition(name)
        if not found:
            continue
        before = 1.0 if head in ("", "ein") else words.units.get(head) or _german_number(head, words)
        after = 0.0 if not tail else words.units.get(tail.removeprefix("und")) or _german_number(tail, words)
        return None if before is None or after is None else before * scale + after
    return None


def is_compound(text: str) -> bool:
    """Whether a German text may hold a numeral or weekday written as part of one word."""
    return "hundert" in text or "tausend" in text or "tag" in text
