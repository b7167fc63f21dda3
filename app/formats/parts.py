"""What lies between a file and a Document: blocks with their text, gathered run by run while reading, handed out for writing."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from app.errors import UserError
from app.evidence.language import language_of
from app.formats.coded import LITERAL
from app.i18n import N_
from app.model import OBJECT, PARAGRAPH_BREAK, Attributes, Block, BlockKind, Document, Mark, MarkKind, Span, Text
from app.model.fields import ALT

SEPARATOR = "\n\n"
NEWLINE = "\n"
FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
"""What no format can carry: controls, noncharacters, halves of surrogate pairs."""
UNWRITABLE = re.compile(FORBIDDEN.pattern[:-1] + OBJECT + PARAGRAPH_BREAK + "]")
SPACES = {0x0A: " ", 0x0B: " ", 0x0C: " ", 0x0D: " ", 0x85: " ", 0x2028: " ", 0x2029: " ", 0xFFFC: None}
"""Line ends that are not marked as such are white space; the sign for an object is the reader's own to give."""

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")

MERGING = frozenset({MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.CODE, MarkKind.PAIRED})
WORDLESS = frozenset({BlockKind.FIGURE, BlockKind.RULE, BlockKind.EMBED})


PICTURE = ("code", "picture")
"""What the mark of a picture says first."""

HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.KICKER})
"""Bold from end to end, these say only what they are anyway."""


class Part(Struct, frozen=True):
    """One block with its own text; the marks' spans count from its beginning."""

    kind: BlockKind
    text: Text
    attributes: Attributes = ()

    def attribute(self, name: str, default: str = "") -> str:
        """The value of one attribute."""
        return dict(self.attributes).get(name, default)


class Place:
    """Where a part comes from: what holds it in the file, and the origin of every run in order.

    `copies` are other places of the file that say the same words again, and change with them.
    """

    def __init__(self, holder: Any = None) -> None:
        self.holder = holder
        self.origins: list[Any] = []
        self.copies: list[Any] = []


class Gathering:
    """Collects runs of text into parts: `begin` a block, `add` what stands in it, and the next `begin` or `end` closes it.

    `lone` counts codes that stood in no text, by name. Readers may say from where in the file a run or a block comes; `places` holds for each part what they said.
    """

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.places: list[Place] = []
        self._place = Place()
        self._runs: list[tuple[str, tuple[Mark, ...]]] = []
        self._block: tuple[BlockKind, Attributes] = (BlockKind.PARAGRAPH, ())
        self._ids = count(1)
        self._alike = Counter[Attributes]()
        self.lone = Counter[str]()

    def mark(self, kind: MarkKind, attributes: Attributes = ()) -> Mark:
        """A mark of its own, to be handed to `add` with every run that it covers."""
        return Mark(Span(0, 0), kind, attributes, str(next(self._ids)))

    def begin(self, kind: BlockKind, attributes: Attributes = (), holder: Any = None) -> None:
        """Close the block before and begin one."""
        self.end()
        self._block = (kind, attributes)
        self._place = Place(holder)

    def add(self, text: str, marks: Iterable[Mark] = (), origin: Any = None) -> None:
        """Add a run; line ends in it are white space."""
        self._place.origins.append(origin)
        words = clean(text)
        if self._runs and self._runs[-1][0] == NEWLINE:
            words = words.lstrip(" \t")
        if words:
            self._runs.append((words, tuple(marks)))

    def break_line(self, marks: Iterable[Mark] = (), origin: Any = None) -> None:
        """Add a line break that is meant; white space around it means nothing."""
        self._place.origins.append(origin)
        while self._runs and not self._runs[-1][0].strip(" \t"):
            self._runs.pop()
        if self._runs:
            text, covering = self._runs[-1]
            self._runs[-1] = (text.rstrip(" \t"), covering)
        self._runs.append((NEWLINE, (*marks, self.mark(MarkKind.LINE_BREAK))))

    def add_picture(self, attributes: Attributes, marks: Iterable[Mark] = (), origin: Any = None) -> None:
        """Add a picture; alone in its block it becomes a figure."""
        self.add_code(PICTURE[1], attributes, marks, origin)

    def add_code(self, code: str, attributes: Attributes, marks: Iterable[Mark] = (), origin: Any = None) -> None:
        """Add what must not be touched, by the name of what it is; of several that are alike, the others get a number."""
        self._place.origins.append(origin)
        described = (("code", code), *((name, clean(value)) for name, value in attributes))
        seen = self._alike[described]
        self._alike[described] += 1
        numbered = (*described, ("number", str(seen))) if seen and code != PICTURE[1] else described
        self._runs.append((OBJECT, (*marks, self.mark(MarkKind.PROTECTED, numbered))))

    def wordless(self, kind: BlockKind, attributes: Attributes = (), holder: Any = None) -> None:
        """Add a block without words."""
        self.end()
        self._put([Part(kind, Text(OBJECT), attributes)], Place(holder))

    @property
    def empty(self) -> bool:
        """Whether nothing stands in the block so far."""
        return not self._runs

    @property
    def at_break(self) -> bool:
        """Whether the last thing added, white space aside, was a line break."""
        return next((text == NEWLINE for text, _marks in reversed(self._runs) if text == NEWLINE or text.strip(" \t")), False)

    @property
    def at_space(self) -> bool:
        """Whether further white space would add nothing: at the beginning of a block, after a space or a line break."""
        return not self._runs or self._runs[-1][0][-1] in " \t\n"

    def end(self) -> None:
        """Close the block; one without a word leaves nothing but its pictures."""
        text = text_of_runs(self._runs)
        self._runs.clear()
        if self._block[0] in HEADLINES:
            text = Text(
                text.plain, tuple(mark for mark in text.marks if mark.kind is not MarkKind.STRONG or mark.span.length < len(text.plain))
            )
        if text.plain.replace(OBJECT, "").strip():
            self._put([Part(self._block[0], text, self._block[1])], self._place)
        else:
            pictures = [mark for mark in text.marks if mark.kind is MarkKind.PROTECTED and mark.attributes[0] == PICTURE]
            self._put([Part(BlockKind.FIGURE, Text(OBJECT), mark.attributes[1:]) for mark in pictures], self._place)
            codes = [mark for mark in text.marks if mark.kind is MarkKind.PROTECTED and mark not in pictures]
            self.lone.update(dict(mark.attributes)["code"] for mark in codes)
        self._block = (BlockKind.PARAGRAPH, ())
        self._place = Place()

    def _put(self, parts: Sequence[Part], place: "Place") -> None:
        self.parts += parts
        self.places += [place] * len(parts)


