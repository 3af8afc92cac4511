"""Words taken out of an article, as they are shown elsewhere: nothing between them is left out silently."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.text.sanitise import one_line

GAP = " […] "
"""Stands between passages that do not follow each other in the article."""
QUOTATION_MARKS = "“”„‟«»‹›\"'‘’‚「」『』"
"""What stands between two sentences of a quotation that goes on, and is no word of it."""


def excerpt(text: str, stretches: Iterable[tuple[int, int, str]], unseen: str = "") -> str:
    """Stretches of an article on one line, with `GAP` where the article says something else in between.

    Args:
        text: The article's.
        stretches: Start, end (exclusive) and words of each, in the article's order.
        unseen: Characters that may be left out between two stretches, as white space may.
    """
    said = ""
    last: int | None = None
    for start, end, words in stretches:
        if last is not None:
            said += GAP if text[last:start].strip(unseen + " \n\t\u00a0\u3000") else " "
        said += one_line(words)
        last = end
    return said
