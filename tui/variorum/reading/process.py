"""A process of its own for everything that has to be parsed: bounded in time and memory, and started when needed.

A page, a PDF or a zip archive may be made to blow a parser up. Here that costs the child, not the reader. The child
stays for the next document, so that its imports are paid once; after a document that broke a bound it is started anew.
Requests and answers are JSON, never pickles: what comes back from a parser that met a hostile file is not trusted.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path

from variorum.engine.nouns import Role
from variorum.reading.document import Document, Entry, Failure, Harvest, Unreadable
from variorum.reading.sniff import Kind

MEMORY = 400 << 20
"""Bytes of address space for the child."""

_LARGE_PAGE = 2 << 20  # bytes from which on a page is not shown to trafilatura, which would not come to an end


class ParserProcess:
    """The child, from the first document to `close`."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._timed_out = threading.Event()

    def parse(
        self,
        data: bytes,
        kind: Kind,
        name: str,
        *,
        charset: str | None = None,
        address: str = "",
        path: Path | None = None,
    ) -> Harvest:
        """The documents in some bytes, or in the archive at `path`, which the child reads piece by piece.

        Raises:
            Unreadable: There are none, or finding them takes too long or too much memory.
        """
        plans: list[tuple[str, float]] = [("full", self._seconds)]
        if kind is Kind.HTML and len(data) > _LARGE_PAGE:
            plans = [("simple", self._seconds)]
        elif kind in (Kind.HTML, Kind.MHTML):  # a page has visible text whatever the extractor makes of it
            plans = [("full", self._seconds * 0.6), ("simple", self._seconds * 0.35)]
        request: dict[str, object] = {
            "kind": kind.value,
            "name": name,
            "charset": charset,
            "address": address,
            "size": len(data),
        }
        request |= {"path": str(path.absolute()) if path else "", "seconds": self._seconds}
        reason, hint = "", "save its text and name that"
        for effort, seconds in plans:
            answer = self._ask(json.dumps({**request, "effort": effort}).encode() + b"\n", data, seconds)
            if answer is None:
                reason = "is damaged: the parser gave up on it"
                if self._timed_out.is_set():
                    reason = f"takes more than {self._seconds:.0f} seconds to parse"
            elif "unreadable" in answer:
                raise Unreadable(*map(str, answer["unreadable"]))
            else:
                return from_plain(answer)
        raise Unreadable(reason, hint)

    def close(self) -> None:
        """End the child."""
        if self._child:
            self._child.kill()
            self._child.communicate()
            self._child = None

    def _give_up(self, child: subprocess.Popen[bytes]) -> None:
        self._timed_out.set()
        child.kill()

    def _ask(self, header: bytes, data: bytes, seconds: float) -> dict[str, list[object]] | None:
        child = self._child = self._child or _start()
        assert child.stdin
        assert child.stdout
        self._timed_out.clear()
        timer = threading.Timer(seconds, self._give_up, [child])
        timer.start()
        try:
            child.stdin.write(header)
            child.stdin.write(data)
            child.stdin.flush()
            answer = child.stdout.readline()
        except BrokenPipeError:
            answer = b""
        finally:
            timer.cancel()
        if not answer.endswith(b"\n"):
            self.close()
            return None
        found: dict[str, list[object]] = json.loads(answer)
        return found


def to_plain(harvest: Harvest) -> dict[str, object]:
    """A harvest as what JSON can say. A parser sees one document at a time and knows no versions."""
    documents = [asdict(d) | {"guessed": sorted(d.guessed), "version": None} for d in harvest.documents]
    return {
        "documents": documents,
        "entries": [e._asdict() for e in harvest.entries],
        "failures": [f._asdict() for f in harvest.failures],
    }


def from_plain(answer: dict[str, list[object]]) -> Harvest:
    """The harvest that `to_plain` wrote."""
    documents = [_document(d) for d in answer["documents"] if isinstance(d, dict)]
    entries = [Entry(**e) for e in answer["entries"] if isinstance(e, dict)]
    failures = [Failure(**f) for f in answer["failures"] if isinstance(f, dict)]
    return Harvest(tuple(documents), tuple(entries), tuple(failures))


def _document(plain: dict[str, object]) -> Document:
    known = plain.pop("known")
    guessed = plain.pop("guessed")
    assert isinstance(known, list)
    assert isinstance(guessed, list)
    roles = tuple((int(a), int(b), Role(role)) for a, b, role in known)
    return Document(known=roles, guessed=frozenset(guessed), **plain)  # type: ignore[arg-type]  # as `asdict` gave it


def _start() -> subprocess.Popen[bytes]:
    """A child that finds this package wherever we found it, and nothing in the current folder."""
    path = os.pathsep.join(p for p in sys.path if p)
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "variorum.reading.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        start_new_session=True,  # Ctrl-C is for the reader; the child ends with its pipe
    )
