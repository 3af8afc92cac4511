"""`reduce(state, action, story) -> State`: the one place where what the reader sees is changed. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from variorum.engine.nouns import Role, Story
from variorum.engine.thresholds import THRESHOLD
from variorum.text.counting import counted
from variorum.view import actions as do
from variorum.view.keys import press, ways_left
from variorum.view.layout.areas import Kind
from variorum.view.marks import marks, visible_links
from variorum.view.outlets import ALONE
from variorum.view.reducing import changes, panel, seek, selection
from variorum.view.reducing.move import go, is_single, page, scroll, settle, sight
from variorum.view.reducing.still import one_fits, why_still
from variorum.view.state import Filter, Focus, Prompt, PromptKind, Side, State, Strength


def reduce(state: State, action: do.Action, story: Story) -> State:
    """The state after an action. An unknown action leaves it as it is."""
    handler = _HANDLERS.get(type(action))
    if handler is None:
        return state
    passive = isinstance(action, (do.Say, do.Refreshed, do.Resize))
    if not passive:
        state = replace(state, message="", hop=state.hop if isinstance(action, do.Enter) else None)
    after = handler(state, action, story)
    if not passive and not after.message and after == state:
        after = replace(after, message=why_still(state, action, story))
    if state.on_left and not passive:
        after = replace(after, on_left=False)
    return selection.followed(state, after, story, stepped=isinstance(action, do.Step))


def opened(story: Story, **settings: Any) -> State:  # noqa: ANN401 - whatever fields of State the settings set
    """The state in which a story opens: its first two articles, the cursor on the first body sentence of each."""
    right = 0 if is_single(story) else 1
    cursor = (_first_body(story, 0), _first_body(story, right))
    return State(right=right, cursor=cursor, **settings)


def _first_body(story: Story, article: int) -> int:
    sentences = story.articles[article].sentences
    return next((s.index for s in sentences if s.role is Role.BODY), 0)


def _resize(state: State, action: do.Resize, story: Story) -> State:
    return settle(replace(state, columns=action.columns, lines=action.lines), story)


def _step(state: State, action: do.Step, story: Story) -> State:
    if state.focus is not Focus.PANES:
        return panel.moved(state, story, action.by)
    return go(state, sight(state, story), state.sentence + action.by)


def _scroll(state: State, action: do.Scroll, story: Story) -> State:
    return scroll(state, sight(state, story), action.by, action.side)


def _page(state: State, action: do.Page, story: Story) -> State:
    if state.focus is not Focus.PANES:
        return panel.moved(state, story, round(action.by * 8))
    return page(state, sight(state, story), action.by)


def _tenth(state: State, action: do.Tenth, story: Story) -> State:
    see = sight(state, story)
    count = len(see.columns[state.active])
    return go(state, see, state.sentence + action.by * max(1, count // 10))


def _end(state: State, action: do.End, story: Story) -> State:
    if state.focus is not Focus.PANES:
        return panel.moved(state, story, 10**9 if action.last else -(10**9))
    return go(state, sight(state, story), 10**9 if action.last else 0)


def _go_to(state: State, action: do.GoTo, story: Story) -> State:
    side = action.side
    if action.article is not None:
        index = next((n for n, a in enumerate(story.articles) if a.id == action.article), None)
        if index is None:
            return state
        side = next((s for s in (state.active, state.active.other) if state.article(s) == index), None)
        if side is None:
            side = Side.RIGHT
            state = seek.choose(state, story, index, side)
    if state.focus is not Focus.PANES:
        state = settle(replace(state, focus=Focus.PANES), story)
    return go(state, sight(state, story), action.sentence, side)


def _show_pair(state: State, action: do.ShowPair, story: Story) -> State:
    ids = [a.id for a in story.articles]
    if action.left not in ids or action.right not in ids:
        return state
    state = replace(
        state,
        left=ids.index(action.left),
        right=ids.index(action.right),
        cursor=(action.a, state.cursor[1] if action.b is None else action.b),
        active=action.side,
        focus=Focus.PANES,
        top=((action.a, 0), (action.b or 0, 0)),
        back=action.back,
    )
    return settle(state, story)


def _to_pane(state: State, action: do.ToPane, story: Story) -> State:
    if state.focus is Focus.HIGHLIGHTS:
        return panel.next_section(state, story, -1 if action.side is Side.LEFT else 1)
    if is_single(story):
        return state
    if state.focus is Focus.SOURCES:
        return state if action.side is None else panel.put(state, story, action.side)
    side = state.active.other if action.side is None else action.side
    return seek.to_pane(state, story, side)


def _next(state: State, action: do.Next, story: Story) -> State:
    return seek.next_hit(state, story, action.by) if state.query else seek.next_match(state, story, action.by)


def _next_unique(state: State, action: do.NextUnique, story: Story) -> State:
    return seek.next_match(state, story, action.by, Filter.UNIQUE)


def _next_conflict(state: State, action: do.NextConflict, story: Story) -> State:
    return seek.next_conflict(state, story)


def _next_filter(state: State, action: do.NextFilter, story: Story) -> State:
    order = list(Filter)
    new = action.to or order[(order.index(state.filter) + 1) % len(order)]
    state = replace(state, filter=new, item=0)
    count = len(panel.listing(state, story))
    said = f"{count} listed · {press('next-match', 'previous-match')} go through them" if count else "none here"
    return panel.moved(replace(state, message=f"filter: {new.value}, {said}"), story, 0)


def _threshold(state: State, action: do.Threshold, story: Story) -> State:
    before = THRESHOLD if state.threshold is None else state.threshold
    after = THRESHOLD if not action.by else round(max(0.0, min(1.0, before + action.by)), 2)
    known = marks(state, story)
    moved = replace(state, threshold=None if after == THRESHOLD else after)
    now = marks(moved, story)
    change = len(now.links) - len(known.links)
    said = f"{counted(abs(change), 'link')} {'added' if change > 0 else 'dropped'}"
    related = len(now.links) - now.first_related
    parts = [f"threshold {after:.2f}".replace("0.", ".", 1), said if change else "no change"]
    if related:
        parts.append(f"{related} related, not counted")
    return settle(replace(moved, message=" · ".join(parts)), story)


def _split(state: State, action: do.Split, story: Story) -> State:
    split = state.split + action.by if action.to is None else action.to
    new = settle(replace(state, split=max(20, min(80, split))), story)
    panes = sight(state, story).layout.panes
    return state if sight(new, story).layout.panes == panes else new


_FLIPS = {
    "locked": ("panes in step", "panes apart: each scrolls alone"),
    "all_words": ("word differences: in all pairs", "word differences: in the current pair"),
    "zoomed": ("one pane alone", "both panes"),
    "parallel": ("parallel edition", "two panes in step"),
    "classroom": (f"classroom: marks hidden until {press('counterpart')} reveals them", "marks shown"),
    "unfolded": ("boilerplate in full", "boilerplate folded"),
    "strip": ("overview strips", "no overview strips"),
}


def _flip(state: State, action: do.Flip, story: Story) -> State:
    now = getattr(state, action.name)
    if now is None:
        now = bool(sight(state, story).layout.strips[state.active])
    said = _FLIPS[action.name][0 if not now else 1]
    if action.name == "zoomed" and sight(state, story).layout.kind is Kind.SINGLE:
        return replace(state, message=ALONE if is_single(story) else one_fits(state, story))
    if action.name == "parallel":
        return _parallel(replace(state, message=said), story)
    changed: dict[str, Any] = {action.name: not now, "message": said}
    if action.name == "classroom":
        changed["revealed"] = frozenset()
    return settle(replace(state, **changed), story)


def _parallel(state: State, story: Story) -> State:
    """The parallel edition on or off; where there is no room for it, it stays as it is."""
    if is_single(story):
        return replace(state, message=ALONE)
    both = settle(replace(state, zoomed=False), story)
    if not all(sight(replace(both, focus=Focus.PANES), story).layout.panes):
        return replace(state, message=one_fits(state, story))
    return seek.parallel(both, story)


def _strength(state: State, action: do.NextStrength, story: Story) -> State:
    order = list(Strength)
    new = order[(order.index(state.strength) + 1) % len(order)]
    return replace(state, strength=new, message=f"colour: {new.value}")


def _panel(state: State, action: do.Panel, story: Story) -> State:
    layout = sight(state, story).layout
    name = action.focus.value
    if state.focus is action.focus:  # inside it: close it; an overlay goes with the focus
        shut = {} if layout.overlay else {name: False}
        return settle(replace(state, focus=Focus.PANES, **shut), story)  # type: ignore[arg-type]  # bools, by name
    opened_state = replace(state, focus=action.focus, item=0, **({} if layout.overlay else {name: True}))  # type: ignore[arg-type]
    return settle(panel.at_cursor(opened_state, story), story)


def _choose(state: State, action: do.Choose, story: Story) -> State:
    side = action.side
    if side is None:
        side = _chosen_side(state)
    return seek.choose(state, story, action.article, side)


def _chosen_side(state: State) -> Side:
    """The pane into which an article goes that is chosen by its number, or next to the one there."""
    return Side.LEFT if state.on_left or state.focus is Focus.SOURCES else Side.RIGHT


def _on_left(state: State, action: do.OnLeft, story: Story) -> State:
    return replace(state, on_left=True, message=f"on the left: {ways_left(min(9, len(story.articles)))}")


def _next_article(state: State, action: do.NextArticle, story: Story) -> State:
    side = _chosen_side(state)
    if side is Side.RIGHT and (next_pair := seek.next_revision(state, story, action.by)) is not None:
        return next_pair
    count = len(story.articles)
    index = state.article(side)
    for _ in range(count):
        index = (index + action.by) % count
        if index != state.article(side.other):
            break
    return seek.choose(state, story, index, side)


def _enter(state: State, action: do.Enter, story: Story) -> State:
    if state.prompt:
        if state.prompt.kind is PromptKind.SEARCH and not state.prompt.text:  # as in less: the last search again
            state = seek.as_typed(replace(state, query=state.sought), story)
        state = replace(state, sought=state.query or state.sought)
        return settle(replace(state, prompt=None, message=seek.count_words(state, story)), story)
    if state.focus is not Focus.PANES:
        return panel.entered(state, story)
    if state.classroom and (state.article(state.active), state.sentence) not in state.revealed:
        return seek.revealed(state, story)
    return seek.counterpart(state, story)


def _escape(state: State, action: do.Escape, story: Story) -> State:
    if state.prompt:
        side, cursor = state.prompt.origin
        cleared = {"query": ""} if state.prompt.kind is PromptKind.SEARCH else {"list_query": ""}
        state = replace(state, sought=state.query or state.sought)
        return settle(replace(state, prompt=None, active=side, cursor=cursor, **cleared), story)  # type: ignore[arg-type]
    if state.focus is not Focus.PANES:
        return settle(replace(state, focus=Focus.PANES, list_query=""), story)
    if state.selection is not None:
        return replace(state, selection=None)
    if state.query:
        return replace(state, query="")
    if state.zoomed:
        return settle(replace(state, zoomed=False), story)
    if state.filter is not Filter.ALL:
        return replace(state, filter=Filter.ALL, message="filter: all")
    return replace(state, back="")


def _open_prompt(state: State, action: do.OpenPrompt, story: Story) -> State:
    kind = PromptKind.HIGHLIGHTS if state.focus is Focus.HIGHLIGHTS else action.kind
    return replace(state, prompt=Prompt(kind, "", (state.active, state.cursor)))


def _type(state: State, action: do.Type, story: Story) -> State:
    if not state.prompt:
        return state
    text = state.prompt.text[:-1] if action.text is None else state.prompt.text + action.text
    state = replace(state, prompt=state.prompt._replace(text=text))
    if state.prompt and state.prompt.kind is PromptKind.HIGHLIGHTS:
        return replace(state, list_query=text, item=0)
    return seek.as_typed(replace(state, query=text), story)


def _say(state: State, action: do.Say, story: Story) -> State:
    busy = state.busy if action.busy is None else action.busy
    return replace(state, message=action.message or state.message, busy=busy)


def _refreshed(state: State, action: do.Refreshed, story: Story) -> State:
    return settle(state, story) if state.columns else state


_HANDLERS: dict[type[do.Action], Callable[[State, Any, Story], State]] = {
    do.Resize: _resize,
    do.Step: _step,
    do.Scroll: _scroll,
    do.Page: _page,
    do.Tenth: _tenth,
    do.End: _end,
    do.GoTo: _go_to,
    do.ShowPair: _show_pair,
    do.ToPane: _to_pane,
    do.Next: _next,
    do.NextUnique: _next_unique,
    do.NextConflict: _next_conflict,
    do.NextFilter: _next_filter,
    do.Threshold: _threshold,
    do.Split: _split,
    do.Flip: _flip,
    do.NextStrength: _strength,
    do.Panel: _panel,
    do.Choose: _choose,
    do.NextArticle: _next_article,
    do.OnLeft: _on_left,
    do.Enter: _enter,
    do.Escape: _escape,
    do.OpenPrompt: _open_prompt,
    do.Type: _type,
    do.Keep: changes.keep,
    do.Select: selection.begin,
    do.Extend: selection.extend,
    do.ExtendTo: selection.extend_to,
    do.SwapEnds: selection.swap,
    do.Link: changes.link,
    do.Change: changes.change,
    do.Undo: changes.undo,
    do.Say: _say,
    do.Refreshed: _refreshed,
}

__all__ = ["opened", "reduce", "visible_links"]
