"""Shared fixtures: the two seed articles and the annotated stories."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the two seed articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of the annotated stories, each with its articles and `gold.json`."""
    return ROOT / "tests" / "gold"
