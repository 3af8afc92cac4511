"""CSV for other uses: the coverage matrix, Hypothesis' own export, and what Readwise imports.

The last two know one passage a row, so a pair becomes two rows, each of which says in words what the other side is.
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum.export.coverage import FactRow, fact_rows
from variorum.export.document import Document, Entry, Side
from variorum.export.escape import text_fragment
from variorum.export.formats.csv import table
from variorum.export.formats.words import disagreement, finding, made_by, made_with, whereabouts

HYPOTHESIS = ("Creation Date", "URL", "Group", "Annotation/Reply Type", "Quote", "User", "Body", "Tags", "Page")
READWISE = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")


def hypothesis(document: Document) -> str:
    """Rows under the headers of the Hypothesis client's CSV export."""
    return table(HYPOTHESIS, (_hypothesis(document, entry, side) for entry, side in _sides(document)))


def readwise(document: Document) -> str:
    """Rows under the headers that Readwise's CSV import knows."""
    return table(READWISE, (_readwise(document, entry, side) for entry, side in _sides(document)))


def coverage(document: Document) -> str:
    """A row a fact: its label, then for each article whether it carries it, where and in which words."""
    labels = [source.label for source in document.sources]
    header = ["fact", "label", "disagrees", "carried_by", *labels]
    header += [f"{label}: {name}" for label in labels for name in ("sentences", "text", "sha256")]
    made = document.provenance
    rests_on = [f"variorum {made.version}", f"{made.threshold:g}", made.date]
    rows = ([str(number), *_fact(row), *rests_on] for number, row in enumerate(fact_rows(document), 1))
    return table([*header, "program", "threshold", "date"], rows)


def _fact(row: FactRow) -> list[str]:
    told = [row.label, "yes" if row.disagrees else "no", str(row.carried)]
    told += [cell.name for cell in row.cells]
    return told + [part for cell in row.cells for part in (cell.place, cell.words, cell.source.sha256)]


def _sides(document: Document) -> Iterator[tuple[Entry, Side]]:
    return ((entry, side) for entry in document.entries for side in entry.sides)


def _hypothesis(document: Document, entry: Entry, side: Side) -> list[str]:
    article = side.source.article
    return [
        entry.created or document.provenance.date,
        side.source.address,
        document.title,
        "Annotation" if entry.note else "Highlight",
        side.text,
        "variorum",
        _body(document, entry, side),
        ",".join(tag.replace(",", " ") for tag in entry.tags),
        article.title or side.source.label,
    ]


def _readwise(document: Document, entry: Entry, side: Side) -> list[str]:
    article, anchor = side.source.article, side.passages[0].anchor
    date = (entry.created or document.provenance.date).replace("T", " ").removesuffix("Z")
    tags = " ".join("." + "_".join(tag.split()) for tag in entry.tags)  # Readwise reads a leading ".word" as a tag
    return [
        side.text,
        article.title or side.source.label,
        article.byline or article.outlet or "",
        text_fragment(article.url, anchor.exact, anchor.prefix, anchor.suffix),
        "\n".join(part for part in (tags, _body(document, entry, side)) if part),
        str(anchor.start),
        date,
    ]


def _body(document: Document, entry: Entry, side: Side) -> str:
    """The note, what the finding is, the other side's words, and what it all rests on."""
    others = [f"{whereabouts(other)}: “{other.text}”" for other in entry.sides if other is not side]
    told = [finding(entry), *others, *map(disagreement, entry.discrepancies)]
    why = f"why: {'; '.join(entry.why)}" if entry.why else ""
    made = [made_by(entry), why, made_with(document.provenance), f"sha256 {side.source.sha256}"]
    return "\n".join(part for part in (entry.note, " · ".join(told), " · ".join(filter(None, made))) if part)
