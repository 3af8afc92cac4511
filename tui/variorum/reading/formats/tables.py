"""JSON, JSON Lines and CSV with a text in each: one article for each object or row."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from variorum.engine.nouns import Role
from variorum.reading.cutoff import is_cut_off
from variorum.reading.decode import decode
from variorum.reading.document import Document, Failure, Harvest, Unreadable
from variorum.reading.formats.frontmatter import front_matter
from variorum.reading.options import MAX_FILES, MAX_TEXT
from variorum.text.patterns import lazy_pattern
from variorum.text.sanitise import clean, clean_line, forbidden

_TEXTS = (
    "text",
    "body",
    "articlebody",
    "content",
    "fulltext",
    "maintext",
    "articletext",
    "articlecontent",
    "cleanedtext",
    "bodytext",
    "article",
)
_LISTS = ("articles", "items", "documents", "docs", "results", "entries", "records", "data", "hits", "rows")
_IDS = ("id", "slug", "key", "uuid", "guid", "name")
_MARKUP = lazy_pattern(r"<(?:p|div|br|h[1-6]|article|section)\b[^<>]*>", re.I)
_HINT = f"give each article a field or column of text, called one of: {', '.join(_TEXTS[:4])}"


def read_table(data: bytes, request: dict[str, str]) -> Harvest:
    """The articles in a table.

    Raises:
        Unreadable: It is damaged, or has no texts.
    """
    if len(data) > MAX_TEXT:
        raise Unreadable("has more text than one file may have", "cut it into parts")
    decoded = decode(data)
    name = request.get("name") or "standard input"
    failures: list[Failure] = []
    rows = _csv(decoded.text) if request["kind"] == "csv" else _json(decoded.text, name, failures)
    documents: list[Document] = []
    for number, row in enumerate(rows, 1):
        if len(documents) >= MAX_FILES:
            failures.append(Failure(clean_line(name), f"has more than {MAX_FILES:,} articles", "cut it into parts"))
            break
        document = _document(row, str(number))
        if document:
            documents.append(document)
    if not documents:
        if failures:
            raise Unreadable(failures[0].reason, failures[0].hint)
        raise Unreadable("has no texts", _HINT)
    if len(documents) == 1:
        documents = [Document(**{**vars(documents[0]), "name": ""})]
    return Harvest(tuple(documents), failures=tuple(failures))


def _json(text: str, name: str, failures: list[Failure]) -> Iterator[Mapping[str, Any]]:
    try:
        value = json.loads(text)
    except RecursionError as error:
        raise Unreadable("is nested too deep", "save its text and name that") from error
    except ValueError as error:
        if "\n" not in text.strip():
            raise Unreadable(f"is damaged JSON: {error}", "save it again") from error
        yield from _json_lines(text, name, failures)
        return
    yield from _rows(value)


def _json_lines(text: str, name: str, failures: list[Failure]) -> Iterator[Mapping[str, Any]]:
    wrong = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield from _rows(json.loads(line))
        except (ValueError, RecursionError) as error:
            wrong += 1
            if wrong == 1:
                failures.append(
                    Failure(clean_line(name), f"line {number} is damaged JSON: {clean_line(str(error))}", "")
                )
    if wrong > 1:
        failures.append(Failure(clean_line(name), f"{wrong} lines are damaged JSON", "save it again"))


def _rows(value: object) -> Iterator[Mapping[str, Any]]:
    """The objects that may be articles: the value itself, those in it if it is a list, or those in a list of its."""
    if isinstance(value, list):
        yield from (v for v in value if isinstance(v, dict))
    elif isinstance(value, dict):
        inner = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), None)
        if inner is not None and not _text_of(value):
            yield from _rows(inner)
        else:
            yield value


def _csv(text: str) -> Iterator[Mapping[str, Any]]:
    csv.field_size_limit(MAX_TEXT)
    first = text.partition("\n")[0]
    delimiter = max(",;\t|", key=first.count)
    try:
        yield from csv.DictReader(io.StringIO(text.replace("\0", "\ufffd"), newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise Unreadable(f"is a damaged table: {error}", "save it again") from error


def _document(row: Mapping[str, Any], number: str) -> Document | None:
    raw = _text_of(row)
    if not raw:
        return None
    matter = front_matter({str(k): v for k, v in row.items() if k})
    name = next((clean_line(str(row[key])) for key in row if str(key).lower() in _IDS and row[key]), number)
    if _MARKUP.search(raw[:20_000]):
        from variorum.reading.pages.html import page_document  # noqa: PLC0415 - lazy: lxml

        document = page_document(f"<html><body><article>{raw}</article></body></html>", simple=True)
    else:
        text = clean(raw)
        document = Document(
            text, _known(row, text), cut_off=is_cut_off(text), replaced=forbidden(raw.replace("\r", "\n"))
        )
    document = document.stating(matter.fields)
    return Document(**{**vars(document), "name": name, "cut_off": document.cut_off or matter.cut_off})


def _known(row: Mapping[str, Any], text: str) -> tuple[tuple[int, int, Role], ...]:
    """The roles that our own JSON states for an article's sentences."""
    known: list[tuple[int, int, Role]] = []
    sentences = row.get("sentences")
    for sentence in sentences if isinstance(sentences, list) else ():
        if not isinstance(sentence, dict):
            continue
        start, end, role = sentence.get("start"), sentence.get("end"), sentence.get("role")
        if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text) and role in set(Role):
            known.append((start, end, Role(role)))
    return tuple(known)


def _text_of(row: Mapping[str, Any]) -> str:
    found = {re.sub(r"[\s_-]", "", str(key)).lower(): value for key, value in row.items()}
    texts = (found.get(key) for key in _TEXTS)
    return next((t for t in texts if isinstance(t, str) and t.strip()), "")
