"""Glyphs, colours and attributes: what each mark looks like in every theme. Meaning never rests on colour alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rich.segment import Segment
from rich.style import Style

UNICODE: Mapping[str, str] = {
    "identical": "=",
    "near": "≈",
    "paraphrase": "~",
    "related": "·",
    "only here": "+",
    "not compared": " ",
    "comparing": " ",
    "disagrees": "≠",
    "kept": "★",
    "cursor": "▌",
    "selected": "▎",
    "rule": "│",
    "full": "▰",
    "empty": "▱",
    "above": "▴",
    "below": "▾",
    "left": "▸",
    "right": "▹",
    "chosen": "›",
    "up": "↑",
    "down": "↓",
    "pair": "↔",
    "dots": "…",
    "dot": "·",
    "line": "─",
    "upper": "▀",
    "lower": "▄",
    "both": "█",
    "window": "▐",
    "carries": "●",
    "part": "◐",
    "leaves out": "○",
    "unknown": "?",
    "hidden": "▒",
    "removed": "−",
    "moved": "↕",
    "open quote": "“",
    "close quote": "”",
}

ASCII: Mapping[str, str] = {
    "identical": "=",
    "near": ":",
    "paraphrase": "~",
    "related": ".",
    "only here": "+",
    "not compared": " ",
    "comparing": " ",
    "disagrees": "!",
    "kept": "*",
    "cursor": "[",
    "selected": ":",
    "rule": "|",
    "full": "#",
    "empty": "-",
    "above": "^",
    "below": "v",
    "left": ">",
    "right": "<",
    "chosen": ">",
    "up": "^",
    "down": "v",
    "pair": "<>",
    "dots": "...",
    "dot": "-",
    "line": "-",
    "upper": "'",
    "lower": ".",
    "both": "|",
    "window": "]",
    "carries": "X",
    "part": "/",
    "leaves out": "o",
    "unknown": "?",
    "hidden": "#",
    "removed": "-",
    "moved": "^",
    "open quote": '"',
    "close quote": '"',
}

# Okabe and Ito's colours, which people with any of the common colour blindnesses tell apart
# (https://jfly.uni-koeln.de/color/), moved in lightness only as far as the theme's background needs for text.
_DARK = {
    "": "#d4d9e0 on #12161d",
    "strong": "bold #f2f5f9",
    "quiet": "#8e98a5",
    "faint": "#5f6977",
    "accent": "bold #f0e442",
    "identical": "#3fc79a",
    "near": "#7cc4f0",
    "paraphrase": "#5aa0e0",
    "related": "#98a2af",
    "only left": "#e8a838",
    "only right": "#d995bd",
    "disagrees": "#f0793a",
    "conflict": "bold underline #f0793a",
    "kept": "#f0e442",
    "hit": "#12161d on #f0e442",
    "bar": "#f0e442",
    "partner bar": "#8a8640",
    "chosen": "on #252c37",
    "edge": "on #1b212b",
    "chosen words": "#12161d on #a9bfdc",
    "chosen end": "#12161d on #f0e442",
    "kept words": "#f0e442",
}
_LIGHT = {
    "": "#23272e on #fbfaf7",
    "strong": "bold #000000",
    "quiet": "#5d6269",
    "faint": "#8a8e95",
    "accent": "bold #7a4a00",
    "identical": "#00704f",
    "near": "#1f6892",
    "paraphrase": "#00518a",
    "related": "#5d6269",
    "only left": "#875a00",
    "only right": "#9c4878",
    "disagrees": "#ad3f00",
    "conflict": "bold underline #ad3f00",
    "kept": "#726300",
    "hit": "#000000 on #f0e442",
    "bar": "#ad3f00",
    "partner bar": "#b87f5c",
    "chosen": "on #ebe8e0",
    "edge": "on #f1efe9",
    "chosen words": "#ffffff on #3f5f8f",
    "chosen end": "#ffffff on #ad3f00",
    "kept words": "#726300",
}
_ANSI = {
    "": "default on default",
    "strong": "bold",
    "quiet": "dim",
    "faint": "bright_black",
    "accent": "bold",
    "identical": "green",
    "near": "cyan",
    "paraphrase": "bright_blue",
    "related": "dim",
    "only left": "yellow",
    "only right": "magenta",
    "disagrees": "red",
    "conflict": "bold underline red",
    "kept": "bright_yellow",
    "hit": "reverse",
    "bar": "bright_yellow",
    "partner bar": "yellow",
    "chosen": "reverse",
    "edge": "",
    "chosen words": "reverse",
    "chosen end": "reverse",
    "kept words": "bright_yellow",
}
_NONE = dict.fromkeys(_DARK, "") | {
    "strong": "bold",
    "faint": "dim",
    "quiet": "dim",
    "accent": "bold",
    "hit": "reverse",
    "chosen": "reverse",
    "bar": "bold",
    "disagrees": "bold",
    "conflict": "bold reverse",
    "kept": "bold",
    "chosen words": "reverse",
    "chosen end": "reverse",
}
_THEMES = {"dark": _DARK, "light": _LIGHT, "ansi": _ANSI, "none": _NONE}

# Attributes go with the glyph in the gutter and in lists; text under the cursor must stay easy to read.
_ATTRIBUTES = {
    "identical": "bold",
    "near": "",
    "paraphrase": "italic",
    "related": "dim",
    "only left": "bold",
    "only right": "bold",
    "disagrees": "bold underline",
    "kept": "bold",
    "kept words": "italic underline",
    "chosen end": "bold underline",
}


@dataclass(frozen=True)
class Palette:
    """A theme and a set of glyphs.

    Attributes:
        theme: `dark`, `light`, `ansi`, or `none` for no colour at all.
        glyphs: Name to glyph.
    """

    theme: str = "dark"
    glyphs: Mapping[str, str] = None  # type: ignore[assignment]  # replaced right below; a mapping is no default

    def __post_init__(self) -> None:
        if self.glyphs is None:
            object.__setattr__(self, "glyphs", UNICODE)

    def __hash__(self) -> int:
        return hash((self.theme, self.glyphs is ASCII))

    def glyph(self, name: str) -> str:
        """The glyph of a mark or part of the screen."""
        return self.glyphs[name]

    @cache  # noqa: B019 - a handful of palettes in a run, and as many names as the tables hold
    def style(self, name: str, extra: str = "") -> Style:
        """The style of a name, on the theme's background, with further attributes in rich's words."""
        colours = _THEMES[self.theme]
        base = Style.parse(colours[""]) if colours[""] else Style.null()
        style = base + Style.parse(colours[name]) if name and colours[name] else base
        return style + Style.parse(extra) if extra else style

    def ground(self, name: str) -> Style:
        """What a name lays under any other style: its background, or reverse video."""
        words = _THEMES[self.theme][name]
        return Style.parse(words) if words else Style.null()

    def over(self, style: Style, ground: Style) -> Style:
        """A style on a ground; reversed it would be a patch of its colour, so that it keeps its weight only."""
        return ground + Style(bold=style.bold) if ground.reverse else style + ground

    def mark(self, name: str) -> Style:
        """The style of a relation's glyph: its colour with its attribute."""
        return self.style(name, _ATTRIBUTES.get(name, ""))


def laid_on(line: Sequence[Segment], ground: Style) -> tuple[Segment, ...]:
    """The line with another background under everything that has none of its own."""
    if not ground:
        return tuple(line)
    return tuple(Segment(text, (style or Style.null()) + ground) for text, style, _ in line)


def colour_name(mark: str, side: int) -> str:
    """The palette's name for a mark: what only one side has is coloured by side."""
    if mark == "only here":
        return "only right" if side else "only left"
    return "" if mark in ("not compared", "comparing") else mark


def palette_for(theme: str, glyphs: str, *, colour: bool, encoding: str) -> Palette:
    """The palette of the settings: no colour where none is wanted, ASCII where the encoding has no more."""
    plain = glyphs == "ascii" or (glyphs == "auto" and "utf" not in encoding.lower())
    return Palette(theme if colour else "none", ASCII if plain else UNICODE)
