"""A story as the body that a CMS takes."""

from app.formats.elements import blocks
from app.formats.parts import parts_of
from app.model import BlockKind, Document
from app.safe.clean import clean_html

BESIDE = frozenset({BlockKind.TITLE, BlockKind.FIELD, BlockKind.RULE, BlockKind.EMBED})
"""What a CMS has fields or no use for: no part of the body."""


def body_html(document: Document) -> str:
    """The story without its title as a CMS takes it: p, h2 to h4, strong, em, a[href], lists, blockquote, figures, tables, code.

    What comes out has passed the allow-list, whatever went in.
    """
    parts = [part for part in parts_of(document) if part.kind not in BESIDE]
    return clean_html("\n".join(blocks(parts, classes=False)))
