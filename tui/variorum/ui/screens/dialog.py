"""Dialogs at the foot of the screen, with the text still in sight above: a line, a text, a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Generic, TypeVar
from weakref import WeakKeyDictionary

from rich.text import Text
from textual.app import App, ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.dom import DOMNode
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from variorum.text.sanitise import clean, clean_line
from variorum.text.width import shorten
from variorum.ui.editor import EditorError, edited_outside
from variorum.ui.screens.over import OverScreen
from variorum.ui.widgets.table import TableView
from variorum.view.lists.table import View
from variorum.view.palette import Palette

T = TypeVar("T")
Complete = Callable[[str], Sequence[str]]
"""What is typed so far → what it may become, the likeliest first."""


_UNFINISHED: WeakKeyDictionary[App[Any], dict[tuple[str, str], tuple[str, ...]]] = WeakKeyDictionary()
"""For each app what was typed into lines and left, by the title of the dialog and what it was about."""


class Dialog(OverScreen[T], ModalScreen[T], Generic[T]):
    """A title, something to fill in, and which keys do what.

    What was typed into its lines when it was left stands there again when the same is asked once more.

    Args:
        title: What is asked for.
        keys: Keys and what they do, for the last row.
        about: The words that it is about, which the dialog may hide; one row of them is shown.

    Attributes:
        keys: Keys and what they do, the same whatever the settings say.
        hint: What is said above the keys at first.
        about: The words that it is about.
    """

    DEFAULT_CSS = """
    Dialog { align: left bottom; background: transparent; layers: below above; overflow: hidden hidden; }
    Dialog:ansi { background: transparent; }
    Dialog > Vertical { dock: bottom; height: auto; max-height: 80%; border-top: solid ansi_default; }
    Dialog Static { height: auto; width: 100%; padding: 0 1; }
    Dialog Input { border: none; height: 1; padding: 0 1; width: 100%; }
    Dialog Input:focus { border: none; background-tint: transparent; }
    Dialog TextArea { border: none; height: 25%; min-height: 3; max-height: 10; padding: 0 1; width: 100%; }
    Dialog TextArea:focus { border: none; }
    Dialog TextArea .text-area--cursor, Dialog Input > .input--cursor {
        color: ansi_default !important; background: ansi_default !important; text-style: reverse !important;
    }
    Dialog.dark TextArea .text-area--cursor, Dialog.dark Input > .input--cursor {
        color: #12161d !important; background: #f0e442 !important; text-style: none !important;
    }
    Dialog.light TextArea .text-area--cursor, Dialog.light Input > .input--cursor {
        color: #fbfaf7 !important; background: #ad3f00 !important; text-style: none !important;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # As everywhere else: the app's own keys do not reach through a dialog. What was typed is a draft by then.
        Binding("ctrl+q", "app.quit_now", priority=True),
    ]

    def __init__(self, title: str, keys: Sequence[tuple[str, str]], palette: Palette, about: str = "") -> None:
        super().__init__(classes=palette.theme)  # the cursor has the palette's colours; a terminal's may be no contrast
        self.palette = palette
        self._title, self.keys, self.about = title, keys, about
        self.hint = ""
        self._before: tuple[str, ...] = ()
        self._box = Vertical()
        self._below = Static(markup=False)

    def compose(self) -> ComposeResult:
        """The box at the foot."""
        with self._box:
            for words, style in ((self._title, "strong"), (self.about, "quiet")):
                if words:  # one row each: what is filled in and the keys come first
                    row = shorten(words, self.app.size.width - 4, self.palette.glyph("dots"))
                    yield Static(Text(row, self.palette.style(style)), markup=False)
            yield from self.body()
            yield self._below

    def body(self) -> ComposeResult:
        """What is filled in."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Take the palette's colours, which Textual's themes know nothing of."""
        style = self.palette.style("")
        line = self.palette.style("faint").color
        if line and line.triplet:
            self._box.styles.border_top = ("solid", line.triplet.hex)
        for widget in (self._box, *self.query(Static), *self.query(Input), *self.query(TextArea)):
            if style.bgcolor and style.bgcolor.triplet:
                widget.styles.background = style.bgcolor.triplet.hex
            else:
                widget.styles.background = "ansi_default"
            if style.color and style.color.triplet:
                widget.styles.color = style.color.triplet.hex
            else:
                widget.styles.color = "ansi_default"
        for text in (*self.query(Input), *self.query(TextArea)):
            text.cursor_blink = False  # else an open dialog sends bytes twice a second for nothing
        self._before = self._typed()
        if (unfinished := self._unfinished.get((self._title, self.about), self._before)) != self._before:
            for field, value in zip(self.query(Input), unfinished, strict=True):
                field.value = value
                field.cursor_position = len(value)
            self.hint = "as you left it: Ctrl+C drops it"
        self.say(self.hint)

    @property
    def _unfinished(self) -> dict[tuple[str, str], tuple[str, ...]]:
        return _UNFINISHED.setdefault(self.app, {})

    def _typed(self) -> tuple[str, ...]:
        return tuple(line.value for line in self.query(Input))

    def action_leave(self) -> None:
        """Leave all as it was; what was typed is remembered, unless it is nothing."""
        self.dismiss(None)
        typed = self._typed()
        if typed != self._before and any(value.strip() for value in typed):
            self._unfinished[self._title, self.about] = typed

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Leave with a result; what was typed is done with."""
        self._unfinished.pop((self._title, self.about), None)
        return super().dismiss(result)

    def say(self, words: str, style: str = "quiet") -> None:
        """Say something above the row of keys."""
        said = [(f"{words}\n", self.palette.style(style))] if words else []
        key, does = self.palette.style("accent"), self.palette.style("quiet")
        keys = [part for name, words in self.keys for part in ((name, key), (f" {words}  ", does))]
        self._below.update(Text.assemble(*said, *keys))


class AskLine(Dialog[str | None]):
    """Asks for a line; left with it, or with None.

    Args:
        value: What stands there at first.
        complete: Offers ways to go on, of which Tab takes the first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", priority=True),
        Binding("ctrl+c", "dismiss(None)", priority=True),
        Binding("tab", "complete", priority=True),
    ]

    def __init__(
        self, title: str, palette: Palette, value: str = "", complete: Complete | None = None, about: str = ""
    ) -> None:
        offers = [("Tab", "completes")] if complete else []
        super().__init__(title, (("Enter", "done"), *offers, ("Esc", "leaves it as it was")), palette, about)
        self._complete = complete
        self.input = Input(value, select_on_focus=False)

    def body(self) -> ComposeResult:
        """The line."""
        yield self.input

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what it may become."""
        if self._complete:
            offered = self._complete(event.value)[:8]
            self.say("  ".join(clean_line(value) for value in offered) or self.hint)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Done."""
        self.dismiss(clean_line(event.value))

    def action_complete(self) -> None:
        """Take the first that is offered, behind the last comma."""
        offered = self._complete(self.input.value) if self._complete else ()
        if offered:
            before = self.input.value.rpartition(",")[0]
            self.input.value = f"{before}, {offered[0]}" if before else offered[0]
            self.input.cursor_position = len(self.input.value)


