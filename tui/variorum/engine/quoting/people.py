"""Who is named in an article, and whom a pronoun or a title means.

Names are runs of capitalised words without the titles before them. Which of them are people is told by what stands
around them anywhere in the article: a title, a verb of saying, an age, a second mention by the last name alone. A
pronoun means the nearest earlier person that its gender allows, the first in a sentence before the later ones.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from variorum.engine.nouns import Article, Sentence, Span
from variorum.engine.segmenting.abbreviations import STARTERS
from variorum.engine.words.speech import FEMALE, MALE, PARTICLES, PRONOUNS, SOVEREIGNS, SPEAKING, TITLES, listed

WORD = re.compile(r"[^\W_](?:[\w\u00ad]|[-'’.&](?=\w))*\.?", re.UNICODE)
REACH = 8
"""Sentences a pronoun looks back."""
FEW = 40
"""Names of one sentence, or bearers of one title, that are looked at."""

_PLACE_BEFORE = listed(
    """in at near from of for over to toward towards outside across through on by off within around into with against
    aus bei nach zu zum zur auf über gegen mit für vor um en de para desde hacia con sur à dans pour chez vers avec
    après в на из от"""
)
_WEAK_TITLES = listed("first second national state home royal party fire police flight former chief senior foreign")
"""Which many may bear."""
_OFFICES = listed(
    """president minister secretary chancellor senator governor mayor ambassador director chairman chairwoman
    congressman congresswoman councillor spokesman spokeswoman premier professor commissioner secretary-general
    presidente ministro ministra président ministre präsident minister kanzler"""
)
"""Titles that part a country or a body from a name: "Chilean President Ana Gil"."""
_BODIES = listed(
    """agency press news university ministry office bank institute council court party union association league club
    committee commission department company corp inc ltd group times post herald tribune guardian radio tv channel
    broadcasting airlines hospital school college street road river island islands city county house senate congress
    parliament agentur universität ministerium partei verein universidad ministerio partido agencia université
    ministère parti agence"""
)
"""Words in the names of bodies and places, not of people."""
_POSSESSIVE = re.compile(r"['’]s?$")
_PEOPLES = listed("scot dane swede finn pole turk briton brit spaniard swiss greek czech serb croat german american")
_PEOPLE_ENDS = ("ian", "ean", "ese", "man", "woman", "born")
_AGE = re.compile(r",\s(?:aged\s|de\s)?\d{1,3}\b(?!\s?(?:per\s?cent|%|million))")
_GERMAN_ROLE = (
    r"(?:minister|sprecher|leiter|chef|rat|rät|präsident|direktor|vorsitzende|meister|trainer|anwalt|anwält|expert|forscher"
    r"|autor|richter|kanzler|kommissar|beauftragte|senator|professor|intendant|regisseur|ökonom|politiker|kandidat"
    r"|abgeordnete|manager|unternehmer|händler|fahrer|arbeiter|spieler|sänger|künstler)(?:in|e|er|en|n|r|s)?$"
)
_GERMAN_NOUN_LED = listed(
    """der die das dem den des ein eine einer einem einen sein seine ihr ihre ihrer dieser diese jeder am im zum zur"""
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as printed once.

    Attributes:
        span: The name without title and possessive ending.
        words: Its words.
        titles: Lower-case words before it that say who it is.
        sentence: Index of its sentence.
        possessive: The name stands in the genitive ("the board's").
        after: The lower-case word before name and titles.
    """

    span: Span
    words: tuple[str, ...]
    titles: tuple[str, ...]
    sentence: int
    possessive: bool
    after: str

    @property
    def key(self) -> str:
        """The last word of the name, lower case: what later mentions repeat."""
        return self.words[-1].lower()


