"""Sentences as spans of the unaltered text.

Rules over the places where a sentence may end, each looked at with a bounded view to either side, so that any text is
cut in linear time. Quotations of several sentences are cut inside the marks; a quotation that ends with a question or
an exclamation mark and is followed by its attribution stays with it.
"""

from __future__ import annotations

import re

from variorum.engine.nouns import Span
from variorum.engine.segmenting.abbreviations import (
    BEFORE_NAME,
    BEFORE_NUMBER,
    ENDING,
    MONTHS,
    OPEN_LISTS,
    ORDINAL_LANGUAGES,
    ORDINARY,
    STARTERS,
    UNITS_OF_TIME,
    ZONES,
)
from variorum.engine.words.speech import SPEAKING
from variorum.text.patterns import lazy_pattern

VIEW = 40
"""Characters looked at before a full stop."""
ATTRIBUTION = 110
"""Characters after a quotation within which its verb of saying must follow."""

_LIST_NUMBER = 8
"""Characters from which on what stands before a full stop is no number of a list."""

_NARROW = ".!?…‽"
_WIDE = "。！？｡．؟۔।॥።"
_STOP = lazy_pattern(rf"[{_NARROW}{_WIDE}⋯](?:(?<=[{_NARROW}])[{_NARROW}]*|(?<=[{_WIDE}])[{_WIDE}]*|(?<=⋯)⋯*)")
"""A run of stops of one kind. All of them stand in the first class, since only so `re` leaps over what is none."""
_CLOSING = lazy_pattern(r"[\"'”’“»«›‹)\]}）」』】〉》*_]*(?:[\u00a0\u202f ][»›](?=\s|$))?")
_WIDE_CLOSING = lazy_pattern(r"[\"'”’»)\]}）」』】〉》]*")
_LEADING = lazy_pattern(r"[\"'“”„‘’‚«»‹›(\[{（「『*_–—―•·\-#>¿¡…\s]{0,12}")
_WORD = lazy_pattern(r"[\w’'-]{1,30}")
_BEFORE = lazy_pattern(r"[^\s\"“”„‘«»(\[{（—–/…,;:!?]+\Z")
_DOTTED = lazy_pattern(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}\Z")
_CAMEL = lazy_pattern(r"[a-z]{1,2}[A-Z]")
_NUMBERED = lazy_pattern(r"\s*(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,4})\Z")
_HESITATES = lazy_pattern(r"I(?:['’]\w+)?\s")
"""How one goes on after "I …"."""
_HALF_DAY = lazy_pattern(r"\b[ap]\.\s?\Z")
_QUOTES = frozenset("\"'”’“»«›‹」』")
_VOWELS = frozenset("aeiouy")
_DASHES = "–—―-"
_CUT_SHORT = BEFORE_NAME | BEFORE_NUMBER | ENDING | MONTHS | OPEN_LISTS | UNITS_OF_TIME


def sentences(text: str, start: int, end: int, *, language: str = "en") -> list[Span]:
    """The sentences of one paragraph, in order; every non-blank character lies in exactly one.

    Args:
        text: The article's text.
        start: Where the paragraph begins.
        end: Where it ends, exclusive.
        language: ISO 639-1; it decides what a full stop after a number means.
    """
    spans: list[Span] = []
    begin = start
    for match in _STOP.finditer(text, start, end):
        if match.start() < begin:
            continue
        plainly = _plainly_ends(text, begin, match.start(), end)
        cut = match.end() if plainly else _cut(text, begin, match, end, language)
        if cut is not None:
            spans += _trimmed(text, begin, cut)
            begin = cut
    return spans + _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [(start, end)] if start < end else []


