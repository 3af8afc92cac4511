"""What articles and places in them are called."""

from __future__ import annotations

from variorum.engine.article import make_article
from variorum.engine.labels import place_of
from variorum.engine.nouns import Role

TEXT = """Harbour bridge closed after storm

By Ann Lee

The bridge was closed. Nobody was hurt. Cars were turned back. Ferries went on. A crane fell. It goes on Monday.
"""


def test_sentences_are_counted_in_the_body_as_people_do() -> None:
    article = make_article(TEXT, id="a", source="a.txt")
    assert [article.sentences[i].role for i in (0, 1)] == [Role.TITLE, Role.BYLINE]
    assert place_of(article, (2, 3, 4, 7)) == "1–3, 6"
    assert place_of(article, (7, 3)) == "2, 6"


def test_a_place_outside_the_body_is_called_by_its_role() -> None:
    article = make_article(TEXT, id="a", source="a.txt")
    assert place_of(article, (0,)) == "title"
    assert place_of(article, ()) == ""
