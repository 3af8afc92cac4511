"""One widget that copies painted blocks to the screen and redraws only the rows that changed."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from variorum.ui.terminal.display import redraw
from variorum.view.layout.areas import Rect
from variorum.view.layout.lines import Block, Line


class Canvas(Widget, can_focus=False, inherit_css=False):
    """Shows blocks of lines at their places, and `ground` between them.

    It is laid out once: nothing that it shows makes Textual do that again.

    Attributes:
        ground: The look of cells that no block covers.
    """

    DEFAULT_CSS = "Canvas { width: 100%; height: 100%; }"
    ALLOW_SELECT = False

    class Drawn(Message):
        """The first frame is drawn."""

    def __init__(self, ground: Style) -> None:
        super().__init__()
        self._drawn = False
        self.ground = ground
        self._blocks: dict[Rect, Sequence[Line]] = {}
        self._rows: dict[int, list[Rect]] = {}

    def show(self, blocks: Sequence[Block]) -> None:
        """Show these blocks; where they stand as before, only rows that differ are drawn."""
        new = dict(blocks)
        same_places = new.keys() == self._blocks.keys()
        old, self._blocks = self._blocks, new
        if not same_places:
            self._rows = {}
            for place in sorted(new):
                for y in range(place.y, place.y + place.h):
                    self._rows.setdefault(y, []).append(place)
            self.refresh()
            return
        changed = [region for place, lines in blocks for region in _changed(place, old[place], lines)]
        if changed:
            redraw(self, *changed)

    def render_line(self, y: int) -> Strip:
        """The strip of one row, left to right through its blocks."""
        if self._blocks and not self._drawn:
            self._drawn = True
            self.post_message(self.Drawn())
        segments: list[Segment] = []
        at = 0
        for place in self._rows.get(y, ()):
            if place.x > at:
                segments.append(Segment(" " * (place.x - at), self.ground))
            lines = self._blocks[place]
            if y - place.y < len(lines):
                segments.extend(lines[y - place.y])
            else:
                segments.append(Segment(" " * place.w, self.ground))
            at = place.x + place.w
        width = self.size.width
        if at < width:
            segments.append(Segment(" " * (width - at), self.ground))
        return Strip(segments, max(at, width))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as there is room."""
        return container.width


def _changed(place: Rect, old: Sequence[Line], new: Sequence[Line]) -> list[Region]:
    """The regions of a block in which rows differ, rows that follow each other joined."""
    regions = []
    first = None
    for n in range(place.h + 1):
        differs = n < place.h and (old[n] if n < len(old) else None) != (new[n] if n < len(new) else None)
        if differs and first is None:
            first = n
        elif not differs and first is not None:
            regions.append(Region(place.x, place.y + first, place.w, n - first))
            first = None
    return regions
