"""Text made literal for Markdown, HTML and XML, and addresses made safe to link to."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from variorum.text.sanitise import one_line

_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~$&^]|#(?=\S)|={2,}|%{2,}")
_LINE_START = re.compile(r"(\s*)([-+=#:]|\d{1,9}(?=[.)]))")
_XML_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def markdown(text: str) -> str:
    """One line of text that Markdown and Obsidian show as it is, at the start of a line or anywhere in one."""
    line = one_line(text)
    line = _MARKDOWN.sub(lambda found: "".join("\\" + c for c in found.group()), line)
    start = _LINE_START.match(line)
    if not start:
        return line
    if start[2].isdigit():
        return line[: start.end()] + "\\" + line[start.end() :]
    return start[1] + "\\" + line[start.start(2) :]


def markup(text: str) -> str:
    """Text for an HTML or XML element or a quoted attribute; what XML forbids becomes U+FFFD."""
    return _XML_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text).translate(_ENTITIES)


def web_address(url: str | None) -> str:
    """The address if it may be linked to, percent-encoded where it could end a link early; empty if it may not be.

    Only http and https with a host: `javascript:`, `data:` and `file:` are never made into links.
    """
    if not url:
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:  # e.g. a broken IPv6 address
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    return quote(url, safe="%/:?#@!$&*+,;=~[]-._")


def text_fragment(url: str | None, exact: str, prefix: str = "", suffix: str = "") -> str:
    """The address with a text fragment (`#:~:text=`, the WICG draft) that scrolls a browser to the passage.

    A long passage is named by its first and last words; surroundings are given where the passage is short.
    """
    address = web_address(url)
    words = exact.split()
    if not address or not words:
        return address
    if len(words) > 12:
        text = f"{_fragment(words[:5])},{_fragment(words[-5:])}"
    else:
        text = _fragment(words)
        before, after = _inner(prefix.split()[-3:], -3), _inner(suffix.split()[:3], 3)
        if len(words) < 4 and before and after:
            text = f"{_fragment(before)}-,{text},-{_fragment(after)}"
    base, mark, rest = address.partition("#")
    return f"{base}#{rest.split(':~:')[0] if mark else ''}:~:text={text}"


def _inner(words: list[str], count: int) -> list[str]:
    """Whole words only: the context was cut by characters, so the word at its far end may be half a word."""
    return words[1:] if count < 0 else words[:-1]


def _fragment(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")
