"""What the user named → articles, and one line for each thing that could not be read."""

from __future__ import annotations

import os
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from variorum.engine.article import make_article
from variorum.engine.nouns import Article, Progress, Role
from variorum.errors import ArticleError
from variorum.reading.document import Document, Entry, Failure, Harvest, Unreadable
from variorum.reading.files import TooLarge, read_file, read_standard_input, walk
from variorum.reading.opening import Opener
from variorum.reading.options import MAX_ARCHIVE, MAX_BREAKS, MAX_DOCUMENT, ReadOptions
from variorum.reading.sources_toml import Stated
from variorum.text.patterns import lazy_pattern
from variorum.text.sanitise import clean_line

if TYPE_CHECKING:
    from variorum.reading.grouping import Grouping

_HOST = lazy_pattern(r"(?:www\.\S+|[\w.-]+\.(?:com|org|net)(?:/\S*)?|[\w.-]+\.[a-z]{2}/\S*)$", re.I)
_LONGEST = 300  # characters of a name that are said: someone may have pasted an article instead
_LINE = 120  # characters of a line that may date the article
_SCHEME = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]+://")


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What came of a list of sources, in their order.

    Attributes:
        entries: What the feeds among them list, opened or not.
        pile: The stories that the articles fall into, where that was asked.
    """

    articles: tuple[Article, ...]
    failures: tuple[Failure, ...] = ()
    entries: tuple[Entry, ...] = ()
    pile: Grouping | None = None

    def of_entries(self, chosen: Iterable[Entry]) -> tuple[Article, ...]:
        """The articles of some entries of the feeds; those that were not listed by a feed stand before them."""
        wanted = list(chosen)
        free = [a for a in self.articles if not any(e.lists(a) for e in self.entries)]
        return (*free, *(a for a in self.articles if any(e.lists(a) for e in wanted)))


class _Step(NamedTuple):
    """One thing to read: what to open, the named source it belongs to, and that it is an entry of that feed."""

    name: str
    source: str
    entry: bool = False


class _Read(NamedTuple):
    """An article without its final id, what the user named, and the name its id is made from."""

    article: Article
    source: str
    stem: str
    folder: str = ""
    local: bool = False
    """It is a whole file."""


class Reading:
    """Sources that are read one after another; what there is so far can be had at any time, from any thread.

        reading = Reading(["seeds/"])
        for done in reading: ...        # after each source; leaving the loop stops
        reading.result()

    Attributes:
        total: How many there are to read; a feed whose entries are fetched adds them.
        failures: What could not be read so far.
    """

    def __init__(self, sources: Iterable[str], options: ReadOptions | None = None) -> None:
        self.failures: list[Failure] = []
        self._options = options or ReadOptions()
        self._steps = deque(_Step(name, name) for name in _expand(sources, self.failures))
        self.total = len(self._steps)
        self._stated = Stated()
        self._found: list[_Read] = []
        self._entries: list[Entry] = []

    @property
    def done(self) -> int:
        """How many have been read, or could not be."""
        return self.total - len(self._steps)

    @property
    def now(self) -> str:
        """What is being read, as it may be shown; empty when everything has been."""
        steps = tuple(self._steps)
        return clean_line(_shown(steps[0].name)) if steps else ""

    def __iter__(self) -> Iterator[int]:
        """Read one source after another; gives how many are done."""
        with Opener(self._options) as opener:
            while self._steps:
                step = self._steps[0]
                try:
                    harvest = opener.fetch(step.name) if step.entry else _open(step.name, opener, self._options.wayback)
                except Unreadable as error:
                    self.failures.append(error.failure(_shown(step.name)))
                    self._steps.popleft()
                else:
                    self._take(step, harvest)
                yield self.done

    def going_on(self, entries: Iterable[Entry] = ()) -> Reading:
        """A reading with what there is so far, that goes on with the entries that have not been read yet.

        Another one, because whoever stopped this one need not wait for the source that it is busy with.
        """
        have = self.result().articles
        further = Reading((), self._options)
        names = [e.url for e in entries if e.url and not any(e.lists(a) for a in have)]
        further._steps.extend(_Step(name, name, entry=True) for name in names)
        further.total = len(names)
        further.failures += self.failures
        further._stated, further._found, further._entries = self._stated, [*self._found], [*self._entries]
        return further

    def _take(self, step: _Step, harvest: Harvest) -> None:
        self.failures += [_endless(d, step) for d in harvest.documents if d.breaks > MAX_BREAKS]
        harvest = harvest._replace(documents=tuple(d for d in harvest.documents if d.breaks <= MAX_BREAKS))
        self._found += _named(step, harvest, self._stated)
        self.failures += harvest.failures
        self._steps.popleft()
        if step.entry:
            return
        self._entries += harvest.entries
        have = {d.url for d in harvest.documents}  # their whole text came with the feed
        wanted = [e.url for e in harvest.entries[: self._options.entries] if e.url and e.url not in have]
        self._steps.extendleft(_Step(url, step.source, entry=True) for url in reversed(wanted))
        self.total += len(wanted)

    def result(self) -> ReadResult:
        """What has been read so far, in the order of the sources."""
        found = list(self._found)
        return ReadResult(
            tuple(
                _with_versions(
                    [replace(item.article, id=id) for id, item in zip(_ids(found), found, strict=True)], found
                )
            ),
            (*self.failures, *self._stated.failures),
            tuple(self._entries),
        )


def read(source: str | Path, *, options: ReadOptions | None = None) -> Article:
    """Read one article.

    Raises:
        ArticleError: It could not be read.
    """
    result = read_all([str(source)], options=options)
    if not result.articles:
        if result.failures:
            failure = result.failures[0]
            raise ArticleError(f"{failure.source}: {failure.reason}", failure.hint)
        raise ArticleError(f"{clean_line(str(source))}: holds no article", "name a file, a page or a folder of them")
    return result.articles[0]


def read_all(
    sources: Iterable[str], *, progress: Progress | None = None, options: ReadOptions | None = None
) -> ReadResult:
    """Read every source; one that fails does not stop the rest.

    Args:
        sources: Files, folders, addresses, feeds, `-` for standard input.
        progress: Called after each source with how many are read and how many there are.
        options: How to read.

    Raises:
        Cancelled: Out of `progress`, when it raises that.
    """
    reading = Reading(sources, options)
    if progress:
        progress("reading", 0, reading.total)
    for done in reading:
        if progress:
            progress("reading", done, reading.total)
    return reading.result()


def _endless(document: Document, step: _Step) -> Failure:
    reason = f"has {document.breaks:,} lines and full stops, more than the {MAX_BREAKS:,} of any article"
    return Failure(clean_line(document.name or step.name), reason, "cut it into parts")


def _shown(name: str) -> str:
    """A source as it may be shown: a password in an address is nobody else's business."""
    if name == "-":
        return "standard input"
    named = re.sub(r"(?<=://)[^/@\s]*@", "…@", name) if _SCHEME.match(name) else name
    return named if len(named) <= _LONGEST else f"{named[: _LONGEST // 2]}…{named[-_LONGEST // 2 :]}"


