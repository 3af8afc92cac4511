"""Write the pictures in `screenshots/` from the real app on the seeds.

    python tools/take_screenshots.py [FOLDER] [--every] [--png]

Each picture is an SVG without outside references; with rsvg-convert installed, `--png` writes PNGs beside them.
`--every` takes every view at every size in every theme instead, to be looked at.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tui"))

from variorum.config import Settings  # noqa: E402 - after the path is set
from variorum.engine.nouns import Story  # noqa: E402
from variorum.reading import read_all  # noqa: E402
from variorum.ui.app import VariorumApp  # noqa: E402
from variorum.ui.screens.reader import ReaderScreen  # noqa: E402
from variorum.view.palette import palette_for  # noqa: E402

SMALL, WIDE = (80, 24), (140, 40)
CELL = 12.2
"""Pixels of a cell in Textual's pictures."""
STORY = ("tests/gold/story-01",)

PICTURES: dict[str, tuple[tuple[str, ...], tuple[int, int], str, tuple[str, ...]]] = {
    "reader-80x24": (("seeds",), SMALL, "dark", ("j", "j", "j", "j")),
    "reader-140x40": (("seeds",), WIDE, "dark", ("j",)),
    "reader-light-140x40": (("seeds",), WIDE, "light", ("j",)),
    "reader-no-colour-80x24": (("seeds",), SMALL, "none", ("j", "j", "j", "j")),
    "parallel-140x40": (("seeds",), WIDE, "light", ("j", "o")),
    "three-outlets-170x45": (STORY, (170, 45), "dark", ("j", "j")),
    "matrix-140x40": (STORY, WIDE, "dark", ("M",)),
    "quotes-140x40": (("seeds",), WIDE, "dark", ("Q",)),
    "discrepancies-140x40": (STORY, WIDE, "dark", ("D",)),
    "about-140x40": (("seeds",), WIDE, "light", ("j", "i")),
    "help-80x24": (("seeds",), SMALL, "dark", ("question_mark",)),
}
"""Name → sources, window, theme and the keys pressed."""

VIEWS: dict[str, tuple[str, ...]] = {
    "reader": ("j", "j", "j", "j"),
    "parallel": ("j", "o"),
    "zoom": ("x",),
    "classroom": ("C", "j"),
    "choosing": ("j", "v", "l", "l"),
    "search": ("slash", "t", "h", "e"),
    "related": ("minus",) * 4,
    "sources": ("S",),
    "highlights": ("H",),
    "matrix": ("M",),
    "quotes": ("Q",),
    "discrepancies": ("D",),
    "about": ("j", "i"),
    "help": ("question_mark",),
    "commands": ("colon", "c", "o"),
    "export": ("e",),
    "note": ("j", "a", "w", "h", "o"),
    "tags": ("j", "t"),
    "kind": ("j", "T"),
    "correct": ("j", "R"),
    "form": ("A",),
    "skipped": ("W",),
}
SIZES = ((60, 15), SMALL, WIDE, (200, 60))
THEMES = ("dark", "light", "none")


def main() -> None:
    """Take every picture."""
    named = [a for a in sys.argv[1:] if not a.startswith("-")]
    folder = Path(named[0]) if named else ROOT / "screenshots"
    folder.mkdir(exist_ok=True)
    for name, (sources, size, theme, keys) in (_every() if "--every" in sys.argv else PICTURES).items():
        svg = asyncio.run(_picture(sources, size, theme, keys))
        path = folder / f"{name}.svg"
        path.write_text(svg, "utf-8")
        converter = shutil.which("rsvg-convert")
        if "--png" in sys.argv and converter:
            subprocess.run([converter, "-o", str(path.with_suffix(".png")), str(path)], check=True)
        print(path)


def _every() -> dict[str, tuple[tuple[str, ...], tuple[int, int], str, tuple[str, ...]]]:
    """Every view of both stories at every size in every theme."""
    return {
        f"{view}-{story}-{size[0]}x{size[1]}-{theme}": (sources, size, theme, keys)
        for view, keys in VIEWS.items()
        for story, sources in (("seeds", ("seeds",)), ("three", STORY))
        for size in SIZES
        for theme in THEMES
    }


async def _picture(sources: tuple[str, ...], size: tuple[int, int], theme: str, keys: tuple[str, ...]) -> str:
    articles = read_all([str(ROOT / source) for source in sources]).articles
    articles = tuple(a for a in articles if not re.search(r"\.v\d$", a.id))
    palette = palette_for("dark" if theme == "none" else theme, "unicode", colour=theme != "none", encoding="utf-8")
    app = VariorumApp(Story(articles), settings=Settings(), palette=palette)
    async with app.run_test(size=size) as pilot:
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        while reader.state.busy or not reader.story.facts:
            await pilot.pause(0.02)
        await pilot.press(*keys)
        await pilot.pause(0.3)
        svg = app.export_screenshot(title="variorum")
    return _plain(svg)


def _plain(svg: str) -> str:
    """The picture without fonts from elsewhere, and the same each time it is taken."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"Fira Code", "DejaVu Sans Mono, Menlo, Consolas", svg)
    svg = re.sub(r' x="([\d.]+)"( y="[\d.]+") textLength="([\d.]+)"([^>]*>)((?:&#160;)+)', _from_its_words, svg)
    return re.sub(r"terminal-\d+-", "t-", svg)


def _from_its_words(found: re.Match[str]) -> str:
    """A text that begins where its words do: not every converter leaves room for the blanks before them."""
    x, y, length, rest, blanks = found.groups()
    taken = CELL * (len(blanks) // len("&#160;"))
    return f' x="{float(x) + taken:.1f}"{y} textLength="{float(length) - taken:.1f}"{rest}'


if __name__ == "__main__":
    main()
