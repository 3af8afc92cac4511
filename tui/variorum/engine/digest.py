"""What tells one text from another, whoever kept it: in the library, in sets and in exports."""

from __future__ import annotations

from hashlib import sha256


def text_hash(text: str) -> str:
    """SHA-256 of the text as UTF-8, as lower-case hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
