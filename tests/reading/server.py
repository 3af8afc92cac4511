"""A web server on loopback that misbehaves in every way a path asks for."""

from __future__ import annotations

import gzip
import json
import socket
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

PROSE = (
    "The bridge at Corvay was closed on Tuesday after a storm damaged three of its pillars, the council said in a "
    "statement. Engineers will inspect the pillars on Friday. A ferry runs every hour until then, the company said."
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Bridge closed | Corvay Post</title>
<meta property="og:site_name" content="Corvay Post"></head><body><article><h1>Bridge closed</h1><p>{PROSE}</p><p>“We had
no choice,” said Eva Foe, the mayor. “It will open again in March.”</p></article></body></html>"""


class Server:
    """What was asked for, and the running server's port."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        self.port: int = listener.getsockname()[1]
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.robots = ""
        self.stop = threading.Event()
        self.wayback: dict[str, str] = {}

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def serve(self) -> None:
        while not self.stop.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve_one, args=(connection,), daemon=True).start()

    def _serve_one(self, connection: socket.socket) -> None:
        with connection:
            try:
                request = b""
                while b"\r\n\r\n" not in request:
                    got = connection.recv(65536)
                    if not got:
                        return
                    request += got
                lines = request.decode("latin-1").split("\r\n")
                path = lines[0].split(" ")[1]
                headers = dict(line.lower().split(": ", 1) for line in lines[1:] if ": " in line)
                self.asked.append((path, headers))
                self._answer(connection, path, headers)
            except OSError:
                return  # the client hung up, which is what it should do here

    def _answer(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        name = urlsplit(path).path.strip("/").split("/")[0] or "page"
        handler = getattr(self, "do_" + name.replace(".", "_").replace("-", "_"), None)
        if handler is None:
            send(connection, b"no", status="404 Not Found")
        else:
            handler(connection, path, headers)

    def do_robots_txt(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        send(connection, self.robots.encode(), media="text/plain")

    def do_page(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        if headers.get("if-none-match") == '"v1"':
            send(connection, b"", status="304 Not Modified")
            return
        send(connection, PAGE.encode(), extra='ETag: "v1"\r\n')

    def do_gzip(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        send(connection, gzip.compress(PAGE.encode()), extra="Content-Encoding: gzip\r\n")

    def do_deflate(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        send(connection, zlib.compress(PAGE.encode())[2:-4], extra="Content-Encoding: deflate\r\n")

    def do_bomb(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        send(connection, gzip.compress(bytes(200 << 20), 1), extra="Content-Encoding: gzip\r\n")

    def do_endless(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not self.stop.is_set():
            connection.sendall(b"<p>again and again</p>" * 1000)

    def do_slow(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not self.stop.wait(0.05):
            connection.sendall(b"x")

    def do_slow_headers(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not self.stop.wait(0.05):
            connection.sendall(b"x")

    def do_silent(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        self.stop.wait(30)

    def do_too_short(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        send(connection, PAGE.encode(), length=len(PAGE) * 2)

    def do_cut_gzip(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        send(connection, gzip.compress(PAGE.encode())[:-40], extra="Content-Encoding: gzip\r\n")

    def do_not_gzip(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        send(connection, PAGE.encode(), extra="Content-Encoding: gzip\r\n")

    def do_brotli(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        send(connection, b"\x0b\x02\x80", extra="Content-Encoding: br\r\n")

    def do_wrong_charset(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        send(connection, PAGE.replace("Foe", "Föé").encode("cp1252"), media="text/html; charset=utf-8")

    def do_unknown_charset(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        send(connection, PAGE.replace("Foe", "Föé").encode(), media="text/html; charset=zip")

    def do_koi8(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        page = f"<html><body><article><p>{'Мост закрыт во вторник после бури. ' * 8}</p></article></body></html>"
        send(connection, page.encode("koi8-r"), media="text/html; charset=koi8-r")

    def do_to(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        place = parse_qs(urlsplit(path).query)["place"][0]
        send(connection, b"", status="302 Found", extra=f"Location: {place}\r\n")

    def do_loop(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        send(connection, b"", status="301 Moved", extra="Location: /loop\r\n")

    def do_chain(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        left = int(path.rstrip("/").rsplit("/", 1)[-1])
        place = f"/chain/{left - 1}" if left > 1 else "/page"
        send(connection, b"", status="302 Found", extra=f"Location: {place}\r\n")

    def do_headers(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n" + b"X-Many: y\r\n" * 5000 + b"\r\n" + PAGE.encode())

    def do_long_header(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nX-Long: " + b"y" * (1 << 20) + b"\r\n\r\n" + PAGE.encode())

    def do_garbage(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        connection.sendall(b"\x1b]0;title\x07 not HTTP at all\r\n\r\n")

    def do_escape_header(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        send(connection, PAGE.encode(), media="text/html; charset=\x1b]0;owned\x07")

    def do_status(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        send(connection, b"no", status=f"{path.rsplit('/', 1)[-1]} No")

    def do_feed(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        items = "".join(f"<item><title>Piece {n}</title><link>{self.base}/page?{n}</link></item>" for n in range(3))
        feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Corvay Post</title>{items}</channel></rss>'
        send(connection, feed.encode(), media="application/rss+xml")

    def do_cdx(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        asked = parse_qs(urlsplit(path).query)
        rows = [["timestamp", "original", "digest"]]
        for timestamp, text in self.wayback.items():
            if asked.get("from", [""])[0] <= timestamp:
                rows.append([timestamp, asked["url"][0], str(hash(text))])
        send(connection, json.dumps(rows).encode(), media="application/json")

    def do_web(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        timestamp = path.split("/")[2].removesuffix("id_")
        if timestamp in self.wayback:
            send(connection, PAGE.replace("in March", self.wayback[timestamp]).encode())
        else:
            send(connection, b"no", status="404 Not Found")

    def do_text(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        send(connection, PROSE.encode(), media="text/plain")


def send(
    connection: socket.socket,
    body: bytes,
    *,
    status: str = "200 OK",
    media: str = "text/html",
    length: int | None = None,
    extra: str = "",
) -> None:
    size = len(body) if length is None else length
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\nContent-Length: {size}\r\n{extra}Connection: close\r\n\r\n"
    connection.sendall(head.encode("latin-1") + body)


@contextmanager
def running() -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Server(listener)
        threading.Thread(target=server.serve, daemon=True).start()
        try:
            yield server
        finally:
            server.stop.set()
            listener.shutdown(socket.SHUT_RDWR)
