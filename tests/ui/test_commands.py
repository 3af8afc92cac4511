"""Every key does something: the reducer knows it, or a command stands for it."""

from __future__ import annotations

import pytest

from variorum.ui.commands import COMMANDS, command
from variorum.view.keys import BY_ID


def test_every_key_without_an_action_is_a_command() -> None:
    assert {id for id, key in BY_ID.items() if key.action is None} == {*COMMANDS, "quit"}


@pytest.mark.parametrize("id", COMMANDS)
def test_every_command_is_there(id: str) -> None:
    assert callable(command(id))
