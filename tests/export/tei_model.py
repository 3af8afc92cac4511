"""What TEI P5 allows where: the children, text and attributes of every element that our export writes.

Written from the Guidelines, for the elements we use only and stricter than they are where we are: no schema is kept
here. `problems` says in words what a processor that validates would refuse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

TEI = "{http://www.tei-c.org/ns/1.0}"
_XML = "{http://www.w3.org/XML/1998/namespace}"

NAME = r"[A-Za-z_][\w.-]*"
WORD = r"\S+"
POINTERS = r"\S+( \S+)*"
TWO_POINTERS = r"\S+( \S+)+"
POINTER = r"\S+"
TEXT = r"[^\n]*"
LANGUAGE = r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"
WHEN = "when"
VERSION = r"\d+[a-z]*\d*(\.\d+[a-z]*\d*){0,3}"
NOTHING = ""


@dataclass(frozen=True)
class Allowed:
    """An element: its children as a pattern over their names, whether it holds text, and its attributes' patterns."""

    children: str = NOTHING
    text: bool = False
    attributes: dict[str, str] = field(default_factory=dict)
    required: tuple[str, ...] = ()


GLOBAL = {"xml:id": NAME, "xml:lang": LANGUAGE, "n": TEXT, "resp": POINTERS, "corresp": POINTERS}
TYPED = {"type": WORD, "subtype": WORD}
POINTING = {"target": POINTERS}

MODEL = {
    "TEI": Allowed("teiHeader (standOff )?text "),
    "teiHeader": Allowed("fileDesc encodingDesc revisionDesc "),
    "fileDesc": Allowed("titleStmt publicationStmt sourceDesc "),
    "titleStmt": Allowed("(title )+(respStmt )*"),
    "title": Allowed(text=True),
    "respStmt": Allowed("(resp )+(name )+"),
    "resp": Allowed(text=True),
    "name": Allowed(text=True),
    "publicationStmt": Allowed("(p )+"),
    "p": Allowed(text=True),
    "sourceDesc": Allowed("((p )+|listWit )"),
    "listWit": Allowed("(witness )+"),
    "witness": Allowed("(bibl )*", text=True, required=("xml:id",)),
    "bibl": Allowed("((title|author|publisher|date|ref|idno) )*"),
    "author": Allowed(text=True),
    "publisher": Allowed(text=True),
    "date": Allowed(text=True, attributes={"when": WHEN}),
    "ref": Allowed(text=True, attributes={"target": POINTER}, required=("target",)),
    "idno": Allowed(text=True, attributes=TYPED),
    "encodingDesc": Allowed("((variantEncoding|editorialDecl|appInfo) )+"),
    "variantEncoding": Allowed(
        attributes={"method": "parallel-segmentation", "location": "internal"}, required=("method", "location")
    ),
    "editorialDecl": Allowed("(segmentation )+"),
    "segmentation": Allowed("(p )+"),
    "appInfo": Allowed("(application )+"),
    "application": Allowed(
        "(label )+((p )*|(ref )*)", attributes={"ident": NAME, "version": VERSION}, required=("ident", "version")
    ),
    "label": Allowed(text=True),
    "revisionDesc": Allowed("(change )+"),
    "change": Allowed(text=True, attributes={"when": WHEN}),
    "standOff": Allowed("((linkGrp|listAnnotation) )+"),
    "linkGrp": Allowed("(link )+", attributes=TYPED),
    "link": Allowed(attributes={"target": TWO_POINTERS}, required=("target",)),
    "listAnnotation": Allowed("(note )+"),
    "note": Allowed(text=True, attributes=TYPED | POINTING),
    "text": Allowed("body "),
    "body": Allowed("(div )+"),
    "div": Allowed("(ab )+", attributes=TYPED),
    "ab": Allowed("(app )*"),
    "app": Allowed("(rdg )+(note )*", attributes=TYPED),
    "rdg": Allowed("((s|seg) )+", attributes={"wit": POINTERS}, required=("wit",)),
    "s": Allowed(text=True),
    "seg": Allowed(text=True, attributes=TYPED),
}


def problems(root: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """What a TEI processor would refuse."""
    ids = [element.get(f"{_XML}id") for element in root.iter() if element.get(f"{_XML}id")]
    if len(ids) != len(set(ids)):
        yield "an id stands twice"
    if root.tag != f"{TEI}TEI":
        yield f"the root is {root.tag}"
    for element in root.iter():
        yield from _of(element, set(ids))


def _of(element: Any, ids: set[str]) -> Iterator[str]:  # noqa: ANN401 - as above
    name = str(element.tag).removeprefix(TEI)
    if name not in MODEL:
        yield f"{name} is not known"
        return
    allowed = MODEL[name]
    children = "".join(str(child.tag).removeprefix(TEI) + " " for child in element)
    if not re.fullmatch(allowed.children, children):
        yield f"{name} holds {children.split() or 'nothing'}"
    if not allowed.text and any((text or "").strip() for text in (element.text, *(c.tail for c in element))):
        yield f"{name} holds text"
    given = {str(key).replace(_XML, "xml:"): str(value) for key, value in element.attrib.items()}
    for key in set(allowed.required) - given.keys():
        yield f"{name} lacks {key}"
    for key, value in given.items():
        pattern = (GLOBAL | allowed.attributes).get(key)
        if pattern is None:
            yield f"{name} has {key}"
        elif not (_is_date(value) if pattern is WHEN else re.fullmatch(pattern, value)):
            yield f"{name} has {key}={value!r}"
        elif key in ("wit", "target", "corresp", "resp"):
            yield from (f"{p} leads nowhere" for p in value.split() if p.startswith("#") and p[1:] not in ids)


def _is_date(value: str) -> bool:
    """Whether XML Schema has the value as a gYear, gYearMonth, date or dateTime."""
    if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", value):
        return True
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return _made(date, value)
    moment = re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[-+]\d\d:\d\d)?", value)
    return moment is not None and _made(datetime, moment.group(1))


def _made(kind: type[date], value: str) -> bool:
    try:
        kind.fromisoformat(value)
    except ValueError:
        return False
    return True
