"""Names of two sides that stand for the same person or place and are not the same name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from variorum.engine.details.name_words import BODIES
from variorum.engine.details.names import Name, names_of, same_name
from variorum.engine.disagreeing.detector import Detector, Rest
from variorum.engine.disagreeing.sides import Detail, Facing, Side
from variorum.engine.nouns import DiscrepancyType
from variorum.engine.words.word_lists import word_set

ALIKE = 0.6
"""Least likeness of spelling, 0 to 1, of two names that are taken for one spelt differently."""
ALIKE_ALONE = 0.75
"""The same for names of one word."""
UNLIKE = 0.3
"""Least likeness of either end of a name of several words."""
_FACING_WORDS = 3
_CONTEXT = 2
"""Words on either side of two names in the same place that must be the same."""
_SORTS = word_set(
    "lake mount river cape fort port street road avenue bridge hospital airport station hotel park square island bay "
    "county university college school stadium prison"
)
"""Words for a sort of place in its name."""
_LONG = 4
_SHORT_FORMS = frozenset(
    frozenset(pair.split("/"))
    for pair in word_set(
        """
        joe/joseph bill/william will/william bob/robert rob/robert dick/richard jim/james tom/thomas mike/michael
        dave/david steve/stephen steve/steven liz/elizabeth beth/elizabeth kate/katherine kate/catherine tony/anthony
        ted/edward ed/edward ned/edward dan/daniel ben/benjamin sam/samuel alex/alexander nick/nicholas
        chris/christopher matt/matthew andy/andrew greg/gregory jeff/jeffrey ken/kenneth ron/ronald don/donald
        fred/frederick harry/henry jack/john meg/margaret sue/susan pat/patricia pat/patrick jenny/jennifer
        vlad/vladimir sasha/alexander pepe/jose paco/francisco hans/johannes max/maximilian tim/timothy
        """
    )
)
_OF_A_PLACE = word_set(
    "a i n s an ans ian ians ean eans en ens er ers ese ish in ins isch ische ischen ni nis ano ana anos ais aise ic "
    "ics ical"
)
_Found = Detail[Name]


def _left_over(a: Side, b: Side) -> tuple[list[_Found], list[_Found]]:
    """Names that are none of the other side's, however printed."""
    if not a.names or not b.names:
        return [], []
    names_a, names_b = _in_full(a, b), _in_full(b, a)
    return (
        [n for n in names_a if not any(same_name(n.value, m.value) for m in names_b)],
        [m for m in names_b if not any(same_name(n.value, m.value) for n in names_a)],
    )


def _in_full(side: Side, across: Side) -> list[_Found]:
    """A side's names; acronyms that only the other article introduces stand for the long form it gives."""
    given = dict(across.vocabulary.acronyms)
    if given.keys().isdisjoint(d.value.key for d in side.names):
        return side.names
    return [
        d._replace(value=d.value._replace(key=long, parts=tuple(long.split()))) if long else d
        for d in side.names
        for long in [given.get(d.value.key)]
    ]


def _weigh(rest: Rest[_Found, _Found], one: _Found, other: _Found) -> float:
    """How alike the two are spelt, and one more where they stand in the same place."""
    a, b = rest.a, rest.b
    likeness = _likeness(one.value, other.value)
    opposite = likeness < ALIKE and (_in_place(a, b, one, other, rest.facing) or _of_a_kind(a, b, one, other))
    if likeness < ALIKE and (not opposite or (_speaks(a, one) and _speaks(b, other))):
        return 0.0  # two people who each say something are two people
    return 0.0 if _told_apart(a, b, one.value, other.value) else likeness + opposite


def _speaks(side: Side, name: _Found) -> bool:
    """Whether a name is that of somebody this side quotes."""
    return any(q.speaker and q.speaker.endswith(name.value.text.split()[-1]) for q in side.quotes)


