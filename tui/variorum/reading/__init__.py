"""The world → Article. Each kind of source has a module; `read` and `read_all` are the doors."""

from __future__ import annotations

from variorum.reading.document import Entry, Failure
from variorum.reading.options import ReadOptions
from variorum.reading.sources import Reading, ReadResult, read, read_all

__all__ = ["Entry", "Failure", "ReadOptions", "ReadResult", "Reading", "read", "read_all"]
