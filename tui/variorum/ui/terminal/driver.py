"""The terminal driver: Textual's own for Linux and macOS, made safe for a line that drops and a terminal that dies."""

from __future__ import annotations

import asyncio
import os
import re
import select
import signal
import sys
import termios
import time
import tty
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextvars import copy_context
from threading import Thread
from typing import TYPE_CHECKING, Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from variorum.errors import ExitCode
from variorum.text.sanitise import clean
from variorum.ui.terminal.pasting import Pastes
from variorum.ui.terminal.quiet import original_modes
from variorum.ui.terminal.writer import Writer

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message

EXITS = {
    signal.SIGHUP: ExitCode.HUNG_UP,
    signal.SIGTERM: ExitCode.TERMINATED,
    signal.SIGINT: ExitCode.INTERRUPTED,
}
"""Signals that end the reader, and the status it ends with."""

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h"
_LEAVE = "\x1b[m\x1b[H\x1b[J\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h"
"""Cleared before it is left: tmux 3.3 brings rows of an alternate screen that has grown back onto the shell's."""
_ASK_SYNC = "\x1b[?2026$p"

ASK_CURSOR = "\x1b[6n"
"""Asks the terminal where its cursor is."""
_ANSWER = re.compile(rb"\x1b\[\d+;\d+R")
_PATIENCE = 1.0
"""Seconds that leaving waits for answers still on their way: the shell would take them for typed."""

_ESCAPE_AND_KEY = re.compile(r"\x1b(?=[^\x00-\x1f\x7f\[\]\\OP_^])")
"""Esc with a key straight after it, which no sequence of a terminal begins with."""


