"""Where and to whom something is said: the phrase on a verb of saying that names an occasion, a medium, a listener."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.engine.nouns import Span
from variorum.engine.quoting.frames import ADVERBS, INNER, PREPOSITIONS, TO, WEEKDAYS, Token, is_verb
from variorum.engine.words.speech import PRONOUNS, is_occasion, listed

_TOLD = listed("told tell tells telling assured assures informed reminded")
_PLACES = listed("at in outside inside from aboard on")
_HOUSES = listed("home house hall airport church hospital station stadium steps gates door window balcony office scene")
"""Places at which people speak."""
_SUBJECTS = listed("he she it they we i there his its their my our")
_TALKING = listed("speaking spoke talking talked")
_ARTICLES = listed("el la le los las les der die das the un una une su sus son sa ses leur mi mon")
_NOBODY = listed("him her them me it you myself himself herself ihm ihr ihnen")
_CLAUSE = listed(
    """who which that after when while as because where and but whose before if although though saying adding during
    dass weil wer nachdem wenn und aber que porque cuando y pero qui lorsque et mais что когда"""
)
_ON = listed("on sur bei en auf")
DATIVE = listed("dem der den einem einer unserer dieser")
_LISTENERS = listed(
    "журналистам агентству телеканалу газете изданию журналу каналу порталу радиостанции репортерам прессе"
)
_PASSIVE = listed("read sent written given spoken put seen heard")
"""Participles that look like no others: "a statement read out by her lawyer"."""
DEEP = 8
"""Words after a preposition among which the occasion must be named."""
WINDOW = 60
"""Tokens searched for an occasion."""


def named_source(tokens: Sequence[Token]) -> Span | None:
    """The source a frame names anywhere: "In a newspaper column, …", "… told reporters"."""
    for k, token in enumerate(tokens[:WINDOW]):
        if token.low in _TOLD and (span := told(tokens, k + 1, len(tokens))):
            return span
        if token.low == "speaking" and k + 1 < len(tokens) and (span := _spoken_at(tokens, k + 1)):
            return span
        spoken_to = k > 0 and token.low in ("to", "with") and tokens[k - 1].low in _TALKING
        if spoken_to and (span := _addressee(tokens, k, len(tokens))):
            return span
        if token.low in PREPOSITIONS and (span := phrase(tokens, k)):
            return span
    return None


def _spoken_at(tokens: Sequence[Token], at: int) -> Span | None:
    """The place after "speaking": "Speaking outside the court, …"."""
    if tokens[at].low not in _PLACES:
        return None
    end = at + 1
    while end < len(tokens) and (tokens[end].is_word or tokens[end].text in INNER) and not _begins_clause(tokens, end):
        end += 1
    while end > at + 1 and (not tokens[end - 1].is_word or tokens[end - 1].low in WEEKDAYS | PREPOSITIONS):
        end -= 1
    named = any(
        t.text[0].isupper() or is_occasion(t.text) or t.low in _HOUSES for t in tokens[at + 1 : end] if t.is_word
    )
    return (tokens[at + 1].start, tokens[end - 1].end) if named else None


def addressed_first(tokens: Sequence[Token], begin: int, limit: int, language: str) -> tuple[int, Span | None]:
    """Of "a confié à l'AFP Jeanne Morel": where the subject begins, and who was told before it is named."""
    if (
        begin + 1 >= limit
        or tokens[begin].low not in TO.get(language, TO["en"])
        or tokens[begin].low in ("con", "with")
    ):
        return begin, None
    end = begin + 1
    if tokens[end].text[0].isupper() and not tokens[end].text.isupper():
        while end < limit and tokens[end].text[:1].isupper():
            end += 1
    else:
        while end < limit and tokens[end].is_word and not _is_medium(tokens[end]):
            end += 1
        end += 1
    if end >= limit or not tokens[end].is_word or tokens[end].low in PREPOSITIONS:
        return begin, None
    named = tokens[end].text[0].isupper() or tokens[end].low in _ARTICLES
    return (end, (tokens[begin + 1].start, tokens[end - 1].end)) if named else (begin, None)


def _is_medium(token: Token) -> bool:
    """Whether a word may end the name of who was told: an acronym, "la prensa", "l'AFP"."""
    last = token.text.replace("’", "'").rpartition("'")[2]
    return last.isupper() or is_occasion(token.text)


def source_after(tokens: Sequence[Token], verb: int, begin: int, limit: int, language: str) -> Span | None:
    """What hangs on a verb of saying and tells where or to whom."""
    if tokens[verb].low in _TOLD and begin == verb + 1 and (span := told(tokens, begin, limit)):
        return span
    if begin < limit and begins_dative(tokens, begin, language):
        return _dative(tokens, begin, limit)
    to = TO.get(language, TO["en"])
    for k in range(begin, min(limit, begin + WINDOW)):
        token = tokens[k]
        if token.low in ("who", "dass", "that", "que", "whether") and k > begin:
            break
        if token.low == "speaking" and k + 1 < limit and (span := _spoken_at(tokens, k + 1)):
            return span
        if token.low in to and language != "de" and token.low != "with" and (span := _addressee(tokens, k, limit)):
            return span
        if token.is_word and (token.low in PREPOSITIONS or token.low in to) and (span := phrase(tokens, k)):
            return span
    return None


def begins_dative(tokens: Sequence[Token], at: int, language: str) -> bool:
    """Whether someone who was told begins here without a preposition: "sagte Roe dem Sender"."""
    named = at > 0 and (tokens[at - 1].text[:1].isupper() or tokens[at - 1].low in PRONOUNS)
    if language == "ru":
        return named and tokens[at].low in _LISTENERS
    return language == "de" and named and tokens[at].low in DATIVE and tokens[at].text[0].islower()


def _dative(tokens: Sequence[Token], at: int, limit: int) -> Span:
    """The phrase that begins so: up to a preposition, a point or a clause; a quoted name belongs to it."""
    end = at + 1
    while end <= limit and end < len(tokens) and end - at < DEEP:
        token = tokens[end]
        if token.quote < 0 and (not token.is_word or token.low in PREPOSITIONS or token.low in WEEKDAYS):
            break
        if _begins_clause(tokens, end):
            break
        end += 1
    return (tokens[at].start, tokens[end - 1].end)


def told(tokens: Sequence[Token], begin: int, limit: int) -> Span | None:
    """Whom and where: all that follows "told", up to a clause of its own."""
    end = begin
    while end < limit and (tokens[end].is_word or tokens[end].text in INNER) and not _begins_clause(tokens, end):
        if tokens[end].text in "“«„":  # the name of a programme is no clause
            close = next(
                (k for k in range(end, min(limit, end + DEEP + 2)) if tokens[k].text in "”»“" and k > end), end
            )
            end = close
        elif end > begin and _new_subject(tokens, end):
            break
        end += 1
    words = [t.low for t in tokens[begin:end]]
    if not words or words[0] in _NOBODY or not tokens[begin].is_word or words == ["us"]:
        return None
    while end > begin + 1 and (not tokens[end - 1].is_word or tokens[end - 1].low in WEEKDAYS | PREPOSITIONS):
        end -= 1
    return (tokens[begin].start, tokens[end - 1].end)


def _new_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause without "that" begins here: "told friends he was", "told reporters the plan had"."""
    hangs = tokens[at - 1].low in PREPOSITIONS | {"of", "and", "to"}
    return not hangs and (tokens[at].low in _SUBJECTS or tokens[at].low == "the")


