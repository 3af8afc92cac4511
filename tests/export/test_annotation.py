"""Web Annotations read back by a JSON-LD processor."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pyld import jsonld
from tests.export.conftest import NOW

from variorum.engine.keeping.nouns import HighlightSet
from variorum.engine.nouns import Article, Story
from variorum.export import render_set, render_story
from variorum.export.formats.annotation import ANNO, iri

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
VARIORUM = "urn:x-variorum:ns#"

# The terms of the model that our exports use, written for this test: what any processor makes of them.
CONTEXT: dict[str, Any] = {
    "oa": OA,
    "as": AS,
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextualBody": "oa:TextualBody",
    "Text": "dcterms:Text",
    "Software": "as:Application",
    "label": "rdfs:label",
    "name": "as:name",
    "total": {"@id": "as:totalItems", "@type": "xsd:nonNegativeInteger"},
    "first": {"@id": "as:first", "@type": "@id"},
    "startIndex": {"@id": "as:startIndex", "@type": "xsd:nonNegativeInteger"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "commenting": "oa:commenting",
    "highlighting": "oa:highlighting",
    "linking": "oa:linking",
    "tagging": "oa:tagging",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "dc:format",
    "language": "dc:language",
    "created": {"@id": "dcterms:created", "@type": "xsd:dateTime"},
    "modified": {"@id": "dcterms:modified", "@type": "xsd:dateTime"},
    "generated": {"@id": "dcterms:issued", "@type": "xsd:dateTime"},
    "generator": {"@id": "as:generator", "@type": "@id"},
}


def _load(url: str, options: object) -> dict[str, Any]:
    assert url == ANNO, "a document must not fetch anything else"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}


def expand(text: str) -> dict[str, Any]:
    """The collection as a processor sees it: full IRIs, nothing that it had to drop."""
    (collection,) = jsonld.expand(json.loads(text), {"documentLoader": _load})
    assert isinstance(collection, dict)
    return collection


def items_of(collection: dict[str, Any]) -> list[dict[str, Any]]:
    """The annotations of the only page."""
    (page,) = collection[AS + "first"]
    (items,) = page[AS + "items"]
    found = items["@list"]
    assert isinstance(found, list)
    return found


def test_a_pair_has_two_targets(kept: HighlightSet, harbour: Article, quay: Article) -> None:
    collection = expand(render_set(kept, [harbour, quay], "annotation", now=NOW))
    assert collection["@type"] == [AS + "OrderedCollection"]
    assert collection[AS + "totalItems"][0]["@value"] == 2
    pair, span = items_of(collection)
    assert pair["@id"] == f"urn:uuid:{kept.highlights[0].id}"
    assert [len(a[OA + "hasTarget"]) for a in (pair, span)] == [2, 1]
    articles = {harbour.url: harbour, None: quay}
    for target in pair[OA + "hasTarget"]:
        iri = target[OA + "hasSource"][0]["@id"]
        article = articles[iri if iri.startswith("https:") else None]
        selectors = {s["@type"][0].removeprefix(OA): s for s in target[OA + "hasSelector"]}
        position = selectors["TextPositionSelector"]
        start, end = (position[OA + name][0]["@value"] for name in ("start", "end"))
        assert article.text[start:end] == selectors["TextQuoteSelector"][OA + "exact"][0]["@value"]
    bodies = {b[OA + "hasPurpose"][0]["@id"].removeprefix(OA) for b in pair[OA + "hasBody"]}
    assert bodies == {"commenting", "tagging"}
    assert pair[OA + "motivatedBy"][0]["@id"] == OA + "commenting"


def test_says_what_it_rests_on(story: Story) -> None:
    collection = expand(render_story(story, "annotation", now=NOW))
    assert collection[VARIORUM + "threshold"][0]["@value"] == 0.5
    assert collection["http://purl.org/dc/terms/issued"][0]["@value"] == NOW
    assert len(collection[VARIORUM + "sources"]) == 2
    makers = [a[VARIORUM + "by"][0]["@value"] for a in items_of(collection) if VARIORUM + "by" in a]
    assert makers == ["engine", "engine", "reader"]


def test_sources_without_an_address_are_named_by_their_hash(story: Story) -> None:
    found = json.loads(render_story(story, "annotation", now=NOW))
    address, name = (s["id"] for s in found["variorum:sources"])
    assert address == story.articles[0].url
    assert name.startswith("ni:///sha-256;")
    assert len(name) == len("ni:///sha-256;") + 43


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("7c1d1f8e-1111-4222-8333-444455556666", "urn:uuid:7c1d1f8e-1111-4222-8333-444455556666"),
        ("not a uuid", "urn:x-variorum:id:not%20a%20uuid"),
        ("7C1D1F8E-1111-4222-8333-444455556666", "urn:x-variorum:id:7C1D1F8E-1111-4222-8333-444455556666"),
    ],
)
def test_ids_are_iris(id: str, expected: str) -> None:
    assert iri(id) == expected
