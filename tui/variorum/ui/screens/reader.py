"""The reader's screen: keys and mouse become actions, the state they make is painted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from variorum.engine.nouns import Article, Story
from variorum.errors import ExitCode
from variorum.text.sanitise import clean_line
from variorum.ui.commands import command
from variorum.ui.comparing import Comparing
from variorum.ui.keeping.desk import Desk
from variorum.ui.mouse import action_of
from variorum.ui.widgets.canvas import Canvas
from variorum.view import actions as do
from variorum.view.keymap import Keymap, make_keymap
from variorum.view.keys import BY_ID, plain_key
from variorum.view.painting.screen import Painter
from variorum.view.palette import Palette
from variorum.view.reducing.move import settle
from variorum.view.reducing.reduce import reduce
from variorum.view.state import ListPlace, State

COMPARED_STORIES = 3
"""How many stories are remembered as they were before a correction, so that undo need not compare them anew."""


class ReaderScreen(Screen[None], inherit_bindings=False, inherit_css=False):
    """Two articles side by side.

    Attributes:
        story: What is read; it grows while comparisons are made behind.
        state: What is shown of it.
        keys: Which key does what.
        places: Where each list over the reader was left, by the id of its key.
        sources: The articles as they were read, without the reader's corrections.
        desk: What is kept, and where; None where nothing is kept.
    """

    DEFAULT_CSS = "ReaderScreen { layout: vertical; background: ansi_default; color: ansi_default; }"

    def __init__(
        self,
        story: Story,
        state: State,
        palette: Palette,
        keys: Keymap | None = None,
        library: Path | None = None,
        backups: int = 5,
    ) -> None:
        super().__init__()
        self.story = story
        self.state = state
        self.keys = keys or make_keymap({})
        self._painter = Painter(palette, self.keys)
        self._canvas = Canvas(palette.style(""))
        self.sources = story.articles
        self.places: dict[str, ListPlace] = {}
        self.desk = Desk(self, library, backups=backups) if library else None
        self._comparing: Comparing | None = None
        self._compared: tuple[Story, ...] = ()
        self._paint_pending = False
        self._drag = False

    @property
    def palette(self) -> Palette:
        """Glyphs and colours."""
        return self._painter.palette

    def wear(self, palette: Palette, state: State) -> None:
        """Show a state in other colours and glyphs."""
        self._painter = Painter(palette, self.keys)
        self._canvas.ground = palette.style("")
        self._canvas.refresh()
        self.state = settle(state, self.story)
        self._show()

    def compose(self) -> ComposeResult:
        """The canvas, and nothing else: panels are blocks on it."""
        yield self._canvas

    def on_mount(self) -> None:
        """Paint before Textual's first frame, which would be an empty one and keep the next waiting."""
        self.state = reduce(self.state, do.Resize(*self.app.size), self.story)
        self._show()

    def on_canvas_drawn(self, _message: Canvas.Drawn) -> None:
        """Fetch what is kept and compare once the text can be read: loading would hold up the first frame."""
        if self.desk:
            self.run_worker(self.desk.open())
        else:
            self.install(self.story.articles)

    def install(self, articles: tuple[Article, ...]) -> None:
        """Show these articles, and compare them where that is still to be done."""
        if articles != self.story.articles:
            if self._comparing:
                self._comparing.cancel()
            if self._comparing is None or not self.state.busy:
                self._compared = (*self._compared, self.story)[-COMPARED_STORIES:]
            self._comparing = None
            from variorum.view.keeping.metadata import restated  # noqa: PLC0415 - few readers have corrected anything

            again = (s for s in (restated(known, articles) for known in reversed(self._compared)) if s)
            self.story = next(again, Story(articles))
        if len(articles) > 1 and not self.story.comparisons and self._comparing is None:
            self._comparing = Comparing(articles, self._grown, self._told)
            self.run_worker(self._comparing.run())

    def _grown(self, story: Story) -> None:
        self.story = story
        self.dispatch(do.Refreshed())

    def _told(self, busy: str) -> None:
        self.dispatch(do.Say(busy=busy))

    def dispatch(self, action: do.Action) -> None:
        """Change the state, and paint it once when what is waiting has been dealt with."""
        if isinstance(action, do.Undo) and self.desk and self.desk.step_back(again=action.again):
            return
        state = reduce(self.state, action, self.story)
        if state is self.state and not isinstance(action, do.Refreshed):
            return
        changed = state.changes is not self.state.changes
        if state.changes.corrections != self.state.changes.corrections:
            state = self._put_right(state)
        self.state = state
        if changed and self.desk:
            self.desk.changed(state.message)
        elif changed:
            self.state = replace(state, message=f"{state.message} until you quit")
        if self.desk:
            self.desk.place.moved()
        if not self._paint_pending:
            self._paint_pending = True
            self.call_later(self._paint)

    def _put_right(self, state: State) -> State:
        """Show the articles with the corrections of a state that has others than the one before."""
        from variorum.view.keeping.corrected import corrected, relocated  # noqa: PLC0415 - only where something is corrected

        articles = corrected(self.sources, state.changes.corrections)
        state = relocated(state, self.story.articles, articles)
        self.install(articles)
        return settle(state, self.story) if state.columns else state

    def answered(self, answer: do.Action | str | None) -> None:
        """Take what a screen opened from here was left with: something to do, or a key to press."""
        if isinstance(answer, str):
            self.action_key(answer)
        elif answer is not None:
            self.dispatch(answer)

    def _paint(self) -> None:
        if self._paint_pending:
            self._show()

    def _show(self) -> None:
        self._paint_pending = False
        if self.state.columns:
            self._canvas.show(self._painter.frame(self.state, self.story))

    def on_resize(self, event: events.Resize) -> None:
        """Fit the screen to the room there is, before Textual lays it out and draws what is on the canvas then."""
        if event.size != (self.state.columns, self.state.lines):
            self.dispatch(do.Resize(*event.size))
            self._show()

    def action_key(self, id: str) -> None:
        """Do what a key stands for."""
        if not self.state.columns:
            return  # nothing is shown yet that a key could mean
        if id == "quit":
            self.app.exit(ExitCode.DONE)
        elif id == "escape" and self.state.busy and self._comparing and self._idle():
            self._comparing.cancel()
            self.dispatch(do.Say("comparing stopped", busy=""))
        elif id == "escape" and (back := self.state.back) and self._idle():
            self.dispatch(do.Escape())
            command(back)(self)
        elif (action := BY_ID[id].action) is not None:
            self.dispatch(action)
        else:
            command(id)(self)

    def _idle(self) -> bool:
        """Nothing is open that Esc would close first."""
        state = replace(self.state, message="", back="")
        return reduce(state, do.Escape(), self.story) == state

    def on_key(self, event: events.Key) -> None:
        """Do what a key stands for, or put it into the line being typed.

        Here and not by Textual's bindings: those are looked up in the app's queue, and what is typed fast after `/`
        would overtake the prompt.
        """
        if self.state.prompt is not None:
            self._type(event)
        elif (id := self._id_of(event)) is not None:
            self.action_key(id)
        else:
            return
        event.stop()
        event.prevent_default()

    def stays(self, event: events.Key) -> bool:
        """Whether a key opens no screen: it only changes the state."""
        id = self._id_of(event)
        return id is None or BY_ID[id].action is not None

    def _id_of(self, event: events.Key) -> str | None:
        """The id of what a key does here and now."""
        return self._meant(plain_key(event.key)) or self._meant(event.character or "")

    def _meant(self, key: str) -> str | None:
        chosen = self.keys.selecting.get(key) if self.state.selection else None
        return chosen or self.keys.reader.get(key)

    def _type(self, event: events.Key) -> None:
        """The keys that end a line are the same whatever the settings say: else nobody could leave it."""
        if event.key in ("enter", "escape"):
            self.dispatch(do.Enter() if event.key == "enter" else do.Escape())
        elif event.key in ("backspace", "ctrl+h"):
            self.dispatch(do.Type(None))
        elif event.is_printable and event.character:
            self.dispatch(do.Type(event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes into the line being typed, and nowhere else."""
        if self.state.prompt is not None:
            self.dispatch(do.Type(clean_line(event.text)))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel scrolls the pane it is over."""
        self._mouse(event, "down")

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel scrolls the pane it is over."""
        self._mouse(event, "up")

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A press on a sentence goes there; on the rule between the panes it begins to drag."""
        self._mouse(event, "press")

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """A drag moves the rule between the panes."""
        if event.button and self._drag:
            self._mouse(event, "drag")

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The drag ends."""
        self._drag = False

    def _mouse(self, event: events.MouseEvent, kind: str) -> None:
        self._mouse_at(kind, int(event.screen_x), int(event.screen_y))

    def _mouse_at(self, kind: str, x: int, y: int) -> None:
        action = action_of(self.state, self.story, kind, x, y)
        if isinstance(action, do.Split):
            self._drag = True
        if action is not None:
            self.dispatch(action)
