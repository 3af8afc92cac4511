"""What was changed between versions: titles, words, what came, went and moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.article import make_article
from variorum.engine.crossing import Place, chain, crossing
from variorum.engine.nouns import Article, Version
from variorum.engine.revisions import Edit, EditKind, revisions
from variorum.engine.story import compare

BRIDGE = "The old bridge at Tarn was closed to lorries on Monday because of cracks in two pillars."
MAYOR = "Mayor Ada Flint refused to comment on the costs of the repair."
FERRY = "A ferry will carry cars across the river every twenty minutes from Thursday."
SCHOOL = "The school bus has to take the long way round through the forest of Ember."
SHOP = "Shopkeepers on the northern bank fear for their summer business."
OWNER = "The engineer who inspected the pillars is married to the mayor's sister."
BAKER = "The baker said he had sold half as many rolls as on other mornings."


def version(order: int, sentences: Iterable[str], title: str = "Bridge closed", chain: str = "bridge.txt") -> Article:
    """A version whose sentences are a paragraph each."""
    made = make_article("\n\n".join(sentences), id=f"{chain}-{order}", source=chain, title=title)
    return replace(made, version=Version(chain, order, f"v{order + 1}"))


def edits(*versions: Article) -> list[Edit]:
    """All changes, of all steps."""
    return [edit for step in revisions(compare(*versions)) for edit in step.edits]


def told(*versions: Article) -> list[tuple[str, str, str]]:
    """Name, earlier and later words of each change."""
    return [(edit.name, edit.before, edit.after) for edit in edits(*versions)]


def test_a_changed_title_comes_first_and_is_the_only_change_where_the_text_is_the_same() -> None:
    text = (BRIDGE, MAYOR, FERRY)
    assert told(version(0, text, "Cracks close bridge"), version(1, text, "Bridge closed as a precaution")) == [
        ("title", "Cracks close bridge", "Bridge closed as a precaution")
    ]


def test_a_softer_verb_a_removed_and_an_added_sentence_are_found_where_they_stand() -> None:
    softer = MAYOR.replace("refused", "declined")
    assert told(version(0, (BRIDGE, MAYOR, OWNER, FERRY)), version(1, (BRIDGE, softer, FERRY, SHOP))) == [
        ("changed", MAYOR, softer),
        ("removed", OWNER, ""),
        ("added", "", SHOP),
    ]


def test_a_moved_passage_is_one_change_and_what_kept_step_is_none() -> None:
    before = version(0, (BRIDGE, MAYOR, FERRY, SCHOOL, SHOP, BAKER))
    after = version(1, (BRIDGE, SHOP, BAKER, MAYOR, FERRY, SCHOOL))
    (edit,) = edits(before, after)
    assert (edit.kind, edit.a, edit.b) == (EditKind.MOVED, (4, 5), (1, 2))
    assert edit.before == edit.after == f"{SHOP} {BAKER}"


def test_moved_and_reworded_says_both() -> None:
    softer = MAYOR.replace("refused", "declined")
    before, after = version(0, (BRIDGE, MAYOR, FERRY, SCHOOL)), version(1, (BRIDGE, FERRY, SCHOOL, softer))
    assert told(before, after) == [("changed, moved", MAYOR, softer)]


def test_versions_are_taken_in_their_order_however_they_were_named_and_other_articles_left_alone() -> None:
    first, second, third = (version(n, (BRIDGE, MAYOR), title) for n, title in enumerate(("One", "Two", "Three")))
    other = make_article(f"{BRIDGE} {SHOP}", id="other", source="other.txt", title="Four")
    assert [(before, after) for _, before, after in told(third, other, first, second)] == [
        ("One", "Two"),
        ("Two", "Three"),
    ]
    assert revisions(compare(first, other)) == ()


def test_what_a_cut_off_text_lacks_is_not_called_removed() -> None:
    whole, cut = version(0, (BRIDGE, MAYOR, FERRY)), version(1, (BRIDGE, MAYOR))
    assert [edit.kind for edit in edits(whole, cut)] == [EditKind.REMOVED]
    assert edits(whole, replace(cut, cut_off=True)) == []


@given(st.permutations(range(9)))
def test_what_keeps_step_never_crosses_and_everything_else_crosses_it(order: list[int]) -> None:
    places: list[Place] = [((n,), (m,), 1.0) for n, m in enumerate(order)]
    line = chain(places)
    kept = [places[n][1][0] for n in line]
    assert kept == sorted(kept)
    assert crossing(places, line) == set(range(9)) - set(line)
