"""Characters inside a word that are no letters of their own, as pieces of a pattern's character class."""

from __future__ import annotations

from typing import Final

UNSEEN: Final = "\u00ad\u200b-\u200d\u2060\ufeff"
"""Soft hyphens, joiners and blanks without width: they part no word and are no difference between two."""
ACCENTS: Final = "\u0300-\u036f"
"""Accents that stand behind their letter, as texts in Unicode's decomposed form have them."""
HYPHENS: Final = "‐‑"
"""The hyphens beside ASCII's: the exact one, and the one at which no line breaks."""
_INSIDE = rf"[\w{UNSEEN}{ACCENTS}]*"
JOINED: Final = rf"[^\W_]{_INSIDE}(?:[-{HYPHENS}'’.&](?=\w){_INSIDE})*"
"""A pattern for a word with what is joined to it: Jean-Luc’s, AT&T, U.S; read in runs, not letter by letter."""
