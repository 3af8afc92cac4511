"""The screen of every list: matrix, quotes, what disagrees, about, help."""

from __future__ import annotations

from textual.app import ComposeResult

from variorum.ui.screens.over import OverScreen
from variorum.ui.widgets.table import TableView
from variorum.view.actions import Action
from variorum.view.lists.table import View
from variorum.view.palette import Palette
from variorum.view.state import ListPlace


class TableScreen(OverScreen[Action | str | None]):
    """One table over the whole screen.

    It is dismissed with what the reader's screen shall do, with the id of a key to press, or with nothing.

    Attributes:
        table: What is shown; made by the screen that it is of.
    """

    DEFAULT_CSS = "TableScreen { layout: vertical; overflow: hidden hidden; }"

    table: TableView

    def compose(self) -> ComposeResult:
        """One widget that paints everything."""
        yield self.table

    def on_table_view_elsewhere(self, message: TableView.Elsewhere) -> None:
        """Press a key of the reader's screen."""
        message.stop()
        self.dismiss(message.key)

    def on_table_view_closed(self, message: TableView.Closed) -> None:
        """Go back."""
        message.stop()
        self.dismiss(None)


class ListScreen(TableScreen):
    """A list whose rows open something. It opens at `place` where that is given."""

    def __init__(self, view: View, palette: Palette, place: ListPlace | None = None) -> None:
        super().__init__()
        self.table = TableView(view, palette)
        if place:
            self.table.listing.restore(place)

    def on_table_view_chosen(self, message: TableView.Chosen) -> None:
        """Hand back what the row opens."""
        message.stop()
        row, column = message.row, message.column
        if isinstance(row.key, str):
            self.dismiss(row.key)
            return
        target = row.targets.get(column, row.target) if column is not None else row.target
        if target is not None:
            self.dismiss(target)
