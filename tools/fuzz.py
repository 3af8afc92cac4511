"""Random damage: changed seeds through reading, engine, every export and view; what raises is saved.

    python tools/fuzz.py SECONDS FOLDER [START]

An input is one file, its name telling the kind; everything else that is chosen at random follows from its bytes, so a
saved input shows the same again: `python tools/fuzz.py --again FILE…`. START is the first number of the random
sequence, 0 unless told.
"""

from __future__ import annotations

import hashlib
import io
import json
import random
import re
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tui")]

from tests.terminal.hostile import FORBIDDEN, HOSTILE  # noqa: E402 - after the path is set

from variorum.engine.article import make_article  # noqa: E402
from variorum.engine.nouns import Article, Story  # noqa: E402
from variorum.engine.story import compare  # noqa: E402
from variorum.errors import ImportFileError, UsageError  # noqa: E402
from variorum.export import FORMATS, render_story  # noqa: E402
from variorum.export.imports import read_import  # noqa: E402
from variorum.reading.document import Unreadable  # noqa: E402
from variorum.reading.plain import read_plain  # noqa: E402
from variorum.reading.sniff import PLAIN, Kind, sniff  # noqa: E402
from variorum.reading.worker import parser_for  # noqa: E402
from variorum.text.sanitise import clean  # noqa: E402
from variorum.view import actions as do  # noqa: E402
from variorum.view.about import about_view  # noqa: E402
from variorum.view.discrepancies import discrepancies_view  # noqa: E402
from variorum.view.keys import READER  # noqa: E402
from variorum.view.listing import Listing  # noqa: E402
from variorum.view.matrix import matrix_view  # noqa: E402
from variorum.view.paint import Painter  # noqa: E402
from variorum.view.palette import Palette  # noqa: E402
from variorum.view.quotes import quotes_view  # noqa: E402
from variorum.view.reduce import opened, reduce  # noqa: E402
from variorum.view.state import Side  # noqa: E402

NOW = "2026-11-22T12:00:00Z"
SLOW = 20
"""Seconds that one input may take."""

_WORDS = """
“ ” ‘ ’ « » " ' ( ) [ ] { } < > & % $ € £ ¥ ° … — – . , ; : ! ?
1,000 12.5 % 3.5 million 10/10/2020 2020-13-45 1e999 ½ ²³ ٣٤ 一千 $0 -0 -- 1.2.3.4 24:61 0 per cent
Mr. Dr. U.S. e.g. No. said told “No,” I’m can't Jr. O'Neil d’Arc Ms A. B. C.
é e\u0301 \u0301 👩‍🍳 🇺🇸 日本語。 مرحبا שלום \u200b \ufeff ß ﬁ İ ǅ \ud800
<p> </p> <div> <!-- --> <script> <table><tr><td> &#0; &amp;amp; <![CDATA[ ]]> <?xml ?> <h1> <time> ---
null true -1 1e400 "text": "id": "anchors": "" \\u0000 \\ud800
"""
_BLANKS = ("\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2009")
_LONG = ("a" * 5000, "(" * 400, "“" * 300, " " * 3000, "\n" * 500)
SPRINKLES = (*HOSTILE.values(), *_WORDS.split(), *_BLANKS, *_LONG, "# ", "By ", "---\ntitle: x\n---\n")


class TooSlow(Exception):  # noqa: N818 - a finding, not an error
    """An input took longer than it may."""


def main() -> int:
    """Fuzz for a while, or show saved inputs again; the number of findings, at most 1."""
    if sys.argv[1] == "--again":
        for name in sys.argv[2:]:
            exercise(Path(name).name, Path(name).read_bytes())
        return 0
    until, folder = time.monotonic() + float(sys.argv[1]), Path(sys.argv[2])
    start = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    folder.mkdir(parents=True, exist_ok=True)
    seeds = list(originals())
    done, found = 0, Counter[str]()
    kinds = Counter[str]()
    for number in count(start):
        if time.monotonic() > until:
            break
        name, data = changed(seeds, random.Random(number))
        kinds[Path(name).suffix] += 1
        try:
            with bounded(SLOW):
                exercise(name, data)
        except Exception as error:  # whatever it is, it is what is looked for
            where = "".join(traceback.format_exception(error)[-2:])
            found[where] += 1
            if found[where] == 1:
                path = folder / f"{hashlib.sha256(data).hexdigest()[:12]}-{name}"
                path.write_bytes(data)
                print(f"{path} (number {number})\n{where}", flush=True)
        done += 1
    print(f"{done} inputs ({', '.join(f'{n} {k}' for k, n in kinds.most_common())}), {len(found)} findings")
    return min(1, len(found))


