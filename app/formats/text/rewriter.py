"""A corrected story in the plain text file it came in: encoding, line ends, wrapping and everything between blocks stay."""

import re

from app.formats.format import Revision
from app.formats.rewriting import Change, Changes, Piece, changes, line_breaks, stitched
from app.formats.text.reader import document_of_text
from app.model import Document, Span
from app.safe.encoding import decoded, encoded, mark_of

LINE_END = re.compile(r"\r\n|\r|\n")


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same file with the story as it is now; UTF-8 where the file's encoding lacks a character of it."""
    text = decoded(data)
    read = document_of_text(text.text, revision.before.language, revision.before.origin)
    what = changes(revision, read)
    if not what:
        return data
    mark = mark_of(data)
    written = data.removeprefix(mark).decode(text.encoding, "replace")
    whole = rewritten(read, what, written if len(written) == len(text.text) else text.text)
    return encoded(mark, whole, text.encoding)


def rewritten(read: Document, what: Changes, plain: str) -> str:
    """A text with its blocks replaced; `plain` is the text as the file has it, with what no program shows."""
    end = LINE_END.search(plain)
    newline = end[0] if end else "\n"
    pieces = [piece for number, change in what.changed.items() for piece in _edited(read, read.blocks[number].span, change, newline)]
    pieces += [(_whole(read, number), "") for number in what.removed]
    for number, parts in what.added.items():
        at = read.blocks[number].span.end if number >= 0 else read.blocks[0].span.start
        written = [line_breaks(part.text, newline) for part in parts]
        pieces.append((Span(at, at), "".join(newline * 2 + text if number >= 0 else text + newline * 2 for text in written)))
    return stitched(plain, pieces)


def _edited(read: Document, span: Span, change: Change, newline: str) -> list[Piece]:
    """The words of a block that change, in their places: lines stay wrapped where they were."""
    if change.edits is None:
        return [(span, line_breaks(change.after.text, newline))]
    return [(Span(read.offset(span, place.start), read.offset(span, place.end)), words) for place, words in change.edits]


def _whole(read: Document, number: int) -> Span:
    """A block with its sign and the space that parts it from its neighbours."""
    span = read.blocks[number].span
    end = read.blocks[number + 1].span.start if number + 1 < len(read.blocks) else span.end
    start = read.blocks[number - 1].span.end if number else 0
    line = max(start, read.text.plain.rfind("\n", 0, span.start) + 1)
    after = max(span.end, read.text.plain.rfind("\n", span.end, end) + 1)
    return Span(line, after) if number + 1 < len(read.blocks) else Span(start, span.end)
