"""`variorum note`: notes from the command line. `add` ends with status 0 only when the note is on disk."""

from __future__ import annotations

import argparse
from dataclasses import replace

from variorum.cli.highlights import set_of
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
from variorum.engine.keeping.anchors import make_anchor
from variorum.engine.keeping.nouns import Anchor, Highlight, HighlightKind
from variorum.engine.nouns import Article
from variorum.errors import ExitCode, UsageError
from variorum.library import Library, highlights
from variorum.library.highlights import Found


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    adding = actions.add_parser("add", help="add a note to a highlight, or to words of a story; prints the id")
    adding.add_argument("text", metavar="TEXT", help="the note; - reads it from standard input")
    told = "the story's articles, for a new highlight"
    adding.add_argument("sources", nargs="*", default=[], metavar="SOURCE", help=told)
    adding.add_argument("--to", metavar="ID", help="the highlight that the note is for")
    adding.add_argument("--in", dest="within", metavar="SET", help="the set that holds ID, where several do")
    adding.add_argument("--exact", metavar="WORDS", help="the words that the note is on; else the first sentence")
    adding.add_argument("--article", metavar="ID", help="the article that the words stand in")
    adding.add_argument("--set", metavar="SET", help="the set of a new highlight, made if need be")
    adding.add_argument("--tag", action="append", default=[], metavar="TAG")
    adding.add_argument("--json", action="store_true", help="print the whole highlight as JSON")
    listing = actions.add_parser("list", help="list the notes, or those that contain all the words")
    listing.add_argument("words", nargs="*", metavar="WORD")
    listing.add_argument("--json", action="store_true", help="as JSON")
    removing = actions.add_parser("rm", help="remove notes; the highlights stay")
    removing.add_argument("ids", nargs="+", metavar="ID", help="ids of highlights, or their first 8 signs")
    removing.add_argument("--in", dest="within", metavar="SET", help="the set that holds them, where several do")
    removing.add_argument("--json", action="store_true", help="print what is left of the highlights as JSON")


def run(options: argparse.Namespace) -> ExitCode:
    """Do what the action says.

    Raises:
        UsageError: What is named does not exist.
        ArticleError: A source cannot be read.
        LibraryError: The library cannot be read or written.
    """
    with open_library() as library:
        _ACTIONS[options.action](library, options)
    return ExitCode.DONE


def _add(library: Library, options: argparse.Namespace) -> None:
    if bool(options.to) == bool(options.sources):
        raise UsageError("say what the note is on: --to ID, or the sources of a story")
    text = text_argument(options.text)
    found = _to(library, options, text) if options.to else _on_story(library, options, text)
    if options.json:
        print_json(found_json(found))
    else:
        print_text(f"{found.highlight.id}\n", exact=False)


def _to(library: Library, options: argparse.Namespace, text: str) -> Found:
    found = one_highlight(library, options.to, options.within)
    old = found.highlight
    note = f"{old.note}\n{text}" if old.note else text
    changed = replace(old, note=note, tags=(*old.tags, *options.tag))
    return Found(found.set, highlights.keep(library, found.set.story, changed, set_id=found.set.id))


def _on_story(library: Library, options: argparse.Namespace, text: str) -> Found:
    story = story_of(library, options.sources)
    if options.exact is not None:
        anchor = pick_anchor(story.articles, options.exact, options.article)
    else:
        anchor = _first_sentence(story.articles, options.article)
    wanted = Highlight("", HighlightKind.OWN, (anchor,), tags=tuple(options.tag), note=text)
    kept = highlights.keep(library, story.id, wanted, set_id=set_of(library, story, options.set))
    return next(f for f in highlights.find_highlights(library, kept.id) if f.set.story == story.id)


def _first_sentence(articles: tuple[Article, ...], wanted: str | None) -> Anchor:
    for article in articles:
        if article.sentences and wanted in (None, article.id):
            first = article.sentences[0]
            return make_anchor(article, first.start, first.end)
    raise UsageError("there is no text to put the note on" if wanted is None else "the story has no such article")


def _list(library: Library, options: argparse.Namespace) -> None:
    if options.words:
        found = highlights.search_notes(library, " ".join(options.words), limit=10_000)
    else:
        found = highlights.all_notes(library)
    if options.json:
        print_json([found_json(f) for f in found])
    else:
        print_text("".join(f"{found_line(f)}\n" for f in found), exact=False)


def _remove(library: Library, options: argparse.Namespace) -> None:
    left = []
    for found in [one_highlight(library, id, options.within) for id in options.ids]:
        if not found.highlight.note:
            raise UsageError(f"the highlight {found.highlight.id} has no note")
        bare = replace(found.highlight, note="")
        left.append(Found(found.set, highlights.keep(library, found.set.story, bare, set_id=found.set.id)))
    if options.json:
        print_json([found_json(f) for f in left])


_ACTIONS = {"add": _add, "list": _list, "rm": _remove}
