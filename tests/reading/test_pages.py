from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.reading import FIELDS, body_f1, field_right

from variorum.engine.nouns import Article
from variorum.reading import read_all

PAGES = Path(__file__).parents[1] / "pages"
TRUTH: dict[str, dict[str, object]] = json.loads((PAGES / "truth.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    result = read_all([str(PAGES / f"{name}.html") for name in TRUTH])
    assert not result.failures
    return {article.id: article for article in result.articles}


@pytest.mark.parametrize("name", TRUTH)
def test_the_body_is_the_article_and_nothing_else(articles: dict[str, Article], name: str) -> None:
    body = TRUTH[name]["body"]
    assert isinstance(body, list)
    assert body_f1(articles[name], body) >= 0.95


@pytest.mark.parametrize("name", TRUTH)
def test_captions_are_kept_apart_and_cut_off_texts_are_marked(articles: dict[str, Article], name: str) -> None:
    assert field_right(articles[name], "captions", TRUTH[name]["captions"])
    assert articles[name].cut_off is TRUTH[name]["cut_off"]
    assert articles[name].language == TRUTH[name]["language"]


@pytest.mark.parametrize("field", [*FIELDS, "url"])
def test_nine_of_ten_pages_have_the_field_right(articles: dict[str, Article], field: str) -> None:
    if field == "url":
        right = [articles[name].url == truth["url"] for name, truth in TRUTH.items()]
    else:
        right = [field_right(articles[name], field, truth[field]) for name, truth in TRUTH.items()]
    assert sum(right) >= 0.9 * len(right)


def test_what_only_points_elsewhere_is_no_body(articles: dict[str, Article]) -> None:
    for article in articles.values():
        body = " ".join(article.sentence_text(i) for i in article.body)
        for phrase in (
            "Read more",
            "READ MORE",
            "Sign up to",
            "Already a subscriber",
            "Most read",
            "cookies",
            "Lire aussi",
        ):
            assert phrase not in body, article.id


def test_a_guess_is_marked_as_one(articles: dict[str, Article]) -> None:
    assert "outlet" in articles["aspnet"].guessed
    assert articles["aspnet"].outlet == "North Business"
    assert articles["broadcaster"].guessed == frozenset()
