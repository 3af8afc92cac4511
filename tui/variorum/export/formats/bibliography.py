"""The sources of a document as a bibliography: CSL-JSON (Zotero, pandoc) and BibTeX."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from variorum.engine.nouns import Article
from variorum.export.document import Document, Source
from variorum.export.formats.words import made_with, makers
from variorum.export.write import safe_name

_BY = {"en": "by", "de": "von", "es": "por", "pt": "por", "fr": "par", "it": "di", "nl": "door", "sv": "av"}
"""The word before a name in a byline, by language; elsewhere it may be part of the name."""
_AND = re.compile(r"\s+(?:and|und|et|&)\s+|\s*;\s*", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?!\d)")
_BIBTEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_BIBTEX_TABLE = str.maketrans(_BIBTEX)


def csl_json(document: Document) -> str:
    """The sources as CSL-JSON items."""
    found = [_csl(document, key, source) for key, source in _keyed(document)]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def bibtex(document: Document) -> str:
    """The sources as BibTeX entries; nothing in a field is a command or ends it."""
    return "\n".join(_entry(document, key, source) for key, source in _keyed(document))


def _keyed(document: Document) -> Iterator[tuple[str, Source]]:
    seen: dict[str, int] = {}
    for source in document.sources:
        key = safe_name(source.label).lower().replace(".", "-")
        seen[key] = seen.get(key, 0) + 1
        yield key if seen[key] == 1 else f"{key}-{seen[key]}", source


def _csl(document: Document, key: str, source: Source) -> dict[str, Any]:
    article = source.article
    item: dict[str, Any] = {
        "id": key,
        "type": "article-newspaper" if article.outlet else "document",
        "title": article.title or source.label,
        "author": [{"literal": name} for name in _authors(article)],
        "container-title": article.outlet,
        "issued": _csl_date(article.published),
        "accessed": _csl_date(document.provenance.date),
        "URL": source.address or None,
        "language": article.language,
        "note": _note(document, source),
    }
    return {name: value for name, value in item.items() if value}


def _csl_date(date: str | None) -> dict[str, Any] | None:
    if not date:
        return None
    if found := _DATE.match(date):
        return {"date-parts": [[int(part) for part in found.groups() if part]]}
    return {"raw": date}


def _authors(article: Article) -> list[str]:
    words = (article.byline or "").split()
    if words and words[0].lower() == _BY.get(article.language):
        del words[0]
    return [name for name in _AND.split(" ".join(words)) if name]


def _note(document: Document, source: Source) -> str:
    parts = (f"sha256 {source.sha256}", made_with(document.provenance), makers(document).rstrip("."))
    return "; ".join(part for part in parts if part)


def _entry(document: Document, key: str, source: Source) -> str:
    article = source.article
    year, month, day = found.groups() if (found := _DATE.match(article.published or "")) else (None, None, None)
    fields = {
        "title": f"{{{_bibtex(article.title or source.label)}}}",  # the second braces keep its capitals
        "author": " and ".join(f"{{{_bibtex(name)}}}" for name in _authors(article)),
        "journal": _bibtex(article.outlet or ""),
        "date": "-".join(part for part in (year, month, day) if part),
        "year": year or "",
        "month": str(int(month)) if month else "",
        "url": source.address,
        "urldate": document.provenance.date[:10],
        "langid": _bibtex(article.language),
        "note": _bibtex(_note(document, source)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{'article' if article.outlet else 'misc'}{{{key},", *lines, "}\n"])


def _bibtex(text: str) -> str:
    plain = "".join(c if unicodedata.category(c) != "Cc" else " " for c in text)
    return " ".join(plain.split()).translate(_BIBTEX_TABLE)
