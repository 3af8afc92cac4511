"""What a reader adds: kept links and sentences, links by hand; and taking it back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from variorum.engine.keeping.nouns import HighlightKind
from variorum.engine.labels import place_of
from variorum.engine.nouns import Article, Span, Story
from variorum.view import actions as do
from variorum.view.keys import press
from variorum.view.marks import Marks, elsewhere, marks, side_of
from variorum.view.memo import Memo
from variorum.view.reducing.selection import chosen, part, span_kept
from variorum.view.state import Changes, Kept, Side, State

UNDO_DEPTH = 200
"""Changes that can be taken back."""

_MEMO: Memo[frozenset[tuple[str, int]]] = Memo()
_WORDS: Memo[dict[int, tuple[Span, ...]]] = Memo()


def kept_sentences(changes: Changes) -> frozenset[tuple[str, int]]:
    """Article id and sentence of everything that is kept."""
    return _MEMO.get(
        (changes,),
        lambda: frozenset((id, s) for kept in changes.kept for id, sentences in kept.sentences for s in sentences),
    )


def is_kept(state: State, story: Story, side: Side, sentence: int) -> bool:
    """The sentence of that pane belongs to something kept."""
    return (story.articles[state.article(side)].id, sentence) in kept_sentences(state.changes)


def kept_words(changes: Changes, article: Article) -> dict[int, tuple[Span, ...]]:
    """For each sentence of which only words are kept: their offsets in the article's text."""
    return _WORDS.get((changes.kept, article), lambda: _kept_words(changes, article))


def _kept_words(changes: Changes, article: Article) -> dict[int, tuple[Span, ...]]:
    found: dict[int, tuple[Span, ...]] = {}
    for kept in changes.kept:
        if kept.span is None or article.id not in dict(kept.sentences):
            continue
        for sentence in dict(kept.sentences)[article.id]:
            found[sentence] = (*found.get(sentence, ()), span_kept(article, kept))
    return found


def under_cursor(state: State, story: Story) -> Kept:
    """What `keep` would keep: the selection, else the cursor's closest link, else its sentence."""
    found = marks(state, story)
    left, right = found.articles
    own = found.articles[state.active].id
    if (words := chosen(state, story)) is not None:
        sentences, span = part(*words)
        return Kept(HighlightKind.OWN, ((own, sentences),), span=span)
    number = current_link(state, found)
    if number is None:
        alone = len(story.articles) > 1 and elsewhere(story, own, state.sentence) == ()
        return Kept(HighlightKind.UNIQUE if alone else HighlightKind.OWN, ((own, (state.sentence,)),))
    link = found.links[number]
    kind = HighlightKind.DISCREPANCY if link.discrepancies else HighlightKind.SHARED
    return Kept(kind, ((left.id, link.a), (right.id, link.b)))


def current_link(state: State, found: Marks) -> int | None:
    """The number of the link that the cursor stands for: the one with the other pane's cursor, else the surest."""
    numbers = found.numbers(state.active, state.sentence)
    across = state.cursor[state.active.other]
    both = [n for n in numbers if across in side_of(found.links[n], state.active.other)]
    return max(both or numbers, key=lambda n: found.links[n].score, default=None)


def with_changes(state: State, changes: Changes, message: str) -> State:
    """The state with other changes, as one step of undo."""
    past = (*state.past, state.changes)[-UNDO_DEPTH:]
    return replace(state, changes=changes, past=past, future=(), message=message, selection=None)


def keep(state: State, action: do.Keep, story: Story) -> State:
    """Keep what is under the cursor; let it go where it is kept already."""
    new = under_cursor(state, story)
    same = _same(state.changes, new)
    if same:
        left = tuple(k for k in state.changes.kept if k not in same)
        with_it = f", nor its note: {press('undo')} brings both back" if any(k.note for k in same) else ""
        return with_changes(state, replace(state.changes, kept=left), f"no longer kept{with_it}")
    kept = (*state.changes.kept, new)
    return with_changes(state, replace(state.changes, kept=kept), "kept")


