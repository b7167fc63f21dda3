"""What has to change in the file a story came in: blocks that say otherwise, blocks that are gone, blocks that are new."""

from collections.abc import Callable, Container, Iterable, Mapping

from msgspec import Struct

from app import diff
from app.errors import UserError
from app.formats.coded import same
from app.formats.format import Revision
from app.formats.parts import WORDLESS, Part
from app.i18n import N_
from app.model import OBJECT, Block, BlockKind, Document, Mark, MarkKind, Span, Text

OTHERWISE = N_("The file is not read as it was when the story was taken in; write the story in a format of your choice instead.")

Piece = tuple[Span, str]
"""What to replace in a file, by what."""


class Change(Struct, frozen=True):
    """A block of the file whose text is another now."""

    before: Text
    after: Part

    @property
    def edits(self) -> list[Piece] | None:
        """The words that change, each with what stands there instead; None where marks change too, or one lost its words."""
        after = unnamed(self.after.text)
        if len(after.marks) < len(self.before.marks) or not same(unnamed(diff.carried(self.before, after.plain)), after):
            return None
        chunks = diff.chunks(self.before.plain, after.plain)
        return [(chunk.before, chunk.after.of(after.plain)) for chunk in chunks if chunk.change is not diff.Change.EQUAL]


class Changes(Struct, frozen=True):
    """All that changes, by the numbers of the blocks of the file; what is `added` follows the block of its number, -1 the head.

    New `fields` stand apart: a file without a place for fields does not take them.
    """

    changed: dict[int, Change]
    removed: tuple[int, ...]
    added: dict[int, tuple[Part, ...]]
    fields: tuple[Part, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changes."""
        return bool(self.changed or self.removed or self.added or self.fields)

    @property
    def words(self) -> dict[int, str]:
        """What each block that was there and is another now says; nothing where it is gone."""
        return {number: change.after.text.plain for number, change in self.changed.items()} | dict.fromkeys(self.removed, "")

    def among(self, numbers: Mapping[int, int]) -> "Changes":
        """What changes among these blocks, each under its other number."""
        return Changes(
            {numbers[number]: change for number, change in self.changed.items() if number in numbers},
            tuple(numbers[number] for number in self.removed if number in numbers),
            {numbers[number]: parts for number, parts in self.added.items() if number in numbers},
        )


def of_text(what: Changes, fields: range) -> Changes:
    """What changes in the text, its blocks counted without the `fields` that stand among them."""
    return counted_anew(what, lambda number: number if number < fields.start else max(number - len(fields), fields.start - 1), fields)


def counted_anew(what: Changes, counted: Callable[[int], int], beside: Container[int]) -> Changes:
    """The same changes under other numbers, without those of the blocks `beside` the text; what is new there stays."""
    return Changes(
        {counted(number): change for number, change in what.changed.items() if number not in beside},
        tuple(counted(number) for number in what.removed if number not in beside),
        together((counted(number), parts) for number, parts in what.added.items()),
    )


def together(added: Iterable[tuple[int, tuple[Part, ...]]]) -> dict[int, tuple[Part, ...]]:
    """What is new behind each block, in order, where several numbers may have become one."""
    found: dict[int, tuple[Part, ...]] = {}
    for number, parts in added:
        found[number] = (*found.get(number, ()), *parts)
    return found


def stitched(text: str, pieces: Iterable[Piece]) -> str:
    """A text with other words in these places; of places that overlap, the later gets what is left."""
    written, at = list[str](), 0
    for span, words in sorted(pieces):
        written += [text[at : span.start], words]
        at = max(at, span.end)
    return "".join([*written, text[at:]])


def changes(revision: Revision, read: Document) -> Changes:
    """What a revision changes in the file from which `read` was read just now. Raises UserError when that is not what came in."""
    if read.text.plain != revision.before.text.plain or read.blocks != revision.before.blocks:
        raise UserError(OTHERWISE)
    changed, added, last = dict[int, Change](), dict[int, tuple[Part, ...]](), -1
    kept, fields = set[int](), list[Part]()
    for block, stem in zip(revision.document.blocks, revision.stems, strict=True):
        part = _part(revision.document, block)
        known = stem >= 0 and read.blocks[stem].kind is part.kind
        if not known and part.kind is BlockKind.FIELD:
            fields.append(part)
            continue
        if not known:
            added[last] = (*added.get(last, ()), part)
            continue
        kept.add(stem)
        last = stem
        before = unnamed(read.excerpt(read.blocks[stem].span))
        if not same(before, unnamed(part.text)):
            changed[stem] = Change(before, part)
    return Changes(changed, tuple(number for number in range(len(read.blocks)) if number not in kept), added, tuple(fields))


def _part(document: Document, block: Block) -> Part:
    return Part(
        block.kind, document.excerpt(block.span) if block.kind in WORDLESS else _coded(document.excerpt(block.span)), block.attributes
    )


def _coded(text: Text) -> Text:
    """A text without signs under which no code stands, as those of a file of another kind that were pasted."""
    covered = {mark.span.start for mark in text.marks if mark.kind is MarkKind.PROTECTED}
    for at in reversed([at for at, sign in enumerate(text.plain) if sign == OBJECT and at not in covered]):
        text = text.replaced(Span(at, at + 1), "")
    return text


def unnamed(text: Text) -> Text:
    """A text whose marks have no ids, which are this program's own."""
    return Text(text.plain, tuple(Mark(mark.span, mark.kind, mark.attributes) for mark in text.marks))


def line_breaks(text: Text, sign: str) -> str:
    """The characters of a text with this sign where a line break is meant."""
    breaks = {mark.span.start for mark in text.marks if mark.kind is MarkKind.LINE_BREAK}
    return "".join(sign if at in breaks else character for at, character in enumerate(text.plain))
