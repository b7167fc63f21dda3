"""Whatever stands in a story, its links, its pictures and its codes: no HTML that leaves holds more than a story needs."""

import re

import pytest
from lxml import html

from app.article import Project
from app.deliver.clipboard import blocks_payload, payload
from app.formats import format_named
from app.formats.blockmarkup import block_markup
from app.model import OBJECT, Block, BlockKind, Document, Mark, MarkKind, Span, Text
from app.pipeline import rows_of
from app.reports.delivery import delivery_note
from app.reports.html import html_page
from app.safe.clean import ATTRIBUTES, ELEMENTS

HOSTILE = (
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><img src onerror=alert(1)>",
    "javascript:alert(1)",
    "JaVaScRiPt&colon;alert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "//attacker.example/x",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "</p></article></body><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    "--><!-- wp:html --><script>alert(1)</script><!-- /wp:html -->",
    "]]><script>alert(1)</script>",
    "<a href=x onmouseover=alert(1) style=position:fixed>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<x onclick=alert(1)>",
    "<p style=background:url(x)>",
    "\u202e<b>\u2066\u0000\ufffe",
    "${7*7}{{7*7}}<%= 7*7 %>",
)
HEAD = frozenset({"html", "head", "meta", "title", "body", "article", "main", "h1", "hr"})
"""What a file of its own has besides."""


def story(bad):
    """A story with this text wherever one can hold text of others."""
    text = f"Anfang {bad} Ende {OBJECT} {OBJECT}."
    signs = [at for at, sign in enumerate(text) if sign == OBJECT][-2:]
    marks = (
        Mark(Span(0, 6), MarkKind.LINK, (("href", bad),)),
        Mark(Span(0, 6), MarkKind.PAIRED, (("code", bad), ("@onclick", bad), ("style", bad))),
        Mark(Span(signs[0], signs[0] + 1), MarkKind.PROTECTED, (("code", "picture"), ("src", bad), ("alt", bad))),
        Mark(Span(signs[1], signs[1] + 1), MarkKind.PROTECTED, (("code", "shortcode"), ("literal", bad), ("shows", bad))),
    )
    kinds = (
        BlockKind.TITLE,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTATION,
        BlockKind.TABLE_CELL,
        BlockKind.CODE,
        BlockKind.CAPTION,
    )
    plain, blocks, all_marks = "", list[Block](), list[Mark]()
    for kind in kinds:
        at = len(plain)
        blocks.append(Block(kind, Span(at, at + len(text)), (("row", "1"), ("column", "1")) if kind is BlockKind.TABLE_CELL else ()))
        all_marks += [mark.at(mark.span.shifted(at)) for mark in marks]
        plain += f"{text}\n\n"
    blocks.append(Block(BlockKind.FIGURE, Span(len(plain), len(plain) + 1), (("src", bad), ("alt", bad))))
    return Document("de", "html", Text(plain + OBJECT, tuple(all_marks)), tuple(blocks))


def harmful(written, allowed, attributes):
    """What is in a piece of HTML and on no list, addresses that do something included."""
    found = list[str]()
    for element in html.document_fromstring(f"<body>{written}</body>").iter():
        if not isinstance(element.tag, str):
            continue
        found += [] if element.tag in allowed | {"html", "body"} else [element.tag]
        found += [f"{element.tag}@{name}" for name in element.attrib if name not in attributes.get(element.tag, set())]
        address = "".join((element.get("href", "") + element.get("src", "")).split()).lower()
        scheme = re.match(r"([a-z][a-z0-9+.-]*):", address)
        found += [address] if scheme and scheme[1] not in {"http", "https", "mailto", "tel"} else []
    return found


@pytest.mark.parametrize("bad", HOSTILE, ids=lambda bad: ascii(bad[:24]))
def test_clipboard_block_markup_and_html_file_hold_nothing_outside_the_list(bad):
    document = story(bad)
    assert harmful(payload(document).html, ELEMENTS, ATTRIBUTES) == []
    dressed = {
        **ATTRIBUTES,
        **{
            name: {"class", "href", "src", "alt"}
            for name in ("figure", "h2", "h3", "h4", "blockquote", "ul", "ol", "pre", "code", "table", "li", "p")
        },
    }
    for markup in (block_markup(document), blocks_payload(document).text):
        assert harmful(markup, ELEMENTS, dressed) == []
        assert "<!-- wp:html" not in markup
    own = {**dressed, "html": {"lang"}, "meta": {"charset", "name", "content", "http-equiv"}}
    assert harmful(format_named("html").write(document).decode(), ELEMENTS | HEAD, own) == []


@pytest.mark.parametrize("bad", HOSTILE, ids=lambda bad: ascii(bad[:24]))
def test_the_delivery_note_runs_and_loads_nothing(bad):
    document = story(bad)
    article, _step = Project().add(bad, document, document, rows_of(document, document))
    page = html.fromstring(html_page(delivery_note(article, [], "de")))
    elements = [element for element in page.iter() if isinstance(element.tag, str)]
    assert not {element.tag for element in elements} & {
        "script",
        "img",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "a",
        "form",
        "base",
        "link",
    }
    assert not {name for element in elements for name in element.attrib if name.startswith("on") or name in {"href", "src", "style"}}
