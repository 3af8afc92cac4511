"""The same words, said in different places or printed in different documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from variorum.engine.details.name_words import COMMON
from variorum.engine.details.names import fold, names, same_name
from variorum.engine.disagreeing.detector import Detector, Rest
from variorum.engine.disagreeing.occasions import can_be_one, find_occasions, kinds_of, said_by_verb
from variorum.engine.disagreeing.sides import Side
from variorum.engine.nouns import DiscrepancyType, Quote, Span
from variorum.engine.quoting.quote_match import SAME, match_quotes
from variorum.engine.words.stems import stem

_TOLD = frozenset(["interview", "press", "statement", "message", "mail"])
"""Ways in which something is told to someone named."""


class _Source(NamedTuple):
    """Where something was said, and its place where it is printed in one of the side's sentences."""

    text: str
    span: Span | None


class _Named(NamedTuple):
    """The source of one of the things that both sides say; `of` is which."""

    of: int
    text: str
    span: Span | None


def _left_over(a: Side, b: Side) -> tuple[list[_Named], list[_Named]]:
    """Sources that cannot be one, of what both sides say: a side that names no source contradicts nobody."""
    left_a: list[_Named] = []
    left_b: list[_Named] = []
    if not a.quotes and not b.quotes:
        return left_a, left_b
    for of, (one, other) in enumerate(_of_the_same(a, b)):
        if one and other and _conflict(a, b, one.text, other.text):
            left_a.append(_Named(of, *one))
            left_b.append(_Named(of, *other))
    return left_a, left_b


def _of_the_same(a: Side, b: Side) -> Iterator[tuple[_Source | None, _Source | None]]:
    """What both sides name as the source of the same quotation; else of what one quotes and the other reports."""
    pairs = [(p.a, p.b) for p in match_quotes(a.quotes, b.quotes) if p.score >= SAME]
    for one, other in pairs:
        yield _of_quote(a, one), _of_quote(b, other)
    if not pairs and (_reports(a, b) or _reports(b, a) or _one_speaker(a, b)):
        yield _of_side(a), _of_side(b)


def _weigh(_: Rest[_Named, _Named], one: _Named, other: _Named) -> float:
    return float(one.of == other.of)


def _reports(quoting: Side, reporting: Side) -> bool:
    """Whether one side says some of what the other one quotes."""
    said = {
        word.stem
        for quote in quoting.quotes
        for word in quoting.words
        if word.content and quote.start <= word.start < quote.end
    }
    return not said.isdisjoint(word.stem for word in reporting.words)


def _one_speaker(a: Side, b: Side) -> bool:
    """Whether both sides quote the same person; in a link, in other words."""
    speakers = {fold(quote.speaker.split()[-1]) for quote in a.quotes if quote.speaker}
    return any(fold(quote.speaker.split()[-1]) in speakers for quote in b.quotes if quote.speaker)


def _of_quote(side: Side, quote: Quote) -> _Source | None:
    """The source of a quotation, with its place where it is printed in one of the side's sentences."""
    if not quote.source:
        return _of_verb(side, quote)
    for n in side.sentences:
        sentence = side.article.sentences[n]
        at = side.article.text.find(quote.source, sentence.start, sentence.end)
        if at >= 0:
            return _Source(quote.source, (at, at + len(quote.source)))
    words = re.compile(r"\W+".join(map(re.escape, re.findall(r"\w+", quote.source))))  # “60 Minutes,” for “60 Minutes”
    for n in side.sentences:
        sentence = side.article.sentences[n]
        found = words.search(side.article.text, sentence.start, sentence.end)
        if found and found.group():
            return _Source(quote.source, found.span())
    return _Source(quote.source, None)


def _of_verb(side: Side, quote: Quote) -> _Source | None:
    """The verb that governs a quotation, where it tells the place: `tweeted`."""
    sentence = side.article.sentences[quote.sentence]
    for start, end in ((quote.end, sentence.end), (sentence.start, quote.start)):
        said = said_by_verb(side.article.text[start:end])
        if said:
            return _Source(said.text, (start + said.span[0], start + said.span[1]))
    return None


def _of_side(side: Side) -> _Source | None:
    """The one source that a side names; None where it names none or several."""
    named = {quote.source for quote in side.quotes if quote.source}
    if len(named) == 1:
        return next(filter(None, (_of_quote(side, quote) for quote in side.quotes)))
    if named:
        return None
    found: list[_Source] = []
    for n in side.sentences:
        sentence = side.article.sentences[n]
        outside = side.article.sentence_text(n)
        for quote in side.quotes:
            if quote.sentence == n:
                start, end = quote.start - sentence.start, quote.end - sentence.start
                outside = outside[:start] + " " * (end - start) + outside[end:]
        for occasion in find_occasions(outside):
            start, end = occasion.span
            found.append(_Source(occasion.text, (sentence.start + start, sentence.start + end)))
    return found[0] if len(found) == 1 else None


def _conflict(a: Side, b: Side, one: str, other: str) -> bool:
    """Whether two named sources cannot be the same: of kinds that exclude each other, or of other names."""
    one, other = (text.split(" that ")[0] for text in (one, other))
    shared = _content(one, a.language) & _content(other, b.language)
    if shared - _kind_words(one, a.language) or _capitals(one) & _capitals(other):
        return False
    kinds_a, kinds_b = kinds_of(one), kinds_of(other)
    if not (kinds_a and kinds_b):
        return _by_name(one, other, kinds_a, kinds_b) if kinds_a or kinds_b else _other_names(a, b, one, other)
    if not can_be_one(kinds_a, kinds_b):
        return True
    if not kinds_a & kinds_b:
        return False
    if (" to " in one) != (" to " in other):
        one, other = (text.partition(" to ")[0] for text in (one, other))  # who sent it is not whom it was sent to
    return _other_names(a, b, one, other)


def _by_name(one: str, other: str, kinds_a: frozenset[str], kinds_b: frozenset[str]) -> bool:
    """Whether what one side only names, an outlet or someone that was told, cannot be what the other side describes."""
    named = one if kinds_b else other
    return any(c.isupper() for c in named) and not can_be_one(_TOLD, kinds_a | kinds_b)


def _other_names(a: Side, b: Side, one: str, other: str) -> bool:
    """Whether both sources bear names, and none of them is the same."""
    names_a = names("it was " + one, a.language, a.vocabulary)
    names_b = names("it was " + other, b.language, b.vocabulary)
    return bool(names_a and names_b) and not any(same_name(x, y) for x in names_a for y in names_b)


def _content(text: str, language: str) -> set[str]:
    words = (word.strip(".,;:“”\"'’").lower() for word in text.split())
    return {stem(word, language) for word in words if word and word not in COMMON}


def _capitals(text: str) -> set[str]:
    return {word.strip(".,;:“”\"'’") for word in text.split() if word[0].isupper()}


def _kind_words(text: str, language: str) -> set[str]:
    return {stem(word.lower(), language) for word in text.split() if kinds_of(word)}


SOURCES = Detector[_Named, _Named](DiscrepancyType.ATTRIBUTION, _left_over, _weigh, words=lambda source: source.text)
"""Of quotations, or reports of one, sources that cannot be one."""
