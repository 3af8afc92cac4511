"""Which paragraphs describe a picture: by a credit, a label, or because they are printed twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from variorum.engine.nouns import Role
from variorum.engine.segmenting.ends import has_full_stop, has_more_words, is_stopped
from variorum.engine.words.speech import listed

LONGEST = 70
"""Words that a caption has at most."""
LONGEST_LABELLED = 25
"""Words of one that only a label tells ("UNITED NATIONS: …")."""

_LABEL = r"[^\W\d_a-z]{3,}(?:[ -][^\W\d_a-z]{2,}){0,2}:\s"
_NEWS_LABEL = listed("update updated breaking exclusive live latest opinion analysis correction note q a faq")

_CREDIT: Final = r"""(?x)
    [(\[–—-]?\s?\b(?i:photo(?:graph)?|pic(?:ture)?|image|foto|fotografía|bild|illustration|graphic|grafik|credit|crédit)s?
    (?:\s(?:credit|by|courtesy(?:\sof)?|illustration))?\s?[:/©]\s?(?:[^.:]|(?<=\b[A-Z])\.){2,70}[)\]]?\.?$
    |\((?i:photo|foto|bild|image|picture|pic|photograph)s?\s[^()]{2,60}\)\.?$
    |\b(?:AP|AFP|EPA|PA|Getty|Reuters|Shutterstock|Alamy|dpa|EFE|ANSA|TASS|iStock)
    (?:\s(?:Photo|Images|Wire|Foto)|/[\w\s/.-]{2,40})\s?[)\]]?\.?$
    |\b[A-Z]{2,}\s/\s[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,3}$"""
"""A photographer's or an agency's credit at the end of a caption."""

_GIVER: Final = r"[^\W\d_]\s\([A-Z][\w.'’-]+(?:\s(?:of|for|[A-Za-z][\w.'’-]+)){0,3}\)$"
"""Who gave the picture, alone in parentheses at the end of a line without full stop: "(Harbour Police)"."""

_CAPTION_START: Final = (
    r"(?i)(?:file )?(?:photo|image|picture|foto|bild|video|media)(?: caption| credit| source)?s?\s?[:/]|file\s[-–—]\s"
    r"|image caption|image source|pictured:|\(?image:|imagen:|légende|bildunterschrift|archivbild|archivfoto|symbolbild"
    r"|symbolfoto|foto de archivo"
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
    return [Role.CAPTION if _is_caption(lines, plain, k, counts[plain[k]]) else None for k in range(len(lines))]


def _is_caption(lines: Sequence[str], plain: Sequence[str], k: int, copies: int) -> bool:
    """Whether the paragraph of that number describes a picture; `plain` is all of them casefolded."""
    line, low = lines[k], plain[k]
    if has_credit(line):
        return not has_more_words(line, LONGEST)
    if k == 0:
        return False
    stopped = has_full_stop(line)
    near = [plain[j] for j in (k - 1, k + 1) if j < len(plain)]
    twice = 1 < copies <= 3 and len(lines) > 3 and (not stopped or low in near)
    if twice and has_more_words(line, 2):
        return not has_more_words(line, LONGEST)
    if stopped:
        return False
    if any(_with_credit(low, other) for other in near) and has_more_words(line, 3):
        return not has_more_words(line, LONGEST)
    if line.endswith(")") and re.search(_GIVER, line):
        return has_more_words(line, 4) and not has_more_words(line, LONGEST_LABELLED)
    return not is_stopped(line) and _is_label(line) and not has_more_words(line, LONGEST_LABELLED)


def _with_credit(one: str, other: str) -> bool:
    """Whether one of two neighbours is the other with a little more."""
    near = len(other) > 20 and abs(len(other) - len(one)) < 90
    return near and (other.startswith(one) or one.startswith(other))


def _is_label(line: str) -> bool:
    match = re.match(_LABEL, line) if ": " in line[:60] else None
    return match is not None and match.group().rstrip(": ").lower() not in _NEWS_LABEL
