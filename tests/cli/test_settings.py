"""Settings: what a file says, and one clear error for what is wrong in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from variorum.config import Settings, changed, load_settings
from variorum.errors import ConfigError


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == Settings()


def test_a_file_sets_what_it_names(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('theme = "light"\nthreshold = 0.6\nmouse = false\n[keys]\nquit = "ctrl+q"\n')
    settings = load_settings(path)
    assert (settings.theme, settings.threshold, settings.mouse) == ("light", 0.6, False)
    assert settings.keys == {"quit": "ctrl+q"}
    assert settings.layout == "auto"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('theme = "purple"', "theme"),
        ("threshold = 7", "threshold"),
        ("threshold = true", "threshold"),
        ('mouse = "no"', "mouse"),
        ("backups = 1.5", "backups"),
        ("color = 1", "color"),
        ("[keys]\nquit = 3", "quit"),
        ('"\\u001b[31m" = 1', "31m"),
    ],
)
def test_an_error_names_the_file_and_the_key(tmp_path: Path, text: str, key: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as caught:
        load_settings(path)
    assert "config.toml" in caught.value.message
    assert key in caught.value.message
    assert caught.value.hint
    assert "\x1b" not in str(caught.value)


def test_a_mark_of_utf_8_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b'\xef\xbb\xbftheme = "light"\n')
    assert load_settings(path).theme == "light"


def test_a_pipe_a_device_or_a_huge_file_is_not_waited_for(tmp_path: Path) -> None:
    pipe, huge = tmp_path / "pipe", tmp_path / "huge"
    os.mkfifo(pipe)
    huge.touch()
    os.truncate(huge, 1 << 40)
    for path in (pipe, huge, Path("/dev/zero"), tmp_path):
        with pytest.raises(ConfigError) as caught:
            load_settings(path)
        assert str(path) in caught.value.message
    assert load_settings(Path(os.devnull)) == Settings()


@pytest.mark.parametrize("raw", [b"theme = ", b"\xff\xfe", b"[keys", b"x = " + b"[" * 5000])
def test_a_file_that_is_not_toml_is_said_to_be(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(raw)
    with pytest.raises(ConfigError, match=r"config\.toml"):
        load_settings(path)


def test_a_setting_is_changed_in_its_line_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "config.toml"
    first = changed(load_settings(path), "theme", "light")
    assert path.read_text() == 'theme = "light"\n'
    path.write_text('# mine\ntheme = "dark"  # at night\n[keys]\nquit = "ctrl+x"\n')
    again = changed(changed(changed(first, "theme", "ansi"), "mouse", False), "text_width", 72)
    assert path.read_text() == (
        '# mine\ntheme = "ansi"  # at night\nmouse = false\ntext_width = 72\n\n[keys]\nquit = "ctrl+x"\n'
    )
    assert (again.theme, again.mouse, again.text_width) == ("ansi", False, 72)
    assert load_settings(path).keys == {"quit": "ctrl+x"}


def test_a_setting_that_is_impossible_or_cannot_be_written_is_said(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    with pytest.raises(ConfigError, match="text_width: must be between"):
        changed(load_settings(path), "text_width", 4_000)
    assert not path.exists()
    with pytest.raises(ConfigError, match="not a file"):
        changed(load_settings(Path(os.devnull)), "theme", "light")
    path.write_text("theme = 7\n")
    with pytest.raises(ConfigError, match="must be one of"):
        changed(Settings(path=path), "theme", "light")
    assert path.read_text() == "theme = 7\n"
    assert changed(Settings(), "theme", "light").theme == "light"
