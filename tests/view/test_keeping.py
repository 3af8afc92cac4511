"""What the screen holds goes into the library and comes back, also when the texts have changed meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.library.contents import load_sets
from tests.ui.stories import seeds, three_outlets

from variorum.engine.article import make_article
from variorum.engine.keeping.nouns import HighlightKind
from variorum.engine.nouns import Maker, Story
from variorum.engine.story import compare
from variorum.library import Library, stories
from variorum.view import actions as do
from variorum.view.keeping.bridge import open_kept, write_difference
from variorum.view.keeping.resume import resumed, session_of
from variorum.view.reducing.reduce import opened, reduce
from variorum.view.state import Changes, Filter, Kept, State

SEEDS, OUTLETS = seeds(), three_outlets()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library(tmp_path / "library.sqlite3")
    yield made
    made.close()


def press(*actions: do.Action, story: Story = SEEDS) -> State:
    state = reduce(opened(story), do.Resize(120, 40), story)
    for action in actions:
        state = reduce(state, action, story)
    return state


def bare(changes: Changes) -> Changes:
    """Without the ids that the library gave."""
    return replace(changes, kept=tuple(replace(k, id="") for k in changes.kept))


def test_what_is_kept_comes_back(library: Library) -> None:
    state = press(do.Keep(), do.Step(2), do.Keep())
    write_difference(library, SEEDS, Changes(), state.changes)
    found = open_kept(library, SEEDS.articles)
    assert bare(found.changes) == bare(state.changes)
    assert all(k.id for k in found.changes.kept)
    [held] = load_sets(library, found.story)
    assert any(h.relation and h.score for h in held.highlights)


def test_a_kept_link_says_what_it_rests_on(library: Library) -> None:
    engine = press(do.Keep())
    write_difference(library, SEEDS, Changes(), engine.changes, threshold=0.4)
    left, right = SEEDS.comparisons[0].unique_a[0], SEEDS.comparisons[0].unique_b[0]
    state = replace(engine, cursor=(left, right))
    for action in (do.Link(), do.Keep()):
        state = reduce(state, action, SEEDS)
    id = write_difference(library, SEEDS, engine.changes, state.changes, threshold=0.4)
    first, second = load_sets(library, id)[0].highlights
    assert (first.by, first.threshold) == (Maker.ENGINE, 0.4)
    assert first.why in [link.why for link in SEEDS.comparisons[0].links]
    assert (second.by, second.why, second.threshold) == (Maker.READER, ("linked by hand",), None)


def test_edits_keep_the_anchor_and_the_date(library: Library) -> None:
    state = press(do.Keep())
    id = write_difference(library, SEEDS, Changes(), state.changes)
    before = load_sets(library, id)[0].highlights
    noted = replace(state.changes, kept=(replace(state.changes.kept[0], note="why?", tags=("x",)),))
    write_difference(library, SEEDS, state.changes, noted)
    [after] = load_sets(library, id)[0].highlights
    assert (after.note, after.tags) == ("why?", ("x",))
    assert replace(after, note="", tags=(), modified="") == replace(before[0], modified="")


def _kept_words(first: int, more: int, span: tuple[int, int] | None) -> Kept:
    """Words of one sentence or of several; a negative end counts from the last one's end."""
    article = SEEDS.articles[0]
    if span is not None and span[1] > 0:
        more = 0
    length = article.sentences[first + more].end - article.sentences[first].start
    within = None if span is None else (span[0], span[1] if span[1] > 0 else length + span[1])
    return Kept(HighlightKind.OWN, ((article.id, tuple(range(first, first + more + 1))),), span=within)


