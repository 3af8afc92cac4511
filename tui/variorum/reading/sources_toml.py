"""`sources.toml` beside the files: what people say about outlet, title, byline and date, above what a page says.

["kelder-post*"]            # a file name or a pattern
outlet = "Kelder Post"
published = 2020-12-15

["https://example.org/a"]   # or an address
byline = "Ann Example"
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from variorum.reading.document import FIELDS, Failure, Unreadable
from variorum.reading.files import read_file
from variorum.reading.formats.frontmatter import front_matter
from variorum.reading.options import MEGABYTE
from variorum.text.sanitise import clean_line

NAME = "sources.toml"


class Stated:
    """The `sources.toml` files met so far, each read once; what is wrong with one becomes a failure."""

    def __init__(self) -> None:
        self._folders: dict[Path, Mapping[str, Mapping[str, str]]] = {}
        self.failures: list[Failure] = []

    def fields(self, folder: Path, *names: str) -> dict[str, str]:
        """What the `sources.toml` of a folder states about a source known by these names; later tables win."""
        found: dict[str, str] = {}
        for pattern, fields in self._table(folder).items():
            if any(name and (name == pattern or fnmatchcase(name, pattern)) for name in names):
                found |= fields
        return found

    def _table(self, folder: Path) -> Mapping[str, Mapping[str, str]]:
        if folder not in self._folders:
            self._folders[folder] = self._load(folder / NAME)
        return self._folders[folder]

    def _load(self, path: Path) -> Mapping[str, Mapping[str, str]]:
        if not os.path.lexists(path):
            return {}
        import tomllib  # noqa: PLC0415 - only where such a file stands beside an article

        try:
            table = tomllib.loads(read_file(path, MEGABYTE).decode("utf-8-sig"))
        except Unreadable as error:
            self.failures.append(error.failure(str(path)))
            return {}
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
            self._complain(path, str(error))
            return {}
        known: dict[str, Mapping[str, str]] = {}
        for name, values in table.items():
            if not isinstance(values, dict):
                self._complain(path, f"{name} stands outside a table")
                continue
            known[name] = front_matter(values).fields
            strange = [key for key in values if not front_matter({key: "x"}).fields]
            if strange:
                self._complain(path, f"{name}: unknown key {strange[0]}")
        return known

    def _complain(self, path: Path, what: str) -> None:
        hint = f'write ["file name"] and below it {", ".join(FIELDS)} = "…"'
        self.failures.append(Failure(clean_line(str(path)), clean_line(what), hint))
