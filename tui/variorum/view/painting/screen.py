"""The whole screen as rectangles of lines: what the widget on the screen only has to copy."""

from __future__ import annotations

from rich.segment import Segment

from variorum.engine.nouns import Story
from variorum.view.keymap import Keymap, make_keymap
from variorum.view.layout.areas import MIN_COLUMNS, MIN_LINES, Kind
from variorum.view.layout.lines import Block, line
from variorum.view.painting.overview import strip_lines
from variorum.view.painting.pane import PanePainter
from variorum.view.painting.side import head_line, highlights_lines, title_line
from variorum.view.painting.sources import sources_lines
from variorum.view.painting.status import status_line
from variorum.view.palette import Palette, laid_on
from variorum.view.reducing.move import sight
from variorum.view.state import Side, State


class Painter:
    """Paints states of one story; what was painted before is remembered."""

    def __init__(self, palette: Palette, keys: Keymap | None = None) -> None:
        self.palette = palette
        self._keys = keys or make_keymap({})
        self._panes = PanePainter(palette)

    def frame(self, state: State, story: Story) -> list[Block]:
        """The screen of a state: blocks that do not overlap; cells in none are blank."""
        see = sight(state, story)
        layout, palette = see.layout, self.palette
        if layout.kind is Kind.NONE:
            words = f"too small: {MIN_COLUMNS}×{MIN_LINES} needed, {self._keys.label('quit')} quits"
            return [(layout.status, [line([(words, palette.style(""))], layout.columns, palette.style(""))])]
        blocks: list[Block] = []
        edge = palette.ground("edge")  # the first row and the last frame the text
        if layout.title:
            blocks.append((layout.title, [laid_on(title_line(state, story, see, palette), edge)]))
        if layout.sources:
            blocks.append((layout.sources, sources_lines(state, story, see, palette)))
        for side in Side:
            head, pane, strip = layout.heads[side], layout.panes[side], layout.strips[side]
            if head and pane:
                heading = head_line(state, story, see, side, palette)
                blocks.append((head, [heading if head.y else laid_on(heading, edge)]))
                text = pane._replace(w=pane.w - (1 if strip else 0))
                blocks.append((text, self._panes.lines(state, story, see, side)))
            if strip:
                blocks.append((strip, strip_lines(state, story, see, side, palette)))
        if layout.highlights:
            blocks.append((layout.highlights, highlights_lines(state, story, see, palette, self._keys)))
        for place in layout.rules:
            sign = palette.glyph("rule" if place.w == 1 else "line")
            rule = (Segment(sign * place.w, palette.style("faint")),)
            blocks.append((place, [rule if place.y + n else laid_on(rule, edge) for n in range(place.h)]))
        blocks.append((layout.status, [laid_on(status_line(state, story, see, palette, self._keys), edge)]))
        return blocks
