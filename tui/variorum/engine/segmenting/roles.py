"""What each paragraph of an article is for: title, byline, body, caption, boilerplate; and where a dateline ends.

Losing the article's own text is worse than keeping some furniture, so what is not plainly something else is body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from variorum.engine.nouns import Role, Span
from variorum.engine.segmenting.bylines import BYLINE_WORDS, is_byline, is_date
from variorum.engine.segmenting.captions import find_captions
from variorum.engine.segmenting.ends import WORD, has_full_stop, has_more_words, is_stopped
from variorum.engine.segmenting.furniture import ALONE, ANYHOW, BRIEF, LABELS, OPEN_ENDED, SERVICES, SHARE_WORDS
from variorum.engine.words.speech import listed

TITLE_WORDS = 40
TITLE_LENGTH = 240
"""A title has at most so many words and characters."""
SHORT = 40
"""Words up to which a paragraph that begins like furniture is furniture."""
CALL_WORDS = 20
"""Words up to which a line that sends the reader elsewhere is furniture."""
TAIL_WORDS = 16
"""Words of a line without a final stop that, after the last paragraph of prose, is no prose."""
DATELINE = 120
"""Characters in which a dateline must end."""
HEAD = 6
"""Paragraphs in which a title, a byline or a date line may stand."""
PROSE = 5
"""Paragraphs with a final stop from which an article is prose, where they are two in three."""
CROSSHEAD_WORDS = 6
"""Words of a heading inside an article; a longer line is rather a caption."""
_LISTED = tuple("-–—•*·0123456789")
"""How the items of a list begin."""

_TO_READER = listed("you your you’re want enjoyed got like interested sie ihnen ihre te tu usted su vous votre")
_SERVED = _TO_READER | listed("our us unser unsere uns nuestro nuestra notre nos vos download subscribe donate")
_CALLING = SERVICES | listed("our us free here comments notre unser unsere nuestro nuestra")
_SOCIAL = listed(
    "facebook instagram twitter x whatsapp telegram bluesky threads tiktok youtube linkedin mastodon signal"
)
_NOTES = ("correct", "updates:", "recasts", "refiles", "removes", "editor", "clarifi", "korrigiert", "bericht")
_PAGE = r"\b(?:pages?|seiten?|páginas?)\s[a-z]?\d"
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S|www\.\S|\b\d{3}[ -]\d{3,4}\b"
_CALL = (
    r"(?i)\?\s+(?:please\s)?(?:call|ring|email|e-mail|text|write|get|tell|contact|send|sign|log|click|join|visit|message|whatsapp|try|read|ask"
    r"|subscribe|share|let\sus|rufen|schreiben|mailen|llama|escr[ií]b|cuéntanos|appelez|écrivez)\w*\b"
)
_ITSELF = (
    r"(?:(?:this|a\sversion\sof\sthis)\s(?:article|story|report|piece|interview)\s(?:is\spart|was|first|originally|appeared|ran"
    r"|has\sbeen)|dieser\s(?:artikel|text|beitrag)\s(?:ist\steil|ist\szuerst|wurde|erschien|stammt)"
    r"|este\s(?:artículo|reportaje|texto)\s(?:forma\sparte|fue|se\spublicó)|cet\sarticle\s(?:fait\spartie|a\sété|est\sparu))\b"
)
"""How a paragraph begins that speaks of the article it stands in."""
_MENDED = r"\b(?:amend|correct|updat|clarif|chang|korrig|aktualis|corr[ei]g|actuali[sz]|modifi)"
"""What is said of an article where it was wrong: such notes belong to it."""
_WIRE = (
    r"(?i)\(?(?:additional\s)?(?:reporting|writing|editing|compiled|translation|translated|text|mitarbeit|redaktion|edición"
    r"|información|rédaction)\b[^.]{0,160}\b(?:by|von|de|por|par)\b"
)
_ANYWHERE = (
    "contributed to this",
    "contributed reporting",
    "contributed to the report",
    "contributed additional",
    "is not responsible for the content",
    "was originally published",
    "was first published",
    "has been auto-generated",
    "is auto-generated",
    "all rights reserved",
    "alle rechte vorbehalten",
    "todos los derechos reservados",
    "tous droits réservés",
    "droits de reproduction réservés",
)
"""Words that give furniture away wherever they stand."""

# Patterns that few paragraphs need are kept as text and compiled when first used: every start of the command counts.
_PLACE = r"[^\W\d_a-zа-я][\w.'’]*(?:[ -][\w.'’]+){0,4}"
_DAY = r"(?:[^\W\d_]{3,9}\.?\s\d{1,2}|(?:le\s)?\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,10}\.?)(?:,?\s\d{4})?"
_AGENCY = r"(?:\([^()\n]{2,40}\)|/[^/\n]{2,30}/)"
_DASH = r"\s?\.?\s?[-–—]{1,2}\s+"
_DATELINE = (
    rf"{_PLACE}(?:[,/]\s?(?!{_DAY}){_PLACE}){{0,2}}(?:,\s?{_DAY}\.?)?\s{_AGENCY}(?:{_DASH}|\.-\s+|\s?[.:]\s+|\s(?=[^\W\d_a-z]))"
    rf"|{_PLACE}(?:,\s?{_PLACE}){{0,2}}\s?--\([^()\n]{{2,40}}\)--\s?"
    rf"|{_PLACE}(?:,\s?{_PLACE}){{0,2}},\s?{_DAY}{_DASH}(?:(?:РИА Новости|ТАСС|Интерфакс)\.\s+)?"
)
_SHOUTED = (
    rf"(?:[^\W\d_a-zа-яß]{{2,}}[.'’]?)(?:[ -][^\W\d_a-zа-яß]{{2,}}\.?){{0,3}}(?:,\s{_PLACE}){{0,2}}{_DASH}"
    rf"(?:{_DAY}{_DASH})?"
)
_HEAD = 60
_ABOUT = r"(?:About|ABOUT|Über) (?:the |die |das |den )?(?:[A-ZÄÖÜ&][\w.,&'’-]*(?: (?:of|for|and|und|der|für) | |$))+:?"
"""A heading of names only."""
_NAMED_PLACE = rf"({_PLACE})(?:,\s?{_DAY})?:\s+(?=[^\W\d_a-z])"
"""A place before a colon, as Indian papers have it."""
_GERMAN = rf"{_PLACE}{_DASH}"
_GERMAN_PLACE = r"((?:[A-ZÄÖÜ][\w.-]+)(?:[/ ][A-ZÄÖÜ][\w-]+){0,2})\.\s+(?=[„»A-ZÄÖÜ])"
_SHOUTED_PLACE = r"([^\W\d_a-zа-яß]{4,}(?:[ -][^\W\d_a-zа-яß]{4,}){0,2})\.\s+(?=[\"“„«]?[^\W\d_a-zа-я][a-zà-ÿа-я]*\s)"
"""A place in capitals before a full stop, as local papers have it."""
_AT = ("in", "at", "from", "to", "near", "aus", "bei", "nach", "von")
_CHINESE = r"[\u4e00-\u9fff]{2,4}社[\u4e00-\u9fff]{1,8}\d{1,2}月\d{1,2}日[电電](?:[（(][^）)]{1,20}[）)])?\s*"


def paragraph_roles(text: str, spans: Sequence[Span], known: Sequence[Role | None]) -> list[Role]:
    """The role of each paragraph, in order; what the source states (`known`) is kept."""
    lines = [" ".join(text[a:b].split()) for a, b in spans]
    roles = list(known)
    _fill(roles, [Role.BOILERPLATE if is_furniture(line) else None for line in lines])
    _fill(roles, find_captions(lines))
    _fill(roles, [Role.BOILERPLATE if n and _is_about(line) else None for n, line in enumerate(lines)])
    _questions(lines, roles)
    _head(lines, roles)
    _tail(lines, roles)
    _between(lines, roles)
    return [role or Role.BODY for role in roles]


def dateline_end(text: str, start: int, end: int, language: str) -> int:
    """Where the dateline at the head of a paragraph ends, blanks behind it included; `start` where there is none."""
    head = text[start : min(end, start + DATELINE)]
    if language == "de" and (match := re.match(_GERMAN_PLACE, head)) and _is_visited(text, match.group(1)):
        return start + match.end()
    if head[:1].isupper() and ":" in head and (match := re.match(_NAMED_PLACE, head)) and _is_visited(text, match[1]):
        return start + match.end()
    if head[:4].isupper() and (match := re.match(_SHOUTED_PLACE, head)) and _is_named(text, match[1]):
        return start + match.end()
    if not any(c in "-–—(/电電" for c in head):
        return start
    for pattern in _possible_datelines(head, language):
        match = re.match(pattern, head)
        after = start + match.end() if match else end
        if match and after < end and _is_place(match.group()) and not text[after].islower():
            return after
    return start


def _possible_datelines(head: str, language: str) -> Iterator[str]:
    """The patterns that may match: each takes about a millisecond to compile."""
    if any(c in "(/" or c.isdecimal() for c in head):
        yield _DATELINE
    if not re.match(".?[a-zа-яß]", head):
        yield _SHOUTED
    if "社" in head:
        yield _CHINESE
    if language == "de":
        yield _GERMAN


def _is_visited(text: str, name: str) -> bool:
    """Whether a text says elsewhere that something is in, from or near a place of that name."""
    places = {name, name.title()}
    return any(f" {word} {place}" in text for word in _AT for place in places)


def _is_named(text: str, shouted: str) -> bool:
    """Whether words in capitals are a name: several words, or one that the text has as a name elsewhere."""
    return " " in shouted or shouted.title() in text


def _is_place(head: str) -> bool:
    """Whether what looks like a dateline has no more words than one, and none of a clause."""
    words = WORD.findall(re.sub(r"\([^)]*\)|/[^/]*/", " ", head))
    small = [w for w in words if w[0].islower() and len(w) > 3]
    return len(words) <= 9 and len(small) <= 2


def is_furniture(line: str) -> bool:
    """Whether a paragraph is the page's and not the article's, by its own words alone."""
    low = line.lower().lstrip("►▶→»>*•-–—|[( \u200b")
    if low.strip(" .:!-–—*|…") in ALONE or _only_shares(line):
        return True
    if has_more_words(line, SHORT):
        return False
    words = WORD.findall(line)
    bracketed = line.startswith("(") and line.endswith(")") and (len(words) <= 3 or re.match(_WIRE, line) is not None)
    if bracketed or _begins(low, ANYHOW) or any(sign in low for sign in _ANYWHERE):
        return True
    if low.startswith(("this ", "a version", "dieser ", "este ", "cet ")) and re.match(_ITSELF, low):
        return not re.search(_MENDED, low)
    return len(words) <= CALL_WORDS and _points_elsewhere(line, low, len(words))


def _is_about(line: str) -> bool:
    """Whether a line heads what a firm or a newsroom says of itself: "About Harbour Bridge Ltd"."""
    return (
        line.startswith(("About ", "ABOUT ", "Über ")) and len(line) < _HEAD and re.fullmatch(_ABOUT, line) is not None
    )


def _only_shares(line: str) -> bool:
    """Whether a line names nothing but places to share it at; so does one without a word."""
    words = (match.group() for match in WORD.finditer(line))
    return all(word.lower() in SHARE_WORDS or word.isdigit() for word in words)


def _points_elsewhere(line: str, low: str, words: int) -> bool:
    """Whether a short line sends the reader elsewhere: a label, a question with a call, an invitation."""
    open_ended = not has_full_stop(line)
    if "?" in line and re.search(_CALL, line) and (open_ended or re.search(_MAIL, line)):
        return True
    if not open_ended:
        return _begins(low, OPEN_ENDED) and (re.search(_MAIL, line) is not None or _serves(line))
    if words <= TAIL_WORDS and re.search(_PAGE, low):
        return True
    if any(mark in low and low.partition(mark)[0].strip() in LABELS for mark in (":", "|")):
        return True
    if words <= BYLINE_WORDS and ("www." in low or "://" in low):
        return True
    if words <= BYLINE_WORDS and _begins(low, BRIEF):
        return True
    return words <= TAIL_WORDS and _begins(low, OPEN_ENDED) and _calls_on(line)


def _calls_on(line: str) -> bool:
    """Whether a line that begins like a call has the form of one: a label, an address, "our" or "us"."""
    return ":" in line[:30] or re.search(_MAIL, line) is not None or not _CALLING.isdisjoint(_lower_words(line))


def _lower_words(line: str) -> set[str]:
    return set(WORD.findall(line.lower()))


@cache
def _stems(starts: Sequence[str]) -> tuple[str, ...]:
    return tuple(start.rstrip("*") for start in starts)


def _begins(low: str, starts: Sequence[str]) -> bool:
    if not low.startswith(_stems(starts)):
        return False
    for start in starts:
        stem = start.rstrip("*")
        if low.startswith(stem):
            tail = low[len(stem) : len(stem) + 1]
            if start.endswith("*") or not (tail.isalnum() and stem[-1].isalnum()) or not stem[-1].isascii():
                return True
    return False


def _fill(roles: list[Role | None], found: Sequence[Role | None]) -> None:
    for k, role in enumerate(found):
        if roles[k] is None and role is not None:
            roles[k] = role


def _head(lines: Sequence[str], roles: list[Role | None]) -> None:
    """The title and the lines between it and the first paragraph of prose."""
    free = [k for k, role in enumerate(roles) if role is None]
    titled = next((k for k, role in enumerate(roles) if role is Role.TITLE), None)
    at = 0
    if titled is None and len(free) > 1:
        at = _title(lines, roles, free)
    elif titled is not None:
        again = lines[titled].casefold()
        for k in free[:HEAD]:
            if lines[k].casefold() == again:
                roles[k] = Role.TITLE
    has_title = any(role is Role.TITLE for role in roles)
    for k in free[at : at + HEAD]:
        if roles[k] is not None:
            continue
        if is_byline(lines[k], header=has_title):
            roles[k] = Role.BYLINE
        elif is_date(lines[k]):
            roles[k] = Role.BOILERPLATE
        else:
            break


def _title(lines: Sequence[str], roles: list[Role | None], free: Sequence[int]) -> int:
    """Give the title its role; how many of the free paragraphs it took."""
    first, second = free[0], free[1]
    if first > HEAD:
        return 0
    line = lines[first]
    kicker = not has_more_words(line, 3) and not is_stopped(line) and not is_byline(line, header=False)
    if kicker and len(free) > 2 and looks_like_title(lines[second], "") and has_more_words(lines[second], 4):
        roles[first], roles[second] = Role.BOILERPLATE, Role.TITLE
        return 2
    following = next((lines[k] for k in free[1:]), "")
    if not is_byline(line, header=False) and looks_like_title(line, following):
        roles[first] = Role.TITLE
        return 1
    return 0


def looks_like_title(line: str, following: str) -> bool:
    """Whether a first paragraph is a title: short and without a full stop, or followed by a byline."""
    if len(line) > TITLE_LENGTH:
        return False
    words = WORD.findall(line)
    if not words or len(words) > TITLE_WORDS:
        return False
    if line.startswith("# "):
        return True
    if has_full_stop(line) or line[-1] in ",;:":
        return len(words) <= 16 and bool(following) and is_byline(following, header=False)
    return dateline_end(line, 0, len(line), "en") == 0 or len(words) <= 20


def _tail(lines: Sequence[str], roles: list[Role | None]) -> None:
    """Short lines without a final stop after the last paragraph of prose, where the article has prose."""
    stopped = sum(role is None and is_stopped(line) for line, role in zip(lines, roles, strict=True))
    free = sum(role is None for role in roles)
    if stopped < 3 or stopped * 2 < free:
        return
    for k in range(len(lines) - 1, 0, -1):
        line = lines[k]
        if roles[k] is not None or is_editors_note(line):
            continue
        prose = is_stopped(line) or has_more_words(line, TAIL_WORDS)
        if prose and not _serves(line) and not _is_about_author(line, lines, roles):
            return
        roles[k] = Role.BOILERPLATE


def _between(lines: Sequence[str], roles: list[Role | None]) -> None:
    """Headings inside the article and captions without a credit: short lines alone without a final stop in prose."""
    free = [k for k, role in enumerate(roles) if role is None]
    stopped = [is_stopped(lines[k]) for k in free]
    if sum(stopped) < PROSE or 3 * sum(stopped) < 2 * len(free):
        return
    heading = Role.TITLE if Role.TITLE in roles else Role.CAPTION
    for n, k in enumerate(free):
        alone = all(stopped[max(0, n - 1) : n]) and all(stopped[n + 1 : n + 2])
        if stopped[n] or not alone or lines[k].startswith(_LISTED) or is_editors_note(lines[k]):
            continue
        if not has_more_words(lines[k], TAIL_WORDS):
            roles[k] = Role.CAPTION if has_more_words(lines[k], CROSSHEAD_WORDS) else heading


def _serves(line: str) -> bool:
    """Whether a whole sentence offers the reader what newsrooms offer: an app, a newsletter, a subscription."""
    if has_more_words(line, CALL_WORDS) or any(mark in line for mark in '"“„«»'):
        return False
    words = _lower_words(line)
    social = not words.isdisjoint(_SOCIAL) and _begins(line.lower(), OPEN_ENDED)
    return social or not (words.isdisjoint(SERVICES) or words.isdisjoint(_SERVED))


def _is_about_author(line: str, lines: Sequence[str], roles: Sequence[Role | None]) -> bool:
    """Whether a line begins with the name in the byline: "Jane Roe is our harbour correspondent."."""
    name = " ".join(line.split()[:2])
    return name.istitle() and any(role is Role.BYLINE and name in x for x, role in zip(lines, roles, strict=True))


def _questions(lines: Sequence[str], roles: list[Role | None]) -> None:
    """Questions to the reader before furniture: "Are you in the area?", "Want more stories like this?"."""
    for k in range(len(lines) - 2, 0, -1):
        asked = lines[k].endswith("?") and roles[k] is None and roles[k + 1] is Role.BOILERPLATE
        if asked and not has_more_words(lines[k], BYLINE_WORDS) and _TO_READER & set(lines[k].lower().split()):
            roles[k] = Role.BOILERPLATE


def is_editors_note(line: str) -> bool:
    """Whether a paragraph only says what was corrected or changed: it may stand before the dateline."""
    low = line.lstrip("([* ").lower()
    return low.startswith(_NOTES) and len(line) < TITLE_LENGTH
