"""The child of `process`: reads one document after another from standard input, answers each with a line of JSON."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from io import BytesIO
from typing import BinaryIO

from variorum.reading.document import Harvest, Unreadable
from variorum.reading.process import MEMORY, to_plain
from variorum.reading.sniff import Kind

Parser = Callable[[bytes, dict[str, str]], Harvest]
ArchiveParser = Callable[[BinaryIO, dict[str, str]], Harvest]


def main() -> None:
    """Answer until standard input ends."""
    _bound_memory()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not print into the answers
    while line := sys.stdin.buffer.readline():
        request = json.loads(line)
        data = sys.stdin.buffer.read(request["size"])
        answers.write(json.dumps(_answer(request, data)).encode() + b"\n")
        answers.flush()


def _answer(request: dict[str, str], data: bytes) -> dict[str, object]:
    try:
        if request["path"]:
            with open(request["path"], "rb") as stream:
                return to_plain(archive_parser(Kind(request["kind"]))(stream, request))
        return to_plain(parser_for(Kind(request["kind"]))(data, request))
    except Unreadable as error:
        return {"unreadable": [error.message, error.hint]}
    except ImportError as error:
        return {"unreadable": [f"needs a package that is missing: {error.name}", "install variorum again"]}
    except OSError as error:
        return {"unreadable": [(error.strerror or "could not be read").lower(), "check the name"]}
    except MemoryError:
        return {"unreadable": ["needs more memory than one article may take", "save its text and name that"]}
    except RecursionError:
        return {"unreadable": ["is nested too deep", "save its text and name that"]}


def parser_for(kind: Kind) -> Parser:
    """The reader of a kind; its libraries load with the first document that needs them."""
    if kind is Kind.HTML:
        from variorum.reading.pages.html import read_html  # noqa: PLC0415 - lazy: lxml, trafilatura

        return read_html
    if kind is Kind.MHTML:
        from variorum.reading.formats.mhtml import read_mhtml  # noqa: PLC0415 - lazy: email, lxml

        return read_mhtml
    if kind is Kind.PDF:
        from variorum.reading.formats.pdf import read_pdf  # noqa: PLC0415 - lazy: pypdf

        return read_pdf
    if kind in (Kind.ZIP, Kind.WARC):
        read = archive_parser(kind)
        return lambda data, request: read(BytesIO(data), request)
    if kind is Kind.FEED:
        from variorum.reading.formats.feeds import read_feed  # noqa: PLC0415 - lazy: feedparser

        return read_feed
    from variorum.reading.formats.tables import read_table  # noqa: PLC0415 - lazy: csv

    return read_table


def archive_parser(kind: Kind) -> ArchiveParser:
    """The reader of archives, which takes what it wants out of a stream."""
    if kind is Kind.ZIP:
        from variorum.reading.formats.office import read_zip  # noqa: PLC0415 - lazy: zipfile, lxml

        return read_zip
    from variorum.reading.formats.warc import read_warc  # noqa: PLC0415 - lazy: warcio

    return read_warc


def _bound_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows, where the time bound has to do
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
