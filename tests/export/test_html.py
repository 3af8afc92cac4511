"""The page read back by an HTML parser and shown by a headless browser."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.export.conftest import NOW

from variorum.engine.keeping.nouns import HighlightSet
from variorum.engine.nouns import Article, Story
from variorum.export import FORMATS, render_set, render_story

PAGES = [name for name, known in FORMATS.items() if known.suffix == ".html"]
VOID = {"meta", "br", "hr", "img", "input", "link"}


class Page(HTMLParser):
    """Elements, attributes and text of a page whose tags must all match."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words += data

    def links(self) -> list[str]:
        return [attributes["href"] for tag, attributes in self.tags if tag == "a"]

    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]


def test_a_story(story: Story) -> None:
    page = Page(render_story(story, "html", now=NOW))
    assert "The same quote in nearly the same words, sources differ" in page.words
    assert "linked by the reader" in page.words
    assert "in other words" in page.words, "every colour has its words"
    assert NOW in page.words
    assert page.words.count("sha256 ") == 2
    assert any(":~:text=" in link for link in page.links())


def test_a_set(kept: HighlightSet, harbour: Article, quay: Article) -> None:
    page = Page(render_set(kept, [harbour, quay], "html", now=NOW))
    for words in ("Harbour, marked", "Which one is it?", "to check/now", "a detail differs"):
        assert words in page.words
    marks = [attributes["class"] for tag, attributes in page.tags if tag == "mark"]
    assert marks == ["disagrees", "kept", "disagrees"]


@pytest.mark.parametrize("format", PAGES)
def test_nothing_runs_or_loads(format: str, hostile: Story) -> None:
    text = render_story(hostile, format, now=NOW)
    page = Page(text)
    used = {tag for tag, _ in page.tags}
    assert not used & {"script", "img", "iframe", "object", "embed", "link", "form", "base", "input"}
    attributes = [(name, value) for _, found in page.tags for name, value in found.items()]
    assert not [name for name, _ in attributes if name.startswith("on") or name in ("src", "style", "srcset")]
    policies = [a["content"] for tag, a in page.tags if a.get("http-equiv") == "Content-Security-Policy"]
    assert policies
    assert policies[0].startswith("default-src 'none'; style-src 'sha256-")
    assert all(link.startswith(("#", "https://evil.example/")) for link in page.links())
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)


@pytest.mark.parametrize("format", PAGES)
def test_links_inside_the_page_lead_somewhere(format: str, story: Story) -> None:
    page = Page(render_story(story, format, now=NOW))
    ids = page.ids()
    assert len(ids) == len(set(ids))
    inside = [link[1:] for link in page.links() if link.startswith("#")]
    assert set(inside) <= set(ids)


@pytest.mark.parametrize("format", PAGES)
def test_both_texts_are_whole(format: str, story: Story) -> None:
    words = re.sub(r"\s+", "", Page(render_story(story, format, now=NOW)).words)
    for article in story.articles:
        for index in article.body:
            plain = re.sub(r"\s+", "", article.sentence_text(index))
            assert words.count(plain) >= 1


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --hide-scrollbars --window-size=1000,800"
)


@pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")
@pytest.mark.parametrize("format", PAGES)
def test_a_browser_shows_it(format: str, story: Story, tmp_path: Path) -> None:
    page, picture = tmp_path / "page.html", tmp_path / "page.png"
    page.write_text(render_story(story, format, now=NOW), "utf-8")
    command = [str(CHROMIUM), *FLAGS.split(), f"--user-data-dir={tmp_path / 'profile'}", f"--screenshot={picture}"]
    done = subprocess.run([*command, page.as_uri()], capture_output=True, text=True, timeout=60, check=False)
    assert "Content Security Policy" not in done.stderr
    content = picture.read_bytes()
    assert struct.unpack(">II", content[16:24]) == (1000, 800)
    assert len(content) > 20_000, "more than an empty page"
