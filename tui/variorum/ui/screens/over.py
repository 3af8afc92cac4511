"""What every screen over the reader's has in common."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import Screen, ScreenResultType


class OverScreen(Screen[ScreenResultType], inherit_bindings=False):
    """A screen that is left once.

    Textual takes off whichever screen is on top, so keys typed faster than they are dealt with, as over a slow line,
    would take the reader's own away as well.
    """

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave with a result, unless it was left already."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
