"""What a file format is: a name, endings, and the functions between bytes and stories."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from app.diff import Change
from app.i18n import Message
from app.model import Attributes, BlockKind, Document, ErrorMark, State, Text


class Reading(Struct, frozen=True):
    """What came out of a file: the Document, and what a person should know (an encoding assumed, something left out)."""

    document: Document
    notes: tuple[Message, ...] = ()


class Revision(Struct, frozen=True):
    """A corrected story on its way back into the file it came in.

    `stems` holds for each block of the Document the number of the block of that file from which it stems, -1 for a new one.
    The numbers count the blocks of the Document that was read from the file; `before` is that Document.
    """

    document: Document
    stems: tuple[int, ...]
    before: Document


class Pair(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One segment of an aligned file: a source text and its translation, which may be empty, and what is known of them.

    Neither text has white space at its ends, which stays the file's business; a line end that counts is one space under a
    line break mark, a code is one U+FFFC under a protected mark. `between` is what stands between this pair and the one before
    on either side; None where the pair begins a block of this `kind`. `imported` and `errors` are for writing only: the
    translation as it was received and what people marked in it.
    """

    source: Text
    target: Text
    between: tuple[Text, Text] | None = None
    kind: BlockKind = BlockKind.PARAGRAPH
    attributes: Attributes = ()
    state: State = State.INITIAL
    needs_work: bool = False
    note: str = ""
    imported: Text = Text()
    errors: tuple[ErrorMark, ...] = ()


class Bilingual(Struct, frozen=True):
    """One story of an aligned file: what it calls itself, its two languages (BCP 47) and its segments in order."""

    title: str
    source_language: str
    target_language: str
    pairs: tuple[Pair, ...]


class Aligned(Struct, frozen=True):
    """What came out of an aligned file: its stories, and what a person should know."""

    stories: tuple[Bilingual, ...]
    notes: tuple[Message, ...] = ()


class Remark(Struct, frozen=True):
    """What somebody wrote, who that was, and when: UTC in ISO 8601; no words where it only says whose a change is."""

    who: str
    when: str
    words: str = ""


class Piece(Struct, frozen=True):
    """A stretch of a block that went, came or stayed; never a replacement. `row` is the id of the unit in which it stands.

    `before` is what a stretch that stayed looked like, where its marks are others now.
    """

    change: Change
    text: Text
    hand: Remark
    row: int
    before: Text | None = None


class Tracked(Struct, frozen=True):
    """A block that stayed, came or went as a whole (`change`), and its pieces in order."""

    change: Change
    kind: BlockKind
    attributes: Attributes
    pieces: tuple[Piece, ...]


class Record(Struct, frozen=True):
    """A corrected story with every change against what was imported, and remarks by the id of the unit that they are about."""

    language: str
    blocks: tuple[Tracked, ...]
    remarks: Mapping[int, Remark]


class Format(Struct, frozen=True, kw_only=True):
    """One file format. What it cannot do is None.

    `recognises` says of bytes whether they are such a file, where other formats have the same endings; without it the ending
    says enough. It is asked about files of anybody, so it looks at little, raises nothing, and is quick whatever they hold.

    For files that hold one language version of one story:
    `read` takes the bytes and a language (BCP 47, "" to recognise it) and raises UserError for what it cannot read.
    `write` takes a Document and returns the bytes of a new file; `write_changes` a Record, of whose changes it keeps each
    for a person to take or to leave.
    `rewrite` takes the bytes of the file that a story came in and the story as it is now; it returns the same file with only
    that changed which the story says otherwise. Raises UserError when the file does not hold what the revision was made from.

    For files that hold both languages, segment by segment:
    `read_aligned` takes the bytes and raises UserError for what it cannot read.
    `write_aligned` makes a new file of stories.
    `write_back` takes the bytes of the file that stories came in, and for each story that `read_aligned` finds in it the same
    story with the targets, states and notes that are to stand there; it returns the same file with only these changed. A pair
    that equals what the file has leaves its place untouched to the byte.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    read: Callable[[bytes, str], Reading] | None = None
    write: Callable[[Document], bytes] | None = None
    write_changes: Callable[[Record], bytes] | None = None
    rewrite: Callable[[bytes, Revision], bytes] | None = None
    read_aligned: Callable[[bytes], Aligned] | None = None
    recognises: Callable[[bytes], bool] | None = None
    write_aligned: Callable[[Sequence[Bilingual]], bytes] | None = None
    write_back: Callable[[bytes, Sequence[Bilingual]], bytes] | None = None

    @property
    def writes(self) -> bool:
        """Whether a corrected story can leave as a new file of this format."""
        return any((self.write, self.write_changes, self.write_aligned))
