"""The keys that open a list over the reader: coverage, quotes, what disagrees, about, help, commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.ui.screens.listing import ListScreen
from variorum.view.table import View

if TYPE_CHECKING:
    from variorum.ui.screens.reader import ReaderScreen


def open_matrix(reader: ReaderScreen) -> None:
    """Which outlet carries which fact."""
    from variorum.view.matrix import matrix_view  # noqa: PLC0415 - each list loads when it is opened

    _open(reader, matrix_view(reader.story, reader.palette.glyph))


def open_quotes(reader: ReaderScreen) -> None:
    """Who printed which words."""
    from variorum.view.quotes import quotes_view  # noqa: PLC0415 - each list loads when it is opened

    _open(reader, quotes_view(reader.story, reader.palette.glyph))


def open_discrepancies(reader: ReaderScreen) -> None:
    """Every detail on which outlets disagree."""
    from variorum.view.discrepancies import discrepancies_view  # noqa: PLC0415 - each list loads when it is opened

    _open(reader, discrepancies_view(reader.story, reader.palette.glyph))


def open_about(reader: ReaderScreen) -> None:
    """What is known of the sentence under the cursor, its links and both articles."""
    from variorum.view.about import about_view  # noqa: PLC0415 - each list loads when it is opened

    state, articles = reader.state, reader.story.articles
    left, right = articles[state.left].id, articles[state.right if len(articles) > 1 else state.left].id
    _open(reader, about_view(reader.story, left, right, state.active, state.sentence, reader.palette.glyph))


def open_help(reader: ReaderScreen) -> None:
    """What every key does."""
    from variorum.view.help import help_view  # noqa: PLC0415 - each list loads when it is opened

    _open(reader, help_view(reader.palette.glyph, reader.keys))


def open_commands(reader: ReaderScreen) -> None:
    """Every command, found by a few letters."""
    from variorum.view.help import commands_view  # noqa: PLC0415 - each list loads when it is opened

    _open(reader, commands_view())


def _open(reader: ReaderScreen, view: View) -> None:
    reader.app.push_screen(ListScreen(view, reader.palette), reader.answered)
