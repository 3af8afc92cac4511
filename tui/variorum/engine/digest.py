"""What tells one text from another, and ids that the same things always get: in the library, in sets and in exports."""

from __future__ import annotations

from hashlib import sha1, sha256


def text_hash(text: str) -> str:
    """SHA-256 of the text as UTF-8, as lower-case hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def named_id(namespace: str, *parts: str) -> str:
    """The UUID (version 5, RFC 9562) of these parts, a line each, in a namespace that is a UUID itself.

    What `uuid.uuid5` gives; that module loads another five, of which one looks up what machine this is.
    """
    name = bytes.fromhex(namespace.replace("-", "")) + "\n".join(parts).encode()
    digits = bytearray(sha1(name, usedforsecurity=False).digest()[:16])
    digits[6] = digits[6] & 0x0F | 0x50
    digits[8] = digits[8] & 0x3F | 0x80
    hexed = digits.hex()
    return "-".join((hexed[:8], hexed[8:12], hexed[12:16], hexed[16:20], hexed[20:]))
