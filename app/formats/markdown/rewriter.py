"""A corrected story in the Markdown file it came in: words change in their lines; a block is written anew only where that fails."""

import html
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import pairwise

from lxml import etree

from app.errors import UserError
from app.formats.coded import LITERAL, same
from app.formats.format import Revision
from app.formats.markdown.escaping import escaped
from app.formats.markdown.head import TITLE, line
from app.formats.markdown.reader import LINES, SHORTCODES, Story, story_in, walked
from app.formats.markdown.writer import BREAK, inline, written
from app.formats.parts import Part, Place, is_alt
from app.formats.rewriting import OTHERWISE, Change, Changes, Piece, changes, of_text, stitched, together
from app.formats.threads import Thread
from app.formats.trees import block_texts, code_elements
from app.formats.xhtml import start_tag
from app.model import OBJECT, Attributes, BlockKind, Document, Mark, MarkKind, Span, Text
from app.model.fields import field_named
from app.safe.encoding import decoded, encoded, mark_of

PREFIX = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|#{1,6}(?=[ \t])))*[ \t]*")
FOLLOWING = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*")
IMAGE = r"!\[[^\]\n]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"
UNREAD = re.compile(rf"{SHORTCODES.pattern}|{IMAGE}|" r"\]\([^()]*(?:\([^()]*\)[^()]*)*\)|<[^<>\n]*>|&#?\w+;")
"""What stands in a line and is no text: shortcodes and pictures, which are one code each; addresses, tags, references."""
CODES = ("{", "[^", "![")
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
CELL = re.compile(r"(?<!\\)\|")
PICTURE = re.compile(r"!\[((?:[^\[\]\\]|\\.)*)\]\((<[^<>\n]*>|[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)")


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same file with the story as it is now, in its encoding, or in UTF-8 where that lacks a character."""
    text = decoded(data)
    story = _as_it_was(text.text, revision.before)
    what = changes(revision, story.document)
    if not what:
        return data
    body = text.text[story.head.end :]
    places = [*[Place()] * story.titled, *story.walk.gathering.places]
    rewriting = Rewriting(body, places, _codes(story, places))
    return encoded(
        mark_of(data), _head(text.text, story, what) + rewriting.text(of_text(what, story.own), _pictures(story, what)), text.encoding
    )


def _as_it_was(text: str, before: Document) -> Story:
    """The file read as it was when it was taken in: with its fields or, by an earlier version, without."""
    story = story_in(text, before.language)
    plain = story if story.document.blocks == before.blocks else story_in(text, before.language, beside=False)
    return plain if plain.document.blocks == before.blocks else story


def _head(text: str, story: Story, what: Changes) -> str:
    """The head of the file with its fields as they are now; one of its own where there was none."""
    pieces = list[Piece]()
    title = next((at for at, block in enumerate(story.document.blocks) if block.kind is BlockKind.TITLE), -1)
    places = dict(enumerate(story.fields, story.own.start)) | {title: story.head.entry(TITLE) if story.titled else story.repeated}
    for number, words in what.words.items():
        if (entry := places.get(number)) is not None:
            pieces.append((entry.span, entry.written(words)))
    head, newline = text[: story.head.end], "\r\n" if "\r\n" in text else "\n"
    fresh = [line(field_named(part.attribute("name")), part.text.plain) + newline for part in what.fields if not is_alt(part)]
    if fresh and not head:
        return f"---{newline}{''.join(fresh)}---{newline}{newline}"
    end = len(head[: len(head.rstrip())].rstrip("-."))
    return stitched(head, [*pieces, (Span(end, end), "".join(fresh))] if fresh else pieces)


def _pictures(story: Story, what: Changes) -> dict[str, str]:
    """The alt texts that change, by the addresses of their pictures."""
    blocks = story.document.blocks
    return {blocks[number].attribute("src"): words for number, words in what.words.items() if is_alt(blocks[number])}


def _codes(story: Story, places: Sequence[Place]) -> dict[Attributes, str]:
    """The codes of a file by what their marks say: how they are written, or the start tags of those around words."""
    signs = [[origin[0] for origin in place.origins if origin is not None and origin[1] == OBJECT] for place in places]
    found = {
        attributes: dict(attributes).get(LITERAL) or etree.tostring(elements[0], encoding="unicode", method="html", with_tail=False)
        for attributes, elements in code_elements(block_texts(story.document, story.own), signs).items()
        if ("code", "picture") not in attributes
    }
    tags = {attributes: start_tag(attributes) for _element, kind, attributes in story.walk.meanings if kind is MarkKind.PAIRED}
    return {**tags, **found}


class Rewriting:
    """Changes to the lines of one file."""

    def __init__(self, body: str, places: Sequence[Place], codes: Mapping[Attributes, str]) -> None:
        """`places` are those of all blocks; one without a holder stands in the head of the file."""
        self._codes = codes
        self._lines = LINE.findall(body)
        self._newline = "\r\n" if "\r\n" in body else "\n"
        self._places = places
        self._texts: dict[int, str] = dict(enumerate(self._lines))

    def text(self, what: Changes, pictures: Mapping[str, str]) -> str:
        """The whole text with all changes made, and other alt texts for these addresses."""
        for at, text in self._texts.items() if pictures else ():
            self._texts[at] = PICTURE.sub(lambda found: _described(found, pictures), text)
        for number, change in what.changed.items():
            if self._places[number].holder is not None:
                self._change(number, change)
        for number in what.removed:
            if self._places[number].holder is not None:
                self._remove(number)
        for number, parts in together((self._before(number), parts) for number, parts in what.added.items()).items():
            self._add(number, parts)
        return "".join(self._texts[at] for at in sorted(self._texts))

    def _before(self, number: int) -> int:
        """The number of the block of the body at or before this block; -1 for none."""
        return next((at for at in range(number, -1, -1) if self._places[at].holder is not None), -1)

    def _span(self, number: int) -> Span:
        """The lines of a block."""
        holder = self._places[number].holder
        around = () if holder is None else (holder, *holder.iterdescendants("code"), *holder.iterancestors())
        said = next((lines for element in around if (lines := element.get(LINES))), "")
        if not said:
            raise UserError(OTHERWISE)
        start, end = map(int, said.split("-"))
        while end > start + 1 and not self._lines[end - 1].strip():
            end -= 1
        return Span(start, end)

    def _change(self, number: int, change: Change) -> None:
        span = self._span(number)
        before = "".join(self._texts[at] for at in range(span.start, span.end))
        part = change.after
        after = (
            self._cell(before, part.attribute("column", "1"), part.text)
            if part.kind is BlockKind.TABLE_CELL
            else self._block(before, change)
        )
        self._put(span, after)

    def _put(self, span: Span, text: str) -> None:
        for at in range(span.start, span.end):
            self._texts[at] = ""
        self._texts[span.start] = text

    def _remove(self, number: int) -> None:
        holder = self._places[number].holder
        span = self._span(number)
        if holder.tag in {"td", "th"}:
            column = 1 + len(list(holder.itersiblings("td", "th", preceding=True)))
            self._put(span, self._cell("".join(self._texts[at] for at in range(span.start, span.end)), str(column), Text()))
            return
        end = span.end
        while end < len(self._lines) and not self._lines[end].strip():
            end += 1
        apart = span.start == 0 or not self._lines[span.start - 1].strip()
        self._put(Span(span.start, end if apart and end < len(self._lines) else span.end), "")

    def _add(self, number: int, parts: Sequence[Part]) -> None:
        text = written(parts).replace("\n", self._newline)
        if number < 0 or not self._lines:
            self._texts[0] = f"{text}{self._newline * 2}{self._texts.get(0, '')}"
            return
        last = self._span(number).end - 1
        item = parts[0].kind is BlockKind.LIST_ITEM and self._places[number].holder.tag == "li"
        line = self._texts[last]
        ended = line if line.endswith("\n") or not line else line + self._newline
        more = last + 1 < len(self._lines) and bool(self._lines[last + 1].strip())
        self._texts[last] = f"{ended}{'' if item else self._newline}{text}{self._newline}{self._newline if more and not item else ''}"

    def _cell(self, line: str, number: str, text: Text) -> str:
        """A row of a table with another text in one cell."""
        pieces = CELL.split(line)
        column = int(number) - (0 if line.lstrip().startswith("|") else 1)
        if column >= len(pieces):
            raise UserError(OTHERWISE)
        written_ = inline(text, self._codes).replace(BREAK, "<br>").replace("|", "\\|")
        end = pieces[column][len(pieces[column].rstrip()) :]
        pieces[column] = f"{' ' if column else ''}{written_}{end or ' '}"
        return "|".join(pieces)

    def _block(self, before: str, change: Change) -> str:
        """The lines of a block with its words changed, or written anew where they would not read so."""
        ending = before[len(before.rstrip("\r\n")) :]
        with suppress(UserError):
            after = _edited(before, change)
            if after is not None and _reads_as(after, change.after.text):
                return after
        lines = before.splitlines()
        match = PREFIX.match(lines[0])
        first = match[0] if match else ""
        following = FOLLOWING.match(lines[1]) if len(lines) > 1 else None
        rest = following[0] if following else re.sub(r"[^>\t]", " ", first)
        newline = "\r\n" if "\r\n" in before else "\n"
        if change.after.kind is BlockKind.CODE:
            return written([change.after]).replace("\n", newline) + ending
        return first + inline(change.after.text, self._codes).replace("\n", f"{newline}{rest}") + ending


def _described(found: re.Match[str], pictures: Mapping[str, str]) -> str:
    address = html.unescape(found[2].strip("<>"))
    return f"![{escaped(pictures[address])}]({found[2]}" if address in pictures else found[0]


def _edited(before: str, change: Change) -> str | None:
    """The same lines with the words that change."""
    edits = change.edits
    if edits is None:
        return None
    lead = PREFIX.match(before)
    start = lead.end() if lead else 0
    cuts = [start, *(at for found in UNREAD.finditer(before, start) for at in found.span()), len(before)]
    pieces = [before[first:last] for first, last in pairwise(cuts)]
    signs = {at: html.unescape(piece) for at, piece in enumerate(pieces) if at % 2 and piece.startswith("&")}
    signs |= {at: OBJECT for at, piece in enumerate(pieces) if at % 2 and piece.startswith(CODES)}
    read = [signs.get(at, "") if at % 2 else piece for at, piece in enumerate(pieces)]
    after = Thread(change.before, read, signs).edited([(span, escaped(words)) for span, words in edits], change)
    kept = [pieces[at] if at % 2 and (piece or at not in signs) else piece for at, piece in enumerate(after)]
    return before[:start] + "".join(kept)


def _reads_as(markdown: str, text: Text) -> bool:
    """Whether lines read as this one text."""
    parts = walked(markdown).parts
    return len(parts) == 1 and same(_unnumbered(parts[0].text), _unnumbered(text))


def _unnumbered(text: Text) -> Text:
    """A text whose codes have no numbers, which count through the whole file."""
    return Text(
        text.plain, tuple(Mark(mark.span, mark.kind, tuple(each for each in mark.attributes if each[0] != "number")) for mark in text.marks)
    )
