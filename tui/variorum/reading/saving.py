"""An article → a text file that opens again as the same article: its words, and front matter that says the rest."""

from __future__ import annotations

import json
from collections.abc import Mapping

from variorum.engine.nouns import Article, Role

_ROLE_KEYS: Mapping[Role, str] = {
    Role.TITLE: "headings",
    Role.BYLINE: "bylines",
    Role.DATELINE: "datelines",
    Role.CAPTION: "captions",
    Role.BOILERPLATE: "boilerplate",
}


def saved_text(article: Article, *, retrieved: str = "") -> str:
    """The text of a file that `read` makes the same article of.

    Args:
        article: What to save.
        retrieved: When it was fetched, ISO 8601; empty leaves it out.
    """
    lines = ["---"]
    stated = {
        "title": article.title,
        "outlet": article.outlet,
        "byline": article.byline,
        "published": article.published,
        "url": article.url,
        "language": article.language,
        "retrieved": retrieved,
    }
    lines += [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in stated.items() if value]
    for role, key in _ROLE_KEYS.items():
        sentences = _stretches(article, role)
        if sentences:
            lines.append(f"{key}: {json.dumps(sentences, ensure_ascii=False)}")
    if article.guessed:
        lines.append(f"guessed: {json.dumps(sorted(article.guessed))}")
    if article.cut_off:
        lines.append("cut_off: true")
    return "\n".join([*lines, "---", "", article.text.strip("\n"), ""])


def _stretches(article: Article, role: Role) -> list[str]:
    """Neighbouring sentences of a role in one paragraph, as the one stretch of text that they are."""
    found: list[tuple[int, int, int, int]] = []
    for sentence in article.sentences:
        if sentence.role is not role:
            continue
        if found and found[-1][2:] == (sentence.paragraph, sentence.index - 1):
            found[-1] = (found[-1][0], sentence.end, sentence.paragraph, sentence.index)
        else:
            found.append((sentence.start, sentence.end, sentence.paragraph, sentence.index))
    return [article.text[start:end] for start, end, _, _ in found]
