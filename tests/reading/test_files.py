from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.nouns import Role
from variorum.errors import ArticleError
from variorum.reading import Reading, read, read_all
from variorum.reading.decode import decode
from variorum.reading.files import natural

ROOT = Path(__file__).parents[2]
ENV = {"PYTHONPATH": "tui", "PYTHONIOENCODING": "utf-8"}
PROSE = "The bridge at Corvay – “a marvel” – was closed on Tuesday.\n\nNobody knows why.\n"


def _write(path: Path, data: bytes | str) -> str:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return str(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_encoding_gives_the_same_text(tmp_path: Path, encoding: str) -> None:
    article = read(_write(tmp_path / "a.txt", PROSE.encode(encoding)))
    assert article.text == PROSE
    assert article.replaced == 0


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        (
            "cp1251",
            "Мост закрыт со вторника. Никто не знает почему, сказал мэр города.\nДвенадцать человек пострадали.\n",
        ),
        (
            "koi8-r",
            "Мост закрыт со вторника. Никто не знает почему, сказал мэр города.\nДвенадцать человек пострадали.\n",
        ),
        ("cp1253", "Η γέφυρα είναι κλειστή από την Τρίτη.\nΔώδεκα άνθρωποι τραυματίστηκαν, είπε ο δήμαρχος.\n"),
        ("cp1256", "الجسر مغلق منذ يوم الثلاثاء، قال رئيس البلدية.\nأصيب اثنا عشر شخصا ونقلوا إلى المستشفى.\n"),
        ("shift_jis", "橋は火曜日から閉鎖されている。市長によると、十二人がけがをした。\n"),
        ("gb18030", "大桥从星期二起关闭。市长表示，十二人受伤。\n"),
        ("big5", "大橋從星期二起關閉。市長表示，十二人受傷。\n"),
        ("euc_kr", "다리는 화요일부터 통제됐다. 시장은 열두 명이 다쳤다고 밝혔다.\n"),
        ("cp1252", "Le pont est fermé depuis mardi. « Personne ne sait pourquoi », a déclaré le préfet.\n"),
    ],
)
def test_texts_older_than_unicode_are_told_by_their_letters(tmp_path: Path, encoding: str, text: str) -> None:
    assert read(_write(tmp_path / "a.txt", text.encode(encoding))).text == text


def test_utf16_without_a_mark_in_another_script(tmp_path: Path) -> None:
    text = "Мост закрыт. Никто не знает, почему.\n\nСегодня вторник.\n"
    assert read(_write(tmp_path / "a.txt", text.encode("utf-16-le"))).text == text


def test_damaged_bytes_are_counted_and_shown_as_such(tmp_path: Path) -> None:
    article = read(_write(tmp_path / "a.txt", "Ça va “bien” là.".encode() + b" \xff\xfe end"))
    assert article.text == "Ça va “bien” là. \ufffd\ufffd end"
    assert article.replaced == 2


def test_stray_nul_and_escapes_become_marks(tmp_path: Path) -> None:
    article = read(_write(tmp_path / "a.txt", b"One\x00 two \x1b]52;c;eA==\x07 three. " * 3))
    assert "\x00" not in article.text
    assert "\x1b" not in article.text
    assert "three" in article.text
    assert article.replaced == 9


def test_line_ends_are_newlines_and_the_rest_is_kept(tmp_path: Path) -> None:
    article = read(_write(tmp_path / "a.txt", "One\u00a0two.\r\n\r\nSoft\u00adhyphen.\rOld Mac [sic] [/b]."))
    assert article.text == "One\u00a0two.\n\nSoft\u00adhyphen.\nOld Mac [sic] [/b]."
    assert article.replaced == 0


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "holds no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "is a picture"),
        (b"\x7fELF\x02\x01\x01" + bytes(100), "is a program"),
        (bytes(range(256)) * 20, "is not text"),
        (b"BZh91AY", "bzip2"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word"),
        (b"{\\rtf1\\ansi hello}", "RTF"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(tmp_path: Path, data: bytes, reason: str) -> None:
    good = _write(tmp_path / "good.txt", PROSE)
    bad = _write(tmp_path / "bad.txt", data)
    result = read_all([bad, good])
    assert [a.id for a in result.articles] == ["good"]
    (failure,) = result.failures
    assert failure.source == bad
    assert reason in failure.reason
    assert failure.hint
    assert "\n" not in failure.reason + failure.hint


def test_missing_folder_pipe_device_socket_and_loop_cost_one_line_each(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "empty").mkdir()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "sock"))
        names = [str(tmp_path / n) for n in ("pipe", "self", "empty", "sock", "none.txt")] + ["/dev/zero", "a\0b"]
        result = read_all(names)
    assert not result.articles
    assert len(result.failures) == len(names)
    reasons = " | ".join(f.reason for f in result.failures)
    for word in ("pipe", "holds no files", "device", "does not exist", "not a file name"):
        assert word in reasons


