"""Documents: what a reader sees of them, and where it stands."""

from hypothesis import given
from hypothesis import strategies as st

from app.model import PARAGRAPH_BREAK, Block, BlockKind, Document, MarkKind, Span, Text

RAW = "Der Rat tagt\r\nheute.\n\nMorgen nicht."
TWO = Document("de", "txt", Text(RAW), (Block(BlockKind.TITLE, Span(0, 20)), Block(BlockKind.PARAGRAPH, Span(22, 35))))


def test_a_wrapped_line_reads_as_one_space():
    assert TWO.excerpt(Span(0, 20)).plain == "Der Rat tagt heute."


def test_a_compound_wrapped_at_its_hyphen_reads_as_one_word_and_a_suspended_part_does_not():
    raw = "Der Alt-\nstadt-Rat wägt Vor-\nund Nachteile ab."
    document = Document("de", "txt", Text(raw), (Block(BlockKind.PARAGRAPH, Span(0, len(raw))),))
    text = document.excerpt(Span(0, len(raw))).plain
    assert text == "Der Alt-stadt-Rat wägt Vor- und Nachteile ab."
    assert raw[document.offset(Span(0, len(raw)), text.index("stadt")) :].lstrip().startswith("stadt")


def test_a_paragraph_break_inside_an_excerpt_says_which_block_begins():
    text = TWO.excerpt(Span(0, 35))
    assert text.plain == f"Der Rat tagt heute.{PARAGRAPH_BREAK}Morgen nicht."
    (mark,) = text.marks
    assert (mark.kind, mark.span, dict(mark.attributes)["kind"]) == (MarkKind.BREAK, Span(19, 20), "paragraph")


@given(st.integers(0, 33))
def test_every_word_of_an_excerpt_is_found_again_in_the_document(at):
    text = TWO.excerpt(Span(0, 35)).plain
    place = TWO.offset(Span(0, 35), at)
    if at < len(text) and not text[at].isspace():
        assert RAW[place] == text[at]


def test_the_end_of_an_excerpt_is_the_end_of_its_span():
    text = TWO.excerpt(Span(0, 35)).plain
    assert TWO.offset(Span(0, 35), len(text)) == 35


def test_equal_documents_have_equal_digests_and_others_do_not():
    again = Document("de", "txt", Text(RAW), TWO.blocks)
    assert again.digest == TWO.digest
    assert Document("en", "txt", Text(RAW), TWO.blocks).digest != TWO.digest


def test_the_title_is_the_title_block():
    assert TWO.title == "Der Rat tagt heute."
