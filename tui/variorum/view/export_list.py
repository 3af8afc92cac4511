"""The list of export formats: what each is for, the file it makes, and how that file begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from variorum.export import FORMATS
from variorum.export.write import safe_name
from variorum.view.table import Column, Line, Row, Table, View

PREVIEW_LINES = 12
"""Lines of a file that a preview shows at most."""

Previews = Mapping[tuple[int, str], str]
"""What to export (its place in the choices) and the format's name → the text of the file, or what went wrong."""


def export_view(choices: Sequence[str], name: str, previews: Previews) -> View:
    """The formats, under a filter that says what is exported.

    Args:
        choices: What can be exported, in words.
        name: What the files are called, without their ending.
        previews: Those made so far; it is looked at when a table is built.
    """

    def build(order: int, wanted: int, query: str) -> Table:
        words = query.casefold().split()
        rows = [_row(format, name, previews.get((wanted, format))) for format in FORMATS]
        rows = [row for row in rows if all(word in row.text for word in words)]
        columns = (Column("format", 14, 16), Column("what it is", 24, wish=40), Column("file", 16, 50, drop=1))
        return Table("EXPORT", columns, rows, choices[wanted], empty="no such format")

    return View("export", build, filters=tuple(choices), keys=(("Enter", "write the file"),))


def file_name(name: str, format: str) -> str:
    """The file's name in that format, safe in any folder."""
    stem = safe_name(name)[:60].strip("-._") or "untitled"
    known = FORMATS[format]
    twins = [other for other, entry in FORMATS.items() if entry.suffix == known.suffix]
    return f"{stem}{known.suffix}" if twins[0] == format else f"{stem}.{format}{known.suffix}"


def _row(format: str, name: str, preview: str | None) -> Row:
    cells: tuple[Line, ...] = (
        ((format, "strong"),),
        ((FORMATS[format].description, ""),),
        ((file_name(name, format), "quiet"),),
    )
    shown = "…" if preview is None else preview
    lines = shown.splitlines()[:PREVIEW_LINES] or [""]
    return Row(cells, detail=tuple((((" ", ""),), ((line[:400] or " ", "quiet"),)) for line in lines), key=format)
