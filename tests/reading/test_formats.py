from __future__ import annotations

import gzip
import io
import json
import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from variorum.engine.nouns import Article, Role
from variorum.reading import ReadResult, read, read_all
from variorum.reading.document import Unreadable
from variorum.reading.formats.warc import read_warc

P1 = "The bridge at Corvay was closed on Tuesday after a storm damaged three of its pillars, the council said."
P2 = "Engineers will inspect the pillars on Friday, and a ferry runs every hour until then, the company said."
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OPEN = (
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
)


def _file(path: Path, data: bytes | str) -> str:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return str(path)


def _zip(path: Path, members: dict[str, str | bytes]) -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return str(path)


def _roles(article: Article) -> dict[str, str]:
    return {article.sentence_text(s.index): s.role.value for s in article.sentences}


def _docx(path: Path) -> str:
    body = (
        f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Bridge closed</w:t></w:r></w:p><w:p><w:r><w:t>{P1}'
    )
    body += f"</w:t></w:r><w:r><w:delText>deleted</w:delText></w:r></w:p><w:p><w:r><w:t>{P2}</w:t></w:r></w:p>"
    core = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Ann Bee</dc:creator></c>'
    xml = f"<w:document {WORD}><w:body>{body}</w:body></w:document>"
    return _zip(path, {"[Content_Types].xml": "<Types/>", "word/document.xml": xml, "docProps/core.xml": core})


def _odt(path: Path) -> str:
    body = (
        f"<text:h>Bridge closed</text:h><text:p>{P1}</text:p><text:p>{P2[:9]}<text:span>{P2[9:]}</text:span></text:p>"
    )
    xml = f"<office:document-content {OPEN}><office:body><office:text>{body}</office:text></office:body>"
    kind = "application/vnd.oasis.opendocument.text"
    return _zip(path, {"mimetype": kind, "content.xml": f"{xml}</office:document-content>"})


def _epub(path: Path) -> str:
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Yearbook</dc:title></metadata><manifest>'
        '<item id="a" href="a%20b.xhtml"/><item id="b" href="cover.xhtml"/></manifest><spine><itemref idref="b"/>'
        '<itemref idref="a"/></spine></package>'
    )
    members: dict[str, str | bytes] = {
        "META-INF/container.xml": '<container><rootfile full-path="OEBPS/c.opf"/></container>',
        "OEBPS/c.opf": package,
        "OEBPS/cover.xhtml": "<html><body><p>Yearbook</p></body></html>",
        "OEBPS/a b.xhtml": f"<html><body><h1>Bridge closed</h1><p>{P1}</p><p>{P2}</p></body></html>",
    }
    return _zip(path, members)


def _page() -> str:
    return (
        '<!doctype html><html lang="en"><head><title>Bridge closed | Corvay Post</title></head><body><nav>Home</nav>'
        f"<article><h1>Bridge closed</h1><p>{P1}</p><p>{P2}</p></article></body></html>"
    )


def _mhtml(path: Path) -> str:
    head = "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B; type=text/html\r\n\r\n"
    part = "--B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    part += "Content-Location: https://corvay.example/bridge\r\n\r\n"
    return _file(path, head + part + _page().replace("=", "=3D") + "\r\n--B--\r\n")


def _warc(path: Path, *, pages: int = 1) -> str:
    records = []
    for number in range(pages):
        page = _page().replace("Bridge closed", f"Bridge {number} closed").encode()
        body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://corvay.example/{number}\r\n"
        head += "WARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2020-12-15T10:00:00Z\r\n"
        head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
        records.append(gzip.compress(head.encode() + body + b"\r\n\r\n"))
    return _file(path, b"".join(records))


def _wacz(path: Path) -> str:
    whole = Path(_warc(path.with_name("inner.gz")))
    inner = whole.read_bytes()
    whole.unlink()
    return _zip(path, {"datapackage.json": "{}", "archive/data.warc.gz": inner})


def _pdf(path: Path) -> str:
    """A PDF by hand: one page, lines as a typesetter would break them."""
    lines = ["Bridge closed", ""]
    for paragraph in (P1, P2):
        words, line = paragraph.split(), ""
        for word in words:
            if len(line) + len(word) > 58:
                lines.append(line)
                line = ""
            line = f"{line} {word}".strip()
        lines += [line, ""]
    shown = "".join(f"0 -14 Td ({line}) Tj\n" if line else "0 -14 Td\n" for line in lines)
    stream = f"BT /F1 11 Tf 72 720 Td\n{shown}ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )
    return _file(path, out)


