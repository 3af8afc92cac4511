"""Where things live: one variable moves them all, and asking creates nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum import paths


def test_variorum_home_holds_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("VARIORUM_HOME", str(home))
    assert paths.config_file() == home / "config.toml"
    assert paths.library_path() == home / "library.sqlite3"
    assert paths.cache_folder() == home / "cache"
    assert not home.exists()


def test_without_it_the_platform_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIORUM_HOME", "")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    found = [paths.config_file(), paths.library_path(), paths.cache_folder()]
    assert all("variorum" in p.parts and p.is_relative_to(tmp_path) for p in found)
    assert list(tmp_path.iterdir()) == []