class People:
    """The names of one article with what is known of them."""

    def __init__(self, article: Article, indices: Iterable[int]) -> None:
        self._text = article.text
        self._german = article.language == "de"
        self._mentions: dict[int, list[Mention]] = {}
        self._evidence: defaultdict[str, int] = defaultdict(int)
        self._bearers: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._opening: defaultdict[str, int] = defaultdict(int)
        self._inside: set[str] = set()
        self._genders: dict[str, str] = {}
        self._full: dict[str, Mention] = {}
        self._where: defaultdict[str, list[int]] = defaultdict(list)
        numbers = list(indices)
        lower = {w for i in numbers for w in _lower_words(article.sentence_text(i))} | STARTERS
        for i in numbers:
            sentence = article.sentences[i]
            self._mentions[i] = self._read(sentence.start, sentence.end, i, lower)
            for mention in self._mentions[i]:
                self._weigh(mention, sentence.end)
        for key, score in self._opening.items():
            self._evidence[key] += score if key in self._inside else 0
        for i in numbers:
            self._pronouns(article.sentences[i])

    def name(self, mention: Mention) -> str:
        """The fullest printed form of a name: "Danuta Wolk" for "Ms Wolk"; a lone first name keeps its title."""
        full = self._full[mention.key]
        start, end = full.span
        if len(full.words) == 1 and full.titles:
            head = self._text[max(0, start - 40) : start].split()
            if head and head[-1].strip(".").lower() in TITLES and head[-1].istitle():
                start = self._text.rindex(head[-1], 0, start)
        return " ".join(self._text[start:end].replace("\u00ad", "").split())

    def is_person(self, mention: Mention) -> bool:
        """Whether the article treats the bearer of this name as a person."""
        return self._evidence[mention.key] > 0

    def weight(self, mention: Mention) -> int:
        """How much says that the bearer of this name is a person."""
        return self._evidence[mention.key]

    def gender_of(self, words: Iterable[str]) -> str:
        """The gender that titles and descriptions tell: "f", "m", or nothing."""
        return next(("f" if w in FEMALE else "m" for w in words if w in FEMALE or w in MALE), "")

    def within(self, start: int, end: int, sentence: int) -> list[Mention]:
        """The mentions of a sentence that lie inside a span."""
        here = self._mentions.get(sentence, [])
        first = bisect_left(here, start, key=lambda m: m.span[0])
        last = bisect_left(here, end, lo=first, key=lambda m: m.span[0])
        return [m for m in here[first:last] if m.span[1] <= end]

    def titled(self, words: set[str], sentence: int) -> Mention | None:
        """The nearest person at or before a sentence who bears one of these titles anywhere in the article."""
        if words & SOVEREIGNS:
            words = words | SOVEREIGNS
        found = {key: None for word in words - _WEAK_TITLES for key in self._bearers[word]}
        nearest: tuple[int, str] | None = None
        for key in islice(found, FEW):
            at = bisect_right(self._where[key], sentence) - 1
            place = self._where[key][at] if at >= 0 else -1
            if nearest is None or place > nearest[0]:
                nearest = (place, key)
        return self._full[nearest[1]] if nearest else None

    def before(self, sentence: int, position: int, gender: str, *, reach: int = REACH) -> Mention | None:
        """The person a pronoun at `position` means: the nearest earlier one that its gender allows."""
        for i in range(sentence, max(-1, sentence - reach - 1), -1):
            here = [m for m in self._mentions.get(i, [])[:FEW] if m.span[1] <= position and self._fits(m, gender)]
            free = [m for m in here if not m.possessive and m.after not in _PLACE_BEFORE]
            if free or here:
                return (free or here)[0]
        return None

    def _fits(self, mention: Mention, gender: str) -> bool:
        known = self._genders.get(mention.key, "")
        return self.is_person(mention) and (not gender or not known or known == gender)

    def _pronouns(self, sentence: Sentence) -> None:
        """Learn the gender of a sentence's only person from "his" or "her" after the name."""
        people = [m for m in self._mentions[sentence.index] if self.is_person(m)]
        if len({m.key for m in people}) != 1:
            return
        words = {w.lower() for w in WORD.findall(self._text[people[0].span[1] : sentence.end][:300])}
        male, female = bool(words & {"he", "his", "himself"}), bool(words & {"she", "her", "herself"})
        if male != female:
            self._genders.setdefault(people[0].key, "m" if male else "f")

    def _read(self, start: int, end: int, sentence: int, lower: set[str]) -> list[Mention]:
        tokens = [(m.group(), m.start()) for m in WORD.finditer(self._text, start, end)]
        found: list[Mention] = []
        at = 0
        while at < len(tokens):
            if not _capital(tokens[at][0]):
                at += 1
                continue
            last = _run_end(self._text, tokens, at)
            mention = self._mention(tokens[at:last], tokens[at - 1][0].lower() if at else "", sentence, lower, at == 0)
            if mention:
                found.append(mention)
            at = last
        return found

    def _mention(
        self, run: list[tuple[str, int]], before: str, sentence: int, lower: set[str], first: bool
    ) -> Mention | None:
        titles: list[str] = [before] if before in TITLES else []
        opening = re.split("['’]", run[0][0].lower())[0]
        if (first or opening in STARTERS) and opening in lower and opening not in TITLES:
            run = run[1:]
        if run and self._german and before in _GERMAN_NOUN_LED:
            titles.append(run[0][0].lower())
            run = run[1:]
        inner = max((k for k, (word, _) in enumerate(run[:-1]) if word.lower() in _OFFICES), default=0)
        run = run[inner:]
        while run and self._is_title(run[0][0], len(run)):
            titles.append(run[0][0].rstrip(".").lower())
            run = run[1:]
        if len(run) > 2 and run[0][0].isupper() and len(run[0][0]) > 3 and not run[1][0].isupper():
            run = run[1:]
        if not run:
            return None
        tail = _POSSESSIVE.search(run[-1][0])
        last = run[-1][0].rstrip(".") if len(run[-1][0]) > 2 else run[-1][0]
        cut = _POSSESSIVE.sub("", last)
        words = (*(w for w, _ in run[:-1]), cut)
        if len(words) == 1 and (len(cut) < 2 or (self._german and not titles and cut.lower() not in self._full)):
            return None
        span = (run[0][1], run[-1][1] + len(cut))
        return Mention(span, words, tuple(titles), sentence, tail is not None and tail.group() != "’", before)

    def _is_title(self, word: str, left: int) -> bool:
        low = word.rstrip(".").lower()
        return low in TITLES or (self._german and left > 1 and re.search(_GERMAN_ROLE, low) is not None)

    def _weigh(self, mention: Mention, end: int) -> None:
        key, stop = mention.key, mention.span[1]
        self._where[key].append(mention.sentence)
        for title in mention.titles:
            self._bearers[title][key] = None
        if key not in self._full or _fuller(mention, self._full[key]):
            self._full[key] = mention
        score = 2 if mention.titles else 0
        score += 2 if _AGE.match(self._text, stop, end) else 0
        follow = WORD.search(self._text, stop, min(end, stop + 40))
        said = (
            follow is not None
            and self._text[stop : follow.start()].isspace()
            and follow.group().rstrip(".").lower() in SPEAKING
        )
        opens = not mention.after and len(mention.words) == 1 and not mention.titles
        if is_demonym(mention):
            score = -1
        elif opens:
            # "Doctors warned": a capital that opens a sentence makes no name unless it stands inside one too.
            self._opening[key] += 2 * said
        else:
            self._inside.add(key)
            score += 2 if said or mention.after in SPEAKING else 0
        place = mention.after in _PLACE_BEFORE
        score += 1 if len(mention.words) > 1 and not place else 0
        score -= 3 if any(w.lower() in _BODIES for w in mention.words) else 0
        score -= 1 if place and not mention.titles else 0
        if len(mention.words) == 1 and len(self._full[key].words) > 1:
            score += 1
        self._evidence[key] += score
        for word in mention.titles:
            gender = "f" if word in FEMALE else "m" if word in MALE else ""
            if gender:
                self._genders[key] = gender
        self._kin(key, stop, end)

    def _kin(self, key: str, stop: int, end: int) -> None:
        """Gender told by an apposition: ", a nurse and mother of two," or ", his wife"."""
        if not self._text.startswith(",", stop):
            return
        for word in WORD.findall(self._text[stop : min(end, stop + 60)].split(".")[0])[:5]:
            low = word.lower()
            if low in FEMALE or low in MALE:
                self._genders.setdefault(key, "f" if low in FEMALE else "m")
                return


