"""Which addresses may be fetched: http and https, without credentials, and only hosts that are public."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from variorum.reading.document import Unreadable

_PLAIN = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_PRIVATE_HINT = "allow it with --allow-private-network if you trust the address"


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart, each part fit to be sent: `path` with its query, `host` in ASCII."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def address(self) -> str:
        """The address in full."""
        return f"{self.origin}{self.path}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what robots.txt and rates hold for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """Host and, where it is not the scheme's own, port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.scheme == "https" else 80) else f"{host}:{self.port}"


def parse_address(address: str, base: str = "") -> Target:
    """An address that may be asked for, `base` being the page that led to it.

    Raises:
        Unreadable: It is not http or https, carries credentials, or is no address.
    """
    try:
        parts = urlsplit(_PLAIN.sub(lambda m: quote(m[0]), urljoin(base, address.strip())))
        port = parts.port
        host = (parts.hostname or "").rstrip(".")
        host = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise Unreadable("is not an address", "check how it is written") from error
    if parts.scheme not in ("http", "https"):
        if base:
            raise Unreadable(f"leads to {parts.scheme or 'nothing'}:, and only http and https are fetched", "")
        raise Unreadable("is no http or https address", "write it with https://, or name a file")
    if parts.username is not None or parts.password is not None:
        raise Unreadable("carries a user name or password", "addresses with credentials are never fetched")
    if not re.fullmatch(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+", host):
        raise Unreadable("is not an address", "check how it is written")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]") if parts.query else ""
    return Target(parts.scheme, host.lower(), port or (443 if parts.scheme == "https" else 80), path + query)


def check_public(host: str, ip: str) -> None:
    """Raise for an IP address that is not on the public internet.

    Raises:
        Unreadable: It is loopback, private, link-local (as cloud metadata is), reserved or multicast, directly or
            wrapped in an IPv6 address.
    """
    address = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner:
            address = inner
        elif address.teredo:
            raise Unreadable(f"{host} is not on the public internet", _PRIVATE_HINT)
    if not address.is_global or address.is_multicast or address.is_reserved:
        raise Unreadable(f"{host} is not on the public internet", _PRIVATE_HINT)
