"""Reading behind the screen: sources in a thread of its own, with how far it is, until it is done or stopped."""

from __future__ import annotations

import threading
from dataclasses import replace

from variorum.errors import Cancelled
from variorum.reading import Reading, ReadResult
from variorum.reading.options import PILE


class Bringing:
    """What is being read.

    Args:
        reading: The sources.
        sort: Sort the articles into stories: None where there are more than a `PILE`, else as it says.

    Attributes:
        stage: What is done now, in words.
        done: How far that is, of `total`.
    """

    def __init__(self, reading: Reading, *, sort: bool | None = None) -> None:
        self.reading = reading
        self.stage, self.done, self.total = "reading", reading.done, reading.total
        self._sort = sort
        self._stopped = threading.Event()
        self._finished = threading.Event()
        self._result: ReadResult | None = None
        self._error: BaseException | None = None

    def start(self) -> None:
        """Begin. The thread ends with the program, whatever it is waiting for."""
        threading.Thread(target=self._run, name="reading", daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Wait so long at most; whether it is finished."""
        return self._finished.wait(seconds)

    @property
    def finished(self) -> bool:
        """There is a result, or an error."""
        return self._finished.is_set()

    def stop(self) -> None:
        """Stop after the source that is being read; whoever waits need not wait for that."""
        self._stopped.set()

    def result(self) -> ReadResult:
        """What was read, sorted into stories where that was asked; while it is not finished, what there is so far.

        Raises:
            Exception: Whatever ended the thread.
        """
        if self._error is not None:
            raise self._error
        return self._result or self.reading.result()

    def _run(self) -> None:
        try:
            self._result = self._read()
        except Cancelled:
            self._result = None
        except BaseException as error:
            self._error = error  # `result` raises it where somebody can deal with it
        self._finished.set()

    def _read(self) -> ReadResult:
        for done in self.reading:
            self._tell("reading", done, self.reading.total)
        result = self.reading.result()
        wanted = len(result.articles) > PILE and not result.entries if self._sort is None else self._sort
        return self._sorted(result) if wanted else result

    def _sorted(self, result: ReadResult) -> ReadResult:
        from variorum.reading.grouping import group_into_stories  # noqa: PLC0415 - only piles are grouped

        return replace(result, pile=group_into_stories(result.articles, progress=self._tell))

    def _tell(self, stage: str, done: int, total: int) -> None:
        if self._stopped.is_set():
            raise Cancelled
        self.stage, self.done, self.total = stage, done, total
