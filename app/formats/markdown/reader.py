"""Markdown to a Document: markdown-it makes HTML of it, and the HTML is read like any other."""

import re
from collections.abc import Sequence
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from msgspec import Struct

from app.errors import UserError
from app.formats.beside import alts, field_part, set_beside
from app.formats.format import Reading
from app.formats.markdown.head import LANGUAGES, TITLE, Entry, Head, head_of
from app.formats.parts import NO_TEXT, Part, joined, titled
from app.formats.xhtml import AS, WRITTEN, Walk, note_left_out
from app.i18n import N_, Message
from app.model import BlockKind, Document
from app.model.fields import SEO_TITLE
from app.safe.encoding import decoded
from app.safe.xml import TOO_DEEP, parse_html

LINES = "data-lines"
"""The attribute by which an element says from which lines of the text it comes, the last one exclusive."""
NESTING = 100
"""Levels that markdown-it follows; below them it would drop text. HTML's own limit lies beyond."""

PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n")
SHORTCODES = re.compile(r"\{\{[^\n]{0,500}?\}\}|\{%[^\n]{0,500}?%\}|\[\^[^\]\s]{1,100}\]")
"""What generators of sites put into Markdown (Hugo, Jekyll and their like), and signs of footnotes."""
SIGNS = re.compile(r"[\[\]*_`<!&]")
MOST_SIGNS = 4_000
"""Signs of Markdown that one paragraph may hold: no writer sets so many, and the time to pair them grows with their square."""


def _shortcode(state: StateInline, silent: bool) -> bool:
    """Read a shortcode or a footnote's sign as an element that says how it is written."""
    found = SHORTCODES.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = f'<{WRITTEN} {AS}="{escape(found[0])}"></{WRITTEN}>'
    state.pos = found.end()
    return True


class Parser(MarkdownIt):
    """markdown-it without its own mind about addresses: they stay as written, and `safe_address` judges them."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"maxNesting": NESTING})
        self.enable("table")
        self.inline.ruler.before("link", "shortcode", _shortcode)

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library's name
        """Keep the address."""
        return url

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the library's names
        """Take every link for a link, so that its text is not left with the brackets around it."""
        return True


def read(data: bytes, language: str) -> Reading:
    """Read a Markdown file. Raises UserError for one without text."""
    text = decoded(data)
    story = story_in(text.text, language)
    return Reading(story.document, (*text.notes, *_unread(story.head), *note_left_out(story.walk.left_out)))


class Story(Struct, frozen=True):
    """How a file was read: its head, the walk over its body, and the Document that comes of both.

    `own` are the numbers of the blocks that are fields, `fields` where each stands in the head, None for alt texts. `titled` is whether the
    title stands in the head alone, `repeated` the line of the head that says the title of the body again.
    """

    head: Head
    walk: Walk
    document: Document
    own: range
    fields: tuple[Entry | None, ...]
    titled: bool
    repeated: Entry | None


def story_in(text: str, language: str, *, beside: bool = True) -> Story:
    """Read the text of a file; without `beside`, no fields. Raises UserError for one without text."""
    head = head_of(text)
    walk, title = walked(text[head.end :]), head.entry(TITLE)
    parts = titled(walk.parts, title.words if title else "")
    if not parts:
        raise UserError(NO_TEXT)
    apart = len(parts) > len(walk.parts)
    said = next((part.text.plain for part in parts if part.kind is BlockKind.TITLE), "")
    found = _fields(head, "" if apart else said) if beside else []
    found += [(part, None) for part in alts(parts)] if beside else []
    everything, own, entries = set_beside(parts, found)
    spoken = head.entry(*LANGUAGES)
    document = joined(everything, language or (spoken.words if spoken else ""), "md")
    repeated = title if title and not apart and title.words == said else None
    return Story(head, walk, document, own, entries, apart, repeated)


def _fields(head: Head, said: str) -> list[tuple[Part, Entry | None]]:
    """The fields of a head; a title that says something else than the body's is one for search engines."""
    found: list[tuple[Part, Entry | None]] = [(field_part(name, entry.words), entry) for name, entry in head.fields()]
    title = head.entry(TITLE)
    other = (
        title is not None and said and title.words != said and not any(part.attribute("name") == SEO_TITLE.name for part, _entry in found)
    )
    return [*found, (field_part(SEO_TITLE.name, title.words), title)] if title and other else found


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


def _unread(head: Head) -> tuple[Message, ...]:
    known = {entry.name for _name, entry in head.fields()} | {entry.name for entry in head.entries if entry.name in {TITLE, *LANGUAGES}}
    names = ", ".join(name for name in head.names if name not in known)
    return (Message(N_("Left out of the file’s head: {names}."), {"names": names}),) if names else ()