def link(state: State, action: do.Link, story: Story) -> State:
    """Link the two cursors' sentences by hand, or take that pair apart."""
    found = marks(state, story)
    left, right = found.articles
    a, b = state.cursor
    if left is right:
        return state
    changes = state.changes
    if b in found.partners(Side.LEFT, a):
        made = tuple(m for m in changes.made if not (m[0] == left.id and m[2] == right.id and a in m[1] and b in m[3]))
        cut = (*changes.cut, (left.id, a, right.id, b))
        return with_changes(state, replace(changes, made=made, cut=cut), "link taken apart")
    places = f"{place_of(left, [a])} ↔ {place_of(right, [b])}"
    made = (*changes.made, (left.id, (a,), right.id, (b,)))
    cut = tuple(c for c in changes.cut if c != (left.id, a, right.id, b))
    return with_changes(state, replace(changes, made=made, cut=cut), f"linked by hand: {places}")


def change(state: State, action: do.Change, story: Story) -> State:
    """Take over changes made elsewhere (a note, tags, the library)."""
    if not action.undoable:
        return replace(state, changes=action.changes, message=action.message)
    return with_changes(state, action.changes, action.message)


def undo(state: State, action: do.Undo, story: Story) -> State:
    """One change back, or forth again."""
    source, target = (state.future, state.past) if action.again else (state.past, state.future)
    if not source:
        return replace(state, message=f"nothing to {'redo' if action.again else 'undo'}")
    stacks: dict[str, Any] = (
        {"future": source[:-1], "past": (*target, state.changes)}
        if action.again
        else {"past": source[:-1], "future": (*target, state.changes)}
    )
    said = f"{'done again' if action.again else 'undone'}: {_step(state.changes, source[-1], again=action.again)}"
    return replace(state, changes=source[-1], message=said, **stacks)


def _step(now: Changes, then: Changes, *, again: bool) -> str:
    """What a step of undo took back, or did again, in a word or two."""
    if now.corrections != then.corrections:
        return "the correction"
    if (now.made, now.cut) != (then.made, then.cut):
        return "the link"
    before, after = ([replace(kept, id="") for kept in changes.kept] for changes in (now, then))
    gone, come = [k for k in before if k not in after], [k for k in after if k not in before]
    for one in (*gone, *come):
        other = next((k for k in (*come, *gone) if k is not one and k.sentences == one.sentences), None)
        for field, words in (("note", "the note"), ("tags", "the tags"), ("kind", "the kind")):
            if getattr(one, field) != (getattr(other, field) if other else getattr(Kept(one.kind, ()), field)):
                return words
    return "keeping" if bool(come) is again else "letting go"


def kept_at(state: State, story: Story) -> Kept | None:
    """What is kept where the cursor stands: that link or sentence, else the smallest thing around; or the selection."""
    same = _same(state.changes, under_cursor(state, story))
    if same or state.selection is not None:
        return same[0] if same else None
    own = (story.articles[state.article(state.active)].id, state.sentence)
    around = [k for k in state.changes.kept if own in {(id, s) for id, several in k.sentences for s in several}]
    return min(around, key=lambda k: sum(len(several) for _, several in k.sentences), default=None)


def _same(changes: Changes, wanted: Kept) -> list[Kept]:
    """What is kept of exactly these sentences or words."""
    return [k for k in changes.kept if dict(k.sentences) == dict(wanted.sentences) and k.span == wanted.span]


def edited(state: State, story: Story, **fields: Any) -> Changes:  # noqa: ANN401 - fields of Kept
    """The changes with other tags or another note where the cursor stands; what is not kept yet is kept with them."""
    there = kept_at(state, story)
    new = replace(there or under_cursor(state, story), **fields)
    if there is None:
        return replace(state.changes, kept=(*state.changes.kept, new))
    return replace(state.changes, kept=tuple(new if k is there else k for k in state.changes.kept))
