"""A story or a highlight set → text in some format. One module a format, one registry (`FORMATS`).

Importing this loads no format: each is loaded when it is first asked for.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from variorum.errors import UsageError
from variorum.text.moments import utc, utc_now
from variorum.version import VERSION

if TYPE_CHECKING:
    from variorum.engine.keeping.nouns import HighlightSet
    from variorum.engine.nouns import Article, Story
    from variorum.export.document import Document, Provenance


class Format(NamedTuple):
    """A format: what it is in a few words, the suffix of its files, and the function that renders a document.

    Attributes:
        marked: Its files begin with a byte order mark, without which Excel takes UTF-8 for the system's encoding.
    """

    description: str
    suffix: str
    module: str
    function: str = "render"
    marked: bool = False


FORMATS: dict[str, Format] = {
    "text": Format("a plain report to read, pipe or listen to", ".txt", "text"),
    "json": Format("everything, as JSON (schema 1)", ".json", "json"),
    "jsonl": Format("one finding a line, as JSON", ".jsonl", "json", "render_lines"),
    "csv": Format("a table of findings", ".csv", "csv", marked=True),
    "csv-coverage": Format(
        "a table of facts: who carries them, who does not", ".csv", "csv_presets", "coverage", marked=True
    ),
    "csv-hypothesis": Format("a table as Hypothesis exports it", ".csv", "csv_presets", "hypothesis"),
    "csv-readwise": Format("a table that Readwise imports", ".csv", "csv_presets", "readwise"),
    "markdown": Format("Markdown that Obsidian reads", ".md", "markdown"),
    "html": Format("one page to read or print, both texts side by side", ".html", "html"),
    "annotation": Format("W3C Web Annotations, as JSON-LD", ".jsonld", "annotation"),
    "tei": Format("a TEI P5 critical apparatus", ".xml", "tei"),
    "worksheet": Format("a classroom sheet with its key, in Markdown", ".md", "worksheet"),
    "worksheet-html": Format("a classroom sheet with its key, to print", ".html", "worksheet_html"),
    "csl-json": Format("a bibliography of the sources, as CSL-JSON", ".json", "bibliography", "csl_json"),
    "bibtex": Format("a bibliography of the sources, as BibTeX", ".bib", "bibliography", "bibtex"),
}
"""Every format by the name that the command line uses, the everyday ones first."""


def render(document: Document, format: str) -> str:
    """The document in that format.

    Raises:
        UsageError: There is no such format, or it cannot hold this document.
    """
    if format not in FORMATS:
        raise UsageError(f"there is no format {format!r}", f"one of: {', '.join(FORMATS)}")
    known = FORMATS[format]
    function = getattr(import_module(f"variorum.export.formats.{known.module}"), known.function)
    text: str = function(document)
    return text


def as_file(text: str, format: str) -> str:
    """What a file of that format holds; in a pipe the text is as it was rendered."""
    return f"\ufeff{text}" if FORMATS[format].marked else text


def render_story(
    story: Story, format: str, *, now: str | None = None, threshold: float | None = None, title: str | None = None
) -> str:
    """A whole comparison in that format.

    Args:
        format: One of `FORMATS`: `text`, `json`, `markdown`, `html`, `tei` …
        now: The moment to name as the export's date, ISO 8601 in UTC; None is this one.
        threshold: The one in force; None is the engine's own.
        title: What to call the comparison; None names it after its articles.

    Raises:
        UsageError: There is no such format.
    """
    from variorum.export.gather import gather_story  # noqa: PLC0415 - listing the formats loads no engine

    return render(gather_story(story, _provenance(now, threshold), title=title), format)


def render_set(
    kept: HighlightSet,
    articles: Iterable[Article],
    format: str,
    *,
    now: str | None = None,
    threshold: float | None = None,
) -> str:
    """A kept set in that format, with the articles that its highlights stand in; the rest as for `render_story`.

    Raises:
        UsageError: There is no such format.
        ExportError: A highlight stands in an article that is not given.
    """
    from variorum.export.gather import gather_set  # noqa: PLC0415 - listing the formats loads no engine

    return render(gather_set(kept, articles, _provenance(now, threshold)), format)


def with_preset(format: str, preset: str | None) -> str:
    """The name of the format that a preset turns this one into.

    Raises:
        UsageError: The format has no such preset.
    """
    if not preset:
        return format
    name = f"{format}-{preset}"
    if name not in FORMATS:
        raise UsageError(f"{format} has no preset {preset!r}", "csv has: coverage, hypothesis, readwise")
    return name


def _provenance(now: str | None, threshold: float | None) -> Provenance:
    from variorum.engine.thresholds import THRESHOLD  # noqa: PLC0415 - listing the formats loads no engine
    from variorum.export.document import Provenance  # noqa: PLC0415 - likewise

    return Provenance(VERSION, THRESHOLD if threshold is None else threshold, now or _moment())


def _moment() -> str:
    """Now, or the moment that `SOURCE_DATE_EPOCH` states in seconds, so that the same sources give the same bytes.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not stated:
        return utc_now()
    try:
        return utc(datetime.fromtimestamp(int(stated), UTC))
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH is no number of seconds: {stated[:40]!r}", "unset it") from error