def originals() -> Iterator[tuple[str, bytes]]:
    """What is changed: articles in every kind of file, and exports of a comparison to be imported."""
    texts = [p.read_bytes() for p in sorted((ROOT / "seeds").iterdir())]
    texts += [p.read_bytes() for p in sorted((ROOT / "tests" / "gold").glob("*/*.txt"))]
    for path in sorted((ROOT / "tests" / "pages").iterdir()):
        if path.suffix in (".html", ".xml", ".json", ".csv", ".mhtml"):
            yield f"input{path.suffix}", path.read_bytes()
    for data in texts:
        yield "input.txt", data
        yield "input.md", b"---\ntitle: One\nauthor: Ann Bee\ndate: 2020-12-15\n---\n# One\n\n" + data
    pair = [article_of(read_plain(data, markdown=False).text, f"a{n}") for n, data in enumerate(texts[:2])]
    story = compare(*pair)
    for format, suffix in (("html", ".html"), ("json", ".import"), ("annotation", ".import"), ("csv", ".csv")):
        yield f"input{suffix}", render_story(story, format, now=NOW).encode()
    lines = texts[0].decode("utf-8", "replace").splitlines()
    yield (
        "input.json",
        json.dumps([{"title": line, "text": line, "url": "https://a.example/"} for line in lines]).encode(),
    )
    items = "".join(f"<item><title>{n}</title><description>{line}</description></item>" for n, line in enumerate(lines))
    yield (
        "input.xml",
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title>{items}</channel></rss>".encode(),
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    yield "input.docx", f"<w:document xmlns:w='{space}'><w:body>{body}</w:body></w:document>".encode()


def changed(seeds: list[tuple[str, bytes]], choose: random.Random) -> tuple[str, bytes]:
    """A seed's name, and its bytes cut, doubled, moved, flipped, sprinkled, and spliced with another's."""
    kinds = sorted({name for name, _ in seeds})
    kind = choose.choice(kinds)
    name, data = choose.choice([seed for seed in seeds if seed[0] == kind])
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
            other = choose.choice(seeds)[1]
            at = choose.randrange(len(other) + 1)
            data = data[:a] + other[at : at + 400] + data[b:]
    return name, _zipped(data) if name.endswith(".docx") else data


def _zipped(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr(zipfile.ZipInfo("[Content_Types].xml"), "<Types/>")
        file.writestr(zipfile.ZipInfo("word/document.xml"), data)
    return buffer.getvalue()


def exercise(name: str, data: bytes) -> None:
    """Put one input through everything; raises what should not be raised."""
    choose = random.Random(hashlib.sha256(data).digest())
    if name.endswith(".import"):
        with suppress(ImportFileError):  # the answer to a file that is broken
            read_import(data.decode("utf-8", "replace"))
        return
    text = text_of(name, data)
    if not text.strip():
        return
    articles = [article_of(text, "a"), article_of(shuffled(text, choose), "b")]
    if choose.random() < 0.2:
        articles.append(article_of(shuffled(text, choose), "c"))
    story = compare(*articles)
    for format in FORMATS:
        try:
            shown = render_story(story, format, now=NOW)
        except UsageError:
            continue  # this format holds no such story
        bad = FORBIDDEN.search(shown.replace("\r\n", "\n"))
        if bad:
            raise AssertionError(f"{format} carries {bad.group()!r}")
    look(story, choose)


def text_of(name: str, data: bytes) -> str:
    """What reading makes of the input; empty where it is refused."""
    kind = sniff(data, name)
    try:
        if kind in PLAIN:
            return read_plain(data, markdown=kind is Kind.MARKDOWN).text
        request = {"kind": kind.value, "name": name, "charset": "", "address": "", "effort": "full"}
        return "\n\n".join(document.text for document in parser_for(kind)(data, request).documents)
    except (Unreadable, RecursionError, MemoryError):  # as the process around a parser takes them
        return ""


def article_of(text: str, id: str) -> Article:
    """An article whose sentences lie one after another within its text."""
    article = make_article(text, id=id, source=id)
    end = 0
    for sentence in article.sentences:
        if not end <= sentence.start < sentence.end <= len(text):
            raise AssertionError(f"sentence {sentence.index} stands at {sentence.start}–{sentence.end} after {end}")
        end = sentence.end
    return article


def shuffled(text: str, choose: random.Random) -> str:
    """The text in other words and another order."""
    parts = re.split(r"(?<=[.\n])", text)
    parts = [part for part in parts if choose.random() < 0.8]
    for _ in range(len(parts) // 4):
        n, m = choose.randrange(len(parts)), choose.randrange(len(parts))
        parts[n], parts[m] = parts[m], parts[n]
    words = "".join(parts).split(" ")
    for _ in range(len(words) // 10):
        words[choose.randrange(len(words))] = clean(choose.choice(SPRINKLES))
    return " ".join(words) if "".join(words).strip() else text


def look(story: Story, choose: random.Random) -> None:
    """Press keys at random and paint what they show; open every list."""
    state, painter = reduce(opened(story), do.Resize(80, 24), story), Painter(Palette())
    known = [key.action for key in READER if key.action]
    for _ in range(25):
        action = choose.choice(known)
        if choose.random() < 0.2:
            action = choose.choice(
                (
                    do.Resize(choose.randrange(1, 220), choose.randrange(1, 60)),
                    do.Type(choose.choice("a.[é日 ")),
                    do.GoTo(choose.randrange(-3, 400), choose.choice(tuple(Side))),
                    do.Scroll(choose.randrange(-90, 90)),
                    do.Choose(choose.randrange(0, 9)),
                    do.Split(to=choose.randrange(-10, 110)),
                )
            )
        state = reduce(state, action, story)
        painter.frame(state, story)
    glyph = painter.palette.glyph
    ids = [story.articles[state.article(side)].id for side in Side]
    views = [view(story, glyph) for view in (matrix_view, quotes_view, discrepancies_view)]
    for shown in (*views, about_view(story, ids[0], ids[1], state.active, state.sentence, glyph)):
        listing = Listing(shown, glyph)
        listing.resize(choose.randrange(1, 200), choose.randrange(1, 60))
        for _ in range(6):
            choose.choice((listing.next_filter, listing.next_order))()
            listing.move(choose.randrange(-9, 9))
            listing.search(choose.choice(("", "a", "[", "“", "the")))
            listing.choose_column(choose.choice((-1, 1)))
            listing.screen()


@contextmanager
def bounded(seconds: int) -> Iterator[None]:
    """Raise TooSlow inside once the time is over."""

    def over(_number: int, _frame: FrameType | None) -> None:
        raise TooSlow(f"more than {seconds} s")

    signal.signal(signal.SIGALRM, over)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


if __name__ == "__main__":
    sys.exit(main())
