"""Texts that try to act on whoever shows them, and what a terminal may be sent at all."""

from __future__ import annotations

import re

HOSTILE = {
    "clipboard": "\x1b]52;c;aGFja2Vk\x07",
    "title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;file:///etc/passwd\x1b\\click\x1b]8;;\x1b\\",
    "colour": "\x1b[31mred\x1b[0m",
    "clear": "\x1b[2J\x1b[H",
    "report": "\x1b[6n\x1b[5n\x1bZ",
    "device control": '\x1bP$q"p\x1b\\',
    "application command": "\x1b_Ga=T;AAAA\x1b\\",
    "c1 control": "\x9b31mred\x9b0m \x90x\x9c \x9d52;c;aGk=\x9c",
    "reset": "\x1bc",
    "backspace": "safe\x08\x08\x08\x08evil",
    "carriage return": "shown\rhidden",
    "bell and null": "\x07\x00\x0e\x0f",
    "bidi override": "\u202egnp.exe\u202c",
    "bidi isolate": "\u2066x\u2069",
    "tags": "a\U000e0041\U000e0042\U000e007fb",
    "separators": "one\u2028two\u2029three",
    "markup": "[bold]x[/bold] [/b] [sic] [T]he [link=file:///etc]y[/link] [@click=app.quit]z[/]",
    "html entity": "&#27;[31m &#x9b;31m <script>alert(1)</script> <img src=x onerror=alert(1)>",
    "formula": "=cmd|' /C calc'!A0",
    "markdown": "![x](javascript:alert(1)) [y](javascript:alert(2)) ``` <b>",
    "template": "{{7*7}} ${7*7} %s %d {0}",
}
"""Name → text; each stands inside ordinary sentences in the tests."""

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\U000e0000-\U000e007f]")
"""What must stand in no output of a command."""

_ALLOWED = re.compile(
    rb"\x1b\[[0-9;]*[mHCKJr]"  # looks, cursor moves, erasing, scroll regions
    rb"|\x1b\[\?(?:1049|25|7|2004|1000|1002|1003|1006|2026)[hl]"  # modes of a full-screen program
    rb"|\x1b\[\?2026\$p|\x1b\[6n|\x1bM"  # two questions, and a scroll back
    rb"|\r*\n"  # the device adds returns of its own
)


def leftovers(raw: bytes) -> bytes:
    """The control bytes of what was written to a terminal that are no part of our own drawing."""
    rest = _ALLOWED.sub(b"", raw)
    text = rest.decode("utf-8", "surrogateescape")
    return "".join(FORBIDDEN.findall(text)).encode("utf-8", "surrogateescape")


def around(raw: bytes) -> bytes:
    """What stands about the first control byte that is no part of our own drawing."""
    blanked = _ALLOWED.sub(lambda found: b" " * len(found.group()), raw)
    found = re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", blanked)
    return raw[max(0, found.start() - 80) : found.start() + 80] if found else b""


def article(name: str, number: int) -> str:
    """An article of ordinary sentences with a hostile text in its title, its body and a quotation."""
    text = HOSTILE[name]
    return (
        f"Council votes {text} on the harbour plan\n\n"
        f"The council of Marrow voted on Tuesday to rebuild the harbour wall {text} "
        f"after the flood of {1990 + number}.\n\n"
        f"“We will not wait {text} for the next storm,” said mayor Ada Quill at the meeting.\n\n"
        f"The wall will cost {number + 3} million crowns and take two years to build.\n"
    )
