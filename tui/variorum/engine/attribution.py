"""Who says a quotation and where, read from the words of its sentence outside the quotation marks.

The sentence becomes a *frame*: its words and points, with each quotation as one token. A verb of saying is looked for
after the quotation ("…," said X / X said) and before it (X said: "…"); its subject is the speaker's words, and the
phrase that hangs on it and names an occasion, a medium, a document or someone told is the source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.engine.nouns import Span
from variorum.engine.speech import BEFORE_SUBJECT, PRONOUNS, RELAYING, SPEAKING, is_occasion, listed

_TOKEN = re.compile(r"[^\W_](?:[\w\u00ad]|[-'’.&](?=\w))*|[^\w\s]|_")
_INNER = frozenset("-'’&./“”„\"«»‘")
"""Points inside a noun phrase."""
_JOINERS = listed("and but or nor yet while whereas und aber oder y e pero et mais ou и но")
_RELATIVES = listed("who which that whom whose que qui où wer welche welcher который которая")
_PREPOSITIONS = listed(
    """in at on to during after before by via from under over with for into through according across outside inside aus
    bei beim nach vor auf über im am an ins ans zum zur während mit gegenüber en ante durante por tras con según sobre
    dans lors pendant devant sur chez par auprès selon в на во перед по из"""
)
_TO = {
    "en": listed("to with"),
    "es": listed("a al ante con"),
    "fr": listed("à au aux a"),
    "de": listed("gegenüber zu"),
    "it": listed("a al alla ai"),
    "pt": listed("a ao à aos"),
}
_TOLD = listed("told tell tells telling assured assures informed reminded")
_TALKING = listed("speaking spoke talking talked")
_NOBODY = listed("him her them me it you myself himself herself ihm ihr ihnen")
_ADVERBS = listed(
    """as then had has have later also back out on up off today yesterday tonight again once only just still even first
    recently bluntly simply finally angrily quietly proudly will would could might may is was were are ist hat habe
    haben hatte dann auch später noch dazu también luego después ya había ha han aussi ensuite avait ont так потом
    monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag
    sonntag ayer lunes martes miércoles jueves viernes sábado domingo hier lundi mardi mercredi jeudi vendredi"""
)
_AUXILIARIES = {"fr": listed("a ont avait"), "it": listed("ha hanno")}
_CLAUSE = listed(
    """who which that after when while as because where and but whose before if although though saying adding during
    dass weil wer nachdem wenn und aber que porque cuando y pero qui lorsque et mais что когда"""
)
_DETERMINERS = listed("the a an his her its their this that these those no any some every my our your of in for to")
_ON = listed("on sur bei en auf")
_NOUNS = listed(
    """claim claims report reports call calls comment comments promise promises demand demands hope hopes post posts cry
    cries answer answers reply replies quote rule point points label signal praise blame protest appeal thought boast
    joke jokes whisper scream shout sigh laugh vow pledge warning state states tweet tweets remark remarks mention
    welcome boom storm rage thunder reading read meaning saying writing calling speaking asking"""
)
"""Verbs of saying that are nouns behind an article."""
_TIME = listed("monday tuesday wednesday thursday friday saturday sunday")
FAR = 16
"""Words between a quotation and the verb that governs it from behind."""
WINDOW = 60
"""Tokens searched for an occasion."""


@dataclass(frozen=True, slots=True)
class Token:
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


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a frame says about one quotation.

    Attributes:
        subject: The speaker's words; None where the verb has no subject of its own.
        source: The words for where or to whom.
        relay: Who or what passed the words on ("according to a statement", "an agency reported").
        gap: Words between the quotation and the verb.
    """

    subject: Span | None
    source: Span | None
    relay: Span | None
    gap: int


def frame(text: str, start: int, end: int, stretches: Sequence[tuple[Span, int]]) -> list[Token]:
    """The tokens of a sentence, each quoted stretch (outer span, number) as one."""
    tokens: list[Token] = []
    at = start
    for (a, b), number in sorted(stretches):
        tokens += _tokens(text, at, max(at, a))
        tokens.append(Token("", "", max(a, start), min(b, end), number))
        at = max(at, b)
    return tokens + _tokens(text, at, end)


