"""W3C Web Annotations: one `AnnotationCollection` in JSON-LD, two targets or more for a pair.

Follows the Web Annotation Data Model (W3C Recommendation, 2017). What it has no words for (relation, score, who made
a link) stands under the prefix `variorum:`, so that a processor that knows only the model loses nothing of the model.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote
from uuid import UUID

from variorum.export.document import Document, Entry, Source
from variorum.export.formats.json import dumps

ANNO = "http://www.w3.org/ns/anno.jsonld"
NAMESPACE = "urn:x-variorum:ns#"
SET_PREFIX = "urn:x-variorum:id:"


def render(document: Document) -> str:
    """The collection, with all its annotations on one page."""
    return dumps(_collection(document), 3) + "\n"


def iri(id: str) -> str:
    """An id as an IRI: `urn:uuid:` for a UUID, else under a prefix of ours."""
    try:
        return f"urn:uuid:{id}" if str(UUID(id)) == id else SET_PREFIX + quote(id, safe="")
    except ValueError:
        return SET_PREFIX + quote(id, safe="")


def _collection(document: Document) -> dict[str, Any]:
    made, page = document.provenance, iri(document.id) + "#page-1"
    collection = {
        "@context": [ANNO, {"variorum": NAMESPACE}],
        "id": iri(document.id),
        "type": "AnnotationCollection",
        "label": document.title,
        "total": len(document.entries),
        "generated": made.date,
        "generator": {"id": "urn:x-variorum:program", "type": "Software", "name": f"variorum {made.version}"},
        "variorum:threshold": made.threshold,
        "variorum:sources": [_source(source) for source in document.sources],
    }
    if document.kept:
        collection["variorum:story"] = document.kept.story
    items = [_annotation(document, entry) for entry in document.entries]
    first = {"id": page, "type": "AnnotationPage", "startIndex": 0, "items": items}
    return collection | {"first": first}


def _source(source: Source) -> dict[str, Any]:
    article = source.article
    return {
        "id": source.iri,
        "type": "Text",
        "format": "text/plain",
        "language": article.language,
        "label": article.title or source.label,
        "variorum:article": article.id,
        "variorum:outlet": article.outlet,
        "variorum:sha256": source.sha256,
    }


def _annotation(document: Document, entry: Entry) -> dict[str, Any]:
    annotation: dict[str, Any] = {
        "id": iri(entry.id),
        "type": "Annotation",
        "motivation": "commenting" if entry.note else "linking" if len(entry.sides) > 1 else "highlighting",
        "created": entry.created or document.provenance.date,
    }
    if entry.modified:
        annotation["modified"] = entry.modified
    if bodies := _bodies(entry):
        annotation["body"] = bodies
    annotation["target"] = _targets(entry)
    extra = {
        "kind": entry.kind.value,
        "relation": entry.relation.value if entry.relation else None,
        "score": round(entry.score, 4) if entry.score is not None else None,
        "by": entry.by.value if entry.by else None,
        "why": list(entry.why) or None,
        "threshold": entry.threshold,
        "colour": entry.colour,
        "discrepancies": [
            {"variorum:type": d.type.value, "variorum:a": d.a, "variorum:b": d.b} for d in entry.discrepancies
        ]
        or None,
    }
    return annotation | {f"variorum:{name}": value for name, value in extra.items() if value is not None}


def _bodies(entry: Entry) -> list[dict[str, str]]:
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in entry.tags]
    if entry.note:
        note = {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": entry.note}
        bodies.insert(0, note)
    return bodies


def _targets(entry: Entry) -> list[dict[str, Any]]:
    return [
        {
            "type": "SpecificResource",
            "source": side.source.iri,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": passage.anchor.exact,
                    "prefix": passage.anchor.prefix,
                    "suffix": passage.anchor.suffix,
                },
                {"type": "TextPositionSelector", "start": passage.anchor.start, "end": passage.anchor.end},
            ],
            "variorum:article": side.source.article.id,
        }
        for side in entry.sides
        for passage in side.passages
    ]
