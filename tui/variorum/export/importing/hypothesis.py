"""The JSON of Hypothesis: its search API's `rows`, its client's export file, or a bare list of annotations."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.engine.keeping.nouns import Anchor, Highlight, HighlightKind, HighlightSet
from variorum.export.importing import values as take
from variorum.export.importing.annotation import targets
from variorum.export.importing.values import ImportedSource, Values


def read_hypothesis(rows: Sequence[object], id: str, name: str) -> tuple[HighlightSet, tuple[ImportedSource, ...]]:
    """The annotations as one set; anchors name their article by its address.

    A page note has no passage: it is kept with an empty anchor at the article's start, never dropped.

    Raises:
        ImportFileError: It is broken.
    """
    if len(rows) > take.MAX_HIGHLIGHTS:
        take.refuse(f"more than {take.MAX_HIGHLIGHTS} highlights", "export a smaller group")
    sources: dict[str, ImportedSource] = {}
    highlights = []
    for row in rows:
        values = take.mapping(row, "an annotation")
        url = take.line(values.get("uri"), "an annotation's address", needed=True)
        if url not in sources:
            sources[url] = ImportedSource(url, _title(values), url)
        highlights.append(_highlight(values, url))
    return HighlightSet(id, name, "", tuple(highlights)), tuple(sources.values())


def _highlight(values: Values, url: str) -> Highlight:
    found = [target for target in take.items(values.get("target"), "targets") if isinstance(target, dict)]
    anchors = targets([target | {"source": target.get("source") or url} for target in found if target.get("selector")])
    return Highlight(
        take.line(values.get("id"), "an annotation's id", needed=True),
        HighlightKind.OWN,
        anchors or (Anchor(url, "", "", "", 0, 0),),
        tags=take.tags(values.get("tags")),
        note=take.prose(values.get("text"), "a note"),
        created=take.line(values.get("created"), "a date"),
        modified=take.line(values.get("updated"), "a date"),
    )


def _title(values: Values) -> str | None:
    document = values.get("document")
    titles = document.get("title") if isinstance(document, dict) else None
    first = titles[0] if isinstance(titles, list) and titles else titles
    return take.line(first, "a title") or None if isinstance(first, str) else None
