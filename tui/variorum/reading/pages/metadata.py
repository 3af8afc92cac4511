"""What a page states about itself: JSON-LD (schema.org), Open Graph and other meta elements, its links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from variorum.reading.dates import printed_date
from variorum.reading.pages.words import Part, part_named
from variorum.text.sanitise import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLES = re.compile(r"(?:\w*Article|\w*BlogPosting|LiveBlogPosting|Report|Review\w*|CreativeWork|WebPage)$")
_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "sailthru.title", "parsely-title")
_OUTLET = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name", "cre")
_BYLINE = (
    "author",
    "article:author",
    "byl",
    "byline",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
)
_DATE = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "cxenseparse:recs:publishtime",
)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|^\s*url:\s*(https?://\S+)", re.MULTILINE)
_CAPITAL = r"[^\W\d_a-z][\w.'’-]*"
BY_NAME = re.compile(rf"(?:By|Von|Par|Por|Di)[:\s]+{_CAPITAL}(?:\s+(?:{_CAPITAL}|and|und|et|y|e|de|van|von)){{1,6}}")
_LONGEST_JSON = 2_000_000


@dataclass
class PageMetadata:
    """What a page states; None where it does not. `free` says whether its text has to be paid for."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    free: bool | None = None
    body: str = ""
    title_element: str = ""
    guessed: set[str] = field(default_factory=set)


def page_metadata(tree: HtmlElement, address: str) -> PageMetadata:
    """What a page states about itself; `address` is where it came from, or empty."""
    found = PageMetadata()
    meta = _meta(tree)
    for item in _linked_data(tree):
        _take(found, item)
    found.title = found.title or _first(meta, _TITLE)
    found.outlet = found.outlet or _first(meta, _OUTLET)
    found.byline = found.byline or _names(_first(meta, _BYLINE))
    found.published = found.published or _date(_first(meta, _DATE))
    _from_microdata(found, tree)
    if (meta.get("article:content_tier") or "").lower() in ("locked", "metered-locked"):
        found.free = False
    found.url = _address(tree, meta, found.url, address)
    found.language = _language(tree, meta)
    title = tree.find("head/title")
    found.title_element = clean_line(title.text_content()) if title is not None else ""
    if not found.byline:
        _guess_byline(found, tree)
    _guess_from_title(found)
    return found


def plain_byline(text: str) -> str:
    """A byline without "By", its date and the like."""
    text = re.sub(r"^(?:(?:written |posted |reported )?by|von|por|par|di|door)[:\s]+", "", clean_line(text), flags=re.I)
    return re.split(r"\s+[|•·–—]\s+|,?\s+(?:published|updated|\d{1,2}:\d\d)\b", text, maxsplit=1, flags=re.I)[0].strip(
        " ,;·|"
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Meta elements by name, property or itemprop in small letters; the first of a name counts, authors add up."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        value = clean_line(element.get("content") or "")
        for key in ("name", "property", "itemprop"):
            name = (element.get(key) or "").strip().lower()
            if not name or not value:
                continue
            if name in ("author", "article:author") and name in found and value not in found[name]:
                found[name] += f", {value}"
            found.setdefault(name, value)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if meta.get(name)), None)


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The articles in the page's JSON-LD, the most article-like first; what is damaged is passed over."""
    items: list[dict[str, Any]] = []
    for element in tree.iter("script"):
        if (element.get("type") or "").lower().split(";")[0].strip() != "application/ld+json":
            continue
        raw = element.text_content()
        if len(raw) > _LONGEST_JSON:
            continue
        try:
            items += _flat(json.loads(raw, strict=False))
        except (ValueError, RecursionError):
            continue  # many pages have damaged JSON-LD; their meta elements say the same
    wanted = [i for i in items if any(_ARTICLES.match(t) for t in _strings(i.get("@type")))]
    return iter(sorted(wanted, key=lambda i: any(t in ("WebPage", "CreativeWork") for t in _strings(i.get("@type")))))


