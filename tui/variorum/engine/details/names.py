"""Proper names in a sentence, with keys that match across titles, initials, acronyms and spellings of countries.

Capitals are the only sign used, so a word that merely opens a sentence or is shouted in a tabloid's lead is no name
unless the rest of the article shows it to be one. German writes every noun with a capital: there a name is a run of
capitalised words, a word that stands in such a run elsewhere in the article, or a known country.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from variorum.engine.details.figure_words import numerals
from variorum.engine.details.name_words import (
    ALIASES,
    BODIES,
    COMMON,
    GERMAN_PARTICLES,
    PARTICLES,
    ROMAN,
    STATES,
    TITLES,
)
from variorum.engine.words.vocabulary import FUNCTION_WORDS, NUMBER_WORDS
from variorum.text.joined import ACCENTS, HYPHENS, UNSEEN
from variorum.text.patterns import lazy_pattern


class Name(NamedTuple):
    """A proper name in a text.

    Attributes:
        key: Equal for the same name in other dress: lower case, without accents, titles, dots and possessive.
        parts: The words of the key.
        start, end: Where it stands, titles left out; the end is exclusive.
    """

    key: str
    parts: tuple[str, ...]
    text: str
    start: int
    end: int


class Vocabulary(NamedTuple):
    """What an article shows about its words: which are capitalised inside sentences, and which also stand small.

    Attributes:
        capital: Words (folded) that stand with a capital where no sentence opens; in German, inside runs of them.
        small: Words that stand in lower case.
        acronyms: Acronyms to the long form that the article gives.
    """

    capital: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    acronyms: tuple[tuple[str, str], ...] = ()


_INSIDE = f"[{UNSEEN}{ACCENTS}]"
_LETTERS = rf"[^\W\d_]+(?:{_INSIDE}[^\W\d_]*)*"
_TOKEN = lazy_pattern(rf"(?:[^\W\d_]\.){{2,}}|{_LETTERS}(?:['’\-{HYPHENS}]{_LETTERS})*")


@cache
def _capital(latin: bool) -> re.Pattern[str]:
    """A word as `_TOKEN` has it that begins with a capital, or with a letter that may be one, and is no other's end."""
    first, letter = ("[A-Z]", "[A-Za-z]") if latin else (r"[^\W\d_a-z]", r"[^\W\d_]")
    return re.compile(
        rf"{first}(?<!{letter}{letter})(?<!{letter}['’\-‐‑]{letter})"
        rf"(?:\.(?:{letter}\.)+|{letter}*(?:{_INSIDE}{letter}*)*(?:['’\-{HYPHENS}]{letter}+(?:{_INSIDE}{letter}*)*)*)"
    )


_NOT_SEEN = lazy_pattern(f"[{UNSEEN}]")
_FAR = lazy_pattern("[^\x00-\x7f]")
_WIDEST = 16
"""Characters between two capitalised words that may belong to one name: two particles and the blanks."""
_OPENERS = frozenset('.!?:;“”"„«»‘(–—\n•')
_GAPS = frozenset([" ", "\u00a0", ". ", ".\u00a0", "."])
_POSSESSIVE = lazy_pattern(r"['’]s?$")
_CASES = lazy_pattern(r"(?:ого|ому|ои|ым|ом|еи|ою|ею|ем|а|у|ы|и|е|я|ю)$")
"""Endings of Russian cases, folded as names are."""
_SHORTEST = 3
_IN_BRACKETS = re.compile(r" \(([A-Z][A-Za-z]*[A-Z][A-Za-z]{0,5})\)")
"""An acronym where it is introduced, behind its long form."""
_NOTHING = Vocabulary()
_Token = tuple[str, int, int]


def names(text: str, language: str = "en", vocabulary: Vocabulary = _NOTHING) -> tuple[Name, ...]:
    """The proper names of a text, in order and without overlap; spans count from the text's start.

    Args:
        vocabulary: What the whole article shows (`vocabulary_of`); without it a single word that opens a sentence is
            no name.
    """
    german = language[:2] == "de"
    found: list[Name] = []
    for run in _split(_runs(text, _capitals(text), language)):
        kept = _strip(run, text, vocabulary, language)
        if not kept or (german and not _german_name(kept, run, vocabulary)):
            continue
        name = _name(text, kept, vocabulary)
        if name:
            found.append(name)
    return tuple(found)


sentence_names = lru_cache(maxsize=4096)(names)
"""`names` of a sentence, remembered: its words and each of its links ask."""


_GERMAN_SMALL = FUNCTION_WORDS["de"] | NUMBER_WORDS.keys()
"""Which have a capital only where they open a sentence: "Zehn Verletzte", "Beim Sturz"."""


