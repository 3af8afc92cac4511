"""Where things live. Asking for a path creates nothing; whoever writes makes the folder then.

`VARIORUM_HOME`, where it is set and not empty, holds everything: settings, library and cache. Else each goes where the
platform keeps such things.
"""

from __future__ import annotations

import os
from pathlib import Path


def config_file() -> Path:
    """The settings file, which need not exist."""
    return _folder("config") / "config.toml"


def library_path() -> Path:
    """The library's database file, which need not exist."""
    return _folder("data") / "library.sqlite3"


def copy_file() -> Path:
    """Where a copied text goes that no clipboard takes; it need not exist."""
    return _folder("data") / "copied.txt"


def cache_folder() -> Path:
    """Where pages from the network are kept."""
    return _folder("cache")


def export_folder() -> Path:
    """Where an export goes when no folder is named: the working folder."""
    return Path.cwd()


def _folder(kind: str) -> Path:
    home = os.environ.get("VARIORUM_HOME")
    if home:
        base = Path(home).expanduser()
        return base / "cache" if kind == "cache" else base
    import platformdirs  # noqa: PLC0415 - 5 ms that `variorum compare` need not pay

    named = {"config": platformdirs.user_config_path, "data": platformdirs.user_data_path}
    return named.get(kind, platformdirs.user_cache_path)("variorum", appauthor=False)
