"""What was changed from one version of an article to the next: its title, its words, and where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from variorum.engine.crossing import Place, chain, crossing
from variorum.engine.excerpt import excerpt
from variorum.engine.nouns import Article, Comparison, Link, Relation, Story


class EditKind(StrEnum):
    """What was done. The words of a `MOVED` passage are the same; a moved one with other words is `CHANGED`."""

    TITLE = "title"
    BYLINE = "byline"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change between two versions.

    Attributes:
        a: Sentences of the earlier version; none of what was added, or of a title or byline.
        b: Sentences of the later version; none of what was removed, or of a title or byline.
        before: The earlier words on one line; empty for what was added.
        after: The later words on one line; empty for what was removed.
        moved: The passage also stands elsewhere.
    """

    kind: EditKind
    a: tuple[int, ...]
    b: tuple[int, ...]
    before: str
    after: str
    moved: bool = False

    @property
    def name(self) -> str:
        """What it is called, on screens and in print."""
        return "changed, moved" if self.kind is EditKind.CHANGED and self.moved else self.kind.value


@dataclass(frozen=True)
class Revision:
    """A version of an article, the next one, and every change between them.

    Attributes:
        edits: Title and byline first, the rest in the order of the later version; what was removed stands where it
            stood. Whether a sentence was added (removed) is unknown where the earlier (later) text is cut off, so that
            none is named then.
    """

    a: Article
    b: Article
    edits: tuple[Edit, ...]


def revisions(story: Story) -> tuple[Revision, ...]:
    """The steps from each version to the next, of those that have been compared; none where there are no versions."""
    found = []
    for earlier, later in _neighbours(story.articles):
        comparison = story.comparison(earlier.id, later.id)
        if comparison:
            found.append(Revision(earlier, later, tuple(_edits(comparison))))
    return tuple(found)


def _neighbours(articles: Iterable[Article]) -> Iterator[tuple[Article, Article]]:
    chains: dict[str, list[tuple[int, Article]]] = {}
    for article in articles:
        if article.version:
            chains.setdefault(article.version.chain, []).append((article.version.order, article))
    for versions in chains.values():
        ordered = [article for _, article in sorted(versions, key=lambda version: version[0])]
        yield from pairwise(ordered)


def _edits(comparison: Comparison) -> Iterator[Edit]:
    a, b = comparison.a, comparison.b
    for kind, before, after in ((EditKind.TITLE, a.title, b.title), (EditKind.BYLINE, a.byline, b.byline)):
        if before and after and before != after:
            yield Edit(kind, (), (), before, after)
    places = [_place(a, link) for link in comparison.links]
    line = chain(places)
    found = [*_linked(comparison, crossing(places, line)), *_alone(comparison)]
    ends = [places[n][0][-1] for n in line]

    def standing(edit: Edit) -> tuple[int, int]:
        if edit.b:
            return edit.b[0], 0
        before = bisect_left(ends, edit.a[0])
        return (places[line[before - 1]][1][-1], 1) if before else (-1, edit.a[0])

    yield from sorted(found, key=standing)


def _place(article: Article, link: Link) -> Place:
    """A link as something that keeps step or crosses; what is said in other words shows neither."""
    if link.relation is Relation.PARAPHRASE:
        return (), (), 0.0
    return link.a, link.b, float(sum(article.sentences[i].end - article.sentences[i].start for i in link.a))


def _linked(comparison: Comparison, elsewhere: frozenset[int]) -> Iterator[Edit]:
    """What both versions say, but otherwise or elsewhere; `elsewhere` are places in the links."""
    a, b = comparison.a, comparison.b
    same: list[Link] = []
    for n, link in enumerate(comparison.links):
        if link.relation is not Relation.IDENTICAL:
            yield Edit(EditKind.CHANGED, link.a, link.b, _words(a, link.a), _words(b, link.b), n in elsewhere)
        elif n in elsewhere:
            same.append(link)
    for one, other in _blocks(same):
        yield Edit(EditKind.MOVED, one, other, _words(a, one), _words(b, other), moved=True)


def _alone(comparison: Comparison) -> Iterator[Edit]:
    """What only one version says, as far as the other was read to its end."""
    a, b = comparison.a, comparison.b
    if not b.cut_off:
        yield from (Edit(EditKind.REMOVED, run, (), _words(a, run), "") for run in _runs(a, comparison.unique_a))
    if not a.cut_off:
        yield from (Edit(EditKind.ADDED, (), run, "", _words(b, run)) for run in _runs(b, comparison.unique_b))


def _words(article: Article, sentences: Iterable[int]) -> str:
    spans = [article.sentences[i] for i in sentences]
    return excerpt(article.text, ((s.start, s.end, article.text[s.start : s.end]) for s in spans))


def _blocks(links: Iterable[Link]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Moved passages that follow each other in both versions as one."""
    held: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    for link in sorted(links, key=lambda link: link.a):
        if held[0] and (link.a[0], link.b[0]) == (held[0][-1] + 1, held[1][-1] + 1):
            held = (held[0] + link.a, held[1] + link.b)
            continue
        if held[0]:
            yield held
        held = (link.a, link.b)
    if held[0]:
        yield held


def _runs(article: Article, sentences: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Sentences that follow each other in one paragraph, together."""
    held: list[int] = []
    for i in sentences:
        near = held and held[-1] == i - 1 and article.sentences[i].paragraph == article.sentences[i - 1].paragraph
        if held and not near:
            yield tuple(held)
            held = []
        held.append(i)
    if held:
        yield tuple(held)
