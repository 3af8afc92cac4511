"""Sentences that no score links, but what they hold does: the same quotation, or a count of the same that differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from variorum.engine.disagreeing.discrepancies import find_discrepancies
from variorum.engine.matching.competition import Pair
from variorum.engine.matching.tokens import SentenceWords, Token
from variorum.engine.nouns import Article, Discrepancy, DiscrepancyType, Quote
from variorum.engine.quoting.quote_match import SAME, match_quotes, quote_words
from variorum.engine.thresholds import THRESHOLD
from variorum.engine.words.word_lists import word_set
from variorum.text.split import split_words

DOUBTFUL = 0.1
"""The least score of a pair that is linked because both count the same and count otherwise."""
MOST_BESIDE = 6
"""Content words beside a quotation that say no more than who said it, and where."""
SMALL_WORDS = 3
"""One in so many words of a quotation, at most, may be shared by one that says something else."""
BESIDE = 3
"""Words before and after a number among which stands what it counts."""
MOST_DOUBTFUL = 50
"""Pairs of one comparison that are looked at for that, the likeliest first."""
MOST_QUOTES = 500
"""Quotations of an article up to which they are held against those of the other."""
FEWEST_WORDS = 3
"""Words from which a quotation can link two sentences."""
_FORETELLING = word_set(
    "warn warns warned forecast forecasts predict predicts predicted expect expects expected could might"
)


def said_alike(a: Article, b: Article, quotes_a: Sequence[Quote], quotes_b: Sequence[Quote]) -> list[Pair]:
    """Pairs of body sentences that quote the same words: "Nothing was done" is what "Nothing was ever done" was."""
    if max(len(quotes_a), len(quotes_b)) > MOST_QUOTES:
        return []
    sides = ((a, quotes_a), (b, quotes_b))
    places = [{n: k for k, n in enumerate(article.body)} for article, _ in sides]
    long = [
        [q for q in quotes if q.sentence in place and len(quote_words(q.text)) >= FEWEST_WORDS]
        for place, (_, quotes) in zip(places, sides, strict=True)
    ]
    return [(places[0][m.a.sentence], places[1][m.b.sentence]) for m in match_quotes(*long) if m.score >= SAME]


def said_apart(one: SentenceWords, other: SentenceWords) -> bool:
    """Whether both are a quotation and its speaker, told in common words, of quotations that have no word in common.

    One speaker says many things: "told the broadcaster" on both sides makes none of them the same. Small words may be
    shared, but few of them: "We have done what we said" is what "We have delivered what we promised" was.
    """
    if SMALL_WORDS * len(one.quoted & other.quoted) > min(len(one.quoted), len(other.quoted)):
        return False
    said, beside = [], []
    for words in (one, other):
        keys = [{key for t in words.tokens if t.content and t.quoted is q for key in _keys(t)} for q in (True, False)]
        long = sum(t.quoted for t in words.tokens) >= FEWEST_WORDS
        if not long or sum(t.content and not t.quoted for t in words.tokens) > MOST_BESIDE:
            return False
        said.append(keys[0])
        beside.append(keys[1])
    apart = said[0].isdisjoint(said[1] | beside[1]) and said[1].isdisjoint(beside[0])
    return apart and not beside[0].isdisjoint(beside[1])


def _keys(token: Token) -> tuple[str, ...]:
    return (token.stem, token.sense) if token.sense else (token.stem,)


def told_otherwise(
    a: Article,
    b: Article,
    words: tuple[Sequence[SentenceWords], Sequence[SentenceWords]],
    scores: Mapping[Pair, float],
) -> list[Pair]:
    """Pairs left over whose sentences count the same thing and disagree: "19 are dead" is what "17 died" was.

    Both sentences are in no link and each other's likeliest among such that count something of a kind, so that a
    look-alike, which has a better partner elsewhere, is none of them. Their score becomes `THRESHOLD`: the least a link
    has.
    """
    linked = [{pair[side] for pair, score in scores.items() if score >= THRESHOLD} for side in (0, 1)]
    left = [p for p, score in scores.items() if score >= DOUBTFUL and p[0] not in linked[0] and p[1] not in linked[1]]
    seen: tuple[set[int], set[int]] = (set(), set())
    found: list[Pair] = []
    looked = 0
    for i, j in sorted(left, key=lambda p: (-scores[p], p)):
        one, other = words[0][i], words[1][j]
        if one.kinds.keys().isdisjoint(other.kinds):
            continue
        best = i not in seen[0] and j not in seen[1]
        seen[0].add(i)
        seen[1].add(j)
        if best and looked < MOST_DOUBTFUL:
            looked += 1
            if _foretells(one) != _foretells(other) or _of_others(one, other):
                continue  # what was feared and what came; two firms' shares
            details = find_discrepancies(a, b, (a.body[i],), (b.body[j],))
            if any(d.type is DiscrepancyType.DATE or _count_the_same(d, (a, i, one), (b, j, other)) for d in details):
                found.append((i, j))
    return found


def _foretells(sentence: SentenceWords) -> bool:
    return not _FORETELLING.isdisjoint(sentence.plain)


def _of_others(one: SentenceWords, other: SentenceWords) -> bool:
    """Whether both name somebody or something that the other sentence does not."""
    return not (one.names <= other.names or other.names <= one.names)


def _count_the_same(detail: Discrepancy, *sides: tuple[Article, int, SentenceWords]) -> bool:
    """Whether the two numbers stand beside a word that both sentences have, besides figures and names.

    Two amounts of money alone count nothing in common, nor do three mopeds and a grandfather of five.
    """
    if detail.type is not DiscrepancyType.NUMBER:
        return False
    beside: list[dict[str, bool]] = []
    for span, (article, place, words) in zip((detail.a_span, detail.b_span), sides, strict=True):
        if span is None:
            return False
        sentence = article.sentences[article.body[place]]
        before, after = article.text[sentence.start : span[0]], article.text[span[1] : sentence.end]
        near = {*split_words(before.lower())[-BESIDE:], *split_words(after.lower())[:BESIDE]}
        beside.append({t.sense or t.stem: t.name for t in words.tokens if t.content and t.printed.lower() in near})
    one, other = beside
    return any(not (one[key] and other[key]) and not key[0].isdigit() for key in one.keys() & other.keys())