def test_a_folder_that_may_not_be_entered_costs_one_line_each(
    tmp_path: Path, as_nobody: Callable[[], AbstractContextManager[None]]
) -> None:
    tmp_path.chmod(0o700)
    (tmp_path / "a.txt").write_text("The bridge was closed on Tuesday.\n")
    names = [str(tmp_path / "a.txt"), str(tmp_path), str(tmp_path / "sub")]
    read_all(names)  # whatever loads with it, nobody might not be able to load
    with as_nobody():
        result = read_all(names)
    assert [f.reason for f in result.failures] == ["may not be read"] * 3


def test_a_name_longer_than_any_file_s_is_said_in_short(tmp_path: Path) -> None:
    """As when somebody pastes an article where its name is wanted."""
    pasted = "The mayor left on Monday. " * 200
    result = read_all([pasted, f"{tmp_path}/{pasted}", f"{tmp_path}/{'x' * 300}/@v1..v2"])
    assert not result.articles
    assert len(result.failures) == 3
    assert all(len(f.source) < 400 for f in result.failures)
    assert result.failures[0].source.startswith("The mayor left")


def test_a_sources_toml_that_is_no_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge was closed on Tuesday.\n")
    os.mkfifo(tmp_path / "sources.toml")
    result = read_all([str(tmp_path)])
    assert len(result.articles) == 1
    assert [f.reason for f in result.failures] == ["is a named pipe, not a file"]


def test_a_gigabyte_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(ArticleError, match="1,024 MB"):
        read(path)


