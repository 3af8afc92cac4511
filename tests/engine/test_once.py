"""What is worked out of an article is worked out once, and forgotten with it."""

from __future__ import annotations

import gc
from dataclasses import replace

from variorum.engine.nouns import Article
from variorum.engine.once import once_for_article


def test_work_is_done_once_for_an_article_and_again_for_another() -> None:
    asked: list[str] = []

    @once_for_article
    def length(article: Article) -> int:
        asked.append(article.id)
        return len(article.text)

    a = Article("a", "a.txt", "Three words here.")
    longer = replace(a, text="Now there are more words.")
    assert [length(a), length(replace(a)), length(longer), length(a)] == [17, 17, 25, 17]
    assert asked == ["a", "a"]


def test_what_was_worked_out_goes_with_the_article() -> None:
    made: list[Article] = []

    @once_for_article
    def number(article: Article) -> int:
        made.append(replace(article, id=f"{article.id}{len(made)}"))
        return len(made)

    a = Article("a", "a.txt", "Some text.")
    assert number(a) == 1
    del a
    gc.collect()
    assert number(Article("a", "a.txt", "Some text.")) == 2