def _expand(sources: Iterable[str], failures: list[Failure]) -> Iterator[str]:
    for source in sources:
        if source == "-" or not os.path.isdir(source):
            yield source
            continue
        files, wrong = walk(Path(source))
        failures += wrong
        if not files and not wrong:
            failures.append(Failure(clean_line(source), "holds no files", "name a folder with articles in it"))
        yield from map(str, files)


def _open(name: str, opener: Opener, archive: str) -> Harvest:
    if name == "-":
        return opener.open(read_standard_input(MAX_DOCUMENT), "")
    if name.startswith("wayback:"):
        from variorum.reading.versions import from_wayback  # noqa: PLC0415 - few sources are

        return from_wayback(name, opener, archive)
    if "@" in name and not _SCHEME.match(name):
        from variorum.reading.git_history import is_revision_range  # noqa: PLC0415 - few sources are
        from variorum.reading.versions import from_git  # noqa: PLC0415

        if is_revision_range(name):
            return from_git(name, opener)
    if _SCHEME.match(name) and not os.path.exists(name):
        return opener.fetch(name)
    if not os.path.exists(name) and _HOST.match(name):
        raise Unreadable("does not exist", f"if it is an address, write https://{name}")
    path = Path(name)
    try:
        return opener.open(read_file(path, MAX_DOCUMENT), name)
    except TooLarge as error:
        if error.size is None or error.size > MAX_ARCHIVE:
            raise
        return opener.open_large(path, error)


