"""The parallel edition: a left sentence and its partners in one band, what only the right has at its place."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.engine.nouns import Role
from variorum.view.layout.rows import Column
from variorum.view.marks import Marks
from variorum.view.memo import Memo
from variorum.view.state import Side

Band = tuple[tuple[int, ...], tuple[int, ...]]
"""Sentences of the left and of the right that stand in the same rows."""


@dataclass(frozen=True)
class Bands:
    """All bands, in order. `of` gives for each side the first band in which a sentence stands."""

    bands: tuple[Band, ...]
    of: tuple[dict[int, int], dict[int, int]]


_MEMO: Memo[Bands] = Memo()


def bands(marks: Marks) -> Bands:
    """The bands of two articles under these marks."""
    return _MEMO.get((marks,), lambda: _make(marks))


def _make(marks: Marks) -> Bands:
    left, right = marks.articles
    done: set[int] = set()
    rows: list[Band] = []
    titles = tuple(s.index for s in right.sentences[:1] if s.role is Role.TITLE)
    for sentence in left.sentences:
        across: set[int] = set()
        for number in marks.numbers(Side.LEFT, sentence.index):
            link = marks.links[number]
            if link.a[0] == sentence.index:
                across |= set(link.b) - done
        if sentence.role is Role.TITLE and sentence.index == 0:
            across |= set(titles)
        done |= across
        rows.append(((sentence.index,), tuple(sorted(across))))
    placed = _with_right_only(rows, [s.index for s in right.sentences if s.index not in done])
    of: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for number, band in enumerate(placed):
        for side in Side:
            for s in band[side]:
                of[side].setdefault(s, number)
    return Bands(tuple(placed), of)


def _with_right_only(rows: list[Band], alone: list[int]) -> list[Band]:
    """Each lone right sentence goes after the band that holds the one before it; the first ones go first."""
    after: dict[int, list[int]] = {}
    home = {s: n for n, band in enumerate(rows) for s in band[1]}
    for s in alone:
        home[s] = home.get(s - 1, -1)
        after.setdefault(home[s], []).append(s)
    placed: list[Band] = [((), (s,)) for s in after.get(-1, ())]
    for n, band in enumerate(rows):
        placed.append(band)
        placed.extend(((), (s,)) for s in after.get(n, ()))
    return placed


@dataclass(frozen=True)
class BandFlow:
    """The bands as a flow: each as high as its higher side, and a blank row."""

    bands: Bands
    columns: tuple[Column, Column]

    def __len__(self) -> int:
        return len(self.bands.bands)

    def side_rows(self, band: int, side: Side) -> list[tuple[int, int]]:
        """The sentences and rows that a side of a band shows, from its top."""
        return [(s, row) for s in self.bands.bands[band][side] for row in range(len(self.columns[side].rows(s)))]

    def height(self, item: int) -> int:
        """Rows of a band with the blank one after it."""
        return max(len(self.side_rows(item, side)) for side in Side) + 1

    def place(self, side: Side, sentence: int) -> tuple[int, int]:
        """Where a sentence begins."""
        band = self.bands.of[side].get(sentence, 0)
        rows = self.side_rows(band, side)
        return band, rows.index((sentence, 0)) if (sentence, 0) in rows else 0
