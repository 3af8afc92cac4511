"""Nothing hostile in a text, a name or an option reaches the output of a command as anything but text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.terminal.harness import ENV
from tests.terminal.hostile import FORBIDDEN, HOSTILE, article

from variorum.export import FORMATS


def run(*arguments: str | Path, home: Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "variorum", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, check=False, timeout=60, env={**ENV, "VARIORUM_HOME": str(home)}, input=b""
    )


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles that carry every hostile text."""
    folder = tmp_path_factory.mktemp("hostile")
    for number in range(2):
        (folder / f"outlet-{number}.txt").write_text("\n\n".join(article(name, number) for name in HOSTILE))
    return folder


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_no_format_carries_what_acts(everything: Path, tmp_path: Path, format: str) -> None:
    done = run("compare", everything, "--format", format, home=tmp_path)
    assert done.returncode == 0, done.stderr
    text = done.stdout.decode("utf-8").replace("\r\n", "\n")
    assert not FORBIDDEN.findall(text)
    assert b"\x1b" not in done.stderr
    assert "harbour" in text
    if "sources" not in FORMATS[format].description:
        assert "sic" in text, "what merely looks like markup is kept"


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_the_text_around_is_kept(tmp_path: Path, name: str) -> None:
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(article(name, number), newline="")
    done = run("compare", tmp_path / "0.txt", tmp_path / "1.txt", "--json", home=tmp_path / "home")
    assert done.returncode == 0, done.stderr
    got = json.loads(done.stdout)
    for read in got["articles"]:
        assert not FORBIDDEN.findall(read["text"])
        assert "rebuild the harbour wall" in read["text"]
        assert "crowns and take two years to build." in read["text"]
    assert got["pairs"][0]["links"]


@pytest.mark.parametrize("name", ["clipboard", "c1 control", "colour", "bidi override", "bell and null"])
def test_a_hostile_file_name_is_shown_inert(tmp_path: Path, name: str) -> None:
    hostile = HOSTILE[name].replace("/", "_").replace("\x00", "")
    path = tmp_path / f"a{hostile}.txt"
    path.write_text(article("markup", 0))
    (tmp_path / "b.txt").write_text(article("markup", 1))
    for arguments in (("compare", path, tmp_path / "b.txt"), ("compare", tmp_path / f"gone{hostile}.txt", path)):
        done = run(*arguments, home=tmp_path / "home")
        output = (done.stdout + done.stderr).decode("utf-8", "surrogateescape")
        assert not FORBIDDEN.findall(output)
        assert "Traceback" not in output


def test_bytes_that_are_no_text_in_a_name(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff\xfe\x9b.txt"
    with open(path, "w", encoding="utf-8") as file:
        file.write(article("markup", 0))
    command = [os.fsencode(sys.executable), b"-m", b"variorum", b"compare", path, path]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60, env=ENV)
    output = (done.stdout + done.stderr).decode("utf-8")
    assert not FORBIDDEN.findall(output)
    assert "Traceback" not in output
