"""Texts and spans cut in two at an offset, and what stands between two texts that become one."""

from app import diff
from app.model import PARAGRAPH_BREAK, BlockKind, BlockStart, Document, Joint, Mark, MarkKind, Opening, Span, Text, Unit


def hull(first: Span | None, second: Span | None) -> Span | None:
    """From the start of the one to the end of the other; what is there when one is missing."""
    if first is None or second is None:
        return first or second
    return Span(first.start, second.end)


def as_text(opening: Opening) -> Text:
    """What stands between a row and the one before when both become one text: the joint, or a paragraph break."""
    match opening:
        case Joint(text):
            return text
        case BlockStart(kind, attributes):
            mark = Mark(Span(0, 1), MarkKind.BREAK, (("kind", kind.value), *attributes))
            return Text(PARAGRAPH_BREAK, (mark,))


def as_opening(between: Text) -> Opening:
    """The reverse of `as_text`: a paragraph break makes a block start, anything else, nothing too, a joint."""
    for mark in between.marks:
        if mark.kind is MarkKind.BREAK:
            return block_start(mark)
    return Joint(between)


def block_start(paragraph_break: Mark) -> BlockStart:
    """The block that begins behind a paragraph break, by the break's mark."""
    values = dict(paragraph_break.attributes)
    kind = BlockKind(values.pop("kind", BlockKind.PARAGRAPH))
    return BlockStart(kind, tuple(values.items()))


def behind(emptied: Opening) -> Joint:
    """The opening of a row whose text stood in the row before, which is empty now and keeps a block start for it."""
    return emptied if isinstance(emptied, Joint) else Joint()


def cut_text(text: Text, at: int) -> tuple[Text, Text, Text]:
    """A text cut at an offset: left, the white space between, right."""
    left = len(text.plain[:at].rstrip())
    right = max(left, len(text.plain) - len(text.plain[at:].lstrip()))
    return text.slice(Span(0, left)), text.slice(Span(left, right)), text.slice(Span(right, len(text.plain)))


def cut_span(document: Document, span: Span | None, at: int) -> tuple[Span | None, Span | None]:
    """A span of a Document cut at an offset of its excerpt, without the white space between; None for an empty part."""
    if span is None:
        return None, None
    shown = document.excerpt(span).plain
    left, right = len(shown[:at].rstrip()), len(shown) - len(shown[at:].lstrip())
    return (
        Span(span.start, document.offset(span, left)) if left else None,
        Span(document.offset(span, right), span.end) if right < len(shown) else None,
    )


def cut_imported(document: Document, unit: Unit, at: int) -> tuple[Span | None, Span | None]:
    """A row's imported span, cut where offset `at` of its translation now came from."""
    was = document.excerpt(unit.imported).plain if unit.imported else ""
    return cut_span(document, unit.imported, diff.position(was, unit.target.plain, at))