def _flat(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value[:50]:
            yield from _flat(item, depth + 1)
    elif isinstance(value, dict) and depth < 6:
        yield value
        yield from _flat(value.get("@graph"), depth + 1)


def _take(found: PageMetadata, item: dict[str, Any]) -> None:
    found.title = found.title or _text(item.get("headline"))
    found.outlet = found.outlet or _names(item.get("publisher"))
    found.byline = found.byline or _names(item.get("author")) or _names(item.get("creator"))
    found.published = found.published or _date(_text(item.get("datePublished")))
    found.url = found.url or _text(item.get("mainEntityOfPage")) or _text(item.get("url"))
    found.body = found.body or _raw(item.get("articleBody"))
    free = item.get("isAccessibleForFree")
    if str(free).lower() in ("true", "false") and found.free is not False:
        found.free = str(free).lower() == "true"


def _from_microdata(found: PageMetadata, tree: HtmlElement) -> None:
    """What elements say by `itemprop`, `rel` and `datetime`, where nothing better did."""
    if not found.published:
        times = [e for e in tree.iter("time") if e.get("datetime")]
        stated = [e for e in times if e.get("itemprop") == "datePublished" or e.get("pubdate") is not None]
        if stated or times:
            found.published = _date((stated or times)[0].get("datetime"))
            if found.published and not stated:
                found.guessed.add("published")
    if not found.byline:
        names = [_text(e.text_content()) for e in tree.xpath("//*[@itemprop='author' or @rel='author']")[:4]]
        found.byline = ", ".join(dict.fromkeys(plain_byline(n) for n in names if n and len(n) < 80)) or None


def _address(tree: HtmlElement, meta: dict[str, str], stated: str | None, address: str) -> str | None:
    links = [e.get("href") for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split()]
    saved = ""
    for comment in tree.getroottree().xpath("//comment()")[:5]:
        match = _SAVED_FROM.search(comment.text or "")
        saved = saved or (match and (match[1] or match[2])) or ""
    for candidate in (*links, meta.get("og:url"), stated, address, saved):
        try:
            whole = urljoin(address, clean_line(candidate or ""))
            parts = urlsplit(whole)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname and not parts.username:
            return whole
    return None


def _language(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    raw = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or meta.get("og:locale") or ""
    match = re.match(r"[A-Za-z]{2,3}(?=$|[-_])", raw.strip())
    return match[0].lower() if match else None


def _guess_from_title(found: PageMetadata) -> None:
    """Title and outlet out of the `title` element, which most pages write as one and the other; then the host."""
    parts = re.split(r"\s+[|–—•·»:-]{1,2}\s+|(?<=\w):\s+", found.title_element)
    if not found.title and parts[0]:
        found.title = max(parts, key=len)
        found.guessed.add("title")
    rest = [p for p in (parts[-1], parts[0]) if len(parts) > 1 and p not in (found.title or "") and len(p.split()) <= 5]
    if not found.outlet:
        host = (urlsplit(found.url or "").hostname or "").removeprefix("www.")
        found.outlet = (rest[0] if rest else host) or None
        found.guessed.update({"outlet"} if found.outlet else ())


def _guess_byline(found: PageMetadata, tree: HtmlElement) -> None:
    """The first short text whose element is called an author's or a byline, or that is "By" and a name."""
    for element in tree.iter("span", "a", "p", "div", "i", "em", "b", "strong", "small", "font", "address", "li"):
        text = clean_line(element.text_content()) if len(element) < 4 else ""
        if not 4 < len(text) < 70 or not re.search(r"[^\W\d_]{2,}\s+[^\W\d_]{2,}", text):
            continue
        named = part_named([*(element.get("class") or "").split(), element.get("id") or ""]) is Part.BYLINE
        match = BY_NAME.match(text)
        rest = text[match.end() :].strip(" ,;|·–—-") if match else ""
        if named or (match and (not rest or printed_date(rest))):
            found.byline = plain_byline(match[0] if match else text) or None
            if found.byline:
                found.guessed.add("byline")
                return


def _names(value: object) -> str | None:
    """Names of people or an organisation: text, `{"name": …}`, or a list of either. Addresses are no names."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(_names, value[:10])))) or None
    if isinstance(value, dict):
        return _names(value.get("name"))
    text = plain_byline(value) if isinstance(value, str) else ""
    return None if not text or text.startswith(("http:", "https:", "//")) or len(text) > 200 else text


def _text(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("name") or value.get("@value")
    if isinstance(value, list):
        value = value[0] if value else None
        return _text(value) if not isinstance(value, list) else None
    return clean_line(_unescaped(value)) or None if isinstance(value, str) else None


def _raw(value: object) -> str:
    """An article's text as JSON-LD gives it; some sites put their markup into it."""
    text = _unescaped(value) if isinstance(value, str) else ""
    return re.sub(r"<[^<>]{1,300}>", "", re.sub(r"<(?:/p|br|/h\d|/li)\b[^<>]{0,50}>", "\n", text))


def _unescaped(text: str) -> str:
    from html import unescape  # noqa: PLC0415 - its table of names is large

    return unescape(text)


def _strings(value: object) -> list[str]:
    return (
        [v for v in value if isinstance(v, str)]
        if isinstance(value, list)
        else [value]
        if isinstance(value, str)
        else []
    )


def _date(text: str | None) -> str | None:
    """A date as it is stated, if it begins like one in ISO 8601; else read by its words."""
    text = clean_line(text or "")
    match = re.match(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s?(Z|[+-]\d\d:?\d\d)?)?", text)
    if match:
        return match[1] + (f"T{match[2]}{match[3] or ''}{match[4] or ''}" if match[2] else "")
    if re.fullmatch(r"\d{8}", text):
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    return None
