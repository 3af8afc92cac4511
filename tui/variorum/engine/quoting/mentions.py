"""Names as an article prints them: runs of capitalised words, the titles before them set apart."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence, Set
from typing import NamedTuple

from variorum.engine.nouns import Span
from variorum.engine.segmenting.abbreviations import STARTERS
from variorum.engine.words.given_names import is_given_name
from variorum.engine.words.speech import PARTICLES, PRONOUNS, TITLES, listed
from variorum.text.joined import HYPHENS, JOINED, UNSEEN
from variorum.text.patterns import lazy_pattern

WORD = lazy_pattern(rf"{JOINED}\.?")

_NOT_SEEN = lazy_pattern(f"[{UNSEEN}]")
_HYPHENS = str.maketrans(dict.fromkeys(HYPHENS, "-"))
_OFFICES = listed(
    """president minister secretary chancellor senator governor mayor ambassador director chairman chairwoman
    congressman congresswoman councillor spokesman spokeswoman premier professor commissioner secretary-general
    presidente ministro ministra président ministre präsident minister kanzler"""
)
"""Titles that part a country or a body from a name: "Chilean President Ana Gil"."""
_POSSESSIVE = lazy_pattern(r"['’]s?$")
_PEOPLES = listed("scot dane swede finn pole turk briton brit spaniard swiss greek czech serb croat german american")
_PEOPLE_ENDS = ("ian", "ean", "ese", "man", "woman", "born")
_OCCUPATION_ENDS = ("ologist", "ographer", "onomist", "ician")
"""Of a word before a first name and a last one: it says what the person does."""
_GERMAN_ROLE = (
    r"(?:minister|sprecher|leiter|chef|rat|rät|präsident|direktor|vorsitzende|meister|trainer|anwalt|anwält|expert|forscher"
    r"|autor|richter|kanzler|kommissar|beauftragte|senator|professor|intendant|regisseur|ökonom|politiker|kandidat"
    r"|abgeordnete|manager|unternehmer|händler|fahrer|arbeiter|spieler|sänger|künstler)(?:in|e|er|en|n|r|s)?$"
)
_ARTICLES = listed("der den des")
"""German articles that are particles in names only behind another: "van der Berg"."""
_GERMAN_NOUN_LED = listed(
    """der die das dem den des ein eine einer einem einen sein seine ihr ihre ihrer dieser diese jeder am im zum zur"""
)


class Mention(NamedTuple):
    """A name as printed once.

    Attributes:
        span: The name without title and possessive ending.
        words: Its words.
        titles: Lower-case words before it that say who it is.
        sentence: Index of its sentence.
        possessive: The name stands in the genitive ("the board's").
        after: The lower-case word before name and titles.
        quoted: It stands inside quotation marks.
        key: Its last word in lower case: what later mentions repeat.
    """

    span: Span
    words: tuple[str, ...]
    titles: tuple[str, ...]
    sentence: int
    possessive: bool
    after: str
    quoted: bool
    key: str


def plain(words: str) -> str:
    """Words of a name without what is not seen in them, accents joined to their letters, with the usual hyphen."""
    if words.isascii():
        return words
    return unicodedata.normalize("NFC", _NOT_SEEN.sub("", words)).translate(_HYPHENS)


class Reader:
    """Reads the names of one article.

    Args:
        text: The article's text.
        german: German writes every noun with a capital: there a lone word is no name without a title.
        lower: Words that the article also writes small.
        quoted: Stretches in quotation marks, in order.
    """

    def __init__(self, text: str, *, german: bool, lower: Set[str], quoted: Sequence[Span]) -> None:
        self._text = text
        self._german = german
        self._lower = lower
        self._quoted = quoted
        self.known: set[str] = set()

    def read(self, start: int, end: int, sentence: int) -> list[Mention]:
        """The names between two offsets."""
        tokens = [(m.group(), m.start()) for m in WORD.finditer(self._text, start, end)]
        found: list[Mention] = []
        at = 0
        while at < len(tokens):
            if not _capital(tokens[at][0]):
                at += 1
                continue
            last = _run_end(self._text, tokens, at, german=self._german)
            before = tokens[at - 1][0].lower() if at else ""
            if before == "of" and at > 1 and _capital(tokens[at - 2][0]) and _inner_title(tokens[at:last]):
                before = ""  # Bank of England Governor Jane Roe
            mention = self._mention(tokens[at:last], before, sentence, first=at == 0)
            if mention:
                found.append(mention)
                self.known.add(mention.key)
            at = last
        return found

    def _mention(self, run: list[tuple[str, int]], before: str, sentence: int, *, first: bool) -> Mention | None:
        """The name in a run of capitalised words; `before` is the word before it, `first` says it opens a sentence."""
        titles: list[str] = [before] if before in TITLES else []
        run = self._without_titles(self._without_opening(run, titles, before, first=first), titles)
        if len(run) > 2 and run[0][0].isupper() and len(run[0][0]) > 3 and not run[1][0].isupper():
            run = run[1:]
        if not run:
            return None
        tail = _POSSESSIVE.search(run[-1][0])
        last = run[-1][0].rstrip(".") if len(run[-1][0]) > 2 else run[-1][0]
        cut = _POSSESSIVE.sub("", last)
        words = (*(w for w, _ in run[:-1]), cut)
        if len(words) == 1 and (len(cut) < 2 or (self._german and not titles and cut.lower() not in self.known)):
            return None
        span = (run[0][1], run[-1][1] + len(cut))
        possessive = tail is not None and tail.group() != "’"
        quoted, key = self._is_quoted(span[0]), plain(cut).lower()
        return Mention(span, words, tuple(titles), sentence, possessive, before, quoted, key)

    def _without_opening(
        self, run: list[tuple[str, int]], titles: list[str], before: str, *, first: bool
    ) -> list[tuple[str, int]]:
        """A run without a word that has its capital from opening the sentence; trades are put with the titles."""
        opening = re.split("['’]", run[0][0].lower())[0]
        trade = first and len(run) > 2 and opening not in STARTERS and not is_given_name(opening)
        if trade and is_given_name(run[1][0].lower()):
            titles.append(opening)  # "Fishmonger Jane Roe": a trade with the capital of its sentence
            run = run[1:]
        elif (first or self._is_small(opening)) and opening in self._lower and opening not in TITLES:
            run = run[1:]
        if run and self._german and before in _GERMAN_NOUN_LED:
            titles.append(run[0][0].lower())
            run = run[1:]
        return run

    def _without_titles(self, run: list[tuple[str, int]], titles: list[str]) -> list[tuple[str, int]]:
        """A run without the titles that open it, which are put with the others, and what stands before these."""
        run = run[_inner_title(run) :]
        if len(run) > 2 and run[0][0].endswith(("man", "woman")) and is_given_name(run[1][0].lower()):
            run = run[1:]  # the Frenchman Luc Roe
        while run and (self._is_title(run[0][0], len(run)) or (titles and run[0][0] in _ARTICLES)):
            titles.append(run[0][0].rstrip(".").lower())
            run = run[1:]
        return run

    def _is_quoted(self, start: int) -> bool:
        at = bisect_right(self._quoted, (start, len(self._text))) - 1
        return at >= 0 and start < self._quoted[at][1]

    @staticmethod
    def _is_small(opening: str) -> bool:
        """Whether a word that begins a run of capitals inside a sentence is none of a name: "The", not "Des"."""
        return opening in STARTERS and not is_given_name(opening)

    def _is_title(self, word: str, left: int) -> bool:
        low = word.rstrip(".").lower()
        if left > 2 and low.endswith(_OCCUPATION_ENDS):
            return True
        return low in TITLES or (self._german and left > 1 and re.search(_GERMAN_ROLE, low) is not None)


def _inner_title(run: Sequence[tuple[str, int]]) -> int:
    """The place in a run of capitalised words where a person's title begins, which parts the name from a country's."""
    inner = max((k for k, (word, _) in enumerate(run[:-1]) if word.lower() in _OFFICES), default=0)
    return max(inner, _led_by_title(run))


def _led_by_title(run: Sequence[tuple[str, int]]) -> int:
    """Where a title stands before a given name and more: what is before it, as in "Ohio Governor Jane Roe", is none."""
    places = range(1, len(run) - 2)
    titled = (k for k in places if run[k][0].rstrip(".").lower() in TITLES and is_given_name(run[k + 1][0].lower()))
    return next(titled, 0)


def is_demonym(mention: Mention) -> bool:
    """Whether a name only says where someone is from: "the Scot", "the Brazilian"."""
    low = mention.key
    return mention.after == "the" and len(mention.words) == 1 and (low in _PEOPLES or low.endswith(_PEOPLE_ENDS))


def fuller(new: Mention, old: Mention) -> bool:
    """Whether a form of a name says more than another; one in capitals is only taken for want of any other."""
    shouted = [sum(w.isupper() and len(w) > 2 for w in m.words) for m in (new, old)]
    return (-shouted[0], len(new.words)) > (-shouted[1], len(old.words))


def _capital(word: str) -> bool:
    return word[0].isupper()


def lower_words(text: str) -> set[str]:
    """The words that a text writes small, and the pronouns."""
    return {w for w in WORD.findall(text) if w[0].islower()} | PRONOUNS.keys()


def _run_end(text: str, tokens: list[tuple[str, int]], at: int, *, german: bool) -> int:
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
        if german and following in _ARTICLES and word not in PARTICLES:
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
