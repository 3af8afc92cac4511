"""A pile of articles → stories: which of them are about one event, told by the rare words and quotes they share.

Words are weighed by how few articles of the pile have them; what half of the pile says joins nothing. Two articles are
compared only if an index of their weightiest features brings them together, and stories grow by average likeness, so
that a chain of articles each a little like the next does not become one story.
"""

from __future__ import annotations

import heapq
import math
import re
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.engine.nouns import Article, Progress
from variorum.errors import UsageError
from variorum.text.patterns import lazy_pattern
from variorum.text.sanitise import clean_line
from variorum.text.searching import saying

_WORD = lazy_pattern(r"[^\W\d_]{3,}(?:['’][^\W\d_]+)?|\d[\d.,]*\d|\d{2,}")
_QUOTED = lazy_pattern(r"[“\"„«]([^“”\"„«»\n]{20,400})[”\"“»]")
_LEADING = 4_000  # characters that are looked at: what an article is about stands in its first paragraphs
_PROBES = 40  # features of an article, the weightiest, by which others are found to compare it with
_MET = 3  # how often they must have been met before they are compared
_OFTEN = 50  # articles after which it is said how far this is, and may be stopped
_COMMON = 0.15  # share of the pile from which on a feature counts for nothing
_NAME_WEIGHT = 3.0  # names and figures tell events of one kind apart; the other words are the kind
_FEW_SHARE = 8  # … but a feature that no more than so many have always counts
_QUOTE_WEIGHT = 2.5
_ALIKE = 0.24
_FAR_DAYS = 10
_FAR = 0.6
_QUOTE_WORDS = 5


@dataclass(frozen=True)
class StoryGroup:
    """Articles on one event, in the order of the pile, and the words that name it best."""

    name: str
    articles: tuple[Article, ...]


@dataclass(frozen=True)
class Grouping:
    """A pile sorted: the stories, the largest first, and the articles that stand alone."""

    stories: tuple[StoryGroup, ...]
    singletons: tuple[Article, ...]


def group_into_stories(articles: Sequence[Article], *, progress: Progress | None = None) -> Grouping:
    """Sort a pile of articles into stories.

    Raises:
        Cancelled: Out of `progress`, when it raises that.
    """
    features: list[dict[str, float]] = []
    for number, article in enumerate(articles):
        if progress and number % _OFTEN == 0:
            progress("looking through", number, len(articles))
        features.append(_features(article))
    vectors = _weighted(features)
    likeness = _likeness(vectors, articles, progress)
    clusters = _clusters(len(articles), likeness)
    stories = [
        StoryGroup(_name([vectors[i] for i in members], articles[members[0]]), tuple(articles[i] for i in members))
        for members in clusters
        if len(members) > 1
    ]
    if progress:
        progress("grouping", len(articles), len(articles))
    alone = tuple(articles[members[0]] for members in clusters if len(members) == 1)
    return Grouping(tuple(sorted(stories, key=lambda s: -len(s.articles))), alone)


def _features(article: Article) -> dict[str, float]:
    """An article's features and what each is worth before it is known how rare it is."""
    text = unicodedata.normalize("NFKC", f"{article.title or ''}\n{_body_text(article)}").replace("\u00ad", "")
    found: dict[str, float] = {}
    after_end = True
    place = 0
    for match in _WORD.finditer(text):
        word = match[0]
        after_end = bool(re.search(r"[.!?:\n“\"]\s*$", text[place : match.start()])) or place == 0
        place = match.end()
        name = word[0].isupper() and not after_end
        key = _stem(word.casefold())
        found[key] = max(found.get(key, 0.0), _NAME_WEIGHT if name or word[0].isdigit() else 1.0)
    for quote in _QUOTED.finditer(text):
        words = re.findall(r"\w+", quote[1].casefold())
        for start in range(len(words) - _QUOTE_WORDS + 1):
            found[" ".join(words[start : start + _QUOTE_WORDS])] = _QUOTE_WEIGHT / 2
    return found


def _body_text(article: Article) -> str:
    if not article.body:
        return article.text[:_LEADING]
    parts: list[str] = []
    size = 0
    for index in article.body:
        parts.append(article.sentence_text(index))
        size += len(parts[-1])
        if size > _LEADING:
            break
    return "\n".join(parts)


def _stem(word: str) -> str:
    """A word without the endings that differ between tellings; crude, but the same for both."""
    word = re.sub(r"['’]s?$", "", word)
    return word[:7] if len(word) > 8 else re.sub(r"(?:s|es|ed|ing|en|er)$", "", word) if len(word) > 5 else word


def _weighted(features: list[dict[str, float]]) -> list[dict[str, float]]:
    """Unit vectors: each feature worth by how rare it is in the pile, those of one article or of most left out."""
    often = Counter(key for found in features for key in found)
    most = max(_FEW_SHARE, _COMMON * len(features))
    vectors: list[dict[str, float]] = []
    for found in features:
        weights = {
            key: worth * math.log(1 + len(features) / often[key]) ** 1.5
            for key, worth in found.items()
            if 1 < often[key] <= most
        }
        # Words that only this article has make it unlike all others, but a long one is no less about its event.
        alone = sum(1 for key in found if often[key] == 1 and " " not in key)
        norm = math.sqrt(sum(w * w for w in weights.values()) + 4 * alone) or 1.0
        vectors.append({key: w / norm for key, w in weights.items()})
    return vectors


