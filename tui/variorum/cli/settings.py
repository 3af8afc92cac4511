"""The settings that hold for a command."""

from __future__ import annotations

from variorum.cli.talk import say
from variorum.config import Settings, load_settings
from variorum.errors import ConfigError
from variorum.paths import config_file


def usual_settings() -> Settings:
    """Those of the usual file; the defaults, and a line that says so, where it cannot be read at all.

    A home that may not be entered must not keep anyone from reading, as what is wrong inside a file may: that is the
    reader's own to mend.

    Raises:
        ConfigError: The file says something unknown or impossible.
    """
    try:
        return load_settings(config_file())
    except ConfigError as error:
        if not isinstance(error.__cause__, OSError):
            raise
        say(f"{error.message}: the defaults hold")
        return Settings()
