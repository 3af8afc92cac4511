"""Whether two figures can be compared, and whether they say the same.

Rounding and approximation are no disagreement: "about 60" and "five dozen", "almost seven weeks" and "47 days",
"2,400" and "2,437". "More than 16,000" and "more than 19,000" disagree.
"""

from __future__ import annotations

from variorum.engine.details.figure_words import DEGREE, HUNDRED_OF, PERCENT
from variorum.engine.details.figures import Figure, FigureKind

ABOUT = 0.1
"""How far, as a share of the larger, two figures may lie apart when one is called approximate."""
ABOUT_FINE = 0.04
"""The same for one that is given to three digits or more: "about 118" is not 128."""
ROUNDED = 0.05
"""How far a rounded figure may lie from the exact one, rounding itself being visible in its zeros."""
OTHER_UNIT = 0.12
"""How far the same duration or measure may lie apart in different units."""
BEYOND, BEYOND_COARSE = 1.2, 1.35
"""How far beyond "more than" (or short of "almost") the exact figure may lie; the second for figures of one digit."""
SMALL = 100
"""Below it "at least" stands before a count and not before a round number."""
_EXACT = 0.005
_HALF_DAY = 720


def group_of(figure: Figure) -> str:
    """What a figure can be compared with: figures of the same group only."""
    if figure.kind is FigureKind.DATE:
        return "date" if figure.unit in ("date", "year", "decade") else figure.unit
    if figure.kind is FigureKind.TIME:
        return "clock"
    if figure.kind is FigureKind.NUMBER and figure.noun.startswith("points"):
        return "points"  # percentage points, where the percentage goes without saying
    return figure.unit or figure.kind.value


def agree(a: Figure, b: Figure) -> bool:
    """Whether two figures of one group say the same."""
    if a.key == b.key:
        return True
    if a.kind is FigureKind.DATE or b.kind is FigureKind.DATE:
        return _dates_agree(a, b)
    if a.unit in ("clock", "clock12"):
        return _times_agree(a, b)
    if a.kind in (FigureKind.SCORE, FigureKind.ORDINAL, FigureKind.AGE):
        return False
    if _there_and_back(a) != _there_and_back(b):
        both, way = (a, b) if _there_and_back(a) else (b, a)
        return _sizes_agree(both._replace(value=both.value / 2), way) or _sizes_agree(a, b)
    return _sizes_agree(a, b)


def _there_and_back(figure: Figure) -> bool:
    """Whether a distance is that of the way there and of the way back."""
    return figure.noun.startswith(("round trip", "round-trip", "return trip", "return journey", "round journey"))


def _dates_agree(a: Figure, b: Figure) -> bool:
    """Dates agree where every part that both name is the same; a weekday tells nothing about a date without a year."""
    if a.unit != b.unit and "weekday" in (a.unit, b.unit):
        return True
    if "decade" in (a.unit, b.unit):
        return a.value // 10 == b.value // 10 or a.unit != b.unit
    parts_a, parts_b = date_parts(a.key), date_parts(b.key)
    return all(x == y for x, y in zip(parts_a, parts_b, strict=False) if x and y) and a.unit != "weekday"


def date_parts(key: str) -> list[str]:
    """Year, month and day of a date's key, those it does not tell empty."""
    plain = key.partition(":")[2]
    return ["", *plain[2:].split("-")] if plain.startswith("--") else plain.split("-")


def _times_agree(a: Figure, b: Figure) -> bool:
    """Whether two times of day may be one: any two of which one is only "about" or "shortly before" may."""
    if a.approximate or b.approximate:
        return True
    apart = abs(a.value - b.value)
    return apart == 0 or ("clock12" in (a.unit, b.unit) and apart == _HALF_DAY)


def _sizes_agree(a: Figure, b: Figure) -> bool:
    small, large = sorted((a, b), key=lambda f: f.value)
    if large.value <= 0:  # below zero, or nothing on both sides
        return small.value == large.value or (large.value < 0 and _sizes_agree(_positive(a), _positive(b)))
    apart = (large.value - small.value) / large.value
    if apart <= _EXACT:
        return True
    if any(_counted(f) and not other.approximate for f, other in ((a, b), (b, a))):
        return False
    if a.bound != b.bound and not (large.bound in (">", "≥") or small.bound == "<"):
        coarse = any(f.bound and (_digits(f) <= 1 or f.text[0].isalpha()) for f in (a, b))
        return large.value <= small.value * (BEYOND_COARSE if coarse else BEYOND)
    return apart <= _tolerance(a, b, rounded=_rounds_to(small, large))


def _tolerance(a: Figure, b: Figure, *, rounded: bool) -> float:
    """How far the two may lie apart, as a share of the larger; nothing where both are exact."""
    if _converted(a, b):
        return OTHER_UNIT
    if not any(f.approximate or _is_fraction(f) for f in (a, b)):
        return ROUNDED if rounded else 0.0
    if not rounded and any(f.approximate and not f.bound and _digits(f) > 2 for f in (a, b)):
        return ABOUT_FINE
    return ABOUT / 2 if a.bound and a.bound == b.bound else ABOUT


def _positive(figure: Figure) -> Figure:
    return figure._replace(value=-figure.value)


def _counted(figure: Figure) -> bool:
    """Whether "at least" stands before a number that is not round: "at least 38" have been counted so far."""
    return (
        figure.bound == "≥"
        and figure.kind is FigureKind.NUMBER
        and not figure.unit
        and (figure.value < SMALL or _digits(figure) > 2)
    )


def _converted(a: Figure, b: Figure) -> bool:
    """Whether the two are printed in different units of the same thing."""
    if a.kind is FigureKind.DURATION:
        return _last_letters(a) != _last_letters(b)
    return a.unit not in ("", DEGREE) and a.kind is FigureKind.NUMBER and _last_letters(a) != _last_letters(b)


def _last_letters(figure: Figure) -> str:
    return figure.text.lower().replace("-", " ").split()[-1].strip(".0123456789")[:3]


def _is_fraction(figure: Figure) -> bool:
    """A share in words: `a third` is said of 32 and of 34 per cent; `seventy per cent` is exact."""
    words = figure.text.lower().split()
    named = not PERCENT.isdisjoint(words) or words[-1] in HUNDRED_OF
    return figure.kind is FigureKind.PERCENT and not named and not any(c.isdigit() for c in figure.text)


def _digits(figure: Figure) -> int:
    """Significant digits."""
    return len(f"{figure.value:.8g}".split("e")[0].replace(".", "").strip("0"))


def _rounds_to(a: Figure, b: Figure) -> bool:
    """Whether one of two figures is the other with digits rounded away; only large ones and decimals are rounded."""
    coarse, exact = sorted((a, b), key=_digits)
    if _digits(coarse) == _digits(exact):
        return False
    if exact.value == int(exact.value) and exact.value < 1000:
        return False
    return float(f"{exact.value:.{max(1, _digits(coarse))}g}") == float(f"{coarse.value:.{max(1, _digits(coarse))}g}")
