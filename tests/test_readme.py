"""The README says what is so."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_the_table_of_keys_is_the_key_table() -> None:
    with_keys = runpy.run_path(str(ROOT / "tools" / "write_keys.py"))["with_keys"]
    assert with_keys(README) == README, "python tools/write_keys.py"


def test_every_picture_and_file_it_names_is_there() -> None:
    named = re.findall(r"\]\(([^)#:]+)\)", README) + re.findall(r"\b((?:benchmarks|tools)/\w+\.\w+)", README)
    assert named
    assert not [name for name in named if not (ROOT / name).exists()]


def test_the_library_does_what_it_shows(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```python\n(.+?)```", README, re.DOTALL)
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {}
    exec(compile(example, "README.md", "exec"), names)
    shown = capsys.readouterr().out
    assert "shared words" in shown or "same words" in shown
    assert re.search(r"only in the second: \d+ of \d+ sentences", shown)
    assert names["page"].startswith("<!DOCTYPE html>")


def test_every_module_that_architecture_names_is_there() -> None:
    named = set(re.findall(r"`([\w/]+\.py)`", (ROOT / "ARCHITECTURE.md").read_text("utf-8")))
    there = [str(path) for folder in ("tui", "tests", "tools", "benchmarks") for path in (ROOT / folder).rglob("*.py")]
    assert len(named) > 40
    assert not [name for name in named if not any(path.endswith(f"/{name}") for path in there)]


def test_its_first_two_commands_are_one_line_each() -> None:
    commands = [line for line in README.splitlines() if line.startswith("python3 -m venv")]
    assert len(commands) == 2
    assert "variorum seeds/" in commands[0]
    assert "pytest" in commands[1]


def test_every_script_it_names_finds_what_it_imports(tmp_path: Path) -> None:
    """As when it is started by hand: the checkout is not on the path."""
    scripts = sorted(set(re.findall(r"python ((?:benchmarks|tools)/\w+\.py)", README)))
    assert len(scripts) > 3
    code = """
import runpy, sys
before = sys.path[:]
for script in sys.argv[1:]:
    runpy.run_path(script)
    sys.path[:] = before
    for name in [name for name in sys.modules if name.split(".")[0] in ("benchmarks", "tests", "tools")]:
        del sys.modules[name]
"""
    command = [sys.executable, "-P", "-c", code, *(str(ROOT / script) for script in scripts)]
    done = subprocess.run(
        command, cwd=tmp_path, env={"PATH": "", "PYTHONPATH": str(ROOT / "tui")}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
