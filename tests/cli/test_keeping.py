"""The commands about what is kept: everything the screen keeps can be scripted."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from tests.cli.conftest import LEFT
from tests.cli.test_command import BASE

from variorum.cli import main
from variorum.errors import ExitCode


def run(*arguments: str | Path, home: Path, input: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """The command in this process: a hundred starts of Python would take longer than all the work."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    stdin = io.TextIOWrapper(io.BytesIO(input), "utf-8")
    with (
        mock.patch.dict(os.environ, VARIORUM_HOME=str(home)),
        mock.patch.object(sys, "stdin", stdin),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        status = main.run([str(a) for a in arguments])
    streams = [stream.buffer.getvalue() for stream in (out, err) if isinstance(stream.buffer, io.BytesIO)]
    return subprocess.CompletedProcess([], status, *streams)


def ok(done: subprocess.CompletedProcess[bytes]) -> str:
    assert done.returncode == ExitCode.DONE, done.stderr.decode()
    return done.stdout.decode()


def values(done: subprocess.CompletedProcess[bytes]) -> Any:  # noqa: ANN401 - what json.loads gives
    return json.loads(ok(done))


def test_a_note_is_added_listed_and_removed(home: Path, story: list[Path]) -> None:
    added = run("note", "add", "ask the\nmayor", *story, "--exact", "Nobody was  hurt", "--tag", "todo", home=home)
    id = ok(added).strip()
    assert len(id.splitlines()) == 1
    assert ok(run("note", "add", "-", "--to", id[:8], home=home, input=b"why?\n")).strip() == id
    [note] = values(run("note", "list", "--json", home=home))
    assert (note["id"], note["note"], note["tags"]) == (id, "ask the\nmayor\nwhy?", ["todo"])
    assert note["anchors"] == [{"article": "post", "exact": "Nobody was hurt", "start": 27, "end": 42}]
    assert values(run("note", "list", "MAYOR", "why", "--json", home=home)) == [note]
    assert values(run("note", "list", "nothing", "--json", home=home)) == []
    ok(run("note", "rm", id, home=home))
    assert values(run("note", "list", "--json", home=home)) == []
    [highlight] = values(run("highlights", "list", "highlights", "--json", home=home))
    assert highlight["note"] == ""


def test_highlights_are_added_listed_compared_merged_and_removed(home: Path, story: list[Path]) -> None:
    ids = ok(run("highlights", "add", *story, "--automatic", "shared", home=home)).split()
    assert len(ids) == 1
    assert ok(run("highlights", "add", *story, "--automatic", "shared", home=home)).split() == ids
    pair = ("--exact", "left on Monday", "--exact", "A new one is wanted.")
    [own] = ok(run("highlights", "add", *story, *pair, "--set", "own", "--kind", "quote", home=home)).split()
    compared = values(run("highlights", "compare", "all shared", "own", "--json", home=home))
    assert [[h["id"] for h in compared[k]] for k in ("only_first", "only_second", "both")] == [ids, [own], []]
    ok(run("highlights", "rename", "own", "mine", home=home))
    ok(run("highlights", "merge", "mine", "all shared", home=home))
    [record] = values(run("highlights", "list", "--json", home=home))
    assert (record["name"], record["highlights"]) == ("mine", 2)
    ok(run("highlights", "rm", own[:8], home=home))
    assert own not in ok(run("highlights", "list", "mine", home=home))
    ok(run("highlights", "rm", "--set", "mine", home=home))
    assert values(run("highlights", "list", "--json", home=home)) == []


def test_a_set_is_exported_without_its_files_and_comes_back_the_same(
    home: Path, story: list[Path], tmp_path: Path
) -> None:
    ok(
        run(
            "highlights",
            "add",
            *story,
            "--exact",
            "It rained",
            "--note",
            "a\nb",
            "--tag",
            "x",
            "--set",
            "own",
            home=home,
        )
    )
    before = values(run("highlights", "list", "own", "--json", home=home))
    for path in story:
        path.rename(path.with_suffix(".away"))
    for name in ("own.json", "own.jsonld"):
        ok(run("export", "own", "-o", tmp_path / name, home=home))
    assert run("export", "own", "-o", tmp_path / "own.json", home=home).returncode == ExitCode.UNWRITABLE
    ok(run("export", "own", "-o", tmp_path / "own.json", "--force", home=home))
    assert b"It rained" in ok(run("export", "own", "--format", "csv", "--preset", "hypothesis", home=home)).encode()
    for name in ("own.json", "own.jsonld"):
        ok(run("highlights", "rm", "--set", "own", home=home))
        ok(run("import", tmp_path / name, "--set", "own", home=home))
        assert values(run("highlights", "list", "own", "--json", home=home)) == before
    other = tmp_path / "other home"
    done = run("import", tmp_path / "own.jsonld", home=other)
    assert done.returncode == ExitCode.USAGE
    assert not other.exists()
    ok(run("import", tmp_path / "own.json", home=tmp_path / "third home"))  # brings its texts along
    back = [path.with_suffix(".away").rename(path) for path in story]
    ok(run("import", tmp_path / "own.jsonld", *back, home=other))
    for elsewhere in (other, tmp_path / "third home"):
        [there] = values(run("highlights", "list", "own", "--json", home=elsewhere))
        assert {k: v for k, v in there.items() if k != "set"} == {k: v for k, v in before[0].items() if k != "set"}


def test_highlights_follow_a_changed_text_and_orphans_are_counted(home: Path, story: list[Path]) -> None:
    for words in ("It rained all night in Lessing.", "Nobody was hurt in the storm."):
        ok(run("highlights", "add", *story, "--exact", words, home=home))
    story[0].write_text("An update.\n\n" + LEFT.replace("Nobody was hurt in the storm.", "Two died."), "utf-8")
    ok(run("highlights", "add", *story, "--exact", "Two died.", home=home))
    done = run("export", "highlights", "--format", "json", home=home)
    assert b"1 of 3 highlights are orphans" in done.stderr
    starts = {h["anchors"][0]["exact"]: h["anchors"][0]["start"] for h in values(done)["highlights"]}
    text = story[0].read_text("utf-8")
    assert starts["It rained all night in Lessing."] == text.index("It rained")
    assert starts["Nobody was hurt in the storm."] == LEFT.index("Nobody")
    listed = {
        h["anchors"][0]["exact"]: h["places"][0]
        for h in values(run("highlights", "list", "highlights", "--json", home=home))
    }
    assert listed["Nobody was hurt in the storm."] is None
    assert listed["It rained all night in Lessing."]["moved"]
    assert listed["Two died."]["confidence"] == 1
    lines = ok(run("highlights", "list", "highlights", home=home)).splitlines()
    assert ["orphan" in line for line in lines] == ["Nobody" in line for line in lines]
    assert ["moved" in line for line in lines] == ["rained" in line for line in lines]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("note", "add", "x"), ExitCode.USAGE),
        (("note", "add", " ", "--to", "12345678"), ExitCode.USAGE),
        (("note", "add", "x", "--to", "12345678"), ExitCode.USAGE),
        (("note", "rm", "12345678"), ExitCode.USAGE),
        (("note", "add", "x", "no-such-file.txt"), ExitCode.UNREADABLE),
        (("highlights", "list", "nothing"), ExitCode.USAGE),
        (("highlights", "rm"), ExitCode.USAGE),
        (("export", "nothing"), ExitCode.USAGE),
        (("import", "no-such-file.json"), ExitCode.UNREADABLE),
        (("library", "backup"), ExitCode.UNWRITABLE),
    ],
)
def test_what_does_not_exist_is_one_line_and_creates_nothing(
    home: Path, arguments: tuple[str, ...], status: ExitCode
) -> None:
    done = run(*arguments, home=home)
    assert done.returncode == status
    assert done.stdout == b""
    assert len(done.stderr.splitlines()) <= 2
    assert b"Traceback" not in done.stderr
    assert not home.exists()


