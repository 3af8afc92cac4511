"""A backup put back: what stood in its place is kept, whatever it was, and what others write meanwhile goes on."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.library.test_bad_luck import Make, Pair, emptied, foreign, ids, newer, overwritten, truncated

from variorum.errors import LibraryError
from variorum.library import Library, care, highlights, restoring, sets, stories


@pytest.fixture
def backup(path: Path, articles: Pair, mark: Make) -> Path:
    """A backup with one note; the library has a second one."""
    library = Library(path)
    story = stories.keep_story(library, articles).id
    highlights.keep(library, story, mark(id="old"))
    made = care.backup(library)
    highlights.keep(library, story, mark(1, id="new"))
    library.close()
    return made


@pytest.mark.parametrize("harm", [truncated, emptied, overwritten, newer, foreign])
def test_what_cannot_be_used_is_kept_aside_byte_for_byte(
    path: Path, backup: Path, harm: Callable[[Path], None]
) -> None:
    harm(path)
    before = path.read_bytes()
    done = restoring.restore(path, backup)
    assert done.aside is not None
    assert done.aside.read_bytes() == before
    assert ids(path) == ["old"]
    assert backup.exists()
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("put", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to(path)])
def test_what_is_no_file_is_kept_aside_too(path: Path, backup: Path, put: Callable[[Path], None]) -> None:
    path.unlink()
    put(path)
    mode = path.lstat().st_mode
    aside = restoring.restore(path, backup).aside
    assert aside is not None
    assert aside.lstat().st_mode == mode
    assert ids(path) == ["old"]


def test_what_was_kept_aside_comes_back(path: Path, backup: Path) -> None:
    aside = restoring.restore(path, backup).aside
    assert aside is not None
    assert [copy.path for copy in restoring.copies(path)] == [backup, aside]
    restoring.restore(path, aside)
    assert ids(path) == ["old", "new"]


def test_a_link_to_the_library_stays_one(path: Path, backup: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "kept.sqlite3"
    real.parent.mkdir()
    path.rename(real)
    path.symlink_to(real)
    aside = restoring.restore(path, backup).aside
    assert path.is_symlink()
    assert aside is not None
    assert aside.parent == real.parent
    assert ids(path) == ["old"]


def test_no_library_at_all_is_no_trouble(path: Path, backup: Path) -> None:
    path.unlink()
    assert restoring.restore(path, backup).aside is None
    assert ids(path) == ["old"]


@pytest.mark.parametrize("harm", [truncated, emptied, overwritten, newer, foreign, Path.unlink])
def test_what_is_no_good_backup_changes_nothing(path: Path, backup: Path, harm: Callable[[Path], None]) -> None:
    harm(backup)
    before = path.read_bytes()
    with pytest.raises(LibraryError) as raised:
        restoring.restore(path, backup)
    assert str(backup) in raised.value.message
    assert path.read_bytes() == before
    assert sorted(os.listdir(path.parent)) == ["backups", "library.sqlite3"]


def test_a_transaction_that_was_broken_off_stays_with_its_file(path: Path, backup: Path) -> None:
    """Its journal must not be rolled into the backup; it is rolled back in the file that it belongs to."""
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("PRAGMA cache_spill = 1")
        writer.execute("BEGIN")
        writer.execute("UPDATE articles SET text = ?", ("x" * 200_000,))
        broken, journal = path.read_bytes(), Path(f"{path}-journal").read_bytes()
    path.write_bytes(broken)
    Path(f"{path}-journal").write_bytes(journal)
    aside = restoring.restore(path, backup).aside
    assert not Path(f"{path}-journal").exists()
    assert ids(path) == ["old"]
    assert aside is not None
    restoring.restore(path, aside)
    assert ids(path) == ["old", "new"]


def test_a_session_in_the_middle_of_writing_is_not_cut_off(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restoring, "BUSY_SECONDS", 0.05)
    other = Library(path)
    with other.writing(), pytest.raises(LibraryError, match="another session"):
        restoring.restore(path, backup)
    other.close()
    assert ids(path) == ["old", "new"]
    assert sorted(os.listdir(path.parent)) == ["backups", "library.sqlite3"]


def test_who_waits_for_the_turn_writes_to_the_file_that_was_put_back(
    path: Path, backup: Path, articles: Pair, mark: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session has looked at the old file, and waits for its lock, when another file takes its place."""
    library = Library(path)
    story = stories.keep_story(library, articles).id
    exchange, begun = restoring._exchange, threading.Event()
    writer = threading.Thread(target=lambda: highlights.keep(library, story, mark(2, id="waiting")))

    def while_another_waits(place: Path, new: Path) -> Path | None:
        with library.reading() as connection:
            connection.set_trace_callback(lambda sql: begun.set() if "IMMEDIATE" in sql else None)
        writer.start()
        assert begun.wait(10)
        return exchange(place, new)

    monkeypatch.setattr(restoring, "_exchange", while_another_waits)
    restoring.restore(path, backup)
    writer.join()
    library.close()
    assert ids(path) == ["old", "waiting"]


def test_a_disk_without_hard_links(path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refused)
    before = path.read_bytes()
    aside = restoring.restore(path, backup).aside
    assert aside is not None
    assert aside.read_bytes() == before
    assert ids(path) == ["old"]


def test_a_full_disk_changes_nothing(path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(restoring, "copy_whole", full)
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="No space left"):
        restoring.restore(path, backup)
    assert path.read_bytes() == before


def test_a_clock_that_was_put_back_costs_no_backup(path: Path, backup: Path, articles: Pair, mark: Make) -> None:
    """What is dated in years to come neither stands for today's backup, nor outlives those that are made now."""
    later = 4_000_000_000
    for name in ("library-20970101T000000000000Z.sqlite3", "library-20970102T000000000000Z.sqlite3"):
        (backup.parent / name).write_bytes(backup.read_bytes())
        os.utime(backup.parent / name, (later, later))
    backup.unlink()
    library = Library(path, backups=2)
    highlights.keep(library, stories.keep_story(library, articles).id, mark(2, id="today"))
    first, second = care.backups(library)
    assert "2097" in first.name
    assert second.name < first.name
    assert restoring.copies(path)[0].path == second
    library.close()


def test_a_disk_that_becomes_writable_is_written_at_once(backup: Path, shut: Path, articles: Pair, mark: Make) -> None:
    """Also by a session that has only read so far, whose file was opened for reading only."""
    user = os.geteuid()
    os.seteuid(os.getuid())
    target = shut / "library.sqlite3"
    shut.chmod(0o755)
    target.write_bytes(backup.read_bytes())
    target.chmod(0o444)
    os.seteuid(user)
    library = Library(target)
    (found,) = sets.list_sets(library)
    os.seteuid(os.getuid())
    target.chmod(0o666)
    shut.chmod(0o777)
    os.seteuid(user)
    highlights.keep(library, found.story, mark(id="at once"))
    library.close()
    assert "at once" in ids(target)
