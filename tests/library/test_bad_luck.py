"""A damaged, newer or foreign library is never overwritten; a failed write loses nothing and can be tried again."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.library import drivers

from variorum.engine.keeping.nouns import Highlight
from variorum.engine.nouns import Article
from variorum.errors import LibraryError
from variorum.library import Library, care, highlights, schema, sets, stories

ROOT = Path(__file__).parent.parent.parent
ENVIRONMENT = {"PYTHONPATH": f"{ROOT / 'tui'}:{ROOT}", "PATH": os.environ["PATH"]}
NOBODY = 65534
Make = Callable[..., Highlight]
Pair = tuple[Article, Article]


def drive(*arguments: str | Path) -> str:
    """Run one of the drivers; returns what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.library.drivers", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=ENVIRONMENT,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def ids(path: Path) -> list[str]:
    """Ids of all highlights, read by a fresh session; the library must be whole."""
    library = Library(path)
    assert care.check(library).problems == ()
    found = [h.id for record in sets.list_sets(library) for h in sets.load_set(library, record.id).highlights]
    library.close()
    return found


@pytest.fixture
def filled(path: Path, articles: Pair, mark: Make) -> Path:
    """A library with a story, thirty notes and a backup."""
    library = Library(path)
    story = stories.keep_story(library, articles).id
    highlights.keep_all(library, story, [mark(id=f"h{n}", note="x" * 900) for n in range(30)])
    care.backup(library)
    library.close()
    return path


def truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def cut_by_a_few_bytes(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 100)


def emptied(path: Path) -> None:
    os.truncate(path, 0)


def overwritten(path: Path) -> None:
    path.write_bytes(b"this was a library once\n" * 400)


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 1")


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (truncated, "damaged"),
        (cut_by_a_few_bytes, "damaged"),
        (emptied, "damaged"),
        (overwritten, "damaged"),
        (newer, "newer"),
        (foreign, "not a library"),
    ],
)
def test_a_library_that_cannot_be_used_is_left_as_it_is(
    filled: Path, articles: Pair, harm: Callable[[Path], None], words: str
) -> None:
    harm(filled)
    before = filled.read_bytes()
    library = Library(filled)
    for use in (
        lambda: stories.recent_stories(library),
        lambda: stories.keep_story(library, articles),
        lambda: care.backup(library),
        lambda: care.check(library),
    ):
        with pytest.raises(LibraryError, match=words) as raised:
            use()
        assert str(filled) in raised.value.message
        assert raised.value.hint
        assert len(str(raised.value).splitlines()) == 1
    library.close()
    assert filled.read_bytes() == before
    assert len(list(filled.parent.iterdir())) == 2


@pytest.mark.parametrize(
    ("put", "words"),
    [
        (Path.mkdir, "a folder"),
        (os.mkfifo, "a pipe"),
        (lambda path: path.symlink_to("/dev/null"), "a device"),
        (lambda path: path.symlink_to(path), "symbolic links"),
    ],
)
def test_what_is_no_file_is_named_and_not_opened(path: Path, put: Callable[[Path], None], words: str) -> None:
    path.parent.mkdir(exist_ok=True)
    put(path)
    library = Library(path)
    with pytest.raises(LibraryError, match=words) as raised:
        stories.recent_stories(library)
    assert "articles still open" in raised.value.hint


def test_a_session_goes_on_with_a_backup_that_was_put_back(filled: Path, articles: Pair, mark: Make) -> None:
    library = Library(filled)
    story = stories.keep_story(library, articles).id
    highlights.keep(library, story, mark(id="lost with the damaged file"))
    [backup] = care.backups(library)
    truncated(filled)
    backup.replace(filled)
    highlights.keep(library, story, mark(id="new"))
    library.close()
    assert sorted(ids(filled)) == sorted([*(f"h{n}" for n in range(30)), "new"])


