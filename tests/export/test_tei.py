"""TEI read back by an XML parser: the vocabulary's required elements, and texts that come out whole."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.export.conftest import NOW
from tests.export.tei_model import TEI, problems

from variorum.engine.article import make_article
from variorum.engine.crossing import chain
from variorum.engine.keeping.nouns import HighlightSet
from variorum.engine.nouns import Article, Comparison, Link, Maker, Relation, Role, Story
from variorum.export import render_set, render_story

ID = "{http://www.w3.org/XML/1998/namespace}id"


def parse(text: str) -> Any:  # noqa: ANN401 - lxml has no types
    """Parse, and check that nothing in it would be refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(text.encode(), parser)
    assert list(problems(root)) == []
    return root


def body(article: Article) -> list[str]:
    return [" ".join(article.sentence_text(i).split()) for i in article.body]


def witness(division: Any, sigil: str) -> list[str]:  # noqa: ANN401 - lxml has no types
    readings = [rdg for rdg in division.iter(TEI + "rdg") if rdg.get("wit") == f"#{sigil}"]
    return [s.text or "" for rdg in readings for s in rdg.findall(TEI + "s")]


def test_a_story(story: Story) -> None:
    root = parse(render_story(story, "tei", now=NOW))
    (division,) = root.iter(TEI + "div")
    assert witness(division, "w1") == body(story.articles[0])
    assert witness(division, "w2") == body(story.articles[1])
    makers = [app.get("resp") for app in root.iter(TEI + "app") if app.get("resp")]
    makers += [group.get("resp") for group in root.iter(TEI + "linkGrp")]
    assert sorted(makers) == ["#engine", "#engine", "#reader"]


def test_a_crossing_link_is_a_move(story: Story) -> None:
    root = parse(render_story(story, "tei", now=NOW))
    (move,) = root.iter(TEI + "linkGrp")
    assert move.getparent().tag == TEI + "standOff"
    (link,) = move.findall(TEI + "link")
    words = [root.xpath("//*[@xml:id=$id]", id=target[1:])[0].text for target in link.get("target").split()]
    assert words in (
        ["“We are ready for a long winter,” she told the Velm Radio.", body(story.articles[1])[3]],
        ["The cranes cost 12 million.", body(story.articles[1])[2]],
    )


def test_a_set(kept: HighlightSet, harbour: Article, quay: Article) -> None:
    root = parse(render_set(kept, [harbour, quay], "tei", now=NOW))
    pair, span = root.iter(TEI + "app")
    assert [len(app.findall(TEI + "rdg")) for app in (pair, span)] == [2, 1]
    notes = {note.get("type"): note.text for note in pair.findall(TEI + "note")}
    assert notes["discrepancy"] == "number: 12 million / 14 million"
    assert notes["reader"] == "Which one is it? Ask the *authority*."


def test_a_link_to_a_title_is_a_note(harbour: Article) -> None:
    other = make_article("A title\n\nThe harbour closes on Monday.", id="other", source="o")
    assert other.sentences[0].role is Role.TITLE
    link = Link((0,), (0,), Relation.PARAPHRASE, 1, Maker.READER, ("linked by hand",))
    root = parse(render_story(Story((harbour, other), (Comparison(harbour, other, (link,)),)), "tei", now=NOW))
    notes = {note.get("type"): note for note in root.iter(TEI + "note")}
    assert notes["link"].get("target") == "#w1 #w2"
    assert notes["link"].get("resp") == "#reader"
    assert (notes["link"].text or "").endswith("/ A title")
    assert notes["why"].text == "linked by hand"


def test_what_is_empty_or_alone_is_still_valid(harbour: Article) -> None:
    assert parse(render_set(HighlightSet("x", "nothing", "velm"), [harbour], "tei", now=NOW)) is not None
    (division,) = parse(render_story(Story((harbour,)), "tei", now=NOW)).iter(TEI + "div")
    assert witness(division, "w1") == body(harbour)
    bare = make_article("", id="bare", source="bare")
    assert parse(render_story(Story((bare,)), "tei", now=NOW)) is not None


