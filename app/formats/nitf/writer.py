"""A story as NITF 3.6, valid by its schema."""

import re
from html import escape

from app.formats.agency.heads import Head, doubled, plain, taken_apart
from app.formats.agency.nitf import nitf_blocks, nitf_inline
from app.formats.agency.story import FIELD_NAME
from app.formats.elements import blocks
from app.formats.parts import parts_of
from app.model import BlockKind, Document
from app.model.fields import COPYRIGHT, DATE, EMBARGO, IDENTIFIER, KEYWORDS, SLUG
from app.safe.places import UNWRITABLE

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" version="-//IPTC//DTD NITF 3.6//EN" xml:lang="{language}">
<head>
{head}
</head>
<body>
{opening}<body.content>
{content}
</body.content>
</body>
</nitf>
"""
NO_NAME = re.compile(r"[^\w.-]")
"""What a name of NITF cannot hold."""

UNMARKED = (BlockKind.BYLINE, BlockKind.DATELINE)
"""Kinds of blocks whose elements hold words alone."""

NATIVE = (IDENTIFIER, SLUG, COPYRIGHT, KEYWORDS, DATE, EMBARGO)
"""Fields that NITF has elements for; all others are properties of the file."""


def write(document: Document) -> bytes:
    """A story as a file in UTF-8."""
    parts = parts_of(document)
    head = taken_apart(parts, {BlockKind.TITLE})
    twice = doubled(head, UNMARKED, {*UNMARKED, BlockKind.KICKER, BlockKind.DECK})
    written = FILE.format(
        language=escape(document.language),
        head="\n".join((*_title(head), *_properties(head), _docdata(head))),
        opening=_opening(head),
        content=nitf_blocks("\n".join(blocks((*twice, *head.body), classes=True))),
    )
    return UNWRITABLE.sub("", written).encode()


def _title(head: Head) -> list[str]:
    return [f"<title>{_words(plain(text))}</title>" for text in head.texts(BlockKind.TITLE)]


def _properties(head: Head) -> list[str]:
    named = ((NO_NAME.sub("-", name), words) for name, words in head.others(*NATIVE))
    return [f'<meta name="{FIELD_NAME}{name}" content="{escape(words)}"/>' for name, words in named]


def _docdata(head: Head) -> str:
    keywords = "".join(f'<keyword key="{escape(words)}"/>' for words in head.listed(KEYWORDS))
    found = [f'<doc-id id-string="{escape(words)}"/>' for words in head.field(IDENTIFIER)]
    found += [f'<date.issue norm="{escape(words)}"/>' for words in head.field(DATE)]
    found += [f'<date.release norm="{escape(words)}"/>' for words in head.field(EMBARGO)]
    found += [f'<du-key key="{escape(words)}"/>' for words in head.field(SLUG)]
    found += [f'<doc.copyright holder="{escape(words)}"/>' for words in head.field(COPYRIGHT)]
    return f"<docdata>{''.join(found)}{f'<key-list>{keywords}</key-list>' if keywords else ''}</docdata>"


def _opening(head: Head) -> str:
    """The head of the body, in the order of its schema."""
    title, kickers = head.texts(BlockKind.TITLE), head.texts(BlockKind.KICKER)
    found = []
    if title or kickers:
        seconds = "".join(f'<hl2 class="kicker">{nitf_inline(text)}</hl2>' for text in kickers)
        found.append(f"<hedline><hl1>{''.join(map(nitf_inline, title))}</hl1>{seconds}</hedline>")
    for kind in (BlockKind.BYLINE, BlockKind.DATELINE):
        found += [f"<{kind.value}>{_words(plain(text))}</{kind.value}>" for text in head.texts(kind)]
    if decks := head.texts(BlockKind.DECK):
        found.append(f"<abstract>{''.join(f'<p>{nitf_inline(text)}</p>' for text in decks)}</abstract>")
    return f"<body.head>\n{chr(10).join(found)}\n</body.head>\n" if found else ""


def _words(words: str) -> str:
    return escape(words, quote=False)
