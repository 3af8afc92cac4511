"""Choosing words of a pane: to keep, copy or tag exactly these, or to say where a sentence should end.

As in vim's visual mode one end stays and the other moves, and both words at the ends belong to it. Whatever moves the
cursor to another sentence (a key, a search, the mouse) takes the moving end along.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from variorum.engine.nouns import Article, Span, Story
from variorum.text.counting import counted
from variorum.text.width import width
from variorum.view import actions as do
from variorum.view.keymap import Keymap
from variorum.view.layout.rows import walk
from variorum.view.reducing.find import hits
from variorum.view.reducing.move import go, row_of, settle, sight, slot, with_top
from variorum.view.reducing.pieces import Piece, pieces
from variorum.view.state import Focus, Kept, Selection, State, WordAt


def begin(state: State, action: do.Select, story: Story) -> State:
    """Choose the words kept in the cursor's sentence, else the whole of it; the same again is a step further, or ends.

    For a cut (`action.cut`) the word is chosen before which a new sentence shall start.
    """
    if state.focus is not Focus.PANES:
        state = settle(replace(state, focus=Focus.PANES), story)
    article = story.articles[state.article(state.active)]
    whole = _whole(article, state.sentence)
    now, words = state.selection, _kept_words(state, article)
    if action.span:
        ends = _ends(article, action.span)
    elif action.cut:
        second = (state.sentence, min(1, whole[1][1]))
        ends = second, second
    elif now is None:
        ends = words or whole
    elif words == (now.fixed, now.moving) != whole:
        ends = whole
    else:
        return replace(state, selection=None, message="selection given up")
    return _moved(state, story, Selection(state.active, *ends, cut=action.cut))


def extend(state: State, action: do.Extend, story: Story) -> State:
    """Move the end that moves by words, or by what stands between blanks."""
    now = state.selection
    if now is None:
        return state
    article = story.articles[state.article(now.side)]
    at = now.moving
    for at, words in _way(article, now.moving, action.by):
        if now.cut and at[0] != now.moving[0]:
            return state
        if not action.far or at == now.fixed or _is_edge(words, at[1], first=at < now.fixed or now.cut):
            break
    return _moved(state, story, replace(now, moving=at, fixed=at if now.cut else now.fixed))


def extend_to(state: State, action: do.ExtendTo, story: Story) -> State:
    """Move the end that moves to the first or the last word of its sentence."""
    now = state.selection
    if now is None:
        return state
    first, last = _whole(story.articles[state.article(now.side)], now.moving[0])
    at = last if action.last else first
    return _moved(state, story, replace(now, moving=at, fixed=at if now.cut else now.fixed))


def swap(state: State, action: do.SwapEnds, story: Story) -> State:
    """The other end moves from here on."""
    now = state.selection
    return state if now is None else _moved(state, story, replace(now, fixed=now.moving, moving=now.fixed))


def followed(before: State, state: State, story: Story, *, stepped: bool) -> State:
    """The state with the selection taken as far as the cursor went, or given up where it makes no sense any more.

    A step (`stepped`) at the end of an article takes the sentence whole.
    """
    now = state.selection
    if now is None or now is not before.selection:
        return state
    stands = (
        state.active is now.side
        and state.focus is Focus.PANES
        and state.article(now.side) == before.article(now.side)
        and state.parallel == before.parallel
    )
    if not stands or (now.cut and state.sentence != now.moving[0]):
        return replace(state, selection=None)
    if state.query == before.query and state.sentence == now.moving[0] and not stepped:
        return state
    if state.query and not stepped and (hit := _hit(state, story)) is not None:
        return replace(state, selection=replace(now, moving=hit))
    return replace(state, selection=by_sentence(story.articles[state.article(now.side)], now, state.sentence))


def by_sentence(article: Article, now: Selection, sentence: int) -> Selection:
    """The selection with its moving end taken to another sentence: to its end, or, before the fixed end, to its start.

    A fixed end at the edge of its sentence goes to the edge across where the moving one passes it, so that whole
    sentences stay whole.
    """
    first, last = _whole(article, now.fixed[0])
    backwards = sentence < now.fixed[0]
    fixed = now.fixed
    if fixed in (first, last):
        fixed = last if backwards else first
    return replace(now, fixed=fixed, moving=_whole(article, sentence)[0 if backwards else 1])


def span_of(article: Article, now: Selection) -> Span:
    """The offsets of the chosen words in the article's text."""
    low, high = sorted((now.fixed, now.moving))
    return _span(article, low)[0], _span(article, high)[1]


def moving_word(article: Article, now: Selection) -> Span:
    """The offsets of the word at the end that moves."""
    return _span(article, now.moving)


def chosen(state: State, story: Story) -> tuple[Article, Span] | None:
    """The article and the span of the words that are being chosen; None while none are."""
    if state.selection is None:
        return None
    article = story.articles[state.article(state.selection.side)]
    return article, span_of(article, state.selection)


def in_words(state: State, story: Story, keys: Keymap, dots: str = "…", cells: int = 80) -> str:
    """What is being chosen and which keys there are, as many as there are cells for; empty while nothing is chosen."""
    now = state.selection
    if now is None:
        return ""
    article = story.articles[state.article(now.side)]
    low, high = sorted((now.fixed, now.moving))
    one, other = article.text[slice(*_span(article, low))], _last_word(article, high)
    if now.cut:
        way, cuts, leaves = keys.label("select-back", "select-on"), keys.label("select-done"), keys.label("escape")
        return f"new sentence from “{one}” on: {way} word, {cuts} cuts, {leaves} leaves"
    count = _count(article, low, high)
    counts = counted(count, "word")
    ends = f"{counts} “{one}”" if low == high or one == other else f"{counts} “{one} {dots} {other}”"
    moves = ("select-back select-on", "end")
    every = (moves, ("keep", "keeps"), ("copy", "copies"), ("escape", "leaves"))
    least = (every[1], every[3])
    for said, hints in ((ends, every), (ends, (moves, *least)), (ends, least), (counts, least)):
        way = f"{said}: " + ", ".join(f"{keys.label(*ids.split())} {does}" for ids, does in hints)
        if width(way) <= cells:
            break
    return way


