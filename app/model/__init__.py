"""The nouns of the engine: frozen values that are stored, passed between threads and compared, never changed."""

from app.model.document import Block, BlockKind, Document
from app.model.finding import Category, Dismissal, Edit, Finding, Fix, Place, Severity, Side
from app.model.step import (
    ArticleHead,
    ArticleSplice,
    DismissalSplice,
    DocumentSplice,
    ErrorMark,
    FieldSplice,
    MarkSplice,
    RowSplice,
    Splice,
    Step,
    inverse,
)
from app.model.text import OBJECT, PARAGRAPH_BREAK, Attributes, Mark, MarkKind, Span, Text, well_formed
from app.model.unit import BlockStart, Joint, Link, Opening, Segment, State, Unit

__all__ = [
    "OBJECT",
    "PARAGRAPH_BREAK",
    "ArticleHead",
    "ArticleSplice",
    "Attributes",
    "Block",
    "BlockKind",
    "BlockStart",
    "Category",
    "Dismissal",
    "DismissalSplice",
    "Document",
    "DocumentSplice",
    "Edit",
    "ErrorMark",
    "FieldSplice",
    "Finding",
    "Fix",
    "Joint",
    "Link",
    "Mark",
    "MarkKind",
    "MarkSplice",
    "Opening",
    "Place",
    "RowSplice",
    "Segment",
    "Severity",
    "Side",
    "Span",
    "Splice",
    "State",
    "Step",
    "Text",
    "Unit",
    "inverse",
    "well_formed",
]
