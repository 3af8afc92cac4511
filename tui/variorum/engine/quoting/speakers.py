"""The name that the words of a subject stand for: a name, a pronoun, a title, a description."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.engine.nouns import Sentence, Span
from variorum.engine.quoting.mentions import Mention, is_demonym
from variorum.engine.quoting.people import People
from variorum.engine.words.speech import PRONOUNS, SOVEREIGNS, TITLES, listed
from variorum.text.patterns import lazy_pattern

_WORD = lazy_pattern(r"\w[\w'’-]*")
_YEARS = lazy_pattern(r"(\d{1,3})-?(?:year-old|jährige)")
_SUBJECTS = listed("he she er elle él ella он она")
_SEVERAL = listed("they both ils ellos ellas elles они")
"""Subjects that are more than one: nobody by name."""
_INDEFINITE = listed("""a an one another some several many two three ein eine einer un una une unos unas des""")
_DEFINITE = listed("the der die das el la le l'")
_OWNERS = listed("his her their my our sein seine ihr ihre su sus son sa ses leur leurs")
_BODIES = listed(
    """palace company firm report board bank government statement note letter document paper newspaper magazine website
    sign poster source police army military force ministry embassy regulator watchdog charity group team club party
    union agency authority airline studio publisher court tribunal jury family couple spokesman spokeswoman
    spokesperson council committee commission department office city state country mission school hospital
    university administration coalition opposition public crowd media press network channel law text contract bill
    agreement behörde polizei firma partei regierung zeitung gewerkschaft staatsanwaltschaft feuerwehr stadt bericht
    sprecher sprecherin gericht empresa gobierno policía ministerio compañía partido fiscalía diario informe
    entreprise gouvernement ministère préfecture parquet société parti syndicat mairie journal rapport"""
)
"""Whoever speaks in the name of these is not the last person named."""
_BODY_ENDS = ("ministerium", "unternehmen", "verband", "behörde", "amt", "agentur", "gericht", "ers", "ors", "ists")
_UNNAMED = listed(
    """friend friends pal source sources insider insiders witness witnesses onlooker bystander relative relatives aide
    aides colleague colleagues neighbour neighbor resident residents passenger passerby official reader user caller
    letter-writer viewer quelle insider augenzeuge zeuge fuente fuentes testigo vecino source témoin proche riverain"""
)
"""Speakers whom an article leaves without a name."""
_GROUPS = listed(
    """critics officials doctors scientists researchers experts campaigners residents locals witnesses supporters
    opponents analysts lawyers prosecutors investigators activists protesters fans users readers ministers lawmakers
    republicans democrats conservatives unions organisers organizers police detectives neighbours neighbors friends
    relatives parents teachers economists bosses insiders sources historians diplomats traders investors farmers
    kritiker experten anwohner zeugen críticos expertos vecinos testigos experts riverains критики эксперты"""
)
"""Words that open a sentence with a capital and name nobody."""
_HANGING = listed("of at in from for to near with by de del von bei aus du des chez in")
_HUMAN = (
    *(
        "man",
        "woman",
        "boy",
        "girl",
        "mother",
        "father",
        "mum",
        "dad",
        "politician",
        "tycoon",
        "star",
        "singer",
        "actor",
    ),
    *("actress", "player", "teacher", "year-old", "leader", "boss", "chief", "officer", "owner", "founder", "author"),
    *("writer", "scientist", "expert", "lawyer", "driver", "victim", "widow", "neighbour", "neighbor", "executive"),
    *("veteran", "republican", "democrat", "lawmaker", "farmer", "worker", "doctor", "nurse", "judge", "pontiff"),
    *("politiker", "politikerin", "siegerin", "sieger", "jährige", "mann", "frau", "coach", "champion", "billionaire"),
    *("premier", "conservative", "survivor", "pensioner", "student", "graduate", "artist", "musician", "minister"),
)


def speaker_of(text: str, span: Span, sentence: Sentence, people: People, outside: int) -> Mention | None:
    """Who the words of a subject mean; None where the article names nobody they could mean.

    Args:
        text: The article's text.
        span: The subject.
        sentence: Its sentence.
        people: The names of the article.
        outside: Where the first quotation of the sentence begins: names behind it are no antecedents.
    """
    words = [w.lower() for w in _WORD.findall(text, *span)]
    if not words or words[0] in _SEVERAL:
        return None
    position = min(span[0], max(outside, sentence.start))
    if words[0] in _SUBJECTS:
        return people.before(sentence.index, position, PRONOUNS[words[0]])
    named = _named_in(text, span, words, people.within(*span, sentence.index))
    if named:
        return max(named, key=lambda m: (min(people.weight(m), 2), -m.span[0]))
    if words[0] in _INDEFINITE or words[-1] in _GROUPS:
        return None
    if words[0] == "who":
        near = people.within(sentence.start, span[0], sentence.index)
        return near[-1] if near else None
    if words[0] in PRONOUNS and len(words) == 1:
        return None if words[0] in ("i", "we", "it") else people.before(sentence.index, position, PRONOUNS[words[0]])
    return _described(words, sentence, people, position)


def _named_in(text: str, span: Span, words: Sequence[str], here: Sequence[Mention]) -> list[Mention]:
    """The names in a subject that can be its head: not what hangs on it, leads on to it or owns it."""
    named = [m for m in here if (not m.possessive or m.span[1] == span[1]) and m.key not in _GROUPS]
    common = text[span[0] : span[1]].rsplit(maxsplit=1)[-1][0].islower() or words[0].startswith("ein")
    if words[0] in _INDEFINITE and common:
        named = [m for m in named if text[: m.span[0]].rstrip()[-1:] == ","]
    free = [m for m in named if not hangs(m, span) and not is_demonym(m)]
    return [m for m in free if not _led(text, m, span)] or free


def _led(text: str, mention: Mention, span: Span) -> bool:
    """Whether a name only leads on to a noun, as "Dutch" in "Dutch tourist Anneke Roe"."""
    if len(mention.words) > 1 or mention.titles:
        return False
    behind = text[mention.span[1] : span[1]]
    return bool(re.match(r"\s[^\W\d_A-Z]", behind)) and behind.lstrip().split(" ")[0] not in _HANGING


def _described(words: Sequence[str], sentence: Sentence, people: People, position: int) -> Mention | None:
    """Whom a description without a name means: "the 17-year-old", "the minister", "the actress"."""
    years = next((match for w in words if (match := _YEARS.match(w))), None)
    if years and (aged := people.aged(int(years[1]))):
        return aged
    if words[-1] in _UNNAMED or _is_plural(words):
        return None
    if words[0] in _OWNERS:  # "her mother": one who is named as a mother, and never the daughter
        return people.titled({w for w in words[1:] if w in TITLES or w == words[-1]}, sentence.index)
    titles = {w for w in words if w in TITLES or w in SOVEREIGNS}
    definite = words[0] in _DEFINITE and not any(w in _BODIES or w.endswith(_BODY_ENDS) for w in words)
    for asked in (titles, {words[-1]} if definite else ()):
        if asked and (bearer := people.titled(set(asked), sentence.index)):
            return bearer
    human = definite or titles or any(w.endswith(_HUMAN) for w in words)
    return people.before(sentence.index, position, people.gender_of(words)) if human else None


def _is_plural(words: Sequence[str]) -> bool:
    """Whether a description is of several: "the rescuers", not "the boss"."""
    head = words[1] if len(words) > 1 and words[0] == "the" else ""
    return head.endswith("s") and not head.endswith(("ss", "us"))


def nearest(span: Span, sentence: Sentence, people: People) -> Mention | None:
    """For a fragment without a verb of saying: the last person named before it in its sentence, else the only one."""
    here = people.within(max(sentence.start, span[0] - 200), span[0], sentence.index)
    fit = [
        m
        for m in here
        if people.is_person(m) and not m.possessive and not m.quoted and not hangs(m, (sentence.start, span[0]))
    ]
    if fit:
        return fit[-1]
    every = [m for m in people.within(sentence.start, sentence.end, sentence.index) if people.is_person(m)]
    return every[0] if len({m.key for m in every if not m.quoted}) == 1 and not every[0].possessive else None


def hangs(mention: Mention, span: Span) -> bool:
    """Whether a name in a subject only hangs on it: "a source at X", "a colleague of X"."""
    return mention.span[0] > span[0] and mention.after in _HANGING
