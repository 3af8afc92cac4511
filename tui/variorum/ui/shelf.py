"""The list of stories that `variorum` without a source opens."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from variorum.config import Settings
from variorum.library.stories import RecentStory
from variorum.ui.app import BareApp, palette_here
from variorum.ui.screens.over import FocusedScreen
from variorum.ui.widgets.table import TableView
from variorum.view.list_keys import UNOPENED
from variorum.view.lists.shelf import shelf_view
from variorum.view.palette import Palette


class ShelfScreen(FocusedScreen[None]):
    """The stories; it ends the app with the one that was chosen."""

    DEFAULT_CSS = "ShelfScreen { layout: vertical; overflow: hidden hidden; }"

    def __init__(self, recent: Sequence[RecentStory], palette: Palette) -> None:
        super().__init__()
        self.table = TableView(shelf_view(recent), palette)
        self.chosen: RecentStory | None = None

    def compose(self) -> ComposeResult:
        """One widget that paints everything."""
        yield self.table

    def on_table_view_chosen(self, message: TableView.Chosen) -> None:
        """This story."""
        message.stop()
        if isinstance(message.row.key, RecentStory):
            self.chosen = message.row.key
            self.app.exit(0)

    def on_table_view_elsewhere(self, message: TableView.Elsewhere) -> None:
        """Only the help can be asked for here."""
        message.stop()
        if message.key == "help" and isinstance(app := self.app, ShelfApp):
            from variorum.ui.commands.lists import help_screen  # noqa: PLC0415 - loads when it is opened

            app.push_screen(help_screen(app.palette, app.keys))
        else:
            self.table.say(UNOPENED)

    def on_table_view_closed(self, message: TableView.Closed) -> None:
        """None of them."""
        message.stop()
        self.app.exit(0)


class ShelfApp(BareApp, inherit_bindings=False):
    """The reader's first screen where no source is named."""

    BINDINGS = BareApp.BINDINGS

    def __init__(self, recent: Sequence[RecentStory], *, settings: Settings, palette: Palette) -> None:
        super().__init__(settings, palette)
        self.shelf = ShelfScreen(recent, palette)

    def get_default_screen(self) -> ShelfScreen:
        """The stories are the bottommost screen."""
        return self.shelf


def choose_story(recent: Sequence[RecentStory], settings: Settings) -> RecentStory | None:
    """Let the reader choose one of the stories; None where the list was left."""
    app = ShelfApp(recent, settings=settings, palette=palette_here(settings))
    app.run(mouse=settings.mouse)
    return app.shelf.chosen