def test_folders_are_sorted_naturally_and_hidden_files_and_companions_skipped(tmp_path: Path) -> None:
    for name in ("v10.txt", "v2.txt", ".hidden.txt", "sub/z.txt", "page.html_not", "sources.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        _write(tmp_path / name, "" if name == "sources.toml" else PROSE)
    (tmp_path / "v2_files").mkdir()
    _write(tmp_path / "v2_files" / "script.js", "alert(1)")
    result = read_all([str(tmp_path)])
    assert [a.id for a in result.articles] == ["page", "z", "v2", "v10"]
    assert not result.failures


def test_a_folder_that_contains_itself_is_read_once(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt", PROSE)
    (tmp_path / "loop").symlink_to(tmp_path)
    result = read_all([str(tmp_path)])
    assert [a.id for a in result.articles] == ["a"]
    assert "leads back" in result.failures[0].reason


def test_ids_are_unique(tmp_path: Path) -> None:
    for name in ("sun/a.txt", "mail/a.txt"):
        (tmp_path / name).parent.mkdir()
        _write(tmp_path / name, PROSE)
    result = read_all(
        [str(tmp_path / "sun" / "a.txt"), str(tmp_path / "mail" / "a.txt"), str(tmp_path / "sun" / "a.txt")]
    )
    assert [a.id for a in result.articles] == ["sun/a", "mail/a", "sun/a-2"]


def test_hostile_file_names_come_out_clean(tmp_path: Path) -> None:
    bad = _write(tmp_path / "a\x1b[31m\u202eb.txt", PROSE)
    article = read(bad)
    assert "\x1b" not in article.id + article.source
    assert "\u202e" not in article.id + article.source


def test_yaml_front_matter_is_metadata(tmp_path: Path) -> None:
    head = '---\ntitle: "Bridge: closed"\n'
    head += "publication: Corvay Post\nauthor:\n  - Ann Bee\n  - Cy Dee\ndate: 2020-12-15\n---\n\n"
    article = read(_write(tmp_path / "a.md", head + "# Bridge\n\nThe *bridge* is closed.\n"))
    assert (article.title, article.outlet, article.byline, article.published) == (
        "Bridge: closed",
        "Corvay Post",
        "Ann Bee, Cy Dee",
        "2020-12-15",
    )
    assert article.text == "# Bridge\n\nThe *bridge* is closed.\n"
    assert "title" not in article.guessed


def test_toml_front_matter(tmp_path: Path) -> None:
    article = read(_write(tmp_path / "a.txt", '+++\ntitle = "T"\ndate = 2020-12-15\n+++\nThe bridge is closed.\n'))
    assert (article.title, article.published, article.text) == ("T", "2020-12-15", "The bridge is closed.\n")


@pytest.mark.parametrize("text", ["---\nJust prose: really\nand more prose\n---\nEnd.\n", "---\nNo end of it.\n"])
def test_a_rule_is_not_front_matter(tmp_path: Path, text: str) -> None:
    assert read(_write(tmp_path / "a.md", text)).text == text


def test_markdown_headings_are_no_body(tmp_path: Path) -> None:
    text = "# Bridge closed #\n\nThe bridge is closed.\n\n## Why\n\nNobody knows.\n\n"
    text += "```\n# not a heading\n```\n\nLast\n----\n\nThe end is near.\n"
    article = read(_write(tmp_path / "a.md", text))
    titles = {article.sentence_text(s.index).split("\n")[0] for s in article.sentences if s.role is Role.TITLE}
    assert {"# Bridge closed #", "## Why", "Last"} <= titles
    assert "# not a heading" not in titles
    assert article.title == "Bridge closed"


def test_sources_toml_wins_and_is_no_guess(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt", "---\ntitle: Old\noutlet: Post\n---\nThe bridge is closed.\n")
    _write(
        tmp_path / "b.txt",
        "A title that is guessed\n\nThe bridge is closed. It was old.\n\nNobody knows why it was closed.\n",
    )
    _write(
        tmp_path / "sources.toml", '["*.txt"]\noutlet = "Herald"\n["a.txt"]\ntitle = "New"\npublished = 2020-12-15\n'
    )
    a, b = read_all([str(tmp_path)]).articles
    assert (a.title, a.outlet, a.published) == ("New", "Herald", "2020-12-15")
    assert b.outlet == "Herald"
    assert b.title is None or "title" in b.guessed


@pytest.mark.parametrize("text", ["not toml", 'outlet = "x"', '["a.txt"]\ncolour = "red"'])
def test_a_wrong_sources_toml_is_named(tmp_path: Path, text: str) -> None:
    _write(tmp_path / "a.txt", PROSE)
    _write(tmp_path / "sources.toml", text)
    result = read_all([str(tmp_path)])
    assert len(result.articles) == 1
    assert result.failures[0].source.endswith("sources.toml")


def test_standard_input(tmp_path: Path) -> None:
    code = "from variorum.reading import read_all; r = read_all(['-', '-'])"
    code += "; print([a.text for a in r.articles], len(r.failures))"
    done = subprocess.run(
        [sys.executable, "-c", code], input=b"\xff\xfea\0.\0", capture_output=True, check=True, env=ENV, cwd=ROOT
    )
    assert done.stdout.decode().strip() == "['a.'] 1"


@pytest.mark.parametrize("script", ["sources = ['seeds']", "sources = [*map(str, Path('seeds').glob('*.txt'))]"])
def test_text_files_load_no_parser(script: str) -> None:
    heavy = ["trafilatura", "lxml", "feedparser", "pypdf", "warcio", "urllib3", "subprocess", "zipfile", "email"]
    code = (
        "import sys\nfrom pathlib import Path\nfrom variorum.reading import read_all\n"
        f"{script}\nassert len(read_all(sources).articles) == 2\nprint([m for m in {heavy} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=ENV, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_progress_can_cancel(tmp_path: Path) -> None:
    from variorum.errors import Cancelled  # noqa: PLC0415 - only here

    _write(tmp_path / "a.txt", PROSE)
    calls: list[tuple[str, int, int]] = []

    def stop(stage: str, done: int, total: int) -> None:
        calls.append((stage, done, total))
        raise Cancelled

    with pytest.raises(Cancelled):
        read_all([str(tmp_path)], progress=stop)
    assert calls == [("reading", 0, 1)]


@given(st.binary(max_size=300))
def test_decoding_never_fails(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.replaced <= len(decoded.text)


@given(st.text(max_size=100))
def test_utf8_comes_back(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    if b"\x00" not in data and not any("\ud800" <= c <= "\udfff" for c in text) and not text.startswith("\ufeff"):
        assert decode(data).text == text


def test_natural_order() -> None:
    assert sorted(["v10", "V2", "v1", "v²"], key=natural) == ["v1", "V2", "v10", "v²"]


def test_what_was_read_before_stopping_is_there(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"The bridge of {name} was closed on Monday.", "utf-8")
    reading = Reading([str(tmp_path / "missing.txt"), str(tmp_path)])
    seen = []
    for done in reading:
        seen.append((done, [a.id for a in reading.result().articles]))
        if done == 3:
            break
    assert seen == [(1, []), (2, ["a"]), (3, ["a", "b"])]
    assert (reading.total, reading.done, len(reading.result().failures)) == (4, 3, 1)


def test_a_text_of_nothing_but_lines_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("word\n" * 700_000, "utf-8")
    (tmp_path / "article.txt").write_text("The bridge was closed on Monday.", "utf-8")
    result = read_all([str(tmp_path)])
    assert [a.id for a in result.articles] == ["article"]
    assert "700,000 lines and full stops" in result.failures[0].reason


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("By Jane Roe\nOct. 14, 2025", "2025-10-14"),
        ("FOR IMMEDIATE RELEASE\n\n14 October 2025", "2025-10-14"),
        ("Jane Roe | Updated: January 9, 2026 10:52 pm IST", "2026-01-09"),
        ("By Jane Roe", None),
    ],
)
def test_a_date_printed_over_the_text_is_taken_as_a_guess(tmp_path: Path, head: str, date: str | None) -> None:
    body = "The harbour bridge was closed to lorries on 3 May 2024, the mayor said. Ferries were full all day long."
    path = tmp_path / "bridge.txt"
    path.write_text(f"Harbour bridge to close for repairs\n\n{head}\n\n{body}", encoding="utf-8")
    article = read(path)
    assert article.published == date
    assert ("published" in article.guessed) == (date is not None)
