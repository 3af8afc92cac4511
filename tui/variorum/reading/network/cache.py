"""Pages kept from earlier, so that a story opens again without a network. For this user's eyes only."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from variorum.reading.network.fetcher import Page

_MOST = 2_000
_KEPT = ("etag", "last-modified", "content-type", "date")


@dataclass(frozen=True)
class Kept:
    """A page as it was kept, and what to ask with whether it has changed."""

    page: Page

    @property
    def conditions(self) -> dict[str, str]:
        """Headers of a conditional request."""
        headers = self.page.headers
        asked = {"If-None-Match": headers.get("etag", ""), "If-Modified-Since": headers.get("last-modified", "")}
        return {name: value for name, value in asked.items() if value}


class Cache:
    """A folder of pages, each one file: a line of JSON about it, then its bytes. A damaged file counts as none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "pages"

    def get(self, address: str) -> Kept | None:
        """What is kept for an address."""
        try:
            head, _, data = self._path(address).read_bytes().partition(b"\n")
            about = json.loads(head)
            if about["asked"] != address:
                return None
            headers = {str(k): str(v) for k, v in about["headers"].items()}
            return Kept(Page(about["address"], data, about["media"], about["charset"], headers))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def put(self, address: str, page: Page) -> None:
        """Keep a page. A full or read-only disk costs the cache, never the reading."""
        headers = {name: page.headers[name] for name in _KEPT if name in page.headers}
        about = {"asked": address, "address": page.address, "media": page.media, "charset": page.charset}
        head = json.dumps({**about, "headers": headers}).encode()
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.chmod(0o700)
            descriptor, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(head + b"\n" + page.data)
                os.replace(name, self._path(address))
            except OSError:
                os.unlink(name)
                raise
            self._prune()

    def _path(self, address: str) -> Path:
        return self._folder / hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()

    def _prune(self) -> None:
        files = list(self._folder.iterdir())
        if len(files) > _MOST:
            files.sort(key=lambda p: p.stat().st_mtime)
            for path in files[: len(files) - _MOST]:
                path.unlink(missing_ok=True)
