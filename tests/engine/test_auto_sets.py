"""Automatic sets hold what they say, and the same findings have the same ids each time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from variorum.engine.keeping.auto_sets import KINDS, AutoSet, automatic_set, offered
from variorum.engine.keeping.nouns import HighlightKind
from variorum.engine.nouns import Discrepancy, DiscrepancyType, Story
from variorum.engine.story import compare
from variorum.reading import read


@pytest.fixture(scope="module")
def story(gold: Path) -> Story:
    folder = gold / "story-01"
    return compare(*(read(p) for p in sorted(folder.glob("*.txt"))))


def test_every_set_is_offered_and_marks_what_stands_there(story: Story) -> None:
    sets = [automatic_set(story, wanted) for wanted in offered(story)]
    assert {s.kind for s in offered(story)} == set(KINDS)
    assert all(s.highlights for s in sets if s.name != "discrepancies")
    for highlight in (h for s in sets for h in s.highlights):
        for anchor in highlight.anchors:
            assert story.article(anchor.article).text[anchor.start : anchor.end] == anchor.exact
    assert [automatic_set(story, wanted) for wanted in offered(story)] == sets
    for held in sets:
        assert len({h.id for h in held.highlights}) == len(held.highlights)


def test_shared_and_only_share_nothing(story: Story) -> None:
    def marked(kind: str, article: str | None = None) -> set[tuple[str, int]]:
        held = automatic_set(story, AutoSet(kind, kind, article))
        return {(a.article, a.start) for h in held.highlights for a in h.anchors}

    shared = marked("shared")
    for article in story.articles:
        only = marked("only", article.id)
        assert {a for a, _ in only} <= {article.id}
        assert not only & shared
        body = {(article.id, article.sentences[i].start) for i in article.body}
        assert only | (shared & body) == body
        assert article.id not in {a for a, _ in marked("left-out", article.id)}


def test_discrepancies_and_quotes_are_what_they_are_called(story: Story) -> None:
    pair = story.comparisons[0]
    found = (Discrepancy(DiscrepancyType.DATE, "Monday", "Tuesday"),)
    links = (replace(pair.links[0], discrepancies=found), *(replace(link, discrepancies=()) for link in pair.links[1:]))
    disagreeing = replace(story, comparisons=(replace(pair, links=links),))
    kept = automatic_set(disagreeing, AutoSet("discrepancies", "")).highlights
    assert [(h.kind, h.discrepancies) for h in kept] == [(HighlightKind.DISCREPANCY, found)]
    quotes = automatic_set(story, AutoSet("quotes", "")).highlights
    assert any(len({a.article for a in h.anchors}) > 1 for h in quotes)


def test_what_does_not_exist_is_refused(story: Story) -> None:
    with pytest.raises(ValueError, match="no automatic set"):
        automatic_set(story, AutoSet("other", ""))
    with pytest.raises(KeyError):
        automatic_set(story, AutoSet("only", "", "nobody"))
