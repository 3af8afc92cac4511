"""The keys of lists and tables."""

from __future__ import annotations

from variorum.view.keys import Key

GROUP = "In lists and tables"

LISTS: tuple[Key, ...] = (
    Key("list-down", "j,down", "j ↓", "next row", GROUP),
    Key("list-up", "k,up", "k ↑", "previous row", GROUP),
    Key("list-page-down", "space,pagedown,ctrl+f", "space", "page down", GROUP),
    Key("list-page-up", "b,pageup", "b", "page up", GROUP),
    Key("list-half-down", "d,ctrl+d", "d", "half a page down", GROUP),
    Key("list-half-up", "u,ctrl+u", "u", "half a page up", GROUP),
    Key("list-first", "g,home", "g", "first row", GROUP),
    Key("list-last", "G,end", "G", "last row", GROUP),
    Key("list-left", "h,left", "h ←", "outlet to the left", GROUP),
    Key("list-right", "l,right", "l →", "outlet to the right", GROUP),
    Key("list-mark", "m", "m space", "mark, where several can be opened together", GROUP),
    Key("list-enter", "enter", "Enter", "open", GROUP),
    Key("list-search", "slash", "/", "only rows with these words", GROUP),
    Key("list-filter", "f", "f", "next filter", GROUP),
    Key("list-filter-back", "F", "F", "previous filter", GROUP),
    Key("list-order", "o", "o", "sort by something else", GROUP),
    Key("list-matrix", "M", "M", "coverage matrix", GROUP),
    Key("list-quotes", "Q", "Q", "quotes", GROUP),
    Key("list-discrepancies", "D", "D", "what disagrees", GROUP),
    Key("list-export", "e", "e", "export", GROUP),
    Key("list-skipped", "W", "W", "sources that were not read", GROUP),
    Key("list-help", "question_mark,f1", "?", "help", GROUP),
    Key("list-close", "escape,q", "Esc q", "back", GROUP),
)

ELSEWHERE = frozenset({"matrix", "quotes", "discrepancies", "export", "help", "skipped"})
"""Names of those that leave the list and press the reader's key of that id."""
