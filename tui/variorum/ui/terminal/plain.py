"""Text for a terminal whose locale has no Unicode: ASCII of the same width, cell for cell."""

from __future__ import annotations

import codecs
import os
import sys
import unicodedata

from rich.cells import split_graphemes

_ALIKE = str.maketrans("“”„«»‘’‚–—…·•↔‥\u00a0\u00ad−×↑↓←→", '"""""\'\',--.-*-. --x^v<>')


def needs_ascii() -> bool:
    """Whether the terminal's encoding, as the locale says it, is none that can carry everything.

    Python takes the C locale for UTF-8, which a terminal that was told `LANG=C` is not; no locale at all is left to it.
    """
    named = os.environ.get("LC_ALL") or os.environ.get("LANG")
    if named in ("C", "POSIX") and sys.flags.utf8_mode and "PYTHONUTF8" not in os.environ:
        return True
    stream = sys.__stderr__
    encoding = (stream.encoding if stream else None) or "ascii"
    return not codecs.lookup(encoding).name.startswith("utf")


def as_ascii(text: str) -> str:
    """The text in ASCII, as many cells wide: letters lose their accents, what has no likeness becomes `?`."""
    if text.isascii():
        return text
    text = text.translate(_ALIKE)
    if text.isascii():
        return text
    return "".join(_plain(text[start:end], cells) for start, end, cells in split_graphemes(text)[0])


def _plain(grapheme: str, cells: int) -> str:
    if grapheme.isascii():
        return grapheme
    bare = "".join(c for c in unicodedata.normalize("NFKD", grapheme) if c.isascii())
    return bare if len(bare) == cells else "?" * cells
