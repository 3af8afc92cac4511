"""A small form at the foot: a line for each field of an article."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from variorum.engine.keeping.corrections import FIELDS, Field
from variorum.engine.keeping.nouns import Correction
from variorum.engine.nouns import Article
from variorum.text.sanitise import clean_line
from variorum.ui.screens.dialog import Dialog
from variorum.view.keeping.metadata import LABELS, field_value, standing, statements
from variorum.view.palette import Palette


class AskFields(Dialog[list[Correction] | None]):
    """Outlet, title, byline and date of an article; left with what was put right, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", priority=True),
        Binding("ctrl+c", "dismiss(None)", priority=True),
        Binding("tab,down", "step(1)", priority=True),
        Binding("shift+tab,up", "step(-1)", priority=True),
    ]

    DEFAULT_CSS = """
    AskFields Horizontal { height: 1; width: 100%; }
    AskFields .label { width: 10; }
    AskFields Input { width: 1fr; }
    AskFields .standing { width: 12; text-align: right; }
    """

    def __init__(self, article: Article, name: str, palette: Palette, first: Field = "outlet") -> None:
        keys = (("Enter", "keeps it, confirms a guess"), ("Tab", "next"), ("Esc", "leaves it"))
        super().__init__(f"ARTICLE {name}: what it states", keys, palette)
        self._article, self._first = article, first
        self.inputs = {
            field: Input(clean_line(getattr(article, field) or ""), id=field, select_on_focus=False) for field in FIELDS
        }

    def body(self) -> ComposeResult:
        """A row for each field: what it is, what it says, how sure that is."""
        for field, line in self.inputs.items():
            said = standing(self._article, field)
            with Horizontal():
                yield Static(Text(LABELS[field], self.palette.style("quiet")), classes="label", markup=False)
                yield line
                shade = "accent" if said == "guessed" else "quiet"
                yield Static(Text(said, self.palette.style(shade)), classes="standing", markup=False)

    def on_mount(self) -> None:
        """Begin at the field that was asked for."""
        super().on_mount()
        self.inputs[self._first].focus()

    def action_step(self, by: int) -> None:
        """Another field."""
        here = next((n for n, line in enumerate(self.inputs.values()) if line.has_focus), 0)
        [*self.inputs.values()][(here + by) % len(self.inputs)].focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was put right, if the date is one."""
        event.stop()
        typed = {field: line.value for field, line in self.inputs.items()}
        if field_value("published", typed["published"]) is None:
            self.say("this is no date: write 2020-12-15, 2020-12-15T10:30 or 15 December 2020", "disagrees")
            self.inputs["published"].focus()
            return
        confirmed = next((field for field in FIELDS if event.input is self.inputs[field]), None)
        self.dismiss(statements(self._article, typed, confirmed))
