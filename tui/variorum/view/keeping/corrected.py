"""What the reader's corrections do to a story that is open: its articles, the place, and all that counts sentences.

`Changes` count the sentences of the articles as their own corrections make them, so that undo only has to go back to
what stood there; only a new correction has to be counted anew.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product

from variorum.engine.keeping.corrections import correct
from variorum.engine.keeping.nouns import Correction
from variorum.engine.nouns import Article
from variorum.view.reducing.selection import part, span_kept
from variorum.view.state import Changes, Kept, Pair, Place, Side, State


def corrected(sources: Iterable[Article], corrections: Sequence[Correction]) -> tuple[Article, ...]:
    """The articles as the reader has put them right."""
    return tuple(correct(article, corrections) for article in sources)


def renumbered(changes: Changes, old: Iterable[Article], new: Iterable[Article]) -> Changes:
    """The changes, counted in sentences of the old articles, as they are counted in the new ones: on the same words."""
    pairs = {a.id: (a, b) for a, b in zip(old, new, strict=True) if a.sentences != b.sentences}
    if not pairs:
        return changes
    made = ((a, _numbers(pairs, a, x), b, _numbers(pairs, b, y)) for a, x, b, y in changes.made)
    cut = (
        (a, i, b, j)
        for a, x, b, y in changes.cut
        for i, j in product(_numbers(pairs, a, (x,)), _numbers(pairs, b, (y,)))
    )
    return replace(
        changes,
        kept=tuple(_kept(pairs, kept) for kept in changes.kept),
        made=tuple(dict.fromkeys(made)),
        cut=tuple(dict.fromkeys(cut)),
    )


def relocated(state: State, old: Sequence[Article], new: Sequence[Article]) -> State:
    """The state with its cursors and windows at the same words of articles that were cut otherwise."""

    def there(article: int, sentence: int) -> int:
        before, after = old[article], new[article]
        if before.sentences == after.sentences:
            return sentence
        starts = [s.start for s in after.sentences]
        return max(0, bisect_right(starts, before.sentences[sentence].start) - 1)

    def top(side: Side) -> Place:
        sentence, row = state.top[side]
        if state.parallel:
            return 0, 0
        at = there(state.article(side), sentence)
        return at, row if at == sentence else 0

    cursor: Pair = (there(state.left, state.cursor[0]), there(state.right, state.cursor[1]))
    revealed = frozenset((article, there(article, sentence)) for article, sentence in state.revealed)
    tops = (top(Side.LEFT), top(Side.RIGHT))
    return replace(state, cursor=cursor, top=tops, revealed=revealed, hop=None, selection=None)


_Pairs = Mapping[str, tuple[Article, Article]]


def _numbers(pairs: _Pairs, id: str, sentences: Sequence[int]) -> tuple[int, ...]:
    """The new numbers of sentences: of all that their words stand in."""
    if id not in pairs:
        return tuple(sentences)
    old, new = pairs[id]
    spans = [(old.sentences[n].start, old.sentences[n].end) for n in sentences]
    return tuple(s.index for s in new.sentences if any(s.start < end and start < s.end for start, end in spans))


def _kept(pairs: _Pairs, kept: Kept) -> Kept:
    sides = tuple((id, _numbers(pairs, id, several)) for id, several in kept.sentences)
    if len(sides) > 1 or sides[0][0] not in pairs:
        return replace(kept, sentences=sides)
    id, several = kept.sentences[0]
    old, new = pairs[id]
    if several != tuple(range(several[0], several[-1] + 1)):
        return replace(kept, sentences=sides)
    sentences, span = part(new, span_kept(old, kept))
    return replace(kept, sentences=((id, sentences),), span=span)
