"""The columns of tables: what each asks for, and how many cells it gets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 2
"""Blank cells between two columns."""


LEAST_MARK = 5
"""Cells that a column of marks keeps for its title where there is hardly any room."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        least: The fewest cells it is useful in.
        most: The most it takes; 0 takes a share of what is left over.
        wish: What one that grows gets before the others get more than their least.
        drop: Columns are left out, highest number first, where there is no room; 0 stays always.
        rows: The most rows a cell is wrapped to; 0 sets no limit.
        centred: Its cells and title stand in its middle.
    """

    title: str
    least: int
    most: int = 0
    drop: int = 0
    rows: int = 1
    centred: bool = False
    wish: int = 0


def column_widths(columns: Sequence[Column], cells: int, needed: Sequence[int] = ()) -> tuple[int, ...]:
    """Cells of each column; 0 for one that is left out.

    Columns are left out, highest `drop` first, until the least of the others fits; what is left over goes to the
    wishes of those that grow, then to columns with a most until they have it, the rest in equal parts to those
    that grow.

    Args:
        needed: The cells beyond which a column would stay blank; 0 where nobody knows.
    """
    caps = [need or cells for need in needed] or [cells] * len(columns)
    leasts = [max(1, min(column.least, cap)) for column, cap in zip(columns, caps, strict=True)]
    kept = list(range(len(columns)))
    while len(kept) > 1 and sum(leasts[i] for i in kept) + GAP * (len(kept) - 1) > cells:
        last = max(kept, key=lambda i: (columns[i].drop, i))
        if not columns[last].drop:
            break
        kept.remove(last)
    widths = {i: leasts[i] for i in kept}
    spare = max(len(kept), cells - GAP * (len(kept) - 1)) - sum(widths.values())
    while spare < 0:  # even the least is too much: marks give way, then the widest
        widths[max(widths, key=lambda i: (columns[i].centred and widths[i] > LEAST_MARK, widths[i]))] -= 1
        spare += 1
    for asked in ([column.wish for column in columns], [column.most for column in columns]):
        for i in kept:
            more = max(0, min(spare, min(asked[i], caps[i]) - widths[i]))
            widths[i], spare = widths[i] + more, spare - more
    grown = [i for i in kept if not columns[i].most]
    while spare > 0 and (hungry := [i for i in grown if widths[i] < caps[i]]):
        for place, i in enumerate(hungry):
            share = spare // (len(hungry) - place)
            more = min(share + (spare % (len(hungry) - place) > 0), caps[i] - widths[i])
            widths[i], spare = widths[i] + more, spare - more
    return tuple(widths.get(i, 0) for i in range(len(columns)))
