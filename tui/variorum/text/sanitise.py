"""The one place where text from outside becomes text that may be shown.

Everything that variorum did not write itself (article text, titles, file names, addresses, headers, notes, imports)
passes through `clean` once, on its way in. After that no control byte, bidirectional override or invisible tag can
reach a terminal, a pipe or an export.
"""

from __future__ import annotations

from variorum.text.patterns import lazy_pattern

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""What stands in for a character that must not be shown: one for one, so offsets into the cleaned text hold."""

_FORBIDDEN = lazy_pattern(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but newline and tab, DEL, C1
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides and isolates
    "\u2028\u2029"  # line and paragraph separators
    "\u206a-\u206f\ufff9-\ufffb"  # deprecated format characters, interlinear annotation
    "\ud800-\udfff"  # surrogates: not text
    "\U000e0000-\U000e007f"  # tags
    "]"
)


def clean(text: str) -> str:
    r"""Text in which nothing can act on a terminal.

    Line ends become ``\n``; every other forbidden character becomes one U+FFFD. Joiners inside emoji and words,
    combining accents and right-to-left prose are kept.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FORBIDDEN.sub(REPLACEMENT, text)


def clean_line(text: str) -> str:
    """`clean`, and on one line: runs of white space become one blank. For titles, names and addresses."""
    return " ".join(clean(text).split())


_LINE_END = lazy_pattern(r"[ \t]*\n[ \t\n]*|\t[ \t]*")


def one_line(text: str) -> str:
    """Cleaned words on one line: line ends and tabs become a blank, every other character stays.

    No-break, thin and wide blanks are characters that somebody printed; a quotation without them is another one.
    """
    return _LINE_END.sub(" ", text).strip(" ")


def in_json(text: str) -> str:
    """JSON that means the same, with each forbidden character escaped: a path must be exact, and may not act."""
    return _FORBIDDEN.sub(lambda found: _escaped(found.group()), text)


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[n : n + 4]}" for n in range(0, len(units), 4))


def forbidden(text: str) -> int:
    """How many characters of the text must not be shown."""
    return len(_FORBIDDEN.findall(text.replace("\r\n", "\n")))
