"""`variorum highlights`: what is kept, from the command line."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import replace

from variorum.cli.keeping import (
    found_json,
    found_line,
    one_highlight,
    open_library,
    pick_anchor,
    print_json,
    story_of,
    text_argument,
)
from variorum.cli.output import print_text
from variorum.cli.talk import say
from variorum.engine.keeping.anchors import Settled, settle
from variorum.engine.keeping.auto_sets import KINDS, AutoSet, automatic_set, offered
from variorum.engine.keeping.nouns import Highlight, HighlightKind
from variorum.engine.keeping.places import Place
from variorum.errors import ExitCode, UsageError
from variorum.library import Library, highlights, sets, stories
from variorum.library.highlights import Found
from variorum.library.rows import SetRecord
from variorum.library.stories import StoryRecord
from variorum.text.sanitise import clean_line


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="list the sets, or the highlights of one")
    listing.add_argument("set", nargs="?", metavar="SET", help="a set's name or id, or a story's name")
    listing.add_argument("--json", action="store_true", help="as JSON")
    _configure_add(actions.add_parser("add", help="keep words of a story, or an automatic set; prints the ids"))
    removing = actions.add_parser("rm", help="remove highlights, or a whole set")
    removing.add_argument("ids", nargs="*", metavar="ID", help="ids of highlights, or their first 8 signs")
    removing.add_argument("--set", metavar="SET", help="remove this set and all it holds")
    removing.add_argument(
        "--in", dest="within", metavar="SET", help="of the highlights in this set, where several hold them"
    )
    _configure_edit(actions.add_parser("edit", help="change tags, note, kind or colour of highlights"))
    renaming = actions.add_parser("rename", help="give a set another name")
    renaming.add_argument("set", metavar="SET")
    renaming.add_argument("name", metavar="NAME")
    merging = actions.add_parser("merge", help="move all that a set holds into another, and remove it")
    merging.add_argument("into", metavar="INTO")
    merging.add_argument("other", metavar="OTHER")
    comparing = actions.add_parser("compare", help="what is in one set and not in the other")
    comparing.add_argument("first", metavar="SET")
    comparing.add_argument("second", metavar="SET")
    comparing.add_argument("--json", action="store_true", help="as JSON")


def _configure_add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="the story's articles")
    parser.add_argument("--exact", action="append", default=[], metavar="WORDS", help="the words; twice for a pair")
    parser.add_argument(
        "--article", metavar="ID", help="the article that the words stand in; else the first that has them"
    )
    parser.add_argument(
        "--automatic", choices=KINDS, help="keep a whole automatic set; `only` and `left-out` need --article"
    )
    parser.add_argument("--set", metavar="SET", help="the set, made if need be; without it the story's default set")
    parser.add_argument("--kind", choices=[k.value for k in HighlightKind], default=HighlightKind.OWN.value)
    parser.add_argument("--tag", action="append", default=[], metavar="TAG")
    parser.add_argument("--note", metavar="TEXT", help="a note; - reads it from standard input")


def _configure_edit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID", help="ids of highlights, or their first 8 signs")
    parser.add_argument("--in", dest="within", metavar="SET", help="in this set, where several hold them")
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help="add a tag")
    parser.add_argument("--untag", action="append", default=[], metavar="TAG", help="take a tag away")
    parser.add_argument("--kind", choices=[k.value for k in HighlightKind])
    parser.add_argument("--note", metavar="TEXT", help="in place of the note there is; - reads it, and '' removes it")
    parser.add_argument("--colour", metavar="NAME", help="a colour; '' takes it away")
    parser.add_argument("--json", action="store_true", help="print the highlights as JSON")


def run(options: argparse.Namespace) -> ExitCode:
    """Do what the action says.

    Raises:
        UsageError: What is named does not exist.
        LibraryError: The library cannot be read or written.
    """
    with open_library() as library:
        _ACTIONS[options.action](library, options)
    return ExitCode.DONE


def set_of(library: Library, story: StoryRecord, name: str | None) -> str | None:
    """The id of a story's set by name or id, made if there is none; None stands for the default set.

    Raises:
        LibraryError: It cannot be made.
    """
    if name is None:
        return None
    wanted = clean_line(name)
    for record in sets.list_sets(library, story.id):
        if wanted in (record.name, record.id):
            return record.id
    return sets.create_set(library, story.id, wanted).id


def _list(library: Library, options: argparse.Namespace) -> None:
    if options.set is None:
        records = sets.list_sets(library)
        if options.json:
            print_json([_set_json(r) for r in records])
        else:
            print_text("".join(f"{_set_line(r)}\n" for r in records), exact=False)
        return
    record = sets.find_set(library, options.set)
    kept = sets.load_set(library, record.id).highlights
    settled = settle(kept, stories.load_story(library, record.story).articles)
    if options.json:
        print_json([found_json(Found(record, h)) | _standing_json(settled.places[h.id]) for h in kept])
    else:
        lines = [f"{found_line(Found(record, h))}{_standing(settled, h.id)}\n" for h in kept]
        print_text("".join(lines), exact=False)


def _add(library: Library, options: argparse.Namespace) -> None:
    if bool(options.exact) == bool(options.automatic):
        raise UsageError("name the words to keep with --exact, or a set with --automatic")
    note = text_argument(options.note) if options.note is not None else ""
    story = story_of(library, options.sources)
    if options.automatic:
        wanted = _automatic(story, options)
    else:
        # With two or more words to mark, --article can be true of the first only.
        anchors = tuple(
            pick_anchor(story.articles, words, options.article if n == 0 else None)
            for n, words in enumerate(options.exact)
        )
        wanted = [Highlight("", HighlightKind(options.kind), anchors)]
    marked = [replace(h, tags=tuple(options.tag), note=note) for h in wanted]
    if not marked:
        say("there is nothing of that kind in this story")
        return
    if options.automatic:  # what the set holds already keeps its tags and notes
        sets.fill_set(library, story.id, options.set, marked)
        kept = tuple(marked)
    else:
        kept = highlights.keep_all(library, story.id, marked, set_id=set_of(library, story, options.set))
    print_text("".join(f"{h.id}\n" for h in kept), exact=False)


def _automatic(story: StoryRecord, options: argparse.Namespace) -> list[Highlight]:
    from variorum.engine.story import compare  # noqa: PLC0415 - keeping words needs no comparison

    compared = compare(*story.articles)
    ids = [a.id for a in compared.articles]
    if options.automatic in ("only", "left-out") and options.article not in ids:
        raise UsageError(f"--automatic {options.automatic} needs --article", f"one of: {', '.join(ids)}")
    article = options.article if options.automatic in ("only", "left-out") else None
    name = next(s.name for s in offered(compared) if (s.kind, s.article) == (options.automatic, article))
    found = automatic_set(compared, AutoSet(options.automatic, name, article), name=story.name)
    if options.set is None:
        options.set = name
    return list(found.highlights)


def _remove(library: Library, options: argparse.Namespace) -> None:
    if bool(options.ids) == bool(options.set):
        raise UsageError("name highlights by their ids, or a set with --set")
    if options.set:
        sets.delete_set(library, sets.find_set(library, options.set).id)
        return
    for set_id, several in _by_set(one_highlight(library, id, options.within) for id in options.ids).items():
        highlights.drop_all(library, set_id, [found.highlight.id for found in several])


def _edit(library: Library, options: argparse.Namespace) -> None:
    if not (options.tag or options.untag or options.kind or options.note is not None or options.colour is not None):
        raise UsageError("say what to change", "--tag, --untag, --kind, --note or --colour")
    note = text_argument(options.note) if options.note else options.note
    edited = []
    for several in _by_set(one_highlight(library, id, options.within) for id in options.ids).values():
        record = several[0].set
        changed = [_edited(found.highlight, options, note) for found in several]
        kept = highlights.keep_all(library, record.story, changed, set_id=record.id)
        edited += [Found(record, highlight) for highlight in kept]
    if options.json:
        print_json([found_json(found) for found in edited])


def _edited(highlight: Highlight, options: argparse.Namespace, note: str | None) -> Highlight:
    gone = {clean_line(tag).removeprefix("#") for tag in options.untag}
    if missing := gone.difference(highlight.tags):
        raise UsageError(
            f"the highlight {highlight.id} has no tag {min(missing)}", f"it has: {', '.join(highlight.tags)}"
        )
    added = [clean_line(tag).removeprefix("#") for tag in options.tag]
    return replace(
        highlight,
        tags=tuple(dict.fromkeys([*(tag for tag in highlight.tags if tag not in gone), *added])),
        kind=HighlightKind(options.kind) if options.kind else highlight.kind,
        note=highlight.note if note is None else note,
        colour=highlight.colour if options.colour is None else clean_line(options.colour) or None,
    )


def _by_set(found: Iterable[Found]) -> dict[str, list[Found]]:
    """Highlights under the ids of their sets, each once."""
    sorted_out: dict[str, list[Found]] = {}
    for one in found:
        several = sorted_out.setdefault(one.set.id, [])
        if one not in several:
            several.append(one)
    return sorted_out


def _rename(library: Library, options: argparse.Namespace) -> None:
    sets.rename_set(library, sets.find_set(library, options.set).id, options.name)


def _merge(library: Library, options: argparse.Namespace) -> None:
    into, other = sets.find_set(library, options.into), sets.find_set(library, options.other)
    sets.merge_sets(library, into.id, other.id)


def _compare(library: Library, options: argparse.Namespace) -> None:
    records = [sets.find_set(library, options.first), sets.find_set(library, options.second)]
    first, second = (sets.load_set(library, r.id) for r in records)
    difference = sets.compare_sets(first, second)
    parts = (
        (f"only in {first.name}", "only_first", records[0], difference.only_first),
        (f"only in {second.name}", "only_second", records[1], difference.only_second),
        ("in both", "both", records[0], difference.both),
    )
    if options.json:
        print_json({key: [found_json(Found(record, h)) for h in held] for _, key, record, held in parts})
        return
    lines: list[str] = []
    for title, _, record, held in parts:
        lines += [f"{title}: {len(held)}", *(f"  {found_line(Found(record, h))}" for h in held)]
    print_text("".join(f"{line}\n" for line in lines), exact=False)


def _standing(settled: Settled, id: str) -> str:
    """In words how a highlight stands in the texts as they were read last, where it is not as it was."""
    sure = f"{settled.confidence[id]:.0%} sure"
    if id in settled.orphans:
        return "  [orphan: its words are no longer there]"
    if id in settled.changed:
        return f"  [its words have changed, {sure}]"
    return f"  [moved, {sure}]" if any(p and p.moved for p in settled.places[id]) else ""


def _standing_json(places: Sequence[Place | None]) -> dict[str, object]:
    """The same as data: a place for each anchor, null for one that has none."""
    return {
        "places": [
            {
                "start": p.start,
                "end": p.end,
                "confidence": round(p.confidence, 4),
                "moved": p.moved,
                "changed": p.changed,
            }
            if p
            else None
            for p in places
        ]
    }


def _set_json(record: SetRecord) -> dict[str, object]:
    return {
        "id": record.id,
        "name": record.name,
        "story": record.story_name,
        "default": record.is_default,
        "highlights": record.count,
        "created": record.created,
    }


def _set_line(record: SetRecord) -> str:
    default = " (default)" if record.is_default else ""
    return f"{record.id[:8]}  {record.count:>5}  {record.name}{default}  —  {record.story_name}"


_ACTIONS = {
    "list": _list,
    "add": _add,
    "edit": _edit,
    "rm": _remove,
    "rename": _rename,
    "merge": _merge,
    "compare": _compare,
}
