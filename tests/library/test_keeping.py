"""What a reader keeps comes back: stories, highlights, sets, notes, links, corrections, sessions; undone and redone."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.library.contents import load_sets

from variorum.engine.keeping.anchors import make_anchor
from variorum.engine.keeping.corrections import make_correction
from variorum.engine.keeping.nouns import Correction, Highlight, HighlightKind, HighlightSet, ReaderLinks
from variorum.engine.nouns import Article, Discrepancy, DiscrepancyType, Maker, Relation, Role, Version
from variorum.errors import LibraryError, UsageError
from variorum.library import Library, highlights, records, sets, stories, undo

Make = Callable[..., Highlight]
Pair = tuple[Article, Article]


def kept(library: Library, story: str) -> dict[str, list[str]]:
    return {s.name: [h.id for h in s.highlights] for s in load_sets(library, story)}


def test_reading_where_nothing_is_gives_nothing_and_creates_nothing(
    library: Library, path: Path, articles: Pair
) -> None:
    assert stories.recent_stories(library) == ()
    assert stories.find_story(library, articles) is None
    assert sets.list_sets(library) == ()
    assert highlights.all_tags(library) == ()
    assert highlights.search_notes(library, "x") == ()
    assert records.load_session(library, "none") == {}
    assert not path.parent.exists()


def test_only_the_owner_may_read_the_library(library: Library, path: Path, articles: Pair) -> None:
    before = os.umask(0)
    try:
        stories.keep_story(library, articles)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("name", ["a?b#c %41", "Größe 警察", "it's; --"])
def test_the_folder_may_have_any_name(tmp_path: Path, articles: Pair, name: str) -> None:
    library = Library(tmp_path / name / "library.sqlite3")
    story = stories.keep_story(library, articles)
    library.close()
    assert stories.load_story(library, story.id).articles == articles
    library.close()
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_story_is_found_by_its_sources_and_by_its_texts(library: Library, articles: Pair) -> None:
    one = stories.keep_story(library, articles)
    assert one.name == "The mayor left"
    changed = (replace(articles[0], text=articles[0].text + " More."), articles[1])
    assert stories.keep_story(library, changed[::-1]).id == one.id
    assert [a.text for a in stories.load_story(library, one.id).articles] == [a.text for a in changed[::-1]]
    moved = tuple(replace(a, source=f"elsewhere/{a.source}") for a in changed)
    assert stories.find_story(library, moved) == one.id
    assert stories.find_story(library, [replace(a, text="other", source="other") for a in articles]) is None
    assert [r.outlets for r in stories.recent_stories(library)] == [("herald", "The Post")]


def test_the_list_of_stories_names_an_outlet_as_the_reader_does(library: Library, articles: Pair) -> None:
    story = stories.keep_story(library, articles)
    named = Correction(articles[0].id, "outlet", 0, 0, value="The Post of Lessing")
    records.save_corrections(library, story.id, (), (named,))
    [listed] = stories.recent_stories(library)
    assert listed.outlets == ("The Post of Lessing", "herald")


def test_a_clock_that_was_put_back_does_not_hide_the_story_opened_last(library: Library, articles: Pair) -> None:
    early, last = (stories.keep_story(library, [article]).id for article in articles)
    with library.writing() as connection:
        connection.execute("UPDATE stories SET opened = '2099-01-01T00:00:00.000Z' WHERE id = ?", (early,))
    assert [story.id for story in stories.recent_stories(library)] == [last, early]


def test_a_story_that_grows_keeps_what_was_kept_and_its_part_is_the_same_story(
    library: Library, articles: Pair
) -> None:
    alone = stories.keep_story(library, articles[:1])
    assert stories.find_story(library, articles) is None, "nothing is kept there yet"
    made = highlights.keep(library, alone.id, Highlight("", HighlightKind.OWN, (make_anchor(articles[0], 0, 15),)))
    assert stories.keep_story(library, articles).id == alone.id
    assert load_sets(library, alone.id)[0].highlights == (made,)
    for part in (articles[:1], articles[1:]):
        assert stories.keep_story(library, part).id == alone.id
        assert stories.load_story(library, alone.id).articles == articles, "it stays whole"
    other = replace(articles[1], id="other", text="Something else.", source="other")
    assert stories.find_story(library, [articles[0], other]) is None, "neither whole nor part"


def test_an_article_comes_back_whole(library: Library, articles: Pair) -> None:
    full = replace(
        articles[0],
        byline="By Ann",
        published="2020-12-15",
        language="de",
        cut_off=True,
        guessed=frozenset({"title", "outlet"}),
        replaced=3,
        url="https://example.org/a",
        version=Version("post", 2, "v2", "2020-12-16"),
    )
    story = stories.keep_story(library, [full, articles[1]])
    assert stories.load_story(library, story.id).articles == (full, articles[1])


def test_a_highlight_comes_back_as_it_was_kept(library: Library, path: Path, articles: Pair) -> None:
    story = stories.keep_story(library, articles)
    whole = Highlight(
        "",
        HighlightKind.DISCREPANCY,
        (make_anchor(articles[0], 0, 15), make_anchor(articles[1], 0, 18)),
        Relation.PARAPHRASE,
        0.8125,
        Maker.ENGINE,
        (Discrepancy(DiscrepancyType.NAME, "The mayor", "A mayor", (0, 9), (0, 7)),),
        "blue",
        ("who", "Déjà vu"),
        "First line\nsecond “line” 🙂",
        why=("shared words: mayor", "phrase “left”"),
        threshold=0.45,
    )
    written = highlights.keep(library, story.id, whole)
    assert written == replace(whole, id=written.id, created=written.created, modified=written.modified)
    other = Library(path)
    assert load_sets(other, story.id)[0].highlights == (written,)
    assert highlights.all_tags(other) == ("Déjà vu", "who")
    other.close()


def test_text_from_outside_is_cleaned(library: Library, articles: Pair, mark: Make) -> None:
    story = stories.keep_story(library, articles, name="a\x1b[31m\nb")
    assert story.name == "a\ufffd[31m b"
    written = highlights.keep(library, story.id, mark(note="x\x1b]52;c;aGk=\x07\ud800", tags=("a\nb", " ", "a\nb")))
    assert written.note == "x\ufffd]52;c;aGk=\ufffd\ufffd"
    assert written.tags == ("a b",)


def test_sets_are_made_renamed_merged_compared_and_removed(library: Library, articles: Pair, mark: Make) -> None:
    story = stories.keep_story(library, articles)
    first = highlights.keep(library, story.id, mark(0))
    second = highlights.keep(library, story.id, mark(1))
    own = sets.create_set(library, story.id, "for class", [replace(first, id="other-id"), mark(2, id="third")])
    default = sets.default_set(library, story.id)
    assert [(s.name, s.is_default, s.count) for s in sets.list_sets(library, story.id)] == [
        ("highlights", True, 2),
        ("for class", False, 2),
    ]
    difference = sets.compare_sets(sets.load_set(library, default.id), sets.load_set(library, own.id))
    assert [h.id for h in difference.only_first] == [second.id]
    assert [h.id for h in difference.only_second] == ["third"]
    assert [h.id for h in difference.both] == [first.id]
    with pytest.raises(LibraryError, match="already"):
        sets.rename_set(library, own.id, "highlights")
    assert sets.rename_set(library, own.id, "class 4b").name == "class 4b"
    merged = sets.merge_sets(library, own.id, default.id)
    assert (merged.is_default, merged.count) == (True, 3)
    assert list(kept(library, story.id)) == ["class 4b"]
    sets.delete_set(library, own.id)
    assert kept(library, story.id) == {}
    for _ in range(2):
        undo.undo(library, story.id)
    assert kept(library, story.id) == {"highlights": [first.id, second.id], "class 4b": ["other-id", "third"]}


def test_a_set_is_found_by_what_people_call_it(library: Library, articles: Pair, mark: Make) -> None:
    story = stories.keep_story(library, articles)
    highlights.keep(library, story.id, mark())
    own = sets.create_set(library, story.id, "Class")
    for wanted in (own.id, own.id[:8], "Class", "class", f"{story.name}/Class"):
        assert sets.find_set(library, wanted).id == own.id
    assert sets.find_set(library, story.name).is_default
    elsewhere = replace(articles[0], id="x", source="x", text="Something else.")
    other = stories.keep_story(library, [elsewhere], name="other")
    sets.create_set(library, other.id, "Class")
    with pytest.raises(UsageError, match="several"):
        sets.find_set(library, "Class")
    with pytest.raises(UsageError, match="no highlight set"):
        sets.find_set(library, "nothing")


def test_notes_are_found_in_any_case_and_inside_words(library: Library, articles: Pair, mark: Make) -> None:
    story = stories.keep_story(library, articles)
    for n, note in enumerate(("Ask the Kremlin\nagain", "ÜBER die Straße", "100 % sure_thing", "警察は発表した")):
        highlights.keep(library, story.id, mark(id=f"n{n}", note=note))
    for words, expected in {
        "kremlin": ["n0"],
        "again ASK": ["n0"],
        "kremlin nobody": [],
        "über": ["n1"],
        "STRASSE": ["n1"],
        "%": ["n2"],
        "sure_": ["n2"],
        "發表": [],
        "発表": ["n3"],
    }.items():
        assert [f.highlight.id for f in highlights.search_notes(library, words)] == expected, words


def test_links_corrections_and_session_come_back(library: Library, articles: Pair) -> None:
    story = stories.keep_story(library, articles).id
    a, b = make_anchor(articles[0], 0, 15), make_anchor(articles[1], 0, 18)
    links = ReaderLinks(made=((a, b),), cut=((a, replace(b, start=1)),))
    records.save_reader_links(library, story, ReaderLinks(), links)
    assert records.reader_links(library, story) == links
    records.save_reader_links(library, story, links, ReaderLinks(cut=links.cut))
    assert records.reader_links(library, story) == ReaderLinks(cut=links.cut)
    fixes = (make_correction(articles[0], "role", 0, 15, Role.CAPTION), make_correction(articles[0], "break", 4, 15))
    records.save_corrections(library, story, (), fixes)
    assert records.corrections(library, story) == fixes
    assert undo.undo(library, story) == "corrected an article"
    assert records.corrections(library, story) == ()
    records.save_session(library, story, {"left": "post", "sentence": 3})
    records.save_session(library, story, {"left": "post", "sentence": 4})
    assert records.load_session(library, story) == {"left": "post", "sentence": 4}


def test_two_sessions_add_up(library: Library, path: Path, articles: Pair, mark: Make) -> None:
    story = stories.keep_story(library, articles).id
    other = Library(path)
    a, b = make_anchor(articles[0], 0, 15), make_anchor(articles[1], 0, 18)
    records.save_reader_links(library, story, ReaderLinks(), ReaderLinks(made=((a, b),)))
    records.save_reader_links(other, story, ReaderLinks(), ReaderLinks(cut=((a, b),)))
    assert records.reader_links(library, story) == ReaderLinks(((a, b),), ((a, b),))
    one = highlights.keep(library, story, mark(0))
    two = highlights.keep(other, story, mark(1))
    assert kept(other, story)["highlights"] == [one.id, two.id]
    # Each takes back its own; and what the other has changed since stays.
    set_id = sets.default_set(library, story).id
    highlights.keep(other, story, replace(one, note="mine"), set_id=set_id)
    with pytest.raises(LibraryError, match="another session"):
        undo.undo(library, story)
    assert undo.undo(other, story) == "changed a highlight"
    # The set was made by the first session's step, but holds something of the other's by now.
    with pytest.raises(LibraryError, match="another session"):
        undo.undo(library, story)
    assert undo.undo(other, story) == "kept a highlight"
    assert undo.undo(library, story) == "kept a highlight"
    assert kept(library, story) == {}
    other.close()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(st.tuples(st.sampled_from(["keep", "note", "drop", "set", "merge"]), st.integers(0, 2)), max_size=9)
)
def test_undoing_everything_leads_back_step_by_step(
    tmp_path_factory: pytest.TempPathFactory, articles: Pair, mark: Make, steps: list[tuple[str, int]]
) -> None:
    library = Library(tmp_path_factory.mktemp("undo") / "library.sqlite3")
    story = stories.keep_story(library, articles).id
    states = [load_sets(library, story)]
    for what, n in steps:
        step(library, story, what, mark(n, id=f"h{n}", note=f"{what} {len(states)}"))
        if load_sets(library, story) != states[-1]:
            states.append(load_sets(library, story))
    for move, expected in ((undo.undo, states[-2::-1]), (undo.redo, states[1:])):
        for state in expected:
            assert move(library, story) is not None
            assert by_id(load_sets(library, story)) == by_id(state)
        assert move(library, story) is None
    library.close()


def step(library: Library, story: str, what: str, highlight: Highlight) -> None:
    """One thing that a reader can do, if it can be done."""
    there = load_sets(library, story)
    if what in ("keep", "note"):
        highlights.keep(library, story, highlight)
    elif what == "set":
        sets.create_set(library, story, f"set {len(there)} {highlight.note}", [highlight])
    elif what == "drop" and there and there[0].highlights:
        highlights.drop(library, there[0].id, there[0].highlights[0].id)
    elif what == "merge" and len(there) > 1:
        sets.merge_sets(library, there[1].id, there[0].id)


def by_id(held: tuple[HighlightSet, ...]) -> dict[str, tuple[str, dict[str, Highlight]]]:
    return {s.id: (s.name, {h.id: h for h in s.highlights}) for s in held}
