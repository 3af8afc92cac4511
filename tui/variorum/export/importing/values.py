"""Values out of a file that nobody vouches for: each is checked, bounded and cleaned, or the file is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from variorum.engine.keeping.nouns import Anchor
from variorum.engine.nouns import Discrepancy, DiscrepancyType
from variorum.errors import ImportFileError
from variorum.text.sanitise import clean, clean_line

MAX_HIGHLIGHTS = 100_000
MAX_TEXT = 2_000_000
"""Characters of one text: an anchor's words, a note."""
MAX_ARTICLE = 60_000_000
MAX_LINE = 2_000
MAX_LIST = 10_000
"""Tags, anchors or discrepancies of one highlight."""
_MAX_OFFSET = 2**53

Values = Mapping[str, Any]
_Named = TypeVar("_Named", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class ImportedSource:
    """What an import says about an article: the name that its anchors use, and how to recognise the article."""

    article: str
    title: str | None = None
    url: str | None = None
    sha256: str | None = None


def refuse(what: str, hint: str = "") -> NoReturn:
    """Refuse the file.

    Raises:
        ImportFileError: Always.
    """
    raise ImportFileError(f"the file to import is refused: {clean_line(what)[:200]}", hint)


def mapping(value: object, what: str) -> Values:
    """An object of the file."""
    if not isinstance(value, dict):
        refuse(f"{what} is no object")
    return value


def items(value: object, what: str, most: int = MAX_LIST) -> list[Any]:
    """A list of the file; absent is empty, and a single object stands for a list of one, as JSON-LD allows."""
    if value is None:
        return []
    if isinstance(value, dict | str):
        return [value]
    if not isinstance(value, list):
        refuse(f"{what} is no list")
    if len(value) > most:
        refuse(f"{what} has more than {most} entries")
    return value


def line(value: object, what: str, *, needed: bool = False) -> str:
    """A cleaned text on one line; empty where it is absent and not needed."""
    if value is None and not needed:
        return ""
    if not isinstance(value, str):
        refuse(f"{what} is no text")
    found = clean_line(value)
    if len(found) > MAX_LINE or (needed and not found):
        refuse(f"{what} is {'too long' if found else 'empty'}")
    return found


def prose(value: object, what: str, most: int = MAX_TEXT) -> str:
    """A cleaned text of any number of lines; empty where it is absent."""
    if value is None:
        return ""
    if not isinstance(value, str):
        refuse(f"{what} is no text")
    if len(value) > most:
        refuse(f"{what} is too long")
    return clean(value)


def offset(value: object, what: str) -> int:
    """A place in a text."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MAX_OFFSET:
        refuse(f"{what} is no place in a text")
    return value


def fraction(value: object, what: str) -> float | None:
    """A number from 0 to 1, or None."""
    if value is None:
        return None
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        refuse(f"{what} is no number from 0 to 1")
    return float(value)


def named(kind: type[_Named], value: object, what: str) -> _Named:
    """One of the words that a noun knows."""
    try:
        return kind(value)  # type: ignore[arg-type]  # any value may be looked up; what is unknown is refused
    except ValueError:
        refuse(f"{what} is none of {', '.join(kind)}")


def named_or_none(kind: type[_Named], value: object, what: str) -> _Named | None:
    """Likewise, or None where it is absent."""
    return None if value is None else named(kind, value, what)


def tags(values: object) -> tuple[str, ...]:
    """Tags, cleaned, each once, in their order."""
    return tuple(dict.fromkeys(tag for value in items(values, "tags") if (tag := line(value, "a tag"))))


def reasons(values: object) -> tuple[str, ...]:
    """Why a link was made, a reason each, in their order."""
    return tuple(reason for value in items(values, "reasons") if (reason := line(value, "a reason")))


def anchor(article: str, quote: Values, position: Values) -> Anchor:
    """An anchor from the two selectors' values, which may be the same object."""
    exact = prose(quote.get("exact"), "an anchor's text")
    start = offset(position.get("start", 0), "an anchor's start")
    end = offset(position.get("end", start + len(exact)), "an anchor's end")
    if end < start:
        refuse("an anchor ends before it starts")
    return Anchor(
        article, exact, prose(quote.get("prefix"), "a prefix"), prose(quote.get("suffix"), "a suffix"), start, end
    )


def discrepancy(value: object, prefix: str = "") -> Discrepancy:
    """A discrepancy, its keys perhaps behind a prefix."""
    values = mapping(value, "a discrepancy")
    return Discrepancy(
        named(DiscrepancyType, values.get(prefix + "type"), "a discrepancy's type"),
        line(values.get(prefix + "a"), "a discrepancy's text"),
        line(values.get(prefix + "b"), "a discrepancy's text"),
    )
