from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from variorum.reading import ReadOptions, read_all
from variorum.reading.document import Unreadable
from variorum.reading.network.fetcher import Page

FIRST = "The bridge at Corvay was closed on Tuesday after a storm. Engineers will inspect its pillars on Friday."
TEXTS = [
    FIRST,
    f"{FIRST}\n\nThe mayor said it would open in March.",
    f"{FIRST}\n\nThe mayor said it would open in April.",
]

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q")
    (tmp_path / "old.txt").write_text(TEXTS[0])
    git("add", ".")
    git("commit", "-qm", "one")
    git("mv", "old.txt", "article.txt")
    git("commit", "-qm", "renamed")
    for text in TEXTS[1:]:
        (tmp_path / "article.txt").write_text(text)
        git("commit", "-qam", "next")
    git("tag", "last")
    return tmp_path


@needs_git
@pytest.mark.parametrize(
    ("range_", "expected"),
    [
        ("v1..v4", [0, 0, 1, 2]),
        ("v3", [1]),
        ("..", [0, 0, 1, 2]),
        ("v3..", [1, 2]),
        ("HEAD~1..HEAD", [1, 2]),
        ("last", [2]),
    ],
)
def test_revisions_of_a_file_in_git(repository: Path, range_: str, expected: list[int]) -> None:
    result = read_all([f"{repository}/article.txt@{range_}"])
    assert not result.failures
    assert [a.text for a in result.articles] == [TEXTS[i] for i in expected]
    versions = [a.version for a in result.articles if a.version]
    assert [v.order for v in versions] == sorted(v.order for v in versions)
    assert len({v.chain for v in versions}) == 1
    assert all(v.date for v in versions)
    assert len({a.id for a in result.articles}) == len(expected)


@needs_git
@pytest.mark.parametrize("range_", ["v9", "v3..v1", "nothing", "--output=x..v1", "v1..;touch x"])
def test_a_revision_that_is_not_there_costs_one_line(repository: Path, range_: str) -> None:
    result = read_all([f"{repository}/article.txt@{range_}"])
    assert not result.articles
    assert len(result.failures) == 1
    assert sorted(p.name for p in repository.iterdir()) == [".git", "article.txt"]


@needs_git
def test_a_file_outside_git_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST)
    result = read_all([f"{tmp_path}/a.txt@v1..v2"])
    assert "git" in result.failures[0].reason


def test_an_at_sign_in_a_file_name_is_no_revision(tmp_path: Path) -> None:
    (tmp_path / "a@v1").write_text(FIRST)
    assert read_all([str(tmp_path / "a@v1")]).articles[0].text == FIRST


@pytest.mark.parametrize(
    "names",
    [
        ["x.v1.txt", "x.v2.txt", "x.v10.txt"],
        ["x-v1.txt", "x-v2.txt", "x.txt"],
        ["x.2020-12-14.txt", "x.2020-12-15.txt", "x.2020-12-15T1430.txt"],
        ["x_20201214.txt", "x_202012151200.txt", "x.txt"],
    ],
)
def test_files_whose_names_are_versions_order_themselves(tmp_path: Path, names: list[str]) -> None:
    for name, text in zip(names, TEXTS, strict=True):
        (tmp_path / name).write_text(text)
    shuffled = [str(tmp_path / names[i]) for i in (2, 0, 1)]
    articles = read_all(shuffled).articles
    ordered = sorted(articles, key=lambda a: a.version.order if a.version else 0)
    assert [Path(a.source).name for a in ordered] == names
    assert {a.version.chain for a in articles if a.version} == {str(tmp_path / "x")}


def test_dated_files_of_other_articles_are_no_versions(tmp_path: Path) -> None:
    (tmp_path / "post-2020-12-14.txt").write_text(FIRST)
    (tmp_path / "post-2020-12-15.txt").write_text(
        "Nothing whatever in common here, neither people nor places nor things."
    )
    assert [a.version for a in read_all([str(tmp_path)]).articles] == [None, None]


class Archive:
    """A web archive that answers from memory, through the same interface as the network."""

    def __init__(self, pages: Mapping[str, str]) -> None:
        self.pages = pages
        self.asked: list[str] = []

    def fetch(self, address: str, *, for_programs: bool = False) -> Page:
        assert for_programs
        self.asked.append(address)
        if "/cdx/" in address:
            rows = [["timestamp", "original", "digest"]]
            rows += [[t, "https://corvay.example/bridge", str(hash(text))] for t, text in self.pages.items()]
            rows.append(["not a time", "x", "y"])
            return Page(address, json.dumps(rows).encode(), "application/json")
        for timestamp, text in self.pages.items():
            if f"/web/{timestamp}id_/" in address and text:
                return Page(address, text.encode(), "text/plain")
        raise Unreadable("answered 404", "")


def test_captures_of_a_web_archive_are_versions() -> None:
    archive = Archive({"20201215120000": TEXTS[1], "20201214090000": TEXTS[0], "20201216000000": ""})
    options = ReadOptions(fetcher=archive, wayback="https://archive.example")
    result = read_all(["wayback:https://corvay.example/bridge@2020-12-14..2020-12-16"], options=options)
    assert [a.text for a in result.articles] == TEXTS[:2]
    assert [a.version.date for a in result.articles if a.version] == ["2020-12-14T09:00:00Z", "2020-12-15T12:00:00Z"]
    assert {a.url for a in result.articles} == {"https://corvay.example/bridge"}
    assert "answered 404" in result.failures[0].reason
    assert archive.asked[0].startswith(
        "https://archive.example/cdx/search/cdx?url=https%3A%2F%2Fcorvay.example%2Fbridge"
    )
    assert "from=20201214" in archive.asked[0]


def test_many_captures_are_thinned_out_with_their_ends_kept() -> None:
    archive = Archive({f"202012{day:02}000000": f"{FIRST} It is day {day}." for day in range(1, 31)})
    result = read_all(["wayback:corvay.example/bridge"], options=ReadOptions(fetcher=archive))
    days = [a.text.rsplit(" ", 1)[1] for a in result.articles]
    assert len(days) == 12
    assert (days[0], days[-1]) == ("1.", "30.")
