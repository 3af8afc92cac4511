"""Which quotations of two articles are the same words, also reworded, translated anew or cut short.

Every word is kept: with stop words dropped, two translations of one short remark share next to nothing. The score is
the share of words that stand in both in the same order (the longest common subsequence, counted bit-parallel after
Hyyrö, 2004), discounted while too little of it is unbroken, so that unrelated remarks made of small words stay low.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from variorum.engine.nouns import Quote
from variorum.engine.words.speech import listed
from variorum.text.patterns import lazy_pattern

SAME = 0.6
"""Score from which two quotations are the same words."""
WORTH = 0.3
"""Score from which a pair is worth returning."""
FRAGMENT = 4
"""Unbroken shared words from which a short quotation counts as cut out of a longer one."""
CONTAINED = 0.95
"""Score of a fragment that lies wholly inside the other quotation."""
_COMMON = 64
"""Quotations a word may stand in and still propose pairs."""
_COPIES = 256

_WORD = lazy_pattern(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL = listed(
    """a an and are as at be been but by for from had has have he her his i in is it its me my no not of on or our out
    she so than that the their them there they this to up us was we were what when which who will with would you
    your der die das den dem des ein eine und ist in im zu von mit auf für nicht es ich wir sie er dass als wie auch
    an el la los las un una y de del que en es se no por con para lo su al le les et des du à est pas pour dans ce
    il je nous vous qui ne"""
)
_SMALL_WEIGHT = 0.5


class QuotePair(NamedTuple):
    """Two quotations and how surely they are the same words, 0 to 1."""

    a: Quote
    b: Quote
    score: float


def match_quotes(quotes_a: Sequence[Quote], quotes_b: Sequence[Quote]) -> tuple[QuotePair, ...]:
    """The pairs of quotations that share words in order, best first; a quotation may stand in several.

    Pairs under `WORTH` are left out; from `SAME` a pair is the same words.
    """
    texts_a, texts_b = _by_words(quotes_a), _by_words(quotes_b)
    keys_a, keys_b = list(texts_a), list(texts_b)
    found: list[tuple[float, int, int]] = []
    for i, j in _candidates(keys_a, keys_b):
        score = similarity(keys_a[i], keys_b[j])
        if score >= WORTH:
            found += [(-score, x, y) for x, y in _copies(texts_a[keys_a[i]], texts_b[keys_b[j]])]
    return tuple(QuotePair(quotes_a[x], quotes_b[y], -negative) for negative, x, y in sorted(found))


def group_quotes(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The same quotations with `group` filled: one number for the same words in several articles.

    A group gathers round its longest quotation and each member matches that one, so that unlike things are never
    chained together. A quotation that only one article prints has no group.
    """
    texts = _by_words(quotes)
    keys = sorted(texts, key=lambda words: (-len(words), texts[words][0]))
    near: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for i, j in _candidates(keys, keys):
        if i < j and (score := similarity(keys[i], keys[j])) >= SAME:
            near[j].append((-score, i))
    centre: list[int] = []
    for k in range(len(keys)):
        hubs = [(negative, i) for negative, i in near[k] if centre[i] == i]
        centre.append(min(hubs)[1] if hubs else k)
    hub_of = {q: centre[k] for k, words in enumerate(keys) for q in texts[words]}
    printed: defaultdict[int, set[str]] = defaultdict(set)
    for q, hub in hub_of.items():
        printed[hub].add(quotes[q].article)
    numbers: dict[int, int] = {}
    return tuple(
        replace(quote, group=numbers.setdefault(hub_of[q], len(numbers)) if len(printed[hub_of[q]]) > 1 else None)
        for q, quote in enumerate(quotes)
    )


@lru_cache(maxsize=1024)
def quote_words(text: str) -> tuple[str, ...]:
    """The words of a quotation, normalised; single characters where a script sets no blanks. Remembered."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("\u00ad", "").replace("’", "'")
    words = _WORD.findall(plain)
    if plain.isascii() or not any(map(_is_wide, plain)):
        return tuple(words)
    return tuple(c for word in words for c in (word if any(map(_is_wide, word)) else (word,)))


def _is_wide(c: str) -> bool:
    """Whether a character belongs to a script that sets no blanks between words."""
    return "\u3040" <= c <= "\u30ff" or "\u3400" <= c <= "\u9fff" or "\u0e00" <= c <= "\u0e7f"


def similarity(a: Sequence[str], b: Sequence[str]) -> float:
    """How surely two sequences of words are one quotation, 0 to 1; symmetric."""
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    short, long = (a, b) if (len(a), a) <= (len(b), b) else (b, a)
    weight = _weights(short, long)
    if not weight:
        return 0.0
    whole = sum(map(_weight, short)) + sum(map(_weight, long))
    run = _longest_run(short, long)
    dice = 2 * weight / whole * min(1.0, 0.4 + 0.2 * run)
    if run >= min(FRAGMENT, len(short)) and len(short) >= FRAGMENT:
        dice = max(dice, CONTAINED * weight / sum(map(_weight, short)))
    return min(1.0, dice)


def _weight(word: str) -> float:
    return _SMALL_WEIGHT if word in _SMALL else 1.0


def _weights(a: Sequence[str], b: Sequence[str]) -> float:
    """The weight of the longest common subsequence; small words count half."""
    places: dict[str, int] = {}
    for i, word in enumerate(a):
        places[word] = places.get(word, 0) | (1 << i)
    full = (1 << len(a)) - 1
    row = full
    for word in b:
        matched = row & places.get(word, 0)
        row = ((row + matched) | (row - matched)) & full
    return sum(_weight(word) for i, word in enumerate(a) if not row >> i & 1)


def _longest_run(a: Sequence[str], b: Sequence[str]) -> int:
    """The length of the longest unbroken sequence of words that stands in both."""
    where: defaultdict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(b):
        where[word].append(j)
    best = 0
    last: dict[int, int] = {}
    for word in a:
        row = {j: last.get(j - 1, 0) + 1 for j in where.get(word, ())}
        best = max(best, max(row.values(), default=0))
        last = row
    return best


def _by_words(quotes: Sequence[Quote]) -> dict[tuple[str, ...], list[int]]:
    """The places of the quotations under their words; equal ones are scored once."""
    texts: dict[tuple[str, ...], list[int]] = {}
    for place, quote in enumerate(quotes):
        texts.setdefault(quote_words(quote.text), []).append(place)
    return texts


def _copies(a: Sequence[int], b: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Every copy with every copy; in order, one with one, where a text repeats itself too often for that."""
    return iter(product(a, b)) if len(a) * len(b) <= _COPIES else zip(a, b, strict=False)


def _candidates(a: Sequence[Sequence[str]], b: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Pairs that share a word that is rare enough."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for j, words in enumerate(b):
        for word in set(words):
            postings[word].append(j)
    for i, words in enumerate(a):
        yield from ((i, j) for j in _partners(set(words), postings))


def _partners(words: Iterable[str], postings: dict[str, list[int]]) -> list[int]:
    found = [postings[word] for word in words if word in postings]
    rare = [places for places in found if len(places) <= _COMMON] or sorted(found, key=len)[:1]
    return sorted({place for places in rare for place in places[:_COPIES]})
