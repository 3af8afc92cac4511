"""`variorum correct`: what a reader can put right on the screen, from the command line; kept with the story."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Any

from variorum.cli.keeping import open_library, pick_anchor, print_json, story_of
from variorum.cli.output import print_text
from variorum.engine.keeping.by_hand import record_cut, record_link
from variorum.engine.keeping.corrections import FIELDS, correct, make_correction, with_statements
from variorum.engine.keeping.nouns import Anchor, Correction, ReaderLinks
from variorum.engine.nouns import Article, Comparison, Role
from variorum.errors import ExitCode, UsageError
from variorum.library import Library, records
from variorum.library.stories import StoryRecord
from variorum.text.sanitise import clean_line
from variorum.view.keeping.metadata import LABELS, field_value, statements


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    role = actions.add_parser("role", help="the sentences that these words touch have another role")
    role.add_argument("role", choices=[r.value for r in Role])
    _words(role, "WORDS")
    _words(actions.add_parser("break", help="a new sentence starts with these words"), "WORDS")
    _words(actions.add_parser("join", help="the sentences that these words touch are one"), "WORDS")
    for field, label in LABELS.items():
        action = actions.add_parser(label, help=f"the article's {label}; an empty one is not known")
        action.set_defaults(field=field)
        action.add_argument("value", metavar=label.upper(), help="what it is")
        action.add_argument("sources", nargs="+", metavar="SOURCE", help="the story's articles")
        action.add_argument("--article", metavar="ID", help="which of them, where there are several")
    for name, what in (("link", "these two sentences say the same"), ("unlink", "these two sentences do not")):
        _words(actions.add_parser(name, help=what), "WORDS", "OTHER")
    for name, what in (
        ("list", "list what was put right"),
        ("rm", "take a correction back, by its number in the list"),
    ):
        action = actions.add_parser(name, help=what)
        if name == "rm":
            action.add_argument("number", type=int, metavar="NUMBER")
        action.add_argument("sources", nargs="+", metavar="SOURCE", help="the story's articles")
        action.add_argument("--json", action="store_true", help="as JSON")


def _words(parser: argparse.ArgumentParser, *names: str) -> None:
    for name in names:
        parser.add_argument(name.lower(), metavar=name, help="words of the text, as they are printed")
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="the story's articles")
    parser.add_argument("--article", metavar="ID", help="the article that the (first) words stand in")


def run(options: argparse.Namespace) -> ExitCode:
    """Do what the action says.

    Raises:
        UsageError: The words stand nowhere, or there is no such correction.
        ArticleError: A source cannot be read.
        LibraryError: The library cannot be read or written.
    """
    with open_library() as library:
        story = story_of(library, options.sources)
        if options.action in ("list", "rm"):
            _listed(library, story, options)
        elif options.action in LABELS.values():
            _state(library, story, options)
        elif options.action in ("link", "unlink"):
            _link(library, story, options)
        else:
            _correct(library, story, options)
    return ExitCode.DONE


def _correct(library: Library, story: StoryRecord, options: argparse.Namespace) -> None:
    there = records.corrections(library, story.id)
    anchor = pick_anchor(story.articles, options.words, options.article)
    article = correct(next(a for a in story.articles if a.id == anchor.article), there)
    start, end = anchor.start, anchor.end
    if options.action != "break":
        touched = [s for s in article.sentences if s.start < end and start < s.end]
        start, end = touched[0].start, touched[-1].end
    role = Role(options.role) if options.action == "role" else None
    made = make_correction(article, options.action, start, end, role)
    if correct(article, [made]) == article:
        raise UsageError("that is how it is already")
    records.save_corrections(library, story.id, there, [*there, made])


def _state(library: Library, story: StoryRecord, options: argparse.Namespace) -> None:
    """State a field of an article."""
    named = [a for a in story.articles if options.article in (None, a.id)]
    if len(named) != 1:
        ids = ", ".join(clean_line(a.id) for a in story.articles)
        raise UsageError("name the article with --article" if named else "there is no such article", f"there are {ids}")
    there = records.corrections(library, story.id)
    article = correct(named[0], there)
    value = field_value(options.field, options.value)
    if value is None:
        raise UsageError(f"{clean_line(options.value)} is no date", "write 2020-12-15 or 2020-12-15T10:30")
    made = statements(article, {options.field: value}, confirmed=options.field)
    if not made:
        raise UsageError("that is how it is already")
    records.save_corrections(library, story.id, there, with_statements(there, made))


def _link(library: Library, story: StoryRecord, options: argparse.Namespace) -> None:
    fixes = records.corrections(library, story.id)
    articles = {a.id: correct(a, fixes) for a in story.articles}
    first = pick_anchor(story.articles, options.words, options.article)
    second = pick_anchor([a for a in story.articles if a.id != first.article], options.other, None)
    left, right = articles[first.article], articles[second.article]
    before = records.reader_links(library, story.id)
    record = record_link if options.action == "link" else record_cut
    after = record(before, Comparison(left, right), _touched(left, first), _touched(right, second))
    records.save_reader_links(library, story.id, before, after)


def _touched(article: Article, anchor: Anchor) -> list[int]:
    found = [s.index for s in article.sentences if s.start < anchor.end and anchor.start < s.end]
    if not found:
        raise UsageError("these words stand in no sentence")
    return found


def _listed(library: Library, story: StoryRecord, options: argparse.Namespace) -> None:
    """List everything with a number, or take back what has the number asked for."""
    fixes, links = records.corrections(library, story.id), records.reader_links(library, story.id)
    every = [*map(_correction_json, fixes), *(_link_json("link", m) for m in links.made)]
    every += [_link_json("unlink", c) for c in links.cut]
    if options.action == "list":
        if options.json:
            print_json(every)
        else:
            lines = [f"{n:>3}  {_correction_line(e)}\n" for n, e in enumerate(every, 1)]
            print_text("".join(lines), exact=False)
        return
    number = options.number - 1
    if not 0 <= number < len(every):
        raise UsageError(f"there is no correction {options.number}", "`variorum correct list` shows the numbers")
    if number < len(fixes):
        records.save_corrections(library, story.id, fixes, (*fixes[:number], *fixes[number + 1 :]))
        return
    number -= len(fixes)
    made = tuple(m for n, m in enumerate(links.made) if n != number)
    cut = tuple(c for n, c in enumerate(links.cut, len(links.made)) if n != number)
    records.save_reader_links(library, story.id, links, ReaderLinks(made, cut))


def _correction_line(entry: dict[str, Any]) -> str:
    what = entry.get("role") or entry.get("value") or ""
    return f"{entry['kind']:<9}  {what}  {' / '.join(entry['exact'] or entry['article'])}"


def _correction_json(correction: Correction) -> dict[str, Any]:
    exact = [clean_line(correction.anchor.exact)] if correction.anchor else []
    role = {"role": correction.role.value} if correction.role else {}
    value = {"value": clean_line(correction.value)} if correction.kind in FIELDS else {}
    return {"kind": correction.kind, "article": [correction.article], "exact": exact} | role | value


def _link_json(kind: str, anchors: Iterable[Anchor]) -> dict[str, Any]:
    several = list(anchors)
    return {"kind": kind, "article": [a.article for a in several], "exact": [clean_line(a.exact) for a in several]}
