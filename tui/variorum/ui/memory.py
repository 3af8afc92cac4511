"""One pool of memory for all threads."""

from __future__ import annotations

_ARENAS = -8
"""What `mallopt` calls the number of pools (M_ARENA_MAX in glibc's malloc.h)."""


def share_memory() -> None:
    """Have all threads take memory from one pool, where the C library is glibc; to be called before the first starts.

    Else each keeps to itself what it has freed: reading, comparing and filing two long texts left 35 MB behind.
    """
    try:
        import ctypes  # noqa: PLC0415 - some Pythons are built without it

        ctypes.CDLL(None).mallopt(_ARENAS, 1)
    except (ImportError, OSError, AttributeError):
        return  # another C library, with ways of its own
