"""Which lines between title and text say who wrote the article, and when it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from variorum.engine.segmenting.ends import WORD, has_full_stop, has_more_words, is_stopped
from variorum.engine.words.speech import listed

BYLINE_WORDS: Final = 14
BYLINE_LENGTH = 120
"""A byline has at most so many."""
_BY = listed("by von por par di door av af från autor autorin text texte автор текст")
_BY_AFTER = listed(
    "exclusive story words text report analysis opinion comment reported written posted published edited filed"
)
_JOB = listed(
    """editor editors correspondent correspondents reporter reporters writer writers columnist staff newsroom desk news
    journalist analyst bureau agencies agency contributor redaktion redakteur redakteurin korrespondent
    korrespondentin lokalredaktion newsdesk redacción corresponsal rédaction correspondant correspondante
    journaliste team producer"""
)
_INSIDE_NAMES = listed("and und y et in de von van of the for")
_BESIDE_NAMES = _INSIDE_NAMES | listed(
    "at from on with reports reporting writes writing aus berichtet berichten à desde informa"
)
"""What stands round an author's name: "Jane Roe reports from the harbour", "From Jane Roe in Port Vale"."""
_PARTED = r"\s[|•·]\s"
"""What parts an author, a place and a date in one line."""
_NOBODY_NAMED = ("the ", "our ", "a staff", "unser", "einem ", "einer ", "la redac", "notre ", "nuestr")
"""How an author who is not named is called behind "by"."""
_DATE = (
    r"(?i)(?:\d+\s(?:min|minute|hour|hr|day|week)s?\sago|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}[./:]\d{1,2}|\b\d{4}\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:januar|februar|märz|mai|juni|juli|oktober|dezember)|(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre"
    r"|octubre|noviembre|diciembre)|(?:janvier|février|mars|avril|juin|juillet|août|décembre))"
)
_DATE_WORDS = listed(
    """published updated posted last modified first at on am pm gmt utc bst est edt et pt cet uhr stand veröffentlicht
    aktualisiert publicado actualizado publié mis à jour le el um a las min read minute minutes ago hours hour days
    day of"""
)


def is_byline(line: str, *, header: bool) -> bool:
    """Whether a line names who wrote the article; between title and text (`header`) a short line of names will do."""
    if len(line) > BYLINE_LENGTH:
        return False
    words = WORD.findall(line)
    if not words or len(words) > BYLINE_WORDS:
        return False
    stopped = is_stopped(line)
    lead = _byline_lead(line)
    if lead:
        following = " ".join(line.split()[lead:]).lstrip(": ")
        named = bool(following) and (
            following[0].isupper()
            or following.lower().startswith(_NOBODY_NAMED)
            or re.fullmatch(r"\w*[\d_]\w*", following) is not None  # a name that someone chose for a forum
            or not following[0].isascii()
        )
        posted = line.lower().startswith("posted")
        return (named or posted) and (not stopped or len(words) <= 6)
    if stopped:
        return False
    capitals = [w for w in words if w[0].isupper()]
    if header and len(words) <= 2 and all(w.lower() in _JOB for w in words):
        return True
    job = any(w.lower() in _JOB for w in words[1:])
    if job and words[0][0].isupper() and len(words) <= 10 and ("," in line or header):
        return True
    names = len(capitals) + sum(w in _INSIDE_NAMES for w in words)
    if header and 2 <= len(words) <= 9 and names == len(words) and words[-1][0].isupper():
        return True
    agency, _, author = line.partition(", ")  # "Ultra News, by Jane Roe"
    signed = agency[:1].isupper() and not has_more_words(agency, 4) and _byline_lead(author) > 0
    return header and (signed or _places_author(words) or _is_parted_byline(line))


def _places_author(words: Sequence[str]) -> bool:
    """Whether words are a name and from where it reports: "From Jane Roe in Port Vale"."""
    led = words[0].lower() == "from"
    rest = words[led:]
    named = len(rest) > 2 and all(w[0].isupper() for w in rest[:2])
    return named and (led or all(w[0].isupper() or w in _BESIDE_NAMES for w in rest))


def _is_parted_byline(line: str) -> bool:
    """Whether bars or dots part an author from a place, a date, a reading time: "Jane Roe | Port Vale | 3 May"."""
    first, *others = re.split(_PARTED, line)
    if not others or not first:
        return False
    author = is_byline(first, header=True) or any(w.lower() in _JOB for w in WORD.findall(first))
    return author and all(not has_more_words(other, 3) or is_date(other) for other in others)


def _byline_lead(line: str) -> int:
    """How many words introduce the author: "By", "Words by", "Von"; 0 where none do or nothing follows."""
    words = [w.lower().rstrip(":") for w in line.split()[:3]] or [""]
    lead = 1 if words[0] in _BY else 2 if len(words) > 1 and words[0] in _BY_AFTER and words[1] in _BY else 0
    return lead if lead < len(line.split()) else 0


def is_date(line: str) -> bool:
    """Whether a line holds nothing but when the article was published or how long it takes to read."""
    if has_more_words(line, BYLINE_WORDS):
        return False
    words = WORD.findall(line)
    if has_full_stop(line) or not any(c.isdigit() for c in line):
        return False
    plain = [w for w in words if not w[0].isdigit() and w.lower() not in _DATE_WORDS and not re.search(_DATE, w)]
    return len(plain) <= 2 and (re.search(_DATE, line) is not None or "min read" in line.lower())
