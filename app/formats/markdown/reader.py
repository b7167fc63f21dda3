"""Markdown to a Document: markdown-it makes HTML of it, and the HTML is read like any other."""

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from app.errors import UserError
from app.formats.format import Reading
from app.formats.parts import NO_TEXT, Part, joined, with_title
from app.formats.xhtml import Walk, note_left_out
from app.i18n import N_, Message
from app.model import BlockKind, Document, Text
from app.safe.encoding import decoded
from app.safe.xml import TOO_DEEP, parse_html

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
FIELD = re.compile(r"^([\w-]+):(.*)$", re.MULTILINE)
LINES = "data-lines"
"""The attribute by which an element says from which lines of the text it comes, the last one exclusive."""
NESTING = 100
"""Levels that markdown-it follows; below them it would drop text. HTML's own limit lies beyond."""

PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n")
SIGNS = re.compile(r"[\[\]*_`<!&]")
MOST_SIGNS = 4_000
"""Signs of Markdown that one paragraph may hold: no writer sets so many, and the time to pair them grows with their square."""


class Parser(MarkdownIt):
    """markdown-it without its own mind about addresses: they stay as written, and `safe_address` judges them."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"maxNesting": NESTING})
        self.enable("table")

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library's name
        """Keep the address."""
        return url

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the library's names
        """Take every link for a link, so that its text is not left with the brackets around it."""
        return True


def read(data: bytes, language: str) -> Reading:
    """Read a Markdown file. Raises UserError for one without text."""
    text = decoded(data)
    fields, body = front_matter(text.text)
    walk = walked(body)
    document = document_of(walk, fields, language)
    return Reading(document, (*text.notes, *_unread(fields), *note_left_out(walk.left_out)))


def document_of(walk: Walk, fields: dict[str, str], language: str) -> Document:
    """The Document of what was read. Raises UserError when that is nothing."""
    parts = _titled(walk.parts, fields.get("title", ""))
    if not parts:
        raise UserError(NO_TEXT)
    return joined(parts, language or fields.get("lang") or fields.get("language") or "", "md")


def walked(markdown: str) -> Walk:
    """The blocks of a stretch of Markdown. Raises UserError when it nests so deep that a part of it would be lost, or takes too long."""
    walk, parser = Walk(), _parser()
    if any(len(SIGNS.findall(paragraph)) > MOST_SIGNS for paragraph in PARAGRAPH_END.split(markdown)):
        raise UserError(TOO_DEEP)
    tokens = parser.parse(markdown)
    if any(token.level >= NESTING - 1 for token in tokens):
        raise UserError(TOO_DEEP)
    _number(tokens)
    root = parse_html(parser.renderer.render(tokens, parser.options, {}))
    if root is not None:
        walk.over(root)
    return walk


def _number(tokens: Sequence[Token]) -> None:
    """Let every element that holds text say from which lines it comes; a paragraph that a list hides says it through its item."""
    opened = list[Token]()
    for token in tokens:
        if token.nesting > 0:
            opened.append(token)
        elif token.nesting < 0:
            opened.pop()
        holder = next((each for each in reversed(opened) if not each.hidden), token)
        lines = token.map or next((each.map for each in reversed(opened) if each.map), None)
        if token.type == "inline" and lines and not holder.attrGet(LINES):
            holder.attrSet(LINES, f"{lines[0]}-{lines[1]}")
        elif token.type in {"fence", "code_block", "hr"} and token.map:
            token.attrSet(LINES, f"{token.map[0]}-{token.map[1]}")


@cache
def _parser() -> Parser:
    return Parser()


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields at the head of a Markdown file, and the text after them."""
    head = FRONT_MATTER.match(text)
    fields = {name.lower(): value.strip().strip("\"'") for name, value in FIELD.findall(head[1])} if head else {}
    return (fields, text[head.end() :]) if head and fields else ({}, text)


def _titled(parts: list[Part], title: str) -> list[Part]:
    """The parts with the first heading of level 1 as title, or with the title of the front matter."""
    first = next((at for at, part in enumerate(parts) if part.kind is BlockKind.HEADING and part.attribute("level") == "1"), -1)
    if first >= 0:
        return [*parts[:first], replace(parts[first], kind=BlockKind.TITLE, attributes=()), *parts[first + 1 :]]
    return [Part(BlockKind.TITLE, Text(title)), *parts] if title else with_title(parts)


def _unread(fields: dict[str, str]) -> tuple[Message, ...]:
    names = ", ".join(name for name in fields if name not in {"title", "lang", "language"})
    return (Message(N_("Left out of the file’s head: {names}."), {"names": names}),) if names else ()