def _plainly_ends(text: str, begin: int, at: int, end: int) -> bool:
    """Whether a full stop stands as most do: after a plain word in small letters, before a blank and a capital.

    A short way to what `_cut` would find, for long texts; False says nothing.
    """
    if at - begin < _LIST_NUMBER or at + 2 >= end or text[at : at + 2] != ". " or not "A" <= text[at + 2] <= "Z":
        return False
    first = max(begin, at - VIEW)
    word = text[max(first, text.rfind(" ", first, at) + 1) : at]
    if not (word.isascii() and word.isalpha() and word.islower()):
        return False
    return word not in _CUT_SHORT and len(word) > 1 and not _VOWELS.isdisjoint(word)


def _cut(text: str, begin: int, stop: re.Match[str], end: int, language: str) -> int | None:
    """Where the sentence that may end at `stop` does end, after its closing marks; None where it goes on."""
    mark = stop.group()[-1]
    if mark in _WIDE:
        return _cut_wide(text, stop, end)
    close = _CLOSING.match(text, stop.end(), end)
    after = close.end() if close else stop.end()
    if after >= end:
        return None
    if not text[after].isspace():
        return _cut_unspaced(text, stop, after, end)
    lead = _LEADING.match(text, after, end)
    head = lead.end() if lead else after
    if head >= end:
        return after
    following = text[head]
    quoted = any(c in _QUOTES for c in text[stop.end() : after])
    if following.islower() and not _CAMEL.match(text, head, end):
        goes_on = quoted or text[after - 1] in ")]" or any(c in _DASHES for c in text[after:head])
        return after if not goes_on and _lower_begins(text, begin, stop) else None
    if mark in "!?‽":
        return None if quoted and _is_attribution(text, head, end) else after
    if len(stop.group()) > 1 or mark == "…":
        begins = following.isalnum() and not _HESITATES.match(text, head, end)
        return after if begins or quoted else None
    return after if quoted or _full_stop_ends(text, begin, stop.start(), head, end, language) else None


