"""Write the pictures in `screenshots/` from the real app on the seeds.

    python tools/take_screenshots.py [FOLDER] [--png] [--every] [WORD…]

Each picture is an SVG without outside references; with rsvg-convert installed, `--png` writes PNGs beside them.
`--every` takes every view at every size in every theme instead, to be looked at; words leave those whose name has all
of them, between dashes: `--every matrix 80x24 none`.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from textual.pilot import Pilot

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tui"))

from variorum.config import Settings  # noqa: E402 - after the path is set
from variorum.engine.nouns import Story  # noqa: E402
from variorum.library.stories import RecentStory  # noqa: E402
from variorum.reading import Reading, read_all  # noqa: E402
from variorum.ui.app import VariorumApp  # noqa: E402
from variorum.ui.bringing import Bringing  # noqa: E402
from variorum.ui.front import FrontApp, Wish  # noqa: E402
from variorum.ui.screens.choosing import ChoosingScreen  # noqa: E402
from variorum.ui.screens.reader import ReaderScreen  # noqa: E402
from variorum.ui.shelf import ShelfApp  # noqa: E402
from variorum.ui.terminal.display import CellApp  # noqa: E402
from variorum.view.palette import Palette, palette_for  # noqa: E402

TINY, SMALL, WIDE = (60, 15), (80, 24), (140, 40)
CELL = 12.2
"""Pixels of a cell in Textual's pictures."""
SEEDS, STORY, VERSIONS = ("seeds",), ("tests/gold/story-01",), ("tests/gold/story-06",)
FEED, SHELF = "a feed", "the shelf"
"""Stand for sources that are made for the picture."""


class Shot(NamedTuple):
    """A picture to take: sources, window, theme, and the keys pressed."""

    sources: tuple[str, ...]
    size: tuple[int, int]
    theme: str
    keys: tuple[str, ...]


PICTURES: dict[str, Shot] = {
    "reader-80x24": Shot(SEEDS, SMALL, "dark", ("j", "j", "j", "j")),
    "reader-140x40": Shot(SEEDS, WIDE, "dark", ("j",)),
    "reader-light-140x40": Shot(SEEDS, WIDE, "light", ("j",)),
    "reader-no-colour-80x24": Shot(SEEDS, SMALL, "none", ("j", "j", "j", "j")),
    "parallel-140x40": Shot(SEEDS, WIDE, "light", ("j", "o")),
    "three-outlets-170x45": Shot(STORY, (170, 45), "dark", ("j", "j")),
    "matrix-140x40": Shot(STORY, WIDE, "dark", ("M",)),
    "quotes-140x40": Shot(SEEDS, WIDE, "dark", ("Q",)),
    "discrepancies-140x40": Shot(STORY, WIDE, "dark", ("D",)),
    "about-140x40": Shot(SEEDS, WIDE, "light", ("j", "i")),
    "help-80x24": Shot(SEEDS, SMALL, "dark", ("question_mark",)),
}

_KEPT = (
    "j",
    "m",
    "a",
    "w",
    "h",
    "y",
    "escape",
    "j",
    "j",
    "j",
    "m",
    "t",
    "a",
    "enter",
    "K",
    "n",
    "x",
    "enter",
    "k",
    "m",
)
VIEWS: dict[str, tuple[str, ...]] = {
    "open": (),
    "reader": ("j", "j", "j", "j"),
    "parallel": ("j", "o"),
    "zoom": ("x",),
    "classroom": ("C", "j"),
    "choosing": ("j", "v", "l", "l"),
    "search": ("slash", "t", "h", "e"),
    "related": ("minus",) * 4,
    "words": ("w", "j"),
    "sources": ("S",),
    "highlights": ("H",),
    "matrix": ("M",),
    "quotes": ("Q",),
    "discrepancies": ("D",),
    "about": ("j", "i"),
    "help": ("question_mark",),
    "settings": ("comma",),
    "commands": ("colon", "c", "o"),
    "export": ("e",),
    "note": ("j", "a", "w", "h", "o"),
    "tags": ("j", "t"),
    "kind": ("j", "T"),
    "correct": ("j", "R"),
    "form": ("A",),
    "skipped": ("W",),
    "kept": _KEPT,
    "sets": (*_KEPT, "K"),
    "merge": (*_KEPT, "K", "m"),
    "rename": (*_KEPT, "K", "r"),
    "compare": (*_KEPT, "K", "c", "enter"),
    "held": (*_KEPT, "z", "z", "P"),
}
"""Name → the keys that open it in the reader."""
FRONT: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "stories": (("tests/gold",), ("space", "j", "space")),
    "entries": ((FEED,), ("space",)),
    "shelf": ((SHELF,), ()),
    "versions": (VERSIONS, ("S",)),
    "changes": (VERSIONS, ("V",)),
}
"""Name → other sources that open it, and keys."""
SIZES = ((40, 12), TINY, SMALL, WIDE, (200, 60))
THEMES = ("dark", "light", "none", "ansi", "ascii")


