"""Without an address no command asks the network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.long
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.parametrize("command", [("compare",), ("note", "add", "x"), ("doctor",), ("library", "check")])
def test_no_socket_leads_anywhere(command: tuple[str, ...], tmp_path: Path, seeds: Path) -> None:
    sources = (seeds,) if command[0] in ("compare", "note") else ()
    env = {"PYTHONPATH": str(ROOT / "tui"), "PATH": os.environ["PATH"], "VARIORUM_HOME": str(tmp_path / "home")}
    traced = ["strace", "-f", "-qq", "-e", "trace=socket,connect,sendto", "-o", str(tmp_path / "calls")]
    done = subprocess.run(
        [*traced, sys.executable, "-m", "variorum", *map(str, (*command, *sources))],
        capture_output=True,
        check=False,
        timeout=60,
        env=env,
    )
    assert done.returncode in (0, 2), done.stderr  # 2 where the doctor has no screen to look at
    assert "AF_INET" not in (tmp_path / "calls").read_text()
