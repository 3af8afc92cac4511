"""Who says a quotation and where, read from the words of its sentence outside the quotation marks.

A verb of saying is looked for after the quotation ("…," said X / X said) and before it (X said: "…"); its subject is
the speaker's words, and the phrase that hangs on it is the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from variorum.engine.nouns import Span
from variorum.engine.quoting.frames import ADVERBS, INNER, PREPOSITIONS, TO, WEEKDAYS, Token, is_verb
from variorum.engine.quoting.told import (
    DATIVE,
    WINDOW,
    addressed_first,
    begins_dative,
    document_at,
    document_before,
    named_source,
    phrase,
    source_after,
    told,
)
from variorum.engine.words.speech import BEFORE_SUBJECT, PRONOUNS, RELAYING, SPEAKING, listed
from variorum.engine.words.vocabulary import NUMBER_WORDS

_JOINERS = listed("and but or nor yet while whereas und aber oder y e pero et mais ou и но")
_RELATIVES = listed("who which that whom whose que qui où wer welche welcher который которая")
_REFLEXIVE = listed("se s")
_AUXILIARIES = {"fr": listed("a ont avait s’est s'est se"), "it": listed("ha hanno si"), "es": listed("se")}
_EMBEDDING = listed(
    """what that which how why because after when while where if before dass weil que porque lorsque что"""
)
"""Words behind which a clause with a subject of its own begins."""
_PRINTED = listed("read reads reading saying says said stating")
_HE_OR_SHE = listed("he she er il elle él ella он она")
_NO_SUBJECT = listed("to is was were would")
_NOW = listed("now then aged")
_WHOSE = listed("whose dessen deren cuyo cuya dont")
_HANGING = listed("of aged")
_NO_VERBS_ALONE = listed("so para par wie nach")
"""Words that look like verbs of saying and are none before a quotation."""
_FINITE = listed("is was are were has had have did does will would could should ist war hat wurde est était fue")
"""Auxiliaries that open a predicate: "Roe was pleased, calling it …" has its subject before them."""
FAR = 16
"""Words between a quotation and the verb that governs it from behind."""
_TITLED = 3
"""Words after such a verb among which the name must begin."""
NAMED = 5
"""Words of a subject before a verb that is not known as one of saying."""


class Attribution(NamedTuple):
    """What a frame says about one quotation.

    Attributes:
        subject: The speaker's words; None where the verb has no subject of its own.
        source: The words for where or to whom.
        relay: Who or what passed the words on ("according to a statement", "an agency reported").
        gap: Words between the quotation and the verb.
        shared: The verb is joined to an earlier one and has that one's subject: "called it … and asked for …".
    """

    subject: Span | None
    source: Span | None
    relay: Span | None
    gap: int
    shared: bool = False


def attributions(tokens: Sequence[Token], at: int, *, comma: bool, language: str) -> list[Attribution]:
    """What the frame says about the quotation at index `at`, likeliest first.

    Args:
        tokens: The frame.
        at: Index of the quotation's token.
        comma: The quotation ends with a comma, a question or an exclamation mark, or a comma follows it.
        language: ISO 639-1 of the article.
    """
    after, before = _behind(tokens, at, language, comma=comma), _ahead(tokens, at, language)
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if before is not None and before.source is None and behind in PREPOSITIONS - BEFORE_SUBJECT:
        before = before._replace(source=phrase(tokens, at + 1))
    found = [x for x in (after, before) if x is not None]
    if after and before and (after.relay or (not comma and before.gap <= after.gap + 8)):
        found.reverse()
    return found


def _told_manner(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether an unknown verb tells how something was said: "…," grunted Jane Roe / Jane Roe grunted."""
    if not tokens[at].is_word or not tokens[at].low.endswith("ed") or not tokens[at].text[0].islower():
        return False
    if at == first:
        behind = tokens[at + 1 : at + 1 + _TITLED]
        if not behind or not behind[0].is_word or behind[0].low in PREPOSITIONS:
            return False
        return behind[0].low in ("the", "a", "his", "her") or any(t.text[0].isupper() for t in _words(behind))
    named = tokens[first].text[0].isupper() or tokens[first].low in PRONOUNS or tokens[first].low == "the"
    last = at + 1 == len(tokens) or not tokens[at + 1].is_word
    return named and last and at - first <= NAMED and all(t.is_word for t in tokens[first:at])


