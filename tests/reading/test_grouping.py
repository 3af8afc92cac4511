from __future__ import annotations

from pathlib import Path

import pytest

from variorum.errors import Cancelled
from variorum.reading import read_all
from variorum.reading.grouping import group_into_stories

GOLD = Path(__file__).parents[1] / "gold"


def test_a_pile_of_articles_falls_into_its_stories() -> None:
    files = sorted(GOLD.glob("story-*/*.txt"), key=lambda p: p.name)  # by outlet, so that stories are mixed
    articles = read_all([*map(str, files), "seeds"]).articles
    grouping = group_into_stories(articles)
    found = {frozenset(Path(a.source).parent.name for a in s.articles) for s in grouping.stories}
    assert all(len(folders) == 1 for folders in found)
    assert len(found) == len(grouping.stories) == 9
    assert not grouping.singletons


def test_an_article_alone_is_a_singleton(tmp_path: Path) -> None:
    alone = tmp_path / "alone.txt"
    alone.write_text("A recipe for pears in red wine.\n\nPeel the pears and let them simmer.\n")
    articles = read_all(["seeds", str(alone), str(GOLD / "story-03")]).articles
    grouping = group_into_stories(articles)
    assert [a.id for a in grouping.singletons] == ["alone"]
    assert sorted(len(s.articles) for s in grouping.stories) == [2, 3]


def test_nothing_and_one(seeds: Path) -> None:
    assert group_into_stories(()).stories == ()
    (one,) = read_all([str(min(seeds.glob("*.txt")))]).articles
    assert group_into_stories([one]).singletons == (one,)


@pytest.mark.parametrize("at", ["looking through", "grouping"])
def test_grouping_says_how_far_it_is_and_can_be_cancelled(at: str) -> None:
    """The pairs of a large pile take minutes, so they are counted too, and left when that is asked."""
    seen: list[tuple[str, int]] = []

    def stop(stage: str, done: int, total: int) -> None:
        assert total == len(articles)
        seen.append((stage, done))
        if stage == at and done:
            raise Cancelled

    articles = read_all(["seeds"]).articles * 60
    with pytest.raises(Cancelled):
        group_into_stories(articles, progress=stop)
    counted = [done for stage, done in seen if stage == at]
    assert counted == sorted(counted)
    assert counted[-1] < len(articles)
