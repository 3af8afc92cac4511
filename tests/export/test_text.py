"""The plain report, as people read it in a pipe."""

from __future__ import annotations

import pytest
from tests.export.conftest import NOW

from variorum.engine.article import make_article
from variorum.engine.keeping.nouns import HighlightSet
from variorum.engine.nouns import (
    Article,
    Comparison,
    Discrepancy,
    DiscrepancyType,
    Link,
    Quote,
    Relation,
    Story,
)
from variorum.export import render_set, render_story
from variorum.export.formats.wrap import wrap
from variorum.text.width import width
from variorum.view.lists.discrepancies import discrepancies_view
from variorum.view.lists.quotes import quote_groups
from variorum.view.lists.story_index import StoryIndex
from variorum.view.palette import UNICODE


def test_a_story(story: Story) -> None:
    report = render_story(story, "text", now=NOW)
    assert report.startswith("2 articles: The Lantern (4 sentences, 75 % shared), quay (4 sentences, 75 %\n  shared)\n")
    assert "  the same quote in nearly the same words, sources differ (.92)\n    The Lantern, 2: “We are" in report
    assert "    differs: source: the Velm Radio / a letter\n" in report
    assert "linked by the reader (1)\n" in report
    assert "\nONLY IN The Lantern (1)\n  4: Nobody asked the gulls.\n" in report
    assert "DISCREPANCIES (2)\n" in report
    assert "The Lantern: the quote “closes”" in report
    assert f"variorum 0.1.0, {NOW}, threshold .50" in report
    assert "Links by the engine: 2; by the reader: 1." in report


def test_the_order_of_sections(story: Story) -> None:
    report = render_story(story, "text", now=NOW)
    heads = ["SHARED", "ONLY IN The Lantern", "ONLY IN quay", "DISCREPANCIES", "QUOTES", "HEADLINES", "MADE WITH"]
    places = [report.index(f"\n{head}") for head in heads]
    assert places == sorted(places)


def test_a_set(kept: HighlightSet, harbour: Article, quay: Article) -> None:
    report = render_set(kept, [harbour, quay], "text", now=NOW)
    assert report.startswith("Harbour, marked: 2 highlights\n")
    assert "    note: Which one is it?\n\n      Ask the *authority*.\n" in report
    assert "    tags: money, to check/now, 2026\n" in report
    assert "  marked by the reader\n    The Lantern, 4: the gulls\n" in report


def test_fits_80_columns_without_colours(story: Story, hostile: Story) -> None:
    for subject in (story, hostile):
        report = render_story(subject, "text", now=NOW)
        assert "\x1b" not in report
        assert all(width(line) <= 80 or " " not in line.strip() for line in report.splitlines())
        assert all(line == line.rstrip() for line in report.splitlines())


def test_three_articles_name_their_pairs(story: Story) -> None:
    third = make_article("Nobody asked the gulls.", id="third", source="third.txt")
    from dataclasses import replace  # noqa: PLC0415 - used once

    report = render_story(replace(story, articles=(*story.articles, third)), "text", now=NOW)
    assert "SHARED BY The Lantern AND quay (3)" in report


def test_one_article(harbour: Article) -> None:
    report = render_story(Story((harbour,)), "text", now=NOW)
    assert report.startswith("1 article: The Lantern (4 sentences)\n")
    assert "nothing to compare it with" in report


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["a one", "b two", "b three"]),
        ("https://example.org/very-long", ["a https://example.org/very-long"]),
        ("x 新新新新新新", ["a x 新新", "b 新新新", "b 新"]),
        ("", ["a"]),
    ],
)
def test_wrap(text: str, lines: list[str]) -> None:
    assert wrap(text, first="a ", rest="b ", columns=8) == lines


def test_a_quotation_is_judged_by_its_own_words() -> None:
    a, b = (
        make_article(text, id=name, source=f"{name}.txt", language="en")
        for name, text in (
            ("a", "“We try hard,” said Ann Roe at noon."),
            ("b", "At night they heard: “We try hard!”"),
        )
    )
    quotes = tuple(
        Quote(0, x.id, 0, "We try hard", x.text.index("We try"), x.text.index("We try") + 11, group=0) for x in (a, b)
    )
    story = Story((a, b), (Comparison(a, b, (Link((0,), (0,), Relation.PARAPHRASE, 0.9),)),), quotes)
    assert "  the same quote, word for word, told in other words (.90)\n" in render_story(story, "text", now=NOW)


def test_quotes_are_counted_as_on_the_screen() -> None:
    a = make_article("“We try hard. We fail,” said Ann Roe.", id="a", source="a.txt", language="en")
    b = make_article("Ann Roe said: “We try hard.”", id="b", source="b.txt", language="en")
    quotes = (
        Quote(0, "a", 0, "We try hard.", 1, 13, group=0),
        Quote(0, "a", 1, "We fail,", 14, 22),
        Quote(0, "b", 0, "We try hard.", 15, 27, group=0),
    )
    story = Story((a, b), (Comparison(a, b),), quotes)
    assert len(quote_groups(StoryIndex(story))) == 1
    assert "QUOTES (1)\n  a: “We try hard. We fail,”\n  b: “We try hard.”\n" in render_story(story, "text", now=NOW)


def test_what_disagrees_is_counted_as_on_the_screen() -> None:
    a, b, c = (make_article(f"{n} people fell ill.", id=n, source=n, language="en") for n in ("Six", "Ten", "6"))
    six, ten, figure = (0, 3), (0, 3), (0, 1)
    number = DiscrepancyType.NUMBER
    first = Link((0,), (0,), Relation.NEAR, 0.9, discrepancies=(Discrepancy(number, "Six", "Ten", six, ten),))
    second = Link((0,), (0,), Relation.NEAR, 0.9, discrepancies=(Discrepancy(number, "Ten", "6", ten, figure),))
    story = Story((a, b, c), (Comparison(a, b, (first,)), Comparison(b, c, (second,))))
    report = render_story(story, "text", now=NOW)
    assert "DISCREPANCIES (1)\n  number: Six (Six, 1) / Ten (Ten, 1) / 6 (6, 1)\n" in report
    assert discrepancies_view(story, UNICODE.__getitem__).build(0, 0, "").note == "1 detail"