def test_the_library_is_where_it_says_whole_and_backed_up(home: Path, story: list[Path]) -> None:
    path = home / "library.sqlite3"
    assert ok(run("library", "where", home=home)).strip() == str(path)
    assert values(run("library", "check", "--json", home=home))["bytes"] == 0
    assert not home.exists()
    ok(run("note", "add", "x", *story, home=home))
    backup = Path(ok(run("library", "backup", home=home)).strip())
    assert backup.read_bytes()[:15] == b"SQLite format 3"
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert values(run("library", "check", "--json", home=home))["counts"]["notes"] == 1
    path.write_bytes(os.urandom(8192))
    damaged = path.read_bytes()
    assert run("library", "check", home=home).returncode == ExitCode.UNWRITABLE
    done = run("note", "add", "y", *story, home=home)
    assert done.returncode == ExitCode.UNWRITABLE
    assert str(backup).encode() in done.stderr
    assert path.read_bytes() == damaged
    assert run("compare", *story, home=home).returncode == ExitCode.DONE
    restored = run("library", "restore", home=home)
    assert "notes 1" in ok(restored)
    aside = next(home.glob("library-aside-*"))
    assert str(aside).encode() in restored.stderr
    assert aside.read_bytes() == damaged
    assert values(run("library", "check", "--json", home=home))["counts"]["notes"] == 1
    assert run("library", "restore", home=home).returncode == ExitCode.USAGE, (
        "a whole one gives way to a named one only"
    )
    listed = values(run("library", "backups", "--json", home=home))
    assert [(copy["path"], copy["aside"], bool(copy["problem"])) for copy in listed] == [
        (str(backup), False, False),
        (str(aside), True, True),
    ]
    ok(run("library", "restore", "1", home=home))
    for wrong in ("0", "7", "gone.sqlite3", str(story[0]), str(home)):
        assert run("library", "restore", wrong, home=home).returncode != ExitCode.DONE
    assert values(run("library", "check", "--json", home=home))["counts"]["notes"] == 1


