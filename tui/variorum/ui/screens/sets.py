"""The screen of highlight sets: choose one, make, rename, merge, remove or compare them, keep an automatic one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from variorum.engine.keeping.auto_sets import AutoSet, automatic_set, offered
from variorum.engine.keeping.nouns import Highlight
from variorum.engine.nouns import Story
from variorum.errors import LibraryError
from variorum.library import Library, sets
from variorum.library.rows import SetRecord
from variorum.ui.screens.dialog import AskLine, Menu
from variorum.ui.screens.listing import ListScreen, TableScreen
from variorum.ui.widgets.table import TableView
from variorum.view.actions import Action
from variorum.view.keeping.standing import stand
from variorum.view.keys import press
from variorum.view.lists.choices import choices_view
from variorum.view.lists.held import difference_view
from variorum.view.lists.sets import is_shown, sets_view, with_default
from variorum.view.lists.table import View
from variorum.view.palette import Palette

if TYPE_CHECKING:
    from variorum.ui.keeping.desk import Desk

Item = SetRecord | AutoSet


class SetsScreen(TableScreen):
    """The sets of a story; it is dismissed with what the reader's screen shall do, a key to press, or nothing.

    Args:
        records: The sets that the library has.
        desk: Where they are changed.
        story: As it is shown, with the reader's own links.
    """

    def __init__(self, records: Sequence[SetRecord], desk: Desk, story: Story, palette: Palette) -> None:
        super().__init__()
        self._records = with_default(records, desk.keeper.story)
        self._desk, self._story, self._palette = desk, story, palette
        self.table = TableView(self._view(), palette)
        here = next((r for r in self._records if is_shown(r, desk.keeper.set)), None)
        self.table.listing.rebuild(key=here)

    def _view(self) -> View:
        return sets_view(self._records, self._desk.keeper.set, self._story, self._palette.glyph)

    def on_table_view_chosen(self, message: TableView.Chosen) -> None:
        """Show the set; an automatic one is kept first."""
        message.stop()
        item = message.row.key
        if isinstance(item, AutoSet):
            self._keep(item)
        elif isinstance(item, SetRecord) and is_shown(item, self._desk.keeper.set):
            self.dismiss(None)
        elif isinstance(item, SetRecord):
            said = f"{item.name}: {item.count} kept; what you keep now goes there"
            self._alter(lambda _library, _story: item.id or None, said, leave=True)

    def on_table_view_pressed(self, message: TableView.Pressed) -> None:
        """Do what a key of this list stands for."""
        message.stop()
        item = message.row.key if message.row else None
        if message.key == "sets-new":
            self._new()
        elif message.key in ("sets-undo", "sets-redo"):
            self._desk.run(self._back(again=message.key == "sets-redo"))
        elif message.key == "sets-compare" and isinstance(item, Item):
            self._other(
                f"COMPARE {self._quoted(item)} WITH", item, lambda other: self._compare(item, other), automatic=True
            )
        elif isinstance(item, AutoSet):
            self.table.say(f"{press('list-enter')} keeps it as a set first")
        elif isinstance(item, SetRecord) and not item.id:
            self.table.say("it holds nothing yet")
        elif isinstance(item, SetRecord):
            self._change(message.key, item)

    def _new(self) -> None:
        def named(name: str | None) -> None:
            if name:
                said = f"{name}: a new set; what you keep now goes there"
                self._alter(lambda library, story: sets.create_set(library, story, name).id, said, leave=True)

        self.app.push_screen(AskLine("NAME of the new set", self._palette), named)

    def _change(self, key: str, item: SetRecord) -> None:
        shown = self._desk.keeper.set
        if key == "sets-rename":

            def named(name: str | None) -> None:
                def rename(library: Library, _story: str) -> str | None:
                    sets.rename_set(library, item.id, name or "")
                    return shown

                if name and name != item.name:
                    self._alter(rename, f"{item.name} is called {name} now")

            self.app.push_screen(AskLine(f"NAME of {self._quoted(item)}", self._palette, item.name), named)
        elif key == "sets-merge":
            self._other(f"MERGE {self._quoted(item)} INTO", item, lambda other: self._merge(item, other))
        else:

            def remove(library: Library, _story: str) -> str | None:
                sets.delete_set(library, item.id)
                return None if item.id == shown else shown

            self._alter(remove, f"{item.name} is removed; {press('sets-undo')} brings it back")

    def _quoted(self, item: Item) -> str:
        """What a set is called, in quotation marks: its name may be any words."""
        return f"{self._palette.glyph('open quote')}{item.name}{self._palette.glyph('close quote')}"

    def _merge(self, item: SetRecord, other: Item) -> None:
        if not isinstance(other, SetRecord):
            return
        gone, shown = is_shown(item, self._desk.keeper.set), self._desk.keeper.set

        def merge(library: Library, story: str) -> str | None:
            into = other.id or sets.default_set(library, story).id
            sets.merge_sets(library, into, item.id)
            return into if gone else shown

        self._alter(merge, f"{item.name} is part of {other.name} now; {press('sets-undo')} parts them")

    def _keep(self, wanted: AutoSet) -> None:
        story = self._story

        def keep(library: Library, id: str) -> str | None:
            return sets.fill_set(library, id, wanted.name, automatic_set(story, wanted).highlights).id

        self._alter(keep, f"kept as it is: {wanted.name}", leave=True)

    def _other(self, title: str, item: Item, done: Callable[[Item], None], *, automatic: bool = False) -> None:
        """Ask for another set."""
        every: list[Item] = [*self._records, *(offered(self._story) if automatic and self._story.comparisons else ())]
        others = [other for other in every if other != item]
        if not others:
            self.table.say("there is no other set")
            return
        choices = [(n, other.name, _count(other)) for n, other in enumerate(others)]

        def chosen(place: object) -> None:
            if isinstance(place, int):
                done(others[place])

        view = choices_view("others", choices)
        self.app.push_screen(Menu(title, view, self._palette, min(8, len(others))), chosen)

    def _compare(self, first: Item, second: Item) -> None:
        self._desk.run(self._compared(first, second))

    async def _compared(self, first: Item, second: Item) -> None:
        try:
            one, other = await self._desk.keeper.ask(
                lambda library: (self._held(library, first), self._held(library, second))
            )
        except LibraryError as error:
            self.table.say(str(error))
            return
        difference = sets.compare_highlights(one, other)
        articles = self._story.articles
        groups = [
            (f"only in {first.name}", stand(difference.only_first, articles)),
            (f"only in {second.name}", stand(difference.only_second, articles)),
            ("in both", stand(difference.both, articles)),
        ]
        view = difference_view((first.name, second.name), groups, self._story, self._palette.glyph)
        self.app.push_screen(ListScreen(view, self._palette), self._jump)

    def _jump(self, answer: Action | str | None) -> None:
        if answer is not None:
            self.dismiss(answer)

    def _held(self, library: Library, item: Item) -> tuple[Highlight, ...]:
        if isinstance(item, AutoSet):
            return automatic_set(self._story, item).highlights
        return sets.load_set(library, item.id).highlights if item.id else ()

    def _alter(self, work: Callable[[Library, str], str | None], said: str, *, leave: bool = False) -> None:
        self._desk.run(self._altered(work, said, leave=leave))

    async def _altered(self, work: Callable[[Library, str], str | None], said: str, *, leave: bool) -> None:
        if wrong := await self._desk.alter(work, said):
            self.table.say(wrong)
        elif leave:
            self.dismiss(None)
        else:
            await self._refresh(said)

    async def _back(self, *, again: bool) -> None:
        await self._refresh(await self._desk.leap(again=again))

    async def _refresh(self, said: str) -> None:
        row = self.table.listing.row
        before = row.key if row else None
        try:
            records = await self._desk.keeper.ask(lambda library: sets.list_sets(library, self._desk.keeper.story))
        except LibraryError as error:
            self.table.say(str(error))
            return
        self._records = with_default(records, self._desk.keeper.story)
        same = (r for r in self._records if isinstance(before, SetRecord) and r.id == before.id)
        self.table.show(self._view(), key=next(same, before))
        self.table.say(said)


def _count(item: Item) -> str:
    return f"{item.count} kept" if isinstance(item, SetRecord) else "ready-made"
