"""What is exported comes back: ids, tags, notes and anchors; what is hostile is refused in one line."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.conftest import NOW

from variorum.engine.article import make_article
from variorum.engine.keeping.nouns import Anchor, Highlight, HighlightKind, HighlightSet
from variorum.engine.nouns import Article, Discrepancy, DiscrepancyType, Maker, Relation, Story
from variorum.errors import ExitCode, ImportFileError
from variorum.export import render_set, render_story
from variorum.export.importing.sets import MAX_CHARACTERS, read_import
from variorum.text.sanitise import clean, clean_line

ARTICLES = (
    make_article("One sentence here. Another — with “marks”.\n\nA third.\n", id="a", source="a.txt"),
    make_article("Ein Satz. Noch ein Satz!\n", id="b é", source="b.txt", url="https://b.example/x?y=1"),
)

lines = st.text(max_size=20).map(clean_line)
ids = st.uuids().map(str) | lines.filter(lambda text: bool(text) and not text.startswith("urn:"))


@st.composite
def anchors(draw: st.DrawFn, article: Article) -> Anchor:
    start = draw(st.integers(0, len(article.text)))
    end = draw(st.integers(start, len(article.text)))
    text = article.text
    return Anchor(article.id, text[start:end], text[max(0, start - 32) : start], text[end : end + 32], start, end)


@st.composite
def highlights(draw: st.DrawFn) -> Highlight:
    found: list[Anchor] = []
    for article in draw(st.lists(st.sampled_from(ARTICLES), min_size=1, max_size=2, unique_by=lambda a: a.id)):
        place = st.lists(anchors(article), min_size=1, max_size=3)
        found += sorted(draw(place), key=lambda anchor: (anchor.start, anchor.end))
    discrepancies = st.builds(Discrepancy, st.sampled_from(DiscrepancyType), lines, lines)
    return Highlight(
        draw(ids),
        draw(st.sampled_from(HighlightKind)),
        tuple(found),
        draw(st.none() | st.sampled_from(Relation)),
        draw(st.none() | st.integers(0, 10_000).map(lambda n: n / 10_000)),
        draw(st.none() | st.sampled_from(Maker)),
        tuple(draw(st.lists(discrepancies, max_size=2))),
        draw(st.none() | lines.filter(bool)),
        tuple(dict.fromkeys(draw(st.lists(lines.filter(bool), max_size=3)))),
        clean(draw(st.text(max_size=60))),
        "2026-11-21T08:00:00Z",
        draw(st.sampled_from(["", "2026-11-21T09:00:00Z"])),
        tuple(draw(st.lists(lines.filter(bool), max_size=2))),
        draw(st.none() | st.just(0.45)),
    )


sets = st.builds(
    HighlightSet,
    ids,
    lines.filter(bool),
    lines,
    st.lists(highlights(), max_size=5, unique_by=lambda h: h.id).map(tuple),
)


@pytest.mark.parametrize("format", ["json", "annotation"])
@given(kept=sets)
def test_a_round_trip_keeps_everything(format: str, kept: HighlightSet) -> None:
    found = read_import(render_set(kept, ARTICLES, format, now=NOW))
    assert found.kept == kept
    assert found.placed(ARTICLES) == kept
    used = {anchor.article for highlight in kept.highlights for anchor in highlight.anchors}
    assert found.articles == (tuple(a for a in ARTICLES if a.id in used) if format == "json" else ())


def test_articles_are_recognised_by_hash_and_address(kept: HighlightSet, harbour: Article, quay: Article) -> None:
    found = read_import(render_set(kept, [harbour, quay], "annotation", now=NOW))
    edited = replace(harbour, id="new-1", text=harbour.text + "More.", url=f"{harbour.url}#top")
    placed = found.placed([edited, replace(quay, id="new-2")])
    assert {a.article for h in placed.highlights for a in h.anchors} == {"new-1", "new-2"}
    elsewhere = found.placed([make_article("Other.", id="other", source="x")])
    assert elsewhere == kept


HYPOTHESIS = {
    "id": "Vx3kqn8iEe2xAbcd_-1234",
    "created": "2026-11-20T10:00:00+00:00",
    "updated": "2026-11-20T11:00:00+00:00",
    "uri": "https://lantern.example/harbour?a=1&b=2",
    "text": "Who \x1b[31msaid so?",
    "tags": ["to check"],
    "document": {"title": ["Harbour"]},
    "target": [
        {
            "source": "https://lantern.example/harbour?a=1&b=2",
            "selector": [
                {"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]"},
                {"type": "TextPositionSelector", "start": 4, "end": 11},
                {"type": "TextQuoteSelector", "exact": "harbour", "prefix": "The ", "suffix": " of Velm"},
            ],
        }
    ],
}
NOTE = {"id": "page-note", "uri": "https://lantern.example/other", "text": "Read later.", "target": [{}]}


@pytest.mark.parametrize("shape", [lambda r: r, lambda r: {"total": 2, "rows": r}, lambda r: {"annotations": r}])
def test_hypothesis(shape: Callable[[list[object]], object], harbour: Article) -> None:
    found = read_import(json.dumps(shape([HYPOTHESIS, NOTE])), name="group")
    passage, note = found.placed([harbour]).highlights
    assert found.kept.name == "group"
    assert (passage.id, passage.tags) == ("Vx3kqn8iEe2xAbcd_-1234", ("to check",))
    assert passage.note == "Who \N{REPLACEMENT CHARACTER}[31msaid so?"
    assert passage.anchors == (Anchor("lantern", "harbour", "The ", " of Velm", 4, 11),)
    assert note.anchors == (Anchor("https://lantern.example/other", "", "", "", 0, 0),)
    assert found.sources[0].title == "Harbour"


def _set(
    anchor: dict[str, object] | None = None, highlight: dict[str, object] | None = None, **changes: object
) -> dict[str, Any]:
    place = {"article": "a", "exact": "x", "prefix": "", "suffix": "", "start": 0, "end": 1} | (anchor or {})
    values = {"id": "1", "kind": "own", "anchors": [place]} | (highlight or {})
    return {"schema": 1, "set": {"id": "s", "name": "n", "story": ""}, "highlights": [values]} | changes


def _sentence(start: int, end: int) -> dict[str, object]:
    return {"start": start, "end": end, "paragraph": 0, "role": "body"}


def test_the_smallest_set_is_read() -> None:
    assert read_import(json.dumps(_set())).kept.highlights[0].anchors[0].exact == "x"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not json",
        "\x00\x01",
        "[" * 100_000,
        "9" * 5_000,
        "null",
        "1",
        '"text"',
        "{}",
        "[1]",
        '{"rows": [{}]}',
        '{"pairs": [], "articles": []}',
        '{"type": "AnnotationCollection"}',
        '{"type": "AnnotationCollection", "id": "x", "first": {"items": [{"id": 1}]}}',
        '{"type": "AnnotationCollection", "id": "x", "first": {"items": [], "next": "https://evil.example"}}',
        *map(
            json.dumps,
            [
                _set(schema=2),
                _set(set=[]),
                _set(highlights={"a": 1}),
                _set(highlights=[_set()["highlights"][0]] * 2),
                _set(anchor={"start": -1}),
                _set(anchor={"start": 5}),
                _set(anchor={"start": True}),
                _set(anchor={"end": 1e400}),
                _set(anchor={"end": 2**60}),
                _set(anchor={"exact": 7}),
                _set(anchor={"article": ""}),
                _set(highlight={"kind": "<script>"}),
                _set(highlight={"kind": []}),
                _set(highlight={"score": 2}),
                _set(highlight={"score": float("nan")}),
                _set(highlight={"score": 10**400}),
                _set(highlight={"id": None}),
                _set(articles=[{"id": "a"}] * 2),
                _set(articles=[{"id": "a", "text": "x", "sentences": [{"start": 0, "end": 2}]}]),
                _set(articles=[{"id": "a", "text": "xy", "sentences": [_sentence(0, 3)]}]),
                _set(articles=[{"id": "a", "text": "xy", "sentences": [_sentence(0, 2), _sentence(1, 2)]}]),
                _set(articles=[{"id": "a", "text": "xy", "sentences": [_sentence(1, 1)]}]),
                _set(highlight={"note": {}}),
                _set(highlight={"tags": ["x"] * 10_001}),
                _set(highlight={"tags": ["x" * 2_001]}),
                _set(highlight={"discrepancies": [{"type": "x\x1b\n"}]}),
            ],
        ),
    ],
    ids=lambda text: text[:60],
)
def test_what_is_hostile_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(ImportFileError) as error:
        read_import(text)
    assert error.value.exit_code is ExitCode.UNREADABLE
    assert clean_line(str(error.value)) == str(error.value)
    assert len(str(error.value)) < 400


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(ImportFileError, match="larger than"):
        read_import(" " * (MAX_CHARACTERS + 1))


def test_a_whole_comparison_is_no_set(story: Story) -> None:
    with pytest.raises(ImportFileError, match="whole comparison"):
        read_import(render_story(story, "json", now=NOW))


def test_texts_are_cleaned() -> None:
    found = read_import(json.dumps(_set(highlight={"note": "\x1b]52;c;x\x07", "tags": ["a\u202eb"]}))).kept
    assert found.highlights[0].note == "\ufffd]52;c;x\ufffd"
    assert found.highlights[0].tags == ("a\ufffdb",)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["schema", "set", "highlights", "type", "first", "items", "rows", "uri", "id", "target"]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_is_read_or_refused(data: object) -> None:
    try:
        read_import(json.dumps(data))
    except ImportFileError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either outcome is right, but an error is one line
