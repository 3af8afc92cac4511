"""ZIP archives, opened so that a small one cannot become a large one."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from variorum.reading.document import Unreadable
from variorum.reading.options import MEGABYTE

_MOST_MEMBERS = 20_000
_MOST_IN_ALL = 96 * MEGABYTE
_MOST_OF_ONE = 32 * MEGABYTE
_BOMB = "expands to far more than an article may have"


class Archive:
    """A ZIP archive; what is read from it is counted, by what really comes out and not by what it states."""

    def __init__(self, stream: BinaryIO) -> None:
        try:
            self._zip = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise Unreadable("is a damaged archive", "save or download it again") from error
        self.names = self._zip.namelist()
        if len(self.names) > _MOST_MEMBERS:
            raise Unreadable(_BOMB, "unpack it and open what is inside")
        self._left = _MOST_IN_ALL

    @contextmanager
    def _errors(self, name: str) -> Iterator[None]:
        try:
            yield
        except KeyError as error:
            raise Unreadable(f"lacks its part {name}", "save it again") from error
        except RuntimeError as error:  # what zipfile raises for encrypted members
            raise Unreadable("is locked with a password", "save an unlocked copy") from error
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError) as error:
            raise Unreadable("is a damaged archive", "save or download it again") from error

    def read(self, name: str) -> bytes:
        """One member.

        Raises:
            Unreadable: It is missing, encrypted or damaged, or the archive is a bomb.
        """
        limit = min(self._left, _MOST_OF_ONE)
        with self._errors(name), self._zip.open(name) as member:
            data = member.read(limit + 1)
        if len(data) > limit:
            raise Unreadable(_BOMB, "it may be made to harm; open it only if you trust it")
        self._left -= len(data)
        return data

    def open(self, name: str) -> BinaryIO:
        """A member to be read piece by piece; whoever does bounds how much.

        Raises:
            Unreadable: It is missing, encrypted or damaged.
        """
        with self._errors(name):
            return cast(BinaryIO, self._zip.open(name))

    def ending(self, endings: Iterable[str]) -> list[str]:
        """Members whose names end so."""
        wanted = tuple(endings)
        return [name for name in self.names if name.lower().endswith(wanted)]