def _tokens(text: str, start: int, end: int) -> list[Token]:
    return [Token(m.group(), m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]


def attributions(tokens: Sequence[Token], at: int, *, comma: bool, language: str) -> list[Attribution]:
    """What the frame says about the quotation at index `at`, likeliest first.

    Args:
        tokens: The frame.
        at: Index of the quotation's token.
        comma: The quotation ends with a comma, a question or an exclamation mark, or a comma follows it.
        language: ISO 639-1 of the article.
    """
    after, before = _behind(tokens, at, language), _ahead(tokens, at, language)
    if before is not None and before.source is None and at + 1 < len(tokens) and tokens[at + 1].low in _PREPOSITIONS:
        before = replace(before, source=_phrase(tokens, at + 1, language))
    found = [x for x in (after, before) if x is not None]
    if after and before and (after.relay or (not comma and before.gap <= after.gap + 8)):
        found.reverse()
    return found


def named_source(tokens: Sequence[Token], language: str) -> Span | None:
    """The source a frame names anywhere: "In a newspaper column, …", "… told reporters"."""
    for k, token in enumerate(tokens[:WINDOW]):
        if token.low in _TOLD and (span := _told(tokens, k + 1, len(tokens))):
            return span
        if (
            token.low in ("to", "with")
            and k
            and tokens[k - 1].low in _TALKING
            and (span := _addressee(tokens, k, len(tokens)))
        ):
            return span
        if token.low in _PREPOSITIONS and (span := _phrase(tokens, k, language)):
            return span
    return None


def is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a verb of saying or relaying, and not the noun that looks like one ("the claim")."""
    token = tokens[at]
    if not token.is_word:
        return False
    low = token.low
    if "-" in low:
        return low.split("-")[0] in SPEAKING | {"a", "ont"} and low.split("-")[-1] in PRONOUNS
    if low in ("put", "puts", "has", "tells"):
        return at + 1 < len(tokens) and tokens[at + 1].low == "it"
    if low not in SPEAKING and low not in RELAYING and low not in BEFORE_SUBJECT:
        return False
    if token.text[0].isupper() and at > 0 and tokens[at - 1].is_word:
        return False
    return not (low in _NOUNS and at > 0 and tokens[at - 1].low in _DETERMINERS)


def _behind(tokens: Sequence[Token], at: int, language: str) -> Attribution | None:
    """An attribution after the quotation."""
    first = at + 1
    while first < len(tokens) and not tokens[first].is_word and tokens[first].quote < 0:
        first += 1
    if first >= len(tokens) or tokens[first].quote >= 0 or tokens[first].low in _JOINERS | _RELATIVES:
        return None
    words = 0
    for verb in range(first, len(tokens)):
        if tokens[verb].quote >= 0 or words > FAR or (tokens[verb].text == ";" and verb > first):
            return None
        words += tokens[verb].is_word
        if is_verb(tokens, verb):
            limit = next((k for k in range(verb, len(tokens)) if tokens[k].quote >= 0), len(tokens))
            return _after_verb(tokens, first, verb, limit, language)
    return None


def _after_verb(tokens: Sequence[Token], first: int, verb: int, limit: int, language: str) -> Attribution | None:
    low, gap = tokens[verb].low, verb - first
    auxiliaries = _AUXILIARIES.get(language, frozenset())
    if all(t.low in _ADVERBS or t.low in auxiliaries for t in tokens[first:verb] if t.is_word):
        begin = verb + 1
        if "-" in low:
            pronoun = (tokens[verb].end - len(low.split("-")[-1]), tokens[verb].end)
            if low.split("-")[0] in ("a", "ont"):
                begin += 1
            return Attribution(pronoun, _source(tokens, verb, begin, limit, language), None, gap)
        while begin < limit and (tokens[begin].low in _ADVERBS or (low == "according" and tokens[begin].low == "to")):
            begin += 1
        if low == "according" and (span := _told(tokens, begin, limit)):
            return Attribution(None, span, span, gap)
        stop = _phrase_end(tokens, begin, limit, language)
        stop = _with_apposition(tokens, begin, stop, limit)
        subject = (tokens[begin].start, tokens[stop - 1].end) if stop > begin else None
    else:
        end = verb
        while end - 1 > first and (not tokens[end - 1].is_word or tokens[end - 1].low in _ADVERBS):
            end -= 1
        subject, stop = (tokens[first].start, tokens[end - 1].end), verb + 1
        if tokens[first].text[0].islower() and tokens[first].low in _PREPOSITIONS | {
            "to",
            "is",
            "was",
            "were",
            "would",
        }:
            return None
    if low in RELAYING and low not in SPEAKING:
        return Attribution(None, subject, subject, gap)
    return Attribution(subject, _source(tokens, verb, stop, limit, language), None, gap)


def _with_apposition(tokens: Sequence[Token], begin: int, stop: int, limit: int) -> int:
    """Of "said his neighbour, Jane Roe": the name behind the comma belongs to the subject."""
    named = any(t.text[:1].isupper() for t in tokens[begin:stop])
    if (
        stop == begin
        or named
        or stop + 1 >= limit
        or tokens[stop].text != ","
        or not tokens[stop + 1].text[:1].isupper()
    ):
        return stop
    end = stop + 1
    while end < limit and tokens[end].text[:1].isupper():
        end += 1
    return end


def _phrase_end(tokens: Sequence[Token], begin: int, limit: int, language: str) -> int:
    """Where the noun phrase that begins at `begin` ends: at a point, a preposition other than "of", a clause."""
    end = begin
    to = _TO.get(language, _TO["en"])
    while end < limit:
        token = tokens[end]
        if not token.is_word and token.text not in _INNER:
            break
        if token.low in _PREPOSITIONS or token.low in _RELATIVES or token.low in to:
            break
        if token.low in _JOINERS and not (end + 1 < limit and tokens[end + 1].text[:1].isupper()):
            break
        if end > begin and token.text[0].islower() and is_verb(tokens, end):
            break
        end += 1
    return end


def _ahead(tokens: Sequence[Token], at: int, language: str) -> Attribution | None:
    """An attribution before the quotation, behind any other quotation."""
    begin = at
    while begin > 0 and tokens[begin - 1].quote < 0:
        begin -= 1
    verb = at - 1
    while verb >= begin and (not is_verb(tokens, verb) or tokens[verb].low in ("so", "para", "par", "wie", "nach")):
        verb -= 1
    if verb < begin:
        return None
    for earlier in range(max(begin, verb - 3), verb):
        if tokens[verb].low.endswith("ing") and is_verb(tokens, earlier):
            verb = earlier
            break
    gap = sum(t.is_word for t in tokens[verb + 1 : at])
    if tokens[verb].low in RELAYING and tokens[verb].low not in SPEAKING:
        lead = verb + 1 + (tokens[verb].low == "according")
        span = _told(tokens, lead, at)
        return Attribution(None, span, span, gap)
    subject = _subject_before(tokens, begin, verb)
    if subject is None or (language != "en" and tokens[begin].low in _PREPOSITIONS and tokens[verb - 1].text != ","):
        subject = _subject_inverted(tokens, verb, at, language) or subject
    source = _source(tokens, verb, verb + 1, at, language)
    return Attribution(subject, source or named_source(tokens[max(0, at - WINDOW) : at], language), None, gap)


def _subject_before(tokens: Sequence[Token], begin: int, verb: int) -> Span | None:
    """The subject of a verb: the noun phrase of the nearest chunk before it that is one."""
    fallback: Span | None = None
    end = verb
    while end > begin and verb - end < WINDOW:
        start = end
        while start > begin and (tokens[start - 1].is_word or tokens[start - 1].text in _INNER):
            start -= 1
        span = _chunk(tokens, start, end, adjacent=end == verb)
        if span is not None:
            if tokens[start].low not in ("the", "a", "an", "el", "la", "le", "un", "une", "der", "die") or end == verb:
                return span
            fallback = fallback or span
        elif fallback and start < end and tokens[start].low not in _PREPOSITIONS | _RELATIVES:
            return fallback
        end = start - 1
    return fallback


def _chunk(tokens: Sequence[Token], start: int, end: int, *, adjacent: bool) -> Span | None:
    """The noun phrase a chunk between points offers as a subject; None for phrases that hang on something else."""
    while start < end and (tokens[start].low in _JOINERS or not tokens[start].is_word):
        start += 1
    while end > start and (tokens[end - 1].low in _ADVERBS | {"a", "ont"} or not tokens[end - 1].is_word):
        end -= 1
    if start >= end:
        return None
    first = tokens[start]
    if first.low in _RELATIVES or first.low in ("of", "aged") or first.text[0].isdigit():
        return (first.start, first.end) if first.low == "who" and end - start == 1 else None
    if first.low in _PREPOSITIONS or first.low in _TIME:
        return _last_name(tokens, start, end) if adjacent else None
    if first.text[0].islower() and first.low not in PRONOUNS and is_verb(tokens, start):
        return None
    return (first.start, tokens[end - 1].end)


def _last_name(tokens: Sequence[Token], start: int, end: int) -> Span | None:
    """The run of capitalised words, or the pronoun, directly before `end`: "On Monday Roe (said)"."""
    at = end
    while at > start and (tokens[at - 1].text[0].isupper() or tokens[at - 1].low in PRONOUNS):
        at -= 1
    while at < end and tokens[at].low in _TIME:
        at += 1
    return (tokens[at].start, tokens[end - 1].end) if start < at < end else None


def _subject_inverted(tokens: Sequence[Token], verb: int, limit: int, language: str) -> Span | None:
    """The subject after a verb that opens its clause: "In einem Interview sagte X: …"."""
    stop = _phrase_end(tokens, verb + 1, limit, language)
    return (tokens[verb + 1].start, tokens[stop - 1].end) if stop > verb + 1 else None


def _source(tokens: Sequence[Token], verb: int, begin: int, limit: int, language: str) -> Span | None:
    """What hangs on a verb of saying and tells where or to whom."""
    if tokens[verb].low in _TOLD and begin == verb + 1 and (span := _told(tokens, begin, limit)):
        return span
    to = _TO.get(language, _TO["en"])
    for k in range(begin, min(limit, begin + WINDOW)):
        token = tokens[k]
        if token.low in ("who", "dass", "that", "que", "whether") and k > begin:
            break
        if token.low in to and language != "de" and token.low != "with" and (span := _addressee(tokens, k, limit)):
            return span
        if token.is_word and (token.low in _PREPOSITIONS or token.low in to) and (span := _phrase(tokens, k, language)):
            return span
    return None


def _told(tokens: Sequence[Token], begin: int, limit: int) -> Span | None:
    """Whom and where: all that follows "told", up to a clause of its own."""
    end = begin
    while end < limit and (tokens[end].is_word or tokens[end].text in _INNER) and not _begins_clause(tokens, end):
        end += 1
    words = [t.low for t in tokens[begin:end]]
    if not words or words[0] in _NOBODY or not tokens[begin].is_word or words == ["us"]:
        return None
    while end > begin + 1 and (tokens[end - 1].low in _TIME or tokens[end - 1].low in _PREPOSITIONS):
        end -= 1
    return (tokens[begin].start, tokens[end - 1].end)


def _addressee(tokens: Sequence[Token], at: int, limit: int) -> Span | None:
    """Whom "to" addresses: a name, "the press", "reporters"; not an infinitive, not a pronoun."""
    end = at + 1
    while (
        end < limit and tokens[end].is_word and tokens[end].low not in _CLAUSE and tokens[end].low not in _PREPOSITIONS
    ):
        end += 1
    words = tokens[at + 1 : end]
    if not words or words[0].low in _NOBODY:
        return None
    named = any(t.text[0].isupper() for t in words) or any(is_occasion(t.text) for t in words)
    return (words[0].start, words[-1].end) if named else None


def _begins_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word begins a clause; "before" and "after" do not where a noun follows ("before the Senate")."""
    if tokens[at].low in ("before", "after"):
        return at + 1 >= len(tokens) or not (tokens[at + 1].low in ("the", "a") or tokens[at + 1].text[0].isupper())
    return tokens[at].low in _CLAUSE


def _is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb governs the clause, as "posted" in "a message posted on its page" does not."""
    if not tokens[at].text[0].islower() or not is_verb(tokens, at) or is_occasion(tokens[at].text):
        return False
    return not (tokens[at].low.endswith("ed") and at + 1 < len(tokens) and tokens[at + 1].low in _PREPOSITIONS | {"to"})


def _phrase(tokens: Sequence[Token], at: int, language: str) -> Span | None:
    """The words after the preposition at `at`, where they name an occasion, a medium or a document."""
    end = at + 1
    seen = False
    while end < len(tokens) and tokens[end].quote < 0:
        token = tokens[end]
        if not token.is_word and token.text not in _INNER:
            break
        if _begins_clause(tokens, end) or (seen and _is_finite(tokens, end)):
            break
        if seen and token.low in _PREPOSITIONS and end + 1 < len(tokens) and tokens[end + 1].low in _TIME:
            break
        medium = end == at + 1 and tokens[at].low in _ON and token.text.isupper() and 1 < len(token.text) < 6
        seen = seen or medium or is_occasion(token.text)
        end += 1
    while end > at + 1 and (
        tokens[end - 1].low in _TIME or tokens[end - 1].low in _PREPOSITIONS or tokens[end - 1].low in _ADVERBS
    ):
        end -= 1
    return (tokens[at + 1].start, tokens[end - 1].end) if seen and end > at + 1 else None
