"""What the fuzzer begins with, and how it damages it.

An input is a name, which tells the kind, and its members: one for a plain file, several for an archive, of which one is
damaged and all are packed again. JSON is half of the time damaged as a value, so that what comes out is still JSON.
"""

from __future__ import annotations

import io
import json
import random
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from tests.terminal.hostile import HOSTILE

from variorum.engine.article import make_article
from variorum.engine.keeping.anchors import make_anchor
from variorum.engine.keeping.nouns import Highlight, HighlightKind, HighlightSet
from variorum.engine.nouns import Article, Story
from variorum.engine.story import compare
from variorum.export import render_set, render_story
from variorum.library import Library, highlights, records, sets, stories
from variorum.reading.formats.plain import read_plain
from variorum.view.keeping.resume import session_of
from variorum.view.reducing.reduce import opened

ROOT = Path(__file__).resolve().parent.parent
NOW = "2026-11-22T12:00:00Z"
ZIPPED = (".docx", ".odt", ".epub", ".wacz")
JSON = (".json", ".import", ".session", ".library")
TABLES = ("highlights", "anchors", "sets", "stories", "articles", "tags", "notes", "sessions", "reader_links", "log")

_WORDS = """
“ ” ‘ ’ « » " ' ( ) [ ] { } < > & % $ € £ ¥ ° … — – . , ; : ! ?
1,000 12.5 % 3.5 million 10/10/2020 2020-13-45 1e999 ½ ²³ ٣٤ 一千 $0 -0 -- 1.2.3.4 24:61 0 per cent
Mr. Dr. U.S. e.g. No. said told “No,” I’m can't Jr. O'Neil d’Arc Ms A. B. C.
é e\u0301 \u0301 👩‍🍳 🇺🇸 日本語。 مرحبا שלום \u200b \ufeff ß ﬁ İ ǅ \ud800
<p> </p> <div> <!-- --> <script> <table><tr><td> &#0; &amp;amp; <![CDATA[ ]]> <?xml ?> <h1> <time> ---
null true -1 1e400 "text": "id": "anchors": "" \\u0000 \\ud800 = [[ ]] ''' 2020-12-15 Content-Length: 99999 WARC/1.0
"""
_BLANKS = ("\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2009")
_LONG = ("a" * 5000, "(" * 400, "“" * 300, " " * 3000, "\n" * 500)
SPRINKLES = (*HOSTILE.values(), *_WORDS.split(), *_BLANKS, *_LONG, "# ", "By ", "---\ntitle: x\n---\n")
_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 3, 10**9, -(10**20), 10**400, 0.5, float("nan"), float("inf"), -0.0),
    *("", " ", "\ud800", "x" * 3000, "2020-12-15", "near", "own", "en", "https://a.example/"),
    *([], {}, [[]], [None], [0, 0], {"": None}, [[[[[[[[]]]]]]]]),
)


class Seed(NamedTuple):
    """An input before it is damaged."""

    name: str
    members: Mapping[str, bytes]


def originals() -> Iterator[Seed]:
    """Articles in every kind of file, sets to import, settings, sessions, and what stands in a library."""
    texts = [p.read_bytes() for p in sorted((ROOT / "seeds").iterdir())]
    texts += [p.read_bytes() for p in sorted((ROOT / "tests" / "gold").glob("*/*.txt"))]
    texts += [p.read_bytes() for p in sorted((ROOT / "tests" / "stories").glob("*/*/*.txt"))]
    for path in sorted((ROOT / "tests" / "pages").iterdir()):
        if path.suffix in (".html", ".xml", ".json", ".csv", ".mhtml"):
            yield plain(path.suffix, path.read_bytes())
    for data in texts:
        yield plain(".txt", data)
        yield plain(".md", b"---\ntitle: One\nauthor: [Ann Bee, X]\ndate: 2020-12-15\n---\n# One\n\n" + data)
        yield plain(".md", b'+++\ntitle = "One"\npublished = 2020-12-15\n+++\n' + data)
    pair = [_article(data, f"a{n}") for n, data in enumerate(texts[:2])]
    story = compare(*pair)
    for format, suffix in (("html", ".html"), ("json", ".json"), ("jsonl", ".jsonl"), ("csv", ".csv")):
        yield plain(suffix, render_story(story, format, now=NOW).encode())
    yield from kept(story)
    yield from files(texts[0].decode("utf-8", "replace").splitlines())


def plain(suffix: str, data: bytes) -> Seed:
    """A file that is no archive."""
    return Seed(f"input{suffix}", {"": data})


