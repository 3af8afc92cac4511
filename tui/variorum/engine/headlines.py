"""Does the article carry what its headline says: quoted words, numbers, names.

A quotation must stand in the body behind the lede: a lede often only says the headline again, and nobody is heard
there. A number or a name may stand in the lede, where an article has it first and often only once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from variorum.engine.details.figures import Figure, FigureKind, figures, sentence_figures
from variorum.engine.details.names import Name, fold, names, names_of, same_name, vocabulary_of
from variorum.engine.nouns import Article, HeadlineClaim, Quote, Role, Span
from variorum.engine.quoting.marks import guillemets_reversed, quoted
from variorum.engine.quoting.quote_match import SAME, quote_words, similarity
from variorum.engine.quoting.quotes import is_title

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

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
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
    claims = [*_quotes(article, title, own), *_numbers(article, title), *_names(article, title)]
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


def _claim(article: Article, title: str, span: Span, kind: str) -> HeadlineClaim:
    text = " ".join(title[span[0] : span[1]].split())
    return HeadlineClaim(
        article.id, text, "quote" if kind == "quote" else "name" if kind == "name" else "number", *span
    )


def _quotes(article: Article, title: str, quotes: Sequence[Quote]) -> Iterator[HeadlineClaim]:
    behind = [article.sentence_text(i) for i in article.body[1:]]
    said = [quote_words(q.text) for q in quotes if q.sentence != article.body[0]]
    sentences = [quote_words(text) for text in behind]
    works = set(_works(article))
    for stretch in quoted(title, 0, len(title), reversed_guillemets=guillemets_reversed(title)):
        words = quote_words(title[stretch.start : stretch.end])
        if not words or words in works:
            continue
        if not any(_contains(sentence, words) for sentence in sentences) and not any(_same(words, s) for s in said):
            yield _claim(article, title, (stretch.start, stretch.end), "quote")


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
    carried = [f for i in article.body for f in sentence_figures(article.sentence_text(i), article.language)]
    digits = {re.sub(r"\D", "", f.text) for f in carried}
    for figure in claimed:
        bare = re.sub(r"\D", "", figure.text)
        if (bare and bare in digits) or any(_equal(figure, f) for f in carried):
            continue
        yield _claim(article, title, (figure.start, figure.end), "number")


def _is_claim(figure: Figure) -> bool:
    if figure.key.startswith("weekday"):
        return False
    return figure.text[:1].isdigit() or not figure.text[:1].isalpha() or abs(figure.value) >= SMALLEST


def _equal(claimed: Figure, carried: Figure) -> bool:
    """The same value in any unit, or the round number for it."""
    if claimed.key == carried.key or claimed.value == carried.value:
        return True
    plain = f"{abs(claimed.value):.0f}".rstrip("0")
    round_number = len(plain) <= 2 and abs(claimed.value) >= 10
    near = abs(claimed.value - carried.value) <= ROUNDED * max(abs(carried.value), 1e-9)
    return near and (round_number or claimed.approximate or carried.approximate)


def _names(article: Article, title: str) -> Iterator[HeadlineClaim]:
    longer = [w for w in _WORD.findall(title)[1:] if len(w) > 3]
    capitals = sum(w[0].isupper() for w in longer)
    if article.language != "de" and longer and capitals >= TITLE_CASE * len(longer) and len(longer) > 2:
        return
    indices = [s.index for s in article.sentences if s.role in (Role.BODY, Role.DATELINE)]
    text = "\n".join(article.sentence_text(i) for i in indices)
    body = {fold(w) for w in _WORD.findall(text)}
    stems = {w[:STEM] for w in body if len(w) >= STEM - 1}
    known = names_of(text, article.language)
    for name in names(title, article.language, vocabulary_of(article.text, article.language)):
        if name.text.isupper() and (len(name.text) > STEM or _shouted(title, name)):
            continue
        if not _carried(name, body, stems, known):
            yield _claim(article, title, (name.start, name.end), "name")


def _shouted(title: str, name: Name) -> bool:
    """Whether a word in capitals stands beside others: a headline that shouts, not an acronym."""
    around = [*_WORD.findall(title[: name.start])[-2:], *_WORD.findall(title[name.end :])[:2]]
    return any(w.isupper() and len(w) > 1 for w in around)


def _carried(name: Name, body: set[str], stems: set[str], known: Iterable[Name]) -> bool:
    """Whether any part of a name stands in the article, also in other dress or inside a word made from it."""
    for part in name.parts:
        if part in body or (len(part) >= STEM - 1 and part[:STEM] in stems):
            return True
        if "-" in part and any(bit in body for bit in part.split("-") if len(bit) > 2):
            return True
    return any(same_name(name, other) for other in known)
