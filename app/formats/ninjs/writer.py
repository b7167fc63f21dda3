"""A story as a news item in ninjs 2.2 or 3.1, its text in HTML; valid by their schemas."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from app.formats.agency.heads import Head, doubled, identity, is_address, moment, plain, taken_apart
from app.formats.elements import blocks
from app.formats.parts import parts_of
from app.model import BlockKind, Document
from app.model.fields import CATEGORIES, COPYRIGHT, DATE, EMBARGO, IDENTIFIER, KEYWORDS, SEO_TITLE, SLUG

THREE = {
    "versioncreated": "versionCreated",
    "pubstatus": "pubStatus",
    "copyrightnotice": "copyrightNotice",
    "contentcreated": "contentCreated",
    "embargoed": "embargoedUntil",
    "contenttype": "contentType",
    "charcount": "charCount",
    "wordcount": "wordCount",
}
"""What version 3 calls otherwise than version 2."""

HEADLINES = {BlockKind.TITLE: "main", BlockKind.KICKER: "kicker"}
IN_HEAD = (BlockKind.TITLE, BlockKind.KICKER, BlockKind.DECK, BlockKind.BYLINE)
"""Kinds of blocks that the item keeps apart from its text; they stand there too where they have marks."""


def write(document: Document) -> bytes:
    """A story as an item of version 3.1, in UTF-8."""
    return _encoded(_renamed(_item(document, "3.1")))


def write_two(document: Document) -> bytes:
    """A story as an item of version 2.2, in UTF-8."""
    return _encoded(_item(document, "2.2"))


def _encoded(item: Any) -> bytes:
    return msgspec.json.format(msgspec.json.encode(item), indent=2) + b"\n"


def _renamed(value: Any) -> Any:
    if isinstance(value, dict):
        return {THREE.get(name, name): _renamed(each) for name, each in value.items()}
    return [_renamed(each) for each in value] if isinstance(value, list) else value


def _item(document: Document, version: str) -> dict[str, Any]:
    """A story under the names of version 2; what it does not say is not there."""
    head = taken_apart(parts_of(document), {BlockKind.TITLE, BlockKind.BYLINE})
    item: dict[str, Any] = {
        "uri": identity(document, head),
        "standard": {"name": "ninjs", "version": version},
        "type": "text",
        "versioncreated": datetime.now(UTC).isoformat(timespec="seconds"),
        "contentcreated": moment(head, DATE),
        "embargoed": moment(head),
        "pubstatus": "usable",
        "copyrightnotice": ", ".join(head.field(COPYRIGHT)),
        "language": document.language,
        "headlines": _headlines(head),
        "by": head.first(BlockKind.BYLINE),
        "slugline": "".join(head.field(SLUG)[:1]),
        "subjects": _subjects(head),
        "descriptions": _descriptions(head),
        "bodies": _bodies(head),
    }
    return {name: value for name, value in item.items() if value}


def _headlines(head: Head) -> list[dict[str, Any]]:
    said = [(HEADLINES[part.kind], plain(part.text)) for part in head.openings if part.kind in HEADLINES]
    said += [("seo", words) for words in head.field(SEO_TITLE)]
    return [{"role": role, "contenttype": "text/plain", "value": words} for role, words in said]


def _subjects(head: Head) -> list[dict[str, Any]]:
    said = [("keyword", words) for words in head.listed(KEYWORDS)] + [("category", words) for words in head.listed(CATEGORIES)]
    return [{"name": words, "rel": rel} for rel, words in said]


def _descriptions(head: Head) -> list[dict[str, Any]]:
    """The deck, and fields for which an item has no name, or none that can hold these words."""
    said = [("summary", plain(text)) for text in head.texts(BlockKind.DECK)]
    said += head.others(IDENTIFIER, COPYRIGHT, DATE, EMBARGO, SLUG, KEYWORDS, CATEGORIES, SEO_TITLE)
    said += [(IDENTIFIER.name, words) for words in head.field(IDENTIFIER) if not is_address(words)]
    said += [(field.name, words) for field in (DATE, EMBARGO) for words in head.field(field) if not moment(head, field)]
    return [{"role": role, "contenttype": "text/plain", "value": words} for role, words in said]


def _bodies(head: Head) -> list[dict[str, Any]]:
    told = [part for part in head.openings if part.kind is BlockKind.DATELINE]
    parts = (*doubled(head, IN_HEAD, IN_HEAD), *told, *head.body)
    if not parts:
        return []
    words = [plain(part.text) for part in head.body]
    return [
        {
            "role": "main",
            "contenttype": "text/html",
            "charcount": sum(map(len, words)),
            "wordcount": sum(len(each.split()) for each in words),
            "value": "\n".join(blocks(parts, classes=True)),
        }
    ]
