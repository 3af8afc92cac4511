"""One side of a link, read for comparing details: its words with stems and concepts, its figures and names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Generic, NamedTuple, TypeVar

from variorum.engine.details.figures import Figure, sentence_figures
from variorum.engine.details.names import Name, Vocabulary, sentence_names, vocabulary_of
from variorum.engine.nouns import Article, Quote, Span
from variorum.engine.once import once_for_article
from variorum.engine.words.concepts import meaning_of
from variorum.engine.words.stems import stem
from variorum.engine.words.vocabulary import FUNCTION_WORDS
from variorum.engine.words.word_diff import Region, differing
from variorum.text.patterns import lazy_pattern

_WORD = lazy_pattern(
    r"(?=[\w%$€£¥−-])(?:[^\W\d_]+(?:['’\u00ad][^\W\d_]+)*|\d+(?:[.,:]\d+)*|[%$€£¥]|(?<![\w)])[−-](?=\d))"
)
POINT = lazy_pattern(r"[,;:.!?—–()]")
"""What parts clauses."""
T = TypeVar("T")
NEAR = 5
"""Content words on either side of a detail that are its surroundings."""


class SideWord(NamedTuple):
    """A word: lower case, its stem, what it means (its concept or kin, or the stem), and its span in the article."""

    low: str
    stem: str
    sense: str
    content: bool
    start: int
    end: int
    sentence: int


_made = SideWord._make


class Detail(NamedTuple, Generic[T]):
    """A figure or name of a side: the words `first` to before `last` are its own; the span counts in the article."""

    value: T
    first: int
    last: int
    span: Span


_start, _end = attrgetter("start"), attrgetter("end")


@lru_cache(maxsize=50_000)
def _read(printed: str, language: str) -> tuple[str, str, str, bool]:
    """A word in lower case, its stem, what it means, and whether it is a content word."""
    low = printed.lower()
    if not low.isascii():
        low = low.replace("’", "'").replace("\u00ad", "").replace("−", "-")
    low = low.removesuffix("'s")
    numeral = low[0].isdigit()
    base = low if numeral else stem(low, language)
    content = numeral or (low not in FUNCTION_WORDS.get(language, FUNCTION_WORDS["en"]) and low[0].isalpha())
    return low, base, meaning_of(low, base, language) if content else base, content


class _Words(dict[int, list[SideWord]]):
    """The words of an article's sentences by index, each read when it is first asked for."""

    def __init__(self, article: Article) -> None:
        super().__init__()
        self._text, self._language = article.text, article.language
        self._sentences = article.sentences

    def __missing__(self, index: int) -> list[SideWord]:
        sentence = self._sentences[index]
        where = (index,)
        found = self[index] = [
            _made(_read(m[0], self._language) + m.span() + where)
            for m in _WORD.finditer(self._text, sentence.start, sentence.end)
        ]
        return found


_words_of = once_for_article(_Words)


class Side:
    """One side of a link."""

    def __init__(self, article: Article, sentences: Sequence[int], quotes: Sequence[Quote] = ()) -> None:
        self.article = article
        self.language = article.language
        self.sentences = sorted(sentences)
        self.quotes = quotes
        words = _words_of(article)
        self.words = [word for n in self.sentences for word in words[n]]

    @cached_property
    def forms(self) -> list[str]:
        """The words in lower case."""
        return [word.low for word in self.words]

    @property
    def order(self) -> tuple[list[str], list[tuple[str, str]], str]:
        """What two sides are put in order by."""
        return self.forms, [(quote.text, quote.source or "") for quote in self.quotes], self.article.id

    @cached_property
    def senses(self) -> frozenset[str]:
        """What all content words mean."""
        return frozenset(word.sense for word in self.words if word.content)

    @cached_property
    def figures(self) -> list[Detail[Figure]]:
        """The figures, in order."""
        return [
            self._detail(found, found.start, found.end, n)
            for n in self.sentences
            for found in sentence_figures(self.article.sentence_text(n), self.language)
        ]

    @cached_property
    def names(self) -> list[Detail[Name]]:
        """The names, in order, but for those inside figures: 25 degrees Celsius."""
        measured = [figure.span for figure in self.figures]
        found = [
            self._detail(name, name.start, name.end, n)
            for n in self.sentences
            for name in sentence_names(self.article.sentence_text(n), self.language, self.vocabulary)
        ]
        return [d for d in found if not any(start <= d.span[0] and d.span[1] <= end for start, end in measured)]

    @property
    def vocabulary(self) -> Vocabulary:
        """What the whole article shows about its words."""
        return vocabulary_of(self.article.text, self.language)

    def _detail(self, value: T, start: int, end: int, sentence: int) -> Detail[T]:
        base = self.article.sentences[sentence].start
        span = (base + start, base + end)
        first = bisect_right(self.words, span[0], key=_end)
        return Detail(value, first, max(first, bisect_left(self.words, span[1], key=_start)), span)

    def near(self, first: int, last: int, reach: int = NEAR) -> frozenset[str]:
        """What the content words around these words mean: so many on either side, within their sentence."""
        if not first < len(self.words):
            return frozenset()
        before = range(first - 1, -1, -1)
        after = range(last, len(self.words))
        return frozenset((*self._content(before, first, reach), *self._content(after, first, reach)))

    def _content(self, places: range, first: int, reach: int) -> Iterator[str]:
        sentence = self.words[first].sentence
        for k in places:
            word = self.words[k]
            if word.sentence != sentence or not reach:
                return
            if word.content and not word.low[0].isdigit():
                reach -= 1
                yield word.sense

    def text(self, span: Span) -> str:
        """The words printed at a span of the article."""
        return self.article.text[span[0] : span[1]]


def touching(side: Side, first: int, last: int) -> bool:
    """Whether no point stands between two words."""
    return not POINT.search(side.article.text, side.words[first].end, side.words[last].start)


class Facing:
    """Where the words of two sides differ, found out only when a detail asks."""

    def __init__(self, a: Side, b: Side) -> None:
        self._sides = (a, b)

    @cached_property
    def regions(self) -> list[Region]:
        """The regions in which the words differ."""
        return differing(self._sides[0].forms, self._sides[1].forms, frozenset())

    def region(self, first_a: int, first_b: int, most: int) -> Region | None:
        """The region in which these two words stand, when it has no more than so many words on either side."""
        if not self._may_face(first_a, first_b, most):
            return None  # spares finding out where they differ
        for region in self.regions:
            i0, i1, j0, j1 = region
            if i0 <= first_a < i1 and j0 <= first_b < j1:
                return region if i1 - i0 <= most and j1 - j0 <= most else None
        return None

    def _may_face(self, first_a: int, first_b: int, most: int) -> bool:
        """Whether so small a region can hold both words: the same word, or the end of both sides, on either hand."""
        a, b = self._sides[0].forms, self._sides[1].forms
        before = {*a[max(0, first_a - most) : first_a]} & {*b[max(0, first_b - most) : first_b]}
        if not before and max(first_a, first_b) >= most:
            return False
        after = {*a[first_a + 1 : first_a + most + 1]} & {*b[first_b + 1 : first_b + most + 1]}
        return bool(after) or max(len(a) - first_a, len(b) - first_b) <= most
