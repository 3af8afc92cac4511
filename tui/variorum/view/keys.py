"""The one table of keys: bindings, help, the README's table and the palette of commands are made from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from variorum.view import actions as do
from variorum.view.actions import Action
from variorum.view.state import Focus, PromptKind, Side


class Key(NamedTuple):
    """One thing a reader can do.

    Attributes:
        id: Its name, for remapping it in the settings.
        keys: Textual's names of its keys, with commas between them.
        shown: The keys as people write them.
        words: What it does, in a few words.
        group: Its heading in the help.
        action: What the reducer does; None for what needs more than the state (a screen, a file, the clipboard),
            which `variorum.ui.screens.reader` looks up by id.
        more: A sentence more, for the help.
    """

    id: str
    keys: str
    shown: str
    words: str
    group: str
    action: Action | None = None
    more: str = ""


BEGIN, END = "\x0e", "\x0f"
"""Round the id of a key in words that are shown; nothing from outside holds them, since its controls are taken out."""


def press(*ids: str) -> str:
    """The keys of these ids, for words that tell a reader to press them.

    What they are called is put in when the words are shown (`variorum.view.keymap.Keymap.said`): the settings may
    give an id other keys, and nobody who has something to say need know them.
    """
    return " ".join(f"{BEGIN}{id}{END}" for id in ids)


def ways_left(articles: int = 9) -> str:
    """Which keys follow the one that is about the left article, of so many."""
    first, last, before, after = "article-1", f"article-{articles}", "previous-article", "next-article"
    return f"{press(first)} … {press(last)}, {press(before)} or {press(after)}"


MOVE, ACROSS, FIND, SHOW, VIEWS, KEEP, APP = (
    "Moving",
    "Across",
    "Finding",
    "Showing",
    "Views",
    "Keeping",
    "Program",
)

READER: tuple[Key, ...] = (
    Key("next-sentence", "j,down", "↓ j", "next sentence", MOVE, do.Step(1)),
    Key("previous-sentence", "k,up", "↑ k", "previous sentence", MOVE, do.Step(-1)),
    Key("scroll-down", "ctrl+e", "Ctrl+E", "scroll a line down", MOVE, do.Scroll(1)),
    Key("scroll-up", "ctrl+y", "Ctrl+Y", "scroll a line up", MOVE, do.Scroll(-1)),
    Key("page-down", "space,pagedown,ctrl+f", "Space PgDn", "page down", MOVE, do.Page(1)),
    Key("page-up", "b,pageup", "b PgUp", "page up", MOVE, do.Page(-1)),
    Key("half-page-down", "d,ctrl+d", "d", "half a page down", MOVE, do.Page(0.5)),
    Key("half-page-up", "u,ctrl+u", "u", "half a page up", MOVE, do.Page(-0.5)),
    Key("first", "g,home", "g Home", "first sentence", MOVE, do.End(False)),
    Key("last", "G,end", "G End", "last sentence", MOVE, do.End(True)),
    Key("tenth-down", "right_curly_bracket", "}", "a tenth of the article down", MOVE, do.Tenth(1)),
    Key("tenth-up", "left_curly_bracket", "{", "a tenth of the article up", MOVE, do.Tenth(-1)),
    Key("left-pane", "h,left", "← h", "left pane", ACROSS, do.ToPane(Side.LEFT), "In the source list: show it left."),
    Key(
        "right-pane",
        "l,right",
        "→ l",
        "right pane",
        ACROSS,
        do.ToPane(Side.RIGHT),
        "In the source list: show it right.",
    ),
    Key("other-pane", "tab,shift+tab", "Tab", "other pane", ACROSS, do.ToPane()),
    Key("counterpart", "enter", "Enter", "to the counterpart, again: the next one", ACROSS, do.Enter()),
    Key("lock", "s", "s", "scroll in step or apart", ACROSS, do.Flip("locked")),
    Key("next-article", "greater_than_sign", ">", "next article on the right", ACROSS, do.NextArticle(1)),
    Key("previous-article", "less_than_sign", "<", "previous article on the right", ACROSS, do.NextArticle(-1)),
    Key("left-article", "apostrophe", "'", f"then {ways_left()}: that article on the left", ACROSS, do.OnLeft()),
    Key(
        "search",
        "slash",
        "/",
        "search both articles",
        FIND,
        do.OpenPrompt(PromptKind.SEARCH),
        "An empty line: the last words again.",
    ),
    Key("next-match", "n", "n", "next of the filter or search", FIND, do.Next(1)),
    Key("previous-match", "N", "N", "previous of the filter or search", FIND, do.Next(-1)),
    Key("next-unique", "right_square_bracket", "]", "next sentence only here", FIND, do.NextUnique(1)),
    Key("previous-unique", "left_square_bracket", "[", "previous sentence only here", FIND, do.NextUnique(-1)),
    Key("next-conflict", "exclamation_mark", "!", "next detail that disagrees", FIND, do.NextConflict()),
    Key("filter", "f", "f", "filter by relation", FIND, do.NextFilter()),
    Key("threshold-up", "plus,equals_sign", "+", "show surer links only", FIND, do.Threshold(0.05)),
    Key("threshold-down", "minus", "-", "show less sure ones too", FIND, do.Threshold(-0.05)),
    Key("words", "w", "w", "all word differences", SHOW, do.Flip("all_words")),
    Key("colour", "c", "c", "colour: gutter, words, sentences", SHOW, do.NextStrength()),
    Key("parallel", "o", "o", "parallel edition", SHOW, do.Flip("parallel")),
    Key("zoom", "x", "x", "one pane alone", SHOW, do.Flip("zoomed")),
    Key("narrower", "left_parenthesis", "(", "left pane narrower", SHOW, do.Split(-5)),
    Key("wider", "right_parenthesis", ")", "left pane wider", SHOW, do.Split(5)),
    Key("strip", "vertical_line", "|", "overview strips", SHOW, do.Flip("strip")),
    Key("boilerplate", "B", "B", "boilerplate in full", SHOW, do.Flip("unfolded")),
    Key("classroom", "C", "C", "classroom mode: marks hidden until revealed", SHOW, do.Flip("classroom")),
    Key("sources", "S", "S", "sources", VIEWS, do.Panel(Focus.SOURCES)),
    Key("highlights", "H", "H", "highlights", VIEWS, do.Panel(Focus.HIGHLIGHTS)),
    Key("matrix", "M", "M", "coverage matrix", VIEWS),
    Key("quotes", "Q", "Q", "quotes", VIEWS),
    Key("discrepancies", "D", "D", "what disagrees", VIEWS),
    Key("revisions", "V", "V", "what was changed between versions", VIEWS),
    Key("about", "i", "i", "about this sentence and link", VIEWS),
    Key("stories", "O", "O", "another story of these sources, another entry of a feed", VIEWS),
    Key("skipped", "W", "W", "sources that were not read, and why", VIEWS),
    Key("keep", "m", "m", "keep, again: let go", KEEP, do.Keep()),
    Key("select", "v", "v", "choose words: to keep, copy, note or tag exactly these", KEEP, do.Select()),
    Key("tags", "t", "t", "tags", KEEP),
    Key("kind", "T", "T", "kind: shared, unique, discrepancy, quote or own", KEEP),
    Key("note", "a", "a", "note", KEEP),
    Key("link", "L", "L", "link the two sentences by hand, again: take them apart", KEEP, do.Link()),
    Key("correct", "R", "R", "correct a role or a sentence break", KEEP),
    Key("sets", "K", "K", "highlight sets: choose, make, merge, compare", KEEP),
    Key("held", "P", "P", "what this set keeps, and what has lost its place", KEEP),
    Key("metadata", "A", "A", "correct outlet, title, byline or date of the article", KEEP),
    Key("undo", "z", "z", "undo", KEEP, do.Undo()),
    Key("redo", "Z", "Z", "redo", KEEP, do.Undo(again=True)),
    Key("copy", "y", "y", "copy the sentence", KEEP),
    Key("copy-pair", "Y", "Y", "copy the pair", KEEP),
    Key("export", "e", "e", "export", KEEP),
    Key("help", "question_mark,f1", "?", "help", APP),
    Key("commands", "colon,ctrl+p", ":", "every command", APP),
    Key("settings", "comma", ",", "settings: theme, glyphs, layout, text width", APP),
    Key("escape", "escape", "Esc", "close, cancel, clear", APP, do.Escape()),
    Key("quit", "q", "q", "quit", APP),
    *(Key(f"article-{n}", str(n), str(n), f"article {n} on the right", ACROSS, do.Choose(n - 1)) for n in range(1, 10)),
)

NUMBERED = tuple(key for key in READER if key.id.startswith("article-"))
NUMBERED_WORDS = "that article on the right"
"""The keys that choose an article by its number, and what they do, told together."""

CHOOSING = "While choosing words"

SELECTING: tuple[Key, ...] = (
    Key("select-back", "h,left", "← h", "the end that moves a word back", CHOOSING, do.Extend(-1)),
    Key("select-on", "l,right", "→ l", "the end that moves a word on", CHOOSING, do.Extend(1)),
    Key("select-far-back", "b", "b", "back to the blank before", CHOOSING, do.Extend(-1, far=True)),
    Key("select-far-on", "w", "w", "on to the next blank", CHOOSING, do.Extend(1, far=True)),
    Key("select-first", "0,home,circumflex_accent", "0", "to the sentence's first word", CHOOSING, do.ExtendTo(False)),
    Key("select-last", "dollar_sign,end", "$", "to the sentence's last word", CHOOSING, do.ExtendTo(True)),
    Key("select-done", "enter", "Enter", "keep these words, or cut the sentence before the word", CHOOSING),
    Key("select-other-end", "o", "o", "move the other end", CHOOSING, do.SwapEnds()),
)
"""What keys mean while words are chosen; all others mean what they do in the panes, and take the moving end along."""

BY_ID: Mapping[str, Key] = {key.id: key for key in (*READER, *SELECTING)}


_CHARACTERS = {
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "vertical_line": "|",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "dollar_sign": "$",
    "circumflex_accent": "^",
    "apostrophe": "'",
    "comma": ",",
    "exclamation_mark": "!",
}
"""Textual's names of keys that people write as the character."""


def plain_key(name: str) -> str:
    """One name for a key, whether Textual's (`question_mark`) or the character (`?`) was written."""
    return _CHARACTERS.get(name.strip(), name.strip())
