"""The way to the reader where sources take long, or give more than one story: reading, choosing, and back to choose."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from textual.screen import Screen

from variorum.config import Settings
from variorum.engine.nouns import Article, Story
from variorum.errors import ExitCode, UsageError
from variorum.reading import Entry, ReadResult
from variorum.reading.grouping import Grouping, StoryGroup, named_story
from variorum.reading.options import PILE
from variorum.ui.app import VariorumApp, palette_here, put_down
from variorum.ui.bringing import Bringing
from variorum.ui.commands.lists import help_screen, skipped_screen
from variorum.ui.keeping.desk import Desk
from variorum.ui.screens.choosing import ChoosingScreen, ReadingScreen
from variorum.ui.screens.reader import ReaderScreen
from variorum.view.actions import Action, Say
from variorum.view.keys import press
from variorum.view.list_keys import UNOPENED
from variorum.view.lists.choosing import Item
from variorum.view.palette import Palette

_SOON = 0.05
"""Seconds between two looks whether the library has answered."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What of the sources shall be opened at once.

    Attributes:
        story: Of a pile the story of that number or with these words; "all" takes everything as one; None lets choose.
        entries: Open the entries of feeds that were read, and do not let choose first.
    """

    story: str | None = None
    entries: bool = False


class FrontApp(VariorumApp, inherit_bindings=False):
    """Reading, a list to choose from, and over it the reader on what was chosen.

    Args:
        bringing: What is read, begun already.

    Attributes:
        result: What was read, as far as it is.
        error: Why nothing could be opened.
    """

    def __init__(
        self, bringing: Bringing, wish: Wish, *, settings: Settings, palette: Palette, library: Path | None = None
    ) -> None:
        super().__init__(Story(()), settings=settings, palette=palette, library=library)
        self.result = ReadResult(())
        self.error: UsageError | None = None
        self._reading, self._wish = bringing.reading, wish
        self._list: ChoosingScreen | None = None
        self._entries: tuple[Entry, ...] = ()
        self._bringing = bringing
        self._stopped = ""

    def get_default_screen(self) -> Screen[None]:
        """How far reading is."""
        return ReadingScreen(self._bringing, self.palette)

    def on_mount(self) -> None:
        """The reader's first words come with the reader."""

    def on_reading_screen_ended(self, message: ReadingScreen.Ended) -> None:
        """Go on with what was read."""
        bringing = message.screen.bringing
        result = bringing.result()
        self._stopped = (
            f"stopped after {bringing.reading.done:,} of {bringing.reading.total:,}" if message.stopped else ""
        )
        if message.stopped and not self._entries and len(result.articles) > PILE and not result.entries:
            if bringing.stage == "reading" and self._wish.story != "all":
                further = Bringing(bringing.reading.going_on(), sort=True)
                further.start()
                message.screen.follow(further)
                return
            result = replace(result, pile=Grouping((), result.articles))
        self._reading, self.result, self._failures = bringing.reading, result, result.failures
        self.read_count = len(result.articles)
        if self._entries:
            self.pop_screen()
            self._open(result.of_entries(self._entries))
        else:
            self._arrive(result)

    def on_reading_screen_quit(self, _message: ReadingScreen.Quit) -> None:
        """Leave; what could not be read is still told."""
        self.result = self._reading.result()
        self.exit(ExitCode.DONE)

    def _arrive(self, result: ReadResult) -> None:
        """Show what there is to choose from, or the only story."""
        at_once = result.articles
        if result.entries:
            self._list = ChoosingScreen(result.entries, self.palette)
            at_once = at_once if self._wish.entries else ()
        elif result.pile and len(result.pile.stories) + len(result.pile.singletons) > 1:
            self._list = ChoosingScreen(result.pile, self.palette)
            try:
                at_once = named_story(result.pile, self._wish.story) if self._wish.story else ()
            except UsageError as error:
                self.error = error
                self.exit(ExitCode.USAGE)
                return
        if self._list:
            self.push_screen(self._list)
            self._list.table.say(self._said())
        if at_once:
            stories = result.pile.stories if result.pile and self._list else ()
            if self._list and (story := next((s for s in stories if s.articles is at_once), None)):
                self._list.table.show(key=story)
            self._open(at_once)
        elif not self._list:
            self.exit(ExitCode.UNREADABLE)

    def _said(self) -> str:
        """How many were read and skipped, and that reading was stopped, where it is worth a word."""
        many = len(self._failures)
        counted = f"{self.read_count:,} read, {many:,} skipped: {press('skipped')} lists them" if many else ""
        return " · ".join(filter(None, (self._stopped, counted)))

    def on_choosing_screen_chosen(self, message: ChoosingScreen.Chosen) -> None:
        """Open what was chosen, once its addresses have been fetched."""
        if self.screen is not self._list:
            return  # a second Enter, typed before the first had opened anything
        entries = tuple(item for item in message.items if isinstance(item, Entry))
        if not entries:
            self._open(_articles(message.items))
            return
        self._entries = entries
        bringing = Bringing(self._reading.going_on(entries), sort=False)
        if bringing.total:
            bringing.start()
            self.push_screen(ReadingScreen(bringing, self.palette))
        else:
            self._open(self.result.of_entries(entries))

    def on_choosing_screen_asked(self, message: ChoosingScreen.Asked) -> None:
        """Another list over this one."""
        if self.screen is not self._list:
            return
        self._open_list(message.key)

    def _open_list(self, key: Action | str | None) -> None:
        """Open the list of that key, and from it the next one that is asked for."""
        if key == "skipped":
            self.push_screen(skipped_screen(self._failures, self.read_count, self.palette), self._open_list)
        elif key == "help":
            self.push_screen(help_screen(self.palette, self.keys), self._open_list)
        elif key and self._list:
            self._list.table.say(UNOPENED)

    def on_choosing_screen_left(self, _message: ChoosingScreen.Left) -> None:
        """Nothing more shall be read."""
        if self.screen is self._list:
            self.exit(ExitCode.DONE)

    def _open(self, articles: tuple[Article, ...]) -> None:
        if not articles:
            assert self._list
            failure = self._failures[-1] if self._failures else None
            self._list.table.say(
                f"not read: {failure.source}: {failure.reason}" if failure else "holds no text to read"
            )
            return
        reader = self.new_reader(Story(articles), self._place(articles))
        self.push_screen(reader)
        said = f"{press('stories')} goes back to the list" if self._list else self._said()  # the list has said the rest
        self._stopped = ""
        if said:
            reader.run_worker(_greet(reader, said))

    def _place(self, articles: tuple[Article, ...]) -> str:
        """Which story of the pile these articles are, in words; empty where they are none of it."""
        stories = self.result.pile.stories if self.result.pile else ()
        place = next((n for n, story in enumerate(stories, 1) if story.articles is articles), None)
        return f"STORY {place} of {len(stories)}" if place else ""

    def choose_again(self, reader: ReaderScreen) -> bool:
        """Leave the story for the list it was chosen from; False where there is none."""
        if self._list is None or self.screen is not reader:
            return False
        self._entries = ()
        self._reader = None
        self._list.unmark()
        self.pop_screen()
        if reader.desk:
            self.run_worker(self._put_away(reader.desk, self._list.table.say, self.hold_keys()))
        return True

    async def _put_away(self, desk: Desk, say: Callable[[str], None], let_go: Callable[[], None]) -> None:
        """Write what is not on the disk yet of a story that was left, and the place in it.

        Keys wait for it: a story that is opened again at once goes on where it was left.
        """
        try:
            lost = await asyncio.to_thread(desk.leave, lambda: self.call_from_thread(say, "writing what you kept …"))
        finally:
            let_go()
        if lost:
            say(f"not everything could be kept: {lost}")


