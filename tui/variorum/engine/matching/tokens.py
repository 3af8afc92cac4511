"""A sentence as the matcher sees it: normalised words, stems, figures, names. The text itself is never altered."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from math import log1p
from sys import intern

from variorum.engine.details.figures import Figure, FigureKind, sentence_figures
from variorum.engine.details.names import Name, Vocabulary, sentence_names, vocabulary_of
from variorum.engine.nouns import Article, Sentence, Span
from variorum.engine.once import once_for_article
from variorum.engine.quoting.marks import guillemets_reversed, quoted
from variorum.engine.words.stems import stem
from variorum.engine.words.synonyms import sense
from variorum.engine.words.vocabulary import FUNCTION_WORDS, NUMBER_WORDS, POINTING
from variorum.text.patterns import lazy_pattern
from variorum.text.split import split_words

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "\u00ad": None, "\u200b": None})
_LETTER = {True: "[A-Za-z]", False: r"[^\W\d_]"}
_WORDS = {
    ascii: lazy_pattern(rf"(?=\w)(?:{letter}(?:\.(?:{letter}\.)+|{letter}*(?:'{letter}+)*)|\d+(?:[.,:]\d+)*)")
    for ascii, letter in _LETTER.items()
}
"""Initials, words and digits, by whether the text is ASCII: a class of few letters is searched in half the time."""
_PLAIN = lazy_pattern(r"[^\W_]+|[$€£¥₹₽₩%‰°]|(?<![\w)])[-−](?=\d)")
"""Words, and the signs that make another figure of a figure."""
_MINUS = lazy_pattern(r"-\d")
_UNSPACED = (
    ("\u0e00", "\u0eff"),
    ("\u1780", "\u17ff"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)
"""Scripts written without blanks: Thai and Lao, Khmer, kana, Han and its extensions."""
_FAR = lazy_pattern(r"[^\x00-\xff]")
"""All of those and more, such as typographic quotation marks; a class that ends far up takes 3 ms to compile."""
_REMEMBERED = 2000
"""Sentences of the longest article that is taken apart only once."""
_KNOWN = 100_000
"""Words that are remembered as they were taken apart."""
_FIRST = "ordinal:1"
"""The key of "first", which as often tells no place in a row as it does."""
_GROUPED = lazy_pattern(r"\d{1,3}(?:,\d{3})+")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, as often as it is printed so.

    Attributes:
        printed: As the article prints it.
        stem: What it is matched by; digits for number words, one key for a country and its people.
        content: It is no function word.
        name: It is part of a proper name.
        quoted: It stands in quotation marks.
        sense: The word that stands for it and its neighbours in meaning, where it has any.
        letters: The form whose letter pieces count: as printed, in lower case; empty for a function word.
    """

    printed: str
    stem: str
    content: bool
    name: bool
    quoted: bool
    sense: str | None
    letters: str


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """What one sentence is matched by, with the sets that every comparison of it needs.

    Attributes:
        tokens: Its words in order.
        figures: Keys of its numbers, amounts, dates and times, equal for equal values in other dress. A bare year is
            only a word: it says when, in background that has little else in common, and counts nothing.
        kinds: Those keys by the kind of figure: figures of one kind may count the same.
        plain: Its words as `plain_words` gives them.
        content, functions: Stems of content words and of function words.
        names: Stems of names.
        quoted: Stems of all words in quotation marks.
        senses: Sense to the content stems that have it.
        size: Log of the number of words.
        points_back: It opens with "this" or the like.
    """

    tokens: tuple[Token, ...]
    figures: frozenset[str]
    kinds: Mapping[str, frozenset[str]]
    plain: tuple[str, ...]
    content: frozenset[str]
    functions: frozenset[str]
    names: frozenset[str]
    quoted: frozenset[str]
    senses: Mapping[str, tuple[str, ...]]
    size: float
    points_back: bool


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text, and signs of money and measure, without case, punctuation and soft hyphens (NFKC)."""
    return _plain_words(_fold(text))


def _plain_words(folded: str) -> tuple[str, ...]:
    folded = folded.lower().replace("'", "")
    signs = not folded.isascii() or "$" in folded or "%" in folded or _MINUS.search(folded)
    words = _PLAIN.findall(folded) if signs else split_words(folded)
    if _has_unspaced(folded):
        return tuple(c for word in words for c in (word if _has_unspaced(word) else (word,)))
    return tuple(map(intern, words))  # a book repeats its words


def article_words(article: Article) -> tuple[SentenceWords, ...]:
    """The body sentences of an article, each taken apart; remembered, unless the article is as long as a book."""
    return _remembered(article) if len(article.body) <= _REMEMBERED else _article_words(article)


@once_for_article
def _remembered(article: Article) -> tuple[SentenceWords, ...]:
    return _article_words(article)


def _article_words(article: Article) -> tuple[SentenceWords, ...]:
    sentences = [article.sentences[n] for n in article.body]
    quotes = _quoted_spans(article, sentences)
    vocabulary = vocabulary_of(article.text, article.language)
    return tuple(
        _sentence_words(article.text[s.start : s.end], article.language, vocabulary, spans)
        for s, spans in zip(sentences, quotes, strict=True)
    )


def _quoted_spans(article: Article, sentences: Sequence[Sentence]) -> list[list[Span]]:
    """For each sentence the stretches in quotation marks, counted from its start."""
    found: list[list[Span]] = [[] for _ in sentences]
    reverse = guillemets_reversed(article.text)
    for _, group in groupby(enumerate(sentences), key=lambda item: item[1].paragraph):
        members = list(group)
        spans = quoted(article.text, members[0][1].start, members[-1][1].end, reversed_guillemets=reverse)
        for n, s in members:
            found[n] = [(q.start - s.start, q.end - s.start) for q in spans if q.start < s.end and q.end > s.start]
    return found


def _sentence_words(text: str, language: str, vocabulary: Vocabulary, quotes: Sequence[Span]) -> SentenceWords:
    folded = _fold(text)
    if len(folded) != len(text):
        quotes = [(len(_fold(text[:a])), len(_fold(text[:b]))) for a, b in quotes]
    figures = [f for f in sentence_figures(text, language) if f.key != _FIRST and f.unit != "year"]
    kinds: dict[str, frozenset[str]] = {}
    for figure in figures:
        kind = _kind(figure)
        kinds[kind] = kinds.get(kind, frozenset()) | {figure.key}
    tokens = tuple(_tokens(folded, language, sentence_names(folded, language, vocabulary), quotes))
    senses: dict[str, tuple[str, ...]] = {}
    for token in tokens:
        if token.sense and token.stem not in senses.get(token.sense, ()):
            senses[token.sense] = (*senses.get(token.sense, ()), token.stem)
    return SentenceWords(
        tokens,
        frozenset([figure.key for figure in figures]),
        kinds,
        _plain_words(folded),
        frozenset([t.stem for t in tokens if t.content]),
        frozenset([t.stem for t in tokens if not t.content]),
        frozenset([t.stem for t in tokens if t.name]),
        frozenset([t.stem for t in tokens if t.quoted]),
        senses,
        log1p(len(tokens)),
        bool(tokens) and tokens[0].printed.lower() in POINTING,
    )


def _kind(figure: Figure) -> str:
    """What a figure may be compared with: a bare number or a length of time with those of its size."""
    if figure.kind in (FigureKind.NUMBER, FigureKind.DURATION):
        return f"{figure.kind} {figure.unit} {len(str(int(abs(figure.value))))}"
    return f"{figure.kind} {figure.unit if figure.kind is FigureKind.DATE else ''}"


def _tokens(folded: str, language: str, named: Sequence[Name], quotes: Sequence[Span]) -> Iterable[Token]:
    if quotes or _has_unspaced(folded):
        return _odd_tokens(folded, language, named, quotes)
    # Most words are part of nothing: they are found by what is printed alone.
    common = _common_words(language).__getitem__
    pattern = _WORDS[folded.isascii()]
    found: list[Token] = []
    at = 0
    for name in named:
        found.extend(map(common, pattern.findall(folded, at, name.start)))
        alone = name.parts[0] if len(name.parts) == 1 else ""
        for match in pattern.finditer(folded, max(at, name.start)):
            if match.start() >= name.end:
                break
            at = match.end()
            found.append(_token(match.group(), alone, True, False, language))
    found.extend(map(common, pattern.findall(folded, at)))
    return found


def _odd_tokens(folded: str, language: str, named: Sequence[Name], quotes: Sequence[Span]) -> Iterator[Token]:
    """The tokens of a sentence with quotation marks, or in a script without blanks."""
    at = quote = 0
    unspaced = _has_unspaced(folded)
    for match in _WORDS[folded.isascii()].finditer(folded):
        printed, start = match.group(), match.start()
        while quote < len(quotes) and quotes[quote][1] <= start:
            quote += 1
        inside = quote < len(quotes) and quotes[quote][0] <= start
        while at < len(named) and named[at].end <= start:
            at += 1
        name = named[at] if at < len(named) and named[at].start <= start else None
        alone = name.parts[0] if name and len(name.parts) == 1 else ""
        if unspaced and _has_unspaced(printed):
            for part in _bigrams(printed):
                yield _token(part, "", name is not None, inside, language)
        else:
            yield _token(printed, alone, name is not None, inside, language)


class _CommonWords(dict[str, Token]):
    """Words of a language that stand outside names and quotation marks, to their tokens."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, printed: str) -> Token:
        if len(self) >= _KNOWN:
            self.clear()
        token = self[printed] = _take_apart(printed, "", False, False, self._language)
        return token


