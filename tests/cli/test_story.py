from __future__ import annotations

import json
from pathlib import Path

import pytest

from variorum.cli.main import run


def _ids(capfd: pytest.CaptureFixture[str]) -> tuple[set[str], str]:
    said = capfd.readouterr()
    return {Path(a["source"]).parent.name for a in json.loads(said.out)["articles"]}, said.err


@pytest.fixture
def pile(gold: Path) -> list[str]:
    return [str(path) for path in sorted(gold.glob("story-*/*.txt"))]


def test_a_pile_opens_its_largest_story_and_lists_the_others(
    pile: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", *pile, "--json"]) == 0
    folders, said = _ids(capfd)
    assert len(folders) == 1
    assert said.count("variorum: story ") == 8
    assert "--story N" in said


def test_a_story_of_a_pile_is_chosen(pile: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", *pile, "--json", "--story", "3"]) == 0
    assert len(_ids(capfd)[0]) == 1
    assert run(["compare", *pile, "--json", "--story", "99"]) == 2


def test_a_few_articles_are_one_story(seeds: Path, gold: Path, capfd: pytest.CaptureFixture[str]) -> None:
    sources = [str(seeds), *map(str, sorted((gold / "story-03").glob("*.txt")))]
    assert run(["compare", *sources, "--json"]) == 0
    assert _ids(capfd)[0] == {"seeds", "story-03"}
