"""Versions of one article: from git, from a web archive, or from files whose names say so; they order themselves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from variorum.engine.nouns import Version
from variorum.reading.document import Document, Failure, Harvest, Unreadable
from variorum.reading.files import natural
from variorum.reading.opening import Opener
from variorum.text.patterns import lazy_pattern

_NAMED = lazy_pattern(
    r"(?P<base>.+?)[._-](?:v(?:er(?:sion)?)?[._-]?(?P<number>\d{1,4})"
    r"|(?P<date>\d{4}-\d\d-\d\d)(?:[T_. -]?(?P<time>\d\d[-:.]?\d\d(?:[-:.]?\d\d)?)Z?)?"
    r"|(?P<stamp>(?:19|20)\d{6}(?:\d{4}(?:\d\d)?)?))",
    re.I,
)
_ALIKE = 0.25  # share of words that neighbours in a chain must have in common: names alone could be two articles'


@dataclass(frozen=True, slots=True)
class Member:
    """A file that may be a version: its path, and its text to check that it is one."""

    path: Path
    text: str


def from_git(source: str, opener: Opener) -> Harvest:
    """The revisions that a source like `article.txt@v1..v3` names, each a document with its version.

    Raises:
        Unreadable: There are none.
    """
    from variorum.reading.git_history import read_revision, revisions  # noqa: PLC0415 - lazy: subprocess

    path, found = revisions(source)
    documents: list[Document] = []
    failures: list[Failure] = []
    for revision in found:
        name = f"{path.stem}@v{revision.number}"
        try:
            harvest = opener.open(read_revision(path, revision), path.name)
        except Unreadable as error:
            failures.append(error.failure(f"{path}@v{revision.number}"))
            continue
        version = Version(str(path), revision.number, f"v{revision.number}", revision.date)
        documents += [replace(d, name=name, version=version) for d in harvest.documents]
    return Harvest(tuple(documents), failures=tuple(failures))


def from_wayback(source: str, opener: Opener, archive: str) -> Harvest:
    """The captures of an address, each a document with its version.

    Raises:
        Unreadable: There are none.
    """
    from variorum.reading.network.wayback import captures, fetch_capture  # noqa: PLC0415 - files need no network

    address, found = captures(source, opener.fetcher, archive)
    documents: list[Document] = []
    failures: list[Failure] = []
    for order, capture in enumerate(found, 1):
        try:
            page = fetch_capture(capture, opener.fetcher, archive)
            harvest = opener.open_page(replace(page, address=capture.address))
        except Unreadable as error:
            failures.append(error.failure(f"{address} of {capture.date}"))
            continue
        version = Version(address, order, capture.date[:16].replace("T", " "), capture.date)
        documents += [
            replace(d, name=f"{d.title or address} {capture.date}", version=version) for d in harvest.documents
        ]
    return Harvest(tuple(documents), failures=tuple(failures))


def chains(members: Iterable[Member]) -> Mapping[Path, Version]:
    """The versions among some files, by name: `x.v1.txt`, `x-v2.html`, `x.2020-12-15.html`, `x_20201215.txt`.

    A file without such an ending (`x.txt`) is the newest of its chain. Neighbours that share too few words are two
    articles, not versions of one.
    """
    groups: defaultdict[tuple[Path, str], list[tuple[tuple[object, ...], str, str | None, Member]]] = defaultdict(list)
    for member in members:
        base, key, name, date = _place(member.path.name)
        groups[member.path.parent, base].append((key, name, date, member))
    found: dict[Path, Version] = {}
    for (folder, base), group in groups.items():
        if len(group) < 2:
            continue
        group.sort(key=lambda item: (item[0], natural(item[3].path.name)))
        texts = [_words(item[3].text) for item in group]
        if all(_share(a, b) >= _ALIKE for a, b in pairwise(texts)):
            for order, (_, name, date, member) in enumerate(group, 1):
                found[member.path] = Version(str(folder / base), order, name, date)
    return found


def _place(name: str) -> tuple[str, tuple[object, ...], str, str | None]:
    """A file name's chain, its place in it as a sort key, the version's name and its date."""
    stem = re.sub(r"\.[A-Za-z]\w{0,5}$", "", name)
    match = _NAMED.fullmatch(stem)
    if not match:
        return stem, (2, 0), "current", None
    if match["number"]:
        return match["base"], (1, int(match["number"])), f"v{int(match['number'])}", None
    digits = re.sub(r"\D", "", f"{match['date'] or match['stamp']}{match['time'] or ''}")
    date = f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"
    time = f"T{digits[8:10]}:{digits[10:12]}" if len(digits) >= 12 else ""
    return match["base"], (0, int(digits.ljust(14, "0"))), f"{date}{time}".replace("T", " "), f"{date}{time}"


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text.casefold()))


def _share(a: set[str], b: set[str]) -> float:
    return len(a & b) / max(1, min(len(a), len(b)))
