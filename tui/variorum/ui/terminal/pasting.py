"""What is pasted, taken out of what is typed.

Textual reads a paste's text as keys where it holds an escape character, and takes everything for pasted, `q` too, once
an end mark was lost or came in two pieces over a slow line. Here a paste is text, and ends with its mark or a pause.
"""

from __future__ import annotations

from collections.abc import Iterator

START, END = "\x1b[200~", "\x1b[201~"
LONGEST = 1_000_000
"""Characters of a paste that are kept."""

PAUSES = 10
"""Times that nothing came, after which a paste without its end mark is taken as it is."""


class Pastes:
    """Tells pasted text from keys, in what a terminal sends piece by piece."""

    def __init__(self) -> None:
        self._inside = False
        self._pasted = ""
        self._held = ""
        self._pauses = 0

    def feed(self, text: str) -> Iterator[tuple[str, bool]]:
        """What came, in parts, each with whether it was pasted; the beginning of a mark waits for its rest."""
        self._pauses = 0
        text, self._held = self._held + text, ""
        while text:
            mark = END if self._inside else START
            part, found, text = text.partition(mark)
            if not found:
                kept = len(part) - _begun(part, mark)
                part, self._held = part[:kept], part[kept:]
            if self._inside:
                self._pasted = (self._pasted + part)[:LONGEST]
                if found:
                    yield self._whole()
            else:
                self._inside = bool(found)
                if part:
                    yield part, False

    def pause(self) -> Iterator[tuple[str, bool]]:
        """Nothing came for a moment: what waited is what it is."""
        self._pauses += 1
        if self._inside and self._pauses < PAUSES:
            return
        held, self._held = self._held, ""
        if self._inside:
            self._pasted += held
            yield self._whole()
        elif held:
            yield held, False

    def _whole(self) -> tuple[str, bool]:
        pasted, self._pasted, self._inside = self._pasted, "", False
        return pasted, True


def _begun(text: str, mark: str) -> int:
    """How many characters at the end of a text may be the beginning of a mark; a lone Esc, which is a key, is none."""
    least = 2 if mark is START else 1
    return next((n for n in range(len(mark) - 1, least - 1, -1) if text.endswith(mark[:n])), 0)