class TerminalDriver(LinuxDriver):
    """Textual's driver with signals handled, input that ends when the terminal does, and frames that report back.

    Taking over and giving back are written anew rather than inherited: raw mode comes before the first byte, so that
    nothing typed early is echoed; moves of the mouse and focus changes, which nothing here needs, are not reported; and
    a process that was stopped from outside and continued does not take the terminal over twice.
    """

    _writer_thread: Writer | None  # type: ignore[assignment]  # ours writes differently and offers more

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._taken = False
        self._unanswered = 0
        self._answers = False
        self._context = copy_context()
        # tmux joins Esc and a key within half a second to Alt and the key: it means both, unless a key has Alt.
        self._splits_alt = not getattr(app, "alt_keys", False)
        self._opened: int | None = None
        if not self.input_tty:
            self._opened = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
            self.fileno = self._opened
            self.input_tty = True
        screen = sys.__stderr__
        self._screen = screen.fileno() if screen is not None and screen.isatty() else self.fileno

    def start_application_mode(self) -> None:
        """Take the terminal over; after a stop, take it back."""
        loop = asyncio.get_running_loop()
        self._context = copy_context()
        for number, status in EXITS.items():
            loop.add_signal_handler(number, self._leave, status)
        loop.add_signal_handler(signal.SIGWINCH, self._send_size)
        self._raw_mode()
        self._writer_thread = Writer(self._screen, self._gone)
        self._writer_thread.start()
        self._taken = True
        self._send_size()
        self.write(_ENTER + _ASK_SYNC)
        self._enable_mouse_support()
        self._key_thread = Thread(target=self._run_input_thread, name="keys", daemon=True)
        self._key_thread.start()
        self._tell_app("terminal_taken")
        if self._must_signal_resume:
            self._must_signal_resume = False
            self._send_message(self.SignalResume())

    def disable_input(self) -> None:
        """Read no more keys."""
        if self._key_thread is not None and not self.exit_event.is_set():
            self.exit_event.set()
            self._key_thread.join()
            self._key_thread = None
            self.exit_event.clear()

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was found."""
        if not self._taken:
            return
        self._taken = False
        self.disable_input()
        self._disable_mouse_support()
        self.write(_LEAVE)
        if self._writer_thread is not None and self._writer_thread.drain():
            self._await_answers()
        self._on_terminal(lambda: termios.tcflush(self.fileno, termios.TCIFLUSH))
        before = self.attrs_before
        if before is not None:
            self._on_terminal(lambda: termios.tcsetattr(self.fileno, termios.TCSANOW, before))

    def _await_answers(self) -> None:
        """Take in what the terminal still answers, and the keys typed meanwhile: neither is meant for the shell."""
        until = time.monotonic() + (_PATIENCE if self._answers else _PATIENCE / 4)
        taken = b""
        while len(_ANSWER.findall(taken)) < self._unanswered and (left := until - time.monotonic()) > 0:
            ready, _, _ = select.select([self.fileno], [], [], left)
            data = self._read() if ready else b""
            if not data:
                break
            taken += data
        self._unanswered = 0

    def close(self) -> None:
        """Stop writing, for now or for good; the terminal device that was opened stays open for a return."""
        if self._writer_thread is not None:
            self._writer_thread.stop()
            self._writer_thread = None

    def write(self, data: str) -> None:
        """Write data, if the terminal is ours."""
        if self._writer_thread is not None:
            self._unanswered += data.count(ASK_CURSOR)
            self._writer_thread.write(data)

    def flush(self) -> None:
        """Nothing to do: the writing thread writes all it has."""

    def write_frame(self, data: str, done: Callable[[], None]) -> None:
        """Write a frame; `done` is called in the app's thread once the terminal's device has taken it.

        A frame that comes late, when the terminal was given back, is dropped.
        """
        if self._taken and self._writer_thread is not None:
            self.write(data)
            self._writer_thread.call(lambda: self._in_loop(done))

    def run_input_thread(self) -> None:
        """Read keys until told to stop, or until the terminal is gone."""
        parser = XTermParser(self._debug)
        pastes = Pastes()
        decoder = getincrementaldecoder("utf-8")("replace")
        while not self.exit_event.is_set():
            ready, _, _ = select.select([self.fileno], [], [], 0.1)
            data = self._read() if ready else b""
            if ready and not data:
                self._gone()
                return
            for text, pasted in pastes.feed(decoder.decode(data)) if ready else pastes.pause():
                if pasted:
                    self.process_message(events.Paste(clean(text)))
                else:
                    parser = self._parse(text, parser)
            for event in parser.tick():
                self.process_message(event)

    def _parse(self, text: str, parser: XTermParser) -> XTermParser:
        """Pass on the keys of what was typed; returns the parser for what comes next."""
        for n, part in enumerate(_ESCAPE_AND_KEY.split(text) if self._splits_alt else (text,)):
            if n:
                self.process_message(events.Key("escape", "\x1b"))
            try:
                for event in parser.feed(part) if part else ():  # nothing would mean the end to it
                    self.process_message(event)
            except ValueError:
                parser = XTermParser(self._debug)  # Esc and keys typed fast look like a sequence that is none
        return parser

    def process_message(self, message: Message) -> None:
        """Keep the answers about the cursor's place to ourselves; pass everything else on."""
        if isinstance(message, events.CursorPosition):
            self._unanswered = max(0, self._unanswered - 1)
            self._answers = True
            self._in_loop(lambda: self._tell_app("frame_answered"))
        elif (
            self._splits_alt
            and isinstance(message, events.Key)
            and message.key.startswith("alt+")
            and message.character
        ):
            super().process_message(events.Key("escape", "\x1b"))
            super().process_message(events.Key(message.character, message.character))
        else:
            super().process_message(message)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""  # the same to us as the end of input: the terminal is gone

    def _raw_mode(self) -> None:
        try:
            self.attrs_before = original_modes(self.fileno)
            raw = termios.tcgetattr(self.fileno)
        except termios.error:
            self.attrs_before = None  # gone, as when a dropped line brings SIGHUP and SIGCONT together
            return
        raw[tty.LFLAG] = self._patch_lflag(raw[tty.LFLAG])
        raw[tty.IFLAG] = self._patch_iflag(raw[tty.IFLAG])
        raw[tty.CC][termios.VMIN] = 1
        self._on_terminal(lambda: termios.tcsetattr(self.fileno, termios.TCSANOW, raw))

    @staticmethod
    def _on_terminal(call: Callable[[], object]) -> None:
        try:
            call()
        except termios.error:
            return  # the terminal is gone; there is nothing to set on it

    def _sigcont_application(self, *_: object) -> None:
        if self._taken:
            self._raw_mode_again()
            self._tell_app("terminal_taken")
        elif self._auto_restart:
            self.resume_application_mode()

    def _raw_mode_again(self) -> None:
        before = self.attrs_before
        self._raw_mode()
        self.attrs_before = before
        self.write(_ENTER)

    def _get_terminal_size(self) -> tuple[int, int]:
        try:
            width, height = os.get_terminal_size(self._screen)
        except OSError:
            width, height = 80, 24
        return (width, height) if width and height else (80, 24)

    def _send_size(self) -> None:
        size = Size(*self._get_terminal_size())
        self._send_message(events.Resize(size, size))

    def _send_message(self, message: Message) -> None:
        asyncio.run_coroutine_threadsafe(self._app._post_message(message), loop=self._loop)

    def _enable_mouse_support(self) -> None:
        """Report presses, drags and the wheel, not every move: a move over SSH is bytes for nothing."""
        if self._mouse:
            self.write("\x1b[?1000h\x1b[?1002h\x1b[?1006h")

    def _disable_mouse_support(self) -> None:
        if self._mouse:
            self.write("\x1b[?1006l\x1b[?1002l\x1b[?1000l")

    def _tell_app(self, method: str) -> None:
        call = getattr(self._app, method, None)
        if call is not None:
            call()

    def _leave(self, status: ExitCode) -> None:
        self._app.exit(return_code=int(status))

    def _gone(self) -> None:
        """The terminal takes or gives nothing any more; called from the writing or the reading thread."""
        self._in_loop(lambda: self._leave(ExitCode.HUNG_UP))

    def _in_loop(self, call: Callable[[], Any]) -> None:
        if not self._loop.is_closed():
            # In the app's context, not the thread's: a timer set there finds its app by it.
            self._loop.call_soon_threadsafe(call, context=self._context)
