"""Regular expressions that are compiled when they are first used: compiling them all takes a tenth of a short start."""

from __future__ import annotations

import re
from typing import cast


class _Later:
    """Stands for the compiled pattern; a method that was once asked for is from then on its own."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        value: object = getattr(re.compile(self._text, self._flags), name)
        self.__dict__[name] = value
        return value


def lazy_pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, put off to the first use, for patterns of modules: most articles need but half of them.

    A call is some 25 ns slower. That `text` is no pattern shows at the first use only.
    """
    return cast("re.Pattern[str]", _Later(text, flags))
