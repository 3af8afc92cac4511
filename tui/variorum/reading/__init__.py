"""The world → Article. Each kind of source has a module; `read` and `read_all` are the doors."""

from __future__ import annotations

from variorum.reading.sources import Failure, ReadResult, read, read_all

__all__ = ["Failure", "ReadResult", "read", "read_all"]
