"""The screen of what a set holds: go there, put what has lost its place on a sentence, remove it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.engine.keeping.nouns import Highlight
from variorum.engine.nouns import Article, Story
from variorum.errors import LibraryError
from variorum.library import Library, highlights
from variorum.library.sets import DEFAULT_NAME
from variorum.text.sanitise import clean_line
from variorum.ui.commands.notes import completing, tags_of
from variorum.ui.screens.dialog import AskLine, AskText, Menu
from variorum.ui.screens.listing import TableScreen
from variorum.ui.widgets.table import TableView
from variorum.view.actions import GoTo
from variorum.view.keeping.bridge import held_in, set_record
from variorum.view.keeping.standing import Standing, put_on, settled_there, touched
from variorum.view.keys import press
from variorum.view.lists.choices import Choice, choices_view
from variorum.view.lists.held import held_view
from variorum.view.lists.table import View
from variorum.view.palette import Palette

if TYPE_CHECKING:
    from variorum.ui.keeping.desk import Desk

PUT, NEAREST, LOOK, SURE, REMOVE = "put", "nearest", "look", "sure", "remove"


class HeldScreen(TableScreen):
    """What the set on the screen holds; it is dismissed with what the reader's screen shall do, or a key to press.

    Args:
        held: Its highlights, and where they stand.
        desk: Where they are changed.
        story: The articles as they are shown.
        cursors: The sentence under the cursor of each article that is in a pane, the active one's first.
        tags: Those of the whole library, to choose from.
    """

    def __init__(
        self,
        held: Sequence[Standing],
        desk: Desk,
        story: Story,
        cursors: dict[str, int],
        tags: Sequence[str],
        palette: Palette,
    ) -> None:
        super().__init__()
        self._held, self._known = held, tags
        self._desk, self._story, self._cursors, self._palette = desk, story, cursors, palette
        self.table = TableView(self._view(), palette)

    def _view(self) -> View:
        return held_view(self._desk.keeper.set_name or DEFAULT_NAME, self._held, self._story, self._palette.glyph)

    def on_table_view_chosen(self, message: TableView.Chosen) -> None:
        """Go there; for what has lost its place, ask what to do."""
        message.stop()
        standing = message.row.key
        if isinstance(standing, Standing) and standing.orphan:
            self._ask(standing)
        elif message.row.target is not None:
            self.dismiss(message.row.target)

    def on_table_view_pressed(self, message: TableView.Pressed) -> None:
        """Do what a key of this list stands for."""
        message.stop()
        standing = message.row.key if message.row else None
        if message.key in ("held-undo", "held-redo"):
            self._desk.run(self._back(again=message.key == "held-redo"))
        elif not isinstance(standing, Standing):
            return
        elif message.key == "held-remove":
            self._do(standing, REMOVE)
        elif message.key == "held-note":
            self._note(standing.highlight)
        elif message.key == "held-tags":
            self._tags(standing.highlight)
        elif standing.orphan or standing.moved:
            self._ask(standing)
        else:
            self.table.say("it stands where it stood")

    def _ask(self, standing: Standing) -> None:
        """What is to be done with a highlight that does not stand where it stood."""
        choices: list[Choice] = []
        if standing.moved:
            choices.append((SURE, "this is its place", f"found again, {standing.sure:.0%} sure: keep it there"))
        elif (here := self._under_cursor(standing)) is not None:
            article, sentence = here
            choices.append((PUT, "put it on the cursor's sentence", article.sentence_text(sentence)))
        if (near := _nearest(standing)) is not None:
            article, sentence = near
            choices.append((NEAREST, "put it on the one most like it", article.sentence_text(sentence)))
            choices.append((LOOK, "look at that one first", f"{press('held')} comes back here"))
        choices += [(REMOVE, "remove it", f"{press('held-undo')} brings it back"), (None, "leave it as it is", "")]
        title = "IT HAS LOST ITS PLACE" if standing.orphan else "IT WAS FOUND AGAIN"
        if standing.shut:
            title = "ITS ARTICLE IS NOT OPEN"

        def chosen(answer: object) -> None:
            if isinstance(answer, str):
                self._do(standing, answer)

        view = choices_view("place", choices)
        words = _words(standing.highlight)
        self.app.push_screen(Menu(title, view, self._palette, 2 * len(choices), about=words), chosen)

    def _under_cursor(self, standing: Standing) -> tuple[Article, int] | None:
        """The sentence that takes what was lost: of the same article, or of any where that one is not open."""
        lost_in = standing.lost[0][0].article
        if lost_in in self._cursors:
            return self._story.article(lost_in), self._cursors[lost_in]
        if any(article.id == lost_in for article in self._story.articles):
            return None
        id, sentence = next(iter(self._cursors.items()))
        return self._story.article(id), sentence

    def _do(self, standing: Standing, what: str) -> None:
        highlight = standing.highlight
        near = _nearest(standing)
        if what == LOOK and near is not None:
            self.dismiss(GoTo(near[1], article=near[0].id))
        elif what == NEAREST and near is not None:
            self._write(put_on(standing, *near), "it stands on the sentence most like it now")
        elif what == SURE:
            self._write(settled_there(standing), "it stands there for sure now")
        elif what == PUT and (here := self._under_cursor(standing)) is not None:
            self._write(put_on(standing, *here), "it stands on the sentence under the cursor now")
        elif what == REMOVE:

            def remove(library: Library, set_id: str) -> None:
                highlights.drop(library, set_id, highlight.id)

            self._alter(remove, f"removed; {press('held-undo')} brings it back")

    def _note(self, highlight: Highlight) -> None:
        def done(text: str | None) -> None:
            if text is not None and text != highlight.note:
                self._write(replace(highlight, note=text), "note kept" if text else "note taken away")

        self.app.push_screen(AskText("NOTE", self._palette, highlight.note, about=_words(highlight)), done)

    def _tags(self, highlight: Highlight) -> None:
        def done(line: str | None) -> None:
            tags = highlight.tags if line is None else tuple(tags_of(line))
            if tags != highlight.tags:
                self._write(replace(highlight, tags=tags), f"tagged {', '.join(tags)}" if tags else "tags taken away")

        value, complete = ", ".join(highlight.tags), completing(self._known)
        dialog = AskLine("TAGS", self._palette, value, complete, about=_words(highlight))
        dialog.hint = "with commas between them"
        self.app.push_screen(dialog, done)

    def _write(self, highlight: Highlight, said: str) -> None:
        def write(library: Library, set_id: str) -> None:
            found = set_record(library, self._desk.keeper.story, set_id)
            highlights.keep(library, self._desk.keeper.story, highlight, set_id=found.id if found else None)

        self._alter(write, said)

    def _alter(self, work: Callable[[Library, str], None], said: str) -> None:
        shown = self._desk.keeper.set

        def altered(library: Library, story: str) -> str | None:
            record = set_record(library, story, shown)
            if record is None:
                raise LibraryError("the set is not there any more")
            work(library, record.id)
            return shown

        async def do() -> None:
            await self._refresh(await self._desk.alter(altered, said) or said)

        self._desk.run(do())

    async def _back(self, *, again: bool) -> None:
        await self._refresh(await self._desk.leap(again=again))

    async def _refresh(self, said: str) -> None:
        keeper = self._desk.keeper
        try:
            self._held = await keeper.ask(
                lambda library: held_in(library, keeper.story, keeper.set, self._story.articles)
            )
        except LibraryError as error:
            self.table.say(str(error))
            return
        self.table.show(self._view())
        self.table.say(said)


def _words(highlight: Highlight) -> str:
    """The words that are kept, of every side."""
    return " / ".join(clean_line(anchor.exact) for anchor in highlight.anchors)


def _nearest(standing: Standing) -> tuple[Article, int] | None:
    """The sentence most like the words that were lost first, where there is one."""
    if not standing.lost:
        return None
    anchor, lost = standing.lost[0]
    article = standing.articles.get(anchor.article)
    if article is None or lost.nearest is None:
        return None
    found = touched(article, lost.nearest)
    return (article, found[0]) if found else None
