"""Keys on a screen without a terminal cost what they do, not what Textual's test driver sleeps after each."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest


async def nothing_left_to_run(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until the loop has nothing to run: then every message sent so far has been through."""
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0)
    while loop._ready:  # type: ignore[attr-defined]  # asyncio's own queue: nothing public tells
        await asyncio.sleep(0)


@pytest.fixture(autouse=True)
def no_sleep_after_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual sleeps a fiftieth of a second or more, twice, after each key, to see whether the processor is busy."""
    monkeypatch.setattr("textual.app.wait_for_idle", nothing_left_to_run)
    monkeypatch.setattr("textual.pilot.wait_for_idle", nothing_left_to_run)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a library may be made."""
    return tmp_path / "home" / "library.sqlite3"
