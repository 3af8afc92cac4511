"""Every direct quotation of an article: its words, its speaker, and the source named for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.engine.attribution import Attribution, Token, attributions, frame, opening_source
from variorum.engine.marks import Quoted, guillemets_reversed, quoted
from variorum.engine.nouns import Article, Quote, Role, Sentence, Span
from variorum.engine.people import Mention, People
from variorum.engine.speech import PRONOUNS, SPEAKING, TITLES, listed

SCARE = 2
"""Quoted words up to which quotation marks are a wink unless a verb of saying governs them."""

_WORD = re.compile(r"\w[\w'’-]*")
_WORK = re.compile(
    r"""(?:film|movie|book|novel|song|album|single|series|play|musical|opera|painting|poem|show|hit|classic|magazine|titled
    |entitled|called|named|roman|werk|stück|lied|serie|buch|beitrag|titel|película|libro|novela|canción|serie|obra|disco
    |livre|chanson|tableau|pièce|фильм\w*|книг\w+|роман\w*)[\s,:]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_INDEFINITE = listed("""a an one another some several many ein eine einer un una une unos unas des""")
_SMALL = listed("""a an and as at but by for from in is of on or the to with de la le el und der die das""")
_HUMAN = re.compile(
    r"""(?:man|woman|men|women|boy|girl|mother|father|mum|dad|politician|tycoon|star|singer|actor|actress|player|teacher
    |year-old|leader|boss|chief|minister|president|governor|mayor|officer|owner|founder|author|writer|scientist|expert
    |lawyer|driver|victim|widow|neighbour|neighbor|monarch|majesty|highness|excellency|holiness|honou?r|pontiff|prelate
    |executive|chairman|director|manager|veteran|republican|democrat|lawmaker|senator|farmer|worker|doctor|nurse|judge
    |politiker|siegerin|sieger|jährige|mann|frau|chef|chefin|alcalde|ministra|ministro|presidente|presidenta|joven)$""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Part:
    """One quotation or part of one, before it is cut into sentences."""

    id: int
    quoted: Quoted
    paragraph: int


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """The direct quotations in an article's body, in order.

    One that runs over several sentences or is interrupted by its attribution has an entry for each sentence and part,
    all with one id. A speaker is a name printed in the article, in its fullest form; the source is the printed words
    for where, to whom or in what the words were said.
    """
    body = [s for s in article.sentences if s.role is Role.BODY]
    parts = _parts(article, body)
    if not parts:
        return ()
    return _Reader(article, body, parts).read()


def _parts(article: Article, body: Sequence[Sentence]) -> list[_Part]:
    reverse = guillemets_reversed(article.text)
    found: list[_Part] = []
    for sentences in _paragraphs(body):
        start, end = sentences[0].start, sentences[-1].end
        for n, stretch in enumerate(quoted(article.text, start, end, reversed_guillemets=reverse)):
            if stretch.end <= stretch.start:
                continue
            last = found[-1] if found else None
            goes_on = n == 0 and last is not None and not last.quoted.closed and stretch.outer[0] <= start + 1
            number = last.id if last and goes_on else (last.id + 1 if last else 0)
            found.append(_Part(number, stretch, sentences[0].paragraph))
    return [p for p in found if p.quoted.closed or _is_open_speech(article, p, found)]


def _is_open_speech(article: Article, part: _Part, parts: Sequence[_Part]) -> bool:
    """Whether a quotation without a closing mark is one: it goes on in the next paragraph, or begins its own."""
    if any(p.id == part.id and p is not part for p in parts):
        return True
    return not part.quoted.single and len(_WORD.findall(article.text, part.quoted.start, part.quoted.end)) > SCARE


def _paragraphs(body: Sequence[Sentence]) -> list[list[Sentence]]:
    groups: list[list[Sentence]] = []
    for sentence in body:
        if groups and groups[-1][-1].paragraph == sentence.paragraph and groups[-1][-1].index + 1 == sentence.index:
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
    return groups


class _Reader:
    """Reads speakers and sources in order; what was said last is what a bare quotation goes on from."""

    def __init__(self, article: Article, body: Sequence[Sentence], parts: Sequence[_Part]) -> None:
        self._article = article
        self._text = article.text
        self._body = list(body)
        self._people = People(article, [s.index for s in body])
        self._parts = parts
        self._frames: dict[int, list[Token]] = {}
        self._pieces = self._cut()

    def read(self) -> tuple[Quote, ...]:
        """The quotations, in order."""
        found: list[Quote] = []
        attributed: list[bool] = []
        spoken: dict[int, bool] = {}
        for number, (part, sentence, span) in enumerate(self._pieces):
            said = self._attribution(number)
            whole = self._whole(sentence)
            if not self._is_quotation(part, span, said, whole):
                continue
            text = self._text[span[0] : span[1]]
            speaker, source = self._who(said, sentence, span)
            quote = Quote(part.id, self._article.id, sentence.index, text, span[0], span[1], speaker, source)
            if said is None and not whole:
                quote = replace(quote, speaker=self._nearest(sentence, span))
            found.append(quote)
            attributed.append(said is not None)
            spoken[len(found) - 1] = whole
        return tuple(self._joined(self._inherit(found, attributed, spoken)))

    def _cut(self) -> list[tuple[_Part, Sentence, Span]]:
        """The parts cut at sentence ends."""
        pieces: list[tuple[_Part, Sentence, Span]] = []
        inside: dict[int, list[tuple[Span, int]]] = {}
        at = 0
        for part in self._parts:
            while at < len(self._body) and self._body[at].end <= part.quoted.start:
                at += 1
            for sentence in self._body[at:]:
                if sentence.start >= part.quoted.end:
                    break
                start, end = max(sentence.start, part.quoted.start), min(sentence.end, part.quoted.end)
                outer = (max(sentence.start, part.quoted.outer[0]), min(sentence.end, part.quoted.outer[1]))
                if start < end:
                    inside.setdefault(sentence.index, []).append((outer, len(pieces)))
                    pieces.append((part, sentence, (start, end)))
        for index, stretches in inside.items():
            sentence = self._article.sentences[index]
            self._frames[index] = frame(self._text, sentence.start, sentence.end, stretches)
        return pieces

    def _attribution(self, number: int) -> Attribution | None:
        part, sentence, span = self._pieces[number]
        tokens = self._frames[sentence.index]
        at = next(k for k, t in enumerate(tokens) if t.quote == number)
        tail = self._text[span[1] - 1 : part.quoted.outer[1] + 1]
        found = attributions(tokens, at, comma=any(c in ",!?،，" for c in tail))
        return _merged(found) if found else None

    def _whole(self, sentence: Sentence) -> bool:
        """Whether a sentence has no words outside its quotations."""
        return not any(t.is_word for t in self._frames[sentence.index])

    def _is_quotation(self, part: _Part, span: Span, said: Attribution | None, whole: bool) -> bool:
        words = _WORD.findall(self._text, *span)
        before = self._text[max(0, part.quoted.outer[0] - 40) : part.quoted.outer[0]].rstrip()
        ended = self._text[span[1] - 1] in ".,!?…。！？"
        if not words and not any(c.isalpha() for c in self._text[slice(*span)]):
            return False
        near = said is not None and said.gap <= 5
        if whole and (ended or len(words) > SCARE):
            return True
        if _WORK.search(before) and not (ended or before.endswith(":")) and len(words) <= 10:
            return False
        introduced = before.endswith((":", ",", "：", "，")) and said is not None
        if len(words) <= SCARE and not _wide(self._text[slice(*span)]):
            return near and (introduced or ended or not _titled(words))
        if introduced or ended:
            return True
        if _titled(words) and len(words) <= 8:
            return False
        capital = words[0][:1].isupper() and not before.endswith((".", "!", "?", "”", '"')) and before != ""
        return not (capital and len(words) <= 6 and not near)

    def _who(self, said: Attribution | None, sentence: Sentence, span: Span) -> tuple[str | None, str | None]:
        if said is None:
            return None, None
        source = self._clean(said.source)
        if said.subject is None:
            if said.relay is not None:
                return self._relayed(said.relay, sentence), source
            return None, source
        return self._resolve(said.subject, sentence), source

    def _relayed(self, span: Span, sentence: Sentence) -> str | None:
        """A person named after "according to" is the speaker; an agency or a document is not."""
        people = [m for m in self._people.within(*span, sentence.index) if self._people.is_person(m)]
        return self._people.name(people[0]) if people and not people[0].possessive else None

    def _clean(self, span: Span | None) -> str | None:
        if span is None:
            return None
        text = self._text[span[0] : span[1]].replace("\u00ad", "")
        return " ".join(text.split()).strip(" ,;:.") or None

    def _resolve(self, span: Span, sentence: Sentence) -> str | None:
        """The name that the words of a subject stand for."""
        named = [m for m in self._people.within(*span, sentence.index) if not m.possessive]
        free = [m for m in named if not self._hangs(m, span)]
        if free:
            best = max(free, key=lambda m: (min(self._people.weight(m), 2), -m.span[0]))
            return self._people.name(best)
        words = [w.lower() for w in _WORD.findall(self._text, *span)]
        if not words:
            return None
        mention = self._anaphor(words, span, sentence)
        return self._people.name(mention) if mention else None

    def _hangs(self, mention: Mention, span: Span) -> bool:
        """Whether a name in a subject only hangs on it: "a source at X", "a colleague of X"."""
        return mention.span[0] > span[0] and mention.after in (
            "of", "at", "in", "from", "for", "to", "near", "with", "de", "del", "von", "bei", "aus", "du",
        )  # fmt: skip

    def _anaphor(self, words: list[str], span: Span, sentence: Sentence) -> Mention | None:
        first = words[0]
        if first in PRONOUNS:
            return None if first in ("i", "we", "it") else self._before(sentence, span[0], PRONOUNS[first])
        if first in _INDEFINITE:
            return None
        titles = {w for w in words if w in TITLES or w in ("monarch", "sovereign", "majesty")}
        found = self._people.titled(titles, sentence.index) if titles else None
        if found:
            return found
        return self._before(sentence, span[0], "") if any(_HUMAN.search(w) for w in words) else None

    def _before(self, sentence: Sentence, position: int, gender: str) -> Mention | None:
        """A pronoun's person; names inside the sentence's quotations are no candidates."""
        tokens = self._frames.get(sentence.index, ())
        first = next((t.start for t in tokens if t.quote >= 0), sentence.end)
        return self._people.before(sentence.index, min(position, max(first, sentence.start)), gender)

    def _nearest(self, sentence: Sentence, span: Span) -> str | None:
        """For a fragment without a verb of saying: the last person named before it in its sentence."""
        here = [
            m
            for m in self._people.within(sentence.start, span[0], sentence.index)
            if self._people.is_person(m) and not m.possessive and not self._hangs(m, (sentence.start, span[0]))
        ]
        return self._people.name(here[-1]) if here else None

    def _inherit(self, found: list[Quote], attributed: list[bool], whole: dict[int, bool]) -> list[Quote]:
        """Fill what a quotation does not say itself from the same quotation, or from what was said just before."""
        for k, quote in enumerate(found):
            same = [j for j, q in enumerate(found) if j != k and q.id == quote.id and attributed[j]]
            if not attributed[k] and same:
                found[k] = replace(quote, speaker=found[same[0]].speaker, source=found[same[0]].source)
                continue
            last = found[k - 1] if k else None
            if last and quote.sentence - last.sentence > 1:
                last = None
            if not attributed[k] and whole[k]:
                found[k] = self._follow(quote, last)
            elif quote.speaker and quote.source is None:
                found[k] = replace(quote, source=self._earlier_source(quote, last))
            elif attributed[k] and quote.speaker is None and self._bare(k, found):
                found[k] = self._follow(quote, last, source=quote.source)
        return found

    def _bare(self, k: int, found: list[Quote]) -> bool:
        number = next(n for n, p in enumerate(self._pieces) if p[2] == (found[k].start, found[k].end))
        said = self._attribution(number)
        return said is not None and said.subject is None and said.relay is None

    def _follow(self, quote: Quote, last: Quote | None, source: str | None = None) -> Quote:
        """A bare quotation goes on from the one before it, or belongs to the subject of the sentence before it."""
        if last is not None:
            return replace(quote, speaker=last.speaker, source=source or last.source)
        sentence = self._article.sentences[quote.sentence]
        mention = self._people.before(quote.sentence, sentence.start, "")
        speaker = self._people.name(mention) if mention else None
        return replace(quote, speaker=speaker, source=source or self._told_before(quote.sentence, speaker))

    def _earlier_source(self, quote: Quote, last: Quote | None) -> str | None:
        """The occasion of what the same speaker said directly before."""
        if last is not None and last.speaker == quote.speaker and last.id == quote.id:
            return last.source
        return self._told_before(quote.sentence, quote.speaker)

    def _told_before(self, index: int, speaker: str | None) -> str | None:
        """The occasion named in the sentences directly before, as long as each reports speech and none changes it."""
        own = self._article.sentences[index]
        for back in range(index - 1, max(-1, index - 4), -1):
            sentence = self._article.sentences[back]
            if sentence.paragraph != own.paragraph or sentence.role is not Role.BODY:
                return None
            tokens = self._frames.get(back) or frame(self._text, sentence.start, sentence.end, ())
            if not any(t.is_word and t.low in SPEAKING for t in tokens):
                return None
            others = [m for m in self._people.mentions.get(back, ()) if self._people.weight(m) > 1]
            source = opening_source(tokens)
            if others and speaker and all(self._people.name(m) != speaker for m in others):
                return None
            if source:
                return self._clean(source)
        return None

    def _joined(self, quotes: list[Quote]) -> list[Quote]:
        """Give the parts of an interrupted quotation one id, and number the ids without gaps."""
        numbers: dict[int, int] = {}
        done: list[Quote] = []
        for quote in quotes:
            last = done[-1] if done else None
            if last is not None and quote.sentence == last.sentence and self._interrupted(last, quote):
                numbers[quote.id] = last.id
            number = numbers.setdefault(quote.id, len(set(numbers.values())))
            done.append(replace(quote, id=number))
        return done

    def _interrupted(self, first: Quote, second: Quote) -> bool:
        """Whether two parts of one sentence are one quotation: the first stops at a comma, the second goes on."""
        stopped = self._text[first.end - 1] == "," or self._text[first.end : first.end + 2].strip(
            "”\"’'«»“"
        ).startswith(",")
        return stopped and first.speaker == second.speaker and self._text[second.start].islower()


def _merged(found: list[Attribution]) -> Attribution:
    """The likeliest attribution, with the speaker or source of the other where it names none."""
    best = found[0]
    for other in found[1:]:
        if best.subject is None and best.relay is not None:
            best = replace(best, subject=other.subject, source=other.source or best.source)
        elif best.source is None and (other.relay is not None or best.subject == other.subject):
            best = replace(best, source=other.source)
    return best


def _titled(words: Sequence[str]) -> bool:
    """Whether words are set like the title of a work: every longer word with a capital."""
    return all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL for w in words) and words[0][0].isupper()


def _wide(text: str) -> bool:
    return sum("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in text) > 3
