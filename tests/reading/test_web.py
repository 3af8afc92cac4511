from __future__ import annotations

import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.reading.server import PROSE, Server, running

from variorum.reading import ReadOptions, read_all
from variorum.reading.document import Unreadable
from variorum.reading.network.addresses import check_public, parse_address
from variorum.reading.network.web import WebFetcher


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as server:
        yield server


def _fetcher(seconds: float = 10.0, cache: Path | None = None, *, offline: bool = False) -> WebFetcher:
    return WebFetcher(private=True, cache=cache, seconds=seconds, offline=offline)


@pytest.mark.parametrize("path", ["page", "gzip", "deflate", "chain/5", "escape-header", "unknown-charset"])
def test_a_page_is_fetched(server: Server, path: str) -> None:
    page = _fetcher().fetch(f"{server.base}/{path}")
    assert PROSE in page.data.decode()
    assert "\x1b" not in str(page.headers)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("bomb", "more than 10 MB"),
        ("endless", "more than 10 MB"),
        ("too-short", "broke off"),
        ("cut-gzip", "broke off"),
        ("not-gzip", "cannot be decompressed"),
        ("brotli", "compressed with br"),
        ("to?place=file:///etc/passwd", "only http and https"),
        ("to?place=gopher://example.org/", "only http and https"),
        ("to?place=http://user:secret@example.org/", "user name or password"),
        ("loop", "in a circle"),
        ("chain/6", "more than 5 times"),
        ("headers", "cannot be read"),
        ("long-header", "cannot be read"),
        ("garbage", "cannot be read"),
        ("status/404", "answered 404"),
        ("status/403", "answered 403"),
        ("status/500", "answered 500"),
    ],
)
def test_a_hostile_answer_costs_one_line(server: Server, path: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason) as caught:
        _fetcher().fetch(f"{server.base}/{path}")
    failure = caught.value.failure(server.base)
    assert "\n" not in failure.reason + failure.hint
    assert "\x1b" not in failure.reason


@pytest.mark.parametrize("path", ["slow", "slow-headers", "silent"])
def test_a_slow_answer_ends_with_the_deadline(server: Server, path: str) -> None:
    with pytest.raises(Unreadable, match="took more than"):
        _fetcher(0.4).fetch(f"{server.base}/{path}")


def test_private_addresses_are_refused_on_every_hop(server: Server) -> None:
    with pytest.raises(Unreadable, match="not on the public internet"):
        WebFetcher().fetch(f"{server.base}/page")
    with pytest.raises(Unreadable, match="not on the public internet"):
        WebFetcher().fetch(f"http://localhost:{server.port}/page")
    assert server.asked == []


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "fd00:ec2::254",
    ],
)
def test_no_disguise_makes_an_address_public(ip: str) -> None:
    with pytest.raises(Unreadable, match="not on the public internet"):
        check_public("host", ip)


