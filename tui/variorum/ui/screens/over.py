"""What every screen over the reader's has in common."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget


class FocusedScreen(Screen[ScreenResultType], inherit_bindings=False):
    """A screen whose keys always have somebody to go to: a click beside a list must not leave it deaf."""

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Put the focus on a widget; taking it off one that is still there changes nothing."""
        if widget is not None or self.focused is None or not self.focused.is_attached:
            super().set_focus(widget, scroll_visible, from_app_focus)


class OverScreen(FocusedScreen[ScreenResultType]):
    """A screen that is left once.

    Textual takes off whichever screen is on top, so keys typed faster than they are dealt with, as over a slow line,
    would take the reader's own away as well.
    """

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave with a result, unless it was left already."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
