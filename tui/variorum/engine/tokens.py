"""A sentence as the matcher sees it: normalised words, stems, figures, names. The text itself is never altered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from variorum.engine.vocabulary import ALGORITHMS, ALIASES, FUNCTION_WORDS, NUMBER_WORDS

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "\u00ad": None, "\u200b": None})
_INITIALS = r"(?:[^\W\d_]\.){2,}"
_WORD = re.compile(rf"{_INITIALS}|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[\U0001f300-\U0001faff]")
_PLAIN = re.compile(r"\w+")
# Scripts written without blanks: Thai to Khmer, kana, Han, and their extensions.
_UNSPACED = "\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_OPENS = re.compile(r"(?:^|[.!?:\"“„«»]) ?$")  # a capital after this is the sentence's, not the word's
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")


@dataclass(frozen=True, slots=True)
class Token:
    """One word.

    Attributes:
        printed: As the article prints it.
        stem: What it is matched by; a figure in digits for number words.
        content: It is no function word.
        name: It is capitalised where that is not due to the start of the sentence.
    """

    printed: str
    stem: str
    content: bool
    name: bool


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """What one sentence is matched by.

    Attributes:
        tokens: All words in order.
        stems: Content stem to the word as printed first.
        numbers: Figures, in digits.
        names: Stems of capitalised words.
        phrases: Pairs and triples of neighbouring stems, function words included.
    """

    tokens: tuple[Token, ...]
    stems: dict[str, str]
    numbers: frozenset[str]
    names: frozenset[str]
    phrases: frozenset[str]


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text without case, punctuation, quotation marks, apostrophes and soft hyphens (NFKC)."""
    folded = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES)).lower().replace("'", "")
    words = _PLAIN.findall(folded)
    if _HAS_UNSPACED.search(folded):
        return tuple(c for word in words for c in (word if _HAS_UNSPACED.search(word) else (word,)))
    return tuple(words)


def sentence_words(text: str, language: str = "en") -> SentenceWords:
    """Take a sentence apart. `language` is ISO 639-1; an unknown one is matched by whole words."""
    tokens = _tokens(text, language)
    stems: dict[str, str] = {}
    for token in tokens:
        if token.content:
            stems.setdefault(token.stem, token.printed)
    order = [t.stem for t in tokens]
    phrases = {f"{x} {y}" for x, y in pairwise(order)}
    phrases.update(f"{x} {y} {z}" for x, y, z in zip(order, order[1:], order[2:], strict=False))
    return SentenceWords(
        tokens,
        stems,
        frozenset(t.stem for t in tokens if t.stem[0].isdigit()),
        frozenset(t.stem for t in tokens if t.name),
        frozenset(phrases),
    )


def _tokens(text: str, language: str) -> tuple[Token, ...]:
    folded = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES))
    functions = FUNCTION_WORDS.get(language, FUNCTION_WORDS["en"])
    capitals = language != "de"  # German writes every noun with a capital
    found = []
    for match in _WORD.finditer(folded):
        printed = match.group()
        if printed[0].isdigit():
            found.append(Token(printed, _figure(printed), True, False))
            continue
        if _HAS_UNSPACED.search(printed):
            found.extend(Token(part, part, True, False) for part in _bigrams(printed))
            continue
        lower = printed.lower()
        plain = lower[:-2] if lower.endswith("'s") else lower
        name = (
            capitals and printed[0].isupper() and not _OPENS.search(folded[max(0, match.start() - 2) : match.start()])
        )
        key = "us." if printed == "US" else plain
        known = NUMBER_WORDS.get(key) or ALIASES.get(key)
        content = plain not in functions
        matched = known or stem(plain.replace("'", ""), language)
        found.append(Token(printed, matched, content or known is not None, name and content))
    return tuple(found)


def _bigrams(word: str) -> list[str]:
    """Neighbouring characters of each run without blanks; other runs stay whole."""
    parts: list[str] = []
    for run in _RUN.findall(word):
        if len(run) == 1 or not _HAS_UNSPACED.match(run):
            parts.append(run.lower())
        else:
            parts.extend(x + y for x, y in pairwise(run))
    return parts


def _figure(printed: str) -> str:
    return printed.replace(",", "") if _GROUPED.fullmatch(printed) else printed


@lru_cache(maxsize=64)
def _stemmer(language: str) -> Callable[[str], str]:
    algorithm = ALGORITHMS.get(language)
    if algorithm is None:
        return str
    import snowballstemmer  # noqa: PLC0415 - 20 ms that reading an article does not need

    step: Callable[[str], str] = snowballstemmer.stemmer(algorithm).stemWord
    return step


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The snowball stem of a lower-case word; the word itself where the language has none."""
    return _stemmer(language)(word) or word
