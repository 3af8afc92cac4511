"""Bytes → text: byte order marks, UTF-8, UTF-16, what letters tell, else cp1252; what is no text at all is named."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from variorum.reading.document import Unreadable
from variorum.text.sanitise import REPLACEMENT

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_UNPACK = "unpack it and open what is inside"
_PICTURE = ("a picture", "variorum reads text; save the article's text or page instead")
_SOUND = ("sound or video", "variorum reads text; save a transcript instead")
_PROGRAM = ("a program", "name an article instead")
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", *_PICTURE),
    (b"\xff\xd8\xff", *_PICTURE),
    (b"GIF8", *_PICTURE),
    (b"BM\x00", *_PICTURE),
    (b"II*\x00", *_PICTURE),
    (b"MM\x00*", *_PICTURE),
    (b"\x00\x00\x01\x00", *_PICTURE),
    (b"RIFF", "a picture, sound or video", _PICTURE[1]),
    (b"ID3", *_SOUND),
    (b"OggS", *_SOUND),
    (b"fLaC", *_SOUND),
    (b"\x1aE\xdf\xa3", *_SOUND),
    (b"\x7fELF", *_PROGRAM),
    (b"MZ\x90", *_PROGRAM),
    (b"\xcf\xfa\xed\xfe", *_PROGRAM),
    (b"\xca\xfe\xba\xbe", *_PROGRAM),
    (b"\x00asm", *_PROGRAM),
    (b"PK\x03\x04", "a ZIP archive", _UNPACK),
    (b"PK\x05\x06", "an empty ZIP archive", _UNPACK),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ", "an xz archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", _UNPACK),
    (b"7z\xbc\xaf", "a 7z archive", _UNPACK),
    (b"Rar!", "a RAR archive", _UNPACK),
    (b"SQLite format 3", "a database", "export the article as text"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file", "save it as DOCX, ODT or text"),
    (b"{\\rtf", "an RTF file", "save it as DOCX, ODT or text"),
    (b"%!PS", "PostScript", "save it as PDF or text"),
)
_OTHER_SCRIPTS = [
    "cp1252",
    "cp1251",
    "koi8-r",
    "cp1253",
    "cp1255",
    "cp1256",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
]
"""What may be told by letters: cp1252 stands for all Latin ones, the others each for a script."""
_SAMPLE = 1 << 16
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\f\x1b") + b"\x7f"
_CONTROL_SHARE = 0.04  # of control bytes in what is no UTF-8; random bytes have .11, prose none
_CONTROL_SHARE_UTF8 = 0.3  # in what is: text with stray NULs is read, a table of numbers is not


class Decoded(NamedTuple):
    """Text, the name of the encoding that gave it, and how many characters stand for bytes that mean nothing in it."""

    text: str
    encoding: str
    replaced: int


def decode(data: bytes, charset: str | None = None) -> Decoded:
    """Read bytes as text as well as can be.

    A byte order mark decides; then strict UTF-8; then `charset`, where the source declares one that Python knows; then
    UTF-16 told by its zero bytes; then UTF-8 with damage if most of what is not ASCII is valid; then what its letters
    tell; then cp1252.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    wide = _utf16(data[:_SAMPLE])
    if wide:
        return _lenient(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", 0)
    except UnicodeDecodeError:
        pass  # the next guesses are for exactly this
    declared = _codec(charset)
    if declared and declared != "utf-8":
        return _lenient(data, declared)
    damaged = _lenient(data, "utf-8")
    valid = sum(1 for c in damaged.text if c > "\x7f") - damaged.replaced
    return damaged if valid > damaged.replaced else _lenient(data, _told_by_letters(data[:_SAMPLE]) or "cp1252")


def refuse_binary(data: bytes) -> None:
    """Raise for what is not text.

    Raises:
        Unreadable: Its first bytes are those of a picture, a program, an archive …, or too many control bytes stand
            in it.
    """
    for magic, what, hint in _MAGIC:
        if data.startswith(magic):
            raise Unreadable(f"is {what}, not text", hint)
    if data[4:8] == b"ftyp":
        raise Unreadable(f"is {_SOUND[0]}, not text", _SOUND[1])
    if data[257:262] == b"ustar":
        raise Unreadable("is a tar archive, not text", _UNPACK)
    sample = data[:_SAMPLE]
    if any(data.startswith(mark) for mark, _ in _MARKS) or _utf16(sample):
        return
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    valid = _lenient(sample[:-4], "utf-8").replaced == 0  # the last character may be cut in two
    if controls > (_CONTROL_SHARE_UTF8 if valid else _CONTROL_SHARE) * len(sample):
        raise Unreadable("is not text", "name a text, a page or a document")


def _lenient(data: bytes, encoding: str) -> Decoded:
    already = 0
    text = data.decode(encoding, "replace")
    replaced = text.count(REPLACEMENT)
    if replaced:  # the source may hold U+FFFD of its own; those were lost before us
        already = data.count(REPLACEMENT.encode(encoding)) if encoding.startswith("utf") else 0
    return Decoded(text, encoding, max(0, replaced - already))


def _codec(charset: str | None) -> str | None:
    if not charset:
        return None
    try:
        name = codecs.lookup(charset.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    if name in ("iso8859-1", "ascii"):  # what declares Latin-1 is cp1252 in practice (WHATWG Encoding, "labels")
        return "cp1252"
    known = name.startswith(("utf", "iso", "cp", "koi8", "gb", "big5", "euc", "shift", "mac", "hz", "tis"))
    return name if known else None  # never "zip", "rot13" and other codecs that are no character sets


def _told_by_letters(sample: bytes) -> str | None:
    """The encoding in which the bytes are prose in another script; None for Latin letters, which tell too little."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - few texts are older than Unicode

    whole = sample.rpartition(b"\n")[0] or sample  # the last character may be cut in two
    best = from_bytes(whole, cp_isolation=_OTHER_SCRIPTS).best()
    letters = [c for c in str(best or "") if c.isalpha()]
    return best.encoding if best and sum(c > "\u036f" for c in letters) > len(letters) / 2 else None


def _utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark: blanks and line ends of any script have a zero byte, always on the same side."""
    size = len(sample) // 2
    if size < 2 or b"\x00" not in sample:
        return None
    even, odd = sample[0 : 2 * size : 2].count(0), sample[1 : 2 * size : 2].count(0)
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if high >= 0.05 * size and low <= 0.02 * high:
            text = sample[: 2 * size].decode(encoding, "replace")
            strange = sum(1 for c in text if c == REPLACEMENT or (c < " " and c not in "\t\n\r\f"))
            if strange <= 0.01 * len(text):
                return encoding
    return None
