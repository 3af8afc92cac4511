"""Shared fixtures: the two seed articles and the annotated stories."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
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


@pytest.fixture
def as_nobody() -> Callable[[], AbstractContextManager[None]]:
    """A block in which root has the rights of nobody, who may enter no folder of the tests; others skip the test."""
    if os.geteuid():
        pytest.skip("only root can take another user's rights")

    @contextmanager
    def nobody() -> Iterator[None]:
        os.seteuid(65534)
        try:
            yield
        finally:
            os.seteuid(0)

    return nobody


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--write-goldens` rewrites the screens that tests/ui/goldens holds; look at the difference before keeping it."""
    parser.addoption("--write-goldens", action="store_true", help="rewrite tests/ui/goldens from what is shown now")
