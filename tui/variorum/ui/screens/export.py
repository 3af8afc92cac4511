"""The export screen: choose a format, see how its file begins, name it, write it; nothing is written over unasked."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from variorum.errors import VariorumError
from variorum.export import as_file
from variorum.export.write import write_file
from variorum.text.sanitise import clean_line
from variorum.ui.screens.dialog import AskLine, Menu
from variorum.ui.screens.listing import TableScreen
from variorum.ui.widgets.table import TableView
from variorum.view.actions import Say
from variorum.view.lists.choices import choices_view
from variorum.view.lists.formats import export_view, file_name, free_name, named
from variorum.view.palette import Palette

Render = Callable[[str], str]
"""The text of the file in the format of that name."""


class ExportScreen(TableScreen):
    """Formats with a preview; it is dismissed with what the reader's status row shall say.

    Args:
        choices: What can be exported: in words, what its file is called without an ending, and the function that
            renders it, which is called off the screen's thread.
        folder: Where the file goes.
    """

    def __init__(self, choices: Sequence[tuple[str, str, Render]], folder: Path, palette: Palette) -> None:
        super().__init__()
        self._choices, self._folder, self._palette = choices, folder, palette
        self._previews: dict[tuple[int, str], str] = {}
        self._failed: set[tuple[int, str]] = set()
        self._writing = False
        self.table = TableView(export_view([words for words, _, _ in choices], self._target, self._previews), palette)

    def _target(self, choice: int, format: str) -> Path:
        return self._folder / file_name(self._choices[choice][1], format)

    def on_mount(self) -> None:
        """Preview the first format."""
        self._preview()

    def on_table_view_moved(self, message: TableView.Moved) -> None:
        """Preview the format under the cursor."""
        message.stop()
        self._preview()

    def on_table_view_chosen(self, message: TableView.Chosen) -> None:
        """Write the file."""
        message.stop()
        format = str(message.row.key)
        self._begin(format, self._target(self.table.listing.filter, format))

    def on_table_view_pressed(self, message: TableView.Pressed) -> None:
        """Ask for another name, and write the file under it."""
        message.stop()
        if message.row is not None:
            format = str(message.row.key)
            self._ask(format, self._target(self.table.listing.filter, format))

    def _preview(self) -> None:
        row = self.table.listing.row
        if row is not None and (self.table.listing.filter, str(row.key)) not in self._previews:
            self.run_worker(self._text_of(self.table.listing.filter, str(row.key)), exclusive=True, group="preview")

    async def _text_of(self, choice: int, format: str) -> str | None:
        """The text of the file, remembered for the preview; None where there can be none."""
        place = (choice, format)
        if place not in self._previews:
            try:
                self._previews[place] = await asyncio.to_thread(self._choices[choice][2], format)
            except VariorumError as error:
                self._previews[place] = str(error)
                self._failed.add(place)
            self.table.show()
        return None if place in self._failed else self._previews[place]

    def _begin(self, format: str, path: Path, *, over: bool = False) -> None:
        if not self._writing:
            self._writing = True
            self.run_worker(self._write(format, path, over=over), group="write")

    async def _write(self, format: str, path: Path, *, over: bool) -> None:
        """Write the file; one that is there is asked about first."""
        rendered = await self._text_of(self.table.listing.filter, format)
        self._writing = False
        if rendered is None:
            self.table.say(self._previews[self.table.listing.filter, format])
            return
        if not over and os.path.isfile(path) and not path.is_symlink():  # Path.is_file raises where a name is too long
            self._taken(format, path)
            return
        try:
            await asyncio.to_thread(write_file, path, as_file(rendered, format), force=over)
        except VariorumError as error:
            self.table.say(str(error))
            return
        self.dismiss(Say(f"written: {clean_line(str(path))}"))

    def _ask(self, format: str, path: Path) -> None:
        """Ask where to write."""

        def done(typed: str | None) -> None:
            if typed:
                self._begin(format, named(typed, path, format))

        self.app.push_screen(AskLine(f"WRITE {format} TO", self._palette, clean_line(str(path))), done)

    def _taken(self, format: str, path: Path) -> None:
        """Ask what to do about a file that is there already."""
        free = free_name(path)
        choices = (
            ("free", f"write {clean_line(free.name)} instead", "both files stay"),
            ("name", "write it under another name", "or into another folder"),
            ("over", f"write over {clean_line(path.name)}", "what stands in it is lost"),
            (None, "do not write it", ""),
        )

        def chosen(answer: object) -> None:
            if answer == "free":
                self._begin(format, free)
            elif answer == "name":
                self._ask(format, free)
            elif answer == "over":
                self._begin(format, path, over=True)

        view = choices_view("taken", choices)
        title = f"{clean_line(str(path))} is there already"
        self.app.push_screen(Menu(title, view, self._palette, len(choices) + 1), chosen)
