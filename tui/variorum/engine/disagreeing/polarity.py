"""The same statement made on one side and denied on the other: negation, and words that mean the opposite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from variorum.engine.details.figures import FigureKind
from variorum.engine.disagreeing.figure_disagreement import FATES, fates
from variorum.engine.disagreeing.sides import POINT, Facing, Side, SideWord, touching
from variorum.engine.nouns import Discrepancy, DiscrepancyType, Span
from variorum.engine.words.concepts import opposites
from variorum.engine.words.word_lists import word_set

_UN = re.compile(
    r"un(?!der|it|ion|iv|til|less|ique|if|o$|a$|as$|os$|d|ter|s$)\w{4}|in(?:cap|suff|vis|act|val)|imposs|disagr|disappr"
)
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
_SOFT = word_set(
    """
    declined decline declines hardly barely scarcely unable unlikely fail failed fails failing refuse refused refuses
    deny denied denies denying avoid avoided unless lack lacked lacks few little rarely seldom kaum apenas peine
    verweigert weigerte negó rechazó refuse prevent prevented prevents ruled stop stopped rejected reject rejects
    instead un
    """
)
"""Words that may deny without a negator: where one stands, nothing can be said."""
_NOT_DENYING = word_set(
    "only just merely least more less fewer than else doubt later longer even yet before vor früher nur mehr sólo solo"
    " más"
)
"""After a negator, these make it no denial: `not only`, `no more than`."""
_DETERMINERS = word_set("no kein keine keinen keiner keinem keines ohne sin ningún ninguna without sans aucun aucune")
_INSIDE = word_set(
    """
    of a an the any is are was were be been being have has had yet
    ever get got to so very really his her its their our my your der
    die das den dem ein eine einen mehr el la los las un una le les se ha han sido
    """
)
"""Small words that a denial reaches across."""
_NO_MORE = word_set("longer mehr")
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
_FACING_WORDS = 2
_CLOSE = 4
"""Words before a word in which its subject stands; what it is about stands in three times as many behind it."""
_BOTH_WAYS = 2
"""Content words that the surroundings of two opposite words must share."""


class _Denial(NamedTuple):
    """A negator, the words it may deny, and its span with the first of them."""

    at: int
    heads: tuple[int, ...]


def statements_that_disagree(a: Side, b: Side, facing: Facing) -> list[Discrepancy]:
    """The first opposition between the sides, or the first denial of what the other side says."""
    for x, y in _opposed(a, b, facing):
        span_a, span_b = _with_negator(a, x), _with_negator(b, y)
        return [Discrepancy(DiscrepancyType.NEGATION, a.text(span_a), b.text(span_b), span_a, span_b)]
    for left, right, swapped in ((a, b, False), (b, a, True)):
        denied = _denied(left, right) or _spared(left, right) or _none_of(left, right)
        if denied:
            spans = denied[::-1] if swapped else denied
            return [Discrepancy(DiscrepancyType.NEGATION, a.text(spans[0]), b.text(spans[1]), *spans)]
    return []


def _negators(side: Side) -> frozenset[str]:
    return NEGATORS.get(side.language[:2], NEGATORS["en"])


def _negated(side: Side, at: int) -> int | None:
    """The negator within three words before this word, in its sentence; None where there is none."""
    words, negators = side.words, _negators(side)
    for k in range(at - 1, max(-1, at - 4), -1):
        if words[k].sentence != words[at].sentence:
            return None
        if words[k].low in negators:
            return None if words[k + 1].low in _NOT_DENYING - _NO_MORE else k
    return None


def _with_negator(side: Side, at: int) -> Span:
    negator = _negated(side, at)
    start = at if negator is None else negator
    return side.words[start].start, side.words[at].end


def _opposed(a: Side, b: Side, facing: Facing) -> Iterator[tuple[int, int]]:
    """Words of the two sides that mean the opposite, in surroundings that share enough, negators counted in."""
    found_a, found_b = _poles(a), _poles(b)
    for row in sorted(found_a.keys() & found_b.keys()):
        poles_a, poles_b = {pole for pole, _, _ in found_a[row]}, {pole for pole, _, _ in found_b[row]}
        if len(poles_a) > 1 or len(poles_b) > 1 or poles_a == poles_b:
            continue
        (_, x, weak), (_, y, _) = found_a[row][0], found_b[row][0]
        if a.words[x].stem == b.words[y].stem:
            continue  # one of them negated: that is for `_denied` to weigh
        if weak and facing.region(x, y, _FACING_WORDS) is None and not (weak == 1 and _framed(a, b, x, y)):
            continue
        if _in_common(a, b, x, y, weak):
            yield x, y


def _in_common(a: Side, b: Side, x: int, y: int, weak: int) -> bool:
    """Whether two opposite words are said of the same, going by the words around; strong opposites need fewer."""
    near_a, near_b = a.near(x, x + 1), b.near(y, y + 1)
    shared = near_a & near_b
    if len(shared) >= _BOTH_WAYS or not shared or weak:
        return len(shared) >= _BOTH_WAYS
    return _object(a, x) == _object(b, y) != "" or (shared in (near_a, near_b) and not (a.figures and b.figures))


def _object(side: Side, at: int) -> str:
    """What the content word right behind a word means, small words between them passed over."""
    for word in side.words[at + 1 : at + 4]:
        if word.content or word.sentence != side.words[at].sentence:
            return word.sense if word.sentence == side.words[at].sentence else ""
    return ""


def _framed(a: Side, b: Side, x: int, y: int) -> bool:
    """Whether the same is spoken of before both words and after both, close by."""
    counted = any(d.first in (n + 1, n + 2) for s, n in ((a, x), (b, y)) for d in s.figures)
    if counted:  # five lost and one won of six
        return False
    before = [{w.sense for w in s.words[max(0, n - _CLOSE) : n] if w.content} for s, n in ((a, x), (b, y))]
    after = [{w.sense for w in s.words[n + 1 : n + 1 + 3 * _CLOSE] if w.content} for s, n in ((a, x), (b, y))]
    return not before[0].isdisjoint(before[1]) and not after[0].isdisjoint(after[1])


def _poles(side: Side) -> dict[int, list[tuple[int, int, int]]]:
    """By opposition: which side of it is meant, by which word, and how weak the opposition is."""
    table = opposites(side.language)
    found: dict[int, list[tuple[int, int, int]]] = {}
    for k, word in enumerate(side.words):
        for row, pole, weak in table.get(word.stem, ()):
            found.setdefault(row, []).append((-pole if _negated(side, k) is not None else pole, k, weak))
    return found


def _denied(left: Side, right: Side) -> tuple[Span, Span] | None:
    """A word that the left side denies and the right side, which denies nothing, affirms in the same surroundings."""
    if _negators(left).isdisjoint(left.forms) and _FAILING.isdisjoint(left.forms):
        return None  # as of most sides
    negators = _negators(right)
    if any(word.low in negators or _UN.match(word.low) for word in right.words):
        return None
    soft = {word.stem for side in (left, right) for word in side.words if word.low in _SOFT}
    table = opposites(right.language)
    said = {(row, pole) for word in right.words for row, pole, _ in table.get(word.stem, ())}
    by_stem: dict[str, list[int]] = {}
    for k, word in enumerate(right.words):
        if word.content:
            by_stem.setdefault(word.stem, []).append(k)
    for denial in _denials(left):
        for head in denial.heads:
            if any((row, -pole) in said for row, pole, _ in table.get(left.words[head].stem, ())):
                return None  # the right side denies it by saying the opposite
            if soft - {left.words[head].stem, left.words[denial.at].stem}:
                continue
            for k in by_stem.get(left.words[head].stem, ()):
                if _same_matter(left, right, denial, head, k):
                    first, last = sorted((denial.at, head))
                    span = (left.words[first].start, left.words[last].end)
                    return span, (right.words[k].start, right.words[k].end)
    return None


def _spared(left: Side, right: Side) -> tuple[Span, Span] | None:
    """Nobody hurt on the left, some hurt on the right, and likewise of what else befalls people."""
    if _SPARED.isdisjoint(left.forms) or not _SPARED.isdisjoint(right.forms):
        return None
    words = left.words
    for k, word in enumerate(words):
        bare = word.low == "no" and k + 1 < len(words) and words[k + 1].low != "one"
        if word.low not in _SPARED:
            continue
        begin = max(0, k - _TURNED) if word.low in _NOBODY else k  # "verletzt wurde niemand"
        end = k + (3 if bare else 6)
        while bare and end < len(words) and words[end - 1].low in _BEEN:  # no patient had been hurt
            end += 1
        around = [w for w in words[begin:end] if w.sentence == word.sentence]
        fated = next((w for w in around if w.sense in FATES), None)
        if fated is None or not _FURTHER.isdisjoint(w.low for w in around):
            continue
        for figure in right.figures:
            if (
                figure.value.kind is FigureKind.NUMBER
                and figure.value.value > 0
                and fated.sense in fates(right, figure)
            ):
                first, last = sorted((word, fated), key=lambda w: w.start)
                behind = [w for w in right.words[figure.last : figure.last + 8] if w.sense == fated.sense]
                return (first.start, last.end), (figure.span[0], behind[0].end if behind else figure.span[1])
    return None


def _none_of(left: Side, right: Side) -> tuple[Span, Span] | None:
    """None of a thing on the left, some of it on the right, with the same said of them: "No plants will close"."""
    none = _NONE_OF if left.language[:2] == "en" else _NONE_OF - {"no"}  # Spanish has it for "not"
    for k, word in enumerate(left.words[:-1]):
        noun = left.words[k + 1]
        if word.low not in none or not noun.content or noun.sentence != word.sentence:
            continue
        said = left.near(k + 1, k + 2, _REACH) - {noun.sense}
        for figure in right.figures:
            some = figure.value.kind is FigureKind.NUMBER and not figure.value.unit and figure.value.value > 0
            around = right.near(figure.first, figure.last)
            if some and noun.sense in around and said & around:
                return (word.start, noun.end), figure.span
    return None


def _same_matter(left: Side, right: Side, denial: _Denial, head: int, k: int) -> bool:
    """Whether what is denied at `head` on the left is what is said at `k` on the right, going by the words around."""
    negator = left.words[denial.at].low
    shared = left.near(head, head + 1) & right.near(k, k + 1)
    if negator in _NO_MORE:
        return bool(shared) and any(word.low in _STILL for word in right.words)
    direct = head == denial.heads[0] and all(left.words[n].low in _INSIDE for n in range(denial.at + 1, head))
    verb = direct and (negator not in _DETERMINERS or negator in _NOBODY)
    return len(shared) >= (1 if verb else _BOTH_WAYS)


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
    negators = _negators(side)
    for at, word in enumerate(side.words):
        if word.low in _FAILING and at + 2 < len(side.words) and side.words[at + 1].low == "to":
            yield _Denial(at, (at + 2,))
        if word.low not in negators:
            continue
        after = _clause(side, at)
        rest = [w.low for w in side.words[at + 1 :] if w.sentence == word.sentence]
        if not _UNTIL.isdisjoint(rest) or ("since" in rest and _is_perfect(side, at)):
            continue
        if after and after[0].low in _NO_MORE:  # no longer closed
            yield _Denial(at + 1, tuple(at + 1 + n for n, w in enumerate(after) if w.content)[:_REACH])
            continue
        if (not after and word.low != "nicht") or (after and after[0].low in _NOT_DENYING):
            continue
        if word.low in _UNABLE and after[0].low in _IDIOMS:
            continue
        reach = 1 if word.low in _DETERMINERS else len(after)
        heads = [at + 1 + n for n, w in enumerate(after[:reach]) if w.content][:_REACH]
        if word.low == "nicht":  # German denies the verb before it too: "kam nicht"
            heads += [k for k in range(max(0, at - 4), at) if touching(side, k, at) and side.words[k].content]
        yield _Denial(at, tuple(heads))
