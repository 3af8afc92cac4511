"""Getting somewhere: the counterpart, the next match, a search hit, another article."""

from __future__ import annotations

from dataclasses import replace

from variorum.engine.labels import labels
from variorum.engine.nouns import Story
from variorum.view.keys import press
from variorum.view.layout.rows import walk
from variorum.view.marks import articles, marks, side_of
from variorum.view.outlets import neighbour
from variorum.view.reducing.changes import is_kept
from variorum.view.reducing.find import hits
from variorum.view.reducing.move import (
    first_in_view,
    follow,
    go,
    partly_in_view,
    reveal,
    row_of,
    settle,
    sight,
    with_cursor,
    with_top,
)
from variorum.view.state import Filter, Side, State


def to_pane(state: State, story: Story, side: Side) -> State:
    """The state with that pane active, its cursor where the other's counterpart is, or else in view."""
    see = sight(state, story)
    if side is state.active:
        return state
    state = replace(state, active=side)
    if not see.layout.panes[side] or see.band_flow:
        return settle(state, story)
    if not partly_in_view(state, see, side, state.cursor[side]):
        state = with_cursor(state, side, first_in_view(state, see, side))
    return state


def counterpart(state: State, story: Story) -> State:
    """The state at the partner across; again: at the next one, and after the last back where it began."""
    found = marks(state, story)
    origin = state.hop or (state.active, state.sentence)
    partners = found.partners(*origin)
    if not partners:
        return replace(state, message="no counterpart in the other text", hop=None)
    across = origin[0].other
    again = state.active is across and state.sentence in partners
    at = partners.index(state.sentence) + 1 if again else 0
    side, sentence = (across, partners[at]) if at < len(partners) else origin
    hop = origin if at < len(partners) else None
    many = f"counterpart {at + 1} of {len(partners)}" if len(partners) > 1 and hop else ""
    return _hop(replace(state, hop=hop, message=many), story, side, sentence)


def _hop(state: State, story: Story, side: Side, sentence: int) -> State:
    """Go across without pulling the pane that was left out of its place, where that can be."""
    state = replace(with_cursor(state, side, sentence), active=side)
    see = sight(state, story)
    if not see.layout.panes[side]:
        return settle(state, story)
    state = reveal(state, see, side, sentence)
    return state if see.band_flow else with_cursor(state, side, sentence)


def next_match(state: State, story: Story, by: int, wanted: Filter | None = None) -> State:
    """The state at the next (previous) sentence of the active pane that the filter lists; it does not wrap round."""
    found = marks(state, story)
    wanted = state.filter if wanted is None else wanted
    if wanted is Filter.ALL:
        wanted = Filter.SHARED  # everything is no place to go to: what is shared is what a reader looks for first
    side = state.active
    sentences = found.articles[side].sentences
    inside = found.numbers(side, state.sentence) if wanted is not Filter.UNIQUE else ()
    index = state.sentence + (1 if by > 0 else -1)
    while 0 <= index < len(sentences):
        fits = is_kept(state, story, side, index) if wanted is Filter.KEPT else found.matches(side, index, wanted)
        if fits and not (inside and found.numbers(side, index) == inside):
            return go(state, sight(state, story), index)
        index += 1 if by > 0 else -1
    return replace(state, message=f"no {'further' if by > 0 else 'earlier'} sentence: {wanted.value}")


def next_conflict(state: State, story: Story) -> State:
    """The state at the active pane's next sentence on which the two articles disagree; after the last the first."""
    found = marks(state, story)
    side = state.active
    every = [s for s in sorted(found.of[side]) if found.disagrees(side, s)]
    if not every:
        beyond = f" · {press('discrepancies')} looks at every outlet" if len(story.articles) > 2 else ""
        return replace(state, message=f"nothing disagrees between these two{beyond}")
    ahead = next((s for s in every if s > state.sentence), every[0])
    return go(state, sight(state, story), ahead)


def next_hit(state: State, story: Story, by: int) -> State:
    """The state at the next (previous) sentence with a hit, through both panes and round."""
    every = [(side, s) for side in Side for s in hits(articles(state, story)[side], state.query).sentences]
    if not every:
        return replace(state, message=count_words(state, story))
    here = (state.active, state.sentence)
    ahead = [x for x in every if x > here] if by > 0 else [x for x in every if x < here]
    target = (ahead or every)[0 if by > 0 else -1]
    state = _found(state, story, *target)
    return replace(state, message=f"{every.index(target) + 1}/{len(every)} · {count_words(state, story)}")