def main() -> None:
    """Take every picture that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "screenshots")
    parser.add_argument("words", nargs="*")
    parser.add_argument("--every", action="store_true")
    parser.add_argument("--png", action="store_true")
    asked = parser.parse_intermixed_args()
    asked.folder.mkdir(exist_ok=True)
    converter = shutil.which("rsvg-convert") if asked.png else None
    for name, shot in (_every() if asked.every else PICTURES).items():
        if not {*asked.words} <= {*name.split("-")}:
            continue
        path = asked.folder / f"{name}.svg"
        path.write_text(asyncio.run(_picture(shot)), "utf-8")
        if converter:
            subprocess.run([converter, "-o", str(path.with_suffix(".png")), str(path)], check=True)
        print(path)


def _every() -> dict[str, Shot]:
    """Every view of both stories, and what opens before a story, at every size in every theme."""
    shots = {
        f"{view}-{story}": (sources, keys)
        for view, keys in VIEWS.items()
        for story, sources in (("seeds", SEEDS), ("three", STORY))
    }
    return {
        f"{name}-{size[0]}x{size[1]}-{theme}": Shot(sources, size, theme, keys)
        for name, (sources, keys) in (shots | FRONT).items()
        for size in SIZES
        for theme in THEMES
    }


def _palette(theme: str) -> Palette:
    glyphs = "ascii" if theme == "ascii" else "unicode"
    shown = theme if theme in ("light", "ansi") else "dark"
    return palette_for(shown, glyphs, colour=theme != "none", encoding="utf-8")


def _app(sources: tuple[str, ...], palette: Palette, folder: Path) -> CellApp:
    """The app that shows the sources; what it keeps is in the folder."""
    settings = Settings(hint=False)
    if sources == (SHELF,):
        return ShelfApp(_recent(), settings=settings, palette=palette)
    if sources[0] in (FEED, "tests/gold"):
        paths = [str(_feed(folder)) if sources == (FEED,) else str(ROOT / source) for source in sources]
        bringing = Bringing(Reading(paths, None), sort=True)
        bringing.start()
        return FrontApp(bringing, Wish(None), settings=settings, palette=palette, library=folder / "l.sqlite3")
    articles = read_all([str(ROOT / source) for source in sources]).articles
    if sources != VERSIONS:
        articles = tuple(a for a in articles if not re.search(r"\.v\d$", a.id))
    return VariorumApp(Story(articles), settings=settings, palette=palette, library=folder / "l.sqlite3")


def _recent() -> tuple[RecentStory, ...]:
    harbour = ("/home/reader/harbour/wire.html", "/home/reader/harbour/public.html")
    return (
        RecentStory("1", "Harbour bridge reopens", "2026-11-20T09:30:00", ("Wire", "Public Radio"), harbour, 3),
        RecentStory("2", "Storm cuts power to 400 homes", "2026-11-02T18:05:00", ("The Lantern",), ("storm.txt",), 0),
    )


def _feed(folder: Path) -> Path:
    entries = "".join(
        f"<item><title>{title}</title><link>https://lantern.example/{n}</link><description>{words}</description>"
        f"<pubDate>Tue, {n + 1} Dec 2020 09:30:00 GMT</pubDate></item>"
        for n, (title, words) in enumerate(
            (
                ("Storm cuts power to 400 homes on Harrow Island", "No one was hurt, and the ferry stays in port."),
                ("School reopens after the storm, but the ferry does not run before Thursday", "Two buses go."),
                ("Mayor steps down over the sale of the granary", ""),
            )
        )
    )
    path = folder / "lantern.xml"
    path.write_text(f'<rss version="2.0"><channel><title>The Harrow Lantern</title>{entries}</channel></rss>', "utf-8")
    return path


async def _picture(shot: Shot) -> str:
    with tempfile.TemporaryDirectory() as folder:
        app = _app(shot.sources, _palette(shot.theme), Path(folder))
        async with app.run_test(size=shot.size) as pilot:
            while not _ready(app):
                await pilot.pause(0.02)
            await _pressed(pilot, shot.keys)
            svg = app.export_screenshot(title="variorum")
    return _plain(svg)


def _ready(app: CellApp) -> bool:
    """What was asked for is there."""
    screen = app.screen
    if isinstance(app, FrontApp):
        return isinstance(screen, ChoosingScreen)
    if not isinstance(screen, ReaderScreen):
        return True
    return bool(not screen.state.busy and screen.story.facts and screen.desk and screen.desk.ready)


async def _pressed(pilot: Pilot[Any], keys: tuple[str, ...]) -> None:
    """Press keys as a person would, who looks before the next."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause(0.1 if len(keys) > 8 else 0)  # what is kept goes to the disk, and dialogs open
    await pilot.pause(0.3)


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
