"""Quotations, their speakers and the sources named for them, in sentences of every build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.quote_cases import ANY, CASES, Wanted

from variorum.engine.article import make_article
from variorum.engine.nouns import Quote
from variorum.engine.quoting.quotes import find_quotes

NASTY = st.text(alphabet=st.sampled_from("aA ,.!?“”\"'‘’«»„\nsaidhe—:"), max_size=200)


def quotes_of(text: str) -> tuple[Quote, ...]:
    return find_quotes(make_article(text, id="a", source="a"))


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=lambda case: case[:30] if isinstance(case, str) else "")
def test_speakers_and_sources(text: str, wanted: Wanted) -> None:
    found = {q.start: q for q in quotes_of(text)}
    assert len(found) == len(wanted)
    for quote, (begins, speaker, source) in zip(found.values(), wanted, strict=True):
        assert quote.text.startswith(begins)
        assert text[quote.start : quote.end] == quote.text
        if speaker != ANY:
            assert (quote.speaker is None) if speaker is None else speaker in (quote.speaker or "")
        if source != ANY:
            assert (quote.source is None) if source is None else source in (quote.source or "")


def test_one_id_for_one_quotation() -> None:
    text = (
        "“We came. We saw,” said Ann Lee. “Then,” she added, “we left.” She stopped.\n\n"
        "“It was late.\n\n“Nobody spoke,” said Bo Reed."
    )
    assert [q.id for q in quotes_of(text)] == [0, 0, 1, 1, 2, 2]


def test_nested_marks_stay_inside() -> None:
    assert [q.text for q in quotes_of("“He cried ‘Stop!’ and ran,” said Ann Lee.")] == ["He cried ‘Stop!’ and ran,"]
    assert [q.text for q in quotes_of("‘She called it “a farce” to my face,’ said Ann Lee.")] == [
        "She called it “a farce” to my face,"
    ]


def test_apostrophes_are_no_quotations() -> None:
    assert quotes_of("The boys' club in the '90s wasn't Mary's, 'cause it's theirs. Rock 'n' roll.") == ()


def test_the_seeds(seeds: Path) -> None:
    first, second = (quotes_of(path.read_text("utf-8")) for path in sorted(seeds.glob("*.txt")))
    said = {q.text[:12]: (q.speaker, q.source) for q in (*first, *second)}
    assert said["For my part,"] == ("Vladimir Putin", "an interview with CBS’ “60 Minutes”")
    assert said["for my part,"] == ("Vladimir Putin", "a Kremlin statement")
    assert said["Vladimir Put"][1] == "a message from the Kremlin"
    assert said["Promoting th"] == ("Xi Jinping", "Xinhua News Agency")
    assert said["We will work"] == said["But that con"]
    assert said["But that con"][0] == "Vladimir Putin"
    assert said["embraced so "] == ("Joe Biden", None)
    assert not any(q.text.startswith("60 Minutes") for q in first)


def test_the_annotated_stories(gold: Path) -> None:
    wanted = found = speakers = named = 0
    for path in sorted(gold.glob("*/gold.json")):
        for article in json.loads(path.read_text("utf-8"))["articles"].values():
            text = (path.parent / article["file"]).read_text("utf-8-sig")
            by_text = {q.text: q for q in quotes_of(text)}
            for quote in article["quotes"]:
                wanted += 1
                mine = by_text.get(quote["text"])
                found += mine is not None
                if quote["speaker"]:
                    named += 1
                    speakers += mine is not None and quote["speaker"].split()[-1] in (mine.speaker or "")
    assert found >= 0.97 * wanted
    assert speakers >= 0.85 * named


@given(NASTY)
def test_anything_goes_in(text: str) -> None:
    article = make_article(text, id="a", source="a")
    last = 0
    for quote in find_quotes(article):
        assert last <= quote.start < quote.end
        last = quote.end
        sentence = article.sentences[quote.sentence]
        assert sentence.start <= quote.start
        assert quote.end <= sentence.end
        assert text[quote.start : quote.end] == quote.text
