"""CSV (RFC 4180): one row a finding, with nothing in it that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from variorum.export.document import Document, Entry, Side
from variorum.export.formats.words import disagreement, finding

HEADER = (
    "id",
    "kind",
    "finding",
    "relation",
    "score",
    "made_by",
    "why",
    "discrepancies",
    "tags",
    "note",
    *(f"{side}_{name}" for side in "ab" for name in ("article", "sentences", "text", "start", "end", "url", "sha256")),
    "created",
    "modified",
    "program",
    "threshold",
    "date",
)

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def render(document: Document) -> str:
    """A table with a header and one row an entry; lines end in CR LF, as the RFC has it."""
    return table(HEADER, (_row(document, entry) for entry in document.entries))


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV, every cell made inert."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return out.getvalue()


def inert(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula.

    Blanks, wide forms of the signs and tabs before them do not hide one. Plain numbers stay numbers.
    """
    if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return "'" + cell
    return cell


def _row(document: Document, entry: Entry) -> list[str]:
    made = document.provenance
    sides = [*map(_side, entry.sides), _NO_SIDE, _NO_SIDE][:2]
    return [
        entry.id,
        entry.kind.value,
        finding(entry),
        entry.relation.value if entry.relation else "",
        f"{entry.score:.4g}" if entry.score is not None else "",
        entry.by.value if entry.by else "",
        "; ".join(entry.why),
        "; ".join(map(disagreement, entry.discrepancies)),
        ", ".join(entry.tags),
        entry.note,
        *sides[0],
        *sides[1],
        entry.created,
        entry.modified,
        f"variorum {made.version}",
        f"{made.threshold if entry.threshold is None else entry.threshold:g}",
        made.date,
    ]


_NO_SIDE = [""] * 7


def _side(side: Side) -> list[str]:
    first, last = side.passages[0].anchor, side.passages[-1].anchor
    article = side.source.article
    return [
        side.source.label,
        side.place,
        side.text,
        str(first.start),
        str(last.end),
        article.url or "",
        side.source.sha256,
    ]
