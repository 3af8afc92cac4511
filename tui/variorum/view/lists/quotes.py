"""The quotes of a story: who printed which words, who is said to have spoken them, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from variorum.engine.excerpt import GAP, QUOTATION_MARKS, excerpt
from variorum.engine.nouns import DiscrepancyType, HeadlineClaim, Quote, Story
from variorum.engine.quoting.joined_quotes import joined_quotes
from variorum.engine.quoting.mentions import plain
from variorum.engine.words.speech import TITLES
from variorum.text.counting import counted
from variorum.text.searching import saying, says
from variorum.text.width import width
from variorum.view.actions import ShowPair
from variorum.view.lists.columns import Column
from variorum.view.lists.story_index import StoryIndex
from variorum.view.lists.table import Line, Row, Table, View, marked
from variorum.view.lists.word_marks import WordMarks, word_marks

Glyph = Callable[[str], str]
ORDERS = ("as in the story", "most outlets first", "differing first", "by speaker")
REWORDED = 0.5
"""Where more of the words differ than this, marking them would mark nearly everything: the quote is in other words."""

ALONE = "near/italic"
"""How words look that only one print has: without colour too."""

LONG, KEPT = 16, 6
"""Words from which on those that only one print has are shortened, and how many of them stay at either end."""

FILTERS = ("all", "in several outlets", "words differ", "source or speaker differs", "in one outlet", "headlines")


@dataclass(frozen=True)
class Printed:
    """One outlet's print of some words: the quote's parts in order, and their words as one."""

    article: str
    parts: tuple[Quote, ...]
    words: str

    @property
    def speaker(self) -> str | None:
        """Who spoke, where any part says so."""
        return next((part.speaker for part in self.parts if part.speaker), None)

    @property
    def source(self) -> str | None:
        """Where it was said, where any part says so."""
        return next((part.source for part in self.parts if part.source), None)


@dataclass(frozen=True)
class Group:
    """The same words in several outlets, or words that only one prints.

    Attributes:
        prints: In the order of the articles; the first is what the others are compared with.
        verdicts: For each print, what differs from the first: `source`, `speaker`, `words`,
            `reworded`, `longer`, `shorter`.
        marks: For each print, the words in which it and another differ.
    """

    prints: tuple[Printed, ...]
    verdicts: tuple[frozenset[str], ...]
    marks: tuple[WordMarks, ...]

    @property
    def outlets(self) -> int:
        """How many articles print it."""
        return len({printed.article for printed in self.prints})

    @property
    def differing(self) -> frozenset[str]:
        """Everything that differs anywhere in it."""
        return frozenset(word for verdict in self.verdicts for word in verdict)


def quote_groups(index: StoryIndex) -> tuple[Group, ...]:
    """The story's quotes, joined across articles, in the order in which the first article prints them."""
    order = index.order
    quotes = sorted(index.story.quotes, key=lambda quote: (order.get(quote.article, 0), quote.start))
    heads = joined_quotes(quotes)
    members: dict[object, dict[str, list[Quote]]] = defaultdict(lambda: defaultdict(list))
    for quote in quotes:
        members[heads[quote.article, quote.id]][quote.article].append(quote)
    return tuple(
        _group(index, tuple(_printed(index, article, parts) for article, parts in by_article.items()))
        for by_article in members.values()
    )


def _printed(index: StoryIndex, article: str, parts: Sequence[Quote]) -> Printed:
    stretches = ((part.start, part.end, part.text) for part in parts)
    return Printed(article, tuple(parts), excerpt(index.story.article(article).text, stretches, QUOTATION_MARKS))


def quotes_view(story: Story, glyph: Glyph) -> View:
    """The list of quotes, and after it the claims of headlines that the article does not carry."""
    index = StoryIndex(story)
    groups = quote_groups(index)

    def build(order: int, wanted: int, query: str) -> Table:
        chosen = sorted((group for group in groups if _TESTS[wanted](group)), key=_KEYS[order])
        rows: list[Row] = []
        for group in chosen:
            made = _rows(index, group, glyph)
            if says(" ".join(row.text for row in made), query):
                rows += made
        if wanted in (0, 5):
            rows += _headlines(index, saying(query, story.headlines, lambda claim: claim.text), glyph)
        return _table(index, rows, chosen, len(story.headlines))

    return View("quotes", build, ORDERS, FILTERS, (("list-enter", "read"), ("list-export", "export")))


