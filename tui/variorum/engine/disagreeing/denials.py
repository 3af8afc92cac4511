"""What one side denies and the other says: "did not bowl", nobody hurt, no plant closed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from variorum.engine.details.figures import FigureKind
from variorum.engine.disagreeing.detector import Detector, Rest
from variorum.engine.disagreeing.figure_surroundings import FATES, Found, fates
from variorum.engine.disagreeing.negation import NO_MORE, NOT_DENYING, negators_of
from variorum.engine.disagreeing.sides import POINT, Side, SideWord, touching
from variorum.engine.nouns import DiscrepancyType, Span
from variorum.engine.words.concepts import opposites
from variorum.engine.words.word_lists import word_set
from variorum.text.patterns import lazy_pattern

_UN = lazy_pattern(
    r"un(?!der|it|ion|iv|til|less|ique|if|o$|a$|as$|os$|d|ter|s$)\w{4}|in(?:cap|suff|vis|act|val)|imposs|disagr|disappr"
)
_SOFT = word_set(
    """
    declined decline declines hardly barely scarcely unable unlikely fail failed fails failing refuse refused refuses
    deny denied denies denying avoid avoided unless lack lacked lacks few little rarely seldom kaum apenas peine
    verweigert weigerte negó rechazó refuse prevent prevented prevents ruled stop stopped rejected reject rejects
    instead un
    """
)
"""Words that may deny without a negator: where one stands, nothing can be said."""
_DETERMINERS = word_set("no kein keine keinen keiner keinem keines ohne sin ningún ninguna without sans aucun aucune")
_INSIDE = word_set(
    """
    of a an the any is are was were be been being have has had yet
    ever get got to so very really his her its their our my your der
    die das den dem ein eine einen mehr el la los las un una le les se ha han sido
    """
)
"""Small words that a denial reaches across."""
_STILL = word_set("still remain remains remained stay stays continues noch weiterhin bleibt bleiben")
_NOBODY = word_set("nobody none niemand nadie personne никто")
_FAILING = word_set("failed fails failing refused refuses refusing declined declines unable neglected")
"""Verbs that deny what they are done "to"."""
_UNABLE = word_set("can't cannot couldn't can’t couldn’t")
_IDIOMS = word_set("think imagine believe help wait stress emphasise")
"""What one "can't" do and means that it is so."""
_UNTIL = word_set("until till unless before bis bevor seit hasta antes desde avant sauf depuis")
"""After these the denial holds no longer, or is over by now."""
_SPARED = word_set("no nobody none niemand keine keiner keinen kein ningún ninguna nadie aucun aucune personne")
_BEEN = word_set("had has have been was were is are being wurde wurden worden ha han sido été")
_NONE_OF = word_set("no keine kein keinen ningún ninguna aucun aucune")
_FURTHER = word_set("else other others further more yet")
_TURNED = 2
"""Words before "nobody" in which stands what befell nobody."""
_REACH = 2
"""Content words after a negator that it may deny."""
_BOTH_WAYS = 2
"""Content words that the surroundings of two opposite words must share."""

_ALL = word_set(
    "all every each both most many several alle jede jeder viele mehrere todos todas muchos tous toutes plusieurs"
)
_ASKING = word_set("whether why if ob warum weshalb si pourquoi")
_ASKED = 6
"""Words behind one that asks, within which nothing is denied: whether he should not quit."""
_BEHIND = 8
"""Words behind a count within which stands what befell those counted."""


class _Denial(NamedTuple):
    """A negator and the words it may deny."""

    at: int
    heads: tuple[int, ...]


class _Denied(NamedTuple):
    """A word that is denied, by which denial, and the characters from the one to the other."""

    denial: _Denial
    head: int
    span: Span


class _Said(NamedTuple):
    """A content word of the side that denies nothing."""

    at: int
    span: Span


def _denied(left: Side, right: Side) -> tuple[list[_Denied], list[_Said]]:
    """What the left side denies, and the words of the right side, if that one denies nothing."""
    if negators_of(left).isdisjoint(left.forms) and _FAILING.isdisjoint(left.forms):
        return [], []  # as of most sides
    negators = negators_of(right)
    if any(word.low in negators or _UN.match(word.low) for word in right.words):
        return [], []
    said = [_Said(k, (word.start, word.end)) for k, word in enumerate(right.words) if word.content]
    return list(_flatly_denied(left, right)), said


def _flatly_denied(left: Side, right: Side) -> Iterator[_Denied]:
    """Denied words, up to one of which the right side says the opposite: it denies it as well."""
    soft = {word.stem for side in (left, right) for word in side.words if word.low in _SOFT}
    table = opposites(right.language)
    said = {(row, pole) for word in right.words for row, pole, _ in table.get(word.stem, ())}
    for denial in _denials(left):
        for head in denial.heads:
            if any(figure.first <= head < figure.last for figure in left.figures):
                continue  # what is denied is not the number: "cannot guard forty rooms"
            word = left.words[head]
            if any((row, -pole) in said for row, pole, _ in table.get(word.stem, ())):
                return
            if not soft - {word.stem, left.words[denial.at].stem}:
                first, last = sorted((denial.at, head))
                yield _Denied(denial, head, (left.words[first].start, left.words[last].end))


def _same_matter(rest: Rest[_Denied, _Said], one: _Denied, other: _Said) -> float:
    """One where what is denied on the left is what is said on the right, going by the words around."""
    left, right, denial, head, k = rest.a, rest.b, one.denial, one.head, other.at
    if left.words[head].stem != right.words[k].stem:
        return 0.0
    negator = left.words[denial.at].low
    shared = left.near(head, head + 1) & right.near(k, k + 1)
    if negator in NO_MORE:
        return float(bool(shared) and any(word.low in _STILL for word in right.words))
    direct = head == denial.heads[0] and all(left.words[n].low in _INSIDE for n in range(denial.at + 1, head))
    verb = direct and (negator not in _DETERMINERS or negator in _NOBODY)
    if verb and any(figure.last == k for figure in right.figures):
        return 0.0  # "cannot guard" is no word on "six guards"
    return float(len(shared) >= (1 if verb else _BOTH_WAYS))


def _clause(side: Side, at: int) -> list[SideWord]:
    """Up to five words after this one, before a point, a preposition or the like."""
    found: list[SideWord] = []
    for word in side.words[at + 1 : at + 6]:
        end = (found[-1] if found else side.words[at]).end
        apart = word.sentence != side.words[at].sentence or POINT.search(side.article.text, end, word.start)
        if apart or (not word.content and word.low not in _INSIDE and any(w.content for w in found)):
            break
        found.append(word)
    return found


def _is_perfect(side: Side, at: int) -> bool:
    """Whether a negator denies what has been: "had not won", "hasn't won"."""
    return side.words[at].low.startswith("ha") or (at > 0 and side.words[at - 1].low in ("has", "have", "had"))


def _denials(side: Side) -> Iterator[_Denial]:
    """What a side denies, in order; nothing that held only until or since some time."""
    negators = negators_of(side)
    for at, word in enumerate(side.words):
        if word.low in _FAILING and at + 2 < len(side.words) and side.words[at + 1].low == "to":
            yield _Denial(at, (at + 2,))
        if word.low in negators and not _not_flat(side, at) and (denial := _of_negator(side, at, _clause(side, at))):
            yield denial


def _not_flat(side: Side, at: int) -> bool:
    """Whether a denial is none for good: up to some time, from then on ("had not won since 2008"), or only asked."""
    own = side.words[at].sentence
    if any(w.low in _ASKING and w.sentence == own for w in side.words[max(0, at - _ASKED) : at]):
        return True
    rest = [w.low for w in side.words[at + 1 :] if w.sentence == own]
    return not _UNTIL.isdisjoint(rest) or ("since" in rest and _is_perfect(side, at))


def _of_negator(side: Side, at: int, after: list[SideWord]) -> _Denial | None:
    """What a negator denies, of the words after it in its clause; None for "not only", "can't help" and the like."""
    low, next_low = side.words[at].low, after[0].low if after else ""
    if next_low in NO_MORE:  # no longer closed
        return _Denial(at + 1, tuple(at + 1 + n for n, w in enumerate(after) if w.content)[:_REACH])
    if next_low in NOT_DENYING or (low in _UNABLE and next_low in _IDIOMS) or not (after or low == "nicht"):
        return None
    reach = 1 if low in _DETERMINERS else len(after)
    heads = [at + 1 + n for n, w in enumerate(after[:reach]) if w.content][:_REACH]
    if low == "nicht":  # German denies the verb before it too: "kam nicht"
        heads += [k for k in range(max(0, at - 4), at) if touching(side, k, at) and side.words[k].content]
    return _Denial(at, tuple(heads))


class _Spared(NamedTuple):
    """What befell nobody: its sense, and the characters that say so."""

    fate: str
    span: Span


class _Struck(NamedTuple):
    """How many something befell."""

    fate: str
    span: Span


def _spared(left: Side, right: Side) -> tuple[list[_Spared], list[_Struck]]:
    """Nobody hurt on the left, some hurt on the right, and likewise of what else befalls people."""
    if _SPARED.isdisjoint(left.forms) or not _SPARED.isdisjoint(right.forms):
        return [], []
    nobody = [found for k, word in enumerate(left.words) if word.low in _SPARED and (found := _fate_of_none(left, k))]
    return nobody, [_struck(right, f, fate) for f in _some(right) for fate in fates(right, f)] if nobody else []


def _fate_of_none(side: Side, at: int) -> _Spared | None:
    """What befell nobody, around the word for nobody; None where it befell nobody else."""
    words, word = side.words, side.words[at]
    bare = word.low == "no" and at + 1 < len(words) and words[at + 1].low != "one"
    begin = max(0, at - _TURNED) if word.low in _NOBODY else at  # "verletzt wurde niemand"
    end = at + (3 if bare else 6)
    while bare and end < len(words) and words[end - 1].low in _BEEN:  # no patient had been hurt
        end += 1
    around = [w for w in words[begin:end] if w.sentence == word.sentence]
    fated = next((w for w in around if w.sense in FATES), None)
    if fated is None or not _FURTHER.isdisjoint(w.low for w in around):
        return None
    first, last = sorted((word, fated), key=lambda w: w.start)
    return _Spared(fated.sense, (first.start, last.end))


def _struck(side: Side, figure: Found, fate: str) -> _Struck:
    behind = [w for w in side.words[figure.last : figure.last + _BEHIND] if w.sense == fate]
    return _Struck(fate, (figure.span[0], behind[0].end if behind else figure.span[1]))


def _some(side: Side) -> Iterator[Found]:
    """The numbers above nought."""
    return (f for f in side.figures if f.value.kind is FigureKind.NUMBER and f.value.value > 0)


def _same_fate(_: Rest[_Spared, _Struck], one: _Spared, other: _Struck) -> float:
    return float(one.fate == other.fate)


class _None(NamedTuple):
    """A thing of which there is none, and what is said of it."""

    noun: str
    said: frozenset[str]
    span: Span


class _Some(NamedTuple):
    """A number, or a word for all or many, and what stands around it."""

    around: frozenset[str]
    span: Span


def _none(left: Side, right: Side) -> tuple[list[_None], list[_Some]]:
    """None of a thing on the left, numbers on the right: "No plants will close"."""
    words = _NONE_OF if left.language[:2] == "en" else _NONE_OF - {"no"}  # Spanish has it for "not"
    if words.isdisjoint(left.forms):
        return [], []
    none: list[_None] = []
    for k, (word, noun) in enumerate(pairwise(left.words)):
        if word.low in words and noun.content and noun.sentence == word.sentence:
            said = left.near(k + 1, k + 2, _REACH) - {noun.sense}
            none.append(_None(noun.sense, said, (word.start, noun.end)))
    if not none:
        return [], []
    all_of = [k for k, word in enumerate(right.words) if word.low in _ALL]
    return none, [
        *(_Some(right.near(f.first, f.last), f.span) for f in _some(right) if not f.value.unit),
        *(_Some(right.near(k, k + 1), (right.words[k].start, right.words[k].end)) for k in all_of),
    ]


def _same_thing(_: Rest[_None, _Some], one: _None, other: _Some) -> float:
    return float(one.noun in other.around and bool(one.said & other.around))


DENIALS = Detector(DiscrepancyType.NEGATION, _denied, _same_matter)
"""A word that the left side denies and the right side, which denies nothing, affirms in the same surroundings."""
SPARED = Detector(DiscrepancyType.NEGATION, _spared, _same_fate)
NONE_OF = Detector(DiscrepancyType.NEGATION, _none, _same_thing)
"""None of a thing on the left, some of it on the right, with the same said of them."""
