"""About what is under the cursor: the articles, what is known of them and what was guessed, and why a link was made."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from variorum.engine.labels import place_of
from variorum.engine.nouns import Article, Comparison, Link, Maker, Role, Story
from variorum.engine.revisions import EditKind, revisions
from variorum.engine.shares import share_of
from variorum.text.searching import says
from variorum.text.width import shorten
from variorum.view.actions import Action, CorrectField, ShowPair
from variorum.view.keeping.metadata import LABELS
from variorum.view.lists.columns import Column
from variorum.view.lists.quotes import REWORDED
from variorum.view.lists.story_index import StoryIndex
from variorum.view.lists.table import Line, Row, Table, View, marked
from variorum.view.lists.word_marks import word_marks
from variorum.view.state import Side

Glyph = Callable[[str], str]

FEATURES_UP_TO = 1_000
"""Body sentences of an article up to which a link's features are computed again when they are asked for."""

BRIEF = 60
"""Cells of a quotation that are shown: all of it stands in the sentence above."""

_FEATURE_WORDS = {
    "shared": "rare words shared",
    "count": "how many words shared",
    "rest": "rare words not shared",
    "plain": "words shared outside names",
    "kindred": "words near in meaning",
    "letters": "letters in common",
    "phrase": "phrases shared",
    "figures": "figures shared",
    "other_names": "names not shared",
    "functions": "small words in common",
    "mould": "the same build",
    "said": "quoted words in common",
    "told": "quoted words retold",
    "longer": "length of the longer",
}


def about_view(story: Story, left: str, right: str, side: Side, sentence: int, glyph: Glyph) -> View:
    """What is known of a sentence of the left or right article, its links, and both articles."""
    index = StoryIndex(story)
    own = (left, right)[side]

    def build(order: int, wanted: int, query: str) -> Table:
        rows = [*_sentence(index, own, sentence, glyph), *_links(index, (left, right), side, sentence, glyph)]
        for id in dict.fromkeys((left, right)):
            rows += _article(index, id)
        rows = [row for row in rows if row.heading or says(row.text, query)]
        title = f"ABOUT {index.names[own]}, {_counted(story.article(own), sentence)}"
        return Table(title, (Column("", 10, 14), Column("", 20, rows=0)), rows, head=False)

    return View("about", build, keys=(("list-enter", "go there or correct"),))


def _heading(words: str, style: str = "strong") -> Row:
    return Row((((words, style),),), heading=True)


def _fact(label: str, said: Line | str, target: Action | None = None) -> Row:
    return Row((((label, "quiet"),), ((said, ""),) if isinstance(said, str) else said), target)


def _sentence(index: StoryIndex, id: str, sentence: int, glyph: Glyph) -> list[Row]:
    article = index.story.article(id)
    if not 0 <= sentence < len(article.sentences):
        return []
    at = article.sentences[sentence]
    rows = [
        _heading("THIS SENTENCE"),
        _fact("text", article.sentence_text(sentence)),
        _fact("place", f"{_counted(article, sentence)}, paragraph {at.paragraph + 1}"),
        _fact("role", at.role.value if at.role is Role.BODY else f"{at.role.value}: not compared"),
    ]
    for quote in index.story.quotes:
        if quote.article == id and quote.sentence == sentence:
            who = quote.speaker or "no speaker named"
            where = f" · {quote.source}" if quote.source else ""
            rows.append(
                _fact(
                    "quote",
                    (
                        (glyph("open quote") + shorten(quote.text, BRIEF, glyph("dots")) + glyph("close quote"), ""),
                        (f"  {who}{where}", "quiet"),
                    ),
                )
            )
    fact = next((fact for fact in index.story.facts if sentence in fact.sentences.get(id, ())), None)
    if fact and len(index.story.articles) > 2:
        others = [index.names[other] for other in index.order if other in fact.sentences and other != id]
        missing = [index.names[other] for other in fact.missing if other not in fact.unknown]
        rows.append(_fact("also in", ", ".join(others) or "no other outlet"))
        if missing:
            rows.append(_fact("not found in", ", ".join(missing)))
    return rows


def _counted(article: Article, sentence: int) -> str:
    number = article.numbers.get(sentence)
    return f"sentence {number} of {len(article.body)}" if number else article.sentences[sentence].role.value


def _links(index: StoryIndex, ids: tuple[str, str], side: Side, sentence: int, glyph: Glyph) -> list[Row]:
    comparison = index.story.comparison(*ids)
    if comparison is None:
        return [_heading("LINK"), _fact("", (("the two articles are not compared yet", "quiet/italic"),))]
    found = [link for link in comparison.links if sentence in (link.b if side is Side.RIGHT else link.a)]
    rows: list[Row] = []
    for link in found:
        rows += _link(index, comparison, link, glyph)
    related = [link for link in comparison.related if sentence in (link.b if side is Side.RIGHT else link.a)]
    if not found:
        other = index.names[ids[side.other]]
        rows += [_heading("LINK"), _fact("only here", f"no sentence of {other} was found to say the same")]
    if related:
        rows.append(_heading("RELATED, BELOW THE THRESHOLD", "quiet"))
        rows += [_candidate(comparison, link, glyph) for link in related[:5]]
    return rows