def _group(index: StoryIndex, prints: tuple[Printed, ...]) -> Group:
    verdicts = [frozenset[str]()]
    marks = [WordMarks()]
    first = prints[0]
    for printed in prints[1:]:
        ours, theirs = word_marks(first.words, printed.words)
        found = set()
        if ours.other or theirs.other:
            found.add("words" if reworded(first.words, ours) < REWORDED else "reworded")
        if theirs.extra:
            found.add("longer")
        if ours.extra:
            found.add("shorter")
        if _conflict(index, first, printed):
            found.add("source")
        if first.speaker and printed.speaker and not _same_name(first.speaker, printed.speaker):
            found.add("speaker")
        verdicts.append(frozenset(found))
        marks.append(WordMarks() if "reworded" in found else theirs)
        if len(marks) == 2 and "reworded" not in found:
            marks[0] = ours
    return Group(prints, tuple(verdicts), tuple(marks))


def reworded(words: str, marks: WordMarks) -> float:
    """The part of a text's letters that the other side has in other words, 0 to 1."""
    return sum(end - start for start, end in marks.other) / max(1, len(words))


def _conflict(index: StoryIndex, one: Printed, two: Printed) -> bool:
    """The engine found that the sentences of both name another place for the same words."""
    across = {(two.article, part.sentence) for part in two.parts}
    for part in one.parts:
        for seat in index.links(one.article, part.sentence):
            a, b, link = seat.comparison.a.id, seat.comparison.b.id, seat.link
            held = {(a, i) for i in link.a} | {(b, j) for j in link.b}
            if held & across and any(d.type is DiscrepancyType.ATTRIBUTION for d in link.discrepancies):
                return True
    return False


def _same_name(one: str, two: str) -> bool:
    a, b = (plain(name).casefold().replace(",", "").split() for name in (one, two))
    return set(a) <= set(b) or set(b) <= set(a) or (a[-1] == b[-1] and _may_be_one(a[:-1], b[:-1]))


