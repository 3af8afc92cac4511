"""Copying over the terminal (OSC 52), so that it works through SSH; only ever on a key press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.engine.nouns import Article
from variorum.text.sanitise import clean
from variorum.view.actions import Escape, Say
from variorum.view.changes import current_link
from variorum.view.marks import articles, marks
from variorum.view.selection import chosen

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
    return f"{article.outlet or article.id}: " + " ".join(article.sentence_text(s) for s in sentences)


def _send(reader: ReaderScreen, text: str, what: str) -> None:
    text = clean(text)
    if len(text.encode()) > LIMIT:
        reader.dispatch(Say(f"too long for the terminal's clipboard: more than {LIMIT:,} bytes"))
        return
    reader.app.copy_to_clipboard(text)
    reader.dispatch(Say(f"{what} sent to the terminal's clipboard"))
