"""Our Web Annotations, read back. Annotations of other programs are taken as far as they use the same model."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from variorum.engine.keeping.nouns import Anchor, Highlight, HighlightKind, HighlightSet
from variorum.engine.nouns import Maker, Relation
from variorum.export.formats.annotation import SET_PREFIX
from variorum.export.importing import values as take
from variorum.export.importing.values import ImportedSource, Values


def read_collection(data: Values, name: str) -> tuple[HighlightSet, tuple[ImportedSource, ...]]:
    """The set and its sources.

    Raises:
        ImportFileError: It is broken, or its annotations are not in the file.
    """
    page = take.mapping(data.get("first"), "the collection's first page")
    annotations = take.items(page.get("items"), "annotations", take.MAX_HIGHLIGHTS)
    if page.get("next"):
        take.refuse("its annotations go on in another file")
    sources = [take.mapping(s, "a source") for s in take.items(data.get("variorum:sources"), "sources")]
    kept = HighlightSet(
        id_of(data.get("id"), "the collection's id"),
        take.line(data.get("label"), "the collection's label") or name,
        take.line(data.get("variorum:story"), "the story's name"),
        tuple(_highlight(take.mapping(a, "an annotation")) for a in annotations),
    )
    return kept, tuple(map(_source, sources)) or _sources_of(kept)


def id_of(value: object, what: str) -> str:
    """The id that an IRI of ours was made from; any other IRI is its own id."""
    found = take.line(value, what, needed=True)
    if found.startswith(SET_PREFIX):
        return take.line(unquote(found.removeprefix(SET_PREFIX)), what, needed=True)
    return found.removeprefix("urn:uuid:")


def targets(value: object) -> tuple[Anchor, ...]:
    """The anchors of an annotation's target or targets."""
    anchors = []
    for item in take.items(value, "targets"):
        target: Values = {"source": item} if isinstance(item, str) else take.mapping(item, "a target")
        selectors = take.items(target.get("selector"), "selectors")
        article = target.get("variorum:article") or _source_name(target.get("source"))
        quote, position = _selector(selectors, "TextQuoteSelector"), _selector(selectors, "TextPositionSelector")
        anchors.append(take.anchor(take.line(article, "a target's source", needed=True), quote, position))
    return tuple(anchors)


def _source_name(source: object) -> object:
    return source.get("id") if isinstance(source, dict) else source


def _selector(selectors: list[Any], type: str) -> Values:
    found = (s for s in selectors if isinstance(s, dict) and s.get("type") == type)
    return next(found, {})


def _highlight(values: Values) -> Highlight:
    bodies = [take.mapping(b, "a body") for b in take.items(values.get("body"), "bodies") if not isinstance(b, str)]
    notes = [take.prose(b.get("value"), "a note") for b in bodies if b.get("purpose") != "tagging"]
    kind = values.get("variorum:kind", HighlightKind.OWN)
    return Highlight(
        id_of(values.get("id"), "an annotation's id"),
        take.named(HighlightKind, kind, "a highlight's kind"),
        targets(values.get("target")),
        take.named_or_none(Relation, values.get("variorum:relation"), "a relation"),
        take.fraction(values.get("variorum:score"), "a score"),
        take.named_or_none(Maker, values.get("variorum:by"), "a link's maker"),
        tuple(
            take.discrepancy(d, "variorum:") for d in take.items(values.get("variorum:discrepancies"), "discrepancies")
        ),
        take.line(values.get("variorum:colour"), "a colour") or None,
        take.tags([b.get("value") for b in bodies if b.get("purpose") == "tagging"]),
        "\n\n".join(note for note in notes if note),
        take.line(values.get("created"), "a date"),
        take.line(values.get("modified"), "a date"),
        take.reasons(values.get("variorum:why")),
        take.fraction(values.get("variorum:threshold"), "a threshold"),
    )


def _source(values: Values) -> ImportedSource:
    address = take.line(values.get("id"), "a source's address")
    return ImportedSource(
        take.line(values.get("variorum:article"), "a source's article", needed=True),
        take.line(values.get("label"), "a source's title") or None,
        address if address.startswith(("http://", "https://")) else None,
        take.line(values.get("variorum:sha256"), "a source's hash") or None,
    )


def _sources_of(kept: HighlightSet) -> tuple[ImportedSource, ...]:
    names = dict.fromkeys(anchor.article for highlight in kept.highlights for anchor in highlight.anchors)
    return tuple(ImportedSource(name, url=name) for name in names)
