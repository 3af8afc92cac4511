"""Who says a quotation and where, read from the words of its sentence outside the quotation marks.

The sentence becomes a *frame*: its words and points, with each quotation as one token. A verb of saying is looked for
after the quotation ("…," said X / X said) and before it (X said: "…"); its subject is the speaker's words, and the
phrase that hangs on it and names an occasion, a medium, a document or someone told is the source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from variorum.engine.nouns import Span
from variorum.engine.speech import BEFORE_SUBJECT, PRONOUNS, RELAYING, SPEAKING, is_occasion, listed

_TOKEN = re.compile(r"[^\W_](?:[\w\u00ad]|[-'’.&](?=\w))*|[^\w\s]|_")
_JOINERS = listed("and but or nor yet while whereas und aber oder y e pero et mais ou и но")
_RELATIVES = listed("""who which that whom whose der die das que qui où wer welche welcher который которая""")
_PREPOSITIONS = listed(
    """in at on to during after before by via from under over with for into through according aus bei beim nach vor auf
    über im am an ins ans zum zur während mit gegenüber en a al ante durante por tras con según sobre à au aux dans
    lors pendant devant sur chez par auprès selon в на во перед по из"""
)
_TELLING = listed(
    """told tell tells telling told's assured assures informed reminded warned asked asks sagte sagt erzählte erzählt
    contó cuenta dijo dice raconté dit"""
)
_TO = listed("to gegenüber a al à au aux zu")
_ADVERBS = listed(
    """as then had has have later also back out on up today yesterday again when who once has've ist hat habe hatte
    dann auch später a también luego ya había ha aussi ensuite avait так monday tuesday wednesday thursday friday
    saturday sunday recently bluntly simply finally"""
)
_PHRASE_ENDS = listed(
    """who which that after when while as because where and but whose before if although though saying adding dass weil
    wer nachdem wenn und aber que porque cuando y pero qui lorsque et mais что когда"""
)
_FAR = 16
"""Words between a quotation and the verb that governs it from behind."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a point, or (`quote`) the index of a quoted stretch."""

    text: str
    start: int
    end: int
    quote: int = -1

    @property
    def low(self) -> str:
        """Lower case."""
        return self.text.lower()

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
        relay: The subject of a relaying verb, such as the agency that reported the words.
        side: Where the verb stands.
        gap: Words between the quotation and the verb.
    """

    subject: Span | None
    source: Span | None
    relay: Span | None
    side: Literal["after", "before"]
    gap: int


def frame(text: str, start: int, end: int, stretches: Sequence[tuple[Span, int]]) -> list[Token]:
    """The tokens of a sentence, each quoted stretch (outer span, number) as one."""
    tokens: list[Token] = []
    at = start
    for (a, b), number in sorted(stretches):
        tokens += _tokens(text, at, max(at, a))
        tokens.append(Token("", max(a, start), min(b, end), number))
        at = max(at, b)
    return tokens + _tokens(text, at, end)


def _tokens(text: str, start: int, end: int) -> list[Token]:
    return [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]


def attributions(tokens: Sequence[Token], at: int, *, comma: bool) -> list[Attribution]:
    """What the frame says about the quotation at index `at`, likeliest first.

    Args:
        tokens: The frame.
        at: Index of the quotation's token.
        comma: The quotation ends with a comma, a question or an exclamation mark, or one follows it.
    """
    after, before = _behind(tokens, at), _ahead(tokens, at)
    found = [x for x in (after, before) if x is not None]
    if after and before and (after.relay or (not comma and before.gap <= after.gap + 8)):
        found.reverse()
    return found


def opening_source(tokens: Sequence[Token]) -> Span | None:
    """The source named anywhere in a frame: "In a newspaper column, …", "…, according to a statement, …"."""
    for k, token in enumerate(tokens):
        if token.is_word and token.low in _PREPOSITIONS:
            span = _phrase(tokens, k, occasion=True)
            if span:
                return span
    return None


def _is_verb(token: Token) -> bool:
    if not token.is_word:
        return False
    low = token.low
    if low in SPEAKING or low in RELAYING or low in BEFORE_SUBJECT:
        return True
    return "-" in low and low.split("-")[0] in SPEAKING and low.split("-")[-1] in PRONOUNS


def _behind(tokens: Sequence[Token], at: int) -> Attribution | None:
    """An attribution after the quotation."""
    first = at + 1
    while first < len(tokens) and not tokens[first].is_word and tokens[first].quote < 0:
        first += 1
    if first >= len(tokens) or tokens[first].quote >= 0 or tokens[first].low in _JOINERS | _RELATIVES:
        return None
    limit = next((k for k in range(first, len(tokens)) if tokens[k].quote >= 0), len(tokens))
    words = 0
    for verb in range(first, limit):
        words += tokens[verb].is_word
        if words > _FAR:
            return None
        if _is_verb(tokens[verb]) and not (
            verb == first and tokens[verb].low in ("so", "a", "on") and limit - first < 2
        ):
            return _after_verb(tokens, first, verb, limit)
    return None


def _after_verb(tokens: Sequence[Token], first: int, verb: int, limit: int) -> Attribution:
    low = tokens[verb].low
    inverted = all(t.low in _ADVERBS for t in tokens[first:verb] if t.is_word)
    relaying = low in RELAYING
    if not inverted:
        subject: Span | None = (tokens[first].start, _stripped_end(tokens, first, verb))
        rest = verb + 1
    elif "-" in low and low not in SPEAKING:
        subject, rest = (tokens[verb].end - len(low.split("-")[-1]), tokens[verb].end), verb + 1
    else:
        begin = verb + 1
        while (
            begin < limit
            and tokens[begin].low in _ADVERBS | {"to"}
            and not (low in SPEAKING and tokens[begin].low == "a")
        ):
            begin += 1
        stop = _noun_phrase_end(tokens, begin, limit)
        subject = (tokens[begin].start, tokens[stop - 1].end) if stop > begin else None
        rest = stop
    if relaying and low not in SPEAKING:
        return Attribution(None, subject, subject, "after", verb - first)
    return Attribution(subject, _source(tokens, verb, rest, limit), None, "after", verb - first)


def _stripped_end(tokens: Sequence[Token], first: int, verb: int) -> int:
    while verb - 1 > first and (not tokens[verb - 1].is_word or tokens[verb - 1].low in _ADVERBS):
        verb -= 1
    return tokens[verb - 1].end


def _noun_phrase_end(tokens: Sequence[Token], begin: int, limit: int) -> int:
    """Where the noun phrase that begins at `begin` ends: at a point, a preposition other than "of", a relative."""
    end = begin
    while end < limit:
        token = tokens[end]
        if not token.is_word:
            break
        article = end == begin and token.low in ("der", "die", "das", "a", "el", "la", "le", "les", "l")
        if not article and (
            token.low in _PREPOSITIONS or token.low in _RELATIVES or token.low in _JOINERS - {"y", "e"}
        ):
            break
        end += 1
    return end


def _ahead(tokens: Sequence[Token], at: int) -> Attribution | None:
    """An attribution before the quotation."""
    begin = at
    while begin > 0 and not (tokens[begin - 1].quote >= 0):
        begin -= 1
    verbs = [
        k for k in range(begin, at) if _is_verb(tokens[k]) and tokens[k].low not in ("so", "para", "par", "wie", "nach")
    ]
    if not verbs:
        return None
    verb = verbs[-1]
    while len(verbs) > 1 and verb - verbs[-2] <= 3 and tokens[verb].low.endswith("ing"):
        verbs.pop()
        verb = verbs[-1]
    gap = sum(t.is_word for t in tokens[verb + 1 : at])
    if tokens[verb].low in RELAYING and tokens[verb].low not in SPEAKING:
        stop = _noun_phrase_end(tokens, verb + 2 if tokens[verb].low == "according" else verb + 1, at)
        lead = verb + 2 if tokens[verb].low == "according" else verb + 1
        span = (tokens[lead].start, tokens[stop - 1].end) if stop > lead else None
        return Attribution(None, span, span, "before", gap)
    subject = _subject_before(tokens, begin, verb) or _subject_inverted(tokens, verb, at)
    source = _source(tokens, verb, verb + 1, at) or opening_source(tokens[begin:at])
    return Attribution(subject, source, None, "before", gap)


def _subject_before(tokens: Sequence[Token], begin: int, verb: int) -> Span | None:
    """The subject of a verb: the noun phrase of the nearest chunk before it that is one."""
    fallback: Span | None = None
    end = verb
    while end > begin:
        start = end
        while start > begin and (tokens[start - 1].is_word or tokens[start - 1].text in "-'’&./“”"):
            start -= 1
        span = _chunk(tokens, start, end)
        if span is not None:
            first = tokens[start].low
            if first not in ("the", "a", "an", "der", "die", "das", "el", "la", "le", "un", "une") or end == verb:
                return span
            fallback = fallback or span
        elif fallback and start < end and tokens[start].low not in _PREPOSITIONS | _RELATIVES:
            return fallback
        end = start - 1
    return fallback


def _chunk(tokens: Sequence[Token], start: int, end: int) -> Span | None:
    """The noun phrase a chunk between points offers as a subject; None for phrases that hang on something else."""
    while start < end and tokens[start].low in _JOINERS:
        start += 1
    while end > start and (tokens[end - 1].low in _ADVERBS or not tokens[end - 1].is_word):
        end -= 1
    if start >= end or (tokens[start].low in _RELATIVES and end - start > 1):
        return _relative(tokens, start, end)
    first = tokens[start]
    if first.text[0].isdigit() or not first.is_word:
        return None
    if first.low in _PREPOSITIONS:
        return _last_name(tokens, start, end)
    if first.text[0].islower() and first.low not in PRONOUNS and _is_verb(first):
        return None
    return (first.start, tokens[end - 1].end)


def _relative(tokens: Sequence[Token], start: int, end: int) -> Span | None:
    if start < end and tokens[start].low in ("der", "die", "das"):
        return (tokens[start].start, tokens[end - 1].end)
    return None


def _last_name(tokens: Sequence[Token], start: int, end: int) -> Span | None:
    """The run of capitalised words (or the pronoun) directly before `end`."""
    at = end
    while at > start and (tokens[at - 1].text[0].isupper() or tokens[at - 1].low in PRONOUNS):
        at -= 1
    return (tokens[at].start, tokens[end - 1].end) if start + 1 < at < end else None


def _subject_inverted(tokens: Sequence[Token], verb: int, limit: int) -> Span | None:
    """The subject after a verb that opens its clause: "In an interview sagte X: …"."""
    stop = _noun_phrase_end(tokens, verb + 1, limit)
    return (tokens[verb + 1].start, tokens[stop - 1].end) if stop > verb + 1 else None


def _source(tokens: Sequence[Token], verb: int, begin: int, limit: int) -> Span | None:
    """What hangs on a verb of saying and tells where or to whom."""
    if tokens[verb].low in _TELLING and begin < limit and begin == verb + 1 and tokens[verb].low.startswith("t"):
        return _told(tokens, begin, limit)
    for k in range(begin, limit):
        token = tokens[k]
        if token.is_word and token.low in ("who", "dass", "that", "que") and k > begin:
            break
        if token.is_word and token.low in _PREPOSITIONS:
            span = _phrase(tokens, k, occasion=token.low not in _TO)
            if span and (token.low not in _TO or _addressee(tokens, k)):
                return span
        elif token.is_word and _is_verb(token) and token.low.startswith("tell"):
            return _told(tokens, k + 1, limit)
    return None


def _told(tokens: Sequence[Token], begin: int, limit: int) -> Span | None:
    """Whom and where: all that follows "told", up to a clause of its own."""
    if begin >= limit or not tokens[begin].is_word:
        return None
    end = begin
    while (
        end < limit and (tokens[end].is_word or tokens[end].text in "-'’&.“”") and tokens[end].low not in _PHRASE_ENDS
    ):
        end += 1
    if end < limit and tokens[end].quote >= 0 and tokens[end - 1].low.endswith(("s'", "s’", "'s", "’s")):
        end += 1
    words = [t.low for t in tokens[begin:end]]
    if not words or (len(words) == 1 and words[0] in ("him", "her", "them", "me", "us", "it")):
        return None
    return (tokens[begin].start, tokens[end - 1].end)


def _addressee(tokens: Sequence[Token], k: int) -> bool:
    """Whether the phrase after "to" names someone: a name, a plural of listeners, an article and a noun."""
    return k + 1 < len(tokens) and tokens[k + 1].is_word and not _is_verb(tokens[k + 1])


def _phrase(tokens: Sequence[Token], at: int, *, occasion: bool) -> Span | None:
    """The words after the preposition at `at`; None where they must name an occasion and do not."""
    end = at + 1
    seen = False
    while end < len(tokens):
        token = tokens[end]
        if token.quote >= 0:
            if tokens[end - 1].low.endswith(("'", "’", "s", "program", "show")) and seen:
                end += 1
            break
        if not token.is_word and token.text not in "-'’&":
            break
        if token.low in _PHRASE_ENDS or (
            seen and _is_verb(token) and not is_occasion(token.text) and token.text[0].islower()
        ):
            break
        seen = seen or is_occasion(token.text)
        end += 1
    if end == at + 1 or (occasion and not seen):
        return None
    return (tokens[at + 1].start, tokens[end - 1].end)
