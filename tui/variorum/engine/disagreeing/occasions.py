"""Kinds of places and documents in which something is said, and which of them can be the same one."""

from __future__ import annotations

from typing import NamedTuple

from variorum.engine.nouns import Span
from variorum.engine.words.word_lists import word_set
from variorum.text.patterns import lazy_pattern

_KINDS = """
interview: interview interviews chat conversation gespräch gespräche entrevista entrevistas entretien intervista
    интервью
paper: newspaper newsroom zeitung redaktion periódico redacción rédaction
press: conference briefing reporters mediapersons newsmen journalists reporter journalist pressekonferenz journalisten
    reportern rueda periodistas journalistes prensa presse брифинге журналистам
statement: statement communique communiqué release declaration erklärung mitteilung pressemitteilung stellungnahme
    begründung comunicado declaración nota заявлении заявление
letter: letter letters brief carta lettre письме schreiben
memo: memo memorandum memos
mail: email emails e-mail correo courriel mail
column: column op-ed essay kolumne gastbeitrag columna tribune
speech: speech address sermon toast lecture remarks rede ansprache dankesrede predigt discurso discours allocution
parliament: parliament lawmakers mps senate congress committee legislators deputies senators bundestag landtag
    parlament abgeordneten parlamento diputados députés parlement
court: court trial hearing testimony affidavit inquest tribunal gericht prozess anhörung juicio procès judge jury
social: tweet tweets tweeted twitter facebook instagram tiktok post posts weibo bluesky mastodon tuit linkedin
    threads blog
broadcast: television tv radio broadcast programme program show channel podcast livestream fernsehen rundfunk
    sendung televisión programa télévision émission newscast эфире
text: sms text whatsapp
message: message messages telegram telegrams mensaje nachricht telegramm telegrama note
phone: telephone phone call telefon teléfono téléphone
book: book memoir diary autobiography buch tagebuch libro livre biography
report: report study survey review audit bericht studie informe rapport documents document filing records
video: video clip footage documentary recording
rally: rally march demonstration vigil kundgebung mitin acto campaign
meal: dinner banquet lunch reception breakfast bankett empfang cena banquete
ceremony: ceremony funeral inauguration festival gala premiere feier trauerfeier ceremonia
crowd: supporters followers crowd audience thousands hundreds fans delegates anhänger anhängern simpatizantes partisans
    seguidores
meeting: meeting summit talks treffen gipfel reunión cumbre forum panel
"""
"""A kind, and the words for it."""
_KIND = {
    word: row.partition(":")[0]
    for row in _KINDS.replace("\n    ", " ").strip().splitlines()
    for word in row.partition(":")[2].split()
}
_ALSO = """
broadcast: interview press speech video
ceremony: meal speech
court: meeting parliament
crowd: ceremony meal meeting press rally speech social broadcast video
interview: phone video
letter: mail message
mail: message
paper: interview phone
meal: speech
meeting: parliament press rally speech video
message: social statement text video
parliament: speech
phone: press
press: video
rally: speech
social: statement text video
speech: video
"""
"""Kinds that one occasion can be at once: an interview on television, a speech in parliament."""
_TOGETHER = {
    pair
    for one, _, others in (row.partition(": ") for row in _ALSO.strip().splitlines())
    for other in others.split()
    for pair in ((one, other), (other, one))
}
_ON_AIR = frozenset(["interview"])
"""What is said on a station that is named is said to it."""
_WORD = lazy_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")
_LEADS = word_set(
    """
    in at on to during via by through from told tell tells telling according before after with im in bei auf beim vor
    aus gegenüber laut en a al ante durante por según con sobre dans lors devant à au pendant selon в на
    """
)
_GOES_ON = word_set(
    """
    a an the his her its their our this that one exclusive written press news in by from to of with for mit des der
    dem den die das la el los las un una una su con por de del zum le la les du sur son sa à que released issued sent
    given published posted local breakfast
    """
)
_ENDS = word_set("who which that after when while as because where and but said says he she they it told wrote")
_TO = word_set("to a à au")
_TO_WHOM = word_set("to an à aux")
_SPOKE = word_set(
    "according said spoke speaking wrote writing written talked talking explained dijo declaró afirmó escribió dit"
)
_FAR = 7
_VERBS = {"tweeted": "social", "retweeted": "social", "testified": "court", "emailed": "mail", "texted": "text"}