def _lower_begins(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether a sentence that begins with a small letter, as in chats and posts, begins after `stop`.

    Only after a plain word in small letters: names ("Yahoo! and …") and abbreviations go on.
    """
    if stop.group()[0] == "…" or stop.group().startswith(".."):
        return False
    found = _BEFORE.search(text, max(begin, stop.start() - VIEW), stop.start())
    word = found.group() if found else ""
    known = word in BEFORE_NAME or word in BEFORE_NUMBER or word in ENDING or word in MONTHS or word in OPEN_LISTS
    return len(word) > 2 and word.isalpha() and word.islower() and not known


def _cut_wide(text: str, stop: re.Match[str], end: int) -> int | None:
    """After a mark of a script that sets no blank behind it; a quotation that its sentence goes on from is not cut."""
    close = _WIDE_CLOSING.match(text, stop.end(), end)
    after = close.end() if close else stop.end()
    if after >= end:
        return None
    if after > stop.end() and not text[after].isspace() and _SPEECH_AFTER.match(text, after, end):
        return None
    return after


_SPEECH_AFTER = lazy_pattern(r"[，、と]|[^。！？\s“「]{0,12}(?:说|說|表示|称|稱|指出|道[，。：]|问|問)")


def _cut_unspaced(text: str, stop: re.Match[str], after: int, end: int) -> int | None:
    """A lost blank between sentences: "…of the year.The next…"; never inside addresses, numbers or initials."""
    word = _BEFORE.search(text, max(0, stop.start() - VIEW), stop.start())
    following = _WORD.match(text, after, end)
    if following is None or word is None or len(stop.group()) > 1 or after > stop.end():
        return None
    plain = word.group().isalpha() and word.group().islower() and len(word.group()) > 2
    return after if plain and following.group()[0].isupper() and following.group().lower() in STARTERS else None


def _is_attribution(text: str, head: int, end: int) -> bool:
    """Whether "Smith asked" or "asked Smith" follows a quotation, before any other quotation or sentence."""
    limit = min(end, head + ATTRIBUTION)
    words: list[re.Match[str]] = []
    for match in _WORD.finditer(text, head, limit):
        if any(c in '.!?"“«„;' for c in text[words[-1].end() if words else head : match.start()]):
            break
        words.append(match)
        if match.group().lower() in SPEAKING:
            return _named(text, words) and not _goes_on(text, match.end(), end)
        if len(words) > 9:
            break
    return False


def _named(text: str, words: list[re.Match[str]]) -> bool:
    """Whether the words before the verb are a bare name or a name with an apposition, not a clause."""
    subject = [m.group() for m in words[:-1]]
    if not subject:
        return True
    if subject[0].lower() in STARTERS and len(subject) > 1:
        return False
    return all(w[0].isupper() or w[0].isdigit() for w in subject[:2]) and not any(w.endswith("ed") for w in subject)


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether the verb takes its own clause ("Smith said that …", "Smith said he …"), so that it is a new sentence."""
    following = _WORD.search(text, at, min(end, at + 30))
    return following is not None and following.group().lower() in (
        "that",
        "he",
        "she",
        "they",
        "it",
        "the",
        "dass",
        "que",
    )


def _full_stop_ends(text: str, begin: int, at: int, head: int, end: int, language: str) -> bool:
    """Whether a single full stop at `at`, with the next sentence's first letter at `head`, ends a sentence."""
    match = _BEFORE.search(text, max(begin, at - VIEW), at)
    if match is None:
        return True
    word = match.group().rstrip("’'\u00ad")
    low = word.lower().replace("\u00ad", "")
    found = _WORD.match(text, head, end)
    following = found.group() if found else ""
    number = following[:1].isdigit()
    initial = found is not None and len(following) == 1 and text.startswith(".", found.end())
    starter = following.lower().replace("’", "'") in STARTERS and not initial
    if low == "m" and _HALF_DAY.search(text, max(begin, at - VIEW), match.start()):  # 5 p. m.
        return following.lower() not in ZONES
    if low.isdigit():
        return not _is_ordinal(text, begin, at, low, following, language)
    if len(low) == 1 and low.isalpha():
        return _initial_ends(text, begin, match.start(), word, starter=starter)
    ends = None if low in ORDINARY and word.islower() and not number else _abbreviation_ends(low, following, starter)
    if ends is None:
        return at - begin >= _LIST_NUMBER or not _NUMBERED.match(text[begin:at])
    return ends


def _abbreviation_ends(low: str, following: str, starter: bool) -> bool | None:
    """Whether an abbreviation before a full stop ends its sentence; None for a word that is none."""
    number = following[:1].isdigit()
    if low in UNITS_OF_TIME:
        return following.lower() not in ZONES
    if number and (low in MONTHS or low in BEFORE_NUMBER):
        return False
    if low in BEFORE_NAME:
        return False
    if low in OPEN_LISTS:
        return following[:1].isupper()
    if low in ENDING or _DOTTED.match(low) or _unpronounceable(low):
        return starter
    return None


def _unpronounceable(low: str) -> bool:
    """Whether a word has no vowel and so is cut short ("Cllr", "Mrd", "Bldg"); scripts but Latin are left alone."""
    return 1 < len(low) < 6 and low.isascii() and low.isalpha() and not _VOWELS & set(low)


def _is_ordinal(text: str, begin: int, at: int, low: str, following: str, language: str) -> bool:
    """Whether a number before a full stop is an ordinal ("am 6. November") or numbers a list ("1. The …")."""
    if at - begin <= len(low) + 1:
        return True
    if language not in ORDINAL_LANGUAGES or len(low) > 2 or following[:1].isdigit():
        return False
    return following.lower() not in STARTERS


def _initial_ends(text: str, begin: int, at: int, word: str, *, starter: bool) -> bool:
    """Whether a single letter before the full stop ends a sentence: "Plan B. The", not "J. Smith"."""
    if at - begin <= 1:
        return False
    if word.islower():
        return starter
    before = text[max(begin, at - VIEW) : at].split()
    named = bool(before) and before[-1][:1].isupper() and len(before) > 1
    if starter:
        return not (named and before[-1].endswith("."))
    return word == "I" and not named
