"""What is said of a key that could change nothing: a reader who sees nothing happen would press it again."""

from __future__ import annotations

from variorum.engine.labels import labels
from variorum.engine.nouns import Story
from variorum.view import actions as do
from variorum.view.keys import press
from variorum.view.outlets import ALONE
from variorum.view.reducing.move import is_single, sight
from variorum.view.state import Focus, State


def why_still(state: State, action: do.Action, story: Story) -> str:
    """Why an action left the state as it is, in a few words; empty where nobody would ask."""
    said = ""
    match action:
        case do.Step(by) | do.Scroll(by) | do.Page(by) | do.Tenth(by):
            said = f"nothing further {'down' if by > 0 else 'up'}"
        case do.End(last):
            said = f"nothing further {'down' if last else 'up'}"
        case do.ToPane():
            said = _in_pane(state, story)
        case do.Link() if is_single(story):
            said = ALONE
        case do.Split(by):
            said = _no_wider(state, story, by)
        case do.Extend() | do.ExtendTo():
            said = "there is no further word"
        case do.NextConflict():
            said = "nothing else disagrees between these two"
    return said


def _in_pane(state: State, story: Story) -> str:
    if state.focus is Focus.HIGHLIGHTS:
        return "nothing else is listed"
    if is_single(story):
        return ALONE
    if state.focus is Focus.SOURCES:
        return f"{press('left-pane')} shows it on the left, {press('right-pane')} on the right"
    name = labels(story.articles)[story.articles[state.article(state.active)].id]
    return f"{name} is the text on the {'right' if state.active else 'left'}"


def _no_wider(state: State, story: Story, by: int) -> str:
    if is_single(story):
        return ALONE
    if not all(sight(state, story).layout.panes):
        return f"one pane is shown: {press('zoom')} shows both" if state.zoomed else one_fits(state, story)
    return f"the left pane gets no {'wider' if by > 0 else 'narrower'}"


def one_fits(state: State, story: Story) -> str:
    """That there is room for one text only, and how to see the other."""
    other = story.articles[state.article(state.active.other)]
    return f"one pane fits: {press('other-pane')} shows {labels(story.articles)[other.id]}"
