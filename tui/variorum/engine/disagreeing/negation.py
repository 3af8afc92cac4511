"""Words that deny, and what they deny: shared by what finds opposites and what finds denials."""

from __future__ import annotations

from variorum.engine.disagreeing.sides import Side
from variorum.engine.words.word_lists import word_set

NEGATORS = {
    "en": word_set(
        """
        not no never nobody none nothing neither nor without cannot cant can't don't didn't doesn't isn't aren't
        wasn't weren't won't wouldn't couldn't shouldn't hasn't haven't hadn't mustn't ain't nowhere
        """
    ),
    "de": word_set("nicht kein keine keinen keiner keinem keines nie niemals niemand nichts ohne weder"),
    "es": word_set("no nunca jamás nadie nada ningún ninguna ninguno sin tampoco ni"),
    "fr": word_set("pas jamais aucun aucune personne rien sans ni non ne n"),
    "ru": word_set("не нет ни никто никогда ничего без"),
}
NOT_DENYING = word_set(
    "only just merely least more less fewer than else doubt later longer even yet before vor früher nur mehr sólo solo"
    " más"
)
"""After a negator, these make it no denial: `not only`, `no more than`."""
NO_MORE = word_set("longer mehr")


def negators_of(side: Side) -> frozenset[str]:
    """The words that deny in a side's language."""
    return NEGATORS.get(side.language[:2], NEGATORS["en"])


def negator_before(side: Side, at: int) -> int | None:
    """The negator within three words before this word, in its sentence; None where there is none."""
    words, negators = side.words, negators_of(side)
    for k in range(at - 1, max(-1, at - 4), -1):
        if words[k].sentence != words[at].sentence:
            return None
        if words[k].low in negators:
            return None if words[k + 1].low in NOT_DENYING - NO_MORE else k
    return None