def test_flipped_bytes_are_found_and_not_copied_over_the_good_backup(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        [page] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'highlights_by_id'").fetchone()
        [size] = connection.execute("PRAGMA page_size").fetchone()
    data = bytearray(filled.read_bytes())
    data[page * size - 200 : page * size] = bytes(200)  # the cells of a page are at its end
    filled.write_bytes(data)
    library = Library(filled)
    assert care.check(library).problems
    with pytest.raises(LibraryError, match="damaged"):
        care.backup(library)
    library.close()
    assert len(care.backups(library)) == 1


def test_backups_are_made_once_a_day_and_rotated(filled: Path, articles: Pair) -> None:
    library = Library(filled)
    first = care.backups(library)
    stories.keep_story(library, articles)
    assert care.backups(library) == first
    library.close()
    os.utime(first[0], (0, 0))
    library = Library(filled, backups=2)
    stories.keep_story(library, articles)
    assert care.backups(library)[:1] == first
    made = [care.backup(library) for _ in range(3)]
    library.close()
    assert care.backups(library) == tuple(made[1:])
    assert len(ids(made[2])) == 30


def test_a_backup_that_fails_does_not_keep_a_note_from_being_written(path: Path, articles: Pair, mark: Make) -> None:
    library = Library(path)
    story = stories.keep_story(library, articles).id
    library.close()
    (path.parent / "backups").write_text("in the way")
    highlights.keep(library, story, mark(id="kept"))
    library.close()
    library = Library(path)
    highlights.keep(library, story, mark(id="kept too"))
    assert "no backup" in library.warning
    library.close()
    assert ids(path) == ["kept", "kept too"]


def test_a_migration_comes_with_a_backup_and_all_or_nothing(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE half (done)")
        raise sqlite3.OperationalError("no further")

    def works(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE stories ADD COLUMN mood TEXT")

    before = filled.read_bytes()
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, fails))
    library = Library(filled)
    with pytest.raises(LibraryError, match="no further"):
        stories.recent_stories(library)
    assert filled.read_bytes() == before
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS[:-1], works))
    backups = care.backups(library)
    assert len(ids(filled)) == 30
    assert len(care.backups(library)) == len(backups) + 1
    assert care.check(library).version == len(schema.MIGRATIONS)
    library.close()


def test_a_library_of_the_first_version_is_brought_up_to_date(
    path: Path, articles: Pair, mark: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made by the first version's own tables; what a link rests on is kept from then on."""
    with monkeypatch.context() as old:
        old.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        library = Library(path)
        story = stories.keep_story(library, articles).id
        set_id = sets.default_set(library, story).id
        with library.writing() as connection:
            connection.execute(
                "INSERT INTO highlights (set_id, id, kind, score, discrepancies, created, modified)"
                " VALUES (?, 'old', 'own', .7, '[]', '2026-01-01', '2026-01-01')",
                (set_id,),
            )
            connection.execute("INSERT INTO anchors VALUES (1, 0, 'post', 'The mayor left.', '', '', 0, 15)")
        library.close()
    library = Library(path)
    kept = highlights.keep(library, story, replace(mark(id="new"), why=("number 3",), threshold=0.5))
    old_one, new_one = sets.load_set(library, set_id).highlights
    assert (old_one.id, old_one.score, old_one.why, old_one.threshold) == ("old", 0.7, (), None)
    assert new_one == kept
    assert new_one.why == ("number 3",)
    report = care.check(library)
    assert (report.version, report.problems) == (len(schema.MIGRATIONS), ())
    with sqlite3.connect(report.backups[-1]) as backup:
        assert backup.execute("PRAGMA user_version").fetchone() == (1,)
    library.close()


def test_a_full_library_says_so_and_the_same_value_can_be_tried_again(filled: Path, articles: Pair, mark: Make) -> None:
    library = Library(filled)
    story = stories.keep_story(library, articles).id
    with library.reading() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 1}")
    wanted = mark(id="big", note="y" * 50_000)
    with pytest.raises(LibraryError, match="disk is full"):
        highlights.keep(library, story, wanted)
    assert "big" not in ids(filled)
    assert highlights.keep(library, story, wanted).note == wanted.note
    library.close()
    assert "big" in ids(filled)