def _words(tokens: Sequence[Token]) -> Iterator[Token]:
    """The words up to the first point."""
    return takewhile(lambda token: token.is_word, tokens)


def _behind(tokens: Sequence[Token], at: int, language: str, *, comma: bool) -> Attribution | None:
    """An attribution after the quotation."""
    first = at + 1
    while first < len(tokens) and not tokens[first].is_word and tokens[first].quote < 0:
        first += 1
    if first >= len(tokens) or tokens[first].quote >= 0 or tokens[first].low in _JOINERS | _RELATIVES:
        return None
    manner = _told_manner if language == "en" else _inverted
    words = 0
    for verb in range(first, len(tokens)):
        if tokens[verb].quote >= 0 or words > FAR or (tokens[verb].text == ";" and verb > first):
            return None
        words += tokens[verb].is_word
        if is_verb(tokens, verb) or (comma and manner(tokens, first, verb)):
            limit = next((k for k in range(verb, len(tokens)) if tokens[k].quote >= 0), len(tokens))
            return _with_finite(tokens, first, verb, limit, language)
    return None


def _with_finite(tokens: Sequence[Token], first: int, verb: int, limit: int, language: str) -> Attribution | None:
    """The attribution by this verb, or by the finite one for which it only tells the manner."""
    if tokens[verb].low.endswith("ing"):
        if verb == first and limit < len(tokens):
            return None  # "…”, adding: “…”": it governs what follows
        finite = (k for k in range(verb + 1, min(limit, verb + FAR)) if _governs(tokens, k))
        verb = next(finite, verb) if verb > first else verb
    return _after_verb(tokens, first, verb, limit, language)


def _governs(tokens: Sequence[Token], at: int) -> bool:
    """Whether a finite verb of saying stands behind the comma that ends an aside: "…, speaking softly, told them"."""
    return tokens[at - 1].text == "," and is_verb(tokens, at) and not tokens[at].low.endswith("ing")


