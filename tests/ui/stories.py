"""Stories with their sentences and links given, so that what a screen shows depends on no engine's judgement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from variorum.engine.nouns import (
    Article,
    Comparison,
    Discrepancy,
    DiscrepancyType,
    Link,
    Relation,
    Role,
    Sentence,
    Story,
    Version,
)

SEEDS = Path(__file__).parent.parent.parent / "seeds"
_BREAK = re.compile(r"(?:(?<=[.?!。])|(?<=[.?!][”\"]))[ ]+(?=[A-Z“\"\[])|\n+")
_ABBREVIATED = re.compile(r"(Nov|U\.S|Mr|Dr)\.$")

NEAR, PARAPHRASE, IDENTICAL = Relation.NEAR, Relation.PARAPHRASE, Relation.IDENTICAL


def article(id: str, text: str, roles: Mapping[int, Role] | None = None, title: str | None = None) -> Article:
    """An article cut at sentence ends and line breaks; the rest are body sentences."""
    sentences: list[Sentence] = []
    start = paragraph = 0
    for match in [*_BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        if match and "\n" not in match.group() and _ABBREVIATED.search(text[start:end]):
            continue
        if end > start:
            n = len(sentences)
            sentences.append(Sentence(n, start, end, paragraph, (roles or {}).get(n, Role.BODY)))
        if match:
            start = match.end()
            paragraph += "\n" in match.group()
    return Article(id, f"{id}.txt", text, tuple(sentences), title=title)


def differing(a: Article, b: Article, i: int, j: int, kind: DiscrepancyType, one: str, other: str) -> Discrepancy:
    """A discrepancy between words that stand in a sentence of each."""
    at, across = a.sentences[i].start, b.sentences[j].start
    first = at + a.sentence_text(i).index(one)
    second = across + b.sentence_text(j).index(other)
    return Discrepancy(kind, one, other, (first, first + len(one)), (second, second + len(other)))


def link(
    a: Iterable[int],
    b: Iterable[int],
    relation: Relation,
    score: float,
    *found: Discrepancy,
    why: str = "shared words: election",
) -> Link:
    """A link of the engine's."""
    return Link(tuple(a), tuple(b), relation, score, why=(why,), discrepancies=found)


def seeds() -> Story:
    """The two seed articles, linked as a careful reader would."""
    paths = sorted(SEEDS.glob("*.txt"))
    texts = [p.read_text("utf-8") for p in paths]
    left = article("000", texts[0], {14: Role.CAPTION, 15: Role.CAPTION})
    right = article("003", texts[1], {0: Role.TITLE, 19: Role.BOILERPLATE}, title=texts[1].partition("\n")[0])
    source = differing(left, right, 4, 9, DiscrepancyType.ATTRIBUTION, "CBS’ “60 Minutes", "a Kremlin statement")
    links = (
        link([0], [1], PARAPHRASE, 0.86, why="shared words: Putin, congratulat-, Biden, finally"),
        link([1], [8, 9, 10, 11], PARAPHRASE, 0.81, why="phrase “bear special responsibility for global security”"),
        link([4], [9], PARAPHRASE, 0.76, source, why="quote .92"),
        link([5], [3, 4], PARAPHRASE, 0.62, why="shared words: official, results, wait"),
    )
    related = (link([8], [14], PARAPHRASE, 0.31),)
    return Story((left, right), (Comparison(left, right, links, related),))


LANTERN = """Storm cuts power to 400 homes on Harrow Island

By Ada Finch

HARROW – A storm cut power to 400 homes on Harrow Island on Tuesday night, the utility said. No one was hurt.

“We are working through the night,” said Mira Oduya, who runs the utility’s repair crews.

The ferry to the mainland will stay in port until Thursday. [sic] The school is shut.

Subscribe to our newsletter for more."""

WIRE = """A storm cut power to 400 homes on Harrow Island on Tuesday night, the utility said.

The ferry to the mainland will stay in port until Friday.

“We work through the night,” Mira Oduya, the head of repairs, told reporters.

Waves of six metres were measured off the northern cape."""

NIPPO = """島の嵐で四百戸が停電した。

フェリーは木曜日まで欠航する。 The ferry stays in port until Thursday.

Café Nørd served soup by candlelight 👩‍🍳 all night."""


def three_outlets() -> Story:
    """An invented story: three outlets, one of them mostly in Japanese."""
    left = article(
        "lantern",
        LANTERN,
        {0: Role.TITLE, 1: Role.BYLINE, 7: Role.BOILERPLATE},
        title="Storm cuts power to 400 homes on Harrow Island",
    )
    wire = article("wire", WIRE)
    nippo = article("nippo", NIPPO)
    date = differing(left, wire, 5, 1, DiscrepancyType.DATE, "Thursday", "Friday")
    first = Comparison(
        left,
        wire,
        (
            link([2], [0], NEAR, 0.97, why="phrase “cut power to 400 homes on Harrow Island”"),
            link([4], [2], NEAR, 0.8, why="quote .88"),
            link([5], [1], NEAR, 0.94, date, why="phrase “the ferry to the mainland”"),
        ),
        (link([3], [3], PARAPHRASE, 0.2),),
    )
    second = Comparison(left, nippo, (link([5], [2], PARAPHRASE, 0.71),))
    third = Comparison(wire, nippo, (link([1], [2], PARAPHRASE, 0.7),))
    return Story((left, wire, nippo), (first, second, third))


def two_versions() -> Story:
    """An invented article in two versions: another title, a softer verb, a passage moved, one gone and one new."""
    first = """Mayor refuses to name costs

The bridge at Tarn was closed to lorries on Monday. Two pillars have cracks.

Mayor Ada Flint refused to comment on the costs.

The engineer is married to the mayor's sister.

Shopkeepers fear for their business."""
    second = """Bridge closed as a precaution

The bridge at Tarn was closed to lorries on Monday. Two pillars have cracks.

Shopkeepers fear for their business.

Mayor Ada Flint declined to comment on the costs.

A ferry will carry cars from Thursday."""
    versions = []
    for order, text in enumerate((first, second)):
        made = article(f"tarn-{order}", text, {0: Role.TITLE}, title=text.partition("\n")[0])
        date = f"2020-12-15T0{8 + order}:30:00+01:00"
        versions.append(replace(made, outlet="Tarn Post", version=Version("tarn.txt", order, f"v{order + 1}", date)))
    links = (
        link([1], [1], IDENTICAL, 1.0, why="the same words"),
        link([2], [2], IDENTICAL, 1.0, why="the same words"),
        link([3], [4], NEAR, 0.97, why="phrase “to comment on the costs”"),
        link([5], [3], IDENTICAL, 1.0, why="the same words"),
    )
    return Story(tuple(versions), (Comparison(versions[0], versions[1], links),))
