"""Which paragraphs describe a picture: by a credit, a label, or because they are printed twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from variorum.engine.nouns import Role
from variorum.engine.words.speech import listed

_STOPPED = re.compile(r"[.!?…:;,。！？؟۔।][\"'”’»“«)\]）」』*_]*$")
_FULL_STOP = re.compile(r"[.…。۔।][\"'”’»“«)\]）」』*_]*$")
_WORD = re.compile(r"[\w’'-]+")
_LABEL = r"[^\W\d_a-z]{3,}(?:[ -][^\W\d_a-z]{2,}){0,2}:\s"
_NEWS_LABEL = listed("update updated breaking exclusive live latest opinion analysis correction note q a faq")

_CREDIT: Final = r"""(?x)
    [(\[–—-]?\s?\b(?i:photo(?:graph)?|pic(?:ture)?|image|foto|fotografía|bild|illustration|graphic|grafik|credit|crédit)s?
    (?:\s(?:credit|by|courtesy(?:\sof)?|illustration))?\s?[:/©]\s?(?:[^.:]|(?<=\b[A-Z])\.){2,70}[)\]]?\.?$
    |\b(?:AP|AFP|EPA|PA|Getty|Reuters|Shutterstock|Alamy|dpa|EFE|ANSA|TASS|iStock)
    (?:\s(?:Photo|Images|Wire|Foto)|/[\w\s/.-]{2,40})\s?[)\]]?\.?$
    |\b[A-Z]{2,}\s/\s[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,3}$"""
"""A photographer's or an agency's credit at the end of a caption."""

_CAPTION_START: Final = (
    r"(?i)(?:file )?(?:photo|image|picture|foto|bild|video|media)(?: caption| credit| source)?s?\s?[:/]|file\s[-–—]\s"
    r"|image caption|pictured:|\(?image:|imagen:|légende|bildunterschrift|archivbild|archivfoto|symbolbild|symbolfoto"
    r"|foto de archivo"
)
"""How captions begin that say what they are."""

_CREDIT_HINTS: Final = (":", "/", "©", "Photo", "Images", "Wire", "Foto")
_CAPTION_HINTS: Final = (
    "file",
    "photo",
    "image",
    "picture",
    "foto",
    "bild",
    "video",
    "media",
    "(image",
    "lég",
    "archiv",
    "symb",
)


def has_credit(line: str) -> bool:
    """Whether a paragraph ends in a photographer's credit or begins as a caption that says what it is."""
    if any(hint in line for hint in _CREDIT_HINTS) and re.search(_CREDIT, line):
        return True
    return line.lower().startswith(_CAPTION_HINTS) and re.match(_CAPTION_START, line) is not None


def find_captions(lines: Sequence[str]) -> list[Role | None]:
    """Photo credits, and descriptions printed twice (as caption and as alternative text)."""
    plain = [line.casefold() for line in lines]
    counts = Counter(plain)
    found: list[Role | None] = []
    for k, line in enumerate(lines):
        words = len(_WORD.findall(line))
        near = [plain[j] for j in (k - 1, k + 1) if 0 <= j < len(plain)]
        twice = 1 < counts[plain[k]] <= 3 and len(lines) > 3
        with_credit = words > 3 and any(
            (other.startswith(plain[k]) or plain[k].startswith(other))
            and abs(len(other) - len(plain[k])) < 90
            and len(other) > 20
            for other in near
        )
        stopped = _FULL_STOP.search(line) is not None
        caption = words <= 70 and (
            has_credit(line)
            or (k > 0 and twice and words > 2 and (not stopped or plain[k] in near))
            or (k > 0 and with_credit and not stopped)
            or (k > 0 and words <= 25 and not _STOPPED.search(line) and _is_label(line))
        )
        found.append(Role.CAPTION if caption else None)
    return found


def _is_label(line: str) -> bool:
    match = re.match(_LABEL, line) if ": " in line[:60] else None
    return match is not None and match.group().rstrip(": ").lower() not in _NEWS_LABEL
