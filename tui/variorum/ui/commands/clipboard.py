"""Copying over the terminal (OSC 52), so that it works through SSH; only ever on a key press, else into a file."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.engine.excerpt import excerpt
from variorum.engine.nouns import Article
from variorum.errors import ExportError
from variorum.paths import copy_file
from variorum.text.sanitise import clean, clean_line
from variorum.ui.terminal.copying import Way, into_tmux, way
from variorum.view.actions import Escape, Say
from variorum.view.marks import articles, marks
from variorum.view.reducing.changes import current_link
from variorum.view.reducing.selection import chosen

if TYPE_CHECKING:
    from variorum.ui.screens.reader import ReaderScreen

LIMIT = 50_000
"""Bytes that are sent at most: terminals and multiplexers drop longer sequences without a word."""


def copy_sentence(reader: ReaderScreen) -> None:
    """Copy the words that are being chosen, exactly; else the sentence under the cursor."""
    if (words := chosen(reader.state, reader.story)) is not None:
        article, (start, end) = words
        reader.dispatch(Escape())
        _send(reader, article.text[start:end], "words")
        return
    article = articles(reader.state, reader.story)[reader.state.active]
    _send(reader, article.sentence_text(reader.state.sentence), "sentence")


def copy_pair(reader: ReaderScreen) -> None:
    """Copy the sentence's link: both sides, each with its outlet; the sentence alone where it has no link.

    Words that are being chosen are copied with their outlet.
    """
    if (words := chosen(reader.state, reader.story)) is not None:
        article, (start, end) = words
        reader.dispatch(Escape())
        _send(reader, f"{article.outlet or article.id}: {article.text[start:end]}", "words")
        return
    found = marks(reader.state, reader.story)
    number = current_link(reader.state, found)
    if number is None:
        copy_sentence(reader)
        return
    link = found.links[number]
    sides = zip(found.articles, (link.a, link.b), strict=True)
    _send(reader, "\n\n".join(_quoted(article, sentences) for article, sentences in sides), "pair")


def _quoted(article: Article, sentences: tuple[int, ...]) -> str:
    stretches = [(s.start, s.end, article.text[s.start : s.end]) for s in map(article.sentences.__getitem__, sentences)]
    return f"{article.outlet or article.id}: {excerpt(article.text, stretches)}"


def _send(reader: ReaderScreen, text: str, what: str) -> None:
    """Send a text to the clipboard; where that is known to fail into tmux's buffer, or else into a file."""
    text = clean(text)
    if os.environ.get("TMUX"):
        reader.run_worker(_through_tmux(reader, text, what))
    elif not _sent(reader, text, what, found := way(os.environ)):
        reader.run_worker(_copy_to_file(reader, text, what, _why(found)))


async def _through_tmux(reader: ReaderScreen, text: str, what: str) -> None:
    found = await asyncio.to_thread(way, os.environ)  # asks tmux
    if _sent(reader, text, what, found):
        return
    taken = await asyncio.to_thread(into_tmux, text)
    if taken:
        reader.dispatch(Say(f"{what} in tmux's buffer: prefix ] pastes it; {_why(found)}"))
    else:
        await _copy_to_file(reader, text, what, _why(found))


def _sent(reader: ReaderScreen, text: str, what: str, found: Way) -> bool:
    """Send the text to the terminal, if that can do any good."""
    if found is not Way.TERMINAL or len(text.encode()) > LIMIT:
        return False
    reader.app.copy_to_clipboard(text)
    reader.dispatch(Say(f"{what} sent to the terminal's clipboard"))
    return True


def _why(found: Way) -> str:
    return found.value or f"more than {LIMIT:,} bytes, which terminals drop"


async def _copy_to_file(reader: ReaderScreen, text: str, what: str, why: str) -> None:
    reader.dispatch(Say(await asyncio.to_thread(_into_file, text, what, why)))


def _into_file(text: str, what: str, why: str) -> str:
    """Write a text where only its reader may read it, in place of what was copied before; returns what to say."""
    from variorum.export.write import write_file  # noqa: PLC0415 - only where there is no clipboard

    path = copy_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_file(path, text + "\n", force=True, mode=0o600)
    except (ExportError, OSError) as error:
        reason = error.message if isinstance(error, ExportError) else f"{clean_line(str(path))}: {error.strerror}"
        return f"not copied: {why}, and {reason}"
    home = str(Path.home())
    shown = clean_line(str(path))
    return f"{what} in {'~' + shown.removeprefix(home) if shown.startswith(home + os.sep) else shown}: {why}"