class Occasion(NamedTuple):
    """Where something was said: its kinds, and the words that name it."""

    kinds: frozenset[str]
    text: str
    span: Span


def kinds_of(text: str) -> frozenset[str]:
    """The kinds of occasion that a phrase names; those inside names (`Radio Costa`) only where there are no others."""
    words = [m.group() for m in _WORD.finditer(text)]
    to = next((n for n, word in enumerate(words) if n and word in _TO_WHOM and any(map(_kind, words[:n]))), len(words))
    words = words[:to]  # of a letter to parliament, the letter
    common = frozenset(_kind(word) for word in words if word.islower()) - {""}
    found = common or frozenset(_kind(word.lower()) for word in words) - {""}
    if found == {"broadcast"} and not common:
        return _ON_AIR  # a station's name
    return found - {"broadcast", "paper"} or found  # a television interview is an interview


def _kind(word: str) -> str:
    found = _KIND.get(word) or _KIND.get(word.removesuffix("s"))
    if found:
        return found
    if word in _VERBS:
        return _VERBS[word]
    for ending, kind in (
        ("konferenz", "press"),
        ("rede", "speech"),
        ("gespräch", "interview"),
        ("interview", "interview"),
    ):
        if word.endswith(ending):
            return kind
    return "statement" if word.endswith(("erklärung", "mitteilung")) else ""


def can_be_one(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of kinds can name one occasion."""
    return bool(a & b) or any((x, y) in _TOGETHER for x in a for y in b)


def find_occasions(text: str) -> list[Occasion]:
    """The occasions that hang on a preposition or on "told" in a sentence; spans count from its start."""
    tokens = [(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(text)]
    found: list[Occasion] = []
    for n, (word, _, _) in enumerate(tokens):
        kind = _kind(word)
        if not kind:
            continue
        lead = n - 1
        while lead >= 0 and n - lead <= _FAR and not _leads(tokens, lead) and tokens[lead][0].isalpha():
            lead -= 1
        if lead < 0 or not _leads(tokens, lead) or (tokens[lead][0] in _TO and not _said_to(tokens, lead)):
            continue
        end = n + 1
        while end < len(tokens) and _goes_on(tokens, end, text):
            end += 1
        while end > n + 1 and tokens[end - 1][0] in _GOES_ON:
            end -= 1
        span = (tokens[lead + 1][1], tokens[end - 1][2])
        if found and found[-1].span[1] > span[0]:
            continue
        phrase = text[span[0] : span[1]]
        found.append(Occasion(kinds_of(phrase), phrase, span))
    return found


def said_by_verb(text: str) -> Occasion | None:
    """The occasion that a verb of saying tells by itself: `tweeted`, `testified`."""
    for match in _WORD.finditer(text):
        if kind := _VERBS.get(match.group().lower()):
            return Occasion(frozenset([kind]), match.group(), match.span())
    return None


def _leads(tokens: list[tuple[str, int, int]], at: int) -> bool:
    """Whether a word may open the phrase: a preposition, or the Spanish `a` before an article."""
    if tokens[at][0] == "a":
        return at + 1 < len(tokens) and tokens[at + 1][0] in ("la", "las", "los", "un", "una", "su", "sus")
    return tokens[at][0] in _LEADS


def _said_to(tokens: list[tuple[str, int, int]], at: int) -> bool:
    """Whether "to" follows a verb of saying or "according"."""
    return at > 0 and tokens[at - 1][0] in _SPOKE


def _goes_on(tokens: list[tuple[str, int, int]], at: int, text: str) -> bool:
    """Whether the naming of an occasion goes on: `with Corriere`, `released by the office`."""
    word, start, _ = tokens[at]
    if not word[0].isalpha() or word in _ENDS:
        return False
    return word in _GOES_ON or text[start].isupper() or tokens[at - 1][0] in _GOES_ON