def test_a_session_that_does_not_let_go_is_waited_for_then_named(filled: Path, articles: Pair) -> None:
    other = Library(filled)
    library = Library(filled, busy_seconds=0.05)
    with other.writing(), pytest.raises(LibraryError, match="another session"):
        stories.keep_story(library, articles)
    assert stories.keep_story(library, articles).name
    other.close()
    library.close()


def test_threads_of_one_session_wait_for_each_other(path: Path, articles: Pair, mark: Make) -> None:
    library = Library(path)
    story = stories.keep_story(library, articles).id

    def keep(n: int) -> None:
        for k in range(5):
            highlights.keep(library, story, mark(id=f"t{n}-{k}"))

    threads = [threading.Thread(target=keep, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    library.close()
    assert len(ids(path)) == 20


def test_a_read_only_home_is_one_line(shut: Path, articles: Pair) -> None:
    library = Library(shut / "data" / "library.sqlite3")
    assert stories.recent_stories(library) == ()
    with pytest.raises(LibraryError, match="Permission denied") as raised:
        stories.keep_story(library, articles)
    assert str(shut) in raised.value.message


def test_a_read_only_library_can_be_read(filled: Path, shut: Path, articles: Pair) -> None:
    user = os.geteuid()
    os.seteuid(os.getuid())
    target = shut / "library.sqlite3"
    shut.chmod(0o755)
    target.write_bytes(filled.read_bytes())
    target.chmod(0o444)
    shut.chmod(0o555)
    os.seteuid(user)
    library = Library(target)
    assert len(sets.list_sets(library)) == 1
    with pytest.raises(LibraryError, match="cannot be written"):
        stories.keep_story(library, articles)
    library.close()


def test_sixteen_writers_at_once(path: Path) -> None:
    drive("crowd", path, "16", "4")
    assert sorted(ids(path)) == sorted(f"w{n}-{k}" for n in range(16) for k in range(4))


def test_the_drivers_write_what_the_tests_expect() -> None:
    assert drivers.note("a").id == "a"


@pytest.mark.parametrize("change", ["score = 'much'", "threshold = 'low'", "colour = x'00ff'", "created = x'20'"])
def test_a_row_that_holds_another_kind_of_value_is_called_damaged(
    path: Path, articles: Pair, mark: Make, change: str
) -> None:
    library = Library(path)
    story = stories.keep_story(library, articles).id
    highlights.keep(library, story, mark())
    set_id = sets.default_set(library, story).id
    with library.writing() as connection:
        connection.execute(f"UPDATE highlights SET {change}")
    with pytest.raises(LibraryError, match="damaged"):
        sets.load_set(library, set_id)
    library.close()


def test_what_someone_else_wrote_into_the_file_cannot_act_on_a_terminal(path: Path, articles: Pair, mark: Make) -> None:
    library = Library(path)
    story = stories.keep_story(library, articles).id
    highlights.keep(library, story, mark(note="fine"))
    set_id = sets.default_set(library, story).id
    with library.writing() as connection:
        connection.execute("UPDATE highlights SET colour = ?, why = ?", ("a\x1b[31mb", r'["words: \u001b[2Jgone"]'))
        connection.execute("UPDATE notes SET note = ?", ("see\u202e here\nand there",))
    (found,) = sets.load_set(library, set_id).highlights
    assert (found.colour, found.note) == ("a�[31mb", "see� here\nand there")
    assert found.why == ("words: �[2Jgone",)
    library.close()


def test_a_text_that_is_not_utf_8_is_said(path: Path, articles: Pair, mark: Make) -> None:
    library = Library(path)
    story = stories.keep_story(library, articles).id
    highlights.keep(library, story, mark(note="fine"))
    set_id = sets.default_set(library, story).id
    with library.writing() as connection:
        connection.execute("UPDATE notes SET note = CAST(x'61ff' AS TEXT)")
    with pytest.raises(LibraryError, match="not UTF-8"):
        sets.load_set(library, set_id)
    library.close()
