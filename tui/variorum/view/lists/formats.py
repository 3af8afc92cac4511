"""The list of export formats: what each is for, the file it makes, and how that file begins."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path

from variorum.export import FORMATS
from variorum.export.write import safe_name
from variorum.text.counting import counted
from variorum.text.sanitise import clean_line
from variorum.text.searching import saying
from variorum.view.lists.columns import Column
from variorum.view.lists.table import Line, Row, Table, View

PREVIEW_LINES = 12
"""Lines of a file that a preview shows at most."""

Previews = Mapping[tuple[int, str], str]
"""What to export (its place in the choices) and the format's name → the text of the file, or what went wrong."""


def export_view(choices: Sequence[str], target: Callable[[int, str], Path], previews: Previews) -> View:
    """The formats, under a filter that says what is exported.

    Args:
        choices: What can be exported, in words.
        target: The file for a choice (its place in `choices`) and a format.
        previews: Those made so far; it is looked at when a table is built.
    """

    def build(order: int, wanted: int, query: str) -> Table:
        rows = [_row(format, target(wanted, format), previews.get((wanted, format))) for format in FORMATS]
        rows = saying(query, rows, lambda row: row.text)
        columns = (Column("format", 14, 16), Column("what it is", 44, rows=2), Column("file", 20, 90, drop=1))
        return Table("EXPORT", columns, rows, choices[wanted], empty="no such format")

    return View("export", build, filters=tuple(choices), keys=(("list-enter", "write"), ("export-name", "name it")))


def file_name(name: str, format: str) -> str:
    """The file's name in that format, safe in any folder."""
    stem = safe_name(name)[:60].strip("-._") or "untitled"
    known = FORMATS[format]
    twins = [other for other, entry in FORMATS.items() if entry.suffix == known.suffix]
    return f"{stem}{known.suffix}" if twins[0] == format else f"{stem}.{format}{known.suffix}"


def free_name(path: Path) -> Path:
    """The path, or where it is taken the first with a number behind its name that is not."""
    numbered = (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in count(2))
    return path if not os.path.lexists(path) else next(p for p in numbered if not os.path.lexists(p))


def named(typed: str, usual: Path, format: str) -> Path:
    """The file that a reader means by what was typed; the format's ending is added where there is none.

    Args:
        typed: A path; what is none from the root or the home folder on is one from the usual file's folder on.
        usual: The file that was offered; its name is taken where only a folder was typed.
        format: What is written.
    """
    try:
        path = usual.parent / Path(typed).expanduser()
    except RuntimeError:  # `~` and the name of nobody here
        path = usual.parent / typed
    if os.path.isdir(path):  # Path.is_dir raises where a name is too long
        return path / usual.name
    return path if path.suffix else path.with_name(path.name + FORMATS[format].suffix)


def _row(format: str, path: Path, preview: str | None) -> Row:
    cells: tuple[Line, ...] = (
        ((format, "strong"),),
        ((FORMATS[format].description, ""),),
        ((clean_line(path.name), "quiet"),),
    )
    shown = "…" if preview is None else preview
    every = shown.splitlines() or [""]
    into = f"{clean_line(str(path))}: {counted(len(every), 'line')}"
    detail: list[tuple[Line, Line]] = [((("into", "quiet"),), ((into, ""),))]
    detail += [(((" ", ""),), ((line[:400] or " ", "quiet"),)) for line in every[:PREVIEW_LINES]]
    return Row(cells, detail=tuple(detail), key=format)
