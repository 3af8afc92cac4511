"""Does the article carry what its headline says: quoted words, numbers, names.

What stands behind the lede, in whatever dress, is carried; so is a name of the lede to which a pronoun goes back. What
stands in the lede only is told apart from what stands nowhere: a lede often only says the headline again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from variorum.engine.details.figures import Figure, FigureKind, figures, sentence_figures
from variorum.engine.details.names import Name, fold, names, names_of, same_name, vocabulary_of
from variorum.engine.nouns import Article, HeadlineClaim, Quote, Role, Span
from variorum.engine.quoting.marks import Quoted, guillemets_reversed, quoted
from variorum.engine.quoting.quote_match import SAME, quote_words, similarity
from variorum.engine.quoting.quotes import is_title
from variorum.engine.words.speech import PRONOUNS
from variorum.text.patterns import lazy_pattern

FEWEST = 3
"""Body sentences under which there is too little behind the lede to check against."""
SMALLEST = 3
"""Counts below which a number word is no claim: "one", "a pair"."""
ROUNDED = 0.06
"""How far a round number in a headline may be from the one it rounds, as a share."""
STEM = 5
"""Letters by which a name and a word made from it ("Peru", "Peruvian") are held to be the same."""
TITLE_CASE = 0.7
"""Share of longer words with a capital from which a headline is set in capitals, so that they tell no names."""

_WORD = lazy_pattern(r"[^\W_]+(?:['’-][^\W_]+)*")
_CHECKED = frozenset(FigureKind) - {FigureKind.ORDINAL, FigureKind.TIME, FigureKind.AGE}


def check_headline(article: Article, quotes: Sequence[Quote]) -> tuple[HeadlineClaim, ...]:
    """What the headline claims and the article does not carry, in order.

    Args:
        article: The article; one without a title or with hardly any body has no claims.
        quotes: Its quotations, as `find_quotes` gives them; those of other articles are passed over.
    """
    title, offset = _title(article)
    body = article.body
    if not title or len(body) < FEWEST:
        return ()
    own = [q for q in quotes if q.article == article.id]
    marked = quoted(title, 0, len(title), reversed_guillemets=guillemets_reversed(title))
    claims = [*_quotes(article, title, marked, own), *_numbers(article, title), *_names(article, title)]
    claims = [c for c in claims if c.type == "quote" or not any(q.start <= c.start < q.end for q in marked)]
    kept: list[HeadlineClaim] = []
    for claim in sorted(claims, key=lambda c: (c.start, -c.end)):
        if not kept or claim.start >= kept[-1].end:
            kept.append(claim)
    if offset is None:
        return tuple(replace(c, start=0, end=0) for c in kept)
    return tuple(replace(c, start=c.start + offset, end=c.end + offset) for c in kept)


def _title(article: Article) -> tuple[str | None, int | None]:
    """The title and where it stands in the text; no place where only the source stated it."""
    for sentence in article.sentences:
        if sentence.role is Role.TITLE:
            return article.text[sentence.start : sentence.end], sentence.start
    return article.title, None


def _claim(
    article: Article, title: str, span: Span, kind: Literal["quote", "number", "name"], *, in_lede: bool
) -> HeadlineClaim:
    text = " ".join(title[span[0] : span[1]].split())
    return HeadlineClaim(article.id, text, kind, *span, in_lede=in_lede)


def _quotes(article: Article, title: str, marked: Sequence[Quoted], quotes: Sequence[Quote]) -> Iterator[HeadlineClaim]:
    if not marked:
        return
    lede, *sentences = (quote_words(article.sentence_text(i)) for i in article.body)
    said = [quote_words(q.text) for q in quotes if q.sentence != article.body[0]]
    works = set(_works(article))
    for stretch in marked:
        words = quote_words(title[stretch.start : stretch.end])
        if not words or words in works:
            continue
        if not any(_contains(sentence, words) for sentence in sentences) and not any(_same(words, s) for s in said):
            yield _claim(article, title, (stretch.start, stretch.end), "quote", in_lede=_contains(lede, words))


def _works(article: Article) -> Iterator[tuple[str, ...]]:
    """The words of every quoted title of a work in the body: a film's name in a headline is nobody's words."""
    reverse = guillemets_reversed(article.text)
    for i in article.body:
        sentence = article.sentences[i]
        for stretch in quoted(article.text, sentence.start, sentence.end, reversed_guillemets=reverse):
            if is_title(article.text, stretch):
                yield quote_words(article.text[stretch.start : stretch.end])


def _same(words: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a quotation is the headline's, perhaps cut or trimmed for it."""
    if similarity(words, said) >= SAME:
        return True
    place = -1
    rest = list(said)
    for word in words:
        if word not in rest[place + 1 :]:
            return False
        place = rest.index(word, place + 1)
    return len(words) > 2