def _named(step: _Step, harvest: Harvest, stated: Stated) -> Iterator[_Read]:
    """The articles with what a `sources.toml` beside them says, and the name each is to be known by."""
    name = step.name
    home = Path(step.source)
    local = _is_local(step.source)
    whole = local and not step.entry and len(harvest.documents) == 1 and not harvest.documents[0].version
    for document in harvest.documents:
        fields = stated.fields(home.parent, home.name, document.url or "") if local else {}
        stem = document.name or (home.stem if local and not step.entry else _address_stem(name))
        inside = document.name and local and not step.entry and not document.version
        source = f"{name}#{document.name}" if inside else name
        article = _article(document.stating(fields), stem, source)
        yield _Read(article, source, stem, home.parent.name if local else "", local=whole)


def _is_local(name: str) -> bool:
    return name != "-" and not _SCHEME.match(name) and not name.startswith("wayback:")


def _with_versions(articles: list[Article], found: list[_Read]) -> list[Article]:
    """The articles with the places of those files that are versions of one."""
    if sum(1 for item in found if item.local) < 2:
        return articles
    from variorum.reading.versions import Member, chains  # noqa: PLC0415 - one file has no versions

    places = chains(Member(Path(item.source), item.article.text) for item in found if item.local)
    return [
        replace(article, version=places[Path(item.source)]) if item.local and Path(item.source) in places else article
        for article, item in zip(articles, found, strict=True)
    ]


def _address_stem(address: str) -> str:
    """A short name for an address: its host, and the last part of its path that says anything."""
    if address == "-":
        return "standard-input"
    parts = urlsplit(address)
    words = [w for w in parts.path.split("/") if re.search("[A-Za-z]", w)]
    slug = re.sub(r"\.\w{2,5}$", "", words[-1]) if words else ""
    return f"{(parts.hostname or '').removeprefix('www.')}/{slug}".strip("/")


def _article(document: Document, id: str, source: str) -> Article:
    article = make_article(
        document.text,
        id=id,
        source=clean_line(source),
        outlet=document.outlet,
        title=document.title,
        byline=document.byline,
        published=document.published,
        language=document.language,
        known=document.known,
        cut_off=document.cut_off,
        guessed=document.guessed,
        replaced=document.replaced,
        url=document.url,
        version=document.version,
    )
    inferred = {
        field
        for field, role in (("title", Role.TITLE), ("byline", Role.BYLINE))
        if getattr(document, field) is None and getattr(article, field) and not _states(document, role)
    }
    if article.published is None and (printed := _printed_date(article)):
        article = replace(article, published=printed)
        inferred.add("published")
    return replace(article, guessed=article.guessed | inferred) if inferred else article


def _printed_date(article: Article) -> str | None:
    """The date that stands over the text, in a line of its own, a byline or a dateline."""
    for sentence in article.sentences:
        if sentence.role is Role.BODY:
            break
        line = article.text[sentence.start : sentence.end]
        if sentence.role is not Role.TITLE and len(line) < _LINE and re.search(r"(?:19|20)\d\d", line):
            from variorum.reading.dates import stated_date  # noqa: PLC0415 - few texts have a date there

            if found := stated_date(line):
                return found
    return None


def _states(document: Document, role: Role) -> bool:
    return any(r is role for _, _, r in document.known)


def _ids(found: list[_Read]) -> list[str]:
    """Stems; where two are the same, with their folders; where that is not enough, numbered."""
    stems = [_id(item.stem) for item in found]
    often = Counter(stem for stem, _ in {(s, i.folder) for s, i in zip(stems, found, strict=True)})
    wide = [_id(f"{i.folder}/{s}") if often[s] > 1 and i.folder else s for i, s in zip(found, stems, strict=True)]
    taken: set[str] = set()
    for number, id in enumerate(wide):
        unique, copy = id, 2
        while unique in taken:
            unique, copy = f"{id}-{copy}", copy + 1
        taken.add(unique)
        wide[number] = unique
    return wide


def _id(name: str) -> str:
    return clean_line(name)[:120].strip() or "article"