async def _greet(reader: ReaderScreen, said: str) -> None:
    """Say something once the library has said what it has to."""
    while reader.desk and not reader.desk.ready:
        await asyncio.sleep(_SOON)
    reader.dispatch(Say(said))


def _articles(items: Sequence[Item]) -> tuple[Article, ...]:
    """The articles of stories and of those that stand alone, in the order in which they were marked."""
    if len(items) == 1 and isinstance(items[0], StoryGroup):
        return items[0].articles
    found: list[Article] = []
    for item in items:
        if isinstance(item, StoryGroup):
            found += item.articles
        elif isinstance(item, Article):
            found.append(item)
    return tuple(found)


def choose_another(reader: ReaderScreen) -> None:
    """The key that goes back to what the story was chosen from."""
    app = reader.app
    if not (isinstance(app, FrontApp) and app.choose_again(reader)):
        reader.dispatch(Say("there is one story only; variorum without a source lists those read before"))


def run_front(
    bringing: Bringing, wish: Wish, *, settings: Settings, library: Path | None = None
) -> tuple[ExitCode, ReadResult]:
    """Read on, let choose, and open the reader; returns when all is left, with what was read.

    Raises:
        UsageError: There is no such story.
    """
    app = FrontApp(bringing, wish, settings=settings, palette=palette_here(settings), library=library)
    status = app.run(mouse=settings.mouse)
    bringing.stop()
    if app.error:
        raise app.error
    return put_down(app, status), app.result
