"""The classroom sheet as a page to print: texts side by side without marks, questions, the key on its own page."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.export.document import Document
from variorum.export.escape import markup
from variorum.export.formats.html_parts import page, text
from variorum.export.formats.html_style import WORKSHEET
from variorum.export.formats.worksheet import READING, Task, key, rests_on, tasks


def render(document: Document) -> str:
    """The sheet."""
    return page(document.title, WORKSHEET, _body(document))


def _body(document: Document) -> Iterator[str]:
    yield f"<h1>{markup(document.title)}</h1>"
    yield '<div class="head"><span>Name</span><span>Class</span><span>Date</span></div>'
    yield f'<p class="quiet ui">{markup(READING)}</p>'
    yield '<div class="columns">'
    for source in document.sources:
        yield from text(document, source, blind=True)
    yield '</div>\n<h2 class="tasks-head">Tasks</h2>\n<ol class="tasks">'
    yield from (f"<li>{markup(task.question)}{_room(task)}</li>" for task in tasks(document))
    yield '</ol>\n<section class="key"><h1>Key <span class="quiet">(for the teacher)</span></h1>'
    for heading, lines in key(document):
        yield f"<h2>{markup(heading)}</h2>\n<ul>"
        yield from (f"<li>{markup(line)}</li>" for line in lines)
        yield "</ul>"
    yield '<footer class="made">'
    yield from (f"<p>{markup(line)}</p>" for line in rests_on(document))
    yield "</footer></section>"


def _room(task: Task) -> str:
    if not task.columns:
        return '<div class="line"></div>' * 2
    head = "".join(f"<th>{markup(column)}</th>" for column in task.columns)
    row = "<tr>" + "<td></td>" * len(task.columns) + "</tr>"
    return f'<table><thead><tr>{head}</tr></thead><tbody class="blank">{row * task.rows}</tbody></table>'
