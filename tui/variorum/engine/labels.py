"""What to call the articles of a story, and the places in them, where there is room for a word or two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from variorum.engine.nouns import Article, Version
from variorum.text.patterns import lazy_pattern

_FINGERPRINT = lazy_pattern(r"[-_.](?=[0-9a-f]*\d)[0-9a-f]{8,}$")
"""A hexadecimal tail that a crawler or a cache appended to a file name: it tells a reader nothing."""


def labels(articles: Iterable[Article]) -> dict[str, str]:
    """A short name for each article by id, no two alike.

    The outlet where one is known, else the id without a fingerprint at its end; versions carry their name, and where
    two would still read the same, the id stands in brackets behind.
    """
    wanted = list(articles)
    of_chain = chain_outlets(wanted)
    first = {article.id: _name(article, of_chain) for article in wanted}
    seen = Counter(first.values())
    return {id: name if seen[name] == 1 else f"{name} ({id})" if name != id else id for id, name in first.items()}


def chain_outlets(articles: Iterable[Article]) -> dict[str, str]:
    """Whose the versions of an article are, by their chain: the outlet of the first of them that states one."""
    found: dict[str, str] = {}
    for article in articles:
        if article.version and article.outlet:
            found.setdefault(article.version.chain, article.outlet)
    return found


def _name(article: Article, of_chain: Mapping[str, str]) -> str:
    if article.version:
        outlet = article.outlet or of_chain.get(article.version.chain) or chain_name(article.version)
        return f"{outlet} {article.version.name}"
    return article.outlet or _FINGERPRINT.sub("", article.id) or article.id


def chain_name(version: Version) -> str:
    """What the versions of an article are called together: the last part of its path or address, without ending."""
    last = version.chain.replace("\\", "/").rstrip("/").rpartition("/")[2]
    stem, _, ending = last.rpartition(".")
    return stem if stem and len(ending) <= 5 else last


def place_of(article: Article, sentences: Iterable[int]) -> str:
    """Where sentences stand, as people count: `5`, `3, 5`, `8–11`; the role's name where none is of the body."""
    wanted = sorted(set(sentences))
    runs: list[list[int]] = []
    for number in (article.numbers[i] for i in wanted if i in article.numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    if not runs and wanted:
        return article.sentences[wanted[0]].role.value
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