def _inverted(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether an unknown verb stands between a quotation and its speaker, as in languages that invert them there."""
    word = tokens[at]
    first += tokens[first].low in _REFLEXIVE
    if at != first or not word.is_word or not word.text[0].islower() or len(word.low) < 4:
        return False
    if word.low in PREPOSITIONS | ADVERBS | PRONOUNS.keys():
        return False
    return any(t.text[:1].isupper() for t in tokens[at + 1 : at + 2 + _TITLED]) and all(
        t.is_word for t in tokens[at + 1 : at + 2]
    )


def _after_verb(tokens: Sequence[Token], first: int, verb: int, limit: int, language: str) -> Attribution | None:
    """What a verb behind the quotation says: "…," said X / X said."""
    auxiliaries = _AUXILIARIES.get(language, frozenset())
    if all(t.low in ADVERBS or t.low in auxiliaries for t in tokens[first:verb] if t.is_word):
        return _subject_behind(tokens, first, verb, limit, language)
    if tokens[first].low in PREPOSITIONS | _NO_SUBJECT and tokens[first].text[0].islower():
        return None
    end = verb
    while end - 1 > first and (not tokens[end - 1].is_word or tokens[end - 1].low in ADVERBS):
        end -= 1
    subject = (tokens[first].start, tokens[end - 1].end)
    if _only_relays(tokens[verb]):
        return Attribution(None, subject, subject, verb - first)
    return Attribution(subject, source_after(tokens, verb, verb + 1, limit, language), None, verb - first)


def _only_relays(verb: Token) -> bool:
    """Whether the subject of a verb passes words on and does not speak: "according to", "reported"."""
    return verb.low in RELAYING and verb.low not in SPEAKING


def _subject_behind(tokens: Sequence[Token], first: int, verb: int, limit: int, language: str) -> Attribution:
    """What a verb says whose subject follows it: "…," said X."""
    low, gap, begin = tokens[verb].low, verb - first, verb + 1
    if "-" in low:  # a-t-il ajouté
        pronoun = (tokens[verb].end - len(low.split("-")[-1]), tokens[verb].end)
        begin += low.split("-")[0] in ("a", "ont")
        return Attribution(pronoun, source_after(tokens, verb, begin, limit, language), None, gap)
    while begin < limit and (tokens[begin].low in ADVERBS or (low == "according" and tokens[begin].low == "to")):
        begin += 1
    if low == "according" and (span := told(tokens, begin, limit)):
        return Attribution(None, span, span, gap)
    begin, addressed = addressed_first(tokens, begin, limit, language)
    stop = _with_apposition(tokens, begin, _phrase_end(tokens, begin, limit, language), limit)
    subject = (tokens[begin].start, tokens[stop - 1].end) if stop > begin else None
    if _only_relays(tokens[verb]):
        return Attribution(None, subject, subject, gap)
    return Attribution(subject, addressed or source_after(tokens, verb, stop, limit, language), None, gap)


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
    to = TO.get(language, TO["en"])
    while end < limit:
        token = tokens[end]
        if not token.is_word and token.text not in INNER:
            break
        chief = token.low == "en" and end + 1 < limit and tokens[end + 1].low == "chef"  # la conservatrice en chef
        if (token.low in PREPOSITIONS and not chief) or token.low in _RELATIVES or token.low in to:
            break
        if end > begin and tokens[begin].low not in DATIVE and begins_dative(tokens, end, language):
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
    verb = _verb_before(tokens, begin, at)
    if verb < begin:
        return _introduced(tokens, begin, at)
    gap = sum(t.is_word for t in tokens[verb + 1 : at])
    if tokens[verb].low in RELAYING and tokens[verb].low not in SPEAKING:
        lead = verb + 1 + (tokens[verb].low == "according")
        span = told(tokens, lead, at)
        return Attribution(None, span, span, gap)
    if (paper := document_before(tokens, begin, verb)) and tokens[verb].low in _PRINTED:
        return Attribution(_subject_before(tokens, begin, verb), paper, None, gap, shared=False)
    subject = _subject_before(tokens, begin, verb)
    if subject is None or _may_be_inverted(tokens, begin, verb, language):
        subject = _subject_inverted(tokens, verb, at, language) or subject
    source = source_after(tokens, verb, verb + 1, at, language)
    shared = subject is None and verb > 0 and (tokens[verb - 1].low in _JOINERS or tokens[verb].low.endswith("ing"))
    return Attribution(subject, source or named_source(tokens[begin:at]), None, gap, shared)


def _verb_before(tokens: Sequence[Token], begin: int, at: int) -> int:
    """The verb of saying that governs what stands at `at`; before `begin` where there is none."""
    verb = at - 1
    while verb >= begin and (not is_verb(tokens, verb) or tokens[verb].low in _NO_VERBS_ALONE):
        verb -= 1
    if tokens[verb].low.endswith("ing"):
        return next((k for k in range(max(begin, verb - 3), verb) if is_verb(tokens, k)), verb)
    return verb


def _may_be_inverted(tokens: Sequence[Token], begin: int, verb: int, language: str) -> bool:
    """Whether the subject may stand behind its verb: "In Rom sagte Roe: “…”", "“…”, warned Roe, “…”"."""
    comma = tokens[verb - 1].text == ","
    if comma and tokens[verb + 1].text[:1].isupper():
        return True
    return language != "en" and tokens[begin].low in PREPOSITIONS and not comma


def _introduced(tokens: Sequence[Token], begin: int, at: int) -> Attribution | None:
    """Who is spoken of before a colon, where no verb of saying is known: "She was unmoved: “…”"."""
    if at - 1 <= begin or tokens[at - 1].text != ":":
        return None
    first = begin
    while first < at and (tokens[first].low in _JOINERS | ADVERBS or not tokens[first].is_word):
        first += 1
    if tokens[first].low in _HE_OR_SHE:
        return Attribution((tokens[first].start, tokens[first].end), None, None, at - first - 1)
    while first < at:
        end = first
        while end < at and tokens[end].is_word and tokens[end].text[0].isupper():
            end += 1
        owns = 2 * (end > first and tokens[end - 1].text.endswith(("'s", "’s")))  # "Roe's answer: “…”"
        if (end - first > 1 or owns) and not (first > begin and tokens[first - 1].low in PREPOSITIONS):
            span = (tokens[first].start, tokens[end - 1].end - owns)
            paper = document_at(tokens, end, at - 1) if not owns else None
            return Attribution(span, paper, None, at - end)
        first = max(end, first + 1)
    return None


def _subject_before(tokens: Sequence[Token], begin: int, verb: int) -> Span | None:
    """The subject of a verb: the noun phrase of the nearest chunk before it that is one."""
    fallback: Span | None = None
    end = verb
    while end > begin and verb - end < WINDOW:
        start = end
        while start > begin and (tokens[start - 1].is_word or tokens[start - 1].text in INNER):
            if end == verb and tokens[start - 1].low in _EMBEDDING and start < end:
                embedded = _chunk(tokens, start, end, adjacent=True)
                if embedded is not None:
                    return embedded
            start -= 1
        span = _chunk(tokens, start, end, adjacent=end == verb)
        if span is not None:
            if tokens[start].low not in ("the", "a", "an", "el", "la", "le", "un", "une", "der", "die") or end == verb:
                return span
            fallback = fallback or span
        elif fallback and start < end and tokens[start].low not in PREPOSITIONS | _RELATIVES:
            return fallback
        end = start - 1
    return fallback


def _chunk(tokens: Sequence[Token], start: int, end: int, *, adjacent: bool) -> Span | None:
    """The noun phrase a chunk between points offers as a subject; None for phrases that hang on something else."""
    start, end = _trimmed(tokens, start, end)
    if start >= end:
        return None
    first = tokens[start]
    if first.low in _WHOSE and end - start > 1:
        return (tokens[start + 1].start, tokens[end - 1].end) if adjacent else None
    if first.low in _FINITE or _tells_when(tokens[start:end], adjacent=adjacent):
        return None
    if first.low in _RELATIVES or first.low in _HANGING or first.text[0].isdigit():
        return (first.start, first.end) if first.low == "who" and end - start == 1 else None
    if first.low in PREPOSITIONS or first.low in WEEKDAYS:
        return _last_name(tokens, start, end) if adjacent else None
    if first.text[0].islower() and first.low not in PRONOUNS and is_verb(tokens, start):
        return None
    return (first.start, tokens[end - 1].end)


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """A chunk without joiners before it, adverbs behind it, and signs on either side."""
    while start < end and (tokens[start].low in _JOINERS or not tokens[start].is_word):
        start += 1
    while end > start and (tokens[end - 1].low in ADVERBS | {"a", "ont"} or not tokens[end - 1].is_word):
        end -= 1
    return start, end


def _tells_when(words: Sequence[Token], *, adjacent: bool) -> bool:
    """Whether words only say when or how much: "now 34", "then"."""
    return all(
        t.low in ADVERBS | _NOW or t.text[0].isdigit() or (t.low in NUMBER_WORDS and not adjacent) for t in words
    )


def _last_name(tokens: Sequence[Token], start: int, end: int) -> Span | None:
    """The run of capitalised words, or the pronoun, directly before `end`: "On Monday Roe (said)"."""
    at = end
    while at > start and (tokens[at - 1].text[0].isupper() or tokens[at - 1].low in PRONOUNS):
        at -= 1
    while at < end and tokens[at].low in WEEKDAYS:
        at += 1
    return (tokens[at].start, tokens[end - 1].end) if start < at < end else None


def _subject_inverted(tokens: Sequence[Token], verb: int, limit: int, language: str) -> Span | None:
    """The subject after a verb that opens its clause: "In einem Interview sagte X: …"."""
    stop = _phrase_end(tokens, verb + 1, limit, language)
    return (tokens[verb + 1].start, tokens[stop - 1].end) if stop > verb + 1 else None
