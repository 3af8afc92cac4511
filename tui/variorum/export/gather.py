"""A story or a kept set → the `Document` that every format renders."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from variorum.engine import digest
from variorum.engine.keeping.anchors import make_anchor
from variorum.engine.keeping.nouns import Anchor, Highlight, HighlightKind, HighlightSet
from variorum.engine.labels import labels
from variorum.engine.matching.relations import relation_of
from variorum.engine.matching.tokens import plain_words
from variorum.engine.nouns import Article, Comparison, Link, Quote, Relation, Story
from variorum.engine.quoting.marks import quoted
from variorum.engine.spans import word_spans
from variorum.errors import ExportError
from variorum.export.document import Document, Entry, Passage, Provenance, Side, Source
from variorum.text.sanitise import clean, clean_line

_NAMESPACE = "6f1c0a3e-5b0e-5d0c-9a77-0d6a1d2f7c11"
"""Under which the ids of a comparison's findings are made; any fixed UUID would do."""


def gather_story(story: Story, provenance: Provenance, *, title: str | None = None) -> Document:
    """The document of a whole comparison: every link, pair by pair, then what only one article has."""
    sources = _sources(story.articles, story)
    by_id = {source.article.id: source for source in sources}
    quotes = _quotes(story)
    entries = [_link(link, pair, by_id, quotes) for pair in story.comparisons for link in pair.links]
    linked = _linked(story)
    for source in sources if story.comparisons else ():
        alone = [i for i in source.article.body if i not in linked[source.article.id]]
        entries += [_unique(source, i) for i in alone]
    name = clean_line(title) if title else " · ".join(source.label for source in sources)
    id = _id(*(source.sha256 for source in sources), *(entry.id for entry in entries))
    return Document(id, name or "variorum", provenance, sources, tuple(entries), story=story)


def gather_set(kept: HighlightSet, articles: Iterable[Article], provenance: Provenance) -> Document:
    """The document of a kept set, in the set's order.

    Args:
        articles: Those the highlights stand in; others are left out of the document.

    Raises:
        ExportError: A highlight stands in an article that is not given.
    """
    used = {anchor.article for highlight in kept.highlights for anchor in highlight.anchors}
    here = tuple(article for article in articles if article.id in used)
    sources = _sources(here, None)
    by_id = {source.article.id: source for source in sources}
    if missing := sorted(used - by_id.keys()):
        raise ExportError(f"the set keeps something in {missing[0]}, whose text is not at hand", "open its story first")
    entries = tuple(_highlight(highlight, by_id) for highlight in kept.highlights if highlight.anchors)
    return Document(kept.id, clean_line(kept.name) or "highlights", provenance, sources, entries, kept=kept)


def _sources(articles: Sequence[Article], story: Story | None) -> tuple[Source, ...]:
    names = labels(articles)
    linked = _linked(story) if story and story.comparisons else None
    found = []
    for article in articles:
        share = None
        if linked is not None:
            share = len(linked[article.id] & set(article.body)) / len(article.body) if article.body else 0.0
        found.append(Source(article, clean_line(names[article.id]), text_hash(article), share))
    return tuple(found)


def text_hash(article: Article) -> str:
    """The SHA-256 of an article's text in UTF-8, in hexadecimal: what an export names a text by."""
    return digest.text_hash(article.text)


def _linked(story: Story) -> dict[str, set[int]]:
    linked: dict[str, set[int]] = {article.id: set() for article in story.articles}
    for pair in story.comparisons:
        linked[pair.a.id] |= pair.linked_a
        linked[pair.b.id] |= pair.linked_b
    return linked


def _quotes(story: Story) -> dict[tuple[str, int], list[Quote]]:
    """Article and sentence to the quotations in it that another article has as well."""
    found: dict[tuple[str, int], list[Quote]] = {}
    for quote in story.quotes:
        if quote.group is not None:
            found.setdefault((quote.article, quote.sentence), []).append(quote)
    return found


