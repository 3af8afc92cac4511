"""Markdown read back by a CommonMark parser: what an article says stays text."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin
from tests.export.conftest import NOW

from variorum.engine.keeping.nouns import HighlightSet
from variorum.engine.nouns import Article, Story
from variorum.export import render_set, render_story
from variorum.export.escape import markdown
from variorum.export.formats.markdown import tag
from variorum.text.sanitise import clean, one_line

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(front_matter_plugin)


def text_of(tokens: list[Token]) -> str:
    """The words of inline tokens, and nothing but words."""
    return "".join(child.content for token in tokens for child in token.children or [])


def test_a_story(story: Story) -> None:
    tokens = PARSER.parse(render_story(story, "markdown", now=NOW))
    properties = dict(line.split(": ", 1) for line in tokens[0].content.splitlines())
    assert json.loads(properties["title"]) == "The Lantern · quay"
    assert json.loads(properties["tags"]) == ["variorum"]
    assert json.loads(properties["date"]) == NOW
    headings = [tokens[n + 1].content for n, token in enumerate(tokens) if token.type == "heading_open"]
    assert headings[1:3] == ["Shared", "In other words (.81)"]
    assert sum(token.type == "blockquote_open" for token in tokens) == 2 * 3 + 2
    words = text_of(tokens)
    assert "linked by the reader" in words
    assert words.count("sha256 ") == 2


def test_links_lead_to_the_words(story: Story) -> None:
    tokens = PARSER.parse(render_story(story, "markdown", now=NOW))
    links = [str(c.attrs["href"]) for t in tokens for c in t.children or [] if c.type == "link_open"]
    assert "https://lantern.example/harbour?a=1&b=2#:~:text=The%20cranes%20cost%2012%20million." in links


def test_a_set(kept: HighlightSet, harbour: Article, quay: Article) -> None:
    text = render_set(kept, [harbour, quay], "markdown", now=NOW)
    assert "#money #to-check/now #tag-2026" in text
    assert 'tags: ["variorum", "money", "to-check/now", "tag-2026", "birds"]' in text
    words = text_of(PARSER.parse(text))
    assert "Which one is it?" in words
    assert "Ask the *authority*." in words


def test_nothing_breaks_out(hostile: Story) -> None:
    text = render_story(hostile, "markdown", now=NOW)
    tokens = PARSER.parse(text)
    kinds = {token.type for token in tokens} | {c.type for t in tokens for c in t.children or []}
    assert not kinds & {"html_block", "html_inline", "image", "fence", "code_block", "em_open", "ordered_list_open"}
    levels = [tokens[n + 1].content for n, token in enumerate(tokens) if token.type == "heading_open"]
    assert not [words for words in levels if "heading" in words]
    links = [str(c.attrs["href"]) for t in tokens for c in t.children or [] if c.type == "link_open"]
    assert all(link.startswith("https://evil.example/") for link in links)
    quoted = re.sub(r"\s+", " ", text_of(tokens))
    for article in hostile.articles:
        for index in article.body:
            assert " ".join(article.sentence_text(index).split()) in quoted


@pytest.mark.parametrize("prefix", ["", "> ", "- ", "# ", "> words "])
@given(st.text(alphabet=st.sampled_from("ab12 #>-+*_=`~[]()!<>&|\\.:;\"'{}$%^/@\n\t"), max_size=30))
def test_any_text_is_itself(prefix: str, text: str) -> None:
    line = one_line(text)
    tokens = PARSER.parse(f"x\n\n{prefix}{markdown(text)}y\n")
    assert text_of(tokens).removeprefix("x").removeprefix("words ") == f"{line}y"
    leaves = {token.type for token in tokens if token.nesting == 0} | {c.type for t in tokens for c in t.children or []}
    assert leaves <= {"inline", "text", "text_special"}


@given(st.text(max_size=20))
def test_tags(text: str) -> None:
    word = tag(clean(text))
    assert not word or re.fullmatch(r"[\w/-]*[^\W\d][\w/-]*|[\w/-]*[_/-][\w/-]*", word)
