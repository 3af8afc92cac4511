"""The keys that open a list over the reader: coverage, quotes, what disagrees, about, help, commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from variorum.engine.labels import labels
from variorum.text.sanitise import clean_line
from variorum.ui.screens.listing import ListScreen
from variorum.view.actions import Action, CorrectField, ShowPair
from variorum.view.keymap import Keymap
from variorum.view.lists.table import View
from variorum.view.palette import Palette

if TYPE_CHECKING:
    from variorum.reading import Failure
    from variorum.ui.screens.reader import ReaderScreen


def open_matrix(reader: ReaderScreen) -> None:
    """Which outlet carries which fact."""
    from variorum.view.lists.matrix import matrix_view  # noqa: PLC0415 - each list loads when it is opened

    _open_again(reader, matrix_view(reader.story, reader.palette.glyph), "matrix")


def open_quotes(reader: ReaderScreen) -> None:
    """Who printed which words."""
    from variorum.view.lists.quotes import quotes_view  # noqa: PLC0415 - each list loads when it is opened

    _open_again(reader, quotes_view(reader.story, reader.palette.glyph), "quotes")


def open_discrepancies(reader: ReaderScreen) -> None:
    """Every detail on which outlets disagree."""
    from variorum.view.lists.discrepancies import discrepancies_view  # noqa: PLC0415 - each list loads when it is opened

    _open_again(reader, discrepancies_view(reader.story, reader.palette.glyph), "discrepancies")


def open_revisions(reader: ReaderScreen) -> None:
    """What was changed from one version of an article to the next."""
    from variorum.view.lists.revisions import revisions_view  # noqa: PLC0415 - each list loads when it is opened

    _open_again(reader, revisions_view(reader.story, reader.palette.glyph), "revisions")


def open_about(reader: ReaderScreen) -> None:
    """What is known of the sentence under the cursor, its links and both articles."""
    from variorum.view.lists.about import about_view  # noqa: PLC0415 - each list loads when it is opened

    state, articles = reader.state, reader.story.articles
    left, right = articles[state.left].id, articles[state.right if len(articles) > 1 else state.left].id
    view = about_view(reader.story, left, right, state.active, state.sentence, reader.palette.glyph)

    def answered(answer: Action | str | None) -> None:
        if isinstance(answer, CorrectField):
            from variorum.ui.commands.correcting import ask_metadata  # noqa: PLC0415 - few readers correct anything

            ask_metadata(reader, answer.field, answer.article)
        else:
            reader.answered(answer)

    reader.app.push_screen(ListScreen(view, reader.palette), answered)


def open_help(reader: ReaderScreen) -> None:
    """What every key does."""
    reader.app.push_screen(help_screen(reader.palette, reader.keys), reader.answered)


def help_screen(palette: Palette, keys: Keymap) -> ListScreen:
    """What every key does, as a screen."""
    from variorum.view.lists.help import help_view  # noqa: PLC0415 - each list loads when it is opened

    return ListScreen(help_view(palette.glyph, keys), palette)


def open_skipped(reader: ReaderScreen) -> None:
    """What could not be read, and why."""
    from variorum.ui.app import VariorumApp  # noqa: PLC0415 - it imports the reader's screen, which finds this by name

    app = reader.app
    assert isinstance(app, VariorumApp)
    reader.app.push_screen(skipped_screen(app.failures, app.read_count, reader.palette), reader.answered)


def skipped_screen(failures: Sequence[Failure], read: int, palette: Palette) -> ListScreen:
    """What could not be read, as a screen."""
    from variorum.view.lists.choosing import skipped_view  # noqa: PLC0415 - each list loads when it is opened

    return ListScreen(skipped_view(failures, read), palette)


def open_commands(reader: ReaderScreen) -> None:
    """Every command, found by a few letters."""
    from variorum.view.lists.help import commands_view  # noqa: PLC0415 - each list loads when it is opened

    _open(reader, commands_view(reader.keys, [*map(clean_line, labels(reader.story.articles).values())]))


def _open(reader: ReaderScreen, view: View) -> None:
    reader.app.push_screen(ListScreen(view, reader.palette), reader.answered)


def _open_again(reader: ReaderScreen, view: View, id: str) -> None:
    """Open a list where it was left; what it opens in the reader leads back to it by Esc."""
    screen = ListScreen(view, reader.palette, reader.places.get(id))

    def left(answer: Action | str | None) -> None:
        reader.places[id] = screen.table.listing.place
        reader.answered(answer._replace(back=id) if isinstance(answer, ShowPair) else answer)

    reader.app.push_screen(screen, left)
