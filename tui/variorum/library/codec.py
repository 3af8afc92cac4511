"""Nouns ↔ plain JSON values, as the library keeps them in its log and its smaller columns."""

from __future__ import annotations

import json
from typing import Any

from variorum.engine.keeping.nouns import Anchor, Correction, Highlight, HighlightKind
from variorum.engine.nouns import Article, Discrepancy, DiscrepancyType, Maker, Relation, Role, Sentence, Span, Version
from variorum.text.sanitise import clean

Json = Any
"""What `json` reads and writes."""


def dumps(value: Json) -> str:
    """JSON on one line, the same text for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def loads(text: str) -> Json:
    """The value of a JSON text that the library wrote; escapes in it, of which it writes none, pass through `clean`."""
    value = json.loads(text)
    return _cleaned(value) if "\\u" in text else value


def _cleaned(value: Json) -> Json:
    match value:
        case str():
            return clean(value)
        case list():
            return [_cleaned(part) for part in value]
        case dict():
            return {clean(name): _cleaned(part) for name, part in value.items()}
        case _:
            return value


def anchor_json(anchor: Anchor) -> list[Json]:
    """An anchor as a list."""
    return [anchor.article, anchor.exact, anchor.prefix, anchor.suffix, anchor.start, anchor.end]


def anchor_of(value: list[Json]) -> Anchor:
    """The anchor of `anchor_json`."""
    return Anchor(*value)


def discrepancies_json(discrepancies: tuple[Discrepancy, ...]) -> list[Json]:
    """Discrepancies as lists."""
    return [[d.type.value, d.a, d.b, d.a_span, d.b_span] for d in discrepancies]


def discrepancies_of(values: list[Json]) -> tuple[Discrepancy, ...]:
    """The discrepancies of `discrepancies_json`."""
    return tuple(Discrepancy(DiscrepancyType(t), a, b, _span(x), _span(y)) for t, a, b, x, y in values)


def highlight_json(highlight: Highlight) -> dict[str, Json]:
    """A highlight as plain values."""
    return {
        "id": highlight.id,
        "kind": highlight.kind.value,
        "anchors": [anchor_json(a) for a in highlight.anchors],
        "relation": highlight.relation.value if highlight.relation else None,
        "score": highlight.score,
        "by": highlight.by.value if highlight.by else None,
        "discrepancies": discrepancies_json(highlight.discrepancies),
        "colour": highlight.colour,
        "tags": list(highlight.tags),
        "note": highlight.note,
        "created": highlight.created,
        "modified": highlight.modified,
        "why": list(highlight.why),
        "threshold": highlight.threshold,
    }


def highlight_of(value: dict[str, Json]) -> Highlight:
    """The highlight of `highlight_json`."""
    return Highlight(
        value["id"],
        HighlightKind(value["kind"]),
        tuple(anchor_of(a) for a in value["anchors"]),
        Relation(value["relation"]) if value["relation"] else None,
        value["score"],
        Maker(value["by"]) if value["by"] else None,
        discrepancies_of(value["discrepancies"]),
        value["colour"],
        tuple(value["tags"]),
        value["note"],
        value["created"],
        value["modified"],
        tuple(value.get("why", ())),  # steps logged before version 2 have neither
        value.get("threshold"),
    )


def correction_json(correction: Correction) -> dict[str, Json]:
    """A correction as plain values; only one that has a value has an entry for it, so that older ones read the same."""
    plain: dict[str, Json] = {
        "article": correction.article,
        "kind": correction.kind,
        "start": correction.start,
        "end": correction.end,
        "role": correction.role.value if correction.role else None,
        "anchor": anchor_json(correction.anchor) if correction.anchor else None,
    }
    return plain | {"value": correction.value} if correction.value else plain


def correction_of(value: dict[str, Json]) -> Correction:
    """The correction of `correction_json`."""
    return Correction(
        value["article"],
        value["kind"],
        value["start"],
        value["end"],
        Role(value["role"]) if value["role"] else None,
        anchor_of(value["anchor"]) if value["anchor"] else None,
        value.get("value", ""),
    )


def article_meta(article: Article) -> dict[str, Json]:
    """What is stated about an article, without its text and sentences."""
    version = article.version
    return {
        "outlet": article.outlet,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "language": article.language,
        "cut_off": article.cut_off,
        "guessed": sorted(article.guessed),
        "replaced": article.replaced,
        "url": article.url,
        "version": [version.chain, version.order, version.name, version.date] if version else None,
    }


def sentences_json(article: Article) -> list[Json]:
    """The sentences as lists of start, end, paragraph and role."""
    return [[s.start, s.end, s.paragraph, s.role.value] for s in article.sentences]


def article_of(id: str, source: str, text: str, meta: dict[str, Json], sentences: list[Json]) -> Article:
    """The article of `article_meta` and `sentences_json`."""
    known = dict(meta)
    known["guessed"] = frozenset(known["guessed"])
    known["version"] = Version(*known["version"]) if known["version"] else None
    spans = tuple(Sentence(n, a, b, paragraph, Role(role)) for n, (a, b, paragraph, role) in enumerate(sentences))
    return Article(id, source, text, spans, **known)


def _span(value: list[int] | None) -> Span | None:
    return (value[0], value[1]) if value else None
