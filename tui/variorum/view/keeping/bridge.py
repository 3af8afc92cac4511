"""What the reader's screen holds ↔ what the library keeps: the screen counts sentences, the library has anchors.

    found = open_kept(library, articles)                        when a story is opened: changes, orphans …
    write_difference(library, story, before, after)             after each step that changed `State.changes`, undo too
    records.save_session(library, id, session_of(state, story)) when it is left; `resume.resumed` is the way back

Everything here reads or writes the library, and so waits for the disk: call it from a worker, one call after the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from variorum.engine.digest import named_id
from variorum.engine.keeping.anchors import locate, make_anchor
from variorum.engine.keeping.nouns import Anchor, Highlight, ReaderLinks
from variorum.engine.nouns import Article, Comparison, Link, Span, Story
from variorum.engine.thresholds import THRESHOLD
from variorum.library import Library, highlights, records, sets, stories
from variorum.library.rows import SetRecord
from variorum.view.keeping.corrected import corrected, renumbered
from variorum.view.keeping.drafts import anchors_of
from variorum.view.keeping.standing import Standing, stand, touched
from variorum.view.marks import with_reader_links
from variorum.view.reducing.selection import part
from variorum.view.state import Changes, Kept

Made = tuple[str, tuple[int, ...], str, tuple[int, ...]]
_NAMESPACE = "5a1ce0b7-9d0e-5c55-8f5c-0c3b0b6f1f60"


@dataclass(frozen=True)
class Opened:
    """What the library has of a story.

    Attributes:
        story: Its id; empty where nothing of it has been kept yet.
        set: Id of the set that is shown, None for the default one.
        set_name: What it is called; empty for the default one.
        articles: Those given, with their corrections.
        changes: What is kept in the set, the links made and cut by hand, and the corrections.
        orphans: Highlights whose words are no longer in the texts.
        moved: Highlight id to how sure its place is, of those that do not stand as they stood.
        session: What `records.save_session` wrote last.
    """

    story: str
    articles: tuple[Article, ...]
    changes: Changes = field(default_factory=Changes)
    orphans: tuple[Highlight, ...] = ()
    moved: tuple[tuple[str, float], ...] = ()
    session: dict[str, object] | None = None
    set: str | None = None
    set_name: str = ""


def open_kept(
    library: Library, articles: Sequence[Article], *, set_id: str | None = None, resume: bool = False
) -> Opened:
    """What has been kept of the story of these articles; writes nothing.

    Args:
        set_id: The set to show; None takes the default one, and so does a set that is not there any more.
        resume: Without a set, show the one that was shown when the story was left.

    Raises:
        LibraryError: The library cannot be read.
    """
    story = stories.find_story(library, articles)
    if story is None:
        return Opened("", tuple(articles))
    fixes = records.corrections(library, story)
    put_right = corrected(articles, fixes)
    session = records.load_session(library, story)
    wanted = str(session.get("set")) if resume and set_id is None and session else set_id
    record = set_record(library, story, wanted) or set_record(library, story, None)
    held = sets.load_set(library, record.id).highlights if record else ()
    standing = stand(held, put_right)
    kept = tuple(_kept(found) for found in standing if not found.orphan)
    links = records.reader_links(library, story)
    made = tuple(m for m in (_made(put_right, anchors) for anchors in links.made) if m)
    cut = tuple((m[0], m[1][0], m[2], m[3][0]) for m in (_made(put_right, pair) for pair in links.cut) if m)
    return Opened(
        story,
        put_right,
        Changes(kept, made, cut, fixes),
        tuple(found.highlight for found in standing if found.orphan),
        tuple((found.highlight.id, found.sure) for found in standing if found.moved),
        session or None,
        None if record is None or record.is_default else record.id,
        "" if record is None or record.is_default else record.name,
    )


def set_record(library: Library, story: str, set_id: str | None) -> SetRecord | None:
    """The story's set of that id, or its default one for None; None where there is no such set.

    Raises:
        LibraryError: The library cannot be read.
    """
    records = sets.list_sets(library, story)
    return next((r for r in records if r.id == set_id or (set_id is None and r.is_default)), None)


def held_in(library: Library, story: str, set_id: str | None, articles: Sequence[Article]) -> tuple[Standing, ...]:
    """What a set of the story holds, and where it stands in the articles.

    Args:
        set_id: None is the default set.

    Raises:
        LibraryError: The library cannot be read.
    """
    return stand(_held(library, story, set_id), articles)


def write_difference(
    library: Library,
    story: Story,
    before: Changes,
    after: Changes,
    *,
    set_id: str | None = None,
    threshold: float | None = None,
    sources: Sequence[Article] = (),
) -> str:
    """Write what has changed on the screen, for example by one key or by undo; returns the id of the kept story.

    Args:
        story: With the corrections of `after`.
        sources: The articles as they were read, needed where `before` has other corrections.
        set_id: The set; None takes the default one.
        threshold: The score from which links are shown; None is the engine's own.

    Raises:
        LibraryError: It cannot be written; what was written before that stays, and trying again is fine.
    """
    id = _story(library, story)
    was = story
    if before.corrections != after.corrections:
        records.save_corrections(library, id, before.corrections, after.corrections)
        was = Story(corrected(sources, before.corrections))
    old = {highlight_id(id, was, k): k for k in before.kept}
    new = {highlight_id(id, story, k): k for k in after.kept}
    come = {key: k for key, k in new.items() if old.get(key) != k}
    gone = old.keys() - new.keys()
    if come or gone:
        there = {h.id: h for h in _held(library, id, set_id)}
        held_back = THRESHOLD if threshold is None else threshold
        written = [
            _highlight(story, after, key, k, there.get(key), held_back, known=key in old) for key, k in come.items()
        ]
        if written:
            highlights.keep_all(library, id, written, set_id=set_id)
        if gone & there.keys():
            held = set_id or sets.default_set(library, id).id
            highlights.drop_all(library, held, sorted(gone & there.keys()))
    before = renumbered(before, was.articles, story.articles)
    if (before.made, before.cut) != (after.made, after.cut):
        stored = records.reader_links(library, id)
        records.save_reader_links(library, id, stored, _links(story, stored, before, after))
    return id


def highlight_id(story_id: str, story: Story, kept: Kept) -> str:
    """The id of something kept: its own, or one made from what it marks, so that it need not be told back."""
    if kept.id:
        return kept.id
    marked = [f"{a.article}\t{a.start}\t{a.exact}" for a in anchors_of(story, kept)]
    return named_id(_NAMESPACE, story_id, *marked)


def _story(library: Library, story: Story) -> str:
    """The kept story; its texts are written only where the library has not read them yet."""
    id = stories.find_story(library, story.articles)
    if id and stories.find_by_hashes(library, map(stories.text_hash, story.articles)) == id:
        return id
    return stories.keep_story(library, story.articles).id


def _held(library: Library, story: str, set_id: str | None) -> tuple[Highlight, ...]:
    record = set_record(library, story, set_id)
    return sets.load_set(library, record.id).highlights if record else ()


def _highlight(
    story: Story, changes: Changes, id: str, kept: Kept, there: Highlight | None, threshold: float, *, known: bool
) -> Highlight:
    """What is kept as a highlight; of one that is in the library already only what a reader edits changes.

    One that the screen did not know to be there, as another session keeps it too, loses neither its note nor its tags.
    """
    if there is not None and not known:
        tags = tuple(dict.fromkeys((*there.tags, *kept.tags)))
        return replace(there, tags=tags, note=kept.note or there.note)
    if there is not None:
        return replace(there, kind=kept.kind, tags=kept.tags, note=kept.note, colour=kept.colour)
    link = _link(story, changes, kept)
    made = Highlight(id, kept.kind, anchors_of(story, kept), colour=kept.colour, tags=kept.tags, note=kept.note)
    return made.of(link, threshold) if link else made


def _link(story: Story, changes: Changes, kept: Kept) -> Link | None:
    """The link between the two sides, the engine's or the reader's, in the order in which they are kept."""
    if len(kept.sentences) != 2:
        return None
    (left, a), (right, b) = kept.sentences
    found: Comparison | None = story.comparison(left, right)
    if found is None:
        return None
    shown = with_reader_links(found, changes)
    return next((link for link in (*shown.links, *shown.related) if (link.a, link.b) == (a, b)), None)


def _kept(standing: Standing) -> Kept:
    highlight, sentences = standing.highlight, standing.sides
    span = _span(standing) if len(sentences) == 1 else None
    return Kept(highlight.kind, sentences, highlight.id, highlight.tags, highlight.note, highlight.colour, span)


def _span(standing: Standing) -> Span | None:
    """Where in its sentences a highlight of one article lies, if it is words that follow each other; else None."""
    [(id, sentences)] = standing.sides
    article = standing.articles[id]
    places = sorted((p.start, p.end) for p in standing.places if p)
    if any(article.text[a[1] : b[0]].strip() for a, b in pairwise(places)):
        return None
    first, last = article.sentences[sentences[0]], article.sentences[sentences[-1]]
    return part(article, (max(first.start, places[0][0]), min(places[-1][1], last.end)))[1]


def _made(articles: Sequence[Article], anchors: Iterable[Anchor]) -> Made | None:
    """The sentences of a link by hand; None where it names other articles, or has no place any more."""
    sides: dict[str, list[int]] = {}
    for anchor in anchors:
        article = next((a for a in articles if a.id == anchor.article), None)
        place = locate(article.text, anchor) if article else None
        if article is not None and place is not None:
            sides.setdefault(article.id, []).extend(touched(article, place))
    if len(sides) != 2 or not all(sides.values()):
        return None
    (left, a), (right, b) = sides.items()
    return (left, tuple(sorted(set(a))), right, tuple(sorted(set(b))))


def _links(story: Story, stored: ReaderLinks, before: Changes, after: Changes) -> ReaderLinks:
    """The record after the change: what was stored and is not gone, in its own words, and what has come."""
    made = [(m, _made(story.articles, m)) for m in stored.made]
    cut = [(c, _made(story.articles, c)) for c in stored.cut]
    gone_made = set(before.made) - set(after.made)
    gone_cut = {_wide(c) for c in set(before.cut) - set(after.cut)}
    there_made, there_cut = {where for _, where in made}, {where for _, where in cut}
    new_made = [_sides(story, m) for m in after.made if m not in there_made]
    new_cut = [_sides(story, _wide(c)) for c in after.cut if _wide(c) not in there_cut]
    return ReaderLinks(
        (*(m for m, where in made if where not in gone_made), *((*a, *b) for a, b in new_made)),
        (*(c for c, where in cut if where not in gone_cut), *((a[0], b[0]) for a, b in new_cut)),
    )


def _wide(cut: tuple[str, int, str, int]) -> Made:
    return (cut[0], (cut[1],), cut[2], (cut[3],))


def _sides(story: Story, made: Made) -> tuple[tuple[Anchor, ...], tuple[Anchor, ...]]:
    def anchors(id: str, indices: tuple[int, ...]) -> tuple[Anchor, ...]:
        article = story.article(id)
        return tuple(make_anchor(article, article.sentences[i].start, article.sentences[i].end) for i in indices)

    return anchors(made[0], made[1]), anchors(made[2], made[3])