def kept(story: Story) -> Iterator[Seed]:
    """Sets to import, the place in a story, and every value of a library, as JSON."""
    held = some_set(story)
    for format in ("json", "annotation"):
        yield plain(".import", render_set(held, story.articles, format, now=NOW).encode())
    quote = {"type": "TextQuoteSelector", "exact": "Nobody", "prefix": "a ", "suffix": " was"}
    place = {"type": "TextPositionSelector", "start": 3, "end": 9}
    row = {
        "id": "AbC",
        "uri": "https://a.example/",
        "created": NOW,
        "updated": NOW,
        "user": "acct:x@h",
        "text": "note",
        "tags": ["x"],
        "document": {"title": ["One"]},
        "target": [{"source": "https://a.example/", "selector": [quote, place]}],
    }
    yield plain(".import", json.dumps({"total": 2, "rows": [row, row | {"id": "b"}]}).encode())
    yield plain(".session", json.dumps(session_of(opened(story), story)).encode())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite3"
        fill(path, story)
        yield plain(".library", json.dumps(cells(path)).encode())


def some_set(story: Story) -> HighlightSet:
    """A set of sentences, with notes and tags."""
    first = story.articles[0]
    held = tuple(
        Highlight(
            f"h{n}", HighlightKind.OWN, (make_anchor(first, s.start, s.end),), tags=("x", "y z"), note=f"note {n}"
        )
        for n, s in enumerate(first.sentences[:5])
    )
    return HighlightSet("s", "A set", "A story", held)


def fill(path: Path, story: Story) -> None:
    """A library with a story, highlights, a session and a second set."""
    library = Library(path)
    id = stories.keep_story(library, story.articles).id
    highlights.keep_all(library, id, list(some_set(story).highlights))
    sets.create_set(library, id, "Second")
    records.save_session(library, id, session_of(opened(story), story))
    library.close()


def cells(path: Path) -> list[list[Any]]:
    """Every short value of a library: table, row, column, value."""
    found: list[list[Any]] = []
    with closing(sqlite3.connect(path)) as connection:
        for table in TABLES:
            rows = connection.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in rows.description]
            for n, row in enumerate(rows.fetchall()):
                found += [[table, n, name, value] for name, value in zip(names, row, strict=True)]
    return [cell for cell in found if not isinstance(cell[3], bytes)]


