"""XML from outside: no entities, no document types, no network, no files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from variorum.reading.document import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATION = re.compile(rb"<!\s*(?:ENTITY|ELEMENT|ATTLIST)", re.I)


def parse_xml(data: bytes) -> _Element:
    """The root of a document.

    Raises:
        Unreadable: It is not well formed, or declares entities: no document that people write does.
    """
    from lxml import etree  # noqa: PLC0415 - lazy: lxml

    refuse_entities(data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("holds damaged XML", "open and save it again, or save its text") from error


def refuse_entities(data: bytes) -> None:
    """Raise for declarations that can make a small file large or read another one.

    Raises:
        Unreadable: The document declares entities.
    """
    plain = data.replace(b"\x00", b"") if b"\x00" in data[:4] else data
    if _DECLARATION.search(plain):
        raise Unreadable("declares XML entities, which may be made to harm", "save its text and name that")


def local(element: _Element) -> str:
    """An element's name without its namespace; empty for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
