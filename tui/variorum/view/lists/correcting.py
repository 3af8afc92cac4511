"""What can be put right about a sentence, as a list to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.engine.keeping.corrections import make_correction, place_of
from variorum.engine.keeping.nouns import Correction
from variorum.engine.nouns import Article, Role
from variorum.text.sanitise import clean_line
from variorum.text.searching import saying
from variorum.view.lists.columns import Column
from variorum.view.lists.table import Row, Table, View

JOIN, SPLIT, RESTORE = "join", "split", "restore"

_ROLES = {
    Role.BODY: "part of the article's text, compared with others",
    Role.TITLE: "the title",
    Role.BYLINE: "who wrote it",
    Role.DATELINE: "where and when it was written",
    Role.CAPTION: "under a picture",
    Role.BOILERPLATE: "subscription lines, related links and the like",
}


def correction_view(article: Article, sentence: int, made: Sequence[Correction] = ()) -> View:
    """The roles that a sentence can be given, and where it begins and ends; a row's key names the choice.

    Args:
        made: The corrections there are.
    """
    now = article.sentences[sentence].role
    text = ((("sentence", "quiet"),), ((clean_line(article.sentence_text(sentence)), ""),))
    rows = [
        Row((((role.value, "strong" if role is now else ""),), ((words, "quiet"),)), detail=(text,), key=role.value)
        for role, words in _ROLES.items()
    ]
    more = [(SPLIT, "two sentences: choose the word that the second begins with")]
    if sentence + 1 < len(article.sentences):
        more.append((JOIN, "one sentence with the next"))
    if here := those_at(article, sentence, made):
        more.append((RESTORE, f"as it was read: take back {', '.join(_said(c) for c in here)}"))
    rows += [Row((((key, ""),), ((words, "quiet"),)), detail=(text,), key=key) for key, words in more]

    def build(order: int, wanted: int, query: str) -> Table:
        found = saying(query, rows, lambda row: row.text)
        columns = (Column("", 14, 16), Column("", 20, rows=0))
        return Table("THIS SENTENCE IS", columns, found, f"now: {now.value}", head=False)

    return View("correct", build, keys=(("list-enter", "choose"),))


def correction_of(article: Article, sentence: int, choice: str) -> Correction | None:
    """The correction that a role or joining means; None where it changes nothing."""
    at = article.sentences[sentence]
    if choice == JOIN:
        return make_correction(article, "join", at.start, article.sentences[sentence + 1].end)
    return None if Role(choice) is at.role else make_correction(article, "role", at.start, at.end, Role(choice))


def split_before(article: Article, sentence: int, at: int) -> Correction | None:
    """The correction that lets a new sentence begin at an offset of the text; None where one begins there already."""
    whole = article.sentences[sentence]
    return make_correction(article, "break", at, whole.end) if whole.start < at < whole.end else None


def those_at(article: Article, sentence: int, made: Sequence[Correction]) -> tuple[Correction, ...]:
    """Those corrections that touch a sentence: a break touches both sentences that it made."""
    at = article.sentences[sentence]
    found = []
    for correction in made:
        place = place_of(article, correction)
        if place is None:
            continue
        start, end = place
        if correction.kind == "break":
            touches = at.start <= start and not article.text[at.end : start].strip()
        else:
            touches = start < at.end and at.start < end
        if touches:
            found.append(correction)
    return tuple(found)


def _said(correction: Correction) -> str:
    return correction.role.value if correction.role else "the break" if correction.kind == "break" else "the joining"
