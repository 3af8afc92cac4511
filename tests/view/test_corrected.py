"""Corrections on an open story: what is kept stays on its words, the cursor at its place, and everything is undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.library.contents import load_sets
from tests.ui.stories import seeds

from variorum.engine.keeping.corrections import make_correction
from variorum.engine.keeping.nouns import Correction, HighlightKind
from variorum.engine.nouns import Article, Role, Story
from variorum.library import Library, records
from variorum.view import actions as do
from variorum.view.keeping.bridge import open_kept, write_difference
from variorum.view.keeping.corrected import corrected, relocated, renumbered
from variorum.view.lists.correcting import correction_of, correction_view, split_before, those_at
from variorum.view.reducing.reduce import opened, reduce
from variorum.view.reducing.selection import span_kept
from variorum.view.state import Changes, Kept, Side, State

SEEDS = seeds()
LEFT, RIGHT = SEEDS.articles


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library(tmp_path / "library.sqlite3")
    yield made
    made.close()


def split(article: Article, sentence: int, word: str) -> Correction:
    start = article.sentences[sentence].start
    made = split_before(article, sentence, start + article.sentence_text(sentence).index(word))
    assert made is not None
    return made


def words(articles: tuple[Article, ...], kept: Kept) -> list[str]:
    by_id = {a.id: a for a in articles}
    return [by_id[id].text[slice(*span_kept(by_id[id], kept))] for id, _ in kept.sentences]


def run(state: State, *actions: do.Action) -> State:
    for action in actions:
        state = reduce(state, action, SEEDS)
    return state


FIXES = st.one_of(
    st.builds(
        lambda n, at: make_correction(LEFT, "break", LEFT.sentences[n].start + at, LEFT.sentences[n].end),
        st.integers(0, 13),
        st.integers(1, 40),
    ),
    st.builds(
        lambda n, more: make_correction(LEFT, "join", LEFT.sentences[n].start, LEFT.sentences[n + more].end),
        st.integers(0, 12),
        st.integers(1, 3),
    ),
    st.integers(0, 15).map(
        lambda n: make_correction(LEFT, "role", LEFT.sentences[n].start, LEFT.sentences[n].end, Role.CAPTION)
    ),
)
KEPT = st.builds(
    lambda n, more, span: Kept(
        HighlightKind.OWN, ((LEFT.id, tuple(range(n, n + more + 1))),), span=None if more else span
    ),
    st.integers(0, 12),
    st.integers(0, 3),
    st.sampled_from([None, (3, 9)]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(FIXES, max_size=4), st.lists(KEPT, max_size=4))
def test_what_is_kept_stays_on_its_words(fixes: list[Correction], kept: list[Kept]) -> None:
    before, after = SEEDS.articles, corrected(SEEDS.articles, fixes)
    changes = renumbered(Changes(tuple(kept)), before, after)
    for old, new in zip(kept, changes.kept, strict=True):
        assert words(before, old) == words(after, new)
    assert renumbered(changes, after, before).kept == tuple(kept)


def test_links_follow_their_sentences() -> None:
    fixes = (split(LEFT, 1, "confidence"),)
    after = corrected(SEEDS.articles, fixes)
    changes = Changes(
        made=((LEFT.id, (1,), RIGHT.id, (8,)),), cut=((LEFT.id, 4, RIGHT.id, 9), (LEFT.id, 1, RIGHT.id, 9))
    )
    now = renumbered(changes, SEEDS.articles, after)
    assert now.made == ((LEFT.id, (1, 2), RIGHT.id, (8,)),)
    assert now.cut == ((LEFT.id, 5, RIGHT.id, 9), (LEFT.id, 1, RIGHT.id, 9), (LEFT.id, 2, RIGHT.id, 9))


def test_the_cursor_stays_at_its_words() -> None:
    after = corrected(SEEDS.articles, (split(LEFT, 1, "confidence"),))
    state = replace(opened(SEEDS), cursor=(4, 3), top=((4, 1), (2, 0)))
    moved = relocated(state, SEEDS.articles, after)
    assert (moved.cursor, moved.top) == ((5, 3), ((5, 0), (2, 0)))
    assert relocated(moved, after, SEEDS.articles).cursor == (4, 3)


def test_corrections_are_written_and_taken_back_with_everything_else(library: Library) -> None:
    first = Changes((Kept(HighlightKind.OWN, ((LEFT.id, (1,)),)), Kept(HighlightKind.OWN, ((LEFT.id, (4,)),))))
    id = write_difference(library, SEEDS, Changes(), first)
    fixes = (split(LEFT, 1, "confidence"),)
    after = corrected(SEEDS.articles, fixes)
    ids = tuple(k.id for k in open_kept(library, SEEDS.articles).changes.kept)
    named = tuple(replace(k, id=i) for k, i in zip(first.kept, ids, strict=True))
    second = replace(renumbered(replace(first, kept=named), SEEDS.articles, after), corrections=fixes)
    before = load_sets(library, id)
    write_difference(library, Story(after), first, second, sources=SEEDS.articles)
    assert records.corrections(library, id) == fixes
    found = open_kept(library, SEEDS.articles)
    assert found.articles == after
    assert found.changes == second
    assert [h.anchors for h in load_sets(library, id)[0].highlights] == [h.anchors for h in before[0].highlights]
    write_difference(library, SEEDS, second, first, sources=SEEDS.articles)
    assert records.corrections(library, id) == ()
    assert [k.sentences for k in open_kept(library, SEEDS.articles).changes.kept] == [k.sentences for k in first.kept]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.lists(FIXES, max_size=3, unique=True), st.lists(KEPT, max_size=3)), max_size=4))
def test_any_history_of_corrections_and_kept_words_comes_back(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[list[Correction], list[Kept]]]
) -> None:
    library = Library(tmp_path_factory.mktemp("steps") / "library.sqlite3")
    history = [Changes()]
    for fixes, kept in steps:
        counted = renumbered(Changes(tuple(dict.fromkeys(kept))), SEEDS.articles, corrected(SEEDS.articles, fixes))
        history.append(replace(counted, corrections=tuple(fixes)))
    way = [*history, *history[-2::-1]]
    for before, after in pairwise(way):
        articles = corrected(SEEDS.articles, after.corrections)
        write_difference(library, Story(articles), before, after, sources=SEEDS.articles)
        found = open_kept(library, SEEDS.articles)
        assert set(found.changes.corrections) == set(after.corrections)
        wanted = sorted(words(articles, k) for k in after.kept)
        assert sorted(words(found.articles, k) for k in found.changes.kept) == wanted
    library.close()


def test_a_sentence_can_be_as_it_was_read() -> None:
    fixes = (split(LEFT, 1, "confidence"), *filter(None, [correction_of(LEFT, 4, "caption")]))
    article = corrected(SEEDS.articles, fixes)[0]
    assert [those_at(article, n, fixes) for n in (0, 1, 2, 3, 5)] == [(), fixes[:1], fixes[:1], (), fixes[1:]]
    assert split_before(LEFT, 1, LEFT.sentences[1].start) is None
    keys = [row.key for row in correction_view(article, 2, fixes).build(0, 0, "").rows]
    assert keys[-3:] == ["split", "join", "restore"]
    assert "restore" not in [row.key for row in correction_view(article, 0, fixes).build(0, 0, "").rows]


def test_what_was_revealed_stays_revealed_when_panes_swap_and_a_text_is_cut_otherwise() -> None:
    last = len(RIGHT.sentences) - 1
    assert last >= len(LEFT.sentences)
    state = run(opened(SEEDS, columns=80, lines=24), do.Flip("classroom"), do.ToPane(Side.RIGHT), do.GoTo(last))
    state = run(state, do.Enter(), do.Choose(0, Side.RIGHT))
    assert state.article(state.active) == 1
    assert (1, last) in state.revealed
    cut = corrected(SEEDS.articles, (split(LEFT, 1, "message"), split(RIGHT, 9, "every")))
    moved = relocated(state, SEEDS.articles, cut)
    assert (1, last + 1) in moved.revealed
    assert cut[1].sentence_text(last + 1) == RIGHT.sentence_text(last)
