"""The annotated pairs that constants are fitted on and figures measured on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from variorum.engine.nouns import Article, Sentence
from variorum.text.sanitise import clean

Pair = tuple[int, int]


@dataclass(frozen=True)
class GoldPair:
    """Two articles as perfect sentences, with the pairs of sentences that people linked.

    Attributes:
        group: What must not be split between fitting and measuring: a story, or a topic.
        real: Real news with incomplete annotation.
        optional: Pairs that count neither as right nor as wrong.
        close: Look-alikes that are not links.
        relations: Each gold link's two sides and its relation.
    """

    name: str
    group: str
    a: Article
    b: Article
    links: frozenset[Pair]
    real: bool = False
    optional: frozenset[Pair] = frozenset()
    close: frozenset[Pair] = frozenset()
    relations: tuple[tuple[tuple[int, ...], tuple[int, ...], str], ...] = field(default=())


def load_stories(folders: Iterable[Path]) -> list[GoldPair]:
    """Every annotated pair of the story folders."""
    return [pair for folder in folders for pair in _story(folder)]


def _story(folder: Path) -> Iterable[GoldPair]:
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    for pair in gold["pairs"]:
        a, b = gold["articles"][pair["a"]], gold["articles"][pair["b"]]
        yield GoldPair(
            f"{folder.name} {pair['a']} | {pair['b']}",
            folder.name,
            _located(folder, pair["a"], a),
            _located(folder, pair["b"], b),
            frozenset((i, j) for link in pair["links"] for i in link["a"] for j in link["b"]),
            optional=frozenset((i, j) for i, j in pair.get("optional", ())),
            close=_close(gold, pair["a"], pair["b"]),
            relations=tuple((tuple(x["a"]), tuple(x["b"]), x["relation"]) for x in pair["links"]),
        )


def _located(folder: Path, id: str, gold: dict[str, Any]) -> Article:
    """The story's file with the gold sentences as its only ones."""
    text = clean((folder / gold["file"]).read_bytes().decode("utf-8-sig"))
    found, at = [], 0
    for n, sentence in enumerate(gold["sentences"]):
        start = text.index(clean(sentence), at)
        at = start + len(clean(sentence))
        found.append(Sentence(n, start, at, text.count("\n\n", 0, start)))
    return Article(id, gold["file"], text, tuple(found), language=gold["lang"])


def _close(gold: dict[str, Any], a: str, b: str) -> frozenset[Pair]:
    found: set[Pair] = set()
    for hard in gold.get("hard_negatives", ()):
        if hard.get("grade", "close") != "close":
            continue
        pair = (int(hard["i"]), int(hard["j"]))
        if (hard["a"], hard["b"]) == (a, b):
            found.add(pair)
        elif (hard["b"], hard["a"]) == (a, b):
            found.add(pair[::-1])
    return frozenset(found)


def load_real(path: Path) -> list[GoldPair]:
    """Real news as JSON lines with `topic`, `a`, `b` (sentences) and `pairs`."""
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        item = json.loads(line)
        pairs = frozenset((i, j) for i, j in item["pairs"])
        name = f"{item['topic']} {number}"
        a, b = _joined(f"{name} a", item["a"]), _joined(f"{name} b", item["b"])
        found.append(GoldPair(name, item["topic"], a, b, pairs, real=True))
    return found


def _joined(id: str, sentences: Iterable[str]) -> Article:
    """An article of sentences on lines of their own: the data does not keep the paragraphs."""
    text, found = "", []
    for n, sentence in enumerate(sentences):
        found.append(Sentence(n, len(text), len(text) + len(sentence), n))
        text += sentence + "\n"
    return Article(id, id, text, tuple(found))
