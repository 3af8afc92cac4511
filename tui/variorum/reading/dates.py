"""Dates as pages print them ("Tue 16 Nov 2021 19.04 GMT", "03.01.2024", "14 septembre 2023") → ISO 8601 dates."""

from __future__ import annotations

import re
from datetime import date, datetime

from variorum.text.patterns import lazy_pattern

_MONTHS = (
    "january jan januar janvier enero gennaio janeiro januari",
    "february feb februar février fevrier febrero febbraio fevereiro februari",
    "march mar märz maerz mars marzo março maart",
    "april apr avril abril aprile",
    "may mai mayo maggio maio mei",
    "june jun juni juin junio giugno junho",
    "july jul juli juillet julio luglio julho",
    "august aug août aout agosto augustus",
    "september sep sept septembre septiembre settembre setembro",
    "october oct oktober octobre octubre ottobre outubro okt",
    "november nov novembre noviembre novembro",
    "december dec dezember décembre decembre diciembre dicembre dezembro dez december",
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_NAME = r"(?P<month>[^\W\d_]{3,10})\.?"
_FORMS = (
    lazy_pattern(r"(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)"),
    lazy_pattern(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?{_NAME},?\s+(?:de\s+|del\s+)?(?P<year>(?:19|20)\d\d)"
    ),
    lazy_pattern(rf"{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)"),
    lazy_pattern(r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)"),
)


def printed_date(text: str) -> str | None:
    """The first date in a text that has a day, a month and a year, as ISO 8601; None where there is none.

    Dates like 03/04/2021 are passed over: which of the two is the month cannot be told.
    """
    for form in _FORMS:
        for match in form.finditer(text[:300]):
            parts = match.groupdict()
            month = (
                int(parts["number"]) if parts.get("number") else _NUMBER.get((parts.get("month") or "").casefold(), 0)
            )
            day = int(parts["day"])
            if 1 <= month <= 12 and 1 <= day <= 31:
                return f"{parts['year']}-{month:02}-{day:02}"
    return None


def stated_date(text: str) -> str | None:
    """A date that somebody states, as ISO 8601: a whole ISO date with or without a time, or one as pages print it.

    None where it is no date, or says a day that there is none of.
    """
    text = text.strip()
    try:
        datetime.fromisoformat(text)
    except ValueError:
        found = printed_date(text)
        if found is None:
            return None
        try:
            return date.fromisoformat(found).isoformat()
        except ValueError:
            return None
    return text.replace(" ", "T", 1)


def is_date_line(text: str) -> bool:
    """Whether a short paragraph is little more than a date and a time."""
    return len(text) < 70 and printed_date(text) is not None and len(re.findall(r"[^\W\d_]{3,}", text)) <= 6
