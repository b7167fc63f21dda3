"""What the styles of an OpenDocument text mean: which block a paragraph is, which marks a run of words has."""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from app.formats.nodes import local, value
from app.model import Attributes, BlockKind, MarkKind

KINDS = {
    "title": BlockKind.TITLE,
    "subtitle": BlockKind.DECK,
    "deck": BlockKind.DECK,
    "kicker": BlockKind.KICKER,
    "byline": BlockKind.BYLINE,
    "dateline": BlockKind.DATELINE,
    "credit": BlockKind.CREDIT,
    "caption": BlockKind.CAPTION,
    "illustration": BlockKind.CAPTION,
    "figure": BlockKind.CAPTION,
    "quotations": BlockKind.QUOTATION,
    "quote": BlockKind.QUOTATION,
    "preformatted_20_text": BlockKind.CODE,
}
"""By the names of styles as the file writes them, in small letters; an automatic style is what its parent is."""
BOLD = frozenset({"bold", "600", "700", "800", "900"})
WRITTEN = {"strong": "Strong_20_Emphasis", "emphasis": "Emphasis"}
MONOSPACED = frozenset({"Source_20_Text", "Teletype"})
NONE = frozenset({"", "none", "normal", "transparent", "false"})
RULE = "Horizontal_20_Line"
DEEPEST = 50
"""Styles above a style; more are a circle."""


class Look(Struct, frozen=True):
    """What one style says itself: its parent, whether words are bold, in italics, or not (None: it does not say), whether a page begins.

    `code` names what else words look like, as HTML calls it where it has a name for it.
    """

    parent: str
    strong: bool | None
    emphasis: bool | None
    breaks: bool = False
    code: str = ""


class Styles:
    """The styles of a text: the named ones, and the automatic ones that stand for what somebody did by hand."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self._looks = {value(each, "name"): _look(each) for root in roots for each in root.iter() if local(each) == "style"}
        self._by_hand = {value(each, "name") for root in roots for each in root.iter() if local(_above(each)) == "automatic-styles"}
        lists = [each for root in roots for each in root.iter() if local(each) == "list-style"]
        self._numbered = {
            (value(each, "name"), value(level, "level")) for each in lists for level in each if local(level) == "list-level-style-number"
        }

    def numbered(self, name: str, depth: int) -> bool:
        """Whether a list of this style counts its items at this depth, from 1."""
        return (name, str(depth)) in self._numbered

    def by_hand(self, name: str) -> frozenset[MarkKind]:
        """The marks that somebody gave a whole paragraph; what a named style looks like is none."""
        return self.marks(name) if self._look_of_its_own(name) else frozenset()

    def _look_of_its_own(self, name: str) -> bool:
        look = self._looks.get(name)
        return look is not None and name in self._by_hand and bool(look.strong or look.emphasis)

    def unbroken(self, name: str) -> str:
        """This style, or the one above it with which no page begins."""
        return next((each for each in self._line(name) if each not in self._looks or not self._looks[each].breaks), "")

    def kind(self, name: str) -> BlockKind:
        """What block a paragraph of this style is."""
        return next((KINDS[each.lower()] for each in self._line(name) if each.lower() in KINDS), BlockKind.PARAGRAPH)

    def marks(self, name: str) -> frozenset[MarkKind]:
        """The marks that a style gives to words."""
        if MONOSPACED.intersection(self._line(name)):
            return frozenset({MarkKind.CODE})
        return frozenset(kind for kind, what in ((MarkKind.STRONG, "strong"), (MarkKind.EMPHASIS, "emphasis")) if self._says(name, what))

    def code(self, name: str) -> Attributes:
        """What the mark over words of this style says besides bold and italics; nothing where it looks like all the rest."""
        found = next((self._looks[each].code for each in self._line(name) if each in self._looks and self._looks[each].code), "")
        return (("code", found), ("style", name)) if found else ()

    def has(self, name: str) -> bool:
        """Whether the file has this style."""
        return name in self._looks

    def rules(self, name: str) -> bool:
        """Whether a paragraph of this style is a line across the page."""
        return RULE in self._line(name)

    def _says(self, name: str, what: str) -> bool:
        if WRITTEN[what] in self._line(name):
            return True
        said = (getattr(self._looks[each], what) for each in self._line(name) if each in self._looks)
        return bool(next((each for each in said if each is not None), False))

    def _line(self, name: str) -> list[str]:
        """A style and those above it."""
        line = list[str]()
        while name and name not in line and len(line) < DEEPEST:
            line.append(name)
            name = self._looks[name].parent if name in self._looks else ""
        return line


def _above(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    return element if parent is None else parent


def _look(style: etree._Element) -> Look:
    words = next(_properties(style), None)
    weight, slant = value(words, "font-weight"), value(words, "font-style")
    breaks = bool(value(style, "master-page-name")) or any(value(each, "break-before") not in {"", "auto"} for each in style)
    strong, emphasis = weight in BOLD if weight else None, slant in {"italic", "oblique"} if slant else None
    code = "" if value(style, "family") != "text" or words is None else _code(words)
    return Look(value(style, "parent-style-name"), strong, emphasis, breaks, code)


def _code(words: etree._Element) -> str:
    """The name of what these properties show and no mark says."""
    position = value(words, "text-position").split(" ")[0]
    raised = {"super": "sup", "sub": "sub"}.get(position) or ("sup" if position[:1].isdigit() and position[:1] != "0" else "")
    shown = {
        raised: bool(raised),
        "s": value(words, "text-line-through-style") not in NONE,
        "u": value(words, "text-underline-style") not in NONE,
        "mark": value(words, "background-color") not in NONE,
        "looks": any(value(words, name) not in NONE for name in ("color", "font-variant", "text-transform", "text-outline", "text-shadow")),
    }
    return next((name for name, is_shown in shown.items() if is_shown), "")


def _properties(style: etree._Element) -> Iterator[etree._Element]:
    return (each for each in style if local(each) == "text-properties")