MAKERS: dict[str, Callable[[Path], str]] = {
    "a.html": lambda path: _file(path, _page()),
    "a.mhtml": _mhtml,
    "a.docx": _docx,
    "a.odt": _odt,
    "a.epub": _epub,
    "a.warc.gz": _warc,
    "a.wacz": _wacz,
    "a.pdf": _pdf,
    "a.json": lambda path: _file(path, json.dumps({"headline": "Bridge closed", "body": f"{P1}\n\n{P2}"})),
    "a.csv": lambda path: _file(path, f'title;text\nBridge closed;"{P1}\n\n{P2}"\n'),
}


def test_each_format_gives_the_same_prose(tmp_path: Path) -> None:
    result = read_all([make(tmp_path / name) for name, make in MAKERS.items()])
    assert not result.failures
    for name, article in zip(MAKERS, result.articles, strict=True):
        assert article.title in ("Bridge closed", "Bridge 0 closed"), name
        body = [article.sentence_text(i) for i in article.body]
        assert P1 in body, name
        assert P2 in body, name
        assert "deleted" not in article.text


@pytest.mark.parametrize("name", [n for n in MAKERS if n != "a.csv"])
def test_each_format_is_told_apart_without_its_name(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = Path(MAKERS[name](tmp_path / name)).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert P1 in read("-").text


def _hostile(path: Path) -> dict[str, str]:
    xxe = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    laughs = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel/></rss>'
    bomb = b"<a>" + b" " * (150 << 20)
    return {
        _zip(path / "bomb.docx", {"word/document.xml": bomb}): "expands",
        _zip(path / "bomb.epub", {"META-INF/container.xml": bomb}): "expands",
        _zip(path / "xxe.docx", {"word/document.xml": f"{xxe}<a>&x;</a>"}): "entities",
        _zip(path / "xxe.odt", {"content.xml": f"{xxe}<a>&x;</a>"}): "entities",
        _zip(path / "other.zip", {"a.txt": "x"}): "not an article",
        _zip(path / "damaged.docx", {"word/document.xml": "<w:p>"}): "damaged XML",
        _file(path / "cut.docx", Path(_docx(path / "whole.docx")).read_bytes()[:300]): "damaged archive",
        _file(path / "laughs.rss", laughs): "entities",
        _file(path / "no.rss", "not a feed"): "no feed",
        _file(path / "broken.pdf", "%PDF-1.4\nnothing"): "damaged PDF",
        _file(path / "deep.json", "[" * 200_000): "nested too deep",
        _file(path / "no.json", '{"a": 1}'): "no texts",
        _file(path / "no.csv", "a,b\n1,2\n"): "no texts",
        _file(path / "half.json", '{"text": "x'): "damaged JSON",
        _file(path / "cut.warc.gz", Path(_warc(path / "w.warc.gz")).read_bytes()[:-60]): "damaged web archive",
        _file(path / "x.gz", gzip.compress(b"hello")): "not a web archive",
        _file(path / "empty.html", "<html></html>"): "no text",
    }


def test_hostile_and_damaged_files_cost_one_line_each_and_the_rest_opens(tmp_path: Path) -> None:
    expected = _hostile(tmp_path)
    good = _docx(tmp_path / "good.docx")
    result = read_all([*expected, good])
    assert [a.id for a in result.articles] == ["good"]
    said = {f.source: f.reason for f in result.failures}
    assert said.keys() == expected.keys()
    for source, words in expected.items():
        assert words in said[source]


def test_locked_and_empty_pdfs_say_so(tmp_path: Path) -> None:
    from pypdf import PdfWriter  # noqa: PLC0415 - only here

    for name, lock in (("blank.pdf", False), ("locked.pdf", True)):
        writer = PdfWriter()
        writer.add_blank_page(200, 200)
        if lock:
            writer.encrypt("secret")
        writer.write(tmp_path / name)
    reasons = [f.reason for f in read_all([str(tmp_path)]).failures]
    assert reasons == ["holds no text, only pictures of it", "is locked with a password"]


BLOWN_UP = {
    "comments": "<p>Text before it.</p>" + "<!--" * 40_000 + "<p>Text after it.</p>",
    "nesting": "<html><body><p>Text before it.</p>" + "<div>" * 10_000 + "<p>Text after it.</p>",
    "inline": "<p>Text before it.</p>" + "<b><i><a href=x>" * 20_000 + "Text after it.",
    "tables": "<p>Text before it.</p>" + "<table><tr><td>" * 5_000 + "Text after it.",
    "attributes": "<p>Text before it.</p><p " + "a=b " * 50_000 + ">Text after it.</p>",
    "tags": "<p>Text before it.</p>" + "<a" * 80_000 + "><p>Text after it.</p>",
    "entities": "<p>Text before it.</p>" + "&lt" * 80_000 + "<p>Text after it.</p>",
    "cdata": "<p>Text before it.</p>" + "<![CDATA[" * 20_000 + "<p>Text after it.</p>",
}


def test_blown_up_pages_keep_their_visible_text(tmp_path: Path) -> None:
    result = read_all([_file(tmp_path / f"{name}.html", page) for name, page in BLOWN_UP.items()])
    assert not result.failures
    for article in result.articles:
        assert "Text before it." in article.text, article.id
        assert "Text after it." in article.text, article.id


def test_scripts_and_hidden_text_are_dropped_and_escapes_marked(tmp_path: Path) -> None:
    page = f"""<html><head><script>var evil = "script text"</script><style>p {{ color: red }}</style></head><body>
    <article>    <p>{P1}</p><p hidden>Hidden one.</p><p style="display: none">Hidden two.</p>
    <div aria-hidden="true">Hidden three.</div>
    <noscript>Enable scripts.</noscript><p>{P2} &#27;]0;title&#7; &#x202e;over.</p></article></body></html>"""
    article = read(_file(tmp_path / "a.html", page))
    for word in ("evil", "Hidden", "Enable", "color", "\x1b", "\u202e"):
        assert word not in article.text
    assert P1 in article.text
    assert "\ufffd]0;title" in article.text


def test_a_page_that_needs_scripts_is_read_from_its_linked_data(tmp_path: Path) -> None:
    body = json.dumps({"@type": "NewsArticle", "headline": "Bridge closed", "articleBody": f"<p>{P1}</p><p>{P2}</p>"})
    page = f'<html><head><script type="application/ld+json">{body}</script></head><body><div></div></body></html>'
    article = read(_file(tmp_path / "a.html", page))
    assert [article.sentence_text(i) for i in article.body] == [P1, P2]


def test_a_truncated_archive_keeps_what_came_before(tmp_path: Path) -> None:
    whole = Path(_warc(tmp_path / "w.warc.gz", pages=3)).read_bytes()
    result = read_all([_file(tmp_path / "cut.warc.gz", whole[: len(whole) - 60])])
    assert len(result.articles) == 2
    assert "breaks off after 2 pages" in result.failures[0].reason


def test_json_lines_go_on_after_a_damaged_one(tmp_path: Path) -> None:
    lines = f'{{"text": "{P1}", "id": "a"}}\nbroken\n{{"content": "<p>{P2}</p>", "publisher": {{"name": "Post"}}}}\n'
    result = read_all([_file(tmp_path / "a.jsonl", lines)])
    assert [(a.id, a.outlet) for a in result.articles] == [("a", None), ("2", "Post")]
    assert "line 2" in result.failures[0].reason


def test_our_own_json_comes_back_with_its_roles(tmp_path: Path) -> None:
    from variorum.engine.story import compare  # noqa: PLC0415 - only here
    from variorum.export import render_story  # noqa: PLC0415

    first = read(_file(tmp_path / "a.html", _page()))
    second = read(_docx(tmp_path / "b.docx"))
    again = read_all(
        [_file(tmp_path / "both.json", render_story(compare(first, second), "json", now="2020-12-15T10:00:00Z"))]
    ).articles
    assert [_roles(a) for a in again] == [_roles(first), _roles(second)]
    assert [a.id for a in again] == ["a", "b"]


def test_a_feed_opens_the_entries_that_carry_their_text(tmp_path: Path) -> None:
    whole = f"<p>{P1}</p><p>{P2}</p>" * 4
    feed = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Corvay Post</title>
    <entry><title>Long &amp; whole</title><link href="https://corvay.example/1"/><updated>2020-12-15T10:00:00Z</updated>
    <author><name>Ann Bee</name></author><content type="html"><![CDATA[{whole}]]></content></entry>
    <entry><title>Short</title><link href="javascript:alert(1)"/><summary>Only this.</summary></entry></feed>"""
    result = read_all([_file(tmp_path / "f.atom", feed)])
    (article,) = result.articles
    assert (article.title, article.outlet, article.byline, article.url) == (
        "Long & whole",
        "Corvay Post",
        "Ann Bee",
        "https://corvay.example/1",
    )
    assert [(e.title, e.url) for e in result.entries] == [("Long & whole", article.url), ("Short", "")]


def test_the_parser_comes_back_after_a_document_that_took_too_long(tmp_path: Path) -> None:
    from variorum.reading.document import Unreadable  # noqa: PLC0415
    from variorum.reading.process import ParserProcess  # noqa: PLC0415 - only here
    from variorum.reading.sniff import Kind  # noqa: PLC0415

    process = ParserProcess(0.001)
    with pytest.raises(Unreadable, match="takes more than"):
        process.parse(_page().encode(), Kind.HTML, "a.html")
    process.close()
    patient = ParserProcess(20)
    try:
        with pytest.raises(Unreadable):
            patient.parse(b"%PDF-", Kind.PDF, "a.pdf")
        assert patient.parse(_page().encode(), Kind.HTML, "a.html").documents
    finally:
        patient.close()


def test_a_saved_page_in_the_current_folder_cannot_replace_our_modules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _file(tmp_path / "json.py", "raise SystemExit('hijacked')")
    _file(tmp_path / "a.html", _page())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", *(os.path.abspath(p) for p in sys.path if p)])
    result: ReadResult = read_all(["a.html"])
    assert result.articles[0].title == "Bridge closed"
    assert result.articles[0].sentences[0].role is Role.TITLE


def _record(kind: str, address: str, body: int | bytes) -> tuple[bytes, int]:
    """A WARC record's bytes before its payload's last part, and how many zeros end the payload."""
    zeros = body if isinstance(body, int) else 0
    text = body if isinstance(body, bytes) else b""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode()
    size = len(head) + len(text) + zeros
    front = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nContent-Length: {size}\r\n\r\n"
    return front.encode() + head + text, zeros


def test_a_large_web_archive_is_read_piece_by_piece(tmp_path: Path) -> None:
    prose = "The bridge at Corvay was closed on Tuesday after a storm damaged three of its pillars. " * 4
    page = f"<html><head><title>Bridge closed</title></head><body><p>{prose}</p></body></html>".encode()
    path = tmp_path / "large.warc"
    with path.open("wb") as file:
        for kind, address, body in (
            ("image/png", "https://x.test/a.png", 70 << 20),
            ("text/html", "https://x.test/b", page),
        ):
            front, zeros = _record(kind, address, body)
            file.write(front)
            file.seek(zeros, os.SEEK_CUR)  # a hole: nothing of it is on the disk
            file.write(b"\r\n\r\n")
    result = read_all([str(path)])
    assert [(a.title, a.url) for a in result.articles] == [("Bridge closed", "https://x.test/b")]
    assert not result.failures


def test_a_web_archive_is_read_as_far_as_the_time_goes(tmp_path: Path) -> None:
    front, _ = _record("text/html", "https://x.test/b", b"<p>short</p>")
    with pytest.raises(Unreadable, match="holds no page with an article in its first 0 MB"):
        read_warc(io.BytesIO(front + b"\r\n\r\n"), {"name": "x", "seconds": 0})


def test_a_large_file_that_is_no_archive_says_how_large_it_is(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.write(b"word " * 1000)
        file.truncate(70 << 20)
    (failure,) = read_all([str(path)]).failures
    assert "has 70 MB" in failure.reason


@pytest.mark.parametrize(
    ("stated", "kept"),
    [("15 December 2020", "2020-12-15"), ("2020-12-15 10:30", "2020-12-15T10:30"), ("last week", "last week")],
)
def test_a_stated_date_is_kept_as_one_that_sorts(tmp_path: Path, stated: str, kept: str) -> None:
    text = f"---\ndate: {stated}\n---\nThe bridge was closed."
    assert read(_file(tmp_path / "a.md", text)).published == kept
