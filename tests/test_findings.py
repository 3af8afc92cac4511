"""Inputs on which `tools/fuzz.py` once found something wrong go through everything."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.fuzz import SLOW, bounded
from tools.fuzz_targets import exercise

FINDINGS = sorted((Path(__file__).parent / "findings").iterdir())


@pytest.mark.parametrize("path", FINDINGS, ids=lambda path: path.stem)
def test_a_past_finding_raises_nothing(path: Path) -> None:
    with bounded(SLOW):
        exercise(f"input{path.suffix}", path.read_bytes())