def _same_quote(a: Sequence[Quote], b: Sequence[Quote]) -> Relation | None:
    """How the words of the quotations that both sides of a link carry relate; None where they share none."""
    both = {quote.group for quote in a} & {quote.group for quote in b}
    said = [" ".join(quote.text for quote in side if quote.group in both) for side in (a, b)]
    return relation_of(*map(plain_words, said)) if both else None


def _kept_quote(highlight: Highlight) -> Relation | None:
    """The same of a kept quote, whose words are those in quotation marks."""
    if highlight.kind is not HighlightKind.QUOTE or highlight.relation is None:
        return None
    said: dict[str, str] = {}
    for anchor in highlight.anchors:
        words = " ".join(anchor.exact[q.start : q.end] for q in quoted(anchor.exact, 0, len(anchor.exact)))
        said[anchor.article] = f"{said.get(anchor.article, '')} {words}"
    sides = [plain_words(words) for words in said.values()]
    return relation_of(*sides) if len(sides) == 2 and all(sides) else highlight.relation


def _link(link: Link, pair: Comparison, by_id: dict[str, Source], quotes: dict[tuple[str, int], list[Quote]]) -> Entry:
    said_a = [quote for i in link.a for quote in quotes.get((pair.a.id, i), ())]
    said_b = [quote for j in link.b for quote in quotes.get((pair.b.id, j), ())]
    sides = (_side(by_id[pair.a.id], link.a), _side(by_id[pair.b.id], link.b))
    return Entry(
        _id(*(f"{side.source.sha256}:{side.sentences}" for side in sides)),
        HighlightKind.DISCREPANCY if link.discrepancies else HighlightKind.SHARED,
        sides,
        link.relation,
        link.score,
        link.by,
        link.why,
        link.discrepancies,
        word_spans(pair, link),
        quote=_same_quote(said_a, said_b),
    )


def _unique(source: Source, index: int) -> Entry:
    return Entry(_id(f"{source.sha256}:{index}"), HighlightKind.UNIQUE, (_side(source, (index,)),))


def _side(source: Source, indices: tuple[int, ...]) -> Side:
    sentences = source.article.sentences
    passages = [
        Passage(make_anchor(source.article, sentences[i].start, sentences[i].end), (i,)) for i in sorted(indices)
    ]
    return Side(source, tuple(passages))


def _highlight(highlight: Highlight, by_id: dict[str, Source]) -> Entry:
    grouped: dict[str, list[Anchor]] = {}
    for anchor in highlight.anchors:
        grouped.setdefault(anchor.article, []).append(anchor)
    sides = []
    for id, anchors in grouped.items():
        source = by_id[id]
        ordered = sorted(anchors, key=lambda anchor: (anchor.start, anchor.end))
        sides.append(Side(source, tuple(Passage(a, _touched(source.article, a)) for a in ordered)))
    return Entry(
        highlight.id,
        highlight.kind,
        tuple(sides),
        highlight.relation,
        highlight.score,
        highlight.by,
        tuple(reason for r in highlight.why if (reason := clean_line(r))),
        tuple(replace(d, a=clean_line(d.a), b=clean_line(d.b)) for d in highlight.discrepancies),
        quote=_kept_quote(highlight),
        colour=highlight.colour,
        tags=tuple(dict.fromkeys(tag for t in highlight.tags if (tag := clean_line(t)))),
        note=clean(highlight.note),
        created=highlight.created,
        modified=highlight.modified,
        threshold=highlight.threshold,
    )


def _touched(article: Article, anchor: Anchor) -> tuple[int, ...]:
    sentences = article.sentences
    first = max(0, bisect_right(sentences, anchor.start, key=lambda s: s.start) - 1)
    found = []
    for sentence in sentences[first:]:
        if sentence.start >= anchor.end:
            break
        if sentence.end > anchor.start:
            found.append(sentence.index)
    return tuple(found)


def _id(*parts: str) -> str:
    return digest.named_id(_NAMESPACE, *parts)