def _likeness(
    vectors: list[dict[str, float]], articles: Sequence[Article], progress: Progress | None
) -> dict[tuple[int, int], float]:
    """The cosine of every two articles that share weighty features, less where they were published far apart.

    One article after the other meets those behind it, so that only pairs that are alike are held: of five thousand
    articles there are twelve million.
    """
    having: defaultdict[str, list[int]] = defaultdict(list)
    probing: defaultdict[str, list[int]] = defaultdict(list)
    probes = [heapq.nlargest(_PROBES, vector, key=lambda key: (vector[key], key)) for vector in vectors]
    for number, (vector, weighty) in enumerate(zip(vectors, probes, strict=True)):
        for key in vector:
            having[key].append(number)
        for key in weighty:
            probing[key].append(number)
    days = [_day(article.published) for article in articles]
    found: dict[tuple[int, int], float] = {}
    for a, vector in enumerate(vectors):
        if progress and a % _OFTEN == 0:
            progress("grouping", a, len(articles))
        met: Counter[int] = Counter()
        for index, keys in ((having, probes[a]), (probing, vector)):
            for key in keys:
                others = index[key]
                met.update(others[bisect_right(others, a) :])
        for b, shared in met.items():
            if shared < _MET:
                continue
            small, large = sorted((vector, vectors[b]), key=len)
            cosine = sum(w * large.get(key, 0.0) for key, w in small.items())
            one, other = days[a], days[b]
            if one is not None and other is not None and abs(one - other) > _FAR_DAYS:
                cosine *= _FAR
            if cosine > _ALIKE / 4:
                found[a, b] = cosine
    return found


def _clusters(count: int, likeness: dict[tuple[int, int], float]) -> list[list[int]]:
    """Average-linkage clusters, the likest two joined first, as long as they are alike enough on average."""
    members: dict[int, list[int]] = {i: [i] for i in range(count)}
    between: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), value in likeness.items():
        between[a][b] = between[b][a] = value
    heap: list[tuple[float, int, int]] = [(-value, a, b) for (a, b), value in likeness.items() if value >= _ALIKE]
    heapq.heapify(heap)
    while heap:
        value, a, b = heapq.heappop(heap)
        if a not in members or b not in members:
            continue
        mean = between[a].get(b, 0.0) / (len(members[a]) * len(members[b]))
        if abs(mean + value) > 1e-12:  # the entry is older than one of its clusters
            continue
        kept, gone = (a, b) if len(members[a]) >= len(members[b]) else (b, a)
        members[kept] += members.pop(gone)
        for other, total in between.pop(gone).items():
            between[other].pop(gone, None)
            if other != kept:
                between[kept][other] = between[other][kept] = between[kept].get(other, 0.0) + total
        for other, total in between[kept].items():
            mean = total / (len(members[kept]) * len(members[other]))
            if mean >= _ALIKE:
                heapq.heappush(heap, (-mean, min(kept, other), max(kept, other)))
    return sorted((sorted(group) for group in members.values()), key=lambda group: group[0])


def _name(vectors: list[dict[str, float]], first: Article) -> str:
    """A story's name: the title of an article, or the words that weigh most in all of it."""
    if first.title:
        return clean_line(first.title)[:80]
    total: Counter[str] = Counter()
    for vector in vectors:
        total.update({k: int(w * 1000) for k, w in vector.items() if " " not in k and k.isalpha()})
    return " · ".join(key for key, _ in total.most_common(4))


def _day(published: str | None) -> int | None:
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", published or "")
    return int(match[1]) * 372 + int(match[2]) * 31 + int(match[3]) if match else None


def named_story(pile: Grouping, wanted: str) -> tuple[Article, ...]:
    """The story of a pile that a number (from 1, as listed) or words of its name or titles stand for.

    Raises:
        UsageError: There is none, or there are several.
    """
    if wanted.isdecimal():
        return _numbered(pile, int(wanted))
    stories = saying(wanted, pile.stories, lambda s: s.name) or saying(wanted, pile.stories, _titles)
    alone = saying(wanted, pile.singletons, _title)
    found = [(s.name, s.articles) for s in stories] + [(_title(a), (a,)) for a in alone]
    if not found or not wanted.strip():
        raise UsageError(f"--story {wanted}: no story has these words", "name a number, or words of a title")
    if len(found) > 1:
        names = clean_line("; ".join(name for name, _ in found))[:200]
        raise UsageError(f"--story {wanted}: several have these words: {names}", "give more of the words")
    return found[0][1]


def _numbered(pile: Grouping, number: int) -> tuple[Article, ...]:
    count = len(pile.stories)
    if 1 <= number <= count:
        return pile.stories[number - 1].articles
    if not count:
        raise UsageError(f"--story {number}: no two of the articles are on one event", "leave out --story")
    there = "is one story" if count == 1 else f"are {count} stories"
    raise UsageError(f"--story {number}: there {there}", "give a number, words of a name, or all")


def _title(article: Article) -> str:
    return article.title or article.id


def _titles(story: StoryGroup) -> str:
    return " ".join((story.name, *map(_title, story.articles)))