def _may_be_one(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether what stands before one surname may be one person's: titles, the same given name, an initial of it."""
    given = [[word.rstrip(".") for word in words if word.rstrip(".") not in TITLES] for words in (a, b)]
    return not all(given) or any(x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x in given[0] for y in given[1])


_TESTS: tuple[Callable[[Group], bool], ...] = (
    lambda group: True,
    lambda group: group.outlets > 1,
    lambda group: bool(group.differing & {"words", "reworded"}),
    lambda group: bool(group.differing & {"source", "speaker"}),
    lambda group: group.outlets == 1,
    lambda group: False,
)
_KEYS: tuple[Callable[[Group], tuple[object, ...]], ...] = (
    lambda group: (),
    lambda group: (-group.outlets,),
    lambda group: (not group.differing & {"source", "speaker"}, not group.differing & {"words"}, -group.outlets),
    lambda group: ((group.prints[0].speaker or "\uffff").split()[-1].casefold(),),
)


def _rows(index: StoryIndex, group: Group, glyph: Glyph) -> list[Row]:
    rows = []
    for place, (printed, verdict, marks) in enumerate(zip(group.prints, group.verdicts, group.marks, strict=True)):
        spans = [*((s, e, "disagrees/underline") for s, e in marks.other), *((s, e, ALONE) for s, e in marks.extra)]
        words: Line = tuple(piece for piece in _styled(printed.words, spans))
        said: Line = ((glyph("open quote"), "quiet"), *words, (glyph("close quote"), "quiet"))
        cells = (
            said,
            ((index.names[printed.article], "strong" if group.outlets > 1 else ""),),
            _who(printed),
            _verdict(group, place, verdict, glyph),
        )
        last = place == len(group.prints) - 1
        rows.append(Row(cells, _jump(index, group, printed), detail=_detail(index, group), air=int(last), key=group))
    return rows


def _styled(words: str, spans: Sequence[tuple[int, int, str]]) -> Line:
    pieces: list[tuple[str, str]] = []
    at = 0
    for start, end, style in sorted(spans):
        pieces += [(words[at:start], ""), *_brief(words[start:end], style)]
        at = end
    pieces.append((words[at:], ""))
    return tuple(piece for piece in pieces if piece[0])


def _brief(words: str, style: str) -> Line:
    """What only one print has, its middle left out where it is long: all of it stands in the sentence below."""
    every = words.split(" ")
    if style != ALONE or len(every) <= LONG:
        return ((words, style),)
    return ((" ".join(every[:KEPT]), style), (GAP, "quiet"), (" ".join(every[-KEPT:]), style))


def _who(printed: Printed) -> Line:
    if not printed.speaker and not printed.source:
        return (("no speaker named", "quiet/italic"),)
    pieces = [(printed.speaker, ""), (" · ", "quiet")] if printed.speaker else []
    return (*pieces, (printed.source, "quiet")) if printed.source else ((printed.speaker or "", ""),)


def _verdict(group: Group, place: int, verdict: frozenset[str], glyph: Glyph) -> Line:
    if group.outlets == 1:
        return (("only here", "quiet"),)
    if not place:
        return ()
    pieces: list[tuple[str, str]] = []
    for what in ("source", "speaker"):
        if what in verdict:
            pieces += [(glyph("disagrees"), "disagrees/bold"), (f" {what}  ", "disagrees")]
    if "reworded" in verdict:
        pieces.append((glyph("paraphrase") + " other words", "paraphrase"))
    elif "words" in verdict:
        text = group.prints[place].words
        count = sum(len(text[start:end].split()) for start, end in group.marks[place].other)
        pieces += [(glyph("disagrees"), "disagrees/bold"), (f" {counted(count, 'word')}  ", "")]
    elif verdict & {"longer", "shorter"}:
        pieces.append(("in part" if "shorter" in verdict and "longer" not in verdict else "longer", "near"))
    else:
        pieces += [(glyph("identical"), "identical/bold"), (" words", "quiet")]
    return tuple(pieces)


def _jump(index: StoryIndex, group: Group, printed: Printed) -> ShowPair:
    here = printed.parts[0]
    other = next((p for p in group.prints if p.article != printed.article), None)
    if other:
        one, two = sorted(
            ((here.article, here.sentence), (other.article, other.parts[0].sentence)),
            key=lambda seat: index.order.get(seat[0], 0),
        )
        return ShowPair(one[0], two[0], one[1], two[1])
    links = index.links(here.article, here.sentence)
    if links:
        seat = links[0]
        a = here.sentence if seat.comparison.a.id == here.article else seat.link.a[0]
        b = here.sentence if seat.comparison.b.id == here.article else seat.link.b[0]
        return ShowPair(seat.comparison.a.id, seat.comparison.b.id, a, b)
    across = next((id for id in index.order if id != here.article), here.article)
    return ShowPair(here.article, across, here.sentence)


def _detail(index: StoryIndex, group: Group) -> tuple[tuple[Line, Line], ...]:
    found = []
    for printed, marks in zip(group.prints, group.marks, strict=True):
        del marks
        first, last = printed.parts[0], printed.parts[-1]
        text = " ".join(index.sentence(printed.article, s) for s in dict.fromkeys((first.sentence, last.sentence)))
        start = index.story.article(printed.article).sentences[first.sentence].start
        spans = [(part.start - start, part.end - start) for part in printed.parts if part.sentence == first.sentence]
        label = index.place(printed.article, [first.sentence])
        found.append((((label, "strong"),), marked(text, spans, "strong")))
    return tuple(found)


def _headlines(index: StoryIndex, claims: Sequence[HeadlineClaim], glyph: Glyph) -> list[Row]:
    if not claims:
        return []
    rows = [Row(((("IN A HEADLINE, AND NOT IN ITS ARTICLE BEHIND THE LEDE", "quiet"),),), heading=True)]
    for claim in claims:
        article = index.story.article(claim.article)
        place = "only there" if claim.in_lede else "not in the text"
        words = "nobody quotes it" if claim.type == "quote" else f"{claim.type} {place}"
        across = next((id for id in index.order if id != claim.article), claim.article)
        quoted = claim.type == "quote"
        said: Line = (
            (glyph("open quote") if quoted else "", "quiet"),
            (claim.text, ""),
            (glyph("close quote") if quoted else "", "quiet"),
        )
        cells = (
            said,
            ((index.names[claim.article], "strong"),),
            (("headline and lede" if claim.in_lede else "headline", "quiet"),),
            (("! ", "disagrees/bold"), (words, "disagrees")),
        )
        target = ShowPair(claim.article, across, 0)
        detail = ((((index.names[claim.article], "strong"),), ((article.title or "", ""),)),)
        rows.append(Row(cells, target, detail=detail, key=claim))
    return rows


def _table(index: StoryIndex, rows: list[Row], groups: Sequence[Group], claims: int) -> Table:
    room = max((width(name) for name in index.names.values()), default=4)
    columns = (
        Column("words", 26, rows=6, wish=36),
        Column("outlet" if room > 5 else "in", max(2, min(room, 14)), min(room, 18), rows=2),
        Column("who · where", 18, 40, drop=2, rows=3),
        Column("", 10, 18, drop=int(room > 5), rows=3),
    )
    several = sum(group.outlets > 1 for group in groups)
    note = f"{counted(len(groups), 'quote')} · {several} in several outlets"
    if claims:
        note += f" · {counted(claims, 'headline claim')}"
    legend: Line = (
        ("words", "disagrees/underline"),
        (" differ   ", "quiet"),
        ("words", ALONE),
        (" only in this print", "quiet"),
    )
    return Table("QUOTES", columns, rows, note, legend, "no words in quotation marks")
