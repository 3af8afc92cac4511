"""Whatever comes in, a reader answers with a document or says why not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.engine.nouns import Role
from variorum.reading.cutoff import is_cut_off
from variorum.reading.dates import printed_date
from variorum.reading.document import Document, Unreadable, compose
from variorum.reading.formats.frontmatter import split_front_matter
from variorum.reading.formats.plain import read_plain
from variorum.reading.formats.tables import read_table
from variorum.reading.pages.html import page_document
from variorum.reading.pages.markup import tame
from variorum.reading.saving import saved_text
from variorum.reading.sniff import sniff
from variorum.text.sanitise import forbidden

TAGS = """<p> </p> <div> </div> <article> </article> <h1> </h1> <h2> <a_href='x'> </a> <br> <table><tr><td> </table>
<figure> <figcaption> </figure> <aside_class='related'> <!-- --> <script> </script> <style> </style> &lt; &#27; <title>
<div_class='paywall'> <span_class='byline'> <time_datetime='2020-12-15'> <ul><li> <![CDATA[ ]]> <?php < > \0 <head>
<section_itemprop='articleBody'> <p_hidden> <template> </body> <svg> <math>"""
MARKUP = st.lists(
    st.one_of(
        st.sampled_from(TAGS.split()),
        st.text(max_size=40),
        st.sampled_from(["The bridge at Corvay was closed on Tuesday after a storm, the council said.", "By Ann Bee"]),
    ),
    max_size=40,
).map(lambda parts: " ".join(parts).replace("_", " "))


def _is_sound(document: Document) -> None:
    assert document.text.strip()
    assert not forbidden(document.text)
    for start, end, _ in document.known:
        assert 0 <= start < end <= len(document.text)
    for field in (document.title, document.outlet, document.byline, document.published, document.url):
        assert field is None or (field == field.strip() and "\n" not in field and not forbidden(field))


@settings(max_examples=60, deadline=None)
@given(MARKUP)
def test_any_page_gives_a_sound_document_or_none(markup: str) -> None:
    try:
        _is_sound(page_document(markup, "https://a.example/", simple=True))
    except Unreadable:
        return


@settings(max_examples=60)
@given(MARKUP)
def test_taming_keeps_the_text_of_pages_without_comments(markup: str) -> None:
    if "<!--" not in markup and "\0" not in markup:
        assert tame(markup) == markup


@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_give_a_sound_text_or_none(data: bytes, markdown: bool) -> None:
    sniff(data)
    try:
        document = read_plain(data, markdown=markdown)
    except Unreadable:
        return
    _is_sound(document)


@given(st.text(max_size=300))
def test_front_matter_takes_whole_lines_from_the_top_or_nothing(text: str) -> None:
    matter, rest = split_front_matter(f"---\n{text}\n---\nEnd.")
    assert rest in ("End.", f"---\n{text}\n---\nEnd.") or matter.fields or matter.roles or rest.endswith("End.")
    assert rest.endswith("End.")


@given(st.text(max_size=300))
def test_tables_of_anything(text: str) -> None:
    for kind in ("json", "csv"):
        try:
            for document in read_table(text.encode("utf-8", "surrogatepass"), {"kind": kind}).documents:
                assert not forbidden(document.text)
        except Unreadable:
            continue


@given(st.lists(st.tuples(st.text(max_size=60), st.sampled_from([None, *Role])), max_size=8))
def test_composed_roles_cover_their_paragraphs(blocks: list[tuple[str, Role | None]]) -> None:
    text, known, _ = compose(blocks)
    stated = [(a.strip(), role) for a, role in blocks if role is not None]
    assert all(text[a:b].strip() == text[a:b] for a, b, _ in known)
    assert len(known) <= len(stated)
    assert [role for _, _, role in known] == [
        role for raw, role in blocks if role is not None and compose([(raw, role)])[0]
    ]


@given(st.text(max_size=200))
def test_dates_and_endings_of_anything(text: str) -> None:
    date = printed_date(text)
    assert date is None or len(date) == 10
    assert is_cut_off(text) in (True, False)


@given(st.text(min_size=1, max_size=200))
def test_what_is_saved_reads_as_the_same_text(text: str) -> None:
    from variorum.engine.article import make_article  # noqa: PLC0415 - only here
    from variorum.text.sanitise import clean  # noqa: PLC0415

    body = clean(text).strip("\n")
    if not body.strip():
        return
    article = make_article(body, id="a", source="a", title="A: “title”", outlet="Post", guessed=frozenset({"outlet"}))
    again = read_plain(saved_text(article).encode(), markdown=False)
    assert again.text.strip("\n") == body
    assert (again.title, again.outlet, again.guessed) == ("A: “title”", "Post", frozenset({"outlet"}))