def as_typed(state: State, story: Story) -> State:
    """The state at the first hit at or after where the search began, while the query is being typed."""
    if not state.prompt:
        return state
    side, cursor = state.prompt.origin
    every = [(s, i) for s in (side, side.other) for i in hits(articles(state, story)[s], state.query).sentences]
    target = next((x for x in every if x[0] is not side or x[1] >= cursor[side]), every[0] if every else None)
    return _found(state, story, *(target or (side, cursor[side])))


def _found(state: State, story: Story, side: Side, sentence: int) -> State:
    if not sight(state, story).layout.panes[side]:
        state = settle(replace(with_cursor(state, side, sentence), active=side), story)
    return go(state, sight(state, story), sentence, side)


def count_words(state: State, story: Story) -> str:
    """How often the query stands in each pane, in words; empty without a query."""
    if not state.query:
        return ""
    left, right = (len(hits(a, state.query).spans) for a in articles(state, story))
    return f"/{state.query}: {left} left, {right} right" if left or right else f"/{state.query}: not found"


def choose(state: State, story: Story, index: int, side: Side) -> State:
    """The state with another article in a pane, the fact under the cursor in view. The other pane's own: panes swap."""
    if not 0 <= index < len(story.articles):
        return replace(state, message=f"there is no article {index + 1}")
    name = labels(story.articles)[story.articles[index].id]
    if index == state.article(side):
        return replace(state, message=f"{name} is on the {'right' if side else 'left'} already")
    if index == state.article(side.other):
        return settle(replace(_swapped(state), active=state.active.other, message="articles swapped"), story)
    old = story.articles[state.article(side)]
    here = state.cursor[side]
    made = story.comparison(old.id, story.articles[index].id)
    linked = [link for link in made.links if here in link.a] if made else []
    target = side_of(linked[0], Side.RIGHT)[0] if linked else 0
    changed = replace(state, left=index) if side is Side.LEFT else replace(state, right=index)
    changed = replace(changed, message=f"{'left' if side is Side.LEFT else 'right'}: {name}", item=state.item)
    changed = with_cursor(changed, side, target)
    changed = with_top(changed, sight(changed, story), side, (target, 0))
    return settle(changed, story)


def _swapped(state: State) -> State:
    """The state with the articles of its panes exchanged, each where it stood."""
    (first, second), (above, below) = state.cursor, state.top
    return replace(state, left=state.right, right=state.left, cursor=(second, first), top=(below, above))


def revision(state: State, story: Story, index: int) -> State:
    """The state with a version on the right and the one before it on the left; the first has the next across."""
    before = neighbour(story, index, -1)
    after = index if before is not None else neighbour(story, index, 1)
    before = index if before is None else before
    return state if after is None else _pair(state, story, before, after)


def next_revision(state: State, story: Story, by: int) -> State | None:
    """The state with the next (previous) two versions where two neighbours are shown; None where they are not."""
    if neighbour(story, state.left, 1) != state.right:
        return None
    left, right = neighbour(story, state.left, by), neighbour(story, state.right, by)
    if left is None or right is None:
        return replace(state, message=f"this is the {'newest' if by > 0 else 'first'} version")
    return _pair(state, story, left, right)


def _pair(state: State, story: Story, left: int, right: int) -> State:
    """The state with two articles shown, the cursor on what of the right one carries what it stood on."""
    if state.right == left or state.left == right:
        state = _swapped(state)
    state = choose(state, story, left, Side.LEFT)
    state = choose(state, story, right, Side.RIGHT)
    names = labels(story.articles)
    ids = (story.articles[left].id, story.articles[right].id)
    return replace(state, message=f"{' → '.join(names[id] for id in ids)} · {press('revisions')} what was changed")


def parallel(state: State, story: Story) -> State:
    """The state with the parallel edition switched, the cursor at the same row of the screen."""
    see = sight(state, story)
    row = max(0, row_of(state, see, state.active, state.sentence))
    state = replace(state, parallel=not state.parallel)
    see = sight(state, story)
    # Both tops: what stood at the left one while it counted in bands may be no sentence.
    for side in (state.active.other, state.active):
        state = with_top(state, see, side, walk(see.flow(side), see.place(side, state.cursor[side]), -row))
    return follow(reveal(state, see, state.active, state.sentence), see)


def revealed(state: State, story: Story) -> State:
    """The state with the marks of the cursor's sentence and of its partners shown in classroom mode."""
    side = state.active
    partners = marks(state, story).partners(side, state.sentence)
    here, across = state.article(side), state.article(side.other)
    return replace(state, revealed=state.revealed | {(here, state.sentence)} | {(across, p) for p in partners})
