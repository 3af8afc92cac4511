"""Stories and kept sets to export: invented, small and hostile."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum.engine.article import make_article
from variorum.engine.keeping.nouns import Anchor, Highlight, HighlightKind, HighlightSet
from variorum.engine.nouns import (
    Article,
    Comparison,
    Discrepancy,
    DiscrepancyType,
    HeadlineClaim,
    Link,
    Maker,
    Quote,
    Relation,
    Story,
)

NOW = "2026-11-22T12:00:00Z"

HARBOUR = (
    "The harbour of Velm closes on Monday, the mayor said.\n\n"
    "“We are ready for a long winter,” she told the Velm Radio. The cranes cost 12 million.\n\n"
    "Nobody asked the gulls.\n"
)
QUAY = (
    "Mayor Orla Finch said that Velm's harbour shuts on Monday. Ferries stop as well.\n\n"
    "Its cranes cost 14 million, the quay authority said.\n\n"
    '"We are ready for a hard winter," Finch wrote in a letter.\n'
)

HOSTILE = (
    '=HYPERLINK("https://evil.example","click")',
    "  +1+1",
    "@SUM(A1)",
    "-cmd|' /C calc'!A0",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp; &#60;",
    "]]> <!-- <![CDATA[",
    "# heading",
    "> quoted",
    "```\ncode\n```",
    "[link](javascript:alert(1)) ![[embed]] [[wiki]]",
    "1. list\n- item\n---\n===",
    "*bold* _em_ `code` ~~gone~~ ==mark== %%comment%% $x$ ^block #tag",
    "| a | b |",
    "\\ back \\\\ slash \\<b>",
    "<https://evil.example>",
    "{{ template }} <% run %>",
    "\\input{/etc/passwd} % {",
    "“quotes” and \"more\" 'of' them",
    "\ufffe\uffff",
    "[sic] [/b] [bold]",
)


@pytest.fixture
def harbour() -> Article:
    """An outlet's text with everything known about it."""
    return make_article(
        HARBOUR,
        id="lantern",
        source="lantern.txt",
        outlet="The Lantern",
        title="Harbour “closes”",
        byline="Ada Moor",
        published="2026-11-20",
        url="https://lantern.example/harbour?a=1&b=2",
    )


@pytest.fixture
def quay() -> Article:
    """Another outlet's text, of which only the file is known."""
    return make_article(QUAY, id="quay_0123456789abcdef", source="news/quay_0123456789abcdef.txt")


@pytest.fixture
def story(harbour: Article, quay: Article) -> Story:
    """Both, with links by the engine and by a reader, a discrepancy, quotes and a headline claim."""
    links = (
        Link((0,), (0,), Relation.PARAPHRASE, 0.8123, why=("names: Velm, Monday",)),
        Link(
            (1,),
            (3,),
            Relation.NEAR,
            0.92,
            why=("quote .92",),
            discrepancies=(Discrepancy(DiscrepancyType.ATTRIBUTION, "the Velm Radio", "a letter"),),
        ),
        Link(
            (2,),
            (2,),
            Relation.PARAPHRASE,
            1,
            by=Maker.READER,
            discrepancies=(Discrepancy(DiscrepancyType.NUMBER, "12 million", "14 million"),),
        ),
    )
    quotes = (
        _quote(harbour, 0, 1, "We are ready for a long winter,", "mayor", "the Velm Radio"),
        _quote(quay, 0, 3, "We are ready for a hard winter,", "Finch", "a letter"),
    )
    claim = HeadlineClaim("lantern", "closes", "quote", 9, 15)
    return Story((harbour, quay), (Comparison(harbour, quay, links),), quotes, (claim,))


def _quote(article: Article, id: int, sentence: int, text: str, speaker: str, source: str) -> Quote:
    start = article.text.index(text)
    return Quote(id, article.id, sentence, text, start, start + len(text), speaker, source, group=0)


@pytest.fixture
def kept(harbour: Article, quay: Article) -> HighlightSet:
    """A kept link with a tag and a note, and a span of words."""
    link = Highlight(
        "7c1d1f8e-1111-4222-8333-444455556666",
        HighlightKind.DISCREPANCY,
        (anchor(harbour, "The cranes cost 12 million."), anchor(quay, "Its cranes cost 14 million")),
        Relation.PARAPHRASE,
        0.71,
        Maker.ENGINE,
        (Discrepancy(DiscrepancyType.NUMBER, "12 million", "14 million"),),
        "vermilion",
        ("money", "to check/now", "2026"),
        "Which one is it?\n\nAsk the *authority*.",
        "2026-11-21T08:00:00Z",
        "2026-11-21T09:30:00Z",
        ("shared words: crane, cost", "number 12 / 14"),
        0.45,
    )
    span = Highlight(
        "7c1d1f8e-1111-4222-8333-444455557777",
        HighlightKind.OWN,
        (anchor(harbour, "the gulls"),),
        tags=("birds",),
        created="2026-11-21T08:05:00Z",
        modified="2026-11-21T08:05:00Z",
    )
    return HighlightSet("9a9a9a9a-1111-4222-8333-444455558888", "Harbour, marked", "velm", (link, span))


def anchor(article: Article, exact: str) -> Anchor:
    """The anchor of the first place where these words stand."""
    start = article.text.index(exact)
    end = start + len(exact)
    return Anchor(article.id, exact, article.text[max(0, start - 32) : start], article.text[end : end + 32], start, end)


@pytest.fixture
def hostile() -> Story:
    """Two articles whose every paragraph tries to break out of some format."""
    articles = [
        make_article(
            "\n\n".join(f"{text} {name}" if text.endswith(".") else text for text in HOSTILE),
            id=name,
            source=f"../{name}<b>.txt",
            outlet=f"=1+1 <i>{name}</i> [x](y)",
            title="# </title><script>alert(1)</script> `x` {y} \\",
            byline="@SUM(1) & Sons",
            published="2026<b>",
            url='https://evil.example/a"><script>alert(1)</script>)(x y',
        )
        for name in ("a", "b")
    ]
    body = articles[0].body
    links = tuple(
        Link(
            (i,),
            (i,),
            Relation.IDENTICAL,
            1,
            why=("shared words: <b>, =1+1",),
            discrepancies=(Discrepancy(DiscrepancyType.NAME, "<b>=1", "`x`"),),
        )
        for i in body[: len(body) // 2]
    )
    return Story(tuple(articles), (Comparison(articles[0], articles[1], links),))


@pytest.fixture
def golden() -> Path:
    """The folder of expected outputs."""
    return Path(__file__).parent / "golden"
