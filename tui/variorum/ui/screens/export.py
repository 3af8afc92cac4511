"""The export screen: choose a format, see how its file begins, write it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from textual.app import ComposeResult

from variorum.errors import VariorumError
from variorum.export.write import write_file
from variorum.text.sanitise import clean_line
from variorum.ui.screens.over import OverScreen
from variorum.ui.widgets.table import TableView
from variorum.view.actions import Action, Say
from variorum.view.export_list import export_view, file_name
from variorum.view.palette import Palette

Render = Callable[[str], str]
"""The text of the file in the format of that name."""


class ExportScreen(OverScreen[Action | None]):
    """Formats with a preview; it is dismissed with what the reader's status row shall say.

    Args:
        choices: What can be exported, in words, each with the function that renders it; called off the screen's thread.
        name: What the file is called, without its ending.
        folder: Where it goes.
    """

    DEFAULT_CSS = "ExportScreen { layout: vertical; overflow: hidden hidden; }"

    def __init__(self, choices: Sequence[tuple[str, Render]], name: str, folder: Path, palette: Palette) -> None:
        super().__init__()
        self._renders = [render for _, render in choices]
        self._stem, self._folder = name, folder
        self._previews: dict[tuple[int, str], str] = {}
        self._failed: set[tuple[int, str]] = set()
        self._confirmed: Path | None = None
        self.table = TableView(export_view([words for words, _ in choices], name, self._previews), palette)

    def compose(self) -> ComposeResult:
        """One widget that paints everything."""
        yield self.table

    def on_mount(self) -> None:
        """Preview the first format."""
        self._preview()

    def on_table_view_moved(self, message: TableView.Moved) -> None:
        """Preview the format under the cursor."""
        message.stop()
        self._confirmed = None
        self._preview()

    def on_table_view_chosen(self, message: TableView.Chosen) -> None:
        """Write the file, a second time over one that is there."""
        message.stop()
        self.run_worker(self._write(str(message.row.key)), exclusive=True, group="write")

    def on_table_view_closed(self, message: TableView.Closed) -> None:
        """Go back without a file."""
        message.stop()
        self.dismiss(None)

    def _preview(self) -> None:
        row = self.table.listing.row
        if row is not None and (self.table.listing.filter, str(row.key)) not in self._previews:
            self.run_worker(self._text_of(self.table.listing.filter, str(row.key)), exclusive=True, group="preview")

    async def _text_of(self, choice: int, format: str) -> str | None:
        """The text of the file, remembered for the preview; None where there can be none."""
        place = (choice, format)
        if place not in self._previews:
            try:
                self._previews[place] = await asyncio.to_thread(self._renders[choice], format)
            except VariorumError as error:
                self._previews[place] = str(error)
                self._failed.add(place)
            self.table.show()
        return None if place in self._failed else self._previews[place]

    async def _write(self, format: str) -> None:
        rendered = await self._text_of(self.table.listing.filter, format)
        if rendered is None:
            return
        path = self._folder / file_name(self._stem, format)
        shown = clean_line(str(path))
        if path.exists() and not path.is_symlink() and self._confirmed != path:
            self._confirmed = path
            self.table.say(f"{shown} is there already: Enter again writes over it, Esc does not")
            return
        try:
            await asyncio.to_thread(write_file, path, rendered, force=self._confirmed == path)
        except VariorumError as error:
            self.table.say(str(error))
            return
        self.dismiss(Say(f"written: {shown}"))
