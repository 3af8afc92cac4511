"""How findings are put into words: the same in every format, and never by colour alone."""

from __future__ import annotations

from variorum.engine.keeping.nouns import HighlightKind
from variorum.engine.nouns import Discrepancy, DiscrepancyType, Maker, Relation
from variorum.export.document import Document, Entry, Provenance, Side, Source
from variorum.text.counting import counted
from variorum.text.sanitise import one_line

GLYPHS = {Relation.IDENTICAL: "=", Relation.NEAR: "≈", Relation.PARAPHRASE: "~"}
ONLY_HERE, DISAGREES, KEPT = "+", "≠", "★"

_RELATIONS = {
    Relation.IDENTICAL: "the same words",
    Relation.NEAR: "nearly the same words",
    Relation.PARAPHRASE: "in other words",
}
_QUOTES = {
    Relation.IDENTICAL: "the same quote, word for word",
    Relation.NEAR: "the same quote in nearly the same words",
    Relation.PARAPHRASE: "the same quote in other words",
}
_TOLD = {Relation.NEAR: "told in nearly the same words", Relation.PARAPHRASE: "told in other words"}
_KINDS = {
    HighlightKind.SHARED: "shared",
    HighlightKind.UNIQUE: "only here",
    HighlightKind.DISCREPANCY: "a discrepancy",
    HighlightKind.QUOTE: "a quote",
    HighlightKind.OWN: "marked by the reader",
}
_DISAGREE = {
    DiscrepancyType.NUMBER: "numbers differ",
    DiscrepancyType.DATE: "dates differ",
    DiscrepancyType.NAME: "names differ",
    DiscrepancyType.NEGATION: "one says the opposite",
    DiscrepancyType.ATTRIBUTION: "sources differ",
}


def glyph(entry: Entry) -> str:
    """The one sign for an entry, as on screen."""
    if entry.discrepancies:
        return DISAGREES
    if entry.relation:
        return GLYPHS[entry.relation]
    return ONLY_HERE if entry.kind is HighlightKind.UNIQUE else KEPT


def finding(entry: Entry) -> str:
    """What an entry is, in words: `the same quote, word for word, told in other words, sources differ`."""
    first = _RELATIONS[entry.relation] if entry.relation else _KINDS[entry.kind]
    if entry.relation and entry.quote:
        told = _TOLD.get(entry.relation, "") if entry.relation is not entry.quote else ""
        first = ", ".join(filter(None, (_QUOTES[entry.quote], told)))
    parts = [first, *dict.fromkeys(_DISAGREE[d.type] for d in entry.discrepancies)]
    return ", ".join(parts)


def made_by(entry: Entry) -> str:
    """Who made a link, in words, and from which score on it was shown when kept; empty for what is no link."""
    words = {Maker.ENGINE: "linked by the engine", Maker.READER: "linked by the reader", None: ""}[entry.by]
    return words if entry.threshold is None else f"{words}, threshold {decimal(entry.threshold)}"


def makers(document: Document) -> str:
    """How many links the engine and how many the reader made; empty where there are none."""
    linked = [entry.by for entry in document.shared if entry.by]
    hand = linked.count(Maker.READER)
    return f"Links by the engine: {len(linked) - hand}; by the reader: {hand}." if linked else ""


def decimal(value: float) -> str:
    """A score or threshold to two places without a leading nought: `.76`, `1`."""
    text = f"{value:.2f}"
    return "1" if text == "1.00" else text.removeprefix("0")


def percent(share: float) -> str:
    """A share as people say it: `29 %`."""
    return f"{share * 100:.0f} %"


def disagreement(discrepancy: Discrepancy) -> str:
    """Both printed words of a discrepancy: `source: “60 Minutes” / a Kremlin statement`."""
    return f"{discrepancy.type.words}: {one_line(discrepancy.a)} / {one_line(discrepancy.b)}"


def whereabouts(side: Side) -> str:
    """Which article and which sentences: `The Lantern, 8–11`."""
    return f"{side.source.label}, {side.place}" if side.place else side.source.label


def about(source: Source) -> str:
    """An article in a few words: `14 sentences, 29 % shared`."""
    parts = [counted(len(source.article.body), "sentence")]
    if source.share is not None:
        parts.append(f"{percent(source.share)} shared")
    if source.article.cut_off:
        parts.append("the text is cut off")
    return ", ".join(parts)


def made_with(provenance: Provenance) -> str:
    """The line on program, moment and threshold."""
    return f"variorum {provenance.version}, {provenance.date}, threshold {decimal(provenance.threshold)}"
