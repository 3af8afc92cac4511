"""What the user named → articles, and one line for each thing that could not be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from variorum.engine.article import make_article
from variorum.engine.nouns import Article, Progress, Role
from variorum.errors import ArticleError
from variorum.reading.document import Document, Entry, Failure, Harvest, Unreadable
from variorum.reading.files import read_file, read_standard_input, walk
from variorum.reading.metadata import Stated
from variorum.reading.opening import Opener
from variorum.reading.options import MAX_DOCUMENT, ReadOptions
from variorum.text.sanitise import clean_line

_HOST = re.compile(r"(?:www\.\S+|[\w.-]+\.(?:com|org|net)(?:/\S*)?|[\w.-]+\.[a-z]{2}/\S*)$", re.I)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What came of a list of sources, in their order; `entries` are what named feeds list and nobody opened yet."""

    articles: tuple[Article, ...]
    failures: tuple[Failure, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A document, what the user named, and the name its id is made from."""

    document: Document
    source: str
    stem: str
    folder: str = ""
    local: bool = False
    """It is a whole file."""


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
        progress: Called before each source with how many are read and how many there are.
        options: How to read.

    Raises:
        Cancelled: Out of `progress`, when it raises that.
    """
    found: list[_Read] = []
    entries: list[Entry] = []
    failures: list[Failure] = []
    names = list(_expand(sources, failures))
    stated = Stated()
    options = options or ReadOptions()
    with Opener(options) as opener:
        for number, name in enumerate(names):
            if progress:
                progress("reading", number, len(names))
            try:
                harvest = opener.entries(_open(name, opener, options.wayback))
            except Unreadable as error:
                failures.append(error.failure(_without_credentials(name)))
                continue
            found += _named(name, harvest, stated)
            entries += harvest.entries
            failures += harvest.failures
    if progress:
        progress("reading", len(names), len(names))
    return ReadResult(tuple(_articles(_with_versions(found))), (*failures, *stated.failures), tuple(entries))


def _without_credentials(name: str) -> str:
    """A source as it may be shown: a password in an address is nobody else's business."""
    return re.sub(r"(?<=://)[^/@\s]*@", "…@", name) if _SCHEME.match(name) else name


def _expand(sources: Iterable[str], failures: list[Failure]) -> Iterator[str]:
    for source in sources:
        if source == "-" or not Path(source).is_dir():
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
    if _SCHEME.match(name) and not Path(name).exists():
        return opener.fetch(name)
    if _HOST.match(name) and not Path(name).exists():
        raise Unreadable("does not exist", f"if it is an address, write https://{name}")
    return opener.open(read_file(Path(name), MAX_DOCUMENT), name)


def _named(name: str, harvest: Harvest, stated: Stated) -> Iterator[_Read]:
    """The documents with what a `sources.toml` beside them says, and the name each is to be known by."""
    path = Path(name)
    local = name != "-" and not _SCHEME.match(name) and not name.startswith("wayback:")
    whole = local and len(harvest.documents) == 1 and not harvest.documents[0].version
    for document in harvest.documents:
        fields = stated.fields(path.parent, path.name, document.url or "") if local else {}
        stem = document.name or (path.stem if local else _address_stem(name))
        source = f"{name}#{document.name}" if document.name and local and not document.version else name
        yield _Read(document.stating(fields), source, stem, path.parent.name if local else "", local=whole)


def _with_versions(found: list[_Read]) -> list[_Read]:
    """The documents with the places of those files that are versions of one article."""
    if sum(1 for item in found if item.local) < 2:
        return found
    from variorum.reading.versions import Member, chains  # noqa: PLC0415 - one file has no versions

    places = chains(Member(Path(item.source), item.document.text) for item in found if item.local)
    return [
        replace(item, document=replace(item.document, version=places[Path(item.source)]))
        if item.local and Path(item.source) in places
        else item
        for item in found
    ]


def _address_stem(address: str) -> str:
    """A short name for an address: its host, and the last part of its path that says anything."""
    if address == "-":
        return "standard-input"
    parts = urlsplit(address)
    words = [w for w in parts.path.split("/") if re.search("[A-Za-z]", w)]
    slug = re.sub(r"\.\w{2,5}$", "", words[-1]) if words else ""
    return f"{(parts.hostname or '').removeprefix('www.')}/{slug}".strip("/")


def _articles(found: list[_Read]) -> Iterator[Article]:
    for id, item in zip(_ids(found), found, strict=True):
        document = item.document
        article = make_article(
            document.text,
            id=id,
            source=clean_line(item.source),
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
        yield replace(article, guessed=article.guessed | inferred)


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
