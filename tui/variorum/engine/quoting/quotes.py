"""Every direct quotation of an article: its words, its speaker, and the source named for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from variorum.engine.nouns import Article, Quote, Role, Sentence, Span
from variorum.engine.quoting.attribution import Attribution, attributions
from variorum.engine.quoting.frames import Token, frame
from variorum.engine.quoting.marks import Quoted, guillemets_reversed, quoted
from variorum.engine.quoting.mentions import Mention
from variorum.engine.quoting.people import People
from variorum.engine.quoting.speakers import nearest, speaker_of
from variorum.engine.quoting.told import document, named_source
from variorum.engine.words.speech import SPEAKING, listed
from variorum.text.patterns import lazy_pattern

SCARE = 2
"""Quoted words up to which quotation marks are a wink unless a verb of saying governs them."""
NEAR = 5
"""Words that may stand between such a verb and so short a quotation."""
TITLE = 8
"""Words up to which a quoted stretch may be the title of a work."""
_SHORT = 6
"""Words up to which a quoted stretch that begins with a capital may be a name."""

_WORD = lazy_pattern(r"\w[\w'’-]*")
_LAST_WORD = lazy_pattern(r"[\w’']+\W*\Z")
_WORKS = listed(
    """film movie book novel song album single series play musical opera painting poem show hit classic magazine titled
    entitled called named drama comedy episode programme program documentary memoir roman werk stück lied serie buch
    beitrag titel sendung oper película libro novela canción obra disco documental livre chanson tableau pièce roman
    фильм книга роман фильма книги"""
)
_WORK_ENDS = ("film", "roman", "serie", "beitrag", "stück", "album")
_BEFORE_TITLES = listed(
    """in on of with for from at and his her their its our the by as im in der die das dem den mit von für aus zu en de
    del la el con su dans de la le sa son"""
)
_ELIDED = lazy_pattern(r"^(?:d['’]|de\s|du\s|des\s)(?=\w)")
"""What French sets between a preposition and its noun: "lors d’une conférence"."""
_SO_CALLED = lazy_pattern(r"(?i)(?:so-called|sogenannte\w?|(?:mal )?llamad[oa]s?|soi-disant|так называем\w+)\s$")
_MANNER = lazy_pattern(r"\s(?:exclusively|recently|yesterday|today|later|earlier|afterwards|[a-z]{3,}ly)$")
"""An adverb behind an occasion that is no part of it."""
_SMALL = listed(
    "a an and as at but by for from in is of on or the to with de la le el und der die das y et les los las von"
)
_ENDS = frozenset(".,!?…。！？，")


class _Part(NamedTuple):
    """One quotation or part of one, before it is cut into sentences."""

    id: int
    quoted: Quoted


class _Piece(NamedTuple):
    """The share of a part that lies in one sentence, with what its sentence says about it."""

    part: _Part
    sentence: Sentence
    span: Span


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """The direct quotations in an article's body, in order.

    One that runs over several sentences or is interrupted by its attribution has an entry for each sentence and part,
    all with one id. A speaker is a name printed in the article, in its fullest form; the source is the printed words
    for where, to whom or in what the words were said.
    """
    body = [s for s in article.sentences if s.role is Role.BODY]
    reverse = guillemets_reversed(article.text)
    marked = [q for a, b in _paragraphs(body) for q in quoted(article.text, a, b, reversed_guillemets=reverse)]
    parts = _parts(article.text, body, marked)
    return _Reader(article, body, parts, [q.outer for q in marked]).read() if parts else ()


def _parts(text: str, body: Sequence[Sentence], marked: Sequence[Quoted]) -> list[_Part]:
    """The quoted stretches that may be speech; one left open in a paragraph goes on in the next that begins quoted."""
    found: list[_Part] = []
    opening = {start for start, _ in _paragraphs(body)}
    for stretch in marked:
        if stretch.end <= stretch.start or is_title(text, stretch):
            continue
        last = found[-1] if found else None
        goes_on = last is not None and not last.quoted.closed and stretch.outer[0] in opening
        found.append(_Part(last.id if last and goes_on else (last.id + 1 if last else 0), stretch))
    return found


def _paragraphs(body: Sequence[Sentence]) -> list[Span]:
    spans: list[Span] = []
    last: Sentence | None = None
    for sentence in body:
        if last and last.paragraph == sentence.paragraph and last.index + 1 == sentence.index:
            spans[-1] = (spans[-1][0], sentence.end)
        else:
            spans.append((sentence.start, sentence.end))
        last = sentence
    return spans


def is_title(text: str, stretch: Quoted) -> bool:
    """Whether the marks set off the title of a work: a word for one before it, or capitals inside a sentence."""
    words = _WORD.findall(text, stretch.start, stretch.end)
    before = text[max(0, stretch.outer[0] - 30) : stretch.outer[0]]
    match = _LAST_WORD.search(before)
    if not words or match is None or before.rstrip()[-1:] in ",:;.!?—–(":
        return False
    last = match.group().strip().lower()
    if (last in _WORKS or last.endswith(_WORK_ENDS)) and len(words) <= TITLE and words[0][:1].isupper():
        return True
    possessive = last.endswith(("'s", "’s", "s’", "s'"))
    return (last in _BEFORE_TITLES or possessive) and is_title_case(words) and len(words) <= TITLE


def is_title_case(words: Sequence[str]) -> bool:
    """Whether words are set like the title of a work: every longer word with a capital."""
    return all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL for w in words) and not words[0][0].islower()


class _Reader:
    """Reads speakers and sources in order; what was said last is what a bare quotation goes on from."""

    def __init__(
        self, article: Article, body: Sequence[Sentence], parts: Sequence[_Part], stretches: Sequence[Span]
    ) -> None:
        self._article = article
        self._text = article.text
        self._people = People(article, [s.index for s in body], stretches)
        self._frames: dict[int, list[Token]] = {}
        self._said_by: dict[int, str | None] = {}
        self._places: dict[int, int] = {}
        self._pieces = self._cut(body, parts)

    def read(self) -> tuple[Quote, ...]:
        """The quotations, in order."""
        found: list[tuple[Quote, Attribution | None]] = []
        for number, piece in enumerate(self._pieces):
            said = self._attribution(number)
            if said is None and found and self._joined_to_last(piece, found[-1][0]):
                said = found[-1][1]
            if self._is_quotation(piece, said):
                found.append((self._quote(piece, said), said))
        return tuple(self._numbered(self._inherit(found)))

    def _cut(self, body: Sequence[Sentence], parts: Sequence[_Part]) -> list[_Piece]:
        """The parts cut at sentence ends; makes the frames of the sentences."""
        pieces: list[_Piece] = []
        inside: dict[int, list[tuple[Span, int]]] = {}
        at = 0
        for part in parts:
            while at < len(body) and body[at].end <= part.quoted.start:
                at += 1
            here = at
            while here < len(body) and body[here].start < part.quoted.end:
                sentence = body[here]
                span = max(sentence.start, part.quoted.start), min(sentence.end, part.quoted.end)
                outer = max(sentence.start, part.quoted.outer[0]), min(sentence.end, part.quoted.outer[1])
                inside.setdefault(sentence.index, []).append((outer, len(pieces)))
                pieces.append(_Piece(part, sentence, span))
                here += 1
        for index, stretches in inside.items():
            sentence = self._article.sentences[index]
            tokens = frame(self._text, sentence.start, sentence.end, stretches)
            self._frames[index] = tokens
            self._places.update((t.quote, k) for k, t in enumerate(tokens) if t.quote >= 0)
        return pieces

    def _attribution(self, number: int) -> Attribution | None:
        piece = self._pieces[number]
        tokens = self._frames[piece.sentence.index]
        tail = self._text[piece.span[1] - 1 : piece.part.quoted.outer[1] + 1]
        comma = any(c in ",!?،，" for c in tail)
        found = attributions(tokens, self._places[number], comma=comma, language=self._article.language)
        return _merged(found) if found else None

    def _whole(self, sentence: Sentence) -> bool:
        """Whether a sentence has no words outside its quotations."""
        tokens = self._frames[sentence.index]
        return not any(t.is_word for t in tokens[:4]) and not any(t.is_word for t in tokens[-4:])

    def _joined_to_last(self, piece: _Piece, last: Quote) -> bool:
        """Whether only a joiner stands between this and the last quotation: called it “x” and “y”."""
        between = self._text[last.end : piece.span[0]]
        return last.sentence == piece.sentence.index and len(_WORD.findall(between[:40])) <= 2 and len(between) < 40

    def _is_quotation(self, piece: _Piece, said: Attribution | None) -> bool:
        """Whether marked words are what somebody said, and no wink, title or name."""
        words, marked = _WORD.findall(self._text, *piece.span), piece.part.quoted
        if not words or (not marked.closed and len(_WORD.findall(self._text, marked.start, marked.end)) <= SCARE):
            return False
        if self._stands_alone(piece, len(words)):
            return True
        if len(words) <= TITLE and _SO_CALLED.search(self._text, max(0, marked.outer[0] - 20), marked.outer[0]):
            return False
        before = self._text[max(0, marked.outer[0] - 3) : marked.outer[0]].rstrip()
        opening = marked.outer[0] <= piece.sentence.start or not before
        introduced = before.endswith((":", ",", "：", "，")) and said is not None
        near = said is not None and said.gap <= NEAR
        titled = is_title_case(words)
        if len(words) <= SCARE and not _wide(self._text[slice(*piece.span)]):
            return near and (introduced or opening or not titled)
        if introduced or self._text[piece.span[1] - 1] in _ENDS:
            return True
        named = words[0][0].isupper() and not opening and len(words) <= _SHORT and not near
        return not named and not (titled and len(words) <= TITLE)

    def _stands_alone(self, piece: _Piece, words: int) -> bool:
        """Whether a sentence is nothing but quotation, and the marked words end as one or are more than a few."""
        end = piece.part.quoted.outer[1]
        ended = self._text[piece.span[1] - 1] in _ENDS or self._text[end : end + 1] in _ENDS
        return (ended or words > SCARE) and self._whole(piece.sentence)

    def _quote(self, piece: _Piece, said: Attribution | None) -> Quote:
        sentence, span = piece.sentence, piece.span
        text = self._text[span[0] : span[1]]
        quote = Quote(piece.part.id, self._article.id, sentence.index, text, span[0], span[1])
        if said is None:
            mention = None if self._whole(sentence) else nearest(span, sentence, self._people)
            return replace(quote, speaker=self._name(mention))
        source = self._clean(said.source)
        if said.subject is not None:
            source = source or self._clean(document(self._frames[sentence.index], said.subject))
            outside = next((t.start for t in self._frames[sentence.index] if t.quote >= 0), sentence.end)
            mention = speaker_of(self._text, said.subject, sentence, self._people, outside)
            return replace(quote, speaker=self._name(mention), source=source)
        if said.relay is not None:
            named = [m for m in self._people.within(*said.relay, sentence.index) if self._people.is_person(m)]
            if named and not named[0].possessive:
                return replace(quote, speaker=self._name(named[0]))
        return replace(quote, source=source)

    def _name(self, mention: Mention | None) -> str | None:
        return self._people.name(mention) if mention else None

    def _clean(self, span: Span | None) -> str | None:
        """The printed words of a source, on one line, without the points round them."""
        if span is None:
            return None
        text = " ".join(self._text[span[0] : span[1]].replace("\u00ad", "").split()).strip(" ,;:.")
        text = _MANNER.sub("", _ELIDED.sub("", re.sub(r"[,.](?=[”\"»“])", "", text)))
        return text + "”" * (text.count("“") - text.count("”")) or None

    def _inherit(self, found: list[tuple[Quote, Attribution | None]]) -> list[Quote]:
        """Fill what a quotation does not say itself from the same quotation, or from what was said just before."""
        told = {quote.id for quote, said in found if said is not None}
        done: list[Quote] = []
        for quote, said in found:
            last = done[-1] if done and quote.sentence - done[-1].sentence <= 1 else None
            done.append(quote if said is None and quote.id in told else self._filled(quote, said, last))
            self._said_by[quote.sentence] = done[-1].speaker
        best: dict[int, Quote] = {}
        for filled, (_, said) in zip(done, found, strict=True):
            if said is not None and (filled.speaker or filled.id not in best):
                best.setdefault(filled.id, filled)
        return [self._shared(q, said, best.get(q.id)) for q, (_, said) in zip(done, found, strict=True)]

    def _filled(self, quote: Quote, said: Attribution | None, last: Quote | None) -> Quote:
        """One quotation with what the sentences before it tell."""
        bare = said is None and self._whole(self._article.sentences[quote.sentence])
        if said is not None and said.shared and last is not None and last.sentence == quote.sentence:
            return replace(quote, speaker=last.speaker, source=quote.source or last.source)
        if bare or (said is not None and said.subject is None and quote.speaker is None):
            quote = self._followed(quote, last if bare else None)
        if not quote.speaker or (said is None and not bare):
            return quote
        passed_on = said is not None and said.relay is not None and said.relay == said.source
        if passed_on or quote.source is None:
            earlier = self._earlier_source(quote, None if passed_on else last)
            return replace(quote, source=earlier or quote.source)
        return quote

    def _shared(self, quote: Quote, said: Attribution | None, other: Quote | None) -> Quote:
        """A part with what another part of the same quotation knows of its speaker and source."""
        if other is None or (said is not None and quote.speaker):
            return quote
        return replace(quote, speaker=other.speaker, source=other.source or quote.source)

    def _followed(self, quote: Quote, last: Quote | None) -> Quote:
        """A bare quotation goes on from the one before it, or belongs to the subject of the sentence before it."""
        if last is not None:
            return replace(quote, speaker=last.speaker, source=quote.source or last.source)
        mention = self._people.before(quote.sentence, self._article.sentences[quote.sentence].start, "", reach=2)
        return replace(quote, speaker=self._name(mention))

    def _earlier_source(self, quote: Quote, last: Quote | None) -> str | None:
        """The occasion of what the same speaker said directly before."""
        joined = last is not None and quote.sentence == last.sentence
        if last is not None and last.speaker == quote.speaker and (joined or last.id == quote.id):
            return last.source
        own = self._article.sentences[quote.sentence]
        for back in range(quote.sentence - 1, max(-1, quote.sentence - 4), -1):
            sentence = self._article.sentences[back]
            apart = sentence.paragraph != own.paragraph
            if sentence.role is not Role.BODY or (apart and back + 1 != quote.sentence):
                return None
            if (self._said_by.get(back) or quote.speaker) != quote.speaker:
                return None
            if back in self._frames and self._whole(sentence):
                continue
            tokens = self._frames.get(back) or frame(self._text, sentence.start, sentence.end, ())
            if not self._speaks(quote.speaker, sentence, tokens, named=apart):
                return None
            if source := named_source(tokens):
                return self._clean(source)
        return None

    def _speaks(self, speaker: str | None, sentence: Sentence, tokens: Sequence[Token], *, named: bool) -> bool:
        """Whether a sentence tells that this speaker said something; `named` asks for the name."""
        here = self._people.within(sentence.start, sentence.end, sentence.index)
        people = [m for m in here if self._people.weight(m) > 1]
        if (people or named) and not any(self._people.name(m) == speaker for m in people):
            return False
        return any(t.low in SPEAKING for t in tokens)

    def _numbered(self, quotes: list[Quote]) -> list[Quote]:
        """Give the parts of an interrupted quotation one id, and number the ids without gaps."""
        numbers: dict[int, int] = {}
        done: list[Quote] = []
        count = 0
        for quote in quotes:
            last = done[-1] if done else None
            if quote.id not in numbers:
                interrupted = last is not None and quote.sentence == last.sentence and self._interrupted(last, quote)
                numbers[quote.id] = last.id if last is not None and interrupted else count
                count += not interrupted
            done.append(replace(quote, id=numbers[quote.id]))
        return done

    def _interrupted(self, first: Quote, second: Quote) -> bool:
        """Whether two parts of one sentence are one quotation: the first stops at a comma, the second goes on."""
        behind = self._text[first.end - 1 : first.end + 2]
        return "," in behind and first.speaker == second.speaker and self._text[second.start].islower()


def _merged(found: list[Attribution]) -> Attribution:
    """The likeliest attribution, with the speaker or source of the other where it names none."""
    best = found[0]
    for other in found[1:]:
        if best.subject is None and best.relay is not None:
            best = best._replace(subject=other.subject, source=other.source or best.source)
        elif best.source is None and other.relay is not None:
            best = best._replace(source=other.source)
    return best


def _wide(text: str) -> bool:
    """Whether a short text may still be a sentence: a script without blanks counts as one word."""
    return sum("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in text) > 3
