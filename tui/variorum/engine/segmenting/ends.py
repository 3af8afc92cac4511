"""How a line ends, and how many words it has: asked of every paragraph, so answered without looking at all of it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from variorum.text.patterns import lazy_pattern

WORD: Final = lazy_pattern(r"[\w’'-]+")
_FULL_STOPS: Final = tuple(".…。۔।")
_STOPS: Final = tuple(".!?…:;,。！？؟۔।")
_CLOSING: Final = "\"'”’»“«)]）」』*_"


def has_full_stop(line: str) -> bool:
    """Whether a line ends a statement, closing marks behind it or not."""
    return line.rstrip(_CLOSING).endswith(_FULL_STOPS)


def is_stopped(line: str) -> bool:
    """Whether a line ends in any mark that ends or divides sentences, closing marks behind it or not."""
    return line.rstrip(_CLOSING).endswith(_STOPS)


def has_more_words(line: str, count: int) -> bool:
    """Whether a line has more words than `count`; reads no further than it must."""
    return len(line) > 2 * count and _words(count + 1).match(line) is not None


@cache
def _words(count: int) -> re.Pattern[str]:
    """So many words; possessive, as a word is never two."""
    return re.compile(rf"(?:[^\w’'-]*+[\w’'-]++){{{count}}}")
