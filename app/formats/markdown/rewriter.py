"""A corrected story in the Markdown file it came in: words change in their lines; a block is written anew only where that fails."""

import html
import re
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise

from app.errors import UserError
from app.formats.coded import same
from app.formats.format import Revision
from app.formats.markdown.escaping import escaped
from app.formats.markdown.reader import LINES, document_of, front_matter, walked
from app.formats.markdown.writer import BREAK, inline, written
from app.formats.parts import Part, Place
from app.formats.rewriting import OTHERWISE, Change, Changes, changes, unnamed
from app.formats.threads import Thread
from app.model import BlockKind, Span, Text
from app.safe.encoding import decoded, encoded, mark_of

PREFIX = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|#{1,6}(?=[ \t])))*[ \t]*")
FOLLOWING = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*")
UNREAD = re.compile(r"\]\([^()]*(?:\([^()]*\)[^()]*)*\)|<[^<>\n]*>|&#?\w+;")
"""What stands in a line and is no text: addresses, tags, references."""
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
CELL = re.compile(r"(?<!\\)\|")
TITLE = re.compile(r"^(title:[ \t]*)(.*?)([ \t]*)$", re.MULTILINE | re.IGNORECASE)


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same file with the story as it is now, in its encoding, or in UTF-8 where that lacks a character."""
    text = decoded(data)
    fields, body = front_matter(text.text)
    walk = walked(body)
    read = document_of(walk, fields, revision.before.language)
    what = changes(revision, read)
    if not what:
        return data
    head = text.text[: len(text.text) - len(body)]
    lone = len(read.blocks) - len(walk.parts)
    if lone and 0 in what.changed:
        title = what.changed[0].after.text.plain
        head = TITLE.sub(lambda found: f"{found[1]}{_value(title)}{found[3]}", head, count=1)
    whole = head + Rewriting(body, [*[Place()] * lone, *walk.gathering.places]).text(what)
    return encoded(mark_of(data), whole, text.encoding)


def _value(title: str) -> str:
    return title if re.fullmatch(r"[\w„“][^:#\"']*", title) else '"' + title.replace('"', "”") + '"'


class Rewriting:
    """Changes to the lines of one file."""

    def __init__(self, body: str, places: Sequence[Place]) -> None:
        self._lines = LINE.findall(body)
        self._newline = "\r\n" if "\r\n" in body else "\n"
        self._places = places
        self._texts: dict[int, str] = dict(enumerate(self._lines))

    def text(self, what: Changes) -> str:
        """The whole text with all changes made."""
        for number, change in what.changed.items():
            if self._places[number].holder is not None:
                self._change(number, change)
        for number in what.removed:
            self._remove(number)
        for number, parts in what.added.items():
            self._add(number, parts)
        return "".join(self._texts[at] for at in sorted(self._texts))

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
        after = _cell(before, part.attribute("column", "1"), part.text) if part.kind is BlockKind.TABLE_CELL else _block(before, change)
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
            self._put(span, _cell("".join(self._texts[at] for at in range(span.start, span.end)), str(column), Text()))
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


def _cell(line: str, number: str, text: Text) -> str:
    """A row of a table with another text in one cell."""
    pieces = CELL.split(line)
    column = int(number) - (0 if line.lstrip().startswith("|") else 1)
    if column >= len(pieces):
        raise UserError(OTHERWISE)
    written_ = inline(text).replace(BREAK, "<br>").replace("|", "\\|")
    end = pieces[column][len(pieces[column].rstrip()) :]
    pieces[column] = f"{' ' if column else ''}{written_}{end or ' '}"
    return "|".join(pieces)


def _block(before: str, change: Change) -> str:
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
    return first + inline(change.after.text).replace("\n", f"{newline}{rest}") + ending


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
    read = [signs.get(at, "") if at % 2 else piece for at, piece in enumerate(pieces)]
    after = Thread(change.before, read, signs).edited([(span, escaped(words)) for span, words in edits], change)
    kept = [pieces[at] if at % 2 and (piece or at not in signs) else piece for at, piece in enumerate(after)]
    return before[:start] + "".join(kept)


def _reads_as(markdown: str, text: Text) -> bool:
    """Whether lines read as this one text."""
    parts = walked(markdown).parts
    return len(parts) == 1 and same(unnamed(parts[0].text), unnamed(text))
