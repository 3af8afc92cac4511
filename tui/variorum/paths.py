"""Where things live. Asking for a path creates nothing; whoever writes makes the folder then.

`VARIORUM_HOME`, where it is set and not empty, holds everything: settings, library and cache. Else each goes where the
platform keeps such things.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from variorum.errors import ConfigError
from variorum.text.sanitise import clean_line

_NOWHERE = Path(os.devnull, "no-home-folder-is-known")
"""Where nothing can be: for a user without HOME whom the system does not know either. Articles open all the same."""


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


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk, as far as it may be opened and its file system can do that."""
    with suppress(OSError):  # a file that is whole and has its name is there, whatever becomes of this
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _folder(kind: str) -> Path:
    home = os.environ.get("VARIORUM_HOME")
    if home:
        try:
            base = Path(home).expanduser()
        except RuntimeError:
            raise ConfigError(
                f"VARIORUM_HOME: {clean_line(home)}: there is no such home folder", "name a folder"
            ) from None
        return base / "cache" if kind == "cache" else base
    import platformdirs  # noqa: PLC0415 - 5 ms that `variorum compare` need not pay

    named = {"config": platformdirs.user_config_path, "data": platformdirs.user_data_path}
    try:
        return named.get(kind, platformdirs.user_cache_path)("variorum", appauthor=False)
    except RuntimeError:
        return _NOWHERE