_common_words = lru_cache(maxsize=16)(_CommonWords)


def _take_apart(printed: str, key: str, name: bool, quoted: bool, language: str) -> Token:
    """A word taken apart; `key` is that of the one-word name it is, else empty."""
    if printed[0].isdigit():
        figure = printed.replace(",", "") if _GROUPED.fullmatch(printed) else printed
        return Token(printed, figure, True, False, quoted, None, printed)
    low = printed.lower()
    plain = low.removesuffix("'s")
    digits = NUMBER_WORDS.get(plain)
    functions = FUNCTION_WORDS.get(language, FUNCTION_WORDS["en"])
    if not (name or digits or plain not in functions):
        return Token(printed, stem(plain.replace("'", ""), language), False, False, quoted, None, "")
    matched = digits or stem(key or plain.replace("'", ""), language)
    return Token(printed, matched, True, name, quoted, sense(plain, language), low)


_token = lru_cache(maxsize=_KNOWN)(_take_apart)


def _is_unspaced(character: str) -> bool:
    return any(first <= character <= last for first, last in _UNSPACED)


def _has_unspaced(text: str) -> bool:
    """Whether a text has characters of those scripts; ranges, because compiling them into a pattern takes longer."""
    return not text.isascii() and any(c.isalpha() and _is_unspaced(c) for c in _FAR.findall(text))


def _fold(text: str) -> str:
    if text.isascii():
        return text.replace("`", "'")
    return unicodedata.normalize("NFKC", text.translate(_APOSTROPHES))


def _bigrams(word: str) -> list[str]:
    """Neighbouring characters of each run without blanks; other runs stay whole."""
    parts: list[str] = []
    for unspaced, letters in groupby(word, key=_is_unspaced):
        run = "".join(letters)
        if unspaced and len(run) > 1:
            parts.extend(x + y for x, y in pairwise(run))
        else:
            parts.append(run.lower())
    return parts
