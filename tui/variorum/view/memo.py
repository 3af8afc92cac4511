"""Values remembered by the identity of what they were made from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

V = TypeVar("V")


class Memo(Generic[V]):
    """The last few values, each with the objects it was made from.

    Identity, because hashing or comparing a whole comparison would cost more than is saved; the objects are held, so
    that an identity is never that of something else.
    """

    def __init__(self, size: int = 4) -> None:
        self._size = size
        self._items: list[tuple[tuple[object, ...], V]] = []

    def get(self, parts: tuple[object, ...], make: Callable[[], V]) -> V:
        """The value made from these very objects; made now where it is not remembered."""
        for known, value in self._items:
            if len(known) == len(parts) and all(a is b for a, b in zip(known, parts, strict=True)):
                return value
        value = make()
        self._items = [(parts, value), *self._items][: self._size]
        return value
