"""The nouns themselves."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

from variorum import read
from variorum.engine.nouns import Version


def test_an_article_comes_through_a_pickle_whole_and_small(seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        article = replace(read(path), version=Version("chain", 2, "v2"), guessed=frozenset({"title"}))
        assert article.body
        pickled = pickle.dumps(article)
        assert pickle.loads(pickled) == article
        assert len(pickled) < len(article.text.encode()) + 50 * len(article.sentences) + 1000
