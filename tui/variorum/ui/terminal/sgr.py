"""The shortest way from one look of text to another (Select Graphic Rendition, ECMA-48 8.3.117)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

_FOREGROUND = frozenset(map(str, [*range(30, 38), 39, *range(90, 98)]))
_BACKGROUND = frozenset(map(str, [*range(40, 48), 49, *range(100, 108)]))
_SEEN_ON_BLANK = frozenset(("4", "7", "9", "21", "53"))
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "21": "24", "5": "25", "7": "27", "8": "28", "9": "29", "53": "55"}


class Look(NamedTuple):
    """What a run of SGR parameters sets: attributes, foreground and background, each as parameters."""

    attributes: frozenset[str]
    foreground: str
    background: str


@lru_cache(4096)
def parse(parameters: str) -> Look:
    """Read parameters such as `1;38;5;33`, as Rich and Textual write them: set-only, no resets."""
    attributes: set[str] = set()
    foreground = background = ""
    rest = parameters.split(";") if parameters else []
    while rest:
        code = rest.pop(0)
        if code in ("38", "48"):
            count = 2 if rest and rest[0] == "5" else 4
            colour, rest = ";".join([code, *rest[:count]]), rest[count:]
            foreground, background = (colour, background) if code == "38" else (foreground, colour)
        elif code in _FOREGROUND:
            foreground = code
        elif code in _BACKGROUND:
            background = code
        else:
            attributes.add(code)
    return Look(
        frozenset(attributes), "" if foreground == "39" else foreground, "" if background == "49" else background
    )


@lru_cache(4096)
def settled(parameters: str) -> str:
    """The same look without the terminal's default colours, which everything has that has no other."""
    look = parse(parameters)
    return ";".join([*sorted(look.attributes), *filter(None, (look.foreground, look.background))])


@lru_cache(4096)
def on_blank(parameters: str) -> str:
    """What of a look shows on a blank: all of it where a line is drawn or colours reversed, else the background."""
    look = parse(parameters)
    return parameters if look.attributes & _SEEN_ON_BLANK else look.background


@lru_cache(4096)
def even(parameters: str) -> str:
    """The background of a look whose foreground is the same colour and has no attributes; empty for any other."""
    attributes, front, ground = parse(parameters)
    if attributes or not front or not ground:
        return ""
    as_ground = f"4{front[1:]}" if front.startswith("3") else f"10{front[1:]}"
    return ground if as_ground == ground else ""


@lru_cache(8192)
def transition(have: str, want: str) -> str:
    """The escape sequence that turns the look `have` into `want`; empty where they are the same."""
    if have == want:
        return ""
    if not want:
        return "\x1b[m"
    if not have:
        return f"\x1b[{want}m"
    old, new = parse(have), parse(want)
    steps: list[str] = []
    kept = old.attributes
    for off in sorted({_OFF[a] for a in old.attributes - new.attributes if a in _OFF}):
        steps.append(off)
        kept = frozenset(a for a in kept if _OFF.get(a) != off)
    if not kept <= new.attributes:
        return f"\x1b[0;{want}m"
    steps += sorted(new.attributes - kept)
    if old.foreground != new.foreground:
        steps.append(new.foreground or "39")
    if old.background != new.background:
        steps.append(new.background or "49")
    delta = f"\x1b[{';'.join(steps)}m"
    whole = f"\x1b[0;{want}m"
    return delta if len(delta) <= len(whole) else whole
