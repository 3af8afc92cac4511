"""Streams that are closed, full or left by their reader: the status says so, one line at most, never a traceback."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from variorum.cli import main
from variorum.engine import story
from variorum.errors import ExitCode

ROOT = Path(__file__).parent.parent.parent
FULL, SHUT = ">/dev/full", ">&-"
NONE_TOLD = ("2>/dev/full", "2>&-")


def run(line: str, home: Path, seeds: Path) -> subprocess.CompletedProcess[str]:
    """Run a shell's line in which `variorum` and SEEDS stand for ours; Python keeps what it writes in buffers."""
    env = {"PYTHONPATH": str(ROOT / "tui"), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "VARIORUM_HOME": str(home)}
    line = line.replace("variorum", f"{shlex.quote(sys.executable)} -m variorum").replace("SEEDS", str(seeds))
    return subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False, timeout=60, env=env)


@pytest.mark.parametrize("command", ["compare SEEDS --json", "compare --help", "doctor", "--version"])
@pytest.mark.parametrize("where", [FULL, SHUT])
def test_output_that_cannot_be_written_is_one_line(command: str, where: str, tmp_path: Path, seeds: Path) -> None:
    done = run(f"variorum {command} {where}", tmp_path, seeds)
    assert done.returncode == ExitCode.UNWRITABLE
    assert done.stderr.startswith("variorum: standard output: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("where", NONE_TOLD)
@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("compare gone.txt", ExitCode.UNREADABLE),
        ("compare gone.txt SEEDS", ExitCode.UNREADABLE),
        ("compare --nonsense", ExitCode.USAGE),
    ],
)
def test_talk_that_cannot_be_written_changes_no_status(
    command: str, status: ExitCode, where: str, tmp_path: Path, seeds: Path
) -> None:
    done = run(f"variorum {command} {where}", tmp_path, seeds)
    assert (done.returncode, done.stderr) == (status, "")
    assert ("2 articles" in done.stdout) == ("SEEDS" in command)


@pytest.mark.parametrize("command", ["compare SEEDS --json", "compare SEEDS", "completion bash", "--help"])
def test_a_reader_that_has_gone_is_no_error(command: str, tmp_path: Path, seeds: Path) -> None:
    done = run(f"variorum {command} | head -c 1; exit ${{PIPESTATUS[0]}}", tmp_path, seeds)
    assert (done.returncode, len(done.stdout), done.stderr) == (ExitCode.DONE, 1, "")


def test_standard_input_that_is_closed(tmp_path: Path, seeds: Path) -> None:
    assert run("variorum compare SEEDS <&-", tmp_path, seeds).returncode == ExitCode.DONE
    asked = run("variorum compare - <&-", tmp_path, seeds)
    assert asked.returncode == ExitCode.UNREADABLE
    assert "standard input is closed" in asked.stderr
    assert "Traceback" not in asked.stderr


ASCII = "LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 "


@pytest.mark.parametrize("command", ["--help", "compare SEEDS", "library --help", "doctor", "completion bash"])
def test_an_encoding_without_unicode_gets_what_looks_like_it(command: str, tmp_path: Path, seeds: Path) -> None:
    done = run(f"{ASCII}variorum {command}", tmp_path, seeds)
    assert "Traceback" not in done.stderr
    assert done.returncode in (ExitCode.DONE, ExitCode.USAGE)
    assert done.stdout.isascii()
    if "SEEDS" in command:
        assert '"For my part, I am ready for cooperation and contacts with you."' in done.stdout


def test_what_is_said_looks_alike_too(tmp_path: Path, seeds: Path) -> None:
    done = run(f"{ASCII}variorum", tmp_path, seeds)
    assert "variorum SOURCE. reads articles" in done.stderr


def test_what_the_system_refuses_is_one_line(tmp_path: Path, seeds: Path) -> None:
    """A page needs pipes to the process that parses it."""
    done = run("ulimit -n 9; variorum compare SEEDS/../tests/pages/amp.html SEEDS", tmp_path, seeds)
    assert (done.returncode, done.stderr) == (ExitCode.FAILED, "variorum: the system refuses: Too many open files\n")


def test_too_little_memory_is_one_line(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def too_much(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(story, "compare_pair", too_much)
    assert main.run(["compare", str(seeds)]) == ExitCode.FAILED
    said = capfd.readouterr().err
    assert "not enough memory" in said
    assert said.count("\n") == 1