@pytest.mark.parametrize("env", [{}, {"HOME": ""}, {"HOME": "/dev/null/none"}])
def test_without_a_home_everything_but_keeping_works(story: list[Path], env: dict[str, str]) -> None:
    bare = {k: v for k, v in BASE.items() if k != "HOME"} | env
    for arguments in (("compare", *story), ("library", "where"), ("highlights", "list")):
        command = [sys.executable, "-m", "variorum", *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, check=False, env=bare, timeout=60)
        assert done.returncode == ExitCode.DONE, done.stderr.decode()
    if env.get("HOME"):
        command = [sys.executable, "-m", "variorum", "note", "add", "x", str(story[0])]
        done = subprocess.run(command, capture_output=True, check=False, env=bare, timeout=60)
        assert done.returncode == ExitCode.UNWRITABLE
        assert len(done.stderr.splitlines()) == 1


def test_sixteen_commands_at_once_on_no_library_yet(home: Path, story: list[Path]) -> None:
    environment = BASE | {"VARIORUM_HOME": str(home)}
    command = [sys.executable, "-m", "variorum", "note", "add"]
    running = [
        subprocess.Popen(
            [*command, f"n{n}", str(story[0])], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
        )
        for n in range(16)
    ]
    ended = [(*process.communicate(timeout=60), process.returncode) for process in running]
    assert [status for _, _, status in ended] == [ExitCode.DONE] * 16, ended
    notes = values(run("note", "list", "--json", home=home))
    assert sorted(n["id"] for n in notes) == sorted(out.decode().strip() for out, _, _ in ended)
    assert len({n["set"]["id"] for n in notes}) == 1


def test_corrections_and_links_by_hand_are_made_listed_and_taken_back(home: Path, story: list[Path]) -> None:
    ok(run("correct", "role", "caption", "It rained", *story, home=home))
    ok(run("correct", "break", "in the storm", *story, home=home))
    ok(run("correct", "link", "Nobody was hurt", "A mayor goes", *story, home=home))
    ok(run("correct", "unlink", "The mayor left", "The mayor left", *story, home=home))
    listed = values(run("correct", "list", *story, "--json", home=home))
    assert [(c["kind"], c["article"]) for c in listed] == [
        ("role", ["post"]),
        ("break", ["post"]),
        ("link", ["post", "herald"]),
        ("unlink", ["post", "herald"]),
    ]
    assert listed[0]["exact"] == ["It rained all night in Lessing."]
    # The break was made first, so the link is of the half sentence only.
    assert listed[2]["exact"] == ["Nobody was hurt", "A mayor goes"]
    compared = values(run("compare", *story, "--corrected", "--json", home=home))
    roles = {s["text"]: s["role"] for s in compared["articles"][0]["sentences"]}
    assert roles["It rained all night in Lessing."] == "caption"
    links = {
        tuple(compared["articles"][0]["sentences"][i]["text"] for i in x["a"]): x for x in compared["pairs"][0]["links"]
    }
    assert links[("Nobody was hurt",)]["by"] == "reader"
    assert ("The mayor left on Monday.",) not in links
    assert run("correct", "role", "caption", "It rained", *story, home=home).returncode == ExitCode.USAGE
    ok(run("correct", "rm", "3", *story, home=home))
    ok(run("correct", "rm", "1", *story, home=home))
    assert values(run("correct", "list", *story, "--json", home=home)) == [listed[1], listed[3]]