def clean(text: str) -> str:
    """A text as every format can carry it: line ends in it are spaces."""
    return FORBIDDEN.sub("", text.translate(SPACES))


def text_of_runs(runs: Iterable[tuple[str, tuple[Mark, ...]]]) -> Text:
    """Runs joined to a Text without white space at its ends; marks begin and end at words."""
    pieces, marks, at = [], list[Mark](), 0
    for text, covering in runs:
        marks += [mark.at(Span(at, at + len(text))) for mark in covering]
        pieces.append(text)
        at += len(text)
    bare = Text("".join(pieces), _merged(marks)).stripped()
    trimmed = (_at_words(mark, bare.plain) for mark in bare.marks)
    return Text(bare.plain, tuple(sorted((mark for mark in trimmed if mark.span.length), key=_order)))


def _merged(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks that continue each other as one: those of one id, and neighbours that mean the same."""
    done: list[Mark] = []
    ending: dict[int, list[int]] = {}
    for mark in marks:
        before = ending.get(mark.span.start, [])
        twin = next((at for at in before if _continue(done[at], mark)), None)
        if twin is None:
            twin = len(done)
            done.append(mark)
        else:
            before.remove(twin)
            done[twin] = done[twin].at(Span(done[twin].span.start, mark.span.end))
        ending.setdefault(mark.span.end, []).append(twin)
    return tuple(done)


def _continue(mark: Mark, other: Mark) -> bool:
    return mark.id == other.id or (mark.kind is other.kind and mark.kind in MERGING and mark.attributes == other.attributes)


def _at_words(mark: Mark, plain: str) -> Mark:
    covered = mark.span.of(plain)
    if mark.kind is MarkKind.LINE_BREAK:
        return mark
    start = mark.span.start + len(covered) - len(covered.lstrip())
    return mark.at(Span(start, max(start, mark.span.start + len(covered.rstrip()))))


def _order(mark: Mark) -> tuple[int, int]:
    return (mark.span.start, -mark.span.end)


def joined(parts: Sequence[Part], language: str, origin: str) -> Document:
    """The Document of these parts, a blank line between them; `language` is recognised when it is empty or no BCP 47.

    Raises UserError when there is not a word in them.
    """
    if all(part.kind in WORDLESS for part in parts):
        pictures = any(part.kind is BlockKind.FIGURE for part in parts)
        raise UserError(N_("The file holds only pictures; choose one with the text of a story.") if pictures else NO_TEXT)
    plain, marks, blocks = [], list[Mark](), []
    at = 0
    for part in parts:
        marks += [mark.at(mark.span.shifted(at)) for mark in part.text.marks]
        blocks.append(Block(part.kind, Span(at, at + len(part.text.plain)), part.attributes))
        plain.append(part.text.plain)
        at += len(part.text.plain) + len(SEPARATOR)
    text = SEPARATOR.join(plain)
    spoken = language if LANGUAGE.fullmatch(language) else language_of(text)
    return Document(spoken, origin, Text(text, tuple(marks)), tuple(blocks))


NO_TEXT = N_("The file holds no text; choose one with a story, or paste one.")


def parts_of(document: Document, *, literal: bool = True) -> list[Part]:
    """The blocks of a Document as they are to be written: soft line breaks are spaces, blocks without text are gone.

    An alt text is no block but stands with its picture, if that is there. Codes that stand for characters are these characters,
    unless not `literal`.
    """
    parts = [Part(block.kind, _excerpt(document, block, literal=literal), block.attributes) for block in document.blocks]
    return _described([part for part in parts if part.text.plain or part.kind in WORDLESS])


def _described(parts: list[Part]) -> list[Part]:
    pictures = {part.attribute("src") for part in parts if part.kind is BlockKind.FIGURE}
    said = {part.attribute("src"): part.text.plain for part in parts if is_alt(part) and part.attribute("src") in pictures}
    if not said:
        return parts
    kept = (part for part in parts if not (is_alt(part) and part.attribute("src") in said))
    return [_with_alt(part, said.get(part.attribute("src"))) if part.kind is BlockKind.FIGURE else part for part in kept]


def _with_alt(figure: Part, words: str | None) -> Part:
    return (
        figure if words is None else replace(figure, attributes=(*(each for each in figure.attributes if each[0] != "alt"), ("alt", words)))
    )


def is_alt(part: Part | Block) -> bool:
    """Whether a part or a block is the alt text of a picture, whose address is its attribute ``src``."""
    return part.kind is BlockKind.FIELD and part.attribute("name") == ALT.name


def _excerpt(document: Document, block: Block, *, literal: bool) -> Text:
    if block.kind in WORDLESS:
        return Text(OBJECT)
    return writable(document.excerpt(block.span), literal=literal).stripped()


def writable(text: Text, *, literal: bool = True) -> Text:
    """A text without what no format can carry: a paragraph break is a space, a code the characters that it stands for."""
    literals = [mark for mark in text.marks if mark.kind is MarkKind.PROTECTED and LITERAL in dict(mark.attributes)]
    for mark in sorted(literals if literal else (), key=lambda mark: mark.span, reverse=True):
        others = Text(text.plain, tuple(each for each in text.marks if each is not mark))
        text = others.replaced(mark.span, clean(dict(mark.attributes)[LITERAL]))
    protected = {mark.span.start for mark in text.marks if mark.kind is MarkKind.PROTECTED}
    for found in reversed(list(UNWRITABLE.finditer(text.plain))):
        if found.start() not in protected or found[0] != OBJECT:
            text = text.replaced(Span(*found.span()), " " if found[0] == PARAGRAPH_BREAK else "")
    return text


def headline(parts: Sequence[Part]) -> str:
    """The words of the title, or of the first block that has any."""
    number = heading(parts)
    return "" if number is None else parts[number].text.plain.replace(OBJECT, "").replace(NEWLINE, " ")


def heading(blocks: Sequence[Part | Block]) -> int | None:
    """The number of the title, or of the first block that has words; None in a story without any."""
    titles = (number for number, block in enumerate(blocks) if block.kind is BlockKind.TITLE)
    worded = (number for number, block in enumerate(blocks) if block.kind not in WORDLESS and block.kind is not BlockKind.FIELD)
    return next(titles, next(worded, None))


AnyPart = TypeVar("AnyPart", bound=Part)


def tables(cells: Iterable[AnyPart]) -> list[list[AnyPart]]:
    """Neighbouring table cells as the tables they form: where the rows begin to count anew, so does a table."""
    found, last = list[list[AnyPart]](), 0
    for cell in cells:
        row = int(cell.attribute("row", "1"))
        if not found or row < last:
            found.append([])
        found[-1].append(cell)
        last = row
    return found


def is_headline(part: Part) -> bool:
    """Whether a part is a heading of level 1."""
    return part.kind is BlockKind.HEADING and part.attribute("level") == "1"


def titled(parts: Sequence[Part], words: str) -> list[Part]:
    """The same parts with a title: their first heading of level 1, these words that stood apart, or a heading that opens them."""
    first = next((at for at, part in enumerate(parts) if is_headline(part)), -1)
    if first >= 0:
        return [*parts[:first], replace(parts[first], kind=BlockKind.TITLE, attributes=()), *parts[first + 1 :]]
    return [Part(BlockKind.TITLE, Text(words)), *parts] if words else with_title(parts)


def with_title(parts: Sequence[Part]) -> list[Part]:
    """The same parts; a heading that opens a story without a title is its title."""
    titled = any(part.kind is BlockKind.TITLE for part in parts)
    if titled or not parts or parts[0].kind is not BlockKind.HEADING:
        return list(parts)
    return [Part(BlockKind.TITLE, parts[0].text), *parts[1:]]
