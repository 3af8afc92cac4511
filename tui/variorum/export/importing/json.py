"""Our own JSON of a kept set, read back."""

from __future__ import annotations

from itertools import pairwise

from variorum.engine.keeping.nouns import Highlight, HighlightKind, HighlightSet
from variorum.engine.nouns import Article, Maker, Relation, Role, Sentence
from variorum.export.importing import values as take
from variorum.export.importing.values import ImportedSource, Values


def read_set(data: Values) -> tuple[HighlightSet, tuple[ImportedSource, ...]]:
    """The set and its sources.

    Raises:
        ImportFileError: It is broken, or from a schema that is not known.
    """
    if data.get("schema") != 1:
        take.refuse("its schema is not 1", "it was written by a newer variorum")
    about = take.mapping(data["set"], "the set")
    highlights = tuple(_highlight(h) for h in take.items(data["highlights"], "highlights", take.MAX_HIGHLIGHTS))
    kept = HighlightSet(
        take.line(about.get("id"), "the set's id", needed=True),
        take.line(about.get("name"), "the set's name"),
        take.line(about.get("story"), "the story's name"),
        highlights,
    )
    made = take.mapping(data.get("provenance", {}), "the provenance")
    return kept, tuple(_source(s) for s in take.items(made.get("sources"), "sources"))


def read_articles(data: Values) -> tuple[Article, ...]:
    """The articles with their texts, as a set brings them along.

    Raises:
        ImportFileError: One is broken.
    """
    made = take.mapping(data.get("provenance", {}), "the provenance")
    urls = {source.article: source.url for source in map(_source, take.items(made.get("sources"), "sources"))}
    articles = tuple(_article(value, urls) for value in take.items(data.get("articles"), "articles"))
    if len({article.id for article in articles}) < len(articles):
        take.refuse("two articles have the same id")
    return articles


def _article(value: object, urls: dict[str, str | None]) -> Article:
    values = take.mapping(value, "an article")
    id = take.line(values.get("id"), "an article's id", needed=True)
    outlet, title, byline, published = (take.line(values.get(n), f"an article's {n}") or None for n in _TOLD)
    language = take.line(values.get("language"), "an article's language") or "en"
    text = take.prose(values.get("text"), "an article's text", take.MAX_ARTICLE)
    sentences = take.items(values.get("sentences"), "sentences", take.MAX_HIGHLIGHTS)
    found = tuple(_sentence(n, sentence) for n, sentence in enumerate(sentences))
    if any(s.end <= s.start or s.end > len(text) for s in found) or any(b.start < a.end for a, b in pairwise(found)):
        take.refuse(f"the sentences of {id} do not fit its text")
    source = take.line(values.get("source"), "an article's source") or id
    return Article(id, source, text, found, outlet, title, byline, published, language, url=urls.get(id))


_TOLD = ("outlet", "title", "byline", "published")


def _sentence(index: int, value: object) -> Sentence:
    values = take.mapping(value, "a sentence")
    start, end, paragraph = (take.offset(values.get(name), f"a sentence's {name}") for name in _PLACE)
    return Sentence(index, start, end, paragraph, take.named(Role, values.get("role"), "a sentence's role"))


_PLACE = ("start", "end", "paragraph")


def _highlight(value: object) -> Highlight:
    values = take.mapping(value, "a highlight")
    anchors = []
    for item in take.items(values.get("anchors"), "anchors"):
        place = take.mapping(item, "an anchor")
        anchors.append(take.anchor(take.line(place.get("article"), "an anchor's article", needed=True), place, place))
    return Highlight(
        take.line(values.get("id"), "a highlight's id", needed=True),
        take.named(HighlightKind, values.get("kind"), "a highlight's kind"),
        tuple(anchors),
        take.named_or_none(Relation, values.get("relation"), "a relation"),
        take.fraction(values.get("score"), "a score"),
        take.named_or_none(Maker, values.get("by"), "a link's maker"),
        tuple(take.discrepancy(d) for d in take.items(values.get("discrepancies"), "discrepancies")),
        take.line(values.get("colour"), "a colour") or None,
        take.tags(values.get("tags")),
        take.prose(values.get("note"), "a note"),
        take.line(values.get("created"), "a date"),
        take.line(values.get("modified"), "a date"),
        take.reasons(values.get("why")),
        take.fraction(values.get("threshold"), "a threshold"),
    )


def _source(value: object) -> ImportedSource:
    values = take.mapping(value, "a source")
    return ImportedSource(
        take.line(values.get("article"), "a source's article", needed=True),
        take.line(values.get("label"), "a source's label") or None,
        take.line(values.get("url"), "a source's address") or None,
        take.line(values.get("sha256"), "a source's hash") or None,
    )
