"""Long: writers killed at any moment, faults of the disk injected call by call, a disk that is really full."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.library.drivers import note
from tests.library.test_bad_luck import ENVIRONMENT, drive, ids

from variorum.engine.nouns import Article
from variorum.errors import ExitCode, LibraryError
from variorum.library import Library, highlights, stories

pytestmark = pytest.mark.long
KILLS = 200


def test_two_hundred_killed_writers_lose_nothing_acknowledged(path: Path) -> None:
    acknowledged = drive("killed", path, str(KILLS)).split()
    assert len({id.split("-")[0] for id in acknowledged}) == KILLS
    there = ids(path)
    assert set(acknowledged) <= set(there)
    # A kill may fall between the commit and its acknowledgement, once a writer.
    assert len(there) - len(acknowledged) <= KILLS


def test_sixteen_writers_with_many_notes(path: Path) -> None:
    drive("crowd", path, "16", "40")
    assert sorted(ids(path)) == sorted(f"w{n}-{k}" for n in range(16) for k in range(40))


def command(home: Path, *arguments: str | Path, inject: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command, under strace where a fault is to be injected into its calls on the library's files."""
    traced: list[str | Path] = []
    if inject:
        files = [home / name for name in ("library.sqlite3", "library.sqlite3-journal")]
        watched = [part for file in files for part in ("-P", str(file))]
        traced = ["strace", "-f", "-qq", "-o", "/dev/null", *watched, "-e", f"inject={inject}"]
    return subprocess.run(
        [*map(str, traced), sys.executable, "-m", "variorum", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=ENVIRONMENT | {"VARIORUM_HOME": str(home)},
        timeout=60,
    )


# The command commits twice, to the story and to its highlights; the faults begin everywhere in both.
CALLS = {
    "pwrite64": (1, 6, 20, 28, 45, 60),
    "fdatasync,fsync": (1, 2, 3, 5, 6, 8),
    "unlink": (1, 2),
    "openat": (1, 2, 4),
}
FAULTS = [(call, error, when) for call, whens in CALLS.items() for error in ("EIO", "ENOSPC") for when in whens]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one note in its library, and the article that it is on."""
    folder = tmp_path_factory.mktemp("faults")
    folder.joinpath("a.txt").write_text("Nobody was hurt.\n", "utf-8")
    done = command(folder / "home", "note", "add", "first", folder / "a.txt")
    assert done.returncode == ExitCode.DONE, done.stderr
    return folder


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
@pytest.mark.parametrize(("call", "error", "when"), FAULTS, ids=str)
def test_a_fault_of_the_disk_is_one_line_and_loses_nothing(
    kept: Path, tmp_path: Path, call: str, error: str, when: int
) -> None:
    home, article = tmp_path / "home", tmp_path / "a.txt"
    shutil.copytree(kept / "home", home)
    shutil.copy(kept / "a.txt", article)
    # `when=N+`: the disk stays broken from the Nth call on.
    done = command(home, "note", "add", "second", article, inject=f"{call}:error={error}:when={when}+")
    there = ids(home / "library.sqlite3")
    assert when > 1 or done.returncode == ExitCode.UNWRITABLE
    if done.returncode == ExitCode.DONE:
        assert done.stdout.strip() in there
        assert len(there) == 2
    else:
        assert done.returncode == ExitCode.UNWRITABLE, done.stderr
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert done.stdout == ""
        assert len(there) in (1, 2)  # a commit may stand although its last step could not be made sure of
    again = command(home, "note", "add", "third", article)
    assert again.returncode == ExitCode.DONE, again.stderr
    assert again.stdout.strip() in ids(home / "library.sqlite3")
    assert set(there) < set(ids(home / "library.sqlite3"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 400 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if os.geteuid() or mount is None:
        pytest.skip("mounting a small disk needs root and mount")
    made = subprocess.run([mount, "-t", "tmpfs", "-o", "size=400k", "none", str(folder)], check=False)
    if made.returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_one_line_and_room_made_is_used(small_disk: Path, articles: tuple[Article, Article]) -> None:
    path = small_disk / "data" / "library.sqlite3"
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(150_000))
    library = Library(path)
    story = stories.keep_story(library, articles).id
    acknowledged: list[str] = []

    def keep_on() -> None:
        while True:
            acknowledged.append(highlights.keep(library, story, note(f"n{len(acknowledged)}")).id)

    with pytest.raises(LibraryError, match="the disk is full"):
        keep_on()
    assert acknowledged
    waiting = note(f"n{len(acknowledged)}")
    with pytest.raises(LibraryError):
        highlights.keep(library, story, waiting)
    assert ids(path) == acknowledged
    ballast.unlink()
    highlights.keep(library, story, waiting)
    library.close()
    assert ids(path) == [*acknowledged, waiting.id]


def test_a_full_disk_from_the_start_leaves_reading_alone(small_disk: Path, articles: tuple[Article, Article]) -> None:
    ballast = small_disk / "ballast"
    descriptor = os.open(ballast, os.O_WRONLY | os.O_CREAT)
    assert os.write(descriptor, bytes(500_000)) < 500_000
    os.close(descriptor)
    library = Library(small_disk / "library.sqlite3")
    with pytest.raises(LibraryError):
        stories.keep_story(library, articles)
    assert stories.recent_stories(library) == ()
    ballast.unlink()
    assert stories.keep_story(library, articles).name == "The mayor left"
    library.close()
