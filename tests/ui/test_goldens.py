"""Screens as text: what they show at every size, and how it looks in every theme."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.ui.stories import seeds, three_outlets
from tests.view.pictures import as_text

from variorum.engine.nouns import Story
from variorum.view import actions as do
from variorum.view.layout.lines import Block
from variorum.view.painting.screen import Painter
from variorum.view.palette import ASCII, Palette
from variorum.view.reducing.reduce import opened, reduce
from variorum.view.state import Filter, Focus, PromptKind, State

GOLDENS = Path(__file__).parent / "goldens"
SEEDS, OUTLETS, ONE = seeds(), three_outlets(), Story(seeds().articles[:1])
SIZES = ((60, 15), (80, 24), (120, 40), (140, 40), (170, 45))

VIEWS: dict[str, tuple[Story, tuple[do.Action, ...]]] = {
    "seeds-open": (SEEDS, ()),
    "seeds-quote": (SEEDS, (do.GoTo(4),)),
    "seeds-split": (SEEDS, (do.GoTo(1), do.Enter())),
    "seeds-unique": (SEEDS, (do.GoTo(7),)),
    "seeds-parallel": (SEEDS, (do.GoTo(1), do.Flip("parallel"))),
    "seeds-search": (SEEDS, (do.OpenPrompt(PromptKind.SEARCH), *map(do.Type, "trump"))),
    "outlets-open": (OUTLETS, ()),
    "outlets-kept": (OUTLETS, (do.GoTo(5), do.Keep(), do.Say(), do.Step(-1))),
    "outlets-sources": (OUTLETS, (do.Panel(Focus.SOURCES), do.Step(2))),
    "outlets-highlights": (OUTLETS, (do.Panel(Focus.HIGHLIGHTS), do.NextFilter(Filter.SHARED))),
    "outlets-japanese": (OUTLETS, (do.Choose(2), do.ToPane())),
    "outlets-classroom": (OUTLETS, (do.Flip("classroom"),)),
    "one-article": (ONE, ()),
    "seeds-zoom": (SEEDS, (do.GoTo(4), do.Flip("zoomed"))),
    "seeds-related": (SEEDS, (do.GoTo(8), *(do.Threshold(-0.05),) * 5)),
    "seeds-below": (SEEDS, (do.GoTo(1), do.Flip("locked"), do.End(last=False), do.Step(1))),
    "outlets-words": (OUTLETS, (do.GoTo(4), do.Flip("all_words"))),
    "outlets-filter": (OUTLETS, (do.NextFilter(Filter.DISAGREES), do.Next(1))),
    "outlets-back": (OUTLETS, (do.ShowPair("lantern", "wire", 5, 1, "discrepancies"),)),
    "outlets-revealed": (OUTLETS, (do.Flip("classroom"), do.GoTo(5), do.Enter())),
}


def shown(name: str, columns: int, lines: int) -> tuple[Story, State]:
    story, actions = VIEWS[name]
    state = reduce(opened(story), do.Resize(columns, lines), story)
    for action in actions:
        state = reduce(state, action, story)
    return story, state


def check(name: str, text: str, *, write: bool) -> None:
    path = GOLDENS / f"{name}.txt"
    if write:
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8"), f"{path.name}: look at it, then pytest --write-goldens"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", VIEWS)
def test_screen(name: str, size: tuple[int, int], request: pytest.FixtureRequest) -> None:
    story, state = shown(name, *size)
    texts = {"\n".join(as_text(Painter(Palette(theme)).frame(state, story), size[1])) + "\n" for theme in THEMES}
    assert len(texts) == 1, "the words and glyphs do not depend on the theme"
    check(f"{name}-{size[0]}x{size[1]}", texts.pop(), write=request.config.getoption("--write-goldens"))


THEMES = ("dark", "light", "ansi")


@pytest.mark.parametrize("theme", [*THEMES, "none"])
def test_looks(theme: str, request: pytest.FixtureRequest) -> None:
    story, state = shown("outlets-kept", 80, 24)
    state = reduce(state, do.GoTo(5), story)
    text = "\n".join(_looks(Painter(Palette(theme)).frame(state, story))) + "\n"
    if theme == "none":
        assert "#" not in text, "no colour at all"
    check(f"looks-{theme}", text, write=request.config.getoption("--write-goldens"))


def test_ascii(request: pytest.FixtureRequest) -> None:
    story, state = shown("seeds-quote", 120, 40)
    text = "\n".join(as_text(Painter(Palette("dark", ASCII)).frame(state, story), 40)) + "\n"
    own = text.translate(dict.fromkeys(map(ord, "“”’‘–")))  # the articles' own marks are theirs
    assert own.isascii()
    check("ascii-120x40", text, write=request.config.getoption("--write-goldens"))


def _looks(blocks: Sequence[Block]) -> list[str]:
    """Each row's words with their styles, blanks left out."""
    found = []
    for place, lines in blocks:
        for n, line in enumerate(lines):
            parts = [f"{s.text.strip()} [{s.style}]" for s in line if s.text.strip()]
            if parts:
                found.append(f"{place.y + n:2},{place.x:2}  " + "  ".join(parts))
    return sorted(found)
