"""One request to one host: bounded in time and size, and to the very address that was checked."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from variorum.reading.document import Unreadable
from variorum.reading.network.addresses import Target, check_public
from variorum.reading.network.fetcher import Unreachable
from variorum.reading.options import MEGABYTE
from variorum.text.sanitise import clean_line

MAX_BODY = 10 * MEGABYTE
"""Bytes of a body after decompression."""

_CHUNK = 1 << 16
_RETRY = "try again later, or save the page in a browser and name the file"


@dataclass(frozen=True)
class Response:
    """What a host answered: status, headers by name in lower case, and the body, decompressed."""

    status: int
    headers: Mapping[str, str]
    data: bytes


class Deadline:
    """A moment after which nothing is waited for."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._seconds = seconds

    def left(self) -> float:
        """Seconds left.

        Raises:
            Unreadable: None are.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.passed()
        return left

    def extend(self, seconds: float) -> None:
        """Put it off: waiting because a host asks for it is not slowness."""
        self._end += seconds

    def passed(self) -> Unreachable:
        """The complaint that it took too long."""
        return Unreachable(f"took more than {self._seconds:.0f} seconds", _RETRY)


def request(target: Target, headers: Mapping[str, str], deadline: Deadline, *, private: bool) -> Response:
    """Ask for a page.

    Args:
        target: What to ask for.
        headers: Sent besides Host and Connection.
        deadline: For everything: name, connection, headers and body.
        private: Hosts that are not public are allowed.

    Raises:
        Unreadable: The host is unknown, not public, silent, too slow, or answers with something that is no answer.
    """
    connection = _Connection(target, deadline, private=private)
    watch = threading.Timer(deadline.left(), connection.abort)  # a byte now and then would reset every socket timeout
    watch.daemon = True
    watch.start()
    try:
        connection.request("GET", target.path, headers={**headers, "Host": target.authority, "Connection": "close"})
        with connection.getresponse() as answer:
            stated = {name.lower(): clean_line(value) for name, value in answer.getheaders()}
            return Response(answer.status, stated, _body(answer, stated, deadline))
    except TimeoutError as error:
        raise deadline.passed() from error
    except ssl.SSLCertVerificationError as error:
        raise Unreadable("has a certificate that is not valid", "check the address and this machine's clock") from error
    except (http.client.HTTPException, OSError, ValueError) as error:
        if connection.aborted:
            raise deadline.passed() from error
        raise Unreadable(f"answered with something that cannot be read: {_said(error)}", _RETRY) from error
    finally:
        watch.cancel()
        connection.close()


def _body(answer: http.client.HTTPResponse, headers: Mapping[str, str], deadline: Deadline) -> bytes:
    encoding = headers.get("content-encoding", "identity").lower()
    if encoding not in ("identity", "gzip", "x-gzip", "deflate", ""):
        raise Unreadable(f"is compressed with {encoding}, which was not asked for", _RETRY)
    unpack = zlib.decompressobj(47) if encoding in ("gzip", "x-gzip") else None  # 47: gzip or zlib, by its header
    received = 0
    parts: list[bytes] = []
    size = 0
    raw = b""
    while chunk := answer.read1(_CHUNK):
        deadline.left()
        received += len(chunk)
        if encoding == "deflate" and unpack is None:
            unpack = zlib.decompressobj(15 if chunk[:1] == b"\x78" else -15)
        raw = chunk
        while raw:
            part, raw = _unpacked(unpack, raw)
            size += len(part)
            parts.append(part)
            if size > MAX_BODY or received > MAX_BODY:
                raise Unreadable(f"sends more than {MAX_BODY // MEGABYTE} MB", "save the page and name the file")
            if not part:
                break
    deadline.left()  # a connection that the watch ended looks like one that came to its end
    stated = headers.get("content-length", "")
    if stated.isdecimal() and received < int(stated) and "transfer-encoding" not in headers:
        raise Unreadable(f"broke off: {received:,} of {int(stated):,} bytes came", _RETRY)
    if unpack is not None and not unpack.eof and received:
        raise Unreadable("broke off in the middle of its compressed text", _RETRY)
    return b"".join(parts)


def _unpacked(unpack: zlib._Decompress | None, raw: bytes) -> tuple[bytes, bytes]:
    """The next part of the body, never more than a chunk's tenfold, and the compressed bytes left for later."""
    if unpack is None:
        return raw, b""
    if unpack.eof:
        return b"", b""
    try:
        part = unpack.decompress(raw, 10 * _CHUNK)
    except zlib.error as error:
        raise Unreadable("is damaged: it cannot be decompressed", _RETRY) from error
    return part, unpack.unconsumed_tail


def _said(error: Exception) -> str:
    text = clean_line(getattr(error, "strerror", None) or str(error) or type(error).__name__)
    return text if len(text) <= 80 else text[:79] + "…"


class _Connection(http.client.HTTPConnection):
    """A connection to the address that was checked: the name is looked up once, so it cannot change in between."""

    def __init__(self, target: Target, deadline: Deadline, *, private: bool) -> None:
        super().__init__(target.host, target.port, timeout=deadline.left())
        self._target = target
        self._deadline = deadline
        self._private = private
        self.aborted = False

    def connect(self) -> None:
        """Look the name up, check every address it has, and connect to the first that answers."""
        addresses = _resolve(self._target, self._deadline)
        if not self._private:
            for *_, place in addresses:
                check_public(self._target.host, str(place[0]))
        self.sock = self._reach(addresses)
        if self._target.scheme == "https":
            context = ssl.create_default_context()
            context.set_alpn_protocols(["http/1.1"])
            self.sock = context.wrap_socket(self.sock, server_hostname=self._target.host)

    def abort(self) -> None:
        """End it from another thread: whoever waits for it is woken."""
        self.aborted = True
        if self.sock:
            try:
                self.sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # it had ended already

    def _reach(self, addresses: list[_Place]) -> socket.socket:
        last: OSError | None = None
        for family, kind, protocol, _, place in addresses[:4]:
            sock = socket.socket(family, kind, protocol)
            sock.settimeout(min(self._deadline.left(), 10))
            try:
                sock.connect(place)
            except OSError as error:
                sock.close()
                last = error
                continue
            sock.settimeout(self._deadline.left())
            return sock
        raise Unreachable(f"{self._target.host} does not answer", _RETRY) from last


_Place = tuple[socket.AddressFamily, socket.SocketKind, int, str, tuple[str, int] | tuple[str, int, int, int]]


def _resolve(target: Target, deadline: Deadline) -> list[_Place]:
    """The addresses of a host. Looked up in a thread: the system's resolver knows no time limit."""
    found: list[_Place] = []

    def look_up() -> None:
        try:
            found.extend(socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM))  # type: ignore[arg-type]
        except (OSError, UnicodeError):
            return  # told by what is not found

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(deadline.left())
    if thread.is_alive():
        raise deadline.passed()
    if not found:
        raise Unreachable(f"{target.host} is not known", "check the address, and that this machine is online")
    return list(found)