class Writing(TextArea):
    """A text area that ends with its dialog: the app would hold every one, and what was typed in it, for its theme."""

    def watch(self, obj: DOMNode, attribute_name: str, callback: Any, init: bool = True) -> None:  # noqa: ANN401 - Textual's
        """Watch anything but the app, whose theme never changes."""
        if obj is not self.app:
            super().watch(obj, attribute_name, callback, init)


class AskText(Dialog[str | None]):
    """Asks for a text of several lines; left with it, or with None.

    Args:
        value: What stands there at first.
        typed: Gets the text each time that it has changed.
        about: The words that it is about.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "done", priority=True),
        Binding("ctrl+c", "dismiss(None)", priority=True),
        Binding("ctrl+g", "editor", priority=True),
    ]

    def __init__(
        self,
        title: str,
        palette: Palette,
        value: str = "",
        typed: Callable[[str], None] | None = None,
        about: str = "",
    ) -> None:
        keys = (("Esc", "keeps it"), ("Ctrl+G", "in your editor"), ("Ctrl+C", "drops it"))
        super().__init__(title, keys, palette, about)
        self._tell = typed
        self._told = value
        self.area = Writing(value, compact=True, highlight_cursor_line=False, soft_wrap=True)

    def body(self) -> ComposeResult:
        """The text."""
        yield self.area

    def on_mount(self) -> None:
        """Begin at its end."""
        super().on_mount()
        self.area.move_cursor(self.area.document.end)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell what is there now."""
        text = clean(self.area.text)
        if self._tell and text != self._told:
            self._told = text
            self._tell(text)

    def action_done(self) -> None:
        """Done."""
        self.dismiss(clean(self.area.text).strip())

    def action_editor(self) -> None:
        """Go on in the reader's own editor, and come back with what it saved."""
        try:
            self.area.text = edited_outside(self.app, self.area.text)
        except EditorError as error:
            self.say(str(error), "disagrees")
            return
        self.area.move_cursor(self.area.document.end)


class Menu(Dialog[object]):
    """A short list at the foot; left with the key of the row that was taken, or with None."""

    DEFAULT_CSS = "Menu TableView { width: 100%; } Menu Static { padding: 0 2; }"

    def __init__(
        self, title: str, view: View, palette: Palette, rows: int, *, about: str = "", at: object = None
    ) -> None:
        super().__init__(title, (), palette, about)
        self.table = TableView(view, palette)
        self.table.styles.height = max(3, rows + 1)
        if at is not None:
            self.table.listing.rebuild(key=at)

    def body(self) -> ComposeResult:
        """The list."""
        yield self.table

    def on_mount(self) -> None:
        """The list says its keys itself."""
        super().on_mount()
        self._below.display = False
        self.table.focus()

    def on_table_view_chosen(self, message: TableView.Chosen) -> None:
        """Taken."""
        message.stop()
        self.dismiss(message.row.key)

    def on_table_view_closed(self, message: TableView.Closed) -> None:
        """Nothing was taken."""
        message.stop()
        self.dismiss(None)
