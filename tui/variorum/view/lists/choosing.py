"""What sources gave, to choose from: the stories of a pile, the entries of feeds, and what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import takewhile

from variorum.engine.nouns import Article
from variorum.reading.document import Entry, Failure
from variorum.reading.grouping import Grouping, StoryGroup
from variorum.text.searching import saying
from variorum.view.keys import press
from variorum.view.layout.lines import bar
from variorum.view.lists.columns import Column
from variorum.view.lists.table import LazyRows, Line, Row, Table, View
from variorum.view.outlets import outlets_of

Glyph = Callable[[str], str]
Item = StoryGroup | Article | Entry
"""What can be chosen: a story, an article that stands alone, an entry of a feed."""

STORY_ORDERS = ("largest first", "newest first", "by name")
_KEYS = (("list-enter", "open"), ("list-mark", "mark"))
ENTRY_ORDERS = ("as the feed has them", "newest first", "by title")


def stories_view(pile: Grouping, marked: Collection[int], glyph: Glyph) -> View:
    """The stories of a pile and, under a heading, the articles that stand alone.

    A row's key is its `StoryGroup` or `Article`.

    Args:
        marked: `id()` of those that are marked, looked at whenever the list is made.
    """
    every = [article for story in pile.stories for article in story.articles] + [*pile.singletons]
    dated = any(article.published for article in every)

    def build(order: int, wanted: int, query: str) -> Table:
        stories = saying(query, pile.stories, _story_words)
        alone = saying(query, pile.singletons, _article_words)
        if order == 1:
            stories.sort(key=lambda s: max((a.published or "" for a in s.articles), default=""), reverse=True)
            alone.sort(key=lambda a: a.published or "", reverse=True)
        elif order == 2:
            stories.sort(key=lambda s: s.name.casefold())
            alone.sort(key=lambda a: (a.title or a.id).casefold())
        heading = f"STANDING ALONE {glyph('dot')} {len(alone)}"
        items: list[object] = [*stories, *([heading, *alone] if alone and wanted != 1 else [])]
        items = [*([heading] if alone else []), *alone] if wanted == 2 else items
        rows = LazyRows(items, lambda place: _row(items[place], marked, glyph, dated=dated))
        columns = (
            Column("story", 40, wish=50),
            Column("outlets", 7, 7),
            *((Column("dates", 18, 18, drop=1),) if dated else ()),
            Column("which", 30, 80, drop=2),
        )
        counts = f"{len(pile.stories)} stories {glyph('dot')} {len(every):,} articles"
        if pile.singletons:
            counts += f" {glyph('dot')} {len(pile.singletons)} alone"
        return Table("STORIES", columns, rows, _with_marked(counts, marked), empty="no such story")

    filters = ("all", "stories", "standing alone") if pile.singletons and pile.stories else ("all",)
    return View("stories", build, STORY_ORDERS, filters, _KEYS, leave="quit")


def _with_marked(counts: str, marked: Collection[int]) -> str:
    if len(marked) == 1:
        return f"1 marked: {press('list-enter')} opens it"
    return f"{len(marked)} marked: {press('list-enter')} opens them as one story" if marked else counts


def _story_words(story: StoryGroup) -> str:
    return " ".join((story.name, *(_article_words(a) for a in story.articles)))


def _article_words(article: Article) -> str:
    return " ".join(filter(None, (article.title, article.outlet, article.id, article.published)))


def _row(item: object, marked: Collection[int], glyph: Glyph, *, dated: bool) -> Row:
    if isinstance(item, str):
        return Row((((item, "strong"),),), heading=True)
    assert isinstance(item, StoryGroup | Article)
    articles = item.articles if isinstance(item, StoryGroup) else (item,)
    name = item.name if isinstance(item, StoryGroup) else item.title or item.id
    by = outlets_of(articles)
    cells: tuple[Line, ...] = (
        _name(name, item, marked, glyph, strong=len(articles) > 1),
        ((str(len(by)), "" if len(by) > 1 else "quiet"),),
        *((((dates(articles), "quiet"),),) if dated else ()),
        ((", ".join(o.name for o in by), "quiet"),),
    )
    any_date = any(article.published for article in articles)
    detail = tuple(_told(outlet.name, articles[n], dated=any_date) for outlet in by for n in outlet.members)
    return Row(cells, detail=detail, key=item)


def _told(outlet: str, article: Article, *, dated: bool) -> tuple[Line, Line]:
    """An article's outlet and title, or where it has none its source; with its date where any of the story has one."""
    name = f"{outlet} {article.version.name}" if article.version else outlet
    date = f"{(article.published or '')[:10] or 'no date':10}  " if dated else ""
    title = (article.title, "") if article.title else (article.source, "quiet")
    return ((name, "strong"),), ((date, "quiet"), title)


def _name(name: str, item: object, marked: Collection[int], glyph: Glyph, *, strong: bool) -> Line:
    if id(item) in marked:
        return ((f"{glyph('kept')} ", "accent"), (name, "accent"))
    return ((name, "strong" if strong else ""),)


