"""Exports reach the disk whole or not at all, and never over something by accident."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.errors import ExitCode, ExportError
from variorum.export.write import safe_name, write_file


def test_writes_text_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_file(path, "é\r\n")
    assert path.read_bytes() == "é\r\n".encode()
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_mode_honours_the_mask(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        write_file(tmp_path / "a", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == mode


def test_refuses_to_overwrite(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("old")
    with pytest.raises(ExportError, match="exists already") as error:
        write_file(path, "new")
    assert "--force" in error.value.hint
    assert error.value.exit_code is ExitCode.UNWRITABLE
    assert path.read_text() == "old"
    write_file(path, "new", force=True)
    assert path.read_text() == "new"


def test_does_not_overwrite_what_appears_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    sync = os.fsync

    def late(descriptor: int) -> None:
        sync(descriptor)
        path.write_text("theirs")

    monkeypatch.setattr(os, "fsync", late)
    with pytest.raises(ExportError, match="exists already"):
        write_file(path, "ours")
    assert path.read_text() == "theirs"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("there", [False, True])
def test_never_follows_a_link(tmp_path: Path, force: bool, there: bool) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    if there:
        target.write_text("old")
    link.symlink_to(target)
    with pytest.raises(ExportError, match="symbolic link"):
        write_file(link, "new", force=force)
    assert target.exists() is there
    assert not there or target.read_text() == "old"


@pytest.mark.parametrize("force", [False, True])
def test_refuses_what_is_no_plain_file(tmp_path: Path, force: bool) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/null")):
        with pytest.raises(ExportError, match="not a plain file"):
            write_file(path, "x", force=force)


@pytest.mark.parametrize("name", ["none/a", "file/a", "a\0b", "x" * 300, "\ud800"])
def test_a_name_that_cannot_be(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError) as error:
        write_file(tmp_path / name, "x")
    assert error.value.hint
    assert "\n" not in str(error.value)
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("call", ["fsync", "link", "replace"])
def test_a_failing_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    path = tmp_path / "a"
    if call == "replace":
        path.write_text("old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    if call == "link":  # a file system without hard links: renamed instead
        write_file(path, "new")
        assert path.read_text() == "new"
        return
    with pytest.raises(ExportError, match="No space left"):
        write_file(path, "new", force=True)
    assert [p.read_text() for p in tmp_path.iterdir()] == (["old"] if call == "replace" else [])


@given(st.text())
def test_safe_names(title: str) -> None:
    name = safe_name(title)
    assert 1 <= len(name) <= 80
    assert set(name) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-")
    assert not name.startswith((".", "-"))
    assert ".." not in name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("Harbour, marked", "Harbour-marked"),
        ("Größe, søt", "Grosse-sot"),
        ("日本", "untitled"),
        ("", "untitled"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
    ],
)
def test_safe_names_of_titles(title: str, name: str) -> None:
    assert safe_name(title) == name


def test_a_folder_that_cannot_be_synced_is_no_failed_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on some network file systems: the file is there, and a second try would say that it exists."""
    sync = os.fsync

    def files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(22, "Invalid argument")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", files_only)
    write_file(tmp_path / "a", "new")
    assert (tmp_path / "a").read_text() == "new"
