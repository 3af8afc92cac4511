from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.reading.server import PROSE, Server, running

from variorum.cli.main import run
from variorum.reading import read, read_all


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("VARIORUM_HOME", str(tmp_path / "home"))
    with running() as server:
        yield server


def _get(*arguments: str) -> int:
    return run(["get", "--allow-private-network", *arguments])


def test_a_fetched_article_opens_again_as_it_was(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "kept"
    assert _get(f"{server.base}/page", "-o", str(folder)) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path.parent == folder
    article = read(path)
    assert (article.title, article.outlet, article.url) == ("Bridge closed", "Corvay Post", f"{server.base}/page")
    assert PROSE[:80] in article.text
    assert [article.sentence_text(s.index) for s in article.sentences if s.role.value == "title"] == ["Bridge closed"]
    (raw,) = (folder / f"{path.stem}_files").iterdir()
    assert PROSE[:80] in raw.read_text()
    assert len(read_all([str(folder)]).articles) == 1


def test_nothing_is_overwritten_without_force(server: Server, tmp_path: Path) -> None:
    folder = str(tmp_path / "kept")
    assert _get(f"{server.base}/page", "-o", folder) == 0
    assert _get(f"{server.base}/page", "-o", folder) == 4
    assert _get(f"{server.base}/page", "-o", folder, "--force") == 0


def test_a_page_is_never_written_through_a_link(server: Server, tmp_path: Path) -> None:
    folder, aim = tmp_path / "kept", tmp_path / "aim"
    assert _get(f"{server.base}/page", "-o", str(folder)) == 0
    (raw,) = folder.glob("*_files/*")
    raw.unlink()
    raw.symlink_to(aim)
    aim.write_text("mine")
    assert _get(f"{server.base}/page", "-o", str(folder), "--force") == 4
    assert aim.read_text() == "mine"


def test_a_folder_of_any_name_is_printed_inert(
    server: Server, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("a\udcffb", "a\x1b[31mb"):
        assert _get(f"{server.base}/page", "-o", str(tmp_path / name)) == 0
        assert "a\ufffd" in capfd.readouterr().out
        assert list((tmp_path / name).glob("*.txt"))


def test_one_bad_address_is_named_and_the_rest_is_kept(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _get(f"{server.base}/bomb", f"{server.base}/page", "-o", str(tmp_path / "kept")) == 3
    said = capsys.readouterr()
    assert "/bomb: sends more than 10 MB" in said.err
    assert said.out.count("\n") == 1


def test_a_feed_is_listed_or_fetched(server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _get(f"{server.base}/feed") == 0
    assert "Piece 2" in capsys.readouterr().out
    assert _get(f"{server.base}/feed", "--entries", "1", "-o", str(tmp_path / "kept")) == 0
    assert len(list((tmp_path / "kept").glob("*.txt"))) == 1


def test_a_story_opens_again_offline(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    addresses = [f"{server.base}/page", f"{server.base}/gzip"]
    assert run(["compare", *addresses, "--allow-private-network", "--json"]) == 0
    first = json.loads(capfd.readouterr().out)["articles"]
    asked = len(server.asked)
    assert run(["compare", *addresses, "--offline", "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["articles"] == first
    assert len(server.asked) == asked


def test_text_files_load_no_network(seeds: Path) -> None:
    import subprocess  # noqa: PLC0415 - only here

    code = (
        "import sys\nfrom variorum.__main__ import main\n"
        f"sys.argv[1:] = ['compare', {str(seeds)!r}, '--json']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = ['http.client', 'ssl', 'socket', 'lxml', 'trafilatura', 'feedparser', 'pypdf', 'urllib3']\n"
        "sys.stderr.write(repr([m for m in heavy if m in sys.modules]))"
    )
    root = seeds.parent
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root, env={"PYTHONPATH": "tui"}
    )
    assert done.stderr == "[]"
