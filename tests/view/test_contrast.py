"""Every colour can be read on every ground it is laid on (WCAG 2.1, https://www.w3.org/TR/WCAG21/#contrast-minimum)."""

from __future__ import annotations

import pytest
from rich.color import Color

from variorum.view.palette import Palette

TEXT, GLYPH = 4.5, 3.0
RELATIONS = ("identical", "near", "paraphrase", "related", "only left", "only right", "disagrees", "conflict")
WORDS = ("", "strong", "quiet", "accent", *RELATIONS, "kept", "kept words", "bar")
OWN_GROUND = ("hit", "chosen words", "chosen end")
GLYPHS = ("partner bar", "faint")


def luminance(color: Color | None) -> float:
    assert color is not None
    parts = [value / 255 for value in color.get_truecolor()]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color | None, other: Color | None) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("ground", ["", "edge", "chosen"])
def test_words_can_be_read_on_every_ground(theme: str, ground: str) -> None:
    palette = Palette(theme)
    under = palette.style(ground).bgcolor
    found = {name: contrast(palette.style(name).color, under) for name in WORDS}
    assert {name: round(value, 2) for name, value in found.items() if value < TEXT} == {}


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_words_with_a_ground_of_their_own_and_bare_glyphs_can_be_made_out(theme: str) -> None:
    palette = Palette(theme)
    for name in OWN_GROUND:
        style = palette.style(name)
        assert contrast(style.color, style.bgcolor) >= TEXT, name
    for name in GLYPHS:
        assert contrast(palette.style(name).color, palette.style("").bgcolor) >= GLYPH, name


@pytest.mark.parametrize("theme", ["ansi", "none"])
def test_the_terminal_keeps_its_own_ground(theme: str) -> None:
    palette = Palette(theme)
    assert not palette.ground("edge")
    assert palette.style("chosen").reverse
    assert palette.style("conflict") != palette.style("disagrees")
