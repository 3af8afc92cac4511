"""The sources as CSL-JSON and BibTeX, read back."""

from __future__ import annotations

import json
from dataclasses import replace

import bibtexparser
import pytest
from tests.export.conftest import NOW

from variorum.engine.nouns import Article, Story
from variorum.export import render_story


def test_csl_json(story: Story) -> None:
    lantern, quay = json.loads(render_story(story, "csl-json", now=NOW))
    assert lantern["type"] == "article-newspaper"
    assert lantern["container-title"] == "The Lantern"
    assert lantern["author"] == [{"literal": "Ada Moor"}]
    assert lantern["issued"] == {"date-parts": [[2026, 11, 20]]}
    assert lantern["accessed"] == {"date-parts": [[2026, 11, 22]]}
    assert lantern["URL"] == "https://lantern.example/harbour?a=1&b=2"
    assert "sha256 " in quay["note"]
    assert quay["title"] == "quay"
    assert quay["type"] == "document"


@pytest.mark.parametrize(
    ("byline", "language", "names"),
    [
        ("By Ada Moor and Tom Lee", "en", ["Ada Moor", "Tom Lee"]),
        ("Von Ada Moor und Tom Lee", "de", ["Ada Moor", "Tom Lee"]),
        ("Von Trapp", "en", ["Von Trapp"]),
        (None, "en", []),
    ],
)
def test_authors(harbour: Article, byline: str | None, language: str, names: list[str]) -> None:
    article = replace(harbour, byline=byline, language=language)
    (item,) = json.loads(render_story(Story((article,)), "csl-json", now=NOW))
    assert [author["literal"] for author in item.get("author", [])] == names


def test_bibtex(story: Story) -> None:
    lantern, quay = bibtexparser.loads(render_story(story, "bibtex", now=NOW)).entries
    assert (lantern["ENTRYTYPE"], lantern["ID"]) == ("article", "the-lantern")
    assert lantern["title"] == "{Harbour “closes”}"
    assert lantern["author"] == "{Ada Moor}"
    assert (lantern["year"], lantern["month"], lantern["urldate"]) == ("2026", "11", "2026-11-22")
    assert quay["ENTRYTYPE"] == "misc"


def test_bibtex_is_inert(hostile: Story) -> None:
    text = render_story(hostile, "bibtex", now=NOW)
    entries = bibtexparser.loads(text).entries
    assert len(entries) == 2
    assert entries[0]["title"] == r"{\# </title><script>alert(1)</script> `x` \{y\} \textbackslash{}}"
    depth = 0
    for before, sign in zip(" " + text, text, strict=False):
        if before != "\\":
            depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0