def dates(articles: Sequence[Article]) -> str:
    """From when to when articles were published, as ISO days; empty where none says."""
    known = sorted(a.published[:10] for a in articles if a.published)
    if not known or known[0] == known[-1]:
        return known[0] if known else ""
    last = known[-1]
    return f"{known[0]} – {last[5:] if last[:5] == known[0][:5] else last[:7]}"


def entries_view(entries: Sequence[Entry], marked: Collection[int], glyph: Glyph) -> View:
    """What feeds list; a row's key is its `Entry`. `marked` as for the stories."""
    feeds = {entry.feed for entry in entries}
    several = len(feeds) > 1

    def build(order: int, wanted: int, query: str) -> Table:
        found = saying(query, entries, lambda e: f"{e.title} {e.feed} {e.summary} {e.url}")
        if order == 1:
            found.sort(key=lambda e: e.published or "", reverse=True)
        elif order == 2:
            found.sort(key=lambda e: e.title.casefold())
        rows = LazyRows(found, lambda place: _entry(found[place], marked, glyph, several=several))
        columns = (
            Column("title", 24, wish=38),
            *((Column("outlet", 10, 24, drop=2),) if several else ()),
            Column("date", 16, 16, drop=1),
        )
        note = f"{len(entries)} entries of " + (f"{len(feeds)} feeds" if several else "".join(feeds))
        return Table("ENTRIES", columns, rows, _with_marked(note, marked), empty="no such entry")

    return View("entries", build, ENTRY_ORDERS, keys=_KEYS, leave="quit")


def _entry(entry: Entry, marked: Collection[int], glyph: Glyph, *, several: bool) -> Row:
    cells: tuple[Line, ...] = (
        _name(entry.title, entry, marked, glyph, strong=False),
        *((((entry.feed, "quiet"),),) if several else ()),
        (((entry.published or "")[:16].replace("T", " "), "quiet"),),
    )
    detail: tuple[tuple[Line, Line], ...] = (((("title", "quiet"),), ((entry.title, "strong"),)),)
    detail += (((("says", "quiet"),), ((entry.summary, ""),)),) if entry.summary else ()
    place = entry.url or "no address: only what the feed itself says can be read"
    return Row(cells, detail=(*detail, ((("address", "quiet"),), ((place, ""),))), key=entry)


def skipped_view(failures: Sequence[Failure], read: int) -> View:
    """What could not be read, why, and what to do; of paths in one folder only what tells them apart is listed."""
    folder = common_folder([failure.source for failure in failures])

    def build(order: int, wanted: int, query: str) -> Table:
        found = saying(query, failures, lambda f: f"{f.source} {f.reason} {f.hint}")
        if order:
            found.sort(key=lambda f: f.reason)
        rows = LazyRows(found, lambda place: _skipped(found[place], folder))
        columns = (Column("source", 20, wish=36), Column("why", 20, rows=2))
        note = f"{read:,} read, {len(failures):,} not"
        return Table("NOT READ", columns, rows, note, empty="everything was read" if not failures else "no such source")

    return View("skipped", build, ("as they came", "by reason") if len(failures) > 1 else ("",))


def common_folder(sources: Sequence[str]) -> str:
    """What all of several sources begin with, up to its last stroke; empty for one and where that says little."""
    folders = (source.split("/")[:-1] for source in sources)
    same = takewhile(lambda parts: len(set(parts)) == 1, zip(*folders, strict=False))
    begin = "".join(f"{parts[0]}/" for parts in same) if len(sources) > 1 else ""
    return begin if begin.strip("/") else ""


def _skipped(failure: Failure, folder: str) -> Row:
    detail = tuple(
        (((label, "quiet"),), ((words, ""),))
        for label, words in (("source", failure.source), ("why", failure.reason), ("hint", failure.hint))
        if words
    )
    name = failure.source.removeprefix(folder)
    return Row((((name, ""),), ((failure.reason, "disagrees"),)), detail=detail, key=failure)


def progress_view(stage: str, now: str, done: int, total: int, failures: Sequence[Failure], glyph: Glyph) -> View:
    """How far reading is, what is being read `now`, and what was skipped so far, the last first."""

    def build(order: int, wanted: int, query: str) -> Table:
        return Table(stage.upper(), (Column("", 16, 30), Column("", 20)), [*rows()], note, head=False)

    def rows() -> Iterator[Row]:
        part = done / total if total else 0.0
        yield Row(
            (((bar(part, 40, glyph("full"), glyph("empty")), "accent"), (f"  {done:,} of {total:,}", "")),),
            heading=True,
            air=0 if now else 1,
        )
        if now:
            yield Row((((now, "quiet"),),), heading=True, air=1)
        if failures:
            yield Row((((f"NOT READ {glyph('dot')} {len(failures)}", "strong"),),), heading=True)
        shown = failures[-200:]
        folder = common_folder([failure.source for failure in shown])
        for failure in reversed(shown):
            name = failure.source.removeprefix(folder)
            yield Row((((name, ""),), ((failure.reason, "disagrees"),)), key=failure)

    note = f"{len(failures):,} skipped" if failures else ""
    return View("progress", build, keys=(("quit", "quit"),), leave="stop, and open what was read", help=False)
