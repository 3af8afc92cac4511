"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from unittest.mock import patch

import variorum.engine
import variorum.reading
from variorum.text import patterns


def test_a_pattern_is_compiled_when_it_is_first_used_and_kept() -> None:
    with patch.object(re, "compile", wraps=re.compile) as compiled:
        words = patterns.lazy_pattern("[a-z]+", re.I)
        assert not compiled.called
        assert words.findall("An Example, found") == ["An", "Example", "found"]
        assert words.findall("again") == ["again"]
    compiled.assert_called_once_with("[a-z]+", re.I)


def test_every_pattern_of_a_module_is_one() -> None:
    """What no article of these tests makes use of would else be found wrong by a reader."""
    found = list(_lazy())
    assert len(found) > 50
    for pattern in found:
        assert callable(pattern.search)


def _lazy() -> Iterator[patterns._Later]:
    for package in (variorum.engine, variorum.reading):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            yield from (v for v in vars(import_module(module.name)).values() if isinstance(v, patterns._Later))
