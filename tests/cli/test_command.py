"""The installed command as people and scripts meet it: output, talk and exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from variorum.errors import ExitCode

ROOT = Path(__file__).parent.parent.parent
BASE = {"PYTHONPATH": str(ROOT / "tui"), "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def run(*arguments: str | Path, home: Path, input: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "variorum", *map(str, arguments)],
        input=input,
        capture_output=True,
        check=False,
        timeout=60,
        env=BASE | {"VARIORUM_HOME": str(home)} | env,
    )


def pair(seeds: Path) -> list[Path]:
    return sorted(seeds.glob("*.txt"))


def document(done: subprocess.CompletedProcess[bytes]) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(done.stdout)
    return parsed


def test_compare_json_follows_the_schema(seeds: Path, home: Path) -> None:
    done = run("compare", *pair(seeds), "--json", home=home)
    assert done.returncode == ExitCode.DONE
    got = document(done)
    assert got["schema"] == 1
    assert got["articles"][0]["title"] is None
    for article in got["articles"]:
        for sentence in article["sentences"]:
            assert article["text"][sentence["start"] : sentence["end"]] == sentence["text"]
    assert {"a", "b", "links", "unique_a", "unique_b", "share_a", "share_b"} <= got["pairs"][0].keys()


@pytest.mark.parametrize("command", [("compare",), ("read",), ()])
def test_without_a_terminal_there_is_a_plain_report(seeds: Path, home: Path, command: tuple[str, ...]) -> None:
    done = run(*command, seeds, home=home)
    assert done.returncode == ExitCode.DONE
    text = done.stdout.decode()
    assert "2 articles" in text
    assert "\x1b" not in text
    assert not home.exists(), "reading keeps nothing"


def test_a_bad_source_costs_one_line_and_the_others_go_on(seeds: Path, home: Path, tmp_path: Path) -> None:
    done = run("compare", *pair(seeds), tmp_path / "gone.txt", "--json", home=home)
    assert done.returncode == ExitCode.UNREADABLE
    assert len(document(done)["articles"]) == 2
    assert done.stderr.count(b"\n") == 1
    assert b"gone.txt" in done.stderr


def test_nothing_readable_is_an_error(home: Path, tmp_path: Path) -> None:
    done = run("compare", tmp_path / "a", tmp_path / "b", home=home)
    assert done.returncode == ExitCode.UNREADABLE
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr


def test_one_article_alone_is_said_to_be(seeds: Path, home: Path) -> None:
    done = run("compare", pair(seeds)[0], home=home)
    assert done.returncode == ExitCode.USAGE
    assert b"one article only" in done.stderr


def test_output_never_overwrites_without_force(seeds: Path, home: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    target.write_text("mine")
    refused = run("compare", seeds, "--json", "-o", target, home=home)
    assert refused.returncode == ExitCode.UNWRITABLE
    assert target.read_text() == "mine"
    assert b"report.json" in refused.stderr
    forced = run("compare", seeds, "-o", target, "--force", home=home)
    assert forced.returncode == ExitCode.DONE
    assert json.loads(target.read_text())["schema"] == 1


@pytest.mark.parametrize(
    "arguments",
    [("compare",), ("compare", "x", "--format", "runes"), ("read", "--theme", "purple", "x"), ("completion", "tcsh")],
)
def test_wrong_usage_ends_with_2(home: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments, home=home)
    assert done.returncode == ExitCode.USAGE
    assert b"usage:" in done.stderr


def test_help_is_asked_for_in_words_too(home: Path) -> None:
    assert run("help", home=home).stdout == run("--help", home=home).stdout
    assert run("help", "note", home=home).stdout == run("note", "--help", home=home).stdout


def test_only_what_is_required_is_called_so(seeds: Path, home: Path) -> None:
    assert run("import", home=home).stderr.rstrip().endswith(b"required: FILE")
    assert run("note", "add", home=home).stderr.rstrip().endswith(b"required: TEXT")
    assert b"no two of the articles are on one event" in run("compare", seeds, "--story", "3", home=home).stderr


def test_wrong_settings_end_with_2_and_name_the_key(seeds: Path, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text("thme = 1\n")
    done = run("read", seeds, home=home)
    assert done.returncode == ExitCode.USAGE
    assert b"thme" in done.stderr


def test_the_words_of_a_hostile_name_are_printed_inert(home: Path, tmp_path: Path) -> None:
    done = run("compare", tmp_path / "a\x1b]52;c;aGk=\x07b.txt", tmp_path / "\x9b31m.txt", home=home)
    assert done.returncode == ExitCode.UNREADABLE
    assert not set(done.stderr) & {0x1B, 0x07}
    assert "\x9b" not in done.stderr.decode()


def test_standard_input_is_an_article(seeds: Path, home: Path) -> None:
    first, second = pair(seeds)
    done = run("compare", "-", second, "--json", home=home, input=first.read_bytes())
    assert done.returncode == ExitCode.DONE
    assert document(done)["articles"][0]["source"] == "-"


def test_the_words_of_a_hostile_option_are_printed_inert(home: Path) -> None:
    done = run("compare", "a", "--x\x1b]0;t\x07", home=home)
    assert done.returncode == ExitCode.USAGE
    assert not set(done.stderr) & {0x1B, 0x07}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_every_command_and_its_options(home: Path, shell: str) -> None:
    done = run("completion", shell, home=home)
    assert done.returncode == ExitCode.DONE
    for word in (b"compare", b"read", b"format", b"theme"):
        assert word in done.stdout


def test_a_table_opens_in_a_spreadsheet_and_a_pipe_stays_plain(seeds: Path, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "table.CSV"
    assert run("compare", seeds, "-o", path, home=home).returncode == ExitCode.DONE
    piped = run("compare", seeds, "--format", "csv", home=home).stdout
    assert path.read_bytes()[:6] == b"\xef\xbb\xbfid,"
    assert piped[:3] == b"id,"
    assert path.read_text("utf-8-sig").splitlines()[0] == piped.decode().splitlines()[0]


def test_a_threshold_leaves_weaker_links_out(seeds: Path, home: Path) -> None:
    """Those of `compare` are asked for; the reader without a screen follows the settings, as with one."""
    every = json.loads(run("compare", seeds, "--json", home=home).stdout)
    (home / "config.toml").parent.mkdir(exist_ok=True)
    (home / "config.toml").write_text("threshold = 0.8\n")
    assert json.loads(run("compare", seeds, "--json", home=home).stdout)["pairs"] == every["pairs"]
    fewer = json.loads(run("compare", seeds, "--json", "--threshold", ".8", home=home).stdout)
    links = [link for link in every["pairs"][0]["links"] if link["score"] >= 0.8]
    assert 0 < len(links) < len(every["pairs"][0]["links"])
    assert fewer["pairs"][0]["links"] == links
    assert fewer["provenance"]["threshold"] == 0.8
    assert fewer["pairs"][0]["share_a"] < every["pairs"][0]["share_a"]
    assert f"SHARED ({len(links)})" in run(seeds, home=home).stdout.decode()
    assert run("compare", seeds, "--threshold", ".3", home=home).returncode == ExitCode.USAGE
