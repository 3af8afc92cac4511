"""Settings: TOML → one frozen `Settings`. An error names the file and the key."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from variorum.errors import ConfigError
from variorum.text.sanitise import clean_line

THEMES = ("dark", "light", "ansi")
GLYPHS = ("auto", "unicode", "ascii")
LAYOUTS = ("auto", "wide", "middle", "narrow", "single")
COLOURS = ("gutter", "words", "sentences")

CHOICES: Mapping[str, tuple[Any, ...]] = {
    "theme": THEMES,
    "glyphs": GLYPHS,
    "layout": LAYOUTS,
    "colour": COLOURS,
    "mouse": (True, False),
    "changed_cells": (True, False),
    "hint": (True, False),
}
"""Settings with a few values to choose from, in their order."""

NUMBERS: Mapping[str, tuple[float, float, bool]] = {
    "threshold": (0, 1, False),
    "text_width": (0, 400, True),
    "backups": (0, 100, True),
}
"""Settings that are numbers: the least, the most, and whether they are whole."""

_LARGEST = 1 << 20
"""Bytes that a settings file may have."""


@dataclass(frozen=True)
class Settings:
    """Everything a reader can set.

    Attributes:
        theme: `dark`, `light`, or `ansi` for the terminal's own colours.
        glyphs: `auto` takes ASCII where the locale cannot show others.
        layout: `auto` goes by the room there is; the others force one.
        colour: How strongly the text is coloured.
        threshold: The score from which a candidate is shown as a link; None takes the engine's.
        text_width: The widest a pane's text gets, in cells; 0 sets no limit.
        mouse: Whether the mouse does anything.
        changed_cells: Whether only the changed cells of a frame are sent to the terminal.
        hint: Whether the first run shows its hint.
        backups: How many rotated backups of the library are kept.
        keys: Binding id to the keys that replace its own, several with commas between them.
        path: The file that they come from, and go to when one is changed; it need not exist.
    """

    theme: str = "dark"
    glyphs: str = "auto"
    layout: str = "auto"
    colour: str = "sentences"
    threshold: float | None = None
    text_width: int = 0
    mouse: bool = True
    changed_cells: bool = True
    hint: bool = True
    backups: int = 5
    keys: Mapping[str, str] = field(default_factory=dict)
    path: Path | None = field(default=None, compare=False)


def load_settings(path: Path) -> Settings:
    """The settings of a file; the defaults where there is none.

    Raises:
        ConfigError: It cannot be read, is not TOML, or sets something unknown or impossible.
    """
    try:
        raw = _read(path)
    except (FileNotFoundError, NotADirectoryError):
        return Settings(path=path)
    except OSError as error:
        raise ConfigError(f"{_shown(path)}: {error.strerror}", "the settings file cannot be read") from error
    except ValueError as error:  # a NUL in the name
        raise ConfigError(f"{_shown(path)}: {error}", "the settings file cannot be read") from error
    import tomllib  # noqa: PLC0415 - most readers have no such file

    try:
        values = tomllib.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{_shown(path)}: {clean_line(str(error))}", "the file must be TOML in UTF-8") from error
    return _settings(values, path)


def _read(path: Path) -> bytes:
    """The bytes of a file that is one and is not too large; nothing is waited for.

    Raises:
        ConfigError: It is a pipe, a device, or too large.
        OSError: It cannot be read.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode) and str(path) != os.devnull:
            raise ConfigError(f"{_shown(path)}: not a file", "the settings must be a file of their own")
        raw = file.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        raise ConfigError(f"{_shown(path)}: more than {_LARGEST:,} bytes", "no settings need as many")
    return raw


def _settings(values: Mapping[str, Any], path: Path) -> Settings:
    checked: dict[str, Any] = {}
    for key, value in values.items():
        check = _CHECKS.get(key)
        if check is None:
            known = ", ".join(_CHECKS)
            raise ConfigError(f"{_shown(path)}: {clean_line(key)}: there is no such setting", f"there are {known}")
        problem = check(value)
        if problem:
            raise ConfigError(f"{_shown(path)}: {clean_line(key)}: {problem}", "correct the value or remove the line")
        checked[key] = value
    return replace(Settings(path=path), **checked)


def changed(settings: Settings, name: str, value: object) -> Settings:
    """The settings with another value, which their file has now too; where they have none it holds for this run.

    Everything else in the file stays as it was, comments as well. None puts back what holds where nothing is set.

    Raises:
        ConfigError: The value is impossible, or the file cannot be read or written.
    """
    if value is not None and (problem := _CHECKS[name](value)):
        raise ConfigError(f"{name}: {problem}", "choose another")
    path = settings.path
    if path is not None:
        load_settings(path)  # what is wrong in it by now is not written over
        if path.exists() and not path.is_file():
            raise ConfigError(f"{_shown(path)}: not a file", "the settings must be a file of their own")
        try:
            text = _read(path).decode("utf-8-sig") if path.exists() else ""
            _write(path.resolve(), _with_line(text, name, value))
        except OSError as error:
            raise ConfigError(f"{_shown(path)}: {error.strerror}", "the settings file cannot be written") from error
    new = getattr(Settings(), name) if value is None else value
    return replace(settings, **{name: new})  # type: ignore[arg-type]  # its check has passed


def _with_line(text: str, name: str, value: object) -> str:
    """The text of a settings file with one line changed, taken away, or added before its first table."""
    said = str(value).lower() if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else f"{value}"
    lines = text.splitlines()
    end = next((n for n, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
    for n in range(end):
        key, equals, rest = lines[n].partition("=")
        if equals and key.strip().strip("\"'") == name:
            _, sign, comment = rest.partition("#")
            lines[n : n + 1] = [] if value is None else [f"{name} = {said}" + (f"  #{comment}" if sign else "")]
            break
    else:
        if value is None:
            return text
        last = next((n for n in range(end, 0, -1) if lines[n - 1].strip()), 0)
        lines[last:end] = [f"{name} = {said}", ""] if end < len(lines) else [f"{name} = {said}"]
    return "\n".join(lines) + "\n"


def _write(path: Path, text: str) -> None:
    """Put a text in the place of a file, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        new.write_text(text, "utf-8")
        new.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o600)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _one_of(choices: tuple[str, ...]) -> Callable[[object], str]:
    def check(value: object) -> str:
        return "" if value in choices else f"must be one of {', '.join(choices)}"

    return check


def _number(low: float, high: float, *, whole: bool) -> Callable[[object], str]:
    kinds: tuple[type, ...] = (int,) if whole else (int, float)

    def check(value: object) -> str:
        if isinstance(value, bool) or not isinstance(value, kinds):
            return f"must be a {'whole ' if whole else ''}number"
        return "" if low <= value <= high else f"must be between {low:g} and {high:g}"  # type: ignore[operator]  # a number here

    return check


def _truth(value: object) -> str:
    return "" if isinstance(value, bool) else "must be true or false"


def _keys(value: object) -> str:
    if not isinstance(value, dict):
        return "must be a table of binding = keys"
    wrong = [str(k) for k, v in value.items() if not isinstance(v, str) or not v.strip()]
    return f"{clean_line(wrong[0])}: the keys must be words in quotes" if wrong else ""


def _shown(path: Path) -> str:
    return clean_line(str(path))


_CHECKS: dict[str, Callable[[object], str]] = {
    **{name: _one_of(values) if values != (True, False) else _truth for name, values in CHOICES.items()},
    **{name: _number(low, high, whole=whole) for name, (low, high, whole) in NUMBERS.items()},
    "keys": _keys,
}