def _link(index: StoryIndex, comparison: Comparison, link: Link, glyph: Glyph) -> Iterator[Row]:
    a, b = comparison.a, comparison.b
    jump = ShowPair(a.id, b.id, link.a[0], link.b[0])
    yield _heading(f"LINK {place_of(a, link.a)} {glyph('pair')} {place_of(b, link.b)}")
    name = link.relation.value
    yield _fact("relation", ((f"{glyph(name)} {name}", name),), jump)
    sure = "made by you" if link.by is Maker.READER else f"{link.score:.2f} of 1"
    yield _fact("score", sure)
    for place, reason in enumerate(link.why):
        yield _fact("why" if not place else "", reason)
    for d in link.discrepancies:
        yield _fact("disagrees" if d is link.discrepancies[0] else "", _differs(d.a, d.b, d.type.words, glyph))
    one, two = (" ".join(x.sentence_text(i) for i in s) for x, s in ((a, link.a), (b, link.b)))
    marks = word_marks(one, two)
    for article, said, mark in ((a, one, marks[0]), (b, two, marks[1])):
        differing = (*mark.other, *mark.extra)
        if sum(end - start for start, end in differing) > REWORDED * len(said):
            differing = ()  # where nearly all differ, marks say nothing
        yield _fact(index.names[article.id], marked(said, differing, "near/underline"))
    for label, value in _features(comparison, link):
        yield _fact(label, value)


def _differs(a: str, b: str, kind: str, glyph: Glyph) -> Line:
    return ((f"{glyph('disagrees')} {kind}: ", "disagrees"), (a, "strong"), (" / ", "quiet"), (b, "strong"))


def _candidate(comparison: Comparison, link: Link, glyph: Glyph) -> Row:
    jump = ShowPair(comparison.a.id, comparison.b.id, link.a[0], link.b[0])
    text = comparison.b.sentence_text(link.b[0])
    return _fact(
        f"{link.score:.2f}",
        ((f"{place_of(comparison.a, link.a)} {glyph('pair')} {place_of(comparison.b, link.b)}  ", "quiet"), (text, "")),
        jump,
    )


def _features(comparison: Comparison, link: Link) -> Iterator[tuple[str, str]]:
    """What the score rests on, for the surest pair; nothing for a reader's link or a very long article."""
    a, b = comparison.a, comparison.b
    if link.by is Maker.READER or max(len(a.body), len(b.body)) > FEATURES_UP_TO:
        return
    from variorum.engine.matching.features import FEATURES  # noqa: PLC0415 - only when it is asked for
    from variorum.engine.matching.scoring import Prepared  # noqa: PLC0415 - likewise
    from variorum.engine.matching.tokens import article_words  # noqa: PLC0415 - likewise

    prepared = Prepared(article_words(a), article_words(b))
    left, right = ({n: at for at, n in enumerate(x.body)} for x in (a, b))
    every = [prepared.numbers((left[i], right[j])) for i in link.a for j in link.b if i in left and j in right]
    if not every:
        return
    best = max(every, key=lambda values: values[0])
    parts = [
        f"{_FEATURE_WORDS.get(name, name)} {value:.2f}" for name, value in zip(FEATURES, best, strict=True) if value
    ]
    yield "features", " · ".join(parts)


def _article(index: StoryIndex, id: str) -> list[Row]:
    article = index.story.article(id)
    rows = [_heading(f"ARTICLE {index.names[id]}")]
    for name, label in LABELS.items():
        value = getattr(article, name)
        said: Line = ((value, ""),) if value else (("not stated", "quiet/italic"),)
        if value and name in article.guessed:
            said = (*said, ("  guessed", "quiet/italic"))
        rows.append(_fact(label, said, CorrectField(id, name)))
    rows += [
        _fact("source", article.source),
        *([_fact("address", article.url)] if article.url and article.url != article.source else []),
    ]
    if article.version:
        version = article.version
        date = f", {version.date}" if version.date else ""
        rows.append(_fact("version", f"{version.name}{date} (no. {version.order + 1} of {version.chain})"))
        rows += [
            _fact("", ((f"{edit.name} in {index.names[step.a.id]}: ", "disagrees"), (edit.before, "")))
            for step in revisions(index.story)
            for edit in step.edits
            if step.b.id == id and edit.kind in (EditKind.TITLE, EditKind.BYLINE)
        ]
    words = sum(len(article.sentence_text(i).split()) for i in article.body)
    rows.append(
        _fact(
            "text",
            f"{len(article.sentences)} sentences, {len(article.body)} compared, {words} words, {article.language}",
        )
    )
    if index.story.facts:
        share = share_of(index.story, id)
        whose = "the other" if len(index.story.articles) == 2 else "others"
        text = f"{100 * share.common_text:.0f} % of the text"
        carried = f"{share.common} of {share.body} compared sentences, {text}"
        rows.append(_fact("shared", f"{carried}, also in {whose}; {share.unique} only here"))
    for words_ in _warnings(article):
        rows.append(_fact("", ((words_, "disagrees"),)))
    return rows


def _warnings(article: Article) -> Iterator[str]:
    if article.cut_off:
        yield "the text is cut off: what it does not say is unknown, not left out"
    if article.replaced:
        yield f"{article.replaced} characters could not be read or shown and were replaced"
