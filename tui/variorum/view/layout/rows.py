"""Lazy wrapping of sentences into rows of cells, and walking along them without an index of all rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from rich.cells import split_graphemes

from variorum.engine.nouns import Article, Role, Span
from variorum.text.width import width
from variorum.view.state import Place

MIN_WIDTH = 2
"""The narrowest text there is: one wide character."""

_NARROW = re.compile("[ -~\t\n\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
_MARKS = re.compile("[\xad\u200b\u2060\ufeff\u200d]")
# Break marks that no row shows, and joiners that have nothing to join (before or behind ASCII and Latin letters).
# Kept as text: few texts have any, and so large a class takes milliseconds to compile.
_JOINED = "[\u0600-\u200a\u2190-\ufefe\uff00-\U0010ffff]"
_NOT_SHOWN = f"[\xad\u200b\u2060\ufeff]|(?<!{_JOINED})\u200d|\u200d(?!{_JOINED})"
_BLANKS = str.maketrans("\n\t\xa0\u202f", "    ")
_NEVER_FIRST = frozenset("、。，．・：；？！」』）〕］｝〉》】’”…ー々")


def shown(text: str) -> str:
    """The text as one row shows it: blanks are plain ones, invisible break marks and joiners of nothing are gone."""
    text = text.translate(_BLANKS)
    return re.sub(_NOT_SHOWN, "", text) if _MARKS.search(text) else text


@lru_cache(maxsize=2048)
def wrap(text: str, cells: int) -> tuple[Span, ...]:
    """Offsets of the text's rows, each at most so many cells wide; only blanks and hidden marks fall between.

    Breaks at blanks, between wide characters, and inside a word only where the word alone is too long for a row.
    At least one row; `cells` below `MIN_WIDTH` counts as that.
    """
    cells = max(cells, MIN_WIDTH)
    narrow_only = _NARROW.fullmatch(text)
    text = text.translate(_BREAKS)
    if narrow_only:
        return tuple(_wrap_narrow(text, cells))
    hidden: set[int] = set()
    if _MARKS.search(text):
        hidden.update(n for match in re.finditer(_NOT_SHOWN, text) for n in range(*match.span()))
    if not hidden:
        return tuple(_wrap_graphemes(text, cells))
    shown_at = [n for n in range(len(text)) if n not in hidden]
    rows = _wrap_graphemes("".join(text[n] for n in shown_at), cells)
    return tuple((shown_at[start], shown_at[end - 1] + 1) if start < end else (0, 0) for start, end in rows)


_BREAKS = str.maketrans("\n\t", "  ")


def _wrap_narrow(text: str, cells: int) -> Iterator[Span]:
    start, end = 0, len(text.rstrip(" "))
    while end - start > cells:
        cut = text.rfind(" ", start, start + cells + 1)
        stop = len(text[start:cut].rstrip(" ")) + start if cut > start else start
        if stop <= start:
            stop = cut = _inside(text, start, start + cells)
        yield start, stop
        start = cut
        while text[start : start + 1] == " ":
            start += 1
    yield start, max(start, end)


def _inside(text: str, start: int, end: int) -> int:
    """Where a word breaks that is too long for a row: behind a hyphen or stroke far enough in, else at its end."""
    cut = max(text.rfind(sign, start, end) for sign in "-/_") + 1
    return cut if cut > (start + end) // 2 else end


def _wrap_graphemes(text: str, cells: int) -> Iterator[Span]:
    start = used = 0
    stop = after = at = -1  # the last chance to break: where the row would end, where the next starts, cells till there
    wide_before = False
    for s, e, w in split_graphemes(text)[0]:
        if text[s:e] == " ":
            if s == start:
                start = e
                continue
            stop, after, at = (stop, e, used + 1) if after == s else (s, e, used + 1)
            used += 1
            wide_before = False
            continue
        if s > start and (wide_before or w == 2) and text[s] not in _NEVER_FIRST and after != s:
            stop, after, at = s, s, used
        while used + w > cells and s > start:
            if after > start:
                yield start, stop
                start, used = after, used - at
            else:
                cut = _inside(text, start, s)
                yield start, cut
                start, used = cut, width(text[cut:s])
            after = -1
        used += w
        wide_before = w == 2
    end = len(text.rstrip(" "))
    yield start, max(start, end)


class Flow(Protocol):
    """A column of items (sentences or bands), each some rows high."""

    def __len__(self) -> int:
        """How many items there are."""

    def height(self, item: int) -> int:
        """Rows of an item with the blank row after it, at least 1."""


@dataclass(frozen=True)
class Column:
    """An article's sentences, wrapped to so many cells; `unfolded` shows boilerplate in full."""

    article: Article
    cells: int
    unfolded: bool = False

    def __len__(self) -> int:
        return len(self.article.sentences)

    def rows(self, item: int) -> tuple[Span, ...]:
        """Offsets of the sentence's rows from its own start; a folded one has a single row."""
        rows = wrap(self.article.sentence_text(item), self.cells)
        folded = not self.unfolded and self.article.sentences[item].role is Role.BOILERPLATE
        return rows[:1] if folded else rows

    def gap(self, item: int) -> int:
        """Blank rows after the sentence: 1 at the end of a paragraph."""
        sentences = self.article.sentences
        last = item + 1 >= len(sentences)
        return 0 if last or sentences[item + 1].paragraph == sentences[item].paragraph else 1

    def height(self, item: int) -> int:
        """Rows of a sentence with the blank row after it."""
        return len(self.rows(item)) + self.gap(item)


def walk(flow: Flow, place: Place, by: int) -> Place:
    """The place so many rows further down (negative: up), stopping at the ends."""
    item, row = place
    row += by
    while row < 0 and item > 0:
        item -= 1
        row += flow.height(item)
    while item < len(flow) - 1 and row >= (height := flow.height(item)):
        row -= height
        item += 1
    return (item, max(0, min(row, flow.height(item) - 1))) if len(flow) else (0, 0)


def last_top(flow: Flow, rows: int) -> Place:
    """The lowest place for a window's top: its last row is then the flow's last."""
    if not len(flow):
        return 0, 0
    last = len(flow) - 1
    return walk(flow, (last, flow.height(last) - 1), -(rows - 1))


def clamp(flow: Flow, place: Place, rows: int) -> Place:
    """The nearest place to it that a window of so many rows may have at its top."""
    if not len(flow):
        return 0, 0
    item = max(0, min(place[0], len(flow) - 1))
    place = (item, max(0, min(place[1], flow.height(item) - 1)) if item == place[0] else 0)
    if len(flow) - item > rows:
        return place  # each item has a row at least: the end is further away than the window is high
    return min(place, last_top(flow, rows))


def distance(flow: Flow, start: Place, end: Place, limit: int) -> int:
    """Rows from one place down to another (negative: up), or beyond `limit` where it is further than that."""
    if end < start:
        return -distance(flow, end, start, limit)
    rows, item = -start[1], start[0]
    while item < end[0] and rows <= limit:
        rows += flow.height(item)
        item += 1
    return rows + end[1] if item == end[0] else limit + 1


def narrow(text: str, cells: int) -> str:
    """The text as shown and padded with blanks to so many cells; longer text stays as it is."""
    text = shown(text)
    return text + " " * (cells - width(text))