@pytest.mark.parametrize(
    ("published", "when"),
    [
        ("2026", "2026"),
        ("2026-11", "2026-11"),
        ("2026-11-20", "2026-11-20"),
        ("2026-11-20T10:00", "2026-11-20T10:00:00"),
        ("2026-11-20T10:00:05Z", "2026-11-20T10:00:05Z"),
        ("2026-11-20T10:00:05.250000+02:00", "2026-11-20T10:00:05.250000+02:00"),
        ("2026-13", None),
        ("2026-02-30", None),
        ("Friday, 20 November", None),
    ],
)
def test_only_dates_that_are_dates_are_marked_as_such(harbour: Article, published: str, when: str | None) -> None:
    root = parse(render_story(Story((replace(harbour, published=published),)), "tei", now=NOW))
    (date,) = root.iter(TEI + "date")
    assert (date.text, date.get("when")) == (published, when)


@pytest.mark.parametrize("version", ["1.2.3", "0.4.0rc1", "1.0.dev3+g1234.d2026", "unknown"])
def test_any_version_of_the_program_can_be_named(story: Story, version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("variorum.export.VERSION", version)
    assert version in "".join(parse(render_story(story, "tei", now=NOW)).itertext())


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("<rdg", "<wit"),
        ("</teiHeader>", "</teiHeader><p>x</p>"),
        (' wit="#w1"', ' wit="#w9"'),
        ("<body>", "<body>words"),
        (' target="#', ' to="#'),
        ('method="parallel-segmentation"', ""),
        (' when="2026-11-22T12:00:00Z"', ' when="2026-11-22T12:00Z"'),
    ],
)
def test_the_check_refuses_what_is_wrong(story: Story, wrong: str, said: str) -> None:
    text = render_story(story, "tei", now=NOW)
    assert wrong in text
    broken = text.replace(wrong, said).replace("</rdg>", "</wit>" if said == "<wit" else "</rdg>")
    assert list(problems(etree.fromstring(broken.encode())))


def test_what_is_hostile_is_text(hostile: Story) -> None:
    root = parse(render_story(hostile, "tei", now=NOW))
    for number, division_body in enumerate(map(body, hostile.articles), 1):
        expected = [text.translate(dict.fromkeys((0xFFFE, 0xFFFF), 0xFFFD)) for text in division_body]
        assert witness(root, f"w{number}") == expected
    assert {etree.QName(element).namespace for element in root.iter()} == {TEI[1:-1]}


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([], ()),
        ([((1,), (1,), 1), ((2,), (2,), 1)], (0, 1)),
        ([((1,), (2,), 0.4), ((2,), (1,), 0.9)], (1,)),
        ([((1,), (1, 3), 1)], ()),
        ([((1,), (1, 2), 0.5), ((2,), (2,), 0.6)], (1,)),
    ],
)
def test_chain(links: list[tuple[tuple[int, ...], tuple[int, ...], float]], expected: tuple[int, ...]) -> None:
    assert chain(links) == expected


numbers = st.integers(1, 6).flatmap(lambda a: st.integers(0, 1).map(lambda more: tuple(range(a, min(a + more, 6) + 1))))


@given(st.lists(st.tuples(numbers, numbers, st.integers(1, 9).map(lambda n: n / 10)), max_size=7))
def test_chain_is_the_heaviest(links: list[tuple[tuple[int, ...], tuple[int, ...], float]]) -> None:
    def heaviest(after_a: int, after_b: int) -> float:
        rest = [weight + heaviest(a[-1], b[-1]) for a, b, weight in links if a[0] > after_a and b[0] > after_b]
        return max(rest, default=0.0)

    found = [links[n] for n in chain(links)]
    for (a, b, _), (c, d, _) in pairwise(found):
        assert a[-1] < c[0]
        assert b[-1] < d[0]
    assert sum(weight for _, _, weight in found) == pytest.approx(heaviest(0, 0))


def test_three_articles_are_three_divisions() -> None:
    articles = [make_article("One here. Two there.", id=name, source=name) for name in "abc"]
    pairs = [(0, 1), (0, 2), (1, 2)]
    links = (Link((0,), (0,), Relation.IDENTICAL, 1), Link((1,), (1,), Relation.IDENTICAL, 1))
    story = Story(tuple(articles), tuple(Comparison(articles[i], articles[j], links) for i, j in pairs))
    root = parse(render_story(story, "tei", now=NOW))
    divisions = list(root.iter(TEI + "div"))
    assert [d.get("corresp") for d in divisions] == ["#w1 #w2", "#w1 #w3", "#w2 #w3"]
    assert witness(divisions[2], "w3") == ["One here.", "Two there."]
