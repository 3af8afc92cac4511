"""A sheet for the classroom: the texts without a mark, questions, and a key on its own page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from variorum.engine.nouns import Role
from variorum.export.coverage import FactRow, left_out, matrix
from variorum.export.document import Document, Entry, Source
from variorum.export.escape import markdown
from variorum.export.formats.words import disagreement, finding, made_with, makers
from variorum.text.counting import counted

READING = (
    "Read the texts. Every sentence of the articles has a number. Work with these numbers, and give your reasons with "
    "the words of the texts."
)


@dataclass(frozen=True, slots=True)
class Task:
    """A question: a table to fill in with so many empty rows, or lines to write on where it has no columns."""

    question: str
    columns: tuple[str, ...] = ()
    rows: int = 0


def tasks(document: Document) -> tuple[Task, ...]:
    """The questions; they tell how many answers there are room for, never which."""
    names = tuple(f"Sentences of {source.label}" for source in document.sources)
    found = [Task("Read each text once. In one sentence: what happened?")]
    if len(names) > 1:
        pairs = Task(
            "Which sentences say the same thing? Write down their numbers and what is alike: the same words, nearly "
            "the same words, or other words.",
            (*names, "What is alike?"),
            min(14, len(document.shared) + 2),
        )
        only = "Which sentences say something that is in no other text? What does a reader of the others not learn?"
        differ = "Where do the texts disagree: in a number, a date, a name, or in who said it and where?"
        found += [pairs, Task(only, names, 3), Task(differ, names, min(8, len(_disagreeing(document)) + 2))]
    found.append(Task("Who is quoted, and who is only reported? Where does each text say its words come from?"))
    found.append(Task("Compare the titles with the texts. Is there anything in a title that its text does not carry?"))
    return tuple(found)


def render(document: Document) -> str:
    """The sheet in Markdown."""
    blocks = [f"# {markdown(document.title)}", "Name: ____________________  Class: __________  Date: __________"]
    blocks[1] = blocks[1].replace("_", "\\_")
    blocks.append(READING)
    for source in document.sources:
        blocks += [f"## {markdown(source.label)}", *_text(source)]
    blocks.append("## Tasks")
    for number, task in enumerate(tasks(document), 1):
        blocks.append(f"**{number}.** {markdown(task.question)}")
        blocks.append(_table(task) if task.columns else "\n>\n".join(["> \\_\\_\\_"] * 2))
    blocks += ["---", "# Key (for the teacher)"]
    for heading, lines in key(document):
        blocks += [f"## {markdown(heading)}", "\n".join(f"- {markdown(line)}" for line in lines)]
    blocks.append("\n".join(f"- {markdown(line)}" for line in rests_on(document)))
    return "\n\n".join(blocks) + "\n"


def key(document: Document) -> Iterator[tuple[str, list[str]]]:
    """The answers under their headings."""
    if document.shared:
        yield "The same in several texts", [_pair(entry) for entry in document.shared]
    for source, entries in document.only:
        yield f"Only in {source.label}", [f"{e.sides[0].place or '–'}: {e.sides[0].text}" for e in entries]
    rows = matrix(document)
    for source in document.sources:
        if gone := left_out(rows, source):
            yield f"What several others tell, and {source.label} does not", [_told(row) for row in gone]
    if found := _disagreeing(document):
        yield "Where they disagree", [f"{_places(entry)}: {words}" for entry, words in found]
    if document.story and document.story.headlines:
        yield (
            "In a title, not in its text behind the lede",
            [f"{document.source(h.article).label}: {h.type} “{h.text}”, {h.where}" for h in document.story.headlines],
        )


def _told(row: FactRow) -> str:
    carriers = ", ".join(f"{cell.source.label} {cell.place}" for cell in row.cells if cell.place)
    return f"{row.label} ({carriers})"


def rests_on(document: Document) -> list[str]:
    """What the key rests on."""
    lines = [f"Made with {made_with(document.provenance)}. {makers(document)}".rstrip()]
    return lines + [f"{source.label}: sha256 {source.sha256}" for source in document.sources]


def _disagreeing(document: Document) -> list[tuple[Entry, str]]:
    return [(entry, disagreement(d)) for entry in document.shared for d in entry.discrepancies]


def _places(entry: Entry) -> str:
    return " ↔ ".join(f"{side.source.label} {side.place}".strip() for side in entry.sides)


def _pair(entry: Entry) -> str:
    note = f" Note: {' '.join(entry.note.split())}" if entry.note.strip() else ""
    return f"{_places(entry)}: {finding(entry)}.{note}"


def _text(source: Source) -> Iterator[str]:
    article = source.article
    yield f"*{counted(len(article.body), 'sentence')}*"
    if article.title:
        yield f"**{markdown(article.title)}**"
    for _, group in groupby(article.sentences, key=lambda s: s.paragraph):
        sentences = [s for s in group if s.role not in (Role.TITLE, Role.BOILERPLATE)]
        words = [(article.numbers.get(s.index), markdown(article.sentence_text(s.index))) for s in sentences]
        if words:
            yield " ".join(f"**\\[{number}\\]** {text}" if number else text for number, text in words)


def _table(task: Task) -> str:
    head = [f"| {' | '.join(map(markdown, task.columns))} |", "|" + " --- |" * len(task.columns)]
    return "\n".join(head + ["|" + "   |" * len(task.columns)] * task.rows)