KEPT = st.builds(
    _kept_words,
    st.integers(0, 8),
    st.integers(0, 2),
    st.sampled_from([None, (0, 5), (2, 9), (0, -3), (4, -2)]),
)
PAIRS = st.tuples(st.integers(1, 12), st.integers(1, 15))
CHANGES = st.builds(
    lambda kept, made, cut: Changes(
        tuple(kept),
        tuple((SEEDS.articles[0].id, (a,), SEEDS.articles[1].id, (b,)) for a, b in made),
        tuple((SEEDS.articles[0].id, a, SEEDS.articles[1].id, b) for a, b in cut),
    ),
    st.lists(KEPT, max_size=4, unique=True),
    st.lists(PAIRS, max_size=3, unique=True),
    st.lists(PAIRS, max_size=3, unique=True),
)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(CHANGES, min_size=1, max_size=4))
def test_the_library_follows_every_step_of_the_screen(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Changes]
) -> None:
    library = Library(tmp_path_factory.mktemp("steps") / "library.sqlite3")
    before = Changes()
    for after in (*steps, *steps[::-1], Changes()):
        write_difference(library, SEEDS, before, after)
        found = open_kept(library, SEEDS.articles).changes
        assert set(bare(found).kept) == set(after.kept)
        assert set(found.made) == set(after.made)
        assert set(found.cut) == set(after.cut)
        before = after
    library.close()


def test_a_changed_text_moves_what_it_can_and_names_the_rest(library: Library) -> None:
    old = compare(
        make_article("The mayor left on Monday.\n\nNobody was hurt. It rained all night.", id="a", source="a.txt"),
        make_article("The mayor left.\n\nIt rained heavily.", id="b", source="b.txt"),
    )
    kept = tuple(Kept(HighlightKind.OWN, (("a", (n,)),)) for n in (1, 2))
    changes = Changes(kept, (("a", (2,), "b", (1,)),), (("a", 1, "b", 1),))
    write_difference(library, old, Changes(), changes)
    text = "News.\n\nThe mayor left on Monday.\n\nTwo men died. It rained all night."
    new = (make_article(text, id="a", source="a.txt"), old.articles[1])
    found = open_kept(library, new)
    assert [k.sentences for k in found.changes.kept] == [(("a", (3,)),)]
    assert [h.anchors[0].exact for h in found.orphans] == ["Nobody was hurt."]
    assert found.changes.made == (("a", (3,), "b", (1,)),)
    assert found.changes.cut == ()
    assert [id for id, _ in found.moved] == [found.changes.kept[0].id]
    # Letting the moved one and the link go finds them in the library; the orphans stay.
    write_difference(library, compare(*new), found.changes, Changes())
    assert [a.text for a in stories.load_story(library, found.story).articles] == [a.text for a in new]
    again = open_kept(library, new)
    assert again.changes == Changes()
    assert len(again.orphans) == 1


def test_the_place_is_found_again(library: Library) -> None:
    state = press(do.Choose(2), do.Step(1), do.ToPane(), do.Step(2), story=OUTLETS)
    state = replace(state, filter=Filter.UNIQUE, split=60, locked=False, threshold=0.4)
    again = resumed(opened(OUTLETS), session_of(state, OUTLETS), OUTLETS)
    for name in ("left", "right", "active", "cursor", "top", "filter", "split", "locked", "threshold"):
        assert getattr(again, name) == getattr(state, name), name


@pytest.mark.parametrize(
    "session",
    [
        {},
        {"left": "gone"},
        {"threshold": 10**400, "split": -(10**400)},
        {"threshold": float("nan"), "split": 10**9},
        {"cursor": "x", "top": 3, "split": "wide", "active": 7, "filter": "none", "locked": None},
    ],
)
def test_a_session_that_does_not_fit_changes_nothing(session: dict[str, object]) -> None:
    fresh = opened(SEEDS)
    known = {"left": SEEDS.articles[0].id, "right": SEEDS.articles[1].id} if "cursor" in session else {}
    assert resumed(fresh, session | known, SEEDS) == fresh


def test_a_cursor_beyond_a_shorter_text_stands_on_its_end() -> None:
    session = session_of(press(), SEEDS) | {"cursor": [999, 999], "top": [[999, 0], [999, 0]]}
    state = resumed(opened(SEEDS), session, SEEDS)
    assert state.cursor == tuple(len(a.sentences) - 1 for a in SEEDS.articles)
