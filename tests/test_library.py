"""`import variorum`: the names that others may rely on."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

import variorum
from variorum import ArticleError, compare, make_article, read


@pytest.mark.parametrize("name", variorum.__all__)
def test_every_name_is_there_and_says_what_it_is(name: str) -> None:
    thing = getattr(variorum, name)
    assert len((inspect.getdoc(thing) or "").split()) >= 4
    assert name in dir(variorum)


def test_type_checkers_see_the_same_names() -> None:
    tree = ast.parse(Path(variorum.__file__).read_text("utf-8"))
    typed = next(node for node in tree.body if isinstance(node, ast.If))
    names = {alias.name for node in typed.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert names == set(variorum.__all__)
    assert (Path(variorum.__file__).parent / "py.typed").exists()


def test_nothing_else_is_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'comparee'"):
        variorum.comparee  # noqa: B018 - it is asked for


def test_texts_are_compared_without_files() -> None:
    a = make_article("The bridge closed on Monday.\r\nSome 22 people were hurt.", id="a")
    b = make_article("On Monday the bridge closed.\nSome 22 people were hurt.", id="b")
    story = compare(a, b)
    assert a.text.splitlines()[0] == "The bridge closed on Monday."
    assert story.comparisons[0].links
    assert a.source == "a"


def test_articles_that_cannot_be_told_apart_are_refused() -> None:
    one, other = (make_article(text, id="same") for text in ("It rained in Leeds.", "It snowed in York."))
    with pytest.raises(ValueError, match="'same'"):
        compare(one, other)


def test_what_cannot_be_read_says_why_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="does not exist") as caught:
        read(tmp_path / "nowhere.txt")
    assert caught.value.exit_code == 3
