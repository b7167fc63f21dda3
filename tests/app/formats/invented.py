"""Stories that nobody wrote: blocks of every kind with marks, links and odd characters, for the laws of the formats."""

from itertools import pairwise

from hypothesis import strategies as st

from app.formats.parts import Gathering, joined
from app.model import BlockKind, MarkKind

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


def gathered(groups):
    """Blocks as the Document that a reader would have made of them."""
    gathering = Gathering()
    for kind, attributes, pieces in groups:
        if not pieces:
            gathering.wordless(kind, attributes)
            continue
        gathering.begin(kind, attributes)
        for text, kinds, address in pieces:
            links = [gathering.mark(MarkKind.LINK, (("href", address.replace(" ", "%20")),))] if address else []
            gathering.add(text, [*links, *(gathering.mark(kind) for kind in sorted(kinds))])
    gathering.end()
    return joined(gathering.parts, "de", "html")


@st.composite
def documents(draw):
    """A story as a reader would have made it: a title, then anything, tables and lists never next to their like."""
    groups, last = draw(block(BlockKind.TITLE)), BlockKind.TITLE
    for group in draw(st.lists(BODY, max_size=4)):
        if group[0][0] is not last:
            groups += group
            last = group[0][0]
    return gathered(groups)


OPENING = (BlockKind.KICKER, BlockKind.TITLE, BlockKind.DECK, BlockKind.BYLINE, BlockKind.DATELINE)
NAMES = [
    "seo-title",
    "teaser",
    "slug",
    "keywords",
    "categories",
    "alt",
    "copyright",
    "date",
    "embargo",
    "featured-image",
    "id",
    "of-our-own",
]
VALUES = WORDS.map(lambda words: words.replace(",", ";")) | st.sampled_from(
    ["urn:newsml:news.example:20261122:7", "2026-12-01T06:00:00+01:00", "bis 6 Uhr"]
)


@st.composite
def figures(draw):
    """A picture, perhaps with a caption and who made it."""
    found = [(BlockKind.FIGURE, (("src", "https://news.example/b.jpg?w=1&h=2"), ("alt", draw(WORDS))), [])]
    found += [(BlockKind.CAPTION, (), draw(runs())) for _ in range(draw(st.integers(0, 1)))]
    return found + [(BlockKind.CREDIT, (), draw(runs())) for _ in range(draw(st.integers(0, 1)))]


@st.composite
def fields(draw):
    """Fields, each of another name and with other words: an embargo that ends as the story appears is none."""
    names = draw(st.lists(st.sampled_from(NAMES), max_size=4, unique=True))
    values = draw(st.lists(VALUES, min_size=len(names), max_size=len(names), unique=True))
    return [(BlockKind.FIELD, (("name", name),), [(value, frozenset(), None)]) for name, value in zip(names, values, strict=True)]


CODE = WORDS.map(lambda text: [(BlockKind.CODE, (), [(text, frozenset(), None)])])
RULE = st.just([(BlockKind.RULE, (), [])])
EVERYTHING = st.one_of(BODY, figures(), RULE, block(BlockKind.CREDIT), block(BlockKind.BYLINE), CODE)


@st.composite
def stories(draw):
    """A story with a head, a body of whatever there is, and fields, as a reader would have made it."""
    groups = [one for kind in OPENING if draw(st.booleans()) for one in draw(block(kind))]
    groups += draw(block(BlockKind.PARAGRAPH))
    last = BlockKind.PARAGRAPH
    for group in draw(st.lists(EVERYTHING, max_size=5)):
        if group[0][0] is not last:
            groups += group
            last = group[-1][0]
    return gathered([*groups, *draw(fields())])


def meaning(document):
    """Blocks with their text and marks, without the ids that only tell one mark from another."""
    found = []
    for part in document.blocks:
        text = document.excerpt(part.span)
        marks = {(mark.kind, mark.span, mark.attributes) for mark in text.marks}
        found.append((part.kind, part.attributes, text.plain, marks))
    return found
