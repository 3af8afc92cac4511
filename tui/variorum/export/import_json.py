"""Our own JSON of a kept set, read back."""

from __future__ import annotations

from variorum.engine.nouns import Highlight, HighlightKind, HighlightSet, Maker, Relation
from variorum.export import import_values as take
from variorum.export.import_values import ImportedSource, Values


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
        take.score(values.get("score")),
        take.named_or_none(Maker, values.get("by"), "a link's maker"),
        tuple(take.discrepancy(d) for d in take.items(values.get("discrepancies"), "discrepancies")),
        take.line(values.get("colour"), "a colour") or None,
        take.tags(values.get("tags")),
        take.prose(values.get("note"), "a note"),
        take.line(values.get("created"), "a date"),
        take.line(values.get("modified"), "a date"),
    )


def _source(value: object) -> ImportedSource:
    values = take.mapping(value, "a source")
    return ImportedSource(
        take.line(values.get("article"), "a source's article", needed=True),
        take.line(values.get("label"), "a source's label") or None,
        take.line(values.get("url"), "a source's address") or None,
        take.line(values.get("sha256"), "a source's hash") or None,
    )
