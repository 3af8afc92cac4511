"""CSV read back by the csv module; nothing in it is a formula."""

from __future__ import annotations

import csv
import io

import pytest
from tests.export.conftest import NOW

from variorum.engine.keeping.nouns import HighlightSet
from variorum.engine.nouns import Article, Story
from variorum.export import render_set, render_story
from variorum.export.formats.csv import inert


def rows(text: str) -> list[dict[str, str]]:
    """Parse strictly, with the RFC's line ends."""
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_story(story: Story) -> None:
    found = rows(render_story(story, "csv", now=NOW))
    assert [row["kind"] for row in found] == ["shared", "discrepancy", "discrepancy", "unique", "unique"]
    quote, cranes = found[1:3]
    assert (quote["relation"], quote["made_by"], quote["score"]) == ("near", "engine", "0.92")
    assert quote["discrepancies"] == "source: the Velm Radio / a letter"
    assert (cranes["made_by"], cranes["a_text"]) == ("reader", "The cranes cost 12 million.")
    assert (cranes["a_article"], cranes["b_article"], cranes["b_sentences"]) == ("The Lantern", "quay", "3")
    assert cranes["date"] == NOW
    assert len(cranes["b_sha256"]) == 64
    for row in found:
        text = next(a for a in story.articles if (a.outlet or "quay") == row["a_article"]).text
        assert " ".join(text[int(row["a_start"]) : int(row["a_end"])].split()) == row["a_text"]


def test_a_set(kept: HighlightSet, harbour: Article, quay: Article) -> None:
    found = rows(render_set(kept, [harbour, quay], "csv", now=NOW))
    assert [row["id"] for row in found] == [h.id for h in kept.highlights]
    assert found[0]["note"] == kept.highlights[0].note
    assert found[0]["tags"] == "money, to check/now, 2026"
    assert found[1]["b_text"] == ""


def test_presets(kept: HighlightSet, harbour: Article, quay: Article) -> None:
    found = rows(render_set(kept, [harbour, quay], "csv-hypothesis", now=NOW))
    header = "Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page"
    assert ",".join(found[0]) == header
    assert [row["Quote"] for row in found] == ["The cranes cost 12 million.", "Its cranes cost 14 million", "the gulls"]
    assert found[0]["URL"] == harbour.url
    assert found[0]["Tags"] == "money,to check/now,2026"
    assert "quay, 3: “Its cranes cost 14 million”" in found[0]["Body"]
    found = rows(render_set(kept, [harbour, quay], "csv-readwise", now=NOW))
    assert ",".join(found[0]) == "Highlight,Title,Author,URL,Note,Location,Date"
    assert (found[0]["Author"], found[0]["Date"]) == ("Ada Moor", "2026-11-21 08:00:00")


@pytest.mark.parametrize("format", ["csv", "csv-hypothesis", "csv-readwise"])
def test_nothing_is_a_formula(hostile: Story, format: str) -> None:
    for row in rows(render_story(hostile, format, now=NOW)):
        for cell in row.values():
            assert not cell.lstrip().startswith(("=", "+", "-", "@")), cell


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1", "'=1"),
        (" \n =1", "' \n =1"),
        ("@x", "'@x"),
        ("\t=1", "'\t=1"),
        ("\tx", "'\tx"),
        ("＝1", "'＝1"),
        ("-5 degrees", "'-5 degrees"),
        ("-5", "-5"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_inert(cell: str, safe: str) -> None:
    assert inert(cell) == safe
