"""Who is named in an article, and whom a pronoun or a title means.

Which of the names are people is told by what stands around them anywhere in the article: a title, a verb of saying, an
age, a second mention by the last name alone. A pronoun means the nearest earlier person that its gender allows, the
first in a sentence before the later ones, and one that may be a club or a firm only where there is nobody else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from variorum.engine.details.name_words import ALIASES
from variorum.engine.nouns import Article, Role, Sentence, Span
from variorum.engine.quoting.mentions import WORD, Mention, Reader, fuller, is_demonym, lower_words
from variorum.engine.segmenting.abbreviations import STARTERS
from variorum.engine.words.given_names import gender_of_name, is_given_name
from variorum.engine.words.speech import EITHER, FEMALE, MALE, SOVEREIGNS, SPEAKING, TITLES, listed
from variorum.text.joined import UNSEEN
from variorum.text.patterns import lazy_pattern

REACH = 8
"""Sentences a pronoun looks back."""
FEW = 40
"""Names of one sentence, or bearers of one title, that are looked at."""
BEYOND = 2
"""Sentences a pronoun looks further back for someone who is surely a person."""

_PLACE_BEFORE = listed(
    """in at near from of for over to toward towards outside across through on by off within around into with against
    aus bei nach zu zum zur auf über gegen mit für vor um en de para desde hacia con sur à dans pour chez vers avec
    après в на из от"""
)
_WEAK_TITLES = listed("first second national state home royal party fire police flight former chief senior foreign")
"""Which many may bear."""
_BODIES = listed(
    """agency press news university ministry office bank institute council court party union association league club
    committee commission department company corp inc ltd group times post herald tribune guardian radio tv channel
    broadcasting airlines hospital school college museum gallery theatre theater library stadium prize award awards cup
    trophy festival championship championships station airport cathedral street road river island islands city county
    house senate congress parliament agentur universität ministerium partei verein universidad ministerio partido
    agencia université ministère parti agence"""
)
"""Words in the names of bodies and places, not of people."""
_STAFF = listed(
    """side squad skipper supporters fans players shares officials employees bosses directors executives workers
    residents voters lawmakers shareholders"""
)
"""What a club, a firm or a place has: a name right before one is none of a person."""
_OTHER = lazy_pattern(r"\bhim\b|\bher(?=[.,;:!?]|\s(?:of|to|in|on|at|for|with|from|by|as|and|that|he|she|a|the|not)\b)")
"""A pronoun as an object."""
_NOT_SEEN = lazy_pattern(f"[{UNSEEN}]")
_PLURAL = listed("were are have")
_AGE = lazy_pattern(r",\s(?:aged\s|de\s)?(\d{1,3})\b(?!\s?(?:per\s?cent|%|million))")
_TRADE = lazy_pattern(
    r",\s(?:\d{1,3},\s)?an?\s(?:[a-z]+[ -]){0,3}([a-z]{4,})(?=[,.;]|\s(?:who|of|from|in|at|and|with|for)\b)"
)
"""What an apposition says someone is: ", 61, a baker from Port Vale"."""


class People:
    """The names of one article with what is known of them."""

    def __init__(self, article: Article, indices: Iterable[int], quoted: Sequence[Span] = ()) -> None:
        self._text = article.text
        self._mentions: dict[int, list[Mention]] = {}
        self._evidence: defaultdict[str, int] = defaultdict(int)
        self._bearers: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._opening: defaultdict[str, int] = defaultdict(int)
        self._inside: set[str] = set()
        self._sure: set[str] = set()
        self._bodies: set[str] = set()
        self._ages: dict[int, str] = {}
        self._genders: dict[str, str] = {}
        self._male = MALE - EITHER if article.language == "en" else MALE
        self._full: dict[str, Mention] = {}
        self._forms: defaultdict[str, list[Mention]] = defaultdict(list)
        self._given: defaultdict[str, set[str]] = defaultdict(set)
        self._where: defaultdict[str, list[int]] = defaultdict(list)
        numbers = list(indices)
        pieces = {piece for i in numbers for piece in article.sentence_text(i).split()}
        lower = lower_words(" ".join(pieces)) | STARTERS
        reader = Reader(self._text, german=article.language == "de", lower=lower, quoted=quoted)
        for i in numbers:
            sentence = article.sentences[i]
            self._mentions[i] = reader.read(sentence.start, sentence.end, i)
            for mention in self._mentions[i]:
                self._weigh(mention, sentence.end)
        for key, score in self._opening.items():
            self._evidence[key] += score if key in self._inside else 0
        for i in numbers:
            self._pronouns(article.sentences[i])
        self._in_title(article, reader)

    def name(self, mention: Mention) -> str:
        """The fullest printed form of a name: "Danuta Wolk" for "Ms Wolk"; a lone first name keeps its title.

        Of several people with one surname it is the one the mention itself names, else the one named last before it.
        """
        full = self._fullest(mention)
        start, end = full.span
        if len(full.words) == 1 and full.titles:
            head = self._text[max(0, start - 40) : start].split()
            if head and head[-1].strip(".").lower() in TITLES and head[-1].istitle():
                start = self._text.rindex(head[-1], 0, start)
        return " ".join(_NOT_SEEN.sub("", self._text[start:end]).split())

    def _fullest(self, mention: Mention) -> Mention:
        full = self._full[mention.key]
        if len(full.words) == 1 and not full.titles and len(self._given[full.key]) == 1:
            return self._full[next(iter(self._given[full.key]))]  # "Jane" is Jane Roe, where no other Jane is named
        forms = self._forms[mention.key][:FEW]
        if all(_one_bearer(m, full) for m in forms):
            return full
        if len(mention.words) > 1:
            same = [m for m in forms if _one_bearer(m, mention)]
            return max(same, key=lambda m: (len(m.words), -m.span[0]), default=full)
        gender = self.gender_of(mention.titles)
        earlier = [m for m in forms if m.span[0] <= mention.span[0]] or forms
        return next((m for m in reversed(earlier) if gender and self.gender_of(m.titles) == gender), earlier[-1])

    def is_person(self, mention: Mention) -> bool:
        """Whether the article treats the bearer of this name as a person."""
        return self._evidence[mention.key] > 0

    def weight(self, mention: Mention) -> int:
        """How much says that the bearer of this name is a person."""
        return self._evidence[mention.key]

    def gender_of(self, words: Iterable[str]) -> str:
        """The gender that titles and descriptions tell: "f", "m", or nothing."""
        return next(("f" if w in FEMALE else "m" for w in words if w in FEMALE or w in self._male), "")

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

    def aged(self, years: int) -> Mention | None:
        """The person of this age: "the 17-year-old"."""
        key = self._ages.get(years)
        return self._full.get(key) if key else None

    def before(self, sentence: int, position: int, gender: str, *, reach: int = REACH) -> Mention | None:
        """The person a pronoun at `position` means: the nearest earlier one that its gender allows."""
        doubtful: Mention | None = None
        since = 0
        for i in range(sentence, max(-1, sentence - reach - 1), -1):
            here = [m for m in self._mentions.get(i, [])[:FEW] if m.span[1] <= position and self._fits(m, gender)]
            free = self._likeliest(here, gender)
            one = next((m for m in free if m.key in self._sure or m.key not in self._bodies), None)
            if one:
                return one
            doubtful = doubtful or (free[0] if free else None)
            since += doubtful is not None
            if since > BEYOND:
                break
        return doubtful

    def _likeliest(self, here: list[Mention], gender: str) -> list[Mention]:
        """Of the people of a sentence those of known gender, if any are, and those that no preposition leads."""
        own = [m for m in here if not m.possessive]
        known = [m for m in own if gender and self._gender(m) == gender]
        return [m for m in known or own if m.after not in _PLACE_BEFORE] or known or here

    def _fits(self, mention: Mention, gender: str) -> bool:
        known = self._gender(mention)
        return not mention.quoted and self.is_person(mention) and (not gender or not known or known == gender)

    def _gender(self, mention: Mention) -> str:
        """The gender that the article shows of a name's bearer, or the given name suggests; nothing of several."""
        full = self._full[mention.key].words
        known = self._genders.get(mention.key, "") or (gender_of_name(full[0].lower()) if len(full) > 1 else "")
        if known and not all(_one_bearer(m, mention) for m in self._forms[mention.key][:FEW]):
            return ""
        return known

    def _pronouns(self, sentence: Sentence) -> None:
        """Learn the gender of a sentence's only person from "his" or "her" after the name."""
        people = [m for m in self._mentions[sentence.index] if self.is_person(m)]
        if len({m.key for m in people}) != 1:
            return
        words = {w.lower() for w in WORD.findall(self._text[people[0].span[1] : sentence.end][:300])}
        if _OTHER.search(self._text, people[0].span[1], sentence.end):  # "accused her of": somebody else
            return
        male, female = bool(words & {"he", "his", "himself"}), bool(words & {"she", "her", "herself"})
        if male != female:
            self._genders.setdefault(people[0].key, "m" if male else "f")

    def _in_title(self, article: Article, reader: Reader) -> None:
        """An age that only the title gives: "Roe, 17, sends City to the final"."""
        for sentence in article.sentences:
            if sentence.role in (Role.TITLE, Role.CAPTION):
                for mention in reader.read(sentence.start, sentence.end, sentence.index):
                    self._aged(mention, sentence.end)
                    if mention.key in self._full and len(mention.after) > 3:
                        self._bearers[mention.after].setdefault(mention.key)

    def _aged(self, mention: Mention, end: int) -> bool:
        """Note the age behind a name; whether there is one."""
        found = _AGE.match(self._text, mention.span[1], end)
        if found is None:
            return False
        if mention.key in self._full:
            self._ages.setdefault(int(found[1]), mention.key)
            self._evidence[mention.key] += 2
            self._sure.add(mention.key)
        return True

    def _weigh(self, mention: Mention, end: int) -> None:
        """Note what a mention and the words around it tell of its bearer; `end` is that of its sentence."""
        key, stop = mention.key, mention.span[1]
        self._file(key, mention)
        self._aged(mention, end)
        if len(mention.after) > 3 and mention.after not in _PLACE_BEFORE:
            self._bearers[mention.after][key] = None  # "baker Gordon Pell": the baker
        if trade := _TRADE.match(self._text, stop, min(end, stop + 60)):
            self._bearers[trade[1]][key] = None
        behind = self._word_behind(stop, end)
        said, demonym = behind in SPEAKING, is_demonym(mention)
        if not demonym and _opens(mention):
            # "Doctors warned": a capital that opens a sentence makes no name unless it stands inside one too.
            self._opening[key] += 2 * said
        elif not demonym:
            self._inside.add(key)
        if mention.titles or _is_kin(mention) or (said and not demonym and mention.after != "the"):
            self._sure.add(key)
        body = _is_body(mention, behind)
        if body:
            self._bodies.add(key)
        self._evidence[key] += self._score(mention, behind) - 2 * body
        for word in (*mention.titles, mention.after):
            if gender := self.gender_of([word]):
                self._genders[key] = gender
        self._kin(key, stop, end)

    def _file(self, key: str, mention: Mention) -> None:
        """Keep a mention where it will be looked for: by place, title, fullest form and given name."""
        self._where[key].append(mention.sentence)
        for title in mention.titles:
            self._bearers[title][key] = None
        if key not in self._full or fuller(mention, self._full[key]):
            self._full[key] = mention
        if len(mention.words) > 1:
            self._forms[key].append(mention)
            self._given[mention.words[0].lower()].add(key)

    def _word_behind(self, stop: int, end: int) -> str:
        """The word right behind a name, in lower case; empty where a point stands between."""
        follow = WORD.search(self._text, stop, min(end, stop + 40))
        beside = follow is not None and self._text[stop : follow.start()].isspace()
        return follow.group().rstrip(".").lower() if follow and beside else ""

    def _score(self, mention: Mention, behind: str) -> int:
        """How much one mention says that its bearer is a person."""
        several = len(mention.words) > 1
        place = mention.after in _PLACE_BEFORE and not _has_given_name(mention)
        if is_demonym(mention):
            score = -1
        else:
            score = 2 if mention.titles or _is_kin(mention) else 0
            score += 2 * (not _opens(mention) and (behind in SPEAKING or mention.after in SPEAKING))
        score += several and not place
        score -= 3 * any(w.lower() in _BODIES for w in mention.words)
        score -= place and not mention.titles
        return score + (not several and len(self._full[mention.key].words) > 1)

    def _kin(self, key: str, stop: int, end: int) -> None:
        """Gender told by an apposition: ", a nurse and mother of two," or ", his wife"."""
        if not self._text.startswith(",", stop):
            return
        for word in WORD.findall(self._text[stop : min(end, stop + 60)].split(".")[0])[:5]:
            low = word.lower()
            if low in TITLES:
                self._bearers[low].setdefault(key)
            if low in FEMALE or low in self._male:
                self._genders.setdefault(key, "f" if low in FEMALE else "m")
                return


