"""A sentence as its words, its points and its quotations: what attributions are read from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from variorum.engine.nouns import Span
from variorum.engine.words.speech import BEFORE_SUBJECT, PRONOUNS, RELAYING, SPEAKING, listed
from variorum.text.joined import JOINED
from variorum.text.patterns import lazy_pattern

_TOKEN = lazy_pattern(rf"{JOINED}|[^\w\s]|_")
INNER = frozenset("-'’&./“”„\"«»‘")
"""Points inside a noun phrase."""
PREPOSITIONS = listed(
    """in at on to during after before by via from under over with for into through according across outside inside aus
    bei beim nach vor auf über im am ins ans zum zur während mit gegenüber en ante durante por tras con según
    sobre dans lors pendant devant sur chez par auprès selon в на во перед по из"""
)
"""Which end a noun phrase; "of" does not."""
TO = {
    "en": listed("to with"),
    "es": listed("a al ante con"),
    "fr": listed("à au aux a"),
    "de": listed("gegenüber zu"),
    "it": listed("a al alla ai"),
    "pt": listed("a ao à aos"),
}
"""By language: what stands before someone who is told."""
ADVERBS = listed(
    """as then had has have later also back out on up off today yesterday tonight again once only just still even first
    recently bluntly simply finally angrily quietly proudly will would could might may is was were are ist hat habe
    haben hatte dann auch später noch dazu también luego después ya había ha han aussi ensuite avait ont так потом
    monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag
    sonntag ayer lunes martes miércoles jueves viernes sábado domingo hier lundi mardi mercredi jeudi vendredi"""
)
"""Words that may stand between a verb and its subject."""
WEEKDAYS = listed(
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag"
)
_DETERMINERS = listed("""the a an his her its their this that these those no any some every my our your of in for to""")
ASIDE = 9
"""Tokens of an aside in brackets that is passed over."""
_NOUNS = listed(
    """claim claims report reports call calls comment comments promise promises demand demands hope hopes post posts
    cry cries answer answers reply replies quote rule point points label signal praise blame protest appeal thought
    boast joke jokes whisper scream shout sigh laugh vow pledge warning state states tweet tweets remark remarks
    mention welcome boom storm rage thunder reading read meaning saying writing calling speaking asking"""
)
"""Verbs of saying that are nouns behind an article."""


QUOTED = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands for a quoted stretch where the text of a token is asked for: no letter, no figure, and never nothing."""


class Token(NamedTuple):
    """A word, a point, or (`quote`) the number of a quoted stretch."""

    text: str
    low: str
    start: int
    end: int
    quote: int = -1

    @property
    def is_word(self) -> bool:
        """Neither a point nor a quotation."""
        return self.quote < 0 and self.text[0].isalnum()


def frame(text: str, start: int, end: int, stretches: Sequence[tuple[Span, int]]) -> list[Token]:
    """The tokens of a sentence, each quoted stretch (outer span, number) as one."""
    tokens: list[Token] = []
    at = start
    for (a, b), number in sorted(stretches):
        tokens += _tokens(text, at, max(at, a))
        tokens.append(Token(QUOTED, QUOTED, max(a, start), min(b, end), number))
        at = max(at, b)
    return _without_brackets(tokens + _tokens(text, at, end))


def _without_brackets(tokens: list[Token]) -> list[Token]:
    """The tokens without short asides in brackets: a party, an age, a station stand between a name and its verb."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        if tokens[at].text == "(":
            close = next((k for k in range(at + 1, min(len(tokens), at + ASIDE)) if tokens[k].text == ")"), None)
            if close is not None and all(t.quote < 0 for t in tokens[at:close]):
                at = close + 1
                continue
        kept.append(tokens[at])
        at += 1
    return kept


def _tokens(text: str, start: int, end: int) -> list[Token]:
    return [Token(m.group(), m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]


def _agreeing(low: str) -> bool:
    """Whether a word is a French participle of saying that agrees with its subject: "félicitée", "indignés"."""
    return low.endswith(("ée", "és", "ées")) and low.rstrip("es") in SPEAKING


def is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a verb of saying or relaying, and not the noun that looks like one ("the claim")."""
    token = tokens[at]
    if not token.is_word:
        return False
    low = token.low
    if "-" in low:
        return low.split("-")[0] in SPEAKING | {"a", "ont", "lit"} and low.split("-")[-1] in PRONOUNS
    if low in ("put", "puts", "has", "tells"):
        return at + 1 < len(tokens) and tokens[at + 1].low == "it"
    if low not in SPEAKING and low not in RELAYING and low not in BEFORE_SUBJECT and not _agreeing(low):
        return False
    if token.text[0].isupper() and at > 0 and tokens[at - 1].is_word:
        return False
    if low in ("read", "reads") and at > 0 and tokens[at - 1].low == "that":  # a note that read: "…"
        return True
    return not (low in _NOUNS and at > 0 and tokens[at - 1].low in _DETERMINERS)
