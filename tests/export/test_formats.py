"""What holds for every format: provenance, nothing that acts, texts as expected, and speed."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.export.conftest import NOW
from tests.ui.stories import two_versions

from variorum.engine.article import make_article
from variorum.engine.keeping.anchors import make_anchor
from variorum.engine.keeping.nouns import Highlight, HighlightKind, HighlightSet
from variorum.engine.nouns import Article, Comparison, Discrepancy, DiscrepancyType, Link, Maker, Quote, Relation, Story
from variorum.engine.revisions import revisions
from variorum.errors import ExportError, UsageError
from variorum.export import FORMATS, render_set, render_story, with_preset
from variorum.export.escape import text_fragment, web_address
from variorum.export.gather import text_hash
from variorum.reading import read
from variorum.text.sanitise import clean


@pytest.mark.parametrize("format", FORMATS)
def test_says_what_it_rests_on(format: str, story: Story, kept: HighlightSet, harbour: Article, quay: Article) -> None:
    for text in (
        render_story(story, format, now=NOW),
        render_set(kept, [harbour, quay], format, now=NOW, threshold=0.37),
    ):
        assert NOW in text
        assert "0.1.0" in text
        assert all(text_hash(article) in text for article in (harbour, quay))
    assert ".37" in text


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_acts_on_a_terminal(format: str, hostile: Story) -> None:
    text = render_story(hostile, format, now=NOW).replace("\r\n", "\n")
    assert clean(text) == text


@pytest.mark.parametrize("format", FORMATS)
def test_empty_things(format: str) -> None:
    empty = make_article("", id="empty", source="empty.txt")
    for story in (Story(()), Story((empty,)), Story((empty, empty), (Comparison(empty, empty),))):
        assert isinstance(render_story(story, format, now=NOW), str)
    assert isinstance(render_set(HighlightSet("x", "", ""), [], format, now=NOW), str)


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_in_gives_the_same_out(format: str, story: Story) -> None:
    assert render_story(story, format, now=NOW) == render_story(story, format, now=NOW)


@pytest.fixture(scope="module")
def many() -> tuple[HighlightSet, list[Article]]:
    """Two thousand kept links in two articles."""
    articles = [
        make_article("\n\n".join(f"Sentence {n} of {name} is here." for n in range(2_000)), id=name, source=name)
        for name in "ab"
    ]
    places = [[(s.start, s.end) for s in article.sentences] for article in articles]
    highlights = tuple(
        Highlight(
            f"00000000-0000-4000-8000-{n:012}",
            HighlightKind.SHARED,
            tuple(make_anchor(a, *places[k][n]) for k, a in enumerate(articles)),
            Relation.NEAR,
            0.9,
            Maker.ENGINE,
            tags=("tag",),
            note="A note.",
        )
        for n in range(2_000)
    )
    return HighlightSet("set", "Many", "s", highlights), articles


@pytest.mark.parametrize("format", FORMATS)
def test_thousands_of_highlights(format: str, many: tuple[HighlightSet, list[Article]]) -> None:
    text = render_set(*many, format, now=NOW)
    if format not in ("csl-json", "bibtex"):
        assert text.count("Sentence 1999 of a") >= 1


def test_an_article_that_is_not_at_hand(kept: HighlightSet, harbour: Article) -> None:
    with pytest.raises(ExportError, match="quay_0123456789abcdef"):
        render_set(kept, [harbour], "text", now=NOW)


def test_no_such_format(story: Story) -> None:
    with pytest.raises(UsageError, match="no format 'pdf'"):
        render_story(story, "pdf", now=NOW)


def test_presets() -> None:
    assert with_preset("csv", None) == "csv"
    assert with_preset("csv", "readwise") == "csv-readwise"
    with pytest.raises(UsageError, match="no preset"):
        with_preset("html", "hypothesis")


def test_json_is_schema_1(story: Story) -> None:
    found = json.loads(render_story(story, "json", now=NOW))
    assert list(found) == ["schema", "articles", "pairs", "quotes", "headlines", "facts", "revisions", "provenance"]
    (pair,) = found["pairs"]
    articles = {a["id"]: a for a in found["articles"]}
    for link in pair["links"]:
        assert set(link) == {"a", "b", "relation", "score", "by", "why", "spans", "discrepancies"}
        for span in link["spans"]:
            for side, (start, end) in span.items():
                inside = [articles[pair[side]]["sentences"][i] for i in link[side]]
                assert any(s["start"] <= start <= end <= s["end"] for s in inside)
    assert [pair["links"][1]["spans"][0][side] for side in "ab"]
    assert found["quotes"][0]["group"] == 0
    assert found["headlines"] == [{"article": "lantern", "text": "closes", "type": "quote", "where": "nowhere"}]
    for article in found["articles"]:
        assert all(article["text"][s["start"] : s["end"]] == s["text"] for s in article["sentences"])


def test_json_lines(kept: HighlightSet, harbour: Article, quay: Article) -> None:
    lines = render_set(kept, [harbour, quay], "jsonl", now=NOW).splitlines()
    first, second = map(json.loads, lines)
    assert (first["id"], second["id"]) == tuple(h.id for h in kept.highlights)
    assert [side["sha256"] for side in first["sides"]] == [text_hash(harbour), text_hash(quay)]
    assert first["provenance"]["date"] == NOW


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://a.example/x y", "https://a.example/x%20y"),
        ("https://a.example/%20é", "https://a.example/%20%C3%A9"),
        ("https://a.example/<\">)'", "https://a.example/%3C%22%3E%29%27"),
        ("javascript:alert(1)", ""),
        ("JAVASCRIPT:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("//a.example", ""),
        ("https:///x", ""),
        ("https://[::1", ""),
        (None, ""),
    ],
)
def test_web_addresses(url: str | None, address: str) -> None:
    assert web_address(url) == address


@pytest.mark.parametrize(
    ("exact", "prefix", "suffix", "fragment"),
    [
        ("the quay authority said", "", "", "the%20quay%20authority%20said"),
        ("a-b, c & d", "", "", "a%2Db%2C%20c%20%26%20d"),
        ("gulls", "ody asked the ", ". Then they", "asked%20the-,gulls,-.%20Then"),
        (" ".join(map(str, range(20))), "", "", "0%201%202%203%204,15%2016%2017%2018%2019"),
    ],
)
def test_text_fragments(exact: str, prefix: str, suffix: str, fragment: str) -> None:
    address = "https://a.example/x"
    assert text_fragment(address, exact, prefix, suffix) == f"{address}#:~:text={fragment}"
    assert text_fragment(f"{address}#top", exact, prefix, suffix) == f"{address}#top:~:text={fragment}"


@pytest.fixture
def seed_story(seeds: Path) -> Story:
    """The two seeds with links made by hand, so that what is expected does not move with the engine."""
    a, b = (read(path) for path in sorted(seeds.glob("*.txt")))

    def link(i: int, js: list[int], relation: Relation, *differs: Discrepancy) -> Link:
        sides = (a.body[i],), tuple(b.body[j] for j in js)
        return Link(*sides, relation, 0.5 + i / 10, why=("names: Putin, Biden",), discrepancies=differs)

    source = Discrepancy(DiscrepancyType.ATTRIBUTION, "CBS’ “60 Minutes,”", "a Kremlin statement")
    links = (
        link(0, [0], Relation.PARAPHRASE),
        link(1, [7, 8, 9, 10], Relation.PARAPHRASE),
        link(4, [8], Relation.NEAR, source),
    )
    return Story((a, b), (Comparison(a, b, links),))


SAYS_WHY = ("text", "json", "jsonl", "csv", "csv-hypothesis", "csv-readwise", "markdown", "html", "annotation", "tei")


@pytest.mark.parametrize("format", SAYS_WHY)
def test_a_kept_link_says_who_made_it_and_why(format: str, kept: HighlightSet, harbour: Article, quay: Article) -> None:
    found = " ".join(render_set(kept, [harbour, quay], format, now=NOW).split())
    assert "crane, cost" in found
    assert ".45" in found
    assert "engine" in found
    by_hand = replace(kept.highlights[0], by=Maker.READER, threshold=None, why=("linked by hand",))
    found = render_set(replace(kept, highlights=(by_hand,)), [harbour, quay], format, now=NOW)
    assert "linked by hand" in found
    assert "reader" in found


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_the_seeds_as_expected(format: str, seed_story: Story, golden: Path) -> None:
    """After a wanted change write the files anew: delete them and run the test twice."""
    text = render_story(seed_story, format, now=NOW, title="Seeds")
    text = text.replace(str(Path(seed_story.articles[0].source).parent), "seeds")
    path = golden / f"seeds{FORMATS[format].suffix}"
    if not path.exists():
        path.write_text(text, "utf-8")
        pytest.fail(f"{path.name} was missing and is written; look at it and run again")
    assert text == path.read_text("utf-8")


PRINTED = (
    "“The Astrid\u00a0Lund was sea\u00adworthy,” said Jose\u0301\u200b‑Holm\u2009—\u202fat 4\u00a0°C.",
    "She wrote: “Alive  👩\u200d👩\u200d👧 thank you Olav ❤\ufe0f.”",
    "الحمد لله على السلامة، قالت\u200f أمها.",
)


@pytest.mark.parametrize("format", ["text", "json", "jsonl", "csv", "markdown", "html", "annotation", "tei"])
def test_every_character_of_a_quotation_is_kept(format: str) -> None:
    a, b = (make_article("\n\n".join(PRINTED), id=name, source=f"{name}.txt", language="en") for name in "ab")
    links = tuple(Link((i,), (i,), Relation.IDENTICAL, 1.0) for i in range(len(a.sentences)))
    text = render_story(Story((a, b), (Comparison(a, b, links),)), format, now=NOW)
    if format in ("json", "jsonl", "annotation"):
        text = json.dumps([json.loads(line) for line in text.splitlines()] if format == "jsonl" else json.loads(text))
        text = json.dumps(json.loads(text), ensure_ascii=False).replace("\\n\\n", "\n\n")
    if format == "text":
        text = re.sub(r"(?<=\S)\n +", " ", text)  # a line that broke did so at a blank
    for sentence in a.sentences:
        printed = a.text[sentence.start : sentence.end]
        assert (printed.replace("  ", " ") if format == "text" else printed) in text


def test_what_interrupts_a_quotation_is_not_left_out_silently(harbour: Article) -> None:
    article = make_article("“We try,” she said, “and we fail. “Often.”", id="x", source="x.txt")
    places = [(article.text.index(words), words) for words in ("We try,", "and we fail.", "Often.")]
    quotes = tuple(Quote(0, "x", 0, words, at, at + len(words), group=0) for at, words in places)
    text = render_story(Story((article, harbour), quotes=quotes), "text", now=NOW)
    assert "“We try, […] and we fail. Often.”" in text


def test_a_stated_moment_gives_the_same_bytes_on_every_day(monkeypatch: pytest.MonkeyPatch, story: Story) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1605436200")
    assert "2020-11-15T10:30:00Z" in render_story(story, "text")
    assert "2020-11-15T10:30:00Z" in render_story(story, "csv-coverage")
    for wrong in ("tomorrow", "9" * 30):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
        with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
            render_story(story, "text")


@pytest.mark.parametrize("format", ["text", "markdown", "html", "json"])
def test_what_was_changed_between_versions_is_told_with_both_wordings(format: str) -> None:
    story = two_versions()
    said = " ".join(html.unescape(render_story(story, format, now=NOW)).split())
    for words in ("Mayor refuses to name costs", "Bridge closed as a precaution", "moved", "removed", "added"):
        assert words in said
    for edit in revisions(story)[0].edits:
        assert all(part in said for part in (edit.before, edit.after))