def _opens(mention: Mention) -> bool:
    """Whether a mention is one word that opens its sentence: its capital says nothing."""
    return not mention.after and len(mention.words) == 1 and not mention.titles


def _is_kin(mention: Mention) -> bool:
    """Whether the word before a name says that its bearer is a woman or a man."""
    return mention.after in FEMALE or mention.after in MALE


def _has_given_name(mention: Mention) -> bool:
    """Whether a name of several words begins with a given name, as a club's or a place's hardly does."""
    return len(mention.words) > 1 and is_given_name(mention.words[0].lower())


def _is_body(mention: Mention, behind: str) -> bool:
    """Whether the words around a name are those of a club, a firm or a country: "Rovers were", "Rovers skipper"."""
    if behind in _PLURAL or mention.key in ALIASES:
        return True
    if mention.titles or _has_given_name(mention):
        return False
    staff = behind in TITLES | _STAFF and behind not in SPEAKING
    return staff or (mention.after == "the" and not is_demonym(mention))


def _one_bearer(a: Mention, b: Mention) -> bool:
    """Whether two names with one surname may be one person's: they share a given name, or an initial of it."""
    given = [[w.rstrip(".").lower() for w in m.words[:-1]] for m in (a, b)]
    if not given[0] or not given[1]:
        return True
    return any(x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x in given[0] for y in given[1])
