"""A home of their own for the commands, and two articles to keep something of."""

from __future__ import annotations

from pathlib import Path

import pytest

LEFT = "The mayor left on Monday.\n\nNobody was hurt in the storm. It rained all night in Lessing.\n"
RIGHT = "A mayor goes\n\nThe mayor left on Monday. A new one is wanted.\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def story(tmp_path: Path) -> list[Path]:
    files = [tmp_path / "post.txt", tmp_path / "herald.txt"]
    for path, text in zip(files, (LEFT, RIGHT), strict=True):
        path.write_text(text, "utf-8")
    return files
