"""The coverage matrix in print: who carries what several carry, who leaves it out, and what it is called."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from tests.export.conftest import NOW
from tests.ui.stories import three_outlets

from variorum.engine.facts import join_facts
from variorum.engine.keeping.nouns import HighlightSet
from variorum.engine.nouns import Article, Fact, Story
from variorum.export import render_set, render_story


@pytest.fixture
def outlets() -> Story:
    """Three outlets; the first and the second disagree on the day of the ferry, the third carries it too."""
    story = three_outlets()
    return replace(story, facts=join_facts(story.articles, story.comparisons))


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a table by its header."""
    return list(csv.DictReader(io.StringIO(text)))


def test_a_table_of_facts_says_for_each_outlet_whether_where_and_in_which_words(outlets: Story) -> None:
    found = rows(render_story(outlets, "csv-coverage", now=NOW))
    assert len(found) == len(outlets.facts)
    for row, fact in zip(found, outlets.facts, strict=True):
        assert row["carried_by"] == str(len(fact.sentences))
        for article in outlets.articles:
            carries = article.id in fact.sentences
            assert (row[article.id] in ("carries", "in part")) == carries
            words = [article.sentence_text(i) for i in fact.sentences.get(article.id, ())]
            assert row[f"{article.id}: text"].split(" […] ") == (words or [""])


def test_the_report_names_carriers_and_who_leaves_it_out(outlets: Story) -> None:
    said = render_story(outlets, "text", now=NOW)
    part = said[said.index("COVERAGE OF WHAT SEVERAL CARRY") : said.index("DISCREPANCIES")]
    assert "they disagree on a detail" in part
    assert "not found: nippo" in part
    assert "carries: lantern 4; wire 2; nippo 3" in part.replace("\n      ", " ")


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_two_articles_need_no_matrix(format: str, story: Story, outlets: Story) -> None:
    assert "overage of what several carry" not in render_story(story, format, now=NOW).replace("C", "c").lower()
    assert "coverage of what several carry" in render_story(outlets, format, now=NOW).lower()


def test_the_worksheets_key_says_what_each_outlet_leaves_out(outlets: Story) -> None:
    key = render_story(outlets, "worksheet", now=NOW).partition("# Key")[2]
    assert "What several others tell, and nippo does not" in key


def test_a_cut_off_text_leaves_nothing_out(outlets: Story) -> None:
    facts = tuple(replace(fact, unknown=fact.missing) for fact in outlets.facts)
    found = rows(render_story(replace(outlets, facts=facts), "csv-coverage", now=NOW))
    assert {row[a.id] for row in found for a in outlets.articles} <= {"carries", "in part", "not sure"}


def test_a_fact_is_called_by_a_sentence_that_tells_it_alone(outlets: Story) -> None:
    """The shortest sentence is not taken where it tells the fact in part, or another fact as well."""
    wire = outlets.articles[1]
    both = (
        Fact({"wire": (0,), "lantern": (2,)}, ("nippo",), partial=("wire",)),
        Fact({"wire": (0,), "nippo": (1,)}, ("lantern",)),
    )
    labels = [row["label"] for row in rows(render_story(replace(outlets, facts=both), "csv-coverage", now=NOW))]
    assert labels == [outlets.articles[0].sentence_text(2), outlets.articles[2].sentence_text(1)]
    assert wire.sentence_text(0) not in labels


def test_of_a_kept_set_nothing_is_said_about_what_was_not_kept(
    kept: HighlightSet, harbour: Article, quay: Article
) -> None:
    found = rows(render_set(kept, [harbour, quay], "csv-coverage", now=NOW))
    assert len(found) == len(kept.highlights)
    assert {value for row in found for name, value in row.items() if name in ("Harbour", "Quay")} <= {"", "carries"}
