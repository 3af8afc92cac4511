"""The classroom sheet: no marks before the key, and the key complete."""

from __future__ import annotations

from html import unescape

import pytest
from tests.export.conftest import NOW

from variorum.engine.keeping.nouns import HighlightSet
from variorum.engine.nouns import Article, Story
from variorum.export import render_set, render_story


@pytest.mark.parametrize("format", ["worksheet", "worksheet-html"])
def test_marks_are_off_before_the_key(format: str, story: Story) -> None:
    sheet, key = unescape(render_story(story, format, now=NOW)).split("(for the teacher)")
    for told in ("% shared", "<mark", "≈", "↔", "linked by", "14 million /"):
        assert told not in sheet, told
    assert "The cranes cost 12 million." in sheet
    assert "Nobody asked the gulls" in key
    assert "The Lantern 2 ↔ quay 4" in key
    assert "12 million / 14 million" in key
    assert NOW in key
    for article in story.articles:
        assert all(" ".join(article.sentence_text(i).split())[:15] in sheet for i in article.body)


def test_a_set_is_its_own_key(kept: HighlightSet, harbour: Article, quay: Article) -> None:
    _, key = render_set(kept, [harbour, quay], "worksheet", now=NOW).split("# Key")
    assert "The Lantern 3 ↔ quay 3" in key
    assert "Which one is it?" in key