def files(lines: list[str]) -> Iterator[Seed]:
    """Every kind of file that is made here by hand, of these paragraphs."""
    rows = [{"title": line, "text": line, "url": "https://a.example/"} for line in lines]
    yield plain(".json", json.dumps(rows).encode())
    yield plain(".jsonl", "\n".join(map(json.dumps, rows)).encode())
    yield plain(".csv", ("title,text,url\n" + "\n".join(f'"{line}","{line}",x' for line in lines)).encode())
    items = "".join(f"<item><title>{n}</title><description>{line}</description></item>" for n, line in enumerate(lines))
    yield plain(
        ".xml", f"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title>{items}</channel></rss>".encode()
    )
    atom = "".join(
        f"<entry><title>{n}</title><content type='html'>{line}</content></entry>" for n, line in enumerate(lines)
    )
    yield plain(".xml", f"<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title>{atom}</feed>".encode())
    page = f"<html><head><title>One</title></head><body><p>{'</p><p>'.join(lines)}</p></body></html>"
    part = "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    head = "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B; type=text/html\r\n\r\n"
    yield plain(".mhtml", f"{head}--B\r\n{part}\r\n{page.replace('=', '=3D')}\r\n--B--\r\n".encode())
    yield plain(".warc", warc(page))
    yield Seed("input.wacz", {"datapackage.json": b"{}", "archive/data.warc": warc(page)})
    yield plain(".pdf", pdf(lines))
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    document = f"<w:document xmlns:w='{word}'><w:body>{body}</w:body></w:document>".encode()
    core = b'<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Ann Bee</dc:creator></c>'
    yield Seed(
        "input.docx", {"[Content_Types].xml": b"<Types/>", "word/document.xml": document, "docProps/core.xml": core}
    )
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    body = "".join(f"<t:p>{line}</t:p>" for line in lines)
    odt = f"<o:d xmlns:t='{urn}:text:1.0' xmlns:o='{urn}:office:1.0'><o:body><o:text>{body}</o:text></o:body></o:d>"
    yield Seed("input.odt", {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": odt.encode()})
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Year</dc:title></metadata><manifest>'
        '<item id="a" href="a%20b.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>'
    )
    container = b'<container><rootfile full-path="O/c.opf"/></container>'
    yield Seed(
        "input.epub",
        {"META-INF/container.xml": container, "O/c.opf": package.encode(), "O/a b.xhtml": page.encode()},
    )
    settings = 'theme = "dark"\nthreshold = 0.5\ntext_width = 0\nmouse = true\nbackups = 5\n[keys]\nquit = "ctrl+x"\n'
    yield plain(".toml", settings.encode())
    stated = '["a*.txt"]\noutlet = "A"\npublished = 2020-12-15\n["https://example.org/a"]\nbyline = ["B", "C"]\n'
    yield plain(".sources", stated.encode())


def warc(page: str) -> bytes:
    """An archive of one page."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
    head += "WARC-Date: 2020-12-15T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


def pdf(lines: list[str]) -> bytes:
    """A document of one page."""
    shown = "".join(f"0 -14 Td ({line[:70].replace('(', ' ').replace(')', ' ')}) Tj\n" for line in lines)
    stream = f"BT /F1 11 Tf 72 720 Td\n{shown}ET".encode("latin-1", "replace")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, o) for n, o in enumerate(objects, 1))
    return body + b"trailer\n<< /Root 1 0 R /Size 6 >>\n%%EOF\n"


def changed(seeds: list[Seed], choose: random.Random) -> tuple[str, bytes]:
    """A seed's name, and its bytes after damage to one of its members."""
    kind = choose.choice(sorted({seed.name for seed in seeds}))
    seed = choose.choice([seed for seed in seeds if seed.name == kind])
    members = dict(seed.members)
    which = choose.choice(sorted(members))
    data, suffix = members[which], Path(kind).suffix
    if suffix in JSON and choose.random() < (1 if suffix == ".library" else 0.6):
        members[which] = as_json(_replaced(json.loads(data), choose, choose.choice((1, 1, 2, 5, 20))))
    else:
        members[which] = _damaged(data, seeds, choose)
    return seed.name, packed(members) if suffix in ZIPPED else members[which]


def as_json(value: object) -> bytes:
    """JSON of a value, whatever it is."""
    return json.dumps(value).encode("utf-8", "surrogatepass")


def _replaced(value: Any, choose: random.Random, times: int) -> Any:  # noqa: ANN401 - whatever JSON holds
    """A value of JSON in which some parts are others; JSON inside of strings counts."""
    for _ in range(times):
        value = _one_replaced(value, choose)
    return value


def _one_replaced(value: Any, choose: random.Random) -> Any:  # noqa: ANN401 - whatever JSON holds
    luck = choose.random()
    if isinstance(value, dict) and value and luck < 0.97:
        key = choose.choice(sorted(value))
        if luck < 0.05:
            return {k: v for k, v in value.items() if k != key}
        return value | {key: _one_replaced(value[key], choose)}
    if isinstance(value, list) and value and luck < 0.97:
        n = choose.randrange(len(value))
        if luck < 0.05:
            return value[:n] + value[n + 1 :] * choose.choice((0, 1, 2))
        return [*value[:n], _one_replaced(value[n], choose), *value[n + 1 :]]
    if isinstance(value, str) and value[:2] in ('["', '{"', "[[", "[{") and luck < 0.9:
        with suppress(ValueError):  # else it only looks like JSON
            return as_json(_one_replaced(json.loads(value), choose)).decode()
    if luck < 0.4:
        return choose.choice(SPRINKLES)
    if isinstance(value, (int, float)) and abs(value) < 10**20 and luck < 0.6:
        return value + choose.choice((-1, 1, 7, -1000, 0.5, 10**7))
    return choose.choice(_VALUES)


def _damaged(data: bytes, seeds: list[Seed], choose: random.Random) -> bytes:
    """Bytes cut, doubled, moved, flipped, sprinkled, and spliced with another seed's."""
    if choose.random() < 0.5:
        data = data[: choose.randrange(1, min(len(data), 4000) + 1)]
    for _ in range(choose.choice((1, 2, 4, 8, 16, 40))):
        a, b = sorted(choose.randrange(len(data) + 1) for _ in range(2))
        b = min(b, a + choose.choice((1, 4, 30, 400)))
        way = choose.random()
        if way < 0.5:
            data = data[:a] + choose.choice(SPRINKLES).encode("utf-8", "surrogatepass") + data[a:]
        elif way < 0.6:
            data = data[:a] + data[b:]
        elif way < 0.7:
            data = data[:b] + data[a:b] * choose.choice((1, 2, 20)) + data[b:]
        elif way < 0.8:
            data = data[:a] + bytes(choose.randrange(256) for _ in data[a:b]) + data[b:]
        elif way < 0.9:
            data = data[:a] + data[b:] + data[a:b]
        else:
            other = choose.choice(sorted(choose.choice(seeds).members.items()))[1]
            at = choose.randrange(len(other) + 1)
            data = data[:a] + other[at : at + 400] + data[b:]
    return data


def packed(members: Mapping[str, bytes]) -> bytes:
    """A ZIP archive, the same for the same members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, data in members.items():
            file.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()


def _article(data: bytes, id: str) -> Article:
    return make_article(read_plain(data, markdown=False).text, id=id, source=id)
