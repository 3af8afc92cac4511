"""What can be put right about a sentence, as a list to choose from."""

from __future__ import annotations

from variorum.engine.keeping.corrections import make_correction
from variorum.engine.nouns import Article, Correction, Role
from variorum.view.table import Column, Row, Table, View

JOIN = "join"

_ROLES = {
    Role.BODY: "part of the article's text, compared with others",
    Role.TITLE: "the title",
    Role.BYLINE: "who wrote it",
    Role.DATELINE: "where and when it was written",
    Role.CAPTION: "under a picture",
    Role.BOILERPLATE: "subscription lines, related links and the like",
}


def correction_view(article: Article, sentence: int) -> View:
    """The roles that a sentence can be given, and joining it with the next; a row's key names the choice."""
    now = article.sentences[sentence].role
    rows = [
        Row((((role.value, "strong" if role is now else ""),), ((words, "quiet"),)), key=role.value)
        for role, words in _ROLES.items()
    ]
    if sentence + 1 < len(article.sentences):
        rows.append(Row((((JOIN, ""),), (("one sentence with the next", "quiet"),)), key=JOIN))
    table = Table("THIS SENTENCE IS", (Column("", 14, 16), Column("", 20)), rows, f"now: {now.value}", head=False)
    return View("correct", lambda order, wanted, query: table, keys=(("Enter", "choose"),))


def correction_of(article: Article, sentence: int, choice: str) -> Correction | None:
    """The correction that a choice means; None where it changes nothing."""
    at = article.sentences[sentence]
    if choice == JOIN:
        return make_correction(article, "join", at.start, article.sentences[sentence + 1].end)
    return None if Role(choice) is at.role else make_correction(article, "role", at.start, at.end, Role(choice))