def _contains(sentence: Sequence[str], words: Sequence[str]) -> bool:
    size = len(words)
    first = words[0]
    return any(
        sentence[k] == first and tuple(sentence[k : k + size]) == tuple(words) for k in range(len(sentence) - size + 1)
    )


def _numbers(article: Article, title: str) -> Iterator[HeadlineClaim]:
    claimed = [f for f in figures(title, article.language) if f.kind in _CHECKED and _is_claim(f)]
    if not claimed:
        return
    lede, *behind = (sentence_figures(article.sentence_text(i), article.language) for i in article.body)
    for figure in claimed:
        if not _counted(figure, [f for found in behind for f in found]):
            yield _claim(article, title, (figure.start, figure.end), "number", in_lede=_counted(figure, lede))


def _counted(figure: Figure, carried: Sequence[Figure]) -> bool:
    """Whether one of the figures is the claimed one, in whatever dress."""
    bare = re.sub(r"\D", "", figure.text)
    return any(_equal(figure, f) or (bare and bare == re.sub(r"\D", "", f.text)) for f in carried)


def _is_claim(figure: Figure) -> bool:
    if figure.key.startswith("weekday"):
        return False
    return figure.text[:1].isdigit() or not figure.text[:1].isalpha() or abs(figure.value) >= SMALLEST


def _equal(claimed: Figure, carried: Figure) -> bool:
    """The same value in any unit, or the round number for it; of a date its year or decade."""
    if claimed.kind is carried.kind is FigureKind.DATE and claimed.unit in ("year", "decade"):
        return _years(claimed) == _years(carried)[: len(_years(claimed))]
    if claimed.key == carried.key or claimed.value == carried.value:
        return True
    plain = f"{abs(claimed.value):.0f}".rstrip("0")
    round_number = len(plain) <= 2 and abs(claimed.value) >= 10
    near = abs(claimed.value - carried.value) <= ROUNDED * max(abs(carried.value), 1e-9)
    return near and (round_number or claimed.approximate or carried.approximate)


def _years(figure: Figure) -> str:
    """The digits of a date's year, of a decade the first three; empty where it names none."""
    year = figure.key.partition(":")[2].partition("-")[0]
    return year[:3] if figure.unit == "decade" else year


def _names(article: Article, title: str) -> Iterator[HeadlineClaim]:
    if article.language != "de" and _in_capitals(title):
        return
    lede, *indices = (s.index for s in article.sentences if s.role is Role.BODY)
    indices += [s.index for s in article.sentences if s.role is Role.DATELINE]
    behind, first = (_Carried(article, numbers) for numbers in (indices, [lede]))
    for name in names(title, article.language, vocabulary_of(article.text, article.language)):
        if _is_no_claim(title, name) or behind.has(name):
            continue
        in_lede = first.has(name)
        if not (in_lede and behind.goes_on):
            yield _claim(article, title, (name.start, name.end), "name", in_lede=in_lede)


def _in_capitals(title: str) -> bool:
    """Whether a headline writes most of its longer words with a capital, so that these tell no names."""
    longer = [w for w in _WORD.findall(title)[1:] if len(w) > 3]
    return len(longer) > 2 and sum(w[0].isupper() for w in longer) >= TITLE_CASE * len(longer)


def _is_no_claim(title: str, name: Name) -> bool:
    """Whether a name is only a word that is shouted, or a kind of people or bodies: MPs, NGOs."""
    if name.text.isupper():
        return len(name.text) > STEM or _shouted(title, name)
    return name.text[:-1].isupper() and name.text[-1] == "s"


class _Carried:
    """The names that some sentences of an article carry."""

    def __init__(self, article: Article, indices: Sequence[int]) -> None:
        self._language = article.language
        self._text = "\n".join(article.sentence_text(i) for i in indices)
        words = {fold(w) for w in _WORD.findall(self._text)}
        self._words = words
        self._stems = {w[:STEM] for w in words if len(w) >= STEM - 1}
        self.goes_on = not words.isdisjoint(PRONOUNS)
        """Whether a pronoun may stand for a name that is not repeated."""

    def has(self, name: Name) -> bool:
        """Whether any part of a name is among them, also in other dress or inside a word made from it."""
        for part in name.parts:
            if part in self._words or (len(part) >= STEM - 1 and part[:STEM] in self._stems):
                return True
            if "-" in part and any(bit in self._words for bit in part.split("-") if len(bit) > 2):
                return True
        return any(same_name(name, other) for other in names_of(self._text, self._language))


def _shouted(title: str, name: Name) -> bool:
    """Whether a word in capitals stands beside others: a headline that shouts, not an acronym."""
    around = [*_WORD.findall(title[: name.start])[-2:], *_WORD.findall(title[name.end :])[:2]]
    return any(w.isupper() and len(w) > 1 for w in around)