@pytest.mark.parametrize("ip", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_public_addresses_are_public(ip: str) -> None:
    check_public("host", ip)


@pytest.mark.parametrize(
    "address",
    [
        "ftp://a.example/",
        "http://",
        "http:///x",
        "http://a b/",
        "http://a:99999/",
        "javascript:alert(1)",
        "http://[::1",
    ],
)
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(Unreadable):
        parse_address(address)


def test_addresses_cannot_smuggle_headers() -> None:
    target = parse_address("http://a.example/x\r\nHost: evil?y=\x1b[31m z")
    assert target.path.isascii()
    assert not any(c in target.path for c in "\r\n\x1b ")


def test_robots_are_asked_and_obeyed(server: Server) -> None:
    server.robots = "User-agent: variorum\nDisallow: /page\n"
    with pytest.raises(Unreadable, match=r"robots\.txt"):
        _fetcher().fetch(f"{server.base}/page")
    assert server.paths() == ["/robots.txt"]
    assert server.asked[0][1]["user-agent"].startswith("variorum/")


def test_a_host_that_asks_for_pauses_gets_them_if_they_are_short(server: Server) -> None:
    server.robots = "User-agent: *\nCrawl-delay: 5\n"
    waited: list[float] = []
    fetcher = WebFetcher(private=True, clock=lambda: 100.0 + sum(waited), sleep=waited.append)
    for n in range(3):
        fetcher.fetch(f"{server.base}/page?{n}")
    assert waited == [5.0, 5.0]
    assert server.paths().count("/robots.txt") == 1


def test_a_host_that_asks_for_long_pauses_is_refused_the_second_page(server: Server) -> None:
    server.robots = "User-agent: variorum\nCrawl-delay: 3600\n"
    fetcher = WebFetcher(private=True)
    fetcher.fetch(f"{server.base}/page")
    with pytest.raises(Unreadable, match="pause of 3,600 seconds"):
        fetcher.fetch(f"{server.base}/page?2")


def test_a_story_opens_again_without_a_network(server: Server, tmp_path: Path) -> None:
    address = f"{server.base}/page"
    first = _fetcher(cache=tmp_path).fetch(address)
    again = _fetcher(cache=tmp_path).fetch(address)
    assert again.data == first.data
    assert server.asked[-1][1]["if-none-match"] == '"v1"'
    offline = _fetcher(cache=tmp_path, offline=True)
    assert offline.fetch(address).data == first.data
    with pytest.raises(Unreadable, match="never fetched"):
        offline.fetch(f"{server.base}/other")
    folder = tmp_path / "pages"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    server.stop.set()


def test_a_dead_host_answers_from_the_cache(server: Server, tmp_path: Path) -> None:
    with running() as other:
        address = f"{other.base}/page"
        first = _fetcher(cache=tmp_path).fetch(address)
    kept = _fetcher(cache=tmp_path).fetch(address)
    assert kept.data == first.data
    assert kept.unreached
    result = read_all([address], options=ReadOptions(allow_private_network=True, cache=tmp_path))
    assert len(result.articles) == 1
    assert "this is the page as it was kept" in result.failures[0].reason


def test_a_damaged_cache_counts_as_none(server: Server, tmp_path: Path) -> None:
    address = f"{server.base}/page"
    _fetcher(cache=tmp_path).fetch(address)
    for path in (tmp_path / "pages").iterdir():
        path.write_bytes(b"\x00garbage")
    assert PROSE in _fetcher(cache=tmp_path).fetch(address).data.decode()


def test_a_page_becomes_an_article(server: Server) -> None:
    options = ReadOptions(allow_private_network=True)
    result = read_all([f"{server.base}/page", f"{server.base}/wrong-charset", f"{server.base}/koi8"], options=options)
    assert not result.failures
    page, wrong, koi8 = result.articles
    assert (page.title, page.outlet, page.url) == ("Bridge closed", "Corvay Post", f"{server.base}/page")
    assert "Eva Föé, the mayor" in wrong.text
    assert wrong.replaced == 0
    assert "Мост закрыт" in koi8.text
    assert "outlet" in koi8.guessed


def test_a_feed_lists_its_entries_and_opens_as_many_as_asked(server: Server) -> None:
    address = f"{server.base}/feed"
    listed = read_all([address], options=ReadOptions(allow_private_network=True))
    assert [e.title for e in listed.entries] == ["Piece 0", "Piece 1", "Piece 2"]
    assert not listed.articles
    opened = read_all([address], options=ReadOptions(allow_private_network=True, entries=2))
    assert [a.title for a in opened.articles] == ["Bridge closed"] * 2


def test_one_bad_address_does_not_stop_the_rest(server: Server, tmp_path: Path) -> None:
    sources = [f"{server.base}/bomb", f"{server.base}/text", "http://user:pw@a.example/", "ftp://a.example/"]
    result = read_all(sources, options=ReadOptions(allow_private_network=True))
    assert [a.text for a in result.articles] == [PROSE]
    assert len(result.failures) == 3


def test_captures_come_from_a_server_that_speaks_cdx_and_memento(server: Server) -> None:
    server.robots = "User-agent: *\nDisallow: /\n"
    server.wayback = {"20201216100000": "in May", "20201214100000": "in April", "20191214100000": "never"}
    options = ReadOptions(allow_private_network=True, wayback=server.base)
    result = read_all(["wayback:https://corvay.example/bridge@2020-12-01.."], options=options)
    assert not result.failures
    assert ["in April" in a.text for a in result.articles] == [True, False]
    assert [a.version.order for a in result.articles if a.version] == [1, 2]
    assert {a.outlet for a in result.articles} == {"Corvay Post"}
    assert "/robots.txt" not in server.paths()


def test_a_name_is_looked_up_once_so_that_it_cannot_change_after_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = socket.getaddrinfo

    def look_up(host: str, port: int, *rest: object, **named: object) -> object:
        asked.append(host)
        return real("127.0.0.1" if len(asked) > 1 else "10.0.0.1", port, type=socket.SOCK_STREAM)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with pytest.raises(Unreadable, match="not on the public internet"):
        WebFetcher().fetch("http://rebind.example/")
    assert set(asked) == {"rebind.example"}


def test_the_address_that_was_checked_is_the_one_connected_to(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = socket.getaddrinfo

    def look_up(host: str, port: int, *rest: object, **named: object) -> object:
        asked.append(host)
        return real("127.0.0.1", port, type=socket.SOCK_STREAM)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    page = _fetcher().fetch(f"http://rebind.example:{server.port}/page")
    assert PROSE in page.data.decode()
    assert asked == ["rebind.example"] * 2  # for robots.txt and for the page, once each


def test_an_address_without_its_scheme_gets_a_hint() -> None:
    result = read_all(["www.corvay.example/bridge", "bridge.txt"])
    assert "https://www.corvay.example/bridge" in result.failures[0].hint
    assert "https" not in result.failures[1].hint


def test_a_password_in_an_address_is_not_printed() -> None:
    result = read_all(["https://user:secret@a.example/x"])
    assert "secret" not in result.failures[0].source