@lru_cache(maxsize=64)
def vocabulary_of(text: str, language: str = "en") -> Vocabulary:
    """What a whole article shows about its words; remembered by text."""
    capital: set[str] = set()
    acronyms: list[tuple[str, str]] = []
    introduced: dict[str, str] = {}
    tokens = _capitals(text)
    small = _small_words(text)
    german = language[:2] == "de"
    if not german:
        capital.update(fold(word) for word, start, _ in tokens if word[0].isupper() and not _opens(text, start))
    for run in _runs(text, tokens, language):
        if len(run) == 1:
            continue
        words = [word for word, _, _ in run]
        if german and len(named := {fold(word) for word in words} - COMMON - _GERMAN_SMALL - small) > 1:
            capital.update(named)
        letters = "".join([word[0] for word in words if word[0].isupper()]).lower()
        acronyms.append((letters, _key(words)))
        if text.startswith(" (", run[-1][2]) and (given := _IN_BRACKETS.match(text, run[-1][2])):
            introduced[fold(given[1])] = acronyms[-1][1]
    known = {letters: key for letters, key in reversed(acronyms) if letters in capital and len(letters) > 1}
    known |= introduced
    return Vocabulary(frozenset(capital), frozenset(small), tuple(sorted(known.items())))


def _small_words(text: str) -> set[str]:
    """The words (folded) that stand in lower case somewhere.

    No word holds a blank, so each piece between blanks is looked at once, and most are words as they stand.
    """
    pieces = set(text.split())
    small = {piece for piece in pieces if piece.islower() and piece.isalpha() and piece.isascii()}
    small.update([fold(word) for word in _TOKEN.findall(" ".join(pieces - small)) if word[0].islower()])
    return small


@lru_cache(maxsize=64)
def names_of(text: str, language: str = "en") -> tuple[Name, ...]:
    """The names of a whole article, each once; remembered by text."""
    return tuple({name.key: name for name in names(text, language, vocabulary_of(text, language))}.values())


def same_name(a: Name, b: Name) -> bool:
    """Whether two names may be the same: equal, part of the other, initials, or an acronym and its long form."""
    if a.key == b.key:
        return True
    short, long = (a.parts, b.parts) if len(a.parts) <= len(b.parts) else (b.parts, a.parts)
    if len(short) == 1 and len(short[0]) > 1 and short[0] == "".join(p[0] for p in long if p not in PARTICLES):
        return True
    rest = list(long)
    for part in short:
        hit = next((k for k, other in enumerate(rest) if _same_part(part, other)), None)
        if hit is None:
            return False
        del rest[: hit + 1]
    return True


def _same_part(a: str, b: str) -> bool:
    if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
        return True
    if min(len(a), len(b)) < 4 or (a[0] != b[0] and not {a[0], b[0]} <= {"k", "q", "h", "p", "f"}):
        return False
    return _sound(a) == _sound(b)


@lru_cache(maxsize=8192)
def _sound(word: str) -> str:
    """A spelling with the usual differences of transliteration taken out: double letters, final y, kh and q."""
    if "а" <= word[0] <= "я":
        return _CASES.sub("", word) if len(word) > _SHORTEST else word
    word = re.sub(r"(.)\1", r"\1", word)
    word = word.replace("kh", "h").replace("q", "k").replace("ph", "f").replace("tch", "ch")
    return re.sub(r"(?:iy|yi|ij|ii|ey|i)$", "y", word)


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """A word in lower case, without accents, dots and possessive."""
    if word.isascii() and word.isalpha():
        return word.lower()
    word = _POSSESSIVE.sub("", word).replace(".", "").lower()
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFKD", _NOT_SEEN.sub("", word)).replace("‐", "-")
    return "".join(c for c in plain if not unicodedata.combining(c))


def _key(words: Iterable[str]) -> str:
    return " ".join(fold(word) for word in words)


def _opens(text: str, at: int) -> bool:
    """Whether the word at this offset opens a sentence or a quotation, so that its capital says nothing."""
    at -= 1
    while at >= 0 and text[at] in " \u00a0'’":
        at -= 1
    return at < 0 or text[at] in _OPENERS


def _capitals(text: str) -> list[_Token]:
    """The capitalised words of a text, and what stands between two that are near enough to be of one name.

    Most words of a text are neither, and need not be looked at one by one.
    """
    latin = text.isascii() or not any(c.isalpha() for c in _FAR.findall(text))
    found: list[_Token] = []
    last = -_WIDEST
    for match in _capital(latin).finditer(text):
        start, end = match.span()
        if start > 1 and text[start - 1] == "." and text[start - 2].isalpha():
            # Perhaps the last of initials that begin small, as of a German "e.V.".
            return [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
        word = match.group()
        if not word[0].isupper():
            continue
        if start - last <= _WIDEST and text[last:start] not in _GAPS:
            found += [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, last, start)]
        found.append((word, start, end))
        last = end
    return found