def _last_word(article: Article, at: WordAt) -> str:
    """The word that something ends with, and the punctuation marks behind it."""
    sentence, place = at
    text, words = article.sentence_text(sentence), _words(article, sentence)
    first = next((n for n in range(place, -1, -1) if text[words[n].start].isalnum()), place)
    return text[words[first].start : words[place].end]


def part(article: Article, span: Span) -> tuple[tuple[int, ...], Span | None]:
    """The sentences that a span touches, and where it lies, from the first one's start; None for all of them."""
    touched = tuple(s.index for s in article.sentences if s.start < span[1] and span[0] < s.end)
    start, end = article.sentences[touched[0]].start, article.sentences[touched[-1]].end
    return touched, None if span == (start, end) else (span[0] - start, span[1] - start)


def span_kept(article: Article, kept: Kept) -> Span:
    """The offsets of what is kept of an article: from its first to its last word."""
    sentences = dict(kept.sentences)[article.id]
    start, end = article.sentences[sentences[0]].start, article.sentences[sentences[-1]].end
    return (start + kept.span[0], min(end, start + kept.span[1])) if kept.span else (start, end)


def _count(article: Article, low: WordAt, high: WordAt) -> int:
    """How many of the words from one to another are no punctuation marks."""
    count = 0
    for n in range(low[0], high[0] + 1):
        text, words = article.sentence_text(n), _words(article, n)
        first, last = low[1] if n == low[0] else 0, high[1] if n == high[0] else len(words) - 1
        count += sum(text[word.start].isalnum() for word in words[first : last + 1])
    return count


def _words(article: Article, sentence: int) -> tuple[Piece, ...]:
    return pieces(article.sentence_text(sentence))


def _span(article: Article, at: WordAt) -> Span:
    start, word = article.sentences[at[0]].start, _words(article, at[0])[at[1]]
    return start + word.start, start + word.end


def _whole(article: Article, sentence: int) -> tuple[WordAt, WordAt]:
    return (sentence, 0), (sentence, len(_words(article, sentence)) - 1)


def _way(article: Article, at: WordAt, by: int) -> Iterator[tuple[WordAt, Sequence[Piece]]]:
    """The words from here on, or back, each with all words of its sentence.

    These are taken apart once a sentence: one may be as long as a book, and looked at for each of its words it would
    hold up every key.
    """
    sentence, word = at
    words = _words(article, sentence)
    while True:
        word += 1 if by > 0 else -1
        if not 0 <= word < len(words):
            sentence += 1 if by > 0 else -1
            if not 0 <= sentence < len(article.sentences):
                return
            words = _words(article, sentence)
            word = 0 if by > 0 else len(words) - 1
        yield (sentence, word), words


def _is_edge(words: Sequence[Piece], word: int, *, first: bool) -> bool:
    """The word is the first (or last) of what stands between blanks."""
    return words[word].begins if first else word + 1 == len(words) or words[word + 1].begins


def _moved(state: State, story: Story, now: Selection) -> State:
    if now.moving[0] != state.sentence:
        state = go(state, sight(state, story), now.moving[0], now.side)
    return _in_sight(replace(state, selection=now), story)


def _in_sight(state: State, story: Story) -> State:
    """The state with the row of the moving word in the window: a sentence may be longer than that."""
    now = state.selection
    if now is None:
        return state
    see = sight(state, story)
    sentence, side = now.moving[0], now.side
    at = _words(see.columns[side].article, sentence)[now.moving[1]].start
    rows = see.columns[side].rows(sentence)
    inside = max((n for n, row in enumerate(rows) if row[0] <= at), default=0)
    row = row_of(state, see, side, sentence) + inside
    if 0 <= row < see.rows:
        return state
    top = walk(see.flow(side), state.top[slot(see, side)], row - (0 if row < 0 else see.rows - 1))
    return with_top(state, see, side, top)


def _hit(state: State, story: Story) -> WordAt | None:
    """The last word of the first hit of what is being searched for in the cursor's sentence."""
    article = story.articles[state.article(state.active)]
    sentence = article.sentences[state.sentence]
    found = hits(article, state.query).spans_in((sentence.start, sentence.end))
    if not found:
        return None
    end = min(found[0][1], sentence.end) - sentence.start
    words = _words(article, state.sentence)
    return state.sentence, max((n for n, word in enumerate(words) if word.start < end), default=0)


def _kept_words(state: State, article: Article) -> tuple[WordAt, WordAt] | None:
    """The ends of the first words kept that the cursor's sentence has a part in; None where there are none."""
    for kept in state.changes.kept:
        sides = dict(kept.sentences)
        if kept.span is None or state.sentence not in sides.get(article.id, ()):
            continue
        return _ends(article, span_kept(article, kept))
    return None


def _ends(article: Article, span: Span) -> tuple[WordAt, WordAt]:
    """The first and the last word of a span."""
    sentences = part(article, span)[0]
    return _word_at(article, sentences[0], span[0]), _word_at(article, sentences[-1], span[1] - 1)


def _word_at(article: Article, sentence: int, offset: int) -> WordAt:
    inside = offset - article.sentences[sentence].start
    words = _words(article, sentence)
    return sentence, max((n for n, word in enumerate(words) if word.start <= inside), default=0)
