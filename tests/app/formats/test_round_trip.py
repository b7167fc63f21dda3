"""The law of every writable format: what is written reads back as the same blocks, text and marks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.formats import FORMATS, format_named
from app.model import OBJECT, PARAGRAPH_BREAK, Block, BlockKind, Document, Mark, MarkKind, Span, Text
from tests.app.formats.invented import documents, meaning


def words(document):
    """As `meaning`, but mark by mark over each word: Markdown does not say whether a space between them is in bold."""
    return [
        (kind, attributes, plain, [mark_kinds(marks, at) for at, sign in enumerate(plain) if not sign.isspace()])
        for kind, attributes, plain, marks in meaning(document)
    ]


def mark_kinds(marks, at):
    return {(kind, attributes) for kind, span, attributes in marks if span.start <= at < span.end}


def again(name, document):
    known = format_named(name)
    return known.read(known.write(document), "de").document


@settings(max_examples=100, deadline=None)
@given(document=documents())
def test_html_reads_back_the_same(document):
    assert meaning(again("html", document)) == meaning(document)


@settings(max_examples=40, deadline=None)
@given(document=documents())
def test_docx_reads_back_the_same(document):
    assert meaning(again("docx", document)) == meaning(document)


@settings(max_examples=100, deadline=None)
@given(document=documents())
def test_markdown_reads_back_the_same_words_and_marks(document):
    assert words(again("md", document)) == words(document)


@settings(max_examples=30, deadline=None)
@given(document=documents())
def test_plain_text_keeps_every_word(document):
    written = format_named("txt").write(document).decode()
    for part in document.blocks:
        assert document.excerpt(part.span).plain in written


@pytest.mark.parametrize("known", [known for known in FORMATS if known.read and known.write], ids=lambda known: known.name)
@settings(max_examples=15, deadline=None)
@given(text=st.text(st.sampled_from([OBJECT, PARAGRAPH_BREAK, "a", " ", "<", "*"]), min_size=1, max_size=12))
def test_signs_of_the_engine_are_never_written(known, text):
    marks = (Mark(Span(0, len(text)), MarkKind.STRONG), Mark(Span(0, 1), MarkKind.PROTECTED))
    document = Document(
        "de",
        "html",
        Text(f"{text}\n\nEnde", marks),
        (Block(BlockKind.PARAGRAPH, Span(0, len(text))), Block(BlockKind.PARAGRAPH, Span(len(text) + 2, len(text) + 6))),
    )
    written = known.write(document)
    content = known.read(written, "de").document.text.plain if known.name in {"docx", "odt"} else written.decode()
    assert OBJECT not in content
    assert PARAGRAPH_BREAK not in content
    assert "Ende" in content