def _likeness(a: Name, b: Name) -> float:
    """How alike two names are in spelling, 0 to 1; 0 for what may well be two people or two places."""
    short, long = sorted((a.parts[-1], b.parts[-1]), key=len)
    alone = len(a.parts) == 1 or len(b.parts) == 1
    if alone and (len(short) <= _LONG or _strange(short, long) > (1 - ALIKE_ALONE) * len(long)):
        return 0.0  # as for most pairs of names, at a tenth of the price
    last = _similar(short, long)
    if alone:
        return last if last >= ALIKE_ALONE else 0.0
    if last == 1 and (frozenset((a.parts[0], b.parts[0])) in _SHORT_FORMS):
        return 0.0
    most = min(len(a.parts), len(b.parts))
    first = _similar(a.parts[-most], b.parts[-most])
    if last == 1 and a.parts[-1] in BODIES:
        return first if first >= ALIKE_ALONE else 0.0
    if min(first, last) < UNLIKE:
        return 0.0
    return (last + first) / 2


def _one_root(a: str, b: str) -> bool:
    """Whether one is a place and the other its people, or one a short form: `Rwanda`, `Rwandan`; `Philadelphia`."""
    short, long = sorted((a, b), key=len)
    root = short.rstrip("aeiouy")
    return len(root) > 2 and long.startswith(root) and long[len(root) :] in _OF_A_PLACE


def _strange(short: str, long: str) -> int:
    """The fewest letters that must be altered, for none of the other word's can stand for them."""
    return max(len(long) - len(short), len([letter for letter in long if letter not in short]))


@lru_cache(maxsize=4096)
def _similar(a: str, b: str) -> float:
    """One minus the edit distance (Levenshtein, 1966) over the longer length."""
    if a == b:
        return 1.0
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return 1 - row[-1] / max(len(a), len(b))


def _in_place(a: Side, b: Side, one: _Found, other: _Found, facing: Facing) -> bool:
    """Whether two names stand against each other, with the same words before and after them."""
    if not _like_neighbours(a.forms, b.forms, one, other):
        return False  # spares the diff of the sides
    region = facing.region(one.first, other.first, _FACING_WORDS)
    if region is None or one.last > region[1] or other.last > region[3]:
        return False
    i0, i1, j0, j1 = region
    before = i0 > 0 and a.forms[max(0, i0 - _CONTEXT) : i0] == b.forms[max(0, j0 - _CONTEXT) : j0]
    after = i1 < len(a.forms) and a.forms[i1 : i1 + _CONTEXT] == b.forms[j1 : j1 + _CONTEXT]
    return before or after


def _like_neighbours(a: Sequence[str], b: Sequence[str], one: _Found, other: _Found) -> bool:
    """Whether one of the words near before, or near after, is the same on both sides."""
    reach = _CONTEXT + _FACING_WORDS
    before = {*a[max(0, one.first - reach) : one.first]} & {*b[max(0, other.first - reach) : other.first]}
    return bool(before or {*a[one.last : one.last + reach]} & {*b[other.last : other.last + reach]})


def _of_a_kind(a: Side, b: Side, one: _Found, other: _Found) -> bool:
    """Whether both are called by the same sort of place and nothing else of it: Lake Como, Lake Garda.

    The words around them must have something in common, and neither side another of that sort.
    """
    x, y = one.value.parts, other.value.parts
    same = (x[0] == y[0] and x[0] in _SORTS) or (x[-1] == y[-1] and x[-1] in _SORTS)
    if not same or len(x) != 2 or len(y) != 2:
        return False
    sort = x[0] if x[0] == y[0] else x[-1]
    alone = all(sum(sort in name.value.parts for name in side.names) == 1 for side in (a, b))
    dated = {d.value.key for d in a.figures} & {d.value.key for d in b.figures}
    return alone and bool(dated or a.near(one.first, one.last) & b.near(other.first, other.last))


def _told_apart(a: Side, b: Side, one: Name, other: Name) -> bool:
    """Whether an article knows both names, or one of them is another way to call the other."""
    ends = zip(reversed(one.parts), reversed(other.parts), strict=False)
    if all(x == y or _one_root(x, y) for x, y in ends):
        return True
    if one.key[:_LONG] == other.key[:_LONG] and one.parts[0] not in _SORTS and _likeness(one, other) < ALIKE:
        return True
    known_a, known_b = (names_of(side.article.text, side.language) for side in (a, b))
    both = set(one.parts) | set(other.parts)
    if any(len(name.parts) > 1 and both <= set(name.parts) for name in (*known_a, *known_b)):
        return True
    return any(same_name(other, name) for name in known_a) or any(same_name(one, name) for name in known_b)


NAMES = Detector(DiscrepancyType.NAME, _left_over, _weigh)
"""Names spelt differently, and different names in the same place of otherwise equal words."""