def test_stories_are_listed_and_forgotten(home: Path, story: list[Path]) -> None:
    ok(run("note", "add", "x", *story, home=home))
    (third := story[0].with_name("third.txt")).write_text("Something else went on elsewhere.")
    ok(run("note", "add", "y", third, home=home))
    listed = values(run("library", "stories", "--json", home=home))
    assert [s["outlets"] for s in listed] == [["third"], ["post", "herald"]]
    ok(run("library", "forget", listed[0]["id"][:8], home=home))
    assert run("library", "forget", listed[0]["id"], home=home).returncode == ExitCode.USAGE
    assert [n["note"] for n in values(run("note", "list", "--json", home=home))] == ["x"]
    assert values(run("library", "check", "--json", home=home))["counts"]["articles"] == 2


def test_highlights_are_edited(home: Path, story: list[Path]) -> None:
    words = ("Nobody was hurt in the storm.", "It rained all night in Lessing.")
    ids = [
        ok(run("highlights", "add", *story, "--exact", w, "--tag", "old", "--note", "first", home=home)).strip()
        for w in words
    ]
    changes = ("--tag", "new", "--untag", "old", "--kind", "quote", "--note", "second", "--colour", "blue", "--json")
    edited = values(run("highlights", "edit", ids[0], ids[1][:8], *changes, home=home))
    assert [(h["id"], h["tags"], h["kind"], h["note"]) for h in edited] == [
        (i, ["new"], "quote", "second") for i in ids
    ]
    assert values(run("highlights", "list", "highlights", "--json", home=home))[0]["note"] == "second"
    assert ok(run("highlights", "edit", ids[0], "--note", "", home=home)) == ""
    assert values(run("highlights", "list", "highlights", "--json", home=home))[0]["note"] == ""
    for wrong in ((), ("--untag", "nowhere")):
        assert run("highlights", "edit", ids[0], *wrong, home=home).returncode == ExitCode.USAGE
    assert run("highlights", "edit", "00000000", "--tag", "x", home=home).returncode == ExitCode.USAGE


def test_what_several_sets_hold_is_named_by_its_set(home: Path, story: list[Path]) -> None:
    for name in ("one", "two"):
        ids = ok(run("highlights", "add", *story, "--automatic", "shared", "--set", name, home=home)).split()
    done = run("highlights", "edit", ids[0], "--tag", "x", home=home)
    assert done.returncode == ExitCode.USAGE
    assert b"--in" in done.stderr
    ok(run("highlights", "edit", ids[0], "--tag", "x", "--in", "two", home=home))
    assert [values(run("highlights", "list", n, "--json", home=home))[0]["tags"] for n in ("one", "two")] == [[], ["x"]]


def test_without_source_and_screen_the_stories_are_listed(home: Path, story: list[Path]) -> None:
    done = run(home=home)
    assert (ok(done), b"nothing read yet" in done.stderr) == ("", True)
    ok(run("highlights", "add", *story, "--exact", "Nobody was hurt in the storm.", home=home))
    done = run(home=home)
    assert ok(done) == ok(run("library", "stories", home=home))
    assert b"--resume ID" in done.stderr
    id = ok(done).split()[0]
    for asked in (["--resume"], ["--resume", id]):
        assert "SHARED (1)" in ok(run(*asked, home=home))
    assert run("--resume", "ffffffff", home=home).returncode == ExitCode.USAGE
    assert run("--resume", id, "--ascii", story[0], home=home).returncode == ExitCode.USAGE


def test_whose_an_article_is_can_be_stated_and_taken_back(home: Path, story: list[Path]) -> None:
    id = story[0].stem
    ok(run("correct", "outlet", "Kelder Post", *story, "--article", id, home=home))
    ok(run("correct", "outlet", "Orsel Post", *story, "--article", id, home=home))
    ok(run("correct", "date", "15 December 2020", *story, "--article", id, home=home))
    listed = values(run("correct", "list", *story, "--json", home=home))
    assert [(c["kind"], c["value"]) for c in listed] == [("outlet", "Orsel Post"), ("published", "2020-12-15")]
    compared = values(run("compare", *story, "--corrected", "--json", home=home))
    stated = next(a for a in compared["articles"] if a["id"] == id)
    assert (stated["outlet"], stated["published"]) == ("Orsel Post", "2020-12-15")
    assert run("correct", "date", "soon", *story, "--article", id, home=home).returncode == ExitCode.USAGE
    assert run("correct", "outlet", "X", *story, home=home).returncode == ExitCode.USAGE
    ok(run("correct", "rm", "1", *story, home=home))
    assert len(values(run("correct", "list", *story, "--json", home=home))) == 1
