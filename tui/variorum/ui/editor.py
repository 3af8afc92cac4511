"""Going on with a text in the reader's own editor; whatever that does, the text as it was is still there."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from textual.app import App, SuspendNotSupported

from variorum.text.sanitise import clean, clean_line


class EditorError(Exception):
    """The text was not edited; the message says why."""


def edited_outside(app: App[object], text: str) -> str:
    """The text as `$VISUAL`, or else `$EDITOR`, left it; the screen is theirs meanwhile.

    Raises:
        EditorError: There is no editor, it failed, or it left nothing: what was there before is then to stay.
    """
    command = _command(os.environ)
    name = clean_line(Path(command[0]).name)
    with tempfile.TemporaryDirectory(prefix="variorum-") as folder:  # 0700, and so is not for others to read
        file = Path(folder) / "note.txt"
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text)
        try:
            with app.suspend():
                ended = _run([*command, str(file)])
        except SuspendNotSupported:
            raise EditorError("no editor can be opened in this terminal") from None
        if ended:
            raise EditorError(f"{name} {ended}; the note is as it was")
        try:
            after = clean(file.read_text("utf-8", errors="replace")).strip("\n")
        except OSError as error:
            raise EditorError(f"{name} left no file: {error.strerror}; the note is as it was") from error
    if text.strip() and not after.strip():
        raise EditorError(f"{name} left an empty file; the note is as it was")
    return after


def _run(command: list[str]) -> str:
    """Run the editor; what went wrong, in words. Raises nothing: the screen would stay the editor's."""
    try:
        status = subprocess.run(command, check=False).returncode
    except OSError as error:
        return f"cannot be started: {error.strerror}"
    return f"ended with {status}" if status else ""


def _command(env: Mapping[str, str]) -> list[str]:
    try:
        command = shlex.split(env.get("VISUAL") or env.get("EDITOR") or "")
    except ValueError:
        raise EditorError("VISUAL or EDITOR has a quotation mark without its end") from None
    if not command:
        raise EditorError("neither VISUAL nor EDITOR names an editor")
    return command
