"""A story's articles as its source list has them: by outlet, and an outlet's versions of one article in their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from variorum.engine.labels import chain_name, chain_outlets, labels
from variorum.engine.nouns import Article, Story
from variorum.view.memo import Memo

ALONE = "one article: nothing to compare it with"


class Outlet(NamedTuple):
    """An outlet and what there is of it.

    Attributes:
        name: What it is called.
        members: Places of its articles in the story; versions of one article stand in their order.
    """

    name: str
    members: tuple[int, ...]


_MEMO: Memo[tuple[Outlet, ...]] = Memo()


def uncompared(story: Story) -> str:
    """Why nothing, or not everything, can be listed of what the articles share; empty where all are compared."""
    count = len(story.articles)
    if count < 2:
        return ALONE
    return "not compared yet" if len(story.comparisons) < count * (count - 1) // 2 else ""


def outlets(story: Story) -> tuple[Outlet, ...]:
    """The outlets in the order of their first articles. Versions are one outlet's, even where only one says whose."""
    return _MEMO.get((story.articles,), lambda: outlets_of(story.articles))


def outlets_of(articles: Sequence[Article]) -> tuple[Outlet, ...]:
    """The outlets of some articles; `members` are places among these."""
    of_chain = chain_outlets(articles)
    found: dict[tuple[str, str], list[int]] = {}
    names: dict[tuple[str, str], str] = {}
    known = labels(articles)
    for place, article in enumerate(articles):
        chain = article.version.chain if article.version else ""
        outlet = article.outlet or of_chain.get(chain)
        key = ("outlet", outlet) if outlet else ("chain", chain) if chain else ("id", article.id)
        found.setdefault(key, []).append(place)
        names.setdefault(key, outlet or (chain_name(article.version) if article.version else known[article.id]))
    return tuple(Outlet(names[key], _in_order(articles, members)) for key, members in found.items())


def _in_order(articles: Sequence[Article], members: Iterable[int]) -> tuple[int, ...]:
    """Versions side by side and in their order, at the place of the first of them; everything else as it stands."""
    members = list(members)
    first: dict[str, int] = {}
    for place in members:
        version = articles[place].version
        first.setdefault(version.chain if version else f"{place}\0", place)

    def key(place: int) -> tuple[int, int]:
        version = articles[place].version
        return (first[version.chain], version.order) if version else (place, 0)

    return tuple(sorted(members, key=key))


def in_list(story: Story) -> tuple[int, ...]:
    """Places in the story of the source list's rows, from its first to its last."""
    return tuple(place for outlet in outlets(story) for place in outlet.members)


def is_newest(story: Story, place: int) -> bool:
    """The article is a version, and there is no later one."""
    return story.articles[place].version is not None and neighbour(story, place, 1) is None


def neighbour(story: Story, place: int, by: int) -> int | None:
    """The place of the version after (`by` 1) or before (-1) a version; None where there is none."""
    version = story.articles[place].version
    if version is None:
        return None
    chain = sorted((a.version.order, n) for n, a in enumerate(story.articles) if a.version and _same(a, version.chain))
    at = [n for _, n in chain].index(place) + by
    return chain[at][1] if 0 <= at < len(chain) else None


def _same(article: Article, chain: str) -> bool:
    return article.version is not None and article.version.chain == chain
