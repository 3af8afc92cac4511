"""The lines between `---` (YAML) or `+++` (TOML) at the top of a text, as metadata.

Of YAML only what front matter is made of: `key: value`, quoted or not, `[a, b]` and `- a` lists. No tags, anchors or
nesting, so nothing in a downloaded text can build an object or grow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from variorum.engine.nouns import Role
from variorum.text.patterns import lazy_pattern
from variorum.text.sanitise import clean_line

_LONGEST = 20_000  # characters of front matter
_YAML = lazy_pattern(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = lazy_pattern(r"\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = lazy_pattern(r"[A-Za-z][\w .:-]{0,60}")

NAMES: Mapping[str, str] = {
    "outlet": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "source": "outlet",
    "site": "outlet",
    "site_name": "outlet",
    "sitename": "outlet",
    "newspaper": "outlet",
    "title": "title",
    "headline": "title",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "by": "byline",
    "creator": "byline",
    "date": "published",
    "published": "published",
    "published_at": "published",
    "date_published": "published",
    "datepublished": "published",
    "publication_date": "published",
    "pubdate": "published",
    "date_publish": "published",
    "url": "url",
    "link": "url",
    "canonical": "url",
    "canonical_url": "url",
    "source_url": "url",
    "language": "language",
    "lang": "language",
}
"""What people call the fields, in front matter, tables and JSON → what they are called here."""

_ROLES = {
    "headings": Role.TITLE,
    "bylines": Role.BYLINE,
    "datelines": Role.DATELINE,
    "captions": Role.CAPTION,
    "boilerplate": Role.BOILERPLATE,
}


class FrontMatter(NamedTuple):
    """What front matter states: fields by our names, paragraphs of a known role, and whether the text is cut off.

    `guessed` names those fields that were inferred when the file was saved.
    """

    fields: Mapping[str, str]
    roles: Mapping[Role, tuple[str, ...]]
    cut_off: bool = False
    guessed: frozenset[str] = frozenset()


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Front matter and the text after it. A text that only begins with a rule has none and stays whole."""
    if not text.startswith(("---", "+++")):
        return FrontMatter({}, {}), text
    for pattern, parse in ((_YAML, _parse_yaml), (_TOML, _parse_toml)):
        match = pattern.match(text, 0, _LONGEST)
        if match:
            values = parse(match[1])
            if values is None:
                break
            rest = text[match.end() :].lstrip("\n")
            return front_matter(values), rest
    return FrontMatter({}, {}), text


def front_matter(values: Mapping[str, object]) -> FrontMatter:
    """The fields we know among key–value pairs, whatever their keys' case and separators."""
    fields: dict[str, str] = {}
    roles: dict[Role, tuple[str, ...]] = {}
    for key, value in values.items():
        plain = key.strip().casefold().replace("-", "_").replace(" ", "_").removeprefix("og:").removeprefix("dc:")
        if plain in _ROLES and isinstance(value, list):
            roles[_ROLES[plain]] = tuple(str(v) for v in value)
        name = NAMES.get(plain)
        text = _line(value)
        if name and text and name not in fields:
            fields[name] = _date(text) if name == "published" else text
    guessed = values.get("guessed")
    inferred = frozenset(str(g) for g in guessed) & fields.keys() if isinstance(guessed, list) else frozenset()
    return FrontMatter(fields, roles, values.get("cut_off") in (True, "true", "yes"), inferred)


def _date(text: str) -> str:
    from variorum.reading.dates import stated_date  # noqa: PLC0415 - few plain texts have front matter

    return stated_date(text) or text


def _line(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_line, value)))
    if isinstance(value, dict):
        return _line(value.get("name"))
    return "" if value is None or isinstance(value, bool) else clean_line(str(value))


def _parse_toml(text: str) -> dict[str, object] | None:
    import tomllib  # noqa: PLC0415 - few texts have TOML front matter

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _parse_yaml(text: str) -> dict[str, object] | None:
    """Key–value lines; None if some line at the margin is neither a pair, an item nor a comment: then it is prose."""
    values: dict[str, object] = {}
    key = ""
    for line in text.split("\n"):
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        if key and bare.startswith("- "):
            items = values.get(key)
            values[key] = [*(items if isinstance(items, list) else []), _scalar(bare[2:])]
        elif line[0] in " \t":
            if key and isinstance(values.get(key), str):  # a folded value goes on
                values[key] = f"{values[key]} {bare}".lstrip("|> ")
        else:
            key, colon, raw = f"{bare} ".partition(": ")
            if not colon or not _KEY.fullmatch(key):
                return None
            values[key] = _value(raw)
    return values or None


def _value(raw: str) -> object:
    import json  # noqa: PLC0415 - few texts have lists at their top

    raw = raw.strip()
    if raw.startswith("["):
        try:
            return json.loads(raw)
        except (json.JSONDecodeError, RecursionError):
            return [_scalar(item) for item in raw.strip("[]").split(",")]
    return _scalar(raw)


def _scalar(raw: str) -> str:
    raw = raw.strip()
    if raw[:1] in ("'", '"') and raw[-1:] == raw[:1] and len(raw) > 1:
        if raw[0] == "'":
            return raw[1:-1].replace("''", "'")
        import json  # noqa: PLC0415 - few texts have quoted values at their top

        try:
            return str(json.loads(raw))
        except json.JSONDecodeError:
            return raw[1:-1]
    return re.sub(r"\s+#.*$", "", raw)
