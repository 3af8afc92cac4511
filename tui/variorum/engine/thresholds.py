"""From which score a candidate is what; apart from the engine, so that a screen can know without loading it."""

from __future__ import annotations

THRESHOLD = 0.5
"""Score from which a candidate is a link; below it is `related`."""
RELATED = 0.1
"""Score from which a candidate is worth showing when the reader lowers the threshold."""
