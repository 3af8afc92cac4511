"""What keeping needs of the screen whose story is kept."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from textual.app import App

    from variorum.engine.nouns import Article, Story
    from variorum.view.actions import Action
    from variorum.view.state import State


class Holder(Protocol):
    """The reader's screen, as far as the desk and the writer of the place know it.

    Attributes:
        story: What is read.
        state: What is shown of it.
        sources: The articles as they were read, without the reader's corrections.
    """

    story: Story
    state: State
    sources: tuple[Article, ...]

    @property
    def app(self) -> App[object]:
        """The app that shows it."""

    def install(self, articles: tuple[Article, ...]) -> None:
        """Show these articles, and compare them where that is still to be done."""

    def dispatch(self, action: Action) -> None:
        """Change the state, and paint it."""

    def run_worker(self, work: Coroutine[None, None, object]) -> object:
        """Run something that waits, without waiting for it."""

    def set_timer(self, delay: float, callback: Callable[[], None]) -> object:
        """Call back after so many seconds."""