def _addressee(tokens: Sequence[Token], at: int, limit: int) -> Span | None:
    """Whom "to" addresses: a name, "the press", "reporters"; not an infinitive, not a pronoun."""
    end = at + 1
    while (
        end < limit and tokens[end].is_word and tokens[end].low not in _CLAUSE and tokens[end].low not in PREPOSITIONS
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
    passive = tokens[at].low.endswith("ed") or tokens[at].low in _PASSIVE
    return not (passive and at + 1 < len(tokens) and tokens[at + 1].low in PREPOSITIONS | {"to", "out", "aloud"})


def phrase(tokens: Sequence[Token], at: int) -> Span | None:
    """The words after the preposition at `at`, where they name an occasion, a medium or a document."""
    if tokens[at].low == "according" and at + 1 < len(tokens) and tokens[at + 1].low == "to":
        at += 1
    end = at + 1
    seen = tokens[at].low in _ON and end < len(tokens) and _is_acronym(tokens[end].text)
    while end < len(tokens) and not _phrase_ends(tokens, end) and (seen or end - at <= DEEP):
        if seen and _goes_beyond(tokens, end):
            break
        seen = seen or is_occasion(tokens[end].text)
        end += 1
    while end > at + 1 and tokens[end - 1].low in WEEKDAYS | PREPOSITIONS | ADVERBS:
        end -= 1
    return (tokens[at + 1].start, tokens[end - 1].end) if seen and end > at + 1 else None


def _phrase_ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether a phrase ends before this token: at a quotation, a point or a clause."""
    token = tokens[at]
    return token.quote >= 0 or (not token.is_word and token.text not in INNER) or _begins_clause(tokens, at)


def _goes_beyond(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words behind an occasion begin something else: a verb, a new subject, the day."""
    if _is_finite(tokens, at) or _new_subject(tokens, at):
        return True
    return tokens[at].low in PREPOSITIONS and at + 1 < len(tokens) and tokens[at + 1].low in WEEKDAYS


def _is_acronym(text: str) -> bool:
    """Whether a word may be a station or a network: "on CNN", "sur RTL", "on X"."""
    return text.isupper() and (1 < len(text) < 6 or text == "X")


def document(tokens: Sequence[Token], subject: Span) -> Span | None:
    """A subject that is itself what was read or heard: "a message from the palace said", "her letter said"."""
    words = [t for t in tokens if subject[0] <= t.start and t.end <= subject[1] and t.quote < 0]
    end = next((k for k, t in enumerate(words) if k and (t.low in ADVERBS or t.low in _CLAUSE)), len(words))
    head = words[: next((k for k, t in enumerate(words) if t.low in PREPOSITIONS), end)]
    if not head or not words[0].text[0].isalnum() or not is_occasion(head[-1].text) or head[-1].text[0].isupper():
        return None
    return (words[0].start, words[end - 1].end)


def document_before(tokens: Sequence[Token], begin: int, verb: int) -> Span | None:
    """What was read where words hang on a document: "sent a card saying: “…”", "left a note that read “…”"."""
    end = verb - (verb > begin and tokens[verb - 1].low in ("that", "which"))
    if end == verb and not tokens[verb].low.endswith("ing"):
        return None
    return document_at(tokens, begin, end)


def document_at(tokens: Sequence[Token], begin: int, end: int) -> Span | None:
    """The document or occasion that the words before `end` name: "sent a telegram: “…”"."""
    start = end
    while start > begin and tokens[start - 1].is_word and end - start < DEEP:
        start -= 1
        if tokens[start].low in ("a", "an", "the", "his", "her", "its", "their"):
            break
    if start == end or not is_occasion(tokens[end - 1].text) or tokens[end - 1].text[0].isupper():
        return None
    return (tokens[start].start, tokens[end - 1].end)