def is_demonym(mention: Mention) -> bool:
    """Whether a name only says where someone is from: "the Scot", "the Brazilian"."""
    low = mention.key
    return mention.after == "the" and len(mention.words) == 1 and (low in _PEOPLES or low.endswith(_PEOPLE_ENDS))


def _fuller(new: Mention, old: Mention) -> bool:
    shouted = [sum(w.isupper() and len(w) > 2 for w in m.words) for m in (new, old)]
    return (-shouted[0], len(new.words)) > (-shouted[1], len(old.words))


def _capital(word: str) -> bool:
    return word[0].isupper()


def _lower_words(text: str) -> set[str]:
    return {w for w in WORD.findall(text) if w[0].islower()} | PRONOUNS.keys()


def _run_end(text: str, tokens: list[tuple[str, int]], at: int) -> int:
    """The index after the last token of the run of capitalised words that begins at `at`."""
    end = at + 1
    while end < len(tokens):
        word, start = tokens[end - 1]
        following, position = tokens[end]
        gap = text[start + len(word) : position]
        if not gap.isspace() or "\n" in gap or _POSSESSIVE.search(word):
            break
        if word.endswith(".") and not (len(word) == 2 or word.rstrip(".").lower() in TITLES):
            break
        if not _capital(following) and (following not in PARTICLES or not _bridges(text, tokens, end)):
            break
        end += 1
    while end > at + 1 and not _capital(tokens[end - 1][0]):
        end -= 1
    return end


def _bridges(text: str, tokens: list[tuple[str, int]], at: int) -> bool:
    """Whether a particle (or two) at `at` leads on to another capitalised word."""
    for k in range(at + 1, min(at + 3, len(tokens))):
        word, start = tokens[k - 1]
        if not text[start + len(word) : tokens[k][1]].isspace():
            return False
        if _capital(tokens[k][0]):
            return True
        if tokens[k][0] not in PARTICLES:
            return False
    return False
