"""JSON: a comparison in the report's schema 1, a kept set with everything that brings it back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from variorum.engine.coverage import fact_label, in_several_facts
from variorum.engine.keeping.nouns import Anchor
from variorum.engine.nouns import Article, Comparison, Discrepancy, Link, Quote, SpanPair, Story
from variorum.engine.revisions import Edit, revisions
from variorum.export.document import Document, Entry


def render(document: Document) -> str:
    """One JSON document with a newline at its end."""
    return dumps(plain(document), 5 if document.story else 2) + "\n"


def dumps(value: object, levels: int) -> str:
    """JSON with a line for each value down to so many levels; what lies deeper stands on one line.

    A sentence, a link or a highlight a line reads well and compares well, and is three times as fast to write.
    """
    if levels and isinstance(value, dict) and value:
        parts = (f"{_encoded(name)}: {dumps(inner, levels - 1)}" for name, inner in value.items())
        return "{\n" + ",\n".join(parts) + "\n}"
    if levels and isinstance(value, list) and value:
        return "[\n" + ",\n".join(dumps(inner, levels - 1) for inner in value) + "\n]"
    return _encoded(value)


_encoded = json.JSONEncoder(ensure_ascii=False).encode
"""JSON on one line. `json.dumps` would make an encoder for each of some ten thousand lines."""


def render_lines(document: Document) -> str:
    """JSON Lines: one entry a line, each complete in itself."""
    made = provenance(document)
    del made["sources"]
    lines = (entry_values(entry) | {"sides": _sides(entry), "provenance": made} for entry in document.entries)
    return "".join(_encoded(line) + "\n" for line in lines)


def plain(document: Document) -> dict[str, Any]:
    """The document as plain values; `schema` is 1, and keys are only ever added."""
    if document.story:
        return story_values(document.story, document.entries) | {"provenance": provenance(document)}
    return set_values(document) | {"provenance": provenance(document)}


def story_values(story: Story, entries: Sequence[Entry]) -> dict[str, Any]:
    """The story as the plain values of schema 1; `entries` begin with its links, pair by pair."""
    found, shared = iter(entries), in_several_facts(story)
    return {
        "schema": 1,
        "articles": [article_values(a) for a in story.articles],
        "pairs": [_pair(c, found) for c in story.comparisons],
        "quotes": [_quote(q) for q in story.quotes],
        "headlines": [
            {"article": h.article, "text": h.text, "type": h.type, "where": "lede" if h.in_lede else "nowhere"}
            for h in story.headlines
        ],
        "facts": [
            {
                "sentences": {id: list(indices) for id, indices in f.sentences.items()},
                "missing": list(f.missing),
                "label": fact_label(story, f, shared),
                "partial": list(f.partial),
                "unknown": list(f.unknown),
                "disagrees": f.disagrees,
            }
            for f in story.facts
        ],
        "revisions": [
            {"a": step.a.id, "b": step.b.id, "edits": [_edit(edit) for edit in step.edits]} for step in revisions(story)
        ],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "kind": edit.kind.value,
        "moved": edit.moved,
        "a": list(edit.a),
        "b": list(edit.b),
        "before": edit.before,
        "after": edit.after,
    }


def set_values(document: Document) -> dict[str, Any]:
    """The kept set as plain values."""
    assert document.kept
    kept = document.kept
    return {
        "schema": 1,
        "set": {"id": kept.id, "name": kept.name, "story": kept.story},
        "articles": [article_values(source.article) for source in document.sources],
        "highlights": [entry_values(entry) for entry in document.entries],
    }


def entry_values(entry: Entry) -> dict[str, Any]:
    """An entry as plain values."""
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "anchors": [anchor_values(p.anchor, p.sentences) for side in entry.sides for p in side.passages],
        "relation": entry.relation.value if entry.relation else None,
        "score": round(entry.score, 4) if entry.score is not None else None,
        "by": entry.by.value if entry.by else None,
        "why": list(entry.why),
        "discrepancies": [_discrepancy(d) for d in entry.discrepancies],
        "colour": entry.colour,
        "tags": list(entry.tags),
        "note": entry.note,
        "created": entry.created,
        "modified": entry.modified,
        "threshold": entry.threshold,
    }


def _sides(entry: Entry) -> list[dict[str, Any]]:
    return [
        {
            "article": side.source.article.id,
            "label": side.source.label,
            "url": side.source.article.url,
            "sha256": side.source.sha256,
            "sentences": list(side.sentences),
            "text": side.text,
        }
        for side in entry.sides
    ]


def anchor_values(anchor: Anchor, sentences: tuple[int, ...]) -> dict[str, Any]:
    """An anchor as plain values, with the sentences that it touches."""
    return {
        "article": anchor.article,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.start,
        "end": anchor.end,
        "sentences": list(sentences),
    }


def provenance(document: Document) -> dict[str, Any]:
    """What the export rests on."""
    made = document.provenance
    return {
        "program": "variorum",
        "version": made.version,
        "threshold": made.threshold,
        "date": made.date,
        "sources": [
            {"article": s.article.id, "label": s.label, "sha256": s.sha256, "url": s.article.url}
            for s in document.sources
        ],
    }


def article_values(article: Article) -> dict[str, Any]:
    """An article as the plain values of schema 1."""
    return {
        "id": article.id,
        "source": article.source,
        "outlet": article.outlet,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "language": article.language,
        "text": article.text,
        "sentences": [
            {
                "text": article.text[s.start : s.end],
                "start": s.start,
                "end": s.end,
                "paragraph": s.paragraph,
                "role": s.role.value,
            }
            for s in article.sentences
        ],
    }


def _pair(comparison: Comparison, entries: Iterator[Entry]) -> dict[str, Any]:
    return {
        "a": comparison.a.id,
        "b": comparison.b.id,
        "links": [_link(link, next(entries).differing) for link in comparison.links],
        "unique_a": list(comparison.unique_a),
        "unique_b": list(comparison.unique_b),
        "share_a": round(comparison.share_a, 4),
        "share_b": round(comparison.share_b, 4),
    }


def _link(link: Link, spans: Sequence[SpanPair]) -> dict[str, Any]:
    return {
        "a": list(link.a),
        "b": list(link.b),
        "relation": link.relation.value,
        "score": round(link.score, 4),
        "by": link.by.value,
        "why": list(link.why),
        "spans": [{"a": list(span.a), "b": list(span.b)} for span in spans],
        "discrepancies": [_discrepancy(d) for d in link.discrepancies],
    }


def _discrepancy(discrepancy: Discrepancy) -> dict[str, str]:
    return {"type": discrepancy.type.value, "a": discrepancy.a, "b": discrepancy.b}


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "id": quote.id,
        "article": quote.article,
        "sentence": quote.sentence,
        "text": quote.text,
        "speaker": quote.speaker,
        "source": quote.source,
        "group": quote.group,
    }
