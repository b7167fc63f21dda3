"""The law of every writable format: what is written reads back as the same blocks, text and marks."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.formats import FORMATS, format_named
from app.formats.parts import Gathering, joined
from app.model import OBJECT, PARAGRAPH_BREAK, Block, BlockKind, Document, Mark, MarkKind, Span, Text

LETTERS = "abcÄßé„“”»‚’'\"*_`[]()<>&#|!~+-=.:;,/\\123😀é\u00a0\u00ad\u202fЖ"
WORDS = (
    st.lists(st.text(LETTERS, min_size=1, max_size=6), min_size=1, max_size=5)
    .map(" ".join)
    .filter(lambda text: text.strip() and text == text.strip())
)
ADDRESSES = st.sampled_from(
    ["https://news.example/a?b=1&c=ü", "http://x.example/(a)_b", "mailto:desk@news.example", "/local/path#top", "https://x.example/a b"]
)
KINDS = st.frozensets(st.sampled_from([MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.CODE]), max_size=2)


@st.composite
def runs(draw):
    """A text cut anywhere, each piece under marks of its own and perhaps a link."""
    text = draw(WORDS)
    cuts = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=3))})
    return [(text[a:b], draw(KINDS), draw(st.none() | ADDRESSES)) for a, b in pairwise(cuts)]


def block(kind, *attributes):
    return runs().map(lambda found: [(kind, attributes, found)])


@st.composite
def lists(draw):
    depth, items = 0, []
    for _ in range(draw(st.integers(1, 4))):
        depth = draw(st.integers(1, min(3, depth + 1)))
        name = draw(st.sampled_from(["bullet", "number"]))
        items.append((BlockKind.LIST_ITEM, (("list", name), ("depth", str(depth))), draw(runs())))
    return items


@st.composite
def tables(draw):
    rows = draw(st.integers(1, 3))
    places = [(row, column) for row in range(1, rows + 1) for column in (1, 2)]
    return [
        (BlockKind.TABLE_CELL, (("row", str(row)), ("column", str(column)), *([("header", "yes")] if row == 1 else [])), draw(runs()))
        for row, column in places
    ]


BODY = st.one_of(
    block(BlockKind.PARAGRAPH),
    block(BlockKind.HEADING, ("level", "2")),
    block(BlockKind.HEADING, ("level", "3")),
    block(BlockKind.QUOTATION),
    lists(),
    tables(),
)


@st.composite
def documents(draw):
    """A story as a reader would have made it: a title, then anything, tables and lists never next to their like."""
    groups, last = draw(block(BlockKind.TITLE)), BlockKind.TITLE
    for group in draw(st.lists(BODY, max_size=4)):
        if group[0][0] is not last:
            groups += group
            last = group[0][0]
    gathering = Gathering()
    for kind, attributes, pieces in groups:
        gathering.begin(kind, attributes)
        for text, kinds, address in pieces:
            links = [gathering.mark(MarkKind.LINK, (("href", address.replace(" ", "%20")),))] if address else []
            gathering.add(text, [*links, *(gathering.mark(kind) for kind in sorted(kinds))])
    gathering.end()
    return joined(gathering.parts, "de", "html")


def meaning(document):
    """Blocks with their text and marks, without the ids that only tell one mark from another."""
    found = []
    for part in document.blocks:
        text = document.excerpt(part.span)
        marks = {(mark.kind, mark.span, mark.attributes) for mark in text.marks}
        found.append((part.kind, part.attributes, text.plain, marks))
    return found


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
