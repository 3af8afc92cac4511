"""A small app that shows what is hard to draw: wide and combining text, modals over it, colours, scrolling."""

from __future__ import annotations

import sys

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from variorum.ui.terminal.display import CellApp, redraw

WORDS = (
    "plain words",
    "日本語の文章と",
    "é à ü combined e\u0301 a\u0300",
    "“quotes” … — ▌≈",
    "한국어 텍스트",
    "mixed 日 a 本 b",
)


class Lines(Widget, can_focus=False):
    """Numbered lines that scroll."""

    top = 0

    def render_line(self, y: int) -> Strip:
        n = self.top + y
        look = Style(
            color="#E69F00" if n % 3 else "#56B4E9", bold=n % 2 == 0, bgcolor="#101010" if n % 5 == 0 else None
        )
        text = f"{WORDS[n % len(WORDS)]} {n * 7919}"
        return Strip([Segment(f"{n:4} ", Style(reverse=n % 4 == 0)), Segment(text, look)]).adjust_cell_length(
            self.size.width
        )


class Dialog(ModalScreen[None]):
    """A box over the lines."""

    CSS = "Dialog {align: center middle} Dialog Static {width: 20; height: 3; background: #333366}"
    BINDINGS = [("escape", "dismiss", "close")]  # noqa: RUF012 - Textual's own way

    def compose(self) -> ComposeResult:
        yield Static("a dialog 日本\nover the lines", markup=False)


class Sample(CellApp):
    """The app."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Lines {width: 100%; height: 100%}"
    BINDINGS = [  # noqa: RUF012 - Textual's own way
        ("j", "move(1)", "down"),
        ("k", "move(-1)", "up"),
        ("space", "move(7)", "page"),
        ("m", "dialog", "dialog"),
        ("ctrl+z", "suspend_process", "suspend"),
        ("q", "quit", "quit"),
    ]

    def compose(self) -> ComposeResult:
        yield Lines()

    def action_move(self, by: int) -> None:
        lines = self.screen_stack[0].query_one(Lines)
        lines.top = max(0, lines.top + by)
        redraw(lines, lines.size.region)

    def action_dialog(self) -> None:
        self.push_screen(Dialog())


if __name__ == "__main__":
    app = Sample(changed_cells="--stock" not in sys.argv)
    app.run()
    sys.exit(app.return_code)
