"""What was changed from each version of an article to the next, title first, with the words that differ marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from variorum.engine.labels import place_of
from variorum.engine.nouns import Article, Story
from variorum.engine.revisions import Edit, EditKind, Revision, revisions
from variorum.text.counting import counted
from variorum.text.searching import saying
from variorum.view.actions import ShowPair
from variorum.view.lists.columns import Column
from variorum.view.lists.quotes import REWORDED, reworded
from variorum.view.lists.story_index import StoryIndex
from variorum.view.lists.table import LazyRows, Line, Row, Table, View, marked
from variorum.view.lists.word_marks import word_marks
from variorum.view.state import Side

Glyph = Callable[[str], str]

_LOOKS = {
    EditKind.TITLE: ("disagrees", "disagrees"),
    EditKind.BYLINE: ("disagrees", "disagrees"),
    EditKind.CHANGED: ("near", "near"),
    EditKind.ADDED: ("only here", "only right"),
    EditKind.REMOVED: ("removed", "only left"),
    EditKind.MOVED: ("moved", "identical"),
}
"""Glyph and style of each kind."""

Item = str | tuple[Revision, Edit]
"""A heading, or a change."""


def revisions_view(story: Story, glyph: Glyph) -> View:
    """The table of changes between versions."""
    index = StoryIndex(story)
    every = revisions(story)
    kinds = tuple(kind for kind in EditKind if any(edit.kind is kind for step in every for edit in step.edits))

    def build(order: int, wanted: int, query: str) -> Table:
        items: list[Item] = []
        count = 0
        for step in every:
            edits = [e for e in step.edits if not wanted or e.kind is kinds[wanted - 1]]
            edits = saying(query, edits, lambda e: f"{e.before} {e.after}")
            if edits or not (wanted or query):
                items += [_heading(index, step), *((step, edit) for edit in edits)]
            count += len(edits)
        return _table(index, items, count, glyph)

    filters = ("all", *(kind.value for kind in kinds))
    return View("what was changed", build, filters=filters, keys=(("list-enter", "read"), ("list-export", "export")))


def _table(index: StoryIndex, items: Sequence[Item], count: int, glyph: Glyph) -> Table:
    def make(place: int) -> Row:
        item = items[place]
        return Row((((item, "strong"),),), heading=True) if isinstance(item, str) else _row(*item, glyph)

    columns = (Column("", 9, 9), Column("before", 16, rows=0), Column("after", 16, rows=0))
    none = "no two versions of one article are open here: variorum article.txt@v1..v3, or files x.v1.txt and x.v2.txt"
    return Table("WHAT WAS CHANGED", columns, LazyRows(items, make), counted(count, "change"), empty=none)


def _heading(index: StoryIndex, step: Revision) -> str:
    when = step.b.version.date if step.b.version else None
    told = [(when or "")[:16].replace("T", " "), "" if step.edits else "the same title and words"]
    told += [f"{index.names[x.id]} is cut off: what it lacks is unknown" for x in (step.a, step.b) if x.cut_off]
    return "  ".join([f"{index.names[step.a.id]} → {index.names[step.b.id]}", *filter(None, told)])


def _row(step: Revision, edit: Edit, glyph: Glyph) -> Row:
    sign, style = _LOOKS[edit.kind]
    before, after = _sides(edit)
    cells = (
        ((f"{glyph(sign)} ", f"{style}/bold"), (edit.name, style)),
        _with_place(step.a, edit.a, before),
        _with_place(step.b, edit.b, after),
    )
    return Row(cells, _jump(step, edit), air=1, key=(step, edit))


def _sides(edit: Edit) -> tuple[Line, Line]:
    """The words of both sides, those that differ marked unless nearly all do; moved words once, where they are now."""
    if edit.kind is EditKind.MOVED:
        return (), ((edit.after, ""),)
    if not (edit.before and edit.after):
        return ((edit.before, ""),), ((edit.after, ""),)
    lines = []
    for words, marks in zip((edit.before, edit.after), word_marks(edit.before, edit.after), strict=True):
        spans = () if reworded(words, marks) > REWORDED else (*marks.other, *marks.extra)
        lines.append(marked(words, spans, "disagrees/underline"))
    return lines[0], lines[1]


def _with_place(article: Article, sentences: tuple[int, ...], words: Line) -> Line:
    return ((f"{place_of(article, sentences)}  ", "quiet"), *words) if sentences else words


def _jump(step: Revision, edit: Edit) -> ShowPair:
    """What opens the two versions there; what was added is looked at on the right."""
    if edit.a or not edit.b:
        return ShowPair(step.a.id, step.b.id, *((edit.a or (0,))[0], edit.b[0] if edit.b else None))
    return ShowPair(step.a.id, step.b.id, 0, edit.b[0], side=Side.RIGHT)
