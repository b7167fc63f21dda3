"""A story as a news item of NewsML-G2 2.35 at power conformance, its text in XHTML; valid by its schema."""

from datetime import UTC, datetime
from html import escape

from app.formats.agency.heads import Head, doubled, identity, is_address, moment, plain, taken_apart
from app.formats.agency.story import FIELD_NAME
from app.formats.agency.xhtml import closed
from app.formats.elements import blocks
from app.formats.parts import headline, parts_of
from app.model import BlockKind, Document
from app.model.fields import COPYRIGHT, DATE, EMBARGO, IDENTIFIER, KEYWORDS, SLUG, TEASER
from app.safe.places import UNWRITABLE

CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"
"""Where the vocabularies are listed whose codes are used here."""

UNKNOWN = "und"
"""What BCP 47 calls a language that nobody knows."""

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="1" standard="NewsML-G2" standardversion="2.35"\
 conformance="power" xml:lang="{language}">
<catalogRef href="{catalog}"/>
{rights}<itemMeta>
<itemClass qcode="ninat:text"/>
<provider literal="Gegenlesen"/>
<versionCreated>{now}</versionCreated>
{embargo}<pubStatus qcode="stat:usable"/>
</itemMeta>
<contentMeta>
{head}
</contentMeta>
<contentSet>
<inlineXML contenttype="application/xhtml+xml" xml:lang="{language}">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{language}">
<head>
<title>{title}</title>
{properties}</head>
<body>
{body}
</body>
</html>
</inlineXML>
</contentSet>
</newsItem>
"""
IN_HEAD = (BlockKind.TITLE, BlockKind.DECK, BlockKind.BYLINE, BlockKind.DATELINE)
"""Kinds of blocks that the item keeps apart from its text; they stand there too where they have marks."""

ELEMENTS = {
    BlockKind.TITLE: "headline",
    BlockKind.DECK: 'description role="drol:summary"',
    BlockKind.BYLINE: "by",
    BlockKind.DATELINE: "dateline",
}


def write(document: Document) -> bytes:
    """A story as a file in UTF-8."""
    parts = parts_of(document)
    head = taken_apart(parts, {BlockKind.TITLE})
    language = escape(document.language or UNKNOWN)
    own = [part for part in head.openings if part.kind is BlockKind.KICKER]
    until = moment(head)
    written = FILE.format(
        guid=escape(identity(document, head)),
        language=language,
        catalog=CATALOG,
        now=datetime.now(UTC).isoformat(timespec="seconds"),
        rights="".join(f"<rightsInfo>{_element('copyrightNotice', words)}</rightsInfo>\n" for words in head.field(COPYRIGHT)),
        embargo=f"<embargoed>{until}</embargoed>\n" if until else "",
        head="\n".join(_head(language, head)),
        title=escape(headline(parts), quote=False),
        properties=_properties(head, until),
        body=closed("\n".join(blocks((*own, *doubled(head, IN_HEAD, IN_HEAD), *head.body), classes=True))),
    )
    return UNWRITABLE.sub("", written).encode()


def _head(language: str, head: Head) -> list[str]:
    created = moment(head, DATE)
    found = [f"<contentCreated>{created}</contentCreated>"] if created else []
    found += [f'<language tag="{language}"/>']
    found += [_element("keyword", words) for words in head.listed(KEYWORDS)]
    found += [_element("slugline", words) for words in head.field(SLUG)]
    found += [_element(ELEMENTS[part.kind], plain(part.text)) for part in head.openings if part.kind in ELEMENTS]
    return found + [_element('description role="drol:teaser"', words) for words in head.field(TEASER)]


def _properties(head: Head, until: str) -> str:
    """Fields for which an item has no element, or none that can hold these words."""
    found = head.others(IDENTIFIER, SLUG, COPYRIGHT, KEYWORDS, DATE, EMBARGO, TEASER)
    found += [(DATE.name, words) for words in head.field(DATE) if not moment(head, DATE)]
    found += [(IDENTIFIER.name, words) for words in head.field(IDENTIFIER) if not is_address(words)]
    found += [(EMBARGO.name, words) for words in head.field(EMBARGO) if not until]
    return "".join(f'<meta name="{FIELD_NAME}{escape(name)}" content="{escape(words)}"/>\n' for name, words in found)


def _element(name: str, words: str) -> str:
    return f"<{name}>{escape(words, quote=False)}</{name.partition(' ')[0]}>"