def _runs(text: str, tokens: list[_Token], language: str) -> list[list[_Token]]:
    """Capitalised words that stand together, particles between them included."""
    runs: list[list[_Token]] = []
    run: list[_Token] = []
    pending: list[_Token] = []
    german = language[:2] == "de"
    particles = GERMAN_PARTICLES if german else PARTICLES
    for token in tokens:
        word, start, _ = token
        joined = bool(run) and _joined(text, (pending or run)[-1], start)
        if word[0].isupper():
            if joined:
                run += [*pending, token]
            else:
                run = [token]
                runs.append(run)
            pending = []
            if word.endswith(("'s", "’s")):
                run = []
        elif word == "of" and run and fold(run[-1][0]) not in BODIES:
            run, pending = [], []
        elif joined and word in particles and len(pending) < 2 and not (german and _after_article(text, run[0][1])):
            pending.append(token)
        else:
            run, pending = [], []
    return runs


def _split(runs: list[list[_Token]]) -> list[list[_Token]]:
    """Runs parted at titles: of `Russian President Vladimir Putin` the country and the person."""
    parted: list[list[_Token]] = []
    for run in runs:
        titles = [k for k, token in enumerate(run[:-1]) if token[0].lower() in TITLES]
        at = titles[-1] if titles else 0
        if at and run[at + 1][0][0].isupper():
            before = [token for token in run[:at] if fold(token[0]) in ALIASES]
            parted += [before] if before else []
            parted.append(run[at + 1 :])
        else:
            parted.append(run)
    return parted


def _after_article(text: str, at: int) -> bool:
    """Whether a German article stands before: then the word is a noun and `von` after it opens its attribute."""
    return text[max(0, at - 5) : at].split(" ")[-2:][:1] in (["der"], ["die"], ["das"], ["dem"], ["den"], ["des"])


def _joined(text: str, last: _Token, start: int) -> bool:
    gap = text[last[2] : start]
    if gap not in _GAPS:
        return False
    return gap[0] != "." or len(last[0]) == 1 or last[0].lower() in TITLES


def _strip(run: list[_Token], text: str, vocabulary: Vocabulary, language: str) -> list[_Token]:
    """The run without what only opens the sentence, without titles and without days and months."""
    kept = _without_opener(run, text, vocabulary)
    kept = [token for token in kept if not _emphasis(token[0], vocabulary)]
    while kept and (_leads_on(kept[0][0]) or kept[0][0] == "The"):
        del kept[0]
    while kept and _leads_on(kept[-1][0]):
        del kept[-1]
    if len(kept) == 1 and kept[0][0].lower() in COMMON and kept[0][0] != "US":
        return []
    words = numerals(language)
    dated = all(t[0].lower() in words.months or t[0].lower() in words.weekdays for t in kept)
    return [] if dated else kept


def _without_opener(run: list[_Token], text: str, vocabulary: Vocabulary) -> list[_Token]:
    """The run without a first word that has its capital from opening a sentence, or from being shouted there."""
    if not run or not _opens(text, run[0][1]):
        return run
    first = fold(run[0][0])
    lone = len(run) == 1 or (len(first) > 3 and run[0][0].isupper())
    common = first in COMMON or first in vocabulary.small or (lone and not _known(first, vocabulary))
    return run[1:] if common else run


def _leads_on(word: str) -> bool:
    """Whether a word is a title or a particle, which are no name by themselves."""
    return word.lower() in TITLES or word.lower() in PARTICLES


def _known(word: str, vocabulary: Vocabulary) -> bool:
    return word in vocabulary.capital or word in ALIASES


def _emphasis(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word stands in capitals only to be shouted."""
    if len(word) < 3 or not word.isupper() or "." in word:
        return False
    return word.lower() in COMMON or fold(word) in vocabulary.small or word.endswith("LY")


def _german_name(kept: list[_Token], run: list[_Token], vocabulary: Vocabulary) -> bool:
    if len(kept) > 1 or len([token for token in run if fold(token[0]) not in COMMON | _GERMAN_SMALL]) > len(kept):
        return True
    word = fold(kept[0][0])
    return _known(word, vocabulary) or (kept[0][0].isupper() and len(word) > 1)


def _name(text: str, kept: list[_Token], vocabulary: Vocabulary) -> Name | None:
    start, end = kept[0][1], kept[-1][2]
    possessive = _POSSESSIVE.search(text[start:end])
    if possessive:
        end = start + possessive.start()
    parts = [fold(word) for word, _, _ in kept]
    key = spelt = " ".join(parts)
    printed = text[start:end]
    if key == "us" and printed == "Us":
        return None
    if "." in printed or not printed.isascii():
        spelt = " ".join(word.replace(".", " ").strip().lower() for word, _, _ in kept)
    known = ALIASES.get(key) or ALIASES.get(spelt) or dict(vocabulary.acronyms).get(key)
    if known is None and len(parts) == 1 and text.startswith(", ", start - 2):
        known = STATES.get(key) if (printed.isupper() and len(printed) == 2) or text.startswith(".", end) else None
    if known:
        key, parts = known, known.split()
    elif len(parts) > 1 and parts[-1] in ROMAN:
        parts = parts[:-1]
    return Name(key, tuple(parts), text[start:end], start, end) if any(parts) else None
